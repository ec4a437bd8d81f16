import type { Spec } from './spec';

/**
 * The norm that carries a finding in this procedure: the twin of the regime, and of its versions the one in force on the day that decides.
 * `undefined` where the catalogue knows none: better no norm than one that does not apply.
 */
export function normInForce(
  { compiled, context, day }: Pick<Spec, 'compiled' | 'context' | 'day'>,
  law: string | undefined,
): string | undefined {
  const { laws } = compiled.catalogue;
  const named = law === undefined ? undefined : laws.get(law);
  if (!named) return undefined;
  const { regime } = context;
  const applies = regime === undefined || named.regimes === undefined || named.regimes.includes(regime);
  let norm = applies ? named : laws.get(named.twins?.[regime] ?? '');
  // A ring of `earlier` must not hold us up.
  for (let steps = 0; norm?.from !== undefined && norm.from > day && steps < 10; steps++)
    norm = norm.earlier === undefined ? undefined : laws.get(norm.earlier);
  return norm && (norm.until === undefined || norm.until >= day) ? norm.id : undefined;
}
