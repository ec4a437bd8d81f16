/** Words as written, white space folded and a word split over two lines in one piece. Absolute offsets. */
export function asOneLine(text: string, start: number, end: number): string {
  return text
    .slice(start, end)
    .replace(/-\s+(?=\p{Ll})/gu, '')
    .replace(/\s+/g, ' ');
}
