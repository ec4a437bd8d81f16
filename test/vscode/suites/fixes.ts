import * as vscode from 'vscode';
import * as assert from '../assert';
import { closeAll, find, none, openFile, some, until, untilMarks, withLabel } from '../specification';

describe('fixes', () => {
  afterEach(closeAll);

  it('offers a preferred fix; applied, it changes the text and the mark goes; undo brings both back', async () => {
    const { document } = await openFile(withLabel);
    const [mark] = await untilMarks(document.uri, 'label-equivalence', some);
    const preferred = (await actionsAt(document, mark!.range)).filter((action) => action.isPreferred);
    assert.equal(preferred.length, 1, 'one preferred fix');
    await apply(preferred[0]!);
    assert.includes(document.getText(), 'gleichwertig');
    await untilMarks(document.uri, 'label-equivalence', none);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), withLabel);
    await untilMarks(document.uri, 'label-equivalence', some);
  });

  it('fixes the file as a whole by command', async () => {
    const { document } = await openFile(withLabel);
    await untilMarks(document.uri, 'label-equivalence', some);
    await vscode.commands.executeCommand('gruenstift.fixAll');
    await untilMarks(document.uri, 'label-equivalence', none);
    assert.includes(document.getText(), 'gleichwertig');
  });

  it('ignores a finding only once there is a reason', async () => {
    const editor = await openFile(withLabel);
    const { document } = editor;
    const [mark] = await untilMarks(document.uri, 'label-equivalence', some);
    const actions = await actionsAt(document, mark!.range);
    const ignore = actions.find(({ kind }) => kind && vscode.CodeActionKind.QuickFix.append('ignore').contains(kind));
    assert.ok(ignore, `an ignoring action among: ${actions.map((action) => action.title).join(', ')}`);
    await apply(ignore);
    assert.includes(document.getText(), '<!-- gs-ignore label-equivalence:');
    // The placeholder of the reason is selected: typing overwrites it.
    const selected = await until(vscode.window.onDidChangeTextEditorSelection, () =>
      editor.selection.isEmpty ? undefined : document.getText(editor.selection),
    );
    assert.includes(document.lineAt(find(document, 'gs-ignore').start.line).text, selected);
    await vscode.commands.executeCommand('type', { text: 'Rahmenvertrag, Umstellung 2028' });
    await untilMarks(document.uri, 'label-equivalence', none);
  });
});

async function actionsAt(document: vscode.TextDocument, range: vscode.Range): Promise<vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
    vscode.CodeActionKind.QuickFix.value,
    20,
  );
}

/** What VS Code does when a code action is chosen: first the edit, then the command. */
async function apply(action: vscode.CodeAction): Promise<void> {
  if (action.edit) assert.ok(await vscode.workspace.applyEdit(action.edit), 'the edit is applied');
  if (action.command) await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
}
