/**
 * Page heads and feet. A page leaves a mark in the text: a line with a page number, or a form feed. Lines next to the marks that
 * come back page after page are furniture, and so is what varies between two such lines (the title of the chapter). The lines
 * around a mark are kept as a window, so that an edit reads only the windows it touches.
 */
import type { PageWindow } from './model';
import { Line, type Lines, linesFrom, scanTo } from './scan';
import { readOutlineNumber } from './shapes';

const linesBefore = 3;
const linesAfter = 10;
const charactersBefore = 600;
const charactersAfter = 2000;

/** Windows around all marks of a text whose lines are all known; `marks` are line indices. */
export function readAllWindows(lines: Lines, marks: readonly number[]): PageWindow[] {
  return marks.map((line) => {
    const mark = lines.start[line];
    const limit = reachBefore(mark);
    let first = line;
    while (first > 0 && (limit === 0 || lines.start[first - 1] > limit)) first--;
    return readWindow(lines, first, mark);
  });
}

/** The window around the mark at the line start `mark`. */
export function readWindowAt(text: string, mark: number, quotes: boolean): PageWindow {
  return readWindow(linesFrom(text, startOfLines(text, mark), quotes, 32), 0, mark);
}

function reachBefore(mark: number): number {
  return mark > charactersBefore ? mark - charactersBefore : 0;
}

function readWindow(lines: Lines, first: number, mark: number): PageWindow {
  const limit = mark + charactersAfter;
  const starts: number[] = [];
  const nexts: number[] = [];
  const hashes: number[] = [];
  const kinds: number[] = [];
  let own = -1;
  let certainty = 0;
  let feeds = 0;
  let to = mark;
  for (let i = first; scanTo(lines, i); i++) {
    const start = lines.start[i];
    const flags = lines.flags[i];
    to = i + 1 < lines.count ? lines.start[i + 1] : lines.next;
    if (start > mark && (to > limit || starts.length - own > linesAfter)) break;
    // A page ends once: what follows a second form feed belongs to the next page.
    if (start >= mark && flags & Line.FormFeed && ++feeds > 1) break;
    if (start === mark) {
      own = starts.length;
      certainty = flags & Line.SurePageMark ? 2 : flags & Line.PageMark ? 1 : 0;
    } else if (flags & Line.PageMark) {
      if (start > mark) break;
      starts.length = nexts.length = hashes.length = kinds.length = 0;
      continue;
    }
    if (lines.end[i] === lines.first[i] && start !== mark) continue;
    starts.push(start - mark);
    nexts.push(to - mark);
    hashes.push(lineLikeness(lines, i));
    kinds.push(kindOf(lines, i));
    if (own < 0 && starts.length > linesBefore) {
      starts.shift();
      nexts.shift();
      hashes.shift();
      kinds.shift();
    }
  }
  return { mark: own, starts, nexts, hashes, kinds, certainty, from: reachBefore(mark) - mark, to: to - mark };
}

/** Start of the first whole line within reach before the mark. */
function startOfLines(text: string, mark: number): number {
  const limit = reachBefore(mark);
  if (limit === 0) return 0;
  for (let i = limit; i < mark; i++) {
    const c = text.charCodeAt(i);
    if (c === 10 || (c === 13 && text.charCodeAt(i + 1) !== 10)) return i + 1;
  }
  return mark;
}

/** Hash of a line without its blanks, every run of digits taken for the same. */
function lineLikeness(lines: Lines, i: number): number {
  // Heads and feet are short lines.
  if (lines.end[i] - lines.first[i] > 200) return lines.hashA[i];
  let hash = 0x811c9dc5 | 0;
  let digit = false;
  for (let at = lines.first[i]; at < lines.end[i]; at++) {
    let c = lines.text.charCodeAt(at);
    if (c === 32 || c === 9 || c === 0xa0) continue;
    if (c >= 48 && c <= 57) {
      if (digit) continue;
      digit = true;
      c = 48;
    } else digit = false;
    hash = Math.imul(hash ^ c, 0x01000193);
  }
  return hash;
}

function kindOf(lines: Lines, i: number): number {
  const { text } = lines;
  const first = lines.first[i];
  const end = lines.end[i];
  const digit = text.charCodeAt(first) >= 48 && text.charCodeAt(first) <= 57;
  const directive = text.startsWith('<!--', first) || text.startsWith('[[', first);
  return (mayFill(lines, i, first, end) ? 1 : 0) | (lines.flags[i] & Line.Gap && !digit ? 2 : 0) | (directive ? 4 : 0);
}

function mayFill(lines: Lines, i: number, first: number, end: number): boolean {
  if (lines.flags[i] & (Line.Candidate | Line.NamedCandidate) || end - first > 90) return false;
  const last = lines.text.charCodeAt(end - 1);
  if (last === 46 || last === 59 || last === 44 || last === 45) return false;
  return readOutlineNumber(lines.text, first, end).parts < 2;
}

/** Furniture as pairs of offsets, whole lines, ascending and disjoint. Blank lines between two furniture lines belong to it. */
export function readZones(marks: Int32Array, windows: readonly PageWindow[]): Int32Array {
  if (windows.length === 0) return new Int32Array(0);
  const own = new Map<number, number>();
  for (const window of windows) if (window.certainty > 0) add(own, window.hashes[window.mark]);
  const valid = (window: PageWindow) => window.certainty === 2 || (window.certainty === 1 && own.get(window.hashes[window.mark])! > 1);
  let pages = 0;
  for (const window of windows) if (valid(window)) pages++;
  const byNumber = pages > 0;
  if (!byNumber) pages = windows.length;
  const before = new Map<number, number>();
  const after = new Map<number, number>();
  for (const window of windows) {
    if (byNumber && !valid(window)) continue;
    countOnce(before, window.hashes, 0, window.mark);
    countOnce(after, window.hashes, byNumber ? window.mark + 1 : window.mark, window.hashes.length);
  }
  // Most pages have the head itself; a chapter's title or a table's header comes back on some of them.
  const most = Math.max(2, Math.ceil(pages * (pages < 4 ? 1 : 0.6)));
  const some = Math.max(3, Math.ceil(pages / 4));
  const spans: [number, number][] = [];
  windows.forEach((window, index) => {
    if (byNumber && !valid(window)) return;
    const offset = marks[index];
    const span = (line: number) => spans.push([offset + window.starts[line], offset + window.nexts[line]]);
    if (byNumber) span(window.mark);
    // Walk away from the mark as long as repeated lines follow, stepping over at most three that vary.
    const walk = (counts: Map<number, number>, from: number, step: number, stop: number) => {
      const times = (line: number) => counts.get(window.hashes[line]) ?? 0;
      let kept = from;
      for (let line = from; line !== stop && Math.abs(line - kept) <= 3; line += step) {
        // A directive next to a page break stays one, however short the pages are.
        if (window.kinds[line] & 4) break;
        if (times(line) < most) continue;
        for (; kept !== line + step; kept += step) if (window.kinds[kept] & 1 || times(kept) >= most) span(kept);
      }
      // The header of a table that goes on is no furniture: the table may as well begin here.
      for (; kept !== stop && times(kept) >= some && window.kinds[kept] === 1; kept += step) span(kept);
    };
    walk(before, window.mark - 1, -1, -1);
    walk(after, byNumber ? window.mark + 1 : window.mark, 1, window.hashes.length);
  });
  return joined(spans);
}

function countOnce(counts: Map<number, number>, hashes: readonly number[], from: number, to: number): void {
  for (let i = from; i < to; i++) if (hashes.indexOf(hashes[i], from) === i) add(counts, hashes[i]);
}

function add(counts: Map<number, number>, key: number): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function joined(spans: [number, number][]): Int32Array {
  spans.sort((a, b) => a[0] - b[0]);
  const pairs: number[] = [];
  for (const [start, end] of spans) {
    if (pairs.length > 0 && start <= pairs[pairs.length - 1]) {
      if (end > pairs[pairs.length - 1]) pairs[pairs.length - 1] = end;
    } else pairs.push(start, end);
  }
  return Int32Array.from(pairs);
}
