/** From what was typed (files, folders, globs, `-`) to the files to read, each under the name it was given. */
import { stat } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { specificationPatterns } from '../request';

/** One file to read. `path` is shown; it is relative to the working directory where the argument was. */
export interface InputFile {
  readonly path: string;
  readonly input: 'file' | 'stdin';
}

/** Name under which standard input is shown when it was given none. */
export const stdinName = '<stdin>';

export async function findInput(
  patterns: readonly string[],
  cwd: string,
  stdinFilename: string | undefined,
): Promise<{ files: InputFile[]; unmatched: string[] }> {
  const files = new Map<string, InputFile>();
  const unmatched: string[] = [];
  for (const pattern of patterns.length > 0 ? patterns : ['.']) {
    if (pattern === '-') {
      files.set('-', { path: stdinFilename ?? stdinName, input: 'stdin' });
      continue;
    }
    const found = await pathsOf(pattern, cwd);
    if (found.length === 0) unmatched.push(pattern);
    for (const path of found) {
      const key = resolve(cwd, path);
      if (!files.has(key)) files.set(key, { path, input: 'file' });
    }
  }
  return { files: [...files.values()], unmatched };
}

async function pathsOf(pattern: string, cwd: string): Promise<string[]> {
  const kind = await stat(resolve(cwd, pattern)).catch(() => undefined);
  if (kind?.isDirectory()) {
    const { findPaths } = await import('../paths');
    const inside = await findPaths(resolve(cwd, pattern), specificationPatterns);
    const folder = pattern.replace(/[/\\]+$/, '');
    return inside.map((path) => (folder === '.' || folder === '' ? path : join(folder, path)));
  }
  if (kind) return [pattern];
  // A name that does not exist and holds no wildcard is reported as it stands.
  if (!/[*?{}[\]()!]/.test(pattern)) return [];
  const { findPaths } = await import('../paths');
  const absolute = resolve(cwd, pattern) === pattern;
  const paths = await findPaths(cwd, [pattern.replaceAll('\\', '/')]);
  return absolute ? paths.map((path) => resolve(cwd, path)) : paths.map((path) => relative(cwd, resolve(cwd, path)));
}
