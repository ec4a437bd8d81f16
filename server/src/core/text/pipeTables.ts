/** Tables with pipes between the cells: `| Kriterium | Gewicht |`. */
import { Line } from './scan';
import { emit, isEmpty, look, type OpenCell, type Splitter } from './splitter';

/** Line `i` heads a pipe table: the next line is a row of dashes with as many cells. */
export function isPipeHeader(s: Splitter, i: number): boolean {
  const { lines, text } = s;
  if (!(lines.flags[i] & Line.Pipe) || !look(s, i + 1) || isEmpty(s, i + 1)) return false;
  if (lines.flags[i + 1] & (Line.Lower | Line.Upper | Line.Digit) || lines.quote[i + 1] !== lines.quote[i]) return false;
  const cells = delimiterCells(text, lines.first[i + 1], lines.end[i + 1]);
  return cells > 0 && cells === countCells(text, lines.first[i], lines.end[i]);
}

/** Number of cells in a row of dashes such as `|:---|---:|`; 0 when the line is none. */
export function delimiterCells(text: string, first: number, end: number): number {
  let cells = 0;
  let dashes = 0;
  let pipes = 0;
  let blank = false;
  for (let i = first; i < end; i++) {
    const c = text.charCodeAt(i);
    if (c === 124) {
      if (dashes > 0) cells++;
      else if (i !== first) return 0;
      dashes = 0;
      blank = false;
      pipes++;
    } else if (c === 45) {
      if (blank && dashes > 0) return 0;
      dashes++;
    } else if (c === 32 || c === 9) blank = dashes > 0;
    else if (c === 58) {
      const next = text.charCodeAt(i + 1);
      if (dashes > 0 && next === 45) return 0;
    } else return 0;
  }
  if (dashes > 0) cells++;
  return pipes > 0 ? cells : 0;
}

function countCells(text: string, first: number, end: number): number {
  let cells = 1;
  for (let i = first; i < end; i++) {
    const c = text.charCodeAt(i);
    if (c === 92) i++;
    else if (c === 124) cells++;
  }
  if (text.charCodeAt(first) === 124) cells--;
  if (end - first > 1 && endsWithPipe(text, first, end)) cells--;
  return cells;
}

function endsWithPipe(text: string, first: number, end: number): boolean {
  if (text.charCodeAt(end - 1) !== 124) return false;
  let escapes = 0;
  while (end - 2 - escapes >= first && text.charCodeAt(end - 2 - escapes) === 92) escapes++;
  return escapes % 2 === 0;
}

/** Emits line `i` as a row. */
export function emitPipeRow(s: Splitter, i: number, kind: 'table-header' | 'table-row'): void {
  const { lines, text } = s;
  const first = lines.first[i];
  const end = lines.end[i];
  const cells: OpenCell[] = [];
  let from = text.charCodeAt(first) === 124 ? first + 1 : first;
  const to = end - first > 1 && endsWithPipe(text, first, end) ? end - 1 : end;
  for (let at = from; at <= to; at++) {
    const c = at < to ? text.charCodeAt(at) : 124;
    if (c === 92 && at < to) {
      at++;
      if (at < to) continue;
    } else if (c !== 124) continue;
    cells.push([trimmed(text, from, at)]);
    from = at + 1;
  }
  if (cells.length === 0) cells.push([trimmed(text, first, end)]);
  const last = cells[cells.length - 1][0];
  emit(s, kind, i, i, { from: cells[0][0].start, to: Math.max(last.end, cells[0][0].start), cells });
}

function trimmed(text: string, from: number, to: number): { start: number; end: number } {
  let start = from;
  let end = to;
  while (start < end && isGap(text.charCodeAt(start))) start++;
  while (end > start && isGap(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

function isGap(c: number): boolean {
  return c === 32 || c === 9 || c === 0xa0;
}
