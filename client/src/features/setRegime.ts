import * as vscode from 'vscode';
import type { Regime } from '../../../server/src/core/context';
import { setContextValue } from '../writingContext';
import type { EnableFeature } from './index';

/**
 * Command: says which rulebook the procedure follows; only then marks may become warnings. It is written to the place that decides (front matter,
 * `.gruenstift.yaml`, settings). A key binding may name the regime as argument.
 */
export const setRegime: EnableFeature = () =>
  vscode.commands.registerCommand('gruenstift.setRegime', async (regime?: Regime) => {
    const chosen = regime ?? (await pick());
    if (!chosen) return;
    const place = await setContextValue('regime', chosen);
    vscode.window.setStatusBarMessage(vscode.l10n.t('Grünstift: rulebook {0} ({1})', names[chosen], place), 5000);
  });

const names: Readonly<Record<Regime, string>> = {
  vgv: 'VgV',
  uvgo: 'UVgO',
  'vob-a': 'VOB/A',
  'vob-a-eu': 'VOB/A EU',
  sektvo: 'SektVO',
  konzvgv: 'KonzVgV',
};

async function pick(): Promise<Regime | undefined> {
  const details: Readonly<Record<Regime, string>> = {
    vgv: vscode.l10n.t('Supplies and services at or above the EU threshold'),
    uvgo: vscode.l10n.t('Supplies and services below the EU threshold'),
    'vob-a': vscode.l10n.t('Works below the EU threshold (part 1)'),
    'vob-a-eu': vscode.l10n.t('Works at or above the EU threshold (part 2)'),
    sektvo: vscode.l10n.t('Utilities: water, energy, transport'),
    konzvgv: vscode.l10n.t('Concessions'),
  };
  const items = (Object.keys(names) as Regime[]).map((regime) => ({ regime, label: names[regime], detail: details[regime] }));
  const placeHolder = vscode.l10n.t('Which rulebook does the procedure follow?');
  return (await vscode.window.showQuickPick(items, { title: 'Grünstift', placeHolder }))?.regime;
}
