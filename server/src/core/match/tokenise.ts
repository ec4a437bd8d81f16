/**
 * From the characters of a block to tokens, in one pass. The fast run covers plain words; whatever interrupts it
 * (hyphen at a line end, soft hyphen, ligature, apostrophe, digits in a word) is read again with care.
 */

import type { Span } from '../text/model';
import {
  CAREFUL,
  classOf,
  compose,
  DIGIT,
  HYPHEN,
  isInvisible,
  LETTER,
  LOWER,
  lettersOf,
  SEPARATOR,
  STOP,
  SYMBOL,
  UPPER,
} from './characters';
import { HASH_FACTOR, HASH_SEED, internRange, internWord, type Lexicon, SECOND_FACTOR, SENTENCE_SHIFT } from './lexicon';
import type { Tokens } from './model';
import { ABBREVIATION, endsSentence, FULL_STOP, NO_STOP, SINGLE_LETTER, WEAK_STOP, weightOfStop } from './sentences';

/** Token arrays are views into chunks of this many entries: a typed array of its own each would cost more than the pass. */
const CHUNK = 1 << 15;
let chunk = new ArrayBuffer(CHUNK * 4);
let chunkView = new Int32Array(chunk);
let chunkUsed = 0;

let capacity = 4096;
let starts = new Int32Array(capacity);
let ends = new Int32Array(capacity);
let words = new Int32Array(capacity);
let sentences = new Int32Array(capacity);

const noTokens: Tokens = {
  count: 0,
  start: new Int32Array(0),
  end: new Int32Array(0),
  word: new Int32Array(0),
  sentence: new Int32Array(0),
};

/** What `readWithCare` found: where reading goes on, and where the token ends. */
let carefulNext = 0;
let carefulEnd = 0;

/**
 * Tokens of `text[from, to)`; their offsets are relative to `from`.
 * @param masked ranges that are no prose, relative to `from`, ascending and disjoint
 * @param breaks offsets relative to `from` at which a new sentence starts (table cells), ascending
 */
export function tokenise(
  lexicon: Lexicon,
  text: string,
  from: number,
  to: number,
  masked: readonly Span[],
  breaks: ArrayLike<number>,
): Tokens {
  // Locals are read faster than variables of the module.
  const classes = classOf;
  let { slots, slotMask, second: seconds } = lexicon;
  let startOf = starts;
  let endOf = ends;
  let wordOf = words;
  let sentenceOf = sentences;
  let count = 0;
  let sentence = 0;
  /** Stop waiting for the next word to decide on it. */
  let stop = NO_STOP;
  /** First token of the current sentence. */
  let sentenceStart = 0;
  let maskIndex = 0;
  let breakIndex = 0;
  let nextBreak = breaks.length > 0 ? from + breaks[0]! : 0x7fffffff;
  let limit = masked.length > 0 ? Math.min(to, from + masked[0]!.start) : to;
  let i = from;

  for (;;) {
    if (i >= limit) {
      if (maskIndex >= masked.length) break;
      i = Math.max(i, from + masked[maskIndex]!.end);
      maskIndex++;
      limit = maskIndex < masked.length ? Math.min(to, from + masked[maskIndex]!.start) : to;
      continue;
    }
    let first = text.charCodeAt(i);
    let kind = classes[first]!;
    if (kind === SEPARATOR) {
      do {
        i++;
        if (i >= limit) break;
        first = text.charCodeAt(i);
        kind = classes[first]!;
      } while (kind === SEPARATOR);
      if (i >= limit) continue;
    }
    const start = i;
    if (start >= nextBreak) {
      do {
        breakIndex++;
        nextBreak = breakIndex < breaks.length ? from + breaks[breakIndex]! : 0x7fffffff;
      } while (start >= nextBreak);
      // The break of the first cell opens no second sentence.
      if (count > sentenceStart) {
        sentence++;
        sentenceStart = count;
      }
      stop = NO_STOP;
    }
    let end: number;
    let word = -1;
    let hash = HASH_SEED;
    let second = 0;
    if (kind === LOWER || kind === UPPER) {
      let next = SEPARATOR;
      hash = Math.imul(hash ^ first, HASH_FACTOR);
      second = first;
      i++;
      while (i < limit) {
        const c = text.charCodeAt(i);
        next = classes[c]!;
        if ((next - 1) >>> 1 !== 0) break;
        hash = Math.imul(hash ^ c, HASH_FACTOR);
        second = (Math.imul(second, SECOND_FACTOR) + c) | 0;
        i++;
      }
      end = i;
      if (i < limit && next & (DIGIT | HYPHEN | CAREFUL) && needsCare(text, i, limit, to, next)) {
        word = readWithCare(lexicon, text, start, limit, from, to, masked, maskIndex, nextBreak);
        i = carefulNext;
        end = carefulEnd;
        ({ slots, slotMask, second: seconds } = lexicon);
      }
    } else if (kind === DIGIT) {
      i = endOfNumber(text, i, limit);
      end = i;
      for (let k = start; k < end; k++) {
        const c = text.charCodeAt(k);
        hash = Math.imul(hash ^ c, HASH_FACTOR);
        second = (Math.imul(second, SECOND_FACTOR) + c) | 0;
      }
    } else if (kind & STOP) {
      stop = readStop(lexicon, text, start, limit, to, from, count, sentenceStart, stop);
      i = carefulNext;
      continue;
    } else if (kind & LETTER) {
      word = readWithCare(lexicon, text, start, limit, from, to, masked, maskIndex, nextBreak);
      i = carefulNext;
      end = carefulEnd;
      ({ slots, slotMask, second: seconds } = lexicon);
    } else if (kind & SYMBOL) {
      i++;
      end = i;
      // "§§ 33, 34" is the same sign as "§ 34": the second only lengthens the token.
      if (first === 0xa7) {
        while (end < limit && text.charCodeAt(end) === 0xa7) end++;
        i = end;
        word = internWord(lexicon, '§');
        ({ slots, slotMask, second: seconds } = lexicon);
      } else {
        hash = Math.imul(hash ^ first, HASH_FACTOR);
        second = first;
      }
    } else {
      i++;
      continue;
    }
    if (word < 0) {
      // The look-up of lexicon.ts, written out: it is half of the work.
      let slot = (hash ^ (hash >>> 15)) & slotMask;
      for (;;) {
        word = slots[2 * slot + 1]! - 1;
        if (word < 0 || (slots[2 * slot] === hash && seconds[word] === second)) break;
        slot = (slot + 1) & slotMask;
      }
    }
    if (word < 0) {
      word = internRange(lexicon, text, start, end, hash, second);
      slots = lexicon.slots;
      slotMask = lexicon.slotMask;
      seconds = lexicon.second;
    }

    if (stop !== NO_STOP) {
      kind = classes[text.charCodeAt(start)]!;
      // A stop in front of the first word of a cell ends nothing.
      if (count > sentenceStart && endsSentence(stop, lexicon.flags[word]! >> SENTENCE_SHIFT, (kind & LOWER) !== 0)) {
        sentence++;
        sentenceStart = count;
      }
      stop = NO_STOP;
    }
    if (count === capacity) {
      growScratch();
      startOf = starts;
      endOf = ends;
      wordOf = words;
      sentenceOf = sentences;
    }
    startOf[count] = start - from;
    endOf[count] = end - from;
    wordOf[count] = word;
    sentenceOf[count] = sentence;
    count++;
  }
  return count === 0 ? noTokens : frozen(count);
}

/**
 * Reads the full stops, question and exclamation marks at `start` and weighs them: the result waits for the next word. Leaves
 * the place to go on in `carefulNext`.
 * @param count tokens so far
 * @param sentenceStart first token of the sentence
 * @param stop what is waiting already
 */
function readStop(
  lexicon: Lexicon,
  text: string,
  start: number,
  limit: number,
  to: number,
  from: number,
  count: number,
  sentenceStart: number,
  stop: number,
): number {
  const first = text.charCodeAt(start);
  const dots = start + 1;
  let i = dots;
  while (i < limit && classOf[text.charCodeAt(i)]! & STOP) i++;
  carefulNext = i;
  if (count === 0) return stop;
  const following = i < to ? classOf[text.charCodeAt(i)]! : SEPARATOR;
  if (following & (LETTER | DIGIT)) {
    // "z.B.", "o.g.", "www.example": the stop joins, but "geliefert.Die" is a sentence end without its blank.
    if (!(following & UPPER) || first !== 0x2e || i > dots || start - starts[count - 1]! - from < 4) return stop;
  }
  if (first !== 0x2e && first !== 0x2026) return FULL_STOP;
  if (i > dots || first === 0x2026) return stop === NO_STOP ? WEAK_STOP : stop;
  if (ends[count - 1]! + from !== start) return FULL_STOP;
  const flags = lexicon.flags[words[count - 1]!]! >> SENTENCE_SHIFT;
  const second = count - sentenceStart > 1;
  const before = second ? lexicon.flags[words[count - 2]!]! >> SENTENCE_SHIFT : 0;
  const chained =
    second && (before & (SINGLE_LETTER | ABBREVIATION)) !== 0 && stopBetween(text, from + ends[count - 2]!, from + starts[count - 1]!);
  return weightOfStop(flags, before, !second, chained);
}

/** Copies the scratch arrays into one chunk and hands out views. */
function frozen(count: number): Tokens {
  const need = 4 * count;
  let buffer = chunk;
  let view = chunkView;
  let at = chunkUsed;
  if (need > CHUNK) {
    buffer = new ArrayBuffer(4 * need);
    view = new Int32Array(buffer);
    at = 0;
  } else {
    if (at + need > CHUNK) {
      chunk = new ArrayBuffer(CHUNK * 4);
      chunkView = new Int32Array(chunk);
      buffer = chunk;
      view = chunkView;
      at = 0;
    }
    chunkUsed = at + need;
  }
  const b = at + count;
  const c = b + count;
  const d = c + count;
  for (let i = 0; i < count; i++) {
    view[at + i] = starts[i]!;
    view[b + i] = ends[i]!;
    view[c + i] = words[i]!;
    view[d + i] = sentences[i]!;
  }
  return {
    count,
    start: new Int32Array(buffer, 4 * at, count),
    end: new Int32Array(buffer, 4 * b, count),
    word: new Int32Array(buffer, 4 * c, count),
    sentence: new Int32Array(buffer, 4 * d, count),
  };
}

function growScratch(): void {
  capacity *= 2;
  const grow = (old: Int32Array): Int32Array<ArrayBuffer> => {
    const bigger = new Int32Array(capacity);
    bigger.set(old);
    return bigger;
  };
  starts = grow(starts);
  ends = grow(ends);
  words = grow(words);
  sentences = grow(sentences);
}

function stopBetween(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (text.charCodeAt(i) === 0x2e) return true;
  return false;
}

/**
 * End of the number that begins at `start`: digits with single separators inside ("1.000", "0,5", "2.4.120", "1'000",
 * "08:00"), and a single letter behind it ("14a").
 */
function endOfNumber(text: string, start: number, limit: number): number {
  let i = start + 1;
  for (;;) {
    while (i < limit && classOf[text.charCodeAt(i)] === DIGIT) i++;
    if (i + 1 >= limit) break;
    const c = text.charCodeAt(i);
    const joins =
      c === 0x2e ||
      c === 0x2c ||
      ((c === 0x27 || c === 0x2019) && isGroupOfThree(text, i + 1, limit)) ||
      (c === 0x3a && isClock(text, start, i, limit));
    if (!joins || classOf[text.charCodeAt(i + 1)] !== DIGIT) break;
    i++;
  }
  if (i < limit) {
    const kind = classOf[text.charCodeAt(i)]!;
    if (kind === LOWER || kind === UPPER) {
      const after = i + 1 < limit ? classOf[text.charCodeAt(i + 1)]! : SEPARATOR;
      const power = i + 1 < limit && isPower(text.charCodeAt(i + 1));
      if (!(after & (LETTER | DIGIT)) && !power) i++;
    }
  }
  return i;
}

function isGroupOfThree(text: string, at: number, limit: number): boolean {
  if (at + 3 > limit) return false;
  for (let k = 0; k < 3; k++) if (classOf[text.charCodeAt(at + k)] !== DIGIT) return false;
  return at + 3 >= limit || classOf[text.charCodeAt(at + 3)] !== DIGIT;
}

/** "08:00", not "DIN 1234:2017". */
function isClock(text: string, start: number, colon: number, limit: number): boolean {
  if (colon - start > 2 || colon + 3 > limit) return false;
  if (classOf[text.charCodeAt(colon + 1)] !== DIGIT || classOf[text.charCodeAt(colon + 2)] !== DIGIT) return false;
  return colon + 3 >= limit || !(classOf[text.charCodeAt(colon + 3)]! & (DIGIT | LETTER));
}

function isPower(c: number): boolean {
  return c === 0xb2 || c === 0xb3;
}

/** Can the word go on behind its plain letters? `at` is the first character that is no plain letter, of class `kind`. */
function needsCare(text: string, at: number, limit: number, to: number, kind: number): boolean {
  if (kind & (DIGIT | LETTER)) return true;
  const c = text.charCodeAt(at);
  if (kind & HYPHEN) {
    // Only a hyphen with a blank, a line end or a masked range behind it can split a word.
    const next = at + 1;
    if (next >= to) return false;
    if (next >= limit) return true;
    const n = text.charCodeAt(next);
    return n === 0x20 || n === 0x0a || n === 0x0d || n === 0x09 || n === 0xa0;
  }
  const next = at + 1 < limit ? text.charCodeAt(at + 1) : 0;
  switch (c) {
    case 0x2a: // Bieter*innen
    case 0x3a: // Bieter:innen
    case 0x5f: // Bieter_innen
      return next === 0x69 || next === 0x49;
    case 0x2f: // Bieter/in, Bieter/-innen
      return next === 0x69 || (next === 0x2d && at + 2 < limit && text.charCodeAt(at + 2) === 0x69);
    case 0x28: // Bieter(innen)
      return next === 0x69;
    case 0x2b: {
      // A+++
      let k = at + 1;
      while (k < limit && text.charCodeAt(k) === 0x2b) k++;
      return k >= limit || !(classOf[text.charCodeAt(k)]! & (LETTER | DIGIT));
    }
    case 0x27:
    case 0x2019:
      return (classOf[next]! & LETTER) !== 0;
    default:
      return true;
  }
}

/** Words that show that the hyphen before them stands for an omitted part: "Büro- und DV-Material". */
const conjunctions = new Set(
  'und oder bzw beziehungsweise sowie als and or noch wie bis u o sondern aber respektive resp nor to'.split(' '),
);
/** Inside a line, a blank behind the hyphen may also be followed by a word of its own. */
const functionWords = new Set('mit ohne nach zu statt gegen plus nicht auf von für fuer sind wird werden with for the'.split(' '));

/**
 * Reads the word at `start` character by character, into a normalised spelling. Leaves the place to go on in
 * `carefulNext` and the end of the token in `carefulEnd`.
 */
function readWithCare(
  lexicon: Lexicon,
  text: string,
  start: number,
  limit: number,
  from: number,
  to: number,
  masked: readonly Span[],
  maskIndex: number,
  nextBreak: number,
): number {
  let spelled = '';
  let i = start;
  let end = start;
  /** Letters and digits seen since the start: "ISO14001" is two tokens, "A4" and "CO2" are one. */
  let letters = 0;
  let digits = 0;
  reading: while (i < limit) {
    const c = text.charCodeAt(i);
    const kind = classOf[c]!;
    if (kind === LOWER || kind === UPPER) {
      spelled += text[i];
      letters++;
      i++;
      end = i;
      continue;
    }
    if (kind === DIGIT) {
      // 40x100 cm
      if (i === start + 1 && (spelled === 'x' || spelled === 'X') && start > from && classOf[text.charCodeAt(start - 1)] === DIGIT) break;
      if (digits === 0 && letters >= 2) {
        let k = i;
        while (k < limit && classOf[text.charCodeAt(k)] === DIGIT) k++;
        if (k - i >= 2) break;
      }
      spelled += text[i];
      digits++;
      i++;
      end = i;
      continue;
    }
    if (c >= 0x300 && c <= 0x36f) {
      const joined = compose(spelled.charCodeAt(spelled.length - 1), c);
      if (joined !== 0) spelled = spelled.slice(0, -1) + String.fromCharCode(joined);
      i++;
      end = i;
      continue;
    }
    if (isInvisible(c)) {
      // A soft hyphen at the end of a line splits the word there.
      let k = i + 1;
      while (k < limit && isInvisible(text.charCodeAt(k))) k++;
      if (k < limit && classOf[text.charCodeAt(k)]! & (LETTER | DIGIT | CAREFUL)) {
        i = k;
        continue;
      }
      const next = c === 0xad ? continuation(text, k, limit, from, to, masked, maskIndex, nextBreak, true) : -1;
      if (next < 0) break;
      spelled += text.slice(next, runEnd(text, next, to));
      i = runEnd(text, next, to);
      end = i;
      if (i >= limit) break;
      continue;
    }
    const ligature = lettersOf(c);
    if (ligature !== undefined) {
      spelled += ligature;
      letters += ligature.length;
      i++;
      end = i;
      continue;
    }
    if ((c >= 0x2080 && c <= 0x2089) || c === 0x2093) {
      spelled += text[i];
      i++;
      end = i;
      continue;
    }
    if (isPower(c) || c === 0xb9) {
      // m², cm³ belong together; any other raised figure is a note.
      if (letters <= 2 && spelled.endsWith('m') && c !== 0xb9) {
        spelled += text[i];
        i++;
        end = i;
      }
      break;
    }
    if (kind & HYPHEN) {
      if (spelled === '' || !(classOf[spelled.charCodeAt(spelled.length - 1)]! & LOWER) || c === 0x2011) break;
      const next = continuation(text, i + 1, limit, from, to, masked, maskIndex, nextBreak, false);
      if (next < 0) break;
      const stop = runEnd(text, next, to);
      spelled += text.slice(next, stop);
      letters += stop - next;
      i = stop;
      end = stop;
      if (i >= limit) break;
      continue;
    }
    switch (c) {
      case 0x2b: {
        let k = i + 1;
        while (k < limit && text.charCodeAt(k) === 0x2b) k++;
        if (k < limit && classOf[text.charCodeAt(k)]! & (LETTER | DIGIT)) break reading;
        spelled += text.slice(i, k);
        i = k;
        end = k;
        break reading;
      }
      case 0x27:
      case 0x2019: {
        if (i + 1 >= limit || !(classOf[text.charCodeAt(i + 1)]! & LETTER)) break reading;
        // manufacturer's: the genitive is no part of the word; doesn't: one word.
        const possessive =
          (text.charCodeAt(i + 1) | 0x20) === 0x73 && (i + 2 >= limit || !(classOf[text.charCodeAt(i + 2)]! & (LETTER | DIGIT)));
        i++;
        if (possessive) {
          i++;
          end = i;
          break reading;
        }
        continue;
      }
      case 0x2a:
      case 0x3a:
      case 0x5f:
      case 0x2f:
      case 0x28: {
        const stop = endOfGenderMark(text, i, limit);
        if (stop > 0) {
          i = stop;
          end = stop;
        }
        break reading;
      }
      default:
        break reading;
    }
  }
  if (end === start) {
    // Nothing readable: swallow one character, so that reading goes on.
    carefulNext = start + 1;
    carefulEnd = start + 1;
    return internWord(lexicon, text[start] ?? '');
  }
  carefulNext = Math.max(i, end);
  carefulEnd = end;
  return internWord(lexicon, spelled);
}

/** End of "*innen", ":in", "/-innen", "(innen)" at `at`, or 0. */
function endOfGenderMark(text: string, at: number, limit: number): number {
  const open = text.charCodeAt(at) === 0x28;
  let k = at + 1;
  if (text.charCodeAt(k) === 0x2d) k++;
  if (!(text.startsWith('in', k) || text.startsWith('In', k) || text.startsWith('IN', k))) return 0;
  k += 2;
  if (text.startsWith('nen', k)) k += 3;
  if (open) {
    if (text.charCodeAt(k) !== 0x29) return 0;
    k++;
  }
  if (k > limit || (k < limit && classOf[text.charCodeAt(k)]! & (LETTER | DIGIT))) return 0;
  return k;
}

/** End of the run of plain letters at `at`. */
function runEnd(text: string, at: number, to: number): number {
  let i = at;
  while (i < to) {
    const kind = classOf[text.charCodeAt(i)]!;
    if (kind !== LOWER && kind !== UPPER) break;
    i++;
  }
  return i;
}

/**
 * Where the word goes on behind its hyphen, or -1. `at` is the character behind the hyphen. Line ends, indentation, quote
 * marks and masked ranges may lie between; the next part must begin in lower case and be no conjunction.
 */
function continuation(
  text: string,
  at: number,
  limit: number,
  from: number,
  to: number,
  masked: readonly Span[],
  maskIndex: number,
  nextBreak: number,
  soft: boolean,
): number {
  let i = at;
  let lines = 0;
  let blanks = 0;
  let stop = limit;
  let mask = maskIndex;
  for (;;) {
    if (i >= stop) {
      if (mask >= masked.length) return -1;
      const end = from + masked[mask]!.end;
      for (let k = i; k < end; k++) if (text.charCodeAt(k) === 0x0a || text.charCodeAt(k) === 0x0d) lines++;
      i = Math.max(i, end);
      mask++;
      stop = mask < masked.length ? Math.min(to, from + masked[mask]!.start) : to;
      if (i >= to) return -1;
      continue;
    }
    const c = text.charCodeAt(i);
    if (c === 0x0a || c === 0x0d) lines++;
    else if (c === 0x20 || c === 0x09 || c === 0xa0) blanks++;
    else if (c === 0x3e && lines > 0) blanks++;
    else break;
    i++;
  }
  if (i >= nextBreak) return -1;
  if (classOf[text.charCodeAt(i)] !== LOWER) return -1;
  if (lines === 0 && (blanks !== 1 || soft)) return -1;
  const end = runEnd(text, i, stop);
  if (end - i <= 16) {
    const part = text.slice(i, end);
    if (conjunctions.has(part)) return -1;
    if (lines === 0 && functionWords.has(part)) return -1;
  }
  return i;
}
