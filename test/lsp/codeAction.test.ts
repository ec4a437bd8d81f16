import assert from 'node:assert/strict';
import { type CodeAction, CodeActionRequest, type Diagnostic, DocumentDiagnosticRequest } from 'vscode-languageserver-protocol';
import { Client, capable, modest } from './client';
import { specification, wordsOf } from './specification';

async function pull(client: Client, uri: string): Promise<Diagnostic[]> {
  const report = await client.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
  assert.ok(report.kind === 'full');
  return report.items;
}

/** What the light bulb offers on the first mark of a rule. */
async function offered(client: Client, uri: string, rule: string, only?: string[]): Promise<CodeAction[]> {
  const diagnostics = (await pull(client, uri)).filter((diagnostic) => diagnostic.code === rule).slice(0, 1);
  assert.equal(diagnostics.length, 1, `no mark of ${rule}`);
  return ask(client, uri, diagnostics[0]!.range, diagnostics, only);
}

async function ask(
  client: Client,
  uri: string,
  range: Diagnostic['range'],
  diagnostics: Diagnostic[],
  only?: string[],
): Promise<CodeAction[]> {
  const params = { textDocument: { uri }, range, context: { diagnostics, only } };
  return ((await client.connection.sendRequest(CodeActionRequest.type, params)) ?? []) as CodeAction[];
}

describe('code actions', () => {
  let client: Client;
  afterEach(() => client.stop());

  it('the preferred fix makes the expected text, and its mark goes', async () => {
    client = await Client.start();
    const uri = await client.open('a.md', specification);
    const [fix] = await offered(client, uri, 'outdated-reference');
    assert.equal(fix?.isPreferred, true);
    assert.equal(fix.kind, 'quickfix');
    assert.equal(fix.diagnostics?.[0]?.code, 'outdated-reference');
    await client.apply(fix.edit!);
    assert.ok(client.text(uri).includes('nach DGUV Vorschrift 3'), client.text(uri));
    assert.deepEqual(wordsOf('outdated-reference', client.text(uri), await pull(client, uri)), []);
  });

  it('appends "oder gleichwertig" where it belongs', async () => {
    client = await Client.start();
    const uri = await client.open('a.md', specification);
    const [fix] = await offered(client, uri, 'label-equivalence');
    await client.apply(fix!.edit!);
    assert.match(client.text(uri), /Das Papier muss den Blauen Engel .*gleichwertig/);
    assert.deepEqual(wordsOf('label-equivalence', client.text(uri), await pull(client, uri)), []);
  });

  it('fixes all that is safe at once, only when asked', async () => {
    client = await Client.start();
    const uri = await client.open('a.md', specification);
    const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    const everything = await ask(client, uri, whole, []);
    assert.ok(everything.length > 0);
    assert.deepEqual(
      everything.filter((action) => action.kind?.startsWith('source')),
      [],
    );
    for (const only of ['source.fixAll.gruenstift', 'source.fixAll', 'source']) {
      const actions = await ask(client, uri, whole, [], [only]);
      assert.deepEqual(
        actions.map((action) => action.kind),
        ['source.fixAll.gruenstift'],
      );
    }
    const [all] = await ask(client, uri, whole, [], ['source.fixAll']);
    await client.apply(all!.edit!);
    const left = await pull(client, uri);
    assert.deepEqual(wordsOf('outdated-reference', client.text(uri), left), []);
    assert.deepEqual(await ask(client, uri, whole, [], ['source.fixAll']), [], 'a second time there is nothing left');
    assert.deepEqual(await ask(client, uri, whole, [], ['source.organizeImports']), []);
  });

  it('sets a mark aside with a reason, as a snippet where the client can', async () => {
    client = await Client.start();
    const uri = await client.open('a.md', specification);
    const actions = await offered(client, uri, 'brand-neutrality', ['quickfix.ignore.gruenstift']);
    assert.equal(actions.length, 1);
    const [change] = actions[0]!.edit!.documentChanges!;
    assert.ok(change && 'edits' in change && 'snippet' in change.edits[0]!);
    assert.match(change.edits[0].snippet.value, /^<!-- gs-ignore brand-neutrality: \$\{1:[^}]+\} -->\n$/);
    await client.apply(actions[0]!.edit!);
    await client.replace(uri, 'brand-neutrality: Begründung', 'brand-neutrality: vorhandene Möblierung');
    assert.deepEqual(wordsOf('brand-neutrality', client.text(uri), await pull(client, uri)), []);
  });

  it('selects the reason by the command of a client that knows no snippets', async () => {
    client = await Client.start({
      capabilities: { ...capable, workspace: {} },
      initializationOptions: { selectCommand: 'gruenstift.select' },
    });
    const uri = await client.open('a.md', specification.replaceAll('\n', '\r\n'));
    const [action] = await offered(client, uri, 'brand-neutrality', ['quickfix.ignore.gruenstift']);
    await client.apply(action!.edit!);
    assert.equal(action!.command!.command, 'gruenstift.select');
    const [at, range] = action!.command!.arguments!;
    assert.equal(at, uri);
    assert.equal(client.documents.get(uri)!.getText(range), 'Begründung');
  });

  it('waives missing criteria with a reason', async () => {
    client = await Client.start();
    const uri = await client.open('a.md', specification.replace('Büropapier', 'Kopierpapier'));
    const actions = await offered(client, uri, 'missing-criterion', ['quickfix.ignore']);
    const waivers = actions.filter((action) => JSON.stringify(action.edit).includes('gs-waive '));
    assert.ok(waivers.length > 0);
    assert.ok((await offered(client, uri, 'missing-criterion')).length > waivers.length);
    await client.apply(waivers[0]!.edit!);
    await client.replace(uri, ': Begründung', ': Restbestand im Haus');
    const criterion = /gs-waive ([\w/-]+)/.exec(client.text(uri))![1]!;
    const again = await offered(client, uri, 'missing-criterion', ['quickfix.ignore']);
    assert.ok(!JSON.stringify(again).includes(criterion), `${criterion} is still missing`);
  });

  it('binds edits to the revision, or writes plain changes for a modest client', async () => {
    client = await Client.start({ capabilities: modest });
    const uri = await client.open('a.md', specification);
    const diagnostics = (await client.pushedFor(uri)).filter((diagnostic) => diagnostic.code === 'outdated-reference');
    const [fix] = await ask(client, uri, diagnostics[0]!.range, diagnostics);
    assert.deepEqual(Object.keys(fix!.edit!), ['changes']);
    await client.apply(fix!.edit!);
    assert.ok(client.text(uri).includes('nach DGUV Vorschrift 3'));
  });

  it('offers nothing for unknown documents and places without a mark', async () => {
    client = await Client.start();
    const uri = await client.open('a.md', specification);
    const heading = { start: { line: 2, character: 4 }, end: { line: 2, character: 4 } };
    assert.deepEqual(await ask(client, uri, heading, []), []);
    assert.deepEqual(await ask(client, client.uri('fremd.md'), heading, []), []);
    assert.deepEqual(
      await ask(client, uri, { start: { line: -1, character: -5 }, end: { line: 1e9, character: 1e9 } }, [], ['refactor']),
      [],
    );
  });
});
