import type { Param } from '../catalogue/schema';
import type { StatedValue } from '../facts/parameters';
import { inBaseUnit, statedValues } from '../facts/parameters';
import { blockText, wordsAt } from '../facts/spec';
import { compareBound, type Direction } from '../facts/strictness';
import { valueSpan } from '../facts/writtenQuantity';
import { finding, type Rule } from './rule';

/** What the fix needs: the value to raise to, in the base unit, or none where the buyer must set it. */
export interface LegalMinimumData {
  readonly stated: StatedValue;
  readonly param: Param;
  readonly direction: Direction;
  readonly next: number | undefined;
}

/**
 * Flags a value that asks for no more than the law demands of every product anyway.
 *
 * Leaves alone: parameters for which nothing beyond the law is catalogued; values that could belong to another parameter.
 */
export const legalMinimum: Rule = {
  id: 'legal-minimum',
  find({ spec, products }, report) {
    for (const stated of statedValues(spec, products)) {
      const { block, quantity, claims } = stated;
      const [{ criterion, param }] = claims;
      const { direction } = param;
      const demandsNothing = claims.every(({ param: p }) => {
        if (p.legal_minimum === undefined || p.direction !== direction) return false;
        const compared = compareBound(quantity, inBaseUnit(p.legal_minimum, p), direction);
        return compared === 'equal' || compared === 'weaker';
      });
      if (!demandsNothing) continue;
      const next = nextValue(param, direction);
      if (next === undefined && !param.ask) continue;
      const span = valueSpan(blockText(spec, block), quantity);
      report(
        finding(
          spec,
          'legal-minimum',
          'hint',
          block,
          span,
          { id: 'legal-minimum', values: { text: wordsAt(spec, block, span), criterion: criterion.id } },
          {
            record: criterion.id,
            criterion: criterion.id,
            law: criterion.law?.[0],
            data: { stated, param, direction, next } satisfies LegalMinimumData,
          },
        ),
      );
    }
  },
};

/** The mildest value of a level that goes beyond the law, in the base unit. */
function nextValue(param: Param, direction: Direction): number | undefined {
  const law = inBaseUnit(param.legal_minimum!, param);
  return [param.levels?.[1], param.levels?.[2], param.levels?.[3]]
    .flatMap((value) => (value === undefined ? [] : [inBaseUnit(value, param)]))
    .find((value) => compareBound({ comparator: 'exact', value }, law, direction) === 'stricter');
}
