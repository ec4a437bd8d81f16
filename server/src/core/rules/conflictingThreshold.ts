import { type Claim, isNamed, type StatedValue, statedValues } from '../facts/parameters';
import { blockText, type Spec, wordsAt } from '../facts/spec';
import { bindingComparator, type Direction, same } from '../facts/strictness';
import { valueSpan } from '../facts/writtenQuantity';
import type { Span } from '../text/model';
import { headingsAbove, type Outline } from '../text/outline';
import { finding, type Rule, related } from './rule';
import { statedText } from './weakThreshold';

/** What the fixes need: both places, the earlier first. */
export interface ConflictData {
  readonly earlier: StatedValue;
  readonly later: StatedValue;
  readonly direction: Direction;
}

/**
 * Flags two demands that give the same parameter of the same goods different values: a bidder cannot know which one holds. The mark stands at the
 * later one.
 *
 * Leaves alone: different lots, different positions of a bill of quantities, rows of one table and items of one list; demands that name
 * different goods or different subjects; the lower and the upper end of a range; staged values with years; scored values against minimum
 * values.
 */
export const conflictingThreshold: Rule = {
  id: 'conflicting-threshold',
  find({ spec, products }, report) {
    const earlier = new Map<string, StatedValue[]>();
    for (const later of statedValues(spec, products)) {
      const claim = bindingClaim(later);
      if (!claim || !isNamed(spec, later.propertyBlock, later.property.sentence, claim.param)) continue;
      const { direction } = claim.param;
      const key = `${claim.criterion.id} ${claim.param.name}`;
      const before = earlier.get(key) ?? [];
      // What repeats itself endlessly is compared with its beginnings only.
      if (before.length < mostCompared) earlier.set(key, [...before, later]);
      const other = before.find((e) => !same(e.quantity.value, later.quantity.value) && speakOfTheSame(spec, e, later));
      if (!other) continue;
      const span = spanOf(spec, later);
      const values = { text: wordsAt(spec, later.block, span), criterion: claim.criterion.id, other: statedText(spec, other, direction) };
      report(
        finding(
          spec,
          'conflicting-threshold',
          'information',
          later.block,
          span,
          { id: 'conflicting-threshold', values },
          {
            record: claim.criterion.id,
            criterion: claim.criterion.id,
            law: 'gwb-121',
            related: [related(spec, other.block, spanOf(spec, other), { id: 'conflicting-threshold.related', values: {} })],
            data: { earlier: other, later, direction } satisfies ConflictData,
          },
        ),
      );
    }
  },
};

const mostCompared = 20;

function spanOf(spec: Spec, { block, quantity }: StatedValue): Span {
  return valueSpan(blockText(spec, block), quantity);
}

/** The only claim of a value that binds in its direction: "bis zu" where a minimum is needed, about-values and ranges are not compared. */
function bindingClaim({ claims, quantity }: StatedValue): Claim | undefined {
  if (claims.length !== 1) return undefined;
  const { comparator } = quantity;
  return comparator === 'exact' || comparator === bindingComparator(claims[0].param.direction) ? claims[0] : undefined;
}

function speakOfTheSame(spec: Spec, a: StatedValue, b: StatedValue): boolean {
  const { outline } = spec;
  if (outline.positionOf[a.block] !== outline.positionOf[b.block]) return false;
  if (outline.headerOf[a.block] >= 0 && outline.headerOf[a.block] === outline.headerOf[b.block]) return false;
  if (outline.leadInOf[a.block] >= 0 && outline.leadInOf[a.block] === outline.leadInOf[b.block]) return false;
  if (lotOf(spec, a.block) !== lotOf(spec, b.block)) return false;
  if (inParallelSections(spec, a.block, b.block)) return false;
  const [textA, textB] = [requirementText(spec, a), requirementText(spec, b)];
  if (staged.test(textA) || staged.test(textB)) return false;
  if (!sameSet(goodsOf(spec, a.block), goodsOf(spec, b.block))) return false;
  const [subjectsA, subjectsB] = [subjectsOf(spec, a), subjectsOf(spec, b)];
  return isSubset(subjectsA, subjectsB) || isSubset(subjectsB, subjectsA);
}

const staged = /(?<!\d)20\d\d(?!\d)|nachfolgend|danach|anschließend|thereafter/i;
const lotName = /(?<!\p{L})(?:Los|Teillos|Fachlos|Lot)(?:[-\s]?(?:Nr\.?|No\.?))?[-\s]*(\d+|[A-Z](?!\p{L})|[IVX]+(?!\p{L}))/u;

/** The lot a block belongs to: named in its own text, else in the nearest heading above that names one. */
function lotOf(spec: Spec, block: number): string | undefined {
  for (const place of [block, ...headingsAbove(spec.outline, block)]) {
    const lot = lotName.exec(blockText(spec, place))?.[1];
    if (lot) return lot;
  }
  return undefined;
}

/** "Gerätetyp 1" and "Gerätetyp 2": sections side by side whose headings begin alike describe different goods alike. */
function inParallelSections({ outline, document, facts }: Spec, a: number, b: number): boolean {
  const [pathA, pathB] = [pathOf(outline, a), pathOf(outline, b)];
  const depth = pathA.findIndex((section, i) => section !== pathB[i]);
  if (depth < 0 || depth >= pathB.length) return false;
  const firstWord = (section: number) => {
    const { heading } = outline.sections[section];
    const { start, end } = facts[heading].sentences[0] ?? { start: 0, end: 0 };
    return /\p{L}{3,}/u.exec(document.text.slice(document.starts[heading] + start, document.starts[heading] + end))?.[0].toLowerCase();
  };
  const first = firstWord(pathA[depth]);
  return first !== undefined && first === firstWord(pathB[depth]);
}

/** Sections with a heading around a block, from the outside in. */
function pathOf({ sections, sectionOf }: Outline, block: number): number[] {
  const path: number[] = [];
  for (let at = sectionOf[block]; at > 0; at = sections[at].parent) path.unshift(at);
  return path;
}

/** Product groups the block names, else those of the nearest heading below the title that names any. */
function goodsOf(spec: Spec, block: number): Set<string> {
  const named = (at: number) => new Set(spec.facts[at].hits.filter((h) => h.kind === 'product').map((h) => h.record));
  const own = named(block);
  if (own.size > 0) return own;
  const { sections, sectionOf } = spec.outline;
  for (let at = sectionOf[block]; sections[at].level > 1; at = sections[at].parent) {
    const goods = named(sections[at].heading);
    if (goods.size > 0) return goods;
  }
  return own;
}

function requirementText(spec: Spec, { block, requirement }: StatedValue): string {
  const { sentences } = spec.facts[block];
  return blockText(spec, block).slice(sentences[requirement.firstSentence].start, sentences[requirement.lastSentence].end);
}

const modal = /\b(?:shall|must|should|will|is|are|has|have|contains?)\b/i;
const article = new Set(
  'der die das den dem des ein eine einen einem einer alle jede jeder für bei im in the a an all each every'.split(' '),
);

/** Whom or what the demand is about besides the property: its nouns in German, the words before the verb in English. */
function subjectsOf(spec: Spec, { block, requirement, quantity, property, propertyBlock }: StatedValue): Set<string> {
  const { sentences, hits } = spec.facts[block];
  const from = sentences[requirement.firstSentence].start;
  const taken: Span[] = [quantity, ...hits.filter((h) => h.kind === 'product')];
  if (propertyBlock === block) taken.push(...ends(blockText(spec, block), property));
  let text = blockText(spec, block).slice(0, sentences[requirement.lastSentence].end);
  for (const { start, end } of taken) text = text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);
  text = text.slice(from);
  const words =
    spec.language === 'en'
      ? text.slice(0, modal.exec(text)?.index ?? text.length).match(/[a-z][a-z-]+/gi)
      : text.match(/\p{Lu}[\p{L}-]+/gu);
  return new Set((words ?? []).map((w) => w.toLowerCase()).filter((w) => !article.has(w) && !bounding.test(w)));
}

/** First and last word: what lies between the words of a phrase is no part of the property. */
function ends(text: string, { start, end }: Span): Span[] {
  const words = text.slice(start, end);
  const [first] = /^[\p{L}\d-]*/u.exec(words)!;
  const [last] = /[\p{L}\d-]*$/u.exec(words)!;
  return [
    { start, end: start + first.length },
    { start: end - last.length, end },
  ];
}

const bounding = /^(?:mindestens|höchstens|maximal|minimum|maximum|least|most)$/;

function isSubset(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...a].every((word) => b.has(word));
}

function sameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && isSubset(a, b);
}
