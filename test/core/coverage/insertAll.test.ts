import assert from 'node:assert/strict';
import { analyse } from '../../../server/src/core/analyse';
import { applyEdits, fixesOf } from '../../../server/src/core/fixes';
import { render } from '../../../server/src/core/messages';
import { builtIn } from '../../builtIn';

/** A specification that says nothing yet, for a buyer nobody knows anything about. */
function emptySpecification(product: string, language: 'de' | 'en') {
  const heading =
    language === 'de'
      ? '# Vergabe\n\n## Leistungsbeschreibung\n\nDie Leistung beginnt am 1. März 2027. Nebenangebote sind ausgeschlossen.\n'
      : '# Tender\n\n## Requirements\n\nThe service begins on 1 March 2027. Variants are excluded.\n';
  return `---\nproducts: [${product}]\nlanguage: ${language}\nlevel: 3\nregime: vgv\n---\n\n${heading}`;
}

function run(text: string) {
  return analyse({ text, format: 'markdown', context: {}, today: '2026-11-23' }, builtIn());
}

describe('coverage: all criteria of a product group inserted', () => {
  for (const language of ['de', 'en'] as const) {
    for (const product of builtIn().catalogue.products.keys()) {
      it(`${product}, ${language}: each clause addresses its criterion and no clause draws a mark itself`, () => {
        const before = run(emptySpecification(product, language));
        const finding = before.findings.find((f) => f.rule === 'missing-criterion');
        assert.ok(finding, 'nothing is missing from an empty specification');
        const fixes = fixesOf(before, finding, language);
        const fix = fixes.find((f) => f.id === 'insert-all') ?? fixes[0];
        const after = run(applyEdits(before.document.text, fix.edits));
        // Neighbouring groups are another matter than the clauses of this one.
        const left = after.findings
          .filter((f) => f.rule !== 'also-check')
          .map((f) => `${f.rule}: ${render(f.message, language, builtIn().catalogue)} [${after.document.text.slice(f.start, f.end)}]`);
        assert.deepEqual(left, []);
      });
    }
  }
});
