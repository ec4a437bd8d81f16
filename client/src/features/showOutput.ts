import * as vscode from 'vscode';
import type { EnableFeature } from './index';

/** Command: shows what the extension and its server have logged. */
export const showOutput: EnableFeature = ({ output }) => vscode.commands.registerCommand('gruenstift.showOutput', () => output.show());
