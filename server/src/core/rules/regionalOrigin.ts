import { requirementAt, says, wordsAt } from '../facts/spec';
import { type DemandData, demandedWords, demandsOf, isScored } from './demandedWords';
import { finding, legalSeverity, type Rule, relatedWords } from './rule';

/**
 * Flags regional or national origin, or a seat nearby, as a demand or score ("aus der Region", "Umkreis von 50 km", "ortsansässig"): it favours
 * some bidders over others (§ 97 (2) GWB, § 31 (6) VgV).
 *
 * Leaves alone: `context`, regional differences and names, native plants (§ 40 BNatSchG), the place of performance, delivery areas, response times,
 * "saisonal", statements that origin does not matter.
 */
export const regionalOrigin: Rule = {
  id: 'regional-origin',
  find({ spec }, report) {
    const severity = legalSeverity(spec, 'regional-origin');
    const open = demandedWords(
      spec,
      'origin',
      ['origin'],
      (_, requirement) => !says(spec, requirement, 'existing-state') && !says(spec, requirement, 'authority-itself'),
    );
    for (const words of demandsOf(spec, open)) {
      const [first, ...others] = words;
      const award = isScored(spec, requirementAt(spec, first.block, first.sentence));
      report(
        finding(
          spec,
          'regional-origin',
          severity,
          first.block,
          first,
          { id: award ? 'regional-origin.award' : 'regional-origin', values: { text: wordsAt(spec, first.block, first) } },
          {
            law: award ? 'gwb-97' : 'vgv-31',
            related: relatedWords(spec, others, 'regional-origin.related'),
            data: { words } satisfies DemandData,
          },
        ),
      );
    }
  },
};
