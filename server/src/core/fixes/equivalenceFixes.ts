import type { Analysis } from '../analyse';
import type { Language } from '../context';
import { hasVocabulary } from '../facts/model';
import type { Finding, Fix, TextEdit } from '../findings';
import { textsOf } from '../messages';
import type { EquivalenceData, PlacedMention } from '../rules/equivalence';
import { nameEnd } from './nameEnd';
import { lineBreak } from './place';
import { sentenceEnd } from './requirement';

/**
 * "oder gleichwertig" behind the last of the named references, as German writes it:
 * - behind the whole name with number, edition and brackets: "DE-UZ 14a (Ausgabe 2020) oder gleichwertig"
 * - behind the noun of a compound: "FSC-Papier oder gleichwertig"
 * - doubled with the participle of a compound: "FSC-zertifiziertes oder gleichwertig zertifiziertes Holz"
 */
export function equivalenceFixes(analysis: Analysis, finding: Finding, locale: Language): Fix[] {
  const { kind, mentions } = finding.data as EquivalenceData;
  // "… werden nicht anerkannt" would contradict the addition: a person must decide.
  if (mentions.some(({ block }) => hasVocabulary(analysis.spec.facts[block].vocabulary, 'equivalence-excluded'))) return [];
  const { document, language } = analysis;
  const { text } = document;
  const titles = textsOf(locale).fixTitles;
  const { phrases } = textsOf(language);
  const eol = lineBreak(text);
  const edits: TextEdit[] = runs(analysis, mentions).map((mention) => append(analysis, mention));
  const fixes: Fix[] = [{ id: 'append-equivalence', title: titles['append-equivalence'], preferred: true, safe: kind !== 'brand', edits }];
  if (kind === 'label') {
    const last = mentions[mentions.length - 1];
    const at = sentenceEnd(analysis, last.block, last.sentence);
    fixes.push({
      id: 'equivalence-sentence.label',
      title: titles['equivalence-sentence.label'],
      preferred: false,
      safe: false,
      edits: [{ start: at.offset, end: at.offset, text: `${at.stop} ${phrases.labelSentence}` }],
    });
  }
  const end = text.trimEnd().length;
  fixes.push({
    id: 'equivalence-clause',
    title: titles['equivalence-clause'],
    preferred: false,
    safe: false,
    edits: [{ start: end, end: text.length, text: eol + eol + phrases.documentClause + eol }],
  });
  return fixes;
}

/** The last mention of each enumeration: one addition serves "Blauer Engel, EU Ecolabel oder Nordischer Schwan". */
function runs(analysis: Analysis, mentions: readonly PlacedMention[]): PlacedMention[] {
  const { spec, document } = analysis;
  const inPosition = spec.outline.positionOf[mentions[0].block] >= 0;
  if (inPosition) return [mentions[mentions.length - 1]];
  return mentions.filter(({ block, mention }, i) => {
    const next = mentions[i + 1];
    if (next?.block !== block) return true;
    const end = nameEnd(analysis, block, mention).at;
    return !enumerated.test(document.text.slice(end, document.starts[block] + next.mention.start));
  });
}

/** What stands between the names of an enumeration: nothing, a conjunction, an article, a preposition. */
const enumerated =
  /^-?[\s\d.]*(?:[,;/&+]\s*)?(?:(?:und|oder|sowie|bzw\.|bis|and|or|to|und\s*\/\s*oder|and\s*\/\s*or)\s+)?(?:(?:nach|mit|gemäß|durch|von|vom|des|der|die|das|dem|den|ein|eine|einen|einem|einer|Fa\.|Firma|Herstellers?|to|by|the|an?)\s+)*["“„*_]*$/;

/** "oder gleichwertig" behind the whole name. */
export function append(analysis: Analysis, { mention, block }: Pick<PlacedMention, 'mention' | 'block'>): TextEdit {
  const { equivalent } = textsOf(analysis.language).phrases;
  const { at, participle } = nameEnd(analysis, block, mention);
  const better = analysis.language === 'de' && orBetter.test(analysis.document.text.slice(at, at + 40));
  const text = better ? `, ${equivalent.replace(/^oder /, '')}` : ` ${equivalent}${participle ? ` ${participle}` : ''}`;
  return { start: at, end: at, text };
}

/** "Intel Core i5 oder besser" becomes "Intel Core i5, gleichwertig oder besser". */
const orBetter = /^\s+(?:oder|bzw\.)\s+(?:besser|höher|leistungsfähiger|leistungsstärker|schneller|größer)/;
