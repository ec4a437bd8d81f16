/** The check of catalogue layers with the whole analysis behind the examples. Editor and command line both check through here. */
import { analyse } from './core/analyse';
import { type AnalyseText, type CheckedCatalogue, checkCatalogue as check, checkExamples } from './core/catalogue/check';
import { type CompiledCatalogue, compileCatalogue } from './core/catalogue/compile';
import { type BuildOptions, buildCatalogue, type Layer } from './core/catalogue/layers';
import { type CatalogueProblem, compareProblems } from './core/catalogue/problems';

interface Options extends BuildOptions {
  /** ISO date. */
  readonly today: string;
}

/** Everything at once. Problems are those of the files of `layers`; the layers below (`base`) are somebody else's. */
export function checkCatalogue(layers: readonly Layer[], options: Options): CheckedCatalogue {
  return check(layers, { ...options, analyseText: (compiled) => analyseExample(compiled, options.today) });
}

/** What is needed to work with the layers; their examples, which cost the most, run a file at a time when somebody wants to know. */
export function loadLayers(
  layers: readonly Layer[],
  options: Options,
): { compiled: CompiledCatalogue; problems: readonly CatalogueProblem[]; examplesOf(path: string): readonly CatalogueProblem[] } {
  const { catalogue, problems, locate } = buildCatalogue(layers, options);
  const { compiled, problems: phraseProblems } = compileCatalogue(catalogue, locate);
  return {
    compiled,
    problems: [...problems, ...phraseProblems].sort(compareProblems),
    examplesOf: (path) =>
      checkExamples(
        compiled,
        (file, ...place) => (file === path ? locate(file, ...place) : undefined),
        analyseExample(compiled, options.today),
      ),
  };
}

function analyseExample(compiled: CompiledCatalogue, today: string): AnalyseText {
  return (text, language) => analyse({ text, format: 'markdown', context: { language }, today }, compiled).findings;
}
