import type { Analysis } from '../analyse';
import type { Language } from '../context';
import type { AwardCriterion, AwardScheme } from '../facts/award/scheme';
import { close, percentOf } from '../facts/award/sums';
import { blockText } from '../facts/spec';
import type { Finding, Fix, TextEdit } from '../findings';
import { fill, formatNumber, textsOf } from '../messages';
import type { ScaleData } from '../rules/awardScale';
import type { WeightsData } from '../rules/awardWeights';
import type { DoubleUseData } from '../rules/doubleUse';
import type { ExclusionData } from '../rules/exclusionInAward';
import type { Span } from '../text/model';
import { cellAt } from '../text/span';
import { renderClause } from './clause';
import { addToSection, lineBreak } from './place';

/** Weights: a column, a list, the missing rest, or the one weight that is plainly wrong. */
export function weightsFixes(analysis: Analysis, finding: Finding, locale: Language): Fix[] {
  const data = finding.data as WeightsData;
  switch (data.problem) {
    case 'none':
      return noneFixes(analysis, data.scheme!, locale);
    case 'words':
      return [weightList(analysis, data.scheme, finding.block, locale)];
    case 'missing':
      return missingFixes(analysis, data, locale);
    case 'sum':
      return [sumFix(analysis, data, locale)];
  }
}

const fixOf = (id: string, title: string, edits: readonly TextEdit[]): Fix => ({ id, title, preferred: true, safe: false, edits });

function noneFixes(analysis: Analysis, scheme: AwardScheme, locale: Language): Fix[] {
  const { fixTitles } = textsOf(locale);
  const last = scheme.criteria[scheme.criteria.length - 1].place.block;
  if (scheme.form === 'table' && scheme.header >= 0 && analysis.document.format === 'markdown') {
    const edits = columnEdits(analysis, scheme);
    if (edits) return [fixOf('weight-column', fixTitles['weight-column'], edits)];
  }
  if (scheme.form === 'lines' && scheme.criteria.every((c) => endsItsLine(analysis, c))) {
    const { weightHole } = textsOf(analysis.language).phrases;
    const edits = scheme.criteria.filter((c) => c.parent < 0).map((c) => insert(endOf(analysis, c), ` (${weightHole})`));
    return [fixOf('weight-each', fixTitles['weight-each'], edits)];
  }
  return [weightList(analysis, scheme, last, locale)];
}

function endOf({ document }: Analysis, { place }: AwardCriterion): number {
  return document.starts[place.block] + place.end;
}

function endsItsLine(analysis: Analysis, criterion: AwardCriterion): boolean {
  return /^[ \t*_]*(?:\r?\n|$)/.test(analysis.document.text.slice(endOf(analysis, criterion), endOf(analysis, criterion) + 40));
}

const insert = (at: number, text: string): TextEdit => ({ start: at, end: at, text });

/** A further column of a pipe table; undefined for other tables. */
function columnEdits({ document, language }: Analysis, scheme: AwardScheme): TextEdit[] | undefined {
  const { text, starts, blocks } = document;
  const { weightHole, weightHeader } = textsOf(language).phrases;
  const rows = new Set(scheme.criteria.map((c) => c.place.block));
  const last = Math.max(...rows);
  const end = starts[last] + blocks[last].length;
  const head = blockText({ document }, scheme.header);
  if (!head.includes('|') || head.includes('<')) return undefined;
  const edits: TextEdit[] = [];
  let at = starts[scheme.header];
  for (const line of text.slice(at, end).split('\n')) {
    const content = line.trimEnd();
    const cell = edits.length === 0 ? weightHeader : /^[\s|:-]+$/.test(content) ? '---' : weightHole;
    const space = cell === '---' ? '' : ' ';
    edits.push(insert(at + content.length, content.endsWith('|') ? `${space}${cell}${space}|` : ` | ${cell}`));
    at += line.length + 1;
  }
  return edits;
}

/** A list of the criteria with holes for their weights, behind the table, list or paragraph of `block`. */
function weightList(analysis: Analysis, scheme: AwardScheme | undefined, block: number, locale: Language): Fix {
  const { weightHole, weightIntro, priceAndQuality } = textsOf(analysis.language).phrases;
  const names = scheme ? scheme.criteria.filter((c) => c.parent < 0).map((c) => c.name.replace(/\s+/g, ' ')) : priceAndQuality;
  const eol = lineBreak(analysis.document.text);
  const text = [weightIntro, '', ...names.map((name) => `- ${name}: ${weightHole}`)].join(eol);
  return fixOf('weight-list', textsOf(locale).fixTitles['weight-list'], [behindWhole(analysis, block, text)]);
}

/** Paragraphs behind the whole table, list or paragraph a block belongs to. */
function behindWhole({ document }: Analysis, block: number, text: string): TextEdit {
  const { blocks, starts } = document;
  let last = block;
  const family = (at: number) => (/^table-/.test(blocks[at].kind) ? 'table' : blocks[at].kind);
  if (family(block) === 'table' || family(block) === 'list-item') {
    while (last + 1 < blocks.length && family(last + 1) === family(block) && blocks[last + 1].kind !== 'table-header') last++;
  }
  const eol = lineBreak(document.text);
  return insert(starts[last] + blocks[last].length, eol + eol + text);
}

function missingFixes(analysis: Analysis, { scheme, criteria, sum }: WeightsData, locale: Language): Fix[] {
  const { fixTitles } = textsOf(locale);
  const cells = criteria.map((i) => emptyCell(analysis, scheme!, i));
  if (cells.some((c) => c === undefined)) return [];
  const holes = cells.map((cell) => ({ ...cell!, text: ` ${textsOf(analysis.language).phrases.weightHole} ` }));
  if (criteria.length > 1) return [fixOf('weight-holes', fixTitles['weight-holes'], holes)];
  const rest = formatNumber(Math.round((100 - sum!) * 100) / 100, analysis.language);
  return [fixOf('weight-rest', fill(fixTitles['weight-rest'], { value: rest }), [{ ...cells[0]!, text: ` ${rest} % ` }])];
}

/** Where the weight of a row belongs: its empty cell, blanks included, in the column of the other weights. */
function emptyCell({ document }: Analysis, scheme: AwardScheme, index: number): Span | undefined {
  const known = scheme.criteria.find((c) => c.weight)!.weight!;
  const column = cellAt(document.blocks[known.block], known);
  const { block } = scheme.criteria[index].place;
  const [piece] = document.blocks[block].cells[column] ?? [];
  if (!piece || piece.start !== piece.end) return undefined;
  let start = document.starts[block] + piece.start;
  let end = start;
  while (/[ \t]/.test(document.text[start - 1] ?? '')) start--;
  while (/[ \t]/.test(document.text[end] ?? '')) end++;
  return { start, end };
}

/**
 * The one weight that is plainly wrong: its parts come to something else, and with that the whole comes to 100. Where several weights may be
 * meant the fix says so.
 */
function sumFix(analysis: Analysis, { scheme, criteria, sum, target }: WeightsData, locale: Language): Fix {
  const { fixTitles } = textsOf(locale);
  const all = scheme!.criteria;
  const candidates = criteria.flatMap((index) => {
    const { weight } = all[index];
    const parts = all.flatMap((c, i) => (c.parent === index ? (percentOf(all, i) ?? []) : []));
    const partSum = parts.reduce((a, b) => a + b, 0);
    if (!weight || parts.length < 2 || close(partSum, weight.value) || close(partSum, 100)) return [];
    return close(sum! - weight.value + partSum, target!) ? [{ weight, value: partSum }] : [];
  });
  if (candidates.length !== 1) {
    const title = fixTitles['fix-sum.none'];
    return { id: 'fix-sum', title, preferred: false, safe: false, edits: [], disabled: fixTitles['fix-sum.disabled'] };
  }
  const [{ weight, value }] = candidates;
  const start = analysis.document.starts[weight.block];
  const written = analysis.document.text.slice(start + weight.start, start + weight.end);
  const number = formatNumber(value, analysis.language);
  const text = written.replace(/\d+(?:[.,]\d+)?/, number);
  return fixOf('fix-sum', fill(fixTitles['fix-sum'], { value: number }), [{ start: start + weight.start, end: start + weight.end, text }]);
}

/** A scale with verifiable steps behind the criteria. */
export function scaleFixes(analysis: Analysis, finding: Finding, locale: Language): Fix[] {
  const { scheme } = finding.data as ScaleData;
  const { document, language } = analysis;
  const { scaleIntro, scaleHeader, scaleSteps, scaleOutro } = textsOf(language).phrases;
  const eol = lineBreak(document.text);
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const table =
    document.format === 'markdown'
      ? [row(scaleHeader), '|---|---|', ...scaleSteps.map(row)]
      : scaleSteps.map(([points, meaning]) => `- ${points} ${scaleHeader[0]}: ${meaning}`);
  const text = [scaleIntro, '', ...table, '', scaleOutro].join(eol);
  const last = Math.max(...scheme.criteria.map((c) => c.place.block), finding.block);
  return [fixOf('insert-scale', textsOf(locale).fixTitles['insert-scale'], [behindWhole(analysis, last, text)])];
}

/** The minimum goes into the specification; the award row keeps what goes beyond it. */
export function exclusionFixes(analysis: Analysis, finding: Finding, locale: Language): Fix[] {
  const { criterion } = finding.data as ExclusionData;
  const { document, language } = analysis;
  const { beyondMinimum, minimumClause } = textsOf(language).phrases;
  const start = document.starts[criterion.place.block];
  const from = start + criterion.place.start;
  const to = start + criterion.place.end;
  const written = document.text.slice(from, to);
  const inName = finding.start >= from && finding.end <= to;
  const bare = (inName ? written.slice(0, finding.start - from) + written.slice(finding.end - from) : written)
    .replace(/^[\s:–—()-]+|[\s:–—(-]+$/g, '')
    .replace(/\(\s*\)/g, '')
    .trim();
  if (!/\p{L}{3}/u.test(bare)) return [];
  const edits: TextEdit[] = [{ start: from, end: to, text: fill(beyondMinimum, { name: bare }) }];
  if (!inName)
    edits.push({ start: finding.start, end: finding.end, text: /^A$/.test(document.text.slice(finding.start, finding.end)) ? 'B' : '–' });
  edits.push(addToSection(analysis, 'specification', [fill(minimumClause, { name: bare })]));
  edits.sort((a, b) => a.start - b.start);
  return [fixOf('split-exclusion', textsOf(locale).fixTitles['split-exclusion'], edits)];
}

/** The criterion leaves the award: its row, item or line goes. */
export function doubleUseFixes(analysis: Analysis, finding: Finding, locale: Language): Fix[] {
  const { criterion } = finding.data as DoubleUseData;
  const { document } = analysis;
  const { block, start } = criterion.place;
  const { text } = document;
  const { kind } = document.blocks[block];
  if (kind === 'paragraph' && !endsItsLine(analysis, criterion) && !criterion.weight) return [];
  const whole = kind === 'table-row' || kind === 'list-item';
  const at = document.starts[block] + (whole ? 0 : start);
  const from = text.lastIndexOf('\n', at - 1) + 1;
  const last = whole ? document.starts[block] + document.blocks[block].length : document.starts[block] + criterion.place.end;
  const next = text.indexOf('\n', last);
  return [
    fixOf('drop-award', textsOf(locale).fixTitles['drop-award'], [{ start: from, end: next < 0 ? text.length : next + 1, text: '' }]),
  ];
}

/** The method block of the catalogue behind the requirement. */
export function lccFixes(analysis: Analysis, finding: Finding, locale: Language): Fix[] {
  const criterion = analysis.spec.compiled.catalogue.criteria.get(finding.criterion ?? '');
  if (!criterion) return [];
  const { text } = renderClause(criterion, analysis.context.level ?? 1, analysis.language);
  return [fixOf('insert-lcc-method', textsOf(locale).fixTitles['insert-lcc-method'], [behindWhole(analysis, finding.block, text)])];
}
