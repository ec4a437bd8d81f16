import assert from 'node:assert/strict';
import { brokenCatalogue, layerCatalogue } from '../lsp/catalogues';
import { Folder } from './run';

describe('gruenstift catalogue check', () => {
  let folder: Folder;
  afterEach(() => folder.remove());

  it('names file, line and column of three faults, and all other records work', () => {
    const { yaml, wrong } = brokenCatalogue;
    folder = new Folder({
      'criteria/a/broken.yaml': yaml,
      'criteria/good.yaml': layerCatalogue('Murmelsiegel'),
      'lb.md': '## Anforderungen\n\nDie Tinte muss das Murmelsiegel tragen.\n',
    });
    const { code, out } = folder.run(['catalogue', 'check']);
    assert.equal(code, 1);
    const lines = yaml.split('\n');
    const places = [...out.matchAll(/^criteria\/a\/broken\.yaml:(\d+):(\d+): Fehler: .+$/gm)];
    const marked = places.map(([, line, column]) => lines[Number(line) - 1]!.slice(Number(column) - 1));
    assert.equal(places.length, wrong.length, out);
    for (const words of wrong)
      assert.ok(
        marked.some((mark) => mark.startsWith(words)),
        `${words}: ${marked.join(' | ')}`,
      );
    assert.doesNotMatch(out, /good\.yaml:/);
    assert.match(out, /2 Dateien, 2 Einträge: 3 Fehler/);

    const check = folder.run(['check', '--format', 'json', 'lb.md']);
    assert.match(check.out, /Murmelsiegel/);
    assert.match(check.error, /broken\.yaml: 2 Fehler im Katalog/);
    assert.equal(check.code, 0);
  });

  it('ends with 0 for a sound catalogue, and counts what it holds and lacks', () => {
    folder = new Folder({ 'katalog/labels.yaml': layerCatalogue('Murmelsiegel') });
    const { code, out, error } = folder.run(['catalogue', 'check', 'katalog', '--lang', 'en']);
    assert.equal(error, '');
    assert.equal(code, 0, out);
    assert.match(out, /^labels +1$/m);
    assert.match(out, /1 file, 1 records: 0 errors/);
  });

  it('builds on the built-in catalogue unless told otherwise', () => {
    folder = new Folder({ 'criteria/change.yaml': 'labels:\n  - id: blauer-engel\n    issuer: Jemand\n' });
    assert.equal(folder.run(['catalogue', 'check']).code, 0);
    assert.equal(folder.run(['catalogue', 'check', '--alone']).code, 1);
  });

  it('ends with 2 where there is nothing to check', () => {
    folder = new Folder();
    const { code, error } = folder.run(['catalogue', 'check', 'gibt-es-nicht']);
    assert.equal(code, 2);
    assert.match(error, /keine YAML-Dateien/);
  });
});
