import type { Slot } from '../catalogue/schema';
import type { AwardCriterion, AwardPlace, AwardScheme, AwardWeight } from '../facts/award/scheme';
import { close, explains, percentOf } from '../facts/award/sums';
import { type Spec, slotOf } from '../facts/spec';
import type { Finding, Message } from '../findings';
import { finding, legalSeverity, type Rule, related } from './rule';

/** What the fixes need: the scheme, and what is wrong with it. */
export interface WeightsData {
  readonly problem: 'none' | 'missing' | 'sum' | 'words';
  readonly scheme?: AwardScheme;
  /** Indices of the criteria concerned. */
  readonly criteria: readonly number[];
  /** What the weights come to and should come to. */
  readonly sum?: number;
  readonly target?: number;
}

/**
 * Flags award criteria without a weight, per cent that do not come to 100 (± 0.1) among siblings, parts that come neither to the weight of their
 * criterion nor to 100, and importance that is stated in words only. Anchor: the first weight, else the header or the list.
 *
 * Leaves alone: points, formulas, ranges, ratios, a documented ranking, price as the only criterion, the row that states the sum, weights of
 * another table or list of the document, concessions, and lists whose structure cannot be told.
 */
export const awardWeights: Rule = {
  id: 'award-weights',
  find({ spec, award }, report) {
    const weighted = award.schemes.some((s) => s.form === 'price-only' || s.criteria.some((c) => c.weight));
    const free = spec.context.regime === 'konzvgv' || award.schemes.some((s) => s.ranked);
    // Lots and stages may share out their weights in several places: together they are whole.
    const all = award.schemes.flatMap((s) => s.criteria.flatMap((c) => c.weight ?? []));
    if (!all.every((w) => w.form === 'per-cent') || !explains(all.map((w) => w.value))) {
      for (const scheme of award.schemes) if (!scheme.unfilled && scheme.criteria.some((c) => c.weight)) reportSums(spec, scheme, report);
    }
    if (weighted || free) return;
    const words = award.relative.find(({ block }) => aboutAward.includes(slotOf(spec, block)));
    if (words) {
      const start = spec.document.starts[words.block];
      const text = spec.document.text.slice(start + words.start, start + words.end).replace(/\s+/g, ' ');
      const scheme = award.schemes.find((s) => s.criteria.length > 1);
      report(
        at(spec, words, { id: 'award-weights.words', values: { text } }, { problem: 'words', criteria: [], ...(scheme ? { scheme } : {}) }),
      );
      return;
    }
    for (const scheme of award.schemes) {
      const maybe = scheme.criteria.some((c) => /\s\d+$/.test(c.name));
      if (scheme.form === 'prose' || maybe || saysElsewhere(spec, scheme)) continue;
      report(at(spec, listOf(spec, scheme), { id: 'award-weights.none', values: {} }, { problem: 'none', scheme, criteria: [] }));
    }
  },
};

/** Elsewhere such words judge goods, not tenders. */
const aboutAward: readonly Slot[] = ['award', 'unknown', 'subject', 'evidence'];

function at(spec: Spec, place: AwardPlace, message: Message, data: WeightsData, more: readonly AwardWeight[] = []): Finding {
  const others = more.map((w) => related(spec, w.block, w, { id: 'award-weights.related', values: { value: w.value } }));
  return finding(spec, 'award-weights', legalSeverity(spec, 'award-weights'), place.block, place, message, {
    law: 'vgv-58',
    related: others,
    data,
  });
}

/** The header of a table, else the list from its first to its last criterion. */
function listOf({ document }: Spec, { header, criteria }: AwardScheme): AwardPlace {
  if (header >= 0) return { block: header, ...document.blocks[header].content };
  const first = criteria[0].place;
  const last = criteria[criteria.length - 1].place;
  const end = document.starts[last.block] + last.end - document.starts[first.block];
  return { block: first.block, start: first.start, end };
}

/** "Gewichtung: siehe Anlage 3": the weights stand somewhere this text does not show. */
function saysElsewhere({ facts, document }: Spec, { first, end }: AwardScheme): boolean {
  for (let block = first; block < end; block++) {
    for (const place of facts[block].places) {
      if (place.id !== 'award-weight') continue;
      const start = document.starts[block];
      const around = document.text.slice(start + place.start, start + place.end + 120);
      if (
        /\b(?:Anlage|Anhang|Bekanntmachung|Formblatt|Kapitel|Ziffer|Matrix|Bewertungsmatrix|Wertungsmatrix|Vergabeportal|Plattform|annex|appendix|attachment|notice|section)\b/i.test(
          around,
        )
      )
        return true;
    }
  }
  return false;
}

function reportSums(spec: Spec, scheme: AwardScheme, report: (finding: Finding) => void): void {
  if (slotOf(spec, scheme.anchor.block) === 'selection') return;
  const { criteria } = scheme;
  const main = indices(criteria, -1);
  const problem = mainProblem(spec, scheme, main);
  if (problem) {
    report(problem);
    return;
  }
  for (const parent of criteria.keys()) {
    const parts = indices(criteria, parent);
    const own = criteria[parent].weight;
    const weights = weightsOf(scheme, parts);
    if (parts.length < 2 || own?.form !== 'per-cent' || !weights) continue;
    const sum = total(weights);
    if (close(sum, own.value) || close(sum, 100)) continue;
    const [first, ...others] = weights;
    report(
      at(
        spec,
        first,
        { id: 'award-weights.parts', values: { name: criteria[parent].name, sum: round(sum), weight: own.value } },
        { problem: 'sum', scheme, criteria: parts, sum, target: own.value },
        others,
      ),
    );
  }
}

function mainProblem(spec: Spec, scheme: AwardScheme, main: readonly number[]): Finding | undefined {
  const { criteria } = scheme;
  const inOrder = criteria.flatMap(({ weight }) => (weight ? [weight] : []));
  if (inOrder.some((w) => w.form !== 'per-cent')) return undefined;
  const shares = main.map((i) => percentOf(criteria, i));
  const known = shares.filter((s) => s !== undefined);
  const sum = known.reduce((a, b) => a + b, 0);
  if (known.length < 2 || close(sum, 100) || explains(inOrder.map((w) => w.value))) return undefined;
  const without = main.filter((_, i) => shares[i] === undefined);
  if (scheme.form === 'table' && without.length > 0 && sum < 100 && known.length >= without.length) {
    const [first, ...others] = without.map((i) => criteria[i]);
    return {
      ...at(
        spec,
        first.place,
        { id: 'award-weights.missing', values: { name: first.name } },
        { problem: 'missing', scheme, criteria: without, sum, target: 100 },
      ),
      related: others.map((c) => related(spec, c.place.block, c.place, { id: 'award-weights.also', values: { name: c.name } })),
    };
  }
  if (scheme.form !== 'table' && !isWhole(spec, scheme, inOrder)) return undefined;
  // A last row without a weight heads no group; with more than 100 % above it the weights are wrong whatever it gets.
  const complete = scheme.form === 'table' && sum > 100 && without.length === 1 && without[0] === main.at(-1) ? main.slice(0, -1) : main;
  const weights = weightsOf(scheme, complete);
  if (!weights) return undefined;
  const [first, ...others] = weights;
  return at(
    spec,
    first,
    { id: 'award-weights.sum', values: { sum: round(sum) } },
    { problem: 'sum', scheme, criteria: complete, sum, target: 100 },
    others,
  );
}

/**
 * Lines are known for sure only when nothing between the first and the last weight was left unread: no further per cent, and parts are
 * told from criteria by their numbers.
 */
function isWhole({ document }: Spec, scheme: AwardScheme, weights: readonly AwardWeight[]): boolean {
  const ends = weights.map((w) => document.starts[w.block] + w.end);
  const starts = weights.map((w) => document.starts[w.block] + w.start);
  const text = document.text.slice(Math.min(...starts), Math.max(...ends));
  const written = (text.match(/\d\s*(?:%|Prozent|per\s?cent)/gi) ?? []).length;
  if (written !== weights.length) return false;
  if (scheme.form === 'prose') return true;
  // Explanations between the criteria may hide one; then only too much is surely wrong.
  const scattered = text.split('\n').length > 3 * weights.length;
  if (scattered && !scheme.sum && total(weights) < 100) return false;
  const numbers = scheme.criteria.filter((c) => c.parent < 0).map((c) => c.number);
  return numbers.every((n) => n === '') ? scheme.criteria.every((c) => c.parent < 0) : numbers.every((n, i) => n === String(i + 1));
}

function indices(criteria: readonly AwardCriterion[], parent: number): number[] {
  return criteria.flatMap((c, i) => (c.parent === parent ? [i] : []));
}

/** Weights of criteria that all have one in per cent. */
function weightsOf({ criteria }: AwardScheme, of: readonly number[]): AwardWeight[] | undefined {
  const weights = of.flatMap((i) => criteria[i].weight ?? []);
  return weights.length > 0 &&
    weights.every((w) => w.form === 'per-cent') &&
    of.every((i) => percentOf(criteria, i) !== undefined || criteria[i].weight)
    ? weights
    : undefined;
}

const total = (weights: readonly AwardWeight[]) => weights.reduce((sum, w) => sum + w.value, 0);
const round = (sum: number) => Math.round(sum * 100) / 100;
