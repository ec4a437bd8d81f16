import type { AwardCriterion } from './scheme';

/** Per cent that are the same but for rounding. */
export const close = (a: number, b: number) => Math.abs(a - b) <= 0.1 + 1e-9;

/** Per cent of a criterion: its own, else the sum of its parts; undefined where neither is stated in per cent. */
export function percentOf(criteria: readonly AwardCriterion[], index: number): number | undefined {
  const { weight } = criteria[index];
  if (weight) return weight.form === 'per-cent' ? weight.value : undefined;
  let sum: number | undefined;
  for (const [part, { parent }] of criteria.entries()) {
    if (parent !== index) continue;
    const share = percentOf(criteria, part);
    if (share !== undefined) sum = (sum ?? 0) + share;
  }
  return sum;
}

/** Weights stated in per cent, in order of place. */
export function sharesOf(criteria: readonly Pick<AwardCriterion, 'weight'>[]): number[] {
  return criteria.flatMap(({ weight }) => (weight?.form === 'per-cent' ? [weight.value] : []));
}

/** More weights than any scheme has; beyond that nothing is said. */
const mostShares = 60;

/**
 * Whether a row of per cent without known structure can be read as one or more complete schemes: main criteria that come to 100, each
 * followed by parts that come to its own weight or to 100.
 */
export function explains(weights: readonly number[]): boolean {
  const shares = weights.filter((weight) => weight > 0);
  const n = shares.length;
  if (n === 0 || n > mostShares) return false;
  const known = new Map<string, Set<number>>();
  /** Ends of a run of siblings that begins at `at` and comes to `target`. */
  const ends = (at: number, target: number, depth: number): Set<number> => {
    const key = `${at} ${target} ${depth}`;
    const done = known.get(key);
    if (done) return done;
    const found = new Set<number>();
    const seen = new Set<string>();
    const walk = (i: number, sum: number) => {
      const state = `${i} ${sum.toFixed(2)}`;
      if (seen.has(state)) return;
      seen.add(state);
      if (close(sum, target) && i > at) found.add(i);
      if (i >= n || sum > target + 0.1) return;
      walk(i + 1, sum + shares[i]);
      if (depth === 2) return;
      for (const parts of new Set([shares[i], 100])) for (const end of ends(i + 1, parts, depth + 1)) walk(end, sum + shares[i]);
    };
    walk(at, 0);
    known.set(key, found);
    return found;
  };
  const whole = new Array<boolean>(n + 1).fill(false);
  whole[n] = true;
  for (let at = n - 1; at >= 0; at--) whole[at] = [...ends(at, 100, 0)].some((end) => whole[end]);
  return whole[0];
}
