import assert from 'node:assert/strict';
import { compileMatcher } from '../../../server/src/core/match/matcher';

const { matcher } = compileMatcher([]);
interface Options {
  readonly masked?: readonly string[];
}
/** The words of a text, joined by blanks; `masked` names substrings that are hidden. */
function words(text: string, { masked = [] }: Options = {}): string {
  const spans = masked.map((part) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length }));
  const tokens = matcher.tokenise(text, 0, text.length, spans);
  return Array.from(tokens.word, (word) => matcher.lexicon.raw[word]!).join(' ');
}

describe('words', () => {
  const cases: [text: string, words: string][] = [
    ['Papier, Toner & Co.', 'Papier Toner Co'],
    ['Büro- und DV-Material', 'Büro und DV Material'],
    ['(gleichwertig)/»anders«', 'gleichwertig anders'],
    ['**Fett** und _schräg_', 'Fett und schräg'],
    ['1.000 0,5 2.4.120 14a 31.12.2026 08:00', '1.000 0,5 2.4.120 14a 31.12.2026 08:00'],
    ["1'000 und 1’250'000", "1'000 und 1’250'000"],
    ['2010-02 und 2021--06', '2010 02 und 2021 06'],
    ['5, 6. Und 7.', '5 6 Und 7'],
    ['100kWh 80g/m² 5W 10m² 3D 40x100', '100 kWh 80g m² 5W 10 m² 3D 40 x 100'],
    ['A4 CO2 CO₂ PM10 ISO14001 DIN19573 H2O', 'A4 CO2 CO₂ PM 10 ISO 14001 DIN 19573 H2O'],
    ['A+++ A+ C++ A+B', 'A+++ A+ C++ A B'],
    ['§ 34 %‰ 20 °C ® ™ ≤5 ≥5 <5 >5 ±5 ∑ 5€', '§ 34 % ‰ 20 ° C ® ™ ≤ 5 ≥ 5 < 5 > 5 ± 5 ∑ 5 €'],
    ['§§ 33, 34', '§ 33 34'],
    ['½ Jahr', '½ Jahr'],
    ['m² cm³ Engel¹ 10²', 'm² cm³ Engel 10'],
    ["manufacturer's manufacturers' doesn’t l'eau", 'manufacturer manufacturers doesnt leau'],
    ['Bieter:innen Bieter*in Bieter_innen Bieter/-innen Bieter/in Bieter(innen)', 'Bieter Bieter Bieter Bieter Bieter Bieter'],
    ['Innen: innen', 'Innen innen'],
    ['um\u00adwelt\u00adfreundlich', 'umweltfreundlich'],
    ['Um\u200bwelt\ufeff', 'Umwelt'],
    ['Bu\u0308ro u\u0308ber cafe\u0301', 'Büro über café'],
    ['ﬁnden Stoﬀ Eﬃzienz ﬂach Griﬄage', 'finden Stoff Effizienz flach Grifflage'],
    ['Größe ẞ Ελλάδα Москва', 'Größe ẞ Ελλάδα Москва'],
    ['😀 Text 😀', 'Text'],
    ['\u00a0Text\u202fmit\u2009Blanks\tund\u3000mehr', 'Text mit Blanks und mehr'],
    ['\uf0b7 Punkt • Kreis', 'Punkt Kreis'],
  ];
  for (const [text, expected] of cases) it(text, () => assert.equal(words(text), expected));
});

describe('words split over lines', () => {
  const cases: [text: string, words: string, options?: Options][] = [
    ['umweltfreund-\n      lich', 'umweltfreundlich'],
    ['umweltfreund-\r\nlich', 'umweltfreundlich'],
    ['gleich-  \n\t wertig', 'gleichwertig'],
    ['gleich‐\nwertig', 'gleichwertig'],
    ['gleich\u00ad\nwertig', 'gleichwertig'],
    ['sehr um-\n> weltfreundlich', 'sehr umweltfreundlich'],
    ['Be-\nschaf-\nfung', 'Beschaffung'],
    ['um-\nSeite 3 von 5\nweltfreundlich', 'umweltfreundlich', { masked: ['Seite 3 von 5'] }],
    ['um-\nSeite 3 von 5\nweltfreundlich', 'umweltfreundlich', { masked: ['\nSeite 3 von 5\n'] }],
    ['wer- den', 'werden'],
    ['Hoch- schule', 'Hochschule'],
    ['nach-\u00a0haltig', 'nachhaltig'],
    ['Büro- und\nDV-Material', 'Büro und DV Material'],
    ['Büro-\nund DV-Material', 'Büro und DV Material'],
    ['Vor-\noder Nachteile', 'Vor oder Nachteile'],
    ['Fach- bzw. Sachkunde', 'Fach bzw Sachkunde'],
    ['ein-\nsowie zweiseitig', 'ein sowie zweiseitig'],
    ['in-\nand outdoor', 'in and outdoor'],
    ['short- or long-term', 'short or long term'],
    ['Haupt- mit Nebenleistung', 'Haupt mit Nebenleistung'],
    ['EU-\nBlume', 'EU Blume'],
    ['EU-\nweit', 'EU weit'],
    ['CO2-\nneutral', 'CO2 neutral'],
    ['10-\n20', '10 20'],
    ['Papier-\n- Punkt', 'Papier Punkt'],
    ['Papier -\nkarton', 'Papier karton'],
    ['Papier-  karton', 'Papier karton'],
    ['Papier -karton', 'Papier karton'],
    ['Liefer-', 'Liefer'],
    ['Liefer-\n', 'Liefer'],
  ];
  for (const [text, expected, options] of cases) it(JSON.stringify(text), () => assert.equal(words(text, options), expected));

  it('cover both parts', () => {
    const text = 'sehr umweltfreund-\n   lich gut';
    const tokens = matcher.tokenise(text, 0, text.length);
    assert.deepEqual(
      Array.from(tokens.start, (start, i) => text.slice(start, tokens.end[i])),
      ['sehr', 'umweltfreund-\n   lich', 'gut'],
    );
  });
  it('are not joined across table cells', () => {
    const text = '| Papier-\nkarton | gleich- wertig |';
    const tokens = matcher.tokenise(text, 0, text.length, [], [2, text.indexOf('karton'), text.indexOf('gleich')]);
    assert.equal(Array.from(tokens.word, (word) => matcher.lexicon.raw[word]!).join(' '), 'Papier karton gleichwertig');
  });
});

/** A word of its own for each number. */
const spelled = (n: number): string => `wort${[...String(n)].map((digit) => 'abcdefghij'[Number(digit)]).join('')}`;

describe('tokens', () => {
  it('leave masked ranges out and end words there', () => {
    assert.equal(words('ein `code` und http://x.y/z hier', { masked: ['`code`', 'http://x.y/z'] }), 'ein und hier');
    assert.equal(words('vor<b>nach', { masked: ['<b>'] }), 'vor nach');
    assert.equal(words('alles', { masked: ['alles'] }), '');
    assert.equal(words('a- b', { masked: ['a'] }), 'b');
  });
  it('of an empty block are none', () => assert.equal(matcher.tokenise('', 0, 0).count, 0));
  it('know the same word again, in any number', () => {
    const many = Array.from({ length: 30_000 }, (_, i) => spelled(i)).join(' ');
    const tokens = matcher.tokenise(`${many} ${many}`, 0, 2 * many.length + 1);
    assert.equal(tokens.count, 60_000);
    for (let i = 0; i < 30_000; i++) assert.equal(tokens.word[i], tokens.word[i + 30_000]);
    assert.equal(matcher.lexicon.raw[tokens.word[29_999]!], spelled(29_999));
  });
  it('of one block stay as they are when others are read', () => {
    const kept = matcher.tokenise('Papier bleibt', 0, 13);
    const before = [...kept.start, ...kept.end, ...kept.word, ...kept.sentence];
    for (let i = 0; i < 5000; i++) matcher.tokenise('andere Woerter stehen hier im Text', 0, 34);
    assert.deepEqual([...kept.start, ...kept.end, ...kept.word, ...kept.sentence], before);
  });
});
