/**
 * The phrase language: from the text of a phrase to a tree, and from the tree to flat sequences of steps. Never throws;
 * what is wrong comes back as an error with its column. Explained for maintainers in docs/phrase-language.md.
 */
import { fold, stringOf } from './characters';
import { createLexicon, type Lexicon } from './lexicon';
import { createSymbols, type SymbolKind } from './symbols';
import { tokenise } from './tokenise';
import { dimensions } from './units';

export type PhraseNode =
  | { readonly kind: 'word'; readonly symbol: SymbolKind; readonly text: string }
  /** Up to `limit` words of the same sentence; Infinity for `..`. */
  | { readonly kind: 'gap'; readonly limit: number }
  | { readonly kind: 'sequence'; readonly items: readonly PhraseNode[] }
  | { readonly kind: 'choice'; readonly options: readonly PhraseNode[] }
  | { readonly kind: 'optional'; readonly item: PhraseNode };

/** What is wrong with a phrase, for the person who wrote it. */
export interface PhraseProblem {
  /** Stable id of the kind of error. */
  readonly id: string;
  readonly de: string;
  readonly en: string;
  /** First character concerned, counted from 1, and how many are concerned. */
  readonly column: number;
  readonly length: number;
}

export interface ParsedPhrase {
  readonly node?: PhraseNode;
  readonly problem?: PhraseProblem;
}

/** One step of a flat sequence. */
export type PhraseStep = Exclude<PhraseNode, { kind: 'sequence' } | { kind: 'choice' } | { kind: 'optional' }>;

/** Limits of one phrase. */
export const limits = {
  /** Characters. */
  length: 1000,
  /** Words of the longest way through the phrase. */
  words: 40,
  /** Ways through the phrase: choices and optional words multiply. */
  variants: 2000,
  /** Groups inside groups. */
  depth: 8,
  /** Words a counted gap may span. */
  gap: 100,
} as const;

/** Typed gaps besides `{quantity:…}`. */
const slots = ['label', 'standard', 'number', 'quantity'];

class PhraseFailure {
  constructor(readonly problem: PhraseProblem) {}
}

function fail(id: string, column: number, length: number, de: string, en: string): never {
  throw new PhraseFailure({ id, column: column + 1, length: Math.max(1, length), de, en });
}

/** Reads a phrase. Exactly one of `node` and `problem` is given. */
export function parsePhrase(phrase: string): ParsedPhrase {
  try {
    if (phrase.length > limits.length) {
      fail(
        'phrase-too-long',
        limits.length,
        phrase.length - limits.length,
        `Die Phrase ist länger als ${limits.length} Zeichen. Teilen Sie sie in mehrere Phrasen.`,
        `The phrase is longer than ${limits.length} characters. Split it into several phrases.`,
      );
    }
    const reader: Reader = { phrase, at: 0, depth: 0 };
    const node = readSequence(reader, -1);
    checkSize(node, phrase);
    return { node };
  } catch (error) {
    if (error instanceof PhraseFailure) return { problem: error.problem };
    throw error;
  }
}

interface Reader {
  readonly phrase: string;
  at: number;
  depth: number;
}

const opening = '"„“”';
const closing = '"“”';

/** Reads items up to the end of the phrase, or up to `|` or `)` of the group opened at `group`. */
function readSequence(reader: Reader, group: number): PhraseNode {
  const { phrase } = reader;
  const from = reader.at;
  const items: PhraseNode[] = [];
  let lastGap = -1;
  for (;;) {
    while (reader.at < phrase.length && isBlank(phrase.charCodeAt(reader.at))) reader.at++;
    if (reader.at >= phrase.length) {
      if (group >= 0) {
        fail('group-unclosed', group, 1, 'Zu dieser Klammer „(“ fehlt die schließende „)“.', 'This "(" is never closed by ")".');
      }
      break;
    }
    const c = phrase[reader.at]!;
    if (c === ')' || c === '|') {
      if (group >= 0) break;
      if (c === ')') {
        fail('group-unopened', reader.at, 1, 'Zu dieser Klammer „)“ fehlt die öffnende „(“.', 'This ")" has no opening "(".');
      }
      fail(
        'choice-outside-group',
        reader.at,
        1,
        'Eine Auswahl steht in Klammern: (Papier|Karton).',
        'A choice stands in parentheses: (paper|cardboard).',
      );
    }
    if (c === '?') {
      fail(
        'optional-of-nothing',
        reader.at,
        1,
        'Vor dem „?“ muss direkt ein Wort oder eine Klammer stehen.',
        'The "?" must directly follow a word or a group.',
      );
    }
    if (c === '!') {
      fail('exact-of-nothing', reader.at, 1, 'Vor dem „!“ muss direkt ein Wort stehen.', 'The "!" must directly follow a word.');
    }
    if (isGap(phrase, reader.at)) {
      const at = reader.at;
      const gap = readGap(reader);
      if (items.length === 0) {
        fail(
          'gap-at-edge',
          at,
          reader.at - at,
          'Eine Lücke „..“ braucht davor und dahinter ein Wort.',
          'A gap ".." needs a word before and after it.',
        );
      }
      lastGap = at;
      items.push(gap);
      continue;
    }
    let item = readAtom(reader);
    if (item === undefined) continue;
    while (phrase[reader.at] === '?') {
      reader.at++;
      if (item.kind !== 'optional') item = { kind: 'optional', item };
    }
    items.push(item);
  }
  if (items.length > 0 && items[items.length - 1]!.kind === 'gap') {
    fail('gap-at-edge', lastGap, 2, 'Eine Lücke „..“ braucht davor und dahinter ein Wort.', 'A gap ".." needs a word before and after it.');
  }
  if (items.length === 0) {
    if (group >= 0) {
      fail('choice-empty', Math.max(group, from - 1), 1, 'In der Auswahl fehlt ein Wort.', 'A choice is empty.');
    }
    fail('phrase-empty', 0, phrase.length, 'Die Phrase enthält kein Wort.', 'The phrase holds no word.');
  }
  return items.length === 1 ? items[0]! : { kind: 'sequence', items };
}

function isBlank(c: number): boolean {
  return c === 0x20 || c === 0x09 || c === 0x0a || c === 0x0d || c === 0xa0;
}

/** `..`, `..5` */
function isGap(phrase: string, at: number): boolean {
  return phrase.startsWith('..', at);
}

function readGap(reader: Reader): PhraseNode {
  const { phrase } = reader;
  const from = reader.at;
  reader.at += 2;
  while (phrase[reader.at] === '.') reader.at++;
  const digits = /^\d*/.exec(phrase.slice(reader.at, reader.at + 8))![0];
  reader.at += digits.length;
  if (digits === '') return { kind: 'gap', limit: Number.POSITIVE_INFINITY };
  const limit = Number(digits);
  if (limit < 1 || limit > limits.gap) {
    fail(
      'gap-size',
      from,
      reader.at - from,
      `Eine gezählte Lücke reicht von ..1 bis ..${limits.gap}; ohne Zahl gilt sie bis zum Satzende.`,
      `A counted gap goes from ..1 to ..${limits.gap}; without a number it reaches to the end of the sentence.`,
    );
  }
  return { kind: 'gap', limit };
}

function readAtom(reader: Reader): PhraseNode | undefined {
  const c = reader.phrase[reader.at]!;
  if (c === '(') return readGroup(reader);
  if (c === '{') return readSlot(reader);
  if (c === '}') {
    fail('slot-unopened', reader.at, 1, 'Zu dieser Klammer „}“ fehlt die öffnende „{“.', 'This "}" has no opening "{".');
  }
  if (opening.includes(c)) return readQuoted(reader);
  return readRun(reader);
}

function readGroup(reader: Reader): PhraseNode {
  const open = reader.at;
  if (++reader.depth > limits.depth) {
    fail(
      'group-too-deep',
      open,
      1,
      `Klammern lassen sich höchstens ${limits.depth} Ebenen tief schachteln.`,
      `Groups nest at most ${limits.depth} deep.`,
    );
  }
  reader.at++;
  const options: PhraseNode[] = [];
  for (;;) {
    options.push(readSequence(reader, open));
    const c = reader.phrase[reader.at];
    reader.at++;
    if (c === ')') break;
  }
  reader.depth--;
  return options.length === 1 ? options[0]! : { kind: 'choice', options };
}

function readSlot(reader: Reader): PhraseNode {
  const { phrase } = reader;
  const open = reader.at;
  const close = phrase.indexOf('}', open);
  if (close < 0) fail('slot-unclosed', open, 1, 'Zu dieser Klammer „{“ fehlt die schließende „}“.', 'This "{" is never closed by "}".');
  const name = phrase.slice(open + 1, close).trim();
  reader.at = close + 1;
  const length = close + 1 - open;
  const [base = '', dimension, ...more] = name.split(':').map((part) => part.trim());
  if (!slots.includes(base) || more.length > 0 || (dimension !== undefined && base !== 'quantity')) {
    fail(
      'slot-unknown',
      open,
      length,
      `„{${name}}“ gibt es nicht. Möglich sind {label}, {standard}, {number}, {quantity} und {quantity:time}.`,
      `There is no "{${name}}". Use {label}, {standard}, {number}, {quantity} or {quantity:time}.`,
    );
  }
  if (dimension !== undefined && !dimensions.includes(dimension)) {
    fail(
      'slot-dimension',
      open,
      length,
      `Die Größe „${dimension}“ gibt es nicht. Möglich sind: ${dimensions.join(', ')}.`,
      `There is no dimension "${dimension}". Possible are: ${dimensions.join(', ')}.`,
    );
  }
  if (base === 'number') return { kind: 'word', symbol: 'n', text: '' };
  return { kind: 'word', symbol: 't', text: dimension === undefined ? base : `${base}:${dimension}` };
}

function readQuoted(reader: Reader): PhraseNode {
  const { phrase } = reader;
  const open = reader.at;
  let close = open + 1;
  while (close < phrase.length && !closing.includes(phrase[close]!)) close++;
  if (close >= phrase.length) {
    fail('quote-unclosed', open, 1, 'Das schließende Anführungszeichen fehlt.', 'The closing quotation mark is missing.');
  }
  const inner = phrase.slice(open + 1, close);
  reader.at = close + 1;
  const star = inner.indexOf('*');
  if (star >= 0) {
    fail(
      'star-in-quotes',
      open + 1 + star,
      1,
      'In Anführungszeichen gilt die genaue Schreibung; ein „*“ ist dort nicht möglich.',
      'Quotation marks ask for the exact spelling; "*" has no meaning inside.',
    );
  }
  const words = splitWords(inner);
  if (words.length === 0) {
    fail(
      'quote-empty',
      open,
      close + 1 - open,
      'Zwischen den Anführungszeichen steht kein Wort.',
      'There is no word between the quotation marks.',
    );
  }
  if (phrase[reader.at] === '!') reader.at++;
  return sequence(words.map((text) => ({ kind: 'word', symbol: 'c', text })));
}

/** A run of characters without blanks: one word or several joined by hyphens, perhaps with `*` and `!`. */
function readRun(reader: Reader): PhraseNode | undefined {
  const { phrase } = reader;
  const from = reader.at;
  while (reader.at < phrase.length) {
    const c = phrase[reader.at]!;
    if (isBlank(phrase.charCodeAt(reader.at)) || '()|{}?!'.includes(c) || opening.includes(c)) break;
    // "nach .. Norm", but "z.B." and "1.5" go on.
    if (isGap(phrase, reader.at)) break;
    reader.at++;
  }
  const run = phrase.slice(from, reader.at);
  const exact = phrase[reader.at] === '!';
  if (exact) reader.at++;
  if (run.includes('*')) return readStars(run, from, exact);
  const words = splitWords(run);
  if (words.length === 0) {
    if (exact || phrase[reader.at] === '?') {
      fail('word-missing', from, reader.at - from, `„${run}“ enthält kein Wort.`, `"${run}" holds no word.`);
    }
    return undefined;
  }
  const symbol: SymbolKind = exact ? 'x' : 'l';
  const apart = sequence(words.map((text) => ({ kind: 'word', symbol, text: fold(text) })));
  // Recycling-Papier is also written Recyclingpapier.
  if (words.length > 1 && /^\p{L}{2,}(?:[-‐‑]\p{L}{2,})+$/u.test(run)) {
    return { kind: 'choice', options: [apart, { kind: 'word', symbol, text: fold(words.join('')) }] };
  }
  return apart;
}

function readStars(run: string, from: number, exact: boolean): PhraseNode {
  const words: PhraseNode[] = [];
  for (const piece of run.matchAll(/[\p{L}\p{M}\p{N}+*\u00ad]+/gu)) {
    const at = from + piece.index;
    if (!piece[0].includes('*')) {
      for (const text of splitWords(piece[0])) words.push({ kind: 'word', symbol: exact ? 'x' : 'l', text: fold(text) });
      continue;
    }
    const text = fold(piece[0].normalize('NFC').replace(/\u00ad/g, '')).replace(/\*+/g, '*');
    const letters = text.replace(/\*/g, '').length;
    if (letters === 0) {
      fail(
        'star-alone',
        at,
        piece[0].length,
        'Ein „*“ steht nur an oder in einem Wort: papier*, *papier. Für ein beliebiges Wort dazwischen: ..1',
        'A "*" stands at or in a word only: paper*, *paper. For any one word in between: ..1',
      );
    }
    if (letters < 2) {
      fail(
        'star-short',
        at,
        piece[0].length,
        'Mit „*“ braucht ein Wort mindestens zwei feste Buchstaben.',
        'A word with "*" needs at least two fixed letters.',
      );
    }
    words.push({ kind: 'word', symbol: exact || text.endsWith('*') ? 'G' : 'g', text });
  }
  return sequence(words);
}

function sequence(items: readonly PhraseNode[]): PhraseNode {
  return items.length === 1 ? items[0]! : { kind: 'sequence', items };
}

let scratch: Lexicon | undefined;
const noSpans: readonly never[] = [];

/** The words of a text as the tokeniser sees them, in their spelling. */
export function splitWords(text: string): string[] {
  if (scratch === undefined || scratch.size > 20_000) {
    scratch = createLexicon(createSymbols({ kinds: '', texts: [], stems: [] }, new Uint8Array(0)));
  }
  const lexicon = scratch;
  // A copy: once the tokeniser has met many kinds of strings (slices, interned ones), the engine's code for reading characters
  // becomes slow for good, and catalogues are compiled in the process that reads texts.
  const copy = stringOf(Array.from({ length: text.length }, (_, i) => text.charCodeAt(i)));
  const tokens = tokenise(lexicon, copy, 0, copy.length, noSpans, noSpans);
  return Array.from(tokens.word, (word) => lexicon.raw[word]!);
}

interface Size {
  /** Ways through. */
  readonly variants: number;
  /** Words of the longest and of the shortest way. */
  readonly words: number;
  readonly least: number;
}

function sizeOf(node: PhraseNode): Size {
  switch (node.kind) {
    case 'word':
      return { variants: 1, words: 1, least: 1 };
    case 'gap':
      return { variants: 1, words: 0, least: 0 };
    case 'optional': {
      const size = sizeOf(node.item);
      return { variants: size.variants + 1, words: size.words, least: 0 };
    }
    case 'choice': {
      const sizes = node.options.map(sizeOf);
      return {
        variants: sizes.reduce((sum, size) => sum + size.variants, 0),
        words: Math.max(...sizes.map((size) => size.words)),
        least: Math.min(...sizes.map((size) => size.least)),
      };
    }
    case 'sequence': {
      const sizes = node.items.map(sizeOf);
      return {
        variants: sizes.reduce((product, size) => product * size.variants, 1),
        words: sizes.reduce((sum, size) => sum + size.words, 0),
        least: sizes.reduce((sum, size) => sum + size.least, 0),
      };
    }
  }
}

function checkSize(node: PhraseNode, phrase: string): void {
  const size = sizeOf(node);
  if (size.words > limits.words) {
    fail(
      'phrase-too-many-words',
      0,
      phrase.length,
      `Die Phrase hat ${size.words} Wörter, erlaubt sind ${limits.words}. Mit einer Lücke „..“ genügen die wichtigen.`,
      `The phrase has ${size.words} words, ${limits.words} are allowed. With a gap ".." the important ones will do.`,
    );
  }
  if (size.variants > limits.variants) {
    fail(
      'phrase-too-many-variants',
      0,
      phrase.length,
      `Auswahl und „?“ ergeben zusammen ${Math.min(size.variants, 1e9)} Möglichkeiten, erlaubt sind ${limits.variants}. Teilen Sie die Phrase.`,
      `Choices and "?" multiply to ${Math.min(size.variants, 1e9)} variants, ${limits.variants} are allowed. Split the phrase.`,
    );
  }
  if (size.least === 0) {
    fail(
      'phrase-all-optional',
      0,
      phrase.length,
      'Mindestens ein Wort der Phrase muss stehen bleiben.',
      'At least one word of the phrase must remain.',
    );
  }
}

/**
 * All ways through a phrase as flat sequences, in a fixed order, without repeats. A gap that lost its neighbour (an
 * optional word) at the edge is dropped; gaps that meet are added up.
 */
export function variantsOf(node: PhraseNode): PhraseStep[][] {
  const seen = new Set<string>();
  const out: PhraseStep[][] = [];
  for (const raw of expand(node)) {
    const steps: PhraseStep[] = [];
    for (const step of raw) {
      const last = steps[steps.length - 1];
      if (step.kind === 'gap') {
        if (last === undefined) continue;
        if (last.kind === 'gap') {
          steps[steps.length - 1] = { kind: 'gap', limit: last.limit + step.limit };
          continue;
        }
      }
      steps.push(step);
    }
    if (steps.length > 0 && steps[steps.length - 1]!.kind === 'gap') steps.pop();
    if (steps.length === 0) continue;
    const key = steps.map((step) => (step.kind === 'gap' ? `.${step.limit}` : step.symbol + step.text)).join('\u0000');
    if (seen.has(key)) continue;
    seen.add(key);
    out.push(steps);
  }
  return out;
}

function expand(node: PhraseNode): PhraseStep[][] {
  switch (node.kind) {
    case 'word':
    case 'gap':
      return [[node]];
    case 'optional':
      return [...expand(node.item), []];
    case 'choice':
      return node.options.flatMap(expand);
    case 'sequence': {
      let ways: PhraseStep[][] = [[]];
      for (const item of node.items) {
        const next = expand(item);
        ways = next.length === 1 ? ways.map((way) => way.concat(next[0]!)) : ways.flatMap((way) => next.map((more) => way.concat(more)));
      }
      return ways;
    }
  }
}
