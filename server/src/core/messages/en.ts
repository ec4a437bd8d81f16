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
  'label-misfit': 'Label that does not prove what is demanded',
  'energy-class': 'Energy class that cannot be demanded like this',
  'wrong-slot': 'Requirement in the wrong section',
  'ilo-clause': 'ILO core labour standards without conventions or proof',
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
  'fitting-label': 'Replace by “{name}”',
  'ask-value': '{title}',
  'best-class': 'Ask for the best class the market offers',
  'ask-consumption': 'Ask for the energy consumption',
  'move-to-section': 'Move to the section “{section}”',
  'insert-ilo-clause': 'Insert a full clause with proof: {title}',
  'insert-criterion': 'Insert “{title}” with proof',
  'insert-all': 'Insert all {count} missing criteria with proof',
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
  labelHole: 'label that fits',
  bestClass: '[best class with enough choice according to EPREL] or better',
  askConsumption:
    'The bidder must state with the bid the energy consumption of each device in kWh according to the product information sheet.',
  iloTitle: 'ILO core labour standards',
  iloClause:
    'The contractor must ensure that the goods supplied or used are extracted and made in keeping with the ILO core labour standards (Conventions 29, 87, 98, 100, 105, 111, 138, 155, 182 and 187). Evidence must be provided by a label with independent verification, an equivalent label, the report of an independent audit of the factory or, failing both, a declaration of the maker naming factories, risks found and measures.',
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
