/** Files through the client: all of them for the server in the browser, those of virtual workspaces for the server on Node. */
import type { Connection } from 'vscode-languageserver';
import type { Host } from './host';
import { type FindFilesParams, findFilesMethod, type ReadFileParams, readFileMethod } from './protocol';

export function clientFiles(connection: Connection): Pick<Host, 'readFile' | 'findFiles'> {
  return {
    async readFile(uri) {
      try {
        const text = await connection.sendRequest<string | null>(readFileMethod, { uri } satisfies ReadFileParams);
        return typeof text === 'string' ? text.replace(/^\uFEFF/, '') : undefined;
      } catch (error) {
        connection.console.error(`${readFileMethod} ${uri}: ${error}`);
        return undefined;
      }
    },
    async findFiles(folder, patterns) {
      try {
        const uris = await connection.sendRequest<string[] | null>(findFilesMethod, { folder, patterns } satisfies FindFilesParams);
        return Array.isArray(uris) ? uris.filter((uri) => typeof uri === 'string').sort() : [];
      } catch (error) {
        connection.console.error(`${findFilesMethod} ${folder}: ${error}`);
        return [];
      }
    },
  };
}
