import * as vscode from 'vscode';
import * as assert from '../assert';
import { closeAll, find, none, openFile, openUntitled, ruleOf, some, untilMarks, withLabel } from '../specification';

describe('marks', () => {
  afterEach(closeAll);

  it('appear in a Markdown file, with rule, place and rule page', async () => {
    const { document } = await openFile(withLabel);
    const [mark] = await untilMarks(document.uri, 'label-equivalence', some);
    assert.equal(mark!.range, find(document, 'Blauen Engel'));
    const code = mark!.code as { value: string; target: vscode.Uri };
    assert.equal(code.value, 'label-equivalence');
    assert.equal(code.target.toString(true), `${vscode.env.uriScheme}://gruenstift.gruenstift/regel/label-equivalence`);
    assert.ok(mark!.severity !== vscode.DiagnosticSeverity.Error, 'the tool advises: no errors');
  });

  it('appear in a plain-text file', async () => {
    const { document } = await openFile('2.4.120 Kopierpapier\nDas Papier muss mit dem Blauen Engel gekennzeichnet sein.\n', 'txt');
    const [mark] = await untilMarks(document.uri, 'label-equivalence', some);
    assert.equal(document.getText(mark!.range), 'Blauen Engel');
  });

  for (const language of ['markdown', 'plaintext']) {
    it(`appear in an unsaved ${language} document`, async () => {
      const { document } = await openUntitled('Das Papier muss mit dem Blauen Engel gekennzeichnet sein.\n', language);
      assert.equal(document.isUntitled, true);
      await untilMarks(document.uri, 'label-equivalence', some);
    });
  }

  it('appear in a file system only the editor can read', async () => {
    const files = vscode.workspace.registerFileSystemProvider('speicher', memory(new Map([['/spezifikation.md', withLabel]])), {
      isReadonly: true,
    });
    try {
      const document = await vscode.workspace.openTextDocument(vscode.Uri.parse('speicher:/spezifikation.md'));
      await vscode.window.showTextDocument(document);
      await untilMarks(document.uri, 'label-equivalence', some);
    } finally {
      await closeAll();
      files.dispose();
    }
  });

  it('go while typing the missing words and come back when they are undone', async () => {
    const editor = await openFile(withLabel);
    const { document } = editor;
    const [mark] = await untilMarks(document.uri, 'label-equivalence', some);
    await editor.edit((edit) => edit.insert(mark!.range.end, ' oder einem gleichwertigen Gütezeichen'));
    await untilMarks(document.uri, 'label-equivalence', none);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), withLabel);
    await untilMarks(document.uri, 'label-equivalence', some);
  });

  it('leave a text in peace that needs nothing', async () => {
    const { document } = await openFile(`${withLabel}\n## Lieferung\n\nDie Ware ist frei Verwendungsstelle zu liefern.\n`);
    await untilMarks(document.uri, 'label-equivalence', some);
    const others = vscode.languages
      .getDiagnostics(document.uri)
      .filter((mark) => ruleOf(mark) === 'vague-term' || ruleOf(mark) === 'brand-neutrality');
    assert.equal(others.length, 0);
  });
});

/** A file system of constant files, as a virtual workspace has one. */
function memory(files: ReadonlyMap<string, string>): vscode.FileSystemProvider {
  const bytes = (uri: vscode.Uri): Uint8Array => {
    const text = files.get(uri.path);
    if (text === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    return new TextEncoder().encode(text);
  };
  const never = (uri: vscode.Uri): never => {
    throw vscode.FileSystemError.NoPermissions(uri);
  };
  return {
    onDidChangeFile: () => new vscode.Disposable(() => {}),
    watch: () => new vscode.Disposable(() => {}),
    stat: (uri) => ({ type: vscode.FileType.File, ctime: 0, mtime: 0, size: bytes(uri).length }),
    readFile: bytes,
    readDirectory: () => [],
    createDirectory: never,
    writeFile: never,
    delete: never,
    rename: never,
  };
}
