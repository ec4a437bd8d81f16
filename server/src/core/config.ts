/**
 * What a writer may say about a specification outside its text: one schema for `.gruenstift.yaml`, editor settings,
 * command-line options and front matter. A wrong value never discards the right ones beside it.
 *
 * No YAML here: `configFile.ts` reads the file and adds places, so that a start without such a file loads no YAML parser.
 */
import * as v from 'valibot';
import { nearest } from './catalogue/suggest';
import { authorities, contracts, type Level, regimes, type WritingContext } from './context';
import { type Message, ruleIds, type Severity } from './findings';

const text = v.pipe(v.string(), v.trim(), v.nonEmpty());
const severities = ['off', 'hint', 'information', 'warning'] as const;
const levelNames = { basic: 1, advanced: 2, ambitious: 3 } as const satisfies Record<string, Level>;
const lands = ['BB', 'BE', 'BW', 'BY', 'HB', 'HE', 'HH', 'MV', 'NI', 'NW', 'RP', 'SH', 'SL', 'SN', 'ST', 'TH'] as const;

const level = v.pipe(
  v.picklist([1, 2, 3, 'basic', 'advanced', 'ambitious']),
  v.transform((value): Level => (typeof value === 'number' ? value : levelNames[value])),
);

/** A finding set aside outside the text, by its fingerprint. Without a reason nothing is set aside. */
const Ignored = v.strictObject({ fingerprint: text, reason: text });

/** `.gruenstift.yaml`. Names are those of the file; editor settings use the same in camel case. */
export const ConfigSchema = v.strictObject({
  regime: v.optional(v.pipe(v.picklist(regimes), v.description('Rulebook of the procedure.'))),
  procedure_start: v.optional(
    v.pipe(v.string(), v.isoDate(), v.description('Day on which the procedure begins; the law of that day applies.')),
  ),
  authority: v.optional(v.pipe(v.picklist(authorities), v.description('Kind of the contracting authority.'))),
  land: v.optional(v.pipe(v.picklist(lands), v.description('Land of the contracting authority, e.g. `HH`.'))),
  contract: v.optional(v.pipe(v.picklist(contracts), v.description('Kind of contract; of a mixed one, its main object.'))),
  value: v.optional(v.pipe(v.number(), v.minValue(0), v.description('Estimated value in EUR, net.'))),
  level: v.optional(v.pipe(level, v.description('How much is wanted: basic, advanced or ambitious (1 to 3).'))),
  products: v.optional(v.pipe(v.array(text), v.description('Product groups; wins over what the text suggests.'))),
  language: v.optional(v.pipe(v.picklist(['de', 'en']), v.description('Language of the specification.'))),
  rules: v.optional(v.pipe(v.record(v.picklist(ruleIds), v.picklist(severities)), v.description('Severity of a rule, or `off`.'))),
  layers: v.optional(v.pipe(v.array(text), v.description('Further catalogues: folders relative to this file, or npm packages.'))),
  ignore: v.optional(v.pipe(v.array(Ignored), v.description('Findings set aside, each with its reason.'))),
});

/** A finding set aside by `.gruenstift.yaml`. */
export type Ignored = v.InferOutput<typeof Ignored>;

/** What one source (file, settings, options, front matter) says. */
export interface Config {
  readonly context: WritingContext;
  /** As written; resolved by whoever knows where the file lies. */
  readonly layers: readonly string[];
  readonly ignore: readonly Ignored[];
}

export const emptyConfig: Config = { context: {}, layers: [], ignore: [] };

/** One thing wrong. `path` leads to the value (or, for an unknown key, to the key itself). */
export interface ConfigIssue {
  readonly path: readonly (string | number)[];
  readonly onKey: boolean;
  /** `config-unknown-key`, `config-not-allowed`, `config-not-a-mapping`; rendered by the texts of server and command line. */
  readonly message: Message;
}

export type ConfigKey = keyof typeof ConfigSchema.entries;
export const configKeys = Object.keys(ConfigSchema.entries) as ConfigKey[];

/**
 * Reads a value that came out of YAML or JSON. Keys with a wrong value are left out and reported; `null` and an empty
 * string mean "not said". With `foreignKeys: 'allow'` unknown keys pass in silence (front matter holds titles and authors too).
 */
export function readConfig(value: unknown, foreignKeys: 'report' | 'allow' = 'report'): { config: Config; issues: ConfigIssue[] } {
  const issues: ConfigIssue[] = [];
  if (value === null || value === undefined) return { config: emptyConfig, issues };
  if (typeof value !== 'object' || Array.isArray(value)) {
    issues.push({ path: [], onKey: false, message: { id: 'config-not-a-mapping', values: {} } });
    return { config: emptyConfig, issues };
  }
  const said: { [K in ConfigKey]?: unknown } = {};
  for (const [key, entry] of Object.entries(value)) {
    if (!isConfigKey(key)) {
      if (foreignKeys === 'report') issues.push(unknownKey([key], key, configKeys));
    } else if (entry !== null && entry !== undefined && entry !== '') {
      const result = key === 'rules' ? readRules(entry, issues) : readList(key, entry, issues);
      if (result !== undefined) said[key] = result;
    }
  }
  return { config: toConfig(said as v.InferOutput<typeof ConfigSchema>), issues };
}

/** Merges from weak to strong: a later source wins key by key; `rules` merge rule by rule, `layers` and `ignore` add up. */
export function mergeConfigs(...sources: readonly Config[]): Config {
  return {
    context: mergeContexts(...sources.map((source) => source.context)),
    layers: [...new Set(sources.flatMap((source) => source.layers))],
    ignore: sources.flatMap((source) => source.ignore),
  };
}

/** Merges contexts from weak to strong; `undefined` never wins over a value, and `rules` merge rule by rule. */
export function mergeContexts(...contexts: readonly WritingContext[]): WritingContext {
  const merged: Record<string, unknown> = {};
  for (const context of contexts) {
    for (const [key, value] of Object.entries(context)) {
      if (value === undefined) continue;
      merged[key] = key === 'rules' ? { ...(merged.rules as object | undefined), ...(value as object) } : value;
    }
  }
  return merged as WritingContext;
}

function isConfigKey(key: string): key is ConfigKey {
  return Object.hasOwn(ConfigSchema.entries, key);
}

function toConfig(said: v.InferOutput<typeof ConfigSchema>): Config {
  const { procedure_start, layers, ignore, ...rest } = said;
  const context: WritingContext = procedure_start === undefined ? rest : { ...rest, procedureStart: procedure_start };
  return { context, layers: layers ?? [], ignore: ignore ?? [] };
}

/** Lists are read entry by entry, so that one wrong entry does not lose the others. */
function readList(key: ConfigKey, entry: unknown, issues: ConfigIssue[]): unknown {
  const schema = ConfigSchema.entries[key] as v.GenericSchema;
  if ((key === 'products' || key === 'layers' || key === 'ignore') && Array.isArray(entry)) {
    const item = key === 'ignore' ? Ignored : text;
    return entry.flatMap((value, index) => {
      const read = readValue([key, index], item, value, issues);
      return read === undefined ? [] : [read];
    });
  }
  // One product group or layer may stand without a list.
  if ((key === 'products' || key === 'layers') && typeof entry === 'string')
    return entry
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean);
  return readValue([key], schema, entry, issues);
}

function readRules(entry: unknown, issues: ConfigIssue[]): Record<string, Severity | 'off'> | undefined {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) {
    issues.push({ path: ['rules'], onKey: false, message: { id: 'config-rules-mapping', values: { allowed: severities.join(', ') } } });
    return undefined;
  }
  const rules: Record<string, Severity | 'off'> = {};
  for (const [rule, severity] of Object.entries(entry)) {
    if (!(ruleIds as readonly string[]).includes(rule)) {
      issues.push(unknownKey(['rules', rule], rule, ruleIds));
      continue;
    }
    // YAML 1.1 habits: `off` written by tools may arrive as `false`.
    const read = severity === false ? 'off' : readValue(['rules', rule], v.picklist(severities), severity, issues);
    if (read !== undefined) rules[rule] = read as Severity | 'off';
  }
  return rules;
}

function readValue(path: (string | number)[], schema: v.GenericSchema, value: unknown, issues: ConfigIssue[]): unknown {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  for (const issue of result.issues) {
    const inside = (issue.path ?? []).map((step) => step.key as string | number);
    const missing = issue.received === 'undefined';
    issues.push({
      path: missing ? path : [...path, ...inside],
      onKey: issue.kind === 'schema' && issue.expected === 'never',
      message: missing
        ? { id: 'config-missing', values: { key: String(inside.at(-1) ?? path.at(-1)) } }
        : { id: 'config-not-allowed', values: { value: shown(issue.input), allowed: allowed(issue) } },
    });
  }
  return undefined;
}

function unknownKey(path: (string | number)[], key: string, known: readonly string[]): ConfigIssue {
  const near = nearest(key, known);
  const message: Message = near
    ? { id: 'config-unknown-key-near', values: { key, near } }
    : { id: 'config-unknown-key', values: { key, known: known.join(', ') } };
  return { path, onKey: true, message };
}

function allowed(issue: v.BaseIssue<unknown>): string {
  if (issue.type === 'iso_date') return '2026-07-01';
  if (issue.type === 'non_empty') return '…';
  return (issue.expected ?? issue.message).replaceAll('"', '').replaceAll(/[()]/g, '').replaceAll(' | ', ', ');
}

function shown(value: unknown): string {
  const json = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  return json.length > 60 ? `${json.slice(0, 59)}…` : json;
}
