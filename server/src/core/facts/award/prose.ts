import { type Spec, slotOf } from '../spec';
import type { Region } from './region';
import { type AwardCriterion, type AwardScheme, type AwardWeight, placesIn, type Scheme, says } from './scheme';
import { number, perCent, percentWeight, toNumber } from './weights';

const parts = /(\d{1,3})\s?[/:]\s?(\d{1,3})(?:\s?[/:]\s?(\d{1,3}))?(?:\s?[/:]\s?(\d{1,3}))?/g;
const namedShare = new RegExp(
  String.raw`(\p{Lu}[\p{L}-]+(?:\s[\p{L}-]+){0,4}?)\s*(?:\(|:|mit|zu|with|counts?|zählt(?:\szu)?|wird\smit|werden\smit|is\sweighted(?:\sat)?|accounts\sfor)\s*(${number})\s*${perCent}|(${number})\s*${perCent}\s*(?:für\s|for\s)?(?:den\s|die\s|das\s|the\s)?(\p{L}[\p{L}-]+)`,
  'gu',
);
const counted = /\(([1-9])\)\s*(?:and\s|und\s)?([\p{L}][\p{L}\s,/-]{2,60}?)(?=,|;|\.|\s\(|\sand\s\(|$)/gu;

/** Weights or criteria named in a sentence. */
export function readProse(spec: Spec, { anchor, first, end }: Region, ranked: boolean): Scheme | undefined {
  const { blocks, starts, text } = spec.document;
  const counts: AwardCriterion[] = [];
  for (let block = first; block < Math.min(end, first + 12); block++) {
    const { kind, length } = blocks[block];
    if (kind === 'table-row' || kind === 'table-header' || kind === 'code' || kind === 'furniture') continue;
    const words = text.slice(starts[block], starts[block] + length);
    const criteria = shares(spec, block, words) ?? ratio(block, words);
    if (criteria) return { form: 'prose', anchor, header: -1, criteria, ranked };
    for (const match of words.matchAll(counted)) {
      const start = match.index + match[0].length - match[2].length;
      if (Number(match[1]) === counts.length + 1) counts.push(plain(spec, block, start, start + match[2].length, match[2].trim()));
    }
    if (counts.length > 1 && counts.some((c) => c.price)) continue;
    const listed =
      /\b(?:nach|anhand)(?:\sden)?\s+(?:folgenden\s+)?Kriterien\s+([\p{Lu}][^.:]{5,160}?)\s(?:beurteilt|bewertet|gewertet)/u.exec(words);
    if (listed) {
      const from = listed.index + listed[0].indexOf(listed[1]);
      const names = [...listed[1].matchAll(/\p{Lu}[\p{L}-]+(?:\s(?!und\b)\p{L}+)*/gu)];
      if (names.length > 1)
        return {
          form: 'prose',
          anchor,
          header: -1,
          criteria: names.map((n) => plain(spec, block, from + n.index, from + n.index + n[0].length, n[0])),
          ranked,
        };
    }
  }
  if (counts.length > 1 && counts.some((c) => c.price)) return { form: 'prose', anchor, header: -1, criteria: counts, ranked };
  return undefined;
}

function plain(spec: Spec, block: number, start: number, end: number, name: string, weight?: AwardWeight): AwardCriterion {
  const place = { block, start, end };
  return { place, name, number: '', parent: -1, price: says(spec, place, 'award-price'), ...(weight ? { weight } : {}) };
}

/** "Preis (60 %), Qualität (40 %)", "45 % Lohnkosten, 40 % Leistung": two or more with price among them. */
function shares(spec: Spec, block: number, words: string): AwardCriterion[] | undefined {
  if (!/%|Prozent|per\s?cent/i.test(words)) return undefined;
  const found: AwardCriterion[] = [];
  for (const match of words.matchAll(namedShare)) {
    const value = toNumber(match[2] ?? match[3]);
    const at = match.index + match[0].indexOf(match[2] ?? match[3]);
    const place = { block, start: match.index, end: match.index + match[0].length };
    if (says(spec, place, 'not-a-weight')) continue;
    const weight: AwardWeight = { block, start: at, end: percentEnd(words, at), form: 'per-cent', value };
    const name = match[1] ?? match[4];
    const start = match.index + match[0].lastIndexOf(name);
    found.push(plain(spec, block, start, start + name.length, name, weight));
  }
  const sum = found.reduce((total, c) => total + c.weight!.value, 0);
  if (found.length < 2 || !found.some((c) => c.price) || sum < 60 || sum > 160) return undefined;
  return found;
}

function percentEnd(words: string, at: number): number {
  const match = percentWeight.exec(words.slice(at));
  return match ? at + match.index + match[0].length : at + 1;
}

/** "im Verhältnis 45/40/15", "ratio of 70:30". */
function ratio(block: number, words: string): AwardCriterion[] | undefined {
  if (!/verhältnis|gewicht|ratio|weight/i.test(words)) return undefined;
  for (const match of words.matchAll(parts)) {
    const values = match.slice(1).filter(Boolean).map(Number);
    if (values.reduce((a, b) => a + b, 0) !== 100) continue;
    return values.map((value) => {
      const place = { block, start: match.index, end: match.index + match[0].length };
      return { place, name: match[0], number: '', parent: -1, price: true, weight: { ...place, form: 'ratio' as const, value } };
    });
  }
  return undefined;
}

export function priceOnly(spec: Spec): AwardScheme[] {
  for (const block of spec.about['price-only']) {
    const [place] = placesIn(spec, block, 'price-only');
    if (!place || slotOf(spec, block) === 'context') continue;
    const start = spec.document.starts[block];
    const name = spec.document.text.slice(start + place.start, start + place.end).replace(/\s+/g, ' ');
    return [
      {
        form: 'price-only',
        anchor: place,
        header: -1,
        first: block,
        end: block + 1,
        criteria: [plain(spec, block, place.start, place.end, name)],
        ranked: false,
      },
    ];
  }
  return [];
}
