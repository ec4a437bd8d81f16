import type { Spec } from '../spec';
import type { AwardRow, RowText } from './rows';
import { type AwardPlace, type AwardWeight, type Draft, draft, type Scheme, says, spanOf, withParents } from './scheme';
import { explains, sharesOf } from './sums';
import { labelOf, number, perCent, placeWeight, toCount, toNumber, totalRow, weightIn } from './weights';

const notNames = /^(?:nr|pos|id|lfd|no|typ|type|art|nummer|number|item|ziffer|#)\b/i;
const criterionHeader = /kriteri|criteri|factor|merkmal|bezeichnung|anforderung|description|requirement/i;
const percentCell = new RegExp(
  String.raw`^[∑Σ]?\s*(?:insgesamt|gesamt|total)?\s*\(?(?:(?:${number}\s*${perCent}?\s*(?:-|–|—|bis|to)\s*)?${number}|\[[^\]\d]{3,40}\])\s*${perCent}`,
  'i',
);
const bareCell = /^\d{1,5}(?:[.,]\d{1,2})?$/;

/** The schemes of a table whose rows are criteria; none for others, such as scales. */
export function readTable(
  spec: Spec,
  anchor: AwardPlace,
  before: readonly AwardRow[],
  rows: readonly AwardRow[],
  ranked: boolean,
): Scheme[] {
  const width = Math.max(...rows.map((r) => r.cells.length));
  const firstData = rows.findIndex((r) => !r.header && r.cells.some((c) => percentCell.test(c.text) || bareCell.test(c.text)));
  const heads = rows.filter((r, i) => r.header || (firstData > 0 && i < firstData));
  const data = rows.filter((r) => !heads.includes(r));
  if (data.length === 0) return [];
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
    return (titled && c > 0 && (bare + per) * 2 > cells.length) || (heads.length === 0 && c > 0 && c === width - 1 && addUp(cells));
  });
  if (weightColumns.length === 0 && scale) return [];
  const nameColumn = pickName(columns, weightColumns, title, filled);
  if (nameColumn < 0) return [];
  // Where per cent and points stand side by side, per cent are the weights; two columns of per cent are criteria and their parts.
  const percentColumns = weightColumns.filter((c) => /%|prozent/i.test(title(c)) || filled(c).some((t) => /%/.test(t)));
  const used = percentColumns.length > 0 ? percentColumns : weightColumns;
  const numberColumn = columns.find((c) => c < nameColumn && filled(c).some((t) => labelOf(`${t} `)));
  // "Los 1 | Los 2": each column of weights is a scheme of its own.
  const lots = used.length > 1 && used.every((c) => /^(?:Los|Lot|Stufe|Phase)\b/i.test(title(c)));
  const common = { form: 'table' as const, anchor, header: heads.find((r) => r.header)?.block ?? heads[0]?.block ?? -1, ranked };
  const unfilled = data.some((row) => numberColumn !== undefined && row.cells.every((c, i) => (i === numberColumn) === (c.text !== '')));
  const schemes: Scheme[] = [];
  for (const group of lots ? used.map((c) => [c]) : [used]) {
    const { drafts, sum } = readRows(group);
    const kept = drafts.filter((d) => !d.exclusion || d.weight);
    if (isScheme(kept, sum)) {
      schemes.push({ ...common, criteria: withParents(kept, group.length > 1), unfilled, ...(sum ? { sum } : {}) });
    }
  }
  return schemes;

  function isScheme(kept: readonly Draft[], sum: AwardWeight | undefined): boolean {
    if (!kept.some((d) => d.weight)) {
      const titled = /kriteri|criteri|factor/i.test(title(nameColumn));
      return kept.length > 1 && kept.some((d) => d.price) && (titled || isListed(kept));
    }
    return kept.some((d) => d.price) || weightColumns.some((c) => heads.some((r) => isWeightTitle(r, c))) || adds(kept, sum);
  }

  /** Column that names what a column of weights weighs: parts of criteria may have a column of their own between the weights. */
  function namesOf(group: readonly number[]): number[] {
    if (group.length === 0) return [nameColumn];
    return group.map((c, i) => {
      const from = i === 0 ? -1 : group[i - 1];
      if (i === 0) return nameColumn;
      return columns.find((n) => n > from && n < c && filled(n).some((t) => /\p{L}{3}/u.test(t))) ?? nameColumn;
    });
  }

  function readRows(group: readonly number[]): { drafts: Draft[]; sum?: AwardWeight } {
    const drafts: Draft[] = [];
    const names = namesOf(group);
    let sum: AwardWeight | undefined;
    for (const row of data) {
      const weights = group.map((c) => cellWeight(row, row.cells[c], percentColumns.includes(c)));
      const depth = weights.findIndex((w) => w !== undefined);
      const own = weights[depth];
      const cell = row.cells[nameColumn];
      const length = row.cells.reduce((total, c) => total + c.text.length, 0);
      if (row.cells.some((c) => totalRow.test(c.text) && c.text.length < 30) && !/^[\d.]+$/.test(row.cells[0]?.text ?? '')) {
        if (own && !percentCell.test(cell?.text ?? '')) sum = own;
        if (own || length < 30) continue;
      }
      const label = numberColumn === undefined ? undefined : row.cells[numberColumn];
      if (own && cell?.text === '' && label?.text && names[depth] === nameColumn) {
        drafts.push(draft(spec, row, label, label.text, labelNumber(row, numberColumn), own, depth));
        continue;
      }
      for (const [at, column] of names.entries()) {
        if (names.indexOf(column) !== at) continue;
        const named = row.cells[column];
        if (!named || (named.text.match(/\p{L}/gu) ?? []).length < 2) continue;
        const several = names[names.length - 1] !== nameColumn;
        const weight = several ? weights[at] : own;
        if (notNames.test(named.text) && !weight) continue;
        if (at > 0 && !weight) continue;
        const number = numberColumn === undefined ? labelOf(named.text)?.number : labelNumber(row, numberColumn);
        drafts.push(
          draft(
            spec,
            row,
            named,
            named.text,
            (at === 0 && number) || '',
            weight,
            several ? at : Math.max(0, depth),
            excluded(spec, row, column),
          ),
        );
      }
    }
    return { drafts, ...(sum ? { sum } : {}) };
  }
}

/** Numbers without a title that come to 100; the sum may stand below the last of them. */
function addUp(cells: readonly string[]): boolean {
  const shares = cells.map((text, i) => Number((i === cells.length - 1 ? text.replace(/ 100$/, '') : text) || Number.NaN));
  return shares.length > 1 && shares.reduce((sum, share) => sum + share, 0) === 100;
}

const isListed = (drafts: readonly Draft[]) => drafts.every((d) => d.name.length < 80);

/** The per cent of main criteria come to 100. */
function adds(drafts: readonly Draft[], sum: AwardWeight | undefined): boolean {
  return sum !== undefined || explains(sharesOf(drafts));
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
  const bare = /^[∑Σ]?\s*(?:insgesamt|gesamt|total)?\s*(\d[\d'’.,]*)(?: 100)?$/i.exec(cell.text);
  if (!bare) return undefined;
  const value = percent ? toNumber(bare[1]) : toCount(bare[1]);
  const at = cell.text.indexOf(bare[1]);
  return placeWeight(row, cell, { form: percent ? 'per-cent' : 'points', value, start: at, end: at + bare[1].length });
}
