import assert from 'node:assert/strict';
import type { ClausesResult, StatusResult } from '../../server/src/protocol';
import { Client } from './client';
import { specification } from './specification';

const paper = specification.replace('Büropapier', 'Kopierpapier');

describe('requests of our own client', () => {
  let client: Client;
  afterEach(() => client.stop());

  describe('gruenstift/clauses', () => {
    it('puts the clauses of the document and the place first', async () => {
      client = await Client.start();
      const uri = await client.open('a.md', paper);
      const { clauses, products } = await client.connection.sendRequest<ClausesResult>('gruenstift/clauses', {
        uri,
        position: { line: 4, character: 0 },
      });
      assert.deepEqual(
        products.map((product) => product.id),
        ['copy-paper'],
      );
      const first = clauses[0]!;
      assert.equal(first.product.id, 'copy-paper');
      assert.equal(first.slot, 'specification');
      assert.equal(first.addressed, false);
      assert.ok(first.text.length > 20 && first.title && first.reason && first.levelName);
      assert.deepEqual(first.insertAt, { line: 8, character: specification.split('\n')[8]!.length });
      const own = clauses.findIndex((clause) => clause.product.id !== 'copy-paper');
      assert.ok(own > 0 && clauses.slice(own).every((clause) => clause.product.id !== 'copy-paper'), 'other product groups come last');
      assert.equal(new Set(clauses.map((clause) => clause.id)).size, clauses.length);
    });

    it('fills snippets with tab stops and writes in the language asked for', async () => {
      client = await Client.start({ locale: 'en' });
      const { clauses } = await client.connection.sendRequest<ClausesResult>('gruenstift/clauses', { language: 'de', level: 3 });
      assert.ok(clauses.length > 10);
      for (const { text, snippet } of clauses) {
        const holes = text.match(/\[[^[\]\n]+\]/g)?.length ?? 0;
        assert.equal(snippet.match(/\$\{\d+:/g)?.length ?? 0, holes, text);
      }
      assert.ok(clauses.every((clause) => clause.insertAt === undefined));
    });
  });

  describe('gruenstift/status', () => {
    it('says what the document was read as, and tells when that changes', async () => {
      client = await Client.start({ files: { '.gruenstift.yaml': 'level: advanced\nregime: vgv\nlayers: [./fehlt]\n' } });
      const uri = await client.open('a.md', paper);
      const status = await client.connection.sendRequest<StatusResult>('gruenstift/status', { uri });
      assert.deepEqual(
        status.products.map((product) => product.id),
        ['copy-paper'],
      );
      assert.equal(status.level, 2);
      assert.equal(status.regime, 'VgV');
      assert.equal(status.language, 'de');
      assert.ok(status.counts.warning > 0);
      assert.equal(status.notShown, 0);
      assert.match(status.catalogue.version, /^[0-9a-f]{7}$/);
      assert.ok(status.catalogue.criteria > 10);
      assert.equal(status.problems.length, 1);
      assert.match(status.problems[0]!.message, /fehlt/);
      assert.deepEqual(status.problems[0]!.range.start, { line: 2, character: 9 });

      await client.replace(uri, 'tragen', 'oder gleichwertig tragen');
      await client.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
      await client.until(() => client.notifications.some(({ method }) => method === 'gruenstift/statusChanged'), 'word of the change');
      assert.deepEqual(client.notifications.at(-1)!.params, { uris: [uri] });
      const after = await client.connection.sendRequest<StatusResult>('gruenstift/status', { uri });
      assert.ok(after.counts.warning < status.counts.warning);
    });

    it('knows nothing of documents that are not open', async () => {
      client = await Client.start();
      assert.equal(await client.connection.sendRequest('gruenstift/status', { uri: client.uri('fremd.md') }), null);
    });
  });
});
