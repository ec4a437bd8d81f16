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
  'material-prescribed': 'Material without “or equivalent”',
  'regional-origin': 'Origin or seat prescribed',
  'company-level': 'Demand on the company instead of the contract',
  'counter-criterion': 'Demand against the sustainable choice',
  'label-misfit': 'Label that does not prove what is demanded',
  'energy-class': 'Energy class that cannot be demanded like this',
  'wrong-slot': 'Requirement in the wrong section',
  'ilo-clause': 'ILO core labour standards without conventions or proof',
  'weak-threshold': 'Requirement that asks for less than it should',
  'legal-minimum': 'Value that the law demands anyway',
  'conflicting-threshold': 'Two different values for the same property',
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
  'material-prescribed': '“{text}” prescribes the material. Add “or equivalent”, or state the reason why only this material will do.',
  'material-prescribed.related': 'also “{text}”',
  'regional-origin':
    '“{text}” favours bidders or goods from one area. Describe what matters: season, freshness, transport emissions or response time.',
  'regional-origin.award':
    '“{text}” gives points for the area bidders or goods come from. Score what matters: season, freshness, transport emissions or response time.',
  'regional-origin.related': 'also “{text}”',
  'company-level':
    '“{text}” concerns the company as a whole, not what is bought. Ask for measures for this contract, or check an environmental management system at selection.',
  'company-level.award':
    '“{text}” scores the company as a whole, not the tender. Score an environmental concept for this contract, or check an environmental management system at selection.',
  'company-level.related': 'also “{text}”',
  'counter-criterion':
    '“{text}” shuts out the sustainable choice. Delete the demand, admit the alternative, or give a reason such as safety or hygiene.',
  'counter-criterion.new': '“{text}” shuts out refurbished goods. Admit them where they serve the same purpose.',
  'counter-criterion.whiteness':
    '“{text}” shuts out recycled paper with the Blue Angel: its cap is ISO 100 or CIE 135. Turn the demand into an upper limit.',
  'counter-criterion.related': 'also “{text}”',
  'label-misfit': '“{name}” does not prove what is demanded here: {reason} Name a label that fits.',
  'label-misfit.number': '“{name}” is for “{covers}”, not for “{product}”. Name the award criteria that hold for the goods.',
  'label-misfit.related': 'also “{name}”',
  'energy-class': '“{text}”: {reason}',
  'energy-class.top':
    'On the new scale few or no products of this kind reach “{text}”. Check what the EPREL database offers and ask for the best class with enough choice.',
  'energy-class.consumption':
    '“{text}”: nowhere are consumption values asked for. Let bidders state the energy consumption (section 67 VgV).',
  'wrong-slot.labour':
    '“{text}” stands among the selection criteria. Labour and social standards concern the performance of the contract: move the clause to the performance conditions.',
  'wrong-slot.references':
    '“{text}” stands among the award criteria. References and experience of the company belong to selection; only the experience of the persons who perform the contract may be scored.',
  'wrong-slot.property': '“{text}” stands among the selection criteria but describes the goods. Move the requirement to the specification.',
  'ilo-clause':
    '“{text}”: which conventions hold and how bidders prove compliance is left open. Name the conventions (or an annex) and the proof.',
  'ilo-clause.list': '“{text}”: which conventions hold is left open. List the conventions or refer to an annex.',
  'ilo-clause.proof': '“{text}”: nothing says how compliance is proved. Add the proof.',
  'ilo-clause.related': 'here too: “{text}”',
  'weak-threshold':
    '“{text}” asks for less than the criterion “{title}” at level “{level}”: {bound} {wanted}. Tighten the value or give the reason for it.',
  'weak-threshold.open':
    '“{text}” does not fix what must be reached: a much poorer value meets the requirement too. Write “{bound}” and the value.',
  'weak-threshold.measure':
    '“{text}” leaves open how much is demanded; no bid can be measured by it. Name a value, a share or a definite design.',
  'weak-threshold.hedge':
    '“{text}” leaves open whether and how far “{title}” is demanded; no bid can be measured by it. Drop the hedge or say what must be met at least.',
  'weak-threshold.tier': '“{name}” comes in tiers ({tiers}). Where none is named, the lowest will do. Name the tier you need.',
  'weak-threshold.related': 'also “{text}”',
  'legal-minimum': '“{text}” asks no more of “{title}” than the law demands anyway. Ask for more or drop the requirement.',
  'conflicting-threshold':
    '“{text}” contradicts an earlier statement on “{title}” ({other}). Name the same value everywhere or say which holds for what.',
  'conflicting-threshold.related': 'the earlier statement',
  'missing-criterion': '{product}: {count} of {total} criteria of level “{level}” are still missing: {criteria}{moreText}.',
  'missing-criterion.one': '{product}: 1 of {total} criteria of level “{level}” is still missing: {criteria}.',
  'bad-marker.form': '“{text}” is incomplete. Write for example: gs-ignore label-equivalence: reason',
  'bad-marker.reason': 'The reason is missing. Without a reason behind “{name}:” nothing is hidden.',
  'bad-marker.rule': 'There is no rule “{name}”.',
  'bad-marker.rule.nearest': 'There is no rule “{name}”. Did you mean “{nearest}”?',
  'bad-marker.criterion': 'The criterion “{name}” is not in the catalogue.',
  'bad-marker.criterion.nearest': 'The criterion “{name}” is not in the catalogue. Did you mean “{nearest}”?',
  'bad-marker.version': 'The version of “{name}” is missing, for example {name}@1.',
  'bad-marker.product': 'The product group “{name}” is not in the catalogue.',
  'bad-marker.product.nearest': 'The product group “{name}” is not in the catalogue. Did you mean “{nearest}”?',
  'bad-marker.front-matter.line': '“{text}” is not understood. The head holds one entry a line, for example: regime: vgv',
  'bad-marker.front-matter.list': 'The list “{text}” is not closed: “]” is missing at its end.',
  'bad-marker.front-matter.twice': '“{text}” stands in the head twice. The first line holds.',
  'bad-marker.config-not-allowed': '“{value}” is not possible for “{key}”. Possible are: {allowed}.',
  'bad-marker.config-missing': 'An entry is missing for “{key}”.',
  'bad-marker.config-rules-mapping': 'Below “rules” stands one line a rule, for example “vague-term: hint”. Possible are: {allowed}.',
};

export const words: typeof german.words = {
  since: ' (since {date})',
  successor: 'Now in force: {text}.',
  numberReplaced: 'Now in force: DE-UZ {number}.',
  numberDead: 'These award criteria are no longer in force.',
  more: ' and {count} more',
  levels: { 1: 'basic', 2: 'advanced', 3: 'ambitious' },
  quote: ['“', '”'] as never,
  bounds: { min: 'at least', max: 'at most' },
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
  'append-equivalence.material': 'Add “or equivalent” behind the material',
  'add-material-reason': 'Add the reason for the material',
  'origin-season': 'Replace by “seasonal”',
  'origin-freshness': 'Replace by freshness: hours since harvest',
  'origin-transport': 'Replace by transport emissions',
  'origin-response': 'Replace by a response time',
  'contract-concept': 'Replace by an environmental concept for this contract, with scoring',
  'move-to-selection': 'Ask for it at selection and admit equivalents',
  'drop-demand': 'Delete the demand',
  'admit-alternative': 'Admit the sustainable alternative',
  'cap-whiteness': 'Turn into an upper limit',
  'insert-proof': 'Add proof: {title}',
  'fitting-label': 'Replace by “{name}”',
  'ask-value': '{title}',
  'best-class': 'Ask for the best class the market offers',
  'ask-consumption': 'Ask for the energy consumption',
  'move-to-section': 'Move to the section “{section}”',
  'insert-ilo-clause': 'Insert a full clause with proof: {title}',
  'raise-value': 'Replace by “{text}”',
  'open-value': 'Insert a hole for a stricter value: {label}',
  'replace-by-clause': 'Replace by the measurable clause “{title}”',
  'open-measure': 'Replace by a hole: [{hole}]',
  'name-tier': 'Demand tier “{tier}”',
  'take-over-earlier': 'Take over the earlier value: {text}',
  'take-over-later': 'Change the earlier statement: {text}',
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
  materialReason: 'No other material will do because [reason that follows from the use].',
  originFreshness: 'No more than [number] hours lie between harvest and delivery; the delivery note states the date of harvest.',
  originFreshnessAward:
    'The time promised between harvest and delivery is scored: [number] hours or less give full points, [number] hours or more give none, in between points fall in a straight line. The time promised becomes part of the contract.',
  originTransport:
    'With the invoice the contractor states the greenhouse gas emissions of transport from the place of manufacture to the place of performance in kilograms of CO2 equivalent, calculated to EN ISO 14083 or equivalent; they must not exceed [value] kilograms per [unit].',
  originTransportAward:
    'The greenhouse gas emissions of transport from the place of manufacture to the place of performance are scored, in kilograms of CO2 equivalent per [unit], calculated to EN ISO 14083 or equivalent and proven with the tender. The tender with the lowest value receives full points, the others in proportion.',
  originResponse: 'The contractor must be at the place of performance within [number] hours of a fault being reported.',
  originResponseAward:
    'The time promised from the report of a fault to arrival at the place of performance is scored: [number] hours or less give full points, [number] hours or more give none, in between points fall in a straight line. The time promised becomes part of the contract.',
  originNames: {
    freshness: 'Time between harvest and delivery',
    transport: 'Greenhouse gas emissions of transport',
    response: 'Promised time to arrive at the place of performance',
  },
  conceptName: 'Environmental concept for this contract',
  conceptAward:
    'An environmental concept for this contract is scored: the measures by which the bidder lowers the environmental impacts of performing it, on [topics, such as transport, packaging, energy]. Each topic gives [number] points for a concrete measure with extent, date and proof, half of them where one of these is missing, otherwise none. The measures promised become part of the contract.',
  systemSelection:
    'The bidder sets out which environmental management measures it can apply in performing this contract; an EMAS registration or a certificate to EN ISO 14001 or equivalent is sufficient proof; equivalent certificates from other states and other evidence of equivalent environmental management measures are accepted.',
  admitWhere: ' where all other requirements are met',
  labelHole: 'label that fits',
  bestClass: '[best class with enough choice according to EPREL] or better',
  askConsumption:
    'The bidder must state with the bid the energy consumption of each device in kWh according to the product information sheet.',
  iloTitle: 'ILO core labour standards',
  iloClause:
    'The contractor must ensure that the goods supplied or used are extracted and made in keeping with the ILO core labour standards (Conventions 29, 87, 98, 100, 105, 111, 138, 155, 182 and 187). Evidence must be provided by a label with independent verification, an equivalent label, the report of an independent audit of the factory or, failing both, a declaration of the maker naming factories, risks found and measures.',
  reasonHole: 'reason',
  measureHole: 'set a measurable requirement',
  askHole: 'set {label}',
  sections: {
    selection: 'Selection criteria',
    specification: 'Requirements',
    award: 'Award criteria',
    performance: 'Contract performance conditions',
    evidence: 'Evidence',
  },
};
