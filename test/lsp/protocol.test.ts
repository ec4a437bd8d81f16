import assert from 'node:assert/strict';
import { fork, spawn } from 'node:child_process';
import {
  CancellationTokenSource,
  CodeActionRequest,
  createProtocolConnection,
  DocumentDiagnosticRequest,
  ExitNotification,
  HoverRequest,
  InitializeRequest,
  IPCMessageReader,
  IPCMessageWriter,
  LSPErrorCodes,
  type ResponseError,
  ShutdownRequest,
} from 'vscode-languageserver-protocol/node';
import { Client, serverBundle } from './client';
import { specification } from './specification';

/** The specification over and over, all different: some seconds of reading would be felt. */
function long(characters: number): string {
  let text = '';
  for (let i = 0; text.length < characters; i++) text += specification.replaceAll('Papier', `Papier ${i}`);
  return text;
}

describe('protocol', () => {
  it('answers malformed requests with nothing, logs them, and lives on', async () => {
    const client = await Client.start();
    const uri = await client.open('a.md', specification);
    const malformed: [string, unknown][] = [
      [DocumentDiagnosticRequest.method, {}],
      [HoverRequest.method, { textDocument: null, position: 7 }],
      [CodeActionRequest.method, { textDocument: { uri } }],
      ['gruenstift/clauses', null],
      ['gruenstift/status', 'unsinn'],
    ];
    for (const [method, params] of malformed) await client.connection.sendRequest(method, params);
    const errors = client.readErrors();
    assert.ok(errors.length >= 3 && errors.every((error) => /fehlgeschlagen/.test(error)), errors.join('\n'));
    const report = await client.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
    assert.ok(report.kind === 'full' && report.items.length > 0);
    await client.stop();
  });

  it('takes notifications about documents it does not know', async () => {
    const client = await Client.start();
    for (const [method, params] of [
      ['textDocument/didChange', { textDocument: { uri: 'x:y', version: 2 }, contentChanges: [{ text: '' }] }],
      ['textDocument/didClose', { textDocument: { uri: 'x:y' } }],
      ['textDocument/didSave', { textDocument: { uri: 'x:y' } }],
      ['workspace/didChangeWatchedFiles', { changes: [{ uri: '%%%', type: 2 }] }],
      ['workspace/didChangeWorkspaceFolders', { event: { added: [{ uri: 'file:///gibt/es/nicht', name: 'x' }], removed: [] } }],
    ] as const) {
      await client.connection.sendNotification(method, params);
    }
    const uri = await client.open('a.md', specification);
    const report = await client.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
    assert.ok(report.kind === 'full' && report.items.length > 0);
    await client.stop();
  });

  it('gives up a withdrawn question at once, also in the middle of a long text', async () => {
    const client = await Client.start();
    const warm = await client.open('warm.md', specification);
    await client.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri: warm } });
    const uri = await client.open('lang.md', long(3_000_000));
    const source = new CancellationTokenSource();
    const started = performance.now();
    const question = client.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } }, source.token);
    setTimeout(() => source.cancel(), 30);
    await assert.rejects(question, (error: ResponseError) => error.code === LSPErrorCodes.RequestCancelled);
    const withdrawn = performance.now() - started;
    const begun = performance.now();
    await client.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
    const whole = performance.now() - begun;
    assert.ok(withdrawn < whole, `withdrawn after ${withdrawn} ms, answered after ${whole} ms`);
    await client.stop();
  });

  it('answers others while it reads a long text', async () => {
    const client = await Client.start();
    const small = await client.open('kurz.md', specification);
    const uri = await client.open('lang.md', long(2_000_000));
    const order: string[] = [];
    const slow = client.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } }).then(() => order.push('long'));
    const quick = client.connection
      .sendRequest(HoverRequest.type, { textDocument: { uri: small }, position: { line: 4, character: 22 } })
      .then(() => order.push('short'));
    await Promise.all([slow, quick]);
    assert.deepEqual(order, ['short', 'long']);
    await client.stop();
  });

  it('speaks over the message channel of Node, too', async () => {
    const child = fork(serverBundle, ['--node-ipc'], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    const connection = createProtocolConnection(new IPCMessageReader(child), new IPCMessageWriter(child));
    connection.listen();
    const { serverInfo } = await connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: null,
      capabilities: {},
    });
    assert.equal(serverInfo?.name, 'Grünstift');
    const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
    await connection.sendRequest(ShutdownRequest.type);
    await connection.sendNotification(ExitNotification.type);
    assert.equal(await ended, 0);
    connection.dispose();
  });

  it('ends with 0 after shutdown and with 1 without', async () => {
    const client = await Client.start();
    await client.stop();
    const bare = spawn(process.execPath, [serverBundle, '--stdio'], { stdio: ['pipe', 'ignore', 'inherit'] });
    const ended = new Promise<number | null>((resolve) => bare.on('exit', resolve));
    const message = JSON.stringify({ jsonrpc: '2.0', method: 'exit' });
    bare.stdin.write(`Content-Length: ${message.length}\r\n\r\n${message}`);
    assert.equal(await ended, 1);
  });

  it('ends when the input is closed, and when its parent is gone', async () => {
    const closed = spawn(process.execPath, [serverBundle, '--stdio'], { stdio: ['pipe', 'ignore', 'inherit'] });
    const ended = new Promise<number | null>((resolve) => closed.on('exit', resolve));
    closed.stdin.end();
    assert.equal(await ended, 1);

    // A parent that has ended already: its id is no process any more.
    const parent = spawn(process.execPath, ['-e', '']);
    await new Promise((resolve) => parent.on('exit', resolve));
    const orphan = spawn(process.execPath, [serverBundle, '--stdio', `--clientProcessId=${parent.pid}`], {
      stdio: ['pipe', 'ignore', 'inherit'],
    });
    assert.equal(await new Promise((resolve) => orphan.on('exit', resolve)), 1);
  }).timeout(10_000);
});
