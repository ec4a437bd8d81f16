import type { Analysis } from '../analyse';
import type { Slot } from '../catalogue/schema';
import type { Language } from '../context';
import type { Finding, Fix, TextEdit } from '../findings';
import { fill, textsOf } from '../messages';
import type { WrongSlotData } from '../rules/wrongSlot';
import type { Span } from '../text/model';
import { addToSection } from './place';

/** Moves a block, with what hangs on it, to the section it belongs in. Nothing is lost: its words stand there as they stood here. */
export function moveFixes(analysis: Analysis, finding: Finding, locale: Language): Fix[] {
  const { slot } = finding.data as WrongSlotData;
  const edits = move(analysis, finding.block, slot);
  if (!edits) return [];
  const section = textsOf(locale).phrases.sections[slot] ?? slot;
  return [
    { id: 'move-to-section', title: fill(textsOf(locale).fixTitles['move-to-section'], { section }), preferred: true, safe: false, edits },
  ];
}

function move(analysis: Analysis, block: number, slot: Slot): TextEdit[] | undefined {
  const { document, spec } = analysis;
  const { text, starts, blocks } = document;
  const last = lastOf(analysis, block);
  const away = wholeLines(text, starts[block], starts[last] + blocks[last].length);
  const added = addToSection(analysis, slot, [movedText(analysis, block, last)]);
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
