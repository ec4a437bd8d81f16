/**
 * Reads files for the server: the one in the browser has no file system, and virtual workspaces (a repository on github.com) are reachable through
 * the editor only. Nothing here runs a file; all of it is data.
 */
import * as vscode from 'vscode';
import { type FindFilesParams, findFilesMethod, type ReadFileParams, readFileMethod } from '../../../server/src/protocol';
import type { EnableFeature } from './index';

/** Beyond this many files a glob is taken for a mistake; the output channel says so. */
const limit = 5000;

export const workspaceFiles: EnableFeature = ({ client, output }) =>
  vscode.Disposable.from(
    client.onRequest(readFileMethod, async ({ uri }: ReadFileParams): Promise<string | null> => {
      try {
        const bytes = await vscode.workspace.fs.readFile(client.protocol2CodeConverter.asUri(uri));
        return new TextDecoder().decode(bytes);
      } catch (error) {
        if (!(error instanceof vscode.FileSystemError && error.code === 'FileNotFound')) output.warn(`${uri}: ${error}`);
        return null;
      }
    }),
    client.onRequest(findFilesMethod, async ({ folder, patterns }: FindFilesParams): Promise<string[]> => {
      const base = client.protocol2CodeConverter.asUri(folder);
      const found = new Map<string, vscode.Uri>();
      for (const pattern of patterns) {
        for (const uri of await vscode.workspace.findFiles(new vscode.RelativePattern(base, pattern), '**/node_modules/**', limit))
          found.set(uri.toString(), uri);
      }
      if (found.size >= limit)
        output.warn(vscode.l10n.t('More than {0} files match {1}; the rest is not read.', limit, patterns.join(', ')));
      return [...found.values()].map((uri) => client.code2ProtocolConverter.asUri(uri)).sort();
    }),
  );
