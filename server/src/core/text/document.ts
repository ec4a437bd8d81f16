/**
 * Reads a text into blocks, whole or from an edit on. The second way gives exactly what the first would: it begins at the last
 * block no decision of which reached the edit, and ends where it meets an old block with the same things carried over.
 */
import { readAllWindows, readWindowAt, readZones } from './furniture';
import type { Block, PageWindow, SpecDocument, TextChange, TextFormat } from './model';
import { linesFrom } from './scan';
import { run } from './split';
import { decodeState, newSplitter } from './splitter';
import { type Habits, readHabits, surveyAll, surveyRange } from './survey';

/** The document before an edit, and the edit. */
export interface Previous {
  readonly document: SpecDocument;
  readonly change: TextChange;
}

/**
 * Cuts `text` into blocks. With `previous`, blocks the edit does not touch are taken over as they are (the same objects); the
 * result deep-equals a full read. Never throws; any string is a document.
 */
export function readDocument(text: string, format: TextFormat, previous?: Previous): SpecDocument {
  if (previous === undefined || previous.document.format !== format || !fits(text, previous)) return readAll(text, format);
  return readChanged(text, format, previous) ?? readAll(text, format);
}

function fits(text: string, { document, change }: Previous): boolean {
  const { start, end, length } = change;
  return start >= 0 && start <= end && end <= document.text.length && text.length === document.text.length - (end - start) + length;
}

function readAll(text: string, format: TextFormat): SpecDocument {
  const markdown = format === 'markdown';
  const lines = linesFrom(text, 0, markdown, 64 + (text.length >> 5));
  const survey = surveyAll(lines);
  const marks = Int32Array.from(survey.marks, (line) => lines.start[line]);
  const windows = readAllWindows(lines, survey.marks);
  const zones = readZones(marks, windows);
  const habits = readHabits(survey.sums, !markdown);
  const s = newSplitter(lines, markdown, habits, zones);
  run(s);
  return {
    text,
    format,
    blocks: s.blocks,
    starts: Int32Array.from(s.starts),
    quotesArePlain: habits.quotesArePlain,
    memory: {
      survey: survey.sums,
      marks,
      windows,
      zones,
      head: s.head,
      reach: Int32Array.from(s.reach),
      states: Float64Array.from(s.states),
    },
  };
}

/** Reads on from an edit; undefined when the edit changes a fact of the whole text and everything must be read again. */
function readChanged(text: string, format: TextFormat, { document, change }: Previous): SpecDocument | undefined {
  const markdown = format === 'markdown';
  const { blocks, starts, memory } = document;
  const delta = change.length - (change.end - change.start);
  if (blocks.length === 0) return undefined;

  // The sums over lines change by the lines the edit touches.
  const from = lineStartBefore(text, change.start);
  const oldTo = lineStartAfter(document.text, change.end);
  const taken = surveyRange(document.text, from, oldTo, markdown);
  const added = surveyRange(text, from, oldTo + delta, markdown);
  const sums = memory.survey.map((sum, k) => sum - taken.sums[k] + added.sums[k]);
  const habits = readHabits(sums, !markdown);
  if (!sameHabits(habits, readHabits(memory.survey, !markdown))) return undefined;

  // Page furniture: only windows the edit touches are read again.
  let { marks, windows, zones } = memory;
  let begins = change.start;
  let endsOld = change.end;
  if (marks.length > 0 || added.marks.length > 0) {
    marks = changedMarks(memory.marks, from, oldTo, added.marks, delta);
    const known = knownWindows(memory.marks, memory.windows, change, delta);
    windows = Array.from(marks, (mark) => known.get(mark) ?? readWindowAt(text, mark, markdown));
    zones = readZones(marks, windows);
    // Furniture that comes or goes is part of the edit.
    let same = 0;
    while (same < zones.length && same < memory.zones.length && zones[same] === memory.zones[same] && zones[same] <= change.start) same++;
    let tail = 0;
    const shortest = Math.min(zones.length, memory.zones.length) - same;
    while (tail < shortest && zones[zones.length - 1 - tail] === memory.zones[memory.zones.length - 1 - tail] + delta) {
      if (memory.zones[memory.zones.length - 1 - tail] < change.end) break;
      tail++;
    }
    for (const offset of memory.zones.subarray(same, memory.zones.length - tail)) {
      begins = Math.min(begins, offset);
      endsOld = Math.max(endsOld, offset);
    }
    for (const offset of zones.subarray(same, zones.length - tail)) {
      begins = Math.min(begins, offset);
      endsOld = Math.max(endsOld, offset - delta);
    }
  }

  // The last block that was decided without a look at the edit, and that splitting can begin with.
  let first = 0;
  while (memory.head < begins && first < blocks.length && starts[first] + memory.reach[first] < begins) first++;
  if (first === blocks.length || starts[first] >= begins) first--;
  while (first > 0 && memory.states[first] < 0) first--;
  const begin = first <= 0 ? 0 : lineStartOf(text, starts[first]);
  const lines = linesFrom(text, begin, markdown, 64);
  const s = newSplitter(lines, markdown, habits, zones);
  if (first > 0) decodeState(s, memory.states[first]);
  else first = 0;
  while (s.zone * 2 < zones.length && zones[s.zone * 2 + 1] <= begin) s.zone++;

  const changeEnd = endsOld + delta;
  let old = first;
  let rest = blocks.length;
  run(s, (start, lineStart, state) => {
    if (lineStart <= changeEnd || state < 0) return false;
    while (old < blocks.length && starts[old] + delta < start) old++;
    if (old === blocks.length || starts[old] + delta !== start || memory.states[old] !== state) return false;
    rest = old;
    return true;
  });

  const kept = blocks.length - rest;
  const count = first + s.blocks.length + kept;
  const newStarts = new Int32Array(count);
  const reach = new Int32Array(count);
  const states = new Float64Array(count);
  newStarts.set(starts.subarray(0, first));
  newStarts.set(s.starts, first);
  reach.set(memory.reach.subarray(0, first));
  reach.set(s.reach, first);
  if (first > 0) reach[first - 1] = Math.max(reach[first - 1], s.head - starts[first - 1]);
  states.set(memory.states.subarray(0, first));
  states.set(s.states, first);
  const at = first + s.blocks.length;
  for (let k = 0; k < kept; k++) newStarts[at + k] = starts[rest + k] + delta;
  reach.set(memory.reach.subarray(rest), at);
  states.set(memory.states.subarray(rest), at);
  return {
    text,
    format,
    blocks: joinBlocks(blocks, first, reused(blocks, first, rest, s.blocks), rest),
    starts: newStarts,
    quotesArePlain: habits.quotesArePlain,
    memory: { survey: sums, marks, windows, zones, head: first > 0 ? memory.head : s.head, reach, states },
  };
}

/** New blocks that equal an old block at the same place from the front or the back give way to the old object. */
function reused(blocks: readonly Block[], first: number, rest: number, made: Block[]): Block[] {
  for (let k = 0; k < made.length && first + k < rest; k++) {
    if (!sameBlock(blocks[first + k], made[k])) break;
    made[k] = blocks[first + k];
  }
  for (let k = 1; k <= made.length && rest - k >= first; k++) {
    if (!sameBlock(blocks[rest - k], made[made.length - k])) break;
    made[made.length - k] = blocks[rest - k];
  }
  return made;
}

function sameBlock(a: Block, b: Block): boolean {
  return a.hash === b.hash && a.length === b.length && a.kind === b.kind && a.number === b.number;
}

function joinBlocks(blocks: readonly Block[], first: number, made: readonly Block[], rest: number): Block[] {
  const all = blocks.slice(0, first);
  for (const block of made) all.push(block);
  for (let k = rest; k < blocks.length; k++) all.push(blocks[k]);
  return all;
}

function sameHabits(a: Habits, b: Habits): boolean {
  return (
    a.positions === b.positions && a.namedPositions === b.namedPositions && a.shortPositions === b.shortPositions && a.printed === b.printed
  );
}

/** Start of the line before the one at `offset`: the edit may have joined a line break to it. */
function lineStartBefore(text: string, offset: number): number {
  let at = lineStartOf(text, offset);
  if (at > 0) at = lineStartOf(text, at - 1);
  if (at > 0 && text.charCodeAt(at) === 10 && text.charCodeAt(at - 1) === 13) at = lineStartOf(text, at - 1);
  return at;
}

function lineStartOf(text: string, offset: number): number {
  let at = offset;
  while (at > 0) {
    const c = text.charCodeAt(at - 1);
    if (c === 10 || c === 13) break;
    at--;
  }
  return at;
}

/** Start of the line after the one at `offset`, or the end of the text. */
function lineStartAfter(text: string, offset: number): number {
  for (let at = offset; at < text.length; at++) {
    const c = text.charCodeAt(at);
    if (c === 10) return at + 1;
    if (c === 13) return text.charCodeAt(at + 1) === 10 ? at + 2 : at + 1;
  }
  return text.length;
}

function changedMarks(marks: Int32Array, from: number, oldTo: number, added: readonly number[], delta: number): Int32Array {
  const changed: number[] = [];
  let k = 0;
  for (; k < marks.length && marks[k] < from; k++) changed.push(marks[k]);
  for (const mark of added) changed.push(mark);
  for (; k < marks.length; k++) if (marks[k] >= oldTo) changed.push(marks[k] + delta);
  return Int32Array.from(changed);
}

/** Windows out of the edit's reach by the new offset of their mark. */
function knownWindows(marks: Int32Array, windows: readonly PageWindow[], change: TextChange, delta: number): Map<number, PageWindow> {
  const known = new Map<number, PageWindow>();
  windows.forEach((window, k) => {
    if (change.start > marks[k] + window.to + 1) known.set(marks[k], window);
    else if (change.end < marks[k] + window.from - 1) known.set(marks[k] + delta, window);
  });
  return known;
}
