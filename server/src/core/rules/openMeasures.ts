/**
 * Words in place of a measure where the subject is one of sustainability ("Füllmaterial ist auf das Nötigste zu beschränken"), and hedges on a demand
 * that addresses a criterion and states no value. Part of weak-threshold.
 */
import { concernsGoods, holdsFor } from '../coverage/coverage';
import { hasVocabulary } from '../facts/model';
import { blockText, isNormative, isQuoted, requirementAt, type Spec, slotOf, wordsAt } from '../facts/spec';
import type { Message } from '../findings';
import type { Quantity } from '../match/model';
import type { Span } from '../text/model';
import type { RuleInput } from './rule';
import { eachHit, type PlacedHit } from './vagueTerm';
import type { Shortfall } from './weakThreshold';

/** All open measures and hedges that leave a criterion open. */
export function openMeasures({ spec, products }: RuleInput): Shortfall[] {
  const groups = new Set(products.map((p) => p.id));
  const found: Shortfall[] = [];
  const add = (block: number, sentence: number, span: Span, criterion: string | undefined, hedge?: PlacedHit) => {
    const requirement = requirementAt(spec, block, sentence);
    const text = wordsAt(spec, block, span);
    const message: Message =
      hedge && criterion ? { id: 'weak-threshold.hedge', values: { text, criterion } } : { id: 'weak-threshold.measure', values: { text } };
    found.push({ block, sentence, span, message, data: { kind: 'measure', requirement, criterion, hedge } });
  };
  for (const block of spec.about['open-measure']) {
    if (!mayDemand(spec, block)) continue;
    const { places } = spec.facts[block];
    for (const place of places) {
      if (place.id !== 'open-measure') continue;
      if (isMeasured(spec, block, place.sentence) || isQuoted(spec, block, place, place.sentence)) continue;
      const requirement = requirementAt(spec, block, place.sentence);
      if (!isNormative(spec, requirement)) continue;
      const near = (span: Span) => belongTogether(spec, block, span, place);
      const criterion = addressed(spec, block, place.sentence, groups, near);
      if (criterion || places.some((p) => isSubject(p.id) && p.sentence === place.sentence && near(p)))
        add(block, place.sentence, beforeVagueTerm(spec, block, place), criterion);
    }
  }
  eachHit(spec, 'weak-modality', (hedge, requirement) => {
    const { block, hit, sentence } = hedge;
    if (!mayDemand(spec, block) || isMeasured(spec, block, sentence) || !isNormative(spec, requirement)) return;
    if (isQuoted(spec, block, hit, sentence)) return;
    const criterion = addressed(spec, block, sentence, groups, (span) => belongTogether(spec, block, span, hit));
    if (criterion) add(block, sentence, hit, criterion, hedge);
  });
  return found;
}

/** How far words of degree reach to both sides, in UTF-16 units: about a dozen words. */
const degreeReach = 120;

/** Whether the two stand in one clause: one comma parts clauses, two fence something in. */
function belongTogether(spec: Spec, block: number, a: Span, b: Span): boolean {
  const [from, to] = a.start < b.start ? [a.end, b.start] : [b.end, a.start];
  if (to <= from) return true;
  const between = blockText(spec, block).slice(from, to).replace(/\s+/g, ' ');
  return between.length <= degreeReach && !between.includes(';') && between.split(', ').length !== 2;
}

/** "möglichst recycelbar": the degree is this rule's matter, the term another's. */
function beforeVagueTerm(spec: Spec, block: number, place: Span): Span {
  const { wording } = spec.compiled.catalogue;
  const vague = spec.facts[block].hits.find(
    (h) => h.kind === 'wording' && wording.get(h.record)?.rule === 'vague-term' && h.start > place.start && h.end <= place.end,
  );
  return vague ? { start: place.start, end: place.start + blockText(spec, block).slice(place.start, vague.start).trimEnd().length } : place;
}

function isSubject(id: string): boolean {
  return id === 'measure-subject' || id === 'sustainability-term';
}

/** Whether demands on the goods or their making may stand in the block. */
export function mayDemand(spec: Spec, block: number): boolean {
  const { kind } = spec.document.blocks[block];
  const slot = slotOf(spec, block);
  return kind !== 'heading' && kind !== 'table-header' && slot !== 'context' && slot !== 'selection';
}

/** The criterion of the goods bought that the sentence addresses. */
function addressed(
  spec: Spec,
  block: number,
  sentence: number,
  groups: ReadonlySet<string>,
  near: (span: Span) => boolean,
): string | undefined {
  const { hits } = spec.facts[block];
  for (const hit of hits) {
    if (hit.kind !== 'criterion' || hit.sentence !== sentence || !near(hit)) continue;
    const criterion = spec.compiled.catalogue.criteria.get(hit.record);
    if (criterion && holdsFor(spec, criterion) && concernsGoods(criterion, groups, hits)) return criterion.id;
  }
  return undefined;
}

/** Prices, points and numbers of pieces say nothing of how much. */
function measures({ dimension, unit }: Quantity): boolean {
  return dimension !== 'money' && dimension !== 'points' && unit !== 'piece';
}

/** A number, label or standard in the sentence is a measure already. */
function isMeasured(spec: Spec, block: number, sentence: number): boolean {
  const { quantities, mentions, sentences } = spec.facts[block];
  return (
    quantities.some((q) => q.sentence === sentence && measures(q)) ||
    mentions.some((m) => m.sentence === sentence && m.kind !== 'brand') ||
    hasVocabulary(sentences[sentence].vocabulary, 'definition')
  );
}
