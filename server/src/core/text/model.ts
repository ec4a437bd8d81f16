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

/** An immutable piece of the text. Equal text of equal kind gives equal blocks wherever it stands. */
export interface Block {
  readonly kind: BlockKind;
  /** Length in UTF-16 units from the first to the last character of the block, line breaks inside included. */
  readonly length: number;
  /** Heading depth (1 to 6) or list nesting depth (1…); 0 otherwise. */
  readonly level: number;
  /** Number in front of a heading or position, e.g. `2.4.120` or `3.1`; empty when there is none. */
  readonly number: string;
  /** True for the head line of a position of a bill of quantities (Leistungsverzeichnis). */
  readonly position: boolean;
  /** True inside a block quote (unless a converter put whole sections into quotes: see `document.quotesArePlain`). */
  readonly quoted: boolean;
  /** The words of the block without bullet, `#`, quote marks, number and table pipes, relative to the block. */
  readonly content: Span;
  /** Cells of a table row, relative to the block, blanks trimmed; empty for other kinds. */
  readonly cells: readonly Span[];
  /**
   * Ranges inside the block that are not prose, relative, ascending, disjoint: inline code, link targets, URLs,
   * comments, HTML tags, ~~struck~~ text, quote and indentation marks at line starts, page furniture between its lines.
   */
  readonly masked: readonly Span[];
  /** Directives (`gs…`) in comments or `[[…]]` of this block, verbatim with their place. */
  readonly directives: readonly Directive[];
  /** Two 32-bit content hashes folded into one safe integer: same kind and text, same hash. */
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
}

/** A replaced range of the previous text: `[start, end)` became `length` characters. */
export interface TextChange extends Span {
  readonly length: number;
}
