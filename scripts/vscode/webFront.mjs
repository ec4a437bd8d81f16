/**
 * The web extension host, as on vscode.dev: extensions run in a web worker and come over HTTP. A front stands before VS Code's server and adds to the
 * workbench's configuration the extension under development and its tests, both served from here; the server keeps serving the workspace's files.
 */
import { createReadStream, statSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { root } from './workbench.mjs';

/** Path under which the front serves the extension's folder. */
const extensionPath = '/gruenstift-extension';

/**
 * @param {{ port: number }} server VS Code's server, of which only the static files are used
 * @param {{ tests?: string, extension?: string }} options `tests`: path of a test bundle relative to the extension's folder
 * @returns {Promise<{ address(query: Record<string, string>): string, stop(): Promise<void> }>}
 */
export async function startWebFront(server, { tests, extension = root } = {}) {
  const behind = { host: '127.0.0.1', port: server.port };
  const front = createServer((incoming, outgoing) => {
    const { pathname } = new URL(incoming.url, 'http://front');
    if (pathname.startsWith(`${extensionPath}/`))
      sendFile(join(extension, decodeURIComponent(pathname.slice(extensionPath.length))), extension, outgoing);
    else passOn(incoming, outgoing, pathname === '/');
  });

  function passOn(incoming, outgoing, isWorkbench) {
    const headers = { ...incoming.headers, 'accept-encoding': 'identity' };
    const asked = request({ ...behind, path: incoming.url, method: incoming.method, headers }, async (answer) => {
      if (!isWorkbench || answer.statusCode !== 200) {
        outgoing.writeHead(answer.statusCode, answer.headers);
        answer.pipe(outgoing);
        return;
      }
      const page = Buffer.from(withDevelopmentOptions(Buffer.concat(await answer.toArray()).toString('utf8')));
      const { 'transfer-encoding': _encoding, ...kept } = answer.headers;
      outgoing.writeHead(200, { ...kept, 'content-length': page.length });
      outgoing.end(page);
    });
    asked.on('error', () => outgoing.writeHead(502).end());
    incoming.pipe(asked);
  }

  /** The workbench's connection to its server, for the files of the workspace. */
  front.on('upgrade', (incoming, socket, head) => {
    const asked = request({ ...behind, path: incoming.url, headers: incoming.headers });
    asked.on('upgrade', (answer, other, otherHead) => {
      const lines = Object.entries(answer.headers).map(([name, value]) => `${name}: ${value}`);
      socket.write(`HTTP/1.1 101 Switching Protocols\r\n${lines.join('\r\n')}\r\n\r\n`);
      socket.write(otherHead);
      other.write(head);
      socket.pipe(other).pipe(socket);
      socket.on('error', () => other.destroy());
      other.on('error', () => socket.destroy());
    });
    asked.on('error', () => socket.destroy());
    asked.end();
  });

  /** Adds the extension and its tests to the configuration the page carries. */
  function withDevelopmentOptions(page) {
    return page.replace(/(id="vscode-workbench-web-configuration" data-settings=")([^"]*)"/, (_, before, escaped) => {
      const configuration = JSON.parse(escaped.replaceAll('&quot;', '"').replaceAll('&amp;', '&'));
      const place = (path) => ({ scheme: 'http', authority: `127.0.0.1:${front.address().port}`, path });
      configuration.developmentOptions = {
        ...configuration.developmentOptions,
        extensions: [place(extensionPath)],
        ...(tests ? { extensionTestsPath: place(`${extensionPath}/${tests}`) } : {}),
      };
      return `${before}${JSON.stringify(configuration).replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;
    });
  }

  await new Promise((resolve) => {
    front.listen(0, '127.0.0.1', resolve);
  });
  return {
    address: (query) => `http://127.0.0.1:${front.address().port}/?${new URLSearchParams(query)}`,
    stop: () =>
      new Promise((resolve) => {
        front.close(resolve);
        front.closeAllConnections();
      }),
  };
}

const types = { '.js': 'text/javascript', '.json': 'application/json', '.md': 'text/markdown', '.png': 'image/png' };

function sendFile(path, folder, outgoing) {
  const size = normalize(path).startsWith(folder) ? sizeOf(path) : undefined;
  if (size === undefined) {
    outgoing.writeHead(404).end();
    return;
  }
  outgoing.writeHead(200, { 'content-type': types[extname(path)] ?? 'text/plain', 'content-length': size });
  createReadStream(path).pipe(outgoing);
}

function sizeOf(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  return found?.isFile() ? found.size : undefined;
}
