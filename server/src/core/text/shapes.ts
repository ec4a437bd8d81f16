/** Shapes of single lines, read from the line alone: numbers of headings and positions, amounts, page numbers. */
import { Line } from './scan';

/** Length and parts of an outline number such as `3`, `2.1`, `01.02.0030.`; length 0 when there is none. */
export interface OutlineNumber {
  /** Characters, a final full stop included. */
  readonly length: number;
  readonly parts: number;
  /** Last part written with leading zeros, as in `01.0030`. */
  readonly padded: boolean;
  /** A day of the calendar, `04.11.2021`. */
  readonly date: boolean;
}

const none: OutlineNumber = { length: 0, parts: 0, padded: false, date: false };

/** Reads an outline number at `from`; it must be followed by a blank or the end. */
export function readOutlineNumber(text: string, from: number, to: number): OutlineNumber {
  let i = from;
  let parts = 0;
  let padded = false;
  let digits = 0;
  let date = false;
  let firstValue = 0;
  let secondValue = 0;
  while (i < to) {
    const partStart = i;
    let value = 0;
    while (i < to) {
      const c = text.charCodeAt(i);
      if (c < 48 || c > 57) break;
      value = value * 10 + c - 48;
      i++;
    }
    digits = i - partStart;
    if (digits === 0) break;
    if (digits > 4) return none;
    parts++;
    padded = digits > 2 && text.charCodeAt(partStart) === 48;
    if (parts === 1) firstValue = value;
    else if (parts === 2) secondValue = value;
    date = parts === 3 && firstValue <= 31 && secondValue <= 12 && digits === 4 && value > 1900 && value < 2100;
    if (i < to && text.charCodeAt(i) === 46) i++;
    else break;
  }
  if (parts === 0 || parts > 8) return none;
  if (i < to) {
    const c = text.charCodeAt(i);
    if (c !== 32 && c !== 9 && c !== 0xa0) return none;
  }
  return { length: i - from, parts, padded, date };
}

const unit =
  '(?:St(?:k|ck|ück)?\\.?|psch\\.?|Psch\\.?|pauschal|m|m2|m²|qm|m3|m³|cbm|lfm|lfdm|lfd\\.? ?m|kg|t|to|Std\\.?|Stunden|h|Tage?|d|Wo\\.?|Wochen?|Mt|Mon\\.?|Monate?|l|Liter|Satz|Paar|VE|PA|km|ha|Jahre?|EA|ea|pcs|[Uu]nits?|m²Wo|mWo|StWo)';
const amount = new RegExp(`^(?:Menge:?\\s+)?\\d[\\d.,'’]*\\s*${unit}(?:\\s[\\s._\\d,€-]*(?:(?:EUR|Euro|NEP|GP|EP)[\\s._\\d,€-]*)*)?$`);
/** Words with which a sentence goes on after a number at a line start: no title begins so. */
const goesOn =
  /^(?:[^\p{L}]|(?:und|oder|bis|sowie|der|des|dem|den|die|das|gilt|gelten|ist|sind|wird|werden|hat|kann|muss|soll|darf|genannt|beschrieben|bzw|aufgeführt|and|or|to|of|is|are|shall|must|will)(?!\p{L}))/u;
const sum = /(?<!\p{L})(?:Summe|Zwischensumme|Gesamtsumme|Übertrag|Gesamtbetrag)(?!\p{L})/u;
const positionPrefix = /^(?:OZ|Pos(?:ition|\.)?)[^\d\n]{0,16}/;
/** Before a number of one or two parts nothing but the name stands: "Positionen mit 3 Stück" heads nothing. */
const positionName = /^(?:OZ|Pos(?:ition|\.)?)(?:[ -]?Nr\.?)?[ \t\u00a0]{0,3}$/;
const surePage =
  /(?:^|\s{2,}|\t|[|·•]\s?)(?:Seite|Page|Blatt)\s*[:|]?\s*\d{1,4}(?:\s*(?:von|of|aus|\/)\s*\d{1,4})?$|\s(?:Seite|Page|Blatt)\s+\d{1,4}\s*(?:von|of|\/)\s*\d{1,4}$/;
const surePageStart = /^(?:Seite|Page|Blatt)\s*[:|]?\s*\d{1,4}\s*(?:von|of|aus|\/)\s*\d{1,4}\b/;
const page = /(?:^|\s)\d{1,4}\s+(?:von|of)\s+\d{1,4}$|^[-–—]\s*\d{1,4}\s*[-–—]$|^\d{1,3}\s*\/\s*\d{1,3}$/;

/** The bits of `Line` that a line's own words give. */
export function readLineShape(text: string, first: number, end: number, flags: number): number {
  const c = text.charCodeAt(first);
  const last = text.charCodeAt(end - 1);
  let shape = 0;
  const digit = c >= 48 && c <= 57;
  if (digit) {
    if (end - first <= 120 && flags & (Line.Lower | Line.Upper) && isAmount(text, first, end)) shape |= Line.Amount;
    else if (isCandidate(text, first, end, flags)) {
      shape |= Line.Candidate;
      if (flags & Line.Gap && amountBehind(text, first, end) < end) shape |= Line.Amount;
    } else if (isShortCandidate(text, first, end, flags)) shape |= Line.ShortCandidate;
  } else if (c === 35) {
    const title = afterHashes(text, first, end);
    if (title >= 0) {
      shape |= Line.Hash;
      if (title < end && isCandidate(text, title, end, flags)) shape |= Line.Candidate;
    }
  } else if (c === 42 && text.charCodeAt(first + 1) === 42) {
    if (isCandidate(text, first + 2, end, flags)) shape |= Line.Candidate;
  } else if (c === 79 || c === 80) {
    const prefix = positionNumberAt(text, first, end);
    if (prefix > first && isCandidate(text, prefix, end, flags)) shape |= Line.Candidate | Line.NamedCandidate;
    else if (prefix > first && isNamedCandidate(text, first, prefix, end)) shape |= Line.NamedCandidate;
  } else if (c === 77 && end - first <= 120 && flags & Line.Digit && isAmount(text, first, end)) shape |= Line.Amount;
  if (flags & Line.Digit && end - first <= 240) shape |= readPageMark(text, first, end, c, last);
  return shape;
}

function readPageMark(text: string, first: number, end: number, c: number, last: number): number {
  const dash = last === 45 || last === 0x2013 || last === 0x2014;
  if (last >= 48 && last <= 57 ? mayEndWithPage(text, first, end) : dash && (c === 45 || c === 0x2013 || c === 0x2014)) {
    const whole = end - first <= 60;
    const tail = whole ? text.slice(first, end) : 'x' + text.slice(end - 60, end);
    if (surePage.test(tail)) return Line.PageMark | Line.SurePageMark;
    if (page.test(tail)) return Line.PageMark;
  }
  const named =
    (c === 83 || c === 80 || c === 66) &&
    (text.startsWith('Seite', first) || text.startsWith('Page', first) || text.startsWith('Blatt', first));
  return named && surePageStart.test(text.slice(first, Math.min(first + 30, end))) ? Line.PageMark | Line.SurePageMark : 0;
}

/** The words before the last number are those that come before page numbers. Decides without a regular expression for most lines. */
function mayEndWithPage(text: string, first: number, end: number): boolean {
  let i = end;
  while (i > first && text.charCodeAt(i - 1) >= 48 && text.charCodeAt(i - 1) <= 57) i--;
  if (end - i > 4) return false;
  while (i > first && isGap(text.charCodeAt(i - 1))) i--;
  const c = text.charCodeAt(i - 1);
  if (i === first || c === 47 || c === 58 || c === 124) return true;
  if (c !== 110 && c !== 102 && c !== 101 && c !== 115 && c !== 116) return false;
  return ['von', 'of', 'Seite', 'Page', 'aus', 'Blatt'].some((word) => text.startsWith(word, i - word.length));
}

function isAmount(text: string, first: number, end: number): boolean {
  let i = first;
  if (text.charCodeAt(i) !== 77) {
    // Most lines that begin with a digit are told apart by the two characters after the number.
    while (i < end) {
      const c = text.charCodeAt(i);
      if ((c >= 48 && c <= 57) || c === 46 || c === 44 || c === 32 || c === 9 || c === 39 || c === 0x2019) i++;
      else break;
    }
    let letters = 0;
    while (i + letters < end && text.charCodeAt(i + letters) > 64) letters++;
    if (letters === 0 || letters > 8) return false;
  }
  return amount.test(text.slice(first, end));
}

/** Where the amount begins that a position's head line has behind a wide gap, `420 m2 ........ ........`, with the gap; `end` when it has none. */
export function amountBehind(text: string, from: number, end: number): number {
  const line = text.slice(from, end);
  for (const found of line.matchAll(/[ \u00a0]{3,}|\t/g)) {
    if (found.index > 12 && amount.test(line.slice(found.index + found[0].length))) return from + found.index;
  }
  return end;
}

/** Where the number begins in "OZ / Pos.-Nr. 2.2.1 Titel" or "Pos. 2.2.1 Titel"; -1 when the line does not begin so. */
export function positionNumberAt(text: string, first: number, end: number): number {
  const match = positionPrefix.exec(text.slice(first, Math.min(first + 40, end)));
  return match === null ? -1 : first + match[0].length;
}

/** Offset of the words after `#` to `######`, `end` when there are none; -1 when the line is no such heading. */
export function afterHashes(text: string, first: number, end: number): number {
  let i = first;
  while (i < end && text.charCodeAt(i) === 35) i++;
  if (i === first || i - first > 6) return -1;
  if (i === end) return end;
  const start = i;
  while (i < end && isGap(text.charCodeAt(i))) i++;
  return i > start ? i : -1;
}

function isGap(c: number): boolean {
  return c === 32 || c === 9 || c === 0xa0;
}

function isCandidate(text: string, from: number, end: number, flags: number): boolean {
  if (!(flags & (Line.Lower | Line.Upper))) return false;
  // Second character groups decide quickly: digits, full stop, digits.
  let i = from;
  let stops = 0;
  while (i < end) {
    const c = text.charCodeAt(i);
    if (c === 46) stops++;
    else if (c < 48 || c > 57) break;
    i++;
  }
  if (stops === 0) return false;
  const number = readOutlineNumber(text, from, end);
  if (number.length === 0 || number.date) return false;
  if (number.parts < 3 && !(number.parts === 2 && number.padded)) return false;
  let title = from + number.length;
  while (title < end && isGap(text.charCodeAt(title))) title++;
  if (end - title < 2 || end - title > 160) return false;
  // "30 cm" and "erdberührte Wand" are titles as well, the end of a sentence is none.
  if (!beginsTitle(text.charCodeAt(title)) && (text.charCodeAt(end - 1) === 46 || goesOn.test(text.slice(title, title + 12)))) return false;
  if (flags & Line.Gap && endsWithPageNumber(text, title, end)) return false;
  return !sum.test(text.slice(title, end));
}

/** "Pos. 3 Schreibtisch", "Position 1.2: Stuhl": a name, a number of one or two parts and a title; `number` is where the number begins. */
function isNamedCandidate(text: string, first: number, number: number, end: number): boolean {
  if (!positionName.test(text.slice(first, number))) return false;
  const { length, parts } = readPositionNumber(text, number, end);
  return length > 0 && parts < 3 && isShortTitle(text, number + length, end);
}

/** "1.2 Schreibtisch": a number of two parts and a title. */
function isShortCandidate(text: string, first: number, end: number, flags: number): boolean {
  if (!(flags & Line.Lower) || end - first > 120) return false;
  const { length, parts, date } = readOutlineNumber(text, first, end);
  return parts === 2 && !date && isShortTitle(text, first + length, end);
}

/** The words from `from` to the end of the line are the title of a position. */
function isShortTitle(text: string, from: number, end: number): boolean {
  const title = titleAt(text, from, end);
  if (end - title < 2 || end - title > 120 || !beginsTitle(text.charCodeAt(title))) return false;
  const last = text.charCodeAt(end - 1);
  // Sentences about a position and rows of a printed table.
  return last !== 46 && last !== 59 && !/[ \t\u00a0]{2}|\t/.test(text.slice(title, end)) && !sum.test(text.slice(title, end));
}

/** As `readOutlineNumber`, but a colon may end the number, "Pos. 3: Schreibtisch"; `length` counts it. */
export function readPositionNumber(text: string, from: number, to: number): OutlineNumber {
  let i = from;
  while (i < to && (text.charCodeAt(i) === 46 || (text.charCodeAt(i) >= 48 && text.charCodeAt(i) <= 57))) i++;
  if (i === to || text.charCodeAt(i) !== 58) return readOutlineNumber(text, from, to);
  const number = readOutlineNumber(text, from, i);
  return number.length === i - from ? { ...number, length: number.length + 1 } : none;
}

/** Offset of a title behind its number, a dash between them skipped: "Pos. 1.2 – Stuhl". */
export function titleAt(text: string, from: number, to: number): number {
  let i = from;
  while (i < to && isGap(text.charCodeAt(i))) i++;
  const c = text.charCodeAt(i);
  if ((c !== 45 && c !== 0x2013 && c !== 0x2014) || i + 1 >= to || !isGap(text.charCodeAt(i + 1))) return i;
  i++;
  while (i < to && isGap(text.charCodeAt(i))) i++;
  return i;
}

/** A title begins with a capital, a digit, an opening quotation mark or bracket. */
export function beginsTitle(c: number): boolean {
  return (
    (c >= 65 && c <= 90) ||
    (c >= 48 && c <= 57) ||
    (c >= 0xc0 && c <= 0xde) ||
    c === 34 ||
    c === 40 ||
    c === 0x201e ||
    c === 0x201c ||
    c === 0xab ||
    c === 0xbb ||
    (c >= 0x391 && c <= 0x42f)
  );
}

/** The line ends with a page number behind leaders or a wide gap: a line of a table of contents. */
export function endsWithPageNumber(text: string, from: number, end: number): boolean {
  let i = end;
  while (i > from) {
    const c = text.charCodeAt(i - 1);
    if (c < 48 || c > 57) break;
    i--;
  }
  if (i === end || end - i > 4) return false;
  let gap = 0;
  let stops = 0;
  while (i > from) {
    const c = text.charCodeAt(i - 1);
    if (isGap(c)) gap += c === 9 ? 3 : 1;
    else if (c === 46 || c === 0x2026) stops++;
    else break;
    i--;
  }
  return i > from && (stops > 2 || gap > 2);
}
