import type { VocabularyId } from '../facts/model';
import { isNormative, isQuoted, type Requirement, requirementAt, type Spec, says, slotOf } from '../facts/spec';
import type { Topic } from '../facts/topics';
import type { Span } from '../text/model';
import { byRequirement } from './rule';

/** Words of a vocabulary in a demand, with their place; what rules on wording and their fixes need. Offsets relative to the block. */
export interface DemandedWords extends Span {
  readonly vocabulary: VocabularyId;
  readonly block: number;
  readonly sentence: number;
}

/** What the fixes of these rules need to know: all words of the requirement, in order of place, none inside another. */
export interface DemandData {
  readonly words: readonly DemandedWords[];
}

/**
 * Places of the vocabularies in demands. Left alone: what is quoted or defined, and fields the bidder fills in. `keep` sees the rest with its
 * requirement.
 */
export function demandedWords(
  spec: Spec,
  topic: Topic,
  vocabularies: readonly VocabularyId[],
  keep: (words: DemandedWords, requirement: Requirement) => boolean,
): DemandedWords[] {
  const found: DemandedWords[] = [];
  for (const block of spec.about[topic]) {
    const { places } = spec.facts[block];
    for (const place of places) {
      if (!vocabularies.includes(place.id)) continue;
      const words = { vocabulary: place.id, block, sentence: place.sentence, start: place.start, end: place.end };
      const requirement = requirementAt(spec, block, place.sentence);
      if (!(isNormative(spec, requirement) || isScored(spec, requirement)) || isQuoted(spec, block, place, place.sentence)) continue;
      if (places.some((p) => p.id === 'bidder-field' && onOneLine(spec, block, p, place))) continue;
      if (keep(words, requirement)) found.push(words);
    }
  }
  return found;
}

/** A score: `award`, or words of scoring ("Bewertung", "Punkte") in a section whose heading says nothing. */
export function isScored(spec: Spec, requirement: Requirement): boolean {
  const { kind, quoted } = spec.document.blocks[requirement.block];
  if (kind === 'heading' || kind === 'table-header' || (quoted && !spec.document.quotesArePlain)) return false;
  const slot = slotOf(spec, requirement.block);
  return slot === 'award' || (slot === 'unknown' && says(spec, requirement, 'slot-award'));
}

function onOneLine({ document }: Spec, block: number, a: Span, b: Span): boolean {
  const start = document.starts[block];
  return !document.text.slice(start + Math.min(a.start, b.start), start + Math.max(a.end, b.end)).includes('\n');
}

/** One group a requirement (a position counts as one), in order of place; words that overlap or follow one another are one. */
export function demandsOf(spec: Spec, found: readonly DemandedWords[]): DemandedWords[][] {
  return byRequirement(spec, found, (w) => requirementAt(spec, w.block, w.sentence)).map(({ items }) => {
    const kept: DemandedWords[] = [];
    for (const words of [...items].sort((a, b) => a.block - b.block || a.start - b.start || b.end - a.end)) {
      const last = kept[kept.length - 1];
      if (last && last.block === words.block && last.vocabulary === words.vocabulary && touch(spec, last, words))
        kept[kept.length - 1] = { ...last, end: Math.max(last.end, words.end) };
      else kept.push(words);
    }
    return kept;
  });
}

/** Nothing but blanks between them: "aus Neumaterial" and "ohne Recyclinganteile". */
function touch({ document }: Spec, a: DemandedWords, b: DemandedWords): boolean {
  if (b.start < a.end) return true;
  const start = document.starts[a.block];
  return /^\s*$/.test(document.text.slice(start + a.end, start + b.start));
}
