import type { Analysis } from '../analyse';
import type { TextEdit } from '../findings';
import type { Span } from '../text/model';
import { sentenceEnd } from './requirement';

/** What a demand may be replaced by: a short name in a row or item, whole sentences in prose. */
export interface Replacement {
  readonly name: string;
  readonly text: string;
}

/** Behind the name of a row or item: a weight, points, brackets. It stays. */
const weight = /\s*(?:[([:;|]|[–-]\s|\d+(?:[.,]\d+)?\s*(?:%|Prozent|Punkte?|points?|per cent)|mit\s+\d|with\s+\d)/u;

/** Whether the words are the name of a criterion: a row, or an item of a few words. Then text about it belongs below the table or list. */
export function isName({ spec, document }: Analysis, block: number, sentence: number): boolean {
  const { kind } = document.blocks[block];
  const { sentences, words } = spec.facts[block];
  const { start, end } = sentences[sentence];
  return kind === 'table-row' || (kind === 'list-item' && (words <= 8 || end - start <= 60));
}

/** Replaces a sentence of prose by sentences; the name in a row or item by a name, its weight kept. */
export function replaceSentence(analysis: Analysis, block: number, sentence: number, replacement: Replacement): TextEdit {
  const { document, spec } = analysis;
  const base = document.starts[block];
  const { start, end } = spec.facts[block].sentences[sentence];
  if (!isName(analysis, block, sentence)) {
    return { start: base + start, end: stopOf(analysis, block, sentence), text: replacement.text };
  }
  const cut = weight.exec(document.text.slice(base + start + 3, base + end));
  return { start: base + start, end: cut ? base + start + 3 + cut.index : base + end, text: replacement.name };
}

/** Deletes a sentence with the blank before it; the only one of its block with the whole block and the line break before it. */
export function dropSentence(analysis: Analysis, block: number, sentence: number): TextEdit {
  const { document, spec } = analysis;
  const { text } = document;
  const base = document.starts[block];
  const { kind, length } = document.blocks[block];
  const { sentences } = spec.facts[block];
  const whole = sentences.length === 1 || kind === 'table-row';
  let start = whole ? base : base + sentences[sentence].start;
  let end = whole ? base + length : stopOf(analysis, block, sentence);
  if (whole) {
    // A row or item may be indented; its line goes as a whole, with the break that keeps the blank line before a list.
    while (/[ \t]/.test(text[start - 1] ?? '')) start--;
    const line = /^[ \t]*(\r?\n)(?=[ \t]*\S)/.exec(text.slice(end, end + 200));
    if (line) end += line[0].length;
    else while (/[\r\n]/.test(text[start - 1] ?? '')) start--;
  } else if (sentence === 0) while (/\s/.test(text[end] ?? '')) end++;
  else while (/\s/.test(text[start - 1] ?? '')) start--;
  return { start, end, text: '' };
}

/** A reason for a demand, what holds in its place, or what follows from it: part of the demand. */
export const reasonOrConsequence = /(?:,\s*(?:da|weil|denn|sondern|because|since|but)\s|\s(?:und|and)\s+(?:führ|lead|result)).*$/s;

/**
 * Whether a sentence says no more than the demand between these words (relative to the block): a long one, or one that goes on with "und frei Haus zu
 * liefern", is not for dropping or replacing as a whole; no more is a row of several cells.
 */
export function saysNoMore({ spec, document }: Analysis, block: number, sentence: number, words: readonly Span[]): boolean {
  const { start, end } = spec.facts[block].sentences[sentence];
  const text = document.text.slice(document.starts[block], document.starts[block] + document.blocks[block].length);
  if (document.blocks[block].cells.filter((pieces) => pieces.some((p) => p.end > p.start)).length > 2) return false;
  if (text.slice(start, end).split(/\s+/).length > 16) return false;
  const before = text.slice(start, Math.min(...words.map((w) => w.start)));
  const after = text.slice(Math.max(...words.map((w) => w.end)), end).replace(reasonOrConsequence, '');
  return !/[,;]|\s(?:und|sowie|and)\s+(?!\p{Lu})/u.test(before) && !/[,;]|\s(?:und|sowie|oder|and|or)\s/.test(after);
}

/** Where the first word of the sentence stands. Absolute. */
export function sentenceStartOf({ document, spec }: Analysis, block: number, sentence: number): number {
  return document.starts[block] + spec.facts[block].sentences[sentence].start;
}

/** Where the sentence ends, its stop included. Absolute. */
function stopOf(analysis: Analysis, block: number, sentence: number): number {
  return sentenceEnd(analysis, block, sentence).offset;
}

/** Rows set in columns by blanks interleave with their neighbours: nothing of them is replaced as a whole. */
export function isInterleaved({ document }: Analysis, block: number): boolean {
  return document.blocks[block].cells.some((pieces) => pieces.length > 1);
}
