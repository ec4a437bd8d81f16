/** The worker bundle in a context without a single Node global: only what every web worker has. */
import { readFileSync } from 'node:fs';
import vm from 'node:vm';

export interface Message {
  id?: number | string;
  method?: string;
  params?: unknown;
  result?: unknown;
  error?: { message: string };
}

/** A web worker as far as the bundle can tell; jsonrpc listens by `onmessage` or `addEventListener`, depending on its version. */
export function startWorker(answer: (message: Message) => unknown) {
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
