/** What the manifest, its texts and the client's sources promise each other. No VS Code needed. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { ruleIds } from '../../server/src/core/findings';

const read = (path: string) => readFileSync(path, 'utf8');
const json = (path: string) => JSON.parse(read(path));

const manifest = json('package.json');
const sources = readdirSync('client/src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => read(`client/src/${file}`))
  .join('\n');

describe('extension manifest', () => {
  it('has every text in English and German', () => {
    const used = [...read('package.json').matchAll(/"%([\w.-]+)%"/g)].map((match) => match[1]!);
    assert.ok(used.length > 30);
    for (const language of ['package.nls.json', 'package.nls.de.json']) {
      assert.deepEqual(Object.keys(json(language)).sort(), [...new Set(used)].sort(), language);
    }
  });

  it('offers exactly the rules there are in gruenstift.rules', () => {
    const { properties } = manifest.contributes.configuration.properties['gruenstift.rules'];
    assert.deepEqual(Object.keys(properties), [...ruleIds]);
  });

  it('contributes the commands the client registers, and no other', () => {
    const registered = [...sources.matchAll(/registerCommand\(\s*'(gruenstift\.\w+)'/g)].map((match) => match[1]!);
    const internal = ['gruenstift.select'];
    const contributed = manifest.contributes.commands.map((command: { command: string }) => command.command);
    assert.deepEqual(registered.filter((command) => !internal.includes(command)).sort(), contributed.sort());
  });

  it('names only files that exist', () => {
    for (const { path } of manifest.contributes.snippets) assert.ok(existsSync(path), path);
    for (const { url } of manifest.contributes.yamlValidation) assert.ok(existsSync(url), url);
  });
});

describe('texts of the client', () => {
  it('are all translated, and nothing else is', () => {
    const literal = /l10n\.t\(\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")/g;
    const used = [...sources.matchAll(literal)].map((match) => (match[1] ?? match[2])!.replaceAll("\\'", "'"));
    const calls = [...sources.matchAll(/l10n\.t\(/g)].length;
    assert.equal(used.length, calls, 'l10n.t takes a literal, else its text cannot be collected');
    assert.deepEqual(Object.keys(json('l10n/bundle.l10n.de.json')).sort(), [...new Set(used)].sort());
  });

  it('keep their holes', () => {
    for (const [english, german] of Object.entries<string>(json('l10n/bundle.l10n.de.json'))) {
      assert.deepEqual(german.match(/\{\d\}/g)?.sort(), english.match(/\{\d\}/g)?.sort(), english);
    }
  });
});
