import assert from 'node:assert/strict';
import { DiagnosticSeverity, type DocumentDiagnosticReport, DocumentDiagnosticRequest } from 'vscode-languageserver-protocol';
import { Client, modest } from './client';
import { marks, specification, wordsOf } from './specification';

function pull(client: Client, uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
  return client.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri }, previousResultId });
}

async function pullFull(client: Client, uri: string) {
  const report = await pull(client, uri);
  assert.ok(report.kind === 'full');
  return report;
}

describe('diagnostics', () => {
  let client: Client;
  afterEach(() => client.stop());

  describe('pushed to clients that wait', () => {
    it('come on opening, change with the text, and go on closing', async () => {
      client = await Client.start({ capabilities: modest });
      assert.equal(client.initialized.capabilities.diagnosticProvider, undefined);
      const uri = await client.open('a.md', specification);
      const first = await client.pushedFor(uri);
      assert.deepEqual(wordsOf('label-equivalence', specification, first), ['Blauen Engel']);
      assert.deepEqual(wordsOf('outdated-reference', specification, first), ['BGV A3']);
      assert.match(wordsOf('brand-neutrality', specification, first).join(), /Vitra$/);

      await client.replace(uri, 'tragen', 'oder gleichwertig tragen');
      const second = await client.pushedFor(uri);
      assert.deepEqual(wordsOf('label-equivalence', client.text(uri), second), []);
      assert.match(wordsOf('brand-neutrality', client.text(uri), second).join(), /Vitra$/);

      await client.close(uri);
      await client.until(() => client.pushed.some((params) => params.uri === uri && params.diagnostics.length === 0), 'the farewell');
    });

    it('describe the last of many quick edits, however they are split', async () => {
      client = await Client.start({ capabilities: modest });
      const uri = await client.open('a.md', specification);
      await client.pushedFor(uri);
      for (let i = 0; i < 30; i++) await client.replace(uri, '## Anforderungen\n', '## Anforderungen\n\nDas Gerät muss GS tragen.\n');
      await client.change(uri, [
        { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '\n\n' },
        { range: { start: { line: 2, character: 2 }, end: { line: 2, character: 11 } }, text: 'Beschaffung' },
      ]);
      const incremental = await client.pushedFor(uri);
      const text = client.text(uri);
      await client.change(uri, [{ text: '' }]);
      await client.pushedFor(uri);
      await client.change(uri, [{ text }]);
      assert.deepEqual(marks(text, incremental), marks(text, await client.pushedFor(uri)));
    });
  });

  describe('while typing', () => {
    const before = '# Leistungsbeschreibung\n\nDie Ordner müssen DIN EN 1335 entsprechen. Das Papier muss den Blauen Enge';
    const named = (items: readonly { code?: unknown }[]) => items.map((item) => item.code);

    it('a mark at the cursor waits for a pause, what was shown stays, and the client is told', async () => {
      client = await Client.start({});
      const uri = await client.open('a.md', `${before} tragen.`);
      assert.deepEqual(named((await pullFull(client, uri)).items), ['standard-equivalence']);
      const at = { line: 2, character: before.split('\n')[2]!.length };
      await client.change(uri, [{ range: { start: at, end: at }, text: 'l' }]);
      assert.deepEqual(named((await pullFull(client, uri)).items), ['standard-equivalence'], 'held back');
      const refreshes = client.refreshes;
      await client.until(() => client.refreshes > refreshes, 'the refresh after the pause');
      assert.deepEqual(named((await pullFull(client, uri)).items), ['standard-equivalence', 'label-equivalence']);
      const next = { line: 2, character: at.character + 1 };
      await client.change(uri, [{ range: { start: next, end: next }, text: ' ' }]);
      assert.deepEqual(named((await pullFull(client, uri)).items), ['standard-equivalence', 'label-equivalence'], 'it does not flicker');
    });

    it('what is pasted is marked at once', async () => {
      client = await Client.start({});
      const uri = await client.open('a.md', `${before} tragen.`);
      await pullFull(client, uri);
      const at = { line: 2, character: before.split('\n')[2]!.length };
      await client.change(uri, [{ range: { start: at, end: at }, text: 'l (DE-UZ 14a)' }]);
      assert.ok(named((await pullFull(client, uri)).items).includes('label-equivalence'));
    });

    it('clients that wait are told after the pause', async () => {
      client = await Client.start({ capabilities: modest });
      const uri = await client.open('a.md', `${before} tragen.`);
      await client.pushedFor(uri);
      const at = { line: 2, character: before.split('\n')[2]!.length };
      await client.change(uri, [{ range: { start: at, end: at }, text: 'l' }]);
      assert.deepEqual(named(await client.pushedFor(uri)), ['standard-equivalence']);
      assert.deepEqual(named(await client.pushedFor(uri)), ['standard-equivalence', 'label-equivalence']);
    });
  });

  describe('pulled', () => {
    it('carry rule, severity, source, message, page and fingerprint', async () => {
      client = await Client.start({ initializationOptions: { rulePages: 'vscode://gruenstift.gruenstift/regel/' } });
      assert.deepEqual(client.initialized.capabilities.positionEncoding, 'utf-16');
      const uri = await client.open('a.md', specification);
      const { items } = await pullFull(client, uri);
      const label = items.find((item) => item.code === 'label-equivalence')!;
      assert.equal(label.severity, DiagnosticSeverity.Information);
      assert.equal(label.source, 'Grünstift');
      assert.match(label.message as string, /Blauen Engel.*gleichwertig/);
      assert.equal(label.codeDescription?.href, 'vscode://gruenstift.gruenstift/regel/label-equivalence');
      assert.equal(label.data.rule, 'label-equivalence');
      assert.equal(typeof label.data.fingerprint, 'string');
      const outdated = items.find((item) => item.code === 'outdated-reference')!;
      assert.deepEqual(outdated.tags, [2]);
    });

    it('strike through only what is known to have ended', async () => {
      client = await Client.start();
      const uri = await client.open('a.md', '# Leistungsbeschreibung\n\nDer Schacht ist nach DIN 19537-3 herzustellen.\n');
      const [asked] = (await pullFull(client, uri)).items.filter((item) => item.code === 'outdated-reference');
      assert.equal(asked.severity, DiagnosticSeverity.Hint);
      assert.equal(asked.tags, undefined);
    });

    it('name further places of a mark', async () => {
      client = await Client.start();
      const text = '## Anforderungen\n\nDas Papier muss den Blauen Engel und auch FSC tragen.\n';
      const uri = await client.open('a.md', text);
      const { items } = await pullFull(client, uri);
      const [label] = items.filter((item) => item.code === 'label-equivalence');
      const [related] = label!.relatedInformation!;
      assert.equal(related!.location.uri, uri);
      assert.deepEqual(related!.location.range, { start: { line: 2, character: 42 }, end: { line: 2, character: 45 } });
      assert.match(related!.message, /FSC/);
    });

    it('point to the page in the package when the client has none of its own', async () => {
      client = await Client.start({ locale: 'en' });
      const uri = await client.open('a.md', specification);
      const { items } = await pullFull(client, uri);
      const href = items.find((item) => item.code === 'label-equivalence')!.codeDescription!.href;
      assert.match(href, /^file:\/\/\/.*\/docs\/rules\/en\/label-equivalence\.md$/);
    });

    it('are only named when nothing has changed, and the same result has the same id', async () => {
      client = await Client.start();
      const uri = await client.open('a.md', specification);
      const first = await pullFull(client, uri);
      const again = await pull(client, uri, first.resultId);
      assert.deepEqual(again, { kind: 'unchanged', resultId: first.resultId });

      await client.replace(uri, 'BGV A3', 'DGUV Vorschrift 3');
      const changed = await pull(client, uri, first.resultId);
      assert.ok(changed.kind === 'full');
      assert.notEqual(changed.resultId, first.resultId);
      assert.deepEqual(wordsOf('outdated-reference', client.text(uri), changed.items), []);

      await client.replace(uri, 'DGUV Vorschrift 3', 'BGV A3');
      assert.deepEqual(await pull(client, uri, first.resultId), { kind: 'unchanged', resultId: first.resultId });
    });

    it('count in UTF-16 units, also with CRLF and characters outside the first plane', async () => {
      client = await Client.start();
      const text = '## Anforderungen\r\n\r\n🌿🌿 Das Papier muss den Blauen Engel tragen.\r\n';
      const uri = await client.open('a.md', text);
      const { items } = await pullFull(client, uri);
      const [label] = items.filter((item) => item.code === 'label-equivalence');
      assert.deepEqual(label!.range, { start: { line: 2, character: 25 }, end: { line: 2, character: 37 } });
    });

    it('work on untitled documents, virtual files and plain text', async () => {
      client = await Client.start();
      const plain = 'Anforderungen\n=============\n\nDas Papier muss den Blauen Engel tragen.\n';
      for (const [address, text, languageId] of [
        ['untitled:Untitled-1', specification, 'markdown'],
        ['vscode-vfs://github/stadt/vergabe/lb.md', specification, 'markdown'],
        ['untitled:Untitled-2', plain, 'plaintext'],
      ] as const) {
        const uri = await client.open(address, text, languageId);
        const { items } = await pullFull(client, uri);
        assert.deepEqual(wordsOf('label-equivalence', text, items), ['Blauen Engel'], address);
      }
    });

    it('are empty for documents that are not open, of another language, or empty', async () => {
      client = await Client.start();
      const code = await client.open('a.ts', specification, 'typescript');
      const empty = await client.open('b.md', '');
      for (const uri of [code, empty, client.uri('fremd.md'), 'nicht:bekannt', '', '%%%'])
        assert.deepEqual((await pullFull(client, uri)).items, [], uri);
    });
  });

  describe('follow settings and configuration', () => {
    it('severities and regime of the settings, also when they change', async () => {
      client = await Client.start({ settings: { regime: 'vgv', rules: { 'outdated-reference': 'off' } } });
      const uri = await client.open('a.md', specification);
      const first = await pullFull(client, uri);
      assert.equal(first.items.find((item) => item.code === 'label-equivalence')!.severity, DiagnosticSeverity.Warning);
      assert.deepEqual(wordsOf('outdated-reference', specification, first.items), []);

      client.settings = {};
      await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
      await client.until(() => client.refreshes > 0, 'a refresh');
      const second = await pullFull(client, uri);
      assert.equal(second.items.find((item) => item.code === 'label-equivalence')!.severity, DiagnosticSeverity.Information);
      assert.deepEqual(wordsOf('outdated-reference', specification, second.items), ['BGV A3']);
    });

    it('settings pushed by a client that cannot be asked', async () => {
      client = await Client.start({ capabilities: modest });
      const uri = await client.open('a.md', specification);
      await client.pushedFor(uri);
      await client.connection.sendNotification('workspace/didChangeConfiguration', {
        settings: { gruenstift: { rules: { 'brand-neutrality': 'off' } } },
      });
      assert.deepEqual(wordsOf('brand-neutrality', specification, await client.pushedFor(uri)), []);
    });

    it('the nearest .gruenstift.yaml, rules merged with the settings; then the front matter', async () => {
      client = await Client.start({
        settings: { rules: { 'outdated-reference': 'off' } },
        files: { '.gruenstift.yaml': 'regime: uvgo\n', 'los-1/.gruenstift.yaml': 'regime: vgv\nrules:\n  label-equivalence: hint\n' },
      });
      const uri = await client.open('los-1/a.md', specification);
      const severities = async () => Object.fromEntries((await pullFull(client, uri)).items.map((item) => [item.code, item.severity]));
      const first = await severities();
      assert.equal(first['brand-neutrality'], DiagnosticSeverity.Warning, 'vgv of the nearer file');
      assert.equal(first['label-equivalence'], DiagnosticSeverity.Hint, 'rules of the file');
      assert.equal(first['outdated-reference'], undefined, 'rules of the settings');

      const top = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
      await client.change(uri, [{ range: top, text: '---\nregime: uvgo\n---\n\n' }]);
      assert.equal((await severities())['brand-neutrality'], DiagnosticSeverity.Information, 'uvgo of the front matter');
    });

    it('a configuration file that is created, edited without saving, and deleted', async () => {
      client = await Client.start();
      await client.until(() => client.registrations.includes('workspace/didChangeWatchedFiles'), 'the watchers');
      const uri = await client.open('a.md', specification);
      const brand = async () => wordsOf('brand-neutrality', specification, (await pullFull(client, uri)).items);
      assert.match((await brand()).join(), /Vitra$/);

      const config = await client.write('.gruenstift.yaml', 'rules: {brand-neutrality: off}\n');
      await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: config, type: 1 }] });
      assert.deepEqual(await brand(), []);

      await client.open('.gruenstift.yaml', 'rules: {brand-neutrality: off}\n', 'yaml');
      await client.replace(config, 'off', 'hint');
      // The answer about the configuration file comes after what was typed there has been taken in.
      assert.deepEqual((await pullFull(client, config)).items, []);
      assert.match((await brand()).join(), /Vitra$/);

      // Closed without saving: the file on disk counts again.
      await client.close(config);
      const deadline = performance.now() + 5000;
      while ((await brand()).length > 0) assert.ok(performance.now() < deadline, 'what was typed still counts');

      await client.remove('.gruenstift.yaml');
      await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: config, type: 3 }] });
      assert.match((await brand()).join(), /Vitra$/);
    });

    it('findings set aside by fingerprint, with a reason only', async () => {
      client = await Client.start();
      const uri = await client.open('a.md', specification);
      const { items } = await pullFull(client, uri);
      const { fingerprint } = items.find((item) => item.code === 'brand-neutrality')!.data;
      const config = await client.write(
        '.gruenstift.yaml',
        `ignore:\n  - fingerprint: "${fingerprint}"\n    reason: vorhandene Möblierung\n`,
      );
      await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: config, type: 1 }] });
      assert.deepEqual(wordsOf('brand-neutrality', specification, (await pullFull(client, uri)).items), []);
    });
  });

  it('of a .gruenstift.yaml name each wrong place', async () => {
    const text = 'regime: vgvv\nlevl: 2\nlayers: [./gibt-es-nicht]\n';
    client = await Client.start({ files: { '.gruenstift.yaml': text } });
    const uri = await client.open('.gruenstift.yaml', text, 'yaml');
    const { items } = await pullFull(client, uri);
    const places = items.map((item) => [item.range.start.line, item.range.start.character, item.severity]);
    assert.deepEqual(places.sort(), [
      [0, 8, 1],
      [1, 0, 1],
      [2, 9, 1],
    ]);
    assert.ok(items.some((item) => /levl.*level/.test(item.message as string)));
  });
});
