import type { Criterion } from './schema';

/** Entries of the history that came after a version, oldest first. A history that does not say counts as a change of substance. */
export function changesSince(criterion: Criterion, version: number): Criterion['history'] {
  const since = criterion.history.filter((c) => c.version > version).sort((a, b) => a.version - b.version);
  if (since.length > 0) return since;
  return [{ version: criterion.version, date: criterion.history[0]?.date ?? '', change: 'substantive' }];
}
