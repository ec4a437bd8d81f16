import type { TextEdit } from '../findings';
import type { Span } from '../text/model';

function inOrder(edits: readonly TextEdit[]): TextEdit[] {
  return [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Applies edits (any order, no overlaps) to the text they were made for. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const edit of inOrder(edits)) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

/** Where the texts of edits stand once these are applied. */
export function placesAfter(edits: readonly TextEdit[]): Span[] {
  let shift = 0;
  return inOrder(edits).map(({ start, end, text }) => {
    const place = { start: start + shift, end: start + shift + text.length };
    shift += text.length - (end - start);
    return place;
  });
}

/** Edits with one more, an insertion at a place of the text they lead to. */
export function insertAfterwards(edits: readonly TextEdit[], { start: at, text }: TextEdit): TextEdit[] {
  const sorted = inOrder(edits);
  const places = placesAfter(sorted);
  const inside = places.findIndex(({ start, end }) => start < at && at <= end);
  if (inside >= 0) {
    const { start, end, text: written } = sorted[inside];
    const cut = at - places[inside].start;
    sorted[inside] = { start, end, text: written.slice(0, cut) + text + written.slice(cut) };
    return sorted;
  }
  const before = places.filter(({ end }) => end <= at).length;
  const shift = before > 0 ? places[before - 1].end - sorted[before - 1].end : 0;
  sorted.splice(before, 0, { start: at - shift, end: at - shift, text });
  return sorted;
}
