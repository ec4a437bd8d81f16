import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Analysis, AnalysisCache, analyse, countWords } from '../../server/src/core/analyse';
import type { Language } from '../../server/src/core/context';
import { applyEdits, fixesOf, ignoreEdit, safeEdits } from '../../server/src/core/fixes';
import { render } from '../../server/src/core/messages';
import type { TextFormat } from '../../server/src/core/text/model';
import { builtIn } from '../builtIn';

/** Pieces real specifications are made of, and pieces that break parsers. */
const pieces = [
  '# Leistungsbeschreibung\n',
  '## Zuschlagskriterien\n',
  '\n\n',
  '\n',
  '\r\n',
  ' ',
  '- ',
  '1.1.20 Bodenablauf\n',
  '> ',
  '```\n',
  '~~~\n',
  '<!-- ',
  ' -->',
  '[[gs-ignore label-equivalence: Grund]]',
  '<!-- gs-ignore brand-neutrality: -->',
  '<!-- gs-waive notebooks/battery-cycles: Grund -->',
  '---\nregime: vgv\n---\n',
  '---\n',
  '| Kriterium | Gewicht |\n|---|---|\n',
  '| Preis | 60 % |\n',
  '| Konzept | 50 % |\n',
  '| ',
  '. ',
  'Zuschlagskriterien sind der Preis und die Qualität.\n',
  '1. Preis: 70 %\n',
  '2. Team: 30 %\n',
  '<table><tr><td>',
  '</td></tr></table>',
  'Das Papier muss den Blauen Engel tragen. ',
  'Fabrikat: Muster\n',
  'oder gleichwertig',
  'o. glw.',
  'umweltfreund-\nliche Mittel',
  'möglichst ',
  'nach DIN EN 1335-1:2020-08 ',
  'VOL/A',
  'DE-UZ 205',
  'Notebooks',
  'Kopierpapier',
  'Der Akku muss 800 Ladezyklen erreichen.',
  'Intel® Core™ i7',
  '~~gestrichen~~',
  '`code`',
  '[Text](https://example.org/x)',
  'Seite 3 von 18\n',
  '\f',
  '\t',
  '„Zitat“',
  '"',
  '§ 34 VgV',
  '\u00ad',
  '\u0308',
  '\u{1F600}',
  '\ud800',
  '\ufeff',
  '(',
  ')',
  '*',
  '_',
  '=====\n',
];
const text = fc
  .array(fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...pieces) }, { weight: 1, arbitrary: fc.string() }), { maxLength: 40 })
  .map((p) => p.join(''));
const format = fc.constantFrom<TextFormat>('markdown', 'plaintext');

function run(source: string, kind: TextFormat, cache?: AnalysisCache): Analysis {
  return analyse({ text: source, format: kind, context: {}, today: '2026-11-23' }, builtIn(), cache);
}

/** What users see, without object identities. */
function visible(analysis: Analysis): unknown {
  return {
    findings: analysis.findings.map(({ data: _, ...finding }) => finding),
    suppressed: analysis.suppressed.map(({ finding: { data: _, ...finding }, reason }) => ({ finding, reason })),
    products: analysis.products,
    context: analysis.context,
    award: analysis.award,
    words: countWords(analysis),
  };
}

describe('fuzz: any text', () => {
  it('never throws; ranges, fixes and messages stay inside the text', () => {
    fc.assert(
      fc.property(text, format, (source, kind) => {
        const analysis = run(source, kind);
        for (const finding of analysis.findings) {
          assert.ok(finding.start >= 0 && finding.start <= finding.end && finding.end <= source.length, JSON.stringify(finding));
          for (const place of finding.related) assert.ok(place.start >= 0 && place.start <= place.end && place.end <= source.length);
          for (const locale of ['de', 'en'] as Language[]) {
            assert.doesNotMatch(render(finding.message, locale, builtIn().catalogue), /\{\w+\}|undefined/);
            for (const fix of fixesOf(analysis, finding, locale)) {
              assert.doesNotMatch(fix.title, /\{\w+\}|undefined/);
              let last = 0;
              for (const edit of fix.edits) {
                assert.ok(edit.start >= last && edit.start <= edit.end && edit.end <= source.length, JSON.stringify(fix));
                last = edit.end;
              }
            }
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('an edit gives the same as a new start', () => {
    fc.assert(
      fc.property(text, fc.array(fc.tuple(fc.nat(), fc.nat(30), text), { minLength: 1, maxLength: 6 }), format, (source, edits, kind) => {
        const cache = new AnalysisCache();
        run(source, kind, cache);
        let current = source;
        for (const [place, removed, inserted] of edits) {
          const start = current.length === 0 ? 0 : place % (current.length + 1);
          current = current.slice(0, start) + inserted + current.slice(Math.min(current.length, start + removed));
          assert.deepEqual(visible(run(current, kind, cache)), visible(run(current, kind)));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('fix-all applied twice changes nothing more', () => {
    let changed = 0;
    const something = fc.constantFrom('\n\nDas Papier muss den Blauen Engel tragen. ', '\n\nEs gilt die Richtlinie 2004/18/EG.\n\n', '');
    const around = fc.tuple(text, something, text).map((parts) => parts.join(''));
    fc.assert(
      fc.property(around, format, (source, kind) => {
        const once = applyEdits(source, safeEdits(run(source, kind)));
        const twice = applyEdits(once, safeEdits(run(once, kind)));
        assert.equal(twice, once);
        if (once !== source) changed++;
      }),
      { numRuns: 200 },
    );
    assert.ok(changed > 40, `only ${changed} texts had anything to fix`);
  });

  it('a finding set aside with a reason is gone and kept on record', () => {
    const reason = 'steht so im Rahmenvertrag';
    fc.assert(
      fc.property(text, format, (source, kind) => {
        const before = run(source, kind);
        const finding = before.findings.find((f) => f.rule === 'label-equivalence' && !before.document.blocks[f.block].quoted);
        fc.pre(finding !== undefined);
        const edit = ignoreEdit(before, finding!, reason);
        // Where any line at that place cuts the blocks anew (it splits a table, makes a heading of a first line), there is nothing to compare.
        const text = edit.text.replace(/gs-ignore.*?(?=\]\]| -->)/, 'Notiz');
        const note = run(applyEdits(source, [{ ...edit, text }]), kind);
        const place = before.document.starts[finding!.block] + text.length;
        fc.pre(note.findings.some((f) => f.rule === finding!.rule && note.document.starts[f.block] === place));
        // An unclosed comment in front would swallow it.
        fc.pre(kind === 'plaintext' || note.document.starts.includes(edit.start));
        const after = run(applyEdits(source, [edit]), kind);
        assert.ok(after.directives.problems.every((p) => p.message.id !== 'bad-marker.form'));
        assert.ok(
          after.suppressed.some((one) => one.reason === reason && one.finding.rule === finding!.rule),
          'nothing is on record',
        );
      }),
      { numRuns: 100 },
    );
  });
});
