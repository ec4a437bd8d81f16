import type { Analysis } from '../analyse';
import type { Language } from '../context';
import { hasVocabulary } from '../facts/model';
import type { Finding, Fix, TextEdit } from '../findings';
import { textsOf } from '../messages';
import type { EquivalenceData, PlacedMention } from '../rules/equivalence';
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
  const edits: TextEdit[] = runs(analysis, mentions).map((mention) => append(analysis, mention, phrases.equivalent));
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

/** The last mention of each block: one addition serves an enumeration ("Blauer Engel, EU Ecolabel oder Nordischer Schwan"). */
function runs({ spec }: Analysis, mentions: readonly PlacedMention[]): PlacedMention[] {
  const inPosition = spec.outline.positionOf[mentions[0].block] >= 0;
  if (inPosition) return [mentions[mentions.length - 1]];
  const last = new Map<number, PlacedMention>();
  for (const mention of mentions) last.set(mention.block, mention);
  return [...last.values()];
}

function append({ document, language }: Analysis, { mention, block }: PlacedMention, words: string): TextEdit {
  const { text } = document;
  const start = document.starts[block];
  const limit = start + document.blocks[block].length;
  let at = start + mention.end;
  const compound = /^-([\p{L}]+)/u.exec(text.slice(at, limit));
  if (compound) {
    at += compound[0].length;
    const participle = /^(?:zertifiziert|gekennzeichnet|geprüft|gelabelt)\p{Ll}*$/u.test(compound[1]);
    const inserted = language === 'de' && participle ? ` ${words} ${compound[1]}` : ` ${words}`;
    return { start: at, end: at, text: inserted };
  }
  // Numbers, editions and type designations belong to the name; so do quotation marks and emphasis right behind it.
  const tail =
    /^(?:["”“»’'*_]|\s*®|\s*™|\s*\((?:[^()\n]{1,60})\)|[ \t]+(?:\d[\w.,:/-]*(?<![.,:])|[A-Z]{1,4}\d[\w./-]*(?<![.])|Version [\d.]+\d))*/u.exec(
      text.slice(at, limit),
    );
  at += tail?.[0].length ?? 0;
  return { start: at, end: at, text: ` ${words}` };
}
