/** The catalogue in force: one map a kind of record, and where each value came from. */
import type { Brand, Criterion, Label, Law, Product, Reference, Standard, Vocabulary, Wording } from './schema';

/** The record type behind each key of a catalogue file. */
export interface RecordTypes {
  laws: Law;
  labels: Label;
  standards: Standard;
  brands: Brand;
  references: Reference;
  wording: Wording;
  vocabulary: Vocabulary;
  products: Product;
  criteria: Criterion;
}
export type RecordKind = keyof RecordTypes;
export type AnyRecord = RecordTypes[RecordKind];

/** Every kind, in the order in which they are read and reported. */
export const recordKinds = [
  'laws',
  'labels',
  'standards',
  'brands',
  'references',
  'wording',
  'vocabulary',
  'products',
  'criteria',
] as const satisfies readonly RecordKind[];

/** One map a kind, from id to the effective record. */
export type Records = { readonly [K in RecordKind]: ReadonlyMap<string, RecordTypes[K]> };

/** The layer and file that gave a value, and the position of its record in the file's list. */
export interface Origin {
  readonly layer: string;
  readonly file: string;
  readonly index: number;
}

/** Where a record came from: the layer that introduced it, and the fields that later layers replaced. */
export interface RecordOrigin extends Origin {
  readonly fields?: Readonly<Record<string, Origin>>;
}

/** All effective records. `version` is a hash of their content: equal content, equal version. */
export interface Catalogue extends Records {
  readonly version: string;
  /** Names of the layers, lowest first. */
  readonly layers: readonly string[];
  readonly origins: Readonly<Record<RecordKind, ReadonlyMap<string, RecordOrigin>>>;
  /** Records that a layer switched off, with the place that did so. References to them are no error. */
  readonly off: Readonly<Record<RecordKind, ReadonlyMap<string, Origin>>>;
}

/** A catalogue without records. */
export function emptyCatalogue(): Catalogue {
  const records = mapsByKind(() => new Map()) as unknown as Records;
  return { ...records, version: '', layers: [], origins: mapsByKind(() => new Map()), off: mapsByKind(() => new Map()) };
}

/** Calls `make` once a kind. */
export function mapsByKind<T>(make: (kind: RecordKind) => T): Record<RecordKind, T> {
  return Object.fromEntries(recordKinds.map((kind) => [kind, make(kind)])) as Record<RecordKind, T>;
}

/** Origin of a record, or of one of its fields when a later layer replaced it; `undefined` for an unknown id. */
export function originOf(catalogue: Catalogue, kind: RecordKind, id: string, field?: string): Origin | undefined {
  const origin = catalogue.origins[kind].get(id);
  return (field !== undefined && origin?.fields?.[field]) || origin;
}

/** Name of the layer that gives the record, or the field of it. */
export function layerOf(catalogue: Catalogue, kind: RecordKind, id: string, field?: string): string | undefined {
  return originOf(catalogue, kind, id, field)?.layer;
}

/** Path of the file that gives the record, or the field of it. */
export function fileOf(catalogue: Catalogue, kind: RecordKind, id: string, field?: string): string | undefined {
  return originOf(catalogue, kind, id, field)?.file;
}

/** True for criteria that count: drafts, superseded and withdrawn ones are in the catalogue but never asked for. */
export function inForce(criterion: Criterion): boolean {
  return criterion.status === 'active' || criterion.status === 'under-revision';
}

/** True for criteria that are no longer kept: texts taken from them have a successor or none. */
export function hasEnded({ status }: Criterion): boolean {
  return status === 'superseded' || status === 'withdrawn';
}

/** Kinds whose records state facts: each needs a source. Brands and wording rest on language and observation. */
const factual: ReadonlySet<RecordKind> = new Set(['laws', 'labels', 'standards', 'references', 'products', 'criteria']);

/** True for a record that states facts but names no source. */
export function lacksSource(kind: RecordKind, record: AnyRecord): boolean {
  return factual.has(kind) && !('sources' in record && record.sources?.length);
}
