/**
 * Recognises technical standards by publisher and number ("DIN EN ISO 9706:2010-02"), none of them listed anywhere.
 * Looked for only where a publisher's name stands.
 */
import { PUBLISHER } from './anchors';
import { type Lexicon, NUMERIC } from './lexicon';
import type { StandardMention, Tokens } from './model';

/** What may follow a publisher before the number, besides other publishers. */
const additions = new Set(['SPEC', 'TS', 'TR', 'V', 'CLC', 'AR', 'N', 'PAS', 'E', 'GUIDE']);
/** "DIN-Norm 18040", "VDI-Richtlinie 6022". */
const fillers = new Set(['norm', 'normen', 'standard', 'standards', 'richtlinie', 'richtlinien', 'nr', 'no']);
/** Written with a stroke between them. */
const strokes = new Set([
  'ISO IEC',
  'CEN TS',
  'CEN TR',
  'CEN CLC',
  'ISO TS',
  'ISO TR',
  'IEC TS',
  'IEC TR',
  'CLC TS',
  'CLC TR',
  'ISO PAS',
  'IEC PAS',
  'TS TR',
]);
/** Publishers that are also other things (country code, serial number, abbreviation): only before another publisher. */
const needPartner = new Set(['SN', 'NF', 'ATV', 'CEN', 'CENELEC', 'HD']);
/** Words around "ISO 100" that make it a grade of paper or film. */
const gradeWords = /^(?:weiss|white|bright|cie$|hell|opaz|opac|empfindlich|film|kamera|camera|licht|sensor)/;

const NUMBER = /(\d{1,6})(?:(?<=^\d{3})[ \u00a0\u202f](\d{3})(?!\d))?/y;
const PART = /(?:[-–‑‐]\s?|\s[-–‑‐])(\d{1,4})(?!\d|[.,]\d)/y;
const YEAR_PART = /^(?:19[4-9]|20)\d\d$/;
const MONTH = /--?(0[1-9]|1[0-2])(?!\d)/y;
const AMENDMENT = /\s?[/+]\s?A(?:C|\d{1,2})(?![\p{L}\d])(?::\s?\d{4}(?:-\d{2})?)?/uy;
const SHEET = /,?\s*(?:Teil|Blatt|Part|Bl\.|T\.)\s*(\d{1,3})(?!\d)/y;
const EDITION =
  /\s*:\s?((?:19|20)\d\d(?:--?(?:0[1-9]|1[0-2]))?)(?!\d)|\s+((?:19|20)\d\d--?(?:0[1-9]|1[0-2]))(?!\d)|\s?\(((?:19|20)\d\d(?:--?(?:0[1-9]|1[0-2]))?)\)|[,;]?\s*\(?(?:Ausgabe|Fassung|edition|Stand)\s*:?\s*((?:19|20)\d\d(?:--?\d\d)?|(?:0?[1-9]|1[0-2])[./](?:19|20)\d\d)\)?(?!\d)/iy;
const FURTHER_PART = /\s*(?:,|und|and|bis|&|\/|sowie)\s*[-–‑‐]\s?(\d{1,3})(?!\d|[.,]\d)/y;
const BETWEEN = /^[\s>*_/\-–‑‐]*$/;

/**
 * Standards named in a block, ascending.
 * @param from absolute start of the block in `text`
 * @param tokens the block's tokens, made by the matcher that owns `lexicon`
 */
export function readStandards(text: string, from: number, tokens: Tokens, { lexicon }: { readonly lexicon: Lexicon }): StandardMention[] {
  const { count, word } = tokens;
  const { flags } = lexicon;
  let found: StandardMention[] | undefined;
  for (let t = 0; t < count; t++) {
    if ((flags[word[t]!]! & PUBLISHER) === 0) continue;
    const mentions = readAt(text, from, tokens, lexicon, t);
    if (mentions.length === 0) continue;
    found ??= [];
    found.push(...mentions);
    t = Math.max(t, mentions[mentions.length - 1]!.lastToken);
  }
  return found ?? none;
}
const none: StandardMention[] = [];

function readAt(text: string, from: number, tokens: Tokens, lexicon: Lexicon, first: number): StandardMention[] {
  const { start, end, word, count } = tokens;
  const raw = (t: number): string => lexicon.raw[word[t]!]!;
  const joined = (t: number): boolean => t < count && BETWEEN.test(text.slice(from + end[t - 1]!, from + start[t]!));

  const names: string[] = [];
  let draft = false;
  let t = first;
  for (; t < count && names.length < 6; t++) {
    if (t > first && !joined(t)) break;
    const name = raw(t);
    const upper = name.toUpperCase();
    const publisher = (lexicon.flags[word[t]!]! & PUBLISHER) !== 0;
    if (!publisher && !(t > first && additions.has(name))) break;
    if (upper === 'PREN' || upper === 'FPREN') {
      names.push('EN');
      draft = true;
    } else if (upper === 'ONORM' || upper === 'OENORM') names.push('ÖNORM');
    else names.push(name);
  }
  if (t >= count) return none;
  // "VDE/DIN 48801" is DIN 48801.
  const din = names.indexOf('DIN');
  if (din > 0 && names[0] !== 'ATV') names.splice(0, din);
  const main = names[names.length - 1]!;
  if (names.length === 1 && needPartner.has(main)) return none;
  if (joined(t) && fillers.has(lexicon.folded[word[t]!]!)) {
    t++;
    // "Nr." has a stop of its own.
    if (t >= count || !/^[\s.]*$/.test(text.slice(from + end[t - 1]!, from + start[t]!))) return none;
  } else if (!joined(t)) return none;

  let letter = '';
  let numberAt = from + start[t]!;
  if (names.includes('ASTM') || names.includes('ANSI')) {
    const series = /^([A-G])\s?(?=\d)/.exec(text.slice(numberAt, numberAt + 4));
    if (series === null) {
      if (names.includes('ASTM')) return none;
    } else {
      letter = series[1]!;
      numberAt += series[0].length;
    }
  } else if ((lexicon.flags[word[t]!]! & NUMERIC) === 0) return none;

  NUMBER.lastIndex = 0;
  const numberText = text.slice(numberAt, Math.min(text.length, numberAt + 12));
  const number = NUMBER.exec(numberText);
  if (number === null) return none;
  let digits = number[1]!;
  let at = numberAt + digits.length;
  if (number[2] !== undefined && (names.includes('ETSI') || (main === 'EN' && /^30\d$/.test(digits)))) {
    digits = `${digits} ${number[2]}`;
    at = numberAt + number[0].length;
  }
  if (main === 'IEEE') {
    const more = /^\.\d{1,3}/.exec(text.slice(at, at + 4));
    if (more !== null) {
      digits += more[0];
      at += more[0].length;
    }
  } else if (/^[,.]\d/.test(text.slice(at, at + 2))) return none;
  if (!plausible(names, digits, letter, tokens, lexicon, first, t, text, from)) return none;

  let edition = '';
  const parts: string[] = [];
  let month = '';
  for (;;) {
    const part = sticky(PART, text, at);
    if (part === null) break;
    if (YEAR_PART.test(part[1]!)) {
      edition = part[1]!;
      at += part[0].length;
      const monthPart = sticky(MONTH, text, at);
      if (monthPart !== null) {
        month = monthPart[0];
        at += month.length;
      }
      break;
    }
    // "5 mm" after a dash is no part of the number, nor is a letter directly behind it.
    if (/^\p{L}/u.test(text.slice(at + part[0].length, at + part[0].length + 1))) break;
    parts.push(part[1]!);
    at += part[0].length;
  }
  const sheet = parts.length === 0 || main === 'VDE' || main === 'VDI' ? sticky(SHEET, text, at) : null;
  if (sheet !== null) {
    parts.push(sheet[1]!);
    at += sheet[0].length;
  }
  at = skipAmendments(text, at);
  if (edition === '') {
    const dated = sticky(EDITION, text, at);
    if (dated !== null) {
      edition = (dated[1] ?? dated[2] ?? dated[3] ?? dated[4])!;
      at += dated[0].length;
      at = skipAmendments(text, at);
    }
  } else edition += month;

  const before = first - 1;
  let firstToken = first;
  if (names[0] === 'DIN' && before >= 0 && raw(before) === 'E' && /^[\s-]$/.test(text.slice(from + end[before]!, from + start[first]!))) {
    draft = true;
    firstToken = before;
  }
  const prefix = prefixOf(names);
  const numbers = letter + [digits, ...parts].join('-');
  const mention = (name: string, stop: number, begin: number): StandardMention => {
    let last = t;
    while (last + 1 < count && from + start[last + 1]! < stop) last++;
    return {
      start: begin,
      end: stop - from,
      name: `${prefix.replace(/^ATV /, '')} ${name}`,
      prefix,
      number: name,
      edition,
      draft,
      firstToken,
      lastToken: last,
    };
  };
  const mentions = [mention(numbers, at, start[firstToken]!)];
  if (parts.length > 0 && edition === '') {
    for (;;) {
      const further = sticky(FURTHER_PART, text, at);
      if (further === null) break;
      at += further[0].length;
      let begin = at;
      while (begin > 0 && /[\d-]/.test(text[begin - 1]!)) begin--;
      const base = [digits, ...parts.slice(0, -1), further[1]!].join('-');
      const one = mention(letter + base, at, begin - from);
      mentions.push({ ...one, firstToken: one.lastToken });
    }
  }
  return mentions;
}

function sticky(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function skipAmendments(text: string, from: number): number {
  let at = from;
  for (;;) {
    const amendment = sticky(AMENDMENT, text, at);
    if (amendment === null) return at;
    at += amendment[0].length;
  }
}

function prefixOf(names: readonly string[]): string {
  let out = names[0]!;
  for (let i = 1; i < names.length; i++) {
    const sign = strokes.has(`${names[i - 1]} ${names[i]}`) ? '/' : names[i] === 'AR' || names[i - 1] === 'AR' ? '-' : ' ';
    out += sign + names[i]!;
  }
  return out;
}

/** Sorts out numbers that only look like standards. */
function plausible(
  names: readonly string[],
  digits: string,
  letter: string,
  tokens: Tokens,
  lexicon: Lexicon,
  first: number,
  numberToken: number,
  text: string,
  from: number,
): boolean {
  const alone = names.length === 1;
  const main = names[0]!;
  if (letter !== '') return true;
  if (alone && main === 'EN') {
    // "DE/EN 20": a language code; EN 2 and EN 3 exist, but a single digit is far more often something else.
    if (digits.length < 2) return false;
    const before = first - 1;
    if (before >= 0 && /^(?:de|fr|it|es|nl|pl)$/.test(lexicon.folded[tokens.word[before]!]!)) {
      return !/[/|,]/.test(text.slice(from + tokens.end[before]!, from + tokens.start[first]!));
    }
    return true;
  }
  if (alone && (main === 'BS' || main === 'ANSI')) return digits.length >= 4;
  if (alone && main === 'UL') return digits.length >= 2 && digits.length <= 5;
  if (alone && main === 'ETSI') return false;
  if (alone && main === 'ISO') {
    if (digits.length < 2) return false;
    if (Number(digits) >= 1000) return true;
    const { word, count, sentence } = tokens;
    for (let t = Math.max(0, first - 6); t < Math.min(count, numberToken + 7); t++) {
      // "Weiße | höchstens ISO 80": the word may stand in the cell before.
      const near = sentence[t] === sentence[first] || (t < first && t >= first - 3);
      if (near && gradeWords.test(lexicon.folded[word[t]!]!)) return false;
    }
    return true;
  }
  return digits.length >= 2 || main === 'DIN' || main === 'EN';
}
