/**
 * The line-based splitter: one step a block, from the first line to the last, for Markdown and plain text alike, because
 * converters mix them. What a step carries over to the next is small (`encodeState`), so splitting can begin at most blocks.
 */
import { type Bullet, Marker, rankOfMarker, readBullet } from './bullets';
import { readColumns } from './columns';
import { frontMatterEnd } from './frontMatter';
import { afterBlanks, type Headline, numberText, readContents, readHeadline } from './headings';
import { blockTag, readHtmlTablePart, tableCloses } from './htmlTables';
import { beginsDirective, tagEnd } from './inline';
import type { Span } from './model';
import { delimiterCells, emitPipeRow, isPipeHeader } from './pipeTables';
import { Line } from './scan';
import { afterHashes } from './shapes';
import {
  emit,
  encodeState,
  hasWords,
  isClosed,
  isEmpty,
  isFurniture,
  look,
  lookTo,
  lookToEnd,
  restOfLine,
  type Splitter,
  startOfBlock,
} from './splitter';

/** Where splitting after an edit is back in step with the previous document: gives true to stop before the step that begins there. */
export type InStep = (start: number, lineStart: number, state: number) => boolean;

/** Runs to the end of the text, or until `inStep` stops it. Blocks are collected in `s`. */
export function run(s: Splitter, inStep?: InStep): void {
  let i = 0;
  for (;;) {
    if (i >= s.lines.count && !look(s, i)) return;
    if (isEmpty(s, i)) {
      if (isFurniture(s, i)) {
        i++;
        continue;
      }
      s.blankBefore = true;
      s.pipe = false;
      i++;
      continue;
    }
    const start = startOfBlock(s, i);
    const state = encodeState(s);
    if (inStep?.(start, s.lines.start[i], state)) return;
    while (s.zone * 2 < s.zones.length && s.zones[s.zone * 2 + 1] <= s.lines.start[i]) s.zone++;
    s.high = i;
    const before = s.blocks.length;
    i = step(s, i);
    settle(s, before, state, start);
  }
}

/** Notes for the blocks of a step how far it looked and what it began with. */
function settle(s: Splitter, before: number, state: number, start: number): void {
  const { lines, blocks, starts, reach, states } = s;
  const seen = s.high >= lines.count ? s.text.length + 1 : s.high + 1 < lines.count ? lines.start[s.high + 1] : lines.next;
  for (let n = before; n < blocks.length; n++) {
    reach.push(seen - starts[n]);
    states.push(n === before && starts[n] === start ? state : -1);
  }
  // A step without a block (a rule, tags): an edit in what it looked at must begin before it.
  if (blocks.length > before) return;
  if (before === 0) s.head = Math.max(s.head, seen);
  else reach[before - 1] = Math.max(reach[before - 1], seen - starts[before - 1]);
}

/** Reads the block (or blocks) that begin with line `i`; the line after them. */
function step(s: Splitter, i: number): number {
  const { lines, text } = s;
  if (s.html !== 0) return readHtmlTablePart(s, i);
  if (!s.inside && isFurniture(s, i)) return readFurniture(s, i);
  if (lines.start[i] === 0 && !s.inside) {
    const last = frontMatterEnd(s, i);
    if (last > i) {
      emit(s, 'front-matter', i, last);
      return after(s, last + 1, true);
    }
  }
  const strong = strongOpening(s, i);
  if (strong !== Opening.None || (s.pipe && !lines.quote[i])) {
    switch (strong) {
      case Opening.Heading:
        return readHashHeading(s, i);
      case Opening.Fence:
        return readFence(s, i);
      case Opening.Comment:
        return readComment(s, i);
      case Opening.Directive:
        emit(s, 'comment', i, i);
        return after(s, i + 1, false);
      case Opening.Tags:
        return readTags(s, i);
      case Opening.Table:
        s.html = 1;
        return readHtmlTablePart(s, i);
      case Opening.Rule:
        return after(s, i + 1, true);
      case Opening.PipeHeader:
        emitPipeRow(s, i, 'table-header');
        s.pipe = true;
        s.depth = 0;
        s.blankBefore = false;
        s.inside = false;
        return i + 2;
      case Opening.PipeRow:
      case Opening.None:
        if (delimiterCells(text, lines.first[i], lines.end[i]) === 0) emitPipeRow(s, i, 'table-row');
        s.inside = false;
        s.blankBefore = false;
        return i + 1;
    }
  }
  s.pipe = false;
  const contents = readContents(s, i);
  if (contents >= 0) {
    emit(s, 'furniture', i, contents);
    return after(s, contents + 1, true);
  }
  if (isLinkToHere(s, i)) {
    emit(s, 'furniture', i, i);
    return after(s, i + 1, false);
  }
  const bullet = readBullet(text, lines.first[i], lines.end[i], lines.indent[i]);
  // "1. Titel" may be either: the headline decides.
  if (bullet === undefined || bullet.kind === Marker.NumberStop) {
    const head = readHeadline(s, i, -1);
    if (head !== undefined) return readHead(s, i, head);
  }
  if (bullet !== undefined) return readItem(s, i, bullet);
  if (s.printed) {
    // Words apart above a line are the header of a table rather than a title.
    const apart = (lines.flags[i] & Line.Gap) !== 0;
    const underlined = apart ? 0 : readUnderlined(s, i);
    if (underlined > 0) return underlined;
    const next = readColumns(s, i);
    if (next > i) return after(s, next, false);
    const title = apart ? readUnderlined(s, i) : 0;
    if (title > 0) return title;
  } else if (s.markdown && s.blankBefore && s.depth === 0 && lines.indent[i] >= 4 && !s.inside) return readIndentedCode(s, i);
  return readParagraph(s, i, lines.first[i], '', 0);
}

/** Leaves the lists (unless `keepLists`) and the current line. */
function after(s: Splitter, next: number, closesLists: boolean): number {
  if (closesLists) s.depth = 0;
  s.inside = false;
  s.blankBefore = false;
  return next;
}

const Opening = {
  None: 0,
  Heading: 1,
  Fence: 2,
  Comment: 3,
  Directive: 4,
  Tags: 5,
  Table: 6,
  Rule: 7,
  PipeHeader: 8,
  PipeRow: 9,
} as const;
type Opening = (typeof Opening)[keyof typeof Opening];

/** What line `i` opens whatever stands before it. */
function strongOpening(s: Splitter, i: number): Opening {
  const { lines, text } = s;
  const first = lines.first[i];
  const flags = lines.flags[i];
  const c = text.charCodeAt(first);
  if (c > 126) return Opening.None;
  if (c === 35) return s.markdown && flags & Line.Hash && !s.inside ? Opening.Heading : Opening.None;
  if ((c === 96 || c === 126) && s.markdown && fenceLength(text, first, lines.end[i]) > 0) return Opening.Fence;
  if (c === 60) {
    if (text.startsWith('<!--', first)) {
      if (s.markdown || closesComment(s, i)) return Opening.Comment;
    } else if (s.markdown) {
      const name = blockTag(text, first, lines.end[i]);
      if (name === 'table' && tableCloses(s, i)) return Opening.Table;
      if (name !== '') return Opening.Tags;
    }
    return Opening.None;
  }
  if (
    c === 91 &&
    text.charCodeAt(first + 1) === 91 &&
    beginsDirective(text, first + 2) &&
    text.slice(first, lines.end[i]).indexOf(']]') === lines.end[i] - first - 2
  )
    return Opening.Directive;
  if (flags & Line.Pipe) {
    if (isPipeHeader(s, i)) return Opening.PipeHeader;
    if (c === 124 && lines.end[i] - first > 1 && text.charCodeAt(lines.end[i] - 1) === 124) return Opening.PipeRow;
  }
  if (!hasWords(s, i) && isRule(text, first, lines.end[i])) return Opening.Rule;
  return Opening.None;
}

/** A line of dashes, stars, full stops and the like. */
function isRule(text: string, first: number, end: number): boolean {
  if (end - first < 3) return false;
  for (let i = first; i < end; i++) {
    const c = text.charCodeAt(i);
    if (c !== 45 && c !== 42 && c !== 95 && c !== 61 && c !== 46 && c !== 43 && c !== 126 && c !== 32 && c !== 0x2026) return false;
  }
  return true;
}

function readFurniture(s: Splitter, i: number): number {
  let last = i;
  for (let k = i + 1; look(s, k); k++) {
    if (!isFurniture(s, k)) break;
    if (!isEmpty(s, k)) last = k;
  }
  emit(s, 'furniture', i, last);
  // A page break says nothing about lists or blank lines.
  s.inside = false;
  return last + 1;
}

/** The line is a link to a place in this document, as tables of contents have them. */
function isLinkToHere(s: Splitter, i: number): boolean {
  const { lines, text } = s;
  if (!s.markdown || !(lines.flags[i] & Line.Bracket)) return false;
  let first = lines.first[i];
  const bullet = text.charCodeAt(first) === 91 ? undefined : readBullet(text, first, lines.end[i], lines.indent[i]);
  if (bullet !== undefined) first = bullet.content;
  if (text.charCodeAt(first) !== 91 || text.charCodeAt(lines.end[i] - 1) !== 41) return false;
  const target = text.lastIndexOf('](', lines.end[i]);
  return target > first && text.charCodeAt(target + 2) === 35 && text.indexOf(')', target) === lines.end[i] - 1;
}

function readHashHeading(s: Splitter, i: number): number {
  emitHash(s, i, s.lines.first[i], '');
  return after(s, i + 1, true);
}

/** Emits line `i` as the heading whose `#` stand at `hashes`; `marker` is the number of a list item around it. */
function emitHash(s: Splitter, i: number, hashes: number, marker: string): void {
  const { lines, text } = s;
  const end = lines.end[i];
  const title = afterHashes(text, hashes, end);
  let level = 0;
  while (text.charCodeAt(hashes + level) === 35) level++;
  let to = end;
  if (text.charCodeAt(to - 1) === 35) {
    let closing = to;
    while (closing > title && text.charCodeAt(closing - 1) === 35) closing--;
    if (closing <= title) to = title;
    else if (text.charCodeAt(closing - 1) === 32 || text.charCodeAt(closing - 1) === 9) to = closing;
    while (to > title && (text.charCodeAt(to - 1) === 32 || text.charCodeAt(to - 1) === 9)) to--;
  }
  const split = splitNumber(text, title, to);
  emit(s, 'heading', i, i, {
    level,
    number: split.number || marker,
    position: (lines.flags[i] & s.heads) !== 0,
    from: split.from,
    to,
  });
}

/** Number and words of a heading's text. */
function splitNumber(text: string, from: number, to: number): { number: string; from: number } {
  let bold = from;
  while (bold < to && text.charCodeAt(bold) === 42) bold++;
  const match = /^(?:\d{1,4}(?:\.\d{1,4}){0,7}\.?|[A-Z]\.|[A-Z](?:\.\d{1,3})+\.?|[IVX]{1,5}\.)(?=[\s\u00a0])/.exec(
    text.slice(bold, Math.min(bold + 40, to)),
  );
  if (match === null) return { number: '', from };
  const words = afterBlanks(text, bold + match[0].length, to);
  if (words >= to) return { number: '', from };
  return { number: numberText(text, bold, match[0].length), from: words };
}

function readHead(s: Splitter, i: number, head: Headline): number {
  if (head.kind === 'paragraph') return readParagraph(s, i, head.from, head.number, 0);
  emit(s, 'heading', i, i, { level: head.level, number: head.number, position: head.position, from: head.from, to: head.to });
  return after(s, i + 1, true);
}

/** A single line of plain text with a line of dashes or the like below. */
function readUnderlined(s: Splitter, i: number): number {
  const { lines, text } = s;
  if (!look(s, i + 1) || hasWords(s, i + 1) || isEmpty(s, i + 1) || isFurniture(s, i + 1)) return 0;
  const length = lines.end[i] - lines.first[i];
  const under = lines.end[i + 1] - lines.first[i + 1];
  const c = text.charCodeAt(lines.first[i + 1]);
  if (length > 100 || under < 3 || under * 2 < length || (c !== 45 && c !== 61 && c !== 126 && c !== 95)) return 0;
  for (let at = lines.first[i + 1]; at < lines.end[i + 1]; at++) if (text.charCodeAt(at) !== c) return 0;
  if (lines.flags[i] & Line.Gap && c === 45 && length > 60) return 0;
  const split = splitNumber(text, lines.first[i], lines.end[i]);
  emit(s, 'heading', i, i + 1, { level: c === 61 ? 1 : 2, number: split.number, from: split.from, to: lines.end[i] });
  return after(s, i + 2, true);
}

function fenceLength(text: string, first: number, end: number): number {
  const c = text.charCodeAt(first);
  let i = first;
  while (i < end && text.charCodeAt(i) === c) i++;
  if (i - first < 3) return 0;
  if (c === 96) for (let k = i; k < end; k++) if (text.charCodeAt(k) === 96) return 0;
  return i - first;
}

function readFence(s: Splitter, i: number): number {
  const { lines, text } = s;
  const c = text.charCodeAt(lines.first[i]);
  const length = fenceLength(text, lines.first[i], lines.end[i]);
  const quote = lines.quote[i];
  let last = i;
  let k = i + 1;
  for (; look(s, k); k++) {
    if (lines.quote[k] < quote) break;
    if (!isEmpty(s, k)) last = k;
    if (text.charCodeAt(lines.first[k]) !== c || isEmpty(s, k)) continue;
    let at = lines.first[k];
    while (at < lines.end[k] && text.charCodeAt(at) === c) at++;
    if (at === lines.end[k] && at - lines.first[k] >= length) {
      k++;
      break;
    }
  }
  emit(s, 'code', i, last);
  return after(s, k, false);
}

function readIndentedCode(s: Splitter, i: number): number {
  const { lines } = s;
  let last = i;
  for (let k = i + 1; look(s, k); k++) {
    if (isEmpty(s, k)) continue;
    if (lines.indent[k] < 4 || lines.quote[k] !== lines.quote[i]) break;
    last = k;
  }
  emit(s, 'code', i, last);
  return after(s, last + 1, false);
}

/** Whether the comment that begins in line `i` ends somewhere; looks at the whole rest when it does not. */
function closesComment(s: Splitter, i: number): boolean {
  const close = s.noCommentEnd ? -1 : s.text.indexOf('-->', s.lines.first[i] + 4);
  if (close < 0) {
    s.noCommentEnd = true;
    lookToEnd(s);
    return false;
  }
  lookTo(s, i, close);
  return true;
}

function readComment(s: Splitter, i: number): number {
  const { lines, text } = s;
  const close = text.indexOf('-->', lines.first[i] + 4);
  let last = i;
  const end = close < 0 ? text.length : close + 3;
  for (let k = i; look(s, k); k++) {
    if (lines.start[k] >= end) break;
    if (!isEmpty(s, k)) last = k;
    if (close >= 0 && lines.end[k] >= end) break;
  }
  emit(s, 'comment', i, last, close < 0 ? {} : { end });
  s.inside = false;
  if (close >= 0 && restOfLine(s, last, end)) return last;
  s.blankBefore = false;
  return last + 1;
}

/** Lines that begin with a tag of HTML's block structure: text between tags becomes a paragraph, item or heading. */
function readTags(s: Splitter, i: number): number {
  const { lines, text } = s;
  let at = lines.first[i];
  const end = lines.end[i];
  let kind: 'paragraph' | 'list-item' | 'heading' = 'paragraph';
  let level = 0;
  while (at < end && text.charCodeAt(at) === 60) {
    const name = blockTag(text, at, end);
    if (name === 'li') {
      kind = 'list-item';
      level = 1;
    } else if (/^h[1-6]$/.test(name)) {
      kind = 'heading';
      level = Number(name[1]);
    }
    const close = tagEnd(text, at, end, true);
    if (close < 0) break;
    at = afterBlanks(text, close, end);
  }
  if (at >= end) return after(s, i + 1, kind === 'heading');
  let last = i;
  if (kind !== 'heading') {
    for (let k = i + 1; look(s, k); k++) {
      if (isEmpty(s, k) || isFurniture(s, k) || strongOpening(s, k) !== Opening.None) break;
      last = k;
    }
  }
  emit(s, kind, i, last, { level, from: at });
  return after(s, last + 1, kind === 'heading');
}

function readItem(s: Splitter, i: number, bullet: Bullet): number {
  const { lines, text } = s;
  const hash = s.markdown && text.charCodeAt(bullet.content) === 35 && afterHashes(text, bullet.content, lines.end[i]) >= 0;
  const marker = numberedMarker(text, lines.first[i], bullet);
  s.pipe = false;
  const level = place(s, lines.indent[i], bullet);
  if (hash) {
    emitHash(s, i, bullet.content, marker);
    return after(s, i + 1, false);
  }
  const gaps: Span[] = [];
  const last = lastLine(s, i, lines.indent[i], gaps);
  emit(s, 'list-item', i, last, {
    level,
    from: bullet.content < lines.end[i] || last === i ? bullet.content : lines.first[i + 1],
    gaps: gaps.length > 0 ? gaps : undefined,
  });
  return after(s, last + 1, false);
}

function numberedMarker(text: string, first: number, bullet: Bullet): string {
  if (bullet.kind !== Marker.NumberStop && bullet.kind !== Marker.NumberParen) return '';
  let end = first;
  while (text.charCodeAt(end) >= 48 && text.charCodeAt(end) <= 57) end++;
  return text.slice(first, end);
}

/** Finds the item's place in the open lists; its depth from 1 on. */
function place(s: Splitter, indent: number, bullet: Bullet): number {
  let kind = bullet.kind;
  if (bullet.roman) {
    // A single i, v or x goes on with a list of letters only where one is open.
    let letters = false;
    for (let d = 0; d < s.depth; d++) if (s.kinds[d] === kind && Math.abs(s.indents[d] - indent) <= 1) letters = true;
    if (!letters) kind += 3;
  }
  for (let d = s.depth - 1; d >= 0; d--) {
    if (s.kinds[d] === kind && aligned(s, d, indent, bullet)) {
      s.depth = d + 1;
      return s.depth;
    }
  }
  while (s.depth > 0 && s.indents[s.depth - 1] > indent + 1) s.depth--;
  // Another marker at the same indentation: printed lists nest that way, Markdown begins a new list.
  while (s.depth > 0 && Math.abs(s.indents[s.depth - 1] - indent) <= 1) {
    if (s.printed && rankOfMarker(kind) > rankOfMarker(s.kinds[s.depth - 1])) break;
    s.depth--;
  }
  if (s.depth < 15) s.depth++;
  s.indents[s.depth - 1] = indent;
  s.kinds[s.depth - 1] = kind;
  return s.depth;
}

/** An item at `indent` stands below the items of the list at depth `d`; printed numbers may be set flush right. */
function aligned(s: Splitter, d: number, indent: number, bullet: Bullet): boolean {
  const flushRight = s.printed && bullet.kind >= Marker.NumberStop && bullet.value !== 1 && !bullet.roman;
  return Math.abs(s.indents[d] - indent) <= (flushRight ? 3 : 1);
}

function readParagraph(s: Splitter, i: number, from: number, number: string, level: number): number {
  const { lines } = s;
  if (s.depth > 0) {
    while (s.depth > 0 && s.indents[s.depth - 1] >= lines.indent[i]) s.depth--;
    level = s.depth;
  }
  const amount = (lines.flags[i] & s.amounts) !== 0;
  const gaps: Span[] = [];
  const last = amount ? i : lastLine(s, i, -1, gaps);
  if (s.markdown && !s.inside && look(s, last + 1)) {
    const underline = setextLevel(s, last + 1);
    if (underline > 0 && lines.quote[last + 1] === lines.quote[i]) {
      const split = splitNumber(s.text, lines.first[i], lines.end[last]);
      emit(s, 'heading', i, last + 1, {
        level: underline,
        number: split.number,
        from: split.from,
        to: lines.end[last],
        gaps: gaps.length > 0 ? gaps : undefined,
      });
      return after(s, last + 2, true);
    }
  }
  emit(s, 'paragraph', i, last, { level, number, from, gaps: gaps.length > 0 ? gaps : undefined });
  return after(s, last + 1, false);
}

/** 1 or 2 when line `i` underlines a heading. */
function setextLevel(s: Splitter, i: number): number {
  const { lines, text } = s;
  if (isEmpty(s, i) || hasWords(s, i) || lines.indent[i] > 3) return 0;
  const c = text.charCodeAt(lines.first[i]);
  if (c !== 45 && c !== 61) return 0;
  for (let at = lines.first[i]; at < lines.end[i]; at++) if (text.charCodeAt(at) !== c) return 0;
  return c === 61 ? 1 : 2;
}

/**
 * Last line of the paragraph or item that begins with line `i`. `bulletIndent` is the indentation of the item's marker, -1 for a
 * paragraph. Page furniture inside is collected in `gaps`.
 */
function lastLine(s: Splitter, i: number, bulletIndent: number, gaps: Span[]): number {
  let last = i;
  for (let k = i + 1; look(s, k); k++) {
    if (isEmpty(s, k) || isFurniture(s, k)) {
      const next = afterPageBreak(s, last, k, bulletIndent, gaps);
      if (next < 0) return last;
      last = next;
      k = next;
      continue;
    }
    if (endsBefore(s, i, last, k, bulletIndent)) return last;
    last = k;
  }
  return last;
}

/** Line `k` does not go on with the paragraph or item whose lines are `i` to `last`. */
function endsBefore(s: Splitter, i: number, last: number, k: number, bulletIndent: number): boolean {
  const { lines, text } = s;
  if (lines.quote[k] > lines.quote[i]) return true;
  if (s.markdown && bulletIndent < 0 && lines.quote[k] === lines.quote[i] && !s.inside && setextLevel(s, k) > 0) return true;
  if (strongOpening(s, k) !== Opening.None) return true;
  const flags = lines.flags[k];
  if (flags & (s.heads | s.amounts)) return true;
  const c = text.charCodeAt(lines.first[k]);
  const bullet = readBullet(text, lines.first[k], lines.end[k], lines.indent[k]);
  if (bullet !== undefined && interrupts(s, i, last, k, bullet, bulletIndent)) return true;
  if (c >= 48 && c <= 57 && s.printed && readHeadline(s, k, last) !== undefined) return true;
  if (!s.printed) return false;
  if (flags & Line.Dots && readContents(s, k) >= 0) return true;
  return bulletIndent >= 0 && lines.indent[k] <= bulletIndent && isClosed(s, last);
}

/** Whether a list marker in the middle of a paragraph or item begins an item. */
function interrupts(s: Splitter, i: number, last: number, k: number, bullet: Bullet, bulletIndent: number): boolean {
  const { lines, text } = s;
  const kind = bullet.kind;
  if (bullet.content >= lines.end[k] && s.markdown) return false;
  if (s.markdown) {
    if (kind <= Marker.Plus) return true;
    if (kind === Marker.NumberStop || kind === Marker.NumberParen) return bullet.value === 1 || bulletIndent >= 0 || s.depth > 0;
  }
  if (kind === Marker.Round || kind === Marker.Square || kind === Marker.Ring || kind === Marker.Arrow) return true;
  if (kind >= Marker.Private && kind < Marker.NumberStop) return true;
  if (s.printed && kind < Marker.Private && lines.indent[k] <= bulletIndent) return true;
  for (let d = 0; d < s.depth; d++) {
    const same = s.kinds[d] === kind || (bullet.roman && s.kinds[d] === kind + 3) || (kind >= 25 && s.kinds[d] === kind - 3);
    if (same && aligned(s, d, lines.indent[k], bullet)) return true;
  }
  if (kind >= Marker.NumberStop && kind !== Marker.NumberParens && kind !== Marker.LetterParens && kind !== Marker.RomanParens) {
    const c = text.charCodeAt(bullet.content);
    if (c >= 97 && c <= 122 && (kind === Marker.NumberStop || kind === Marker.LetterStop)) return false;
  }
  return isClosed(s, last) || text.charCodeAt(lines.end[last] - 1) === 44 || lines.indent[k] > lines.indent[i] + 1;
}

/**
 * The line after a page break that goes on with the open paragraph or item, -1 when none does. It goes on when the sentence was
 * not at its end and the page does not begin with something of its own. The break is added to `gaps`. In printed text with a blank
 * line after every line a full line goes on in small letters, too.
 */
function afterPageBreak(s: Splitter, last: number, k: number, bulletIndent: number, gaps: Span[]): number {
  const { lines, text } = s;
  let furniture = false;
  let next = k;
  for (; look(s, next); next++) {
    if (next - k > 60) return -1;
    if (isFurniture(s, next)) furniture = true;
    else if (!isEmpty(s, next)) break;
    else if (!furniture && next - k > 8) return -1;
  }
  if (!look(s, next) || (!furniture && !(s.printed && next === k + 1 && lines.end[last] - lines.first[last] >= 60))) return -1;
  const c = text.charCodeAt(lines.first[next]);
  const small = (c >= 97 && c <= 122) || c === 0xe4 || c === 0xf6 || c === 0xfc;
  if (furniture ? !small && isClosed(s, last) : !small || isClosed(s, last) || lines.indent[next] !== lines.indent[last]) return -1;
  if (lines.quote[next] !== lines.quote[last]) return -1;
  if (strongOpening(s, next) !== Opening.None || lines.flags[next] & (s.heads | s.amounts)) return -1;
  const bullet = readBullet(text, lines.first[next], lines.end[next], lines.indent[next]);
  if (bullet !== undefined && (bullet.kind < Marker.NumberStop || bulletIndent >= 0 || beginsList(bullet))) return -1;
  if (readContents(s, next) >= 0) return -1;
  const head = c >= 48 && c <= 57 ? readHeadline(s, next, -1) : undefined;
  if (head !== undefined) return -1;
  if (!small && !(lines.flags[next] & Line.Lower) && lines.flags[next] & Line.Upper && readHeadline(s, next, -1) !== undefined) return -1;
  if (furniture) gaps.push({ start: lines.end[last], end: lines.first[next] });
  return next;
}

function beginsList(bullet: Bullet): boolean {
  return bullet.value === 1;
}
