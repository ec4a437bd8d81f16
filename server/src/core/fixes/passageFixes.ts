import type { Analysis } from '../analyse';
import { forLevel } from '../catalogue/levels';
import type { Criterion } from '../catalogue/schema';
import type { Language } from '../context';
import type { Marker } from '../facts/directives';
import { hasVocabulary } from '../facts/model';
import type { Finding, Fix, TextEdit } from '../findings';
import { toBase, unitNamed } from '../match/units';
import { fill, formatNumber, local, textsOf } from '../messages';
import type { DriftedData } from '../rules/driftedCriterion';
import { type MarkedPassage, wholeFacts } from '../rules/markedPassage';
import type { StaleData } from '../rules/staleCriterion';
import type { Span } from '../text/model';
import { renderClause } from './clause';
import { sentenceEnd } from './requirement';

/**
 * A stale marker: where only wording or references changed, its version is brought up to date, and the text with it when only references differ; else the text can be replaced by the clause as it
 * stands now, or the marker goes and the text stays as the writer's own. The writer's values stay.
 */
export function staleFixes(analysis: Analysis, finding: Finding, locale: Language): Fix[] {
  const { passage, formal, successors } = finding.data as StaleData;
  const { fixTitles } = textsOf(locale);
  const { marker, criterion } = passage;
  const { criteria } = analysis.spec.compiled.catalogue;
  const fixes: Fix[] = [];
  if (formal) {
    fixes.push({
      id: 'update-marker',
      title: fill(fixTitles['update-marker'], { version: criterion.version }),
      preferred: true,
      safe: true,
      ...(onlyReferencesDiffer(analysis, passage)
        ? replaced(analysis, passage, criterion, locale)
        : { edits: [versionEdit(analysis, marker, criterion)] }),
    });
  }
  const targets = successors.length > 0 ? successors.map((id) => criteria.get(id)!) : criterion.status === 'withdrawn' ? [] : [criterion];
  for (const target of targets) {
    if (target === criterion && criterion.status === 'superseded') continue;
    const same = target.id === criterion.id;
    fixes.push({
      id: same ? 'update-text' : 'use-successor',
      title: fill(fixTitles[same ? 'update-text' : 'use-successor'], { title: local(target.title, locale), version: target.version }),
      preferred: false,
      safe: false,
      ...replaced(analysis, passage, target, locale),
    });
  }
  fixes.push({ id: 'drop-marker', title: fixTitles['drop-marker'], preferred: false, safe: false, edits: [dropEdit(analysis, marker)] });
  return fixes;
}

/** A weakened passage: a missing proof is added; all else is put right by the clause, with the writer's values where they are as strict. */
export function driftedFixes(analysis: Analysis, finding: Finding, locale: Language): Fix[] {
  const { passage, kinds } = finding.data as DriftedData;
  const { fixTitles } = textsOf(locale);
  const { criterion, parts } = passage;
  const fixes: Fix[] = [];
  if (kinds.every((kind) => kind === 'proof')) {
    const part = parts.find((p) => p.block === finding.block) ?? parts[0];
    const at = sentenceEnd(analysis, part.block, part.last);
    const proof = renderClause(criterion, analysis.context.level ?? 1, analysis.language, keptValues(analysis, passage, criterion)).proof;
    fixes.push({
      id: 'restore-proof',
      title: fixTitles['restore-proof'],
      preferred: true,
      safe: false,
      edits: [{ start: at.offset, end: at.offset, text: `${at.stop} ${proof}` }],
    });
  }
  fixes.push({
    id: 'restore-clause',
    title: fill(fixTitles['restore-clause'], { title: local(criterion.title, locale) }),
    preferred: fixes.length === 0,
    safe: false,
    ...replaced(analysis, passage, criterion, locale),
  });
  return fixes;
}

/** The passage replaced by the clause of a criterion, the marker by that criterion and version. */
function replaced(analysis: Analysis, passage: MarkedPassage, target: Criterion, locale: Language): Pick<Fix, 'edits' | 'disabled'> {
  if (!passage.text) return { edits: [], disabled: textsOf(locale).phrases.severalBlocks };
  const { marker } = passage;
  const start = analysis.document.starts[marker.block];
  const kept = keptValues(analysis, passage, target);
  const text = renderClause(target, analysis.context.level ?? 1, analysis.language, kept).text;
  const marked = { start: start + marker.idAt.start, end: start + marker.versionAt.end, text: `${target.id}@${target.version}` };
  const words = [text, ...furtherSentences(analysis, passage, text)].join(' ');
  return { edits: [marked, { ...passage.text, text: words }].sort((a, b) => a.start - b.start) };
}

/** Sentences of the passage on something else than its criterion: the writer has added them, and they stay behind the clause. */
function furtherSentences(analysis: Analysis, { criterion, parts }: MarkedPassage, clause: string): string[] {
  const { spec, document } = analysis;
  const [{ block, first, last }] = parts;
  const { sentences, hits, quantities, mentions } = spec.facts[block];
  const start = document.starts[block];
  const known = new Set(contentWords(clause));
  const further: string[] = [];
  for (let index = first + 1; index <= last; index++) {
    const written = document.text.slice(start + sentences[index].start, sentenceEnd(analysis, block, index).offset);
    const words = contentWords(written);
    const own =
      hasVocabulary(sentences[index].vocabulary, 'evidence') ||
      [...quantities, ...mentions].some((found) => found.sentence === index) ||
      hits.some((hit) => hit.sentence === index && hit.record === criterion.id) ||
      words.filter((word) => known.has(word)).length * 3 > words.length;
    if (!own) further.push(written);
  }
  return further;
}

/** Words that carry the meaning, as far as their length tells. */
function contentWords(text: string): string[] {
  return (text.toLowerCase().match(/\p{L}{5,}/gu) ?? []).map((word) => word.slice(0, 6));
}

/** Whether the passage is the clause in force but for the standards and labels it names: then it can be replaced without looking. */
function onlyReferencesDiffer({ spec, document, language, context }: Analysis, { criterion, parts, text }: MarkedPassage): boolean {
  if (!text) return false;
  const level = context.level ?? 1;
  const clause = renderClause(criterion, level, language).text;
  const start = document.starts[parts[0].block];
  const named = spec.facts[parts[0].block].mentions.map((m) => ({ start: start + m.start - text.start, end: start + m.end - text.start }));
  const written = document.text.slice(text.start, text.end);
  return withoutSpans(written, named) === withoutSpans(clause, wholeFacts(spec.compiled, criterion, level, language).mentions);
}

/** The words outside these places, white space folded. */
function withoutSpans(text: string, spans: readonly Span[]): string {
  let result = '';
  let at = 0;
  for (const { start, end } of spans) {
    if (start < at || end > text.length) continue;
    result += `${text.slice(at, start)}…`;
    at = end;
  }
  return (result + text.slice(at)).replace(/\s+/g, ' ').trim();
}

function versionEdit({ document }: Analysis, { block, versionAt }: Marker, { version }: Criterion): TextEdit {
  const start = document.starts[block];
  return { start: start + versionAt.start, end: start + versionAt.end, text: String(version) };
}

/** The marker with its line, when it stands alone on it. */
function dropEdit({ document }: Analysis, marker: Marker): TextEdit {
  const { text } = document;
  let start = document.starts[marker.block] + marker.start;
  let end = document.starts[marker.block] + marker.end;
  while (/[ \t]/.test(text[end] ?? '')) end++;
  const alone = (start === 0 || text[start - 1] === '\n') && /^(?:\r?\n|$)/.test(text.slice(end, end + 2));
  if (alone) while (/[\r\n]/.test(text[end] ?? '')) end++;
  else if (end === text.length || /[\r\n]/.test(text[end])) while (text[start - 1] === ' ') start--;
  return { start, end, text: '' };
}

/**
 * Values of the passage a new clause must not lose: what the buyer was asked to set, and what is at least as strict as the catalogue. Only where
 * clause and passage have one value of the kind each.
 */
function keptValues({ spec, language, context }: Analysis, { parts }: MarkedPassage, criterion: Criterion): Record<string, string> {
  const quantities = parts.flatMap(({ block, first, last }) =>
    spec.facts[block].quantities.filter((q) => q.sentence >= first && q.sentence <= last && !q.ambiguous),
  );
  const params = criterion.params ?? [];
  const kept: Record<string, string> = {};
  for (const param of params) {
    const unit = unitNamed(param.unit);
    const own = quantities.filter((q) => q.dimension === (unit?.dimension ?? param.quantity));
    if (own.length !== 1 || params.filter((p) => p.quantity === param.quantity).length !== 1) continue;
    const value = own[0].value / (unit?.factor ?? 1);
    const wanted = forLevel(param.levels, context.level ?? 1);
    const base = wanted === undefined ? undefined : (toBase(wanted, param.unit) ?? wanted);
    const weaker = base !== undefined && (param.direction === 'lower-is-stricter' ? own[0].value > base : own[0].value < base);
    if (!weaker) kept[param.name] = formatNumber(Math.round(value * 1e6) / 1e6, language);
  }
  return kept;
}
