// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how snippets are written
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { decodeText } from '../../server/src/decode';
import { escapeMarkdown, link } from '../../server/src/markdown';
import { escapeSnippet, plainOfSnippet, snippetOfBrackets } from '../../server/src/snippet';
import { count, languageOf, say, textIds } from '../../server/src/texts';

describe('texts of server and command line', () => {
  it('have the same holes in German and English', () => {
    const holes = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
    for (const id of textIds) assert.deepEqual(holes(say('en', id)), holes(say('de', id)), id);
  });

  it('are all used', () => {
    const files = (folder: string): string[] =>
      readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
        entry.isDirectory()
          ? files(join(folder, entry.name))
          : entry.name === 'texts.ts'
            ? []
            : [readFileSync(join(folder, entry.name), 'utf8')],
      );
    const sources = files('server/src').join('\n');
    // These are put together from a kind and a number or slot.
    const composed = /^(?:severity|slot|cli-(?:file|warning|information|hint|error)|layer)-|^config-/;
    for (const id of textIds) assert.ok(composed.test(id) || sources.includes(`'${id}'`), `${id} is not used`);
  });

  it('count things and fall back on German', () => {
    assert.equal(count('de', 'file', 1), '1 Datei');
    assert.equal(count('en', 'file', 3), '3 files');
    assert.deepEqual([undefined, '', 'de', 'de-AT', 'de_DE.UTF-8', 'en', 'fr', 'den'].map(languageOf), [
      'de',
      'de',
      'de',
      'de',
      'de',
      'en',
      'en',
      'en',
    ]);
  });
});

describe('escaped Markdown', () => {
  it('shows texts unchanged: nothing formats, nothing links', () => {
    assert.equal(
      escapeMarkdown('*fett* [x](http://a.b) <b>& `c` | www.x.de a@b.de'),
      '\\*fett\\* \\[x\\](http&#58;//a.b) &lt;b&gt;&amp; \\`c\\` \\| www&#46;x.de a&#64;b.de',
    );
    assert.equal(escapeMarkdown('# Titel'), '\\# Titel');
    assert.equal(escapeMarkdown('1. Punkt\nzwei'), '1\\. Punkt zwei');
  });

  it('links only to addresses a reader may follow', () => {
    assert.equal(link('a', 'https://x.de/(y) z>'), '[a](<https://x.de/(y)%20z%3E>)');
    assert.equal(link('[a]', 'javascript:alert(1)'), '\\[a\\]');
    assert.equal(link('a', 'command:evil'), 'a');
    assert.equal(link('a', undefined), 'a');
  });
});

describe('snippets', () => {
  it('leave the names of their holes where no tab stops are known', () => {
    assert.equal(plainOfSnippet('a ${1:Grund} b $0 ${2} \\$5 \\} c\\\\'), 'a Grund b   $5 } c\\');
    assert.equal(plainOfSnippet('${1:mit \\} Klammer}'), 'mit } Klammer');
  });

  it('escape any text so that it comes back', () => {
    fc.assert(fc.property(fc.string(), (text) => assert.equal(plainOfSnippet(escapeSnippet(text)), text)));
  });

  it('make a tab stop of each hole in brackets', () => {
    const snippet = snippetOfBrackets('Mindestens [Dauer festlegen] Jahre, 5 $ je [Stück].');
    assert.equal(snippet, 'Mindestens ${1:[Dauer festlegen]} Jahre, 5 \\$ je ${2:[Stück]}.');
    assert.equal(plainOfSnippet(snippet), 'Mindestens [Dauer festlegen] Jahre, 5 $ je [Stück].');
  });
});

describe('decoding', () => {
  const bytes = (...values: number[]) => Uint8Array.from(values);

  it('drops the byte order mark and reads UTF-16', () => {
    assert.deepEqual(decodeText(bytes(0xef, 0xbb, 0xbf, 0x61)), { text: 'a', encoding: 'utf-8', binary: false });
    assert.deepEqual(decodeText(bytes(0xff, 0xfe, 0xe4, 0x00)), { text: 'ä', encoding: 'utf-16le', binary: false });
    assert.deepEqual(decodeText(bytes(0xfe, 0xff, 0x00, 0xe4)), { text: 'ä', encoding: 'utf-16be', binary: false });
  });

  it('falls back on Windows-1252 with all its quotes and dashes', () => {
    const { text, encoding } = decodeText(bytes(0x84, 0x42, 0xfc, 0x72, 0x6f, 0x93, 0x20, 0x96, 0x20, 0x80));
    assert.equal(text, '„Büro“ – €');
    assert.equal(encoding, 'windows-1252');
  });

  it('knows what is no text', () => {
    assert.equal(decodeText(bytes(0x89, 0x50, 0x4e, 0x47, 0x00, 0x01)).binary, true);
  });
});
