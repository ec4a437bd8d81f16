/** The built-in catalogue's files and the hand-written snippets, read from the repository. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { globSync } from 'tinyglobby';
import type { Layer } from '../server/src/core/catalogue/layers';
import { root } from './generated';

/** criteria/**\/*.yaml as the layer `built-in`. Paths are relative to the repository. */
export function builtInLayer(): Layer {
  return { name: 'built-in', files: filesOf('criteria/**/*.{yaml,yml}') };
}

/** Files that fit the pattern, sorted, with their text. */
export function filesOf(pattern: string): { path: string; text: string }[] {
  return globSync(pattern, { cwd: root })
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}
