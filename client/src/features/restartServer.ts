import * as vscode from 'vscode';
import { State } from 'vscode-languageclient';
import type { EnableFeature } from './index';

/** Command: ends the server and starts it anew, also when it never started. */
export const restartServer: EnableFeature = ({ client, output }) =>
  vscode.commands.registerCommand('gruenstift.restartServer', async () => {
    output.info(vscode.l10n.t('The language server is being restarted.'));
    if (client.state === State.Running) await client.stop();
    await client.start();
  });
