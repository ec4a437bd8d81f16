/** A catalogue with all its phrases compiled into one matcher: what the analysis works with. */
import { compileMatcher, type Matcher } from '../match/matcher';
import { type Catalogue, originOf } from './catalogue';
import type { Locate } from './layers';
import { phrasesOf, recordKindOf } from './phrases';
import { type CatalogueProblem, compareProblems, problemAt } from './problems';

export interface CompiledCatalogue {
  readonly catalogue: Catalogue;
  readonly matcher: Matcher;
}

/**
 * Compiles all phrases. Owners are `{ kind, id, role }`: kind `label`, `brand`, `reference`, `wording`, `vocabulary`, `product` or
 * `criterion`; role `find`, `unless`, `detect` or `number:<number>`. A phrase that cannot be read is left out and reported at its place.
 */
export function compileCatalogue(catalogue: Catalogue, locate?: Locate): { compiled: CompiledCatalogue; problems: CatalogueProblem[] } {
  const phrases = phrasesOf(catalogue);
  const { matcher, errors } = compileMatcher(phrases);
  const problems: CatalogueProblem[] = [];
  for (const { index, column, length, de, en } of errors) {
    const { owner, inside } = phrases[index]!;
    const kind = recordKindOf(owner.kind)!;
    const origin = originOf(catalogue, kind, owner.id, inside[0])!;
    const place = locate?.(origin.file, [kind, origin.index, ...inside], { start: column - 1, end: column - 1 + length });
    if (place) problems.push(problemAt(origin.file, place, 'broken-phrase', { reason: { de, en } }));
  }
  return { compiled: { catalogue, matcher }, problems: problems.sort(compareProblems) };
}
