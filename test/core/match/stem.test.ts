import assert from 'node:assert/strict';
import { fold } from '../../../server/src/core/match/characters';
import { compileMatcher } from '../../../server/src/core/match/matcher';
import { englishStem, germanStem, withoutTranscription } from '../../../server/src/core/match/stem';

const joined = (a: string, b: string): boolean =>
  germanStem(fold(a)) === germanStem(fold(b)) || englishStem(fold(a)) === englishStem(fold(b));

describe('stems join forms of a word', () => {
  const pairs = `
    Kriterium Kriterien, Zuschlagskriterium Zuschlagskriterien, Material Materialien, Büromaterials Büromaterialien, Bieterin Bieterinnen,
    Auftragnehmerin Auftragnehmerinnen, Papier Papiere, Papieres Papieren, Bürostuhl Bürostühle, Stuhl Stühlen, Holz Hölzer, Gerät Geräte, Geräts Geräten,
    Nachweis Nachweise, Nachweises Nachweisen, Gütezeichen Gütezeichens, nachhaltig nachhaltige, nachhaltigen nachhaltiges, umweltfreundlich umweltfreundlicher,
    Leistung Leistungen, Anforderung Anforderungen, Erklärung Erklärungen, Hersteller Herstellers, Hersteller Herstellern, Drucker Druckern, Fahrzeug Fahrzeuge,
    Reifen Reifens, Norm Normen, Zentrum Zentren, Rechenzentrum Rechenzentren, Studium Studien, Ministerium Ministerien, Risiko Risiken, Bus Busse, Omnibus Omnibusse,
    Möbel Möbeln, Artikel Artikeln, Mittel Mitteln, Firma Firmen, Thema Themen, Gas Gase, Reinigungsmittel Reinigungsmitteln, Energieeffizienzklasse Energieeffizienzklassen,
    Straße Strasse, Größe Groesse, Vertrag Verträge, Verpackung Verpackungen, recycelt recycelte, zertifiziert zertifizierten, muss müssen, Zeugnis Zeugnisse,
    supplier suppliers, battery batteries, copy copies, requirement requirements, recycled recycling, label labelled, sustainable sustainably, policy policies`;
  for (const pair of pairs.split(',')) {
    const [a, b] = pair.trim().split(' ') as [string, string];
    it(`${a} ~ ${b}`, () =>
      assert.ok(joined(a, b) || joined(a, withoutTranscription(fold(b))), `${germanStem(fold(a))} ${germanStem(fold(b))}`));
  }
});

describe('the matcher', () => {
  // Its filter on first letters must not keep a word from being stemmed.
  it('finds every form whose stem agrees', () => {
    const words =
      `copy copies hope hoping die dying tie ties tied tying lie lying use uses using be being city cities duty duties ski skies sky oil oils Bus Busse Tee Tees Öl Öle
      Gas Gase Zentrum Zentren Risiko Risiken Firma Firmen Studium Studien Möbel Möbeln Holz Hölzer Kriterium Kriterien dry drying dried plan planning planned`.split(
        /\s+/,
      );
    for (const word of words) {
      const { matcher } = compileMatcher([{ owner: { kind: 'a', id: 'a', role: 'find' }, phrase: word }]);
      for (const other of words) {
        const tokens = matcher.tokenise(other, 0, other.length);
        assert.equal(matcher.match(tokens).length > 0, joined(word, other), `${word} ${other}`);
      }
    }
  });
});

describe('stems keep words apart', () => {
  const pairs = `
    Druck Drucker, Arbeit Arbeiter, Herstellung Hersteller, Reinigung Reiniger, Verbrauch Verbraucher, bieten Bieter, Lage Lager, Messe Messer, Boden Bode, Reihe Reiher,
    Kauf Käufer, Nutzung Nutzer, Zahl Zähler, behalten Behälter, and andere, Büro Bürste, Papier Pappe, Norm normal, Holz holen, Recht Rechner, Energie Energetik,
    FSC PEFC, Öl Öffnung, due du, neue neun`;
  for (const pair of pairs.split(',')) {
    const [a, b] = pair.trim().split(' ') as [string, string];
    it(`${a} ≠ ${b}`, () => assert.ok(!joined(a, b), `${germanStem(fold(a))} ${englishStem(fold(a))}`));
  }
});

describe('folding', () => {
  it('takes off case, umlauts and accents', () => {
    for (const [word, folded] of [
      ['Größe', 'grosse'],
      ['ÖKO', 'oko'],
      ['café', 'cafe'],
      ['Œuvre', 'oeuvre'],
      ['CO₂', 'co2'],
      ['m²', 'm2'],
      ['STRAẞE', 'strasse'],
      ['Łódź', 'lodz'],
      ['µg', 'µg'],
      ['μg', 'µg'],
    ] as const) {
      assert.equal(fold(word), folded);
    }
  });
  it('reads ae, oe, ue as umlauts where they can be', () => {
    for (const [word, read] of [
      ['buerostuehle', 'burostuhle'],
      ['fuer', 'fur'],
      ['oel', 'ol'],
      ['neue', ''],
      ['steuer', ''],
      ['quelle', ''],
      ['due', ''],
      ['papier', ''],
    ] as const) {
      assert.equal(withoutTranscription(word), read);
    }
  });
  it('leaves words with digits and very short words alone', () => {
    for (const word of ['14a', '1.000', 'a4', 'a+++', 'en', '§']) assert.equal(germanStem(word), word);
  });
});
