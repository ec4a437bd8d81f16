/**
 * What a UTF-16 unit is to the tokeniser: one table look-up a character. Everything above Latin is put into classes by
 * blocks, not by Unicode properties: cheaper at start, and tenders rarely hold more than a Greek letter.
 */

export const SEPARATOR = 0;
export const LOWER = 1;
export const UPPER = 2;
export const DIGIT = 4;
/** `. ! ? …`: may end a sentence. */
export const STOP = 8;
/** A token of its own: `§ % ‰ ° ® ™ ≤ ≥ < > ± ∑ € $ £ ½ ¼ ¾`. */
export const SYMBOL = 16;
/** Interrupts the fast run over letters: the word has to be read with care. */
export const CAREFUL = 32;
/** `- ‐ ‑`. */
export const HYPHEN = 64;
/** Either kind of letter. */
export const LETTER = LOWER | UPPER;

const CLASS = new Uint8Array(65536);

for (let c = 0x61; c <= 0x7a; c++) CLASS[c] = LOWER;
for (let c = 0x41; c <= 0x5a; c++) CLASS[c] = UPPER;
for (let c = 0x30; c <= 0x39; c++) CLASS[c] = DIGIT;
for (let c = 0xc0; c <= 0xde; c++) CLASS[c] = UPPER;
for (let c = 0xdf; c <= 0xff; c++) CLASS[c] = LOWER;
CLASS[0xd7] = SEPARATOR; // ×
CLASS[0xf7] = SEPARATOR; // ÷
CLASS[0xb5] = LOWER; // µ
CLASS[0xaa] = LOWER; // ª
CLASS[0xba] = LOWER; // º
for (let c = 0x100; c <= 0x17f; c++) CLASS[c] = c % 2 === 0 ? UPPER : LOWER;
for (let c = 0x180; c <= 0x2af; c++) CLASS[c] = LOWER;
for (let c = 0x370; c <= 0x3ff; c++) CLASS[c] = LOWER;
for (let c = 0x391; c <= 0x3a9; c++) CLASS[c] = UPPER;
CLASS[0x37e] = SEPARATOR;
CLASS[0x387] = SEPARATOR;
for (let c = 0x400; c <= 0x42f; c++) CLASS[c] = UPPER;
for (let c = 0x430; c <= 0x52f; c++) CLASS[c] = LOWER;
for (let c = 0x531; c <= 0x1fff; c++) CLASS[c] = LOWER;
for (let c = 0x3041; c <= 0xd7ff; c++) CLASS[c] = LOWER;
CLASS[0x1e9e] = UPPER; // ẞ
for (let c = 0x1e00; c <= 0x1eff; c += 2) CLASS[c] = UPPER;

for (const c of '§%‰°®™≤≥<>±∑€$£½¼¾≦≧') CLASS[c.charCodeAt(0)] = SYMBOL;
for (const c of '.!?…') CLASS[c.charCodeAt(0)] = STOP;
for (const c of '-‐‑') CLASS[c.charCodeAt(0)] = HYPHEN;

const invisible = [0xad, 0x200b, 0x200c, 0x200d, 0x2060, 0xfeff];
const ligatures = new Map<number, string>([
  [0xfb00, 'ff'],
  [0xfb01, 'fi'],
  [0xfb02, 'fl'],
  [0xfb03, 'ffi'],
  [0xfb04, 'ffl'],
  [0xfb05, 'st'],
  [0xfb06, 'st'],
]);
for (const c of invisible) CLASS[c] = CAREFUL;
for (const c of ligatures.keys()) CLASS[c] = CAREFUL | LOWER;
for (let c = 0x300; c <= 0x36f; c++) CLASS[c] = CAREFUL;
// Superscript and subscript digits, subscript x (NOₓ), apostrophes, plus and the marks of gender-neutral spelling.
for (let c = 0x2080; c <= 0x2089; c++) CLASS[c] = CAREFUL;
for (const c of "²³¹ₓ'’+*:_/(") CLASS[c.charCodeAt(0)]! |= CAREFUL;

/** Class bits of every UTF-16 unit. */
export const classOf: Readonly<Uint8Array> = CLASS;

/** True for characters that show nothing: soft hyphen, zero-width marks. */
export function isInvisible(code: number): boolean {
  return code === 0xad || (code >= 0x200b && code <= 0x200d) || code === 0x2060 || code === 0xfeff;
}

/** The letters a ligature stands for. */
export function lettersOf(code: number): string | undefined {
  return ligatures.get(code);
}

/** The single character for a letter and a combining mark, or 0: `u` + U+0308 is `ü`. */
export function compose(letter: number, mark: number): number {
  const joined = String.fromCharCode(letter, mark).normalize('NFC');
  return joined.length === 1 ? joined.charCodeAt(0) : 0;
}

/** Base letters of U+00C0 … U+017F. Written out: asking the engine would load its Unicode tables at every start. */
const baseLetters =
  'aaaaaaæceeeeiiiiðnooooo×ouuuuyþßaaaaaaæceeeeiiiiðnooooo÷ouuuuyþy' +
  'aaaaaaccccccccddđđeeeeeeeeeegggggggghhħħiiiiiiiiiıĳĳjjkkĸllllllŀ' +
  'ŀllnnnnnnŉŋŋooooooœœrrrrrrssssssssttttŧŧuuuuuuuuuuuuwwyyyzzzzzzſ';
const FOLD = new Uint16Array(0x180);
for (let c = 0; c < 0xc0; c++) FOLD[c] = c >= 0x41 && c <= 0x5a ? c + 0x20 : c;
for (let c = 0xc0; c < 0x180; c++) FOLD[c] = baseLetters.charCodeAt(c - 0xc0);
FOLD[0xb2] = 0x32;
FOLD[0xb3] = 0x33;
FOLD[0xb9] = 0x31;

/** Case, accents and umlauts folded to the base letter: `Größe` → `grosse`, `ÖKO` → `oko`, `CO₂` → `co2`. */
export function fold(word: string): string {
  const codes: number[] = [];
  let same = true;
  for (let k = 0; k < word.length; k++) {
    const c = word.charCodeAt(k);
    if (c < 0xc0) {
      const folded = FOLD[c]!;
      if (folded !== c) same = false;
      codes.push(folded);
      continue;
    }
    same = false;
    if (c === 0xdf || c === 0x1e9e) codes.push(0x73, 0x73);
    else if (c === 0xe6 || c === 0xc6) codes.push(0x61, 0x65);
    else if (c === 0x153 || c === 0x152) codes.push(0x6f, 0x65);
    else if (c < 0x180) codes.push(FOLD[c]!);
    else if (c >= 0x2080 && c <= 0x2089) codes.push(c - 0x2080 + 0x30);
    else if (c === 0x2093) codes.push(0x78);
    else if (c === 0x3bc) codes.push(0xb5);
    else for (const unit of word[k]!.toLowerCase()) codes.push(unit.charCodeAt(0));
  }
  return same ? word : stringOf(codes);
}

/** A string of its own from UTF-16 units: short, in one byte a character where that does, and no part of a longer text. */
export function stringOf(codes: readonly number[]): string {
  if (codes.length < 4096) return String.fromCharCode(...codes);
  let out = '';
  for (let i = 0; i < codes.length; i += 4096) out += String.fromCharCode(...codes.slice(i, i + 4096));
  return out;
}
