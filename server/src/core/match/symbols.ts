/**
 * Symbols: the single-word conditions phrases are made of. For a word the table answers which symbols it satisfies, at a
 * cost that hardly depends on how many symbols there are: stems by hash, fixed parts of `*` patterns by character tries.
 */
import { englishStem, germanStem, stemsOf, withoutTranscription } from './stem';

/**
 * - `l` plain literal, matched by stem (text: folded word)
 * - `x` exact form (folded word)
 * - `c` case-sensitive (spelling)
 * - `g` pattern with `*`, inflected end allowed (folded parts joined by `*`)
 * - `G` pattern with `*`, exact end
 * - `n` any number
 * - `t` typed gap, satisfied by spans and not by words (`label`, `standard`, `quantity`, `quantity:time`)
 */
export type SymbolKind = 'l' | 'x' | 'c' | 'g' | 'G' | 'n' | 't';

/** What is stored about the symbols: everything a start needs without stemming a phrase again. */
export interface SymbolData {
  /** One letter a symbol. */
  readonly kinds: string;
  readonly texts: readonly string[];
  /**
   * Stems by which each literal is found and stems of the last part of each pattern: German ones, a blank, English ones
   * (`/` between two of a kind); '' where both are the text itself.
   */
  readonly stems: readonly string[];
}

export interface Symbols {
  readonly data: SymbolData;
  /** STARTS, AFTER_GAP, ANCHOR and STARTS_ANCHORED (lexicon.ts) of each symbol; filled in when the automaton is built. */
  readonly flags: Uint8Array;
  /** Symbols a word satisfies, ascending. */
  symbolsOf(folded: string, raw: string): readonly number[];
}

/** Collects symbols while phrases are compiled. */
export interface SymbolBuilder {
  add(kind: SymbolKind, text: string): number;
  data(): SymbolData;
}

/** A builder that gives equal conditions equal numbers. */
export function createSymbolBuilder(): SymbolBuilder {
  const ids = new Map<string, number>();
  const kinds: string[] = [];
  const texts: string[] = [];
  return {
    add(kind, text) {
      const key = kind + text;
      const known = ids.get(key);
      if (known !== undefined) return known;
      const id = kinds.length;
      ids.set(key, id);
      kinds.push(kind);
      texts.push(text);
      return id;
    },
    data: () => ({ kinds: kinds.join(''), texts, stems: texts.map((text, i) => storedStems(kinds[i] as SymbolKind, text)) }),
  };
}

function storedStems(kind: SymbolKind, text: string): string {
  if (kind === 'l') {
    const plain = withoutTranscription(text);
    const german = unique([germanStem(text), ...(plain === '' ? [] : [germanStem(plain)])]);
    const english = unique([englishStem(text), ...(plain === '' ? [] : [englishStem(plain)])]);
    return short(german, english, text);
  }
  if (kind === 'g') {
    const last = text.slice(text.lastIndexOf('*') + 1);
    return last === '' ? '' : short(germanStem(last), englishStem(last), last);
  }
  return '';
}

const unique = (words: string[]): string => [...new Set(words)].join('/');
const short = (german: string, english: string, text: string): string =>
  german === text && english === text ? '' : `${german} ${english}`;

/** One `*` pattern. `first` and `last` are '' where a `*` stands. */
interface Glob {
  readonly id: number;
  readonly first: string;
  readonly middle: readonly string[];
  readonly last: string;
  readonly lastGerman: string;
  readonly lastEnglish: string;
  readonly inflected: boolean;
}

/** Stems shorter than this are no ground to let an inflected form pass a pattern. */
const SHORTEST_STEM = 3;
/** The look-up tables for stored symbols. */
export function createSymbols(data: SymbolData, flags: Uint8Array): Symbols {
  const german = new Map<string, number | number[]>();
  const english = new Map<string, number | number[]>();
  const exact = new Map<string, number>();
  const cased = new Map<string, number>();
  const exactStarts = new Uint8Array(256);
  const casedStarts = new Uint8Array(256);
  const globs: Glob[] = [];
  let numberSymbol = -1;

  for (let id = 0; id < data.kinds.length; id++) {
    const text = data.texts[id]!;
    const stems = data.stems[id]!;
    switch (data.kinds[id] as SymbolKind) {
      case 'l': {
        const at = stems.indexOf(' ');
        const g = at < 0 ? text : stems.slice(0, at);
        const e = at < 0 ? text : stems.slice(at + 1);
        register(german, g, id);
        register(english, e, id);
        break;
      }
      case 'x':
        exact.set(text, id);
        markEqual(exactStarts, text);
        break;
      case 'c':
        cased.set(text, id);
        markEqual(casedStarts, text);
        break;
      case 'g':
      case 'G': {
        const parts = text.split('*');
        const last = parts[parts.length - 1]!;
        const at = stems.indexOf(' ');
        globs.push({
          id,
          first: parts[0]!,
          middle: parts.slice(1, -1),
          last,
          lastGerman: at < 0 ? last : stems.slice(0, at),
          lastEnglish: at < 0 ? last : stems.slice(at + 1),
          inflected: data.kinds[id] === 'g',
        });
        break;
      }
      case 'n':
        numberSymbol = id;
        break;
      case 't':
        break;
    }
  }

  // Patterns by their first, longest middle or last fixed part; last parts also by their stems, looked for at the end of the
  // word's stem.
  const characters = globs.reduce((sum, { first, last }) => sum + first.length + last.length, 0);
  const prefixes = createTrie(characters >> 1);
  const infixes = createTrie(0);
  const ends = createTrie(characters >> 2);
  const germanEnds = createTrie(characters >> 2);
  const englishEnds = createTrie(characters >> 2);
  globs.forEach((glob, index) => {
    const longest = glob.middle.reduce((a, b) => (b.length > a.length ? b : a), '');
    if (glob.first !== '') insert(prefixes, glob.first, index, false);
    else if (longest !== '') insert(infixes, longest, index, false);
    else {
      insert(ends, glob.last, index, true);
      if (!glob.inflected) return;
      if (glob.lastGerman.length >= SHORTEST_STEM) insert(germanEnds, glob.lastGerman, index, true);
      if (glob.lastEnglish.length >= SHORTEST_STEM) insert(englishEnds, glob.lastEnglish, index, true);
    }
  });
  const none: readonly number[] = [];

  // The word in hand, its stems and the symbols found for it.
  let word = '';
  let wordGerman = '';
  let wordEnglish = '';
  let found: number[] = [];
  const add = (id: number): void => {
    if (!found.includes(id)) found.push(id);
  };
  const addAll = (ids: number | number[] | undefined): void => {
    if (ids === undefined) return;
    if (typeof ids === 'number') add(ids);
    else for (const id of ids) add(id);
  };
  const take = (index: number): void => add(globs[index]!.id);
  const takeInflected = (index: number): void => {
    if (globs[index]!.inflected) add(globs[index]!.id);
  };
  const takeIfMatching = (index: number): void => {
    const glob = globs[index]!;
    if (globMatches(glob, word, wordGerman, wordEnglish)) add(glob.id);
  };

  function collect(folded: string): void {
    word = folded;
    [wordGerman, wordEnglish] = stemsOf(word);
    const first = word.charCodeAt(0);
    if (mayEqual(exactStarts, word)) addAll(exact.get(word));
    addAll(german.get(wordGerman));
    addAll(english.get(wordEnglish));
    if (numberSymbol >= 0 && first >= 0x30 && first <= 0x39) add(numberSymbol);
    if (globs.length === 0) return;
    walk(prefixes, word, 0, takeIfMatching);
    if (infixes.size > 1) for (let i = 0; i < word.length; i++) walk(infixes, word, i, takeIfMatching);
    if (ends.size > 1) {
      walkBack(ends, word, word.length, take);
      for (const ending of endings) if (word.endsWith(ending)) walkBack(ends, word, word.length - ending.length, takeInflected);
    }
    if (germanEnds.size > 1) walkBack(germanEnds, wordGerman, wordGerman.length, take);
    if (englishEnds.size > 1) walkBack(englishEnds, wordEnglish, wordEnglish.length, take);
  }

  function walk(trie: CharTrie, word: string, from: number, visit: (value: number) => void): void {
    let node = 0;
    for (let i = from; i < word.length; i++) {
      node = child(trie, node, word.charCodeAt(i));
      if (node < 0) return;
      const here = trie.values[node];
      if (here !== undefined) for (const value of here) visit(value);
    }
  }
  function walkBack(trie: CharTrie, word: string, from: number, visit: (value: number) => void): void {
    let node = 0;
    for (let i = from - 1; i >= 0; i--) {
      node = child(trie, node, word.charCodeAt(i));
      if (node < 0) return;
      const here = trie.values[node];
      if (here !== undefined) for (const value of here) visit(value);
    }
  }
  return {
    data,
    flags,
    symbolsOf(folded, raw) {
      found = [];
      collect(folded);
      const plain = withoutTranscription(folded);
      if (plain !== '') collect(plain);
      if (mayEqual(casedStarts, raw)) addAll(cased.get(raw));
      return found.length === 0 ? none : found.length === 1 ? found : found.sort((a, b) => a - b);
    },
  };
}

/** Endings a fixed part may take where its stem says nothing ("Kräutertees" for `*tee`, "Öle" for `*öl`). */
const endings = ['e', 'en', 'er', 'es', 'em', 's', 'n', 'ern', 'ns'];

/** Does a word (with its stems) satisfy a pattern? */
function globMatches(glob: Glob, word: string, german: string, english: string): boolean {
  if (partsMatch(glob, word, glob.last)) return true;
  if (!glob.inflected || glob.last === '') return false;
  if (endings.some((ending) => word.endsWith(glob.last + ending) && partsMatch(glob, word, glob.last + ending))) return true;
  if (glob.lastGerman.length >= SHORTEST_STEM && partsMatch(glob, german, glob.lastGerman)) return true;
  return glob.lastEnglish.length >= SHORTEST_STEM && partsMatch(glob, english, glob.lastEnglish);
}

function partsMatch(glob: Glob, form: string, last: string): boolean {
  if (!form.startsWith(glob.first) || !form.endsWith(last) || form.length < glob.first.length + last.length) return false;
  let at = glob.first.length;
  const end = form.length - last.length;
  for (const part of glob.middle) {
    const found = form.indexOf(part, at);
    if (found < 0 || found + part.length > end) return false;
    at = found + part.length;
  }
  return true;
}

function register(map: Map<string, number | number[]>, keys: string, id: number): void {
  if (keys.includes('/')) {
    for (const key of keys.split('/')) register(map, key, id);
    return;
  }
  const known = map.get(keys);
  if (known === undefined) map.set(keys, id);
  else if (typeof known === 'number') map.set(keys, [known, id]);
  else known.push(id);
}

/** One byte for first letter and length of the words looked for in full. */
function markEqual(starts: Uint8Array, text: string): void {
  starts[(text.charCodeAt(0) * 7 + text.length) & 255] = 1;
}

function mayEqual(starts: Uint8Array, text: string): boolean {
  return starts[(text.charCodeAt(0) * 7 + text.length) & 255] === 1;
}

/** A trie over UTF-16 units in one open-addressing table of (node, unit, child). */
interface CharTrie {
  size: number;
  used: number;
  mask: number;
  table: Int32Array;
  readonly values: (number[] | undefined)[];
}

/** An empty trie with room for so many nodes. */
function createTrie(nodes: number): CharTrie {
  let size = 1024;
  while (size < 2 * nodes) size *= 2;
  return { size: 1, used: 0, mask: size - 1, table: new Int32Array(3 * size), values: [] };
}

function slotOf(trie: CharTrie, node: number, unit: number): number {
  let slot = (Math.imul(node, 0x9e3779b1 | 0) ^ Math.imul(unit, 0x85ebca6b | 0)) >>> 7;
  for (;;) {
    slot &= trie.mask;
    const at = 3 * slot;
    if (trie.table[at + 2] === 0 || (trie.table[at] === node && trie.table[at + 1] === unit)) return at;
    slot++;
  }
}

function child(trie: CharTrie, node: number, unit: number): number {
  const to = trie.table[slotOf(trie, node, unit) + 2]!;
  return to === 0 ? -1 : to;
}

function insert(trie: CharTrie, text: string, value: number, backwards: boolean): void {
  let node = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(backwards ? text.length - 1 - i : i);
    let at = slotOf(trie, node, unit);
    if (trie.table[at + 2] === 0) {
      if (2 * trie.used > trie.mask) {
        growTrie(trie);
        at = slotOf(trie, node, unit);
      }
      trie.used++;
      trie.table[at] = node;
      trie.table[at + 1] = unit;
      trie.table[at + 2] = trie.size++;
    }
    node = trie.table[at + 2]!;
  }
  const here = trie.values[node];
  if (here === undefined) trie.values[node] = [value];
  else if (!here.includes(value)) here.push(value);
}

function growTrie(trie: CharTrie): void {
  const old = trie.table;
  trie.mask = 4 * trie.mask + 3;
  trie.table = new Int32Array(3 * (trie.mask + 1));
  for (let i = 0; i < old.length; i += 3) {
    if (old[i + 2] === 0) continue;
    const at = slotOf(trie, old[i]!, old[i + 1]!);
    trie.table[at] = old[i]!;
    trie.table[at + 1] = old[i + 1]!;
    trie.table[at + 2] = old[i + 2]!;
  }
}
