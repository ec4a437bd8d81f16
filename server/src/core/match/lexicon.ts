/**
 * The distinct words seen so far. A word is interned under its spelling (soft hyphens removed, ligatures and decomposed
 * umlauts normalised), so that everything known about it (which symbols of the catalogue it satisfies, whether it is an
 * abbreviation) is worked out once, on first sight.
 */
import { anchorFlagsOf } from './anchors';
import { fold } from './characters';
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
/** Bits 16 and 32 belong to anchors.ts; from here on to sentences.ts. */
export const SENTENCE_SHIFT = 8;

export interface Lexicon {
  /** Number of distinct words. */
  size: number;
  flags: Int32Array;
  /** Symbols of word w: `symbols[symbolStart[w]] … symbols[symbolStart[w + 1] - 1]`. */
  symbolStart: Int32Array;
  symbols: Int32Array;
  symbolCount: number;
  /** Spelling and folded spelling of each word. */
  readonly raw: string[];
  readonly folded: string[];
  /** Open addressing: hash, word id + 1, first character in `pool`, length. Side by side, so a look-up touches one cache line. */
  slots: Int32Array;
  slotMask: number;
  /** Spellings one after the other, for comparison without substrings. */
  pool: Uint16Array;
  poolEnd: number;
  readonly source: Symbols;
}

/** An empty lexicon for the words of a catalogue's symbols. */
export function createLexicon(source: Symbols): Lexicon {
  return {
    size: 0,
    flags: new Int32Array(4096),
    symbolStart: new Int32Array(4097),
    symbols: new Int32Array(8192),
    symbolCount: 0,
    raw: [],
    folded: [],
    slots: new Int32Array(4 * 16384),
    slotMask: 16383,
    pool: new Uint16Array(65536),
    poolEnd: 0,
    source,
  };
}

const SEED = 0x811c9dc5 | 0;
const PRIME = 0x01000193;
export const HASH_SEED = SEED;
export const HASH_PRIME = PRIME;

/** Id of the word spelled `text[start, end)`, whose rolling hash is `hash`. */
export function internRange(lexicon: Lexicon, text: string, start: number, end: number, hash: number): number {
  const { slots, slotMask, pool } = lexicon;
  const length = end - start;
  let at = ((hash ^ (hash >>> 15)) & slotMask) << 2;
  for (;;) {
    const id = slots[at + 1]!;
    if (id === 0) break;
    if (slots[at] === hash && slots[at + 3] === length) {
      const from = slots[at + 2]!;
      let i = 0;
      while (i < length && pool[from + i] === text.charCodeAt(start + i)) i++;
      if (i === length) return id - 1;
    }
    at = (at + 4) & ((slotMask << 2) | 3);
  }
  return addWord(lexicon, text.slice(start, end), hash);
}

/** Id of a word given as a string. */
export function internWord(lexicon: Lexicon, word: string): number {
  let hash = SEED;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), PRIME);
  return internRange(lexicon, word, 0, word.length, hash);
}

function addWord(lexicon: Lexicon, sliced: string, hash: number): number {
  // A slice keeps its whole text alive: rebuild short strings from their characters.
  const raw = detached(sliced);
  const id = lexicon.size++;
  if (2 * lexicon.size > lexicon.slotMask) growSlots(lexicon);
  insert(lexicon, hash, id + 1, lexicon.poolEnd, raw.length);

  if (lexicon.poolEnd + raw.length > lexicon.pool.length) {
    const pool = new Uint16Array(Math.max(2 * lexicon.pool.length, lexicon.poolEnd + raw.length));
    pool.set(lexicon.pool);
    lexicon.pool = pool;
  }
  if (id + 2 > lexicon.symbolStart.length) {
    lexicon.symbolStart = grown(lexicon.symbolStart);
    lexicon.flags = grown(lexicon.flags);
  }
  if (id + 1 > lexicon.flags.length) lexicon.flags = grown(lexicon.flags);
  for (let i = 0; i < raw.length; i++) lexicon.pool[lexicon.poolEnd + i] = raw.charCodeAt(i);
  lexicon.poolEnd += raw.length;

  const folded = fold(raw);
  lexicon.raw.push(raw);
  lexicon.folded.push(folded === raw ? raw : folded);

  const symbols = lexicon.source.symbolsOf(folded, raw);
  let flags = sentenceFlagsOf(raw, folded) << SENTENCE_SHIFT;
  flags |= anchorFlagsOf(raw, folded);
  if (raw === '®' || raw === '™') flags |= TRANSPARENT;
  const first = raw.charCodeAt(0);
  if (first >= 0x30 && first <= 0x39) flags |= NUMERIC;
  while (lexicon.symbolCount + symbols.length > lexicon.symbols.length) lexicon.symbols = grown(lexicon.symbols);
  for (const symbol of symbols) {
    lexicon.symbols[lexicon.symbolCount++] = symbol;
    flags |= lexicon.source.flags[symbol]!;
  }
  lexicon.symbolStart[id + 1] = lexicon.symbolCount;
  lexicon.flags[id] = flags;
  return id;
}

function detached(slice: string): string {
  if (slice.length < 13) return slice;
  let out = '';
  for (let i = 0; i < slice.length; i += 12) out += slice.slice(i, i + 12);
  return out;
}

function insert(lexicon: Lexicon, hash: number, entry: number, start: number, length: number): void {
  const { slots, slotMask } = lexicon;
  let at = ((hash ^ (hash >>> 15)) & slotMask) << 2;
  while (slots[at + 1] !== 0) at = (at + 4) & ((slotMask << 2) | 3);
  slots[at] = hash;
  slots[at + 1] = entry;
  slots[at + 2] = start;
  slots[at + 3] = length;
}

function growSlots(lexicon: Lexicon): void {
  const old = lexicon.slots;
  lexicon.slotMask = 2 * lexicon.slotMask + 1;
  lexicon.slots = new Int32Array(4 * (lexicon.slotMask + 1));
  for (let i = 0; i < old.length; i += 4) {
    if (old[i + 1] !== 0) insert(lexicon, old[i]!, old[i + 1]!, old[i + 2]!, old[i + 3]!);
  }
}

function grown(array: Int32Array): Int32Array<ArrayBuffer> {
  const bigger = new Int32Array(2 * array.length);
  bigger.set(array);
  return bigger;
}
