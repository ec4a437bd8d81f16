import * as vscode from 'vscode';
import * as assert from '../assert';
import { closeAll, none, openFile, some, untilMarks, withLabel, workspaceFolder } from '../specification';

const settings = () => vscode.workspace.getConfiguration('gruenstift');
const workspace = vscode.ConfigurationTarget.Workspace;

describe('settings and context', () => {
  afterEach(async () => {
    for (const key of ['rules', 'regime', 'level', 'language']) await settings().update(key, undefined, workspace);
    await closeAll();
  });

  it('a rule switched off in the settings marks nothing; switched on again, it does', async () => {
    const { document } = await openFile(withLabel);
    await untilMarks(document.uri, 'label-equivalence', some);
    await settings().update('rules', { 'label-equivalence': 'off' }, workspace);
    await untilMarks(document.uri, 'label-equivalence', none);
    await settings().update('rules', undefined, workspace);
    await untilMarks(document.uri, 'label-equivalence', some);
  });

  it('messages change their language with the setting', async () => {
    const { document } = await openFile(withLabel);
    await settings().update('language', 'de', workspace);
    const [german] = await untilMarks(document.uri, 'label-equivalence', ([mark]) => !!mark && /oder gleichwertig/.test(mark.message));
    await settings().update('language', 'en', workspace);
    await untilMarks(document.uri, 'label-equivalence', ([mark]) => !!mark && mark.message !== german!.message);
  });

  it('a legal finding becomes a warning when the regime is set by command', async () => {
    const { document } = await openFile(withLabel);
    await untilMarks(document.uri, 'label-equivalence', ([mark]) => mark?.severity === vscode.DiagnosticSeverity.Information);
    await vscode.commands.executeCommand('gruenstift.setRegime', 'vgv');
    assert.equal(settings().inspect('regime')?.workspaceValue, 'vgv');
    await untilMarks(document.uri, 'label-equivalence', ([mark]) => mark?.severity === vscode.DiagnosticSeverity.Warning);
  });

  it('the level is written where it stands already: in front matter', async () => {
    const { document } = await openFile(`---\nlevel: 1 # Beschluss\n---\n${withLabel}`);
    await vscode.commands.executeCommand('gruenstift.chooseLevel', 3);
    assert.equal(document.lineAt(1).text, 'level: 3 # Beschluss');
    assert.equal(settings().inspect('level')?.workspaceValue, undefined);
  });

  it('.gruenstift.yaml takes effect when it appears and when it goes', async () => {
    const { document } = await openFile(withLabel);
    await untilMarks(document.uri, 'label-equivalence', some);
    const file = vscode.Uri.joinPath(workspaceFolder(), '.gruenstift.yaml');
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode('rules:\n  label-equivalence: off\n'));
    await untilMarks(document.uri, 'label-equivalence', none);
    await vscode.workspace.fs.delete(file);
    await untilMarks(document.uri, 'label-equivalence', some);
  });
});
