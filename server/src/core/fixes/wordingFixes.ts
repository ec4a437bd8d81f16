import type { Analysis } from '../analyse';
import type { Language } from '../context';
import type { Finding, Fix, TextEdit } from '../findings';
import { fill, local, textsOf } from '../messages';
import { type PlacedHit, wordsOf } from '../rules/vagueTerm';
import { withCapitalOf } from '../text/capitals';
import type { Span } from '../text/model';
import { renderClause } from './clause';
import { hedgeEdit } from './hedgeFix';
import { sentenceEnd } from './requirement';

/** A vague term: the choices its wording rule offers in the form that fits the sentence, then criteria of the document's product groups. */
export function vagueTermFixes(analysis: Analysis, finding: Finding, locale: Language): Fix[] {
  const { hit, block, sentence } = finding.data as PlacedHit;
  const { spec, language, context, document } = analysis;
  // The mark may cover several coordinated words; the choices are about the first.
  const term = { start: document.starts[block] + hit.start, end: document.starts[block] + hit.end };
  const titles = textsOf(locale).fixTitles;
  const level = context.level ?? 1;
  const form = formOf(analysis, block, term);
  const groups = new Set(analysis.products.map((p) => p.id));
  const fixes: Fix[] = [];
  if (form === 'adverb') {
    fixes.push({
      id: 'open-measure',
      title: fill(titles['open-measure'], { hole: textsOf(locale).phrases.measureHole }),
      preferred: true,
      safe: false,
      edits: replaceTerm(analysis, form, term, `[${textsOf(language).phrases.measureHole}]`),
    });
  }
  for (const choice of spec.compiled.catalogue.wording.get(hit.record)?.fixes ?? []) {
    if (choice.replace && form !== 'noun' && form !== 'adverb' && (choice.form === undefined || choice.form === form)) {
      const text = withHoles(local(choice.replace, language));
      fixes.push({
        id: 'replace-term',
        title: local(choice.title, locale),
        preferred: fixes.length === 0,
        safe: false,
        edits: replaceTerm(analysis, form, term, text),
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

type Form = 'attributive' | 'predicative' | 'adverb' | 'noun';

/** How the term stands in its sentence: "umweltfreundliche Mittel", "sind umweltfreundlich", "umweltfreundlich verpackt", "Umweltfreundlichkeit". */
function formOf({ document, language }: Analysis, block: number, { start, end }: Span): Form {
  const limit = document.starts[block] + document.blocks[block].length;
  const word = document.text.slice(start, end);
  const after = document.text.slice(end, limit);
  if (/(?:keit|heit|ung|schutz|schonung|ity|ness|tion|impact|impacts)(?:en|s)?$/i.test(word)) return 'noun';
  if (language === 'de') {
    if (inflected.test(word)) return coordinated.test(after) ? 'attributive' : 'predicative';
    return /^["“”»*_\s]+(?!(?:und|oder|sowie|bzw|sein|seien|ist|sind|sei)(?!\p{L}))\p{L}/u.test(after) ? 'adverb' : 'predicative';
  }
  const predicate = /(?:be|is|are|being|remain)\s+(?:\p{Ll}[\p{Ll}-]*(?:,|\s+and|\s+or)?\s+)*$/u;
  const next = /^(?:,?\s+(?:and|or))?\s+(\p{L}+)/u.exec(after)?.[1].toLowerCase() ?? '';
  if (next === '' || functionWords.has(next)) return 'predicative';
  const attributes = /^\s+(?:and|or)\s/.test(after);
  return attributes && predicate.test(document.text.slice(document.starts[block], start)) ? 'predicative' : 'attributive';
}

const inflected = /e[nmrs]?$/;

/** The noun may stand behind further adjectives: "umweltfreundliche und langlebige Möbel", and behind emphasis. */
const coordinated =
  /^["“”»*_]*(?:(?:\s*,|\s+(?:und|oder|sowie|bzw\.))?\s+["“„*_]*\p{Ll}[\p{Ll}-]*e[nmrs]?["“”*_]*(?=[\s,]))*\s+["“„*_]*\p{Lu}/u;

const functionWords = new Set(
  'and or for in to of by with as at from on is are be shall must should will that which where if when than'.split(' '),
);

/** "sehr", "besonders": a value has no degrees. */
const degree =
  /(?:^|\s)((?:sehr|besonders|möglichst|äußerst|leicht|gut|extrem|vollständig|very|highly|particularly|especially|easily|fully)\s+)$/i;

/** The term with the degree in front of it replaced: inflected like the term in German, behind its noun in English. */
function replaceTerm({ document, language }: Analysis, form: Form, { start, end }: Span, text: string): TextEdit[] {
  const word = document.text.slice(start, end);
  const before = document.text.slice(Math.max(0, start - 40), start);
  const from = start - (degree.exec(before)?.[1].length ?? 0);
  if (language === 'de') {
    const ending = form === 'attributive' ? inflected.exec(word)?.[0] : undefined;
    // "mit mit … ausgezeichneten Mitteln" would stumble.
    const stumbles = /(?:^|\s)mit\s+$/.test(before.slice(0, before.length - (start - from)));
    const words = (ending ? text.replace(/e$/, ending) : text).replace(
      /^mit(?= \[[^\]]*\] oder| höchstens)/,
      (lead, at: number, whole: string) => (!stumbles ? lead : whole.startsWith('mit höchstens', at) ? 'auf' : 'nach'),
    );
    return [{ start: from, end, text: withCapitalOf(document.text.slice(from, end), words) }];
  }
  if (form === 'attributive') return behindNoun(document.text, { start: from, end }, text);
  return [{ start: from, end, text }];
}

/** English puts the longer description behind its noun: "packaging carrying …". */
function behindNoun(text: string, { start, end }: Span, words: string): TextEdit[] {
  const blank = /^(?:,?\s+(?:and|or)\s+|\s+)/.exec(text.slice(end))?.[0].length ?? 0;
  let noun = end + blank;
  for (;;) {
    const next = /^[ \t\n]*([\p{L}-]+)/u.exec(text.slice(noun, noun + 60));
    if (!next || functionWords.has(next[1].toLowerCase())) break;
    noun += next[0].length;
  }
  const initial = /^\p{Lu}/u.test(text.slice(start, end)) ? text.slice(end + blank, end + blank + 1) : '';
  return [
    { start, end: end + blank + initial.length, text: initial.toUpperCase() },
    { start: noun, end: noun, text: ` ${words}` },
  ];
}

/** A hedge goes; what it hedged stays a demand. */
export function weakModalityFixes(analysis: Analysis, finding: Finding, locale: Language): Fix[] {
  const placed = finding.data as PlacedHit;
  const edit = hedgeEdit(analysis, finding, placed.sentence);
  if (!edit) return [];
  const { start, end, text, demands } = edit;
  const title = fill(textsOf(locale).fixTitles[demands ? 'drop-hedge.demand' : 'drop-hedge'], { text: wordsOf(analysis.spec, placed) });
  return [{ id: 'drop-hedge', title, preferred: true, safe: false, edits: [{ start, end, text }] }];
}
