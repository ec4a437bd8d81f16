/** `gruenstift catalogue check`: is a folder of YAML files a sound catalogue, what does it hold, and what does it lack? */
import { join, resolve } from 'node:path';
import pc from 'picocolors';
import { checkCatalogue } from '../catalogueCheck';
import { cataloguePatterns } from '../catalogues';
import { type AnyRecord, type Catalogue, inForce, lacksSource, originOf, type RecordKind, recordKinds } from '../core/catalogue/catalogue';
import { hasFewExamples, statistics } from '../core/catalogue/check';
import type { CompiledCatalogue } from '../core/catalogue/compile';
import { type ProblemSeverity, renderProblem } from '../core/catalogue/problems';
import type { Criterion, Label } from '../core/catalogue/schema';
import type { Language } from '../core/context';
import { local, textsOf } from '../core/messages/index';
import type { Host } from '../host';
import { fileUri } from '../nodeFiles';
import { isoDay } from '../request';
import { count, say } from '../texts';
import { keyOf } from '../uri';
import type { Console } from './console';

export interface CatalogueCheckOptions {
  /** Do not build on the built-in catalogue. */
  readonly alone: boolean;
  readonly locale: Language;
}

const layerName = 'folder';

/** @returns the exit code: 0 sound, 1 errors, 2 nothing to check. */
export async function checkCatalogueFolder(
  folder: string,
  { alone, locale }: CatalogueCheckOptions,
  host: Host,
  console: Console,
): Promise<0 | 1 | 2> {
  const colour = pc.createColors(console.colours);
  const root = fileUri(resolve(console.cwd, folder));
  const files: { path: string; text: string }[] = [];
  for (const uri of await host.findFiles(root, cataloguePatterns)) {
    const text = await host.readFile(uri);
    const path = join(folder, decodeURIComponent(uri.slice(root.length + 1)));
    if (text !== undefined) files.push({ path, text });
  }
  if (files.length === 0) {
    console.error(`${say(locale, 'cli-catalogue-none', { path: folder })}\n`);
    return 2;
  }
  const isBuiltIn = host.builtInSource !== undefined && keyOf(host.builtInSource) === keyOf(root);
  const base = alone || isBuiltIn ? undefined : await builtIn(host);
  const today = isoDay(new Date(host.timer.today()));
  const { compiled, problems } = checkCatalogue([{ name: layerName, files }], { base: base?.catalogue, today });

  const paint: Record<ProblemSeverity, (text: string) => string> = { error: colour.red, warning: colour.yellow, note: colour.dim };
  for (const problem of problems) {
    const name = paint[problem.severity](say(locale, `severity-${problem.severity}`));
    console.out(
      `${problem.path}:${problem.line}:${problem.column}: ${name}: ${renderProblem(problem, locale)} ${colour.dim(problem.id)}\n`,
    );
  }
  if (problems.length > 0) console.out('\n');

  const numbers = statistics(compiled, today);
  const counts = recordCounts(compiled.catalogue);
  const width = Math.max(0, ...counts.map(([kind]) => kind.length));
  for (const [kind, number] of counts) console.out(`${kind.padEnd(width)} ${String(number).padStart(6)}\n`);
  console.out(`${say(locale, 'cli-catalogue-numbers', { phrases: numbers.phrases, examples: numbers.examples, ...numbers.params })}\n`);
  const gaps = gapsOf(compiled.catalogue, today, locale);
  if (gaps.length > 0) console.out(`\n${say(locale, 'cli-gaps')}\n${gaps.map((gap) => `  ${gap}\n`).join('')}`);

  const errors = problems.filter((problem) => problem.severity === 'error').length;
  const warnings = problems.filter((problem) => problem.severity === 'warning').length;
  const sum = say(locale, 'cli-catalogue-summary', {
    files: count(locale, 'file', files.length),
    records: counts.reduce((total, [, number]) => total + number, 0),
    errors: count(locale, 'error', errors),
    warnings: count(locale, 'warning', warnings),
  });
  console.out(`\n${errors > 0 ? colour.red(sum) : sum}\n`);
  return errors > 0 ? 1 : 0;
}

async function builtIn(host: Host): Promise<CompiledCatalogue | undefined> {
  const text = await host.readBuiltIn();
  const { restoreCatalogue } = await import('../core/catalogue/serialise');
  return text === undefined ? undefined : restoreCatalogue(JSON.parse(text));
}

/** Records that this layer adds or changes, a kind. */
function recordCounts(catalogue: Catalogue): [RecordKind, number][] {
  return recordKinds.flatMap((kind): [RecordKind, number][] => {
    const number = [...catalogue.origins[kind].values()].filter((origin) => isOwn(origin)).length;
    return number === 0 ? [] : [[kind, number]];
  });
}

function isOwn(origin: { layer: string; fields?: Readonly<Record<string, { layer: string }>> } | undefined): boolean {
  return (
    origin !== undefined && (origin.layer === layerName || Object.values(origin.fields ?? {}).some((field) => field.layer === layerName))
  );
}

/** So many criteria of its own that hold for every buyer a product group should have. */
const criteriaGoal = 6;
/** A criterion for more product groups is a cross-cutting one and says little about any of them. */
const ownProducts = 10;

/** What this layer lacks: sources, reviews, values, criteria of its product groups, equivalent proof, English texts. */
function gapsOf(catalogue: Catalogue, today: string, locale: Language): string[] {
  const gaps: string[] = [];
  const some = (ids: readonly string[]) => ({ count: ids.length, ids: `${ids.slice(0, 10).join(', ')}${ids.length > 10 ? ' …' : ''}` });
  const idsOf = (fits: (kind: RecordKind, record: AnyRecord) => boolean) =>
    recordKinds.flatMap((kind) =>
      ([...catalogue[kind].values()] as AnyRecord[]).filter((record) => fits(kind, record)).map(({ id }) => id),
    );
  const unsourced = idsOf((kind, record) => isOwn(catalogue.origins[kind].get(record.id)) && lacksSource(kind, record));
  if (unsourced.length > 0) gaps.push(say(locale, 'gap-no-source', some(unsourced)));
  // A record of the layer below that this one only adjusts ships without its examples.
  const untested = idsOf(
    (kind, record) => originOf(catalogue, kind, record.id, 'examples')?.layer === layerName && hasFewExamples(kind, record),
  );
  if (untested.length > 0) gaps.push(say(locale, 'gap-few-examples', some(untested)));

  const criteria = [...catalogue.criteria.values()].filter(inForce);
  const own = criteria.filter((criterion) => isOwn(catalogue.origins.criteria.get(criterion.id)));
  const due = own.filter((criterion) => criterion.review_by < today).map((criterion) => criterion.id);
  if (due.length > 0) gaps.push(say(locale, 'gap-review-due', some(due)));
  const params = own.flatMap((criterion) => criterion.params ?? []);
  const ask = params.filter((param) => param.ask).length;
  if (ask > 0) gaps.push(say(locale, 'gap-ask', { ask, all: params.length, share: Math.round((100 * ask) / params.length) }));

  const general = criteria.filter((criterion) => holdsForEverybody(criterion) && criterion.products.length <= ownProducts);
  for (const [id, product] of catalogue.products) {
    if (!isOwn(catalogue.origins.products.get(id)) && !own.some((criterion) => criterion.products.includes(id))) continue;
    gaps.push(
      ...gapsOfProduct(
        local(product.name, locale),
        general.filter((criterion) => criterion.products.includes(id)),
        locale,
      ),
    );
  }

  const unproved = [...catalogue.labels.values()]
    .filter((label) => isOwn(catalogue.origins.labels.get(label.id)) && canProve(label) && label.equivalent_proof === undefined)
    .map((label) => label.id);
  if (unproved.length > 0) gaps.push(say(locale, 'gap-no-equivalent', some(unproved)));
  const german = own.filter((criterion) => criterion.title.en === undefined || criterion.clause.en === undefined).length;
  if (german > 0) gaps.push(say(locale, 'gap-no-english', { count: german }));
  return gaps;
}

function gapsOfProduct(product: string, fitting: readonly Criterion[], locale: Language): string[] {
  if (fitting.length === 0) return [say(locale, 'gap-no-criteria', { product })];
  const gaps: string[] = [];
  if (fitting.length < criteriaGoal) gaps.push(say(locale, 'gap-few-criteria', { product, count: fitting.length, goal: criteriaGoal }));
  for (const level of [1, 2, 3] as const) {
    if (!fitting.some((criterion) => criterion.level === level))
      gaps.push(say(locale, 'gap-no-level', { product, level: textsOf(locale).words.levels[level] ?? level }));
  }
  for (const slot of ['specification', 'award', 'performance'] as const) {
    if (!fitting.some((criterion) => criterion.slot === slot))
      gaps.push(say(locale, 'gap-no-slot', { product, slot: say(locale, `slot-${slot}`) }));
  }
  return gaps;
}

/** Not a duty or ban of one kind of buyer or of one Land: those come on top of what a product group offers everybody. */
function holdsForEverybody({ kind, authority, jurisdiction }: Criterion): boolean {
  return (kind === 'requirement' || kind === 'guidance') && !authority && (!jurisdiction || jurisdiction.includes('DE'));
}

/** Labels that a tender may name as proof: only for these an equivalent is owed. */
function canProve({ section34 }: Label): boolean {
  return section34 === 'yes' || section34 === 'partly';
}
