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

/**
 * Whether a row of per cent without known structure can be read as one or more complete schemes: main criteria that come to 100, each
 * followed by parts that come to its own weight or to 100.
 */
export function explains(weights: readonly number[]): boolean {
  const n = Math.min(weights.length, 40);
  if (n === 0) return false;
  const seen = new Set<string>();
  /** Ends of a run of siblings that begins at `at` and comes to `target`. */
  const ends = (at: number, target: number, depth: number): Set<number> => {
    const found = new Set<number>();
    const walk = (i: number, sum: number) => {
      if (close(sum, target) && i > at) found.add(i);
      if (i >= n || sum > target + 0.1) return;
      walk(i + 1, sum + weights[i]);
      if (depth < 2) for (const t of new Set([weights[i], 100])) for (const end of ends(i + 1, t, depth + 1)) walk(end, sum + weights[i]);
    };
    walk(at, 0);
    return found;
  };
  const whole = (at: number): boolean => {
    if (at >= n) return true;
    const key = String(at);
    if (seen.has(key)) return false;
    seen.add(key);
    for (const end of ends(at, 100, 0)) if (whole(end)) return true;
    return false;
  };
  return whole(0);
}
