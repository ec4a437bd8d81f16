import { blockText, type Spec, slotOf } from '../spec';
import type { Region } from './region';
import { type AwardCriterion, type AwardScheme, type AwardWeight, placesIn, type Scheme, says } from './scheme';
import { close } from './sums';
import { number, perCent, percentWeight, toNumber } from './weights';

const parts = /(\d{1,3})\s?[/:]\s?(\d{1,3})(?:\s?[/:]\s?(\d{1,3}))?(?:\s?[/:]\s?(\d{1,3}))?/g;
/** "Preis (60 %)", "Preis: 60 %", "der Preis mit 60 %", and, less certain, "Preis 60 %". */
const shareBehind = new RegExp(
  String.raw`(\p{L}[\p{L}-]+(?:[ \t][\p{L}-]+){0,4}?)\s*(\(|:|mit|zu|with|counts?|zählt(?:\szu)?|wird\smit|werden\smit|is\sweighted(?:\sat)?|accounts\sfor)?\s*(${number})\s*${perCent}`,
  'gu',
);
/** "60 % Preis", "60 % für den Preis". */
const shareBefore = new RegExp(
  String.raw`(${number})\s*${perCent}\s*(?:für\s|for\s)?(?:den\s|die\s|das\s|the\s)?(\p{L}[\p{L}-]+(?:[ \t]\p{Lu}[\p{L}-]+)*)`,
  'gu',
);
const leadingWords = /^(?:(?:auf|and|are|based|der|die|das|for|is|nach|of|on|sind|the|und|be|will|zu|with)\s+)+/i;
/** "(1) technical approach, (2) price", "Factor 1 - Technical Approach; Factor 2 - Price". */
const counted =
  /(?:\(([1-9])\)|(?:Factor|Criterion|Kriterium)\s([1-9])\s*[-–:])\s*(?:and\s|und\s)?(\p{L}[\p{L} \t,/-]{2,60}?)(?=,|;|\.|\s\(|\sand\s\(|$)/gu;

const enumerated = [
  /\b(?:nach|anhand)(?:\sden)?\s+(?:folgenden\s+)?Kriterien\s+(\p{Lu}[^.:]{5,160}?)\s(?:beurteilt|bewertet|gewertet)/u,
  /\b(?:Zuschlags|Wertungs|Bewertungs)kriterien\s+sind:?\s+(?:der|die|das)?\s*(\p{Lu}[^.:()\d]{5,160}?)\s*(?:\.|$)/u,
  /\b(?:award|evaluation)\s+(?:criteria|factors)\s+are:?\s+(?:the\s)?(\p{L}[^.:()\d]{5,160}?)\s*(?:\.|$)/iu,
];

/** Weights or criteria named in a sentence. */
export function readProse(spec: Spec, { anchor, first, end }: Region, ranked: boolean): Scheme | undefined {
  const { blocks } = spec.document;
  const counts: AwardCriterion[] = [];
  for (let block = first; block < Math.min(end, first + 12); block++) {
    const { kind } = blocks[block];
    if (kind === 'table-row' || kind === 'table-header' || kind === 'code' || kind === 'furniture') continue;
    const words = blockText(spec, block);
    const criteria = shares(spec, block, words) ?? ratio(block, words);
    if (criteria) return { form: 'prose', anchor, header: -1, criteria, ranked };
    for (const match of words.matchAll(counted)) {
      const start = match.index + match[0].length - match[3].length;
      if (Number(match[1] ?? match[2]) === counts.length + 1)
        counts.push(plain(spec, block, start, start + match[3].length, match[3].trim()));
    }
    if (counts.length > 1 && counts.some((c) => c.price)) continue;
    const listed = enumerated.map((pattern) => pattern.exec(words)).find((match) => match !== null);
    if (listed) {
      const from = listed.index + listed[0].indexOf(listed[1]);
      const names = [...listed[1].matchAll(/(?!und\b|and\b|sowie\b)\b\p{L}[\p{L}-]+(?:\s(?!und\b|and\b|sowie\b)[\p{L}-]+)*/gu)];
      const criteria = names.map((n) => plain(spec, block, from + n.index, from + n.index + n[0].length, n[0]));
      if (names.length > 1 && (criteria.some((c) => c.price) || /beurteilt|bewertet|gewertet/.test(listed[0])))
        return { form: 'prose', anchor, header: -1, criteria, ranked };
    }
  }
  if (counts.length > 1 && counts.some((c) => c.price)) return { form: 'prose', anchor, header: -1, criteria: counts, ranked };
  return undefined;
}

function plain(spec: Spec, block: number, start: number, end: number, name: string, weight?: AwardWeight): AwardCriterion {
  const place = { block, start, end };
  return { place, name, number: '', parent: -1, price: says(spec, place, 'award-price'), ...(weight ? { weight } : {}) };
}

/** Two or more shares in a sentence, price among them. */
function shares(spec: Spec, block: number, words: string): AwardCriterion[] | undefined {
  if (!/%|Prozent|per\s?cent/i.test(words)) return undefined;
  for (const pattern of [shareBehind, shareBefore]) {
    const before = pattern === shareBefore;
    const found: AwardCriterion[] = [];
    let certain = true;
    for (const match of words.matchAll(pattern)) {
      const written = before ? match[1] : match[3];
      const at = before ? match.index : match.index + match[0].lastIndexOf(written);
      if (says(spec, { block, start: match.index, end: match.index + match[0].length }, 'not-a-weight')) continue;
      if (before && /^(?:der|des|dem|von|vom|of|im|in)\b/i.test(match[2])) continue;
      const name = (before ? match[2] : match[1]).replace(leadingWords, '');
      const start = before ? match.index + match[0].length - name.length : match.index + match[0].indexOf(name);
      if (!before && !match[2]) certain = false;
      const weight: AwardWeight = { block, start: at, end: percentEnd(words, at), form: 'per-cent', value: toNumber(written) };
      found.push(plain(spec, block, start, start + name.length, name, weight));
    }
    const sum = found.reduce((total, c) => total + c.weight!.value, 0);
    if (found.length < 2 || !found.some((c) => c.price) || sum < 60 || sum > 160) continue;
    if ((certain && !before) || close(sum, 100)) return found;
  }
  return undefined;
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
