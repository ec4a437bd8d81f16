import * as vscode from 'vscode';
import type { Range } from 'vscode-languageserver-types';
import type { EnableFeature } from './index';

/**
 * Internal command of the server's fixes: shows a document with a range selected, so that the placeholder a fix has left
 * ("reason") is overwritten by typing.
 */
export const select: EnableFeature = ({ client }) =>
  vscode.commands.registerCommand('gruenstift.select', async (uri: string, range: Range) => {
    const selection = client.protocol2CodeConverter.asRange(range);
    await vscode.window.showTextDocument(client.protocol2CodeConverter.asUri(uri), { selection });
  });
