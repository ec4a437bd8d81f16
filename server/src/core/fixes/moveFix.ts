import type { Analysis } from '../analyse';
import type { Language } from '../context';
import { hasVocabulary } from '../facts/model';
import { hasSentence, type Requirement } from '../facts/spec';
import type { Finding, Fix, TextEdit } from '../findings';
import { fill, textsOf } from '../messages';
import type { WrongSlotData } from '../rules/wrongSlot';
import type { Span } from '../text/model';
import { addToSection } from './place';
import { sentenceEnd } from './requirement';

/** Moves a block, with what hangs on it, to the section it belongs in. Nothing is lost: its words stand there as they stood here. */
export function moveFixes(analysis: Analysis, finding: Finding, locale: Language): Fix[] {
  const data = finding.data as WrongSlotData;
  const { slot, requirement } = data;
  // "Preis 50 %, Referenzen 20 %" in one line: a person must take it apart.
  if (sharesOf(analysis, requirement) > 1) return [];
  const edits = move(analysis, data);
  if (!edits) return [];
  const section = textsOf(locale).phrases.sections[slot] ?? slot;
  return [
    { id: 'move-to-section', title: fill(textsOf(locale).fixTitles['move-to-section'], { section }), preferred: true, safe: false, edits },
  ];
}

function sharesOf({ spec }: Analysis, requirement: Requirement): number {
  return spec.facts[requirement.block].quantities.filter((q) => q.dimension === 'ratio' && hasSentence(requirement, q.sentence)).length;
}

function move(analysis: Analysis, { requirement, slot, last }: WrongSlotData): TextEdit[] | undefined {
  const { document, spec } = analysis;
  const { text, starts, blocks } = document;
  const { away, words } = passageOf(analysis, requirement, last);
  const added = addToSection(analysis, slot, [words]);
  // The end of the wanted section may lie in a part of it that is of another kind: then the text would land where it came from.
  const target = blocks.findIndex((b, i) => starts[i] + b.length >= added.start);
  const newSection = added.end > added.start || /^\s*(?:#|\S[^\n]*\r?\n-{3,})/.test(added.text);
  if (!newSection && spec.slots[spec.outline.sectionOf[target]] !== slot) return undefined;
  if (added.start < away.end && added.end >= away.start) {
    // The block stood last in the text: its place and the new section are one.
    let start = away.start;
    while (start > 0 && /\s/.test(text[start - 1])) start--;
    return [{ start, end: Math.max(away.end, added.end), text: added.text }];
  }
  return [{ ...away, text: '' }, added].sort((a, b) => a.start - b.start);
}

interface Passage {
  readonly away: Span;
  readonly words: string;
}

/** What moves: the whole block with what hangs on it; of a paragraph that says more, the sentence with its proof. */
function passageOf(analysis: Analysis, { block, firstSentence, lastSentence }: Requirement, lastBlock: number): Passage {
  const { document, spec } = analysis;
  const { text, starts, blocks } = document;
  const { sentences } = spec.facts[block];
  const last = Math.max(lastOf(analysis, block), lastOf(analysis, lastBlock));
  let end = lastSentence;
  while (end + 1 < sentences.length && hasVocabulary(sentences[end + 1].vocabulary, 'proof-of-former')) end++;
  if (blocks[block].kind !== 'paragraph' || (firstSentence === 0 && end === sentences.length - 1)) {
    return { away: wholeLines(text, starts[block], starts[last] + blocks[last].length), words: movedText(analysis, block, last) };
  }
  let from = starts[block] + sentences[firstSentence].start;
  const isLast = end === sentences.length - 1;
  let to = isLast ? starts[last] + blocks[last].length : sentenceEnd(analysis, block, end).offset;
  const words = text.slice(from, to);
  if (isLast) while (from > 0 && /\s/.test(text[from - 1])) from--;
  else while (/\s/.test(text[to] ?? '')) to++;
  return { away: { start: from, end: to }, words };
}

/** The block with the items it leads in, and an item with its further paragraphs and the items below it. */
function lastOf({ document, spec }: Analysis, block: number): number {
  const { blocks } = document;
  const { leadInOf } = spec.outline;
  const { kind, level } = blocks[block];
  let last = block;
  for (let i = block + 1; i < blocks.length; i++) {
    const next = blocks[i];
    const below =
      kind === 'paragraph'
        ? next.kind === 'list-item' && (leadInOf[i] === block || (leadInOf[i] > block && leadInOf[i] <= last))
        : kind === 'list-item' &&
          ((next.kind === 'list-item' && next.level > level) || (next.kind === 'paragraph' && next.level >= level && level > 0));
    if (!below) break;
    last = i;
  }
  return last;
}

/** Words as they stood; a single item loses its bullet, a row becomes a line with its cells one after the other. */
function movedText({ document }: Analysis, block: number, last: number): string {
  const { text, starts, blocks } = document;
  const start = starts[block];
  const { kind, content, cells, length } = blocks[block];
  if (kind === 'table-row') {
    return cells
      .map((pieces) => pieces.map((p) => text.slice(start + p.start, start + p.end).trim()).join(' '))
      .filter(Boolean)
      .join(': ')
      .replace(/:: /g, ': ');
  }
  const from = kind === 'list-item' && last === block ? start + content.start : start;
  const to = last === block ? start + length : starts[last] + blocks[last].length;
  return text.slice(from, to);
}

/** The lines of a passage with the blank lines behind it. */
function wholeLines(text: string, start: number, end: number): Span {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const tail = /^[^\n]*(?:\n|$)/.exec(text.slice(end))![0].length;
  let to = end + tail;
  const blankBefore = from === 0 || /\n\r?\n$/.test(text.slice(Math.max(0, from - 3), from));
  if (blankBefore) {
    for (;;) {
      const blank = /^[ \t]*\r?\n/.exec(text.slice(to));
      if (!blank) break;
      to += blank[0].length;
    }
  }
  return { start: from, end: to };
}
