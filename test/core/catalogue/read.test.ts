import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type CatalogueProblem, problemTexts, renderProblem } from '../../../server/src/core/catalogue/problems';
import { maxFileLength, readCatalogueFile } from '../../../server/src/core/catalogue/read';
import { criterion, label, law, placeIn, product, source, whole } from './yaml';

const short = (problems: readonly CatalogueProblem[]) => problems.map(({ line, column, id }) => `${line}:${column} ${id}`);

describe('reading a catalogue file', () => {
  it('reads every record of a sound file', () => {
    const { file, problems } = readCatalogueFile('a.yaml', whole);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      file.records.map((record) => `${record.kind} ${record.value.id}`),
      ['laws vgv-34', 'labels blauer-engel', 'products notebooks', 'criteria notebooks/battery-cycles'],
    );
    assert.equal(file.sources.length, 1);
  });

  it('reports an unknown key at its place, names the nearest, and keeps the record', () => {
    const text = product.replace('labour_risk', 'labor_risk: high\n    labour_risk');
    const { file, problems } = readCatalogueFile('p.yaml', text);
    assert.deepEqual(problems, [
      {
        path: 'p.yaml',
        line: 7,
        column: 5,
        endLine: 7,
        endColumn: 15,
        severity: 'error',
        id: 'unknown-key',
        values: {
          key: 'labor_risk',
          options:
            'id, name, find, unless, cpv, contract, hot_spots, labour_risk, labour_note, also_check, explicit_only, sources, examples',
        },
      },
    ]);
    assert.equal(file.records.length, 1);
    const slip = readCatalogueFile('p.yaml', product.replace('labour_risk', 'labor_risk')).problems;
    assert.deepEqual(short(slip), ['7:5 unknown-key', '2:5 missing-key']);
    assert.match(renderProblem(slip[0]!, 'de'), /^Unbekannter Schlüssel „labor_risk“\. Meinten Sie „labour_risk“\? Er wird nicht beachtet/);
    assert.match(renderProblem(slip[0]!, 'en'), /^Unknown key "labor_risk"\. Did you mean "labour_risk"\? It is ignored/);
  });

  it('finds unknown keys deep inside a record', () => {
    const text = criterion.replace('when: bid', 'when: bid\n        wenn: nie');
    const { problems } = readCatalogueFile('c.yaml', text);
    assert.deepEqual(short(problems), [`${placeIn(text, 'wenn').line}:9 unknown-key`]);
  });

  it('names all missing keys of a record once, at its head', () => {
    const { file, problems } = readCatalogueFile('l.yaml', 'laws:\n  - id: vgv-34\n    title: § 34 VgV\n');
    assert.deepEqual(file.records, []);
    assert.equal(problems.length, 1);
    const { line, column, endLine, endColumn } = problems[0]!;
    assert.deepEqual([line, column, endLine, endColumn], [2, 5, 2, 15]);
    assert.equal(
      renderProblem(problems[0]!, 'de'),
      'In „vgv-34“ fehlen die Schlüssel says, url. Ergänzen Sie sie; bis dahin wird der Eintrag nicht geladen.',
    );
  });

  it('says what is wrong with a value, and where', () => {
    const text = `laws:
  - id: VgV 34
    title: 12
    says:
    url: gesetze-im-internet.de
    from: 1.7.2026
    regimes: vgv
  - id: x
    title: [a]
    says: { de: y }
    url: https://example.org
    regimes: [vgw]
`;
    const { problems } = readCatalogueFile('l.yaml', text);
    assert.deepEqual(short(problems), [
      '2:9 wrong-form',
      '3:12 quote-it',
      '4:5 empty-value',
      '5:10 wrong-form',
      '6:11 wrong-form',
      '7:14 wrong-type',
      '9:12 wrong-type',
      '12:15 wrong-option',
    ]);
    const german = problems.map((problem) => renderProblem(problem, 'de'));
    assert.equal(
      german[1],
      '„title“ braucht einen Text, YAML liest hier aber die Zahl 12. Setzen Sie den Wert in Anführungszeichen: "12".',
    );
    assert.equal(
      german[2],
      'Hinter „says“ steht nichts. Tragen Sie einen Eintrag mit Schlüsseln (schlüssel: wert) ein oder löschen Sie die Zeile.',
    );
    assert.equal(german[4], '„1.7.2026“ hat für „from“ nicht die richtige Form: ein Datum wie 2026-07-01.');
    assert.equal(german[5], '„regimes“ braucht eine Liste (Zeilen mit „- “), hier steht der Text „vgv“.');
    assert.match(german[7]!, /^„vgw“ ist für „regimes“ nicht vorgesehen\. Meinten Sie „vgv“\?/);
    const english = problems.map((problem) => renderProblem(problem, 'en'));
    assert.equal(english[6], '"title" needs a text, found a list.');
  });

  it('keeps leading zeros in what it tells the writer to quote', () => {
    const { problems } = readCatalogueFile('p.yaml', product.replace("'30213100'", '09123000'));
    assert.match(renderProblem(problems[0]!, 'de'), /: "09123000"\.$/);
  });

  it('reports three different mistakes of one file and loads all the rest', () => {
    const text = whole
      .replace('title: § 34 VgV', 'titel: § 34 VgV')
      .replace('kind: type-1', 'kind: type-4')
      .replace('level: 1\n', 'level: 4\n')
      .concat(
        product
          .replace('products:\n', 'brands:\n  - id: acme\n    name: Acme\n    find: [Acme]\n    kind: maker\n    goods: { de: Kisten }\n')
          .split('  - id: notebooks')[0]!,
      );
    const { file, problems } = readCatalogueFile('a.yaml', text);
    assert.deepEqual(short(problems), [
      `${placeIn(text, 'titel').line}:5 unknown-key`,
      `${placeIn(text, 'id: vgv-34').line}:5 missing-key`,
      `${placeIn(text, 'type-4').line}:11 wrong-option`,
      `${placeIn(text, 'level: 4').line}:12 wrong-option`,
    ]);
    assert.deepEqual(
      file.records.map((record) => record.value.id),
      ['acme', 'notebooks'],
    );
  });

  it('loses only the record with a YAML error', () => {
    const text = `${law}  - id: broken\n    title: "offen\n    says: { de: x }\n${label}`;
    const { file, problems } = readCatalogueFile('a.yaml', text);
    assert.deepEqual(short(problems), ['7:18 yaml-syntax']);
    assert.deepEqual(
      file.records.map((record) => record.value.id),
      ['vgv-34', 'blauer-engel'],
    );
    assert.deepEqual(file.broken, ['laws broken']);
    const twice = readCatalogueFile('a.yaml', `${law}    title: noch einmal\n${product}`);
    assert.deepEqual(short(twice.problems), ['6:5 yaml-syntax']);
    assert.match(renderProblem(twice.problems[0]!, 'de'), /derselbe Schlüssel steht zweimal/);
    assert.deepEqual(
      twice.file.records.map((record) => record.value.id),
      ['notebooks'],
    );
  });

  it('sees a comma that cuts a text in braces', () => {
    const { problems } = readCatalogueFile('a.yaml', law.replace('nur mit', 'nur, wenn'));
    assert.deepEqual(short(problems), ['4:34 comma-splits-text']);
    assert.match(renderProblem(problems[0]!, 'de'), /„wenn Gleichwertigkeit“ gehört wohl noch zum Text davor/);
  });

  it('suggests the kind of records', () => {
    const { problems } = readCatalogueFile('a.yaml', 'labls: []\n');
    assert.match(renderProblem(problems[0]!, 'de'), /^Unbekannte Art von Einträgen „labls“\. Meinten Sie „labels“\?/);
  });

  it('takes an empty file, a text and a list for what they are', () => {
    assert.deepEqual(short(readCatalogueFile('a.yaml', '').problems), ['1:1 empty-file']);
    assert.deepEqual(short(readCatalogueFile('a.yaml', '# nur ein Kommentar\n').problems), ['1:1 empty-file']);
    assert.deepEqual(short(readCatalogueFile('a.yaml', 'Guten Tag\n').problems), ['1:1 not-a-mapping']);
    assert.deepEqual(short(readCatalogueFile('a.yaml', '- id: x\n').problems), ['1:1 not-a-mapping']);
    assert.deepEqual(short(readCatalogueFile('a.yaml', 'laws:\nlabels: x\n').problems), ['1:1 empty-value', '2:9 wrong-type']);
  });

  it('refuses a file that is too large and an alias bomb', () => {
    const large = readCatalogueFile('a.yaml', `# ${'x'.repeat(maxFileLength)}\n`);
    assert.deepEqual(short(large.problems), ['1:1 too-large']);
    assert.match(renderProblem(large.problems[0]!, 'de'), /größer als 1500 KB/);
    const levels = Array.from({ length: 9 }, (_, i) => `    - &a${i + 1} [${Array(10).fill(`*a${i}`).join(', ')}]`);
    const bomb = `${law}wording:\n  - id: b\n    find:\n    - &a0 [x]\n${levels.join('\n')}\n`;
    const read = readCatalogueFile('a.yaml', bomb);
    assert.ok(read.problems.some((problem) => problem.id === 'too-many-aliases'));
    assert.deepEqual(
      read.file.records.map((record) => record.value.id),
      ['vgv-34'],
    );
  });

  it('allows an anchor for sources that repeat', () => {
    const text = `${source.replace('- publisher', '- &guide\n    publisher')}${law}    sources: [*guide]\n`;
    const { file, problems } = readCatalogueFile('a.yaml', text);
    assert.deepEqual(problems, []);
    assert.equal((file.records[0]!.value as { sources?: unknown[] }).sources?.length, 1);
  });

  it('finds places again after reading', () => {
    const { file } = readCatalogueFile('a.yaml', whole);
    const place = file.locate(['criteria', 0, 'params', 0, 'levels', 2]);
    const { line, column } = placeIn(whole, '1200');
    assert.deepEqual([place.line, place.column, place.endColumn], [line, column, column + 4]);
    const word = file.locate(['criteria', 0, 'examples', 'addresses', 0], { start: 4, end: 8 });
    const akku = placeIn(whole, 'Akku', 'addresses');
    assert.deepEqual([word.line, word.column, word.endColumn], [akku.line, akku.column, akku.column + 4]);
  });

  it('has a German and an English text for every kind of problem, with the same holes', () => {
    for (const [id, { de, en }] of Object.entries(problemTexts)) {
      const holes = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
      assert.deepEqual(holes(de), holes(en), id);
    }
  });

  it('never throws, and every place lies inside the text', function () {
    this.timeout(30_000);
    const pieces = fc.constantFrom(
      'laws:',
      'labels:',
      '\n',
      '  - ',
      'id: x',
      'find: [',
      ']',
      '"',
      "'",
      '{',
      '}',
      ': ',
      '&a ',
      '*a',
      '|\n',
      '\t',
      '#',
      '- ',
      '!x ',
      '%',
      '---\n',
      'sources:',
      'de: ',
      '\r\n',
      '__proto__: ',
      '? ',
    );
    const changed = fc.tuple(fc.nat(whole.length), fc.nat(12), fc.array(pieces, { maxLength: 3 }));
    const mutated = changed.map(([at, cut, put]) => whole.slice(0, at) + put.join('') + whole.slice(at + cut));
    fc.assert(
      fc.property(
        fc.oneof(
          mutated,
          fc.array(pieces, { maxLength: 30 }).map((list) => list.join('')),
          fc.string(),
        ),
        (text) => {
          const { problems, file } = readCatalogueFile('x.yaml', text);
          const lines = text.split('\n');
          for (const { line, column, endLine, endColumn, ...problem } of problems) {
            assert.ok(line >= 1 && line <= lines.length && column >= 1 && column <= lines[line - 1]!.length + 1, `${line}:${column}`);
            assert.ok(endLine === undefined || endLine > line || (endLine === line && endColumn! >= column));
            for (const locale of ['de', 'en'] as const)
              assert.doesNotMatch(renderProblem({ line, column, ...problem }, locale), /undefined/);
          }
          for (const record of file.records) assert.equal(typeof record.value.id, 'string');
        },
      ),
      { numRuns: 200 },
    );
  });

  it('survives deep nesting', () => {
    for (const text of [
      '['.repeat(200_000),
      `laws: ${'{a: '.repeat(5_000)}`,
      '- '.repeat(5_000),
      '? '.repeat(5_000),
      `laws:\n${' '.repeat(9_000)}- x`,
    ]) {
      assert.deepEqual(
        readCatalogueFile('x.yaml', text).problems.map((problem) => problem.id),
        ['yaml-syntax'],
      );
    }
    assert.deepEqual(short(readCatalogueFile('x.yaml', `laws:\n${'['.repeat(300)}`).problems), ['2:201 yaml-syntax']);
    for (const text of ['['.repeat(199), '- '.repeat(49), `${'a: {'.repeat(199)}`])
      assert.ok(readCatalogueFile('x.yaml', text).problems.length > 0);
  });
});
