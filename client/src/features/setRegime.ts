import * as vscode from 'vscode';
import type { Regime } from '../../../server/src/core/context';
import { setContextValue } from '../writingContext';
import type { EnableFeature } from './index';

/** Command: says which rulebook the procedure follows; only then marks may become warnings. */
export const setRegime: EnableFeature = () =>
  vscode.commands.registerCommand('gruenstift.setRegime', async () => {
    const items: (vscode.QuickPickItem & { regime: Regime })[] = [
      { regime: 'vgv', label: 'VgV', detail: vscode.l10n.t('Supplies and services at or above the EU threshold') },
      { regime: 'uvgo', label: 'UVgO', detail: vscode.l10n.t('Supplies and services below the EU threshold') },
      { regime: 'vob-a', label: 'VOB/A', detail: vscode.l10n.t('Works below the EU threshold (part 1)') },
      { regime: 'vob-a-eu', label: 'VOB/A EU', detail: vscode.l10n.t('Works at or above the EU threshold (part 2)') },
      { regime: 'sektvo', label: 'SektVO', detail: vscode.l10n.t('Utilities: water, energy, transport') },
      { regime: 'konzvgv', label: 'KonzVgV', detail: vscode.l10n.t('Concessions') },
    ];
    const choice = await vscode.window.showQuickPick(items, {
      title: 'Grünstift',
      placeHolder: vscode.l10n.t('Which rulebook does the procedure follow?'),
    });
    if (!choice) return;
    const place = await setContextValue('regime', choice.regime);
    void vscode.window.setStatusBarMessage(vscode.l10n.t('Grünstift: {0} ({1})', choice.label, place), 5000);
  });
