/**
 * Symbols: the single-word conditions phrases are made of. For a word the table answers which symbols it satisfies, at a
 * cost that hardly depends on how many symbols there are: stems by hash, fixed parts of `*` patterns by character tries.
 */
import { englishStem, germanStem, withoutTranscription } from './stem';

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
  /** STARTS and AFTER_GAP (lexicon.ts) of each symbol; filled in when the automaton is built. */
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
    data: () => ({ kinds: kinds.join(''), texts, stems: texts.map((text, i) => stemsOf(kinds[i] as SymbolKind, text)) }),
  };
}

function stemsOf(kind: SymbolKind, text: string): string {
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
/** The most letters stemming takes off a word ("-lichkeiten"), with some to spare. */
const LONGEST_ENDING = 14;

/** The look-up tables for stored symbols. */
export function createSymbols(data: SymbolData, flags: Uint8Array): Symbols {
  const german = new Map<string, number | number[]>();
  const english = new Map<string, number | number[]>();
  const exact = new Map<string, number>();
  const cased = new Map<string, number>();
  const globs: Glob[] = [];
  let numberSymbol = -1;
  const stemStarts = new Uint8Array(1 << 17);

  for (let id = 0; id < data.kinds.length; id++) {
    const text = data.texts[id]!;
    const stems = data.stems[id]!;
    switch (data.kinds[id] as SymbolKind) {
      case 'l': {
        const at = stems.indexOf(' ');
        const g = at < 0 ? text : stems.slice(0, at);
        const e = at < 0 ? text : stems.slice(at + 1);
        register(german, g, id, stemStarts);
        register(english, e, id, stemStarts);
        break;
      }
      case 'x':
        exact.set(text, id);
        break;
      case 'c':
        cased.set(text, id);
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

  const prefixes = createTrie();
  const suffixes = createTrie();
  const infixes = createTrie();
  globs.forEach((glob, index) => {
    const longest = glob.middle.reduce((a, b) => (b.length > a.length ? b : a), '');
    if (glob.first !== '') insert(prefixes, glob.first, index, false);
    else if (longest !== '') insert(infixes, longest, index, false);
    else {
      insert(suffixes, glob.last, index, true);
      if (!glob.inflected) return;
      // The end of a stem may differ from the word by its last letter (copy ~ copies).
      if (glob.lastGerman.length >= SHORTEST_STEM) insert(suffixes, glob.lastGerman.slice(0, -1), index, true);
      if (glob.lastEnglish.length >= SHORTEST_STEM) insert(suffixes, glob.lastEnglish.slice(0, -1), index, true);
    }
  });
  const anyGlob = globs.length > 0;
  const cache = new Map<string, readonly number[]>();
  const none: readonly number[] = [];

  function caselessSymbols(folded: string): readonly number[] {
    const found = new Set<number>();
    collect(folded, found);
    const plain = withoutTranscription(folded);
    if (plain !== '') collect(plain, found);
    return found.size === 0 ? none : [...found].sort((a, b) => a - b);
  }

  function collect(word: string, found: Set<number>): void {
    const id = exact.get(word);
    if (id !== undefined) found.add(id);
    let g = '';
    let e = '';
    if (mayHaveStem(stemStarts, word)) {
      g = germanStem(word);
      e = englishStem(word);
      addAll(found, german.get(g));
      addAll(found, english.get(e));
    }
    if (numberSymbol >= 0 && word.charCodeAt(0) >= 0x30 && word.charCodeAt(0) <= 0x39) found.add(numberSymbol);
    if (!anyGlob) return;
    candidates.length = 0;
    walk(prefixes, word, 0);
    if (infixes.size > 1) for (let i = 0; i < word.length; i++) walk(infixes, word, i);
    if (suffixes.size > 1) for (let i = Math.max(0, word.length - LONGEST_ENDING); i <= word.length; i++) walkBack(suffixes, word, i);
    for (const index of candidates) {
      const glob = globs[index]!;
      if (found.has(glob.id)) continue;
      if (glob.inflected && glob.last !== '' && g === '') {
        g = germanStem(word);
        e = englishStem(word);
      }
      if (globMatches(glob, word, g, e)) found.add(glob.id);
    }
  }

  const candidates: number[] = [];
  function walk(trie: CharTrie, word: string, from: number): void {
    let node = 0;
    for (let i = from; i < word.length; i++) {
      node = child(trie, node, word.charCodeAt(i));
      if (node < 0) return;
      const here = trie.values[node];
      if (here !== undefined) for (const index of here) candidates.push(index);
    }
  }
  function walkBack(trie: CharTrie, word: string, from: number): void {
    let node = 0;
    for (let i = from - 1; i >= 0; i--) {
      node = child(trie, node, word.charCodeAt(i));
      if (node < 0) return;
      const here = trie.values[node];
      if (here !== undefined) for (const index of here) candidates.push(index);
    }
  }

  return {
    data,
    flags,
    symbolsOf(folded, raw) {
      let found = cache.get(folded);
      if (found === undefined) {
        found = caselessSymbols(folded);
        cache.set(folded, found);
      }
      const id = cased.get(raw);
      return id === undefined ? found : [...found, id].sort((a, b) => a - b);
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

function register(map: Map<string, number | number[]>, keys: string, id: number, starts: Uint8Array): void {
  if (keys.includes('/')) {
    for (const key of keys.split('/')) register(map, key, id, starts);
    return;
  }
  const known = map.get(keys);
  if (known === undefined) map.set(keys, id);
  else if (typeof known === 'number') map.set(keys, [known, id]);
  else known.push(id);
  markStart(starts, keys);
}

function addAll(found: Set<number>, ids: number | number[] | undefined): void {
  if (ids === undefined) return;
  if (typeof ids === 'number') found.add(ids);
  else for (const id of ids) found.add(id);
}

/*
 * Most words of a text begin like no word of the catalogue: a bit for each run of four first letters tells so without
 * stemming. Stemming leaves the first letters of a word alone, except perhaps the last letter of a short stem
 * (copy → copi, hoping → hope), so that letter counts as any.
 */
function markStart(starts: Uint8Array, stem: string): void {
  const known = Math.min(4, stem.length <= 4 ? stem.length - 1 : 4);
  let key = 0;
  for (let i = 0; i < known; i++) {
    const c = stem.charCodeAt(i) - 0x61;
    if (c < 0 || c > 25) return;
    key = (key << 5) | c;
  }
  const free = 5 * (4 - known);
  const from = key << free;
  // Free letters make whole bytes: five bits each.
  if (free === 0) starts[from >> 3]! |= 1 << (from & 7);
  else starts.fill(255, from >> 3, (from + (1 << free)) >> 3);
}

function mayHaveStem(starts: Uint8Array, word: string): boolean {
  if (word.length < 5) return true;
  let key = 0;
  for (let i = 0; i < 4; i++) {
    const c = word.charCodeAt(i) - 0x61;
    if (c < 0 || c > 25) return true;
    key = (key << 5) | c;
  }
  if ((starts[key >> 3]! & (1 << (key & 7))) !== 0) return true;
  return word === 'dying' || word === 'lying' || word === 'tying';
}

/** A trie over UTF-16 units in one open-addressing table of (node, unit, child). */
interface CharTrie {
  size: number;
  used: number;
  mask: number;
  table: Int32Array;
  readonly values: (number[] | undefined)[];
}

function createTrie(): CharTrie {
  return { size: 1, used: 0, mask: 1023, table: new Int32Array(3 * 1024), values: [] };
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
  trie.mask = 2 * trie.mask + 1;
  trie.table = new Int32Array(3 * (trie.mask + 1));
  for (let i = 0; i < old.length; i += 3) {
    if (old[i + 2] === 0) continue;
    const at = slotOf(trie, old[i]!, old[i + 1]!);
    trie.table[at] = old[i]!;
    trie.table[at + 1] = old[i + 1]!;
    trie.table[at + 2] = old[i + 2]!;
  }
}
