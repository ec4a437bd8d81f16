import assert from 'node:assert/strict';
import { type Analysis, analyse } from '../../../server/src/core/analyse';
import { forLevel } from '../../../server/src/core/catalogue/levels';
import type { Criterion } from '../../../server/src/core/catalogue/schema';
import type { WritingContext } from '../../../server/src/core/context';
import { applyEdits, fixesOf, ignoreEdit, ignoreTitle, safeEdits, waiveEdit, waiveTitle } from '../../../server/src/core/fixes';
import { paramText, renderClause } from '../../../server/src/core/fixes/clause';
import { addToSection, lineBreak } from '../../../server/src/core/fixes/place';
import { sentenceEnd } from '../../../server/src/core/fixes/requirement';
import { formatNumber } from '../../../server/src/core/messages';
import type { TextFormat } from '../../../server/src/core/text/model';
import { builtIn } from '../../builtIn';

function run(text: string, format: TextFormat = 'markdown', context: WritingContext = {}): Analysis {
  return analyse({ text, format, context, today: '2026-11-23' }, builtIn());
}

describe('clauses of criteria', () => {
  const criterion = {
    id: 'a/b',
    params: [
      { name: 'years', label: { de: 'Jahre', en: 'Years' }, levels: { 1: 3, 3: 5 } },
      { name: 'share', label: { de: 'Anteil', en: 'Share' }, ask: true },
    ],
    clause: { de: 'Die Ware hält {years} Jahre und {share}.', en: 'The goods last {years} years and {share}.' },
    clause_levels: { 2: { de: 'Stufe zwei: {years}.', en: 'Level two: {years}.' } },
    proof: [{ clause: { de: 'Nachweis: {years}.' } }, { clause: { de: 'Anders.' } }],
  } as unknown as Criterion;

  it('are demand, scoring and proof, with values of the level', () => {
    const one = renderClause(criterion, 1, 'de');
    assert.match(one.demand, /^Die Ware hält 3 Jahre und \[.*Anteil.*\]\.$/);
    assert.equal(one.proof, 'Nachweis: 3.');
    assert.equal(one.award, '');
    assert.equal(one.text, `${one.demand} ${one.proof}`);
    assert.match(renderClause(criterion, 1, 'en').demand, /^The goods last 3 years and \[.*Share.*\]\.$/);
    assert.equal(renderClause(criterion, 1, 'en').proof, 'Nachweis: 3.');
    assert.equal(renderClause(criterion, 2, 'de').demand, 'Stufe zwei: 3.');
    assert.equal(renderClause(criterion, 3, 'de').text, 'Stufe zwei: 5. Nachweis: 5.');
    const scored = { ...criterion, award: { clause: { de: ' Bewertet wird {years}. ' } } } as unknown as Criterion;
    assert.equal(renderClause(scored, 3, 'de').text, 'Stufe zwei: 5. Bewertet wird 5. Nachweis: 5.');
  });

  it('take the entry of the level, else the nearest below, else the lowest', () => {
    assert.equal(forLevel(undefined, 1), undefined);
    assert.equal(forLevel({}, 3), undefined);
    assert.deepEqual(
      [1, 2, 3].map((level) => forLevel({ 1: 'a', 2: 'b', 3: 'c' }, level as 1 | 2 | 3)),
      ['a', 'b', 'c'],
    );
    assert.deepEqual(
      [1, 2, 3].map((level) => forLevel({ 2: 'b' }, level as 1 | 2 | 3)),
      ['b', 'b', 'b'],
    );
    assert.deepEqual(
      [1, 2, 3].map((level) => forLevel({ 3: 'c' }, level as 1 | 2 | 3)),
      ['c', 'c', 'c'],
    );
    assert.deepEqual(
      [1, 2, 3].map((level) => forLevel({ 1: 0, 3: 7 }, level as 1 | 2 | 3)),
      [0, 0, 7],
    );
  });

  it('write numbers as the language does', () => {
    const written = (value: number) => [formatNumber(value, 'de'), formatNumber(value, 'en')];
    assert.deepEqual(written(5), ['5', '5']);
    assert.deepEqual(written(1000.5), ['1000,5', '1000.5']);
    assert.deepEqual(written(9999), ['9999', '9999']);
    assert.deepEqual(written(10000), ['10.000', '10,000']);
    assert.deepEqual(written(1234567.25), ['1.234.567,25', '1,234,567.25']);
    assert.equal(paramText({ label: { de: 'x' }, levels: { 1: 20000 } } as never, 1, 'de'), '20.000');
  });
});

describe('where a clause goes', () => {
  const added = (text: string, slot: 'specification' | 'award', paragraphs = ['Neu.'], format: TextFormat = 'markdown') =>
    applyEdits(text, [addToSection(run(text, format, { language: 'de' }), slot, paragraphs)]);

  it('behind the last words of the section', () =>
    assert.equal(
      added('# A\n\n## Leistungsbeschreibung\n\nEins.\n\nZwei.\n\n## Eignung\n\nDrei.\n', 'specification'),
      '# A\n\n## Leistungsbeschreibung\n\nEins.\n\nZwei.\n\nNeu.\n\n## Eignung\n\nDrei.\n',
    ));
  it('behind sections inside of it', () =>
    assert.equal(
      added(
        '# A\n\n## Leistungsbeschreibung\n\nEins.\n\n### Farben\n\nZwei.\n\n#### Töne\n\nDrei.\n\n## Eignung\n\nVier.\n',
        'specification',
      ),
      '# A\n\n## Leistungsbeschreibung\n\nEins.\n\n### Farben\n\nZwei.\n\n#### Töne\n\nDrei.\n\nNeu.\n\n## Eignung\n\nVier.\n',
    ));
  it('into the first of several', () =>
    assert.equal(
      added('# A\n\n## Leistungsbeschreibung\n\nEins.\n\n## Eignung\n\nZwei.\n\n## Leistungsverzeichnis\n\nDrei.\n', 'specification'),
      '# A\n\n## Leistungsbeschreibung\n\nEins.\n\nNeu.\n\n## Eignung\n\nZwei.\n\n## Leistungsverzeichnis\n\nDrei.\n',
    ));
  it('into an empty section', () =>
    assert.equal(added('# A\n\n## Zuschlagskriterien\n', 'award'), '# A\n\n## Zuschlagskriterien\n\nNeu.\n'));
  it('under a new heading like the others when there is no section', () => {
    assert.equal(added('# A\n\n## B\n\nEins.\n', 'award'), '# A\n\n## B\n\nEins.\n\n## Zuschlagskriterien\n\nNeu.\n');
    assert.equal(added('# A\n\n### B\n\nEins.\n', 'award'), '# A\n\n### B\n\nEins.\n\n### Zuschlagskriterien\n\nNeu.\n');
    assert.equal(added('# A\n\nEins.  \n\n\n', 'award'), '# A\n\nEins.\n\n# Zuschlagskriterien\n\nNeu.\n');
    assert.equal(added('Eins.\n', 'award'), 'Eins.\n\n## Zuschlagskriterien\n\nNeu.\n');
  });
  it('as paragraphs, with the line breaks of the text', () => {
    assert.equal(lineBreak('a\nb'), '\n');
    assert.equal(lineBreak('a\r\nb'), '\r\n');
    assert.equal(
      added('# A\r\n\r\n## B\r\n\r\nEins.\r\n', 'award', ['Neu.', 'Neuer.']),
      '# A\r\n\r\n## B\r\n\r\nEins.\r\n\r\n## Zuschlagskriterien\r\n\r\nNeu.\r\n\r\nNeuer.\r\n',
    );
  });
  it('in plain text under an underlined heading', () =>
    assert.equal(
      added('Die Ware ist weiß.\n', 'award', ['Neu.'], 'plaintext'),
      'Die Ware ist weiß.\n\nZuschlagskriterien\n------------------\n\nNeu.\n',
    ));
});

describe('where a sentence can follow', () => {
  /** The text with `|` where the next sentence goes, and the stop it needs. */
  function end(text: string, sentence = 0, block?: number): string {
    const analysis = run(text);
    const { offset, stop } = sentenceEnd(analysis, block ?? analysis.document.blocks.length - 1, sentence);
    return `${text.slice(0, offset)}|${stop}${text.slice(offset)}`;
  }
  const cases: [text: string, expected: string][] = [
    ['Es ist weiß.', 'Es ist weiß.|'],
    ['Es ist weiß', 'Es ist weiß|.'],
    ['Es ist weiß!', 'Es ist weiß!|'],
    ['Ist es weiß?', 'Ist es weiß?|'],
    ['Es ist weiß. Es ist neu.', 'Es ist weiß.| Es ist neu.'],
    ['Es ist „weiß.“', 'Es ist „weiß.“|'],
    ['Es ist (weiß)', 'Es ist (weiß)|.'],
    ['Es ist **weiß.**', 'Es ist **weiß.**|'],
    ['- Es ist weiß;', '- Es ist weiß|.;'],
    ['- Es ist weiß', '- Es ist weiß|.'],
    ['| A |\n|---|\n| Es ist weiß |', '| A |\n|---|\n| Es ist weiß|. |'],
  ];
  for (const [text, expected] of cases) it(text.replaceAll('\n', '⏎'), () => assert.equal(end(text), expected));
  it('behind the second sentence', () => assert.equal(end('Es ist weiß. Es ist neu.', 1), 'Es ist weiß. Es ist neu.|'));
});

describe('directives to hide and to waive', () => {
  const hidden = (text: string, format: TextFormat = 'markdown') => {
    const analysis = run(text, format);
    const finding = analysis.findings.find(({ rule }) => rule === 'brand-neutrality')!;
    const result = applyEdits(text, [ignoreEdit(analysis, finding, '  steht im\n Vertrag --> ]] ')]);
    assert.equal(run(result, format).findings.filter(({ rule }) => rule === 'brand-neutrality').length, 0);
    return result;
  };
  const lenovo = 'Die Notebooks müssen von Lenovo sein.';
  const directive = 'gs-ignore brand-neutrality: steht im Vertrag';
  it('above the paragraph', () =>
    assert.equal(hidden(`# Leistungsbeschreibung\n\n${lenovo}\n`), `# Leistungsbeschreibung\n\n<!-- ${directive} -->\n${lenovo}\n`));
  it('above the whole list', () =>
    assert.equal(
      hidden(`# Leistungsbeschreibung\n\nZu liefern:\n\n- weiß\n- ${lenovo}\n- neu\n`),
      `# Leistungsbeschreibung\n\nZu liefern:\n\n<!-- ${directive} -->\n- weiß\n- ${lenovo}\n- neu\n`,
    ));
  it('above the whole table', () =>
    assert.equal(
      hidden(`# Leistungsbeschreibung\n\n| A |\n|---|\n| weiß |\n| ${lenovo} |\n`),
      `# Leistungsbeschreibung\n\n<!-- ${directive} -->\n| A |\n|---|\n| weiß |\n| ${lenovo} |\n`,
    ));
  it('above the first line of the text', () => assert.equal(hidden(`${lenovo}\n`), `<!-- ${directive} -->\n${lenovo}\n`));
  it('in plain text in square brackets, as a paragraph of its own', () =>
    assert.equal(
      hidden(`1 Leistungsbeschreibung\n\n${lenovo}\n`, 'plaintext'),
      `1 Leistungsbeschreibung\n\n[[${directive}]]\n\n${lenovo}\n`,
    ));
  it('a waiver is understood', () => {
    const text = '# Vergabe\n';
    const analysis = run(text, 'markdown', { products: ['notebooks'] });
    const edit = waiveEdit(analysis, analysis.findings[0]!, 'notebooks/battery-cycles', 'kein Bedarf');
    const result = applyEdits(text, [edit]);
    assert.equal(result, '<!-- gs-waive notebooks/battery-cycles: kein Bedarf -->\n# Vergabe\n');
    assert.equal(run(result).directives.waivers.length, 1);
    assert.match(waiveTitle(analysis, 'notebooks/battery-cycles', 'de'), /Haltbarkeit des Akkus/);
    assert.match(waiveTitle(analysis, 'x/y', 'de'), /x\/y/);
    assert.match(ignoreTitle('vague-term', 'de'), /\S/);
  });
});

describe('fixes of the whole text', () => {
  it('take only the safe ones, of the rules asked for, in order of place', () => {
    const text =
      '# Leistungsbeschreibung\n\nDie Vergabe erfolgt nach der Richtlinie 2004/18/EG. Das Papier muss den Blauen Engel tragen. Die Notebooks müssen von Lenovo sein.\n';
    const analysis = run(text);
    assert.equal(
      applyEdits(text, safeEdits(analysis)),
      '# Leistungsbeschreibung\n\nDie Vergabe erfolgt nach der Richtlinie 2014/24/EU. Das Papier muss den Blauen Engel oder gleichwertig tragen. Die Notebooks müssen von Lenovo sein.\n',
    );
    assert.equal(
      applyEdits(text, safeEdits(analysis, new Set(['outdated-reference']))),
      '# Leistungsbeschreibung\n\nDie Vergabe erfolgt nach der Richtlinie 2014/24/EU. Das Papier muss den Blauen Engel tragen. Die Notebooks müssen von Lenovo sein.\n',
    );
  });

  it('edits apply in any order', () => {
    assert.equal(
      applyEdits('abcd', [
        { start: 3, end: 4, text: 'X' },
        { start: 0, end: 1, text: 'Y' },
        { start: 2, end: 2, text: '-' },
      ]),
      'Yb-cX',
    );
    assert.equal(applyEdits('abcd', []), 'abcd');
  });

  /** Ids of the fixes of the only finding of a rule, the preferred one starred. */
  const offered = (rule: string, sentence: string, context: WritingContext = {}) => {
    const analysis = run(`# Leistungsbeschreibung\n\n${sentence}\n`, 'markdown', context);
    const finding = analysis.findings.find((f) => f.rule === rule)!;
    return fixesOf(analysis, finding, 'de').map((fix) => `${fix.id}${fix.preferred ? '*' : ''}${fix.safe ? ' safe' : ''}`);
  };
  it('one is preferred', () => {
    assert.deepEqual(offered('brand-neutrality', 'Die Notebooks müssen von Lenovo sein.'), ['append-equivalence*', 'equivalence-clause']);
    assert.deepEqual(offered('label-equivalence', 'Das Papier muss den Blauen Engel tragen.'), [
      'append-equivalence* safe',
      'equivalence-sentence.label',
      'equivalence-clause',
    ]);
    assert.deepEqual(offered('outdated-reference', 'Es gilt die Richtlinie 2004/18/EG.'), ['update-reference* safe']);
    assert.deepEqual(offered('outdated-reference', 'Es gilt E DIN 18533-1 oder gleichwertig.'), []);
    assert.deepEqual(offered('weak-modality', 'Das Papier soll möglichst den Blauen Engel oder gleichwertig tragen.'), ['drop-hedge*']);
    assert.deepEqual(offered('bad-marker', '<!-- gs-ignore label-equivalence: -->'), ['add-reason*']);
    assert.deepEqual(offered('bad-marker', '<!-- gs-ignore label-equivalenz: weil -->'), ['nearest-id*']);
    assert.deepEqual(offered('bad-marker', '<!-- gs-ignorieren -->'), []);
    assert.equal(offered('missing-evidence', 'Die Akkus der Notebooks müssen 2.000 Ladezyklen erreichen.')[0], 'insert-proof*');
    const all = offered('missing-criterion', 'Die Ware wird geliefert.', { products: ['copy-paper'] });
    assert.deepEqual([all[0], all.at(-1)], ['insert-criterion*', 'insert-all']);
    assert.ok(all.slice(1, -1).every((fix) => fix === 'insert-criterion'));
  });

  it('a reason is written behind the colon, once', () => {
    for (const directive of ['gs-ignore label-equivalence:', 'gs-ignore label-equivalence', 'gs-ignore label-equivalence: Begründung']) {
      const text = `<!-- ${directive} -->\n`;
      const analysis = run(text);
      const [fix] = fixesOf(analysis, analysis.findings[0]!, 'de');
      // biome-ignore lint/suspicious/noTemplateCurlyInString: a snippet hole of the editor
      assert.equal(applyEdits(text, fix!.edits), '<!-- gs-ignore label-equivalence: ${1:Begründung} -->\n');
      assert.ok(fix!.snippet);
    }
  });
});

describe('hedges go with the commas and blanks around them', () => {
  const cases: [text: string, expected: string][] = [
    ['Das Papier soll möglichst den Blauen Engel oder gleichwertig tragen.', 'Das Papier soll den Blauen Engel oder gleichwertig tragen.'],
    ['Recyclingpapier ist, soweit möglich, zu verwenden.', 'Recyclingpapier ist zu verwenden.'],
    ['Recyclingpapier ist zu verwenden, soweit möglich.', 'Recyclingpapier ist zu verwenden.'],
  ];
  for (const [sentence, expected] of cases) {
    it(sentence, () => {
      const text = `# Leistungsbeschreibung\n\n${sentence}\n`;
      const analysis = run(text);
      const finding = analysis.findings.find(({ rule }) => rule === 'weak-modality')!;
      assert.equal(applyEdits(text, fixesOf(analysis, finding, 'de')[0]!.edits), `# Leistungsbeschreibung\n\n${expected}\n`);
    });
  }
});
