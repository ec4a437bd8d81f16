import { type Analysis, analyseChanged } from '../analyse';
import type { Language } from '../context';
import { type DirectiveProblem, rowAbove, standsBetween } from '../facts/directives';
import { rangeOf } from '../facts/spec';
import type { Finding, Fix, RuleId, TextEdit } from '../findings';
import { fill, local, ruleTitle, textsOf } from '../messages';
import type { MissingData } from '../rules/missingCriterion';
import type { EvidenceData, UnprovedDemand } from '../rules/missingEvidence';
import type { OutdatedData } from '../rules/outdatedReference';
import type { Span } from '../text/model';
import { addresseeFixes } from './addresseeFixes';
import { doubleUseFixes, exclusionFixes, lccFixes, scaleFixes, weightsFixes } from './awardFixes';
import { renderClause } from './clause';
import { counterCriterionFixes } from './counterFixes';
import { applyEdits, insertAfterwards, placesAfter } from './edits';
import { energyClassFixes } from './energyClassFixes';
import { equivalenceFixes } from './equivalenceFixes';
import { alsoCheckFixes } from './frontMatterFixes';
import { iloClauseFixes } from './iloClauseFixes';
import { labelMisfitFixes } from './labelMisfitFixes';
import { companyLevelFixes, regionalOriginFixes } from './linkFixes';
import { materialFixes } from './materialFixes';
import { moveFixes } from './moveFix';
import { negativeListFixes } from './negativeListFixes';
import { driftedFixes, staleFixes } from './passageFixes';
import { addToSection, lineBreak } from './place';
import { requirementEnd } from './requirement';
import { conflictFixes, legalMinimumFixes, weakThresholdFixes } from './valueFixes';
import { variantsFixes } from './variantsFixes';
import { vagueTermFixes, weakModalityFixes } from './wordingFixes';

export { applyEdits } from './edits';

type FixMaker = (analysis: Analysis, finding: Finding, locale: Language) => Fix[];

/** The only list of fixes, a row a rule. */
const makers: Record<RuleId, FixMaker> = {
  'label-equivalence': equivalenceFixes,
  'standard-equivalence': equivalenceFixes,
  'brand-neutrality': equivalenceFixes,
  'vague-term': vagueTermFixes,
  'weak-modality': weakModalityFixes,
  'outdated-reference': outdatedFixes,
  'missing-evidence': evidenceFixes,
  'award-weights': weightsFixes,
  'award-scale': scaleFixes,
  'exclusion-in-award': exclusionFixes,
  'double-use': doubleUseFixes,
  'lcc-method': lccFixes,
  'material-prescribed': materialFixes,
  'regional-origin': regionalOriginFixes,
  'company-level': companyLevelFixes,
  'counter-criterion': counterCriterionFixes,
  'label-misfit': labelMisfitFixes,
  'energy-class': energyClassFixes,
  'wrong-slot': moveFixes,
  'ilo-clause': iloClauseFixes,
  'weak-threshold': weakThresholdFixes,
  'legal-minimum': legalMinimumFixes,
  'conflicting-threshold': conflictFixes,
  'variants-silent': variantsFixes,
  'negative-list': negativeListFixes,
  'wrong-addressee': addresseeFixes,
  'also-check': alsoCheckFixes,
  'stale-criterion': staleFixes,
  'drifted-criterion': driftedFixes,
  'missing-criterion': criterionFixes,
  'bad-marker': markerFixes,
};

/** The fixes of a finding, the preferred one first. Reads the analysis; analyses nothing but what fixes that make a new demand leave behind. */
export function fixesOf(analysis: Analysis, finding: Finding, locale: Language): Fix[] {
  return makers[finding.rule](analysis, finding, locale).flatMap((fix) => withProof(analysis, fix, locale));
}

/** Safe fixes of the whole text, without overlaps, in order of place: what fix-all applies. */
export function safeEdits(analysis: Analysis, rules?: ReadonlySet<RuleId>): TextEdit[] {
  const edits: TextEdit[] = [];
  for (const finding of analysis.findings) {
    if (rules && !rules.has(finding.rule)) continue;
    const fix = makers[finding.rule](analysis, finding, analysis.language).find((f) => f.safe && !f.disabled);
    if (fix) edits.push(...fix.edits);
  }
  edits.sort((a, b) => a.start - b.start || a.end - b.end);
  return edits.filter((edit, i) => {
    const before = edits[i - 1];
    if (!before || edit.start > before.end) return true;
    // Side by side both count; the same insertion twice is one.
    return edit.start === before.end && (before.start < before.end || edit.text !== before.text);
  });
}

/** Fixes that leave a demand bidders must prove. */
const demanding = new Set(['raise-value', 'open-value', 'admit-alternative', 'ask-value', 'replace-term']);

/**
 * A demand without proof is half a fix: the proof comes along where the fix makes it missing, and is offered with the fix where it was missing
 * before.
 */
function withProof(analysis: Analysis, fix: Fix, locale: Language): Fix[] {
  if (!demanding.has(fix.id)) return [fix];
  const after = analyseChanged(analysis, applyEdits(analysis.document.text, fix.edits));
  const open = unproved(after, placesAfter(fix.edits));
  const proof = open && proofFixes(after, open, locale)[0];
  if (!proof) return [fix];
  const whole = {
    ...fix,
    title: fill(textsOf(locale).fixTitles['with-proof'], { title: fix.title }),
    edits: proof.edits.reduce(insertAfterwards, fix.edits),
  };
  return unproved(analysis, fix.edits) ? [fix, { ...whole, id: `${fix.id}-with-proof`, preferred: false }] : [whole];
}

/** The demand without proof that holds one of these places. */
function unproved({ findings, spec }: Analysis, places: readonly Span[]): UnprovedDemand | undefined {
  const demands = findings.flatMap(({ rule, data }) => (rule === 'missing-evidence' ? (data as EvidenceData).demands : []));
  return demands.find(({ requirement }) => {
    const { start, end } = rangeOf(spec, requirement);
    return places.some((place) => place.start <= end && start <= place.end);
  });
}

function outdatedFixes({ document, language }: Analysis, finding: Finding, locale: Language): Fix[] {
  const { replace, places } = finding.data as OutdatedData;
  const start = document.starts[finding.block];
  if (!replace) return [];
  const text = local(replace, language);
  return [
    {
      id: 'update-reference',
      title: fill(textsOf(locale).fixTitles['update-reference'], { text }),
      preferred: true,
      safe: true,
      edits: places.map((place) => {
        // "DIN EN 12464-1:2011-08" for "EN 12464-1:2011-08": what stands in front already is not written twice.
        const prefix = /^\p{L}+\s+/u.exec(text)?.[0] ?? '';
        const at = start + place.start;
        const stands = prefix !== '' && document.text.slice(at - prefix.length, at) === prefix;
        return { start: at, end: start + place.end, text: stands ? text.slice(prefix.length) : text };
      }),
    },
  ];
}

/** One demand: the proofs its criterion knows. A list of them: one sentence for all, or each its own proof. */
function evidenceFixes(analysis: Analysis, finding: Finding, locale: Language): Fix[] {
  const { demands } = finding.data as EvidenceData;
  if (demands.length === 1) return proofFixes(analysis, demands[0], locale);
  const { fixTitles } = textsOf(locale);
  const { document, language } = analysis;
  const last = lastOfList(analysis, demands[demands.length - 1].requirement.block);
  const end = document.starts[last] + document.blocks[last].length;
  const eol = lineBreak(document.text);
  const sentence = { start: end, end, text: `${eol}${eol}${textsOf(language).phrases.listProof}` };
  const proofs = demands.flatMap((demand) => proofFixes(analysis, demand, locale)[0]?.edits ?? []);
  return [
    { id: 'prove-list', title: fixTitles['prove-list'], preferred: true, safe: false, edits: [sentence] },
    {
      id: 'insert-proofs',
      title: fill(fixTitles['insert-proofs'], { count: proofs.length }),
      preferred: false,
      safe: false,
      edits: proofs,
    },
  ];
}

/** The last block of the list or table that holds a block. */
function lastOfList({ spec, document }: Analysis, block: number): number {
  const { leadInOf, headerOf } = spec.outline;
  const { kind } = document.blocks[block];
  let last = block;
  for (let i = block + 1; i < document.blocks.length; i++) {
    const next = document.blocks[i];
    if (standsBetween(next)) continue;
    if (next.kind !== kind || (kind === 'table-row' ? headerOf[i] !== headerOf[block] : next.level <= 1 && leadInOf[i] !== leadInOf[block]))
      break;
    last = i;
  }
  return last;
}

function proofFixes(analysis: Analysis, { criterion: id, requirement }: UnprovedDemand, locale: Language): Fix[] {
  const criterion = analysis.spec.compiled.catalogue.criteria.get(id);
  if (!criterion) return [];
  const at = requirementEnd(analysis, requirement);
  return criterion.proof.map((proof, index) => ({
    id: 'insert-proof',
    title: fill(textsOf(locale).fixTitles['insert-proof'], { title: shorten(local(proof.clause, locale)) }),
    preferred: index === 0,
    safe: false,
    edits: [{ start: at.offset, end: at.offset, text: `${at.stop} ${local(proof.clause, analysis.language)}` }],
  }));
}

function criterionFixes(analysis: Analysis, finding: Finding, locale: Language): Fix[] {
  const { criteria } = finding.data as MissingData;
  const { catalogue } = analysis.spec.compiled;
  const { fixTitles } = textsOf(locale);
  const level = analysis.context.level ?? 1;
  const wanted = criteria.map((id) => catalogue.criteria.get(id)!);
  const insert = (index: number) =>
    addToSection(analysis, wanted[index].slot, [renderClause(wanted[index], level, analysis.language).text]);
  const fixes: Fix[] = wanted.map((criterion, index) => ({
    id: 'insert-criterion',
    title: fill(fixTitles['insert-criterion'], { title: local(criterion.title, locale) }),
    preferred: index === 0,
    safe: false,
    edits: [insert(index)],
  }));
  if (wanted.length > 1) {
    const slots = [...new Set(wanted.map((c) => c.slot))];
    const additions = slots.map((slot) =>
      addToSection(
        analysis,
        slot,
        wanted.filter((c) => c.slot === slot).map((c) => renderClause(c, level, analysis.language).text),
      ),
    );
    fixes.push({
      id: 'insert-all',
      title: fill(fixTitles['insert-all'], { count: wanted.length }),
      preferred: false,
      safe: false,
      edits: joinAtSamePlace(additions),
    });
  }
  return fixes;
}

/** Several new chapters at the end of the text become one edit. */
function joinAtSamePlace(edits: readonly TextEdit[]): TextEdit[] {
  const joined: TextEdit[] = [];
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    const last = joined[joined.length - 1];
    if (last && last.start === edit.start)
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, edit.end), text: last.text.trimEnd() + edit.text };
    else joined.push(edit);
  }
  return joined;
}

function markerFixes(analysis: Analysis, finding: Finding, locale: Language): Fix[] {
  const problem = finding.data as DirectiveProblem;
  const start = analysis.document.starts[problem.block];
  const { fixTitles, phrases } = textsOf(locale);
  if (problem.suggestion) {
    const { from, to, text } = problem.suggestion;
    return [
      {
        id: 'nearest-id',
        title: fill(fixTitles['nearest-id'], { text }),
        preferred: true,
        safe: false,
        edits: [{ start: start + from, end: start + to, text }],
      },
    ];
  }
  if (problem.reasonAt) {
    const { text } = analysis.document;
    let at = start + problem.reasonAt.start;
    while (/\s/.test(text[at - 1] ?? '')) at--;
    const colon = text[at - 1] === ':' ? ' ' : ': ';
    return [
      {
        id: 'add-reason',
        title: fixTitles['add-reason'],
        preferred: true,
        safe: false,
        snippet: true,
        edits: [{ start: at, end: start + problem.reasonAt.end, text: `${colon}\${1:${phrases.reasonHole}}` }],
      },
    ];
  }
  return [];
}

/** The directive that hides a finding at its place: a line of its own above the block it stands in (in a list or table above the whole). */
export function ignoreEdit(analysis: Analysis, finding: Finding, reason: string): TextEdit {
  return directiveEdit(analysis, finding.block, `gs-ignore ${finding.rule}: ${oneLine(reason)}`);
}

/** The directive that waives a criterion, above the block the finding stands in. */
export function waiveEdit(analysis: Analysis, finding: Finding, criterion: string, reason: string): TextEdit {
  return directiveEdit(analysis, finding.block, `gs-waive ${criterion}: ${oneLine(reason)}`);
}

/** Title of the action that hides a finding, e.g. for the light bulb. */
export function ignoreTitle(rule: RuleId, locale: Language): string {
  return fill(textsOf(locale).fixTitles.ignore, { rule: ruleTitle(rule, locale) });
}

/** Title of the action that waives a criterion. */
export function waiveTitle(analysis: Analysis, criterion: string, locale: Language): string {
  const record = analysis.spec.compiled.catalogue.criteria.get(criterion);
  return fill(textsOf(locale).fixTitles.waive, { title: record ? local(record.title, locale) : criterion });
}

function directiveEdit({ document }: Analysis, block: number, directive: string): TextEdit {
  let first = block;
  const { kind } = document.blocks[block];
  if (kind === 'list-item') while (first > 0 && document.blocks[first - 1].kind === 'list-item') first--;
  for (let above = rowAbove(document, first); above >= 0; above = rowAbove(document, above)) first = above;
  // A comment in front on the same line stays in front: what speaks of a passage may stand above it.
  while (
    first > 0 &&
    document.blocks[first - 1].kind === 'comment' &&
    !document.text.slice(document.starts[first - 1] + document.blocks[first - 1].length, document.starts[first]).includes('\n')
  )
    first--;
  const line = lineStart(document.text, document.starts[first]);
  // Behind a table that ends on this line, a line of its own would speak of that.
  const behind = !/^[>\s]*$/.test(document.text.slice(line, document.starts[first]));
  const at = behind ? document.starts[first] : line;
  const eol = behind ? '' : lineBreak(document.text);
  const text = document.format === 'markdown' ? `<!-- ${directive} -->` : `[[${directive}]]`;
  return { start: at, end: at, text: text + eol + (document.format === 'markdown' ? '' : eol) };
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** A reason must not end the directive. */
function oneLine(reason: string): string {
  return reason.replace(/\s+/g, ' ').replaceAll('-->', '').replaceAll(']]', '').trim();
}

function shorten(text: string): string {
  return text.length <= 70 ? text : `${text.slice(0, 69).trimEnd()}…`;
}
