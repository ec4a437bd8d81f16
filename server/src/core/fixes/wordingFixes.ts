import type { Analysis } from '../analyse';
import type { Language } from '../context';
import type { Finding, Fix } from '../findings';
import { fill, local, textsOf } from '../messages';
import { type PlacedHit, wordsOf } from '../rules/vagueTerm';
import { renderClause } from './clause';
import { sentenceEnd } from './requirement';

/** A vague term: the choices its wording rule offers, then the criteria of the document's product groups it may stand for. */
export function vagueTermFixes(analysis: Analysis, finding: Finding, locale: Language): Fix[] {
  const { hit, block, sentence } = finding.data as PlacedHit;
  const { spec, language, context } = analysis;
  const rule = spec.compiled.catalogue.wording.get(hit.record);
  const titles = textsOf(locale).fixTitles;
  const level = context.level ?? 1;
  const groups = new Set(analysis.products.map((p) => p.id));
  const fixes: Fix[] = [];
  for (const choice of rule?.fixes ?? []) {
    if (choice.replace) {
      const text = local(choice.replace, language).replace(
        /\{([^}|]+)(?:\|([^}]*))?\}/g,
        (_, name: string, fallback?: string) => `[${fallback ?? name}]`,
      );
      fixes.push({
        id: 'replace-term',
        title: local(choice.title, locale),
        preferred: fixes.length === 0,
        safe: false,
        edits: [{ start: finding.start, end: finding.end, text }],
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

/** A hedge goes; what it hedged stays a demand. Commas that fenced it in go with it. */
export function weakModalityFixes(analysis: Analysis, finding: Finding, locale: Language): Fix[] {
  const { text } = analysis.document;
  let { start, end } = finding;
  if (text[start - 1] === ' ' && text[start - 2] === ',' && text[end] === ',') {
    start -= 2;
    end += 1;
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
