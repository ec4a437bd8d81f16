/** `gruenstift catalogue list`: counts and one row a record of the catalogue in force. */
import { resolve } from 'node:path';
import pc from 'picocolors';
import { createCatalogues } from '../catalogues';
import { createConfigurations } from '../configuration';
import { type AnyRecord, type Catalogue, layerOf, type RecordKind, type RecordTypes, recordKinds } from '../core/catalogue/catalogue';
import type { Slot } from '../core/catalogue/schema';
import { emptyConfig } from '../core/config';
import type { Language, Level } from '../core/context';
import { local } from '../core/messages/index';
import type { Host } from '../host';
import { fileUri } from '../nodeFiles';
import { problemsOf } from '../problems';
import { count, say } from '../texts';
import { parentOf } from '../uri';
import type { Console } from './console';

export interface CatalogueListOptions {
  /** Only records of this kind. */
  readonly kind?: RecordKind;
  readonly format: 'text' | 'json';
  readonly locale: Language;
}

/** One record in a list. `level`, `slot`, `status` and `review_by` are said of criteria only. */
export interface ListedRecord {
  readonly kind: RecordKind;
  readonly id: string;
  readonly title: string;
  readonly level?: Level;
  readonly slot?: Slot;
  readonly status?: string;
  /** Product groups; absent where a record has nothing to do with them. */
  readonly products?: readonly string[];
  /** How many sources the record names, those of its file included. */
  readonly sources: number;
  /** ISO date. */
  readonly review_by?: string;
  /** Layer that gives the record. */
  readonly layer: string;
}

/** @returns the exit code: 0 listed, 2 there is no catalogue, or a layer that `.gruenstift.yaml` names is missing. */
export async function listCatalogue(folder: string, options: CatalogueListOptions, host: Host, console: Console): Promise<0 | 2> {
  const { format, kind, locale } = options;
  const root = fileUri(resolve(console.cwd, folder));
  const configuration = await createConfigurations(host.readFile, () => undefined).of(`${root}/liste.md`, emptyConfig);
  // As for `check`: the folder of the configuration is the one whose `criteria/` counts.
  const workspace = configuration.file ? parentOf(configuration.file.uri) : root;
  const inForce = await createCatalogues(host, host.readFile, () => true).of(configuration, workspace);
  for (const { message } of problemsOf(configuration, { ...inForce, problems: [] }, locale)) console.error(`${message}\n`);
  const errors = inForce.problems.filter((problem) => problem.severity === 'error').length;
  if (errors > 0) console.error(`${say(locale, 'cli-catalogue-errors', { path: folder, errors: count(locale, 'error', errors) })}\n`);
  const { catalogue } = inForce.compiled;
  const kinds = kind === undefined ? recordKinds : [kind];
  const counts = Object.fromEntries(kinds.map((name) => [name, catalogue[name].size])) as Record<RecordKind, number>;
  const records = kinds.flatMap((name) => [...catalogue[name].values()].map((record) => listed(catalogue, name, record, locale)));
  records.sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || (a.id < b.id ? -1 : 1));
  if (format === 'json') {
    const layers = inForce.layers().map(({ name, records: number }) => ({ name, records: number }));
    console.out(`${JSON.stringify({ version: catalogue.version, layers, counts, records }, null, 2)}\n`);
  } else {
    console.out(asText(records, counts, pc.createColors(console.colours)));
  }
  return inForce.layerProblems.length > 0 ? 2 : 0;
}

function listed(catalogue: Catalogue, kind: RecordKind, record: AnyRecord, locale: Language): ListedRecord {
  const criterion = kind === 'criteria' ? (record as RecordTypes['criteria']) : undefined;
  const products = 'products' in record ? record.products : undefined;
  return {
    kind,
    id: record.id,
    title: titleOf(record, locale),
    ...(criterion && { level: criterion.level, slot: criterion.slot, status: criterion.status }),
    ...(products && { products }),
    sources: 'sources' in record ? (record.sources?.length ?? 0) : 0,
    ...(criterion && { review_by: criterion.review_by }),
    layer: layerOf(catalogue, kind, record.id) ?? '',
  };
}

/** What a record is called; references and wording rules are known by their first phrase. */
function titleOf(record: AnyRecord, locale: Language): string {
  const name = 'title' in record ? record.title : 'name' in record ? record.name : record.find[0];
  return name === undefined ? record.id : typeof name === 'string' ? name : local(name, locale);
}

function asText(
  records: readonly ListedRecord[],
  counts: Readonly<Partial<Record<RecordKind, number>>>,
  colour: ReturnType<typeof pc.createColors>,
): string {
  const width = Math.max(...Object.keys(counts).map((kind) => kind.length));
  const lines = Object.entries(counts).map(([kind, number]) => `${kind.padEnd(width)} ${String(number).padStart(6)}`);
  for (const kind of Object.keys(counts) as RecordKind[]) {
    const rows = records.filter((record) => record.kind === kind).map(columnsOf);
    if (rows.length === 0) continue;
    const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
    lines.push(
      '',
      colour.bold(kind),
      ...rows.map((row) =>
        row
          .map((cell, column) => cell.padEnd(widths[column]))
          .join('  ')
          .trimEnd(),
      ),
    );
  }
  return `${lines.join('\n')}\n`;
}

function columnsOf({ kind, id, title, level, slot, products = [], sources, review_by }: ListedRecord): string[] {
  return kind === 'criteria'
    ? [id, String(level), slot ?? '', String(sources), review_by ?? '', title, products.join(' ')]
    : [id, String(sources), title, products.join(' ')];
}
