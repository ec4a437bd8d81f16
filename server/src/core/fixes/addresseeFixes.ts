import type { Analysis } from '../analyse';
import type { Language } from '../context';
import type { Finding, Fix, TextEdit } from '../findings';
import { textsOf } from '../messages';
import { type AddresseeData, preposition } from '../rules/wrongAddressee';
import { withCapitalOf } from '../text/capitals';
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
  if (reworded.length > 0 || obliged.length > 0) {
    fixes.push({
      id: 'own-choice',
      title: fixTitles['own-choice'],
      preferred: true,
      safe: false,
      edits: [...reworded, ...obliged].sort((a, b) => a.start - b.start),
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

/** "gemäß der AVV Klima" → "in Anlehnung an die AVV Klima": the articles change their case with the preposition. "richtet sich nach" has a verb of its own. */
function inLineWith({ document, language }: Analysis, finding: Finding): TextEdit[] {
  const { text, starts, blocks } = document;
  const from = Math.max(starts[finding.block], finding.start - 60);
  const match = preposition.exec(text.slice(from, finding.start));
  // "nach den Vorgaben der AVV Klima": the words between keep their case only behind "in Anlehnung an die".
  if (!match) return [];
  const start = from + match.index + match[0].search(/\S/);
  const rest = match[0].trimStart().slice(match[1].length);
  const guided = /(?:richtet|richten)(?=(?:\s+\S+){0,2}\s+$)/u.exec(text.slice(from, start));
  if (language === 'de' && guided && /^nach$/.test(match[1])) {
    const verb = from + guided.index;
    return [
      { start: verb, end: verb + guided[0].length, text: guided[0] === 'richtet' ? 'orientiert' : 'orientieren' },
      { start, end: start + match[1].length, text: 'an' },
    ];
  }
  const words = language === 'de' ? 'in Anlehnung an' : 'in line with';
  const edit = {
    start,
    end: finding.start,
    text: withCapitalOf(match[1], words) + (language === 'de' ? accusative(rest, text.slice(finding.start, finding.end)) : rest),
  };
  const after = text.slice(finding.end, starts[finding.block] + blocks[finding.block].length);
  const further = language === 'de' ? /^(?:\s*,|\s+(?:und|sowie))\s+(der|dem|des|den)\s+(\p{Lu}\S*)/u.exec(after) : null;
  if (!further) return [edit];
  const at = finding.end + further[0].length - further[2].length - 1 - further[1].length;
  return [edit, { start: at, end: at + further[1].length, text: accusative(further[1], further[2]) }];
}

/** Articles behind "an": "der Vorgaben" and a genitive behind it stay. */
function accusative(rest: string, noun: string): string {
  const masculine = /erlass|leitfaden|plan|beschluss|absatz|artikel/i.test(noun);
  const articles: Record<string, string> = { der: 'die', dem: masculine ? 'den' : 'das', des: masculine ? 'den' : 'das', den: 'die' };
  return rest.replace(/\p{L}+/u, (article) => articles[article] ?? article);
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
