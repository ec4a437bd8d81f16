/** Entry of the web extension host (vscode.dev, github.dev): the server is a web worker; it reads files through the client. */
import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { type Grünstift, start } from './start';

let running: Grünstift | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<Grünstift> {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.browser.js').toString(true);
  running = await start(context, (options) => new LanguageClient('gruenstift', 'Grünstift', async () => new Worker(script), options));
  return running;
}

export async function deactivate(): Promise<void> {
  await running?.stop();
}
