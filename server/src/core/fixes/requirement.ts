import type { Analysis } from '../analyse';
import type { Requirement } from '../facts/spec';

/** Where a further sentence can stand behind a sentence, and the full stop to put first when it has none. */
export interface SentenceEnd {
  /** Absolute. */
  readonly offset: number;
  readonly stop: '' | '.';
}

/** End of a sentence (index within its block); in a list item or row the end of the whole item or cell. */
export function sentenceEnd(analysis: Analysis, block: number, sentence: number): SentenceEnd {
  const { document, spec } = analysis;
  const start = document.starts[block];
  let offset = start + spec.facts[block].sentences[sentence].end;
  const { text } = document;
  const limit = start + document.blocks[block].length;
  // The stop may lie just behind the last word.
  while (offset < limit && /[.!?;:)\]"”“»*_]/.test(text[offset])) offset++;
  while (offset > start && /[\s;]/.test(text[offset - 1])) offset--;
  return { offset, stop: /[.!?]["”“»)*_]*$/.test(text.slice(Math.max(start, offset - 4), offset)) ? '' : '.' };
}

export function requirementEnd(analysis: Analysis, requirement: Requirement): SentenceEnd {
  return sentenceEnd(analysis, requirement.block, requirement.lastSentence);
}
