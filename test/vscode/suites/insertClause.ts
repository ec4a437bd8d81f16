import * as vscode from 'vscode';
import { insert } from '../../../client/src/features/insertClause';
import type { ClausesResult } from '../../../server/src/protocol';
import * as assert from '../assert';
import { closeAll, openFile, some, until, untilMarks, withLabel } from '../specification';

describe('insert clause', () => {
  afterEach(closeAll);

  it('shows the clauses, previews the first and inserts it at the cursor', async () => {
    const editor = await openFile(withLabel);
    const { document } = editor;
    await untilMarks(document.uri, 'label-equivalence', some);
    const end = document.lineAt(document.lineCount - 1).range.end;
    editor.selection = new vscode.Selection(end, end);
    const command = vscode.commands.executeCommand('gruenstift.insertClause');
    // The preview is filled as soon as the list is there and its first line in focus.
    await until(vscode.workspace.onDidChangeTextDocument, () =>
      vscode.workspace.textDocuments.find((open) => open.uri.scheme === 'gruenstift-clause' && open.getText().startsWith('# ')),
    );
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await command;
    const inserted = document.getText().slice(withLabel.length).trim();
    assert.equal(document.getText().startsWith(withLabel), true, 'what was there stays');
    assert.ok(inserted.length > 20, `a clause: "${inserted}"`);
    const open = vscode.window.tabGroups.all.flatMap((group) => group.tabs).map((tab) => tab.input);
    assert.equal(
      open.some((input) => input instanceof vscode.TabInputText && input.uri.scheme === 'gruenstift-clause'),
      false,
      'the preview is closed',
    );
    await vscode.commands.executeCommand('leaveSnippet');
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), withLabel);
  });

  it('inserts in the section where the clause belongs, as a paragraph of its own', async () => {
    const text = `# Lieferung von Kopierpapier\n\n## Leistungsbeschreibung\n\nGeliefert wird Kopierpapier.\n\n## Zuschlagskriterien\n\nPreis 100 %\n`;
    const editor = await openFile(text);
    const { document } = editor;
    const { client } = await vscode.extensions.getExtension('gruenstift.gruenstift')!.activate();
    const params = { uri: client.code2ProtocolConverter.asUri(document.uri), position: { line: 0, character: 0 } };
    const { clauses }: ClausesResult = await client.sendRequest('gruenstift/clauses', params);
    const clause = clauses.find(({ slot, insertAt }) => slot === 'specification' && insertAt);
    assert.ok(clause, 'a clause that belongs in the specification');
    await insert(editor, clause, true);
    const [before, after] = text.split('\n\n## Zuschlagskriterien');
    const now = document.getText();
    assert.ok(now.startsWith(`${before}\n\n`), now);
    assert.ok(now.endsWith(`\n\n## Zuschlagskriterien${after}`), now);
    await vscode.commands.executeCommand('leaveSnippet');
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), text);
  });
});
