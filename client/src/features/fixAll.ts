import * as vscode from 'vscode';
import { isSpecification } from '../documents';
import type { EnableFeature } from './index';

/** Command: applies all safe fixes of the file. On save, the setting `editor.codeActionsOnSave` with `source.fixAll.gruenstift` does the same. */
export const fixAll: EnableFeature = () =>
  vscode.commands.registerCommand('gruenstift.fixAll', async () => {
    const editor = vscode.window.activeTextEditor;
    if (!isSpecification(editor?.document)) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Open a specification in Markdown or plain text first.'));
      return;
    }
    await vscode.commands.executeCommand('editor.action.codeAction', { kind: 'source.fixAll.gruenstift', apply: 'first' });
  });
