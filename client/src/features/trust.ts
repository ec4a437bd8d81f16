import * as vscode from 'vscode';
import { trustedMethod } from '../../../server/src/protocol';
import type { EnableFeature } from './index';

/** Tells the server that the workspace has been trusted: npm packages named as catalogue layers may then be read. */
export const trust: EnableFeature = ({ client }) =>
  vscode.workspace.onDidGrantWorkspaceTrust(() => {
    if (client.isRunning()) void client.sendRequest(trustedMethod);
  });
