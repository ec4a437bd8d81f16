import type { Analysis } from '../analyse';
import type { Criterion } from '../catalogue/schema';
import type { Language } from '../context';
import type { Finding, Fix } from '../findings';
import { fill, local, textsOf } from '../messages';
import type { IloData } from '../rules/iloClause';
import { renderClause } from './clause';
import { requirementEnd } from './requirement';

/** Clauses offered at most. */
const offered = 2;

/** Inserts the clause of the product group behind the demand (for ICT goods the declaration of Bitkom and Procurement Office), else a general one. */
export function iloClauseFixes(analysis: Analysis, finding: Finding, locale: Language): Fix[] {
  const { requirement, products } = finding.data as IloData;
  const { language, context } = analysis;
  const { fixTitles } = textsOf(locale);
  const at = requirementEnd(analysis, requirement);
  const clauses = labourClauses(analysis, products).map((criterion) => ({
    title: local(criterion.title, locale),
    text: renderClause(criterion, context.level ?? 1, language).text,
  }));
  if (clauses.length === 0) clauses.push({ title: textsOf(locale).phrases.iloTitle, text: textsOf(language).phrases.iloClause });
  return clauses.map(({ title, text }, index) => ({
    id: 'insert-ilo-clause',
    title: fill(fixTitles['insert-ilo-clause'], { title }),
    preferred: index === 0,
    safe: false,
    edits: [{ start: at.offset, end: at.offset, text: `${at.stop} ${text}` }],
  }));
}

/** Clauses on labour standards for these goods: the group's own before the general sheet. */
function labourClauses({ spec }: Analysis, products: readonly string[]): Criterion[] {
  const found: { criterion: Criterion; rank: number }[] = [];
  for (const criterion of spec.compiled.catalogue.criteria.values()) {
    if (criterion.slot !== 'performance' || criterion.status !== 'active' || criterion.jurisdiction?.every((j) => j !== 'DE')) continue;
    if (!criterion.themes.includes('hum-right') || !isFull(criterion)) continue;
    const group = products.findIndex((id) => criterion.products.includes(id));
    if (group < 0) continue;
    found.push({ criterion, rank: group * 2 + (criterion.kind === 'requirement' ? 0 : 1) });
  }
  return found
    .sort((a, b) => a.rank - b.rank)
    .slice(0, offered)
    .map((f) => f.criterion);
}

/** Names the conventions, or the declaration that does. */
function isFull({ clause }: Criterion): boolean {
  return /Übereinkommen Nr\. \d|Verpflichtungserklärung zur Einhaltung/.test(clause.de);
}
