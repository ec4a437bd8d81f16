import assert from 'node:assert/strict';
import { type Diagnostic, DocumentDiagnosticRequest } from 'vscode-languageserver-protocol';
import { brokenCatalogue, layerCatalogue } from './catalogues';
import { Client } from './client';
import { wordsOf } from './specification';

const text = '## Anforderungen\n\nDie Tinte muss das Murmelsiegel tragen.\n';

async function pull(client: Client, uri: string): Promise<Diagnostic[]> {
  const report = await client.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
  assert.ok(report.kind === 'full');
  return report.items;
}

describe('catalogues', () => {
  let client: Client;
  afterEach(() => client.stop());

  it('of the workspace take part at once, and after each change', async () => {
    client = await Client.start({ files: { 'criteria/labels.yaml': layerCatalogue('Murmelsiegel') } });
    const uri = await client.open('a.md', text);
    assert.deepEqual(wordsOf('label-equivalence', text, await pull(client, uri)), ['Murmelsiegel']);

    const yaml = await client.write('criteria/labels.yaml', layerCatalogue('Zirbelsiegel'));
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: yaml, type: 2 }] });
    assert.deepEqual(wordsOf('label-equivalence', text, await pull(client, uri)), []);
  });

  it('named as layers come from folders and packages', async () => {
    client = await Client.start({
      files: {
        'specs/.gruenstift.yaml': 'layers: [../haus, katalog-verbund]\n',
        'haus/a.yaml': layerCatalogue('Murmelsiegel'),
        'node_modules/katalog-verbund/criteria/b.yml': layerCatalogue('Zirbelsiegel'),
      },
    });
    const both = '## Anforderungen\n\nDie Tinte muss das Murmelsiegel tragen.\n\nDas Papier muss das Zirbelsiegel tragen.\n';
    const uri = await client.open('specs/a.md', both);
    assert.deepEqual(wordsOf('label-equivalence', both, await pull(client, uri)), ['Murmelsiegel', 'Zirbelsiegel']);
    // A folder of any name: its files count as they are typed, too.
    const yaml = await client.open('haus/a.yaml', layerCatalogue('Murmelsiegel'), 'yaml');
    assert.deepEqual(await pull(client, yaml), []);
    await client.change(yaml, [{ text: layerCatalogue('Erlensiegel') }]);
    assert.deepEqual(await pull(client, yaml), []);
    assert.deepEqual(wordsOf('label-equivalence', both, await pull(client, uri)), ['Zirbelsiegel']);

    const outside = await client.open('b.md', both);
    assert.deepEqual(wordsOf('label-equivalence', both, await pull(client, outside)), []);
  });

  it('from packages wait for trust', async () => {
    client = await Client.start({
      initializationOptions: { trusted: false },
      files: {
        '.gruenstift.yaml': 'layers: [katalog-verbund]\n',
        'node_modules/katalog-verbund/criteria/b.yml': layerCatalogue('Murmelsiegel'),
      },
    });
    const uri = await client.open('a.md', text);
    assert.deepEqual(wordsOf('label-equivalence', text, await pull(client, uri)), []);
    await client.connection.sendRequest('gruenstift/trusted');
    assert.deepEqual(wordsOf('label-equivalence', text, await pull(client, uri)), ['Murmelsiegel']);
  });

  it('open in the editor show what is wrong at its place, while the rest works', async () => {
    const { yaml, wrong } = brokenCatalogue;
    client = await Client.start({ files: { 'criteria/broken.yaml': yaml, 'criteria/labels.yaml': layerCatalogue('Murmelsiegel') } });
    const uri = await client.open('criteria/broken.yaml', yaml, 'yaml');
    const problems = await pull(client, uri);
    const lines = yaml.split('\n');
    const marked = problems.map(({ range }) => lines[range.start.line]!.slice(range.start.character));
    for (const words of wrong)
      assert.ok(
        marked.some((mark) => mark.startsWith(words)),
        `${words}: ${marked.join(' | ')}`,
      );
    assert.equal(problems.filter((problem) => problem.severity === 1).length, wrong.length, JSON.stringify(problems, null, 1));

    const spec = await client.open('a.md', text);
    assert.deepEqual(wordsOf('label-equivalence', text, await pull(client, spec)), ['Murmelsiegel']);

    // Repaired while typing, without saving.
    await client.change(uri, [{ text: layerCatalogue('Zirbelsiegel', 'zirbel') }]);
    assert.deepEqual(await pull(client, uri), []);
  });
});
