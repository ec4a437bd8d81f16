import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Diagnostic, DiagnosticSeverity, DocumentDiagnosticRequest } from 'vscode-languageserver-protocol';
import { commandLine } from '../cli/run';
import { Client } from './client';
import { startWorker } from './worker';

const folder = 'examples';
const files = readdirSync(folder).filter((name) => /\.(?:md|txt)$/.test(name));
const names = {
  [DiagnosticSeverity.Warning]: 'warning',
  [DiagnosticSeverity.Information]: 'information',
  [DiagnosticSeverity.Hint]: 'hint',
};

/** What all three must say alike. */
function told(diagnostics: readonly Diagnostic[]) {
  return diagnostics.map(({ code, severity, range, message, data }) => ({
    rule: code,
    severity: names[severity as keyof typeof names],
    range,
    message,
    fingerprint: data.fingerprint,
  }));
}

describe('server, web worker and command line', () => {
  it('find the same in every example', async () => {
    const paths = files.map((name) => join(folder, name));
    const { stdout } = spawnSync(process.execPath, [commandLine, 'check', '--format', 'json', '--lang', 'de', ...paths], {
      encoding: 'utf8',
    });
    const report = JSON.parse(stdout) as { files: { path: string; findings: ReturnType<typeof told> }[] };
    assert.ok(report.files.some((file) => file.findings.length > 0));

    const client = await Client.start();
    const worker = startWorker(({ method, params }) => {
      if (method === 'gruenstift/findFiles') return [];
      const { uri } = params as { uri: string };
      return method === 'gruenstift/readFile' ? readFileOf(uri) : null;
    });
    await worker.request('initialize', {
      processId: null,
      rootUri: null,
      locale: 'de',
      capabilities: { textDocument: { diagnostic: {} } },
      initializationOptions: { catalogue: pathToFileURL(resolve('dist/catalogue.jsonl')).href, fileRequests: true },
    });
    assert.equal(report.files.length, files.length);
    for (const { path, findings } of report.files) {
      const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
      const languageId = path.endsWith('.md') ? 'markdown' : 'plaintext';
      // The document's own address, so that a configuration beside it counts.
      const uri = pathToFileURL(resolve(path)).href;
      const expected = findings.map(({ rule, severity, range, message, fingerprint }) => ({ rule, severity, range, message, fingerprint }));
      await client.open(uri, text, languageId);
      const served = await client.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
      assert.ok(served.kind === 'full');
      assert.deepEqual(told(served.items), expected, `${path}: server`);
      worker.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
      const worked = (await worker.request('textDocument/diagnostic', { textDocument: { uri } })) as { items: Diagnostic[] };
      assert.deepEqual(JSON.parse(JSON.stringify(told(worked.items))), expected, `${path}: web worker`);
    }
    await client.stop();
  });
});

function readFileOf(uri: string): string | null {
  try {
    return readFileSync(new URL(uri), 'utf8');
  } catch {
    return null;
  }
}
