import type { Analysis } from '../analyse';
import type { Label, LocalText, MisusedAspect } from '../catalogue/schema';
import type { Language } from '../context';
import { isCovered } from '../facts/equivalence';
import type { Finding, Fix, TextEdit } from '../findings';
import { fill, local, textsOf } from '../messages';
import type { MisfitData } from '../rules/labelMisfit';
import { withCapitalOf } from '../text/capitals';
import { append } from './equivalenceFixes';
import { editionEnd } from './nameEnd';

/** Labels offered at most: the reader picks, the catalogue page knows more. */
const offered = 3;

/** What a fitting label proves, for each aspect a label is wrongly asked to prove. */
const wanted: Readonly<Record<MisusedAspect | 'number', readonly Label['aspects'][number][]>> = {
  labour: ['social'],
  recycled: ['circular'],
  product: ['environment', 'energy'],
  certification: ['social', 'environment'],
  number: ['environment'],
};

/** Labels of goods: what a management system or membership says about goods is the very misunderstanding. */
const kinds = new Set<Label['kind']>(['type-1', 'product-label', 'chain-of-custody', 'social-label']);

/** Names a label that fits, with "oder gleichwertig": the number for the right products, else labels of the catalogue for the product group. */
export function labelMisfitFixes(analysis: Analysis, finding: Finding, locale: Language): Fix[] {
  const data = finding.data as MisfitData;
  const { document, language } = analysis;
  const { fixTitles, phrases } = textsOf(locale);
  const covered = isCovered(analysis.spec, data.requirement, 'label');
  const opened = covered ? [] : [append(analysis, { mention: data.mention, block: finding.block })];
  if (data.number) {
    const number = fittingNumber(analysis.spec.compiled.catalogue.labels.get(data.mention.record), data.groups);
    const hit = data.number.hit;
    const start = document.starts[finding.block];
    const words = document.text.slice(start + hit.start, start + hit.end);
    if (number && words.endsWith(data.number.number)) {
      const from = start + hit.end - data.number.number.length;
      return [
        {
          id: 'fitting-number',
          title: fill(fixTitles['fitting-label'], { name: `DE-UZ ${number}` }),
          preferred: true,
          safe: false,
          edits: [{ start: from, end: start + hit.end, text: number }, ...opened],
        },
      ];
    }
  }
  const names = fittingLabels(analysis, data);
  const hole: LocalText = { de: `[${textsOf('de').phrases.labelHole}]`, en: `[${textsOf('en').phrases.labelHole}]` };
  const dropped = data.others.flatMap((other) => drop(document.text, document.starts[other.block], other.mention));
  return (names.length > 0 ? names : [hole]).map((name, index) => ({
    id: 'fitting-label',
    title: fill(fixTitles['fitting-label'], { name: names.length > 0 ? local(name, locale) : phrases.labelHole }),
    preferred: index === 0,
    safe: false,
    edits: [replaced(analysis, finding, local(name, language)), ...opened, ...dropped],
  }));
}

/** One label for another, with the article or noun German needs in front of it; edition and tier of the old one go with it. */
function replaced(analysis: Analysis, { block, start, data }: Finding, name: string): TextEdit {
  const { document, language } = analysis;
  const { text, starts } = document;
  const to = editionEnd(analysis, block, (data as MisfitData).mention.end);
  const compound =
    /^(?:-|[ \t]+(?=(?:Zertifi|Siegel|Label|Gütesiegel)))(\p{L}+)(?:\s*\((?:Standard|Class|Klasse|Produktklasse|Version|Ausgabe)[^()\n]*\))?/u.exec(
      text.slice(to, to + 80),
    );
  if (compound) return { start, end: to + compound[0].length, text: `${shortName(name).replaceAll(' ', '-')}-${compound[1]}` };
  const before = text.slice(starts[block], start);
  const article = /(?:^|\s)((?:den|dem|der|des|das|die)\s+)$/iu.exec(before)?.[1] ?? '';
  const ahead = before.slice(0, before.length - article.length);
  const apposed = article === '' && /(?:^|[\n|:–„"“(*_-])\s*$|\p{Lu}[\p{L}-]*\s+$/u.test(before);
  if (apposed || language !== 'de' || name.startsWith('[')) return { start, end: to, text: name };
  const after = text.slice(to, to + 20);
  const participle = /^\s+(?:zertifiziert|registriert|geprüft|ausgezeichnet|gelabelt)/u.test(after);
  const governed =
    /(?:^|\s)(nach|mit|von|vom|aus|bei|zu|gemäß|laut|entsprechend|durch|für|ohne)\s+(?:[^,;.]*\s(?:oder|und|sowie)\s+)?$/iu.exec(
      ahead,
    )?.[1];
  const dative =
    /^dem\b/i.test(article) || /^\s+entsprech/u.test(after) || (governed !== undefined && !/^(?:durch|für|ohne)$/i.test(governed));
  const genitive = /^des\b/i.test(article) || (/^der\b/i.test(article) && /\p{Lu}[\p{L}-]*\s+$/u.test(ahead));
  const noun = /zeichen|siegel/i.test(name) ? '' : 'Gütezeichen ';
  const lead = participle && !governed && !article ? 'nach dem' : genitive ? 'des' : dative ? 'dem' : 'das';
  return { start: start - article.length, end: to, text: `${withCapitalOf(article, lead)} ${noun}${name}` };
}

/** "Blauer Engel (DE-UZ 14a)" is "Blauer Engel" in a compound, "Global Organic Textile Standard (GOTS)" is "GOTS". */
function shortName(name: string): string {
  const match = /^(.*?)\s*\(([^)]*)\)$/.exec(name);
  if (!match) return name;
  return /\d/.test(match[2]) ? match[1] : match[2];
}

/** A further label that proves as little goes with the conjunction in front of it. */
function drop(text: string, blockStart: number, { start, end }: MisfitData['mention']): TextEdit[] {
  const from = blockStart + start;
  const before = /(?:\s*,|\s+(?:oder|und|sowie|or|and))\s+$/.exec(text.slice(Math.max(0, from - 12), from));
  return before ? [{ start: from - before[0].length, end: blockStart + end, text: '' }] : [];
}

/** The number in force of a label whose first product groups are these. */
function fittingNumber(label: Label | undefined, groups: readonly string[]): string | undefined {
  let best: { number: string; rank: number } | undefined;
  for (const { number, status, products } of label?.numbers ?? []) {
    if (status !== 'live') continue;
    const rank = Math.min(...groups.map((id) => products?.indexOf(id) ?? -1).filter((index) => index >= 0));
    if (Number.isFinite(rank) && rank < (best?.rank ?? Number.POSITIVE_INFINITY)) best = { number, rank };
  }
  return best?.number;
}

/** Labels that prove what is wanted, for these product groups: by their own record, their numbers, or the criteria that name them. */
function fittingLabels({ spec }: Analysis, { mention, aspect, groups }: MisfitData): LocalText[] {
  const { labels, criteria } = spec.compiled.catalogue;
  const uses = new Map<string, number>();
  for (const criterion of criteria.values()) {
    if (!criterion.products.some((id) => groups.includes(id))) continue;
    if (aspect === 'labour' && !criterion.themes.some((t) => t === 'hum-right' || t === 'work-cond')) continue;
    if (aspect === 'recycled' && !criterion.themes.includes('circ-econ')) continue;
    for (const id of criterion.labels ?? []) uses.set(id, (uses.get(id) ?? 0) + 1);
  }
  const fitting: { name: LocalText; weight: number }[] = [];
  for (const label of labels.values()) {
    if (label.id === mention.record || !kinds.has(label.kind) || label.section34 === 'no') continue;
    if (!label.aspects.some((a) => wanted[aspect].includes(a)) || label.not_for?.some((n) => n.aspect === aspect)) continue;
    const number = fittingNumber(label, groups);
    const direct = label.products?.some((id) => groups.includes(id)) ?? false;
    const used = uses.get(label.id) ?? 0;
    if (!number && !direct && used === 0) continue;
    if (label.numbers && !number && used === 0) continue;
    const prefixed = number && label.id === 'blauer-engel' ? ` (DE-UZ ${number})` : '';
    const name: LocalText = { de: label.name.de + prefixed, en: (label.name.en ?? label.name.de) + prefixed };
    fitting.push({ name, weight: used * 2 + (number ? 3 : 0) + (direct ? 1 : 0) });
  }
  return fitting
    .sort((a, b) => b.weight - a.weight)
    .slice(0, offered)
    .map((f) => f.name);
}
