import assert from 'node:assert/strict';
import { fileOf, layerOf } from '../../../server/src/core/catalogue/catalogue';
import { type BuildOptions, buildCatalogue } from '../../../server/src/core/catalogue/layers';
import { renderProblem } from '../../../server/src/core/catalogue/problems';
import { criterion, label, law, placeIn, product, source, whole } from './yaml';

const builtIn = { name: 'built-in', files: [{ path: 'b/all.yaml', text: whole }] };
const layer = (name: string, text: string) => ({ name, files: [{ path: `${name}.yaml`, text }] });

/** Problems of one built-in file as "line:column id". */
function check(text: string, options?: BuildOptions): string[] {
  const { problems } = buildCatalogue([layer('x', text)], options);
  return problems.map(({ line, column, id }) => `${line}:${column} ${id}`);
}

describe('layers of catalogues', () => {
  it('adds records, overrides fields, knows where each value comes from', () => {
    const organisation = layer(
      'organisation',
      `criteria:\n  - id: notebooks/battery-cycles\n    level: 2\n    title: { de: Akku }\n${law.replaceAll('34', '31')}`.replace(
        'laws:',
        `${source}laws:`,
      ),
    );
    const { catalogue, problems } = buildCatalogue([builtIn, organisation]);
    assert.deepEqual(problems, []);
    const record = catalogue.criteria.get('notebooks/battery-cycles')!;
    assert.equal(record.level, 2);
    assert.deepEqual(record.title, { de: 'Akku' });
    assert.equal(record.slot, 'specification');
    assert.equal(record.sources?.length, 2);
    assert.equal(layerOf(catalogue, 'criteria', record.id), 'built-in');
    assert.equal(layerOf(catalogue, 'criteria', record.id, 'level'), 'organisation');
    assert.equal(layerOf(catalogue, 'criteria', record.id, 'slot'), 'built-in');
    assert.equal(fileOf(catalogue, 'criteria', record.id, 'title'), 'organisation.yaml');
    assert.equal(layerOf(catalogue, 'laws', 'vgv-31'), 'organisation');
    assert.equal(layerOf(catalogue, 'laws', 'vgv-99'), undefined);
    assert.deepEqual(catalogue.layers, ['built-in', 'organisation']);
  });

  it('switches a record off, and on again in a later layer; references to it are no error', () => {
    const off = layer('organisation', 'labels:\n  - id: blauer-engel\n    off: true\n');
    const without = buildCatalogue([builtIn, off]);
    assert.deepEqual(without.problems, []);
    assert.equal(without.catalogue.labels.size, 0);
    assert.equal(without.catalogue.off.labels.get('blauer-engel')?.layer, 'organisation');
    const again = buildCatalogue([builtIn, off, layer('workspace', source + label)]);
    assert.deepEqual(again.problems, []);
    assert.equal(layerOf(again.catalogue, 'labels', 'blauer-engel'), 'workspace');
    assert.equal(again.catalogue.off.labels.size, 0);
  });

  it('takes built layers as the base, as if they had been read', () => {
    const workspace = layer('workspace', 'criteria:\n  - id: notebooks/battery-cycles\n    level: 2\n');
    const base = buildCatalogue([builtIn]).catalogue;
    const { catalogue, problems } = buildCatalogue([workspace], { base });
    assert.deepEqual(problems, []);
    assert.deepEqual(catalogue, buildCatalogue([builtIn, workspace]).catalogue);
    assert.notEqual(catalogue.version, base.version);
  });

  it('does not blame the workspace for what is wrong below', () => {
    const base = buildCatalogue([layer('b', criterion)]);
    assert.ok(base.problems.length > 0);
    assert.deepEqual(buildCatalogue([layer('workspace', source + law)], { base: base.catalogue }).problems, []);
  });

  it('says when there is nothing to switch off or to override', () => {
    const { problems } = buildCatalogue([
      builtIn,
      layer('w', 'labels:\n  - id: blauer-engl\n    off: true\n  - id: neu\n    kind: rating\n'),
    ]);
    assert.deepEqual(
      problems.map(({ path, line, column, id }) => `${path}:${line}:${column} ${id}`),
      ['w.yaml:3:5 nothing-to-switch-off', 'w.yaml:4:5 missing-keys'],
    );
    assert.equal(
      renderProblem(problems[0]!, 'de'),
      '„off“ schaltet einen Eintrag einer tieferen Ebene ab, aber „blauer-engl“ gibt es dort nicht. Meinten Sie „blauer-engel“?',
    );
  });

  it('reports an id that exists twice in a layer, and keeps the first', () => {
    const files = [
      { path: 'z.yaml', text: source + law.replace('§ 34', '§ 35') },
      { path: 'a.yaml', text: source + law },
    ];
    const { catalogue, problems } = buildCatalogue([{ name: 'x', files }]);
    assert.equal(catalogue.laws.get('vgv-34')?.title, '§ 34 VgV');
    assert.equal(problems.length, 1);
    assert.equal(`${problems[0]!.path}:${problems[0]!.line}:${problems[0]!.column}`, 'z.yaml:8:9');
    assert.equal(
      renderProblem(problems[0]!, 'en'),
      '"vgv-34" exists already: a.yaml, line 8. Give this record another id or delete it; it is not loaded.',
    );
  });

  it('has a version that follows the content, not the order of files', () => {
    const files = [
      { path: 'a.yaml', text: source + law },
      { path: 'b.yaml', text: source + label },
    ];
    const version = buildCatalogue([{ name: 'x', files }]).catalogue.version;
    assert.match(version, /^[0-9a-f]{28}$/);
    assert.equal(buildCatalogue([{ name: 'y', files: [...files].reverse() }]).catalogue.version, version);
    assert.equal(
      buildCatalogue([{ name: 'x', files: [{ path: 'c.yaml', text: source + label.replace('labels:', `${law}labels:`) }] }]).catalogue
        .version,
      version,
    );
    const changed = files.map(({ path, text }) => ({ path, text: text.replace('Blue Angel', 'Blue angel') }));
    assert.notEqual(buildCatalogue([{ name: 'x', files: changed }]).catalogue.version, version);
  });
});

describe('cross-references of a catalogue', () => {
  const at = (text: string, part: string, after?: string) => {
    const { line, column } = placeIn(text, part, after);
    return `${line}:${column}`;
  };

  it('finds nothing wrong with a sound catalogue', () => assert.deepEqual(check(whole), []));

  it('finds ids that lead nowhere', () => {
    const text = whole
      .replace('law: [vgv-34]', 'law: [vgv-35]')
      .replace('labels: [blauer-engel]', 'labels: [fsc]')
      .replace('when: bid', 'when: bid\n        label: blauerengel');
    assert.deepEqual(check(text), [
      `${at(text, 'blauerengel')} unknown-reference`,
      `${at(text, 'vgv-35')} unknown-reference`,
      `${at(text, 'fsc')} unknown-reference`,
    ]);
    const { problems } = buildCatalogue([layer('x', text)]);
    assert.equal(
      renderProblem(problems[0]!, 'de'),
      '„blauerengel“ gibt es unter den Gütezeichen (labels) nicht. Meinten Sie „blauer-engel“? Berichtigen Sie die id oder legen Sie den Eintrag an.',
    );
    assert.equal(renderProblem(problems[2]!, 'en'), '"fsc" does not exist under labels. Correct the id or add the record.');
  });

  it('checks products, also_check, numbers and fixes of wording rules', () => {
    const wording = `wording:
  - id: green
    rule: vague-term
    find: [grün]
    message: { de: unklar }
    law: vgv-99
    fixes: [{ title: { de: Klausel }, criterion: notebooks/battery-cycle }]
    examples: { flags: [grün], allows: [rot] }
`;
    const text =
      whole
        .replace("replaced_by: '219'", "replaced_by: '220'")
        .replace('labour_risk: high', 'labour_risk: high\n    also_check: [notebooks, paper]') + wording;
    assert.deepEqual(check(text), [
      `${at(text, "'220'")} unknown-number`,
      `${at(text, 'notebooks, paper')} self-reference`,
      `${at(text, 'paper')} unknown-reference`,
      `${at(text, 'vgv-99')} unknown-reference`,
      `${at(text, 'notebooks/battery-cycle }')} unknown-reference`,
    ]);
  });

  it('reports a broken record once, not everything that names it', () => {
    const text = whole.replace('labour_risk: high', 'labour_risk: hoch');
    assert.deepEqual(check(text), [`${at(text, 'hoch')} wrong-option`]);
    const unclosed = whole.replace('title: § 34 VgV', 'title: "§ 34 VgV');
    assert.ok(
      check(unclosed).every((problem) => problem.endsWith('yaml-syntax')),
      check(unclosed).join(),
    );
  });

  it('wants every hole to have a parameter and every parameter a hole', () => {
    const text = whole.replace('nach {cycles}', 'nach {cycle}');
    const german = at(text, 'Der Akku muss nach');
    assert.deepEqual(check(text), [`${at(text, 'cycles', 'params:')} unused-param`, `${german} unknown-hole`]);
    assert.match(renderProblem(buildCatalogue([layer('x', text)]).problems[1]!, 'de'), /^Die Lücke \{cycle\} .* Meinten Sie „cycles“\?/);
    const english = whole.replace('after {cycles}', 'after some');
    assert.deepEqual(check(english), [`${at(english, 'The battery must')} hole-missing-in-english`]);
  });

  it('wants either sourced values or a question, in the right order', () => {
    const both = whole.replace('levels: { 1', 'ask: true\n        levels: { 1');
    assert.deepEqual(check(both), [`${at(both, 'ask')} ask-and-levels`]);
    const neither = whole.replace('        levels: { 1: 1000, 2: 1200 }\n', '');
    assert.deepEqual(check(neither), [`${at(neither, 'name: cycles')} neither-ask-nor-levels`]);
    const late = whole.replace('levels: { 1: 1000, 2: 1200 }', 'levels: { 2: 1200 }');
    assert.deepEqual(check(late), [`${at(late, 'levels: {')} missing-level`]);
    const looser = whole.replace('2: 1200', '2: 800');
    assert.deepEqual(check(looser), [`${at(looser, '800')} levels-out-of-order`]);
    assert.deepEqual(check(looser.replace('higher-is-stricter', 'lower-is-stricter')), []);
    const clause = whole.replace('level: 1\n', 'level: 2\n').replace('    reason:', '    clause_levels: { 1: { de: Nie } }\n    reason:');
    assert.deepEqual(check(clause), [`${at(clause, '1: { de: Nie')} clause-level-too-low`]);
  });

  it('wants a source for facts, and accepts the one of the file', () => {
    const bare = whole.slice(source.length);
    assert.deepEqual(
      check(bare).map((problem) => problem.split(' ')[1]),
      ['missing-source', 'missing-source', 'missing-source', 'missing-source'],
    );
    assert.ok(check(bare.replace('status: active', 'status: draft')).some((problem) => problem.endsWith('missing-source-draft')));
    const unreadable = whole.replace('confidence: seen', 'confidence: gesehen');
    assert.deepEqual(check(unreadable), [`${at(unreadable, 'gesehen')} wrong-option`]);
  });

  it('says when a review is due, and only then', () => {
    assert.deepEqual(check(whole, { today: '2027-12-31' }), []);
    assert.deepEqual(check(whole, { today: '2028-01-01' }), [`${at(whole, '2027-12-31')} review-due`]);
    assert.deepEqual(check(whole.replace('status: active', 'status: withdrawn'), { today: '2028-01-01' }), []);
  });

  it('checks the history, dates and weights', () => {
    const version = whole.replace('version: 1\n', 'version: 2\n');
    assert.deepEqual(check(version), [`${at(version, '2', 'version: ')} history-version`]);
    const until = whole.replace('    products: [notebooks]', '    from: 2026-07-01\n    until: 2026-06-30\n    products: [notebooks]');
    assert.deepEqual(check(until), [`${at(until, '2026-06-30')} until-before-from`]);
    const award = whole.replace('    law: [vgv', '    award: { clause: { de: Punkte }, weight_min: 20, weight_max: 10 }\n    law: [vgv');
    assert.deepEqual(check(award), [`${at(award, '20, weight')} weight-order`]);
    const ask =
      whole +
      'references:\n  - id: din-1\n    find: [DIN 1]\n    kind: standard\n    since: 2020-01-01\n    ask: true\n    successor: { de: DIN 2 }\n    replace: { de: DIN 2 }\n    examples: { flags: [Nach DIN 1.], allows: [Nach DIN 2.] }\n';
    assert.deepEqual(check(ask), [`${at(ask, 'replace: { de: DIN 2')} ask-with-replace`]);
  });
});

describe('a criterion with several mistakes', () => {
  it('keeps the other records', () => {
    const other = criterion.replaceAll('battery-cycles', 'spare-parts').replace('criteria:\n', '');
    const { catalogue } = buildCatalogue([
      layer('x', (source + law + label + product + criterion).replace('slot: specification', 'slott: specification') + other),
    ]);
    assert.deepEqual([...catalogue.criteria.keys()], ['notebooks/spare-parts']);
  });
});
