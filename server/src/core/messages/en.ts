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
  'missing-criterion': '{product}: {count} of {total} criteria of level “{level}” are still missing: {criteria}{moreText}.',
  'missing-criterion.one': '{product}: 1 of {total} criteria of level “{level}” is still missing: {criteria}.',
  'bad-marker.form': '“{text}” is incomplete. Write for example: gs-ignore label-equivalence: reason',
  'bad-marker.reason': 'The reason is missing. Without a reason behind “{name}:” nothing is hidden.',
  'bad-marker.rule': 'There is no rule “{name}”.',
  'bad-marker.rule.nearest': 'There is no rule “{name}”. Did you mean “{nearest}”?',
  'bad-marker.criterion': 'The criterion “{name}” is not in the catalogue.',
  'bad-marker.criterion.nearest': 'The criterion “{name}” is not in the catalogue. Did you mean “{nearest}”?',
  'bad-marker.version': 'The version of “{name}” is missing, for example {name}@1.',
  'bad-marker.front-matter-line': 'The line “{text}” says nothing. Write “key: value”.',
  'bad-marker.front-matter-twice': '“{text}” stands there twice. Delete one of the two.',
  'bad-marker.front-matter-list': 'The list “{text}” is not complete. Write for example [notebooks, desktops].',
  'bad-marker.config-not-allowed': '“{value}” is not possible for “{key}”; possible: {allowed}.',
  'bad-marker.config-missing': '“{key}” is missing here.',
  'bad-marker.config-rules-mapping': 'Below “rules” stands one line a rule, e.g. “vague-term: hint”; possible are {allowed}.',
  'bad-marker.config-unknown-key': 'Unknown key “{key}”; possible: {known}.',
  'bad-marker.config-unknown-key-near': 'Unknown key “{key}”. Did you mean “{near}”?',
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
