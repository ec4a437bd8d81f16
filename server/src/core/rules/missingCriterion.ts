import { readCoverage } from '../coverage/coverage';
import { finding, type Rule } from './rule';

/** What the fixes need: the criteria to insert. */
export interface MissingData {
  readonly product: string;
  readonly criteria: readonly string[];
}

/**
 * One finding a product group, at its first mention: the criteria of the chosen level that no requirement addresses and no waiver excuses.
 *
 * Leaves alone: goods named in passing or excluded, groups without criteria.
 */
export const missingCriterion: Rule = {
  id: 'missing-criterion',
  find({ spec, products, directives }, report) {
    for (const { product, missing, addressed, waived } of readCoverage(spec, products, directives.waivers)) {
      if (missing.length === 0) continue;
      report(
        finding(
          spec,
          'missing-criterion',
          'hint',
          product.block,
          product,
          {
            id: missing.length === 1 ? 'missing-criterion.one' : 'missing-criterion',
            values: {
              product: product.id,
              count: missing.length,
              total: missing.length + addressed.length + waived.length,
              criteria: missing
                .slice(0, 6)
                .map((c) => c.id)
                .join(' '),
              more: Math.max(0, missing.length - 6),
              level: spec.context.level ?? 1,
            },
          },
          {
            record: product.id,
            law: 'gwb-97',
            data: { product: product.id, criteria: missing.map((c) => c.id) } satisfies MissingData,
          },
        ),
      );
    }
  },
};
