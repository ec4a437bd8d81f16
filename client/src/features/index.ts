/** The only list of the client's features: one file and one line each. */
import type * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { chooseLevel } from './chooseLevel';
import { fixAll } from './fixAll';
import { ignoreWithReason } from './ignoreWithReason';
import { insertClause } from './insertClause';
import { restartServer } from './restartServer';
import { rulePages } from './rulePages';
import { select } from './select';
import { setRegime } from './setRegime';
import { showOutput } from './showOutput';
import { status } from './status';
import { trust } from './trust';
import { workspaceFiles } from './workspaceFiles';

/** What a feature is given. The client may not have started yet. */
export interface Feature {
  readonly context: vscode.ExtensionContext;
  readonly client: BaseLanguageClient;
  readonly output: vscode.LogOutputChannel;
}

/** Switches a feature on; disposing switches it off. */
export type EnableFeature = (feature: Feature) => vscode.Disposable;

export const features: readonly EnableFeature[] = [
  workspaceFiles,
  trust,
  status,
  insertClause,
  chooseLevel,
  setRegime,
  fixAll,
  ignoreWithReason,
  select,
  rulePages,
  showOutput,
  restartServer,
];
