/**
 * Language status items of a specification: what it was read as (product groups, level, regime, catalogue version), and a second item only when
 * something is wrong (configuration, a catalogue layer, a limit).
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
  reading.name = 'Grünstift';
  reading.command = { command: 'gruenstift.chooseLevel', title: vscode.l10n.t('Choose level') };
  let problems: vscode.LanguageStatusItem | undefined;

  /** Counts the questions asked, so that a late answer never overwrites a newer one. */
  let asked = 0;
  async function refresh(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    if (!isSpecification(document)) return;
    reading.busy = client.state === State.Starting;
    if (client.state === State.Stopped) return showStopped();
    if (client.state !== State.Running) return;
    const question = ++asked;
    const params: StatusParams = { uri: client.code2ProtocolConverter.asUri(document.uri) };
    try {
      const answer = await client.sendRequest<StatusResult | null>(statusMethod, params);
      if (question === asked && answer) show(answer);
    } catch (error) {
      output.debug(`${statusMethod}: ${error}`);
    }
  }

  function show(result: StatusResult): void {
    reading.severity = vscode.LanguageStatusSeverity.Information;
    reading.text = [productNames(result), result.levelName, result.regime].filter(Boolean).join(' · ');
    const { warning, information, hint } = result.counts;
    reading.detail = vscode.l10n.t(
      '{0} warnings, {1} notes, {2} offers · catalogue {3} with {4} criteria',
      warning,
      information,
      hint,
      result.catalogue.version,
      result.catalogue.criteria,
    );
    showProblems(result);
  }

  function showProblems(result: StatusResult): void {
    const [first] = result.problems;
    if (!first && result.notShown === 0) {
      problems?.dispose();
      problems = undefined;
      return;
    }
    problems ??= vscode.languages.createLanguageStatusItem('gruenstift.problems', specifications);
    problems.name = vscode.l10n.t('Grünstift: problems');
    const isError = result.problems.some((problem) => problem.severity === 'error');
    problems.severity = isError ? vscode.LanguageStatusSeverity.Error : vscode.LanguageStatusSeverity.Warning;
    if (first) {
      problems.text =
        result.problems.length === 1
          ? vscode.l10n.t('1 problem in catalogue or configuration')
          : vscode.l10n.t('{0} problems in catalogue or configuration', result.problems.length);
      problems.detail = first.message;
      problems.command = { command: 'gruenstift.select', title: vscode.l10n.t('Open'), arguments: [first.uri, first.range] };
    } else {
      problems.text = vscode.l10n.t('{0} further marks are not shown', result.notShown);
      problems.detail = undefined;
      problems.command = undefined;
    }
  }

  function showStopped(): void {
    reading.text = vscode.l10n.t('The language server is not running');
    reading.detail = undefined;
    reading.severity = vscode.LanguageStatusSeverity.Error;
    reading.command = { command: 'gruenstift.restartServer', title: vscode.l10n.t('Restart') };
  }

  return vscode.Disposable.from(
    reading,
    new vscode.Disposable(() => problems?.dispose()),
    vscode.window.onDidChangeActiveTextEditor(refresh),
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) reading.command = { command: 'gruenstift.chooseLevel', title: vscode.l10n.t('Choose level') };
      void refresh();
    }),
    client.onNotification(statusChangedMethod, ({ uris }: StatusChangedParams) => {
      const active = vscode.window.activeTextEditor?.document.uri;
      if (active && uris.includes(client.code2ProtocolConverter.asUri(active))) void refresh();
    }),
  );
};

function productNames(result: StatusResult): string {
  if (result.products.length === 0) return vscode.l10n.t('no product group recognised');
  return result.products.map((product) => product.name).join(', ');
}
