/**
 * Front matter: the `key: value` lines between `---` at the top of a document. Values, lists and mappings of one level
 * (`rules:`) are read; everything else of YAML is reported, not guessed.
 */
import type { Span } from './model';
import { isEmpty, look, type Splitter } from './splitter';

type Scalar = string | number | boolean;

/** A value as written in YAML: quoted and plain text, numbers, `true` and `false`, a list or a mapping of these. */
export type FrontMatterValue = Scalar | readonly Scalar[] | Readonly<Record<string, Scalar>>;

export interface FrontMatterProblem extends Span {
  /** `line`: not understood; `list`: not closed; `twice`: the key stands there a second time. */
  readonly id: 'line' | 'list' | 'twice';
  /** The words in question. */
  readonly text: string;
}

/** Offsets are relative to the block, as everywhere in blocks. */
export interface FrontMatter {
  /** The first value of each key. Keys with nothing behind them, and deeper structures of other tools' keys, are left out. */
  readonly values: Readonly<Record<string, FrontMatterValue>>;
  /** Where each value stands: the value itself, or all of a list or mapping; those inside a mapping under `key.inner`. */
  readonly places: Readonly<Record<string, Span>>;
  /** Where each item of a list stands. */
  readonly items: Readonly<Record<string, readonly Span[]>>;
  /** Where each key stands; those inside a mapping under `key.inner`. */
  readonly keys: Readonly<Record<string, Span>>;
  readonly problems: readonly FrontMatterProblem[];
}

const longest = 300;

const keyPattern = /^(?:"([^"]+)"|'([^']+)'|([^\s:#"'[\]{},-][^:]*?))\s*:(?=\s|$)/;

/** Last line of the front matter that begins with the document's first line `i`, -1 when there is none. */
export function frontMatterEnd(s: Splitter, i: number): number {
  if (!isFence(s, i, false) || !look(s, i + 1)) return -1;
  const { lines, text } = s;
  if (!isFence(s, i + 1, false) && !/^(?:[\w-]+\s*:|#|$)/.test(text.slice(lines.first[i + 1], lines.end[i + 1]))) return -1;
  for (let k = i + 1; k < i + longest && look(s, k); k++) if (isFence(s, k, true)) return k;
  return -1;
}

function isFence(s: Splitter, i: number, closing: boolean): boolean {
  const { lines, text } = s;
  if (isEmpty(s, i) || lines.indent[i] > 0 || lines.quote[i] > 0 || lines.end[i] - lines.first[i] !== 3) return false;
  return text.startsWith('---', lines.first[i]) || (closing && text.startsWith('...', lines.first[i]));
}

interface Value extends Span {
  readonly value: Scalar;
}

interface Entry {
  readonly key: string;
  readonly place: Span;
  readonly values: Value[];
  /** Keys of `values` where they are a mapping. */
  readonly inner: { readonly name: string; readonly place: Span }[];
  list: boolean;
  /** Something nested that is not read. */
  foreign: boolean;
}

/** Reads the front matter in `[start, start + length)` of `text`, its `---` lines included. Unknown keys are no problem: other tools use front matter too. */
export function readFrontMatter(text: string, start: number, length: number): FrontMatter {
  const entries: Entry[] = [];
  const problems: FrontMatterProblem[] = [];
  const problem = (id: FrontMatterProblem['id'], from: number, to: number) =>
    problems.push({ id, text: text.slice(from, to), start: from - start, end: to - start });
  const stop = start + length;
  for (let at = start, next = at; at < stop; at = next) {
    let end = at;
    while (end < stop && text.charCodeAt(end) !== 10 && text.charCodeAt(end) !== 13) end++;
    next = end + (text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? 2 : 1);
    let first = at;
    while (first < end && isGap(text.charCodeAt(first))) first++;
    let last = end;
    while (last > first && isGap(text.charCodeAt(last - 1))) last--;
    const line = text.slice(first, last);
    if (line === '' || line.startsWith('#') || (first === at && (line === '---' || line === '...'))) continue;
    const open = entries[entries.length - 1];
    const item = /^-(?:\s+|$)/.exec(line);
    if (item !== null && open !== undefined && (open.values.length === 0 || open.list)) {
      open.list = true;
      const value = readValue(text, first + item[0].length, last);
      if (value.end > value.start) open.values.push(value);
      continue;
    }
    const key = keyPattern.exec(line);
    if (first > at && open !== undefined) {
      const value = key && readValue(text, first + key[0].length, last);
      if (key && value && value.end > value.start && open.values.length === open.inner.length) {
        open.inner.push({ name: nameOf(key), place: { start: first, end: first + key[0].length - 1 } });
        open.values.push(value);
      } else open.foreign = true;
      continue;
    }
    if (key === null) {
      problem('line', first, last);
      continue;
    }
    const name = nameOf(key);
    const place = { start: first, end: first + key[0].length - 1 };
    if (entries.some((entry) => entry.key === name)) problem('twice', place.start, place.end);
    let from = first + key[0].length;
    while (from < last && isGap(text.charCodeAt(from))) from++;
    const entry: Entry = { key: name, place, values: [], inner: [], list: text.charCodeAt(from) === 91, foreign: false };
    if (entry.list) {
      const items = readList(text, from, last);
      if (items === undefined) {
        problem('list', from, last);
        entry.foreign = true;
      } else entry.values.push(...items);
    } else if (from < last) {
      const value = readValue(text, from, last);
      // `|` and `>` begin folded text.
      if (/^[|>][-+\d]*$/.test(text.slice(value.start, value.end))) entry.foreign = true;
      else if (value.end > value.start) entry.values.push(value);
    }
    entries.push(entry);
  }
  return collect(entries, problems, start);
}

function collect(entries: readonly Entry[], problems: readonly FrontMatterProblem[], start: number): FrontMatter {
  const values: [string, FrontMatterValue][] = [];
  const places: [string, Span][] = [];
  const items: [string, Span[]][] = [];
  const keys: [string, Span][] = [];
  const seen = new Set<string>();
  const relative = (span: Span) => ({ start: span.start - start, end: span.end - start });
  for (const entry of entries) {
    if (seen.has(entry.key)) continue;
    seen.add(entry.key);
    keys.push([entry.key, relative(entry.place)]);
    if (entry.list ? entry.foreign && entry.values.length === 0 : entry.foreign || entry.values.length === 0) continue;
    values.push([entry.key, valueIn(entry)]);
    const first = entry.values[0] ?? entry.place;
    const last = entry.values[entry.values.length - 1] ?? entry.place;
    places.push([entry.key, relative({ start: first.start, end: last.end })]);
    entry.inner.forEach(({ name, place }, i) => {
      places.push([`${entry.key}.${name}`, relative(entry.values[i])]);
      keys.push([`${entry.key}.${name}`, relative(place)]);
    });
    if (entry.list) items.push([entry.key, entry.values.map(relative)]);
  }
  // `fromEntries` makes own properties of every name, `__proto__` too.
  return {
    values: Object.fromEntries(values),
    places: Object.fromEntries(places),
    items: Object.fromEntries(items),
    keys: Object.fromEntries(keys),
    problems,
  };
}

function nameOf(key: RegExpExecArray): string {
  return key[1] ?? key[2] ?? key[3];
}

function valueIn({ list, inner, values }: Entry): FrontMatterValue {
  if (list) return values.map((v) => v.value);
  return inner.length > 0 ? Object.fromEntries(inner.map(({ name }, i) => [name, values[i].value])) : values[0].value;
}

function readList(text: string, from: number, to: number): Value[] | undefined {
  let close = to;
  const comment = /\]\s+#/.exec(text.slice(from, to));
  if (comment !== null) close = from + comment.index + 1;
  if (text.charCodeAt(close - 1) !== 93) return undefined;
  const values: Value[] = [];
  let at = from + 1;
  let itemStart = at;
  let quotation = 0;
  for (; at < close; at++) {
    const c = text.charCodeAt(at);
    if (quotation !== 0) {
      if (c === quotation) quotation = 0;
    } else if ((c === 34 || c === 39) && text.slice(itemStart, at).trim() === '') quotation = c;
    else if (c === 44 || at === close - 1) {
      const value = readValue(text, itemStart, at);
      if (value.end > value.start) values.push(value);
      itemStart = at + 1;
    }
  }
  return quotation === 0 ? values : undefined;
}

/** The value between `from` and `to` without blanks, quotes and a comment behind it. */
function readValue(text: string, from: number, to: number): Value {
  let start = from;
  let end = to;
  while (start < end && isGap(text.charCodeAt(start))) start++;
  while (end > start && isGap(text.charCodeAt(end - 1))) end--;
  const c = text.charCodeAt(start);
  if (c === 34 || c === 39) {
    const close = text.slice(start + 1, end).indexOf(String.fromCharCode(c));
    if (close >= 0) return { value: text.slice(start + 1, start + 1 + close), start: start + 1, end: start + 1 + close };
  }
  const comment = c === 35 ? 0 : text.slice(start, end).search(/\s+#/);
  if (comment >= 0) end = start + comment;
  const words = text.slice(start, end);
  const value = /^[-+]?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(words) ? Number(words) : words === 'true' ? true : words === 'false' ? false : words;
  return { value, start, end };
}

function isGap(c: number): boolean {
  return c === 32 || c === 9 || c === 0xa0;
}
