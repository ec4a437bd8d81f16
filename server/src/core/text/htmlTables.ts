/** Tables in HTML, as converters leave them in Markdown: each `<tr>` a row. Also which tags begin a block. */
import { tagEnd } from './inline';
import { emit, look, lookTo, lookToEnd, type OpenCell, restOfLine, type Splitter } from './splitter';

const blockTags = new Set(
  'address article aside blockquote body br caption center col colgroup dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html iframe legend li link main menu nav ol p pre section summary table tbody td tfoot th thead title tr ul'.split(
    ' ',
  ),
);

/** Name of the block tag (opening or closing) at `at`, empty when there is none. A closing `</table>` gives `/table`. */
export function blockTag(text: string, at: number, end: number): string {
  let i = at + 1;
  const closing = text.charCodeAt(i) === 47;
  if (closing) i++;
  const from = i;
  while (i < end && i - from < 12) {
    const c = text.charCodeAt(i) | 32;
    const digit = text.charCodeAt(i) >= 48 && text.charCodeAt(i) <= 57;
    if (!digit && (c < 97 || c > 122)) break;
    i++;
  }
  if (i === from) return '';
  const c = i < end ? text.charCodeAt(i) : 62;
  if (c !== 62 && c !== 32 && c !== 9 && c !== 47) return '';
  const name = text.slice(from, i).toLowerCase();
  return blockTags.has(name) ? (closing ? '/' + name : name) : '';
}

/** Whether the table that begins in line `i` has an end; looks at all its lines. */
export function tableCloses(s: Splitter, i: number): boolean {
  const { text } = s;
  let close = s.noTableEnd ? -1 : text.indexOf('</table', s.lines.first[i]);
  if (close < 0 && !s.noTableEnd) close = text.indexOf('</TABLE', s.lines.first[i]);
  if (close < 0) {
    s.noTableEnd = true;
    lookToEnd(s);
    return false;
  }
  lookTo(s, i, close);
  return true;
}

/**
 * Reads one part of an HTML table from the beginning of line `i` on: the tags up to and including one row, or up to its end. The
 * next line, or the same one when something follows there.
 */
export function readHtmlTablePart(s: Splitter, i: number): number {
  const { lines, text } = s;
  let at = lines.first[i];
  s.pipe = false;
  s.depth = 0;
  s.blankBefore = false;
  for (;;) {
    at = skipBlanks(s, at, lines.end[i]);
    if (at >= lines.end[i]) {
      if (!look(s, i + 1)) s.html = 0;
      s.inside = false;
      return i + 1;
    }
    if (text.charCodeAt(at) === 60) {
      const name = blockTag(text, at, lines.end[i]);
      if (name === 'tr') return readRow(s, i, at);
      const close = tagEnd(text, at, lines.end[i], true);
      if (close > 0) {
        if (name === 'thead') s.html = 2;
        else if (name === '/thead' || name === 'tbody') s.html = 1;
        else if (name === '/table') {
          s.html = 0;
          return goOn(s, i, close);
        }
        at = close;
        continue;
      }
    }
    // Words between the rows: a caption, or a table that is none.
    let end = text.indexOf('<', at + 1);
    if (end < 0 || end > lines.end[i]) end = lines.end[i];
    emit(s, 'paragraph', i, i, { start: at, end: trimEnd(text, at, end), from: at });
    return goOn(s, i, end);
  }
}

/** Reads the row whose `<tr` stands at `start` in line `i`. */
function readRow(s: Splitter, i: number, start: number): number {
  const { lines, text } = s;
  const cells: OpenCell[] = [];
  let heads = 0;
  let cellFrom = -1;
  let line = i;
  let at = start + 3;
  let end = -1;
  let nested = 0;
  const closeCell = (to: number) => {
    if (cellFrom >= 0) cells.push([cellText(text, cellFrom, to)]);
    cellFrom = -1;
  };
  while (end < 0) {
    const open = text.indexOf('<', at);
    while (open >= lines.end[line] && look(s, line + 1)) line++;
    if (open < 0) {
      end = lines.end[line];
      s.html = 0;
      closeCell(end);
      break;
    }
    const name = blockTag(text, open, lines.end[line]);
    if (name === 'table') nested++;
    else if (name === '/table' && nested > 0) nested--;
    else if (nested === 0) {
      if (name === 'td' || name === 'th') {
        closeCell(open);
        if (name === 'th') heads++;
        const close = tagEnd(text, open, lines.end[line], true);
        cellFrom = close > 0 ? close : open + 3;
      } else if (name === '/td' || name === '/th') closeCell(open);
      else if (name === '/tr') {
        closeCell(open);
        const close = tagEnd(text, open, lines.end[line], true);
        end = close > 0 ? close : open + 4;
        break;
      } else if (name === 'tr' || name === '/table' || name === '/tbody' || name === '/thead' || name === 'tbody') {
        closeCell(open);
        end = trimEnd(text, start, open);
        while (line > i && lines.start[line] >= end) line--;
        break;
      }
    }
    at = open + 1;
  }
  const header = s.html === 2 || (heads > 0 && heads === cells.length);
  const first = cells.length > 0 ? cells[0][0].start : start;
  const lastCell = cells.length > 0 ? cells[cells.length - 1][0].end : end;
  emit(s, header ? 'table-header' : 'table-row', i, line, { start, end, from: first, to: Math.max(first, lastCell), cells });
  return goOn(s, line, end);
}

/** Where to go on after the offset `end` in line `line`. */
function goOn(s: Splitter, line: number, end: number): number {
  s.inside = false;
  return restOfLine(s, line, end) ? line : line + 1;
}

/** A cell's text without the tags and blanks around it. */
function cellText(text: string, from: number, to: number): { start: number; end: number } {
  let start = from;
  let end = to;
  for (;;) {
    while (start < end && isSpace(text.charCodeAt(start))) start++;
    if (start < end && text.charCodeAt(start) === 60) {
      const close = tagEnd(text, start, end, true);
      if (close > 0) {
        start = close;
        continue;
      }
    }
    break;
  }
  for (;;) {
    while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
    if (end > start && text.charCodeAt(end - 1) === 62) {
      const open = text.lastIndexOf('<', end - 1);
      if (open >= start && tagEnd(text, open, end, true) === end) {
        end = open;
        continue;
      }
    }
    break;
  }
  return { start, end };
}

function trimEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && isSpace(text.charCodeAt(end - 1))) end--;
  return end;
}

function skipBlanks(s: Splitter, from: number, to: number): number {
  let at = from;
  while (at < to && isSpace(s.text.charCodeAt(at))) at++;
  return at;
}

function isSpace(c: number): boolean {
  return c === 32 || c === 9 || c === 10 || c === 13 || c === 0xa0;
}
