import * as vscode from 'vscode';
import * as assert from '../assert';
import { closeAll, openFile, some, untilMarks, withLabel } from '../specification';

describe('hover', () => {
  afterEach(closeAll);

  it('names the norm and the reason', async () => {
    const { document } = await openFile(withLabel);
    const [mark] = await untilMarks(document.uri, 'label-equivalence', some);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, mark!.range.start);
    const text = hovers
      .flatMap((hover) => hover.contents.map((content) => (typeof content === 'string' ? content : content.value)))
      .join('\n');
    assert.includes(text, '§ 34');
  });
});
