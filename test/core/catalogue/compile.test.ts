import assert from 'node:assert/strict';
import { compileCatalogue } from '../../../server/src/core/catalogue/compile';
import { buildCatalogue } from '../../../server/src/core/catalogue/layers';
import { phrasesOf, recordKindOf } from '../../../server/src/core/catalogue/phrases';
import { renderProblem } from '../../../server/src/core/catalogue/problems';
import { placeIn, whole } from './yaml';

function compile(text: string) {
  const built = buildCatalogue([{ name: 'x', files: [{ path: 'x.yaml', text }] }]);
  return { built, ...compileCatalogue(built.catalogue, built.locate) };
}

/** Owners of all matches in a text, as "kind id role". */
function owners(text: string, catalogue = whole): string[] {
  const { matcher } = compile(catalogue).compiled;
  return matcher.match(matcher.tokenise(text, 0, text.length)).map(({ owner }) => `${owner.kind} ${owner.id} ${owner.role}`);
}

describe('compiling a catalogue', () => {
  it('gives every phrase to its record', () => {
    assert.deepEqual(owners('Notebooks mit Blauem Engel und 1.000 Ladezyklen'), [
      'product notebooks find',
      'label blauer-engel find',
      'criterion notebooks/battery-cycles detect',
    ]);
    assert.equal(recordKindOf('criterion'), 'criteria');
    assert.equal(recordKindOf('law'), undefined);
  });

  it('finds numbered criteria documents in the ways they are written', () => {
    const found = (text: string) => owners(text).filter((owner) => owner.includes('number:'));
    for (const text of [
      'nach DE-UZ 219',
      'nach RAL-UZ 219',
      'nach RAL UZ 219',
      'nach DE-ZU 219',
      'nach DE-UZ Nr. 219',
      'nach DE-UZ219',
      'nach DEUZ 219',
      'Blauer Engel (UZ 219)',
      'Umweltzeichen UZ 219',
      'UZ 219, Blauer Engel',
    ]) {
      assert.deepEqual(found(text), ['label blauer-engel number:219'], text);
    }
    assert.deepEqual(found('DE-UZ 205 und DE-UZ 219'), ['label blauer-engel number:205', 'label blauer-engel number:219']);
    for (const text of ['UZ 219', 'Österreichisches UZ 219', 'zu 219 Stück', 'DE-UZ 2190', 'DE-UZ 21', 'Zimmer 219'])
      assert.deepEqual(found(text), [], text);
  });

  it('finds decisions by their number', () => {
    const text = whole.replace("number: '219'", 'number: (EU) 2016/1349').replace("replaced_by: '219'", 'replaced_by: (EU) 2016/1349');
    assert.deepEqual(owners('nach Beschluss (EU) 2016/1349 der Kommission', text), ['label blauer-engel number:(EU) 2016/1349']);
    assert.deepEqual(owners('am 2016 und 1349', text), []);
  });

  it('leaves out phrases of superseded and withdrawn criteria', () => {
    for (const [status, count] of [
      ['active', 2],
      ['draft', 2],
      ['superseded', 0],
      ['withdrawn', 0],
    ] as const) {
      const { built } = compile(whole.replace('status: active', `status: ${status}`));
      assert.equal(phrasesOf(built.catalogue).filter(({ owner }) => owner.kind === 'criterion').length, count, status);
    }
  });

  it('reports a broken phrase at its place and works on without it', () => {
    const text = whole.replace("detect: ['Ladezyklen', 'charge cycles']", 'detect:\n      - Ladezyklen\n      - charge (cycles\n');
    const { problems, compiled, built } = compile(text);
    assert.deepEqual(built.problems, []);
    const { line, column } = placeIn(text, '(cycles');
    assert.deepEqual(
      problems.map((problem) => [problem.path, problem.line, problem.column, problem.endColumn, problem.id]),
      [['x.yaml', line, column, column + 1, 'broken-phrase']],
    );
    assert.match(renderProblem(problems[0]!, 'de'), /Klammer.*siehe docs\/phrase-language\.md\.$/);
    const sentence = '500 Ladezyklen';
    assert.equal(compiled.matcher.match(compiled.matcher.tokenise(sentence, 0, sentence.length)).length, 1);
  });
});
