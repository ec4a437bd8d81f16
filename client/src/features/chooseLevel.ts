import * as vscode from 'vscode';
import { setContextValue } from '../writingContext';
import type { EnableFeature } from './index';

/** Command: picks the level of the criteria once, for the file, the project or the workspace, wherever it is set. */
export const chooseLevel: EnableFeature = () =>
  vscode.commands.registerCommand('gruenstift.chooseLevel', async () => {
    const current = vscode.workspace.getConfiguration('gruenstift').get<number>('level');
    const items = [
      {
        level: 1,
        label: vscode.l10n.t('1 – Basic'),
        detail: vscode.l10n.t('What the law and common practice ask for; every market can deliver it.'),
      },
      {
        level: 2,
        label: vscode.l10n.t('2 – Advanced'),
        detail: vscode.l10n.t('Clearly above the ordinary; several bidders can deliver it.'),
      },
      { level: 3, label: vscode.l10n.t('3 – Ambitious'), detail: vscode.l10n.t('The best there is; sound out the market first.') },
    ].map((item) => ({ ...item, description: item.level === current ? vscode.l10n.t('set at present') : undefined }));
    const choice = await vscode.window.showQuickPick(items, {
      title: 'Grünstift',
      placeHolder: vscode.l10n.t('How ambitious should the criteria be?'),
    });
    if (!choice) return;
    const place = await setContextValue('level', choice.level);
    void vscode.window.setStatusBarMessage(vscode.l10n.t('Grünstift: level {0} ({1})', choice.level, place), 5000);
  });
