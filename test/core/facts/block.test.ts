import assert from 'node:assert/strict';
import { isNormative, requirementAt } from '../../../server/src/core/facts/spec';
import type { TextFormat } from '../../../server/src/core/text/model';
import { analysed } from './analysed';

/** What the last block of the text says; headings in front only give it a section. */
function last(text: string, format?: TextFormat) {
  const analysis = analysed(text, format);
  const { blocks, starts } = analysis.document;
  const block = blocks.length - 1;
  const facts = analysis.spec.facts[block];
  const words = ({ start, end }: { start: number; end: number }) =>
    analysis.document.text.slice(starts[block] + start, starts[block] + end);
  return { analysis, block, facts, words };
}

/** `kind "words"`, with `= text` where the text differs, `?` when doubtful. */
function mentions(text: string): string[] {
  const { facts, words } = last(text);
  return facts.mentions.map(
    (m) => `${m.kind} "${words(m)}"${words(m) === m.text ? '' : ` = ${m.text}`}${m.doubtful ? '?' : ''} in ${m.sentence}`,
  );
}

describe('labels, standards and brands of a block', () => {
  const cases: [text: string, ...expected: string[]][] = [
    ['Der Blaue Engel gilt.', 'label "Blaue Engel" in 0'],
    ['Der Blaue Engel (DE-UZ 194) gilt.', 'label "Blaue Engel (DE-UZ 194)" in 0'],
    ['Das Zeichen (DE-UZ 194) gilt.', 'label "DE-UZ 194" in 0'],
    ['Der Blaue\nEngel gilt.', 'label "Blaue\nEngel" = Blaue Engel in 0'],
    ['Die Ware ist weiß. Der Blaue Engel gilt.', 'label "Blaue Engel" in 1'],
    ['Es gilt DIN EN 1335-1:2020-08.', 'standard "DIN EN 1335-1:2020-08" = DIN EN 1335-1 in 0'],
    ['Es gilt ISO 14001.', 'label "ISO 14001" in 0'],
    ['Es gilt DIN EN ISO 14001.', 'label "DIN EN ISO 14001" in 0'],
    ['Geräte von Lenovo und Dell.', 'brand "Lenovo" in 0', 'brand "Dell" in 0'],
    ['Geräte von Lenovo Dell.', 'brand "Lenovo Dell" in 0'],
    ['Geräte mit Intel® Core™ i7.', 'brand "Intel® Core™ i7" in 0'],
    ['Geräte mit Quarzolin®.', 'brand "Quarzolin®" = Quarzolin in 0'],
    ['Geräte mit Quarzolin™ und Brennolin (TM).', 'brand "Quarzolin™" = Quarzolin in 0', 'brand "Brennolin (TM)" = Brennolin in 0'],
    ['Geräte mit 3-fach.Quarz-2.0®.', 'brand "3-fach.Quarz-2.0®" = 3-fach.Quarz-2.0 in 0'],
    ['® allein.'],
    ['Die Ware ist weiß. Mit Quarzolin®.', 'brand "Quarzolin®" = Quarzolin in 1'],
    ['Fabrikat: Quarzolin', 'brand "Fabrikat: Quarzolin" = Quarzolin in 0'],
    ['Fabrikat : Quarzolin', 'brand "Fabrikat : Quarzolin" = Quarzolin in 0'],
    ['Fabrikat = Quarzolin', 'brand "Fabrikat = Quarzolin" = Quarzolin in 0'],
    ['Fabrikat und Typ: Quarzolin 7', 'brand "Fabrikat und Typ: Quarzolin 7" = Quarzolin 7 in 0'],
    ['Fabrikat bzw. Typ: Quarzolin 7', 'brand "Fabrikat bzw. Typ: Quarzolin 7" = Quarzolin 7 in 0'],
    ['Fabrikat / Typ: „Quarzolin 7“', 'brand "Fabrikat / Typ: „Quarzolin 7" = Quarzolin 7 in 0'],
    ['Fabrikat: Quarzolin (od. gleichw.)', 'brand "Fabrikat: Quarzolin" = Quarzolin in 0'],
    ['Fabrikat: Quarzolin, oder vergleichbar', 'brand "Fabrikat: Quarzolin" = Quarzolin in 0'],
    ['Fabrikat: Quarzolin or equivalent', 'brand "Fabrikat: Quarzolin" = Quarzolin in 0'],
    ['Fabrikat: Quarzolin; Farbe: weiß', 'brand "Fabrikat: Quarzolin" = Quarzolin in 0'],
    ['Fabrikat: Quarzolin | weiß', 'brand "Fabrikat: Quarzolin" = Quarzolin in 0'],
    ['Fabrikat: Quarzolin\nFarbe weiß', 'brand "Fabrikat: Quarzolin" = Quarzolin in 0'],
    ['Fabrikat Quarzolin', 'brand "Fabrikat Quarzolin" = Quarzolin in 0'],
    ['Fabrikat Quarzolin Plus 300 weiß', 'brand "Fabrikat Quarzolin Plus 300" = Quarzolin Plus 300 in 0'],
    ['Fabr. Quarzolin', 'brand "Fabr. Quarzolin" = Quarzolin in 0'],
    ['Leitfabrikat Quarzolin', 'brand "Leitfabrikat Quarzolin" = Quarzolin in 0'],
    ['Typ Quarzolin'],
    ['Typ: Quarzolin', 'brand "Typ: Quarzolin" = Quarzolin in 0'],
    ['Typ: A'],
    ['Typ: AB3'],
    ['Typ: A340'],
    ['Fabrikat: A340', 'brand "Fabrikat: A340" = A340 in 0'],
    ['Fabrikat: quarzolin'],
    ['Fabrikat: 340'],
    ['Fabrikat: ________'],
    ['Fabrikat: ..........'],
    ['Fabrikat: [   ]'],
    ['Fabrikat: nach Wahl'],
    ['Fabrikat: freigestellt'],
    ['Fabrikat: Siehe Anlage'],
    ['Fabrikat: Angabe des Bieters'],
    ['Fabrikat: Des Bieters'],
    ['Fabrikat: to be named'],
    ['Fabrikat: N/A'],
    ['Fabrikat:'],
    ['Angebotenes Fabrikat: Quarzolin'],
    ['Papierfabrikat wird geliefert.'],
  ];
  for (const [text, ...expected] of cases) it(text.replace('\n', '⏎'), () => assert.deepEqual(mentions(text), expected));

  it('a common word is a brand only with marker, sign or number', () => {
    assert.deepEqual(mentions('Es ist ein Apple Gerät.'), ['brand "Apple"? in 0']);
    assert.deepEqual(mentions('Es ist ein Apple 12 Gerät.'), ['brand "Apple" in 0']);
    assert.deepEqual(mentions('Es ist ein Apple-X12 Gerät.'), ['brand "Apple" in 0']);
    assert.deepEqual(mentions('Es ist ein Apple® Gerät.'), ['brand "Apple®" = Apple in 0']);
    assert.deepEqual(mentions('Hersteller: Apple'), ['brand "Hersteller: Apple" = Apple in 0']);
    assert.deepEqual(mentions('Es ist ein Apple Lenovo Gerät.'), ['brand "Apple Lenovo" in 0']);
    assert.deepEqual(mentions('Es ist ein Apple Bose Gerät.'), ['brand "Apple Bose"? in 0']);
  });
});

/** `item: sentence` for each sentence of the last block. */
function sentences(text: string, format?: TextFormat): string[] {
  const { facts, words } = last(text, format);
  return facts.sentences.map((s) => `${s.item}: ${words(s).replace(/\s+/g, ' ')}`);
}

describe('sentences and items of a block', () => {
  const table = (row: string) => `| A | B |\n|---|---|\n${row}`;
  const html = (cell: string) => `<table><tr><th>A</th></tr>\n<tr><td>${cell}</td></tr></table>`;
  it('a paragraph', () => assert.deepEqual(sentences('Es ist weiß. Es ist neu.'), ['0: Es ist weiß', '0: Es ist neu']));
  it('a list item without its bullet', () => assert.deepEqual(sentences('- Es ist weiß'), ['0: Es ist weiß']));
  it('a numbered item without its number', () => assert.deepEqual(sentences('3. Es ist weiß'), ['0: Es ist weiß']));
  it('a heading', () => assert.deepEqual(sentences('## Es ist weiß'), ['0: Es ist weiß']));
  it('cells end sentences', () => assert.deepEqual(sentences(table('| Papier | weiß, neu |')), ['0: Papier', '0: weiß, neu']));
  it('one letter is one item', () => assert.deepEqual(sentences(table('| Papier | a) weiß |')), ['0: Papier', '1: a) weiß']));
  it('HTML paragraphs and breaks end sentences', () => {
    assert.deepEqual(sentences(html('<p>Papier weiß</p><p>Karton neu</p>')), ['0: Papier weiß', '0: Karton neu']);
    assert.deepEqual(sentences(html('Papier weiß<br>Karton neu<br/>Pappe')), ['0: Papier weiß', '0: Karton neu', '0: Pappe']);
  });
  it('HTML list items are items', () =>
    assert.deepEqual(sentences(html('Papier<ul><li>weiß</li><li>neu. Schön</li></ul>')), ['0: Papier', '1: weiß', '2: neu', '2: Schön']));
  it('numbers and bullets begin items as well as letters', () => {
    assert.deepEqual(sentences(table('| 12) Papier | • weiß |')), ['1: 12) Papier', '2: weiß']);
    assert.deepEqual(sentences(table('| Papier (a) weiß | b weiß |')), ['0: Papier (a) weiß', '0: b weiß']);
  });
  it('columns whose cells run over several lines are read one after the other', () => {
    const rows = [
      'Nr   Ware                     Anforderung',
      '1    Papier                   neu',
      '2    Notebooks für die        Geräte von Lenovo mit',
      '     Schulen der Stadt        a) großem Akku. Neu',
      '                              (b) gutem Bildschirm',
    ];
    const { facts } = last(`Leistungsbeschreibung\n\n${rows.join('\n')}\n`, 'plaintext');
    assert.equal(facts.words, 18);
    assert.deepEqual(
      facts.sentences.map(({ item }) => item),
      [0, 0, 0, 1, 1, 2],
    );
    assert.deepEqual(
      facts.mentions.map(({ text, sentence }) => [text, sentence]),
      [['Lenovo', 2]],
    );
  });
  it('what is struck or code is not read', () => {
    assert.deepEqual(sentences('Es ~~war~~ ist `sehr` weiß.'), ['0: Es ~~war~~ ist `sehr` weiß']);
    assert.equal(last('Es ~~war~~ ist `sehr` weiß.').facts.words, 3);
  });
  it('code, comments and front matter say nothing', () => {
    for (const text of ['```\nDer Blaue Engel.\n```', '<!-- Der Blaue Engel. -->', '---\ntitle: Der Blaue Engel\n---']) {
      const { facts } = last(text);
      assert.deepEqual([facts.words, facts.sentences, facts.mentions], [0, [], []], text);
    }
  });
  it('quotations are kept where something is found', () => {
    const quoted = (text: string) => last(text).facts.quotations.map((q) => last(text).words(q));
    assert.deepEqual(quoted('Der „Blaue Engel“ und "EU Ecolabel" und »FSC« und «GOTS» und “TCO”.'), [
      '„Blaue Engel“',
      '"EU Ecolabel"',
      '»FSC«',
      '«GOTS»',
      '“TCO”',
    ]);
    assert.deepEqual(quoted('Das „Wort“ allein.'), []);
    assert.deepEqual(quoted('Der Blaue Engel auf 24" ist größer als 19" hoch.'), []);
  });
});

describe('what binds anybody', () => {
  /** Is the first sentence of the last block a demand? */
  function binds(text: string, format?: TextFormat): boolean {
    const { analysis, block } = last(text, format);
    return isNormative(analysis.spec, requirementAt(analysis.spec, block, 0));
  }
  const under = (heading: string, text: string) => `# A\n\n## ${heading}\n\n${text}`;
  const all = [
    'Hintergrund',
    'Gegenstand',
    'Farben',
    'Eignung',
    'Leistungsbeschreibung',
    'Zuschlagskriterien',
    'Ausführungsbedingungen',
    'Nachweise',
  ];
  /** Sections in which the text binds. */
  const where = (text: string) => all.filter((heading) => binds(under(heading, text)));
  const but = (...out: string[]) => all.filter((heading) => !out.includes(heading));

  it('a modal verb, everywhere but in the background', () => {
    for (const text of [
      'Die Ware muss weiß sein.',
      'Die Ware soll weiß sein.',
      'The goods shall be white.',
      'Der Auftragnehmer liefert weiß.',
    ])
      assert.deepEqual(where(text), but('Hintergrund'), text);
  });
  it('present tense where demands stand', () => assert.deepEqual(where('Die Ware ist weiß.'), but('Hintergrund', 'Gegenstand', 'Farben')));
  it('what exists today, nowhere', () => assert.deepEqual(where('Derzeit ist die Ware weiß.'), []));
  it('what exists today but is demanded', () => assert.deepEqual(where('Die vorhandene Ware muss weiß sein.'), but('Hintergrund')));
  it('what exists today and should be, is no demand', () => assert.deepEqual(where('Die derzeit weiße Ware soll es bleiben.'), []));
  it('a list item', () => assert.deepEqual(where('- weiß'), but('Hintergrund', 'Farben')));
  it('a list item where nothing is known, with a demand above it', () => {
    assert.ok(binds(under('Farben', 'Die Ware muss:\n\n- weiß sein')));
    assert.ok(binds(under('Farben', 'Die Ware soll:\n\n- weiß sein')));
    assert.ok(binds(under('Farben', 'Der Auftragnehmer liefert:\n\n- weiße Ware')));
    assert.ok(!binds(under('Farben', 'Die Ware ist:\n\n- weiß')));
    assert.ok(binds('Die Ware muss:\n\n- weiß sein'));
  });
  it('a table row', () => assert.deepEqual(where('| A |\n|---|\n| weiß |'), but('Hintergrund')));
  it('no heading, no head of a table', () => {
    assert.ok(!binds('# A\n\n## Leistungsbeschreibung\n\n### Die Ware muss weiß sein'));
    assert.ok(!binds(under('Leistungsbeschreibung', '| Die Ware muss weiß sein |\n|---|')));
  });
  it('no quotation, unless all is quoted', () => {
    assert.ok(!binds(under('Leistungsbeschreibung', 'Die Ware ist neu.\n\nDie Ware ist neu.\n\n> Die Ware muss weiß sein.')));
    assert.ok(binds('> Die Ware ist neu.\n>\n> Die Ware muss weiß sein.'));
  });
  it('a position of a bill of quantities, whatever it says', () => {
    const positions = '1.1.10 Leuchte\nDerzeit weiß.\n4 St\n\n1.1.20 Rohr\nRohr neu.\n2 m\n\n1.1.30 Rohr\nDerzeit weiß.\n2 m\n';
    assert.ok(binds(`Aufstellung\n\n${positions}`, 'plaintext'));
  });
});

describe('requirements', () => {
  /** First and last sentence of the requirement that each sentence of the last block belongs to. */
  function units(text: string): string[] {
    const { analysis, block, facts } = last(text);
    return facts.sentences.map((_, i) => {
      const { firstSentence, lastSentence } = requirementAt(analysis.spec, block, i);
      return `${firstSentence}-${lastSentence}`;
    });
  }
  const table = (row: string) => `| A | B |\n|---|---|\n${row}`;
  it('each sentence of a paragraph', () => assert.deepEqual(units('Es ist weiß. Es ist neu. Es ist da.'), ['0-0', '1-1', '2-2']));
  it('a list item', () => assert.deepEqual(units('- Es ist weiß. Es ist neu. Es ist da.'), ['0-2', '0-2', '0-2']));
  it('a row', () => assert.deepEqual(units(table('| Papier | weiß. Neu. |')), ['0-2', '0-2', '0-2']));
  it('each item of a row', () =>
    assert.deepEqual(units('<table><tr><th>A</th></tr>\n<tr><td>Papier<ul><li>weiß</li><li>neu. Schön</li></ul></td></tr></table>'), [
      '0-0',
      '1-1',
      '2-3',
      '2-3',
    ]));
  it('each sentence of a long row or item', () => {
    const long = 'Es ist weiß. '.repeat(26);
    assert.deepEqual(units(`- ${long}`)[0], '0-25');
    assert.deepEqual(units(`- ${long}Es ist neu.`).slice(0, 2), ['0-0', '1-1']);
    assert.deepEqual(units(table(`| ${long} | Es ist neu. |`)).slice(0, 2), ['0-0', '1-1']);
  });
});
