import type { Analysis } from '../analyse';
import type { Language } from '../context';
import type { Finding, Fix, TextEdit } from '../findings';
import { fill, local, textsOf } from '../messages';
import { type PlacedHit, wordsOf } from '../rules/vagueTerm';
import type { Span } from '../text/model';
import { renderClause } from './clause';
import { sentenceEnd } from './requirement';

/** A vague term: the choices its wording rule offers in the form that fits the sentence, then criteria of the document's product groups. */
export function vagueTermFixes(analysis: Analysis, finding: Finding, locale: Language): Fix[] {
  const { hit, block, sentence } = finding.data as PlacedHit;
  const { spec, language, context, document } = analysis;
  // The mark may cover several coordinated words; the choices are about the first.
  const term = { start: document.starts[block] + hit.start, end: document.starts[block] + hit.end };
  const titles = textsOf(locale).fixTitles;
  const level = context.level ?? 1;
  const form = formOf(analysis, term);
  const groups = new Set(analysis.products.map((p) => p.id));
  const fixes: Fix[] = [];
  for (const choice of spec.compiled.catalogue.wording.get(hit.record)?.fixes ?? []) {
    if (choice.replace && form !== 'noun' && (choice.form === undefined || choice.form === form)) {
      const text = withHoles(local(choice.replace, language));
      fixes.push({
        id: 'replace-term',
        title: local(choice.title, locale),
        preferred: fixes.length === 0,
        safe: false,
        edits: language === 'en' && form === 'attributive' ? behindNoun(analysis, term, text) : [{ ...term, text }],
      });
    }
    const criterion = choice.criterion ? spec.compiled.catalogue.criteria.get(choice.criterion) : undefined;
    if (!criterion?.products.some((p) => groups.has(p))) continue;
    const at = sentenceEnd(analysis, block, sentence);
    fixes.push({
      id: 'insert-clause',
      title: fill(titles['insert-clause'], { title: local(criterion.title, locale) }),
      preferred: fixes.length === 0,
      safe: false,
      edits: [{ start: at.offset, end: at.offset, text: `${at.stop} ${renderClause(criterion, level, language).text}` }],
    });
  }
  return fixes;
}

/** `{Zeichen|Name des Gütezeichens}` becomes `[Name des Gütezeichens]`: a hole nobody overlooks. */
function withHoles(text: string): string {
  return text.replace(/\{([^}|]+)(?:\|([^}]*))?\}/g, (_, name: string, fallback?: string) => `[${fallback ?? name}]`);
}

/** How the term stands in its sentence: "umweltfreundliche Mittel", "sind umweltfreundlich", "Umweltfreundlichkeit". */
function formOf({ document, language }: Analysis, { start, end }: Span): 'attributive' | 'predicative' | 'noun' {
  const { text } = document;
  const word = text.slice(start, end);
  if (/(?:keit|heit|ung|schutz|schonung|ity|ness|tion)(?:en|s)?$/i.test(word)) return 'noun';
  const next = /^[\s"“”„]*(\p{L}+)/u.exec(text.slice(end, end + 40))?.[1] ?? '';
  if (language === 'de') return /(?:e|en|er|es|em)$/.test(word) && /^\p{Lu}/u.test(next) ? 'attributive' : 'predicative';
  return /^[ \n]/.test(text[end] ?? '') && next !== '' && !functionWords.has(next.toLowerCase()) ? 'attributive' : 'predicative';
}

const functionWords = new Set(
  'and or for in to of by with as at from on is are be shall must should will that which where if when than'.split(' '),
);

/** English puts the longer description behind its noun: "packaging carrying …". */
function behindNoun({ document }: Analysis, { start, end }: Span, text: string): TextEdit[] {
  let noun = end;
  for (;;) {
    const next = /^[ \t\n]+([\p{L}-]+)/u.exec(document.text.slice(noun, noun + 60));
    if (!next || functionWords.has(next[1].toLowerCase())) break;
    noun += next[0].length;
  }
  const blank = /^[ \t\n]+/.exec(document.text.slice(end))?.[0].length ?? 0;
  return [
    { start, end: end + blank, text: '' },
    { start: noun, end: noun, text: ` ${text}` },
  ];
}

/** A hedge goes; what it hedged stays a demand. Commas that fenced it in go with it. */
export function weakModalityFixes(analysis: Analysis, finding: Finding, locale: Language): Fix[] {
  const { text } = analysis.document;
  let { start, end } = finding;
  if (text[start - 1] === ' ' && text[start - 2] === ',' && /[,.;:!?]/.test(text[end] ?? '')) {
    start -= 2;
    if (text[end] === ',') end += 1;
  } else if (/\s/.test(text[end] ?? '')) {
    while (/[ \t]/.test(text[end] ?? '')) end++;
  } else if (text[start - 1] === ' ') start -= 1;
  const words = wordsOf(analysis.spec, finding.data as PlacedHit);
  return [
    {
      id: 'drop-hedge',
      title: fill(textsOf(locale).fixTitles['drop-hedge'], { text: words }),
      preferred: true,
      safe: false,
      edits: [{ start, end, text: '' }],
    },
  ];
}
