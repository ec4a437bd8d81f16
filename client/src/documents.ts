/** Which documents Grünstift reads, in one place for the language client and for the features. */
import type * as vscode from 'vscode';

/** Specifications in every scheme (file, untitled, virtual file systems), and the YAML files of catalogues. */
export const specifications = [{ language: 'markdown' }, { language: 'plaintext' }, { language: 'yaml', pattern: '**/criteria/**/*.yaml' }];

/** Views of other documents, not documents somebody writes: the left side of a comparison, chat, search results, our own preview. */
const unread = new Set([
  'git',
  'gitfs',
  'output',
  'comment',
  'vscode-scm',
  'search-editor',
  'vscode-chat-code-block',
  'vscode-chat-response-code-block',
  'gruenstift-clause',
]);

export function isRead(document: vscode.TextDocument): boolean {
  return !unread.has(document.uri.scheme);
}

/** A document Grünstift reads as a specification (not a catalogue file). */
export function isSpecification(document: vscode.TextDocument | undefined): document is vscode.TextDocument {
  return document !== undefined && (document.languageId === 'markdown' || document.languageId === 'plaintext') && isRead(document);
}
