import { hasVocabulary } from '../facts/model';
import { type Spec, wordsAt } from '../facts/spec';
import { type DemandData, type DemandedWords, demandedWords, demandsOf, isScored } from './demandedWords';
import { finding, type Rule, relatedWords } from './rule';

/**
 * Flags a demand that shuts out the sustainable choice: virgin material only, original toner only, no recycled paper, paper whiter than recycled
 * paper gets (more than ISO 100 or CIE 135), single use only. "Fabrikneu" is a hint.
 *
 * Leaves alone: a reason of protection (safety, hygiene, food, water) beside it, a named alternative, a prohibition turned round, what exists today,
 * scores in `award`.
 */
export const counterCriterion: Rule = {
  id: 'counter-criterion',
  find({ spec }, report) {
    const open = demandedWords(
      spec,
      'counter-criterion',
      ['counter-criterion', 'brand-new', 'paper-whiteness'],
      (words, requirement) => !isScored(spec, requirement) && !isProtected(spec, words) && shutsOut(spec, words),
    );
    for (const demand of demandsOf(spec, open)) {
      const words = demand.map((w) => (w.vocabulary === 'paper-whiteness' ? upToNumber(spec, w) : w));
      // What excludes the better choice for certain speaks before "fabrikneu".
      const first = words.find((w) => w.vocabulary !== 'brand-new') ?? words[0];
      const others = words.filter((w) => w !== first);
      const text = wordsAt(spec, first.block, first);
      report(
        finding(
          spec,
          'counter-criterion',
          first.vocabulary === 'brand-new' ? 'hint' : 'information',
          first.block,
          first,
          { id: messages[first.vocabulary] ?? 'counter-criterion', values: { text } },
          {
            law: 'gwb-97',
            related: relatedWords(spec, others, 'counter-criterion.related'),
            data: { words: [first, ...others] } satisfies DemandData,
          },
        ),
      );
    }
  },
};

const messages: Readonly<Record<string, string>> = {
  'brand-new': 'counter-criterion.new',
  'paper-whiteness': 'counter-criterion.whiteness',
};

/** A reason of protection in the sentence itself or right before or behind it. */
function isProtected(spec: Spec, { block, sentence }: DemandedWords): boolean {
  const { sentences } = spec.facts[block];
  return sentences.slice(Math.max(0, sentence - 1), sentence + 2).some((s) => hasVocabulary(s.vocabulary, 'protective-reason'));
}

function shutsOut(spec: Spec, words: DemandedWords): boolean {
  if (words.vocabulary === 'paper-whiteness') return isTooWhite(spec, words);
  // A part built in is new anyway; the hint is for goods that can have had a first life.
  return words.vocabulary !== 'brand-new' || spec.outline.positionOf[words.block] < 0;
}

/** The cap of the ecolabel for recycled paper (DE-UZ 14a): brightness after ISO 2470, whiteness after CIE. */
export const whitest = { iso: 100, cie: 135 };

/** What makes the number an upper limit: words in front of it, or behind it. */
const limitBefore =
  /(?:höchstens|maximal|max\.|maximum|nicht mehr als|nicht über|bis(?: zu)?|unter|≤|<=|<|at most|no more than|not more than|up to)\D{0,6}$/i;
const limitBehind = /nicht (?:überschreiten|übersteigen)|not exceed/i;

/** A whiteness in words as it stands in a sentence. Places relative to the sentence. */
export interface Whiteness {
  readonly value: number;
  /** `ISO` only when that scale alone is named. */
  readonly scale: 'ISO' | 'CIE';
  readonly sentence: string;
  readonly start: number;
  readonly end: number;
}

/** A whiteness demanded above what the ecolabel allows; without a scale only what is above both caps. */
function isTooWhite(spec: Spec, words: DemandedWords): boolean {
  const whiteness = whitenessAt(spec, words);
  if (!whiteness) return false;
  const { sentence, start, end, value, scale } = whiteness;
  if (limitBefore.test(sentence.slice(0, start)) || limitBehind.test(sentence.slice(end))) return false;
  return value > (scale === 'ISO' ? whitest.iso : whitest.cie);
}

/** The words up to the number and its scale: what follows says how to measure. */
function upToNumber(spec: Spec, words: DemandedWords): DemandedWords {
  const whiteness = whitenessAt(spec, words);
  if (!whiteness) return words;
  const scale = /^\s*CIE\b/.exec(whiteness.sentence.slice(whiteness.end))?.[0].length ?? 0;
  return { ...words, end: spec.facts[words.block].sentences[words.sentence].start + whiteness.end + scale };
}

const number = /(?<!(?:EN|DIN)[ -]?(?:ISO )?)(?<![\d.,-])\d{2,3}(?![\d.,]*\d|\s*(?:g|mm|cm)\b)/g;

/** The first number of the words that can be a whiteness; numbers of standards ("ISO 2470", "DIN EN 643"; but "ISO 110" is a grade) and weights are none. */
export function whitenessAt({ document, facts }: Spec, { block, start, sentence }: DemandedWords): Whiteness | undefined {
  const base = document.starts[block];
  const span = facts[block].sentences[sentence];
  const text = document.text.slice(base + span.start, base + span.end);
  const from = start - span.start;
  for (const found of text.matchAll(number)) {
    const value = Number(found[0]);
    const end = found.index + found[0].length;
    if (found.index < from || value < 50 || value > 250) continue;
    const around = text.slice(0, end + 8);
    return { value, scale: /CIE|11475/.test(around) || !/ISO/.test(around) ? 'CIE' : 'ISO', sentence: text, start: found.index, end };
  }
  return undefined;
}
