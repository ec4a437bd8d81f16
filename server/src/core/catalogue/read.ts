/**
 * One YAML file into checked records. A broken record is reported at its place and skipped; all others load.
 * An unknown key alone does not cost the record: it is reported and ignored, so that everything else about it is still checked.
 */
import * as v from 'valibot';
import { isMap, isScalar, isSeq, type Node, type YAMLError } from 'yaml';
import { type AnyRecord, type RecordKind, type Records, type RecordTypes, recordKinds } from './catalogue';
import { holdsAlias, locate, type NodePart, type NodePath, nodeAt, parseYaml, placeOf, type YamlText } from './locate';
import { type Bilingual, type CatalogueProblem, type Place, type ProblemId, type ProblemValues, problemAt } from './problems';
import { CatalogueFile, overrideSchemas, recordSchemas, Source } from './schema';
import { nearest } from './suggest';

/** Longest file read, in UTF-16 units. A file of this size takes about half a second. */
export const maxFileLength = 1_500_000;
/** Most values one anchor may stand for in a file. */
const maxAliasCount = 1_000;

/** A record that is complete in itself. */
export interface FullRecord<K extends RecordKind = RecordKind> {
  readonly kind: K;
  readonly index: number;
  readonly override: false;
  readonly value: RecordTypes[K];
}

/** Fields that replace those of the record of the same id in a lower layer; `off` switches it off. */
export interface OverrideRecord<K extends RecordKind = RecordKind> {
  readonly kind: K;
  readonly index: number;
  readonly override: true;
  readonly value: { readonly id: string; readonly off?: boolean } & Partial<RecordTypes[K]>;
}

/** What a file holds: its valid records, in the order of the text. */
export interface ReadFile {
  readonly path: string;
  /** Sources for every record of the file that names none. */
  readonly sources: readonly Source[];
  readonly records: readonly (FullRecord | OverrideRecord)[];
  /** `kind id` of the records that are there but could not be read. */
  readonly broken: readonly string[];
  /** True when one of the file's sources could not be read. */
  readonly brokenSources: boolean;
  /** Place of a value, e.g. `locate(['criteria', 3, 'clause'])`. Parses the text again at the first call. */
  readonly locate: (path: NodePath, part?: NodePart) => Place;
}

/**
 * Reads a catalogue file. Never throws.
 * @param lower records of the layers below: an id that exists there may be overridden by single fields or switched off.
 */
export function readCatalogueFile(path: string, yamlText: string, lower?: Records): { file: ReadFile; problems: CatalogueProblem[] } {
  const problems: CatalogueProblem[] = [];
  const nothing: ReadFile = { path, sources: [], records: [], broken: [], brokenSources: false, locate: lazyLocate(yamlText) };
  if (yamlText.length > maxFileLength) {
    const values = { size: Math.ceil(yamlText.length / 1000), limit: maxFileLength / 1000 };
    problems.push(problemAt(path, { line: 1, column: 1, endLine: 1, endColumn: 1 }, 'too-large', values));
    return { file: nothing, problems };
  }
  const yaml = parseYaml(yamlText);
  const report = (nodePath: NodePath, part: NodePart, id: ProblemId, values: ProblemValues) =>
    problems.push(problemAt(path, locate(yaml, nodePath, part), id, values));
  for (const error of yaml.document.errors) problems.push(syntaxProblem(path, yaml, error, 'yaml-syntax'));
  for (const warning of yaml.document.warnings) problems.push(syntaxProblem(path, yaml, warning, 'yaml-warning'));

  const root = yaml.document.contents;
  if (!isMap(root)) {
    const empty = root === null || (isScalar(root) && root.value === null);
    if (empty && problems.length === 0) report([], 'value', 'empty-file', {});
    else if (!empty) report([], 'head', 'not-a-mapping', { found: describe(plainValue(yaml, root)) });
    return { file: nothing, problems };
  }

  const values = plainValues(yaml, path, problems);
  const sources: Source[] = [];
  const records: (FullRecord | OverrideRecord)[] = [];
  const broken: string[] = [];
  let brokenSources = false;
  const fileKeys = Object.keys(CatalogueFile.entries);
  for (const pair of root.items) {
    const key = String(isScalar(pair.key) ? pair.key.value : pair.key);
    if (!fileKeys.includes(key)) {
      report([key], 'key', 'unknown-kind', withSuggestion({ key, options: fileKeys.join(', ') }, key, fileKeys));
      continue;
    }
    const list = pair.value as Node | null;
    if (!isSeq(list)) {
      const value = list === null ? null : values([key]);
      report([key], value === null ? 'key' : 'value', ...mismatch(key, 'array', value));
      continue;
    }
    for (let index = 0; index < list.items.length; index++) {
      const at: NodePath = [key, index];
      const value = values(at);
      if (touchesError(yaml, list.items[index] as Node) || value === undefined) {
        const id = nodeAt(yaml, [...at, 'id']);
        if (isScalar(id)) broken.push(`${key} ${id.value}`);
        continue;
      }
      if (key === 'sources') {
        const checked = check(Source, value, at, yaml, report);
        if (checked.ok) sources.push(checked.value as Source);
        else brokenSources = true;
      } else {
        const record = readRecord(key as RecordKind, index, value, yaml, report, lower);
        if (record) records.push(record);
        else if (isPlainObject(value)) broken.push(`${key} ${value.id}`);
      }
    }
  }
  records.sort((a, b) => recordKinds.indexOf(a.kind) - recordKinds.indexOf(b.kind) || a.index - b.index);
  return { file: { ...nothing, sources, records, broken, brokenSources }, problems };
}

type Report = (path: NodePath, part: NodePart, id: ProblemId, values: ProblemValues) => void;

function readRecord(
  kind: RecordKind,
  index: number,
  value: unknown,
  yaml: YamlText,
  report: Report,
  lower: Records | undefined,
): FullRecord | OverrideRecord | undefined {
  const at: NodePath = [kind, index];
  const id = isPlainObject(value) && typeof value.id === 'string' ? value.id : undefined;
  const override = id !== undefined && lower?.[kind].has(id) === true;
  if (!override && isPlainObject(value) && Object.hasOwn(value, 'off')) {
    report([...at, 'off'], 'key', 'nothing-to-switch-off', withSuggestion({ id: id ?? '?' }, id ?? '', lower?.[kind].keys() ?? []));
    return undefined;
  }
  const checked = check(override ? overrideSchemas[kind] : recordSchemas[kind], value, at, yaml, report);
  if (!checked.ok) return undefined;
  return { kind, index, override, value: checked.value as AnyRecord } as FullRecord | OverrideRecord;
}

/** Validates one value: unknown keys are reported and dropped, anything else that is wrong is reported and fails. */
function check(schema: v.GenericSchema, value: unknown, at: NodePath, yaml: YamlText, report: Report): { ok: boolean; value: unknown } {
  const known = dropUnknownKeys(schema, value, at, yaml, report);
  const result = v.safeParse(schema, known);
  if (result.success) return { ok: true, value: result.output };
  const id = isPlainObject(value) && typeof value.id === 'string' ? value.id : undefined;
  const missing = new Map<string, { path: NodePath; keys: string[] }>();
  for (const issue of result.issues as readonly unknown[] as readonly Issue[]) {
    const path = [...at, ...(issue.path ?? []).map((step) => step.key as string | number)];
    if (!isMissingKey(issue)) {
      reportIssue(issue, path, yaml, report);
      continue;
    }
    const parent = path.slice(0, -1);
    const entry = missing.get(parent.join(' ')) ?? { path: parent, keys: [] };
    entry.keys.push(String(path[path.length - 1]));
    missing.set(parent.join(' '), entry);
  }
  for (const { path, keys } of missing.values()) {
    const key = keys.join(', ');
    report(path, 'head', keys.length > 1 ? 'missing-keys' : 'missing-key', id === undefined ? { key } : { key, id });
  }
  return { ok: false, value: undefined };
}

type AnySchema = v.GenericSchema & { entries?: Record<string, v.GenericSchema>; wrapped?: v.GenericSchema; item?: v.GenericSchema };

/** A copy of the value without the keys its schema does not know; each is reported with the nearest known key. */
function dropUnknownKeys(schema: AnySchema, value: unknown, at: NodePath, yaml: YamlText, report: Report): unknown {
  if (schema.wrapped) return dropUnknownKeys(schema.wrapped, value, at, yaml, report);
  if (schema.item && Array.isArray(value))
    return value.map((item, index) => dropUnknownKeys(schema.item!, item, [...at, index], yaml, report));
  if (!schema.entries || !isPlainObject(value)) return value;
  const known: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) {
    if (Object.hasOwn(schema.entries, key)) known[key] = dropUnknownKeys(schema.entries[key]!, inner, [...at, key], yaml, report);
    else if (inner === null && inFlow(yaml, at)) report([...at, key], 'key', 'comma-splits-text', { key });
    else {
      const unused = Object.keys(schema.entries).filter((name) => !Object.hasOwn(value, name));
      report([...at, key], 'key', 'unknown-key', withSuggestion({ key, options: Object.keys(schema.entries).join(', ') }, key, unused));
    }
  }
  return known;
}

/** True for a mapping written in braces. */
function inFlow(yaml: YamlText, at: NodePath): boolean {
  const node = nodeAt(yaml, at);
  return isMap(node) && node.flow === true;
}

function withSuggestion(values: ProblemValues, name: string, candidates: Iterable<string>): ProblemValues {
  const suggestion = nearest(name, candidates);
  return suggestion === undefined ? values : { ...values, suggestion };
}

interface Issue {
  readonly type: string;
  readonly kind: string;
  readonly input: unknown;
  readonly expected: string | null;
  readonly message: string;
  readonly requirement?: unknown;
  readonly path?: readonly { readonly key: unknown; readonly value: unknown }[];
}

function isMissingKey(issue: Issue): boolean {
  return issue.type === 'strict_object' && issue.input === undefined;
}

/** One issue of the validator as a problem at the place in the text. */
function reportIssue(issue: Issue, path: NodePath, yaml: YamlText, report: Report): void {
  const key = String(path.filter((step) => typeof step === 'string').pop());
  const text = typeof issue.input === 'string' ? issue.input : JSON.stringify(issue.input);
  if (issue.type === 'picklist' && issue.input !== null && typeof issue.input !== 'object') {
    const options = (issue.expected ?? '').replace(/[()"]/g, '').split(' | ');
    report(path, 'value', 'wrong-option', withSuggestion({ key, value: text, options: options.join(', ') }, text, options));
  } else if (issue.kind === 'schema') {
    const node = nodeAt(yaml, path);
    const source = isScalar(node) && node.source !== undefined ? node.source : text;
    const last = path[path.length - 1]!;
    const empty = issue.input === null && (source === '' || source === 'null');
    const name = typeof last === 'number' && !empty ? key : String(last);
    report(path, empty && typeof last === 'string' ? 'key' : 'value', ...mismatch(empty ? key : name, issue.type, issue.input, source));
  } else if (issue.type === 'non_empty' || issue.type === 'min_length') report(path, 'value', 'too-short', { key });
  else if (issue.type === 'min_value' || issue.type === 'max_value' || issue.type === 'integer') {
    report(path, 'value', 'out-of-range', { key, value: text, expected: limitOf(issue) });
  } else if (issue.type === 'regex' || issue.type === 'iso_date' || issue.type === 'url') {
    report(path, 'value', 'wrong-form', { key, value: text, expected: formOf(issue, key) });
  } else report(path, 'value', 'wrong-value', { key, reason: issue.message });
}

function limitOf(issue: Issue): Bilingual {
  if (issue.type === 'integer') return { de: 'nur ganze Zahlen', en: 'whole numbers only' };
  const least = issue.type === 'min_value';
  return { de: `${least ? 'mindestens' : 'höchstens'} ${issue.requirement}`, en: `${least ? 'at least' : 'at most'} ${issue.requirement}` };
}

function formOf(issue: Issue, key: string): Bilingual {
  if (issue.type === 'iso_date') return { de: 'ein Datum wie 2026-07-01', en: 'a date such as 2026-07-01' };
  if (issue.type === 'url') return { de: 'eine vollständige Adresse mit https://', en: 'a complete address with https://' };
  if (key === 'cpv') return { de: 'acht Ziffern ohne Prüfziffer, z. B. 30197643', en: 'eight digits without check digit, e.g. 30197643' };
  if (key === 'name')
    return { de: 'Kleinbuchstaben, Ziffern und „_“, z. B. min_cycles', en: 'lower-case letters, digits and "_", e.g. min_cycles' };
  if (key === 'date' || key === 'until')
    return { de: 'ein Datum wie 2026-07-01, 2026-07 oder 2026', en: 'a date such as 2026-07-01, 2026-07 or 2026' };
  return {
    de: 'Kleinbuchstaben, Ziffern und Bindestriche, höchstens ein Schrägstrich, z. B. notebooks/battery-cycles',
    en: 'lower-case letters, digits and hyphens, at most one slash, e.g. notebooks/battery-cycles',
  };
}

const typeNames: Readonly<Record<string, Bilingual>> = {
  string: { de: 'einen Text', en: 'a text' },
  number: { de: 'eine Zahl', en: 'a number' },
  boolean: { de: 'true oder false', en: 'true or false' },
  array: { de: 'eine Liste (Zeilen mit „- “)', en: 'a list (lines with "- ")' },
  strict_object: { de: 'einen Eintrag mit Schlüsseln (schlüssel: wert)', en: 'a mapping (key: value)' },
  picklist: { de: 'einen der vorgesehenen Werte', en: 'one of the given values' },
};

/** A value of the wrong type, said in the way that helps most: empty, in need of quotes, or of another type. */
function mismatch(key: string, type: string, value: unknown, source?: string): [ProblemId, ProblemValues] {
  const expected = typeNames[type] ?? { de: type, en: type };
  if (value === null || value === undefined) return ['empty-value', { key, expected }];
  if (type === 'string' && source !== undefined && (typeof value === 'number' || typeof value === 'boolean')) {
    return ['quote-it', { key, found: describe(value), value: source }];
  }
  return ['wrong-type', { key, expected, found: describe(value) }];
}

function describe(value: unknown): Bilingual {
  if (value === null || value === undefined) return { de: 'nichts', en: 'nothing' };
  if (Array.isArray(value)) return { de: 'eine Liste', en: 'a list' };
  if (typeof value === 'object') return { de: 'ein Eintrag mit Schlüsseln', en: 'a mapping' };
  if (typeof value === 'number') return { de: `die Zahl ${value}`, en: `the number ${value}` };
  if (typeof value === 'boolean') return { de: `${value}`, en: `${value}` };
  const text = String(value);
  const short = text.length > 40 ? `${text.slice(0, 39)}…` : text;
  return { de: `der Text „${short}“`, en: `the text "${short}"` };
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reader of plain values by path; values that cannot be resolved (alias bombs) are reported once and come back `undefined`. */
function plainValues(yaml: YamlText, path: string, problems: CatalogueProblem[]): (at: NodePath) => unknown {
  try {
    const whole: unknown = yaml.document.toJS({ maxAliasCount });
    return (at) => at.reduce<unknown>((value, step) => (value as Record<string | number, unknown> | null | undefined)?.[step], whole);
  } catch {
    if (holdsAlias(yaml.document.contents) && yaml.document.errors.length === 0) {
      problems.push(problemAt(path, placeOfFirstAlias(yaml), 'too-many-aliases'));
    }
    return (at) => {
      const node = nodeAt(yaml, at);
      return node && !holdsAlias(node) ? plainValue(yaml, node) : undefined;
    };
  }
}

function plainValue(yaml: YamlText, node: Node | null): unknown {
  try {
    return node?.toJS(yaml.document, { maxAliasCount });
  } catch {
    return undefined;
  }
}

function placeOfFirstAlias(yaml: YamlText): Place {
  const search = (node: unknown, at: NodePath): NodePath | undefined => {
    if (isMap(node)) {
      for (const item of node.items) {
        const inside = search(item.value, [...at, String(isScalar(item.key) ? item.key.value : item.key)]);
        if (inside) return inside;
      }
    } else if (isSeq(node)) {
      for (let i = 0; i < node.items.length; i++) {
        const inside = search(node.items[i], [...at, i]);
        if (inside) return inside;
      }
    } else if (holdsAlias(node)) return at;
    return undefined;
  };
  return locate(yaml, search(yaml.document.contents, []) ?? []);
}

/** True when the parser found an error inside the node or right at its end: its values cannot be trusted. */
function touchesError(yaml: YamlText, node: Node | null): boolean {
  const range = node?.range;
  return !!range && yaml.document.errors.some((error) => error.pos[0] >= range[0] && error.pos[0] <= range[1]);
}

const syntaxReasons: Readonly<Record<string, Bilingual>> = {
  BAD_ALIAS: { de: 'Verweis (*) auf einen Anker, den es davor nicht gibt', en: 'an alias (*) to an anchor that does not stand before it' },
  BAD_DQ_ESCAPE: {
    de: 'unbekannte Zeichenfolge nach „\\“ in doppelten Anführungszeichen; nehmen Sie einfache',
    en: 'unknown escape after "\\" in double quotes; use single quotes',
  },
  BAD_INDENT: { de: 'die Zeile ist falsch eingerückt', en: 'the line is not indented correctly' },
  BAD_SCALAR_START: {
    de: 'ein Wert darf nicht mit diesem Zeichen beginnen; setzen Sie ihn in Anführungszeichen',
    en: 'a value must not begin with this character; put it in quotes',
  },
  BAD_COLLECTION_TYPE: {
    de: 'Liste und Eintrag mit Schlüsseln passen hier nicht zusammen',
    en: 'a list and a mapping do not go together here',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    de: 'ein zweiter Doppelpunkt in der Zeile; setzen Sie den Text in Anführungszeichen',
    en: 'a second colon in the line; put the text in quotes',
  },
  BLOCK_IN_FLOW: { de: 'eingerückte Schlüssel innerhalb von […] oder {…}', en: 'indented keys inside […] or {…}' },
  DUPLICATE_KEY: { de: 'derselbe Schlüssel steht zweimal', en: 'the same key stands twice' },
  MISSING_CHAR: {
    de: 'ein schließendes Zeichen (Anführungszeichen oder Klammer) oder ein Doppelpunkt fehlt',
    en: 'a closing quote or bracket, or a colon, is missing',
  },
  MULTILINE_IMPLICIT_KEY: {
    de: 'ein Schlüssel geht über mehrere Zeilen; es fehlt wohl ein Doppelpunkt oder Anführungszeichen',
    en: 'a key runs over several lines; a colon or quotes seem to be missing',
  },
  MULTIPLE_DOCS: { de: 'mehrere YAML-Dokumente („---“) in einer Datei', en: 'several YAML documents ("---") in one file' },
  NON_STRING_KEY: { de: 'ein Schlüssel muss ein Wort sein', en: 'a key must be a word' },
  RESOURCE_EXHAUSTION: {
    de: 'viel zu tief verschachtelt; prüfen Sie Klammern und Listenstriche',
    en: 'nested far too deeply; check brackets and list marks',
  },
  TAB_AS_INDENT: { de: 'mit Tabulator eingerückt; nehmen Sie Leerzeichen', en: 'indented with a tab; use blanks' },
  TAG_RESOLVE_FAILED: {
    de: 'unbekannte Auszeichnung „!…“; setzen Sie den Text in Anführungszeichen',
    en: 'an unknown tag "!…"; put the text in quotes',
  },
  UNEXPECTED_TOKEN: { de: 'unerwartetes Zeichen', en: 'an unexpected character' },
};

function syntaxProblem(path: string, yaml: YamlText, error: YAMLError, id: 'yaml-syntax' | 'yaml-warning'): CatalogueProblem {
  const reason = syntaxReasons[error.code] ?? { de: error.message, en: error.message };
  return problemAt(path, placeOf(yaml, error.pos[0], error.pos[1]), id, { reason });
}

/** Keeps only the text; parses it when a place is first asked for. */
function lazyLocate(text: string): ReadFile['locate'] {
  let yaml: YamlText | undefined;
  return (path, part) => {
    yaml ??= parseYaml(text);
    return locate(yaml, path, part);
  };
}
