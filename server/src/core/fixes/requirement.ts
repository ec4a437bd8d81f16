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

/** End of a requirement; in a row that of the last cell that is more than an amount. */
export function requirementEnd(analysis: Analysis, { block, firstSentence, lastSentence }: Requirement): SentenceEnd {
  const { document, spec } = analysis;
  const { sentences } = spec.facts[block];
  const start = document.starts[block];
  let last = lastSentence;
  if (document.blocks[block].kind === 'table-row') {
    const isAmount = (i: number) => amount.test(document.text.slice(start + sentences[i].start, start + sentences[i].end));
    while (last > firstSentence && isAmount(last)) last--;
  }
  return sentenceEnd(analysis, block, last);
}

const amount = /^[\s\d.,%€–-]*(?:St(?:ück|k)?\.?|Pack(?:ung(?:en)?)?|Kartons?|Sets?|Paar|pcs\.?|pieces|units|EUR)?[\s€]*$/;
