/**
 * What both entries share: connects to the server and switches the features on. A server that does not start leaves an editor that works and a
 * message that says why.
 */
import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import type { InitializationOptions } from '../../server/src/protocol';
import { isRead, specifications } from './documents';
import { type Feature, features } from './features/index';

/** What `activate` returns: for tests and for other extensions. */
export interface Grünstift {
  readonly client: BaseLanguageClient;
  /** Ends the server; waits for its goodbye. */
  stop(): Promise<void>;
}

/**
 * @param connect makes the client of the host at hand: a Node process or a web worker behind it.
 */
export async function start(
  context: vscode.ExtensionContext,
  connect: (options: LanguageClientOptions) => BaseLanguageClient,
): Promise<Grünstift> {
  const output = vscode.window.createOutputChannel('Grünstift', { log: true });
  context.subscriptions.push(output);
  const client = connect(clientOptions(context, output));
  const feature: Feature = { context, client, output };
  for (const enable of features) context.subscriptions.push(enable(feature));
  try {
    await client.start();
  } catch (error) {
    output.error(error instanceof Error ? error : String(error));
    void offerOutput(output);
  }
  return { client, stop: () => (client.isRunning() ? client.stop() : Promise.resolve()) };
}

async function offerOutput(output: vscode.LogOutputChannel): Promise<void> {
  const show = vscode.l10n.t('Show output');
  const choice = await vscode.window.showErrorMessage(
    vscode.l10n.t('Grünstift could not start its language server; nothing is checked.'),
    show,
  );
  if (choice === show) output.show();
}

function clientOptions(context: vscode.ExtensionContext, output: vscode.LogOutputChannel): LanguageClientOptions {
  const initializationOptions: InitializationOptions = {
    rulePages: `${vscode.env.uriScheme}://${context.extension.id}/regel/`,
    catalogue: vscode.Uri.joinPath(context.extensionUri, 'dist', 'catalogue.jsonl').toString(),
    fileRequests: true,
    trusted: vscode.workspace.isTrusted,
    selectCommand: 'gruenstift.select',
  };
  return {
    documentSelector: specifications,
    initializationOptions,
    outputChannel: output,
    diagnosticCollectionName: 'gruenstift',
    diagnosticPullOptions: { onChange: true, onTabs: false, filter: (document) => !isRead(document) },
    markdown: { isTrusted: { enabledCommands: ['gruenstift.openRulePage'] } },
    middleware: {
      didOpen: (document, next) => (isRead(document) ? next(document) : Promise.resolve()),
      didChange: (event, next) => (isRead(event.document) ? next(event) : Promise.resolve()),
      didClose: (document, next) => (isRead(document) ? next(document) : Promise.resolve()),
    },
  };
}
