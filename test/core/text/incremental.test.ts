import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDocument } from '../../../server/src/core/text/document';
import type { SpecDocument, TextFormat } from '../../../server/src/core/text/model';
import { outline } from '../../../server/src/core/text/outline';
import { columnText, fragmentText, insertion, pagedText } from './fragments';

const runs = Number(process.env.FUZZ_RUNS ?? 300);

const anyText = fc.oneof(
  fragmentText,
  pagedText,
  columnText,
  fc.tuple(fragmentText, columnText, pagedText).map((parts) => parts.join('\n')),
);

const edit = fc.record({ at: fc.nat(), remove: fc.oneof(fc.constant(0), fc.nat({ max: 12 }), fc.nat({ max: 400 })), insert: insertion });

function change(document: SpecDocument, { at, remove, insert }: { at: number; remove: number; insert: string }) {
  const start = at % (document.text.length + 1);
  const end = Math.min(document.text.length, start + remove);
  const text = document.text.slice(0, start) + insert + document.text.slice(end);
  return { text, change: { start, end, length: insert.length } };
}

describe('reading on after an edit', () => {
  for (const format of ['markdown', 'plaintext'] as TextFormat[]) {
    it(`gives what a full read gives (${format})`, () => {
      fc.assert(
        fc.property(anyText, fc.array(edit, { minLength: 1, maxLength: 6 }), (text, edits) => {
          let document = readDocument(text, format);
          for (const each of edits) {
            const next = change(document, each);
            document = readDocument(next.text, format, { document, change: next.change });
            assert.deepEqual(document, readDocument(next.text, format));
          }
        }),
        { numRuns: runs },
      );
    });
  }

  it('keeps the blocks an edit does not touch', () => {
    const text = Array.from({ length: 50 }, (_, i) => `## Abschnitt ${i}\n\nDer Auftragnehmer liefert Ware ${i}.\n`).join('\n');
    const document = readDocument(text, 'markdown');
    const at = text.indexOf('Ware 25');
    const next = readDocument(text.slice(0, at) + 'gute ' + text.slice(at), 'markdown', {
      document,
      change: { start: at, end: at, length: 5 },
    });
    const same = next.blocks.filter((block, i) => block === document.blocks[i]).length;
    assert.equal(same, document.blocks.length - 1);
  });

  it('reads again when an edit does not fit the previous text', () => {
    const document = readDocument('Alter Text.\n', 'markdown');
    const next = readDocument('Ganz anderer Text.\n', 'markdown', { document, change: { start: 0, end: 3, length: 99 } });
    assert.deepEqual(next, readDocument('Ganz anderer Text.\n', 'markdown'));
  });
});

describe('any string', () => {
  const anything = fc.oneof(anyText, fc.string({ maxLength: 300 }), fc.string({ unit: 'binary', maxLength: 200 }));
  for (const format of ['markdown', 'plaintext'] as TextFormat[]) {
    it(`is a document whose ranges lie inside the text (${format})`, () => {
      fc.assert(
        fc.property(anything, (text) => {
          const document = readDocument(text, format);
          let end = 0;
          document.blocks.forEach((block, i) => {
            const start = document.starts[i];
            assert.ok(start >= end, `block ${i} overlaps`);
            assert.ok(block.length > 0, `block ${i} is empty`);
            end = start + block.length;
            assert.ok(end <= text.length);
            const inside = (span: { start: number; end: number }) =>
              assert.ok(span.start >= 0 && span.start <= span.end && span.end <= block.length, `${block.kind} ${JSON.stringify(span)}`);
            inside(block.content);
            block.cells.flat().forEach(inside);
            block.directives.forEach(inside);
            let free = 0;
            for (const span of block.masked) {
              inside(span);
              assert.ok(span.start >= free, 'masked ranges overlap');
              free = span.end;
            }
          });
          const { sections, sectionOf, leadInOf, headerOf, positions } = outline(document);
          document.blocks.forEach((_, i) => {
            assert.ok(sectionOf[i] >= 0 && sectionOf[i] < sections.length);
            assert.ok(leadInOf[i] < i && headerOf[i] < i);
          });
          for (const { first, last } of positions) assert.ok(first <= last && last < document.blocks.length);
        }),
        { numRuns: runs },
      );
    });
  }
});
