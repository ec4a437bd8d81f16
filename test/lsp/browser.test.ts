import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { specification } from './specification';
import { startWorker } from './worker';

describe('server in a web worker', () => {
  it('needs no Node, reads files through the client, and finds what the other server finds', async () => {
    const asked: string[] = [];
    const worker = startWorker(({ method, params }) => {
      const { uri, folder } = (params ?? {}) as { uri?: string; folder?: string };
      asked.push(`${method} ${uri ?? folder ?? ''}`);
      if (method === 'gruenstift/findFiles') return [];
      if (method !== 'gruenstift/readFile') return null;
      if (uri === 'vscode-vfs://host/dist/catalogue.jsonl') return readFileSync('dist/catalogue.jsonl', 'utf8');
      return uri === 'vscode-vfs://github/stadt/vergabe/.gruenstift.yaml' ? 'regime: vgv\n' : null;
    });
    await worker.request('initialize', {
      processId: null,
      rootUri: null,
      workspaceFolders: [{ uri: 'vscode-vfs://github/stadt/vergabe', name: 'vergabe' }],
      locale: 'de',
      capabilities: { textDocument: { diagnostic: {} } },
      initializationOptions: { catalogue: 'vscode-vfs://host/dist/catalogue.jsonl', fileRequests: true },
    });
    assert.deepEqual(asked, [], 'the answer to initialize waits for nothing');
    worker.notify('initialized', {});
    const uri = 'vscode-vfs://github/stadt/vergabe/los-1/lb.md';
    worker.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text: specification } });
    const report = (await worker.request('textDocument/diagnostic', { textDocument: { uri } })) as {
      items: { code: string; severity: number }[];
    };
    const label = report.items.find((item) => item.code === 'label-equivalence');
    assert.equal(label?.severity, 1 + 1, 'a warning, because the configuration of the virtual workspace names the regime');
    assert.equal(await worker.request('shutdown', undefined), null);
    await wait(0);
    const complaints = worker.received.filter(
      ({ method, params }) => method === 'window/logMessage' && (params as { type: number }).type === 1,
    );
    assert.deepEqual(complaints, []);
  });
});
