/**
 * The award scheme of a specification as data: which criteria decide, with which weights, what belongs under what. Tenders write it as a
 * pipe, HTML or column table, as a list, as lines of a page that came out of a PDF, or in a sentence. Reads only blocks behind words that
 * announce award criteria; the words are the vocabularies of `criteria/wording/vocabulary-award.yaml`.
 */
import type { Span } from '../text/model';
import { type AwardRow, type RowText, rowsOf } from './awardRows';
import { close, explains } from './awardSums';
import { hasVocabulary, type VocabularyId } from './model';
import { type Spec, slotOf } from './spec';

/** Relative to `block`. */
export interface AwardPlace extends Span {
  readonly block: number;
}

/** `per-cent` 40 %, `points` 400 points, `range` 30 to 40 %, `ratio` one part of 45/40/15, `open` a hole such as "[Gewicht] %". */
export type WeightForm = 'per-cent' | 'points' | 'range' | 'ratio' | 'open';

export interface AwardWeight extends AwardPlace {
  readonly form: WeightForm;
  /** Lower end of a range. */
  readonly value: number;
}

export interface AwardCriterion {
  /** The words that name it. */
  readonly place: AwardPlace;
  readonly name: string;
  /** Number in front without letters: "ZK 2.1" gives `2.1`. */
  readonly number: string;
  readonly weight?: AwardWeight;
  /** Index of the criterion it is part of, -1 for a main criterion. */
  readonly parent: number;
  readonly price: boolean;
  /** The words or the letter that make it an exclusion criterion too. */
  readonly exclusion?: AwardPlace;
}

export interface AwardScheme {
  /**
   * `table`: rows with cells; `lines`: list items or lines; `prose`: named in a sentence; `price-only`: price alone decides.
   */
  readonly form: 'table' | 'lines' | 'prose' | 'price-only';
  /** The words that announce it. */
  readonly anchor: AwardPlace;
  /** Header row of a table, -1 when there is none. */
  readonly header: number;
  readonly criteria: readonly AwardCriterion[];
  /** What the row of the total states. */
  readonly sum?: AwardWeight;
  /** Blocks that may belong to it, `end` exclusive: from the words that announce it to where another matter begins. */
  readonly first: number;
  readonly end: number;
  /** A form whose rows are not filled in yet. */
  readonly unfilled?: boolean;
  /** The text says that the order of the criteria is the order of their importance. */
  readonly ranked: boolean;
}

export interface Award {
  readonly schemes: readonly AwardScheme[];
  /** Where the text says how important a criterion is in words ("more important than price"). */
  readonly relative: readonly AwardPlace[];
}

/** Number of award criteria the text states, parts of criteria included. */
export function countCriteria({ schemes }: Award): number {
  return schemes.reduce((sum, scheme) => sum + scheme.criteria.length, 0);
}

/** Everything the text says about what decides. */
export function readAward(spec: Spec): Award {
  const schemes: AwardScheme[] = [];
  let read = -1;
  for (const start of starts(spec)) {
    if (start.block < read) continue;
    const region = regionOf(spec, start);
    const found = readRegion(spec, region);
    read = found.length > 0 ? region.end : start.block + 1;
    // Under a mere "Bewertung" stand other things too: there a price must be among the criteria.
    const certain = placesIn(spec, start.block, 'award-criteria').length > 0;
    schemes.push(...(certain ? found : found.filter((scheme) => scheme.criteria.some((c) => c.price))));
  }
  if (schemes.length === 0) schemes.push(...priceOnly(spec));
  const relative = spec.about['award-relative'].flatMap((block) => placesIn(spec, block, 'award-relative').slice(0, 1));
  return { schemes, relative };
}

/** Where a scheme may begin: words that announce one, or the heading of an award section. */
function starts(spec: Spec): AwardPlace[] {
  const { sections } = spec.outline;
  const found: AwardPlace[] = spec.about['award-criteria'].flatMap((block) => {
    const slot = slotOf(spec, block);
    const [first] = placesIn(spec, block, 'award-criteria');
    if (!first || (slot === 'selection' && !announcesAward(spec, first))) return [];
    return [first];
  });
  for (let i = 0; i < sections.length; i++) {
    const { heading } = sections[i];
    if (heading >= 0 && spec.slots[i] === 'award' && hasVocabulary(spec.facts[heading].vocabulary, 'slot-award')) {
      found.push({ block: heading, start: 0, end: spec.document.blocks[heading].content.end });
    }
  }
  return found.sort((a, b) => a.block - b.block || b.start - a.start);
}

/** "Zuschlagskriterien" is about the award wherever it stands; "folgende Kriterien" is not. */
function announcesAward(spec: Spec, place: AwardPlace): boolean {
  const start = spec.document.starts[place.block];
  return /zuschlag|wertung|award|\bZK\b/i.test(spec.document.text.slice(start + place.start, start + place.end));
}

interface Region {
  readonly anchor: AwardPlace;
  /** Blocks, `end` exclusive. */
  readonly first: number;
  readonly end: number;
}

/** A scheme and its explanations are rarely longer. */
const longestRegion = 90;

/**
 * From the anchor to where another matter begins: a heading with a slot of its own, the next number of the anchor's numbering, or in
 * Markdown, where headings can be trusted, the end of the section.
 */
function regionOf(spec: Spec, anchor: AwardPlace): Region {
  const { blocks, format } = spec.document;
  const { sections, sectionOf } = spec.outline;
  const first = anchor.block;
  let end = Math.min(blocks.length, first + longestRegion);
  const section = sections[sectionOf[first]];
  if (format === 'markdown' && section.heading >= 0) end = Math.min(end, section.last + 1);
  const next = successor(numberAt(spec, first));
  for (let block = first + 1; block < end; block++) {
    const heading = blocks[block].kind === 'heading' && spec.document.text[spec.document.starts[block]] !== '(';
    if ((next !== '' && numberAt(spec, block) === next && !hasWeight(spec, block)) || (heading && isOtherMatter(spec, block))) {
      end = block;
      break;
    }
  }
  return { anchor, first, end };
}

function numberAt({ document }: Spec, block: number): string {
  const { number, kind } = document.blocks[block];
  if (number !== '') return number;
  if (kind !== 'list-item' && kind !== 'paragraph') return '';
  const start = document.starts[block];
  return /^\s*(\d{1,3}(?:\.\d{1,3})*)\.?\s/.exec(document.text.slice(start, start + 16))?.[1] ?? '';
}

/** `4.2` → `4.3`. Single digits are as likely the number of a criterion, so they have none. */
function successor(number: string): string {
  const parts = number.split('.');
  const last = Number(parts[parts.length - 1]);
  if (number === '' || (parts.length === 1 && last < 4)) return '';
  return [...parts.slice(0, -1), last + 1].join('.');
}

function hasWeight({ document }: Spec, block: number): boolean {
  const start = document.starts[block];
  return /\d\s?%/.test(document.text.slice(start, start + document.blocks[block].length));
}

function isOtherMatter(spec: Spec, block: number): boolean {
  const { facts, document } = spec;
  const { vocabulary } = facts[block];
  const words = document.text.slice(spec.document.starts[block], spec.document.starts[block] + 12);
  if (hasWeight(spec, block) || /^\W*ZK?\s?\d/.test(words)) return false;
  if (hasVocabulary(vocabulary, 'slot-award') || hasVocabulary(vocabulary, 'award-criteria')) return false;
  // "1. Kriterium: Referenzen" names a criterion: its number starts again.
  if (/^[1-9]$/.test(document.blocks[block].number))
    return hasVocabulary(vocabulary, 'slot-evidence') && document.blocks[block].number > '3';
  return (['slot-selection', 'slot-specification', 'slot-performance', 'slot-context', 'slot-evidence'] as const).some((id) =>
    hasVocabulary(vocabulary, id),
  );
}

function readRegion(spec: Spec, region: Region): AwardScheme[] {
  return readSchemes(spec, region).map((scheme) => ({ ...scheme, first: region.first, end: region.end }));
}

type Scheme = Omit<AwardScheme, 'first' | 'end'>;

function readSchemes(spec: Spec, region: Region): Scheme[] {
  const rows = rowsOf(spec, region.first, region.end);
  const schemes: Scheme[] = [];
  const ranked = saysInRegion(spec, region, 'award-ranking');
  const open = new SchemeReader(spec, region.anchor);
  let heading = region.anchor;
  for (let i = 0; i < rows.length; ) {
    if (rows[i].table >= 0) {
      let to = i;
      while (to < rows.length && rows[to].table === rows[i].table) to++;
      const scheme = readTable(spec, heading, rows.slice(Math.max(0, i - 1), i), rows.slice(i, to), ranked);
      if (scheme) schemes.push(scheme);
      i = to;
      continue;
    }
    const row = rows[i];
    const [announced] = placesIn(spec, row.block, 'award-criteria').filter((p) => row.start <= p.start && p.start < row.end);
    if (announced && begins(spec, row, announced)) {
      heading = announced;
      const done = open.next(announced, ranked, row);
      if (done) schemes.push(done);
    }
    open.add(row, rows[i + 1]);
    i++;
  }
  const last = open.next(region.anchor, ranked);
  if (last) schemes.push(last);
  if (schemes.length === 0 && !saysInRegion(spec, region, 'price-only')) {
    const list = readUnweighted(spec, region, rows, ranked) ?? readProse(spec, region, ranked);
    if (list) schemes.push(list);
  }
  return schemes;
}

/** Words that announce criteria begin a scheme unless they name one of its criteria ("ZK 2 Qualitätskriterien"). */
function begins(spec: Spec, row: AwardRow, announced: AwardPlace): boolean {
  const start = spec.document.starts[row.block];
  const { text } = spec.document;
  if (
    /^ZK/i.test(text.slice(start + announced.start, start + announced.end)) ||
    /^\s*\d/.test(text.slice(start + announced.end, start + announced.end + 6))
  )
    return false;
  return row.heading || labelOf(row.text) === undefined || weightIn(row.text) === undefined;
}

function saysInRegion(spec: Spec, { first, end }: Region, id: VocabularyId): boolean {
  for (let block = Math.max(0, first - 2); block < end; block++) if (hasVocabulary(spec.facts[block].vocabulary, id)) return true;
  return false;
}

/** Places of a vocabulary in a block. */
export function placesIn(spec: Spec, block: number, id: VocabularyId): AwardPlace[] {
  const facts = spec.facts[block];
  if (!hasVocabulary(facts.vocabulary, id)) return [];
  return facts.places.filter((p) => p.id === id).map(({ start, end }) => ({ block, start, end }));
}

function says(spec: Spec, { block, start, end }: AwardPlace, id: VocabularyId): boolean {
  return placesIn(spec, block, id).some((p) => p.start < end && p.end > start);
}

// ---- weights as written ----

const perCent = String.raw`(?:%|Prozent\b|v\.\s?H\.|per\s?cent\b|percent\b)`;
const number = String.raw`\d{1,3}(?:[.,]\d{1,3})?`;
const pointsWord = String.raw`(?:Punkte?n?|Pkte?\.?|points?|pts\.?)\b`;
const grouped = String.raw`\d{1,3}(?:['’‘´.\u00a0 ]\d{3})+|\d{1,5}`;
/** Everything that may stand behind a weight on its line: further numbers, points, notes, the word for weight. */
const behind = new RegExp(
  String.raw`^[\s\d.,;'’‘()\[\]=%|/:–-]*(?:(?:max\w*\.?|erreichbare?\w*|possible|${pointsWord}|Punktzahl|Punktezahl|Noten?|Gewicht\w*|gewichtet|weight\w*)[\s\d.,;'’‘()\[\]=%|/:–-]*)*$`,
  'i',
);
const rangeWeight = new RegExp(String.raw`(${number})\s*${perCent}?\s*(?:-|–|—|bis|to)\s*(${number})\s*${perCent}`, 'i');
const percentWeight = new RegExp(String.raw`(?<![\d.,'’])(${number})\s*${perCent}`, 'i');
const pointsWeight = new RegExp(String.raw`(?<![\d.,'’])(${grouped})\s*${pointsWord}`, 'i');

const openWeight = new RegExp(String.raw`\[[^\]\d]{3,40}\]\s*${perCent}`, 'i');

const toNumber = (text: string) => Number(text.replace(',', '.'));
const toCount = (text: string) => Number(text.replace(/[^\d]/g, ''));

interface FoundWeight extends Span {
  readonly form: WeightForm;
  readonly value: number;
}

/** The first weight written in a text, per cent before points. */
function weightIn(text: string): FoundWeight | undefined {
  const open = openWeight.exec(text);
  if (open) return { form: 'open', value: 0, start: open.index, end: open.index + open[0].length };
  const range = rangeWeight.exec(text);
  if (range) return { form: 'range', value: toNumber(range[1]), start: range.index, end: range.index + range[0].length };
  const percent = percentWeight.exec(text);
  if (percent) return { form: 'per-cent', value: toNumber(percent[1]), start: percent.index, end: percent.index + percent[0].length };
  const points = pointsWeight.exec(text);
  if (points) return { form: 'points', value: toCount(points[1]), start: points.index, end: points.index + points[0].length };
  return undefined;
}

/** A number or letters with a number in front of a name: "ZK 01", "2.1", "3.", "Z4 –", "Kriterium 2:", "1. Kriterium:". */
const label =
  /^(?:(?:Zuschlags?kriterium|Kriterium|Criterion|Factor|ZK|WK|BK|QK|PK|K|Z|B|C|F)\s?\.?\s?(\d{1,2}(?:\s?[./]\s?\d{1,2}){0,3})|\(?(\d{1,2}(?:\.\d{1,2}){0,3})\)?[.)]{0,2}|\(?[a-hA-H][.)]|[A-H](?=\s\p{Lu}\p{Ll}))(?=[\s:–-]|\p{Lu})\s*[:–-]?\s*(?:\d?\.?\s?(?:Kriterium|Criterion)\s*:?\s*)?/u;

/** Words a name does not end with: the number behind them is none of its weights. */
const unfinished =
  /(?:^|\s)(?:von|mit|um|zu|bis|als|über|unter|auf|ab|mindestens|maximal|höchstens|ca\.?|rund|etwa|je|der|die|das|und|oder|ist|sind|beträgt|of|by|to|at|least|than|over|under|the|is|and|or|from|up|with|=|<|>|≥|≤|\+\/-)$/i;

const weightUnit = new RegExp(String.raw`^\s*(?:${perCent}|${pointsWord})`, 'i');

interface Label {
  readonly length: number;
  readonly number: string;
}

function labelOf(text: string): Label | undefined {
  const match = label.exec(text);
  if (!match || match[0] === '' || weightUnit.test(text.slice(match[0].length))) return undefined;
  const written = match[1] ?? match[2] ?? '';
  return {
    length: match[0].length,
    number: written
      .replace(/[\s/]+/g, '.')
      .replace(/\.+/g, '.')
      .replace(/(^|\.)0+(?=\d)/g, '$1'),
  };
}

const maxName = 110;

/** Letters enough for a name, short enough for one, no sentence. */
function isName(text: string): boolean {
  if ((text.match(/\p{L}/gu) ?? []).length < 3 || text.length > maxName) return false;
  return !/\p{L}{5}[.!?]\s+\p{Lu}\p{L}{3}/u.test(text) && !unfinished.test(text.trim());
}

const totalRow = /^(?:∑|Σ|(?:gesamt|total|summe|insgesamt|sum|overall)\p{L}*)(?:\b|\s|:|$)/iu;

// ---- tables ----

const notNames = /^(?:nr|pos|id|lfd|no|typ|type|art|nummer|number|item|ziffer|#)\b/i;
const criterionHeader = /kriteri|criteri|factor|merkmal|bezeichnung|anforderung|description|requirement/i;
const percentCell = new RegExp(String.raw`^[∑Σ]?\s*(?:insgesamt|gesamt|total)?\s*\(?(?:${number}|\[[^\]\d]{3,40}\])\s*${perCent}`, 'i');
const bareCell = /^\d{1,5}(?:[.,]\d{1,2})?$/;

/** A table whose rows are criteria; undefined for others, such as scales. */
function readTable(
  spec: Spec,
  anchor: AwardPlace,
  before: readonly AwardRow[],
  rows: readonly AwardRow[],
  ranked: boolean,
): Scheme | undefined {
  const width = Math.max(...rows.map((r) => r.cells.length));
  const firstData = rows.findIndex((r) => !r.header && r.cells.some((c) => percentCell.test(c.text) || bareCell.test(c.text)));
  const heads = rows.filter((r, i) => r.header || (firstData > 0 && i < firstData));
  const data = rows.filter((r) => !heads.includes(r));
  if (data.length === 0) return undefined;
  const title = (column: number) => heads.map((r) => r.cells[column]?.text ?? '').join(' ');
  const isWeightTitle = (row: AwardRow, column: number) => {
    const cell = row.cells[column];
    return cell !== undefined && cell.text !== '' && says(spec, spanOf(row, cell), 'award-weight');
  };
  const filled = (column: number) => data.map((r) => r.cells[column]?.text ?? '').filter((t) => t !== '');
  const columns = Array.from({ length: width }, (_, i) => i);
  const scale = columns.some((c) => filled(c).some((t) => /^0\s*(?:Punkte?|points?)?$/i.test(t)) && !filled(c).some((t) => /%/.test(t)));
  const titledAbove = before.length > 0 && heads.length === 0 && isWeightTitle(before[0], 0);
  const weightColumns = columns.filter((c) => {
    const cells = filled(c);
    const per = cells.filter((t) => percentCell.test(t)).length;
    const bare = cells.filter((t) => bareCell.test(t)).length;
    if (per > 0 && per * 2 >= cells.length) return true;
    const titled = heads.some((r) => isWeightTitle(r, c)) || (titledAbove && c === width - 1);
    return titled && c > 0 && (bare + per) * 2 > cells.length;
  });
  if (weightColumns.length === 0 && scale) return undefined;
  const nameColumn = pickName(columns, weightColumns, title, filled);
  if (nameColumn < 0) return undefined;
  // Where per cent and points stand side by side, per cent are the weights; two columns of per cent are criteria and their parts.
  const percentColumns = weightColumns.filter((c) => /%|prozent/i.test(title(c)) || filled(c).some((t) => /%/.test(t)));
  const used = percentColumns.length > 0 ? percentColumns : weightColumns;
  const numberColumn = columns.find((c) => c < nameColumn && filled(c).some((t) => labelOf(`${t} `)));
  const drafts: Draft[] = [];
  let sum: AwardWeight | undefined;
  const unfilled = data.some((row) => numberColumn !== undefined && row.cells.every((c, i) => (i === numberColumn) === (c.text !== '')));
  for (const row of data) {
    const cell = row.cells[nameColumn];
    const own = used
      .map((c, depth) => ({ depth, weight: cellWeight(row, row.cells[c], percentColumns.includes(c)) }))
      .find((w) => w.weight !== undefined);
    const texts = row.cells
      .map((c) => c.text)
      .join(' ')
      .trim();
    if (row.cells.some((c) => totalRow.test(c.text) && c.text.length < 30) && !/^[\d.]+$/.test(row.cells[0]?.text ?? '')) {
      if (own?.weight && !percentCell.test(cell?.text ?? '')) sum = own.weight;
      if (own?.weight || texts.length < 30) continue;
    }
    if (!cell || (cell.text.match(/\p{L}/gu) ?? []).length < 2) {
      if (own?.weight && cell && cell.text === '' && numberColumn !== undefined && row.cells[numberColumn]?.text)
        drafts.push(
          draft(spec, row, row.cells[numberColumn], row.cells[numberColumn].text, labelNumber(row, numberColumn), own.weight, own.depth),
        );
      continue;
    }
    if (notNames.test(cell.text) && !own?.weight) continue;
    const inner = numberColumn === undefined ? labelOf(cell.text) : undefined;
    drafts.push(
      draft(
        spec,
        row,
        cell,
        cell.text,
        inner?.number ?? labelNumber(row, numberColumn),
        own?.weight,
        own?.depth ?? 0,
        excluded(spec, row, nameColumn),
      ),
    );
  }
  const kept = drafts.filter((d) => !d.exclusion || d.weight);
  if (kept.length === 0) return undefined;
  const weighted = kept.some((d) => d.weight);
  const titled = criterionHeader.test(title(nameColumn)) && /kriteri|criteri|factor/i.test(title(nameColumn));
  if (!weighted && !(kept.some((d) => d.price) && kept.length > 1 && (titled || isListed(kept)))) return undefined;
  if (weighted && !kept.some((d) => d.price) && !weightColumns.some((c) => heads.some((r) => isWeightTitle(r, c))) && !adds(kept, sum))
    return undefined;
  const header = heads.find((r) => r.header)?.block ?? heads[0]?.block ?? -1;
  return { form: 'table', anchor, header, criteria: withParents(kept, used.length > 1), ranked, unfilled, ...(sum ? { sum } : {}) };
}

const isListed = (drafts: readonly Draft[]) => drafts.every((d) => d.name.length < 80);

/** The per cent of main criteria come to 100. */
function adds(drafts: readonly Draft[], sum: AwardWeight | undefined): boolean {
  return sum !== undefined || explains(drafts.flatMap((d) => (d.weight?.form === 'per-cent' ? [d.weight.value] : [])));
}

function pickName(
  columns: readonly number[],
  weights: readonly number[],
  title: (column: number) => string,
  filled: (column: number) => readonly string[],
): number {
  const others = columns.filter((c) => !weights.includes(c));
  const wordy = others.filter((c) => filled(c).filter((t) => /\p{L}{3}/u.test(t)).length * 2 >= filled(c).length && filled(c).length > 0);
  const named = wordy.find((c) => criterionHeader.test(title(c)) && !/nachweis|proof|evidence/i.test(title(c)));
  if (named !== undefined) return named;
  if (wordy.length > 0) return wordy[0];
  return others.find((c) => criterionHeader.test(title(c))) ?? -1;
}

function labelNumber(row: AwardRow, column: number | undefined): string {
  return column === undefined ? '' : (labelOf(`${row.cells[column]?.text ?? ''} `)?.number ?? '');
}

/** The letter or word of an exclusion criterion in a column of its own: without a weight it is no award criterion. */
function excluded(spec: Spec, row: AwardRow, nameColumn: number): AwardPlace | undefined {
  for (const [column, cell] of row.cells.entries()) {
    if (column === nameColumn || cell.text === '' || cell.text.length > 30) continue;
    const place = spanOf(row, cell);
    if (/^(?:A|Muss|must)$/i.test(cell.text) || says(spec, place, 'exclusion-criterion')) return place;
  }
  return undefined;
}

function cellWeight(row: AwardRow, cell: RowText | undefined, percent: boolean): AwardWeight | undefined {
  if (!cell || cell.text === '') return undefined;
  const found = weightIn(cell.text);
  if (found) return placeWeight(row, cell, found);
  const bare = /^[∑Σ]?\s*(?:insgesamt|gesamt|total)?\s*(\d[\d'’.,]*)$/i.exec(cell.text);
  if (!bare) return undefined;
  const value = percent ? toNumber(bare[1]) : toCount(bare[1]);
  const at = bare[0].length - bare[1].length;
  return placeWeight(row, cell, { form: percent ? 'per-cent' : 'points', value, start: at, end: bare[0].length });
}

function placeWeight(row: AwardRow, cell: RowText, { form, value, start, end }: FoundWeight): AwardWeight {
  return { block: row.block, start: cell.at(start), end: cell.at(end - 1) + 1, form, value };
}

// ---- lines ----

interface Draft extends Omit<AwardCriterion, 'parent'> {
  /** Column of its weight among several, or depth of its list item. */
  readonly depth: number;
}

function spanOf(row: AwardRow, cell: RowText): AwardPlace {
  return { block: row.block, start: cell.at(0), end: cell.at(cell.text.length - 1) + 1 };
}

function draft(
  spec: Spec,
  row: AwardRow,
  cell: RowText,
  name: string,
  own: string,
  weight: AwardWeight | undefined,
  depth: number,
  letter?: AwardPlace,
): Draft {
  const at = cell.text.indexOf(name);
  const start = cell.at(Math.max(0, at));
  const place = { block: row.block, start, end: cell.at(Math.max(0, at) + Math.max(1, name.length) - 1) + 1 };
  const exclusion = letter ?? placesIn(spec, row.block, 'exclusion-criterion').find((p) => p.start < place.end && p.end > place.start);
  return {
    place,
    name,
    number: own,
    depth,
    price: says(spec, place, 'award-price'),
    ...(weight ? { weight } : {}),
    ...(exclusion ? { exclusion } : {}),
  };
}

/** Lines between two weights that may still be one scheme. */
const longestGap = 45;

/** Collects the criteria of lines until another scheme is announced. */
class SchemeReader {
  private drafts: Draft[] = [];
  private sum: AwardWeight | undefined;
  /** A line that names a criterion and whose weight may stand further down. */
  private waiting: { row: AwardRow; text: RowText; name: string; number: string; line: number } | undefined;
  private line = 0;
  private lastWeight = 0;
  private titles = '';
  private previous: AwardRow | undefined;

  constructor(
    private readonly spec: Spec,
    private anchor: AwardPlace,
  ) {}

  /** Ends the scheme so far. A second heading for the same list ("Gewichtung der Zuschlagskriterien") begins nothing new before a weight. */
  next(anchor: AwardPlace, ranked: boolean, row?: AwardRow): Scheme | undefined {
    const { drafts, sum } = this;
    if (drafts.length === 0) {
      this.anchor = anchor;
      return undefined;
    }
    const complete = sum !== undefined || explains(drafts.flatMap((d) => (d.weight?.form === 'per-cent' ? [d.weight.value] : [])));
    const scheme = this.scheme(ranked);
    if (!complete && row && (drafts.length === 1 || !(row.heading || /:$/.test(row.text)))) return undefined;
    this.drafts = [];
    this.sum = undefined;
    this.waiting = undefined;
    this.anchor = anchor;
    this.titles = '';
    return scheme;
  }

  private scheme(ranked: boolean): Scheme | undefined {
    const { drafts, sum, anchor } = this;
    const percent = drafts.some((d) => d.weight && d.weight.form !== 'points');
    const kept = percent ? drafts.filter((d) => d.weight?.form !== 'points') : drafts;
    if (!percent && (kept.length < 2 || !kept.some((d) => d.price))) return undefined;
    if (kept.length === 1 && !kept[0].price) return undefined;
    return {
      form: 'lines',
      anchor,
      header: -1,
      criteria: withParents(kept, false),
      ranked,
      ...(sum ? { sum } : {}),
    };
  }

  add(row: AwardRow, following: AwardRow | undefined): void {
    this.line++;
    if (this.drafts.length > 0 && this.line - this.lastWeight > longestGap && !this.goesOn(row)) return;
    const [cell] = row.cells;
    const { text } = cell;
    if (text.length < 90 && !/\d\s?%/.test(text) && says(this.spec, spanOf(row, cell), 'award-weight')) this.titles = text;
    const total = totalRow.exec(text);
    const found = weightIn(text);
    if (total && (found || /\s\d{2,5}\s*$/.test(text)) && text.length < 90) {
      if (this.drafts.length > 0 && found) this.sum = placeWeight(row, cell, found);
      this.waiting = undefined;
      return;
    }
    const own = labelOf(text);
    if (found) this.weighted(row, cell, own, found, following);
    else if (!this.bareNumbers(row, cell, own)) this.remember(row, cell, own);
    this.previous = row;
  }

  private weighted(row: AwardRow, cell: RowText, own: Label | undefined, found: FoundWeight, following: AwardRow | undefined): void {
    const { spec, waiting } = this;
    const { text } = cell;
    const from = own?.length ?? 0;
    if (found.start < from) return;
    const name = text
      .slice(from, found.start)
      .replace(/[\s:–(,;.-]*(?:\(?\s*(?:Gewichtung|Gewicht|weight(?:ing)?|max\.?)\s*[:=]?\s*)?[\s:–(∑Σ-]*$/i, '')
      .trim();
    const rest = text.slice(found.end);
    const place = placeWeight(row, cell, found);
    const plain = behind.test(rest);
    if (name === '' || /^(?:und|and)?\s*(?:wird|werden)?$/i.test(name)) {
      // A weight alone on its line belongs to the criterion named above it, a weight in front to the words behind it.
      const after = rest.replace(/^[\s:–-]+/, '');
      const so = this.drafts.reduce((total, d) => total + (d.weight?.form === 'per-cent' ? d.weight.value : 0), 0);
      if (plain && found.form === 'per-cent' && this.drafts.length > 1 && close(so, 100)) {
        // Everything is shared out: what follows states the sum or is an empty line of a form.
        if (close(found.value, 100)) this.sum = place;
      } else if (
        plain &&
        own &&
        following &&
        !labelOf(following.text) &&
        isName(following.text.slice(0, maxName)) &&
        /^\p{Lu}/u.test(following.text)
      ) {
        this.push(draft(spec, following, following.cells[0], shortName(following.text), own.number, place, row.depth));
      } else if (
        plain &&
        /^(?:Gewicht|weight)/i.test(text) &&
        this.previous &&
        isName(this.previous.text) &&
        this.previous.text.length < 60
      ) {
        const { previous } = this;
        const label = labelOf(previous.text);
        this.push(
          draft(
            spec,
            previous,
            previous.cells[0],
            shortName(previous.text.slice(label?.length ?? 0)),
            label?.number ?? '',
            place,
            row.depth,
          ),
        );
      } else if (plain && waiting && this.line - waiting.line <= (waiting.number === '' ? 16 : 25)) {
        this.push(draft(spec, waiting.row, waiting.text, waiting.name, own?.number || waiting.number, place, row.depth));
        this.waiting = undefined;
      } else if (!plain && found.form === 'per-cent' && isName(after.slice(0, maxName)) && /^\p{Lu}/u.test(after) && !this.isNone(row)) {
        this.push(draft(spec, row, cell, shortName(after), own?.number ?? '', place, row.depth));
      }
      return;
    }
    if (this.isNone(row) || !isName(name)) return;
    if (found.form === 'points' && !own && !row.item && !says(spec, { block: row.block, start: row.start, end: row.end }, 'award-price'))
      return;
    if (found.form === 'points' && found.value === 0) return;
    const capital = /^["“„«(]?[\p{Lu}\d]/u.test(name) || row.item;
    if (plain && capital) this.push(draft(spec, row, cell, name, own?.number ?? '', place, row.depth));
    else if (!plain && own && capital && name.length <= 60 && found.form === 'per-cent' && /^\s*(?:\)|\p{Lu}|[:–(-])/u.test(rest))
      this.push(draft(spec, row, cell, name, own.number, place, row.depth));
  }

  /** "ZK 01 Preis 400 40" below "Punkte Gewichtung in %". */
  private bareNumbers(row: AwardRow, cell: RowText, own: Label | undefined): boolean {
    if (this.titles === '') return false;
    const match = /^(.*\p{L}.*?)\s+((?:\d{1,3}(?:['’‘]\d{3})*\s+)*)(\d{1,3})$/u.exec(cell.text);
    if (!match) {
      // The number of a name that runs over two lines stands alone.
      const { waiting } = this;
      if (/^\d{1,3}$/.test(cell.text) && waiting && this.line - waiting.line <= 3 && this.drafts.length > 0) {
        const place = placeWeight(row, cell, { form: 'per-cent', value: Number(cell.text), start: 0, end: cell.text.length });
        this.push(draft(this.spec, waiting.row, waiting.text, waiting.name, waiting.number, place, row.depth));
        this.waiting = undefined;
        return true;
      }
      return false;
    }
    const name = match[1].slice(own?.length ?? 0).trim();
    if (!own || !isName(name) || this.isNone(row)) return false;
    const start = match[1].length + (match[0].length - match[1].length - match[3].length);
    const value = Number(match[3]);
    const place = placeWeight(row, cell, { form: 'per-cent', value, start, end: start + match[3].length });
    this.push(draft(this.spec, row, cell, name, own.number, place, row.depth));
    return true;
  }

  private remember(row: AwardRow, cell: RowText, own: Label | undefined): void {
    const name = cell.text.slice(own?.length ?? 0).replace(/[:\s]+$/, '');
    if (name.length > maxName || (name.match(/\p{L}/gu) ?? []).length < 3) return;
    if (own || row.heading || !this.waiting || this.line - this.waiting.line > 2)
      if (own || row.heading || row.item || /^\p{Lu}/u.test(name)) {
        if (this.waiting && !own && this.waiting.number !== '') return;
        this.waiting = { row, text: cell, name: shortName(name), number: own?.number ?? '', line: this.line };
      }
  }

  private push(one: Draft): void {
    this.drafts.push(one);
    this.lastWeight = this.line;
  }

  /** A line with the next number and a weight, however long the explanations before it. */
  private goesOn(row: AwardRow): boolean {
    const last = this.drafts[this.drafts.length - 1].number;
    return last !== '' && labelOf(row.text)?.number === String(Number(last) + 1) && weightIn(row.text) !== undefined;
  }

  private isNone(row: AwardRow): boolean {
    return says(this.spec, { block: row.block, start: row.start, end: row.end }, 'not-a-weight');
  }
}

/** The beginning of a long description that names the criterion. */
function shortName(text: string): string {
  const cut = /^(.{3,80}?)(?:\s{2,}|\s[-–]\s|:\s|\.\s|\s\()/u.exec(text)?.[1];
  return (cut ?? text.slice(0, 80)).trim();
}

// ---- lists without weights ----

/** Short lines or items right behind the words that announce award criteria, price among them. */
function readUnweighted(spec: Spec, region: Region, rows: readonly AwardRow[], ranked: boolean): Scheme | undefined {
  const { anchor } = region;
  const first = rows.findIndex((r) => r.block === anchor.block && r.start <= anchor.start && anchor.start < r.end);
  if (first < 0 || !announcesAward(spec, anchor)) return undefined;
  const head = rows[first];
  const { blocks } = spec.document;
  const leads =
    blocks[anchor.block].kind === 'heading' ||
    /:\s*$/.test(head.text) ||
    /:\s*1\.+\s/.test(head.text) ||
    (head.text.length < 100 && !/[.;,]$/.test(head.text));
  if (!leads) return undefined;
  const drafts: Draft[] = [];
  const behindColon = /:\s*(?=1\.+\s?\p{Lu})/u.exec(head.text);
  if (behindColon) drafts.push(named(head, behindColon.index + behindColon[0].length));
  let others = 0;
  let counting = behindColon !== null;
  /** "1. Kriterium: …", "2. Kriterium: …": lines with other numbers are parts and explanations. */
  let byWord = false;
  for (let i = first + 1; i < rows.length && i <= first + 40 && others < 12; i++) {
    const row = rows[i];
    if (row.table >= 0 || (row.heading && isOtherMatter(spec, row.block))) break;
    const own = labelOf(row.text);
    const announced = /^\W*(?:\d\.?\s?)?(?:Kriterium|Criterion)\b/i.test(row.text);
    const name = row.text
      .slice(own?.length ?? 0)
      .replace(/[,;]?(?:\s(?:and|und))?$/i, '')
      .trim();
    // Where the first is numbered, the others go on counting.
    const next = own?.number === String(drafts.length + 1);
    if (drafts.length === 0 && announced) byWord = true;
    if (byWord && !announced) continue;
    if (announced && name.length < 3 && rows[i + 1]) drafts.push(named(rows[i + 1], 0));
    else if ((counting ? next : stands(row, own, name)) && isName(name) && !namesList(row) && name.length <= 80 && !/[.:]$/.test(name)) {
      if (drafts.length === 0 && next && !byWord) counting = true;
      drafts.push(named(row, own?.length ?? 0));
    } else if (drafts.length > 0 || row.text.length > 120) others++;
  }
  if (drafts.length < 2 || !drafts.some((d) => d.price)) return undefined;
  return { form: 'lines', anchor, header: -1, criteria: withParents(drafts, false), ranked };

  function named(row: AwardRow, from: number): Draft {
    const [cell] = row.cells;
    const own = labelOf(cell.text.slice(from));
    const name = shortName(cell.text.slice(from + (own?.length ?? 0)));
    return draft(spec, row, cell, name, own?.number ?? '', undefined, row.depth);
  }

  /** The heading of the list itself, said twice. */
  function namesList(row: AwardRow): boolean {
    return (
      row.text.startsWith('(') ||
      (says(spec, spanOf(row, row.cells[0]), 'award-criteria') && !/^(?:ZK|\W*\d*\.?\s?Kriterium)/.test(row.text))
    );
  }

  /** An item, a heading, or a short line that is a paragraph of its own or among other short lines: no line of running text. */
  function stands(row: AwardRow, own: Label | undefined, name: string): boolean {
    if (row.item || row.heading || own?.number) return true;
    const { length } = blocks[row.block];
    const start = spec.document.starts[row.block];
    const lines = spec.document.text.slice(start, start + length).split('\n');
    return /^\p{Lu}/u.test(name) && lines.every((line) => line.trim().length < 60 && !/[.,]$/.test(line.trim()));
  }
}

// ---- sentences ----

const parts = /(\d{1,3})\s?[/:]\s?(\d{1,3})(?:\s?[/:]\s?(\d{1,3}))?(?:\s?[/:]\s?(\d{1,3}))?/g;
const namedShare = new RegExp(
  String.raw`(\p{Lu}[\p{L}-]+(?:\s[\p{L}-]+){0,4}?)\s*(?:\(|:|mit|zu|with|counts?|zählt(?:\szu)?|wird\smit|werden\smit|is\sweighted(?:\sat)?|accounts\sfor)\s*(${number})\s*${perCent}|(${number})\s*${perCent}\s*(?:für\s|for\s)?(?:den\s|die\s|das\s|the\s)?(\p{L}[\p{L}-]+)`,
  'gu',
);
const counted = /\(([1-9])\)\s*(?:and\s|und\s)?([\p{L}][\p{L}\s,/-]{2,60}?)(?=,|;|\.|\s\(|\sand\s\(|$)/gu;

/** Weights or criteria named in a sentence. */
function readProse(spec: Spec, { anchor, first, end }: Region, ranked: boolean): Scheme | undefined {
  const { blocks, starts, text } = spec.document;
  const counts: AwardCriterion[] = [];
  for (let block = first; block < Math.min(end, first + 12); block++) {
    const { kind, length } = blocks[block];
    if (kind === 'table-row' || kind === 'table-header' || kind === 'code' || kind === 'furniture') continue;
    const words = text.slice(starts[block], starts[block] + length);
    const criteria = shares(spec, block, words) ?? ratio(block, words);
    if (criteria) return { form: 'prose', anchor, header: -1, criteria, ranked };
    for (const match of words.matchAll(counted)) {
      const start = match.index + match[0].length - match[2].length;
      if (Number(match[1]) === counts.length + 1) counts.push(plain(spec, block, start, start + match[2].length, match[2].trim()));
    }
    if (counts.length > 1 && counts.some((c) => c.price)) continue;
    const listed =
      /\b(?:nach|anhand)(?:\sden)?\s+(?:folgenden\s+)?Kriterien\s+([\p{Lu}][^.:]{5,160}?)\s(?:beurteilt|bewertet|gewertet)/u.exec(words);
    if (listed) {
      const from = listed.index + listed[0].indexOf(listed[1]);
      const names = [...listed[1].matchAll(/\p{Lu}[\p{L}-]+(?:\s(?!und\b)\p{L}+)*/gu)];
      if (names.length > 1)
        return {
          form: 'prose',
          anchor,
          header: -1,
          criteria: names.map((n) => plain(spec, block, from + n.index, from + n.index + n[0].length, n[0])),
          ranked,
        };
    }
  }
  if (counts.length > 1 && counts.some((c) => c.price)) return { form: 'prose', anchor, header: -1, criteria: counts, ranked };
  return undefined;
}

function plain(spec: Spec, block: number, start: number, end: number, name: string, weight?: AwardWeight): AwardCriterion {
  const place = { block, start, end };
  return { place, name, number: '', parent: -1, price: says(spec, place, 'award-price'), ...(weight ? { weight } : {}) };
}

/** "Preis (60 %), Qualität (40 %)", "45 % Lohnkosten, 40 % Leistung": two or more with price among them. */
function shares(spec: Spec, block: number, words: string): AwardCriterion[] | undefined {
  if (!/%|Prozent|per\s?cent/i.test(words)) return undefined;
  const found: AwardCriterion[] = [];
  for (const match of words.matchAll(namedShare)) {
    const value = toNumber(match[2] ?? match[3]);
    const at = match.index + match[0].indexOf(match[2] ?? match[3]);
    const place = { block, start: match.index, end: match.index + match[0].length };
    if (says(spec, place, 'not-a-weight')) continue;
    const weight: AwardWeight = { block, start: at, end: percentEnd(words, at), form: 'per-cent', value };
    const name = match[1] ?? match[4];
    const start = match.index + match[0].lastIndexOf(name);
    found.push(plain(spec, block, start, start + name.length, name, weight));
  }
  const sum = found.reduce((total, c) => total + c.weight!.value, 0);
  if (found.length < 2 || !found.some((c) => c.price) || sum < 60 || sum > 160) return undefined;
  return found;
}

function percentEnd(words: string, at: number): number {
  const match = percentWeight.exec(words.slice(at));
  return match ? at + match.index + match[0].length : at + 1;
}

/** "im Verhältnis 45/40/15", "ratio of 70:30". */
function ratio(block: number, words: string): AwardCriterion[] | undefined {
  if (!/verhältnis|gewicht|ratio|weight/i.test(words)) return undefined;
  for (const match of words.matchAll(parts)) {
    const values = match.slice(1).filter(Boolean).map(Number);
    if (values.reduce((a, b) => a + b, 0) !== 100) continue;
    return values.map((value) => {
      const place = { block, start: match.index, end: match.index + match[0].length };
      return { place, name: match[0], number: '', parent: -1, price: true, weight: { ...place, form: 'ratio' as const, value } };
    });
  }
  return undefined;
}

function priceOnly(spec: Spec): AwardScheme[] {
  for (const block of spec.about['price-only']) {
    const [place] = placesIn(spec, block, 'price-only');
    if (!place || slotOf(spec, block) === 'context') continue;
    const start = spec.document.starts[block];
    const name = spec.document.text.slice(start + place.start, start + place.end).replace(/\s+/g, ' ');
    return [
      {
        form: 'price-only',
        anchor: place,
        header: -1,
        first: block,
        end: block + 1,
        criteria: [plain(spec, block, place.start, place.end, name)],
        ranked: false,
      },
    ];
  }
  return [];
}

// ---- what belongs under what ----

/** Parent by number ("2.1" under "2"), by column or by depth of the list. */
function withParents(drafts: readonly Draft[], byColumn: boolean): AwardCriterion[] {
  const byNumber = new Map<string, number>();
  return drafts.map(({ depth, ...one }, index) => {
    let parent = -1;
    for (let number = up(one.number); number !== '' && parent < 0; number = up(number)) parent = byNumber.get(number) ?? -1;
    if (parent < 0 && (byColumn ? depth > 0 : one.number === '' && depth > 1)) {
      for (let i = index - 1; i >= 0 && parent < 0; i--) if (drafts[i].depth < depth) parent = i;
    }
    if (one.number !== '' && !byNumber.has(one.number)) byNumber.set(one.number, index);
    return { ...one, parent };
  });
}

function up(number: string): string {
  const at = number.lastIndexOf('.');
  return at < 0 ? '' : number.slice(0, at);
}
