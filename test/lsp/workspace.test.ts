import assert from 'node:assert/strict';
import {
  CancellationTokenSource,
  type WorkspaceDiagnosticReport,
  WorkspaceDiagnosticRequest,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver-protocol';
import { Client } from './client';
import { specification, wordsOf } from './specification';

const files = {
  'lb.md': specification,
  'los 2/anlage.txt': 'Anforderungen\n=============\n\nDas Papier muss den Blauen Engel tragen.\n',
  'leer.md': '# Nichts zu finden\n',
  'node_modules/x/readme.md': specification,
  'bild.png': 'x',
};

function ask(
  client: Client,
  previousResultIds: { uri: string; value: string }[] = [],
  partialResultToken?: string,
  token = new CancellationTokenSource().token,
) {
  return client.connection.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds, partialResultToken }, token);
}

function names(client: Client, items: readonly WorkspaceDocumentDiagnosticReport[]): string[] {
  return items.map(({ uri, kind }) => `${kind} ${decodeURIComponent(uri.slice(client.folder.length + 1))}`).sort();
}

function idsOf(report: WorkspaceDiagnosticReport): { uri: string; value: string }[] {
  return report.items.flatMap(({ uri, resultId }) => (resultId ? [{ uri, value: resultId }] : []));
}

describe('workspace diagnostics', () => {
  let client: Client;
  afterEach(() => client.stop());

  it('cover all specifications of the workspace, and name the unchanged ones only', async () => {
    client = await Client.start({ files, settings: { scope: 'workspace' } });
    const first = await ask(client);
    assert.deepEqual(names(client, first.items), ['full lb.md', 'full leer.md', 'full los 2/anlage.txt']);
    const annex = first.items.find(({ uri }) => uri.endsWith('anlage.txt'))!;
    assert.ok(annex.kind === 'full');
    assert.deepEqual(wordsOf('label-equivalence', files['los 2/anlage.txt'], annex.items), ['Blauen Engel']);

    const changed = await client.write('lb.md', '# Leer\n');
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: changed, type: 2 }] });
    await client.remove('leer.md');
    const second = await ask(client, idsOf(first));
    assert.deepEqual(names(client, second.items), ['full lb.md', 'full leer.md', 'unchanged los 2/anlage.txt']);
    assert.ok(second.items.every((item) => item.kind !== 'full' || item.items.length === 0));
  });

  it('take the text of an open document before that of the file', async () => {
    client = await Client.start({ files, settings: { scope: 'workspace' } });
    const uri = await client.open('lb.md', '# Leer\n');
    const { items } = await ask(client);
    const report = items.find((item) => item.uri === uri)!;
    assert.ok(report.kind === 'full');
    assert.equal(report.version, 1);
    assert.deepEqual(report.items, []);
  });

  it('come in parts; a further question waits until something changes', async () => {
    client = await Client.start({ files, settings: { scope: 'workspace' } });
    const parts: WorkspaceDocumentDiagnosticReport[] = [];
    client.connection.onProgress(WorkspaceDiagnosticRequest.partialResult, 'teile', ({ items }) => void parts.push(...items));
    assert.deepEqual(await ask(client, [], 'teile'), { items: [] });
    assert.deepEqual(names(client, parts), ['full lb.md', 'full leer.md', 'full los 2/anlage.txt']);

    let answered = false;
    const question = ask(client, idsOf({ items: parts }), 'teile').then(() => (answered = true));
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.equal(answered, false, 'nothing has changed yet');
    parts.length = 0;
    const uri = await client.write('leer.md', specification);
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] });
    await question;
    assert.deepEqual(names(client, parts), ['full leer.md']);
  });

  it('can be withdrawn while they wait', async () => {
    client = await Client.start({ files, settings: { scope: 'openFiles' } });
    const source = new CancellationTokenSource();
    const question = ask(client, [], 'teile', source.token);
    setTimeout(() => source.cancel(), 100);
    await assert.rejects(question, /workspace\/diagnostic/);
  });

  it('are none unless the setting asks for them', async () => {
    client = await Client.start({ files });
    assert.deepEqual(await ask(client), { items: [] });
  });
});
