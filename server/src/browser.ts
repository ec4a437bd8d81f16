/** The server as a web worker (vscode.dev, github.dev): files, the built-in catalogue among them, come through the client. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { version } from '../../package.json';
import { clientFiles } from './clientFiles';
import { serve } from './serve';

const scope = self as unknown as Worker;
const connection = createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope));

serve(connection, version, ({ catalogue, fileRequests }) => {
  const files = clientFiles(connection);
  return {
    ...(fileRequests ? files : { readFile: async () => undefined, findFiles: async () => [] }),
    readBuiltIn: async () => (catalogue === undefined ? undefined : files.readFile(catalogue)),
    timer: {
      after(milliseconds, callback) {
        const timer = setTimeout(callback, milliseconds);
        return () => clearTimeout(timer);
      },
      yield: () => new Promise((resolve) => setTimeout(resolve, 0)),
      now: () => performance.now(),
      today: () => Date.now(),
    },
    log: { info: (message) => connection.console.info(message), error: (message) => connection.console.error(message) },
  };
});
