import { type BlockFacts, emptyVocabulary, type VocabularySet, vocabularyBit, vocabularyIds } from './model';

/** What rules and readers look for, each a bit of `BlockFacts.topics`; at most 31. A topic named like a vocabulary means its words. */
export const topicIds = [
  'label',
  'standard',
  'brand',
  'wording',
  'reference',
  'criterion',
  'product',
  'definition',
  'equivalence-clause',
  'counter-criterion',
  'company-level',
  'origin',
  'material',
  'regime',
  'award-criteria',
  'award-relative',
  'price-only',
  'lcc',
  'energy-class',
  'consumption-data',
  'ilo',
  'labour-clause',
  'bidder-references',
  'open-measure',
  'variants',
  'buyer',
  'duty',
  'evidence-for-all',
] as const;
export type Topic = (typeof topicIds)[number];

/** Block indices a topic, ascending: most blocks of a text say nothing a rule asks for, and nobody should visit them. */
export type TopicIndex = Readonly<Record<Topic, readonly number[]>>;

const bit: Record<Topic, number> = Object.fromEntries(topicIds.map((topic, index) => [topic, 1 << index])) as Record<Topic, number>;

const family = (topic: Topic) => vocabularyIds.filter((id) => id.startsWith(`${topic}-`));

/** Topics that more than the one vocabulary of their name make. */
const several: Partial<Record<Topic, readonly string[]>> = {
  regime: family('regime'),
  buyer: family('buyer'),
  duty: family('duty'),
  'counter-criterion': ['counter-criterion', 'brand-new', 'paper-whiteness'],
};

/** Bits of the vocabularies that make a topic. */
const vocabularyTopics: readonly { readonly words: VocabularySet; readonly topic: number }[] = topicIds
  .map((topic) => ({
    words: setOf(several[topic] ?? [topic]),
    topic: bit[topic],
  }))
  .filter(({ words }) => words.some((bits) => bits !== 0));

/** The topics of a block, from what was found in it. */
export function topicsOf({ mentions, hits, vocabulary }: Pick<BlockFacts, 'mentions' | 'hits' | 'vocabulary'>): number {
  let topics = 0;
  for (const mention of mentions) topics |= bit[mention.kind] | (mention.standard?.draft ? bit.reference : 0);
  for (const { kind } of hits) topics |= kind === 'label-number' ? bit.reference : bit[kind];
  if (vocabulary !== emptyVocabulary) {
    for (const { words, topic } of vocabularyTopics) if (overlap(words, vocabulary)) topics |= topic;
  }
  return topics;
}

function overlap(a: VocabularySet, b: VocabularySet): boolean {
  for (let i = 0; i < a.length; i++) if ((a[i] & b[i]) !== 0) return true;
  return false;
}

function setOf(ids: readonly string[]): VocabularySet {
  const set = [...emptyVocabulary];
  for (const id of ids) {
    const found = vocabularyBit(id);
    if (found) set[found.index] |= found.bit;
  }
  return set;
}

/** One pass over all blocks. `topics[i]` belongs to block i. */
export function indexTopics(topics: Int32Array): TopicIndex {
  const lists: number[][] = topicIds.map(() => []);
  for (let block = 0; block < topics.length; block++) {
    for (let rest = topics[block]; rest !== 0; rest &= rest - 1) lists[31 - Math.clz32(rest & -rest)].push(block);
  }
  return Object.fromEntries(topicIds.map((topic, index) => [topic, lists[index]])) as unknown as TopicIndex;
}
