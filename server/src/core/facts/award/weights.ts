/** Weights, labels and names as tenders write them. */
import type { Span } from '../../text/model';
import type { AwardRow, RowText } from './rows';
import type { AwardWeight, WeightForm } from './scheme';

export const perCent = String.raw`(?:%|Prozent\b|v\.\s?H\.|per\s?cent\b|percent\b)`;
export const number = String.raw`\d{1,3}(?:[.,]\d{1,3})?`;
const pointsWord = String.raw`(?:Punkte?n?|Pkte?\.?|points?|pts\.?)\b`;
const grouped = String.raw`\d{1,3}(?:['’‘´.\u00a0 ]\d{3})+|\d{1,5}`;
/** Everything that may stand behind a weight on its line: further numbers, points, notes, the word for weight. */
export const behind = new RegExp(
  String.raw`^[\s\d.,;'’‘()\[\]=%|/:–-]*(?:(?:max\w*\.?|erreichbare?\w*|possible|${pointsWord}|Punktzahl|Punktezahl|Noten?|Gewicht\w*|gewichtet|weight\w*)[\s\d.,;'’‘()\[\]=%|/:–-]*)*$`,
  'i',
);
const rangeWeight = new RegExp(String.raw`(${number})\s*${perCent}?\s*(?:-|–|—|bis|to)\s*(${number})\s*${perCent}`, 'i');
export const percentWeight = new RegExp(String.raw`(?<![\d.,'’])(${number})\s*${perCent}`, 'i');
const pointsWeight = new RegExp(String.raw`(?<![\d.,'’])(${grouped})\s*${pointsWord}`, 'i');

const openWeight = new RegExp(String.raw`\[[^\]\d]{3,40}\]\s*${perCent}`, 'i');

export const toNumber = (text: string) => Number(text.replace(',', '.'));
export const toCount = (text: string) => Number(text.replace(/[^\d]/g, ''));

export interface FoundWeight extends Span {
  readonly form: WeightForm;
  readonly value: number;
}

/** The first weight written in a text, per cent before points. */
export function weightIn(text: string): FoundWeight | undefined {
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

export interface Label {
  readonly length: number;
  readonly number: string;
}

export function labelOf(text: string): Label | undefined {
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

export const maxName = 110;

/** Letters enough for a name, short enough for one, no sentence. */
export function isName(text: string): boolean {
  if ((text.match(/\p{L}/gu) ?? []).length < 3 || text.length > maxName) return false;
  return !/\p{L}{5}[.!?]\s+\p{Lu}\p{L}{3}/u.test(text) && !unfinished.test(text.trim());
}

/** "Gesamtkosten", "Total cost" and "Overall impression" are criteria, no sums. */
export const totalRow =
  /^(?:∑|Σ|(?:gesamt(?!kosten|preis|konzept|eindruck|lösung|qualität|energie)|total(?!\s+(?:cost|price))|summe|insgesamt|sum|overall(?!\s+(?:cost|price|quality|impression|concept|solution)))\p{L}*)(?:\b|\s|:|$)/iu;

export function placeWeight(row: AwardRow, cell: RowText, { form, value, start, end }: FoundWeight): AwardWeight {
  return { block: row.block, start: cell.at(start), end: cell.at(end - 1) + 1, form, value };
}

/** The beginning of a long description that names the criterion. */
export function shortName(text: string): string {
  const cut = /^(.{3,80}?)(?:\s{2,}|\s[-–]\s|:\s|\.\s|\s\()/u.exec(text)?.[1];
  return (cut ?? text.slice(0, 80)).trim();
}
