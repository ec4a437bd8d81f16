/** Specifications the suites write, and waiting for what VS Code says about them. Waits end by events; the test's own timeout is the limit. */
import * as vscode from 'vscode';

/** A requirement with one certain mark: a label with nothing about equivalence. */
export const withLabel = [
  '# Lieferung von Kopierpapier',
  '',
  '## Anforderungen',
  '',
  'Das Papier muss mit dem Blauen Engel gekennzeichnet sein. Der Nachweis ist mit dem Angebot vorzulegen.',
  '',
].join('\n');

let written = 0;

/** Writes a new file into the open workspace folder and shows it. */
export async function openFile(content: string, extension = 'md', folder = workspaceFolder()): Promise<vscode.TextEditor> {
  const uri = vscode.Uri.joinPath(folder, `spezifikation-${++written}.${extension}`);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(content));
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
}

export async function openUntitled(content: string, language: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content, language }));
}

export function workspaceFolder(): vscode.Uri {
  return vscode.workspace.workspaceFolders![0]!.uri;
}

/** Marks of one rule, or all of Grünstift's. */
export function marks(uri: vscode.Uri, rule?: string): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter((mark) => mark.source === source && (!rule || ruleOf(mark) === rule));
}

const source = 'Grünstift';

export function ruleOf(mark: vscode.Diagnostic): string {
  return String(typeof mark.code === 'object' ? mark.code.value : mark.code);
}

/** Resolves with the marks as soon as `wanted` holds for them. */
export function untilMarks(uri: vscode.Uri, rule: string, wanted: (marks: vscode.Diagnostic[]) => boolean): Promise<vscode.Diagnostic[]> {
  return until(vscode.languages.onDidChangeDiagnostics, () => {
    const found = marks(uri, rule);
    return wanted(found) ? found : undefined;
  });
}

export const some = (found: readonly vscode.Diagnostic[]) => found.length > 0;
export const none = (found: readonly vscode.Diagnostic[]) => found.length === 0;

/** Asks `answer` now and after each event until it gives something. */
export function until<T>(event: vscode.Event<unknown>, answer: () => T | undefined): Promise<T> {
  return new Promise((resolve) => {
    const first = answer();
    if (first !== undefined) return resolve(first);
    const listening = event(() => {
      const later = answer();
      if (later === undefined) return;
      listening.dispose();
      resolve(later);
    });
  });
}

export async function closeAll(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** Position of the first occurrence of `words`. */
export function find(document: vscode.TextDocument, words: string): vscode.Range {
  const offset = document.getText().indexOf(words);
  if (offset < 0) throw new Error(`"${words}" is not in the document`);
  return new vscode.Range(document.positionAt(offset), document.positionAt(offset + words.length));
}
