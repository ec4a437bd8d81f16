import * as vscode from 'vscode';
import * as assert from '../assert';
import { closeAll, until } from '../specification';

describe('rule pages', () => {
  afterEach(closeAll);

  it('open in the Markdown preview', async () => {
    await vscode.commands.executeCommand('gruenstift.openRulePage', 'label-equivalence');
    const label = await until(vscode.window.tabGroups.onDidChangeTabs, () => {
      const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
      return tabs.find((tab) => tab.input instanceof vscode.TabInputWebview)?.label;
    });
    assert.includes(label, 'label-equivalence');
  });
});
