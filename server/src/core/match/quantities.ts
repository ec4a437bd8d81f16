/**
 * Reads quantities: number, unit, and the direction they bind ("mindestens 5 Jahre", "≤ 40 dB(A)", "5 bis 10 %"). Looked for
 * only at numbers. A number without unit counts only with a comparator. Libraries tried were silently wrong by a factor of
 * thousand on "1.250"; here the language decides, and what it cannot decide is flagged.
 */

import type { Language } from '../context';
import { NUMBER_WORD, numberWords, shareWords } from './anchors';
import { classOf, DIGIT, fold, LETTER } from './characters';
import { type Lexicon, NUMERIC } from './lexicon';
import type { Comparator, Quantity, Tokens } from './model';
import { formsFor, type Unit, type UnitForm, unitNamed } from './units';

/**
 * Quantities of a block, ascending. Their span covers number and unit; `comparatorToken` tells where the comparator
 * in front begins.
 * @param from absolute start of the block in `text`
 * @param tokens the block's tokens, made by the matcher that owns `lexicon`
 * @param language decides how "1.250" and "1,250" are read
 */
export function readQuantities(
  text: string,
  from: number,
  tokens: Tokens,
  { lexicon }: { readonly lexicon: Lexicon },
  language: Language,
): Quantity[] {
  const { count, word } = tokens;
  const { flags } = lexicon;
  let found: Quantity[] | undefined;
  let reading: Reading | undefined;
  for (let t = 0; t < count; t++) {
    const flag = flags[word[t]!]!;
    if ((flag & (NUMERIC | NUMBER_WORD)) === 0) {
      const c = text.charCodeAt(from + tokens.start[t]!);
      if (c < 0xbc || c > 0xbe) continue;
    }
    reading ??= { text, from, tokens, lexicon, language };
    const quantity = readAt(reading, t);
    if (quantity === undefined) continue;
    found ??= [];
    found.push(quantity);
    t = quantity.lastToken;
  }
  return found ?? none;
}
const none: Quantity[] = [];

interface Reading {
  readonly text: string;
  readonly from: number;
  readonly tokens: Tokens;
  readonly lexicon: Lexicon;
  readonly language: Language;
}

/** A number with the absolute offset behind it. */
interface ReadNumber {
  readonly value: number;
  readonly end: number;
  readonly ambiguous: boolean;
  /** Written in words: then only units in words follow. */
  readonly inWords: boolean;
  /** "ein", "eine": a number only before a unit of time. */
  readonly article: boolean;
}

function readAt(reading: Reading, t: number): Quantity | undefined {
  const { text, from, tokens } = reading;
  const first = readNumber(reading, t);
  if (first === undefined) return undefined;
  const share = first.inWords ? shareAt(reading, t) : undefined;
  if (share !== undefined) {
    return finish(reading, t, share.first, share.end, share.value, undefined, unitNamed('%')!, false);
  }
  let unit = readUnit(reading, first);
  const sign = isMinus(text, from + tokens.start[t]!) ? -1 : 1;
  const dash = readRange(reading, t, unit === undefined ? first.end : unit.end, unit?.unit);
  if (dash !== undefined) {
    const high = readUnit(reading, dash.number) ?? (unit === undefined ? undefined : { unit: unit.unit, end: dash.number.end });
    if (high !== undefined) {
      const low = unit?.unit ?? high.unit;
      if (low.dimension === high.unit.dimension) {
        return finish(
          reading,
          t,
          t,
          high.end,
          first.value * low.factor * (low.dimension === 'temperature' ? sign : 1),
          dash.number.value * high.unit.factor,
          high.unit,
          first.ambiguous || dash.number.ambiguous,
        );
      }
    } else if (dash.between) {
      return finish(reading, t, t, dash.number.end, first.value, dash.number.value, undefined, first.ambiguous || dash.number.ambiguous);
    }
  }
  if (unit !== undefined && first.article && unit.unit.dimension !== 'time') return undefined;
  if (unit === undefined) {
    if (first.inWords) return undefined;
    return bare(reading, t, first);
  }
  const value = unit.unit.dimension === 'temperature' ? sign * first.value : first.value;
  let ambiguous = first.ambiguous;
  if (unit.ppm) {
    const pages = aboutPages(reading, t);
    unit = { unit: pages ? unitNamed('page/min')! : unitNamed('ppm')!, end: unit.end };
    ambiguous = ambiguous || !pages;
  }
  if (unit.unit.name === 'K' && (value < 1500 || value > 20_000)) return undefined;
  return finish(reading, t, t, unit.end, value * unit.unit.factor, undefined, unit.unit, ambiguous);
}

function finish(
  reading: Reading,
  numberToken: number,
  firstToken: number,
  end: number,
  value: number,
  high: number | undefined,
  unit: Unit | undefined,
  ambiguous: boolean,
): Quantity {
  const { from, tokens } = reading;
  let lastToken = numberToken;
  while (lastToken + 1 < tokens.count && from + tokens.start[lastToken + 1]! < end) lastToken++;
  const found = comparatorAround(reading, firstToken, lastToken, unit);
  const quantity: Quantity = {
    start: tokens.start[firstToken]!,
    end: end - from,
    comparator: high !== undefined ? 'range' : found.comparator,
    value: round(value),
    unit: unit?.name ?? '',
    dimension: unit?.dimension ?? 'number',
    ambiguous,
    firstToken,
    lastToken,
    comparatorToken: found.token,
    sentence: tokens.sentence[firstToken]!,
  };
  return high === undefined ? quantity : { ...quantity, high: round(high) };
}

/** Takes off what binary fractions add: 0.30000000000000004. */
function round(value: number): number {
  return Number.isSafeInteger(value) && Math.abs(value) < 1e12 ? value : Number(value.toPrecision(12));
}

/** A number without unit: only with a comparator that cannot be about places, pages or dates. */
function bare(reading: Reading, t: number, number: ReadNumber): Quantity | undefined {
  const found = comparatorAround(reading, t, t, undefined);
  if (found.comparator === 'exact' || found.comparator === 'about' || found.weak) return undefined;
  return finish(reading, t, t, number.end, number.value, undefined, undefined, number.ambiguous);
}

// Numbers

function readNumber(reading: Reading, t: number): ReadNumber | undefined {
  const { text, from, tokens, lexicon, language } = reading;
  const start = from + tokens.start[t]!;
  const c = text.charCodeAt(start);
  if (classOf[c] !== DIGIT) {
    if (c >= 0xbc && c <= 0xbe) {
      return { value: c === 0xbd ? 0.5 : c === 0xbc ? 0.25 : 0.75, end: start + 1, ambiguous: false, inWords: false, article: false };
    }
    const folded = lexicon.folded[tokens.word[t]!]!;
    const value = numberWords.get(folded) ?? shareWords.get(folded);
    if (value === undefined) return undefined;
    let end = from + tokens.end[t]!;
    // "ein halbes Jahr", "two (2) years"
    const next = t + 1 < tokens.count ? lexicon.folded[tokens.word[t + 1]!]! : '';
    if (value === 1 && numberWords.get(next) === 0.5) return undefined;
    const brackets = /^\s*\((\d+)\)/.exec(text.slice(end, end + 8));
    if (brackets !== null && Number(brackets[1]) === value) end += brackets[0].length;
    return { value, end, ambiguous: false, inWords: true, article: value === 1 };
  }
  // Digits inside a word ("A4") never start a token; digits of a number with a letter ("14a") end before it.
  let stop = start;
  const last = from + tokens.end[t]!;
  while (stop < last && (classOf[text.charCodeAt(stop)]! & LETTER) === 0) stop++;
  let written = text.slice(start, stop);
  let end = stop;
  if (stop === last && /^\d{1,3}$/.test(written)) {
    // 50 000
    for (;;) {
      const group = /^[ \u00a0\u202f\u2009](\d{3})(?!\d|[.,]\d)/.exec(text.slice(end, end + 6));
      if (group === null) break;
      written += group[1];
      end += 4;
    }
  }
  const parsed = parseNumber(written, language);
  if (parsed === undefined) return undefined;
  let { value } = parsed;
  // Most numbers end here: behind them stands a sign that can add nothing.
  if (!mayGoOn(text, end)) return { value, end, ambiguous: parsed.ambiguous, inWords: false, article: false };
  const power = /^\s?(?:[*×x·]|\*\*)\s?10(?:\^\s?(-?\d{1,2})|([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2}))/.exec(text.slice(end, end + 12));
  if (power !== null) {
    value *= 10 ** Number(power[1] ?? [...power[2]!].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(digit)).join(''));
    end += power[0].length;
  }
  const half = /^\s?([½¼¾])/.exec(text.slice(end, end + 2));
  if (half !== null) {
    value += half[1] === '½' ? 0.5 : half[1] === '¼' ? 0.25 : 0.75;
    end += half[0].length;
  }
  const times =
    /^[\s\u00a0]{1,2}(Mio\.?|Millionen|Million|million|Mrd\.?|Milliarden?|billion|Tsd\.?|tausend|Tausend|thousand)(?![\p{L}])/u.exec(
      text.slice(end, end + 16),
    );
  if (times !== null) {
    const name = times[1]!.toLowerCase();
    value *=
      name.startsWith('mio') || name.startsWith('million')
        ? 1e6
        : name.startsWith('mrd') || name.startsWith('mil') || name === 'billion'
          ? 1e9
          : 1e3;
    end += times[0].length;
  }
  return { value, end, ambiguous: parsed.ambiguous, inWords: false, article: false };
}

/** Can a power of ten, a half or "Mio." follow at `at`? */
function mayGoOn(text: string, at: number): boolean {
  for (let i = at; i < at + 3 && i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c <= 0x20) continue;
    return c >= 0x80 || '*xMmTtb'.includes(text[i]!);
  }
  return false;
}

/**
 * A number as written, with either kind of separator. `undefined` for what is no number (dates, "2.4.120").
 * `ambiguous`: the sign is the language's decimal sign, but three digits follow it as in a number of thousands.
 */
export function parseNumber(written: string, language: Language): { value: number; ambiguous: boolean } | undefined {
  if (onlyDigits.test(written)) return { value: Number(written), ambiguous: false };
  const plain = written.replace(/['’]/g, '');
  if (onlyDigits.test(plain)) return { value: Number(plain), ambiguous: false };
  const thousands = language === 'de' ? '.' : ',';
  const decimal = language === 'de' ? ',' : '.';
  // Both signs: 1.000,5 and 1,000.5 are clear in any language.
  if (stopsAndComma.test(plain)) return { value: Number(plain.replaceAll('.', '').replace(',', '.')), ambiguous: false };
  if (commasAndStop.test(plain)) return { value: Number(plain.replaceAll(',', '')), ambiguous: false };
  if (grouped[thousands].test(plain)) return { value: Number(plain.replaceAll(thousands, '')), ambiguous: false };
  if (grouped[decimal].test(plain)) {
    const groups = plain.split(decimal);
    if (groups.length > 2) return { value: Number(groups.join('')), ambiguous: false };
    return { value: Number(groups.join('.')), ambiguous: true };
  }
  if (/^\d+[.,]\d+$/.test(plain)) return { value: Number(plain.replace(',', '.')), ambiguous: false };
  return undefined;
}

const onlyDigits = /^\d+$/;
const stopsAndComma = /^\d{1,3}(?:\.\d{3})+,\d+$/;
const commasAndStop = /^\d{1,3}(?:,\d{3})+\.\d+$/;
const grouped = { '.': /^[1-9]\d{0,2}(?:\.\d{3})+$/, ',': /^[1-9]\d{0,2}(?:,\d{3})+$/ };

/** "ein Drittel", "die Hälfte", "zur Hälfte", "zwei Drittel". */
function shareAt(reading: Reading, t: number): { value: number; first: number; end: number } | undefined {
  const { from, tokens, lexicon } = reading;
  const folded = (k: number): string => (k >= 0 && k < tokens.count ? lexicon.folded[tokens.word[k]!]! : '');
  const here = shareWords.get(folded(t));
  if (here !== undefined) {
    // "eine Dreiviertelstunde", "Viertel" of a town: only with an article or a preposition in front.
    return /^(?:die|der|zur|rund|etwa|uber|mindestens|hochstens)$/.test(folded(t - 1)) && here === 50
      ? { value: here, first: t, end: from + tokens.end[t]! }
      : undefined;
  }
  const next = shareWords.get(folded(t + 1));
  const number = numberWords.get(folded(t));
  if (next === undefined || number === undefined || tokens.end[t]! + 1 < tokens.start[t + 1]!) return undefined;
  return { value: number * next, first: t, end: from + tokens.end[t + 1]! };
}

// Units

interface ReadUnit {
  readonly unit: Unit;
  readonly end: number;
  readonly ppm?: boolean;
}

function readUnit(reading: Reading, number: ReadNumber): ReadUnit | undefined {
  const { text } = reading;
  let at = number.end;
  let hyphen = false;
  let blanks = 0;
  let lines = 0;
  for (; at < text.length; at++) {
    const c = text.charCodeAt(at);
    if (c === 0x0a) lines++;
    else if (c === 0x2d || c === 0x2010 || c === 0x2011) {
      if (hyphen || blanks > 0) return undefined;
      hyphen = true;
    } else if (c === 0x20 || c === 0xa0 || c === 0x202f || c === 0x2009 || c === 0x0d || c === 0x09) blanks++;
    else break;
  }
  if (lines > 1 || (lines === 0 && blanks > 2)) return undefined;
  let stop = at;
  while (stop < text.length && stop - at < 24 && classOf[text.charCodeAt(stop)]! & LETTER) stop++;
  const key = stop > at ? fold(text.slice(at, stop)) : (text[at] ?? '');
  for (const form of formsFor(key)) {
    if (hyphen && !form.unit.inWords && form.unit.name !== '%' && form.unit.dimension !== 'money' && form.unit.dimension !== 'power')
      continue;
    if (number.inWords && !form.unit.inWords && form.unit.dimension !== 'money' && form.unit.name !== '%') continue;
    const end = endOfForm(text, at, form);
    if (end < 0) continue;
    if (form.text === 'min' && nextIsNumber(text, end)) continue;
    if (form.unit.name === 'inch' && !form.unit.inWords && (lines + blanks > 0 || number.value >= 100)) continue;
    if (form.unit.name === 'page/min' && form.text === 'ppm') return { unit: form.unit, end, ppm: true };
    return { unit: form.unit, end };
  }
  return undefined;
}

/** "Stufe 3 min. 5 Jahre": here "min." belongs to what follows. */
function nextIsNumber(text: string, at: number): boolean {
  return /^\.\s*\d/.test(text.slice(at, at + 6));
}

/** Absolute end of the unit written at `at`, or -1. */
function endOfForm(text: string, at: number, form: UnitForm): number {
  const wanted = form.text;
  const { inWords } = form.unit;
  let i = at;
  for (let k = 0; k < wanted.length; k++) {
    const w = wanted.charCodeAt(k);
    if (w === 0x20) {
      i = skipBlanks(text, i);
      continue;
    }
    if (w === 0x2f) {
      const sign = text.charCodeAt(i);
      if (sign !== 0x2f && sign > 0x20 && sign < 0xa0) return -1;
      const stroke = /^\s?\/\s?/.exec(text.slice(i, i + 3)) ?? /^\s+(?:pro|je|per)\s+/.exec(text.slice(i, i + 8));
      if (stroke === null) return -1;
      i += stroke[0].length;
      continue;
    }
    if (i >= text.length) return -1;
    let c = text.charCodeAt(i);
    if (c === 0xad) {
      i++;
      k--;
      continue;
    }
    if (c === w) {
      i++;
      continue;
    }
    if (w >= 0x32 && w <= 0x33 && (c === 0x2080 + w - 0x30 || c === 0xb2 + w - 0x32)) {
      i++;
      continue;
    }
    if (!inWords) return -1;
    // u + U+0308 is read as ü.
    const mark = text.charCodeAt(i + 1);
    const folded = fold(text[i]!);
    c = folded.charCodeAt(0);
    if (folded.length !== 1 || c !== w) return -1;
    i++;
    if (mark >= 0x300 && mark <= 0x36f) i++;
  }
  if (i >= text.length) return i;
  const last = wanted.charCodeAt(wanted.length - 1);
  if (classOf[last]! & (LETTER | DIGIT) && classOf[text.charCodeAt(i)]! & (LETTER | DIGIT)) return -1;
  const next = text.charCodeAt(i);
  // m² is not m; CO₂ not CO.
  if (next === 0xb2 || next === 0xb3 || (next >= 0x2080 && next <= 0x2089)) return -1;
  return i;
}

function skipBlanks(text: string, at: number): number {
  let i = at;
  while (i < text.length) {
    const c = text.charCodeAt(i);
    if (c !== 0x20 && c !== 0xa0 && c !== 0x202f && c !== 0x09 && c !== 0x0a && c !== 0x0d) break;
    i++;
  }
  return i;
}

function isMinus(text: string, at: number): boolean {
  if (at < 1) return false;
  const c = text.charCodeAt(at - 1);
  if (c !== 0x2d && c !== 0x2212 && c !== 0x2013) return false;
  return at < 2 || !/[\p{L}\d]/u.test(text[at - 2]!);
}

/** ppm: pages per minute when the sentence is about printing, else parts per million. */
function aboutPages({ tokens, lexicon }: Reading, t: number): boolean {
  const { count, sentence, word } = tokens;
  for (let k = Math.max(0, t - 12); k < Math.min(count, t + 12); k++) {
    if (
      sentence[k] === sentence[t] &&
      /^(?:druck|seite|print|page|kopier|copi|scan|farbdruck|schwarzweiss)/.test(lexicon.folded[word[k]!]!)
    )
      return true;
  }
  return false;
}

// Ranges

interface ReadRange {
  readonly number: ReadNumber;
  readonly token: number;
  /** "zwischen … und …": a range even without a unit. */
  readonly between: boolean;
}

/** The second number of a range, when one follows at the absolute offset `at`. */
function readRange(reading: Reading, t: number, at: number, unit: Unit | undefined): ReadRange | undefined {
  const { text, from, tokens, lexicon } = reading;
  let next = t + 1;
  while (next < tokens.count && from + tokens.start[next]! < at) next++;
  if (next >= tokens.count || tokens.sentence[next] !== tokens.sentence[t]) return undefined;
  const gap = text.slice(at, from + tokens.start[next]!);
  const folded = lexicon.folded[tokens.word[next]!]!;
  if (classOf[text.charCodeAt(from + tokens.start[next]!)] === DIGIT) {
    if (!/^\s*(?:[-–—−]|…|\.\.\.?)\s*$/.test(gap)) return undefined;
    const number = readNumber(reading, next);
    // "2025-26" and "12464-1" fall as no unit follows; a descending pair is none.
    return number === undefined || number.inWords ? undefined : { number, token: next, between: false };
  }
  if (!/^[\s\u00a0]*$/.test(gap) || next + 1 >= tokens.count || tokens.sentence[next + 1] !== tokens.sentence[t]) return undefined;
  const before = t > 0 ? lexicon.folded[tokens.word[t - 1]!]! : '';
  const between = before === 'zwischen' || before === 'between';
  const joins = folded === 'bis' || folded === 'to' || (between && (folded === 'und' || folded === 'and'));
  if (!joins || (folded === 'to' && unit !== undefined && before !== 'from' && !between)) return undefined;
  let second = next + 1;
  if (folded === 'bis' && lexicon.folded[tokens.word[second]!] === 'zu') second++;
  if (second >= tokens.count || !/^[\s\u00a0]*$/.test(text.slice(from + tokens.end[second - 1]!, from + tokens.start[second]!)))
    return undefined;
  const number = readNumber(reading, second);
  return number === undefined || number.article ? undefined : { number, token: second, between };
}

// Comparators

interface FoundComparator {
  readonly comparator: Comparator;
  /** First token of the comparator in front of the number; the number's own when none stands there. */
  readonly token: number;
  /** Says something only together with a unit: "ab 2026", "unter 4.2". */
  readonly weak: boolean;
}

/** Comparators in front of the number, folded, as a tree of their words in reverse order. */
interface FrontWord {
  found?: { readonly comparator: Comparator; readonly weak: boolean };
  before?: Map<string, FrontWord>;
}
const inFront = new Map<string, FrontWord>();
const phrasesInFront: [Comparator, boolean, string][] = [
  [
    'min',
    false,
    'mindestens|mind|min|wenigstens|zumindest|minimal|minimum|nicht weniger als|nicht kleiner als|nicht geringer als|nicht unter|nicht unterhalb|mehr als|grosser als|grosser gleich|grosser oder gleich|grossergleich|hoher als|langer als|nicht kurzer als|≥|>|mindest',
  ],
  [
    'min',
    false,
    'at least|no less than|not less than|no fewer than|not fewer than|minimum of|minimum|more than|greater than|greater than or equal to|equal to or greater than|exceeding|exceeds|in excess of|not fall below|not drop below|not be below|not below|not be less than|at minimum|higher than|longer than',
  ],
  ['min', true, 'ab|uber|oberhalb|above|over'],
  [
    'max',
    false,
    'hochstens|max|maximal|maximum|bis zu|nicht mehr als|nicht grosser als|nicht langer als|nicht hoher als|nicht uber|weniger als|kleiner als|kleiner gleich|kleiner oder gleich|kleinergleich|geringer als|niedriger als|kurzer als|≤|<|begrenzt auf|beschrankt auf',
  ],
  [
    'max',
    false,
    'at most|no more than|not more than|up to|maximum of|less than|fewer than|lower than|not exceed|not exceeding|not to exceed|not be more than|not be greater than|less than or equal to|equal to or less than|limited to|no longer than|no greater than|no later than',
  ],
  ['max', true, 'bis|unter|unterhalb|below|under|within|innerhalb|innerhalb von|binnen|spatestens|spatestens nach'],
  ['about', false, 'ca|circa|zirka|etwa|rund|ungefahr|annahernd|nahezu|fast|approx|approximately|about|around|roughly|nearly|±'],
  ['exact', false, 'genau|exakt|exactly|zu'],
];
for (const [comparator, weak, list] of phrasesInFront) {
  for (const phrase of list.split('|')) {
    let level = inFront;
    let last: FrontWord | undefined;
    for (const word of phrase.split(' ').reverse()) {
      if (last !== undefined) level = last.before ??= new Map();
      last = level.get(word) ?? {};
      level.set(word, last);
    }
    last!.found = { comparator, weak };
  }
}

/** Words that may stand between comparator and number. */
const fillersInFront = new Set('zu noch jeweils insgesamt von of to auf a an at the total einem einer eine einen ein dann je'.split(' '));
/** Words between "Mindestanteil" and its value. */
const linksInFront = new Set('von of betragt betragen ist is sind are zu auf liegt bei'.split(' '));

function comparatorAround(reading: Reading, firstToken: number, lastToken: number, unit: Unit | undefined): FoundComparator {
  const front = comparatorInFront(reading, firstToken, unit);
  if (front !== undefined && front.comparator !== 'exact' && front.comparator !== 'about' && !front.weak) return front;
  const behind = comparatorBehind(reading, lastToken, unit);
  if (behind !== undefined) return { comparator: behind, token: front?.token ?? firstToken, weak: false };
  return front ?? { comparator: 'exact', token: firstToken, weak: false };
}

function comparatorInFront(reading: Reading, firstToken: number, unit: Unit | undefined): FoundComparator | undefined {
  const { text, from, tokens, lexicon } = reading;
  const { sentence, word, end, start } = tokens;
  const folded = (k: number): string => lexicon.folded[word[k]!]!;
  const reachable = (k: number): boolean =>
    k >= 0 && sentence[k] === sentence[firstToken] && !isParted(text, from + end[k]!, from + start[k + 1]!);
  let k = firstToken - 1;
  for (let skipped = 0; skipped <= 2; skipped++, k--) {
    if (!reachable(k)) return undefined;
    const key = folded(k);
    let step = inFront.get(key);
    if (step !== undefined) {
      let best: FrontWord['found'];
      let words = 0;
      for (let at = k; step !== undefined; ) {
        if (step.found !== undefined) {
          best = step.found;
          words = k - at + 1;
        }
        at--;
        if (at < 0 || sentence[at] !== sentence[firstToken]) break;
        step = step.before?.get(folded(at));
      }
      // "zu 100 %", but "bis zu 65 %" and "mindestens zu 80 %".
      if (
        best !== undefined &&
        !(
          best.comparator === 'exact' &&
          key === 'zu' &&
          reachable(k - 1) &&
          (inFront.has(folded(k - 1)) || fillersInFront.has(folded(k - 1)))
        )
      ) {
        const timeOnly =
          key === 'within' || key === 'innerhalb' || key === 'binnen' || key.startsWith('spatestens') || (key === 'von' && words > 1);
        if (timeOnly && unit?.dimension !== 'time') return undefined;
        // "mindestens ca. 5": the bound is what counts.
        if (best.comparator === 'about') {
          const outer = comparatorInFront(reading, k, unit);
          if (outer !== undefined && (outer.comparator === 'min' || outer.comparator === 'max') && !outer.weak) return outer;
        }
        return { comparator: best.comparator, weak: best.weak, token: k - words + 1 };
      }
    }
    if (!fillersInFront.has(key)) break;
  }
  // "Mindestlaufzeit von 5 Jahren", "Obergrenze: 10 g/l"
  for (let back = 1, at = firstToken - 1; back <= 3 && reachable(at); back++, at--) {
    const name = folded(at);
    const bound = boundNoun(name);
    if (bound !== undefined) return { comparator: bound, weak: true, token: at };
    if (!linksInFront.has(name)) break;
  }
  return undefined;
}

/** Does a semicolon, a bracket or the edge of a cell stand there? */
function isParted(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const c = text.charCodeAt(i);
    if (c === 0x3b || c === 0x7c || c === 0x28 || c === 0x29) return true;
  }
  return false;
}

/** "Mindestlaufzeit", "Höchstwert", "Obergrenze"; not "Mindestanforderungen", not "Hochstraße". */
function boundNoun(name: string): Comparator | undefined {
  if (/^mindest(?!ens|anforderung|kriteri|standard)./.test(name)) return 'min';
  if (
    /^hochst(?:wert|gehalt|menge|mass|zahl|anzahl|preis|betrag|gewicht|dauer|frist|grenze|anteil|temperatur|verbrauch|leistung|alter|satz|geschwindigkeit|laufzeit|last)/.test(
      name,
    )
  )
    return 'max';
  if (
    /^(?:maximal(?:wert|gehalt|menge|gewicht|dauer|verbrauch|leistung|anteil|temperatur|preis|betrag)|obergrenze|grenzwert|limit$)/.test(
      name,
    )
  )
    return 'max';
  return name === 'untergrenze' ? 'min' : undefined;
}

const orMore = new Set('mehr hoher langer grosser daruber more higher greater longer above better'.split(' '));
const orLess = new Set('weniger niedriger kurzer kleiner darunter less lower fewer shorter below'.split(' '));

function comparatorBehind(reading: Reading, lastToken: number, unit: Unit | undefined): Comparator | undefined {
  const { tokens, lexicon, text, from } = reading;
  const { count, sentence, word } = tokens;
  const folded = (k: number): string => (k < count && sentence[k] === sentence[lastToken] ? lexicon.folded[word[k]!]! : '');
  const next = folded(lastToken + 1);
  if (next === 'oder' || next === 'und' || next === 'or' || next === 'and') {
    const then = folded(lastToken + 2);
    if (orMore.has(then)) return 'min';
    if (orLess.has(then)) return 'max';
  }
  if (unit !== undefined && /^\+(?!\s?\d)/.test(text.slice(from + tokens.end[lastToken]!, from + tokens.end[lastToken]! + 3))) return 'min';
  for (let k = lastToken + 1; k <= lastToken + 4 && k < count; k++) {
    const here = folded(k);
    if (here !== 'nicht' && here !== 'not') continue;
    const verb = folded(k + 1);
    if (/^(?:zu)?unter(?:schreit|schritt|zuschreit)/.test(verb)) return 'min';
    if (/^uber(?:schreit|schritt|zuschreit|steig|stieg|zusteig)/.test(verb)) return 'max';
    if (verb === 'exceeded') return 'max';
    return undefined;
  }
  return undefined;
}
