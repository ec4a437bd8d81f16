import type { Slot } from '../catalogue/schema';
import type { Outline } from '../text/outline';
import { type BlockFacts, hasVocabulary, type VocabularyHit, type VocabularyId } from './model';

const slotVocabulary: readonly [VocabularyId, Slot][] = [
  ['slot-context', 'context'],
  ['slot-subject', 'subject'],
  ['slot-selection', 'selection'],
  ['slot-specification', 'specification'],
  ['slot-award', 'award'],
  ['slot-performance', 'performance'],
  ['slot-evidence', 'evidence'],
];
const slotById = new Map<string, Slot>(slotVocabulary);

/**
 * Slot of each section, read from its heading; a heading without a slot word inherits from its parent, and a lot that would inherit nothing
 * ("Los 2 – Stühle") specifies what is bought in it. The title of the document never sets a slot: "Leistungsbeschreibung" above everything says nothing about the chapters below it.
 */
export function readSlots(outline: Outline, facts: readonly BlockFacts[]): Slot[] {
  const slots: Slot[] = [];
  const title = titleSection(outline);
  for (let i = 0; i < outline.sections.length; i++) {
    const { heading, parent } = outline.sections[i];
    const inherited: Slot = parent >= 0 ? slots[parent] : 'unknown';
    slots.push(i === title || heading < 0 ? inherited : (headingSlot(facts[heading]) ?? lotSlot(facts[heading], inherited)));
  }
  return slots;
}

function lotSlot({ vocabulary }: BlockFacts, inherited: Slot): Slot {
  return (inherited === 'unknown' || inherited === 'subject') && hasVocabulary(vocabulary, 'lot') ? 'specification' : inherited;
}

/** The last slot word decides: "Anforderungen an die Eignung" is about selection, "Nachweise der Leistungsanforderungen" is not about proof alone. */
function headingSlot(facts: BlockFacts): Slot | undefined {
  let found: VocabularyHit | undefined;
  let slot: Slot | undefined;
  for (const place of facts.places) {
    const candidate = slotById.get(place.id);
    if (!candidate || namesGoodsBought(facts, place)) continue;
    const longer = found && place.start < found.end && place.end - place.start <= found.end - found.start;
    if (longer) continue;
    if (!found || rank(candidate) >= rank(slot!)) {
      found = place;
      slot = candidate;
    }
  }
  return slot;
}

/** "Lieferung Kopierpapier" is a title: the goods stand right behind the word, no article between. "Lieferung der Möbel" is about how. */
function namesGoodsBought({ hits }: BlockFacts, { id, end }: VocabularyHit): boolean {
  return id === 'slot-performance' && hits.some((h) => h.kind === 'product' && h.start === end + 1);
}

/** General words ("Anforderungen") give way to the word that says whose: award, selection, performance. */
function rank(slot: Slot): number {
  return slot === 'specification' ? 0 : slot === 'subject' || slot === 'context' ? 1 : 2;
}

/** The first section when it stands above all others; -1 when there is no such title. */
function titleSection({ sections }: Outline): number {
  const first = sections.findIndex((s) => s.heading >= 0);
  if (first < 0) return -1;
  let others = 0;
  for (let i = first + 1; i < sections.length; i++) {
    if (sections[i].heading < 0) continue;
    if (sections[i].level <= sections[first].level) return -1;
    others++;
  }
  return others > 0 ? first : -1;
}
