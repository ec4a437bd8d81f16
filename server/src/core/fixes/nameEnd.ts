import type { Analysis } from '../analyse';
import type { Mention } from '../facts/model';

/** Where words may follow a name, and the participle it ends with ("FSC-zertifiziertes"), if any. */
export interface NameEnd {
  /** Absolute. */
  readonly at: number;
  readonly participle: string;
}

/** What goes right on: closing marks, the parts of a compound ("FSC-Mix-zertifiziert", over a line end too). */
const attached = /["”“»’'*_®™]|\s(?=[®™])|-(?:\n[ \t]*(?!(?:und|oder|bzw)(?!\p{L}))(?=\p{Ll}))?[\p{L}\d]+/uy;

const counted = /(?![\s-]*(?:St(?:ück|k)?\.?|Exemplare?|Pack(?:ung(?:en)?)?|m|m²|mm|cm|kg|g|l|Liter|pieces|pcs|units)(?![\p{L}\d]))/u
  .source;

/** Numbers, editions and type designations belong to the name; so does a bracket behind it. */
const details = new RegExp(
  [
    String.raw`\s*\([^()\n]{1,60}\)`,
    String.raw`:\d{4}(?:-\d\d)?`,
    String.raw`[ \t]+\d[\w.,:/-]*(?<![.,:])(?!\w)${counted}(?:[ \t]?%)?`,
    String.raw`[ \t]+[A-Z]{1,4}\d[\w./-]*(?<![.])`,
    String.raw`(?:,\s+|[ \t]+)(?:[Gg]eneration|Gen\.?|[Vv]ersion|Ausgabe|[Ee]dition|Fassung|Stand|Typ|[Tt]ype|Modell|[Mm]odel|Serie|[Ss]eries)[ \t]*:?[ \t]*[\p{Lu}\d][\p{L}\d./-]*(?<!\.)(?:\s*(?:/|,|–|und|oder|bis|and|or|to)\s*\d+(?![\p{L}\d]))*`,
    String.raw`[ \t]+(?:Teil|[Pp]art|Klasse|[Cc]lass|Kategorie|[Cc]ategory|Stufe|[Ll]evel|Tabelle|[Tt]able|Standard)[ \t]+[\p{Lu}\d][\p{L}\d.-]{0,6}(?<!\.)(?!\p{L})`,
    String.raw`[ \t]+ff?\.(?!\p{L})`,
    String.raw`[ \t]+in (?:der|ihrer)[ \t]+(?:\p{Ll}+[ \t]+){0,2}(?:Fassung|Ausgabe|Version)(?:[ \t]+(?:von|vom)[ \t]+[\d.]*\d)?`,
    String.raw`[ \t]+in (?:its|the)[ \t]+(?:current|latest|valid)[ \t]+(?:version|edition)`,
    String.raw`[ \t]+(?:oder (?:neuer|später)|or (?:newer|later))(?!\p{L})`,
  ].join('|'),
  'uy',
);

/** Further words of a label or make: "FSC Mix", "HP LaserJet Pro", "FSC Zertifikat". */
const furtherWord = /[ \t]+(?:\p{Lu}[\p{L}\d+]*(?:[-.:]?[\p{L}\d]+)*|\p{Ll}\p{Lu}[\p{L}\d]*)(?![\p{L}\d])/uy;

/** English puts the participle behind the name: "FSC certified". */
const certified = /[ \t]+(?:certified|registered|labelled|labeled|accredited|rated)(?:[ \t]+in[ \t]+\p{Lu}\p{L}+)?(?!\p{L})/uy;

/** The whole name with number, edition, brackets, closing quotation marks and the noun it is a compound with. */
export function nameEnd({ document, language }: Analysis, block: number, { kind, start: from, end }: Mention): NameEnd {
  const start = document.starts[block];
  const text = document.text.slice(start, start + document.blocks[block].length);
  const parts = kind === 'standard' ? [attached, details] : [attached, details, furtherWord];
  // "OEKO-TEX (Standard 100, Produktklasse II)": the name ends with its bracket.
  const inBracket = text.slice(from, end).lastIndexOf('(') > text.slice(from, end).lastIndexOf(')');
  let at = end + ((inBracket && /^[^()\n]{0,60}\)/.exec(text.slice(end))?.[0].length) || 0);
  for (let next = step(text, at, parts); next > at; next = step(text, at, parts)) {
    at = next;
    const participle = /-\s*((?:zertifiziert|gekennzeichnet|geprüft|gelabelt)\p{Ll}*)$/u.exec(text.slice(end, at))?.[1];
    if (language === 'de' && participle) return { at: start + at, participle };
  }
  if (language === 'en' && kind !== 'brand') at = step(text, at, [certified]);
  return { at: start + at, participle: '' };
}

/** Number and edition alone: what goes with a name that gives way to another one. */
export function editionEnd({ document }: Analysis, block: number, end: number): number {
  const start = document.starts[block];
  const text = document.text.slice(start, start + document.blocks[block].length);
  const tiers = /[ \t]+(?:Mix|Recycled|Credit|Gold|Silber|Silver|Bronze|Platin(?:um)?)(?![\p{L}-])|\s?[®™]/uy;
  const coded = /\s*\((?=[^()\n]*\d)[\p{Lu}][^()\n]{1,40}\)/uy;
  let at = end;
  for (;;) {
    const next = step(text, at, [tiers, coded]);
    const detail = next > at ? next : text[at] === '(' || /^\s*\(/.test(text.slice(at, at + 3)) ? at : step(text, at, [details]);
    if (detail === at) return start + at;
    at = detail;
  }
}

function step(text: string, at: number, patterns: readonly RegExp[]): number {
  for (const pattern of patterns) {
    pattern.lastIndex = at;
    if (pattern.test(text)) return pattern.lastIndex;
  }
  return at;
}
