import type { Quantity, StandardMention } from '../match/model';
import type { Span } from '../text/model';

/**
 * What one block says, found once and kept by content. Offsets are relative to the block, so facts survive every edit elsewhere.
 * Rules read facts; they never search text.
 */
export interface BlockFacts {
  /** Number of words; 0 for blocks that are not prose. */
  readonly words: number;
  readonly sentences: readonly Sentence[];
  /** Labels, standards and brands named, in order of place, the more specific one where two overlap. */
  readonly mentions: readonly Mention[];
  /** Matches of wording rules, references, products and criteria whose `unless` phrases are not met. */
  readonly hits: readonly Hit[];
  /** Places of vocabulary phrases that rules need exactly (markers, equivalence, bidder's fields …). */
  readonly places: readonly VocabularyHit[];
  readonly quantities: readonly Quantity[];
  /** What rules may ask of this block, see topics.ts. */
  readonly topics: number;
  /** Every vocabulary of any sentence: `sentences` or-ed together. */
  readonly vocabulary: VocabularySet;
  /** Text between „…“ or "…", relative; empty where the block says nothing a rule asks for. */
  readonly quotations: readonly Span[];
}

/** A sentence, cell, or fragment of a list item. */
export interface Sentence extends Span {
  readonly vocabulary: VocabularySet;
  /** Counts up at each "(a)", "1)" or bullet that begins a line inside a table row: each such item is a requirement of its own. */
  readonly item: number;
}

export interface Mention extends Span {
  readonly kind: 'label' | 'standard' | 'brand';
  /** Id of the catalogue record; empty for a standard that no record describes. */
  readonly record: string;
  /** As written, white space folded. */
  readonly text: string;
  readonly sentence: number;
  readonly standard?: StandardMention;
  /** For a brand that is also a common word: no marker and no type number stands beside it. */
  readonly doubtful: boolean;
}

export interface Hit extends Span {
  readonly kind: 'wording' | 'reference' | 'product' | 'criterion' | 'label-number';
  readonly record: string;
  /** Role of the phrase, e.g. `number:205` for a numbered criteria document of a label. */
  readonly role: string;
  readonly sentence: number;
}

export interface VocabularyHit extends Span {
  readonly id: VocabularyId;
  readonly sentence: number;
}

/** The vocabularies of `criteria/wording/` that rules rest on. Their order gives the bits of a `VocabularySet`. */
export const vocabularyIds = [
  'equivalence',
  'equivalence-label',
  'not-equivalence',
  'equivalence-clause',
  'kind-label',
  'kind-standard',
  'kind-brand',
  'evidence',
  'normative-strong',
  'normative-soft',
  'contractor',
  'existing-state',
  'negation',
  'example-intro',
  'brand-marker',
  'bidder-field',
  'bidder-column',
  'compatible-with',
  'definition',
  'quotation-intro',
  'test-method',
  'history',
  'dynamic-reference',
  'slot-context',
  'slot-subject',
  'slot-selection',
  'slot-specification',
  'slot-award',
  'slot-performance',
  'slot-evidence',
  'lot',
  'variants',
  'sustainability-term',
  'excluded-goods',
  'counter-criterion',
  'brand-new',
  'paper-whiteness',
  'protective-reason',
  'company-level',
  'contract-linked',
  'authority-itself',
  'origin',
  'material',
  'stated-reason',
  'open-measure',
  'measure-subject',
  'foreign-value',
  'regime-vgv',
  'regime-uvgo',
  'regime-vob-a',
  'regime-vob-a-eu',
  'regime-sektvo',
  'regime-konzvgv',
  'award-criteria',
  'award-weight',
  'award-price',
  'not-a-weight',
  'award-ranking',
  'award-relative',
  'price-only',
  'award-scale',
  'exclusion-criterion',
  'company-experience',
  'lcc',
  'lcc-method',
  'energy-class',
  'energy-class-top',
  'energy-class-exists',
  'energy-class-rescaled',
  'consumption-data',
  'ilo',
  'ilo-list',
  'ilo-reference',
  'labour-clause',
  'bidder-references',
  'staff',
  'suitability-heading',
  'exclusion-ground',
  'aspect-labour',
  'aspect-recycled',
  'aspect-harmful',
  'aspect-origin',
  'aspect-product',
  'aspect-company',
  'proof-by-label',
  'proof-of-former',
  'certified',
  'certified-label',
  'equivalence-excluded',
  'buyer-role',
  'buyer-federal-ministry',
  'buyer-federal',
  'buyer-state',
  'buyer-municipality',
  'buyer-utility',
  'buyer-not',
  'buyer-foreign',
  'duty-krwg',
  'duty-avv-klima',
  'duty-ksg',
  'duty-bttg',
  'rule-applies',
  'own-choice',
  'not-bought',
  'exception-reason',
  'evidence-for-all',
  'permission',
] as const;
export type VocabularyId = (typeof vocabularyIds)[number];

/** A set of vocabulary ids as bits in the order of `vocabularyIds`, 31 a number: a 32-bit integer's sign bit is left alone. */
export type VocabularySet = readonly number[];

const bitsANumber = 31;
const numbers = Math.ceil(vocabularyIds.length / bitsANumber);

export const emptyVocabulary: VocabularySet = new Array(numbers).fill(0);

/** Where the bit of a vocabulary lies: the index of its number, and the bit itself. */
export interface VocabularyBit {
  readonly id: VocabularyId;
  readonly index: number;
  readonly bit: number;
}

const bits = new Map<string, VocabularyBit>(
  vocabularyIds.map((id, position) => [id, { id, index: Math.floor(position / bitsANumber), bit: 1 << (position % bitsANumber) }]),
);

/** The bit of a vocabulary; `undefined` for a vocabulary that no rule rests on. */
export function vocabularyBit(id: string): VocabularyBit | undefined {
  return bits.get(id);
}

export function hasVocabulary(set: VocabularySet, id: VocabularyId): boolean {
  const { index, bit } = bits.get(id)!;
  return (set[index] & bit) !== 0;
}

/** Facts of a block that says nothing. Shared, so that thousands of empty blocks cost nothing. */
export const noFacts: BlockFacts = {
  words: 0,
  sentences: [],
  mentions: [],
  hits: [],
  places: [],
  quantities: [],
  topics: 0,
  vocabulary: emptyVocabulary,
  quotations: [],
};
