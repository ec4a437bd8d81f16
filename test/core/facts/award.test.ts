import assert from 'node:assert/strict';
import { analyse } from '../../../server/src/core/analyse';
import { countCriteria } from '../../../server/src/core/facts/award';
import { builtIn } from '../../builtIn';

/** Schemes of a text in short: form, then name and weight of each criterion, the index of its parent in front. */
function schemes(text: string, format: 'markdown' | 'plaintext' = 'markdown'): string[] {
  const { award } = analyse({ text, format, context: {}, today: '2026-11-23' }, builtIn());
  return award.schemes.map(({ form, criteria, sum, ranked }) => {
    const names = criteria.map((c) => `${c.parent >= 0 ? `^${c.parent} ` : ''}${c.name} ${weightOf(c.weight)}`.trim());
    return `${form}: ${names.join(', ')}${sum ? ` = ${sum.value}` : ''}${ranked ? ' ranked' : ''}`;
  });
}

function weightOf(weight: { form: string; value: number } | undefined): string {
  if (!weight) return '';
  return weight.form === 'per-cent' ? `${weight.value}%` : `${weight.value} ${weight.form}`;
}

describe('award schemes', () => {
  it('pipe tables: sum row, sub-criteria by number, lots, sub-criteria in a column of their own', () => {
    const table = (...rows: string[]) => schemes(['# Zuschlagskriterien', '', ...rows, ''].join('\n'));
    assert.deepEqual(
      table('| Nr. | Kriterium | Gewicht |', '|---|---|---|', '| 1 | Preis | 60 |', '| 2 | Team | 40 |', '| 2.1 | Leitung | 40 |'),
      ['table: Preis 60 points, Team 40 points, ^1 Leitung 40 points'],
    );
    assert.deepEqual(table('| Kriterium | Gewicht in % |', '|---|---|', '| Preis | 60 |', '| Team | 40 |', '| Summe | 100 |'), [
      'table: Preis 60%, Team 40% = 100',
    ]);
    assert.deepEqual(table('| Kriterium | Los 1 | Los 2 |', '|---|---|---|', '| Preis | 60 % | 70 % |', '| Team | 40 % | 30 % |'), [
      'table: Preis 60%, Team 40%',
      'table: Preis 70%, Team 30%',
    ]);
    assert.deepEqual(
      table(
        '| Kriterium | Gewicht | Unterkriterium | Gewicht |',
        '|---|---|---|---|',
        '| Preis | 60 % | | |',
        '| Team | 40 % | Leitung | 70 % |',
        '| | | Vertretung | 30 % |',
      ),
      ['table: Preis 60%, Team 40%, ^1 Leitung 70%, ^1 Vertretung 30%'],
    );
  });

  it('lists, nested, and headings with weights', () => {
    assert.deepEqual(schemes('# Award criteria\n\n- Price: 50 %\n- Quality: 50 %\n  - Concept: 30 %\n  - Team: 20 %\n'), [
      'lines: Price 50%, Quality 50%, ^1 Concept 30%, ^1 Team 20%',
    ]);
    assert.deepEqual(schemes('# Zuschlagskriterien\n\n## Preis (60 %)\n\nText.\n\n## Konzept (40 v. H.)\n\nText.\n'), [
      'lines: Preis 60%, Konzept 40%',
    ]);
  });

  it('lines out of a PDF: labels, points beside per cent, weights on lines of their own', () => {
    const pdf = (...all: string[]) => schemes([...all, ''].join('\n'), 'plaintext');
    assert.deepEqual(
      pdf('5 Zuschlagskriterien', '', 'Nr. Bezeichnung Punkte Gewichtung in %', 'ZK 01 Preis 400 40', 'ZK 02 Service 600 60'),
      ['lines: Preis 40%, Service 60%'],
    );
    assert.deepEqual(
      pdf('4. Zuschlagskriterien', '', '4.1 Gesamtpreis', 'netto', "90 % (9'000", 'Punkte)', '4.2 Konzept', "10 % (1'000", 'Punkte)'),
      ['lines: Gesamtpreis 90%, Konzept 10%'],
    );
    assert.deepEqual(
      pdf('Zuschlagskriterien', '', 'ID Gewichtung Kriterien', 'ZK 1 30%', 'Angebotspreis laut Preisblatt', 'ZK 2 70% Erfahrung'),
      ['lines: Angebotspreis laut Preisblatt 30%, Erfahrung 70%'],
    );
  });

  it('sentences, ratios, price alone', () => {
    assert.deepEqual(schemes('# Wertung\n\nDer Preis wird mit 70 %, das Konzept mit 30 % gewichtet.\n'), ['prose: Preis 70%, Konzept 30%']);
    assert.deepEqual(schemes('# Award criteria\n\nThe award criteria are price, quality and delivery time.\n'), [
      'prose: price, quality, delivery time',
    ]);
    assert.deepEqual(schemes('# Wertung\n\nDie Wertung erfolgt im Verhältnis 45/40/15.\n'), [
      'prose: 45/40/15 45 ratio, 45/40/15 40 ratio, 45/40/15 15 ratio',
    ]);
    assert.equal(schemes('# Zuschlag\n\nAlleiniges Zuschlagskriterium ist der Preis.\n').length, 1);
  });

  it('rankings', () => {
    assert.deepEqual(schemes('# Zuschlagskriterien in absteigender Reihenfolge ihrer Bedeutung\n\n1. Preis\n2. Konzept\n'), [
      'lines: Preis, Konzept ranked',
    ]);
  });

  it('none where the word stands alone, in the background, or other per cent are named', () => {
    for (const text of [
      '# Zuschlagskriterien\n\nDie Zuschlagskriterien stehen in der Bekanntmachung.\n',
      '# Hintergrund\n\nZuletzt kamen 40 % der Geräte und 60 % der Kosten aus dem Altvertrag. Die Zuschlagskriterien sind neu.\n',
      '# Zahlung\n\nGezahlt werden 30 % bei Auftrag und 70 % bei Lieferung.\n',
      '# Eignungskriterien\n\n| Kriterium | Gewichtung |\n|---|---|\n| Umsatz | 60 % |\n| Kosten | 40 % |\n',
      '# Bewertung\n\nPreisabstand 10 %: 8 Punkte\nPreisabstand 20 %: 6 Punkte\n',
    ]) {
      const { award } = analyse({ text, format: 'markdown', context: {}, today: '2026-11-23' }, builtIn());
      assert.equal(countCriteria(award), 0, text);
    }
  });
});
