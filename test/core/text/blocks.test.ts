import assert from 'node:assert/strict';
import type { TextFormat } from '../../../server/src/core/text/model';
import { blocksOf, lines } from './draw';

function reads(format: TextFormat, text: string, expected: string): void {
  assert.equal(blocksOf(format, lines(text)), lines(expected));
}
const markdown = (text: string, expected: string) => reads('markdown', text, expected);
const plain = (text: string, expected: string) => reads('plaintext', text, expected);

describe('blocks of Markdown', () => {
  it('reads headings with their numbers', () =>
    markdown(
      `
      # Leistungsbeschreibung
      ## 2.1 Umfang der Leistung ##
      ### § 4 Gewährleistung
      Anforderungen
      =============
      3. Nachweise
      ---
      **Verpackung**

      Der Text **hebt hervor**, ist aber keine Überschrift.
      `,
      `
      heading 1 Leistungsbeschreibung
      heading 2 #2.1 Umfang der Leistung
      heading 3 § 4 Gewährleistung
      heading 1 Anforderungen
      item 1 Nachweise
      heading 6 Verpackung
      paragraph Der Text **hebt hervor**, ist aber keine Überschrift.
      `,
    ));

  it('finds headings inside list items, as converters write them', () =>
    markdown(
      `
      3.  # Anforderungen

          1.  ## Lieferung

      Die Ware ist frei Haus zu liefern.
      `,
      `
      heading 1 #3 Anforderungen
      heading 2 #1 Lieferung
      paragraph Die Ware ist frei Haus zu liefern.
      `,
    ));

  it('nests list items and joins their lines', () =>
    markdown(
      `
      Zu liefern sind:
      - Papier in
        den Formaten
        * A4
        * A3
      - Hefter

        Die Hefter sind aus Metall.
      1. Erstens
      2) Zweitens
      `,
      `
      paragraph Zu liefern sind:
      item 1 Papier in / den Formaten
      item 2 A4
      item 2 A3
      item 1 Hefter
      paragraph 1 Die Hefter sind aus Metall.
      item 1 Erstens
      item 1 Zweitens
      `,
    ));

  it('reads pipe tables, escaped pipes and empty cells', () =>
    markdown(
      String.raw`
      | Kriterium | Gewicht |
      |:----------|--------:|
      | Preis \| Kosten | 40 % |
      | | 60 % |

      | Feld | ohne Kopf |
      `,
      String.raw`
      header Kriterium | Gewicht
      row Preis \| Kosten | 40 %
      row  | 60 %
      row Feld | ohne Kopf
      `,
    ));

  it('reads HTML tables row by row', () =>
    markdown(
      `
      <table>
      <colgroup><col style="width: 50%" /></colgroup>
      <thead>
      <tr class="header">
      <th><strong>Nr.</strong></th>
      <th>Anforderung</th>
      </tr>
      </thead>
      <tbody>
      <tr>
      <td>1</td>
      <td><p>Das Papier ist</p>

      <p>aus Altpapier.</p></td>
      </tr><tr><td>2</td><td></td></tr>
      </tbody>
      </table>

      Danach.
      `,
      `
      header Nr. | Anforderung
      row 1 | Das Papier ist‹›aus Altpapier.
      row 2 |
      paragraph Danach.
      `,
    ));

  it('leaves code, comments and front matter apart', () =>
    markdown(
      `
      ---
      regime: vgv
      products: [copy-paper]
      ---

      \`\`\`yaml
      # keine Überschrift
      \`\`\`

          eingerückter Code

      <!-- intern:
      - kein Punkt -->
      Der Text.
      <!-- gs-ignore vague-term: definiert --> Das Papier ist umweltfreundlich.
      `,
      `
      front --- / regime: vgv / products: [copy-paper] / ---
      code \`\`\`yaml / # keine Überschrift / \`\`\`
      code eingerückter Code
      comment <!-- intern: / - kein Punkt -->
      paragraph Der Text.
      comment <!-- gs-ignore vague-term: definiert -->
      paragraph Das Papier ist umweltfreundlich.
      `,
    ));

  it('takes three dashes for front matter only at the top and only when they are closed', () =>
    markdown(
      `
      ---
      regime: vgv

      Der Text geht weiter.
      `,
      `
      paragraph regime: vgv
      paragraph Der Text geht weiter.
      `,
    ));

  it('reads through quotes', () =>
    markdown(
      `
      > **Auftrag**
      >
      > Der Bieter bestätigt
      > den Auftrag.
      > - schriftlich
      `,
      `
      heading 6 quoted Auftrag
      paragraph quoted Der Bieter bestätigt / ‹›den Auftrag.
      item 1 quoted schriftlich
      `,
    ));

  it('takes links to places of the same document for a table of contents', () =>
    markdown(
      `
      [1 Einführung [3](#einführung)](#einführung)

      - [Umfang](#umfang)

      Siehe [Umfang](#umfang).
      `,
      `
      furniture [1 Einführung [3](#einführung)](#einführung)
      furniture - [Umfang](#umfang)
      paragraph Siehe [Umfang]‹›.
      `,
    ));

  it('masks what is no prose', () =>
    markdown(
      `
      Nach \`code\` und <b>fett</b>, siehe [Seite](https://example.org/a_(b) "Titel"), <https://example.org>,
      https://example.org/pfad?x=1. Schreiben Sie an vergabe@stadt.example.org oder www.example.org; auch evergabe.nrw.de.
      ~~Gestrichen
      ist dies~~ und nicht das. z.B. d.h. i.d.R. Aufwand<!-- Rest -->.
      `,
      `
      paragraph Nach ‹› und ‹›fett‹›, siehe [Seite]‹›, ‹›, / ‹›. Schreiben Sie an ‹› oder ‹›; auch ‹›. / ‹› und nicht das. z.B. d.h. i.d.R. Aufwand‹›.
      `,
    ));
});

describe('blocks of plain text', () => {
  it('tells numbered headings from numbered sentences', () =>
    plain(
      `
      1 Gegenstand der Ausschreibung

      1.1          Büro- und Schulbedarf
      Gegenstand ist der Kauf von Büro- und Schulbedarf für alle Dienststellen der Stadt Musterhausen
      und ihrer Eigenbetriebe.

      5.2    Der Auftragnehmer hat die Ware, soweit nicht anders vereinbart, frei Verwendungsstelle
             zu liefern.

      6. HAFTUNG

      Am 31. Dezember 2026 endet der Vertrag.
      Er verlängert sich bis zum
      31. März 2027, wenn niemand kündigt.
      `,
      `
      heading 1 #1 Gegenstand der Ausschreibung
      heading 2 #1.1 Büro- und Schulbedarf
      paragraph Gegenstand ist der Kauf von Büro- und Schulbedarf für alle Dienststellen der Stadt Musterhausen / und ihrer Eigenbetriebe.
      paragraph #5.2 Der Auftragnehmer hat die Ware, soweit nicht anders vereinbart, frei Verwendungsstelle / zu liefern.
      heading 1 #6 HAFTUNG
      paragraph Am 31. Dezember 2026 endet der Vertrag. / Er verlängert sich bis zum / 31. März 2027, wenn niemand kündigt.
      `,
    ));

  it('finds headings without numbers: alone, in capitals, underlined', () =>
    plain(
      `
      LEISTUNGSVERZEICHNIS

      Ausnahmen
      Ausgenommen sind die nachfolgenden Produkte

      -   Papier
      -   Möbel

      Besonderheiten

      Es gibt keine Mindestmengen.

      Nachweise der Eignung
      ---------------------
      Der Bieter legt vor:
      `,
      `
      heading 5 LEISTUNGSVERZEICHNIS
      heading 6 Ausnahmen
      paragraph Ausgenommen sind die nachfolgenden Produkte
      item 1 Papier
      item 1 Möbel
      heading 6 Besonderheiten
      paragraph Es gibt keine Mindestmengen.
      heading 2 Nachweise der Eignung
      paragraph Der Bieter legt vor:
      `,
    ));

  it('finds headings that a paragraph sign, a letter or the name of a part begins, and leaves lists of parts alone', () =>
    plain(
      `
      § 1 Vertragsinhalt

      (1) Der Verpächter stellt die Halle.

      § 2a Reinigung der Halle

      A.  Allgemeines

          Die Halle hat 300 Plätze.

      Teil B: Wertung

      Der Preis entscheidet.

      Los 1 – Bestuhlung

      Stühle, stapelbar

      § 3 Die Halle ist frei zu halten.

      § 7 Abs. 2 Mietgesetz

      Los 1: Bestuhlung

      Los 2: Vorhänge

      A. Der Pächter hat gelüftet
      `,
      `
      heading 6 #1 Vertragsinhalt
      item 1 Der Verpächter stellt die Halle.
      heading 6 #2a Reinigung der Halle
      heading 5 #A Allgemeines
      paragraph Die Halle hat 300 Plätze.
      heading 1 #B Wertung
      paragraph Der Preis entscheidet.
      heading 6 #1 Los 1 – Bestuhlung
      paragraph Stühle, stapelbar
      paragraph § 3 Die Halle ist frei zu halten.
      paragraph § 7 Abs. 2 Mietgesetz
      paragraph Los 1: Bestuhlung
      heading 6 #2 Los 2: Vorhänge
      paragraph A. Der Pächter hat gelüftet
      `,
    ));

  it('knows bullets of every kind', () =>
    plain(
      `
      Anzubieten sind
        •   Ordner
        •   Hefter in
            drei Größen
            o   klein
            o   groß
        \uf0b7   Locher
      – Stifte

      Es gilt:
      (1) Der erste Satz.
      (2) Der zweite Satz.
      a) Nachweis
      b) Beleg
          i.Der erste
         ii. Der zweite
        iii. Der dritte
      c) Erklärung
      `,
      `
      paragraph Anzubieten sind
      item 1 Ordner
      item 1 Hefter in / drei Größen
      item 2 klein
      item 2 groß
      item 1 Locher
      item 1 Stifte
      paragraph Es gilt:
      item 1 Der erste Satz.
      item 1 Der zweite Satz.
      item 2 Nachweis
      item 2 Beleg
      item 3 Der erste
      item 3 Der zweite
      item 3 Der dritte
      item 2 Erklärung
      `,
    ));

  it('knows a list of numbers from headings', () =>
    plain(
      `
      Gewertet wird nach

      1. Preis
      2. Qualität
      3. Umwelt

      4. Wertung der Angebote

      Die Wertung erfolgt nach Punkten.
      `,
      `
      paragraph Gewertet wird nach
      item 1 Preis
      item 1 Qualität
      item 1 Umwelt
      item 1 Wertung der Angebote
      paragraph Die Wertung erfolgt nach Punkten.
      `,
    ));

  it('goes on over the blank lines of text set with double spacing', () =>
    plain(
      `
      Die Bewertung der Preise erfolgt linear, ausgehend vom tiefsten Angebot,

      das die höchste Punktzahl erhält. Danach folgt die Bewertung der

      Umweltkriterien.
      `,
      `
      paragraph Die Bewertung der Preise erfolgt linear, ausgehend vom tiefsten Angebot, / das die höchste Punktzahl erhält. Danach folgt die Bewertung der
      paragraph Umweltkriterien.
      `,
    ));

  it('has no code, but comments and directives', () =>
    plain(
      `
          Eingerückter Text ist Text.

      [[gs-ignore vague-term: vom Fachamt vorgegeben]]
      Der Stuhl ist hochwertig. [[gs-waive office-chairs/repair: nicht nötig]] Ende.
      <!-- nicht geschlossen
      `,
      `
      paragraph Eingerückter Text ist Text.
      comment [[gs-ignore vague-term: vom Fachamt vorgegeben]]
      paragraph Der Stuhl ist hochwertig. ‹› Ende. / <!-- nicht geschlossen
      `,
    ));

  it('takes lines with page numbers for a table of contents', () =>
    plain(
      `
      1     EINLEITUNG                     2

      1.1   Allgemeines                    2

      2     GEGENSTAND                     3

      Anlagen ........................... 17
      `,
      `
      furniture 1 EINLEITUNG 2 / 1.1 Allgemeines 2 / 2 GEGENSTAND 3 / Anlagen ........................... 17
      `,
    ));
});

describe('a bill of quantities', () => {
  const bill = `
      1.1 Stühle

      1.1.10 Bürodrehstuhl
      Drehstuhl mit fünf Rollen,
      Bezug aus Wolle.
      25 St

      1.1.20 Besucherstuhl, 8.6 S
      Stapelbar, nach Version 1.2.3 des
      1.1.5 genannten Musters.
      40 St          120,00 EUR
      1.1 Stühle Summe:
      OZ / Pos.-Nr. 1.2.10 Schreibtisch
      Stand 04.11.2025
      10,00 St
      `;

  it('has positions where several numbers of three parts stand over amounts', () =>
    plain(
      bill,
      `
      heading 2 #1.1 Stühle
      heading 3 position #1.1.10 Bürodrehstuhl
      paragraph Drehstuhl mit fünf Rollen, / Bezug aus Wolle.
      paragraph 25 St
      heading 3 position #1.1.20 Besucherstuhl, 8.6 S
      paragraph Stapelbar, nach Version 1.2.3 des / 1.1.5 genannten Musters.
      paragraph 40 St 120,00 EUR
      paragraph #1.1 Stühle Summe:
      heading 3 position #1.2.10 Schreibtisch
      paragraph Stand 04.11.2025
      paragraph 10,00 St
      `,
    ));

  it('has positions where at least two lines name them', () =>
    plain(
      `
      1.2.3 Abschnitt mit Titel
      Pos. 1: Leuchte Flur
      Lichtfarbe warmweiß, dimmbar.
      20 Stück
      Position 2 Leuchte Büro
      Sonst wie
      Pos. 1 beschrieben, aber heller.
      Pos.-Nr. 3.1 Leuchte Hörsaal
      Positionen mit 3 Stück Ersatz
      Pos. 4 Die Leuchte ist vom Auftraggeber beigestellt.
      Pos. 5    Leuchte    20 Stück    149,00
      `,
      `
      heading 3 #1.2.3 Abschnitt mit Titel
      heading 1 position #1 Leuchte Flur
      paragraph Lichtfarbe warmweiß, dimmbar.
      paragraph 20 Stück
      heading 1 position #2 Leuchte Büro
      paragraph Sonst wie / Pos. 1 beschrieben, aber heller.
      heading 2 position #3.1 Leuchte Hörsaal
      paragraph Positionen mit 3 Stück Ersatz / Pos. 4 Die Leuchte ist vom Auftraggeber beigestellt. / Pos. 5 Leuchte 20 Stück 149,00
      `,
    ));

  it('has no named position where one line alone names one', () => {
    assert.doesNotMatch(blocksOf('plaintext', lines('Pos. 1 Leuchte Flur\nLichtfarbe warmweiß.\n')), /position/);
  });

  it('has positions with numbers of two parts where no number has three and amounts stand below', () =>
    plain(
      `
      1    Geräte
      1.1  Schalter, weiß
           Fabrikat nach Muster
           20,00  St   ________   ________
      1.2  Steckdose
           mit Deckel
           40,00  St   ________   ________
      1.3  Der Deckel ist aufklappbar.
      2.1  Leuchte          12 St
      2.2  Montage
            1,00  psch ________   ________
      `,
      `
      heading 1 #1 Geräte
      heading 2 position #1.1 Schalter, weiß
      paragraph Fabrikat nach Muster
      paragraph 20,00 St ________ ________
      heading 2 position #1.2 Steckdose
      paragraph mit Deckel
      paragraph 40,00 St ________ ________
      paragraph #1.3 Der Deckel ist aufklappbar. / 2.1 Leuchte 12 St
      heading 2 position #2.2 Montage
      paragraph 1,00 psch ________ ________
      `,
    ));

  it('has positions whose number, title and amount stand on one line', () =>
    plain(
      `
      01.0010   Regal, 5 Böden                  12 St      ........  ........
                Stahlblech, verzinkt

      01.0020   Schrank                         3,000 Stk  __________
                Türen mit Schloss
      01.0030   Montage                         1 psch
                einschließlich Entsorgung
      `,
      `
      heading 2 position #01.0010 Regal, 5 Böden
      paragraph Stahlblech, verzinkt
      heading 2 position #01.0020 Schrank
      paragraph Türen mit Schloss
      heading 2 position #01.0030 Montage
      paragraph einschließlich Entsorgung
      `,
    ));

  it('has headings without numbers among positions only above prose at the margin', () =>
    plain(
      `
      01.0010   Regal                           12 St      ........  ........
                Stahlblech

                Farbe

                nach Wahl des Bauherrn aus der Karte des Herstellers, matt oder glänzend

      01.0020   Schrank                         3,000 Stk  __________
                Türen mit Schloss
      01.0030   Montage                         1 psch

      Hinweise zur Wertung

      Der Zuschlag wird auf das Angebot mit dem niedrigsten Preis erteilt.

      Allgemeine Anforderungen

      Nr.   Merkmal                                          erfüllt (ja/nein)
      A1    Alle Möbel tragen ein Schild mit Nummer          [ ] [ ]
      A2    Schlüssel sind gleich                            [ ] [ ]
      `,
      `
      heading 2 position #01.0010 Regal
      paragraph Stahlblech
      paragraph Farbe
      paragraph nach Wahl des Bauherrn aus der Karte des Herstellers, matt oder glänzend
      heading 2 position #01.0020 Schrank
      paragraph Türen mit Schloss
      heading 2 position #01.0030 Montage
      heading 6 Hinweise zur Wertung
      paragraph Der Zuschlag wird auf das Angebot mit dem niedrigsten Preis erteilt.
      heading 6 Allgemeine Anforderungen
      header Nr. | Merkmal | erfüllt (ja/nein)
      row A1 | Alle Möbel tragen ein Schild mit Nummer | [ ] [ ]
      row A2 | Schlüssel sind gleich | [ ] [ ]
      `,
    ));

  it('has no positions in a contract with a few amounts among many numbered headings', () => {
    const chapters = [1, 2, 3, 4, 5, 6, 7].map((n) => `1.${n} Leistung\nText der Leistung.\n`).join('');
    assert.doesNotMatch(blocksOf('plaintext', chapters + '3 Monate\n12 Monate\n2 Jahre\n'), /position/);
  });

  it('is none without amounts', () => {
    assert.doesNotMatch(blocksOf('plaintext', lines(bill).replace(/^\d+(?:,\d+)? St.*$/gm, '')), /position/);
  });
});

describe('tables in columns', () => {
  it('ends a table before the heading of the next part', () =>
    plain(
      `
      Nr.   Merkmal               Wert

      1     Höhe                  75 cm
      2     Breite                160 cm

      C.  Lieferung

      Nr.   Ort                   Tag

      1     Aula                  Montag
      2     Mensa                 Dienstag
      `,
      `
      header Nr. | Merkmal | Wert
      row 1 | Höhe | 75 cm
      row 2 | Breite | 160 cm
      heading 5 #C Lieferung
      header Nr. | Ort | Tag
      row 1 | Aula | Montag
      row 2 | Mensa | Dienstag
      `,
    ));

  it('reads each row as cells of pieces', () =>
    plain(
      `
      Lfd    Kriterium                Anforderung
      Nr
      1      Fachkunde                Stellen Sie Ihr Unternehmen vor und gehen Sie auf die vorge-
                                      gebenen Punkte ein.
                                      • Zahl der Beschäftigten im Innendienst
                                      • Zahl der Beschäftigten im Außendienst

      2      Wirtschaftliche Leis-    Geben Sie den Umsatz der letzten drei Jahre an.
             tungsfähigkeit           Eine Eigenerklärung genügt.

      Die Nachweise sind mit dem Angebot vorzulegen, spätere Vorlage ist ausgeschlossen.
      `,
      `
      header Lfd / Nr | Kriterium | Anforderung
      row 1 | Fachkunde | Stellen Sie Ihr Unternehmen vor und gehen Sie auf die vorge- / gebenen Punkte ein. / • Zahl der Beschäftigten im Innendienst / • Zahl der Beschäftigten im Außendienst
      row 2 | Wirtschaftliche Leis- / tungsfähigkeit | Geben Sie den Umsatz der letzten drei Jahre an. / Eine Eigenerklärung genügt.
      paragraph Die Nachweise sind mit dem Angebot vorzulegen, spätere Vorlage ist ausgeschlossen.
      `,
    ));

  it("keeps the bidder's answers in a cell of their own", () =>
    plain(
      `
       Nr.       Anforderung an die Leistung                                  Typ     Antwort des Bieters
       1         Lieferung
       1.1       Wie wird die Anlieferung klimaschonend gestaltet (z. B.      B       Wir fahren mit Lastenrädern und
                 emissionsarme Fahrzeuge)?                                            nachts mit der Bahn
       1.2       Verpackungen werden zurückgenommen.                          A       ja
      `,
      `
      header Nr. | Anforderung an die Leistung | Typ | Antwort des Bieters
      row 1 | Lieferung |  |
      row 1.1 | Wie wird die Anlieferung klimaschonend gestaltet (z. B. / emissionsarme Fahrzeuge)? | B | Wir fahren mit Lastenrädern und / nachts mit der Bahn
      row 1.2 | Verpackungen werden zurückgenommen. | A | ja
      `,
    ));

  it('reads labels and their values', () =>
    plain(
      `
      Auftraggeber :              Stadt Musterhausen,
                                  vertreten durch das Amt für Beschaffung

      Ausführungsfrist :          01.03.2026 bis 30.09.2026
      `,
      `
      row Auftraggeber : | Stadt Musterhausen, / vertreten durch das Amt für Beschaffung
      row Ausführungsfrist : | 01.03.2026 bis 30.09.2026
      `,
    ));

  it('reads on over drawn lines; short numbers in the middle below a longer word of the header are its column', () =>
    plain(
      `
      Merkmal                   Gewicht in Prozent     Hinweis
      --------------------------------------------------------------
      1. Preis                         60              Formel
      2. Ablauf                        40              Skala
      ==============================================================
      Summe                           100
      `,
      `
      header Merkmal | Gewicht in Prozent | Hinweis
      row 1. Preis | 60 | Formel
      row 2. Ablauf | 40 | Skala
      row Summe | 100 |
      `,
    ));

  it('does not see columns in indented and justified paragraphs', () =>
    plain(
      `
      4.1    Die Unterlagen werden dem Auftragnehmer rechtzeitig und unentgeltlich
             überlassen. Sie  sind  auf  Übereinstimmung  zu  prüfen  und  danach
             zurückzugeben.

      Ein Absatz mit  doppelten Blanks,  wie sie der Blocksatz  hinterlässt, bleibt
      ein Absatz,  auch wenn er über  mehrere Zeilen geht  und weitere folgen.
      `,
      `
      paragraph #4.1 Die Unterlagen werden dem Auftragnehmer rechtzeitig und unentgeltlich / überlassen. Sie sind auf Übereinstimmung zu prüfen und danach / zurückzugeben.
      paragraph Ein Absatz mit doppelten Blanks, wie sie der Blocksatz hinterlässt, bleibt / ein Absatz, auch wenn er über mehrere Zeilen geht und weitere folgen.
      `,
    ));
});

describe('page furniture', () => {
  const page = (number: number, chapter: string) =>
    `Stand: 04.11.2025                         ${number} von 9\nStadt Musterhausen\nBeschaffungsamt   Rathausplatz 1\n${chapter}\nOZ      Menge    Preis`;

  it('stands between the lines of a sentence without ending it', () =>
    plain(
      `Die Produkte sind während der Laufzeit lieferbar, außer\n\n${page(2, 'Kapitel Papier')}\n\nder Hersteller stellt sie ein. Danach gilt es nicht.\n${page(3, 'Kapitel Möbel')}\nEin neuer Absatz beginnt.\n${page(4, 'Kapitel Möbel')}\n`,
      `
      paragraph Die Produkte sind während der Laufzeit lieferbar, außer‹›der Hersteller stellt sie ein. Danach gilt es nicht.
      furniture Stand: 04.11.2025 3 von 9 / Stadt Musterhausen / Beschaffungsamt Rathausplatz 1 / Kapitel Möbel / OZ Menge Preis
      paragraph Ein neuer Absatz beginnt.
      furniture Stand: 04.11.2025 4 von 9 / Stadt Musterhausen / Beschaffungsamt Rathausplatz 1 / Kapitel Möbel / OZ Menge Preis
      `,
    ));

  it('is told by one page number only when the words leave no doubt', () => {
    plain('Text davor, der\nSeite 3 von 18\nweitergeht.', 'paragraph Text davor, der‹›weitergeht.');
    plain('Es gelten 3 von 18\nStimmen als Mehrheit.', 'paragraph Es gelten 3 von 18 / Stimmen als Mehrheit.');
    plain('Der Nachweis steht auf Seite 3\nder Unterlagen.', 'paragraph Der Nachweis steht auf Seite 3 / der Unterlagen.');
  });

  it('begins at form feeds where there are no page numbers', () =>
    plain(
      'Der erste Satz endet\n\fStadt Musterhausen\nnach dem Seitenwechsel.\n\fStadt Musterhausen\nDer zweite Satz.\n\fStadt Musterhausen\nEnde.\n',
      `
      paragraph Der erste Satz endet‹›nach dem Seitenwechsel.
      furniture Stadt Musterhausen
      paragraph Der zweite Satz.
      furniture Stadt Musterhausen
      paragraph Ende.
      `,
    ));
});

describe('line ends and marks', () => {
  it('reads CRLF, lone CR and a byte order mark like LF', () => {
    const text = '# Titel\n\nDas Papier\nist weiß.\n\n- eins\n- zwei\n';
    const expected = blocksOf('markdown', text);
    for (const lineEnd of ['\r\n', '\r']) assert.equal(blocksOf('markdown', '\ufeff' + text.replaceAll('\n', lineEnd)), expected);
  });

  it('is empty where there is nothing', () => {
    for (const text of ['', '\n', '\ufeff', ' \t\r\n\r\n']) assert.equal(blocksOf('markdown', text), '');
  });
});
