import type { Authority, WritingContext } from '../context';
import type { SpecDocument } from '../text/model';
import { contains } from '../text/span';
import { type BlockFacts, hasVocabulary, type VocabularyHit, type VocabularyId } from './model';
import { blockText } from './spec';
import type { TopicIndex } from './topics';

/** What prose says about the buyer. */
export type Buyer = Pick<WritingContext, 'authority' | 'land'>;

/** Blocks at the top of the text that may name the buyer. */
const titleBlocks = 8;
/** A longer block at the top is a text already. */
const titleWords = 40;
/** Announcements such as "Auftraggeber: …" further down than this belong to forms and annexes. */
const formBlocks = 40;
/** Between "Auftraggeber" and the name, in UTF-16 units: colons, articles, blanks of a column. */
const reach = 60;

const kinds: ReadonlyMap<VocabularyId, Authority> = new Map([
  ['buyer-federal-ministry', 'federal-ministry'],
  ['buyer-federal', 'federal'],
  ['buyer-state', 'state'],
  ['buyer-municipality', 'municipality'],
  ['buyer-utility', 'utility'],
]);

/**
 * The buyer where the text names it unmistakably: behind "Auftraggeber: …" or, where nothing is announced, in the title block ("Stadt …" at the
 * beginning of a line, "für das Bundesamt …"). Nothing when the places contradict each other, or where an Austrian or Swiss body buys.
 */
export function buyerOfProse(document: SpecDocument, facts: readonly BlockFacts[], about: TopicIndex): Buyer {
  const announced: Named[] = [];
  const titled: Named[] = [];
  let clouded = false;
  for (const block of about.buyer) {
    if (block >= formBlocks) break;
    if (hasVocabulary(facts[block].vocabulary, 'buyer-foreign')) return {};
    const title = block < titleBlocks && facts[block].words <= titleWords && isTitle(document, block);
    if (hasVocabulary(facts[block].vocabulary, 'buyer-not')) {
      clouded ||= title;
      continue;
    }
    const text = blockText({ document }, block);
    for (const place of namesOf(facts[block].places, text)) {
      if (isAnnounced(facts[block].places, place, text)) announced.push({ place, text });
      else if (title && standsAlone(place, text)) titled.push({ place, text });
    }
  }
  const names = announced.length > 0 ? announced : clouded ? [] : titled;
  const authority = one(names.map(({ place }) => kinds.get(place.id)!));
  if (!authority) return {};
  const land = one(names.flatMap(({ place, text }) => landIn(text.slice(place.start, place.end + 40)) ?? []));
  return { authority, ...(land && authority !== 'federal' && authority !== 'federal-ministry' ? { land } : {}) };
}

interface Named {
  readonly place: VocabularyHit;
  readonly text: string;
}

function isTitle({ blocks }: SpecDocument, block: number): boolean {
  const { kind } = blocks[block];
  return kind === 'heading' || kind === 'paragraph';
}

/** Names of bodies: the longest where one lies in another ("Beschaffungsamt des Bundesministeriums"), and only with a name of their own behind "Stadt". */
function namesOf(places: readonly VocabularyHit[], text: string): VocabularyHit[] {
  const names = places.filter((p) => kinds.has(p.id));
  return names.filter(
    (p) =>
      !names.some((o) => o !== p && contains(o, p) && o.end - o.start > p.end - p.start) &&
      (p.id !== 'buyer-municipality' ||
        /^[ \t]+\p{Lu}/u.test(text.slice(p.end, p.end + 4)) ||
        /verwaltung$|amt$/.test(text.slice(p.start, p.end))),
  );
}

/** "Auftraggeber: Stadt …", "Auftraggeber ist das Bundesamt …", also in the next cell or column. */
function isAnnounced(places: readonly VocabularyHit[], name: VocabularyHit, text: string): boolean {
  return places.some((p) => {
    if (p.id !== 'buyer-role' || p.end > name.start || name.start - p.end > reach) return false;
    return /^(?:\s*[/(][^):\n]{1,30}\)?)?[\s:|*_>.]*(?:(?:ist|sind|is)\s+)?(?:(?:die|der|das|des|dem|den|the)\s+)?[\s|*_]*$/.test(
      text.slice(p.end, name.start),
    );
  });
}

/**
 * At the beginning of a line; bodies of federation and Länder also as the one something is made for. "Busse für den Kreis" and "in der Stadt" say
 * where, not who buys.
 */
function standsAlone(name: VocabularyHit, text: string): boolean {
  const before = text.slice(0, name.start);
  if (/(?:^|\n)[\s#*_>|]*(?:(?:Die|Der|Das|The)\s+)?$/.test(before)) return true;
  if (name.id === 'buyer-municipality' || name.id === 'buyer-utility') return false;
  return /(?<!\p{L})(?:für|for)\s+(?:(?:die|das|den|the)\s+)?$/u.test(before);
}

/** The one value all agree on. A ministry and one of its agencies are both the federation; the city states are states. */
function one<T>(values: readonly T[]): T | undefined {
  const distinct = new Set<unknown>(values);
  if (distinct.has('federal')) distinct.delete('federal-ministry');
  return distinct.size === 1 ? ([...distinct][0] as T) : undefined;
}

/** Names of the Länder with their codes; a name that contains another one stands first. */
const lands: readonly (readonly [string, string])[] = [
  ['Baden-Württemberg', 'BW'],
  ['Bayern', 'BY'],
  ['Bavaria', 'BY'],
  ['Berlin', 'BE'],
  ['Brandenburg', 'BB'],
  ['Bremen', 'HB'],
  ['Hamburg', 'HH'],
  ['Hessen', 'HE'],
  ['Hesse', 'HE'],
  ['Mecklenburg-Vorpommern', 'MV'],
  ['Niedersachsen', 'NI'],
  ['Nordrhein-Westfalen', 'NW'],
  ['Rheinland-Pfalz', 'RP'],
  ['Saarland', 'SL'],
  ['Sachsen-Anhalt', 'ST'],
  ['Sachsen', 'SN'],
  ['Saxony', 'SN'],
  ['Schleswig-Holstein', 'SH'],
  ['Thüringen', 'TH'],
  ['Thuringia', 'TH'],
];

/** The Land in the name of a body. Towns such as "Brandenburg an der Havel" are no Länder. */
function landIn(name: string): string | undefined {
  const line = name.split(/[\n,;|]/, 1)[0];
  return landNames.find(({ pattern }) => pattern.test(line))?.land;
}

const landNames = lands.map(([name, land]) => ({ land, pattern: new RegExp(`(?:^|[^\\p{L}-])${name}(?![\\p{L}-]| an der)`, 'u') }));
