import type { Block, Span } from '../../text/model';
import { blockText, type Spec } from '../spec';

/** A cell or line as plain text, with the place of every character. */
export interface RowText {
  readonly text: string;
  /** Offset in the block of a character of `text`. */
  at(index: number): number;
}

/** A row of a table, a list item's line or a line of running text: what may name one criterion. */
export interface AwardRow {
  readonly block: number;
  /** Relative to the block. */
  readonly start: number;
  readonly end: number;
  /** The cells of a table row; one for a line. */
  readonly cells: readonly RowText[];
  readonly text: string;
  /** Number of the table it belongs to, -1 for lines. */
  readonly table: number;
  readonly header: boolean;
  readonly heading: boolean;
  /** Begins with a bullet or number of a list. */
  readonly item: boolean;
  /** Depth of the list item, 0 for others. */
  readonly depth: number;
}

/** Reading a block's characters costs most, and blocks outlive edits elsewhere: what was read of one is kept with it. */
const cellsRead = new WeakMap<Block, readonly RowText[]>();
const linesRead = new WeakMap<Block, readonly Omit<AwardRow, 'block'>[]>();

function keep<T>(kept: WeakMap<Block, T>, block: Block, read: () => T): T {
  let value = kept.get(block);
  if (value === undefined) {
    value = read();
    kept.set(block, value);
  }
  return value;
}

/** Rows of the blocks `[first, end)`, in order. */
export function rowsOf(spec: Spec, first: number, end: number): AwardRow[] {
  const { blocks } = spec.document;
  const rows: AwardRow[] = [];
  let table = -1;
  let inTable = false;
  /** Whether the table a block belongs to is better read line by line, known for blocks before `judged`. */
  let lines = false;
  let judged = first;
  const asLines = (index: number): boolean => {
    if (index < judged) return lines;
    let to = index;
    while (to < end && blocks[to].cells.length > 0) to++;
    lines = false;
    for (let i = index; i < to && !lines; i++) lines = runsTogether(blocks[i], blockText(spec, i));
    judged = to;
    return lines;
  };
  for (let i = first; i < end; i++) {
    const block = blocks[i];
    if (block.kind === 'code' || block.kind === 'comment' || block.kind === 'front-matter' || block.kind === 'furniture') continue;
    const words = () => blockText(spec, i);
    if (block.cells.length > 0 && !asLines(i)) {
      if (!inTable || block.kind === 'table-header') table++;
      inTable = true;
      const cells = keep(cellsRead, block, () => block.cells.map((pieces) => textOf(words(), pieces)));
      rows.push({
        block: i,
        start: 0,
        end: block.length,
        cells,
        text: cells.map((c) => c.text).join(' '),
        table,
        header: block.kind === 'table-header',
        heading: false,
        item: false,
        depth: 0,
      });
      continue;
    }
    inTable = false;
    for (const line of keep(linesRead, block, () => linesOf(block, words()))) rows.push({ block: i, ...line });
  }
  return rows;
}

/** Columns set by blanks that are no real columns: a cell holds words and their weight. */
function runsTogether({ cells }: Block, words: string): boolean {
  const ruled = words.includes('|') || words.includes('<');
  return cells.some((pieces) => {
    if (pieces.length === 1 && !ruled) return /\p{L}{3}.*\s\d{1,3}\s?%$/u.test(words.slice(pieces[0].start, pieces[0].end));
    if (pieces.length < 2) return false;
    const texts = pieces.map(({ start, end }) => words.slice(start, end));
    return texts.some((t) => /^\d{1,3}(?:[.,]\d+)?\s?%$/.test(t)) && texts.some((t) => /\p{L}{3}/u.test(t));
  });
}

function linesOf(block: Block, words: string): Omit<AwardRow, 'block'>[] {
  const rows: Omit<AwardRow, 'block'>[] = [];
  let at = 0;
  for (const line of words.split('\n')) {
    const start = at;
    at += line.length + 1;
    // Numbers stay, they tell criteria from their parts; other marks go.
    const mark = /^[\s>#|*]*(?:[-–—•▪●○◦‣❖➔→\uf000-\uf0ff·+\\]\s*)*/.exec(line)![0].length;
    const span = { start: start + mark, end: start + line.length };
    const cell = textOf(words, [span]);
    if (cell.text === '') continue;
    const item = block.kind === 'list-item' || /[-–—•▪●○◦‣❖\uf000-\uf0ff]/.test(line.slice(0, mark));
    rows.push({
      start,
      end: start + line.length,
      cells: [cell],
      text: cell.text,
      table: -1,
      header: false,
      heading: block.kind === 'heading',
      item,
      depth: block.kind === 'list-item' ? block.level : 0,
    });
  }
  return rows;
}

/** Text of pieces without tags and emphasis, words split at line ends joined, white space folded. */
function textOf(words: string, pieces: readonly Span[]): RowText {
  let text = '';
  const places: number[] = [];
  for (const { start, end } of pieces) {
    const joins = /\p{Ll}-$/u.test(text) && /^\p{Ll}/u.test(words.slice(start, start + 1));
    if (joins) {
      text = text.slice(0, -1);
      places.pop();
    } else if (text !== '' && !text.endsWith(' ')) {
      text += ' ';
      places.push(start);
    }
    for (let i = start; i < end; i++) {
      const c = words[i];
      if (c === '<') {
        const close = words.indexOf('>', i);
        if (close >= 0 && close < end && /^<\/?[a-z!]/i.test(words.slice(i, i + 3))) {
          i = close;
          if (text !== '' && !text.endsWith(' ')) {
            text += ' ';
            places.push(i);
          }
          continue;
        }
      }
      if (c === '*' || c === '\\' || (c === '_' && !/\w/.test(words[i - 1] ?? ' '))) continue;
      if (/\s/.test(c)) {
        if (text === '' || text.endsWith(' ')) continue;
        text += ' ';
        places.push(i);
        continue;
      }
      text += c;
      places.push(i);
    }
  }
  const trimmed = text.trimEnd();
  const fallback = pieces[0]?.start ?? 0;
  return { text: trimmed, at: (index) => places[Math.max(0, Math.min(index, places.length - 1))] ?? fallback };
}
