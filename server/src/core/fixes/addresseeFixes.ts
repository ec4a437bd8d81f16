import type { Analysis } from '../analyse';
import type { Language } from '../context';
import type { Finding, Fix, TextEdit } from '../findings';
import { textsOf } from '../messages';
import { type AddresseeData, preposition } from '../rules/wrongAddressee';
import { requirementEnd } from './requirement';

/**
 * A duty of others becomes the buyer's own choice: "nach § 45 KrWG" → "in Anlehnung an § 45 KrWG", "ist … verpflichtet" → "hat sich … entschieden".
 * Where the sentence has no such form, a further sentence says so.
 */
export function addresseeFixes(analysis: Analysis, finding: Finding, locale: Language): Fix[] {
  const { requirement } = finding.data as AddresseeData;
  const { fixTitles } = textsOf(locale);
  const obliged = chosen(analysis, finding);
  const reworded = inLineWith(analysis, finding);
  const fixes: Fix[] = [];
  if (reworded || obliged.length > 0) {
    fixes.push({
      id: 'own-choice',
      title: fixTitles['own-choice'],
      preferred: true,
      safe: false,
      edits: [...(reworded ? [reworded] : []), ...obliged].sort((a, b) => a.start - b.start),
    });
  }
  if (obliged.length === 0) {
    const at = requirementEnd(analysis, requirement);
    const text = `${at.stop} ${textsOf(analysis.language).phrases.ownChoice}`;
    fixes.push({
      id: 'own-choice-sentence',
      title: fixTitles['own-choice-sentence'],
      preferred: fixes.length === 0,
      safe: false,
      edits: [{ start: at.offset, end: at.offset, text }],
    });
  }
  return fixes;
}

/** "gemäß der AVV Klima" → "in Anlehnung an die AVV Klima": the article changes its case with the preposition. */
function inLineWith({ document, language }: Analysis, finding: Finding): TextEdit | undefined {
  const from = Math.max(document.starts[finding.block], finding.start - 60);
  const match = preposition.exec(document.text.slice(from, finding.start));
  // "nach den Vorgaben der AVV Klima": the words between keep their case only behind "in Anlehnung an die".
  if (!match) return undefined;
  const start = from + match.index;
  const capital = /^\p{Lu}/u.test(match[1]) && document.text.slice(start, start + 1) === match[1][0];
  const words = language === 'de' ? 'in Anlehnung an' : 'in line with';
  const rest = match[0].slice(match[1].length);
  const text = (capital ? words[0].toUpperCase() + words.slice(1) : words) + (language === 'de' ? accusative(rest) : rest);
  return { start, end: finding.start, text };
}

/** Articles behind "an": "der Vorgaben" and a genitive behind it stay. */
function accusative(rest: string): string {
  return rest.replace(/\p{L}+/u, (article) => ({ der: 'die', dem: 'das', des: 'das', den: 'die' })[article] ?? article);
}

/** "ist die Stadt verpflichtet" → "hat sich die Stadt entschieden". */
function chosen({ document, language, spec }: Analysis, { data }: Finding): TextEdit[] {
  const { requirement } = data as AddresseeData;
  const start = document.starts[requirement.block];
  const sentence = spec.facts[requirement.block].sentences[requirement.firstSentence];
  const text = document.text.slice(start + sentence.start, start + sentence.end);
  const match =
    language === 'de'
      ? /(?<!\p{L})(ist|sind)(?=\s)([^.;:]{1,160}?\s)(verpflichtet)(?!\p{L})/u.exec(text)
      : /(?<!\p{L})(is|are)(?=\s)(\s)(required to|obliged to)(?!\p{L})/u.exec(text);
  if (!match) return [];
  const at = start + sentence.start + match.index;
  const end = at + match[0].length;
  const [auxiliary, participle] =
    language === 'de' ? [match[1] === 'ist' ? 'hat sich' : 'haben sich', 'entschieden'] : [match[1] === 'is' ? 'has' : 'have', 'chosen to'];
  return [
    { start: at, end: at + match[1].length, text: auxiliary },
    { start: end - match[3].length, end, text: participle },
  ];
}
