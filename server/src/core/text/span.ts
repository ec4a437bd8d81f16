import type { Block, Span } from './model';

/** Whether two ranges share a character. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether `inner` lies in `outer`, ends included. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Index of the cell a span (relative to the block) lies in, -1 when it lies in none. */
export function cellAt({ cells }: Block, span: Span): number {
  return cells.findIndex((pieces) => pieces.some((piece) => contains(piece, span)));
}

/** A span with its bracket closed, though brackets are no words: "Blauer Engel (DE-UZ 194)". The span is relative to `base`. */
export function withClosingBracket(text: string, base: number, { start, end }: Span): Span {
  const closes = text[base + end] === ')' && text.slice(base + start, base + end).includes('(');
  return { start, end: closes ? end + 1 : end };
}
