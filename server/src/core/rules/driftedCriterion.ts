import { forLevel } from '../catalogue/levels';
import type { Param } from '../catalogue/schema';
import { isCovered } from '../facts/equivalence';
import { type BlockFacts, hasVocabulary, type Mention, type VocabularySet } from '../facts/model';
import { requirementAt, type Spec, slotOf, wordsAt } from '../facts/spec';
import { compareBound, type Direction } from '../facts/strictness';
import type { Span } from '../text/model';
import { clauseBeside, demandFacts, isInForce, type MarkedPassage, markedPassages, sentencesOf, wholeFacts } from './markedPassage';
import { finding, type Rule, type RuleInput, related } from './rule';

export type DriftKind = 'value' | 'modal' | 'equivalence' | 'proof';

/** A way in which a passage asks for less than its criterion, with the words that do. */
interface Drift extends Span {
  readonly kind: DriftKind;
  readonly block: number;
}

/** What the fixes need. */
export interface DriftedData {
  readonly passage: MarkedPassage;
  readonly kinds: readonly DriftKind[];
}

/**
 * Flags a passage behind a marker that asks for less than the clause of its criterion: a value lowered, a must become a wish, equivalents no longer
 * admitted, the proof gone.
 *
 * Leaves alone: stricter or merely reworded text, values the buyer sets, a proof that stands elsewhere in the document, stale markers
 * (`stale-criterion` speaks of these).
 */
export const driftedCriterion: Rule = {
  id: 'drifted-criterion',
  find(input, report) {
    const { spec } = input;
    for (const passage of markedPassages(input)) {
      const { criterion } = passage;
      if (!isInForce(passage) || passage.parts.length === 0) continue;
      const drifts = [
        ...loweredValues(spec, passage),
        ...weakerModal(spec, passage),
        ...noEquivalence(input, passage),
        ...noProof(spec, passage),
      ];
      if (drifts.length === 0) continue;
      const [first, ...others] = drifts;
      const message = (drift: Drift, suffix = '') => ({
        id: `drifted-criterion.${drift.kind}${suffix}`,
        values: { criterion: criterion.id, text: wordsAt(spec, drift.block, drift) },
      });
      report(
        finding(spec, 'drifted-criterion', 'information', first.block, first, message(first), {
          criterion: criterion.id,
          record: criterion.id,
          related: [
            ...others.map((drift) => related(spec, drift.block, drift, message(drift, '.related'))),
            ...clauseBeside(spec, passage, criterion, 'drifted-criterion'),
          ],
          data: { passage, kinds: [...new Set(drifts.map((d) => d.kind))] } satisfies DriftedData,
        }),
      );
    }
  },
};

/** Values of the clause whose counterpart in the passage is less strict. Compared only where it is clear which value is meant. */
function loweredValues(spec: Spec, passage: MarkedPassage): Drift[] {
  const { criterion } = passage;
  const level = spec.context.level ?? 1;
  const demand = demandFacts(spec.compiled, criterion, level, spec.language).quantities;
  const params = (criterion.params ?? []).filter((p) => p.direction !== 'none' && forLevel(p.levels, level) !== undefined);
  const found: Drift[] = [];
  for (const dimension of new Set(params.map((p) => p.quantity))) {
    const wanted = demand.filter((q) => q.dimension === dimension);
    const own = params.filter((p) => p.quantity === dimension);
    // A clause with further fixed values of the kind does not say which one a changed text means.
    if (wanted.length !== own.length) continue;
    const given = quantitiesOf(spec, passage).filter(({ quantity }) => quantity.dimension === dimension && !quantity.ambiguous);
    if (given.length < wanted.length) continue;
    if (wanted.length === 1) {
      const weaker = given.every(({ quantity }) => isWeaker(quantity.value, wanted[0].value, own[0]));
      if (weaker) found.push({ kind: 'value', block: given[0].block, start: given[0].quantity.start, end: given[0].quantity.end });
      continue;
    }
    if (given.length !== wanted.length) continue;
    // Several values: in the order of the clause's holes.
    const clause = criterion.clause[spec.language] ?? criterion.clause.de;
    const ordered = [...own].sort((a, b) => clause.indexOf(`{${a.name}}`) - clause.indexOf(`{${b.name}}`));
    given.forEach(({ block, quantity }, i) => {
      if (isWeaker(quantity.value, wanted[i].value, ordered[i]))
        found.push({ kind: 'value', block, start: quantity.start, end: quantity.end });
    });
  }
  return found;
}

function isWeaker(value: number, wanted: number, { direction }: Param): boolean {
  return compareBound({ comparator: 'exact', value }, wanted, direction as Direction) === 'weaker';
}

function quantitiesOf(spec: Spec, { parts }: MarkedPassage) {
  return parts.flatMap(({ block, first, last }) =>
    spec.facts[block].quantities.filter((q) => q.sentence >= first && q.sentence <= last).map((quantity) => ({ block, quantity })),
  );
}

/** A clause that binds, and a passage whose demand only wishes: "soll", "möglichst". The sentence about the proof does not make up for it. */
function weakerModal(spec: Spec, passage: MarkedPassage): Drift[] {
  const demand = demandFacts(spec.compiled, passage.criterion, spec.context.level ?? 1, spec.language);
  if (!hasVocabulary(demand.vocabulary, 'normative-strong') || hasHedge(spec, demand, 0, demand.sentences.length - 1)) return [];
  let soft: Drift | undefined;
  let strong = false;
  for (const { block, index, sentence, facts } of sentencesOf(spec, passage)) {
    const hedge = facts.hits.find((h) => h.sentence === index && isHedge(spec, h));
    if (hedge) return [{ kind: 'modal', block, start: hedge.start, end: hedge.end }];
    if (hasVocabulary(sentence.vocabulary, 'evidence')) continue;
    if (hasVocabulary(sentence.vocabulary, 'normative-strong')) strong = true;
    const place = facts.places.find((p) => p.id === 'normative-soft' && p.sentence === index);
    if (place) soft ??= { kind: 'modal', block, start: place.start, end: place.end };
  }
  return soft && !strong ? [soft] : [];
}

function hasHedge(spec: Spec, { hits }: BlockFacts, first: number, last: number): boolean {
  return hits.some((h) => h.sentence >= first && h.sentence <= last && isHedge(spec, h));
}

function isHedge(spec: Spec, hit: BlockFacts['hits'][number]): boolean {
  return hit.kind === 'wording' && spec.compiled.catalogue.wording.get(hit.record)?.rule === 'weak-modality';
}

/** A label or standard that the clause names in one sentence with equivalents, and the passage without. */
function noEquivalence({ spec, clauses }: RuleInput, passage: MarkedPassage): Drift[] {
  const whole = wholeFacts(spec.compiled, passage.criterion, spec.context.level ?? 1, spec.language);
  const open = (mention: Mention) => opensEquivalents(whole.sentences[mention.sentence].vocabulary);
  for (const { block, index, facts } of sentencesOf(spec, passage)) {
    for (const mention of facts.mentions) {
      if (mention.sentence !== index || clauses[mention.kind]) continue;
      const same = whole.mentions.filter((m) => m.kind === mention.kind && (m.record || m.text) === (mention.record || mention.text));
      if (same.length === 0 || !same.every(open)) continue;
      if (isCovered(spec, requirementAt(spec, block, index), mention.kind)) continue;
      return [{ kind: 'equivalence', block, start: mention.start, end: mention.end }];
    }
  }
  return [];
}

function opensEquivalents(words: VocabularySet): boolean {
  return hasVocabulary(words, 'equivalence') || hasVocabulary(words, 'equivalence-label');
}

/** The clause says how to prove it; neither the passage nor what follows it nor an `evidence` section that names the criterion does. */
function noProof(spec: Spec, passage: MarkedPassage): Drift[] {
  const { criterion, parts } = passage;
  const whole = wholeFacts(spec.compiled, criterion, spec.context.level ?? 1, spec.language);
  if (!hasVocabulary(whole.vocabulary, 'evidence')) return [];
  for (const { index, sentence, facts } of sentencesOf(spec, passage)) {
    if (hasVocabulary(sentence.vocabulary, 'evidence') || facts.mentions.some((m) => m.kind === 'label' && m.sentence === index)) return [];
  }
  const { block, first, last } = parts[0];
  const after = parts[parts.length - 1].block + 1;
  const around = [spec.outline.leadInOf[block], spec.outline.headerOf[block], spec.document.blocks[after]?.kind === 'heading' ? -1 : after];
  if (around.some((b) => b >= 0 && b < spec.facts.length && hasVocabulary(spec.facts[b].vocabulary, 'evidence'))) return [];
  if (isProvedElsewhere(spec, criterion.id)) return [];
  const facts = spec.facts[block];
  const hit = facts.hits.find((h) => h.kind === 'criterion' && h.record === criterion.id && h.sentence >= first && h.sentence <= last);
  return [{ kind: 'proof', block, ...(hit ? { start: hit.start, end: hit.end } : wholeSentence(facts, first)) }];
}

function wholeSentence({ sentences }: BlockFacts, index: number): Span {
  return { start: sentences[index].start, end: sentences[index].end };
}

/** A sentence with a proof word, or an `evidence` section, that names the criterion. */
function isProvedElsewhere(spec: Spec, id: string): boolean {
  return spec.about.criterion.some((block) =>
    spec.facts[block].hits.some(
      (h) =>
        h.kind === 'criterion' &&
        h.record === id &&
        (slotOf(spec, block) === 'evidence' || hasVocabulary(spec.facts[block].sentences[h.sentence].vocabulary, 'evidence')),
    ),
  );
}
