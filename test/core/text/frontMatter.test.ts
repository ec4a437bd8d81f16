import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDocument } from '../../../server/src/core/text/document';
import { readFrontMatter } from '../../../server/src/core/text/frontMatter';
import { fragmentText } from './fragments';

const prefix = '\ufeff';

function read(text: string) {
  const document = readDocument(prefix + text, 'markdown');
  assert.equal(document.blocks[0].kind, 'front-matter');
  return { ...readFrontMatter(document.text, document.starts[0], document.blocks[0].length), text };
}

describe('front matter', () => {
  it('reads values, lists and quotes', () => {
    const { values, problems } = read(
      '---\nregime: vgv   # Vergabeverordnung\nvalue: 240000\nopen: true\n"title": "Papier: weiß"\nproducts: [copy-paper, \'office, consumables\']\nthemes:\n  - climate\n  - "social"\nempty:\n---\n\nText.',
    );
    assert.deepEqual(values, {
      regime: 'vgv',
      value: 240000,
      open: true,
      title: 'Papier: weiß',
      products: ['copy-paper', 'office, consumables'],
      themes: ['climate', 'social'],
    });
    assert.deepEqual(problems, []);
  });

  it('knows where each value stands', () => {
    const { text, places, items, keys } = read('---\r\nregime:  "vgv"\r\nproducts: [paper, pens]\r\n---\r\n');
    const at = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
    assert.equal(at(places.regime), 'vgv');
    assert.equal(at(places.products), 'paper, pens');
    assert.deepEqual(items.products.map(at), ['paper', 'pens']);
    assert.equal(at(keys.products), 'products');
  });

  it('reads a mapping of one level, with the places of its keys and values', () => {
    const { text, values, places, keys } = read(
      '---\nrules:\n  vague-term: off\n  "label-equivalence": hint # vorerst\nregime: vgv\n---\n',
    );
    const at = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
    assert.deepEqual(values, { rules: { 'vague-term': 'off', 'label-equivalence': 'hint' }, regime: 'vgv' });
    assert.equal(at(places['rules.label-equivalence']), 'hint');
    assert.equal(at(keys['rules.vague-term']), 'vague-term');
    assert.equal(at(places.regime), 'vgv');
  });

  it('reports lines it does not understand and leaves other tools alone', () => {
    const { values, problems } = read(
      '---\nregime: vgv\nirgendwas\nproducts: [paper, pens\nregime: uvgo\nnested:\n  key:\n    deep: value\ntext: |\n  gefaltet\n---\n',
    );
    assert.deepEqual(values, { regime: 'vgv' });
    assert.deepEqual(
      problems.map(({ id, text }) => [id, text]),
      [
        ['line', 'irgendwas'],
        ['list', '[paper, pens'],
        ['twice', 'regime'],
      ],
    );
  });

  it('never throws and stays inside the block', () => {
    fc.assert(
      fc.property(fc.oneof(fragmentText, fc.string(), fc.stringMatching(/^(?:[a-z]{0,3}: ?[[\]'",#a-z -]{0,9}\n){0,6}$/)), (text) => {
        const matter = readFrontMatter(`---\n${text}\n---`, 0, text.length + 8);
        for (const { start, end } of [
          ...Object.values(matter.places),
          ...Object.values(matter.items).flat(),
          ...Object.values(matter.keys),
          ...matter.problems,
        ])
          assert.ok(start >= 0 && start <= end && end <= text.length + 8);
      }),
    );
  });
});
