/** Files of this machine, for the server on Node and for the command line. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { decodeText } from './decode';
import type { Host } from './host';
import { encode } from './uri';

/** A path as URI, spelled as VS Code spells it. */
export function fileUri(path: string): string {
  const { pathname } = pathToFileURL(path);
  const steps = pathname.split('/').map((step) => encode(decodeURIComponent(step)));
  return `file://${steps.join('/')}`;
}

export const nodeFiles: Pick<Host, 'readFile' | 'findFiles'> = {
  async readFile(uri) {
    if (!uri.startsWith('file:')) return undefined;
    try {
      return decodeText(await readFile(fileURLToPath(uri))).text;
    } catch {
      return undefined;
    }
  },
  async findFiles(folder, patterns) {
    if (!folder.startsWith('file:')) return [];
    try {
      const { findPaths } = await import('./paths');
      const cwd = fileURLToPath(folder);
      return (await findPaths(cwd, patterns)).map((path) => fileUri(join(cwd, path))).sort();
    } catch {
      return [];
    }
  },
};
