import type { Span } from '../text/model';
import { overlaps } from '../text/span';
import type { Mention, VocabularyHit } from './model';

/**
 * Brands that no table lists: what a marker names ("Fabrikat: …") and what carries ® or ™. All places relative to the block that begins at
 * `start` in `text`.
 */
export function readMarkedBrands(
  text: string,
  start: number,
  length: number,
  places: readonly VocabularyHit[],
  sentenceAt: (offset: number) => number,
): Mention[] {
  const found: Mention[] = [];
  for (const place of places) {
    if (place.id !== 'brand-marker') continue;
    const named = namedBy(text, start, length, place, places);
    if (named) {
      const name = text.slice(start + named.start, start + named.end);
      found.push(brand({ start: place.start, end: named.end }, name, place.sentence));
    }
  }
  const block = text.slice(start, start + length);
  if (!anySign.test(block)) return found;
  for (const sign of signs) {
    for (let at = block.indexOf(sign); at >= 0; at = block.indexOf(sign, at + 1)) {
      const name = /[\p{L}\d][\p{L}\d.-]*\s?$/u.exec(block.slice(Math.max(0, at - 40), at));
      if (!name) continue;
      const span = { start: at - name[0].length, end: at + sign.length };
      found.push(brand(span, name[0], sentenceAt(span.start)));
    }
  }
  return found;
}

function brand(span: Span, name: string, sentence: number): Mention {
  return { kind: 'brand', record: '', text: name.replace(/\s+/g, ' ').trim(), start: span.start, end: span.end, sentence, doubtful: false };
}

/** What makers put behind a name. */
const signs = ['®', '™', '(R)', '(TM)'];
const anySign = /[®™]|\((?:R|TM)\)/;

/** `/ Typ`, `:` and what stands behind it up to the end of the line. */
const colonValue = /[ \t]*(?:(?:\/|und|bzw\.)[ \t]*[\p{L}.-]+[ \t]*)?[:=][ \t]*[„"'‚]?([^\n\r;|]{0,80})/uy;
const plainValue = /\.?[ \t]+[„"'‚]?(\p{Lu}[\p{L}\d&+-]+(?:[ \t]+(?:\p{Lu}[\p{L}\d&+-]*|[\d+&][\w.-]*))*)/uy;
const makeOnly = /^(?:leit|richt)?(?:fabrikat|fabr?)\.?$/i;

/** "Fa. Muster, Typ M 4": a firm is the maker of goods where their type follows. */
const firm = /(?:^|\s)(?:Firma|Fa)$/;
const firmAndType =
  /\.?[ \t]+[„"'‚]?(\p{Lu}[\p{L}\d&.-]*(?:[ \t]+[\p{Lu}&][\p{L}\d&.-]*){0,3}?)(?=,?\s+(?:Typ|Type|Modell|Baureihe|Serie)[ \t]+[„"'‚]?[\p{Lu}\d])/uy;

/** "Fabrikat", "Leitfabrikat", "Fab.": markers that can only name a make need no colon ("Fab. Dehn"). */
export function isMakeOnly(marker: string): boolean {
  return makeOnly.test(marker);
}

/** Dots, lines and brackets to be filled in, or words that name nobody. */
const placeholder =
  /^[\s._…\-–—[\]()]*$|^(?:nach Wahl|freigestellt|beliebig|siehe|gemäß|laut|lt\.|wie |des |der |vom |vor |Angabe|to be|any|tbd|n\/a)/i;
const equivalent = /[\s,(]*(?:oder|od\.?|o\.|bzw\.|or)[\s.]*(?:gleich\w*|gl\w*|vergleich\w*|equiv\w*|equal).*$/i;

function namedBy(text: string, start: number, length: number, place: VocabularyHit, places: readonly VocabularyHit[]): Span | undefined {
  const marker = text.slice(start + place.start, start + place.end);
  if (places.some((p) => p.id === 'bidder-field' && overlaps(p, place))) return undefined;
  const at = start + place.end;
  let match: RegExpExecArray | null = null;
  for (const pattern of isMakeOnly(marker) ? [colonValue, plainValue] : firm.test(marker) ? [colonValue, firmAndType] : [colonValue]) {
    pattern.lastIndex = at;
    match = pattern.exec(text);
    if (match) break;
  }
  if (!match) return undefined;
  const from = match.index + match[0].length - match[1].length;
  const value = match[1].replace(equivalent, '').replace(/[\s,.(„“"']+$/, '');
  if (from + value.length > start + length) return undefined;
  if (!/\p{L}{2}|\p{Lu}\d/u.test(value) || placeholder.test(value) || !/^[\p{Lu}\d]/u.test(value)) return undefined;
  if (/^(?:typ|type|modell|model|ausführung)\b/i.test(marker) && !/\p{L}{4}/u.test(value)) return undefined;
  return { start: from - start, end: from - start + value.length };
}

/** A marker right before, or a type number or ® right behind: then even a common word is a brand. */
export function isMarked(text: string, start: number, mention: Span, places: readonly VocabularyHit[]): boolean {
  const before = places.some(
    (p) =>
      p.id === 'brand-marker' &&
      p.end <= mention.start &&
      mention.start - p.end <= 4 &&
      !/\n/.test(text.slice(start + p.end, start + mention.start)),
  );
  return before || /^[ \t-]?(?:®|™|\(R\)|\(TM\)|[A-Z]{0,4}\d)/.test(text.slice(start + mention.end, start + mention.end + 8));
}
