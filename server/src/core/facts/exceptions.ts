import type { Match } from '../match/model';

/**
 * Drops matches that an `unless` phrase of the same record touches ("Leitfaden nachhaltige Beschaffung" takes "nachhaltige" back), and the
 * `unless` matches themselves.
 */
export function withoutExceptions(matches: readonly Match[]): Match[] {
  if (!matches.some((m) => m.owner.role === 'unless')) return matches as Match[];
  const exceptions = matches.filter((m) => m.owner.role === 'unless');
  return matches.filter(
    (m) =>
      m.owner.role !== 'unless' &&
      !exceptions.some(
        (e) => e.owner.id === m.owner.id && e.owner.kind === m.owner.kind && e.firstToken <= m.lastToken && m.firstToken <= e.lastToken,
      ),
  );
}
