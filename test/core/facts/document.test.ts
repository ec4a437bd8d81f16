import assert from 'node:assert/strict';
import { detectLanguage } from '../../../server/src/core/facts/language';
import { standardRecord } from '../../../server/src/core/facts/standards';
import { builtIn } from '../../builtIn';
import { analysed, wordsOf } from './analysed';

describe('language of a text', () => {
  const german = 'Die Ware ist mit dem Wagen zu liefern. ';
  const english = 'The goods shall be delivered with the van. ';
  const cases: [title: string, text: string, language: 'de' | 'en'][] = [
    ['German', german, 'de'],
    ['English', english, 'en'],
    ['nothing', '', 'de'],
    ['as much of both', 'die der the of', 'de'],
    ['words that belong to neither', 'Notebook Monitor Server', 'de'],
    ['a German foreword above an English text', german.repeat(100) + english.repeat(800), 'en'],
    ['an English foreword above a German text', english.repeat(100) + german.repeat(800), 'de'],
    ['what stands beyond the sample does not count', english.repeat(150) + 'x '.repeat(40_000) + german.repeat(2_000), 'en'],
  ];
  for (const [title, text, language] of cases) it(title, () => assert.equal(detectLanguage(text), language));
});

describe('slots of sections', () => {
  /** `heading: slot` for each section. */
  function slots(text: string): string[] {
    const analysis = analysed(text);
    return analysis.spec.outline.sections.flatMap(({ heading }, i) =>
      heading < 0 ? [] : [`${wordsOf(analysis, heading)}: ${analysis.spec.slots[i]}`],
    );
  }

  it('of each kind, the title aside', () => {
    const headings = [
      'Hintergrund',
      'Gegenstand',
      'Eignung',
      'Leistungsbeschreibung',
      'Zuschlagskriterien',
      'Ausführungsbedingungen',
      'Nachweise',
      'Farben',
    ];
    const kinds = ['context', 'subject', 'selection', 'specification', 'award', 'performance', 'evidence', 'unknown'];
    assert.deepEqual(slots(`# Leistungsbeschreibung\n\n${headings.map((h) => `## ${h}`).join('\n\n')}\n`), [
      'Leistungsbeschreibung: unknown',
      ...headings.map((h, i) => `${h}: ${kinds[i]}`),
    ]);
  });

  it('pass on to sections inside, which may have their own', () => {
    assert.deepEqual(slots('# A\n\n## Eignung\n\n### Farben\n\n#### Nachweise\n\n### Formen\n\n## Farben\n'), [
      'A: unknown',
      'Eignung: selection',
      'Farben: selection',
      'Nachweise: evidence',
      'Formen: selection',
      'Farben: unknown',
    ]);
  });

  it('a heading alone, or one beside others, is no title', () => {
    assert.deepEqual(slots('# Leistungsbeschreibung\n'), ['Leistungsbeschreibung: specification']);
    assert.deepEqual(slots('# Leistungsbeschreibung\n\n# Eignung\n'), ['Leistungsbeschreibung: specification', 'Eignung: selection']);
    assert.deepEqual(slots('# Leistungsbeschreibung\n\n## Farben\n\n# Eignung\n'), [
      'Leistungsbeschreibung: specification',
      'Farben: specification',
      'Eignung: selection',
    ]);
    assert.deepEqual(slots('## Leistungsbeschreibung\n\n# Eignung\n'), ['Leistungsbeschreibung: specification', 'Eignung: selection']);
  });

  it('words above the title do not make it less of one', () => {
    assert.deepEqual(slots('Die Stadt.\n\n# Leistungsbeschreibung\n\n## Eignung\n'), [
      'Leistungsbeschreibung: unknown',
      'Eignung: selection',
    ]);
  });

  it('takes a lot for a piece of the specification, unless the chapter around it says otherwise', () => {
    assert.deepEqual(slots('# A\n\n## Los 1 – Stühle\n\n## Gegenstand\n\n### Los 2\n\n## Zuschlagskriterien\n\n### Los 2\n\n## Lose\n'), [
      'A: unknown',
      'Los 1 – Stühle: specification',
      'Gegenstand: subject',
      'Los 2: specification',
      'Zuschlagskriterien: award',
      'Los 2: award',
      'Lose: subject',
    ]);
  });

  it('of two words the more special decides, of equal ones the last', () => {
    assert.deepEqual(slots('# Anforderungen an die Eignung\n'), ['Anforderungen an die Eignung: selection']);
    assert.deepEqual(slots('# Eignung und Anforderungen\n'), ['Eignung und Anforderungen: selection']);
    assert.deepEqual(slots('# Gegenstand und Leistungsbeschreibung\n'), ['Gegenstand und Leistungsbeschreibung: subject']);
    assert.deepEqual(slots('# Hintergrund und Gegenstand\n'), ['Hintergrund und Gegenstand: subject']);
    assert.deepEqual(slots('# Eignung und Zuschlag\n'), ['Eignung und Zuschlag: award']);
    assert.deepEqual(slots('# Zuschlag und Hintergrund\n'), ['Zuschlag und Hintergrund: award']);
  });
});

describe('regime named in prose', () => {
  const cases: [text: string, regime: string | undefined][] = [
    ['Offenes Verfahren nach § 15 VgV.', 'vgv'],
    ['Öffentliche Ausschreibung nach § 9 UVgO.', 'uvgo'],
    ['Öffentliche Ausschreibung nach § 3 VOB/A.', 'vob-a'],
    ['Offenes Verfahren nach § 3 EU VOB/A.', 'vob-a-eu'],
    ['Offenes Verfahren nach § 14 SektVO.', 'sektvo'],
    ['Das Verfahren richtet sich nach der KonzVgV.', 'konzvgv'],
    ['Offenes Verfahren nach § 15 VgV. Öffentliche Ausschreibung nach § 9 UVgO.', undefined],
    ['Offenes Verfahren nach § 3 EU VOB/A. Öffentliche Ausschreibung nach § 3 VOB/A.', 'vob-a-eu'],
    ['Die Ware ist zu liefern.', undefined],
  ];
  for (const [text, regime] of cases) it(`${text} ${regime}`, () => assert.equal(analysed(`# A\n\n${text}\n`).context.regime, regime));

  it('gives way to the regime given', () =>
    assert.equal(analysed('Offenes Verfahren nach § 15 VgV.\n', 'markdown', { regime: 'uvgo' }).context.regime, 'uvgo'));
});

describe('product groups of a document', () => {
  /** `group "words marked" in block`. */
  function groups(text: string, products?: readonly string[]): string[] {
    const analysis = analysed(text, 'markdown', products ? { products } : {});
    const { document } = analysis;
    return analysis.products.map(({ id, block, start, end, given }) => {
      const at = document.starts[block] ?? 0;
      return `${id} "${document.text.slice(at + start, at + end)}" ${block}${given ? ' given' : ''}`;
    });
  }
  const filler = 'Die Stadt ist groß.\n\n'.repeat(6);

  it('a title is enough, at each depth', () => {
    assert.deepEqual(groups('# Rahmenvertrag über Kopierpapier\n'), ['copy-paper "Kopierpapier" 0']);
    assert.deepEqual(groups('## Rahmenvertrag über Kopierpapier\n'), ['copy-paper "Kopierpapier" 0']);
    assert.deepEqual(groups('Rahmenvertrag über Kopierpapier\n'), ['copy-paper "Kopierpapier" 0']);
  });

  it('a heading further down is not, unless others name it too', () => {
    assert.deepEqual(groups(`${filler}## Kopierpapier\n`), []);
    assert.deepEqual(groups(`${filler}## Kopierpapier\n\n## Kopierpapier\n`), ['copy-paper "Kopierpapier" 6']);
    assert.deepEqual(groups(`# A\n\n${filler}## Leistungsbeschreibung\n\n### Kopierpapier\n`), ['copy-paper "Kopierpapier" 8']);
  });

  it('six paragraphs of the specification, or one of the subject', () => {
    const paragraph = 'Kopierpapier wird geliefert.\n\n';
    assert.deepEqual(groups(`# A\n\n${filler}## Leistungsbeschreibung\n\n${paragraph.repeat(5)}`), []);
    assert.deepEqual(groups(`# A\n\n${filler}## Leistungsbeschreibung\n\n${paragraph.repeat(6)}`), ['copy-paper "Kopierpapier" 8']);
    assert.deepEqual(groups(`# A\n\n${filler}## Gegenstand\n\n${paragraph}`), ['copy-paper "Kopierpapier" 8']);
  });

  it('a block counts once, whatever it repeats', () => {
    assert.deepEqual(groups(`# A\n\n${filler}## Leistungsbeschreibung\n\n${'Kopierpapier wird geliefert. '.repeat(9)}\n`), []);
  });

  it('background, award, selection and proofs do not make a group', () => {
    for (const heading of ['Zuschlagskriterien', 'Eignung', 'Nachweise']) {
      assert.deepEqual(groups(`# A\n\n${filler}## ${heading}\n\n${'Kopierpapier wird geliefert.\n\n'.repeat(30)}`), [], heading);
      assert.deepEqual(groups(`# A\n\n${filler}## ${heading}\n\n${'### Kopierpapier\n\n'.repeat(30)}`), [], heading);
    }
    assert.deepEqual(groups(`# A\n\n${filler}## Hintergrund\n\n${'Kopierpapier wird geliefert.\n\n'.repeat(14)}`), []);
    assert.deepEqual(groups(`# A\n\n${filler}## Hintergrund\n\n### Kopierpapier\n`), []);
  });

  it('the mark stands where the goods are described rather than where they are named first', () => {
    const passing = '- Kopierpapier\n';
    const row = '| Ware |\n|---|\n| Kopierpapier |\n';
    assert.deepEqual(groups(`# A\n\n${filler}${passing}\n${row}\n## Gegenstand\n\nKopierpapier wird geliefert.\n`), [
      'copy-paper "Kopierpapier" 11',
    ]);
    const many = 'Das Kopierpapier ist weiß.\n\n'.repeat(20);
    assert.deepEqual(groups(`# A\n\n${filler}${passing}\n${row}\n${many}`), ['copy-paper "Kopierpapier" 9']);
    assert.deepEqual(groups(`# A\n\n${filler}${passing}\n${many}`), ['copy-paper "Kopierpapier" 7']);
  });

  it('a group that weighs much less than another was named in passing', () => {
    const notebooks = 'Notebooks werden geliefert.\n\n';
    const both = (count: number) => groups(`# A\n\n${filler}## Gegenstand\n\n${notebooks.repeat(count)}Kopierpapier wird geliefert.\n`);
    assert.deepEqual(both(2), ['notebooks "Notebooks" 8', 'copy-paper "Kopierpapier" 10']);
    assert.deepEqual(both(3), ['notebooks "Notebooks" 8']);
  });

  it('come in order of place', () => {
    assert.deepEqual(groups('# Notebooks und Kopierpapier\n'), ['notebooks "Notebooks" 0', 'copy-paper "Kopierpapier" 0']);
    assert.deepEqual(groups('# Kopierpapier und Notebooks\n'), ['copy-paper "Kopierpapier" 0', 'notebooks "Notebooks" 0']);
    assert.deepEqual(groups('# Kopierpapier\n\nNotebooks\n'), ['copy-paper "Kopierpapier" 0', 'notebooks "Notebooks" 1']);
  });

  it('given ones need no mention; the mark stands at the first heading or paragraph, or at the top', () => {
    assert.deepEqual(groups('# Vergabe\n', ['copy-paper']), ['copy-paper "Vergabe" 0 given']);
    assert.deepEqual(groups('- a\n\nText\n', ['copy-paper']), ['copy-paper "Text" 1 given']);
    assert.deepEqual(groups('- a\n', ['copy-paper']), ['copy-paper "- a" 0 given']);
    assert.deepEqual(groups('', ['copy-paper']), []);
    assert.deepEqual(groups('# Vergabe\n\n## Gegenstand\n\nEs ist Kopierpapier.\n', ['copy-paper']), ['copy-paper "Kopierpapier" 2 given']);
    assert.deepEqual(groups('# Notebooks\n', ['copy-paper', 'zzz', 'copy-paper']), ['copy-paper "Notebooks" 0 given']);
  });

  it('excluded goods do not count, in sentence, lead-in or heading', () => {
    assert.deepEqual(groups('# A\n\n## Gegenstand\n\nAusgenommen ist Kopierpapier. Es wird gesondert vergeben.\n'), []);
    assert.deepEqual(groups('# A\n\n## Gegenstand\n\nAusgenommen ist Kopierpapier. Notebooks sind enthalten.\n'), [
      'notebooks "Notebooks" 2',
    ]);
    assert.deepEqual(groups('Ausgenommen sind:\n\n- Kopierpapier\n- Kopierpapier\n'), []);
    assert.deepEqual(groups('# A\n\n## Gegenstand\n\n### Ausgenommen sind\n\nKopierpapier\n'), []);
    assert.deepEqual(groups('# Ausgenommen sind\n\nKopierpapier\n'), []);
  });

  it('services in general only when given', () => {
    const general = [...builtIn().catalogue.products.values()].find((product) => product.explicit_only)!;
    assert.deepEqual(groups('# A\n', [general.id]), [`${general.id} "A" 0 given`]);
  });
});

describe('records of standards', () => {
  it('by name, with or without part, or as one of a range', () => {
    const named = (name: string) => standardRecord(builtIn(), name);
    const [whole] = [...builtIn().catalogue.standards.values()].flatMap((s) =>
      s.names.filter((n) => !n.includes('..') && !/-\d/.test(n)).map((n) => [n, s] as const),
    );
    assert.equal(named(whole![0]), whole![1]);
    assert.equal(named(`${whole![0]}-1`), whole![1]);
    assert.equal(named(`${whole![0]}-1-2`), whole![1]);
    const range = named('DIN 18299');
    assert.equal(range?.kind, 'contract-terms');
    assert.equal(named('DIN 18459'), range);
    assert.equal(named('DIN 18300-1'), range);
    assert.equal(named('DIN 18298'), undefined);
    assert.equal(named('EN 18299'), undefined);
    assert.equal(named('Norm'), undefined);
  });
});
