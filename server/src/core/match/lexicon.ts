/**
 * The distinct words seen so far. A word is interned under its spelling (soft hyphens removed, ligatures and decomposed
 * umlauts normalised), so that everything known about it (which symbols of the catalogue it satisfies, whether it is an
 * abbreviation) is worked out once, on first sight.
 */
import { anchorFlagsOf } from './anchors';
import { fold, stringOf } from './characters';
import { sentenceFlagsOf } from './sentences';
import type { Symbols } from './symbols';

/** The word satisfies a symbol a phrase can begin with. */
export const STARTS = 1;
/** The word satisfies a symbol that may follow a gap. */
export const AFTER_GAP = 2;
/** `®` and `™` do not part the words of a phrase. */
export const TRANSPARENT = 4;
/** Begins with a digit. */
export const NUMERIC = 8;
/** Bits 16 and 32 belong to anchors.ts. */
/** The word satisfies the anchor of a phrase: in its sentence the phrase may begin. */
export const ANCHOR = 64;
/** The word satisfies a symbol that begins a phrase with an anchor. */
export const STARTS_ANCHORED = 128;
/** From here on the bits belong to sentences.ts. */
export const SENTENCE_SHIFT = 8;

/** One of 32 bits for a symbol: most words and states can be told to have nothing in common by their bits. */
export function symbolBit(symbol: number): number {
  return 1 << (Math.imul(symbol, 0x9e3779b1 | 0) >>> 27);
}

export interface Lexicon {
  /** Number of distinct words. */
  size: number;
  flags: Int32Array;
  /** Bits of the symbols of each word. */
  bits: Int32Array;
  /** Symbols of word w: `symbols[symbolStart[w]] … symbols[symbolStart[w + 1] - 1]`. */
  symbolStart: Int32Array;
  symbols: Int32Array;
  symbolCount: number;
  /** Spelling and folded spelling of each word. */
  readonly raw: string[];
  readonly folded: string[];
  /** Open addressing: pairs of hash and word id + 1. Kept small and rather full: what counts is how much of it stays in the cache. */
  slots: Int32Array;
  slotMask: number;
  /** Second hash of each word. */
  second: Int32Array;
  readonly source: Symbols;
}

/** An empty lexicon for the words of a catalogue's symbols. */
export function createLexicon(source: Symbols): Lexicon {
  return {
    size: 0,
    flags: new Int32Array(4096),
    bits: new Int32Array(4096),
    symbolStart: new Int32Array(4097),
    symbols: new Int32Array(8192),
    symbolCount: 0,
    raw: [],
    folded: [],
    slots: new Int32Array(2 * 16384),
    slotMask: 16383,
    second: new Int32Array(4096),
    source,
  };
}

export const HASH_SEED = 0x811c9dc5 | 0;
/** Factors of the two rolling hashes: `h1 = (h1 ^ c) * P1`, `h2 = h2 * P2 + c`. */
export const HASH_FACTOR = 0x01000193;
export const SECOND_FACTOR = 0x2c1b3c6d;

/**
 * Id of the word spelled `text[start, end)`. Two words are taken for the same when both hashes of 32 bits agree: among a million
 * words that happens by chance once in 30 million texts, and comparing the characters would cost a quarter of the whole pass.
 */
export function internRange(lexicon: Lexicon, text: string, start: number, end: number, hash: number, second: number): number {
  const { slots, slotMask } = lexicon;
  let slot = (hash ^ (hash >>> 15)) & slotMask;
  for (;;) {
    const id = slots[2 * slot + 1]! - 1;
    if (id < 0) break;
    if (slots[2 * slot] === hash && lexicon.second[id] === second) return id;
    slot = (slot + 1) & slotMask;
  }
  return addWord(lexicon, text.slice(start, end), hash, second);
}

/** Id of a word given as a string. */
export function internWord(lexicon: Lexicon, word: string): number {
  let hash = HASH_SEED;
  let second = 0;
  for (let i = 0; i < word.length; i++) {
    const c = word.charCodeAt(i);
    hash = Math.imul(hash ^ c, HASH_FACTOR);
    second = (Math.imul(second, SECOND_FACTOR) + c) | 0;
  }
  return internRange(lexicon, word, 0, word.length, hash, second);
}

function addWord(lexicon: Lexicon, sliced: string, hash: number, second: number): number {
  // A slice may keep its whole text alive, and two bytes a character.
  const raw = detached(sliced);
  const id = lexicon.size++;
  if (3 * lexicon.size > 2 * lexicon.slotMask) growSlots(lexicon);
  insert(lexicon, hash, id + 1);

  if (id + 1 > lexicon.flags.length) {
    lexicon.flags = grown(lexicon.flags);
    lexicon.bits = grown(lexicon.bits);
    lexicon.second = grown(lexicon.second);
  }
  if (id + 2 > lexicon.symbolStart.length) lexicon.symbolStart = grown(lexicon.symbolStart);
  lexicon.second[id] = second;

  const folded = fold(raw);
  lexicon.raw.push(raw);
  lexicon.folded.push(folded === raw ? raw : folded);

  const symbols = lexicon.source.symbolsOf(folded, raw);
  let bits = 0;
  let flags = sentenceFlagsOf(raw, folded) << SENTENCE_SHIFT;
  flags |= anchorFlagsOf(raw, folded);
  if (raw === '®' || raw === '™') flags |= TRANSPARENT;
  const first = raw.charCodeAt(0);
  if (first >= 0x30 && first <= 0x39) flags |= NUMERIC;
  while (lexicon.symbolCount + symbols.length > lexicon.symbols.length) lexicon.symbols = grown(lexicon.symbols);
  for (const symbol of symbols) {
    lexicon.symbols[lexicon.symbolCount++] = symbol;
    flags |= lexicon.source.flags[symbol]!;
    bits |= symbolBit(symbol);
  }
  lexicon.symbolStart[id + 1] = lexicon.symbolCount;
  lexicon.flags[id] = flags;
  lexicon.bits[id] = bits;
  return id;
}

function detached(slice: string): string {
  const codes: number[] = [];
  for (let i = 0; i < slice.length; i++) codes.push(slice.charCodeAt(i));
  return stringOf(codes);
}

function insert(lexicon: Lexicon, hash: number, entry: number): void {
  const { slots, slotMask } = lexicon;
  let slot = (hash ^ (hash >>> 15)) & slotMask;
  while (slots[2 * slot + 1] !== 0) slot = (slot + 1) & slotMask;
  slots[2 * slot] = hash;
  slots[2 * slot + 1] = entry;
}

function growSlots(lexicon: Lexicon): void {
  const old = lexicon.slots;
  lexicon.slotMask = 2 * lexicon.slotMask + 1;
  lexicon.slots = new Int32Array(2 * (lexicon.slotMask + 1));
  for (let i = 0; i < old.length; i += 2) if (old[i + 1] !== 0) insert(lexicon, old[i]!, old[i + 1]!);
}

function grown(array: Int32Array): Int32Array<ArrayBuffer> {
  const bigger = new Int32Array(2 * array.length);
  bigger.set(array);
  return bigger;
}
