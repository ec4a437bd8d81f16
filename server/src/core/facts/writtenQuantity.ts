/** How a quantity is written: where its comparator and number stand, and what another number in its place would look like. */

import type { Language } from '../context';
import type { Quantity } from '../match/model';
import { unitNamed } from '../match/units';
import { withCapitalOf } from '../text/capitals';
import type { Span } from '../text/model';
import { type Bound, bindingComparator, type Direction, isOpen } from './strictness';

/** Places relative to the block. */
export interface WrittenQuantity {
  /** "bis zu", "mindestens", "zwischen", with the blank behind it; empty at the number when none stands there. */
  readonly comparator: Span;
  /** The number, for a range all of "50 bis 80". */
  readonly number: Span;
  /** What stands behind the number, its blank included: " Jahre". */
  readonly unit: string;
}

const comparatorInFront =
  /(?<![\p{L}\d])(?:bis\s+zu|maximal|max\.?|höchstens|up\s+to|at\s+most|(?:a\s+)?maximum\s+of|maximum|mindestens|mind\.?|min\.|minimal|wenigstens|zumindest|at\s+least|(?:a\s+)?minimum\s+of|minimum|ca\.|circa|etwa|rund|about|approximately|approx\.|zwischen|between|≤|≥|<|>)\s*$/iu;
const digits = /^\d[\d.,'’]*(?:[ \u00a0\u202f]\d{3}(?!\d))*(?<=\d)/;
const secondNumber = /^(?:\s?%|\s\p{L}+)?\s*(?:[-–—−]|…|bis(?:\s+zu)?|to|und|and)\s*\d[\d.,'’]*(?<=\d)/u;
const numberWord = /^\p{L}+(?:\s\(\d+\))?(?=\s)/u;

/** `text` is the text of the block. `undefined` for values in words that no number can replace ("ein Drittel", "zur Hälfte"). */
export function writtenQuantity(text: string, quantity: Quantity): WrittenQuantity | undefined {
  const words = text.slice(quantity.start, quantity.end);
  let length = (digits.exec(words) ?? numberWord.exec(words))?.[0].length;
  if (length === undefined || (quantity.unit === '%' && !/%|prozent|per\s?cent|hundert|v\.?\s?H/i.test(words))) return undefined;
  if (quantity.high !== undefined) {
    const second = secondNumber.exec(words.slice(length));
    if (!second) return undefined;
    length += second[0].length;
  }
  const front = comparatorInFront.exec(text.slice(Math.max(0, quantity.start - 30), quantity.start));
  return {
    comparator: { start: quantity.start - (front?.[0].length ?? 0), end: quantity.start },
    number: { start: quantity.start, end: quantity.start + length },
    unit: words.slice(length),
  };
}

/** The value as a mark shows it: from its comparator to its unit. `text` is the text of the block. */
export function valueSpan(text: string, quantity: Quantity): Span {
  return { start: writtenQuantity(text, quantity)?.comparator.start ?? quantity.start, end: quantity.end };
}

/** Comparators that say in so many words that the property is bounded on the wrong side; others may speak of something else. */
const openWords =
  /^(?:bis\s+zu|up\s+to|maximal|max\.?|höchstens|at\s+most|(?:a\s+)?maximum(?:\s+of)?|mindestens|mind\.?|wenigstens|at\s+least)\s*$/i;
const openWordsOfTime = /^(?:bis\s+zu|up\s+to)\s*$/i;

/** Whether the text plainly offers "up to" where a minimum is needed, or "at least" where a maximum is. */
export function isPlainlyOpen(text: string, quantity: Quantity, written: WrittenQuantity, direction: Direction): boolean {
  if (!isOpen(quantity, direction)) return false;
  const words = text.slice(written.comparator.start, written.comparator.end);
  return (quantity.dimension === 'time' ? openWordsOfTime : openWords).test(words);
}

const bounds: Readonly<Record<Language, Readonly<Record<'min' | 'max', string>>>> = {
  de: { min: 'mindestens', max: 'höchstens' },
  en: { min: 'at least', max: 'at most' },
};

/** What to write in place of comparator and number so that the value binds; `value` in the base unit. */
export function rewritten(
  text: string,
  quantity: Quantity,
  written: WrittenQuantity,
  value: number,
  direction: Direction,
  language: Language,
  format: (value: number, language: Language) => string,
): { readonly span: Span; readonly text: string } {
  const number = format(inUnitOf(quantity, value), language);
  const comparator = text.slice(written.comparator.start, written.comparator.end);
  const binding = bounds[language][bindingComparator(direction)];
  const wrong = comparator !== '' && !binds(quantity, direction);
  if (!wrong && quantity.comparator !== 'range') return { span: written.number, text: number };
  return { span: { start: written.comparator.start, end: written.number.end }, text: `${withCapitalOf(comparator, binding)} ${number}` };
}

function binds({ comparator }: Bound, direction: Direction): boolean {
  return comparator === bindingComparator(direction);
}

/** A value of the base unit in the unit the text uses. */
export function inUnitOf(quantity: Pick<Quantity, 'unit'>, value: number): number {
  return Number((value / (unitNamed(quantity.unit)?.factor ?? 1)).toPrecision(9));
}
