/**
 * A specification as data. All offsets are UTF-16 code units, as in LSP.
 *
 * `readDocument` (document.ts) cuts a text into blocks; everything later works on blocks and never searches
 * the text again. Offsets inside a block are relative to the block's start, so that an edit elsewhere leaves
 * a block, and everything computed from it, untouched.
 */

/** Half-open range of UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export type TextFormat = 'markdown' | 'plaintext';

/**
 * - `heading`: ATX, setext, a bold-only line, or a numbered or underlined heading of plain text
 * - `paragraph`: consecutive lines that belong together
 * - `list-item`: one item (its own first paragraph; nested items and further paragraphs are blocks of their own)
 * - `table-header` / `table-row`: one row of a pipe table, an HTML table or a table set in columns by blanks
 * - `code`, `comment`, `front-matter`: never analysed as prose (comments and front matter carry directives)
 * - `furniture`: page heads and feet repeated through the text, table-of-contents lines with dot leaders
 */
export type BlockKind =
  | 'heading'
  | 'paragraph'
  | 'list-item'
  | 'table-header'
  | 'table-row'
  | 'code'
  | 'comment'
  | 'front-matter'
  | 'furniture';

/**
 * One cell of a table row as pieces in reading order, relative to the block, blanks trimmed. Pipe and HTML tables give one piece a
 * cell (an empty span for an empty cell). In a table set in columns by blanks a cell has one piece a line, because the lines of
 * neighbouring cells interleave: read the cells one after the other, the pieces of a cell as one running text, and a sentence
 * stays together. An empty cell has no piece there.
 */
export type Cell = readonly Span[];

/** An immutable piece of the text. Equal text of equal kind gives equal blocks wherever it stands. */
export interface Block {
  readonly kind: BlockKind;
  /** Length in UTF-16 units from the first to the last character of the block, line breaks inside included. */
  readonly length: number;
  /** Heading depth (1 to 6), list nesting depth (1…), for a further paragraph of a list item the depth of that item; 0 otherwise. */
  readonly level: number;
  /** Number in front of a heading or position, e.g. `2.4.120` or `3.1`; empty when there is none. */
  readonly number: string;
  /** True for the head line of a position of a bill of quantities (Leistungsverzeichnis). */
  readonly position: boolean;
  /** True inside a block quote (unless a converter put whole sections into quotes: see `document.quotesArePlain`). */
  readonly quoted: boolean;
  /** The words of the block without bullet, `#`, quote marks, number and table pipes, relative to the block. */
  readonly content: Span;
  /** Cells of a table row; empty for other kinds. */
  readonly cells: readonly Cell[];
  /**
   * Ranges inside the block that are not prose, relative, ascending, disjoint: inline code, link targets, URLs,
   * comments, HTML tags, ~~struck~~ text, quote and indentation marks at line starts, page furniture between its lines.
   */
  readonly masked: readonly Span[];
  /** Directives (`gs…`) in comments or `[[…]]` of this block, verbatim with their place. */
  readonly directives: readonly Directive[];
  /** Two content hashes folded into one safe integer: same kind, text and structure (cells, masks, level), same hash. */
  readonly hash: number;
}

/** A directive as written: `<!-- gs-ignore rule: reason -->` or `[[gs-ignore rule: reason]]`. */
export interface Directive extends Span {
  /** The text between the marks, trimmed, e.g. `gs-ignore label-equivalence: bestehende Verträge`. */
  readonly text: string;
}

/** A text cut into blocks. `starts[i]` is the absolute offset of `blocks[i]`; blocks ascend and do not overlap. */
export interface SpecDocument {
  readonly text: string;
  readonly format: TextFormat;
  readonly blocks: readonly Block[];
  readonly starts: Int32Array;
  /** True when block quotes wrap most of the text (a converter's habit): then `quoted` blocks are ordinary text. */
  readonly quotesArePlain: boolean;
  /** What `readDocument` needs to go on from here after an edit. Nobody else reads it. */
  readonly memory: SplitMemory;
}

/** Facts of the whole text that steer the splitting, and the places where it can be taken up again. */
export interface SplitMemory {
  /** Sums over all lines, see `survey.ts`. */
  readonly survey: Int32Array;
  /** Lines that bear a page number or begin a page: absolute offsets of line starts, ascending. */
  readonly marks: Int32Array;
  /** Surroundings of each mark, see `furniture.ts`. */
  readonly windows: readonly PageWindow[];
  /** Page furniture: pairs of absolute offsets, ascending, disjoint, whole lines. */
  readonly zones: Int32Array;
  /** How far the splitter looked for what comes before the first block, as an offset. */
  readonly head: number;
  /** How far beyond its start the splitter looked to decide on each block. */
  readonly reach: Int32Array;
  /** What the splitter carried over into each block, as a number; -1 where it cannot start. */
  readonly states: Float64Array;
}

/** A replaced range of the previous text: `[start, end)` became `length` characters. */
export interface TextChange extends Span {
  readonly length: number;
}

/** The lines around a page mark that may be page head or foot, offsets relative to the mark's line. Blank lines are left out. */
export interface PageWindow {
  /** Index of the mark's own line. */
  readonly mark: number;
  readonly starts: readonly number[];
  /** Starts of the lines that follow. */
  readonly nexts: readonly number[];
  /** Hash of each line without blanks, every number taken for the same. */
  readonly hashes: readonly number[];
  /** Bit 1: the line may stand between two repeated lines and be furniture too (short, no sentence, no numbered heading); bit 2: columns; bit 4: a comment or directive, never furniture. */
  readonly kinds: readonly number[];
  /** 0 begins a page only, 1 bears a number that may be a page number, 2 bears a page number. */
  readonly certainty: number;
  /** Range the window was read from. */
  readonly from: number;
  readonly to: number;
}
