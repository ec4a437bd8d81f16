/** Entry of the desktop and remote extension host: the server is a Node process of its own. */
import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { type Grünstift, start } from './start';

let running: Grünstift | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<Grünstift> {
  const module = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath;
  running = await start(context, (options) => {
    const run = { module, transport: TransportKind.ipc };
    return new LanguageClient(
      'gruenstift',
      'Grünstift',
      { run, debug: { ...run, options: { execArgv: ['--nolazy', '--inspect=6071'] } } },
      options,
    );
  });
  return running;
}

export async function deactivate(): Promise<void> {
  await running?.stop();
}
