import type { Award, AwardPlace } from '../facts/award/scheme';
import type { Hit } from '../facts/model';
import { hasVocabulary } from '../facts/model';
import {
  blockText,
  isNormative,
  isQuoted,
  nextSentence,
  type Requirement,
  rangeOf,
  requirementAt,
  type Spec,
  slotOf,
  wordsAt,
} from '../facts/spec';
import { standardRecord } from '../facts/standards';
import { contains } from '../text/span';
import { byRequirement, finding, firstRun, type Rule, relatedWords } from './rule';

/** A wording hit with its place; what the fixes of the two wording rules need. */
export interface PlacedHit {
  readonly hit: Hit;
  readonly block: number;
  readonly sentence: number;
}

/**
 * Flags a word that names a wish nobody can check ("umweltfreundlich") in a demand or award row without anything measurable beside it.
 *
 * Leaves alone: `context`, headings, words that head a row, questions, names, quotations, award criteria that parts of their own spell out, a term the document defines, a value, label, standard or class in the same
 * requirement or the next sentence of its block.
 */
export const vagueTerm: Rule = {
  id: 'vague-term',
  find({ spec, award }, report) {
    const titles = titlesOfParts(award);
    const defined = definedTerms(spec);
    const open: PlacedHit[] = [];
    eachHit(spec, 'vague-term', (placed, requirement) => {
      const { block, hit } = placed;
      const { kind } = spec.document.blocks[block];
      if (kind === 'heading' || kind === 'table-header') return;
      const rule = spec.compiled.catalogue.wording.get(hit.record)!;
      if (rule.slots && !rule.slots.includes(slotOf(spec, block))) return;
      if (!isNormative(spec, requirement)) return;
      if (isQuoted(spec, block, hit, hit.sentence)) return;
      if (slotOf(spec, block) !== 'award' && (asks(spec, placed) || namesRow(spec, placed))) return;
      if (isMeasurable(spec, requirement)) return;
      if (isDefined(spec, defined, placed)) return;
      if (titles.some((t) => t.block === block && contains(t, hit))) return;
      open.push(placed);
    });
    for (const { items } of byRequirement(spec, open, (p) => requirementAt(spec, p.block, p.sentence))) {
      const [first] = items;
      const run = firstRun(
        spec,
        first.block,
        items.map((p) => p.hit),
      );
      const others = items.filter((p) => p.hit.start >= run.end);
      const rule = spec.compiled.catalogue.wording.get(first.hit.record)!;
      report(
        finding(
          spec,
          'vague-term',
          'information',
          first.block,
          run,
          { id: 'vague-term', values: { text: wordsAt(spec, first.block, run), record: rule.id } },
          {
            record: rule.id,
            law: rule.law,
            related: relatedWords(
              spec,
              others.map((p) => ({ ...p.hit, block: p.block })),
              'vague-term.related',
            ),
            data: first,
          },
        ),
      );
    }
  },
};

/** Award criteria that parts of their own spell out: the parts are judged, their title is none of the tenderer's business. */
function titlesOfParts({ schemes }: Award): AwardPlace[] {
  return schemes.flatMap(({ criteria }) => criteria.filter((_, i) => criteria.some((c) => c.parent === i)).map((c) => c.place));
}

export function eachHit(
  spec: Spec,
  rule: 'vague-term' | 'weak-modality',
  visit: (placed: PlacedHit, requirement: Requirement) => void,
): void {
  const { wording } = spec.compiled.catalogue;
  for (const block of spec.about.wording) {
    for (const hit of spec.facts[block].hits) {
      if (hit.kind !== 'wording' || wording.get(hit.record)?.rule !== rule) continue;
      visit({ hit, block, sentence: hit.sentence }, requirementAt(spec, block, hit.sentence));
    }
  }
}

/** "Is the device repairable?" demands nothing. */
function asks(spec: Spec, { block, sentence }: PlacedHit): boolean {
  const { start, end } = spec.facts[block].sentences[sentence];
  return /\?\s*$/.test(blockText(spec, block).slice(start, end + 1));
}

/** "Reparierbarkeit | Leuchtmittel einzeln austauschbar": the first words of the row are its heading, another cell says what is demanded. */
function namesRow(spec: Spec, { block, hit }: PlacedHit): boolean {
  const text = blockText(spec, block);
  const cells = spec.document.blocks[block].cells.map((cell) => cell.map(({ start, end }) => text.slice(start, end)).join(' '));
  const first = cells.findIndex((words) => /\p{L}{2}/u.test(words));
  if (first < 0 || cells[first] !== text.slice(hit.start, hit.end)) return false;
  return cells.slice(first + 1).some((words) => (words.match(/\p{L}{2,}/gu) ?? []).length >= 3);
}

/** The matched words as written, line breaks folded. */
export function wordsOf(spec: Spec, { block, hit }: PlacedHit): string {
  return wordsAt(spec, block, hit);
}

/** A value or label the writer has yet to fill in: "mindestens [Wert] kWh", "[Name des Gütezeichens] oder einem gleichwertigen …". */
const toFillIn =
  /(?:mindestens|höchstens|at least|at most|no more than)\s+\[\p{L}[^\]\n]*\](?!\()|\[\p{L}[^\]\n]*\]\s+(?:oder|or)\s+\p{Ll}+\s+(?:gleichwertig|equivalent)/u;

/** A value of the thing itself, a label, or a standard in the requirement or right after it. Weights, points and prices measure nothing. */
function isMeasurable(spec: Spec, requirement: Requirement): boolean {
  const facts = spec.facts[requirement.block];
  const next = nextSentence(spec, requirement);
  const last = requirement.lastSentence + (next ? 1 : 0);
  const award = slotOf(spec, requirement.block) === 'award';
  const inside = (sentence: number) => sentence >= requirement.firstSentence && sentence <= last;
  const { start, end } = rangeOf(spec, requirement);
  return (
    toFillIn.test(spec.document.text.slice(start, end)) ||
    facts.quantities.some((q) => inside(q.sentence) && !award && !unmeasuring.has(q.dimension)) ||
    facts.mentions.some(
      (m) =>
        inside(m.sentence) &&
        ((m.kind === 'label' && spec.compiled.catalogue.labels.get(m.record)?.kind !== 'management-system') ||
          (m.kind === 'standard' && standardRecord(spec.compiled, m.text)?.kind !== 'management-system')),
    )
  );
}

const unmeasuring = new Set(['money', 'count', '']);

/** Terms the document defines, with the nouns they are defined for ("Als umweltfreundlich gelten Artikel, die …"). */
function definedTerms(spec: Spec): Map<string, Set<string>> {
  const terms = new Map<string, Set<string>>();
  for (const block of spec.about.definition) {
    const facts = spec.facts[block];
    for (const hit of facts.hits) {
      const sentence = facts.sentences[hit.sentence];
      if (hit.kind !== 'wording' || !hasVocabulary(sentence.vocabulary, 'definition')) continue;
      const start = spec.document.starts[block];
      const words = spec.document.text
        .slice(start + hit.start, start + sentence.end)
        .split(/[^\p{L}]+/u)
        .slice(0, 9);
      const term = stemLike(wordsOf(spec, { hit, block, sentence: hit.sentence }));
      const nouns = terms.get(term) ?? new Set<string>();
      for (const word of words.slice(1)) if (/^\p{Lu}/u.test(word)) nouns.add(stemLike(word));
      terms.set(term, nouns);
    }
  }
  return terms;
}

/** Words for goods in general, as `stemLike` leaves them: a definition for one of them holds for all. */
const goods = /^(?:artikel|produkt|erzeugnis|product|item|(?:war|good)$)/;

function isDefined(spec: Spec, defined: Map<string, Set<string>>, placed: PlacedHit): boolean {
  const { block, hit, sentence } = placed;
  const nouns = defined.get(stemLike(wordsOf(spec, placed)));
  if (!nouns) return false;
  const facts = spec.facts[block];
  if (hasVocabulary(facts.sentences[sentence].vocabulary, 'definition')) return true;
  const start = spec.document.starts[block];
  const after = /^[\s"“”„»«]*(?:-\s*\n\s*)?([\p{L}-]+)/u.exec(spec.document.text.slice(start + hit.end, start + hit.end + 60))?.[1];
  if (!after || !/^\p{Lu}/u.test(after)) return spec.facts[block].quotations.some((q) => contains(q, hit));
  const noun = stemLike(after);
  return nouns.has(noun) || (goods.test(noun) && [...nouns].some((word) => goods.test(word)));
}

/** Enough to tell "Artikel" from "Artikeln": the definition and its uses stand in one text. */
function stemLike(word: string): string {
  return word.toLowerCase().replace(/(?:en|er|es|e|n|s)$/, '');
}
