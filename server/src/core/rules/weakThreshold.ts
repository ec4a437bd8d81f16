import { asOneLine } from '../facts/asOneLine';
import type { Mention } from '../facts/model';
import { inBaseUnit, type StatedValue, statedValues, valueAt } from '../facts/parameters';
import { blockText, isNormative, isQuoted, type Requirement, requirementAt, type Spec, says, slotOf, wordsAt } from '../facts/spec';
import { bindingComparator, compareBound, type Direction, poorest } from '../facts/strictness';
import { inUnitOf, isPlainlyOpen, type WrittenQuantity, writtenQuantity } from '../facts/writtenQuantity';
import type { Message } from '../findings';
import { formatNumber } from '../messages';
import type { Span } from '../text/model';
import { mayDemand, openMeasures } from './openMeasures';
import { byRequirement, finding, type Rule, type RuleInput, relatedWords } from './rule';
import type { PlacedHit } from './vagueTerm';

/** What the fixes need to know. */
export type WeakData =
  | {
      readonly kind: 'value';
      readonly stated: StatedValue;
      readonly wanted: number;
      readonly direction: Direction;
      readonly criterion: string;
    }
  | { readonly kind: 'measure'; readonly requirement: Requirement; readonly criterion: string | undefined; readonly hedge?: PlacedHit }
  | { readonly kind: 'tier'; readonly label: string };

/** One place that falls short. */
export interface Shortfall {
  readonly block: number;
  readonly sentence: number;
  readonly span: Span;
  readonly message: Message;
  readonly data: WeakData;
}

/**
 * Flags a demand that asks for less than it seems to: a value less strict than that of its criterion at the chosen level; a bound on the side
 * nobody asked about ("bis zu 92 % Wirkungsgrad"); words in place of a measure ("auf das Notwendigste beschränken", "möglichst kurz") where the
 * subject is one of sustainability; a hedge on a demand that addresses a criterion, where no value stands; a label with tiers of which none is named.
 *
 * Leaves alone: `context`, headings, quotations, scored values, a value two parameters or two quantities could be meant by, values of another
 * scale; measures with a number, label or standard beside them; deadlines, organisation and payment.
 */
export const weakThreshold: Rule = {
  id: 'weak-threshold',
  find(input, report) {
    const { spec } = input;
    const open = [...weakValues(input), ...openMeasures(input), ...missingTiers(spec)].sort(
      (a, b) => a.block - b.block || a.span.start - b.span.start,
    );
    for (const { items } of byRequirement(spec, open, (p) => requirementAt(spec, p.block, p.sentence))) {
      const [first, ...others] = items;
      const { block, span, message, data } = first;
      const record = data.kind === 'tier' ? data.label : data.criterion;
      report(
        finding(spec, 'weak-threshold', 'information', block, span, message, {
          record,
          criterion: data.kind === 'tier' ? undefined : data.criterion,
          law: 'gwb-127',
          related: relatedWords(
            spec,
            others.flatMap((o) => (o.span.start >= span.end || o.block !== block ? [{ ...o.span, block: o.block }] : [])),
            'weak-threshold.related',
          ),
          data,
        }),
      );
    }
  },
};

function* weakValues({ spec, products }: RuleInput): Generator<Shortfall> {
  const level = spec.context.level ?? 1;
  for (const stated of statedValues(spec, products)) {
    const { block, quantity, claims } = stated;
    const text = blockText(spec, block);
    const written = writtenQuantity(text, quantity);
    const { direction } = claims[0].param;
    if (claims.some((c) => c.param.direction !== direction)) continue;
    const wanted = claims.flatMap(({ criterion, param }) => {
      const value = valueAt(param, level);
      return value === undefined ? [] : [{ criterion: criterion.id, value: inBaseUnit(value, param) }];
    });
    const sentence = quantity.sentence;
    if (written && isPlainlyOpen(text, quantity, written, direction)) {
      const span = { start: written.comparator.start, end: quantity.end };
      // A number that is strict enough stays: only the bound is wrong.
      const missed = wanted.filter((w) => compareBound({ comparator: 'exact', value: quantity.value }, w.value, direction) === 'weaker');
      const target = missed.length > 0 ? leastStrict(missed, direction) : { criterion: claims[0].criterion.id, value: quantity.value };
      const message = {
        id: 'weak-threshold.open',
        values: { text: wordsAt(spec, block, span), bound: bindingComparator(direction), criterion: target.criterion },
      };
      const data: WeakData = { kind: 'value', stated, wanted: target.value, direction, criterion: target.criterion };
      yield { block, sentence, span, message, data };
      continue;
    }
    if (wanted.length === 0 || wanted.some((w) => compareBound(quantity, w.value, direction) !== 'weaker')) continue;
    const target = leastStrict(wanted, direction);
    const span = { start: written?.comparator.start ?? quantity.start, end: quantity.end };
    const message = {
      id: 'weak-threshold',
      values: {
        text: wordsAt(spec, block, span),
        criterion: target.criterion,
        level,
        bound: bindingComparator(direction),
        wanted: writtenValue(spec, stated, written, target.value),
      },
    };
    yield { block, sentence, span, message, data: { kind: 'value', stated, wanted: target.value, direction, criterion: target.criterion } };
  }
}

function leastStrict<T extends { value: number }>(items: readonly T[], direction: Direction): T {
  return items.reduce((a, b) => (compareBound({ comparator: 'exact', value: b.value }, a.value, direction) === 'weaker' ? b : a));
}

/** A value as this text would write it, with its own unit. */
export function writtenValue(spec: Spec, { quantity }: StatedValue, written: WrittenQuantity | undefined, value: number): string {
  const unit = written?.unit ?? (quantity.unit === '%' ? ' %' : '');
  const words = `${formatNumber(inUnitOf(quantity, value), spec.language)}${unit}`;
  return asOneLine(words, 0, words.length);
}

/** The value the text states, as the poorest offer could have it. */
export function statedText(spec: Spec, stated: StatedValue, direction: Direction): string {
  const text = blockText(spec, stated.block);
  return writtenValue(spec, stated, writtenQuantity(text, stated.quantity), poorest(stated.quantity, direction));
}

function* missingTiers(spec: Spec): Generator<Shortfall> {
  const { labels } = spec.compiled.catalogue;
  for (const block of spec.about.label) {
    // Where a label proves something else, its tier may not matter.
    if (!mayDemand(spec, block) || slotOf(spec, block) === 'evidence') continue;
    for (const mention of spec.facts[block].mentions) {
      const tiers = mention.kind === 'label' ? labels.get(mention.record)?.tiers : undefined;
      if (!tiers) continue;
      const requirement = requirementAt(spec, block, mention.sentence);
      if (!isNormative(spec, requirement) || says(spec, requirement, 'negation')) continue;
      if (isQuoted(spec, block, mention, mention.sentence)) continue;
      if (namesTier(spec, requirement, tiers)) continue;
      yield shortTier(block, mention);
    }
  }
}

function shortTier(block: number, mention: Mention): Shortfall {
  const { start, end, sentence, record } = mention;
  const message = { id: 'weak-threshold.tier', values: { name: mention.text, label: record } };
  return { block, sentence, span: { start, end }, message, data: { kind: 'tier', label: record } };
}

function namesTier(
  spec: Spec,
  { block, firstSentence, lastSentence }: Requirement,
  tiers: readonly { de: string; en?: string }[],
): boolean {
  const { sentences } = spec.facts[block];
  const words = new Set(
    blockText(spec, block)
      .slice(sentences[firstSentence].start, sentences[lastSentence].end)
      .toLowerCase()
      .split(/[^\p{L}]+/u),
  );
  return tiers.some(({ de, en }) => words.has(de.toLowerCase()) || (en !== undefined && words.has(en.toLowerCase())));
}
