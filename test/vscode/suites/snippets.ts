import * as vscode from 'vscode';
import * as assert from '../assert';
import { closeAll, openUntitled } from '../specification';

describe('snippets', () => {
  afterEach(closeAll);

  for (const language of ['markdown', 'plaintext']) {
    it(`are offered in ${language}, German and English`, async () => {
      const { document } = await openUntitled('\n', language);
      const extension = vscode.extensions.getExtension('gruenstift.gruenstift')!;
      const offered = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        new vscode.Position(0, 0),
      );
      const labels = new Set(offered.items.filter((item) => item.kind === vscode.CompletionItemKind.Snippet).map((item) => labelOf(item)));
      for (const file of ['de', 'en']) {
        const prefixes = await prefixesIn(vscode.Uri.joinPath(extension.extensionUri, 'snippets', `${file}.code-snippets`));
        assert.ok(prefixes.length >= 20, `${file}: ${prefixes.length} snippets`);
        assert.equal(
          prefixes.filter((prefix) => !labels.has(prefix)),
          [],
          `${file}: not offered`,
        );
      }
    });
  }
});

function labelOf(item: vscode.CompletionItem): string {
  return typeof item.label === 'string' ? item.label : item.label.label;
}

async function prefixesIn(file: vscode.Uri): Promise<string[]> {
  const snippets = JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(file))) as Record<
    string,
    { prefix: string | string[] }
  >;
  return Object.values(snippets).flatMap(({ prefix }) => prefix);
}
