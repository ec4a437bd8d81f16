import type { Regime } from '../context';
import { type BlockFacts, hasVocabulary, type VocabularyId } from './model';
import type { TopicIndex } from './topics';

const regimeWords: readonly [VocabularyId, Regime][] = [
  ['regime-vob-a-eu', 'vob-a-eu'],
  ['regime-vob-a', 'vob-a'],
  ['regime-sektvo', 'sektvo'],
  ['regime-konzvgv', 'konzvgv'],
  ['regime-uvgo', 'uvgo'],
  ['regime-vgv', 'vgv'],
];

/**
 * The regime where prose names the procedure's law in so many words ("offenes Verfahren nach § 15 VgV"); undefined when the text names
 * none, or several: what is unclear never raises a severity.
 */
export function regimeOfProse(facts: readonly BlockFacts[], about: TopicIndex): Regime | undefined {
  const named = new Set<Regime>();
  for (const block of about.regime) {
    const { vocabulary } = facts[block];
    for (const [id, regime] of regimeWords) {
      if (hasVocabulary(vocabulary, id)) named.add(regime);
    }
  }
  if (named.has('vob-a-eu')) named.delete('vob-a');
  return named.size === 1 ? [...named][0] : undefined;
}
