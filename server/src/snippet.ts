/** LSP snippet syntax: escaped text, tab stops `$1`, `${1:name}`. */

/** Text that a snippet inserts unchanged. */
export function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** What a snippet leaves in a text whose editor knows no tab stops: the names of the holes. */
export function plainOfSnippet(snippet: string): string {
  return snippet.replace(
    /\\([\\$}])|\$\{\d+:((?:\\.|[^}\\])*)\}|\$\{?\d+\}?/g,
    (_, escaped: string | undefined, name: string | undefined) =>
      escaped !== undefined ? escaped : name === undefined ? '' : name.replace(/\\([\\$}])/g, '$1'),
  );
}

/** A text whose holes stand in square brackets (`[Mindestdauer festlegen]`), with a tab stop for each. */
export function snippetOfBrackets(text: string): string {
  let stop = 0;
  return text
    .split(/(\[[^[\]\n]+\])/)
    .map((part) => (part.startsWith('[') ? `\${${++stop}:${escapeSnippet(part)}}` : escapeSnippet(part)))
    .join('');
}
