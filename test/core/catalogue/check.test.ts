import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkCatalogue, checkExamples, statistics } from '../../../server/src/core/catalogue/check';
import { compileCatalogue } from '../../../server/src/core/catalogue/compile';
import { buildCatalogue, type Layer } from '../../../server/src/core/catalogue/layers';
import { type CatalogueProblem, renderProblem } from '../../../server/src/core/catalogue/problems';
import { restoreCatalogue, serialiseCatalogue } from '../../../server/src/core/catalogue/serialise';
import { criterion, label, law, placeIn, product, source, whole } from './yaml';

const layerOf = (text: string): Layer => ({ name: 'x', files: [{ path: 'x.yaml', text }] });
const short = (problems: readonly CatalogueProblem[]) => problems.map(({ line, column, id }) => `${line}:${column} ${id}`);
const at = (text: string, part: string, after?: string) => {
  const { line, column } = placeIn(text, part, after);
  return `${line}:${column}`;
};

const wording = `wording:
  - id: green
    rule: vague-term
    find: [grüne*]
    unless: [grüne Wiese]
    message: { de: unklar }
    examples:
      flags: [Grüne Produkte sind zu liefern., Grünes Papier ist zu liefern.]
      allows: [Die grüne Wiese bleibt., Die grüne Farbe ist RAL 6018.]
`;

const reference = `references:
  - id: vol-a
    find: [VOL/A]
    kind: act
    since: 2017-02-02
    successor: { de: UVgO }
    replace: { de: UVgO }
    examples:
      flags: [Es gilt die VOL/A.]
      allows: [Es gilt die VOL/B.]
`;

const brands = `brands:
  - id: wolf
    name: Wolf
    find: ['"Wolf"']
    kind: maker
    ambiguous: true
    goods: { de: Heizung }
    examples:
      flags: [Das Gerät muss vom Fabrikat Wolf sein.]
      allows: [Herr Wolf hat den Schlüssel.]
  - id: wetrok
    name: Wetrok
    find: ['"Wetrok"']
    kind: maker
    goods: { de: Reinigungsmaschinen }
`;

describe('the examples of a catalogue', () => {
  it('hold for a sound catalogue', () => assert.deepEqual(checkCatalogue([layerOf(whole)]).problems, []));

  it('are reported at their place when they fail', () => {
    const text = whole
      .replace('[Das Papier muss den Blauen Engel tragen.]', '[Das Papier muss den Blauen Engel tragen., Ein Umweltzeichen fehlt.]')
      .replace('[Lieferung von Papier]', '[Lieferung von Papier, Lieferung von Laptoptaschen]')
      .replace('[Der Akku ist schwarz.]', '[Der Akku hat 500 Ladezyklen hinter sich.]');
    const { problems } = checkCatalogue([layerOf(text)]);
    assert.deepEqual(short(problems), [
      `${at(text, 'Ein Umweltzeichen fehlt.')} example-not-found`,
      `${at(text, 'Lieferung von Laptoptaschen')} example-found`,
      `${at(text, 'Der Akku hat 500')} example-found`,
    ]);
    assert.equal(
      renderProblem(problems[0]!, 'de'),
      'Das Beispiel soll „blauer-engel“ treffen, aber keine Suchphrase passt. Passen Sie die Suchphrasen oder das Beispiel an.',
    );
    assert.equal(
      renderProblem(problems[1]!, 'de'),
      'Das Beispiel soll „notebooks“ nicht treffen, aber gefunden wird „Laptoptaschen“. Ergänzen Sie „unless“ oder ändern Sie die Suchphrase.',
    );
    assert.match(renderProblem(problems[2]!, 'en'), /should not be found by "notebooks\/battery-cycles", but "Ladezyklen" is\./);
  });

  it('take `unless` into account, where it overlaps', () => {
    const text = whole.replace(
      'find: [Notebook*, Laptop*]',
      'find: [Notebook*, Laptop*]\n    unless: [Laptop Tasche, Lieferung von Notebooks]',
    );
    const { problems } = checkCatalogue([layerOf(text)]);
    assert.deepEqual(short(problems), [`${at(text, 'Lieferung von Notebooks', 'flags: [Lief')} example-not-found`]);
    assert.match(renderProblem(problems[0]!, 'de'), /aber die Ausnahme „Lieferung von Notebooks“ hebt den Treffer auf\./);
    const apart = whole.replace('find: [Notebook*, Laptop*]', 'find: [Notebook*, Laptop*]\n    unless: [Lieferung]');
    assert.deepEqual(short(checkCatalogue([layerOf(apart)]).problems), []);
  });

  it('know quantities and standards', () => {
    const text = whole
      .replace("'charge cycles'", "'{quantity:time} haltbar', 'nach {standard}'")
      .replace('[Der Akku muss 1.000 Ladezyklen aushalten.]', '[Der Akku ist 5 Jahre haltbar., Geprüft nach DIN EN 61960.]');
    assert.deepEqual(short(checkCatalogue([layerOf(text)]).problems), []);
  });

  it('gives three errors for a wrong key, an unknown label and a failing example of one criterion; the rest works', () => {
    const other = criterion.replaceAll('battery-cycles', 'spare-parts').replace('criteria:\n', '').replaceAll('Ladezyklen', 'Ersatzteile');
    const text =
      whole
        .replace('review_by', 'reviewed_by: 2027\n    review_by')
        .replace('labels: [blauer-engel]', 'labels: [blauer-engl]')
        .replace('1.000 Ladezyklen aushalten', 'lange halten') + other;
    const { problems, compiled } = checkCatalogue([layerOf(text)]);
    assert.deepEqual(short(problems), [
      `${at(text, 'reviewed_by')} unknown-key`,
      `${at(text, 'blauer-engl]')} unknown-reference`,
      `${at(text, 'Der Akku muss lange halten.')} example-not-found`,
    ]);
    assert.ok(problems.every((problem) => problem.severity === 'error' && problem.path === 'x.yaml'));
    const sentence = 'Ersatzteile';
    const matches = compiled.matcher.match(compiled.matcher.tokenise(sentence, 0, sentence.length));
    assert.deepEqual(
      matches.map((match) => match.owner.id),
      ['notebooks/spare-parts'],
    );
  });

  it('asks for examples where there are none', () => {
    const text = whole.replace('addresses: [Der Akku muss 1.000 Ladezyklen aushalten.]', 'addresses: []');
    const { problems } = checkCatalogue([layerOf(text)]);
    assert.deepEqual(short(problems), [`${at(text, '[]', 'addresses')} no-examples`]);
    assert.equal(problems[0]!.severity, 'warning');
  });

  it('of files that are not at hand are not run', () => {
    const base = buildCatalogue([layerOf(whole.replace('[Lieferung von Papier]', '[Lieferung von Laptops]'))]).catalogue;
    assert.deepEqual(checkCatalogue([{ name: 'w', files: [{ path: 'w.yaml', text: source + reference }] }], { base }).problems, []);
  });
});

describe('a damaged catalogue', () => {
  it('never stops the check, and keeps what is sound', function () {
    this.timeout(30_000);
    const text = whole + wording + reference;
    const damage = fc.tuple(
      fc.nat(text.length),
      fc.nat(30),
      fc.constantFrom('', '\n', ': ', '- ', '"', '[', '{', '\n  - id: x\n', '\t', 'off: true'),
    );
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 3 }), (places) => {
        const damaged = places.reduce((sum, [from, length, put]) => sum.slice(0, from) + put + sum.slice(from + length), text);
        const sound: Layer = { name: 'sound', files: [{ path: 'a.yaml', text: whole }] };
        const { compiled, problems } = checkCatalogue([sound, layerOf(damaged)]);
        for (const problem of problems) assert.equal(problem.path, 'x.yaml');
        assert.ok(compiled.catalogue.laws.has('vgv-34') || compiled.catalogue.off.laws.has('vgv-34'));
        restoreCatalogue(serialiseCatalogue(compiled));
      }),
      { numRuns: 60 },
    );
  });
});

describe('the examples of wording rules and references', () => {
  /** Stands for the analysis: reports what the test says, and keeps what it was asked. */
  function check(text: string, findings: (markdown: string) => { rule: string; record?: string }[]) {
    const asked: [string, string][] = [];
    const built = buildCatalogue([layerOf(text)]);
    const { compiled } = compileCatalogue(built.catalogue);
    const problems = checkExamples(compiled, built.locate, (markdown, language) => {
      asked.push([markdown, language]);
      return findings(markdown);
    });
    return { problems, asked };
  }

  it('run through the analysis under the heading of a specification', () => {
    const { problems, asked } = check(source + wording, (markdown) =>
      markdown.includes('liefern') ? [{ rule: 'vague-term', record: 'green' }] : [],
    );
    assert.deepEqual(short(problems), []);
    assert.deepEqual(asked, [
      ['## Leistungsbeschreibung\n\nGrüne Produkte sind zu liefern.\n', 'de'],
      ['## Leistungsbeschreibung\n\nGrünes Papier ist zu liefern.\n', 'de'],
      ['## Leistungsbeschreibung\n\nDie grüne Farbe ist RAL 6018.\n', 'de'],
    ]);
  });

  it('stand under the heading of a section the rule looks at', () => {
    const text =
      source +
      wording
        .replace('    message', '    slots: [award]\n    message')
        .replace('[Grüne Produkte sind zu liefern., Grünes Papier ist zu liefern.]', '[The grüne offer is the best of all]');
    assert.deepEqual(check(text, () => [{ rule: 'vague-term' }]).asked[0], [
      '## Award criteria\n\nThe grüne offer is the best of all\n',
      'en',
    ]);
  });

  it('fail when the rule is silent, or speaks where it should not', () => {
    const text = source + wording;
    const silent = check(text, () => [{ rule: 'missing-evidence' }]).problems;
    assert.deepEqual(short(silent), [`${at(text, 'Grüne Produkte')} example-not-found`, `${at(text, 'Grünes Papier')} example-not-found`]);
    assert.match(renderProblem(silent[0]!, 'de'), /aber statt vague-term meldet sich missing-evidence\./);
    assert.match(renderProblem(check(text, () => []).problems[0]!, 'en'), /but the rule vague-term reports nothing here\./);
    const loud = check(text, () => [{ rule: 'vague-term', record: 'green' }]).problems;
    assert.deepEqual(short(loud), [`${at(text, 'Die grüne Farbe')} example-found`]);
  });

  it('judge references on the day from which they no longer hold', () => {
    const { problems, asked } = check(source + reference, () => [{ rule: 'outdated-reference', record: 'vol-a' }]);
    assert.deepEqual(short(problems), []);
    assert.deepEqual(asked, [['---\nprocedure_start: 2017-02-02\n---\n\n## Leistungsbeschreibung\n\nEs gilt die VOL/A.\n', 'de']]);
  });

  it('leave it to the analysis whether an ambiguous brand is meant', () => {
    const { problems } = check(source + brands, (markdown) =>
      markdown.includes('Fabrikat') ? [{ rule: 'brand-neutrality', record: 'wolf' }] : [],
    );
    assert.deepEqual(short(problems), []);
    const deaf = check(source + brands, () => []).problems;
    assert.deepEqual(short(deaf), [`${at(source + brands, 'Das Gerät muss vom')} example-not-found`]);
    const loud = check(source + brands, () => [{ rule: 'brand-neutrality', record: 'wolf' }]).problems;
    assert.deepEqual(short(loud), [`${at(source + brands, 'Herr Wolf')} example-found`]);
  });

  it('know standards by publisher and number', () => {
    const text = `${source}standards:
  - id: iso-7779
    title: { de: Geräusche }
    names: [ISO 7779]
    kind: test-method
    examples:
      flags: [Gemessen nach ISO 7779:2018., Gemessen nach ISO 9296.]
      allows: [Die Nummer 7779 ist vergeben., Es gilt ISO 7779.]
`;
    const { problems } = checkCatalogue([layerOf(text)]);
    assert.deepEqual(short(problems), [
      `${at(text, 'Gemessen nach ISO 9296')} example-not-found`,
      `${at(text, 'Es gilt ISO')} example-found`,
    ]);
    assert.match(renderProblem(problems[0]!, 'en'), /the standard is not recognised/);
  });

  it('refuse a replacement that is found again', () => {
    const text = source + reference.replace('replace: { de: UVgO }', 'replace: { de: UVgO statt VOL/A }');
    const { problems } = checkCatalogue([layerOf(text)]);
    assert.deepEqual(short(problems), [`${at(text, 'UVgO statt VOL/A')} replace-equals-find`]);
  });
});

describe('a catalogue in numbers', () => {
  it('counts records, examples, open values, missing sources and overdue reviews', () => {
    const text = whole.replace('levels: { 1: 1000, 2: 1200 }', 'ask: true') + wording;
    const { compiled } = checkCatalogue([layerOf(text)]);
    const numbers = statistics(compiled, '2028-01-01');
    assert.equal(numbers.records.criteria, 1);
    assert.equal(numbers.records.brands, 0);
    assert.equal(numbers.examples, 10);
    assert.deepEqual(numbers.params, { all: 1, ask: 1 });
    assert.deepEqual(numbers.withoutSource, []);
    assert.deepEqual(numbers.reviewDue, ['notebooks/battery-cycles']);
    assert.deepEqual(numbers.fewExamples, ['blauer-engel', 'notebooks', 'notebooks/battery-cycles']);
    const few = statistics(checkCatalogue([layerOf(source + brands)]).compiled, '2028-01-01');
    assert.deepEqual(few.fewExamples, ['wolf']);
    assert.deepEqual(numbers.criteriaByProduct, { notebooks: { 1: 1, 2: 0, 3: 0 } });
    assert.deepEqual(statistics(checkCatalogue([layerOf(law + product)]).compiled, '2026-01-01').withoutSource, ['vgv-34', 'notebooks']);
  });
});

describe('a catalogue as JSON', () => {
  const organisation: Layer = {
    name: 'organisation',
    files: [
      {
        path: 'o.yaml',
        text: `${source}labels:\n  - id: blauer-engel\n    off: true\ncriteria:\n  - id: notebooks/battery-cycles\n    level: 2\n`,
      },
    ],
  };
  const layers = [layerOf(whole + wording), organisation];

  it('comes back as it was compiled', () => {
    const { compiled } = checkCatalogue(layers);
    const json = serialiseCatalogue(compiled);
    for (const restored of [restoreCatalogue(json), restoreCatalogue(JSON.parse(json))]) {
      assert.deepEqual(restored.catalogue, compiled.catalogue);
      assert.deepEqual(restored.matcher.owners, compiled.matcher.owners);
      assert.equal(serialiseCatalogue(restored), json);
      const text = 'Grüne Notebooks mit 1.000 Ladezyklen und Blauem Engel nach DE-UZ 219';
      const matches = ({ matcher }: typeof compiled) => matcher.match(matcher.tokenise(text, 0, text.length));
      assert.deepEqual(matches(restored), matches(compiled));
      assert.ok(matches(restored).length > 2);
    }
  });

  it('can be the base of further layers', () => {
    const workspace: Layer = { name: 'workspace', files: [{ path: 'w.yaml', text: source + label }] };
    const base = restoreCatalogue(serialiseCatalogue(checkCatalogue(layers).compiled)).catalogue;
    assert.deepEqual(buildCatalogue([workspace], { base }).catalogue, buildCatalogue([...layers, workspace]).catalogue);
  });

  it('keeps each source once', () => {
    const json = serialiseCatalogue(checkCatalogue([layerOf(whole)]).compiled);
    assert.equal(json.split('https://example.org/leitfaden').length - 1, 1);
  });

  it('is plain ASCII', () => assert.match(serialiseCatalogue(checkCatalogue(layers).compiled), /^[ -~]*$/));

  it('of another format is refused', () => {
    assert.throws(() => restoreCatalogue('{"format":0}'), /format 0, expected 2: build it again/);
    assert.throws(() => restoreCatalogue(null), /format undefined/);
  });
});
