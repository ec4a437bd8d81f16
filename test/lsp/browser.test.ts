/** The worker bundle in a context without a single Node global: only what every web worker has. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import vm from 'node:vm';
import { specification } from './specification';

interface Message {
  id?: number | string;
  method?: string;
  params?: unknown;
  result?: unknown;
  error?: { message: string };
}

/** A web worker as far as the bundle can tell; jsonrpc listens by `onmessage` or `addEventListener`, depending on its version. */
function startWorker(answer: (message: Message) => unknown) {
  const listeners: ((event: { data: Message }) => void)[] = [];
  const received: Message[] = [];
  const pending = new Map<number | string, (message: Message) => void>();
  const post = (message: Message) =>
    setImmediate(() => {
      const event = { data: structuredClone(message) };
      self.onmessage?.(event);
      for (const listener of listeners) listener(event);
    });
  const self = {
    onmessage: undefined as ((event: { data: Message }) => void) | undefined,
    addEventListener: (type: string, listener: (event: { data: Message }) => void) => type === 'message' && listeners.push(listener),
    removeEventListener: () => {},
    postMessage(message: Message) {
      received.push(message);
      if (message.method === undefined) pending.get(message.id!)?.(message);
      else if (message.id !== undefined) post({ jsonrpc: '2.0', id: message.id, result: answer(message) ?? null } as Message);
    },
  };
  const context = vm.createContext({
    self,
    setTimeout,
    clearTimeout,
    performance,
    TextDecoder,
    TextEncoder,
    URL,
    console,
    crypto,
    queueMicrotask,
  });
  context.globalThis = context;
  vm.runInContext(readFileSync('dist/server.browser.js', 'utf8'), context, { filename: 'server.browser.js' });
  let id = 0;
  return {
    received,
    notify: (method: string, params: unknown) => post({ jsonrpc: '2.0', method, params } as Message),
    request(method: string, params: unknown): Promise<unknown> {
      const number = ++id;
      post({ jsonrpc: '2.0', id: number, method, params } as Message);
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`no answer to ${method}`)), 5000);
        pending.set(number, ({ result, error }) => {
          clearTimeout(timer);
          if (error) reject(new Error(error.message));
          else resolve(result);
        });
      });
    },
  };
}

describe('server in a web worker', () => {
  it('needs no Node, reads files through the client, and finds what the other server finds', async () => {
    const asked: string[] = [];
    const worker = startWorker(({ method, params }) => {
      const { uri, folder } = (params ?? {}) as { uri?: string; folder?: string };
      asked.push(`${method} ${uri ?? folder ?? ''}`);
      if (method === 'gruenstift/findFiles') return [];
      if (method !== 'gruenstift/readFile') return null;
      if (uri === 'vscode-vfs://host/dist/catalogue.json') return readFileSync('dist/catalogue.json', 'utf8');
      return uri === 'vscode-vfs://github/stadt/vergabe/.gruenstift.yaml' ? 'regime: vgv\n' : null;
    });
    await worker.request('initialize', {
      processId: null,
      rootUri: null,
      workspaceFolders: [{ uri: 'vscode-vfs://github/stadt/vergabe', name: 'vergabe' }],
      locale: 'de',
      capabilities: { textDocument: { diagnostic: {} } },
      initializationOptions: { catalogue: 'vscode-vfs://host/dist/catalogue.json', fileRequests: true },
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
