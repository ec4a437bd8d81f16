import assert from 'node:assert/strict';
import { compileMatcher } from '../../../server/src/core/match/matcher';
import { readStandards } from '../../../server/src/core/match/standards';

const { matcher } = compileMatcher([]);

/** Standards as `name`, `name:edition`, with ` (draft)`. */
function read(text: string): string[] {
  const tokens = matcher.tokenise(text, 0, text.length);
  return readStandards(text, 0, tokens, matcher).map((mention) => {
    assert.ok(mention.firstToken <= mention.lastToken && mention.end <= text.length);
    assert.ok(mention.name.endsWith(mention.number));
    return `${mention.name}${mention.edition === '' ? '' : `:${mention.edition}`}${mention.draft ? ' (draft)' : ''}`;
  });
}

describe('standards', () => {
  const cases: [text: string, ...expected: string[]][] = [
    ['nach DIN EN ISO 9706:2010-02 gefertigt', 'DIN EN ISO 9706:2010-02'],
    ['DIN EN\n50164-5 und DIN\n   18014', 'DIN EN 50164-5', 'DIN 18014'],
    ['DIN EN12464- 1', 'DIN EN 12464-1'],
    ['DIN19573', 'DIN 19573'],
    ['VDE 0105- 100:2015-10', 'VDE 0105-100:2015-10'],
    ['DIN 18014 2007-09 und VDI 6022 2021--06', 'DIN 18014:2007-09', 'VDI 6022:2021--06'],
    ['EN 71 (2013), EN 71-3:2013+A1', 'EN 71:2013', 'EN 71-3:2013'],
    ['DIN EN 12464-1 und -2', 'DIN EN 12464-1', 'DIN EN 12464-2'],
    ['DIN EN 12464-1, DIN EN 1335-1 sowie DIN 4102.', 'DIN EN 12464-1', 'DIN EN 1335-1', 'DIN 4102'],
    ['ATV DIN 18299', 'DIN 18299'],
    ['E DIN 18533 und prEN 1234 und FprEN 999', 'DIN 18533 (draft)', 'EN 1234 (draft)', 'EN 999 (draft)'],
    ['ÖNORM EN ISO 14001 und SN EN 71', 'ÖNORM EN ISO 14001', 'SN EN 71'],
    ['ISO/IEC 27001, ISO IEC 27002, DIN EN ISO/IEC 17025', 'ISO/IEC 27001', 'ISO/IEC 27002', 'DIN EN ISO/IEC 17025'],
    [
      'DIN CEN/TS 16516, DIN SPEC 91345, DIN VDE 0100-600, DIN V 18599-1',
      'DIN CEN/TS 16516',
      'DIN SPEC 91345',
      'DIN VDE 0100-600',
      'DIN V 18599-1',
    ],
    ['ETSI EN 301 549 und EN 301 549', 'ETSI EN 301 549', 'EN 301 549'],
    ['IEEE 802.11ac, IEEE 802.3', 'IEEE 802.11', 'IEEE 802.3'],
    ['ASTM D6400, ASTM D 6400-04', 'ASTM D6400', 'ASTM D6400-04'],
    ['BS EN 71, BS 5852, NF EN 124, UL 94, IEC 60950-1', 'BS EN 71', 'BS 5852', 'NF EN 124', 'UL 94', 'IEC 60950-1'],
    ['DIN-Norm 18040-1, VDI-Richtlinie 6022 Blatt 1, DIN Nr. 276', 'DIN 18040-1', 'VDI 6022-1', 'DIN 276'],
    ['VDE-AR-N 4105', 'VDE-AR-N 4105'],
    ['DIN VDE 0185 Teil 3', 'DIN VDE 0185-3'],
    ['DIN-EN-ISO 9001', 'DIN EN ISO 9001'],
    ['DIN 18014 Ausgabe 2007-09', 'DIN 18014:2007-09'],
    ['ISO 9706-2010, DIN 276-2018-12', 'ISO 9706:2010', 'DIN 276:2018-12'],
    ['DIN EN 1852-1/A1 gilt', 'DIN EN 1852-1'],
    ['DIN EN 60670 VDE 0606-1 und DIN 49073', 'DIN EN 60670', 'VDE 0606-1', 'DIN 49073'],
    ['DIN EN 50678 (VDE 0702)', 'DIN EN 50678', 'VDE 0702'],
    ['EMAS oder ISO 14001', 'ISO 14001'],
    ['VDE/DIN 48801', 'DIN 48801'],
    ['Papier nach ISO 216', 'ISO 216'],
    ['DIN 5035 - 8 Lampen', 'DIN 5035'],
    ['DIN EN 60335-2-9', 'DIN EN 60335-2-9'],
    ['DIN EN 1992-1-1 (Eurocode)', 'DIN EN 1992-1-1'],
  ];
  for (const [text, ...expected] of cases) it(JSON.stringify(text), () => assert.deepEqual(read(text), expected));
});

describe('what is no standard', () => {
  const texts = `DIN A4; DIN A 4; im DIN-Format; ISO-Weiße 100; Weißgrad ISO 100; whiteness of ISO 90; ISO 100 Helligkeit; CIE-Weiße nach ISO 150; ISO-Datei; VDE-Zeichen; UL-Zeichen;
    UL; EN; Sprache: DE/EN 20 Seiten; Sprachen DE, EN; SN 123456; din 1234 klein; Deutsch / EN; DIN; ISO; nach DIN. 5 Stück; BS 12; HD 1080; ISO 9; Film mit ISO 400; EN 3; VDI e. V.; DIN EN`;
  for (const text of texts.split(';')) it(text.trim(), () => assert.deepEqual(read(text.trim()), []));
});

describe('a standard', () => {
  it('covers prefix, number and edition', () => {
    const text = 'Es gilt E DIN EN ISO 9706:2010-02 für Papier.';
    const tokens = matcher.tokenise(text, 0, text.length);
    const [mention] = readStandards(text, 0, tokens, matcher);
    assert.equal(text.slice(mention!.start, mention!.end), 'E DIN EN ISO 9706:2010-02');
    assert.equal(mention!.prefix, 'DIN EN ISO');
    assert.equal(mention!.number, '9706');
  });
  it('of VOB/C keeps ATV in its prefix only', () => {
    const text = 'ATV DIN 18299';
    const [mention] = readStandards(text, 0, matcher.tokenise(text, 0, text.length), matcher);
    assert.deepEqual([mention!.prefix, mention!.name], ['ATV DIN', 'DIN 18299']);
  });
});
