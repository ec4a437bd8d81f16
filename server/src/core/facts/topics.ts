import { type BlockFacts, hasVocabulary, type VocabularyId, vocabularyIds } from './model';

/** What rules and readers look for, each a bit of `BlockFacts.topics`. */
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
  'regime',
] as const;
export type Topic = (typeof topicIds)[number];

/** Block indices a topic, ascending: most blocks of a text say nothing a rule asks for, and nobody should visit them. */
export type TopicIndex = Readonly<Record<Topic, readonly number[]>>;

const bit: Record<Topic, number> = Object.fromEntries(topicIds.map((topic, index) => [topic, 1 << index])) as Record<Topic, number>;

const regimes: readonly VocabularyId[] = vocabularyIds.filter((id) => id.startsWith('regime-'));

/** The topics of a block, from what was found in it. */
export function topicsOf({ mentions, hits, vocabulary }: Pick<BlockFacts, 'mentions' | 'hits' | 'vocabulary'>): number {
  let topics = 0;
  for (const mention of mentions) topics |= bit[mention.kind] | (mention.standard?.draft ? bit.reference : 0);
  for (const { kind } of hits) topics |= kind === 'label-number' ? bit.reference : bit[kind];
  if (vocabulary.low !== 0 || vocabulary.high !== 0) {
    if (hasVocabulary(vocabulary, 'definition')) topics |= bit.definition;
    if (hasVocabulary(vocabulary, 'equivalence-clause')) topics |= bit['equivalence-clause'];
    if (regimes.some((id) => hasVocabulary(vocabulary, id))) topics |= bit.regime;
  }
  return topics;
}

/** One pass over all blocks. `topics[i]` belongs to block i. */
export function indexTopics(topics: Int32Array): TopicIndex {
  const lists: number[][] = topicIds.map(() => []);
  for (let block = 0; block < topics.length; block++) {
    for (let rest = topics[block]; rest !== 0; rest &= rest - 1) lists[31 - Math.clz32(rest & -rest)].push(block);
  }
  return Object.fromEntries(topicIds.map((topic, index) => [topic, lists[index]])) as unknown as TopicIndex;
}
