import type { Splitter } from './splitter';

/** Reads the table set in columns by blanks that begins with line `i`; the line after it, or -1. */
export function readColumns(_s: Splitter, _i: number): number {
  return -1;
}
