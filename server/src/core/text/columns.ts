/**
 * Tables set in columns by blanks, as text extraction from PDF leaves them. Where several lines have words at the same column
 * behind a gap, that column is one of the table; a row begins where its label column begins anew. The lines of neighbouring cells
 * interleave, so each cell is a list of pieces, one a line.
 */
import { namedPart } from './headings';
import type { Span } from './model';
import { Line } from './scan';
import { emit, isEmpty, isFurniture, look, type OpenCell, type Splitter } from './splitter';

/** Words of one line between two gaps. */
interface Piece extends Span {
  /** Column of the first and after the last character. */
  readonly column: number;
  readonly columnEnd: number;
}

interface Layout {
  /** Columns after the first, ascending. */
  readonly columns: readonly number[];
  /** Index of the cell with most of the text; 0 is what stands left of all columns. */
  readonly main: number;
  /** Leftmost character of the lines looked at. */
  readonly left: number;
}

interface Row {
  readonly first: number;
  last: number;
  readonly cells: Piece[][];
  readonly blankBefore: boolean;
  gaps: Span[] | undefined;
}

/** Lines a layout is drawn from, and lines after which a table is cut at the next row so that an edit costs little. */
const seedLines = 40;
const longest = 300;

/** Reads the table set in columns by blanks that begins with line `i`; the line after it, or -1 when there is none. */
export function readColumns(s: Splitter, i: number): number {
  if (!mayBegin(s, i)) return -1;
  const known: Pieces = [];
  if (!sharesColumn(s, i, known)) return -1;
  const layout = findLayout(s, i, known);
  if (layout === undefined) return -1;
  let page = layout;
  const rows: Row[] = [];
  const cells = layout.columns.length + 1;
  let row: Row | undefined;
  let blanks = 0;
  let furnitureFrom = -1;
  let pages = 0;
  for (let k = i; look(s, k); k++) {
    if (isFurniture(s, k)) {
      if (furnitureFrom < 0) furnitureFrom = row === undefined ? -1 : s.lines.end[row.last];
      pages = k;
      continue;
    }
    if (isEmpty(s, k)) {
      if (pages === 0 && ++blanks > 3) break;
      continue;
    }
    if (row !== undefined && isDrawn(s, k)) continue;
    if (pages > 0) {
      // The header comes back on the next page, and the columns stand elsewhere there.
      const header = repeatedHeader(s, rows[0], k);
      if (header > k) {
        pages = header - 1;
        k = header - 1;
        continue;
      }
      const next = findLayout(s, k, known, layout);
      if (next === undefined || Math.abs(layout.columns.length - next.columns.length) > 1) break;
      page = next;
    }
    const pieces = piecesAt(s, k, known);
    if (ends(s, k, page, pieces, blanks > 0 || pages > 0)) break;
    // Cells are counted from the main column, which every page has.
    const shift = layout.main - page.main;
    const places = pieces.map((piece) => Math.min(Math.max(cellAt(page, piece.column) + shift, 0), cells - 1));
    if (row === undefined || beginsRow(s, row, layout.main, pieces, places, blanks > 0 && pages === 0)) {
      if (row !== undefined && k - i > longest) break;
      row = { first: k, last: k, cells: [], blankBefore: blanks > 0, gaps: undefined };
      rows.push(row);
    } else if (pages > 0 && furnitureFrom >= 0) {
      row.gaps ??= [];
      row.gaps.push({ start: furnitureFrom, end: s.lines.first[k] });
    }
    row.last = k;
    pieces.forEach((piece, n) => {
      row!.cells[places[n]] ??= [];
      row!.cells[places[n]].push(piece);
    });
    blanks = 0;
    pages = 0;
    furnitureFrom = -1;
  }
  // A line of its own below the table is no row.
  while (rows.length > 0 && onlyLabel(rows[rows.length - 1])) rows.pop();
  if (rows.length === 0 || !rows.some((r) => r.cells.filter(Boolean).length > 1)) return -1;
  rows.forEach((each, n) => {
    const cellsOfRow: OpenCell[] = [];
    for (let c = 0; c < cells; c++) cellsOfRow.push((each.cells[c] ?? []).map((piece) => ({ start: piece.start, end: piece.end })));
    emit(s, n === 0 && isHeader(s, rows) ? 'table-header' : 'table-row', each.first, each.last, { cells: cellsOfRow, gaps: each.gaps });
  });
  return rows[rows.length - 1].last + 1;
}

/** The line after the words of the table's first row when they stand again at line `k`; -1 when they do not. */
function repeatedHeader(s: Splitter, row: Row | undefined, k: number): number {
  if (row === undefined || row.last - row.first > 4) return -1;
  const words = (line: number) => s.text.slice(s.lines.first[line], s.lines.end[line]).replace(/[\s\u00a0]+/g, ' ');
  for (let n = 0; n <= row.last - row.first; n++) if (!look(s, k + n) || words(row.first + n) !== words(k + n)) return -1;
  return k + row.last - row.first + 1;
}

function mayBegin(s: Splitter, i: number): boolean {
  const { lines } = s;
  if (beginsWithPipe(s, i) || lines.flags[i] & s.amounts) return false;
  if (lines.flags[i] & Line.Gap) return true;
  // A first line with words in the last column only, or with the label alone.
  if (lines.end[i] - lines.first[i] > 60) return false;
  for (let k = i + 1; k <= i + (lines.indent[i] > 20 ? 3 : 1); k++) {
    if (!look(s, k) || isEmpty(s, k) || isFurniture(s, k)) return false;
    if (lines.flags[k] & Line.Gap) return true;
  }
  return false;
}

/** A line drawn between rows: one sign all along. */
function isDrawn(s: Splitter, k: number): boolean {
  const { lines, text } = s;
  const c = text.charCodeAt(lines.first[k]);
  if ((c !== 45 && c !== 61 && c !== 95) || lines.end[k] - lines.first[k] < 10) return false;
  for (let at = lines.first[k]; at < lines.end[k]; at++) if (text.charCodeAt(at) !== c) return false;
  return true;
}

/** Pieces of lines read so far, by line. */
type Pieces = (Piece[] | undefined)[];

function piecesAt(s: Splitter, k: number, read: Pieces): Piece[] {
  read[k] ??= piecesOf(s, k);
  return read[k]!;
}

/** Two of the first lines have words at one column, behind a gap in one of them: most paragraphs with gaps fail here. */
function sharesColumn(s: Splitter, i: number, read: Pieces): boolean {
  const behindGap: number[] = [];
  const columns: number[] = [];
  for (let k = i, lines = 0; lines < 6 && k < i + 10 && look(s, k) && !isFurniture(s, k); k++) {
    if (isEmpty(s, k) || isDrawn(s, k)) continue;
    lines++;
    const pieces = piecesAt(s, k, read);
    for (const { column } of pieces) if (behindGap.some((other) => Math.abs(other - column) <= 2)) return true;
    for (let n = 1; n < pieces.length; n++) {
      const { column } = pieces[n];
      if (columns.some((other) => Math.abs(other - column) <= 2)) return true;
      behindGap.push(column);
    }
    for (const { column } of pieces) columns.push(column);
  }
  return false;
}

/** Splits a line at two blanks or more, or a tab. A bullet stays with its words. */
function piecesOf(s: Splitter, k: number): Piece[] {
  const { lines, text } = s;
  const pieces: Piece[] = [];
  let column = lines.indent[k];
  let start = lines.first[k];
  let startColumn = column;
  let end = start;
  let endColumn = column;
  let blanks = 0;
  for (let at = start; at <= lines.end[k]; at++) {
    const c = at < lines.end[k] ? text.charCodeAt(at) : -1;
    if (c === 32 || c === 0xa0) {
      blanks++;
      column++;
      continue;
    }
    if (c === 9) {
      blanks += 2;
      column = (column | 7) + 1;
      continue;
    }
    if (c < 0 || (blanks > 1 && !isGlyph(text, start, end))) {
      if (end > start) pieces.push({ start, end, column: startColumn, columnEnd: endColumn });
      start = at;
      startColumn = column;
    }
    blanks = 0;
    column++;
    end = at + 1;
    endColumn = column;
  }
  return pieces;
}

function isGlyph(text: string, start: number, end: number): boolean {
  if (end - start !== 1) return false;
  const c = text.charCodeAt(start);
  return (
    c === 45 ||
    c === 42 ||
    c === 111 ||
    c === 0xb7 ||
    (c >= 0x2010 && c <= 0x2027) ||
    (c >= 0x25a0 && c <= 0x2719) ||
    (c >= 0xe000 && c <= 0xf8ff)
  );
}

/**
 * Finds columns in the lines at `i`, blank lines between them allowed; the more lines agree the better. `known` are the columns of
 * the table on the page before, of which this page's lines may show only some.
 */
function findLayout(s: Splitter, i: number, read: Pieces, known?: Layout): Layout | undefined {
  const rows: Piece[][] = [];
  /** Numbers of rows after which the table may have ended. */
  const stops: number[] = [];
  let blanks = 0;
  for (let k = i; k < i + seedLines; k++) {
    if (!look(s, k) || isFurniture(s, k)) break;
    if (isEmpty(s, k)) {
      if (++blanks > 3) break;
      if (blanks === 1 && rows.length > 1 && stops.push(rows.length) === 5) break;
      continue;
    }
    if (isDrawn(s, k)) continue;
    if (blanks > 0 && namedPart(s, k) !== undefined) break;
    if (s.lines.flags[k] & (s.heads | s.amounts)) break;
    const pieces = piecesAt(s, k, read);
    // A line of prose right below.
    if (
      rows.length > 2 &&
      blanks === 0 &&
      pieces.length === 1 &&
      pieces[0].column <= rows[0][0].column &&
      pieces[0].end - pieces[0].start > 60
    )
      stops.push(rows.length);
    rows.push(pieces);
    blanks = 0;
  }
  // The more lines agree the better.
  if (rows.length > 1 && stops[stops.length - 1] !== rows.length) stops.push(rows.length);
  for (let n = stops.length - 1; n >= 0; n--) {
    const layout = layoutOf(stops[n] === rows.length ? rows : rows.slice(0, stops[n]), known);
    if (layout !== undefined) return layout;
  }
  return undefined;
}

function layoutOf(rows: readonly Piece[][], known?: Layout): Layout | undefined {
  /** Lines with words at a column behind a gap, and lines that begin at a column. */
  const behindGap = new Map<number, number>();
  const atStart = new Map<number, number>();
  let left = Number.POSITIVE_INFINITY;
  for (const pieces of rows) {
    left = Math.min(left, pieces[0].column);
    count(atStart, pieces[0].column);
    for (let n = 1; n < pieces.length; n++) count(behindGap, pieces[n].column);
  }
  const sorted = [...behindGap.keys()].sort((a, b) => a - b);
  const columns: number[] = [];
  let widest = 0;
  for (let n = 0; n < sorted.length; ) {
    // Numbers set flush right begin at slightly different columns.
    const column = sorted[n];
    let support = 0;
    let begins = 0;
    let to = n;
    for (; to < sorted.length && sorted[to] - column <= 2; to++) support += behindGap.get(sorted[to])!;
    for (let c = column; c <= column + 2; c++) begins += atStart.get(c) ?? 0;
    n = to;
    if (column < left + 3 || support + begins < 2 || (support < 2 && (begins < 2 || column < 6))) continue;
    // Short numbers set in the middle below a longer word of the header: the column begins with that word.
    const above = crossings(rows, column) > rows.length / 8 ? rows[0].slice(1).find((piece) => runsAcross(piece, column)) : undefined;
    const from = above?.column ?? column;
    if (crossings(rows, from) > rows.length / 8) continue;
    if (columns.length > 0 && from - columns[columns.length - 1] < 3) continue;
    columns.push(from);
    widest = Math.max(widest, support + begins);
  }
  if (columns.length === 0 || widest * 2 < rows.length) return undefined;
  if (known !== undefined && columns.some((column) => Math.abs(column - known.columns[Math.max(known.main - 1, 0)]) < 2)) {
    for (const column of known.columns) {
      const near = columns.some((other) => Math.abs(column - other) < 3);
      if (!near && !rows.some((pieces) => pieces.some((piece) => piece.column < column - 1 && piece.columnEnd > column)))
        columns.push(column);
    }
    columns.sort((a, b) => a - b);
  }
  const lengths = new Array<number>(columns.length + 1).fill(0);
  const layout = { columns, main: 0, left };
  let labels = 0;
  let words = 0;
  for (const pieces of rows) {
    for (const piece of pieces) {
      const cell = cellAt(layout, piece.column);
      lengths[cell] += piece.end - piece.start;
      if (cell === 0) labels++;
      if (cell === 0 && piece.end - piece.start > 5) words++;
    }
  }
  // Numbers or letters before indented text are numbered paragraphs, not a table.
  if (labels === 0 || (columns.length === 1 && words === 0)) return undefined;
  return { ...layout, main: lengths.indexOf(Math.max(...lengths)) };
}

/** Words begin before the column and run into it. */
function runsAcross(piece: Piece, column: number): boolean {
  return piece.column < column - 1 && piece.columnEnd > column;
}

function crossings(rows: readonly Piece[][], column: number): number {
  let crossing = 0;
  for (const pieces of rows) for (const piece of pieces) if (runsAcross(piece, column)) crossing++;
  return crossing;
}

function count(map: Map<number, number>, key: number): void {
  map.set(key, (map.get(key) ?? 0) + 1);
}

function cellAt(layout: { readonly columns: readonly number[] }, column: number): number {
  let cell = 0;
  while (cell < layout.columns.length && layout.columns[cell] <= column + 1) cell++;
  return cell;
}

/** A row of a pipe table; a stray pipe further on is only a smudge of extraction. */
function beginsWithPipe(s: Splitter, i: number): boolean {
  return s.text.charCodeAt(s.lines.first[i]) === 124;
}

/** Line `k` stands below the table. */
function ends(s: Splitter, k: number, layout: Layout, pieces: readonly Piece[], blankBefore: boolean): boolean {
  const flags = s.lines.flags[k];
  if (beginsWithPipe(s, k) || (flags & s.heads) !== 0) return true;
  if (blankBefore && (pieces[0].column < layout.left || namedPart(s, k) !== undefined)) return true;
  return crosses(layout, pieces);
}

/** Words begin before the main column and run into it. */
function crosses(layout: Layout, pieces: readonly Piece[]): boolean {
  const main = layout.main > 0 ? layout.columns[layout.main - 1] : layout.columns[0];
  for (const piece of pieces) if (piece.column < main - 1 && piece.columnEnd > main + 1) return true;
  return false;
}

function beginsRow(
  s: Splitter,
  row: Row,
  main: number,
  pieces: readonly Piece[],
  places: readonly number[],
  blankBefore: boolean,
): boolean {
  const { text } = s;
  if (main === 0) {
    // The label is the text: a row ends with its right-hand cells.
    if (blankBefore) return places[0] === 0;
    return places[0] === 0 && places.length > 1 && row.cells.some((cell, c) => c > 0 && cell !== undefined);
  }
  if (places[0] >= main) return false;
  if (blankBefore) return true;
  const label = pieces[0];
  if (places[0] === 0 && number.test(text.slice(label.start, label.end))) return true;
  if (places[0] === 0 && places[places.length - 1] > 1 && pieces.length > 2 && main > 0) return !endsWithHyphen(text, row);
  const previousLabel = lastPiece(row, 0, main);
  const previousMain = row.cells[main]?.[row.cells[main].length - 1];
  if (previousLabel === undefined && previousMain === undefined) return false;
  const at = places.indexOf(main);
  if (previousMain !== undefined && previousMain.start >= s.lines.start[row.last]) {
    // The text goes on from the line above, whatever stands beside it.
    const last = text.charCodeAt(previousMain.end - 1);
    const closed = last === 46 || last === 58 || last === 33 || last === 63 || last === 59;
    if (at < 0) return closed;
    const c = text.charCodeAt(pieces[at].start);
    if (last === 45 || last === 44 || (c >= 97 && c <= 122)) return false;
    if (!closed && previousMain.columnEnd >= widthOf(row, main, pieces[at]) - 12) return false;
  }
  if (previousLabel === undefined || previousLabel.start < s.lines.start[row.last]) return true;
  const first = text.charCodeAt(label.start);
  const lastOfLabel = text.charCodeAt(previousLabel.end - 1);
  if ((first >= 97 && first <= 122) || lastOfLabel === 45 || lastOfLabel === 47) return false;
  return at >= 0;
}

function endsWithHyphen(text: string, row: Row): boolean {
  const label = row.cells[0]?.[row.cells[0].length - 1];
  return label !== undefined && text.charCodeAt(label.end - 1) === 45;
}

function widthOf(row: Row, cell: number, piece: Piece): number {
  return Math.max(piece.columnEnd, ...row.cells[cell].map((other) => other.columnEnd));
}

function lastPiece(row: Row, from: number, to: number): Piece | undefined {
  let last: Piece | undefined;
  for (let c = from; c < to; c++) {
    const piece = row.cells[c]?.[row.cells[c].length - 1];
    if (piece !== undefined && (last === undefined || piece.start > last.start)) last = piece;
  }
  return last;
}

const number = /^(?:\d{1,3}(?:\.\d{1,3})*\.?|[A-Z]{1,3}[-.]?\d{1,3}|[a-z]\)|\d{1,3}\))$/;

function onlyLabel(row: Row): boolean {
  return row.first === row.last && row.cells[0] !== undefined && row.cells.filter(Boolean).length === 1;
}

/** The first row names the columns. */
function isHeader(s: Splitter, rows: readonly Row[]): boolean {
  const { text } = s;
  if (rows.length < 2) return false;
  const words = (row: Row, c: number) => (row.cells[c] ?? []).map((piece) => text.slice(piece.start, piece.end)).join(' ');
  const [head, next] = rows;
  const filled = head.cells.filter(Boolean).length;
  if (filled < 2) return false;
  for (let c = 0; c < head.cells.length; c++) {
    const label = words(head, c);
    if (label.length > 120 || (label.length > 6 && label.endsWith('.')) || (c === 0 && (label.endsWith(':') || number.test(label))))
      return false;
  }
  if (number.test(words(next, 0).split(' ')[0])) return true;
  const most = Math.max(...rows.slice(1).map((row) => row.cells.filter(Boolean).length));
  const short = head.cells.every((cell, c) => cell === undefined || words(head, c).split(' ').length <= 4);
  return short && filled >= most && (next.blankBefore || filled > 2);
}
