import * as vscode from 'vscode';
import { isSpecification } from '../documents';
import type { EnableFeature } from './index';

/**
 * Command: ignores a finding at the cursor. It offers the server's own code actions (`gs-ignore`, `gs-waive`), which know where the marker may stand
 * and select the reason to be written: without a reason nothing is ignored.
 */
export const ignoreWithReason: EnableFeature = () =>
  vscode.commands.registerCommand('gruenstift.ignoreWithReason', async () => {
    const editor = vscode.window.activeTextEditor;
    const marked =
      isSpecification(editor?.document) &&
      vscode.languages
        .getDiagnostics(editor.document.uri)
        .some((mark) => mark.source === 'Grünstift' && mark.range.intersection(editor.selection));
    if (!marked) {
      void vscode.window.showInformationMessage(vscode.l10n.t('There is no mark of Grünstift at the cursor.'));
      return;
    }
    await vscode.commands.executeCommand('editor.action.codeAction', { kind: 'quickfix.ignore.gruenstift', apply: 'never' });
  });
