import type { Award } from '../facts/award/scheme';
import type { Directives } from '../facts/directives';
import type { DocumentClauses } from '../facts/equivalence';
import { normInForce } from '../facts/norm';
import type { ProductGroup } from '../facts/products';
import { type Requirement, type Spec, wordsAt } from '../facts/spec';
import type { Finding, Message, RelatedPlace, RuleId, Severity } from '../findings';
import type { Block, Span } from '../text/model';

/** What a rule may know besides the text: found once a run, shared by all rules. */
export interface RuleInput {
  readonly spec: Spec;
  readonly clauses: DocumentClauses;
  readonly products: readonly ProductGroup[];
  readonly award: Award;
  readonly directives: Directives;
}

/** One rule kind. Its file is its manual: what it flags, what it leaves alone. */
export interface Rule {
  readonly id: RuleId;
  find(input: RuleInput, report: (finding: Finding) => void): void;
  /** One finding for several of one list (`Finding.list`), which are in order of place. Rules whose findings name no list have none. */
  join?(spec: Spec, findings: readonly Finding[]): Finding;
}

/** A finding on `span` (relative to `block`). */
export function finding(
  spec: Spec,
  rule: RuleId,
  severity: Severity,
  block: number,
  span: Span,
  message: Message,
  more: { record?: string; criterion?: string; law?: string; related?: readonly RelatedPlace[]; list?: number; data?: unknown } = {},
): Finding {
  const start = spec.document.starts[block];
  const law = normInForce(spec, more.law);
  return {
    rule,
    severity,
    start: start + span.start,
    end: start + span.end,
    message,
    related: more.related ?? [],
    fingerprint: `${rule}:${hashText(spec.document.blocks[block])}:${span.start.toString(36)}`,
    block,
    ...(more.record ? { record: more.record } : {}),
    ...(more.criterion ? { criterion: more.criterion } : {}),
    ...(law ? { law } : {}),
    ...(more.list === undefined ? {} : { list: more.list }),
    ...(more.data === undefined ? {} : { data: more.data }),
  };
}

/** Hashes as text. Blocks outlive most edits, and writing a number to base 36 takes longer than a rule. */
const hashTexts = new WeakMap<Block, string>();

function hashText(block: Block): string {
  let text = hashTexts.get(block);
  if (text === undefined) {
    text = block.hash.toString(36);
    hashTexts.set(block, text);
  }
  return text;
}

/** `warning` only where the regime is known: what is unknown never raises a severity. */
export function legalSeverity(spec: Spec, rule: RuleId): Severity {
  const { regime } = spec.context;
  if (!regime) return 'information';
  if (regime === 'uvgo' && (rule === 'standard-equivalence' || rule === 'brand-neutrality')) return 'information';
  return 'warning';
}

/**
 * Key of a requirement: one finding a requirement and rule. A position of a bill of quantities counts as one requirement, and so do the notes
 * in front of a chapter's positions, however their lines are cut.
 */
export function unitKey(spec: Spec, requirement: Requirement): number {
  const { positions, positionOf, noteOf } = spec.outline;
  const position = positionOf[requirement.block];
  const note = noteOf[requirement.block];
  if (position < 0 && note >= 0) return -1 - positions.length - note;
  return position >= 0 ? -1 - position : requirement.block * 1024 + Math.min(requirement.firstSentence, 1023);
}

/** Groups items by requirement, in order of place. */
export function byRequirement<T extends { block: number; sentence: number }>(
  spec: Spec,
  items: Iterable<T>,
  requirementOf: (item: T) => Requirement,
): { requirement: Requirement; items: T[] }[] {
  const groups = new Map<number, { requirement: Requirement; items: T[] }>();
  for (const item of items) {
    const requirement = requirementOf(item);
    const key = unitKey(spec, requirement);
    const group = groups.get(key);
    if (group) group.items.push(item);
    else groups.set(key, { requirement, items: [item] });
  }
  return [...groups.values()];
}

/** What may stand between coordinated words: "Blauer Engel, EU Ecolabel", "nachhaltige und faire", "Energy Star 6.0, EPEAT". */
const coordination = /^[\s\d.]*(?:[,;/&]\s*|[,;]?\s*(?:und|oder|sowie|bzw\.|and|or|und\s*\/\s*oder|and\s*\/\s*or)\s+)$/;

/**
 * The run of coordinated words that begins with the first place: one mark under an enumeration reads better than one under its first word.
 * Places relative to the block, ascending.
 */
export function firstRun(spec: Spec, block: number, places: readonly Span[]): Span {
  const start = spec.document.starts[block];
  let { end } = places[0];
  for (const place of places.slice(1)) {
    if (place.start < end || !coordination.test(spec.document.text.slice(start + end, start + place.start))) break;
    end = place.end;
  }
  return { start: places[0].start, end };
}

/** Most further places a finding names. */
export const mostRelated = 10;

/** Further places with their words, e.g. the other vague terms of a requirement. */
export function relatedWords(spec: Spec, places: readonly (Span & { readonly block: number })[], id: string): RelatedPlace[] {
  return places
    .slice(0, mostRelated)
    .map((place) => related(spec, place.block, place, { id, values: { text: wordsAt(spec, place.block, place) } }));
}

export function related(spec: Spec, block: number, span: Span, message: Message): RelatedPlace {
  const start = spec.document.starts[block];
  return { start: start + span.start, end: start + span.end, message };
}
