import type { Finding, RuleId } from '../findings';
import { badMarker } from './badMarker';
import { brandNeutrality } from './brandNeutrality';
import { conflictingThreshold } from './conflictingThreshold';
import { labelEquivalence } from './labelEquivalence';
import { legalMinimum } from './legalMinimum';
import { missingCriterion } from './missingCriterion';
import { missingEvidence } from './missingEvidence';
import { outdatedReference } from './outdatedReference';
import type { Rule, RuleInput } from './rule';
import { standardEquivalence } from './standardEquivalence';
import { vagueTerm } from './vagueTerm';
import { weakModality } from './weakModality';
import { weakThreshold } from './weakThreshold';

/** The only list of rules. Adding a rule is one file and one line here. */
export const rules: readonly Rule[] = [
  labelEquivalence,
  standardEquivalence,
  brandNeutrality,
  vagueTerm,
  weakModality,
  outdatedReference,
  missingEvidence,
  weakThreshold,
  legalMinimum,
  conflictingThreshold,
  missingCriterion,
  badMarker,
];

/** One fact, one finding: where two rules see the same words, the first of a row speaks and the others stay silent. */
const precedence: readonly (readonly [RuleId, ...RuleId[]])[] = [
  ['vague-term', 'missing-evidence'],
  ['weak-threshold', 'weak-modality', 'legal-minimum', 'outdated-reference'],
];

/** Runs every rule that is not off and gives the findings in order of place, severities as the user set them. */
export function runRules(input: RuleInput): Finding[] {
  const settings = input.spec.context.rules ?? {};
  const findings: Finding[] = [];
  for (const rule of rules) {
    const setting = settings[rule.id];
    if (setting === 'off') continue;
    rule.find(input, (finding) => findings.push(setting ? { ...finding, severity: setting } : finding));
  }
  return oneAFact(findings.sort((a, b) => a.start - b.start || a.end - b.end || order(a.rule) - order(b.rule)));
}

/** Leaves out a finding whose words a rule with precedence has already marked. `findings` are in order of place. */
function oneAFact(findings: readonly Finding[]): Finding[] {
  const silenced = new Set<Finding>();
  for (let i = 0; i < findings.length; i++) {
    for (let j = i + 1; j < findings.length && findings[j].start < findings[i].end; j++) {
      if (outranks(findings[i].rule, findings[j].rule)) silenced.add(findings[j]);
      else if (outranks(findings[j].rule, findings[i].rule)) silenced.add(findings[i]);
    }
  }
  return silenced.size === 0 ? [...findings] : findings.filter((finding) => !silenced.has(finding));
}

function outranks(specific: RuleId, general: RuleId): boolean {
  return precedence.some(([first, ...others]) => first === specific && others.includes(general));
}

function order(id: RuleId): number {
  return rules.findIndex((rule) => rule.id === id);
}
