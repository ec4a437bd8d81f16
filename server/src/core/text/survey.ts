/**
 * What is true of the whole text and steers the splitting: is it a bill of quantities, was it printed and scanned back, do
 * quotes wrap it. Every fact is a sum over lines, so an edit changes it by the lines it touches.
 */
import { Line, type Lines, linesFrom, scanAll, scanTo } from './scan';

/** Indices into the sums. */
const candidates = 0;
const amounts = 1;
const hashes = 2;
const quoted = 3;
const plain = 4;
const pages = 5;
const named = 6;
const short = 7;
const size = 8;

/** Facts drawn from the sums. */
export interface Habits {
  /** Three-part numbers head positions of a bill of quantities. */
  readonly positions: boolean;
  /** Lines with the word and a number do, "Pos. 3". */
  readonly namedPositions: boolean;
  /** No number has three parts, and those of two head positions, "1.2 Schreibtisch". */
  readonly shortPositions: boolean;
  /** The text is a printed page turned back into text: no Markdown structure to rely on, even in a Markdown file. */
  readonly printed: boolean;
  readonly quotesArePlain: boolean;
}

export interface Survey {
  readonly sums: Int32Array;
  /** Lines that bear a page number or begin a page, as indices into the lines surveyed. */
  readonly marks: number[];
}

/** Sums over the lines of `text` from the line start `from` to the line start (or end) `to`. Marks are offsets here. */
export function surveyRange(text: string, from: number, to: number, quotes: boolean): Survey {
  const lines = linesFrom(text, from, quotes, 64);
  const survey: Survey = { sums: new Int32Array(size), marks: [] };
  for (let i = 0; lines.next < to && scanTo(lines, i); i++) addLine(survey, lines, i);
  return { sums: survey.sums, marks: survey.marks.map((line) => lines.start[line]) };
}

/** Sums over all lines; reads them all. */
export function surveyAll(lines: Lines): Survey {
  const survey: Survey = { sums: new Int32Array(size), marks: [] };
  scanAll(lines);
  for (let i = 0; i < lines.count; i++) addLine(survey, lines, i);
  return survey;
}

function addLine({ sums, marks }: Survey, lines: Lines, i: number): void {
  const flags = lines.flags[i];
  const length = lines.end[i] - lines.first[i];
  if (lines.quote[i] > 0) sums[quoted] += length;
  else if (length > 0) {
    const c = lines.text.charCodeAt(lines.first[i]);
    // Tables and tags stand outside a converter's quotes even where it quotes all prose.
    if (c !== 60 && c !== 124 && !(flags & Line.Hash)) sums[plain] += length;
  }
  if (flags & (Line.Candidate | Line.NamedCandidate | Line.ShortCandidate | Line.Amount | Line.Hash | Line.PageMark | Line.FormFeed)) {
    if (flags & Line.Candidate) sums[candidates]++;
    if (flags & Line.NamedCandidate) sums[named]++;
    if (flags & Line.ShortCandidate) sums[short]++;
    if (flags & Line.Amount) sums[amounts]++;
    if (flags & Line.Hash) sums[hashes]++;
    if (flags & (Line.PageMark | Line.FormFeed)) {
      sums[pages]++;
      marks.push(i);
    }
  }
}

export function readHabits(sums: Int32Array, plainText: boolean): Habits {
  const printed = plainText || (sums[hashes] === 0 && sums[pages] >= 2);
  return {
    positions: sums[candidates] >= 3 && sums[amounts] >= 3 && sums[amounts] * 3 >= sums[candidates],
    namedPositions: sums[named] >= 2,
    shortPositions: printed && sums[candidates] === 0 && sums[short] >= 3 && sums[amounts] >= 3 && sums[amounts] * 2 >= sums[short],
    printed,
    quotesArePlain: sums[quoted] > sums[plain],
  };
}
