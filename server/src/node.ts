/** The server as a process of its own: over standard input and output (`--stdio`) or Node's message channel (`--node-ipc`). */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { version } from '../../package.json';
import { clientFiles } from './clientFiles';
import { fileUri, nodeFiles } from './nodeFiles';
import { serve } from './serve';

// Started without a word about the transport: a parent process that can talk to us does so, everybody else gets standard input and output.
if (!process.argv.some((argument) => /^--(?:stdio|node-ipc|socket|pipe)\b/.test(argument)))
  process.argv.push(process.send ? '--node-ipc' : '--stdio');

const connection = createConnection(ProposedFeatures.all);

serve(connection, version, ({ fileRequests }) => {
  const virtual = clientFiles(connection);
  const filesFor = (uri: string) => (fileRequests && !uri.startsWith('file:') ? virtual : nodeFiles);
  return {
    readFile: (uri) => filesFor(uri).readFile(uri),
    findFiles: (folder, patterns) => filesFor(folder).findFiles(folder, patterns),
    readBuiltIn: () => readFile(join(__dirname, 'catalogue.jsonl'), 'latin1').catch(() => undefined),
    ruleDocs: fileUri(join(__dirname, '..', 'docs', 'rules')),
    timer: {
      after(milliseconds, callback) {
        const timer = setTimeout(callback, milliseconds);
        return () => clearTimeout(timer);
      },
      yield: () => setImmediate(),
      now: () => performance.now(),
      today: () => Date.now(),
    },
    log: { info: (message) => connection.console.info(message), error: (message) => connection.console.error(message) },
  };
});
