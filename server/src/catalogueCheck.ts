/**
 * Everything that can be wrong with catalogue layers: keys and values, references between records, phrases, and examples that do not
 * hold. Editor and command line both check through here.
 */
import type { Catalogue } from './core/catalogue/catalogue';
import { type CompiledCatalogue, compileCatalogue } from './core/catalogue/compile';
import { checkExamples } from './core/catalogue/examples';
import { buildCatalogue, type Layer } from './core/catalogue/layers';
import { type CatalogueProblem, compareProblems } from './core/catalogue/problems';

/** @param base the layers below, built already. @param today ISO date, for reviews that are due. */
export function checkCatalogue(
  layers: readonly Layer[],
  base?: Catalogue,
  today?: string,
): { compiled: CompiledCatalogue; problems: CatalogueProblem[] } {
  const built = buildCatalogue(layers, { base, today });
  const { compiled, problems } = compileCatalogue(built.catalogue, built.locate);
  const files = new Set(layers.flatMap((layer) => layer.files.map((file) => file.path)));
  const all = [...built.problems, ...problems, ...checkExamples(compiled, built.locate)];
  // Of the layers below nothing is said here: they are somebody else's.
  return { compiled, problems: all.filter((problem) => files.has(problem.path)).sort(compareProblems) };
}
