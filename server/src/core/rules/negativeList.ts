import type { Criterion } from '../catalogue/schema';
import { holdsFor } from '../coverage/coverage';
import { type Hit, hasVocabulary, type VocabularyId } from '../facts/model';
import { isContractFor } from '../facts/products';
import { isNormative, isQuoted, nextSentence, type Requirement, requirementAt, type Spec, says, slotOf, wordsAt } from '../facts/spec';
import { byRequirement, finding, legalSeverity, type Rule, related } from './rule';

/** What the fixes need. */
export interface NegativeListData {
  /** The entries of the list that the requirement runs against. */
  readonly criteria: readonly string[];
  readonly requirement: Requirement;
}

/**
 * Flags goods demanded that the negative list binding this buyer shuts out (the federation: AVV Klima, annex 1; Länder: their own lists). The
 * lists are criteria of kind `prohibition` that name their authority.
 *
 * Leaves alone: buyers whose kind or Land nobody knows, other days and values, works where a list binds supplies and services only, what exists today, demands that refuse, replace or dispose of the
 * goods, quotations, selection and award, and a demand whose exception is stated with its reason.
 */
export const negativeList: Rule = {
  id: 'negative-list',
  find({ spec, products }, report) {
    if (!spec.context.authority) return;
    const works = isContractFor('works', spec, products);
    const open: { hit: Hit; block: number; sentence: number }[] = [];
    for (const block of spec.about.criterion) {
      for (const hit of spec.facts[block].hits) {
        if (hit.kind !== 'criterion' || !isListed(spec, works, spec.compiled.catalogue.criteria.get(hit.record))) continue;
        if (isDemanded(spec, block, hit)) open.push({ hit, block, sentence: hit.sentence });
      }
    }
    for (const { requirement, items } of byRequirement(spec, open, (p) => requirementAt(spec, p.block, p.sentence))) {
      const [{ hit, block }, ...others] = items;
      const criterion = spec.compiled.catalogue.criteria.get(hit.record)!;
      const message = (at: number, of: Hit, id: string) => ({ id, values: { text: wordsAt(spec, at, of), criterion: of.record } });
      report(
        finding(spec, 'negative-list', severityOf(spec, criterion), block, hit, message(block, hit, 'negative-list'), {
          criterion: criterion.id,
          record: criterion.id,
          law: criterion.law?.[0],
          related: others
            .filter((o) => o.hit.start !== hit.start || o.block !== block)
            .map((o) => related(spec, o.block, o.hit, message(o.block, o.hit, 'negative-list.related'))),
          data: { criteria: [...new Set(items.map((i) => i.hit.record))], requirement } satisfies NegativeListData,
        }),
      );
    }
  },
};

/** A prohibition of an overlay that binds this buyer: one without a named authority is advice for all, no list. */
function isListed(spec: Spec, works: boolean, criterion: Criterion | undefined): criterion is Criterion {
  return (
    // The lists of Hamburg and Berlin bind supplies and services; only that of the federation binds works, too.
    (!works || criterion?.jurisdiction?.includes('DE') === true) &&
    criterion?.kind === 'prohibition' &&
    criterion.status === 'active' &&
    criterion.authority !== undefined &&
    (criterion.obligation === 'admin-rule' || criterion.obligation === 'legal-duty') &&
    holdsFor(spec, criterion)
  );
}

function isDemanded(spec: Spec, block: number, hit: Hit): boolean {
  const slot = slotOf(spec, block);
  if (slot === 'selection' || slot === 'award' || slot === 'evidence') return false;
  const requirement = requirementAt(spec, block, hit.sentence);
  if (!isNormative(spec, requirement) || isQuoted(spec, block, hit, hit.sentence)) return false;
  if (says(spec, requirement, 'existing-state') || says(spec, requirement, 'not-bought') || says(spec, requirement, 'excluded-goods'))
    return false;
  const next = nextSentence(spec, requirement);
  if (says(spec, requirement, 'exception-reason') || (next && hasVocabulary(next.vocabulary, 'exception-reason'))) return false;
  return !above(spec, block).some((b) => hasAny(spec, b, ['not-bought', 'excluded-goods', 'exception-reason']));
}

/** What is said over a requirement: lead-in of its list, header of its table, heading of its section. */
function above({ outline }: Spec, block: number): number[] {
  const heading = outline.sections[outline.sectionOf[block]]?.heading ?? -1;
  return [outline.leadInOf[block], outline.headerOf[block], heading].filter((b) => b >= 0);
}

function hasAny(spec: Spec, block: number, ids: readonly VocabularyId[]): boolean {
  return ids.some((id) => hasVocabulary(spec.facts[block].vocabulary, id));
}

/** A list that begins at a contract value nobody has stated may not apply: then no warning. */
function severityOf(spec: Spec, { applies_from }: Criterion) {
  return applies_from && spec.context.value === undefined ? 'information' : legalSeverity(spec, 'negative-list');
}
