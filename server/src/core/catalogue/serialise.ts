/**
 * A compiled catalogue as text and back: the built-in catalogue is loaded this way, without YAML and without compiling. The text is JSON, a
 * value a line, so that a start reads the lines it needs and leaves the rest as they are: the head, the matcher, the sources, then the
 * records of each kind, which are read when somebody first asks for that kind.
 */
import { restore, serialise } from '../match/serialise';
import {
  type AnyRecord,
  type Catalogue,
  mapsByKind,
  type Origin,
  type RecordKind,
  type RecordOrigin,
  type Records,
  recordKinds,
} from './catalogue';
import type { CompiledCatalogue } from './compile';
import type { Source } from './schema';

/** Raised when what is written changes, so that a stale file is refused instead of misread. */
const format = 3;

/** Layer and file as positions in `layers` and `files`, and the position in the file's list. */
type PlainOrigin = readonly [layer: number, file: number, index: number];

/** A record whose sources are positions in the line of sources, where each is kept once. */
type PlainRecord = Omit<AnyRecord, 'sources'> & { readonly sources?: readonly number[] };

/** The first line. */
interface Head {
  readonly format: number;
  readonly version: string;
  readonly layers: readonly string[];
  readonly files: readonly string[];
  /** Parallel to the records of each kind. */
  readonly origins: Readonly<Record<RecordKind, readonly PlainOrigin[]>>;
  /** Fields that upper layers replaced: kind, id, field, origin. */
  readonly fields: readonly (readonly [RecordKind, string, string, PlainOrigin])[];
  readonly off: readonly (readonly [RecordKind, string, PlainOrigin])[];
}

/** Lines in front of those of the records, which stand in the order of `recordKinds`. */
const headLine = 0;
const matcherLine = 1;
const sourcesLine = 2;
const firstKindLine = 3;

/** The catalogue without its example sentences: they are tests, and nobody reads them where the catalogue is used. */
export function withoutExamples(compiled: CompiledCatalogue): CompiledCatalogue {
  const bare = (record: AnyRecord): AnyRecord => {
    if (!('examples' in record) || !record.examples) return record;
    const empty = Object.fromEntries(Object.keys(record.examples).map((key) => [key, []]));
    return { ...record, examples: empty } as unknown as AnyRecord;
  };
  const records = mapsByKind(
    (kind) => new Map([...(compiled.catalogue[kind] as ReadonlyMap<string, AnyRecord>)].map(([id, record]) => [id, bare(record)])),
  );
  return { ...compiled, catalogue: { ...compiled.catalogue, ...(records as unknown as Records) } };
}

/** The catalogue as lines of JSON in plain ASCII, which is read faster; equal catalogues give equal text. */
export function serialiseCatalogue({ catalogue, matcher }: CompiledCatalogue): string {
  const sources = table<Source>((source) => JSON.stringify(source));
  const files = table<string>((file) => file);
  const plain = ({ layer, file, index }: Origin): PlainOrigin => [catalogue.layers.indexOf(layer), files.add(file), index];
  const recordsOf = (kind: RecordKind) => [...(catalogue[kind] as ReadonlyMap<string, AnyRecord>).values()];
  const originsOf = (kind: RecordKind) => [...catalogue.origins[kind]];
  const records = recordKinds.map((kind) =>
    recordsOf(kind).map((record) =>
      'sources' in record && record.sources ? { ...record, sources: record.sources.map(sources.add) } : record,
    ),
  );
  const head: Head = {
    format,
    version: catalogue.version,
    layers: catalogue.layers,
    origins: mapsByKind((kind) => recordsOf(kind).map(({ id }) => plain(catalogue.origins[kind].get(id)!))),
    fields: recordKinds.flatMap((kind) =>
      originsOf(kind).flatMap(([id, { fields }]) =>
        Object.entries(fields ?? {}).map(([field, origin]) => [kind, id, field, plain(origin)] as const),
      ),
    ),
    off: recordKinds.flatMap((kind) => [...catalogue.off[kind]].map(([id, origin]) => [kind, id, plain(origin)] as const)),
    files: files.list,
  };
  const lines = [head, serialise(matcher), sources.list, ...records].map((line) => JSON.stringify(line));
  return lines.join('\n').replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/**
 * The compiled catalogue out of what `serialiseCatalogue` gave.
 * @throws Error when the text was written by another version of Grünstift.
 */
export function restoreCatalogue(text: string): CompiledCatalogue {
  const ends = lineEnds(text);
  const read = (line: number): unknown => JSON.parse(text.slice(line === 0 ? 0 : ends[line - 1]! + 1, ends[line]));
  const content = read(headLine) as Head;
  if (content?.format !== format)
    throw new Error(`the built-in catalogue has format ${String(content?.format)}, expected ${format}: build it again`);
  const { layers, files } = content;
  let sources: readonly Source[] | undefined;
  const origin = ([layer, file, index]: PlainOrigin): Origin => ({ layer: layers[layer]!, file: files[file]!, index });
  const readKind = (kind: RecordKind) => {
    sources ??= read(sourcesLine) as Source[];
    const known = sources;
    const list = read(firstKindLine + recordKinds.indexOf(kind)) as PlainRecord[];
    const entries = list.map(({ sources: positions, ...record }) => {
      const full = positions ? { ...record, sources: positions.map((position) => known[position]!) } : record;
      return [record.id, full as unknown as AnyRecord] as const;
    });
    return new Map(entries);
  };
  const readOrigins = (kind: RecordKind) => {
    const found = new Map<string, RecordOrigin>([...catalogue[kind].keys()].map((id, i) => [id, origin(content.origins[kind][i]!)]));
    for (const [ofKind, id, field, at] of content.fields) {
      if (ofKind !== kind) continue;
      const below = found.get(id)!;
      found.set(id, { ...below, fields: { ...below.fields, [field]: origin(at) } });
    }
    return found;
  };
  const off = mapsByKind(() => new Map<string, Origin>());
  for (const [kind, id, at] of content.off) off[kind].set(id, origin(at));
  const origins = withLazy({}, readOrigins) as Catalogue['origins'];
  const catalogue = withLazy({ version: content.version, layers, origins, off }, readKind) as unknown as Catalogue;
  return { catalogue, matcher: restore(read(matcherLine)) };
}

/** Where each line ends. */
function lineEnds(text: string): number[] {
  const ends: number[] = [];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) ends.push(at);
  ends.push(text.length);
  return ends;
}

/** Adds a property for each kind of record that is made when first asked for. */
function withLazy(target: object, make: (kind: RecordKind) => unknown): object {
  for (const kind of recordKinds) {
    let value: unknown;
    Object.defineProperty(target, kind, { enumerable: true, get: () => (value ??= make(kind)) });
  }
  return target;
}

/** A list that takes each value once; `add` gives its position. */
function table<T>(keyOf: (value: T) => string): { list: T[]; add: (value: T) => number } {
  const list: T[] = [];
  const positions = new Map<string, number>();
  return {
    list,
    add(value) {
      const key = keyOf(value);
      const known = positions.get(key);
      if (known !== undefined) return known;
      positions.set(key, list.length);
      return list.push(value) - 1;
    },
  };
}
