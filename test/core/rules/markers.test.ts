import assert from 'node:assert/strict';
import { analyse } from '../../../server/src/core/analyse';
import { inForce } from '../../../server/src/core/catalogue/catalogue';
import type { Language, Level, WritingContext } from '../../../server/src/core/context';
import { blockText } from '../../../server/src/core/facts/spec';
import { renderClause } from '../../../server/src/core/fixes/clause';
import { render } from '../../../server/src/core/messages';
import { markedPassages } from '../../../server/src/core/rules/markedPassage';
import { builtIn, builtInWith } from '../../builtIn';

const markerRules = new Set(['stale-criterion', 'drifted-criterion', 'bad-marker']);

describe('markers', () => {
  it('a clause as the catalogue has it never drifts, on any level, in both languages', () => {
    const marked: string[] = [];
    for (const language of ['de', 'en'] as const satisfies readonly Language[]) {
      for (const level of [1, 2, 3] as const satisfies readonly Level[]) {
        const text = [...builtIn().catalogue.criteria.values()]
          .filter(inForce)
          .map((c) => `<!-- gs: ${c.id}@${c.version} -->\n\n${renderClause(c, level, language).text}\n`)
          .join('\n');
        const { findings } = analyse({ text, format: 'markdown', context: { language, level }, today: '2026-11-23' }, builtIn());
        for (const f of findings.filter((f) => markerRules.has(f.rule)))
          marked.push(`${render(f.message, language, builtIn().catalogue)} [${text.slice(f.start, f.end)}]`);
      }
    }
    assert.deepEqual(marked, []);
  });

  it('says what changed in plain words', () => {
    const catalogue = builtInWith('test/core/rules/catalogues/versions.yaml');
    const text = [
      'copy-paper/recycled-fibre@1',
      'copy-paper/recycled-fibre@2',
      'copy-paper/whiteness@1',
      'copy-paper/grammage@1',
      'copy-paper/packaging@1',
      'copy-paper/whiteness@9',
    ]
      .map((marker) => `<!-- gs: ${marker} -->\n\nText.\n`)
      .join('\n');
    const { findings } = analyse({ text, format: 'markdown', context: { language: 'de' }, today: '2026-11-23' }, catalogue);
    const said = findings.filter((f) => markerRules.has(f.rule)).map((f) => render(f.message, 'de', catalogue.catalogue));
    assert.deepEqual(said, [
      '„Fasern aus Altpapier“ stammt aus Fassung 1, jetzt gilt Fassung 3: sprachlich überarbeitet, verschärft (Satzbau vereinfacht; Anteil von 80 % auf 100 % erhöht).',
      '„Fasern aus Altpapier“ stammt aus Fassung 2, jetzt gilt Fassung 3: verschärft (Anteil von 80 % auf 100 % erhöht).',
      '„Begrenzter Weißgrad“ stammt aus Fassung 1, jetzt gilt Fassung 2: Verweise aktualisiert.',
      '„Geringere Grammatur“ wird nicht mehr geführt. Nachfolger: „Bleiche ohne Chlor und halogenierte Bleichmittel“ (copy-paper/bleaching). Prüfen Sie, ob Sie die neue Klausel übernehmen.',
      '„Verpackung ohne Kunststoffbeschichtung und PVC“ wird nicht mehr geführt, einen Nachfolger gibt es nicht. Prüfen Sie, ob Sie die Forderung noch brauchen.',
      'Fassung 9 von „copy-paper/whiteness“ steht nicht im Katalog; er enthält Fassung 2.',
    ]);
  });

  /** What drifted-criterion says where no other rule speaks before it: message, words, related messages and words. */
  function drifts(text: string, context: WritingContext = {}): string[] {
    const rules = { 'label-equivalence': 'off', 'standard-equivalence': 'off', 'brand-neutrality': 'off' } as const;
    const { findings } = analyse({ text, format: 'markdown', context: { ...context, rules }, today: '2026-11-23' }, builtIn());
    return findings
      .filter((f) => f.rule === 'drifted-criterion')
      .flatMap((f) => [f, ...f.related].map(({ message, start, end }) => `${message.id}: ${text.slice(start, end)}`));
  }
  const paper = (clause: string) => `# Leistungsbeschreibung\n\n<!-- gs: copy-paper/recycled-fibre@1 -->\n\n${clause}\n`;

  it('equivalents no longer admitted', () => {
    const clause = 'Das Kopierpapier muss zu 100 % aus Altpapier bestehen. Der Nachweis ist durch den Blauen Engel zu führen.';
    assert.deepEqual(drifts(paper(clause)), [
      'drifted-criterion.equivalence: Blauen Engel',
      `drifted-criterion.clause: ${clause.slice(0, -1)}`,
    ]);
    // The label of another clause, and a sentence that admits equivalents for the whole document.
    assert.deepEqual(drifts(paper(clause.replace('den Blauen Engel', 'das EU Ecolabel'))), []);
    assert.deepEqual(drifts(paper(clause.replace('Engel', 'Engel oder ein gleichwertiges Gütezeichen'))), []);
    const all = 'Bei allen geforderten Gütezeichen werden gleichwertige Gütezeichen anerkannt.';
    assert.deepEqual(drifts(`${paper(clause)}\n${all}\n`), []);
  });

  it('several ways at once: the first speaks, the others stand beside it', () => {
    const clause = 'Das Kopierpapier soll zu 60 % aus Altpapier bestehen. Der Nachweis ist durch den Blauen Engel zu führen.';
    assert.deepEqual(drifts(paper(clause)), [
      'drifted-criterion.value: 60 %',
      'drifted-criterion.modal.related: soll',
      'drifted-criterion.equivalence.related: Blauen Engel',
      `drifted-criterion.clause: ${clause.slice(0, -1)}`,
    ]);
  });

  it('several values of a kind: each against its own, in the order of the clause', () => {
    const criterion = builtIn().catalogue.criteria.get('paints/voc')!;
    const { text } = renderClause(criterion, 1, 'de');
    const changed = (from: string, to: string) => {
      assert.ok(text.includes(from), text);
      return drifts(`# Leistungsbeschreibung\n\n<!-- gs: paints/voc@${criterion.version} -->\n\n${text.replace(from, to)}\n`).slice(0, -1);
    };
    assert.deepEqual(changed('10 g/l', '10 g/l'), []);
    assert.deepEqual(changed('10 g/l', '9 g/l'), []);
    assert.deepEqual(changed('10 g/l', '20 g/l'), ['drifted-criterion.value: 20 g/l']);
    assert.deepEqual(changed('25 g/l', '30 g/l'), ['drifted-criterion.value: 30 g/l']);
    // A value gone: which one is left is not said.
    assert.deepEqual(changed('höchstens 10 g/l', 'wenig'), []);
  });

  it('a value of the level chosen', () => {
    const { text } = renderClause(builtIn().catalogue.criteria.get('paints/indoor-emissions')!, 2, 'de');
    const marked = (clause: string) => `# Leistungsbeschreibung\n\n<!-- gs: paints/indoor-emissions@1 -->\n\n${clause}\n`;
    assert.deepEqual(drifts(marked(text), { level: 2 }), []);
    assert.deepEqual(drifts(marked(text.replace('300 µg', '400 µg')), { level: 2 })[0], 'drifted-criterion.value: 400 µg/m³');
  });

  /** The passages behind the markers: the sentences of each, and the words a fix may replace. */
  function passages(text: string, format: 'markdown' | 'plaintext' = 'markdown'): string[] {
    const { spec, directives } = analyse({ text, format, context: {}, today: '2026-11-23' }, builtIn());
    return markedPassages({ spec, directives }).map(({ parts, text: span }) => {
      const said = parts.flatMap(({ block, first, last }) => {
        const { sentences } = spec.facts[block]!;
        return sentences.slice(first, last + 1).map((s) => blockText(spec, block).slice(s.start, s.end));
      });
      return `${said.join(' | ')}${span ? ` = ${text.slice(span.start, span.end)}` : ''}`;
    });
  }
  const marker = '<!-- gs: copy-paper/recycled-fibre@1 -->';
  const inline = '[[gs: copy-paper/recycled-fibre@1]]';

  it('the passage behind a marker: a paragraph, not the one behind it', () => {
    assert.deepEqual(passages(`${marker}\n\nEins ist rot. Zwei ist blau.\n\nDrei ist grün.\n`), [
      'Eins ist rot | Zwei ist blau = Eins ist rot. Zwei ist blau.',
    ]);
  });

  it('below a heading, all up to the next heading', () => {
    assert.deepEqual(passages(`${marker}\n\n## Papier\n\nEins ist rot.\n\nZwei ist blau.\n\n## Stifte\n\nDrei ist grün.\n`), [
      'Eins ist rot | Zwei ist blau',
    ]);
  });

  it('up to the next marker', () => {
    assert.deepEqual(passages(`${marker}\n\n## Papier\n\nEins ist rot.\n\n${marker}\n\nZwei ist blau.\n`), [
      'Eins ist rot = Eins ist rot.',
      'Zwei ist blau = Zwei ist blau.',
    ]);
  });

  it('markers inside a line', () => {
    assert.deepEqual(passages(`Eins ist rot. ${inline} Zwei ist blau. ${inline} Drei ist grün.\n`, 'plaintext'), [
      'Zwei ist blau = Zwei ist blau.',
      'Drei ist grün = Drei ist grün.',
    ]);
  });

  it('nothing behind it, and criteria nobody knows', () => {
    assert.deepEqual(passages(`Eins ist rot.\n\n${marker}\n`), ['']);
    assert.deepEqual(passages('<!-- gs: paper/unknown@1 -->\n\nEins ist rot.\n'), []);
  });
});
