import type { AwardCriterion } from '../facts/award/scheme';
import { finding, legalSeverity, type Rule } from './rule';

/** What the fix needs. */
export interface ExclusionData {
  readonly criterion: AwardCriterion;
}

/**
 * Flags an award criterion that leads to exclusion and carries a weight as well: "A-Kriterium", "Mindestanforderung", "KO" in its name or in a
 * column of its own. What must be met anyway tells no two tenders apart.
 *
 * Leaves alone: what goes beyond the minimum requirement, exclusion criteria without a weight, rows marked both ("A/B").
 */
export const exclusionInAward: Rule = {
  id: 'exclusion-in-award',
  find({ spec, award }, report) {
    for (const { criteria } of award.schemes) {
      for (const criterion of criteria) {
        const { exclusion, weight, name } = criterion;
        if (!exclusion || !weight || (weight.value === 0 && weight.form !== 'open')) continue;
        report(
          finding(
            spec,
            'exclusion-in-award',
            legalSeverity(spec, 'exclusion-in-award'),
            exclusion.block,
            exclusion,
            { id: 'exclusion-in-award', values: { name } },
            { law: 'vgv-58', data: { criterion } satisfies ExclusionData },
          ),
        );
      }
    }
  },
};
