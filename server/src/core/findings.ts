import type { Span } from './text/model';

/** Rule ids are stable: they are the LSP diagnostic code, the name in settings and in suppressions. */
export const ruleIds = [
  'label-equivalence',
  'standard-equivalence',
  'brand-neutrality',
  'vague-term',
  'weak-modality',
  'outdated-reference',
  'missing-evidence',
  'award-weights',
  'award-scale',
  'exclusion-in-award',
  'double-use',
  'lcc-method',
  'material-prescribed',
  'regional-origin',
  'company-level',
  'counter-criterion',
  'label-misfit',
  'energy-class',
  'wrong-slot',
  'ilo-clause',
  'weak-threshold',
  'legal-minimum',
  'conflicting-threshold',
  'variants-silent',
  'negative-list',
  'wrong-addressee',
  'also-check',
  'stale-criterion',
  'drifted-criterion',
  'missing-criterion',
  'bad-marker',
] as const;
export type RuleId = (typeof ruleIds)[number];

/** `warning` = likely legal risk; `information` = quality of the text; `hint` = an offer. Never `error`: the reviewer decides. */
export type Severity = 'warning' | 'information' | 'hint';

/** A message as id and values; `render` in messages/ turns it into German or English. */
export interface Message {
  readonly id: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** A further place that belongs to a finding, absolute offsets. */
export interface RelatedPlace extends Span {
  readonly message: Message;
}

/** One mark. Offsets are absolute UTF-16 units of the analysed text. */
export interface Finding extends Span {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly message: Message;
  /** Id of the catalogue record the finding rests on (label, brand, reference, wording rule, criterion or product group). */
  readonly record?: string;
  /** Id of the criterion concerned, when there is one. */
  readonly criterion?: string;
  /** Id of the law record that carries the norm. */
  readonly law?: string;
  readonly related: readonly RelatedPlace[];
  /** Rule and hash of the passage: survives edits elsewhere. */
  readonly fingerprint: string;
  /** Index of the block the finding starts in. */
  readonly block: number;
  /** The block that leads in the list or heads the table in which further findings of the rule share the cause: they become one. */
  readonly list?: number;
  /** What the fixes of the rule need to know; only `fixes/` reads it. */
  readonly data?: unknown;
}

/** A replacement of `[start, end)` (absolute) by `text`. */
export interface TextEdit extends Span {
  readonly text: string;
}

/** A fix as data: applying it twice changes nothing. */
export interface Fix {
  /** Stable id of the kind of fix, e.g. `append-equivalence`. */
  readonly id: string;
  readonly title: string;
  /** The fix most writers want; at most one a finding. */
  readonly preferred: boolean;
  /** May be applied to the whole file without looking (fix-all). */
  readonly safe: boolean;
  /** Ascending, disjoint. Text may contain LSP snippet holes only when `snippet` is true. */
  readonly edits: readonly TextEdit[];
  readonly snippet?: boolean;
  /** Why the fix cannot be applied here, in the reader's language. */
  readonly disabled?: string;
}
