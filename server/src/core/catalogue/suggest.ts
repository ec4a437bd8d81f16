/** "Did you mean …?": the nearest of a list of known names. */

/**
 * Edit distance that counts a swap of two neighbours as one step (optimal string alignment).
 * @returns number of steps, or `limit + 1` as soon as it is certain that there are more than `limit`.
 */
export function distance(a: string, b: string, limit = Number.MAX_SAFE_INTEGER): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let best = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let steps = Math.min(previous[j]! + 1, row[j - 1]! + 1, previous[j - 1]! + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
      if (swapped) steps = Math.min(steps, beforePrevious[j - 2]! + 1);
      row.push(steps);
      best = Math.min(best, steps);
    }
    if (best > limit) return limit + 1;
    beforePrevious = previous;
    previous = row;
  }
  return Math.min(previous[b.length]!, limit + 1);
}

/** The candidate nearest to `name`, or `undefined` when none is near enough to be a slip of the pen (a third of its length, at most 4 steps). */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let limit = Math.min(4, Math.max(1, Math.floor(name.length / 3)));
  for (const candidate of candidates) {
    if (candidate === name) continue;
    const steps = distance(name.toLowerCase(), candidate.toLowerCase(), limit);
    if (steps <= limit) {
      best = candidate;
      limit = steps - 1;
      if (limit < 0) break;
    }
  }
  return best;
}
