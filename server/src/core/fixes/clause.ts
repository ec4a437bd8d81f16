import { forLevel, levelOrBelow } from '../catalogue/levels';
import type { Criterion, LocalText, Param } from '../catalogue/schema';
import type { Language, Level } from '../context';
import { fill, formatNumber, local, textsOf } from '../messages';

/** A criterion as text for a specification. */
export interface Clause {
  readonly demand: string;
  readonly proof: string;
  /** Scoring sentence of an award criterion; empty for others. */
  readonly award: string;
  /** Everything, one sentence after the other. */
  readonly text: string;
}

/**
 * Demand, proof and scoring of a criterion at a level. Values the catalogue knows are filled in; where the buyer must decide, a hole in
 * square brackets says what (`[Mindestdauer in Jahren festlegen]`), which no one can overlook. `kept` holds values by name that the writer has set
 * already.
 */
export function renderClause(criterion: Criterion, level: Level, language: Language, kept: Readonly<Record<string, string>> = {}): Clause {
  const values = Object.fromEntries(
    (criterion.params ?? []).map((param) => [param.name, kept[param.name] ?? paramText(param, level, language)]),
  );
  const render = (text: LocalText | undefined) => (text ? fill(local(text, language), values).trim() : '');
  const demand = render(levelOrBelow(criterion.clause_levels, level) ?? criterion.clause);
  const proof = render(criterion.proof[0].clause);
  const award = render(criterion.award?.clause);
  return { demand, proof, award, text: [demand, award, proof].filter(Boolean).join(' ') };
}

/** The value of a parameter as it stands in a clause. */
export function paramText(param: Param, level: Level, language: Language): string {
  const value = forLevel(param.levels, level);
  if (value === undefined) return `[${fill(textsOf(language).phrases.askHole, { label: local(param.label, language) })}]`;
  return formatNumber(value, language);
}
