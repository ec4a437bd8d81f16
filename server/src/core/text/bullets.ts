/** List markers of all kinds: Markdown's, those of word processors, letters, numbers, and glyphs that PDF extraction leaves. */

/** A list marker. `kind` tells apart markers of different lists; items of one list share it. */
export interface Bullet {
  /** 1 to 31. */
  readonly kind: number;
  /** Offset of the item's first word. */
  readonly content: number;
  /** Value of a number or letter, 0 for a glyph. */
  readonly value: number;
  /** The letter may also be a Roman number (i, v, x); `kind` is that of the letter. */
  readonly roman: boolean;
}

export const Marker = {
  Dash: 1,
  Star: 2,
  Plus: 3,
  Round: 4,
  LetterO: 5,
  LongDash: 6,
  Dot: 7,
  Square: 8,
  Ring: 9,
  Arrow: 10,
  /** Private-use glyphs: 11 to 18. */
  Private: 11,
  NumberStop: 19,
  NumberParen: 20,
  NumberParens: 21,
  LetterStop: 22,
  LetterParen: 23,
  LetterParens: 24,
  RomanStop: 25,
  RomanParen: 26,
  RomanParens: 27,
} as const;

/** Where printed lists nest at one indentation, numbers stand above letters and letters above glyphs. */
export function rankOfMarker(kind: number): number {
  if (kind === Marker.NumberStop) return 1;
  if (kind === Marker.NumberParen || kind === Marker.NumberParens) return 2;
  if (kind >= Marker.RomanStop) return 4;
  if (kind >= Marker.LetterStop) return 3;
  if (kind === Marker.LetterO || kind === Marker.Ring) return 7;
  return kind <= Marker.Plus || kind === Marker.LongDash || kind === Marker.Dot ? 6 : 5;
}

const glyphs = new Map<number, number>([
  [0x2d, Marker.Dash],
  [0x2a, Marker.Star],
  [0x2b, Marker.Plus],
  [0x2022, Marker.Round],
  [0x25cf, Marker.Round],
  [0x2013, Marker.LongDash],
  [0x2014, Marker.LongDash],
  [0xb7, Marker.Dot],
  [0x2219, Marker.Dot],
  [0x22c5, Marker.Dot],
  [0x25aa, Marker.Square],
  [0x25a0, Marker.Square],
  [0x25a1, Marker.Square],
  [0x25fc, Marker.Square],
  [0x2610, Marker.Square],
  [0x2611, Marker.Square],
  [0x2612, Marker.Square],
  [0x25e6, Marker.Ring],
  [0x25cb, Marker.Ring],
  [0x2023, Marker.Arrow],
  [0x25ba, Marker.Arrow],
  [0x25b6, Marker.Arrow],
  [0x27a2, Marker.Arrow],
  [0x2794, Marker.Arrow],
  [0x2192, Marker.Arrow],
  [0x2713, Marker.Arrow],
  [0x2714, Marker.Arrow],
  [0x2705, Marker.Arrow],
]);

const months =
  /^(?:Januar|Jänner|Februar|März|Maerz|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|January|February|March|May|June|July|October|December)\b/;
const romans = /^(?:i{1,3}|iv|vi{0,3}|ix|xi{0,3})$/;

/** Reads a list marker at the line's first character. `indent` is the indentation of the line. */
export function readBullet(text: string, first: number, end: number, indent: number): Bullet | undefined {
  const c = text.charCodeAt(first);
  if (c < 128) {
    if (c === 45 || c === 42 || c === 43) {
      const content = afterGap(text, first + 1, end);
      return content < 0 ? undefined : { kind: glyphs.get(c)!, content, value: 0, roman: false };
    }
    if (c === 111) {
      const content = afterGap(text, first + 1, end);
      // "o" is a word processor's hollow bullet only where it stands apart.
      if (content < 0 || content === end || (content === first + 2 && indent === 0 && text.charCodeAt(first + 1) === 32)) return undefined;
      return { kind: Marker.LetterO, content, value: 0, roman: false };
    }
    if ((c >= 48 && c <= 57) || c === 40 || (c >= 97 && c <= 122) || (c >= 65 && c <= 90)) return readOrdinal(text, first, end);
    return undefined;
  }
  const kind = c >= 0xe000 && c <= 0xf8ff ? Marker.Private + (c & 7) : glyphs.get(c);
  if (kind === undefined) return undefined;
  const content = afterGap(text, first + 1, end);
  if (content >= 0) return { kind, content, value: 0, roman: false };
  return kind === Marker.LongDash || kind === Marker.Dot ? undefined : { kind, content: first + 1, value: 0, roman: false };
}

/** Numbers and letters: `1.` `1)` `(1)` `a.` `a)` `(a)` `iv.` `iv)` `(iv)`. */
function readOrdinal(text: string, first: number, end: number): Bullet | undefined {
  let i = first;
  const open = text.charCodeAt(i) === 40;
  if (open) i++;
  const from = i;
  let value = 0;
  let numeric = false;
  let c = text.charCodeAt(i);
  if (c >= 48 && c <= 57) {
    numeric = true;
    while (i < end && i - from < 4) {
      c = text.charCodeAt(i);
      if (c < 48 || c > 57) break;
      value = value * 10 + c - 48;
      i++;
    }
    if (i - from > 3) return undefined;
  } else {
    while (i < end && i - from < 5) {
      c = text.charCodeAt(i);
      if (c < 97 || c > 122) break;
      i++;
    }
    if (i === from || i - from > 4) return undefined;
  }
  const close = text.charCodeAt(i);
  if (i >= end || (close !== 41 && (close !== 46 || open))) return undefined;
  if (!numeric && i - from > 1 && !romans.test(text.slice(from, i))) return undefined;
  let content = afterGap(text, i + 1, end);
  if (content < 0) {
    // "i.Wenn der Bieter", "(a)Prozessor": extraction swallowed the blank.
    const after = text.charCodeAt(i + 1);
    const swallowed = open ? i - from === 1 : close === 46 && romans.test(text.slice(from, i));
    if (numeric || !swallowed || after < 65 || after > 90) return undefined;
    content = i + 1;
  }
  if (numeric) {
    if (close === 46 && months.test(text.slice(content, content + 10))) return undefined;
    return { kind: open ? Marker.NumberParens : close === 41 ? Marker.NumberParen : Marker.NumberStop, content, value, roman: false };
  }
  const word = text.slice(from, i);
  const style = open ? 2 : close === 41 ? 1 : 0;
  if (word.length > 1) return { kind: Marker.RomanStop + style, content, value: 2, roman: false };
  // "z. B." and "d. h." begin lines too.
  if (style === 0 && content < end && content - i <= 2 && /^[A-Za-zÄÖÜäöü]\./.test(text.slice(content, content + 2))) return undefined;
  return { kind: Marker.LetterStop + style, content, value: word.charCodeAt(0) - 96, roman: romans.test(word) };
}

/** Offset of the first character after at least one blank, `end` when nothing follows; -1 without a blank. */
function afterGap(text: string, from: number, end: number): number {
  if (from >= end) return end;
  let i = from;
  while (i < end) {
    const c = text.charCodeAt(i);
    if (c !== 32 && c !== 9 && c !== 0xa0) break;
    i++;
  }
  return i > from ? i : -1;
}
