import { isBiddersAnswer, type Spec } from '../facts/spec';
import type { Finding, RuleId } from '../findings';
import { alsoCheck } from './alsoCheck';
import { awardScale } from './awardScale';
import { awardWeights } from './awardWeights';
import { badMarker } from './badMarker';
import { brandNeutrality } from './brandNeutrality';
import { companyLevel } from './companyLevel';
import { conflictingThreshold } from './conflictingThreshold';
import { counterCriterion } from './counterCriterion';
import { doubleUse } from './doubleUse';
import { driftedCriterion } from './driftedCriterion';
import { energyClass } from './energyClass';
import { exclusionInAward } from './exclusionInAward';
import { iloClause } from './iloClause';
import { labelEquivalence } from './labelEquivalence';
import { labelMisfit } from './labelMisfit';
import { lccMethod } from './lccMethod';
import { legalMinimum } from './legalMinimum';
import { materialPrescribed } from './materialPrescribed';
import { missingCriterion } from './missingCriterion';
import { missingEvidence } from './missingEvidence';
import { negativeList } from './negativeList';
import { outdatedReference } from './outdatedReference';
import { regionalOrigin } from './regionalOrigin';
import type { Rule, RuleInput } from './rule';
import { staleCriterion } from './staleCriterion';
import { standardEquivalence } from './standardEquivalence';
import { vagueTerm } from './vagueTerm';
import { variantsSilent } from './variantsSilent';
import { weakModality } from './weakModality';
import { weakThreshold } from './weakThreshold';
import { wrongAddressee } from './wrongAddressee';
import { wrongSlot } from './wrongSlot';

/** The only list of rules. Adding a rule is one file and one line here. */
export const rules: readonly Rule[] = [
  labelEquivalence,
  standardEquivalence,
  brandNeutrality,
  vagueTerm,
  weakModality,
  outdatedReference,
  missingEvidence,
  awardWeights,
  awardScale,
  exclusionInAward,
  doubleUse,
  lccMethod,
  materialPrescribed,
  regionalOrigin,
  companyLevel,
  counterCriterion,
  labelMisfit,
  energyClass,
  wrongSlot,
  iloClause,
  weakThreshold,
  legalMinimum,
  conflictingThreshold,
  variantsSilent,
  negativeList,
  wrongAddressee,
  alsoCheck,
  staleCriterion,
  driftedCriterion,
  missingCriterion,
  badMarker,
];

/** The place of a rule in the list, for findings on the same words. */
const order: ReadonlyMap<RuleId, number> = new Map(rules.map(({ id }, place) => [id, place]));

const byId: ReadonlyMap<RuleId, Rule> = new Map(rules.map((rule) => [rule.id, rule]));

/** One fact, one finding: where two rules see the same words, the first of a row speaks and the others stay silent. */
const precedence: readonly (readonly [RuleId, ...RuleId[]])[] = [
  ['vague-term', 'missing-evidence'],
  ['regional-origin', 'material-prescribed'],
  ['company-level', 'label-equivalence', 'standard-equivalence', 'vague-term'],
  ['counter-criterion', 'brand-neutrality', 'weak-threshold', 'missing-evidence', 'vague-term'],
  ['label-misfit', 'company-level', 'label-equivalence', 'standard-equivalence'],
  ['double-use', 'wrong-slot'],
  ['energy-class', 'missing-evidence'],
  ['wrong-slot', 'ilo-clause', 'missing-evidence'],
  ['ilo-clause', 'outdated-reference', 'missing-evidence'],
  ['weak-threshold', 'weak-modality', 'legal-minimum', 'outdated-reference'],
  ['label-equivalence', 'drifted-criterion'],
  ['standard-equivalence', 'drifted-criterion'],
  ['brand-neutrality', 'drifted-criterion'],
  ['drifted-criterion', 'weak-threshold', 'weak-modality', 'missing-evidence'],
  ['negative-list', 'missing-evidence'],
  ['outdated-reference', 'missing-evidence'],
];

/** Runs every rule that is not off and gives the findings in order of place, severities as the user set them. */
export function runRules(input: RuleInput): Finding[] {
  const settings = input.spec.context.rules ?? {};
  const findings: Finding[] = [];
  for (const rule of rules) {
    const setting = settings[rule.id];
    if (setting === 'off') continue;
    rule.find(input, (finding) => {
      const { block, start } = finding;
      if (isBiddersAnswer(input.spec, block, start - input.spec.document.starts[block])) return;
      findings.push(setting ? { ...finding, severity: setting } : finding);
    });
  }
  const inOrder = findings.sort((a, b) => a.start - b.start || a.end - b.end || order.get(a.rule)! - order.get(b.rule)!);
  return oneAList(input.spec, oneAFact(inOrder));
}

/** Joins findings of a rule that share their cause with others of the same list, at the first of them. `findings` are in order of place. */
function oneAList(spec: Spec, findings: Finding[]): Finding[] {
  const lists = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (finding.list === undefined) continue;
    const key = `${finding.rule} ${finding.list}`;
    const known = lists.get(key);
    if (known) known.push(finding);
    else lists.set(key, [finding]);
  }
  const joined = new Map<Finding, Finding | undefined>();
  for (const list of lists.values()) {
    if (list.length < 2) continue;
    const [first, ...others] = list;
    joined.set(first, byId.get(first.rule)!.join!(spec, list));
    for (const other of others) joined.set(other, undefined);
  }
  return joined.size === 0 ? findings : findings.flatMap((finding) => (joined.has(finding) ? (joined.get(finding) ?? []) : finding));
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
