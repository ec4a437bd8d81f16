import type { Analysis } from '../analyse';
import type { Language } from '../context';
import { asOneLine } from '../facts/asOneLine';
import type { StatedValue } from '../facts/parameters';
import { blockText } from '../facts/spec';
import { type Direction, poorest } from '../facts/strictness';
import { rewritten, writtenQuantity } from '../facts/writtenQuantity';
import type { Finding, Fix, TextEdit } from '../findings';
import { fill, formatNumber, local, textsOf } from '../messages';
import type { ConflictData } from '../rules/conflictingThreshold';
import type { LegalMinimumData } from '../rules/legalMinimum';
import { statedText, type WeakData } from '../rules/weakThreshold';
import { renderClause } from './clause';
import { saysNoMore } from './sentence';
import { weakModalityFixes } from './wordingFixes';

/** A weak value is raised, an open measure becomes the criterion's clause or a hole nobody overlooks, a label gets its tier. */
export function weakThresholdFixes(analysis: Analysis, finding: Finding, locale: Language): Fix[] {
  const data = finding.data as WeakData;
  switch (data.kind) {
    case 'value':
      return raise(analysis, data.stated, data.wanted, data.direction, 'raise-value', locale);
    case 'measure':
      return measureFixes(analysis, finding, data, locale);
    case 'tier':
      return tierFixes(analysis, finding, data.label, locale);
  }
}

/** The next level's value, or a hole where the catalogue leaves it to the buyer. */
export function legalMinimumFixes(analysis: Analysis, finding: Finding, locale: Language): Fix[] {
  const { stated, param, direction, next } = finding.data as LegalMinimumData;
  if (next !== undefined) return raise(analysis, stated, next, direction, 'raise-value', locale);
  const written = writtenQuantity(blockText(analysis.spec, stated.block), stated.quantity);
  if (!written) return [];
  const start = analysis.document.starts[stated.block];
  const hole = `[${fill(textsOf(analysis.language).phrases.askHole, { label: local(param.label, analysis.language) })}]`;
  return [
    {
      id: 'open-value',
      title: fill(textsOf(locale).fixTitles['open-value'], { label: local(param.label, locale) }),
      preferred: true,
      safe: false,
      edits: [{ start: start + written.number.start, end: start + written.number.end, text: hole }],
    },
  ];
}

/** Either value for both places. */
export function conflictFixes(analysis: Analysis, finding: Finding, locale: Language): Fix[] {
  const { earlier, later, direction } = finding.data as ConflictData;
  const ofEarlier = poorest(earlier.quantity, direction);
  const ofLater = poorest(later.quantity, direction);
  return [
    ...raise(analysis, later, ofEarlier, direction, 'take-over-earlier', locale),
    ...raise(analysis, earlier, ofLater, direction, 'take-over-later', locale, statedText(analysis.spec, later, direction)),
  ].map((fix) => ({ ...fix, preferred: false }));
}

function raise(
  analysis: Analysis,
  stated: StatedValue,
  value: number,
  direction: Direction,
  id: string,
  locale: Language,
  shown?: string,
): Fix[] {
  const { spec, language, document } = analysis;
  const text = blockText(spec, stated.block);
  const written = writtenQuantity(text, stated.quantity);
  if (!written) return [];
  const change = rewritten(text, stated.quantity, written, value, direction, language, formatNumber);
  const start = document.starts[stated.block];
  const edits: TextEdit[] = [{ start: start + change.span.start, end: start + change.span.end, text: change.text }];
  const unit = pluralEdit(text, stated, written.number.end);
  if (unit) edits.push({ start: start + unit.start, end: start + unit.end, text: unit.text });
  const kept = change.span.start === written.comparator.start ? '' : text.slice(written.comparator.start, written.comparator.end);
  const result = `${kept}${change.text}${unit ? ` ${unit.text}` : written.unit}`;
  const title = fill(textsOf(locale).fixTitles[id], { text: shown ?? asOneLine(result, 0, result.length) });
  return [{ id, title, preferred: true, safe: false, edits }];
}

const plurals: Readonly<Record<string, string>> = {
  Jahr: 'Jahre',
  Monat: 'Monate',
  Tag: 'Tage',
  year: 'years',
  month: 'months',
  day: 'days',
};

/** "1 Jahr" becomes "5 Jahre", "einem Jahr" "5 Jahren". */
function pluralEdit(text: string, { quantity }: StatedValue, numberEnd: number): TextEdit | undefined {
  const unit = /^\s(Jahr|Monat|Tag|year|month|day)$/.exec(text.slice(numberEnd, quantity.end));
  if (!unit) return undefined;
  const dative = /^[A-Z]/.test(unit[1]) && /^einem\b/i.test(text.slice(quantity.start)) ? 'n' : '';
  return { start: numberEnd + 1, end: quantity.end, text: plurals[unit[1]] + dative };
}

function measureFixes(analysis: Analysis, finding: Finding, data: Extract<WeakData, { kind: 'measure' }>, locale: Language): Fix[] {
  const { document, spec, language } = analysis;
  const { fixTitles, phrases } = textsOf(locale);
  const fixes: Fix[] = data.hedge ? weakModalityFixes(analysis, { ...finding, data: data.hedge }, locale) : [];
  const criterion = data.criterion ? spec.compiled.catalogue.criteria.get(data.criterion) : undefined;
  const { block, firstSentence, lastSentence } = data.requirement;
  // Where columns interleave line by line, replacing a sentence would take words of its neighbour along.
  const plain = document.blocks[block].cells.length === 0;
  const measure = { start: finding.start - document.starts[block], end: finding.end - document.starts[block] };
  if (criterion && plain && saysNoMore(analysis, block, firstSentence, [measure])) {
    const start = document.starts[block];
    const { sentences } = spec.facts[block];
    const from = start + sentences[firstSentence].start;
    let to = start + sentences[lastSentence].end;
    if (/[.!?]/.test(document.text[to] ?? '')) to++;
    fixes.push({
      id: 'replace-by-clause',
      title: fill(fixTitles['replace-by-clause'], { title: local(criterion.title, locale) }),
      preferred: fixes.length === 0,
      safe: false,
      edits: [{ start: from, end: to, text: renderClause(criterion, analysis.context.level ?? 1, language).text }],
    });
  }
  fixes.push({
    id: 'open-measure',
    title: fill(fixTitles['open-measure'], { hole: phrases.measureHole }),
    preferred: fixes.length === 0,
    safe: false,
    edits: [
      {
        start: finding.start,
        end: finding.end,
        text: withMeasure(document.text.slice(finding.start, finding.end), `[${textsOf(language).phrases.measureHole}]`),
      },
    ],
  });
  return fixes;
}

/** The hole in place of the words, beside a verb that takes a measure where they are one: "zu minimieren" becomes "auf … zu begrenzen". */
function withMeasure(words: string, hole: string): string {
  const limited: readonly (readonly [RegExp, string])[] = [
    [/^zu minimieren$/, `auf ${hole} zu begrenzen`],
    [/^minimiert (werden|wird)$/, `auf ${hole} begrenzt $1`],
    [/minimi[sz]ed$/, `limited to ${hole}`],
  ];
  const [verb, replacement] = limited.find(([pattern]) => pattern.test(words)) ?? [/^.*$/s, hole];
  return words.replace(verb, replacement);
}

function tierFixes({ spec, language }: Analysis, finding: Finding, label: string, locale: Language): Fix[] {
  const tiers = spec.compiled.catalogue.labels.get(label)?.tiers ?? [];
  // The lowest tier is what the text demands already.
  return tiers.slice(1).map((tier) => ({
    id: `name-tier-${(tier.en ?? tier.de).toLowerCase()}`,
    title: fill(textsOf(locale).fixTitles['name-tier'], { tier: local(tier, locale) }),
    preferred: false,
    safe: false,
    edits: [{ start: finding.end, end: finding.end, text: ` ${local(tier, language)}` }],
  }));
}
