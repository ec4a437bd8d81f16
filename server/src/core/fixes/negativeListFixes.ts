import type { Analysis } from '../analyse';
import type { Language } from '../context';
import type { Finding, Fix } from '../findings';
import { fill, local, textsOf } from '../messages';
import type { NegativeListData } from '../rules/negativeList';
import { renderClause } from './clause';
import { requirementEnd } from './requirement';
import { saysNoMore } from './sentence';

/**
 * Goods on a negative list: the sentence gives way to the clause of the list, or the exception is stated, with a hole for its reason. Rows and
 * positions have no room for a clause, and a sentence that names other goods must not lose them: there only the exception is offered.
 */
export function negativeListFixes(analysis: Analysis, finding: Finding, locale: Language): Fix[] {
  const { criteria, requirement } = finding.data as NegativeListData;
  const { spec, document, language, context } = analysis;
  const listed = criteria.map((id) => spec.compiled.catalogue.criteria.get(id)!);
  const { fixTitles } = textsOf(locale);
  const fixes: Fix[] = [];
  const { kind } = document.blocks[requirement.block];
  const end = requirementEnd(analysis, requirement);
  const { block, firstSentence } = requirement;
  const goods = { start: finding.start - document.starts[finding.block], end: finding.end - document.starts[finding.block] };
  const alone = block === finding.block && saysNoMore(analysis, block, firstSentence, [goods]);
  if (alone && (kind === 'paragraph' || kind === 'list-item') && spec.outline.positionOf[block] < 0) {
    const start = document.starts[block] + spec.facts[block].sentences[firstSentence].start;
    fixes.push({
      id: 'forbid-goods',
      title: fill(fixTitles['forbid-goods'], { title: listed.map((c) => local(c.title, locale)).join('; ') }),
      preferred: false,
      safe: false,
      edits: [{ start, end: end.offset, text: listed.map((c) => renderClause(c, context.level ?? 1, language).text).join(' ') }],
    });
  }
  fixes.push({
    id: 'state-exception',
    title: fixTitles['state-exception'],
    preferred: false,
    safe: false,
    edits: [{ start: end.offset, end: end.offset, text: `${end.stop} ${textsOf(language).phrases.exception}` }],
  });
  return fixes;
}
