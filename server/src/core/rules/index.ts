import type { Finding, RuleId } from '../findings';
import { badMarker } from './badMarker';
import { brandNeutrality } from './brandNeutrality';
import { labelEquivalence } from './labelEquivalence';
import { missingCriterion } from './missingCriterion';
import { missingEvidence } from './missingEvidence';
import { outdatedReference } from './outdatedReference';
import type { Rule, RuleInput } from './rule';
import { standardEquivalence } from './standardEquivalence';
import { vagueTerm } from './vagueTerm';
import { weakModality } from './weakModality';

/** The only list of rules. Adding a rule is one file and one line here. */
export const rules: readonly Rule[] = [
  labelEquivalence,
  standardEquivalence,
  brandNeutrality,
  vagueTerm,
  weakModality,
  outdatedReference,
  missingEvidence,
  missingCriterion,
  badMarker,
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
  return findings.sort((a, b) => a.start - b.start || a.end - b.end || order(a.rule) - order(b.rule));
}

function order(id: RuleId): number {
  return rules.findIndex((rule) => rule.id === id);
}
