import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { analyse } from '../../../server/src/core/analyse';
import { type CompiledCatalogue, compileCatalogue } from '../../../server/src/core/catalogue/compile';
import { buildCatalogue } from '../../../server/src/core/catalogue/layers';
import type { Criterion } from '../../../server/src/core/catalogue/schema';
import type { WritingContext } from '../../../server/src/core/context';
import { readCoverage, wantedCriteria } from '../../../server/src/core/coverage/coverage';
import type { MissingData } from '../../../server/src/core/rules/missingCriterion';
import { builtIn } from '../../builtIn';
import * as yaml from '../catalogue/yaml';
import {
  type Manner,
  type Naming,
  type PlainContext,
  type PlainCriterion,
  type PlainDocument,
  type PlainSection,
  referenceCoverage,
  slotOf,
  wanted,
} from './reference';

const today = '2026-11-23';
const runs = {
  numRuns: Number(process.env.GS_RUNS ?? 300),
  ...(process.env.GS_SEED ? { seed: Number(process.env.GS_SEED), endOnFailure: true } : {}),
};

/** Words no other phrase knows, a criterion each. */
const words = ['Zirbelwert', 'Quastenschnur', 'Fransenband', 'Kordelzug', 'Troddelgriff', 'Bommelrand', 'Litzensaum', 'Paspelkante'];
const ids = words.map((word) => `posament/${word.toLowerCase()}`);
const products = ['posament', 'borte', 'tresse'];

let base: CompiledCatalogue | undefined;

/** The vocabularies of the built-in catalogue, three goods, and the eight criteria, whose fields each run sets anew. */
function baseCatalogue(): CompiledCatalogue {
  if (base) return base;
  const wording = ['facts', 'modality', 'slots', 'procedure', 'equivalence'].map((name) => {
    const path = `criteria/wording/vocabulary-${name}.yaml`;
    return { path, text: readFileSync(join(process.cwd(), path), 'utf8') };
  });
  const goods = products.map((id) =>
    yaml.product
      .replace(/^products:\n/, '')
      .replace('id: notebooks', `id: ${id}`)
      .replace('[Notebook*, Laptop*]', `[${id}]`),
  );
  const criteria = ids.map((id, i) =>
    yaml.criterion
      .replace(/^criteria:\n/, '')
      .replace('id: notebooks/battery-cycles', `id: ${id}`)
      .replace('products: [notebooks]', 'products: [posament]')
      .replace("detect: ['Ladezyklen', 'charge cycles']", `detect: ['${words[i]}']`),
  );
  const own = `${yaml.source}${yaml.law}${yaml.label}products:\n${goods.join('')}criteria:\n${criteria.join('')}`;
  const built = buildCatalogue([{ name: 'test', files: [...wording, { path: 'own.yaml', text: own }] }]);
  assert.deepEqual([...built.catalogue.criteria.keys()], ids);
  base = compileCatalogue(built.catalogue).compiled;
  return base;
}

/** The catalogue with other criteria behind the same words. */
function withCriteria(criteria: readonly PlainCriterion[]): CompiledCatalogue {
  const { catalogue, matcher } = baseCatalogue();
  const full = criteria.map((one) => [one.id, { ...catalogue.criteria.get(one.id), ...one } as Criterion] as const);
  return { matcher, catalogue: { ...catalogue, criteria: new Map(full) } };
}

const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arbitrary, { nil: undefined, freq: 2 });
const some = <T>(list: readonly T[]): fc.Arbitrary<T[]> => fc.subarray([...list], { minLength: 1 });
const day = fc.constantFrom('2025-12-31', '2026-07-01', '2026-11-22', today, '2026-11-24', '2027-03-01');
const authority = fc.constantFrom('federal-ministry', 'federal', 'state', 'municipality', 'utility', 'other');
const land = fc.constantFrom('HH', 'BE', 'SN');

/** Fields that do not count are left out, as in a catalogue. */
function known<T extends object>(record: T): T {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;
}

const criterion = (id: string, index: number): fc.Arbitrary<PlainCriterion> =>
  fc
    .record({
      id: fc.constant(id),
      level: fc.constantFrom(1, 1, 2, 3),
      status: fc.constantFrom('active', 'active', 'active', 'active', 'draft', 'superseded'),
      kind: fc.constantFrom('requirement', 'requirement', 'requirement', 'requirement', 'guidance', 'prohibition'),
      products: some(products),
      jurisdiction: maybe(some(['DE', 'EU', 'DE-HH', 'DE-BE'])),
      authority: maybe(some(['federal', 'state', 'municipality'])),
      applies_from: maybe(fc.constantFrom(0, 10_000, 215_000)),
      from: maybe(day),
      until: maybe(day),
      // Only upwards, so that no two replace one another.
      includes: maybe(fc.subarray(ids.slice(index + 1))),
      replaces: maybe(fc.subarray(ids.slice(index + 1))),
    })
    .map(known);

const context: fc.Arbitrary<PlainContext> = fc
  .record({
    level: maybe(fc.constantFrom(1, 2, 3)),
    authority: maybe(authority),
    land: maybe(land),
    value: maybe(fc.constantFrom(1, 9_999, 10_000, 214_999, 215_000, 1_000_000)),
    procedureStart: maybe(day),
  })
  .map(known);

/** Headings of each slot; a heading without a slot word leaves it to the section around. */
const headings: readonly [slot: string | undefined, ...texts: string[]][] = [
  ['context', 'Hintergrund', 'Background'],
  ['subject', 'Gegenstand', 'Subject'],
  ['selection', 'Eignungskriterien'],
  ['specification', 'Leistungsbeschreibung', 'Requirements'],
  ['award', 'Zuschlagskriterien', 'Award criteria'],
  ['performance', 'Ausführungsbedingungen'],
  ['evidence', 'Nachweise'],
  [undefined, 'Sonstiges', 'Farben'],
];

/** Sentences of each manner; `*` is the word of the criterion. */
const sentences: Readonly<Record<Manner, readonly string[]>> = {
  demand: [
    'Die Ware muss einen * haben.',
    'The goods shall have a *.',
    'Die Ware soll einen * haben.',
    'Der Auftragnehmer liefert die Ware mit *.',
    'Die Ware ist grün. Sie muss einen * haben. Sie ist klein.',
    '- Die Ware muss einen * haben.',
  ],
  present: ['Die Ware hat einen *.', 'Die Ware ist grün. Sie hat einen *.'],
  item: ['- *', '| Merkmal | Wert |\n|---|---|\n| * | ja |', '1. *'],
  existing: ['Derzeit hat die Ware einen *.', '- derzeit mit *'],
  aside: [
    '```\nDie Ware muss einen * haben.\n```',
    '<!-- Die Ware muss einen * haben. -->',
    '~~Die Ware muss einen * haben.~~',
    '> Die Ware muss einen * haben.',
    'Die Ware muss `*` sein.',
    'Die Ware muss [so](https://example.org/*) sein.',
  ],
};

interface Written {
  readonly heading: string;
  readonly depth: number;
  readonly slot?: string;
  readonly lines: readonly { readonly naming: Naming; readonly text: string }[];
}

const line = fc
  .tuple(fc.nat(words.length - 1), fc.constantFrom<Manner>('demand', 'demand', 'present', 'item', 'existing', 'aside'), fc.nat(100))
  .map(([index, manner, choice]) => {
    const texts = sentences[manner];
    return { naming: { criterion: ids[index]!, manner }, text: texts[choice % texts.length]!.replace('*', words[index]!) };
  });

const section: fc.Arbitrary<Written> = fc
  .tuple(fc.constantFrom(...headings), fc.nat(1), fc.constantFrom(2, 2, 3, 4), fc.array(line, { maxLength: 4 }))
  .map(([[slot, ...texts], which, depth, lines]) => ({ heading: texts[which % texts.length]!, depth, slot, lines }));

const title: fc.Arbitrary<Written> = fc
  .tuple(fc.constantFrom('Beschaffung', 'Leistungsbeschreibung', 'Hintergrund'), fc.array(line, { maxLength: 2 }))
  .map(([heading, lines]) => ({ heading, depth: 1, lines }));

/**
 * Where the contract and the rule part, on purpose, nothing is asked: present tense about selection and evidence, and items of a list in a section
 * nobody knows the purpose of (the rule wants a demand in the lead-in).
 */
function isOpen(manner: Manner, slot: string): boolean {
  return (manner === 'present' && (slot === 'selection' || slot === 'evidence')) || (manner === 'item' && slot === 'unknown');
}

const documents = fc
  .record({
    sections: fc.tuple(title, fc.array(section, { minLength: 1, maxLength: 6 })).map(([first, others]) => [first, ...others]),
    waivers: fc.array(fc.record({ criterion: fc.constantFrom(...ids), reason: fc.boolean() }), { maxLength: 4 }),
  })
  .map(({ sections, waivers }): { text: string; model: PlainDocument } => {
    const shape: PlainSection[] = sections.map(({ depth, slot }) => ({ depth, slot, says: [] }));
    const kept = sections.map(({ lines }, i) => lines.filter(({ naming }) => !isOpen(naming.manner, slotOf(shape, i))));
    const text = [
      ...waivers.map(({ criterion, reason }) => `<!-- gs-waive ${criterion}:${reason ? ' steht im Rahmenvertrag' : ''} -->`),
      ...sections.flatMap(({ heading, depth }, i) => [
        `${'#'.repeat(depth)} ${heading}`,
        ...kept[i]!.map((one) => one.text),
        // A text that is mostly quoted is read as plain: a converter's doing.
        ...kept[i]!.filter((one) => one.text.startsWith('>')).map(() => 'Die Kisten sind grau.\nDie Deckel sind weiß.'),
      ]),
    ].join('\n\n');
    return { text: `${text}\n`, model: { sections: shape.map((one, i) => ({ ...one, says: kept[i]!.map((l) => l.naming) })), waivers } };
  });

describe('coverage and reference', () => {
  it('agree on random criteria, documents and buyers', function () {
    this.timeout(120_000);
    const some = fc.tuple(...ids.map(criterion));
    const groups = fc.array(fc.constantFrom(...products), { minLength: 1, maxLength: 3 }).map((list) => [...new Set(list)]);
    fc.assert(
      fc.property(some, documents, context, groups, (criteria, { text, model }, plain, given) => {
        const writing = { ...plain, products: given, language: 'de' } as WritingContext;
        const analysis = analyse({ text, format: 'markdown', context: writing, today }, withCriteria(criteria));
        const coverage = readCoverage(analysis.spec, analysis.products, analysis.directives.waivers);
        const named = (list: readonly Criterion[]) => list.map(({ id }) => id);
        const expected = referenceCoverage(criteria, given, model, plain, today);
        assert.deepEqual(
          coverage.map((one) => ({
            product: one.product.id,
            addressed: named(one.addressed),
            waived: named(one.waived),
            missing: named(one.missing),
          })),
          expected,
          text,
        );
        // The rule says the same: a finding for each group that lacks something.
        const said = analysis.findings
          .filter(({ rule }) => rule === 'missing-criterion')
          .map(({ message, data }) => ({ ...message.values, data: data as MissingData }));
        assert.deepEqual(
          said.sort((a, b) => given.indexOf(a.data.product) - given.indexOf(b.data.product)),
          expected
            .filter(({ missing }) => missing.length > 0)
            .map(({ product, addressed, waived, missing }) => ({
              product,
              count: missing.length,
              total: addressed.length + waived.length + missing.length,
              criteria: missing.slice(0, 6).join(' '),
              more: missing.length > 6 ? missing.length - 6 : 0,
              level: plain.level ?? 1,
              data: { product, criteria: missing },
            })),
          text,
        );
      }),
      runs,
    );
  });

  it('want the same of the built-in catalogue, for every product group and random buyers', () => {
    const { catalogue } = builtIn();
    const all = [...catalogue.criteria.values()] as readonly PlainCriterion[];
    fc.assert(
      fc.property(context, (plain) => {
        const analysis = analyse({ text: '', format: 'markdown', context: plain as WritingContext, today }, builtIn());
        for (const product of catalogue.products.keys()) {
          assert.deepEqual(
            wantedCriteria(analysis.spec, product).map(({ id }) => id),
            wanted(all, product, plain, today).map(({ id }) => id),
            product,
          );
        }
      }),
      { ...runs, numRuns: Math.min(runs.numRuns, 40) },
    );
  });

  it('one finding a group, however often it is given', () => {
    const analysis = analyse(
      { text: '# Beschaffung\n', format: 'markdown', context: { products: ['posament', 'posament'] }, today },
      baseCatalogue(),
    );
    assert.equal(analysis.findings.filter(({ rule }) => rule === 'missing-criterion').length, 1);
  });
});
