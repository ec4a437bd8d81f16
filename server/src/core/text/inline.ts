/**
 * What inside a block is not prose: code, link targets, addresses, tags, comments, struck text. And the directives for Grünstift
 * that stand in comments or double brackets.
 */
import type { Directive, Span } from './model';

/** Fills `masked` (ascending, disjoint) and `directives` for the characters of `[from, to)`; their offsets are relative to `from`. */
export function readInline(text: string, from: number, to: number, markdown: boolean, masked: Span[], directives: Directive[]): void {
  let i = from;
  /** Nothing before this offset can be taken back into a mask. */
  let free = from;
  const noTicks: number[] = [];
  let noStruck = false;
  let noComment = false;
  let noDirective = false;
  const mask = (start: number, end: number) => {
    // Tags follow upon tags: one range for those with nothing but blanks between.
    const last = masked.length > 0 ? masked[masked.length - 1] : undefined;
    if (last !== undefined && isEmptyBetween(text, last.end + from, start))
      masked[masked.length - 1] = { start: last.start, end: end - from };
    else masked.push({ start: start - from, end: end - from });
    i = end;
    free = end;
  };
  while (i < to) {
    const c = text.charCodeAt(i);
    if (c > 126 || !interesting[c]) {
      i++;
      continue;
    }
    switch (c) {
      case 92: // backslash
        i += markdown ? 2 : 1;
        break;
      case 96: {
        let run = 1;
        while (i + run < to && text.charCodeAt(i + run) === 96) run++;
        if (!markdown || noTicks.includes(run)) {
          i += run;
          break;
        }
        const close = closingTicks(text, i + run, to, run);
        if (close < 0) {
          noTicks.push(run);
          i += run;
        } else mask(i, close + run);
        break;
      }
      case 126: {
        if (text.charCodeAt(i + 1) !== 126 || noStruck) {
          i++;
          break;
        }
        const close = indexWithin(text, '~~', i + 2, to);
        if (close < 0) {
          noStruck = true;
          i += 2;
        } else if (close === i + 2) i += 4;
        else mask(i, close + 2);
        break;
      }
      case 60: {
        if (text.startsWith('<!--', i)) {
          const close = noComment ? -1 : indexWithin(text, '-->', i + 4, to);
          if (close < 0) {
            noComment = true;
            i += 4;
            break;
          }
          addDirective(text, from, i, close + 3, 4, 3, directives);
          mask(i, close + 3);
          break;
        }
        const end = tagEnd(text, i, to, markdown);
        if (end < 0) i++;
        else mask(i, end);
        break;
      }
      case 91: {
        if (text.charCodeAt(i + 1) === 91 && beginsDirective(text, i + 2)) {
          const close = noDirective ? -1 : indexWithin(text, ']]', i + 2, to);
          if (close < 0) {
            noDirective = true;
            i += 2;
            break;
          }
          addDirective(text, from, i, close + 2, 2, 2, directives);
          mask(i, close + 2);
          break;
        }
        if (markdown && text.charCodeAt(i + 1) === 94) {
          const close = indexWithin(text, ']', i, Math.min(i + 40, to));
          if (close > 0) {
            mask(i, close + 1);
            break;
          }
        }
        i++;
        break;
      }
      case 93: {
        if (!markdown) {
          i++;
          break;
        }
        const next = text.charCodeAt(i + 1);
        const end = next === 40 ? targetEnd(text, i + 1, to) : next === 91 ? referenceEnd(text, i + 1, to) : -1;
        if (end < 0) i++;
        else mask(i + 1, end);
        break;
      }
      case 58: // :
        if (text.charCodeAt(i + 1) === 47 && text.charCodeAt(i + 2) === 47) {
          let start = i;
          while (start > free && i - start < 20 && isSchemeCharacter(text.charCodeAt(start - 1))) start--;
          const end = start < i ? addressEnd(text, i + 3, to) : -1;
          if (end > i + 3) {
            mask(start, end);
            break;
          }
        }
        i++;
        break;
      case 64: {
        let start = i;
        while (start > free && i - start < 64 && isMailCharacter(text.charCodeAt(start - 1))) start--;
        const end = hostEnd(text, i + 1, to);
        if (start < i && end > i + 1) mask(start, end);
        else i++;
        break;
      }
      case 46: {
        const after = text.charCodeAt(i + 1);
        if (after < 97 || after > 122) {
          i++;
          break;
        }
        let start = i;
        while (start > free && i - start < 64 && isHostCharacter(text.charCodeAt(start - 1))) start--;
        const end = hostEnd(text, start, to);
        if (end > i && (start < i - 1 || text.startsWith('www', start)) && knownDomain(text, start, end)) {
          mask(start, end < to && text.charCodeAt(end) === 47 ? addressEnd(text, end, to) : end);
        } else i = Math.max(end, i + 1);
        break;
      }
      case 38: {
        const semicolon = markdown ? indexWithin(text, ';', i, Math.min(i + 9, to)) : -1;
        if (semicolon > 0 && entity.test(text.slice(i, semicolon + 1))) mask(i, semicolon + 1);
        else i++;
        break;
      }
      default:
        i++;
    }
  }
}

function isEmptyBetween(text: string, from: number, to: number): boolean {
  if (to - from > 4) return false;
  for (let i = from; i < to; i++) if (text.charCodeAt(i) > 32) return false;
  return true;
}

const interesting = new Uint8Array(128);
for (const c of '\\`~<[]:@.&') interesting[c.charCodeAt(0)] = 1;

const entity = /^&(?:nbsp|lt|gt|amp|quot|shy|ensp|emsp|thinsp|#\d{1,5}|#x[0-9a-fA-F]{1,5});$/;
const domains = new Set(
  'de com org net eu ch at gov edu int info io nrw berlin hamburg koeln cologne bayern bund mil uk fr nl be lu dk se no pl cz'.split(' '),
);

/** The words at `at` speak to Grünstift. In capitals only the verbs do: "GS-Zeichen" and "GS: geprüft" are notes of the writer. */
export function beginsDirective(text: string, at: number): boolean {
  const words = text.slice(at, at + 9);
  return /^gs(?![a-z0-9])/.test(words) || /^gs-(?:ignore|waive)/i.test(words);
}

function addDirective(text: string, base: number, start: number, end: number, open: number, close: number, directives: Directive[]): void {
  const words = text.slice(start + open, end - close).trim();
  if (beginsDirective(words, 0)) directives.push({ start: start - base, end: end - base, text: words });
}

/** `indexOf` that does not look beyond `to`, so that many unclosed marks in a long text cost no more than a few. */
function indexWithin(text: string, mark: string, from: number, to: number): number {
  if (from >= to) return -1;
  const at = text.slice(from, to).indexOf(mark);
  return at < 0 ? -1 : at + from;
}

function closingTicks(text: string, from: number, to: number, run: number): number {
  let i = from;
  for (;;) {
    i = indexWithin(text, '`', i, to);
    if (i < 0) return -1;
    let length = 1;
    while (i + length < to && text.charCodeAt(i + length) === 96) length++;
    if (length === run) return i;
    i += length;
  }
}

/** End of a tag or autolink that begins at `<`; -1 when it is neither. Plain text knows autolinks only: `<Name des Bieters>` is a field. */
export function tagEnd(text: string, from: number, to: number, markdown: boolean): number {
  let i = from + 1;
  let c = text.charCodeAt(i);
  if (c === 47) {
    if (!markdown) return -1;
    c = text.charCodeAt(++i);
  }
  if (!isLetter(c)) return -1;
  const limit = Math.min(to, from + 2000);
  while (i < limit && (isLetter(c) || (c >= 48 && c <= 57) || c === 45)) c = text.charCodeAt(++i);
  if (c === 58 || c === 64 || c === 46 || c === 43) {
    // Autolink: no blanks up to `>`.
    while (i < limit) {
      c = text.charCodeAt(i);
      if (c === 62) return i + 1;
      if (c <= 32 || c === 60) return -1;
      i++;
    }
    return -1;
  }
  if (!markdown || (c !== 62 && c !== 47 && c > 32)) return -1;
  let quotation = 0;
  while (i < limit) {
    c = text.charCodeAt(i);
    if (quotation !== 0) {
      if (c === quotation) quotation = 0;
    } else if (c === 34 || c === 39) quotation = c;
    else if (c === 62) return i + 1;
    else if (c === 60) return -1;
    i++;
  }
  return -1;
}

/** End of a link target in brackets that begins at `(`, line breaks only before a title. */
function targetEnd(text: string, from: number, to: number): number {
  let depth = 0;
  const limit = Math.min(to, from + 4000);
  let blanks = false;
  for (let i = from; i < limit; i++) {
    const c = text.charCodeAt(i);
    if (c === 40) {
      if (++depth > 32) return -1;
    } else if (c === 41) {
      if (--depth === 0) return i + 1;
    } else if (c === 92) i++;
    else if (c <= 32) blanks = true;
    else if (blanks) {
      // After a blank only a title may follow.
      if (c !== 34 && c !== 39) return -1;
      const close = indexWithin(text, String.fromCharCode(c), i + 1, limit);
      if (close < 0) return -1;
      i = close;
    }
  }
  return -1;
}

function referenceEnd(text: string, from: number, to: number): number {
  const limit = Math.min(to, from + 200);
  for (let i = from + 1; i < limit; i++) {
    const c = text.charCodeAt(i);
    if (c === 93) return i + 1;
    if (c === 91 || c === 10 || c === 13) return -1;
  }
  return -1;
}

/** End of an address: up to a blank or a bracket, without the punctuation of the sentence. */
function addressEnd(text: string, from: number, to: number): number {
  let i = from;
  let depth = 0;
  while (i < to) {
    const c = text.charCodeAt(i);
    if (c <= 32 || c === 60 || c === 62 || c === 34 || c === 93 || c === 124 || c === 0xa0 || c >= 0x2010) break;
    if (c === 40) depth++;
    else if (c === 41 && --depth < 0) break;
    i++;
  }
  while (i > from && isClosingPunctuation(text.charCodeAt(i - 1))) i--;
  return i;
}

/** End of a host name with at least one full stop inside; -1 otherwise. */
function hostEnd(text: string, from: number, to: number): number {
  let i = from;
  let stops = 0;
  while (i < to && i - from < 256 && isHostCharacter(text.charCodeAt(i))) {
    if (text.charCodeAt(i) === 46) {
      const after = text.charCodeAt(i + 1);
      if (i + 1 >= to || !isHostCharacter(after) || after === 46) break;
      stops++;
    }
    i++;
  }
  return stops > 0 ? i : -1;
}

function knownDomain(text: string, start: number, end: number): boolean {
  if (text.startsWith('www.', start)) return true;
  const stop = text.lastIndexOf('.', end - 1);
  return stop - start > 1 && domains.has(text.slice(stop + 1, end));
}

function isLetter(c: number): boolean {
  return (c >= 97 && c <= 122) || (c >= 65 && c <= 90);
}

function isSchemeCharacter(c: number): boolean {
  return isLetter(c) || c === 43;
}

function isHostCharacter(c: number): boolean {
  return isLetter(c) || (c >= 48 && c <= 57) || c === 45 || c === 46 || c === 95;
}

function isMailCharacter(c: number): boolean {
  return isHostCharacter(c) || c === 43 || c === 37;
}

function isClosingPunctuation(c: number): boolean {
  return c === 46 || c === 44 || c === 58 || c === 59 || c === 33 || c === 63 || c === 39 || c === 42 || c === 95;
}
