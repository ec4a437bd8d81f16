/**
 * Command "Insert clause": a quick pick over the clauses that fit the document, with the full text of the one in focus shown below the editor.
 * Enter inserts at the cursor as a snippet; the button of a line inserts in the section where the clause belongs.
 */
import * as vscode from 'vscode';
import { type Clause, type ClausesParams, type ClausesResult, clausesMethod } from '../../../server/src/protocol';
import { isSpecification } from '../documents';
import type { EnableFeature } from './index';

interface ClauseItem extends vscode.QuickPickItem {
  /** Absent on separators. */
  clause?: Clause;
}

export const insertClause: EnableFeature = ({ client }) => {
  const preview = previewPages();
  const command = vscode.commands.registerCommand('gruenstift.insertClause', async () => {
    const editor = vscode.window.activeTextEditor;
    if (!isSpecification(editor?.document)) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Open a specification in Markdown or plain text first.'));
      return;
    }
    const params: ClausesParams = {
      uri: client.code2ProtocolConverter.asUri(editor.document.uri),
      position: client.code2ProtocolConverter.asPosition(editor.selection.active),
    };
    const { clauses } = await client.sendRequest<ClausesResult>(clausesMethod, params);
    if (clauses.length === 0) {
      void vscode.window.showInformationMessage(vscode.l10n.t('The catalogue holds no clause for this document.'));
      return;
    }
    await preview.open();
    const chosen = await pick(clauses, (clause) => preview.show(clause));
    await preview.close();
    if (chosen) await insert(editor, chosen.clause, chosen.inSection);
  });
  return vscode.Disposable.from(command, preview);
};

/** Resolves with the chosen clause, or undefined when the pick was left. */
function pick(clauses: readonly Clause[], show: (clause: Clause) => void): Promise<{ clause: Clause; inSection: boolean } | undefined> {
  return new Promise((resolve) => {
    const list = vscode.window.createQuickPick<ClauseItem>();
    list.title = vscode.l10n.t('Grünstift: insert clause');
    list.placeholder = vscode.l10n.t('Enter inserts at the cursor, the button in the section where the clause belongs');
    list.matchOnDescription = true;
    list.matchOnDetail = true;
    list.items = items(clauses);
    list.onDidChangeActive(([active]) => active?.clause && show(active.clause));
    list.onDidTriggerItemButton(({ item }) => finish(item.clause && { clause: item.clause, inSection: true }));
    list.onDidAccept(() => finish(list.activeItems[0]?.clause && { clause: list.activeItems[0].clause, inSection: false }));
    list.onDidHide(() => finish(undefined));
    let done = false;
    function finish(result: { clause: Clause; inSection: boolean } | undefined): void {
      if (done) return;
      done = true;
      list.dispose();
      resolve(result);
    }
    list.show();
  });
}

/** Keeps the server's order (best first) and puts a separator where the product group changes. */
function items(clauses: readonly Clause[]): ClauseItem[] {
  const result: ClauseItem[] = [];
  let product = '';
  for (const clause of clauses) {
    if (clause.product.name !== product) result.push({ label: clause.product.name, kind: vscode.QuickPickItemKind.Separator });
    product = clause.product.name;
    result.push({
      clause,
      label: clause.addressed ? `$(check) ${clause.title}` : clause.title,
      description: [clause.slotName, clause.levelName, clause.addressed ? vscode.l10n.t('addressed already') : '']
        .filter(Boolean)
        .join(' · '),
      detail: clause.text.replace(/\s+/g, ' '),
      buttons: clause.insertAt
        ? [{ iconPath: new vscode.ThemeIcon('list-tree'), tooltip: vscode.l10n.t('Insert in the section where it belongs') }]
        : [],
    });
  }
  return result;
}

/** Inserts at the selection or, as a paragraph of its own, in the section where the clause belongs. One undo takes it out. */
export async function insert(editor: vscode.TextEditor, clause: Clause, inSection: boolean): Promise<void> {
  const shown = await vscode.window.showTextDocument(editor.document, { viewColumn: editor.viewColumn, preserveFocus: false });
  if (!inSection || !clause.insertAt) {
    await shown.insertSnippet(new vscode.SnippetString(clause.snippet), editor.selection);
    return;
  }
  const position = shown.document.validatePosition(new vscode.Position(clause.insertAt.line, clause.insertAt.character));
  const before =
    shown.document.lineAt(position.line).text.slice(0, position.character).trim() === ''
      ? blankLineAbove(shown.document, position)
      : '\n\n';
  const after = position.line + 1 < shown.document.lineCount && shown.document.lineAt(position.line + 1).text.trim() !== '' ? '\n' : '';
  await shown.insertSnippet(new vscode.SnippetString(before + clause.snippet + after), position);
  shown.revealRange(new vscode.Range(position, position), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

function blankLineAbove(document: vscode.TextDocument, position: vscode.Position): string {
  return position.line > 0 && document.lineAt(position.line - 1).text.trim() !== '' ? '\n' : '';
}

/** The virtual page below the editor that shows the clause in focus, while the pick is open: beside the editor the pick would lie upon it. */
function previewPages(): vscode.Disposable & { open(): Promise<void>; show(clause: Clause): void; close(): Promise<void> } {
  const uri = vscode.Uri.from({ scheme: 'gruenstift-clause', path: `/${vscode.l10n.t('Clause')}.md` });
  const changed = new vscode.EventEmitter<vscode.Uri>();
  let content = '';
  const provider = vscode.workspace.registerTextDocumentContentProvider(uri.scheme, {
    onDidChange: changed.event,
    provideTextDocumentContent: () => content,
  });
  return {
    async open() {
      content = '';
      await vscode.commands.executeCommand('workbench.action.newGroupBelow');
      await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.Active, preview: true });
    },
    show(clause) {
      content = page(clause);
      changed.fire(uri);
    },
    async close() {
      const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
      await vscode.window.tabGroups.close(
        tabs.filter((tab) => tab.input instanceof vscode.TabInputText && tab.input.uri.scheme === uri.scheme),
      );
    },
    dispose() {
      provider.dispose();
      changed.dispose();
    },
  };
}

function page(clause: Clause): string {
  const parts = [`# ${clause.title}`, [clause.product.name, clause.slotName, clause.levelName].join(' · '), clause.text];
  if (clause.reason) parts.push(`## ${vscode.l10n.t('Reason')}`, clause.reason);
  if (clause.law.length > 0) parts.push(`## ${vscode.l10n.t('Norms')}`, clause.law.map((law) => `- ${law}`).join('\n'));
  parts.push(`\`${clause.id}@${clause.version}\``);
  return `${parts.join('\n\n')}\n`;
}
