/** Offsets to line and character and back, for output that counts lines. `\n`, `\r\n` and a lone `\r` end a line, as in LSP. */

/** Line and character from 0, characters in UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly character: number;
}

/** Offset of each line's first character. */
export type LineStarts = Int32Array;

export function lineStarts(text: string): LineStarts {
  let starts = new Int32Array(64 + (text.length >> 5));
  let count = 1;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c !== 10 && c !== 13) continue;
    if (c === 13 && text.charCodeAt(i + 1) === 10) i++;
    if (count === starts.length) {
      const larger = new Int32Array(count * 2);
      larger.set(starts);
      starts = larger;
    }
    starts[count++] = i + 1;
  }
  return starts.slice(0, count);
}

/** Place of an offset; offsets outside the text go to its ends. */
export function placeAt(starts: LineStarts, offset: number): Place {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle] <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low, character: Math.max(0, offset - starts[low]) };
}

/** Offset of a place; a character beyond the line's end stays in the line when `textLength` and the next line allow. */
export function offsetAt(starts: LineStarts, place: Place, textLength: number): number {
  if (place.line < 0) return 0;
  if (place.line >= starts.length) return textLength;
  const next = place.line + 1 < starts.length ? starts[place.line + 1] : textLength;
  return Math.min(starts[place.line] + Math.max(0, place.character), next);
}
