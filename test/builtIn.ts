import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { globSync } from 'tinyglobby';
import { type CompiledCatalogue, compileCatalogue } from '../server/src/core/catalogue/compile';
import { buildCatalogue } from '../server/src/core/catalogue/layers';

let compiled: CompiledCatalogue | undefined;

/** The built-in catalogue from its YAML, read and compiled once a test run. Tests run in the project's folder. */
export function builtIn(): CompiledCatalogue {
  if (!compiled) {
    const root = process.cwd();
    const files = globSync('criteria/**/*.yaml', { cwd: root })
      .sort()
      .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
    compiled = compileCatalogue(buildCatalogue([{ name: 'built-in', files }]).catalogue).compiled;
  }
  return compiled;
}

const layered = new Map<string, CompiledCatalogue>();

/** The built-in catalogue with a further file on top, as an organisation or workspace adds it. */
export function builtInWith(path: string): CompiledCatalogue {
  let found = layered.get(path);
  if (!found) {
    const file = { path, text: readFileSync(join(process.cwd(), path), 'utf8') };
    const { catalogue, problems } = buildCatalogue([{ name: 'workspace', files: [file] }], { base: builtIn().catalogue });
    if (problems.length > 0) throw new Error(`${path}: ${problems.map((p) => `${p.line} ${p.id}`).join(', ')}`);
    found = compileCatalogue(catalogue).compiled;
    layered.set(path, found);
  }
  return found;
}
