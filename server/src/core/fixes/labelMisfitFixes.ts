import type { Analysis } from '../analyse';
import type { Label, LocalText, MisusedAspect } from '../catalogue/schema';
import type { Language } from '../context';
import { isCovered } from '../facts/equivalence';
import type { Finding, Fix, TextEdit } from '../findings';
import { fill, local, textsOf } from '../messages';
import type { MisfitData } from '../rules/labelMisfit';

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
          edits: [{ start: from, end: start + hit.end, text: number }],
        },
      ];
    }
  }
  const names = fittingLabels(analysis, data);
  const hole: LocalText = { de: `[${textsOf('de').phrases.labelHole}]`, en: `[${textsOf('en').phrases.labelHole}]` };
  const covered = isCovered(analysis.spec, data.requirement, 'label');
  const compound = /^-(?=\p{L})/u.test(document.text.slice(finding.end, finding.end + 2));
  // The edition belongs to the name: "ISO 14001:2015".
  const end = finding.end + (/^:\d{4}(?:-\d\d)?/.exec(document.text.slice(finding.end, finding.end + 8))?.[0].length ?? 0);
  const dropped = data.others.flatMap((other) => drop(document.text, document.starts[other.block], other.mention));
  return (names.length > 0 ? names : [hole]).map((name, index) => {
    const text = local(name, language);
    return {
      id: 'fitting-label',
      title: fill(fixTitles['fitting-label'], { name: names.length > 0 ? local(name, locale) : phrases.labelHole }),
      preferred: index === 0,
      safe: false,
      edits: [
        {
          start: finding.start,
          end,
          text: compound ? text.replaceAll(' ', '-') : covered ? text : `${text} ${textsOf(language).phrases.equivalent}`,
        },
        ...dropped,
      ],
    };
  });
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
