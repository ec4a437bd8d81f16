/** Several edits as one: what the incremental analysis is told when it missed some revisions. */
import type { TextChange } from './core/text/model';

/** `first` leads from text A to B, `second` from B to C; the result leads from A to C and covers both. */
export function joinChanges(first: TextChange | undefined, second: TextChange): TextChange {
  if (!first) return second;
  const firstEnd = first.start + first.length;
  const start = Math.min(first.start, second.start);
  const endInB = Math.max(firstEnd, second.end);
  return {
    start,
    end: endInB - first.length + (first.end - first.start),
    length: endInB - start + second.length - (second.end - second.start),
  };
}
