/** `{name}` holes of clauses and replacements. */

/** A piece of a clause: fixed text, or a hole with its name and, in hand-written clauses, a default text (`{name|default}`). */
export type ClausePart = { readonly text: string } | { readonly hole: string; readonly fallback?: string };

/** Cuts a clause at its holes. A brace that is no hole stays text. */
export function clauseParts(clause: string): ClausePart[] {
  const parts: ClausePart[] = [];
  let from = 0;
  for (const match of clause.matchAll(/\{([A-Za-z][A-Za-z0-9_-]*)(?:\|([^{}]*))?\}/g)) {
    if (match.index > from) parts.push({ text: clause.slice(from, match.index) });
    parts.push(match[2] === undefined ? { hole: match[1]! } : { hole: match[1]!, fallback: match[2] });
    from = match.index + match[0].length;
  }
  if (from < clause.length) parts.push({ text: clause.slice(from) });
  return parts;
}

/** Names of the holes of a clause, in order, each once. */
export function holesOf(clause: string): string[] {
  return [...new Set(clauseParts(clause).flatMap((part) => ('hole' in part ? [part.hole] : [])))];
}
