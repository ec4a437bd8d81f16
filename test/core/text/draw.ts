import { readDocument } from '../../../server/src/core/text/document';
import type { Block, SpecDocument, TextFormat } from '../../../server/src/core/text/model';
import { outline } from '../../../server/src/core/text/outline';

const names: Record<Block['kind'], string> = {
  heading: 'heading',
  paragraph: 'paragraph',
  'list-item': 'item',
  'table-header': 'header',
  'table-row': 'row',
  code: 'code',
  comment: 'comment',
  'front-matter': 'front',
  furniture: 'furniture',
};

/**
 * Blocks, one a line: kind, depth, `#number`, marks, then the words. Line breaks are drawn as `/`, cells as `|` with `/` between
 * their pieces, masked ranges as `‹›`.
 */
export function draw(document: SpecDocument): string {
  return document.blocks
    .map((block, i) => {
      const start = document.starts[i];
      const words = (from: number, to: number) =>
        masked(document.text, block, start, from, to)
          .replace(/\s*(?:\r\n|\n|\r)\s*/g, ' / ')
          .replace(/ {2,}/g, ' ')
          .trim();
      const shown =
        block.cells.length > 0
          ? block.cells.map((cell) => cell.map((piece) => words(piece.start, piece.end)).join(' / ')).join(' | ')
          : words(block.content.start, block.content.end);
      const parts = [names[block.kind]];
      if (block.level > 0) parts.push(String(block.level));
      if (block.position) parts.push('position');
      if (block.number !== '') parts.push('#' + block.number);
      if (block.quoted) parts.push('quoted');
      parts.push(shown);
      return parts.join(' ').trimEnd();
    })
    .join('\n');
}

function masked(text: string, block: Block, start: number, from: number, to: number): string {
  if (from === to) return '';
  let drawn = '';
  let at = from;
  for (const span of block.masked) {
    if (span.end <= at || span.start >= to) continue;
    drawn += text.slice(start + at, start + Math.max(at, span.start)) + '‹›';
    at = Math.min(span.end, to);
  }
  return drawn + text.slice(start + at, start + to);
}

/** Blocks of a text, drawn. */
export function blocksOf(format: TextFormat, text: string): string {
  return draw(readDocument(text, format));
}

/** Sections as a tree of headings, two blanks a level; positions with the blocks that belong to them. */
export function sectionsOf(format: TextFormat, text: string): string {
  const document = readDocument(text, format);
  const { sections } = outline(document);
  return sections
    .filter((section) => section.heading >= 0)
    .map((section) => {
      const { number, content } = document.blocks[section.heading];
      const start = document.starts[section.heading];
      const title = document.text.slice(start + content.start, start + content.end);
      return '  '.repeat(section.level - 1) + (section.position ? '* ' : '') + (number === '' ? '' : number + ' ') + title;
    })
    .join('\n');
}

/** Takes the common indentation and the first and last line break off a template. */
export function lines(template: string): string {
  const rows = template.replace(/^\n/, '').replace(/\n *$/, '').split('\n');
  const indent = Math.min(...rows.filter((row) => row.trim() !== '').map((row) => row.search(/\S/)));
  return rows.map((row) => row.slice(indent)).join('\n');
}
