/**
 * The one pass over the characters: cuts a text into lines and notes of each line what the splitter asks for later (where its
 * words begin and end, indentation, quote marks, which special characters occur, two hashes). Lines are scanned on demand, so
 * that after an edit only the lines the splitter looks at are read.
 */
import { readLineShape } from './shapes';

/** Lines of a text from some offset on, as parallel arrays. `count` lines are known so far; `scanTo` reads more. */
export interface Lines {
  readonly text: string;
  /** `>` at line starts is a quote mark. */
  readonly quotes: boolean;
  count: number;
  /** Offset of the first line not scanned yet. */
  next: number;
  /** Offset of the line's first character. */
  start: Int32Array;
  /** Offset of the first character after indentation and quote marks; equals `end` in an empty line. */
  first: Int32Array;
  /** Offset after the last character that is not blank. */
  end: Int32Array;
  /** Columns of indentation between quote marks (or line start) and `first`; tabs go to multiples of four. */
  indent: Int32Array;
  /** Number of quote marks. */
  quote: Uint8Array;
  /** Bits of `Line`. */
  flags: Int32Array;
  /** Hashes of the characters from `first` to `end`; blanks count by their number. */
  hashA: Int32Array;
  hashB: Int32Array;
}

/** What can be said of a line by itself. */
export const Line = {
  /** ` */
  Tick: 1 << 0,
  /** < */
  Angle: 1 << 1,
  /** ~ */
  Tilde: 1 << 2,
  /** [ or ] */
  Bracket: 1 << 3,
  /** @, `:/`, or a full stop directly followed by a small letter */
  Address: 1 << 4,
  Pipe: 1 << 5,
  /** Two or more blanks, or a tab, between words. */
  Gap: 1 << 6,
  Lower: 1 << 7,
  Upper: 1 << 8,
  Digit: 1 << 9,
  /** & */
  Entity: 1 << 10,
  /** Four full stops in a row: leaders of a table of contents or a field to fill in. */
  Dots: 1 << 11,
  /** Begins with a form feed. */
  FormFeed: 1 << 12,
  /** Bears a page number, see `shapes.ts`. */
  PageMark: 1 << 13,
  /** Bears a page number in words that cannot mean anything else ("Seite 3 von 18"). */
  SurePageMark: 1 << 14,
  /** Could head a position of a bill of quantities by its number alone, "1.2.30 Schreibtisch". */
  Candidate: 1 << 15,
  /** Quantity and unit alone, as under a position. */
  Amount: 1 << 16,
  /** Markdown heading with `#`. */
  Hash: 1 << 17,
  /** Could head a position by its name and number, "Pos. 3 Schreibtisch". */
  NamedCandidate: 1 << 18,
  /** Could head a position where positions have numbers of two parts, "1.2 Schreibtisch". */
  ShortCandidate: 1 << 19,
} as const;

/** Flags that call for a look at the characters inside a block. */
export const inlineFlags = Line.Tick | Line.Angle | Line.Tilde | Line.Bracket | Line.Address | Line.Entity;

const newline = 1 << 20;
const blank = 1 << 21;
const stop = 1 << 22;
const special = newline | blank | stop;

const bits = new Int32Array(128);
for (let c = 97; c <= 122; c++) bits[c] = Line.Lower;
for (let c = 65; c <= 90; c++) bits[c] = Line.Upper;
for (let c = 48; c <= 57; c++) bits[c] = Line.Digit;
bits[10] = bits[13] = newline;
bits[9] = bits[11] = bits[12] = bits[32] = blank;
bits[38] = Line.Entity;
bits[46] = stop;
bits[58] = stop;
bits[60] = Line.Angle;
bits[64] = Line.Address;
bits[91] = bits[93] = Line.Bracket;
bits[96] = Line.Tick;
bits[124] = Line.Pipe;
bits[126] = Line.Tilde;

/** Blanks of all widths that converters leave, the byte order mark among them; no line breaks. */
export function isBlank(c: number): boolean {
  return (
    c === 32 ||
    c === 9 ||
    c === 12 ||
    c === 11 ||
    c === 0xa0 ||
    c === 0xfeff ||
    (c >= 0x2000 && c <= 0x200b) ||
    c === 0x202f ||
    c === 0x3000
  );
}

/** Lines of `text` from the line start `from` on; nothing is read yet. `expected` is a guess at their number. */
export function linesFrom(text: string, from: number, quotes: boolean, expected: number): Lines {
  return {
    text,
    quotes,
    count: 0,
    next: from,
    start: new Int32Array(expected),
    first: new Int32Array(expected),
    end: new Int32Array(expected),
    indent: new Int32Array(expected),
    quote: new Uint8Array(expected),
    flags: new Int32Array(expected),
    hashA: new Int32Array(expected),
    hashB: new Int32Array(expected),
  };
}

/** Makes line `index` known; false when the text ends before it. */
export function scanTo(lines: Lines, index: number): boolean {
  if (lines.count <= index) scan(lines, index + 1);
  return lines.count > index;
}

/** Makes all lines known. */
export function scanAll(lines: Lines): void {
  scan(lines, Number.POSITIVE_INFINITY);
}

/** Hash seeds; a line's hashes begin with them. */
export const seedA = 0x811c9dc5 | 0;
export const seedB = 0x9747b28c | 0;

/** Reads lines until `wanted` are known or the text ends. Everything that happens a character happens here, once. */
function scan(lines: Lines, wanted: number): void {
  const { text, quotes } = lines;
  const length = text.length;
  let n = lines.count;
  let i = lines.next;
  while (n < wanted && i < length) {
    if (n === lines.start.length) grow(lines);
    const start = i;
    let c = 0;
    let column = 0;
    let quote = 0;
    let flags = 0;
    for (; i < length; i++) {
      c = text.charCodeAt(i);
      if (c === 32) column++;
      else if (c > 62 && c < 0xa0) break;
      else if (c === 9) column = (column | 3) + 1;
      else if (c === 62 && quotes && quote < 255) {
        quote++;
        column = 0;
        if (text.charCodeAt(i + 1) === 32) i++;
      } else if (c === 12) {
        flags |= Line.FormFeed;
        column = 0;
      } else if (isBlank(c)) {
        if (c !== 0xfeff) column++;
      } else break;
    }
    const first = i;
    let end = i;
    let a = seedA;
    let b = seedB;
    let blanks = 0;
    for (; i < length; i++) {
      c = text.charCodeAt(i);
      if (c < 128) {
        const bit = bits[c];
        flags |= bit;
        if (bit >= newline) {
          if (bit === newline) break;
          if (bit === blank) {
            blanks += c === 9 ? 2 : 1;
            continue;
          }
          const after = text.charCodeAt(i + 1);
          if (c === 46) {
            if (after >= 97 && after <= 122) flags |= Line.Address;
            else if (after === 46 && text.charCodeAt(i + 2) === 46 && text.charCodeAt(i + 3) === 46) flags |= Line.Dots;
          } else if (after === 47) flags |= Line.Address;
        }
      } else if (c < 0x100) {
        if (c >= 0xdf) flags |= Line.Lower;
        else if (c >= 0xc0) flags |= Line.Upper;
        else if (c === 0xa0) {
          blanks++;
          continue;
        }
      }
      if (blanks !== 0) {
        if (blanks > 1) flags |= Line.Gap;
        a = Math.imul(a ^ (i - end), 0x01000193);
        blanks = 0;
      }
      end = i + 1;
      a = Math.imul(a ^ c, 0x01000193);
      b = ((b << 5) | (b >>> 27)) ^ a;
    }
    flags &= ~special;
    if (i < length) i += c === 13 && text.charCodeAt(i + 1) === 10 ? 2 : 1;
    if (end > first) flags |= readLineShape(text, first, end, flags);
    lines.start[n] = start;
    lines.first[n] = end > first ? first : end;
    lines.end[n] = end;
    lines.indent[n] = column;
    lines.quote[n] = quote;
    lines.flags[n] = flags;
    lines.hashA[n] = a;
    lines.hashB[n] = b;
    n++;
  }
  lines.count = n;
  lines.next = i;
}

function grow(lines: Lines): void {
  const size = lines.start.length * 2 + 32;
  const larger = (old: Int32Array) => {
    const array = new Int32Array(size);
    array.set(old);
    return array;
  };
  lines.start = larger(lines.start);
  lines.first = larger(lines.first);
  lines.end = larger(lines.end);
  lines.indent = larger(lines.indent);
  lines.flags = larger(lines.flags);
  lines.hashA = larger(lines.hashA);
  lines.hashB = larger(lines.hashB);
  const quote = new Uint8Array(size);
  quote.set(lines.quote);
  lines.quote = quote;
}
