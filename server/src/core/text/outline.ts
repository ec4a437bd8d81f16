/**
 * How blocks hang together: sections under headings, items under their lead-in, rows under their header, blocks in positions of a
 * bill of quantities. Only shape, no vocabulary: what a section is about is read from its heading's words later. Runs on every
 * keystroke, so it is one pass over the blocks with typed arrays.
 */
import type { SpecDocument } from './model';

/** A heading and what stands below it, to the next heading of its depth or above. Section 0 is the text before the first heading. */
export interface Section {
  /** Block index of the heading, -1 for section 0. */
  readonly heading: number;
  /** Index of the section this one is part of, -1 for section 0. */
  readonly parent: number;
  /** Depth in the tree: 0 for section 0, 1 for chapters. */
  readonly level: number;
  /** True when the heading is the head line of a position of a bill of quantities. */
  readonly position: boolean;
  /** Last block (inclusive) of the section, its subsections included. */
  readonly last: number;
}

/** A position of a bill of quantities with all its text. Block indices, `last` inclusive. */
export interface Position {
  readonly block: number;
  readonly number: string;
  readonly first: number;
  readonly last: number;
}

/** Arrays have one entry a block; -1 stands for none. */
export interface Outline {
  readonly sections: readonly Section[];
  /** Index into `sections`; a heading belongs to its own section. */
  readonly sectionOf: Int32Array;
  /** Block that leads in a list item: the paragraph or heading-like line before the list, or the parent item. */
  readonly leadInOf: Int32Array;
  /** Header row of a table row. */
  readonly headerOf: Int32Array;
  readonly positions: readonly Position[];
  /** Index into `positions`. */
  readonly positionOf: Int32Array;
  /** Heading of the chapter of a bill of quantities whose notes a block belongs to: the text between that heading and its first position. */
  readonly noteOf: Int32Array;
}

/** Headings above a block, the nearest first; a heading counts itself. */
export function* headingsAbove({ sections, sectionOf }: Pick<Outline, 'sections' | 'sectionOf'>, block: number): Generator<number> {
  for (let at = sectionOf[block]; at >= 0; at = sections[at].parent) if (sections[at].heading >= 0) yield sections[at].heading;
}

interface OpenSection {
  heading: number;
  parent: number;
  level: number;
  position: boolean;
  last: number;
}

/** Rank of a heading that has no depth of its own (capitals, bold or short lines) among numbered and marked headings. */
const floating = 5;

/** Reads the outline of a document. */
export function outline(document: SpecDocument): Outline {
  const { blocks } = document;
  const count = blocks.length;
  const sectionOf = new Int32Array(count);
  const leadInOf = new Int32Array(count).fill(-1);
  const headerOf = new Int32Array(count).fill(-1);
  const positionOf = new Int32Array(count).fill(-1);
  const noteOf = new Int32Array(count).fill(-1);
  const sections: OpenSection[] = [{ heading: -1, parent: -1, level: 0, position: false, last: -1 }];
  const positions: { block: number; number: string; first: number; last: number }[] = [];
  /** Open sections from the outside in, and the rank of each. */
  const open = [0];
  const ranks = [-1];
  let position = -1;
  /** Last heading with a depth that is no position. */
  let chapter = -1;
  /** A heading in capitals came before any other: then capitals stand above the numbered headings. */
  let outermost = false;
  let ranked = false;
  let header = -1;
  /** Last paragraph, item or heading before the current block, without others between; and the items open at each depth. */
  let before = -1;
  let listLead = -1;
  let listDepth = 0;
  const items: number[] = [];

  for (let i = 0; i < count; i++) {
    const block = blocks[i];
    const { kind } = block;
    if (kind === 'heading') {
      const rank = block.position ? 100 : rankOf(block.level, block.number);
      if (!block.position) {
        if (rank === floating && !ranked) outermost = true;
        else if (rank < floating) ranked = true;
      }
      const effective = rank === floating && outermost ? 0 : rank;
      while (open.length > 1 && ranks[open.length - 1] >= effective) {
        sections[open.pop()!].last = i - 1;
        ranks.pop();
      }
      if (block.position && position < 0 && chapter >= 0) noteOf.fill(chapter, chapter + 1, i);
      if (!block.position && rank < floating) chapter = i;
      if (block.position || position < 0 || effective < floating) {
        if (position >= 0) positions[position].last = i - 1;
        position = -1;
      }
      sections.push({ heading: i, parent: open[open.length - 1], level: open.length, position: block.position, last: i });
      open.push(sections.length - 1);
      ranks.push(effective);
      if (block.position) {
        position = positions.length;
        positions.push({ block: i, number: block.number, first: i, last: i });
      }
      listDepth = 0;
      header = -1;
      before = i;
    } else if (kind === 'list-item') {
      const depth = block.level > 0 ? block.level : 1;
      if (listDepth === 0) listLead = before;
      if (depth > listDepth) for (let d = listDepth + 1; d < depth; d++) items[d] = listDepth > 0 ? items[listDepth] : listLead;
      leadInOf[i] = depth > 1 ? items[depth - 1] : listLead;
      items[depth] = i;
      listDepth = depth;
      header = -1;
    } else if (kind === 'paragraph') {
      // A further paragraph of an item does not end the list.
      if (block.level === 0 || listDepth === 0) {
        listDepth = 0;
        before = i;
      }
      header = -1;
    } else if (kind === 'table-header') {
      header = i;
      listDepth = 0;
      before = i;
    } else if (kind === 'table-row') {
      headerOf[i] = header;
      listDepth = 0;
      before = i;
    } else if (kind === 'code' || kind === 'front-matter') {
      listDepth = 0;
      before = -1;
      header = -1;
    }
    sectionOf[i] = open[open.length - 1];
    positionOf[i] = position;
  }
  for (const section of open) sections[section].last = count - 1;
  if (position >= 0) positions[position].last = count - 1;
  return { sections, sectionOf, leadInOf, headerOf, positions, positionOf, noteOf };
}

/** Levels 1 to 4 and numbered headings have a depth; level 5 (capitals) and 6 (bold and short lines) float. */
function rankOf(level: number, number: string): number {
  return number !== '' && level === 6 ? floating + number.split('.').length : level;
}
