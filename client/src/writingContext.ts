/**
 * Writes one value of the writing context (level, regime) to the place that decides: front matter wins over `.gruenstift.yaml`, that over the settings.
 * So a value is changed where it stands already; where it stands nowhere, it becomes a setting.
 */
import * as vscode from 'vscode';
import { isSpecification } from './documents';

export type ContextKey = 'level' | 'regime';

/** Sets `key` and returns in words where it now stands, in the editor's language. */
export async function setContextValue(key: ContextKey, value: string | number): Promise<string> {
  const document = vscode.window.activeTextEditor?.document;
  if (isSpecification(document) && document.languageId === 'markdown') {
    const line = keyLine(document.getText(), key, true);
    if (line !== undefined) return replaceLine(document, line, key, value).then(() => vscode.l10n.t('front matter of the file'));
  }
  const configuration = document && (await configurationFile(document.uri));
  if (configuration) {
    const line = keyLine(configuration.getText(), key, false);
    if (line !== undefined) {
      await replaceLine(configuration, line, key, value);
      await configuration.save();
      return '.gruenstift.yaml';
    }
  }
  const target = vscode.workspace.workspaceFolders ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
  await vscode.workspace.getConfiguration('gruenstift').update(key, value, target);
  return target === vscode.ConfigurationTarget.Workspace ? vscode.l10n.t('settings of the workspace') : vscode.l10n.t('user settings');
}

/** Number of the line that sets `key` at the top level of a YAML file, or of a Markdown file's front matter. */
export function keyLine(text: string, key: string, frontMatter: boolean): number | undefined {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  if (frontMatter && lines[0]?.trimEnd() !== '---') return undefined;
  for (let line = frontMatter ? 1 : 0; line < lines.length; line++) {
    const content = lines[line]!;
    if (frontMatter && /^(?:---|\.\.\.)\s*$/.test(content)) return undefined;
    if (content.startsWith(`${key}:`)) return line;
  }
  return undefined;
}

/** `.gruenstift.yaml` of the document's workspace folder. */
async function configurationFile(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  if (!folder) return undefined;
  try {
    return await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, '.gruenstift.yaml'));
  } catch {
    return undefined;
  }
}

async function replaceLine(document: vscode.TextDocument, line: number, key: string, value: string | number): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  const comment = /\s#.*$/.exec(document.lineAt(line).text)?.[0] ?? '';
  edit.replace(document.uri, document.lineAt(line).range, `${key}: ${value}${comment}`);
  await vscode.workspace.applyEdit(edit);
}
