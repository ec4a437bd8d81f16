import assert from 'node:assert/strict';
import { compileMatcher } from '../../../server/src/core/match/matcher';

const { matcher } = compileMatcher([]);

/** Cuts a text where the tokeniser does; the sign `¦` in `marked` shows where sentences should begin. */
function check(marked: string): void {
  const parts = marked.split('¦').map((part) => part.trim());
  const text = parts.join(' ');
  const tokens = matcher.tokenise(text, 0, text.length);
  const cut: string[] = [];
  let from = 0;
  for (let t = 1; t < tokens.count; t++) {
    if (tokens.sentence[t] === tokens.sentence[t - 1]) continue;
    cut.push(text.slice(from, tokens.start[t]));
    from = tokens.start[t]!;
  }
  cut.push(text.slice(from));
  // Brackets and quotation marks between sentences belong to neither.
  const bare = (part: string): string => part.replace(/^[\s"„“”»«(*[-]+|[\s"„“”»«(*[-]+$/g, '');
  assert.deepEqual(cut.map(bare), parts.map(bare));
}

describe('sentences', () => {
  const texts = `
Die Lieferung erfolgt frei Haus. ¦ Verpackungen nimmt der Auftragnehmer zurück.
Das Papier ist z. B. mit dem Blauen Engel zu kennzeichnen. ¦ Andere Nachweise gelten auch.
Geräte, z.B. Drucker, sind sparsam zu betreiben. ¦ Das gilt nicht für Server.
Die Vorgaben nach § 34 Abs. 2 S. 1 VgV sind einzuhalten. ¦ Abweichungen sind zu begründen.
Die Frist endet am 31. Dezember 2027. ¦ Danach gilt der neue Preis.
Lieferung bis zum 1. März bzw. bis zum 15. April. ¦ Verspätungen sind anzuzeigen.
Der Auftragnehmer weist dies gem. Nr. 4.2 i. V. m. Anlage 3 nach. ¦ Der Nachweis ist jährlich zu erneuern.
Es gilt die DIN EN 12464-1 i.V.m. der ASR A3.4. ¦ Die Messungen sind zu dokumentieren.
Zulässig sind Papier, Karton usw. ¦ Die Auswahl trifft der Auftraggeber.
Papier, Karton usw. sind aus Altpapier herzustellen. ¦ Frischfaser ist nicht zulässig.
Stifte, Hefter etc. aus Kunststoff sind zu vermeiden.
Mindestens ca. 80 % der Fasern, d. h. der Rohstoffe, stammen aus Altpapier. ¦ Der Rest ist zertifiziert.
Lampen o. ä. Leuchtmittel sind enthalten. ¦ Sie sind getrennt zu entsorgen.
Fabrikat Muster o. glw. ist anzubieten. ¦ Das Fabrikat ist einzutragen.
Fabrikat Muster od. glw. oder besser.
Das Gerät trägt das Zeichen (o. g. Kriterien gelten). ¦ Ein Prüfbericht liegt bei.
Der Preis beträgt 1,5 Mio. Euro. ¦ Nachträge sind ausgeschlossen.
Der Preis beträgt 1,5 Mio. € inkl. MwSt. ¦ Skonto wird nicht gewährt.
Ist das Produkt verfügbar? ¦ Dann ist es zu liefern! ¦ Sonst entfällt die Position.
Die Laufzeit beträgt mind. 5 Jahre, max. 8 Jahre. ¦ Sie beginnt mit der Lieferung.
Die Anforderungen gem. Art. 7 der Verordnung gelten. ¦ Weitere Vorgaben siehe Anlage.
Vgl. hierzu Abschnitt 3. ¦ Die Anlage ist Bestandteil.
Maßgeblich ist der 3. Abschnitt der Verordnung. ¦ Der 4. Abschnitt bleibt unberührt.
Das Los umfasst Produkte der 1. und 2. Kategorie. ¦ Es wird nicht geteilt.
Herr Dr. Muster ist zuständig. ¦ Fragen sind schriftlich zu stellen.
Prof. Dr. Beispiel prüft. ¦ Das Ergebnis ist bindend.
Die Werte liegen bei 50. ¦ Die Messung erfolgt jährlich.
Zu liefern sind 200 Stück. ¦ 50 Stück sind Reserve.
1. Die Geräte sind neu. ¦ 2. Die Geräte sind geprüft.
A. Allgemeines zur Leistung
Es gilt Klasse A. ¦ Die Klasse B ist nicht zulässig.
Verantwortlich ist J. Muster aus dem Referat. ¦ Er nimmt die Lieferung ab.
Das Angebot umfasst Papier, Toner u. a. Verbrauchsmaterial. ¦ Es ist vollständig.
Gemäß Ziff. 2.4.1 lit. b ist der Nachweis beizufügen. ¦ Fehlt er, wird er nachgefordert.
Anzugeben ist u. U. auch die Herkunft. ¦ Sie ist zu belegen.
Die Anforderung gilt; der Nachweis ist zu führen; eine Frist besteht nicht.
Anforderungen: Das Papier muss weiß sein.
Der Anteil beträgt 50 %. ¦ Der Rest ist frei.
Die Vorgabe (siehe Anlage 2). ¦ Der Bieter bestätigt sie.
Er schrieb „Das gilt.“ ¦ Danach ging er.
Hersteller: ........ Typ: ........ Preis: ........
Es folgt eine Aufzählung ... ¦ Die Liste ist abschließend.
Die Seite www.beispiel.example enthält Näheres. ¦ Sie wird gepflegt.
Version 2.0.1 ist einzusetzen. ¦ Updates sind kostenlos.
Die Lieferung erfolgt ggf. in Teilen. ¦ Insbes. gilt das für Möbel.
Sämtl. Unterlagen sind digital vorzulegen. ¦ Ausdrucke entfallen.
Das Fleisch ist lt. Vorgabe bio. ¦ Es ist regional.
Tel. 0123 4567, Mo. bis Fr. besetzt. ¦ Am Samstag geschlossen.
Alle Angaben zzgl. der gesetzl. Umsatzsteuer. ¦ Rabatte sind auszuweisen.
Die Fa. Muster lieferte bisher. ¦ Das Angebot ist neu.
Höhe ca. 75 cm, Breite ca. 80 cm. ¦ Tiefe nach Wahl.
Das Gerät verbraucht höchstens 0,5 W. ¦ Im Betrieb gilt 30 W.
Geräte der Klasse A+++. ¦ Andere sind nicht zulässig.
Das Ergebnis ist positiv.Die Leistung wird abgenommen.
The supplier shall provide evidence. ¦ The evidence shall be recent.
Labels, e.g. EU Ecolabel, are accepted. ¦ Equivalent labels are accepted too.
The goods, i.e. the printers, shall be new. ¦ They shall be tested.
See No. 5 and Fig. 3 of the annex. ¦ The annex is binding.
Bidders, suppliers, etc. must sign. ¦ The form is attached.
The limit is approx. 5 mg vs. 10 mg before. ¦ It applies from 1 May.
Mr. Sample and Dr. Example review it. ¦ Their decision is final.
Is it recyclable? ¦ If not, explain why.
Delivered within 5 days. ¦ Packaging is taken back.
Alle Produkte sind vegan. ¦ „Vegan“ heißt: ohne tierische Stoffe.
Das Papier ist holzfrei. ¦ (Ausnahmen sind zu nennen.)
Das Holz stammt aus zertifizierten Quellen. ¦ **Hinweis:** Nachweise sind beizufügen.
Textilien sind nach Art. 4 der Verordnung (EU) Nr. 1007/2011 zu kennzeichnen. ¦ Das Etikett ist deutsch.
Die Reinigung erfolgt werktags. ¦ An Feiertagen nicht.
Es ist jeglicher Art. ¦ Das gilt immer.`;
  for (const line of texts.trim().split('\n')) {
    if (line.includes('positiv.Die')) {
      it(line, () => {
        const tokens = matcher.tokenise(line, 0, line.length);
        assert.equal(tokens.sentence[tokens.count - 1], 1);
      });
      continue;
    }
    it(line, () => check(line));
  }

  it('end at the breaks given, once', () => {
    const text = '| Papier | Das ist gut. Sehr | Ende |';
    const tokens = matcher.tokenise(text, 0, text.length, [], [2, 11, 31]);
    assert.deepEqual([...tokens.sentence], [0, 1, 1, 1, 2, 3].slice(0, tokens.count));
  });
  it('are not cut by a stop in front of the first word behind a break', () => {
    const text = '0 | .# Leistungsbeschreibung | Ende. Die Frist';
    const tokens = matcher.tokenise(text, 0, text.length, [], [4, 28]);
    const numbers = [...tokens.sentence].filter((n, i, all) => n !== all[i - 1]);
    assert.deepEqual(numbers, [0, 1, 2, 3]);
  });

  it('count from 0 in each block', () => {
    const tokens = matcher.tokenise('Eins. Zwei. Drei.', 6, 17);
    assert.deepEqual([...tokens.sentence], [0, 1]);
  });
});
