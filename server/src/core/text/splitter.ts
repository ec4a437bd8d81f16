/** What the parts of the splitter share: the lines, where it stands, what it carries from block to block, and the blocks made so far. */
import { readInline } from './inline';
import type { Block, BlockKind, Directive, Span } from './model';
import { inlineFlags, Line, type Lines, scanAll, scanTo, seedA, seedB } from './scan';
import type { Habits } from './survey';

export interface Splitter {
  readonly text: string;
  readonly lines: Lines;
  /** Markdown marks inside blocks (code, links, tags) count. */
  readonly markdownInline: boolean;
  /** Markdown structure (`#`, fences, setext, HTML) counts. */
  readonly markdown: boolean;
  /** Plain text, or Markdown that is a printed page turned back into text. */
  readonly printed: boolean;
  /** Numbers head positions of a bill of quantities. */
  readonly positions: boolean;
  /** Bits of `Line` that head a position in this text, and those of its amounts; 0 when it has none. */
  readonly heads: number;
  readonly amounts: number;
  readonly zones: Int32Array;
  /** Index of the first zone (pair) that does not end before the current line. */
  zone: number;
  /** Furthest line looked at for the current step. */
  high: number;
  /** How far steps before the first block looked, as an offset. */
  head: number;
  /** Current step began inside a line. */
  inside: boolean;
  blankBefore: boolean;
  /** Lines go on as rows of a pipe table. */
  pipe: boolean;
  /** 0 outside an HTML table, 1 in it, 2 in its head. */
  html: 0 | 1 | 2;
  /** Open lists from the outermost: indentation and kind of marker. */
  depth: number;
  readonly indents: number[];
  readonly kinds: number[];
  /** No `</table` and no `-->` from here on: found out once, many openings need not search again. */
  noTableEnd: boolean;
  noCommentEnd: boolean;
  readonly blocks: Block[];
  readonly starts: number[];
  readonly reach: number[];
  readonly states: number[];
}

export function newSplitter(lines: Lines, markdown: boolean, habits: Habits, zones: Int32Array): Splitter {
  return {
    text: lines.text,
    lines,
    markdownInline: markdown,
    markdown: markdown && !habits.printed,
    printed: habits.printed,
    positions: habits.positions || habits.shortPositions,
    heads:
      (habits.positions ? Line.Candidate : 0) |
      (habits.shortPositions ? Line.ShortCandidate : 0) |
      (habits.positions || habits.namedPositions ? Line.NamedCandidate : 0),
    amounts: habits.positions || habits.namedPositions || habits.shortPositions ? Line.Amount : 0,
    zones,
    zone: 0,
    high: 0,
    head: 0,
    inside: false,
    blankBefore: true,
    pipe: false,
    html: 0,
    depth: 0,
    indents: [],
    kinds: [],
    noTableEnd: false,
    noCommentEnd: false,
    blocks: [],
    starts: [],
    reach: [],
    states: [],
  };
}

/** Everything the splitter carries into the next step as a number; -1 when that does not fit or the step begins inside a line. */
export function encodeState(s: Splitter): number {
  if (s.inside || s.depth > 4) return -1;
  let lists = 0;
  for (let d = s.depth - 1; d >= 0; d--) {
    if (s.indents[d] > 127) return -1;
    lists = lists * 4096 + s.indents[d] * 32 + s.kinds[d];
  }
  return lists * 16 + s.html * 4 + (s.pipe ? 2 : 0) + (s.blankBefore ? 1 : 0);
}

export function decodeState(s: Splitter, state: number): void {
  const flags = state % 16;
  s.blankBefore = (flags & 1) !== 0;
  s.pipe = (flags & 2) !== 0;
  s.html = (flags >> 2) as 0 | 1 | 2;
  s.inside = false;
  s.depth = 0;
  for (let lists = Math.floor(state / 16); lists > 0; lists = Math.floor(lists / 4096)) {
    const entry = lists % 4096;
    s.indents[s.depth] = entry >> 5;
    s.kinds[s.depth] = entry & 31;
    s.depth++;
  }
}

/** Whether line `i` exists. Every look at a line beyond the current one goes through here: an edit there undoes the decision. */
export function look(s: Splitter, i: number): boolean {
  if (i > s.high) s.high = i;
  return i < s.lines.count || scanTo(s.lines, i);
}

/** Looks at everything up to the end of the text. */
export function lookToEnd(s: Splitter): void {
  scanAll(s.lines);
  look(s, s.lines.count);
}

/** Looks at all lines from `i` to the one at the offset `to`. */
export function lookTo(s: Splitter, i: number, to: number): void {
  let k = i;
  while (look(s, k) && s.lines.end[k] < to) k++;
}

export function isEmpty(s: Splitter, i: number): boolean {
  return s.lines.end[i] === s.lines.first[i];
}

/** Line `i` is page furniture. Lines are asked for in ascending order of steps, `s.zone` follows. */
export function isFurniture(s: Splitter, i: number): boolean {
  const { zones } = s;
  const at = s.lines.start[i];
  let z = s.zone;
  while (z * 2 < zones.length && zones[z * 2 + 1] <= at) z++;
  return z * 2 < zones.length && zones[z * 2] <= at;
}

/** Where a block that begins with line `i` begins: at its quote marks, or at its first word. */
export function startOfBlock(s: Splitter, i: number): number {
  const { lines, text } = s;
  if (s.inside || lines.quote[i] === 0) return lines.first[i];
  let at = lines.start[i];
  while (text.charCodeAt(at) !== 62) at++;
  return at;
}

/** The rest of line `i` from `from` on is the next step; false when it is blank. */
export function restOfLine(s: Splitter, i: number, from: number): boolean {
  const { lines, text } = s;
  const end = lines.end[i];
  let at = from;
  while (at < end) {
    const c = text.charCodeAt(at);
    if (c !== 32 && c !== 9 && c !== 0xa0) break;
    at++;
  }
  if (at >= end) return false;
  // The line's hashes are those of the whole line: `emit` does not use them inside a line.
  lines.first[i] = at;
  s.inside = true;
  return true;
}

const noCells: OpenCell[] = [];
const noSpans: Span[] = [];
const noDirectives: Directive[] = [];

const kindCodes: Record<BlockKind, number> = {
  heading: 1,
  paragraph: 2,
  'list-item': 3,
  'table-header': 4,
  'table-row': 5,
  code: 6,
  comment: 7,
  'front-matter': 8,
  furniture: 9,
};

/** A cell in the making: pieces with absolute offsets. */
export type OpenCell = { start: number; end: number }[];

/** What a block has beyond kind, lines and words. Offsets are absolute. */
export interface Extras {
  readonly level?: number;
  readonly number?: string;
  readonly position?: boolean;
  /** Where the words begin and end, when not at the first character and the end of the last line. */
  readonly from?: number;
  readonly to?: number;
  /** Made for this block alone: `emit` makes the offsets relative in place. */
  readonly cells?: readonly OpenCell[];
  /** Furniture inside the block. */
  readonly gaps?: readonly Span[];
  /** Bounds of a block that does not begin or end with its lines. */
  readonly start?: number;
  readonly end?: number;
}

const nothing: Extras = {};

/** Appends the block made of lines `i` to `last`. */
export function emit(s: Splitter, kind: BlockKind, i: number, last: number, extras: Extras = nothing): void {
  const { lines, text } = s;
  const whole = startOfBlock(s, i);
  const start = extras.start ?? whole;
  const end = extras.end ?? lines.end[last];
  const from = extras.from ?? lines.first[i];
  const to = extras.to ?? end;
  const code = kindCodes[kind];
  let flags = 0;
  let quoted = false;
  let a = seedA ^ code;
  let b = seedB ^ code;
  for (let k = i; k <= last; k++) {
    flags |= lines.flags[k];
    if (lines.quote[k] !== 0) quoted = true;
  }
  if (start === whole && end === lines.end[last] && !s.inside) {
    for (let k = i; k <= last; k++) {
      a = Math.imul(a ^ lines.hashA[k], 0x01000193) ^ (lines.first[k] - start);
      b = Math.imul(b ^ lines.hashB[k], 0x5bd1e995) ^ (lines.first[k] - start);
    }
  } else {
    a = hashRange(text, start, end, a, 0x01000193);
    b = hashRange(text, start, end, b, 0x5bd1e995);
  }
  let masked: Span[] = noSpans;
  let directives: Directive[] = noDirectives;
  if (code <= 5) {
    const mixed = quoted || extras.gaps !== undefined;
    if ((flags & inlineFlags) !== 0 || mixed) {
      const spans: Span[] = [];
      const found: Directive[] = [];
      if (flags & inlineFlags) readInline(text, start, end, s.markdownInline, spans, found);
      if (quoted) maskQuoteMarks(s, i, last, start, spans);
      if (extras.gaps !== undefined) for (const gap of extras.gaps) spans.push({ start: gap.start - start, end: gap.end - start });
      if (spans.length > 0) masked = mixed ? joined(spans) : spans;
      if (found.length > 0) directives = found;
      for (const span of masked) {
        a = Math.imul(a ^ span.start, 0x01000193) ^ span.end;
        b = Math.imul(b ^ span.start, 0x5bd1e995) ^ span.end;
      }
    }
  } else if (kind === 'comment') {
    const found: Directive[] = [];
    readInline(text, start, end, false, [], found);
    if (found.length > 0) directives = found;
  }
  const cells = extras.cells ?? noCells;
  for (const cell of cells) {
    a = Math.imul(a ^ cell.length, 0x01000193);
    for (const piece of cell) {
      piece.start -= start;
      piece.end -= start;
      a = Math.imul(a ^ piece.start, 0x01000193) ^ piece.end;
      b = Math.imul(b ^ piece.start, 0x5bd1e995) ^ piece.end;
    }
  }
  const level = extras.level ?? 0;
  const position = extras.position === true;
  a = Math.imul(a ^ level ^ (position ? 64 : 0) ^ (quoted ? 128 : 0), 0x01000193) ^ (from - start);
  // The hash leaves out the low bits of `a`: the last thing mixed in must reach the high ones.
  a = Math.imul(a, 0x85ebca6b);
  b = Math.imul(b ^ (to - start), 0x5bd1e995);
  a ^= a >>> 15;
  b ^= b >>> 13;
  s.starts.push(start);
  s.blocks.push({
    kind,
    length: end - start,
    level,
    number: extras.number ?? '',
    position,
    quoted,
    content: { start: from - start, end: to - start },
    cells,
    masked,
    directives,
    hash: (a >>> 11) * 0x100000000 + (b >>> 0),
  });
}

function maskQuoteMarks(s: Splitter, i: number, last: number, start: number, spans: Span[]): void {
  const { lines, text } = s;
  for (let k = i; k <= last; k++) {
    if (lines.quote[k] === 0 || (k === i && s.inside)) continue;
    let at = k === i ? start : lines.start[k];
    while (at < lines.first[k] && text.charCodeAt(at) !== 62) at++;
    if (at < lines.first[k]) spans.push({ start: at - start, end: lines.first[k] - start });
  }
}

function joined(spans: Span[]): Span[] {
  spans.sort((x, y) => x.start - y.start || x.end - y.end);
  const out: Span[] = [];
  for (const span of spans) {
    const previous = out[out.length - 1];
    if (previous !== undefined && span.start < previous.end) {
      if (span.end > previous.end) out[out.length - 1] = { start: previous.start, end: span.end };
    } else out.push(span);
  }
  return out;
}

function hashRange(text: string, from: number, to: number, seed: number, prime: number): number {
  let hash = seed;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ text.charCodeAt(i), prime);
  return hash;
}

/** The last character of line `i` ends a sentence, clause or lead-in. */
export function isClosed(s: Splitter, i: number): boolean {
  let at = s.lines.end[i] - 1;
  let c = s.text.charCodeAt(at);
  while (
    at > s.lines.first[i] &&
    (c === 41 || c === 34 || c === 39 || c === 42 || c === 95 || c === 0x201c || c === 0x201d || c === 0xab || c === 0xbb)
  ) {
    c = s.text.charCodeAt(--at);
  }
  return c === 46 || c === 58 || c === 33 || c === 63 || c === 59;
}

export function hasWords(s: Splitter, i: number): boolean {
  return (s.lines.flags[i] & (Line.Lower | Line.Upper | Line.Digit)) !== 0;
}
