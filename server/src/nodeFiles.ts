/** Files of this machine, for the server on Node and for the command line. */
import { readFile } from 'node:fs/promises';
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
    const { glob } = await import('tinyglobby');
    try {
      const paths = await glob([...patterns], {
        cwd: fileURLToPath(folder),
        absolute: true,
        onlyFiles: true,
        followSymbolicLinks: false,
        ignore: ['**/node_modules/**', '**/.git/**'],
        expandDirectories: false,
      });
      return paths.map(fileUri).sort();
    } catch {
      return [];
    }
  },
};
