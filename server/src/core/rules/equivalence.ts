import { isCovered } from '../facts/equivalence';
import type { Mention } from '../facts/model';
import { blockText, isNormative, isQuoted, listSentence, requirementAt, type Spec, says } from '../facts/spec';
import type { Finding, RuleId, Severity } from '../findings';
import { byRequirement, finding, firstRun, mostRelated, type RuleInput, related } from './rule';

/** A mention with its place; what the fixes of the three equivalence rules need. */
export interface PlacedMention {
  readonly mention: Mention;
  readonly block: number;
  readonly sentence: number;
}

export interface EquivalenceData {
  readonly kind: Mention['kind'];
  /** All open mentions of the requirement, in order of place; the addition belongs behind the last of a run. */
  readonly mentions: readonly PlacedMention[];
}

interface EquivalenceRule {
  readonly rule: RuleId;
  readonly kind: Mention['kind'];
  /** Id of the law record under VgV. */
  readonly law: string | undefined;
  /** Severity of a mention, or `undefined` to leave it alone. */
  judge(mention: PlacedMention): Severity | undefined;
}

/** Shared by label-, standard- and brand-rules: a reference in a demand that does not admit equivalents. One finding a requirement, one a list of mere names. */
export function findUncovered({ spec, clauses }: RuleInput, rule: EquivalenceRule, report: (finding: Finding) => void): void {
  if (clauses[rule.kind]) return;
  const open: (PlacedMention & { severity: Severity })[] = [];
  for (const block of spec.about[rule.kind]) {
    for (const mention of spec.facts[block].mentions) {
      if (mention.kind !== rule.kind) continue;
      const placed = { mention, block, sentence: mention.sentence };
      const severity = rule.judge(placed);
      if (!severity) continue;
      const requirement = requirementAt(spec, block, mention.sentence);
      if (!isNormative(spec, requirement) || says(spec, requirement, 'negation')) continue;
      if (isQuoted(spec, block, mention, mention.sentence)) continue;
      if (isCovered(spec, requirement, rule.kind)) continue;
      open.push({ ...placed, severity });
    }
  }
  const groups = byRequirement(spec, open, (m) => requirementAt(spec, m.block, m.sentence)).map((group) => group.items);
  for (const items of rule.kind === 'brand' ? groups.flatMap((group) => byMake(spec, group)) : groups) {
    const [{ block, mention }] = items;
    const severity = items.find((m) => m.severity !== 'hint')?.severity ?? 'hint';
    const { span, message, ...more } = markOf(spec, rule.rule, rule.kind, items);
    report(
      finding(spec, rule.rule, severity, block, span, message, {
        record: mention.record || undefined,
        law: rule.law,
        list: listOfNames(spec, block, items),
        ...more,
      }),
    );
  }
}

/** The findings of a list of names as one. */
export function joinUncovered(spec: Spec, findings: readonly Finding[]): Finding {
  const [first] = findings;
  const { kind } = first.data as EquivalenceData;
  const mentions = findings.flatMap(({ data }) => (data as EquivalenceData).mentions);
  const { message, related, data } = markOf(spec, first.rule, kind, mentions);
  const severity = findings.find((f) => f.severity !== 'hint')?.severity ?? 'hint';
  return { ...first, severity, message, related, data };
}

function markOf(spec: Spec, rule: RuleId, kind: Mention['kind'], mentions: readonly PlacedMention[]) {
  const [{ block }] = mentions;
  const span = firstRun(
    spec,
    block,
    mentions.filter((m) => m.block === block).map((m) => m.mention),
  );
  const others = mentions.filter((m) => m.block !== block || m.mention.start >= span.end);
  const names = [...new Set(mentions.map((m) => m.mention.text))];
  return {
    span,
    message: {
      id: names.length > 1 ? `${rule}.many` : rule,
      values: { name: names[0], names: names.slice(0, 4).join(', '), count: names.length },
    },
    related: others
      .slice(0, mostRelated)
      .map((m) => related(spec, m.block, m.mention, { id: `${rule}.related`, values: { name: m.mention.text } })),
    data: { kind, mentions } satisfies EquivalenceData,
  };
}

/** Words an item may have besides the names it lists: "DIN EN 527-1 Arbeitstische". */
const besides = 4;

/** A list item that names and demands nothing of its own: no value stands in it, and few words. */
function isBareName(spec: Spec, block: number, items: readonly PlacedMention[]): boolean {
  if (spec.document.blocks[block].kind !== 'list-item') return false;
  const text = blockText(spec, block);
  let rest = '';
  let at = 0;
  for (const { mention } of items) {
    rest += `${text.slice(at, Math.max(at, mention.start))} `;
    at = Math.max(at, mention.end);
  }
  rest += text.slice(at);
  return !/\d\s*[\p{L}%°]/u.test(rest.replace(/^\W*\d+[.)]/, '')) && (rest.match(/\p{L}{2,}/gu)?.length ?? 0) <= besides;
}

/** The sentence that leads in a list of mere names: "Folgende Normen sind einzuhalten:" and the names are one demand. */
function listOfNames(spec: Spec, block: number, items: readonly PlacedMention[]): number | undefined {
  const leadIn = listSentence(spec, block);
  return leadIn >= 0 && isBareName(spec, block, items) ? leadIn : undefined;
}

/**
 * A list item or row that names further makes on lines of their own prescribes each of them: one finding a make, where it is first named.
 * A position of a bill of quantities speaks of one thing and stays one finding.
 */
function byMake<T extends PlacedMention>(spec: Spec, items: readonly T[]): T[][] {
  const { block } = items[0];
  const { kind } = spec.document.blocks[block];
  if ((kind !== 'list-item' && kind !== 'table-row') || spec.outline.positionOf[block] >= 0) return [[...items]];
  const start = spec.document.starts[block];
  const makes = new Map<string, T[]>();
  let last: T[] | undefined;
  for (const item of items) {
    const make = /[\p{L}\d]+/u.exec(item.mention.text)?.[0].toLowerCase() ?? '';
    let group = makes.get(make);
    if (!group) {
      const before = last?.[last.length - 1].mention.end ?? 0;
      const ownLine = spec.document.text.slice(start + before, start + item.mention.start).includes('\n');
      group = last === undefined || ownLine ? [] : last;
      makes.set(make, group);
    }
    group.push(item);
    last = group;
  }
  return [...new Set(makes.values())];
}
