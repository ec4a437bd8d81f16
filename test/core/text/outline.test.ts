import assert from 'node:assert/strict';
import { readDocument } from '../../../server/src/core/text/document';
import type { TextFormat } from '../../../server/src/core/text/model';
import { outline } from '../../../server/src/core/text/outline';
import { lines, sectionsOf } from './draw';

function tree(format: TextFormat, text: string, expected: string): void {
  assert.equal(sectionsOf(format, lines(text)), lines(expected));
}

/** Words of a block and of the block it leans on: "Papier < Zu liefern sind:". */
function relations(text: string, format: TextFormat, of: 'leadInOf' | 'headerOf'): string[] {
  const document = readDocument(lines(text), format);
  const relation = outline(document)[of];
  const words = (i: number) => {
    const { content } = document.blocks[i];
    return document.text.slice(document.starts[i] + content.start, document.starts[i] + content.end);
  };
  return document.blocks.flatMap((block, i) =>
    (of === 'leadInOf' ? block.kind === 'list-item' : block.kind === 'table-row')
      ? [`${words(i)} < ${relation[i] < 0 ? '-' : words(relation[i])}`]
      : [],
  );
}

describe('sections', () => {
  it('follow the depth of Markdown headings', () =>
    tree(
      'markdown',
      `
      # Beschreibung
      ## Umfang
      ### Lieferung
      ## Nachweise
      # Anlagen
      `,
      `
      Beschreibung
        Umfang
          Lieferung
        Nachweise
      Anlagen
      `,
    ));

  it('put numbered lines below the Markdown heading they stand under', () =>
    tree(
      'markdown',
      `
      ## 7. Zuschlag

      7.1 Preis

      Der Preis zählt 40 %.

      7.1.1 Wertungspreis

      Gewertet wird die Summe.

      7.2 Konzept

      Das Konzept zählt 60 %.

      ## 8. Vertrag
      `,
      `
      7 Zuschlag
        7.1 Preis
          7.1.1 Wertungspreis
        7.2 Konzept
      8 Vertrag
      `,
    ));

  it('take numbered lines that head nothing for items', () =>
    tree(
      'markdown',
      `
      ## 3. Waren

      3.1 Tee lose

      3.2 Kaffee gemahlen

      3.3 Kekse

      Die Kekse sind einzeln verpackt.
      `,
      `
      3 Waren
        3.3 Kekse
      `,
    ));

  it('follow the numbers of plain text, with unnumbered headings below', () =>
    tree(
      'plaintext',
      `
      1 Gegenstand

      1.1 Umfang
      Die Stadt Musterhausen beschafft Papier für alle ihre Dienststellen.

      Ausnahmen

      Es gibt keine.

      1.2 Orte
      Alle.

      2 Anforderungen
      Keine.
      `,
      `
      1 Gegenstand
        1.1 Umfang
          Ausnahmen
        1.2 Orte
      2 Anforderungen
      `,
    ));

  it('put capitals above the numbers where they come first', () =>
    tree(
      'plaintext',
      `
      VERTRAGSBEDINGUNGEN

      1. Haftung

      Der Auftragnehmer haftet.

      TECHNISCHE BEDINGUNGEN

      1. Papier

      Das Papier ist weiß.
      `,
      `
      VERTRAGSBEDINGUNGEN
        1 Haftung
      TECHNISCHE BEDINGUNGEN
        1 Papier
      `,
    ));

  it('hang positions under the heading above them', () => {
    const bill = `
      1 Büro

      1.1 Stühle
      1.1.10 Drehstuhl
      Mit Rollen.
      5 St
      oder gleichwertig
      1.1.20 Stapelstuhl
      5 St
      1.2 Tische

      1.2.10 Tisch
      5 St
      `;
    tree(
      'plaintext',
      bill,
      `
      1 Büro
        1.1 Stühle
          * 1.1.10 Drehstuhl
          * 1.1.20 Stapelstuhl
        1.2 Tische
          * 1.2.10 Tisch
      `,
    );
    const document = readDocument(lines(bill), 'plaintext');
    const { positions, positionOf } = outline(document);
    assert.deepEqual(
      positions.map(({ number, first, last }) => [number, first, last]),
      [
        ['1.1.10', 2, 5],
        ['1.1.20', 6, 7],
        ['1.2.10', 9, 10],
      ],
    );
    assert.deepEqual([...positionOf], [-1, -1, 0, 0, 0, 0, 1, 1, -1, 2, 2]);
  });
});

describe('lead-ins', () => {
  it('are the paragraph above the list, or the parent item', () =>
    assert.deepEqual(
      relations(
        `
        Zu liefern sind:

        - Papier:
          - A4
          - A3

          Beides in Weiß.
        - Hefter

        Ferner
        - Locher
        # Ende
        - Klammern
        `,
        'markdown',
        'leadInOf',
      ),
      ['Papier: < Zu liefern sind:', 'A4 < Papier:', 'A3 < Papier:', 'Hefter < Zu liefern sind:', 'Locher < Ferner', 'Klammern < Ende'],
    ));
});

describe('headers', () => {
  it('belong to the rows of their table only', () => {
    const text = `
      | Kriterium | Gewicht |
      |---|---|
      | Preis | 40 |
      <!-- dazwischen -->
      | Umwelt | 60 |

      Text.

      | ohne | Kopf |
      `;
    const document = readDocument(lines(text), 'markdown');
    const { headerOf } = outline(document);
    const rows = document.blocks.flatMap((block, i) => (block.kind === 'table-row' ? [headerOf[i]] : []));
    assert.deepEqual(rows, [0, 0, -1]);
  });
});

describe('notes of a chapter', () => {
  it('stand between its heading and its first position', () => {
    const text = `
      2.3          Erdungsanlage

                   Vorab zu beachten.

                   RINGERDER
                   Er wird verlegt.

      2.3.1        Erdleitung
                   Erdleitung liefern und verlegen.
                   250,0      m

      2.3.2        Verbinder
                   Verbinder setzen.
                   12,0       St

      2.3.3        Trennstelle
                   Trennstelle setzen.
                   4,0        St

      2.4          Abdichtung

                   Ohne Positionen.
      `;
    const document = readDocument(lines(text), 'plaintext');
    const { noteOf } = outline(document);
    const notes = document.blocks.flatMap((block, i) =>
      noteOf[i] < 0
        ? []
        : [
            document.text
              .slice(document.starts[i], document.starts[i] + block.length)
              .trim()
              .split('\n')[0],
          ],
    );
    assert.deepEqual(notes, ['Vorab zu beachten.', 'RINGERDER', 'Er wird verlegt.']);
  });
});
