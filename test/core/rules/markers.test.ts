import assert from 'node:assert/strict';
import { analyse } from '../../../server/src/core/analyse';
import { inForce } from '../../../server/src/core/catalogue/catalogue';
import type { Language, Level } from '../../../server/src/core/context';
import { renderClause } from '../../../server/src/core/fixes/clause';
import { render } from '../../../server/src/core/messages';
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
});
