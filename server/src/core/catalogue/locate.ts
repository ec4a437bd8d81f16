/** From a path in a YAML document ("criteria", 3, "clause") to its place in the text. */
import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type Pair, parseDocument, YAMLParseError } from 'yaml';
import type { Place } from './problems';

/** Keys and list positions from the root of the file. */
export type NodePath = readonly (string | number)[];

/**
 * Part of a node that a problem is about: its value, its key, or the head of a record (first key with its value).
 * A range names characters inside a text value, counted from 0.
 */
export type NodePart = 'value' | 'key' | 'head' | { readonly start: number; readonly end: number };

/** A YAML text with the way back to its lines. */
export interface YamlText {
  readonly text: string;
  readonly document: Document.Parsed;
  /** Offset of the first character of each line. */
  readonly lineStarts: readonly number[];
}

/** Parses YAML without ever throwing; errors stand in `document.errors`. A text that is nested absurdly deep gives an empty document with an error. */
export function parseYaml(text: string): YamlText {
  const tooDeep = nestingLimit(text);
  const document = parseDocument(tooDeep < 0 ? text : '', { prettyErrors: false, logLevel: 'silent', version: '1.2', merge: false });
  if (tooDeep >= 0) document.errors.push(new YAMLParseError([tooDeep, tooDeep + 1], 'RESOURCE_EXHAUSTION', 'Nested too deeply'));
  const lineStarts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lineStarts.push(at + 1);
  return { text, document, lineStarts };
}

/**
 * Offset at which a text is nested deeper than any catalogue (200 brackets, 50 list marks in a row, 400 columns), or -1.
 * The parser works recursively: far deeper nesting would exhaust the stack, which can end the whole process.
 */
function nestingLimit(text: string): number {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0x5b || unit === 0x7b) depth++;
    else if ((unit === 0x5d || unit === 0x7d) && depth > 0) depth--;
    if (depth > 200) return i;
  }
  return text.search(/(?:[-?:][ \t]){50}|^[ \t]{400}/m);
}

/** The pair or list item a path leads to; stops at the deepest node that exists. */
function follow(root: Node | null, path: NodePath): { node: Node | null; pair?: Pair; complete: boolean } {
  let node: Node | null = root;
  let pair: Pair | undefined;
  for (const step of path) {
    if (isMap(node)) {
      const found: Pair | undefined = node.items.find((item) => String(isScalar(item.key) ? item.key.value : item.key) === String(step));
      if (!found) return { node, pair, complete: false };
      pair = found;
      node = (found.value as Node | null) ?? (found.key as Node);
    } else if (isSeq(node)) {
      const found = node.items[Number(step)] as Node | undefined;
      if (!found) return { node, pair, complete: false };
      pair = undefined;
      node = found;
    } else return { node, pair, complete: false };
  }
  return { node, pair, complete: true };
}

/** The node at a path, or `undefined`. */
export function nodeAt(yaml: YamlText, path: NodePath): Node | undefined {
  const { node, complete } = follow(yaml.document.contents, path);
  return complete && node ? node : undefined;
}

/** Place of a node; a path that leads nowhere gives the place of what is nearest to it. */
export function locate(yaml: YamlText, path: NodePath, part: NodePart = 'value'): Place {
  const { node, pair, complete } = follow(yaml.document.contents, path);
  if (!node) return placeOf(yaml, 0, 0);
  if (!complete || part === 'head') return headOf(yaml, node);
  if (part === 'key' && pair) return rangeOf(yaml, pair.key as Node);
  if (typeof part === 'object') return partOfScalar(yaml, node, part.start, part.end);
  return rangeOf(yaml, node);
}

/** First key and value of a mapping, as far as they stand on one line; other nodes as a whole. */
function headOf(yaml: YamlText, node: Node): Place {
  const first = isMap(node) ? node.items[0] : undefined;
  if (!first) return rangeOf(yaml, node);
  const key = rangeOf(yaml, first.key as Node);
  const value = first.value ? rangeOf(yaml, first.value as Node) : key;
  return value.endLine === key.line ? { ...key, endColumn: value.endColumn } : key;
}

function rangeOf(yaml: YamlText, node: Node): Place {
  const [start, end] = node.range ?? [0, 0];
  let last = end;
  while (last > start && /\s/.test(yaml.text.charAt(last - 1))) last--;
  return placeOf(yaml, start, last);
}

/** Characters of a text value: exact where the value stands on one line without escapes, else the whole value. */
function partOfScalar(yaml: YamlText, node: Node, start: number, end: number): Place {
  if (!isScalar(node) || typeof node.value !== 'string' || !node.range) return rangeOf(yaml, node);
  const quoted = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE' ? 1 : 0;
  const from = node.range[0] + quoted;
  const plain = yaml.text.slice(from, from + node.value.length) === node.value;
  return plain ? placeOf(yaml, from + start, from + Math.max(start, end)) : rangeOf(yaml, node);
}

/** Place of a range of offsets of the text. */
export function placeOf(yaml: YamlText, start: number, end: number): Place {
  const last = yaml.text.length;
  const from = lineAndColumn(yaml.lineStarts, Math.min(Math.max(0, start), last));
  const to = lineAndColumn(yaml.lineStarts, Math.min(Math.max(0, start, end), last));
  return { ...from, endLine: to.line, endColumn: to.column };
}

function lineAndColumn(lineStarts: readonly number[], offset: number): { line: number; column: number } {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (lineStarts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - lineStarts[low]! + 1 };
}

/** True when the node is or holds an alias. */
export function holdsAlias(node: unknown): boolean {
  if (isAlias(node)) return true;
  if (isMap(node)) return node.items.some((item) => holdsAlias(item.key) || holdsAlias(item.value));
  return isSeq(node) && node.items.some(holdsAlias);
}
