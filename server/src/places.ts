/** Places as LSP ranges (lines and characters from 0, UTF-16). Types only from LSP: the command line loads none of it. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range } from 'vscode-languageserver-types';
import type { Place } from './core/catalogue/problems';
import type { Span } from './core/text/model';

/** Offsets of the analysed text. */
export function rangeOf(document: TextDocument, span: Span): Range {
  return { start: document.positionAt(span.start), end: document.positionAt(span.end) };
}

/** Catalogue and configuration count lines and columns from 1. */
export function rangeOfPlace(place: Pick<Place, 'line' | 'column'> & Partial<Place>): Range {
  const start = { line: place.line - 1, character: place.column - 1 };
  return { start, end: { line: (place.endLine ?? place.line) - 1, character: (place.endColumn ?? place.column) - 1 } };
}
