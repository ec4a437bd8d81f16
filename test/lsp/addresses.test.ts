import assert from 'node:assert/strict';
import { fileUri } from '../../server/src/nodeFiles';
import { isWithin, keyOf, nameOf, parentOf, resolve } from '../../server/src/uri';

describe('addresses', () => {
  it('knows the folder of files of every scheme, and that opaque ones have none', () => {
    assert.equal(parentOf('file:///a/b/c.md'), 'file:///a/b');
    assert.equal(parentOf('file:///a'), 'file://');
    assert.equal(parentOf('file://'), undefined);
    assert.equal(parentOf('vscode-vfs://github/owner/repo/x.md'), 'vscode-vfs://github/owner/repo');
    assert.equal(parentOf('untitled:Untitled-1'), undefined);
  });

  it('resolves relative paths the way people write them', () => {
    assert.equal(resolve('file:///a/b', './haus/katalog'), 'file:///a/b/haus/katalog');
    assert.equal(resolve('file:///a/b', '..\\gemeinsam'), 'file:///a/gemeinsam');
    assert.equal(resolve('file:///a/b/', 'Größe (neu)'), 'file:///a/b/Gr%C3%B6%C3%9Fe%20%28neu%29');
    assert.equal(resolve('vscode-vfs://github/o/r', '/x'), 'vscode-vfs://github/x');
    assert.equal(resolve('file:///a', '../../../..'), 'file://');
  });

  it('takes two spellings of one address for the same', () => {
    assert.equal(keyOf('file:///c%3A/Vergabe/%C3%9C.md'), keyOf('file:///C:/Vergabe/Ü.md'));
    assert.ok(isWithin('file:///a/b', 'file:///a/b/c.md'));
    assert.ok(isWithin('file:///a/b/', 'file:///a/b'));
    assert.ok(!isWithin('file:///a/b', 'file:///a/bc/d.md'));
    assert.equal(nameOf('file:///a/%C3%9C%20b.md'), 'Ü b.md');
    assert.equal(nameOf('file:///a/100%.md'), '100%.md');
  });

  it('spells files as VS Code does', () => {
    assert.equal(fileUri("/a b/(c)!'*.md"), 'file:///a%20b/%28c%29%21%27%2A.md');
  });
});
