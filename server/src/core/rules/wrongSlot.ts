import type { Label, Slot } from '../catalogue/schema';
import { hasVocabulary, type VocabularyId } from '../facts/model';
import { namesGoods } from '../facts/products';
import { isNormative, isQuoted, type Requirement, requirementAt, type Spec, says, slotOf, wordsAt } from '../facts/spec';
import type { Span } from '../text/model';
import { finding, legalSeverity, type Rule, type RuleInput, relatedWords } from './rule';

/** What the fix needs: what belongs in which section. */
export interface WrongSlotData {
  readonly slot: Slot;
  readonly requirement: Requirement;
  /** Last block of what shares the cause and moves along. */
  readonly last: number;
}

interface Misplaced {
  readonly block: number;
  readonly place: Span;
  readonly requirement: Requirement;
  readonly kind: 'labour' | 'references' | 'property';
}

const belongs: Readonly<Record<Misplaced['kind'], { readonly slot: Slot; readonly law: string }>> = {
  labour: { slot: 'performance', law: 'gwb-128' },
  references: { slot: 'selection', law: 'gwb-122' },
  property: { slot: 'specification', law: 'gwb-122' },
};

/**
 * Flags what stands in the wrong section: a clause on labour standards or a property of the goods among the demands on the bidder's suitability,
 * references and experience of the company among the award criteria.
 *
 * Leaves alone: `performance`; experience and qualification of the persons who perform (§ 58 (2) no. 2 VgV); exclusion grounds; management systems
 * and references in `selection`.
 */
export const wrongSlot: Rule = {
  id: 'wrong-slot',
  find(input, report) {
    const { spec } = input;
    const severity = legalSeverity(spec, 'wrong-slot');
    const all = [...labourClauses(spec), ...references(spec), ...properties(input)];
    const groups: Misplaced[][] = [];
    for (const misplaced of all.sort((a, b) => a.block - b.block || a.place.start - b.place.start)) {
      const open = groups[groups.length - 1];
      if (open && isSameCause(spec, open[open.length - 1], misplaced)) open.push(misplaced);
      else groups.push([misplaced]);
    }
    for (const [{ block, place, requirement, kind }, ...others] of groups) {
      const { slot, law } = belongs[kind];
      report(
        finding(
          spec,
          'wrong-slot',
          severity,
          block,
          place,
          { id: `wrong-slot.${kind}`, values: { text: wordsAt(spec, block, place) } },
          {
            law,
            related: relatedWords(
              spec,
              others.map((o) => ({ ...o.place, block: o.block })),
              'wrong-slot.related',
            ),
            data: { slot, requirement, last: others[others.length - 1]?.block ?? block } satisfies WrongSlotData,
          },
        ),
      );
    }
  },
};

/** Clauses on how the goods are made concern the performance of the contract, not the bidder's suitability. */
function* labourClauses(spec: Spec): Generator<Misplaced> {
  for (const block of spec.about['labour-clause']) {
    if (!isSuitability(spec, block)) continue;
    for (const { requirement, ...placed } of placesOf(spec, block, 'labour-clause')) {
      if (anywhere(spec, requirement, 'exclusion-ground')) continue;
      yield { ...placed, requirement, kind: 'labour' };
    }
  }
}

/** Who the bidder is and what it has done decides on suitability; it must not be weighed again. */
function* references(spec: Spec): Generator<Misplaced> {
  for (const block of spec.about['bidder-references']) {
    if (slotOf(spec, block) !== 'award') continue;
    for (const { requirement, ...placed } of placesOf(spec, block, 'bidder-references')) {
      // A passage on key persons goes on to speak of their references.
      if (anywhere(spec, requirement, 'staff') || hasVocabulary(spec.facts[block].vocabulary, 'staff')) continue;
      yield { ...placed, requirement, kind: 'references' };
    }
  }
}

/** A label or a criterion of the specification that a requirement on goods states. */
function* properties({ spec, products }: RuleInput): Generator<Misplaced> {
  const { labels, criteria } = spec.compiled.catalogue;
  const groups = new Set(products.map((p) => p.id));
  const judge = (block: number, place: Span & { sentence: number }, goodsOnly: boolean): Misplaced | undefined => {
    const requirement = requirementAt(spec, block, place.sentence);
    if (!isDemand(spec, requirement, place) || says(spec, requirement, 'bidder-references')) return undefined;
    if (goodsOnly ? !namesGoods(spec, requirement, groups) : says(spec, requirement, 'contractor')) return undefined;
    return { block, place, requirement, kind: 'property' };
  };
  for (const block of spec.about.label) {
    if (!isSuitability(spec, block)) continue;
    for (const mention of spec.facts[block].mentions) {
      const kind = mention.kind === 'label' ? labels.get(mention.record)?.kind : undefined;
      if (!kind || !productLabels.has(kind)) continue;
      const found = judge(block, mention, true);
      if (found) yield found;
    }
  }
  for (const block of spec.about.criterion) {
    if (!isSuitability(spec, block)) continue;
    for (const hit of spec.facts[block].hits) {
      const criterion = hit.kind === 'criterion' ? criteria.get(hit.record) : undefined;
      if (criterion?.slot !== 'specification' || criterion.kind !== 'requirement') continue;
      const named = criterion.products.some(
        (id) =>
          groups.has(id) && spec.facts[block].hits.some((h) => h.kind === 'product' && h.record === id && h.sentence === hit.sentence),
      );
      const found = named ? judge(block, hit, false) : undefined;
      if (found) yield found;
    }
  }
}

/** Labels of goods; systems and ratings of companies belong to suitability or to other rules. */
const productLabels = new Set<Label['kind']>(['type-1', 'product-label', 'chain-of-custody', 'social-label']);

function* placesOf(spec: Spec, block: number, id: VocabularyId): Generator<{ block: number; place: Span; requirement: Requirement }> {
  for (const place of spec.facts[block].places) {
    if (place.id !== id) continue;
    const requirement = requirementAt(spec, block, place.sentence);
    if (isDemand(spec, requirement, place)) yield { block, place, requirement };
  }
}

function isDemand(spec: Spec, requirement: Requirement, place: Span & { sentence?: number }): boolean {
  const { block } = requirement;
  const { kind } = spec.document.blocks[block];
  if (kind === 'heading' || kind === 'table-header') return false;
  if (!isNormative(spec, requirement) || says(spec, requirement, 'negation')) return false;
  return !isQuoted(spec, block, place, place.sentence ?? requirement.firstSentence);
}

/** Under a heading that speaks of suitability itself: instructions on how to submit are no demand on the bidder. */
function isSuitability(spec: Spec, block: number): boolean {
  if (slotOf(spec, block) !== 'selection') return false;
  const { sections, sectionOf } = spec.outline;
  for (let section = sectionOf[block]; section >= 0 && spec.slots[section] === 'selection'; section = sections[section].parent) {
    const { heading } = sections[section];
    if (heading < 0) return false;
    const { vocabulary } = spec.facts[heading];
    if (hasVocabulary(vocabulary, 'exclusion-ground')) return false;
    if (hasVocabulary(vocabulary, 'suitability-heading')) return true;
  }
  return false;
}

/** In the requirement, what leads in to it, its column header, or the headings of its section. */
export function anywhere(spec: Spec, requirement: Requirement, id: VocabularyId): boolean {
  if (says(spec, requirement, id)) return true;
  const { outline, facts, slots } = spec;
  const { block } = requirement;
  for (const other of [outline.leadInOf[block], outline.headerOf[block]])
    if (other >= 0 && hasVocabulary(facts[other].vocabulary, id)) return true;
  const slot = slots[outline.sectionOf[block]];
  for (let section = outline.sectionOf[block]; section >= 0 && slots[section] === slot; section = outline.sections[section].parent) {
    const { heading } = outline.sections[section];
    if (heading >= 0 && hasVocabulary(facts[heading].vocabulary, id)) return true;
  }
  return false;
}

/** The same requirement, or a criterion on references and what explains it right below: one finding. */
function isSameCause(spec: Spec, a: Misplaced, b: Misplaced): boolean {
  if (a.block === b.block && a.requirement.firstSentence === b.requirement.firstSentence) return true;
  const isRow = ({ block }: Misplaced) => spec.document.blocks[block].kind === 'table-row';
  return a.kind === 'references' && b.kind === 'references' && b.block === a.block + 1 && !isRow(a) && !isRow(b);
}
