import type { Spec } from '../facts/spec';
import { findUncovered, type PlacedMention } from './equivalence';
import { legalSeverity, type Rule } from './rule';

/**
 * Flags a brand, product, or named make in a demand without "oder gleichwertig" (§ 31 (6) VgV).
 *
 * Leaves alone: systems in use today, interfaces to them ("passend für …"), bidder's fields ("angebotenes Fabrikat: …"), words of links, words that
 * are also common nouns unless a marker or type number stands beside them.
 */
export const brandNeutrality: Rule = {
  id: 'brand-neutrality',
  find(input, report) {
    const { spec } = input;
    const severity = legalSeverity(spec, 'brand-neutrality');
    findUncovered(
      input,
      {
        rule: 'brand-neutrality',
        kind: 'brand',
        law: 'vgv-31',
        judge: (placed) => (placed.mention.doubtful || isExistingOrBidders(spec, placed) ? undefined : severity),
      },
      report,
    );
  },
};

/** Words between "passend für" and the brand it speaks of, in UTF-16 units. */
const nearby = 80;

function isExistingOrBidders(spec: Spec, { mention, block }: PlacedMention): boolean {
  if (isLinkText(spec, block, mention.end)) return true;
  for (const place of spec.facts[block].places) {
    if (place.sentence !== mention.sentence) continue;
    if (place.id === 'compatible-with' && Math.abs(mention.start - place.end) <= nearby) return true;
    if (place.id === 'existing-state' && spec.outline.positionOf[block] < 0) return true;
    if (place.id === 'bidder-field' && place.start <= mention.end && sameLine(spec, block, place.start, mention.end)) return true;
  }
  return false;
}

/** The words of a link are the title of what it leads to. */
function isLinkText(spec: Spec, block: number, from: number): boolean {
  const start = spec.document.starts[block];
  return /^[^[\]]{0,200}\]\(/.test(spec.document.text.slice(start + from, start + from + 220));
}

function sameLine(spec: Spec, block: number, from: number, to: number): boolean {
  const start = spec.document.starts[block];
  const at = spec.document.text.indexOf('\n', start + from);
  return at < 0 || at >= start + to;
}
