import { hasVocabulary } from '../model';
import { blockText, type Spec, slotOf } from '../spec';
import { type AwardPlace, placesIn } from './scheme';

/** Where a scheme may begin: words that announce one, or the heading of an award section. */
export function starts(spec: Spec): AwardPlace[] {
  const { sections } = spec.outline;
  const found: AwardPlace[] = spec.about['award-criteria'].flatMap((block) => {
    const slot = slotOf(spec, block);
    const [first] = placesIn(spec, block, 'award-criteria');
    if (!first || slot === 'context' || (slot === 'selection' && !announcesAward(spec, first))) return [];
    return [first];
  });
  for (let i = 0; i < sections.length; i++) {
    const { heading } = sections[i];
    if (heading >= 0 && spec.slots[i] === 'award' && hasVocabulary(spec.facts[heading].vocabulary, 'slot-award')) {
      found.push({ block: heading, start: 0, end: spec.document.blocks[heading].content.end });
    }
  }
  return found.sort((a, b) => a.block - b.block || b.start - a.start);
}

/** "Zuschlagskriterien" is about the award wherever it stands; "folgende Kriterien" is not. */
export function announcesAward(spec: Spec, place: AwardPlace): boolean {
  const start = spec.document.starts[place.block];
  return /zuschlag|wertung|award|\bZK\b/i.test(spec.document.text.slice(start + place.start, start + place.end));
}

export interface Region {
  readonly anchor: AwardPlace;
  /** Blocks, `end` exclusive. */
  readonly first: number;
  readonly end: number;
}

/** A scheme and its explanations are rarely longer. */
const longestRegion = 90;

/**
 * From the anchor to where another matter begins: a heading with a slot of its own, the next number of the anchor's numbering, or in
 * Markdown, where headings can be trusted, the end of the section.
 */
export function regionOf(spec: Spec, anchor: AwardPlace): Region {
  const { blocks, format } = spec.document;
  const { sections, sectionOf } = spec.outline;
  const first = anchor.block;
  let end = Math.min(blocks.length, first + longestRegion);
  const section = sections[sectionOf[first]];
  if (format === 'markdown' && section.heading >= 0) end = Math.min(end, section.last + 1);
  const next = successor(numberAt(spec, first));
  for (let block = first + 1; block < end; block++) {
    const heading = blocks[block].kind === 'heading' && spec.document.text[spec.document.starts[block]] !== '(';
    if ((next !== '' && numberAt(spec, block) === next && !hasWeight(spec, block)) || (heading && isOtherMatter(spec, block))) {
      end = block;
      break;
    }
  }
  return { anchor, first, end };
}

function numberAt({ document }: Spec, block: number): string {
  const { number, kind } = document.blocks[block];
  if (number !== '') return number;
  if (kind !== 'list-item' && kind !== 'paragraph') return '';
  const start = document.starts[block];
  return /^\s*(\d{1,3}(?:\.\d{1,3})*)\.?\s/.exec(document.text.slice(start, start + 16))?.[1] ?? '';
}

/** `4.2` → `4.3`. Single digits are as likely the number of a criterion, so they have none. */
function successor(number: string): string {
  const parts = number.split('.');
  const last = Number(parts[parts.length - 1]);
  if (number === '' || (parts.length === 1 && last < 4)) return '';
  return [...parts.slice(0, -1), last + 1].join('.');
}

function hasWeight(spec: Spec, block: number): boolean {
  return /\d\s?%/.test(blockText(spec, block));
}

export function isOtherMatter(spec: Spec, block: number): boolean {
  const { facts, document } = spec;
  const { vocabulary } = facts[block];
  const words = document.text.slice(document.starts[block], document.starts[block] + 20);
  if (hasWeight(spec, block) || /^\W*(?:[\d.]+\s+)?ZK?\s?\d/.test(words)) return false;
  if (hasVocabulary(vocabulary, 'slot-award') || hasVocabulary(vocabulary, 'award-criteria')) return false;
  // "1. Kriterium: Referenzen" names a criterion: its number starts again.
  if (/^[1-9]$/.test(document.blocks[block].number))
    return hasVocabulary(vocabulary, 'slot-evidence') && document.blocks[block].number > '3';
  return (['slot-selection', 'slot-specification', 'slot-performance', 'slot-context', 'slot-evidence'] as const).some((id) =>
    hasVocabulary(vocabulary, id),
  );
}
