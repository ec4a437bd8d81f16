/** What is wrong with configuration and catalogue layers, as an editor shows it. */
import type { Range } from 'vscode-languageserver-types';
import type { CatalogueInForce } from './catalogues';
import type { Configuration } from './configuration';
import { renderProblem } from './core/catalogue/problems';
import type { Language } from './core/context';
import { rangeOfPlace } from './places';
import { say, type TextId } from './texts';

export interface Problem {
  readonly uri: string;
  readonly range: Range;
  readonly message: string;
  readonly severity: 'error' | 'warning';
}

const top: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** Errors and warnings, errors first; notes are left to whoever edits the catalogue. */
export function problemsOf(configuration: Configuration, catalogue: CatalogueInForce, locale: Language): Problem[] {
  const problems: Problem[] = [];
  for (const problem of configuration.file?.problems ?? []) {
    const message = say(locale, problem.message.id as TextId, problem.message.values);
    problems.push({ uri: configuration.file!.uri, range: rangeOfPlace(problem), message, severity: 'error' });
  }
  for (const { uri, id, layer } of catalogue.layerProblems) {
    const index = configuration.file?.config.layers.indexOf(layer) ?? -1;
    const range = index < 0 ? top : rangeOfPlace(configuration.file!.locate(['layers', index]));
    problems.push({ uri: uri ?? '', range, message: say(locale, id, { layer }), severity: 'error' });
  }
  for (const problem of catalogue.problems) {
    if (problem.severity === 'note') continue;
    problems.push({ uri: problem.path, range: rangeOfPlace(problem), message: renderProblem(problem, locale), severity: problem.severity });
  }
  return problems.sort((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'));
}
