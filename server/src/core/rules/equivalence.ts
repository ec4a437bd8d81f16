import { isCovered } from '../facts/equivalence';
import type { Mention } from '../facts/model';
import { blockText, isNormative, isQuoted, requirementAt, type Spec, says } from '../facts/spec';
import type { Finding, RuleId, Severity } from '../findings';
import { byRequirement, finding, firstRun, type RuleInput, related } from './rule';

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
  for (const items of byList(spec, rule.kind === 'brand' ? groups.flatMap((group) => byMake(spec, group)) : groups)) {
    const [first] = items;
    const run = firstRun(
      spec,
      first.block,
      items.filter((m) => m.block === first.block).map((m) => m.mention),
    );
    const others = items.filter((m) => m.block !== first.block || m.mention.start >= run.end);
    const names = [...new Set(items.map((m) => m.mention.text))];
    report(
      finding(
        spec,
        rule.rule,
        items.find((m) => m.severity !== 'hint')?.severity ?? 'hint',
        first.block,
        run,
        {
          id: names.length > 1 ? `${rule.rule}.many` : rule.rule,
          values: { name: names[0], names: names.slice(0, 4).join(', '), count: names.length },
        },
        {
          record: first.mention.record || undefined,
          law: rule.law,
          related: others
            .slice(0, 10)
            .map((m) => related(spec, m.block, m.mention, { id: `${rule.rule}.related`, values: { name: m.mention.text } })),
          data: { kind: rule.kind, mentions: items } satisfies EquivalenceData,
        },
      ),
    );
  }
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

/** "Folgende Normen sind einzuhalten:" and a list of names is one demand: the groups of its bare items become one. */
function byList<T extends PlacedMention>(spec: Spec, groups: readonly (readonly T[])[]): T[][] {
  const lists = new Map<number, T[]>();
  const joined: T[][] = [];
  for (const group of groups) {
    const { block } = group[0];
    const leadIn = spec.outline.leadInOf[block];
    const bare = leadIn >= 0 && spec.document.blocks[leadIn].kind !== 'heading' && isBareName(spec, block, group);
    const known = bare ? lists.get(leadIn) : undefined;
    if (known) known.push(...group);
    else {
      const items = [...group];
      joined.push(items);
      if (bare) lists.set(leadIn, items);
    }
  }
  return joined;
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
