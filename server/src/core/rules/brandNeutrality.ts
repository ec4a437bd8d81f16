import type { Spec } from '../facts/spec';
import { findUncovered, joinUncovered, type PlacedMention } from './equivalence';
import { legalSeverity, type Rule } from './rule';

/**
 * Flags a brand, product, or named make in a demand without "oder gleichwertig" (§ 31 (6) VgV).
 *
 * Leaves alone: systems in use today, interfaces to them ("passend für …"), bidder's fields ("angebotenes Fabrikat: …"), words of links, streets and
 * schools ("Robert-Bosch-Straße"), words that are also common nouns unless a marker or type number stands beside them.
 */
export const brandNeutrality: Rule = {
  id: 'brand-neutrality',
  join: joinUncovered,
  find(input, report) {
    const { spec } = input;
    const severity = legalSeverity(spec, 'brand-neutrality');
    findUncovered(
      input,
      {
        rule: 'brand-neutrality',
        kind: 'brand',
        law: 'vgv-31',
        judge: (placed) =>
          placed.mention.doubtful || isExistingOrBidders(spec, placed) || isOneOfAny(spec, placed) ? undefined : severity,
      },
      report,
    );
  },
};

/** Words between "passend für" and the brand it speaks of, in UTF-16 units. */
const nearby = 80;

function isExistingOrBidders(spec: Spec, { mention, block }: PlacedMention): boolean {
  if (isLinkText(spec, block, mention.end) || isAddress(spec, block, mention.end)) return true;
  for (const place of spec.facts[block].places) {
    if (place.sentence !== mention.sentence) continue;
    if (place.id === 'compatible-with' && Math.abs(mention.start - place.end) <= nearby) return true;
    if (place.id === 'existing-state' && spec.outline.positionOf[block] < 0) return true;
    if (place.id === 'bidder-field' && place.start <= mention.end && sameLine(spec, block, place.start, mention.end)) return true;
  }
  return false;
}

/** "OEM / Intel", "Intel or OEM": any maker of original equipment will do. */
function isOneOfAny({ document }: Spec, { mention, block }: PlacedMention): boolean {
  const [from, to] = [document.starts[block] + mention.start, document.starts[block] + mention.end];
  return (
    /\bOEM\s*(?:\/|or|oder)\s*$/.test(document.text.slice(Math.max(0, from - 12), from)) ||
    /^\s*(?:\/|or|oder)\s*OEM\b/.test(document.text.slice(to, to + 12))
  );
}

/** "Robert-Bosch-Straße 4", "Werner-von-Siemens-Schule": named after a person, no make. */
function isAddress({ document }: Spec, block: number, from: number): boolean {
  const at = document.starts[block] + from;
  return /^(?:[-\s](?:straße|strasse|str\.|allee|weg|platz|ring|damm|ufer)(?!\p{L})|-(?:schule|gymnasium|realschule|haus|halle|stadion)(?!\p{L}))/iu.test(
    document.text.slice(at, at + 14),
  );
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
