import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Level } from '../../../server/src/core/context';
import { type StatusParams, type StatusResult, statusMethod } from '../../../server/src/protocol';
import { isSpecification } from '../documents';
import { setContextValue } from '../writingContext';
import type { EnableFeature } from './index';

/**
 * Command: picks the level of the criteria once, and writes it to the place that decides (front matter, `.gruenstift.yaml`, settings).
 * A key binding may name the level as argument.
 */
export const chooseLevel: EnableFeature = ({ client }) =>
  vscode.commands.registerCommand('gruenstift.chooseLevel', async (level?: Level) => {
    const chosen = level ?? (await pick(await levelInForce(client)));
    if (!chosen) return;
    const place = await setContextValue('level', chosen);
    vscode.window.setStatusBarMessage(vscode.l10n.t('Grünstift: level {0} ({1})', chosen, place), 5000);
  });

async function pick(current: Level | undefined): Promise<Level | undefined> {
  const items: (vscode.QuickPickItem & { level: Level })[] = [
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
    {
      level: 3,
      label: vscode.l10n.t('3 – Ambitious'),
      detail: vscode.l10n.t('The best there is; sound out the market first.'),
    },
  ];
  for (const item of items) if (item.level === current) item.description = vscode.l10n.t('set at present');
  const placeHolder = vscode.l10n.t('How ambitious should the criteria be?');
  return (await vscode.window.showQuickPick(items, { title: 'Grünstift', placeHolder }))?.level;
}

/** What the open specification is read with, wherever that comes from. */
async function levelInForce(client: BaseLanguageClient): Promise<Level | undefined> {
  const document = vscode.window.activeTextEditor?.document;
  if (!isSpecification(document) || !client.isRunning()) return undefined;
  const params: StatusParams = { uri: client.code2ProtocolConverter.asUri(document.uri) };
  return (await client.sendRequest<StatusResult | null>(statusMethod, params))?.level;
}
