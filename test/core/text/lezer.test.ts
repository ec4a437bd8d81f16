import assert from 'node:assert/strict';
import { parser, Table } from '@lezer/markdown';
import fc from 'fast-check';
import { readDocument } from '../../../server/src/core/text/document';

/**
 * On well-formed Markdown our splitter and a CommonMark parser agree on headings, fences, tables, comments, list items and
 * paragraphs. (On converters' output they do not and need not: that is why the splitter is our own.)
 */
const commonMark = parser.configure([Table]);

const words = fc.array(fc.constantFrom('Papier', 'Der', 'Auftragnehmer', 'liefert', 'weiße', 'Ware', '12', 'und', 'Umschläge'), {
  minLength: 1,
  maxLength: 6,
});
const sentence = words.map((parts) => `Das ${parts.join(' ')}.`);
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 3 }).map((rows) => rows.join('\n'));
const heading = fc
  .tuple(fc.integer({ min: 1, max: 6 }), sentence, fc.constantFrom('', ' ##'))
  .map(([level, title, close]) => `${'#'.repeat(level)} ${title}${close}`);
const setext = fc.tuple(sentence, fc.constantFrom('===', '---', '-----')).map((parts) => parts.join('\n'));
const fence = fc
  .tuple(
    fc.constantFrom('```', '~~~~'),
    fc.constantFrom('', 'yaml'),
    fc.array(fc.constantFrom('# kein Titel', '- kein Punkt', '', '| a |', '<!--'), { maxLength: 4 }),
  )
  .map(([mark, info, rows]) => [mark + info, ...rows, mark].join('\n'));
const table = fc.tuple(fc.integer({ min: 2, max: 4 }), fc.array(words, { maxLength: 3 })).map(([columns, rows]) => {
  const row = (cell: string) => `| ${Array.from({ length: columns }, () => cell).join(' | ')} |`;
  return [row('Kopf'), row('---'), ...rows.map((cells) => row(cells.join(' ')))].join('\n');
});
const comment = fc.array(sentence, { minLength: 1, maxLength: 3 }).map((rows) => `<!-- ${rows.join('\n')} -->`);
const list = fc
  .tuple(fc.constantFrom('-', '*', '+', '1.'), fc.array(fc.tuple(sentence, fc.option(sentence)), { minLength: 1, maxLength: 4 }))
  .map(([mark, items]) => {
    const indent = ' '.repeat(mark.length + 1);
    return items
      .flatMap(([item, nested]) => (nested === null ? [`${mark} ${item}`] : [`${mark} ${item}`, `${indent}- ${nested}`]))
      .join('\n');
  });
const quote = paragraph.map((text) =>
  text
    .split('\n')
    .map((row) => `> ${row}`)
    .join('\n'),
);
const code = sentence.map((text) => `Das ist Code:\n\n    ${text}`);
const rule = fc.constantFrom('***', '- - -');

const wellFormed = fc
  .array(fc.oneof(paragraph, heading, setext, fence, table, comment, list, quote, rule, code), { minLength: 1, maxLength: 12 })
  // Between two lists a heading: where two lists meet, what belongs to which is the parsers' own affair.
  .map(
    (blocks) =>
      blocks.map((block, i) => (i > 0 && /^(?:[-*+]|1\.) /.test(blocks[i - 1]) ? `## Zwischen\n\n${block}` : block)).join('\n\n') + '\n',
  );

function lezerBlocks(text: string): string[] {
  const found: string[] = [];
  commonMark.parse(text).iterate({
    enter: (node) => {
      const slice = () => text.slice(node.from, node.to);
      if (/^(?:ATXHeading|SetextHeading)\d$/.test(node.name)) found.push(`heading ${node.name.slice(-1)} @${node.from}`);
      else if (node.name === 'FencedCode') found.push(`code @${node.from}-${node.to}`);
      else if (node.name === 'CodeBlock') found.push(`code @${node.from}-${node.to}`);
      else if (node.name === 'CommentBlock') found.push(`comment @${node.from}-${node.to}`);
      else if (node.name === 'TableHeader') found.push(`table-header @${node.from} ${cells(node.node)}`);
      else if (node.name === 'TableRow') found.push(`table-row @${node.from} ${cells(node.node)}`);
      else if (node.name === 'ListItem') found.push(`list-item @${node.from}`);
      else if (node.name === 'Paragraph' && node.node.parent?.name !== 'ListItem')
        found.push(`paragraph @${node.from} ${slice().split('\n').length}`);
      return !/^(?:Paragraph|FencedCode|TableHeader|TableRow)$/.test(node.name);
    },
  });
  return found;

  function cells(row: { getChildren(name: string): { from: number; to: number }[] }): string {
    return row
      .getChildren('TableCell')
      .map(({ from, to }) => `${from}-${to}`)
      .join(' ');
  }
}

function ourBlocks(text: string): string[] {
  const { blocks, starts } = readDocument(text, 'markdown');
  return blocks.map((block, i) => {
    const start = starts[i];
    const from = block.quoted ? start + block.content.start : start;
    switch (block.kind) {
      case 'heading':
        return `heading ${block.level} @${from}`;
      case 'code':
      case 'comment':
        return `${block.kind} @${start}-${start + block.length}`;
      case 'table-header':
      case 'table-row':
        return `${block.kind} @${start} ${block.cells.map(([cell]) => `${start + cell.start}-${start + cell.end}`).join(' ')}`;
      case 'paragraph':
        return `paragraph @${from} ${text.slice(start, start + block.length).split('\n').length}`;
      default:
        return `${block.kind} @${start}`;
    }
  });
}

describe('well-formed Markdown', () => {
  it('is read as CommonMark reads it', () => {
    fc.assert(
      fc.property(wellFormed, (text) => {
        assert.deepEqual(ourBlocks(text), lezerBlocks(text));
      }),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 300) },
    );
  });
});
