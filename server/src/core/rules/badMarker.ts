import { finding, type Rule } from './rule';

/** Flags a directive that cannot be obeyed: unknown id, missing reason, malformed. Without a reason nothing is suppressed. */
export const badMarker: Rule = {
  id: 'bad-marker',
  find({ spec, directives }, report) {
    for (const problem of directives.problems) {
      report(finding(spec, 'bad-marker', 'information', problem.block, problem, problem.message, { data: problem }));
    }
  },
};
