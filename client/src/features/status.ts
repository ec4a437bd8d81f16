/**
 * Two language status items of a specification: what it was read as (product groups, level, regime), and the catalogue in force, with a mark of its
 * own when something is wrong there or in the configuration, or when a limit keeps marks back.
 */
import * as vscode from 'vscode';
import { State } from 'vscode-languageclient';
import {
  type StatusChangedParams,
  type StatusParams,
  type StatusResult,
  statusChangedMethod,
  statusMethod,
} from '../../../server/src/protocol';
import { isSpecification, specifications } from '../documents';
import type { EnableFeature } from './index';

export const status: EnableFeature = ({ client, output }) => {
  const reading = vscode.languages.createLanguageStatusItem('gruenstift.reading', specifications);
  const catalogue = vscode.languages.createLanguageStatusItem('gruenstift.catalogue', specifications);
  reading.name = 'Grünstift';
  reading.text = 'Grünstift';
  catalogue.name = vscode.l10n.t('Grünstift: catalogue');

  /** Counts the questions asked, so that a late answer never overwrites a newer one. */
  let asked = 0;
  async function refresh(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    reading.busy = client.state === State.Starting;
    if (client.state === State.Stopped) return showStopped(reading);
    if (!isSpecification(document) || client.state !== State.Running) return;
    const question = ++asked;
    const params: StatusParams = { uri: client.code2ProtocolConverter.asUri(document.uri) };
    try {
      const answer = await client.sendRequest<StatusResult | null>(statusMethod, params);
      if (question !== asked || !answer) return;
      showReading(reading, answer);
      showCatalogue(catalogue, answer);
    } catch (error) {
      output.debug(`${statusMethod}: ${error}`);
    }
  }

  return vscode.Disposable.from(
    reading,
    catalogue,
    vscode.window.onDidChangeActiveTextEditor(refresh),
    client.onDidChangeState(({ newState }) => {
      void refresh();
      // It says "running" before it has told the server of the open documents; `start` ends after that.
      if (newState === State.Running) client.start().then(refresh, () => {});
    }),
    client.onNotification(statusChangedMethod, ({ uris }: StatusChangedParams) => {
      const active = vscode.window.activeTextEditor?.document.uri;
      if (active && uris.includes(client.code2ProtocolConverter.asUri(active))) void refresh();
    }),
  );
};

function showReading(item: vscode.LanguageStatusItem, { products, levelName, regime }: StatusResult): void {
  const names = products.length > 0 ? products.map((product) => product.name).join(', ') : vscode.l10n.t('no product group recognised');
  item.text = [names, levelName, regime].filter(Boolean).join(' · ');
  item.severity = vscode.LanguageStatusSeverity.Information;
  item.command = { command: 'gruenstift.chooseLevel', title: vscode.l10n.t('Choose level') };
}

function showStopped(item: vscode.LanguageStatusItem): void {
  item.text = vscode.l10n.t('The language server is not running');
  item.severity = vscode.LanguageStatusSeverity.Error;
  item.command = { command: 'gruenstift.restartServer', title: vscode.l10n.t('Restart') };
}

function showCatalogue(item: vscode.LanguageStatusItem, { catalogue, problems, notShown }: StatusResult): void {
  const [first] = problems;
  const severity = vscode.LanguageStatusSeverity;
  item.detail = undefined;
  item.command = { command: 'gruenstift.showOutput', title: vscode.l10n.t('Show output') };
  if (first) {
    const count = problems.length;
    item.text =
      count === 1
        ? vscode.l10n.t('1 problem in catalogue or configuration')
        : vscode.l10n.t('{0} problems in catalogue or configuration', count);
    item.detail = first.message;
    item.severity = problems.some((problem) => problem.severity === 'error') ? severity.Error : severity.Warning;
    item.command = { command: 'gruenstift.select', title: vscode.l10n.t('Open'), arguments: [first.uri, first.range] };
  } else if (notShown > 0) {
    item.text = vscode.l10n.t('{0} further marks are not shown', notShown);
    item.severity = severity.Warning;
  } else {
    item.text = vscode.l10n.t('Catalogue {0}, {1} criteria', catalogue.version, catalogue.criteria);
    item.severity = severity.Information;
  }
}
