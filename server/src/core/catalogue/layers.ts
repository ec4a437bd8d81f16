/**
 * Layers of catalogue files into the one catalogue in force. A later layer adds records, replaces fields of records of
 * the same id, or switches records off. The result never depends on the order of the files of a layer.
 */
import {
  type AnyRecord,
  type Catalogue,
  emptyCatalogue,
  mapsByKind,
  type Origin,
  type RecordOrigin,
  type Records,
  type RecordTypes,
  recordKinds,
} from './catalogue';
import { crossReferences, type FilesRead } from './crossReferences';
import { contentHash } from './hash';
import type { NodePart, NodePath } from './locate';
import { type CatalogueProblem, compareProblems, type Place, problemAt } from './problems';
import { type FullRecord, type OverrideRecord, type ReadFile, readCatalogueFile } from './read';
import type { Source } from './schema';

/** YAML files of one origin. Names used by Grünstift: `built-in`, `organisation` (or its name), `workspace`. */
export interface Layer {
  readonly name: string;
  readonly files: readonly { readonly path: string; readonly text: string }[];
}

/** Place of a value in one of the files read; `undefined` for files that are not at hand (a restored built-in catalogue). */
export type Locate = (file: string, path: NodePath, part?: NodePart) => Place | undefined;

export interface BuildOptions {
  /** Lower layers that are built already, e.g. the built-in catalogue restored from JSON. */
  readonly base?: Catalogue;
  /** ISO date for "review is due"; without it nothing is called overdue. */
  readonly today?: string;
}

export interface BuiltCatalogue {
  readonly catalogue: Catalogue;
  readonly problems: readonly CatalogueProblem[];
  readonly locate: Locate;
}

/** Layers, lowest first, into one catalogue. Never throws: what is broken is reported and left out. */
export function buildCatalogue(layers: readonly Layer[], options: BuildOptions = {}): BuiltCatalogue {
  const problems: CatalogueProblem[] = [];
  const files = new Map<string, ReadFile>();
  let catalogue = options.base ?? emptyCatalogue();
  for (const layer of layers) {
    const read = [...layer.files]
      .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
      .map(({ path, text }) => {
        const result = readCatalogueFile(path, text, catalogue);
        problems.push(...result.problems);
        files.set(path, result.file);
        return result.file;
      });
    catalogue = addLayer(catalogue, layer.name, read, problems);
  }
  const locate: Locate = (file, path, part) => files.get(file)?.locate(path, part);
  catalogue = { ...catalogue, version: versionOf(catalogue) };
  const broken = new Set([...files.values()].flatMap((file) => file.broken));
  const filesRead: FilesRead = {
    isBroken: (kind, id) => broken.has(`${kind} ${id}`),
    hasBrokenSources: (file) => files.get(file)?.brokenSources === true,
  };
  problems.push(...crossReferences(catalogue, locate, filesRead, options.today));
  return { catalogue, problems: problems.sort(compareProblems), locate };
}

function addLayer(below: Catalogue, layer: string, files: readonly ReadFile[], problems: CatalogueProblem[]): Catalogue {
  const records = mapsByKind((kind) => new Map<string, AnyRecord>(below[kind]));
  const origins = mapsByKind((kind) => new Map<string, RecordOrigin>(below.origins[kind]));
  const off = mapsByKind((kind) => new Map<string, Origin>(below.off[kind]));
  const seen = mapsByKind(() => new Map<string, { file: ReadFile; index: number }>());
  for (const file of files) {
    for (const record of file.records) {
      const { kind, index } = record;
      const { id } = record.value;
      const other = seen[kind].get(id);
      if (other) {
        const otherLine = other.file.locate([kind, other.index, 'id']).line;
        problems.push(
          problemAt(file.path, file.locate([kind, index, 'id']), 'duplicate-id', { id, file: shortPath(other.file.path), otherLine }),
        );
        continue;
      }
      seen[kind].set(id, { file, index });
      const origin: Origin = { layer, file: file.path, index };
      off[kind].delete(id);
      if (!record.override) {
        records[kind].set(id, withFileSources(record, file.sources));
        origins[kind].set(id, origin);
      } else if (record.value.off) {
        records[kind].delete(id);
        origins[kind].delete(id);
        off[kind].set(id, origin);
      } else {
        records[kind].set(id, overridden(below[kind].get(id)!, record, file.sources));
        origins[kind].set(id, withFields(below.origins[kind].get(id)!, record, origin));
      }
    }
  }
  return { ...(records as unknown as Records), version: '', layers: [...below.layers, layer], origins, off };
}

/** Vocabularies are words, not facts: they have no sources. */
function withFileSources(record: FullRecord, sources: readonly Source[]): AnyRecord {
  if (record.kind === 'vocabulary' || sources.length === 0) return record.value;
  const value = record.value as Exclude<AnyRecord, RecordTypes['vocabulary']>;
  return value.sources === undefined ? { ...value, sources: [...sources] } : value;
}

/** Given fields replace; the sources of the overriding file join those of the record, unless it names its own. */
function overridden(below: AnyRecord, record: OverrideRecord, fileSources: readonly Source[]): AnyRecord {
  const { off: _, ...fields } = record.value;
  const merged = { ...below, ...fields } as AnyRecord & { sources?: Source[] };
  if (record.kind === 'vocabulary' || 'sources' in fields || fileSources.length === 0) return merged;
  return { ...merged, sources: [...(merged.sources ?? []), ...fileSources] };
}

function withFields(below: RecordOrigin, record: OverrideRecord, origin: Origin): RecordOrigin {
  const fields: Record<string, Origin> = { ...below.fields };
  for (const field of Object.keys(record.value)) if (field !== 'id' && field !== 'off') fields[field] = origin;
  return { ...below, fields };
}

function versionOf(catalogue: Catalogue): string {
  const content = recordKinds.map((kind) =>
    [...(catalogue[kind] as ReadonlyMap<string, AnyRecord>)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, record]) => record),
  );
  return contentHash(JSON.stringify(content));
}

/** A path as it stands; of a URI only the folder and the name. */
function shortPath(path: string): string {
  return path.includes('://') ? path.split('/').slice(-2).join('/') : path;
}
