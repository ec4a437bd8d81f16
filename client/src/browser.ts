/** Entry of the web extension host (vscode.dev, github.dev): the server is a web worker; it reads files through the client. */
import * as vscode from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient, type MessageTransports } from 'vscode-languageclient/browser';
import { type Grünstift, start } from './start';

let running: Grünstift | undefined;
let worker: Worker | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<Grünstift> {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.browser.js').toString(true);
  // The workers of this host are no instances of the host's `Worker`, so the language client would not know one: it is given reader and writer.
  const connect = async (): Promise<MessageTransports> => {
    worker?.terminate();
    worker = new Worker(script);
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  running = await start(context, (options) => new LanguageClient('gruenstift', 'Grünstift', connect, options));
  return running;
}

export async function deactivate(): Promise<void> {
  await running?.stop();
  worker?.terminate();
}
