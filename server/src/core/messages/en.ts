import type { RuleId } from '../findings';
import type * as german from './de';

/** English messages; same ids as de.ts. */
export const titles: Record<RuleId, string> = {
  'label-equivalence': 'Label without “or equivalent”',
  'standard-equivalence': 'Standard without “or equivalent”',
  'brand-neutrality': 'Product or maker without “or equivalent”',
  'vague-term': 'Term that cannot be checked',
  'weak-modality': 'Weakened requirement',
  'outdated-reference': 'Outdated reference',
  'missing-evidence': 'Requirement without proof',
  'award-weights': 'Award criteria without consistent weights',
  'award-scale': 'Quality criterion without a scoring rule',
  'exclusion-in-award': 'Exclusion criterion with a weight in the award',
  'double-use': 'The same in selection and award',
  'lcc-method': 'Life-cycle costs without a method',
  'missing-criterion': 'Sustainability criteria still missing',
  'bad-marker': 'Note to Grünstift that cannot be followed',
};

export const templates: Record<string, string> = {
  'label-equivalence': '“{name}” is demanded without admitting equivalent labels. Add “or equivalent”.',
  'label-equivalence.many': 'Labels are demanded without admitting equivalent ones: {names}. Add “or equivalent”.',
  'label-equivalence.related': 'also “{name}”',
  'standard-equivalence': '“{name}” is demanded without admitting equivalent standards. Add “or equivalent”.',
  'standard-equivalence.many': 'Standards are demanded without admitting equivalent ones: {names}. Add “or equivalent”.',
  'standard-equivalence.related': 'also “{name}”',
  'brand-neutrality': '“{name}” prescribes a product or maker. Describe the function or add “or equivalent”.',
  'brand-neutrality.many': 'Products or makers are prescribed: {names}. Describe the function or add “or equivalent”.',
  'brand-neutrality.related': 'also “{name}”',
  'vague-term': '“{text}”: {reason}',
  'vague-term.related': 'also “{text}”',
  'weak-modality': '“{text}”: {reason}',
  'outdated-reference': '“{text}” is out of date{sinceText}. {successor}',
  'outdated-reference.related': 'also “{text}”',
  'outdated-reference.draft': '“{text}” is a draft standard. Check whether the standard has appeared since, and name its edition.',
  'missing-evidence': 'Nothing says how bidders prove “{title}”. Add the proof.',
  'award-weights.none':
    'The award criteria have no weights. Give each criterion a weight in per cent or points, so that bidders know what counts how much.',
  'award-weights.missing': '“{name}” has no weight, and the other criteria come to less than 100 %. Add its weight.',
  'award-weights.sum': 'The weights of the criteria come to {sum} % instead of 100 %. Correct the weights.',
  'award-weights.parts':
    'The weights of the parts of “{name}” come to {sum} %. They must come to the weight of the criterion ({weight} %) or to 100 %.',
  'award-weights.words':
    '“{text}”: how much the criteria count is stated in words only. Give each criterion a weight in per cent or points.',
  'award-weights.related': 'another weight: {value} %',
  'award-weights.also': 'also “{name}”',
  'award-scale': 'Nothing says what earns how many points for “{name}”. Add a scoring rule.',
  'exclusion-in-award':
    '“{name}” leads to exclusion and carries a weight as well. Split it: the minimum belongs in the specification, the award counts only what goes beyond it.',
  'double-use':
    '“{text}” is demanded for selection and counts again in the award. Score only what concerns the offer, or check it for selection only.',
  'double-use.related': 'in the selection: “{text}”',
  'lcc-method':
    '“{text}” shall count, but nothing says how it is calculated. State period, discount rate, prices and the calculation sheet.',
  'missing-criterion': '{product}: {count} of {total} criteria of level “{level}” are still missing: {criteria}{moreText}.',
  'missing-criterion.one': '{product}: 1 of {total} criteria of level “{level}” is still missing: {criteria}.',
  'bad-marker.form': '“{text}” is incomplete. Write for example: gs-ignore label-equivalence: reason',
  'bad-marker.reason': 'The reason is missing. Without a reason behind “{name}:” nothing is hidden.',
  'bad-marker.rule': 'There is no rule “{name}”.',
  'bad-marker.rule.nearest': 'There is no rule “{name}”. Did you mean “{nearest}”?',
  'bad-marker.criterion': 'The criterion “{name}” is not in the catalogue.',
  'bad-marker.criterion.nearest': 'The criterion “{name}” is not in the catalogue. Did you mean “{nearest}”?',
  'bad-marker.version': 'The version of “{name}” is missing, for example {name}@1.',
  'bad-marker.front-matter': '{text}',
};

export const words: typeof german.words = {
  since: ' (since {date})',
  successor: 'Now in force: {text}.',
  numberReplaced: 'Now in force: DE-UZ {number}.',
  numberDead: 'These award criteria are no longer in force.',
  more: ' and {count} more',
  levels: { 1: 'basic', 2: 'advanced', 3: 'ambitious' },
  quote: ['“', '”'] as never,
  listSeparator: '; ',
};

export const fixTitles: Record<string, string> = {
  'append-equivalence': 'Add “or equivalent”',
  'equivalence-sentence.label': 'Add a sentence on equivalent labels and other proof',
  'equivalence-clause': 'Insert an equivalence clause for the whole document',
  'replace-term': '{title}',
  'insert-clause': 'Insert “{title}” as a requirement that can be checked',
  'drop-hedge': 'Delete “{text}”',
  'update-reference': 'Replace by “{text}”',
  'insert-proof': 'Add proof: {title}',
  'insert-criterion': 'Insert “{title}” with proof',
  'insert-all': 'Insert all {count} missing criteria with proof',
  'weight-column': 'Insert a “Weight” column',
  'weight-list': 'List the criteria with weights',
  'weight-each': 'Insert a weight behind each criterion',
  'weight-rest': 'Add the weight: {value} %',
  'weight-holes': 'Insert holes for the missing weights',
  'fix-sum': 'Make the sum 100 %: {value} %',
  'fix-sum.none': 'Make the sum 100 %',
  'fix-sum.disabled': 'Several weights may be meant: which one to change is for the contracting authority to decide.',
  'insert-scale': 'Insert a scoring rule',
  'split-exclusion': 'Split: minimum into the specification, what goes beyond it into the award',
  'drop-award': 'Delete from the award',
  'insert-lcc-method': 'Insert the method of life-cycle costing',
  waive: 'Do without “{title}” and say why',
  ignore: 'Hide here and say why: {rule}',
  'nearest-id': 'Replace by “{text}”',
  'add-reason': 'Add a reason',
};

export const phrases: typeof german.phrases = {
  equivalent: 'or equivalent',
  labelSentence:
    'Labels with equivalent requirements are accepted; where a bidder could not obtain one in time for reasons beyond its control, other appropriate evidence is accepted too.',
  documentClause:
    'Wherever these documents refer to labels, standards, brands, makers or types, the words “or equivalent” are deemed to be added.',
  weightHole: '[weight] %',
  weightHeader: 'Weight',
  weightIntro: 'The award criteria carry these weights:',
  priceAndQuality: ['Price', 'Quality'],
  scaleIntro: 'Each quality criterion is scored on this scale:',
  scaleHeader: ['Points', 'Meaning'],
  scaleSteps: [
    ['10', 'The information can be verified and shows that [aim of the criterion] will be fully achieved.'],
    ['7', 'The information can be verified and shows that [aim of the criterion] will be achieved for the most part.'],
    ['3', 'The information can be verified and shows that [aim of the criterion] will be achieved only in part.'],
    ['0', 'Information is missing, cannot be verified or does not show that [aim of the criterion] will be achieved.'],
  ],
  scaleOutro: 'The points of each criterion are multiplied by its weight and added up.',
  beyondMinimum: '{name} (beyond the minimum requirement)',
  minimumClause: 'Minimum requirement: {name}. Tenders that do not meet it are excluded.',
  reasonHole: 'reason',
  askHole: 'set {label}',
  sections: {
    selection: 'Selection criteria',
    specification: 'Requirements',
    award: 'Award criteria',
    performance: 'Contract performance conditions',
    evidence: 'Evidence',
  },
};
