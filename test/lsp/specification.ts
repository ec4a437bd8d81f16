/** A small specification for the protocol tests, with one clear mark a rule. Places are found by words, never by number. */
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';

export const specification = `# Lieferung von Büropapier

## Anforderungen

Das Papier muss den Blauen Engel tragen.

Die Prüfung erfolgt nach BGV A3.

Die Bürostühle müssen dem Fabrikat Vitra entsprechen.
`;

/** Each mark as \`rule: words it stands under\`. */
export function marks(text: string, diagnostics: readonly Diagnostic[]): string[] {
  const document = TextDocument.create('', '', 0, text);
  return diagnostics.map(({ code, range }) => `${code}: ${document.getText(range)}`);
}

/** The marks of one rule, as the words they stand under. */
export function wordsOf(rule: string, text: string, diagnostics: readonly Diagnostic[]): string[] {
  return marks(text, diagnostics)
    .filter((mark) => mark.startsWith(`${rule}: `))
    .map((mark) => mark.slice(rule.length + 2));
}
