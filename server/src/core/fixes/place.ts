import type { Analysis } from '../analyse';
import type { Slot } from '../catalogue/schema';
import type { TextEdit } from '../findings';
import { textsOf } from '../messages';

/** Line break the text uses. */
export function lineBreak(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/**
 * The edit that adds paragraphs to the section of a slot: behind its last words, or, where no section has the slot, under a new heading at
 * the end of the text.
 */
export function addToSection(analysis: Analysis, slot: Slot, paragraphs: readonly string[]): TextEdit {
  const { document, language } = analysis;
  const eol = lineBreak(document.text);
  const body = paragraphs.join(eol + eol);
  const section = lastSectionOf(analysis, slot);
  if (section) {
    const at = document.starts[section.last] + document.blocks[section.last].length;
    return { start: at, end: at, text: eol + eol + body };
  }
  return newChapter(analysis, textsOf(language).phrases.sections[slot] ?? slot, paragraphs);
}

/** The edit that adds a chapter at the end of the text. */
export function newChapter(analysis: Analysis, title: string, paragraphs: readonly string[]): TextEdit {
  const { document } = analysis;
  const eol = lineBreak(document.text);
  const end = trimmedEnd(document.text);
  const heading =
    document.format === 'markdown' ? `${'#'.repeat(topLevel(analysis))} ${title}` : `${title}${eol}${'-'.repeat(title.length)}`;
  return { start: end, end: document.text.length, text: eol + eol + heading + eol + eol + paragraphs.join(eol + eol) + eol };
}

/** The main section of a slot: the first one whose heading has it, with its last prose block before the next section of another slot. */
function lastSectionOf({ spec, document }: Analysis, slot: Slot): { last: number } | undefined {
  const { sections, sectionOf } = spec.outline;
  const first = sections.findIndex((s, i) => s.heading >= 0 && spec.slots[i] === slot && (s.parent < 0 || spec.slots[s.parent] !== slot));
  if (first < 0) return undefined;
  let last = -1;
  for (let block = sections[first].heading; block < document.blocks.length; block++) {
    if (sectionOf[block] !== first && !isInside(sections, sectionOf[block], first)) break;
    const { kind } = document.blocks[block];
    if (kind !== 'furniture') last = block;
  }
  return last < 0 ? undefined : { last };
}

function isInside(sections: readonly { parent: number }[], section: number, ancestor: number): boolean {
  for (let at = section; at >= 0; at = sections[at].parent) if (at === ancestor) return true;
  return false;
}

/** Heading depth for a new chapter: that of the other chapters. */
function topLevel({ spec, document }: Analysis): number {
  const levels = spec.outline.sections.filter((s) => s.heading >= 0).map((s) => document.blocks[s.heading].level);
  const deeper = levels.filter((level) => level > 1);
  return deeper.length > 0 ? Math.min(...deeper) : levels.length > 0 ? Math.min(6, levels[0]) : 2;
}

function trimmedEnd(text: string): number {
  let end = text.length;
  while (end > 0 && /\s/.test(text[end - 1])) end--;
  return end;
}
