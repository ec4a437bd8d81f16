import assert from 'node:assert/strict';
import { join } from 'node:path';
import { brokenCatalogue, layerCatalogue } from '../lsp/catalogues';
import { Folder } from './run';

describe('gruenstift catalogue check', () => {
  let folder: Folder;
  afterEach(() => folder.remove());

  it('names file, line and column of three faults, and all other records work', () => {
    const { yaml, wrong } = brokenCatalogue;
    folder = new Folder({
      'criteria/a/broken.yaml': yaml,
      'criteria/good.yaml': layerCatalogue('Murmelsiegel'),
      'lb.md': '## Anforderungen\n\nDie Tinte muss das Murmelsiegel tragen.\n',
    });
    const { code, out } = folder.run(['catalogue', 'check']);
    assert.equal(code, 1);
    const lines = yaml.split('\n');
    const places = [...out.matchAll(/^criteria\/a\/broken\.yaml:(\d+):(\d+): Fehler: .+$/gm)];
    const marked = places.map(([, line, column]) => lines[Number(line) - 1]!.slice(Number(column) - 1));
    assert.equal(places.length, wrong.length, out);
    for (const words of wrong)
      assert.ok(
        marked.some((mark) => mark.startsWith(words)),
        `${words}: ${marked.join(' | ')}`,
      );
    assert.doesNotMatch(out, /good\.yaml:/);
    assert.match(out, /2 Dateien, 2 Einträge: 3 Fehler/);

    const check = folder.run(['check', '--format', 'json', 'lb.md']);
    assert.match(check.out, /Murmelsiegel/);
    assert.match(check.error, /broken\.yaml: 2 Fehler im Katalog/);
    assert.equal(check.code, 0);
  });

  it('ends with 0 for a sound catalogue, and counts what it holds and lacks', () => {
    folder = new Folder({ 'katalog/labels.yaml': layerCatalogue('Murmelsiegel') });
    const { code, out, error } = folder.run(['catalogue', 'check', 'katalog', '--lang', 'en']);
    assert.equal(error, '');
    assert.equal(code, 0, out);
    assert.match(out, /^labels +1$/m);
    assert.match(out, /1 file, 1 records: 0 errors/);
  });

  it('builds on the built-in catalogue unless told otherwise', () => {
    folder = new Folder({ 'criteria/change.yaml': 'labels:\n  - id: blauer-engel\n    issuer: Jemand\n' });
    assert.equal(folder.run(['catalogue', 'check']).code, 0);
    assert.equal(folder.run(['catalogue', 'check', '--alone']).code, 1);
  });

  it('ends with 2 where there is nothing to check', () => {
    folder = new Folder();
    const { code, error } = folder.run(['catalogue', 'check', 'gibt-es-nicht']);
    assert.equal(code, 2);
    assert.match(error, /keine YAML-Dateien/);
  });
});

describe('the gaps gruenstift catalogue check names', () => {
  let folder: Folder;
  afterEach(() => folder.remove());

  /** A product group with one criterion for everybody and one for a Land, reviewed long ago; a label without equivalent proof. */
  const thin = `${layerCatalogue('Murmelsiegel')}products:
  - id: murmeln
    name: { de: Murmeln, en: Marbles }
    find: [Spielmurmel*]
    cpv: ['37520000']
    contract: supplies
    labour_risk: low
    sources: &quelle
      - { publisher: Prüfstelle, title: Murmelkunde, checked: 2026-11-01, confidence: seen }
    examples: { flags: [Gegenstand sind Spielmurmeln.], allows: [Gegenstand sind Bälle.] }
criteria:
${murmel('murmeln/haltbar', 'haltbar', 'DE')}${murmel('murmeln/hamburg', 'griffig', 'DE-HH')}`;

  function murmel(id: string, word: string, jurisdiction: string): string {
    return `  - id: ${id}
    version: 1
    status: active
    history: [{ version: 1, date: 2020-01-01, change: new }]
    review_by: 2020-12-31
    title: { de: Murmeln ${word}, en: Marbles }
    kind: requirement
    slot: specification
    obligation: voluntary
    level: 1
    jurisdiction: [${jurisdiction}]
    products: [murmeln]
    themes: [other]
    lifecycle: [use]
    params:
      - { name: years, label: { de: Dauer }, quantity: time, unit: year, direction: higher-is-stricter, ${word === 'haltbar' ? 'ask: true' : 'levels: { 1: 3 }'} }
    clause: { de: 'Die Murmeln müssen {years} Jahre ${word} sein.', en: 'The marbles must last {years} years.' }
    reason: { de: Gute Murmeln halten. }
    proof: [{ kind: data-sheet, clause: { de: Nachweis durch das Datenblatt. }, when: bid }]
    detect: [Murmel* .. ${word}]
    sources: *quelle
    examples: { addresses: [Die Murmeln müssen ${word} sein.], ignores: [Die Murmeln müssen bunt sein.] }
`;
  }

  it('counts due reviews, open values, thin product groups and labels without equivalent proof', () => {
    folder = new Folder({ 'criteria/murmeln.yaml': thin });
    const { code, out } = folder.run(['catalogue', 'check']);
    assert.equal(code, 0, out);
    assert.match(out, /2 Kriterien über dem Prüftermin: murmeln\/haltbar, murmeln\/hamburg/);
    assert.match(out, /1 von 2 Werten \(50 %\) legt die Vergabestelle fest/);
    assert.match(out, /„Murmeln“: 1 von mindestens 6 eigenen Kriterien, die für alle gelten/);
    assert.match(out, /„Murmeln“: keine Kriterien der Stufe/);
    assert.match(out, /1 Gütezeichen ohne Angabe, welcher Nachweis gleichwertig ist: murmelsiegel/);
    assert.match(out, /Einträge mit weniger als zwei Beispielsätzen je Liste: .*murmeln, murmeln\/haltbar, murmeln\/hamburg/);
    assert.doesNotMatch(out, /ohne Quelle/);
  });

  it('leaves out what the layers below lack', () => {
    folder = new Folder({ 'criteria/change.yaml': 'labels:\n  - id: blauer-engel\n    issuer: Jemand\n' });
    const { out } = folder.run(['catalogue', 'check']);
    assert.doesNotMatch(out, /Prüftermin|Produktgruppe|legt die Vergabestelle fest|weniger als zwei/);
  });
});

describe('gruenstift catalogue list', () => {
  let folder: Folder;
  afterEach(() => folder.remove());

  interface Listed {
    counts: Record<string, number>;
    layers: { name: string; records: number }[];
    records: {
      kind: string;
      id: string;
      title: string;
      level?: number;
      slot?: string;
      sources: number;
      review_by?: string;
      layer: string;
    }[];
  }

  it('gives counts and a row a record as JSON, the layers of the folder included', () => {
    folder = new Folder({ 'criteria/labels.yaml': layerCatalogue('Murmelsiegel') });
    const { code, out, error } = folder.run(['catalogue', 'list', '--format', 'json']);
    assert.equal(error, '');
    assert.equal(code, 0);
    const { counts, layers, records } = JSON.parse(out) as Listed;
    for (const [kind, number] of Object.entries(counts))
      assert.equal(records.filter((record) => record.kind === kind).length, number, kind);
    const own = records.find((record) => record.id === 'murmelsiegel');
    assert.deepEqual(own, { kind: 'labels', id: 'murmelsiegel', title: 'Murmelsiegel', sources: 1, layer: 'workspace' });
    assert.deepEqual(layers.at(-1), { name: 'workspace', records: 1 });
    const criterion = records.find((record) => record.id === 'notebooks/spare-parts');
    assert.ok(criterion);
    assert.equal(criterion.title, 'Ersatzteile');
    assert.equal(criterion.slot, 'specification');
    assert.ok(criterion.level === 1 && criterion.sources > 0 && criterion.review_by && criterion.review_by > '2026-11-23');
  });

  it('lists one kind as text', () => {
    folder = new Folder({ 'criteria/labels.yaml': layerCatalogue('Murmelsiegel') });
    const { code, out } = folder.run(['catalogue', 'list', '--kind', 'labels']);
    assert.equal(code, 0);
    assert.match(out, /^labels +\d+$/m);
    assert.match(out, /^murmelsiegel +1 +Murmelsiegel$/m);
    assert.doesNotMatch(out, /notebooks\/spare-parts/);
  });

  it('takes the layers .gruenstift.yaml names, and ends with 2 when one is missing', () => {
    folder = new Folder({
      'verbund/katalog/labels.yaml': layerCatalogue('Murmelsiegel'),
      'a/.gruenstift.yaml': 'layers: [../verbund/katalog]\n',
      'b/.gruenstift.yaml': 'layers: [../gibt-es-nicht]\n',
    });
    const good = folder.run(['catalogue', 'list', 'a', '--kind', 'labels', '--format', 'json']);
    assert.equal(good.code, 0, good.error);
    assert.equal((JSON.parse(good.out) as Listed).records.find((record) => record.id === 'murmelsiegel')?.layer, '../verbund/katalog');
    const bad = folder.run(['catalogue', 'list', 'b', '--kind', 'labels']);
    assert.equal(bad.code, 2);
    assert.match(bad.error, /gibt-es-nicht/);
  });

  it('ends with 2 for a kind there is not', () => {
    folder = new Folder();
    assert.equal(folder.run(['catalogue', 'list', '--kind', 'kriterien']).code, 2);
  });
});

describe('duties of single buyers', () => {
  let folder: Folder;
  afterEach(() => folder.remove());

  function missingFor(frontMatter: string): string {
    folder = new Folder({
      'lb.md': `---\n${frontMatter}\n---\n\n# Lieferung von Monitoren\n\n## Gegenstand\n\nGegenstand sind 40 Monitore.\n`,
    });
    return folder.run(['check', 'lb.md']).out;
  }

  it('are offered to the buyer they bind', () => {
    assert.match(missingFor('authority: federal\nvalue: 60000\nprocedure_start: 2026-12-01'), /CO2-Preis von mindestens 55 EUR je Tonne/);
  });

  it('are not offered to others', () => {
    const out = missingFor('authority: municipality\nvalue: 60000\nprocedure_start: 2026-12-01');
    assert.match(out, /missing-criterion/);
    assert.doesNotMatch(out, /CO2-Preis|\((?:Bund|Hamburg|Berlin)\b/);
  });

  it('end on their last day', () => {
    assert.doesNotMatch(missingFor('authority: federal\nvalue: 60000\nprocedure_start: 2027-01-04'), /CO2-Preis/);
  });
});

describe('the examples of own catalogues', () => {
  const folder = new Folder();
  const example = (name: string) => join(process.cwd(), 'examples', name);
  after(() => folder.remove());

  for (const catalogue of ['katalog-gemeinde/criteria', 'katalog-verbund/katalog']) {
    it(`${catalogue} is sound`, () => {
      const { code, out } = folder.run(['catalogue', 'check', example(catalogue)]);
      assert.equal(code, 0, out);
    });
  }

  it('the municipality switches off, tightens and adds', () => {
    const { code, out, error } = folder.run(['check', '--format', 'json', example('katalog-gemeinde/kopierpapier.md')]);
    assert.equal(error, '');
    assert.equal(code, 0);
    const list = folder.run(['catalogue', 'list', example('katalog-gemeinde'), '--kind', 'criteria']).out;
    assert.match(list, /^weidenbrueck\/return-of-unused-paper /m);
    assert.doesNotMatch(list, /^copy-paper\/transport-packaging-return /m);
    assert.doesNotMatch(out, /Rücknahme ungeöffneter Paletten/, 'its own criterion is met');
  });

  it('two members share the catalogue of their group', () => {
    for (const member of ['auenheim', 'birkental']) {
      const { code, out, error } = folder.run(['catalogue', 'list', example(`katalog-verbund/${member}`), '--kind', 'criteria']);
      assert.equal(error, '');
      assert.equal(code, 0);
      assert.match(out, /^mittelrode\/shared-spare-pool /m);
      const { error: problems } = folder.run(['check', example(`katalog-verbund/${member}`)]);
      assert.equal(problems, '');
    }
  });
});
