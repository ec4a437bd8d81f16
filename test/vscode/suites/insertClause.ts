import * as vscode from 'vscode';
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
});
