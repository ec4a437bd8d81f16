import assert from 'node:assert/strict';
import type { Language } from '../../../server/src/core/context';
import { compileMatcher } from '../../../server/src/core/match/matcher';
import { parseNumber, readQuantities } from '../../../server/src/core/match/quantities';
import { dimensions, toBase, unitNamed } from '../../../server/src/core/match/units';

const { matcher } = compileMatcher([]);

/** Quantities as text: `[words] comparator value unit dimension`, the value in the unit itself. */
function read(text: string, language: Language = 'de'): string[] {
  const tokens = matcher.tokenise(text, 0, text.length);
  return readQuantities(text, 0, tokens, matcher, language).map((quantity) => {
    const factor = unitNamed(quantity.unit)?.factor ?? 1;
    const shown = (value: number): string => String(Number((value / factor).toPrecision(6)));
    const values = quantity.high === undefined ? shown(quantity.value) : `${shown(quantity.value)}..${shown(quantity.high)}`;
    assert.equal(tokens.start[quantity.firstToken], quantity.start);
    assert.ok(tokens.start[quantity.lastToken]! < quantity.end);
    assert.ok(quantity.comparatorToken <= quantity.firstToken);
    return `[${text.slice(quantity.start, quantity.end)}] ${quantity.comparator} ${values}${quantity.ambiguous ? '?' : ''} ${quantity.unit}`.trim();
  });
}

describe('quantities in German', () => {
  const cases: [text: string, ...expected: string[]][] = [
    ['Die Ersatzteilversorgung ist für mindestens 5 Jahre nach Produktionsende sicherzustellen.', '[5 Jahre] min 5 year'],
    ['Leistungsaufnahme im Stand-by max. 0,5 W', '[0,5 W] max 0.5 W'],
    ['Schalldruckpegel ≤ 40 dB(A)', '[40 dB(A)] max 40 dB(A)'],
    ['zu 100 % aus Altpapier', '[100 %] exact 100 %'],
    ['Flächengewicht 80 g/m²', '[80 g/m²] exact 80 g/m²'],
    ['nicht mehr als 10 g/l VOC', '[10 g/l] max 10 g/l'],
    ['bis zu 65 % R-Körnung', '[65 %] max 65 %'],
    ['PUE kleiner gleich 1,3', '[1,3] max 1.3'],
    ['mind. 80 % der Fasern', '[80 %] min 80 %'],
    ['mindestens zu 80 % recycelt', '[80 %] min 80 %'],
    ['mindestens ca. 5 Jahre', '[5 Jahre] min 5 year'],
    ['wenigstens 3 Monate', '[3 Monate] min 3 month'],
    ['nicht weniger als 50 Prozent', '[50 Prozent] min 50 %'],
    ['nicht unter 50 v. H.', '[50 v. H.] min 50 %'],
    ['ab 5 Jahren', '[5 Jahren] min 5 year'],
    ['größer oder gleich 20 kWh', '[20 kWh] min 20 kWh'],
    ['mehr als 30 m²', '[30 m²] min 30 m²'],
    ['> 5 kg und >= 6 kg', '[5 kg] min 5 kg', '[6 kg] min 6 kg'],
    ['< 5 mg/kg, <= 6 mg/kg', '[5 mg/kg] max 5 mg/kg', '[6 mg/kg] max 6 mg/kg'],
    ['höchstens 0,1 mg/m³', '[0,1 mg/m³] max 0.1 mg/m³'],
    ['maximal 120 g CO₂/km', '[120 g CO₂/km] max 120 g/km'],
    ['unter 95 g CO2 / km', '[95 g CO2 / km] max 95 g/km'],
    ['begrenzt auf 25 km/h', '[25 km/h] max 25 km/h'],
    ['weniger als 6,3 B(A)', '[6,3 B(A)] max 6.3 B(A)'],
    ['innerhalb von 5 Werktagen', '[5 Werktagen] max 5 working-day'],
    ['innerhalb 5 %', '[5 %] exact 5 %'],
    ['darf 40 dB(A) nicht überschreiten', '[40 dB(A)] max 40 dB(A)'],
    ['dürfen einen Wert von 0,5 W nicht übersteigen', '[0,5 W] max 0.5 W'],
    ['soll 80 % nicht unterschreiten', '[80 %] min 80 %'],
    ['5 Jahre oder mehr', '[5 Jahre] min 5 year'],
    ['30 °C und weniger', '[30 °C] max 30 °C'],
    ['Mindestlaufzeit von 5 Jahren', '[5 Jahren] min 5 year'],
    ['Mindestanteil: 50 %', '[50 %] min 50 %'],
    ['Obergrenze 10 g/l', '[10 g/l] max 10 g/l'],
    ['ca. 20 m', '[20 m] about 20 m'],
    ['etwa 3 Stück', '[3 Stück] about 3 piece'],
    ['80 g/m² ± 4 %', '[80 g/m²] exact 80 g/m²', '[4 %] about 4 %'],
    ['5 bis 10 Jahre', '[5 bis 10 Jahre] range 5..10 year'],
    ['5–10 Jahre, 5-10 %, 20…25 °C', '[5–10 Jahre] range 5..10 year', '[5-10 %] range 5..10 %', '[20…25 °C] range 20..25 °C'],
    ['zwischen 5 und 10 Jahren', '[5 und 10 Jahren] range 5..10 year'],
    ['von 5 % bis zu 10 %', '[5 % bis zu 10 %] range 5..10 %'],
    ['6 Monate bis 2 Jahre', '[6 Monate bis 2 Jahre] range 0.5..2 year'],
    ['-20 °C bis 60 °C', '[20 °C bis 60 °C] range -20..60 °C'],
    [
      '1.000.000 h, 50 000 h, 1.000 h und 50\u202f000 h',
      '[1.000.000 h] exact 1000000 hour',
      '[50 000 h] exact 50000 hour',
      '[1.000 h] exact 1000 hour',
      '[50\u202f000 h] exact 50000 hour',
    ],
    ["1'250 kg", "[1'250 kg] exact 1250 kg"],
    ['1.250 kg und 1,250 kg', '[1.250 kg] exact 1250 kg', '[1,250 kg] exact 1.25? kg'],
    ['1.000,5 kWh', '[1.000,5 kWh] exact 1000.5 kWh'],
    ['1,5 Mio. € netto', '[1,5 Mio. €] exact 1500000 EUR'],
    ['zwei Jahre, ein halbes Jahr, ein Jahr', '[zwei Jahre] exact 2 year', '[halbes Jahr] exact 0.5 year', '[ein Jahr] exact 1 year'],
    ['zwölf (12) Monate', '[zwölf (12) Monate] exact 12 month'],
    ['zwei Drittel, ein Viertel und die Hälfte', '[zwei Drittel] exact 66.6667 %', '[ein Viertel] exact 25 %', '[Hälfte] exact 50 %'],
    ['½ Jahr und 2 ½ Stunden', '[½ Jahr] exact 0.5 year', '[2 ½ Stunden] exact 2.5 hour'],
    [
      '5-jährige Garantie, 100-prozentig, 24monatige Laufzeit',
      '[5-jährige] exact 5 year',
      '[100-prozentig] exact 100 %',
      '[24monatige] exact 24 month',
    ],
    ['100%, 100\u00a0%, 100 Gew.-%', '[100%] exact 100 %', '[100\u00a0%] exact 100 %', '[100 Gew.-%] exact 100 %'],
    ['5W, 80g/m², 10m²', '[5W] exact 5 W', '[80g/m²] exact 80 g/m²', '[10m²] exact 10 m²'],
    ['800 Ladezyklen und 1.000 Zyklen', '[800 Ladezyklen] exact 800 cycle', '[1.000 Zyklen] exact 1000 cycle'],
    [
      '500 lx, 4.000 K, 120 lm/W, 300 cd/m²',
      '[500 lx] exact 500 lx',
      '[4.000 K] exact 4000 K',
      '[120 lm/W] exact 120 lm/W',
      '[300 cd/m²] exact 300 cd/m²',
    ],
    [
      '15 kWh/100 km, 100 kWh pro Jahr, 50 kWh/a',
      '[15 kWh/100 km] exact 15 kWh/100 km',
      '[100 kWh pro Jahr] exact 100 kWh/year',
      '[50 kWh/a] exact 50 kWh/year',
    ],
    ['Druckgeschwindigkeit mindestens 30 ppm', '[30 ppm] min 30 page/min'],
    ['Bleigehalt höchstens 90 ppm', '[90 ppm] max 90? ppm'],
    ['Das Gerät braucht 5 min. Es ist leise.', '[5 min] exact 5 minute'],
    ['Stufe 3 min. 5 Jahre', '[5 Jahre] min 5 year'],
    ['2 t Salz, 8 GB, 2,4 GHz', '[2 t] exact 2 t', '[8 GB] exact 8 GB', '[2,4 GHz] exact 2.4 GHz'],
    ['mindestens 3 Referenzen', '[3] min 3'],
    ['ca. 25 x 105 cm und 40x100 cm', '[105 cm] exact 105 cm', '[100 cm] exact 100 cm'],
    ['höchstens 2,5 × 10^11 und höchstens 2,5*10¹¹', '[2,5 × 10^11] max 250000000000', '[2,5*10¹¹] max 250000000000'],
    ['Grenzwert von 5 mg/kg, Höchstgehalt: 3 %', '[5 mg/kg] max 5 mg/kg', '[3 %] max 3 %'],
    ['80 %+', '[80 %] min 80 %'],
    ['24" Monitor', '[24"] exact 24 inch'],
    ['mindestens\n   5\n   Jahre', '[5\n   Jahre] min 5 year'],
  ];
  for (const [text, ...expected] of cases) it(text, () => assert.deepEqual(read(text), expected));
});

describe('quantities in English', () => {
  const cases: [text: string, ...expected: string[]][] = [
    ['spare parts shall be available for at least 5 years', '[5 years] min 5 year'],
    ['no more than 0.5 W in standby', '[0.5 W] max 0.5 W'],
    ['battery retains ≥ 80 % after 800 full charge cycles', '[80 %] min 80 %', '[800 full charge cycles] exact 800 cycle'],
    ['minimum 50 % recycled content (post-consumer)', '[50 %] min 50 %'],
    ['a minimum of 30 percent', '[30 percent] min 30 %'],
    ['must not exceed 1,250 kWh', '[1,250 kWh] max 1250 kWh'],
    ['must not fall below 65 %', '[65 %] min 65 %'],
    ['up to 10 mg/kg or less', '[10 mg/kg] max 10 mg/kg'],
    ['1.250 kg', '[1.250 kg] exact 1.25? kg'],
    ['between 5 and 10 years, 5 to 10 days', '[5 and 10 years] range 5..10 year', '[5 to 10 days] range 5..10 day'],
    ['within 5 business days', '[5 business days] max 5 working-day'],
    ['two years or more', '[two years] min 2 year'],
    ['approximately 3 metres', '[3 metres] about 3 m'],
    ['less than 40 decibels', '[40 decibels] max 40 dB'],
  ];
  for (const [text, ...expected] of cases) it(text, () => assert.deepEqual(read(text, 'en'), expected));
});

describe('what is no quantity', () => {
  const texts = `am 01.10.2025 um 08:00 Uhr; bis 31.12.2026; ab 2026; unter 4.2; Abschnitt 2.4.120; § 34 Abs. 2; DIN EN 12464-1; 14a; Seiten 5-10; A4; 24/7; UZ 78;
    Los 3 und Los 4; Mindestanforderungen 6; Hochstraße 48; im Jahr „1988”; 5 + 3; 8+; 25 x 105; eine Garantie; zwei Angebote; Klasse 5 A; 100 K; Anlage 1 bis 3; Tel. 0123 4567; 12345 Musterstadt; 2025-26; Viertel der Stadt; 4.2.1 t`;
  for (const text of texts.split(';')) it(text.trim(), () => assert.deepEqual(read(text.trim()), []));
});

describe('comparators', () => {
  it('are pointed at', () => {
    const text = 'Der Anteil beträgt nicht weniger als 50 %.';
    const tokens = matcher.tokenise(text, 0, text.length);
    const [quantity] = readQuantities(text, 0, tokens, matcher, 'de');
    assert.equal(text.slice(tokens.start[quantity!.comparatorToken], quantity!.end), 'nicht weniger als 50 %');
  });
  it('do not reach over the end of a sentence or a bracket', () => {
    assert.deepEqual(read('Es gilt mindestens. 5 Jahre dauert es.'), ['[5 Jahre] exact 5 year']);
    assert.deepEqual(read('(mindestens) 5 Jahre'), ['[5 Jahre] exact 5 year']);
  });
});

describe('numbers', () => {
  const cases: [written: string, language: Language, value: number | undefined, ambiguous?: boolean][] = [
    ['1.000', 'de', 1000],
    ['1,000', 'de', 1, true],
    ['1,000', 'en', 1000],
    ['1.000', 'en', 1, true],
    ['0.125', 'de', 0.125],
    ['0,125', 'en', 0.125],
    ['12,5', 'en', 12.5],
    ['1.234.567', 'en', 1234567],
    ['1.234,56', 'en', 1234.56],
    ['1,234.56', 'de', 1234.56],
    ["1'000", 'de', 1000],
    ['2.4.120', 'de', undefined],
    ['01.10.2025', 'de', undefined],
  ];
  for (const [written, language, value, ambiguous = false] of cases) {
    it(`${written} (${language})`, () =>
      assert.deepEqual(parseNumber(written, language), value === undefined ? undefined : { value, ambiguous }));
  }
});

describe('units', () => {
  it('lead to the base of their dimension', () => {
    assert.equal(toBase(24, 'month'), toBase(2, 'year'));
    assert.equal(toBase(1000, 'W'), toBase(1, 'kW'));
    assert.equal(toBase(3.6, 'MJ'), toBase(1, 'kWh'));
    assert.equal(toBase(6.3, 'B(A)'), toBase(63, 'dB(A)'));
    assert.equal(toBase(1, 'g/l'), toBase(1000, 'mg/l'));
    assert.equal(toBase(1, 'no such unit'), undefined);
  });
  it('have the dimensions the catalogue speaks of', () => {
    for (const dimension of [
      'time',
      'ratio',
      'power',
      'energy',
      'sound',
      'count',
      'mass',
      'length',
      'money',
      'concentration',
      'area',
      'number',
    ]) {
      assert.ok(dimensions.includes(dimension), dimension);
    }
  });
});
