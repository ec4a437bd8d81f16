// biome-ignore-all lint/suspicious/noTemplateCurlyInString: tab stops of VS Code snippets look like that
import assert from 'node:assert/strict';
import { codeSnippets, readHandwritten, snippetPage } from '../../../scripts/generate-snippets';
import type { Catalogue } from '../../../server/src/core/catalogue/catalogue';
import { clauseParts, holesOf } from '../../../server/src/core/catalogue/holes';
import { buildCatalogue } from '../../../server/src/core/catalogue/layers';
import {
  allSnippets,
  criterionSnippet,
  type HandwrittenSnippet,
  handwrittenSnippet,
  prefixOf,
} from '../../../server/src/core/catalogue/snippet';
import { whole } from './yaml';

function catalogueOf(text: string): Catalogue {
  const { catalogue, problems } = buildCatalogue([{ name: 'x', files: [{ path: 'x.yaml', text }] }]);
  assert.deepEqual(problems, []);
  return catalogue;
}
const criterionOf = (text: string) => catalogueOf(text).criteria.get('notebooks/battery-cycles')!;

describe('snippets from clauses', () => {
  it('joins demand and proof, with the value as tab stop', () => {
    const criterion = criterionOf(whole.replaceAll('1000', '10000').replaceAll('1200', '12000'));
    assert.deepEqual(criterionSnippet(criterion, 'de'), {
      language: 'de',
      prefix: 'gs-notebooks-battery-cycles',
      title: 'Haltbarkeit des Akkus',
      slot: 'specification',
      body: 'Der Akku muss nach ${1:10.000} Ladezyklen noch 80 % seiner Kapazität haben. Der Nachweis ist durch das Datenblatt zu führen.$0',
    });
    const english = criterionSnippet(criterion, 'en')!;
    assert.equal(english.prefix, 'gs-notebooks-battery-cycles-en');
    assert.equal(english.body, 'The battery must keep 80 % of its capacity after ${1:10,000} charge cycles. Evidence is the data sheet.$0');
  });

  it('shows what the buyer must fill in', () => {
    const criterion = criterionOf(whole.replace('levels: { 1: 1000, 2: 1200 }', 'ask: true'));
    assert.match(criterionSnippet(criterion, 'de')!.body, /^Der Akku muss nach \$\{1:\[Ladezyklen[^\]]*\]\} Ladezyklen/);
    assert.match(criterionSnippet(criterion, 'en')!.body, /after \$\{1:\[[^\]]*Charge cycles\]\} charge cycles/i);
  });

  it('takes the clause and value of the level at which the criterion begins', () => {
    const text = whole
      .replace('level: 1\n', 'level: 2\n')
      .replace('    reason:', '    clause_levels: { 2: { de: "Stufe zwei: {cycles}." } }\n    reason:');
    assert.match(criterionSnippet(criterionOf(text), 'de')!.body, /^Stufe zwei: \$\{1:1200\}\./);
    assert.equal(criterionSnippet(criterionOf(text), 'en'), undefined);
  });

  it('adds the equivalence sentence when a label alone is the proof', () => {
    const proof = 'Der Nachweis ist durch das Datenblatt zu führen.';
    const bare = whole
      .replace('kind: data-sheet', 'kind: label\n        label: blauer-engel')
      .replace(proof, 'Der Nachweis ist durch den Blauen Engel zu führen.');
    assert.match(
      criterionSnippet(criterionOf(bare), 'de')!.body,
      /Blauen Engel zu führen\. Gleichwertige Gütezeichen und andere geeignete Nachweise werden anerkannt\.\$0$/,
    );
    const covered = bare.replace('den Blauen Engel zu', 'den Blauen Engel oder ein gleichwertiges Gütezeichen zu');
    assert.doesNotMatch(criterionSnippet(criterionOf(covered), 'de')!.body, /werden anerkannt/);
  });

  it('repeats a tab stop for a hole that comes twice, and escapes what snippets give a meaning', () => {
    const snippet: HandwrittenSnippet = {
      prefix: 'gs-strafe',
      title: { de: 'Vertragsstrafe' },
      slot: 'performance',
      clause: { de: 'Strafe {satz|0,5} % je Woche, höchstens {grenze} %; {satz} gilt {immer|von 1 bis $2}. Preis in $, Pfad C:\\x}' },
    };
    assert.equal(
      handwrittenSnippet(snippet, 'de')!.body,
      'Strafe ${1:0,5} % je Woche, höchstens ${2:[grenze]} %; ${1} gilt ${3:von 1 bis \\$2}. Preis in \\$, Pfad C:\\\\x\\}$0',
    );
    assert.equal(handwrittenSnippet(snippet, 'en'), undefined);
  });

  it('leaves out drafts and guidance, and sorts by prefix', () => {
    const handwritten: HandwrittenSnippet[] = [
      { prefix: 'gs-a', title: { de: 'A', en: 'A' }, slot: 'award', clause: { de: 'Ä', en: 'A' } },
    ];
    const prefixes = (text: string) => allSnippets(catalogueOf(text), handwritten, 'de').map((snippet) => snippet.prefix);
    assert.deepEqual(prefixes(whole), ['gs-a', 'gs-notebooks-battery-cycles']);
    assert.deepEqual(prefixes(whole.replace('status: active', 'status: draft')), ['gs-a']);
    assert.deepEqual(prefixes(whole.replace('kind: requirement', 'kind: guidance')), ['gs-a']);
  });

  it('writes files VS Code reads and a table', () => {
    const catalogue = catalogueOf(whole);
    const german = allSnippets(catalogue, [], 'de');
    const entries = Object.values(JSON.parse(codeSnippets(german))) as { prefix: string; scope: string; body: string[] }[];
    assert.deepEqual(
      entries.map(({ prefix, scope, body }) => [prefix, scope, body.length]),
      [['gs-notebooks-battery-cycles', 'markdown,plaintext', 1]],
    );
    const page = snippetPage(german, allSnippets(catalogue, [], 'en'));
    assert.match(page, /\| `gs-notebooks-battery-cycles` \| Haltbarkeit des Akkus \| Leistungsbeschreibung \|/);
    assert.match(page, /\| `gs-notebooks-battery-cycles-en` \| Battery endurance \| Specification \|/);
  });

  it('says where a hand-written snippet is wrong', () => {
    const text =
      '- prefix: gs-x\n  title: { de: X }\n  slot: award\n  clause: { de: X }\n- prefix: X\n  title: { de: X }\n  slot: award\n  clause: { de: X }\n- prefix: gs-x\n  title: { de: X }\n  slot: zuschlag\n  clause: { de: X }\n';
    const { snippets, errors } = readHandwritten([{ path: 'h.yaml', text }]);
    assert.equal(snippets.length, 1);
    assert.deepEqual(
      errors.map((error) => error.split(': ')[0]),
      ['h.yaml:5:11', 'h.yaml:11:9'],
    );
    assert.deepEqual(readHandwritten([{ path: 'h.yaml', text: '- [' }]).snippets, []);
    const twice = readHandwritten([{ path: 'h.yaml', text: text.split('- prefix: X')[0]!.repeat(2) }]);
    assert.deepEqual(twice.errors, ['h.yaml:5:11: the prefix exists already in h.yaml']);
  });

  it('makes prefixes from ids', () => assert.equal(prefixOf('notebooks/battery-cycles'), 'gs-notebooks-battery-cycles'));
});

describe('holes', () => {
  it('are names in braces, with a default after a bar', () => {
    assert.deepEqual(clauseParts('a {b} c {d|e f} { x } {}'), [
      { text: 'a ' },
      { hole: 'b' },
      { text: ' c ' },
      { hole: 'd', fallback: 'e f' },
      { text: ' { x } {}' },
    ]);
    assert.deepEqual(holesOf('{a} {b} {a}'), ['a', 'b']);
    assert.deepEqual(clauseParts(''), []);
  });
});
