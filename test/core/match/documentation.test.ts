import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { compileMatcher } from '../../../server/src/core/match/matcher';
import { parsePhrase } from '../../../server/src/core/match/phrase';

/** The rows of all Markdown tables with this many columns. */
function rows(file: string, columns: number): string[][] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .replaceAll('\\|', '\u0000')
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim().replaceAll('\u0000', '|')),
    )
    .filter((cells) => cells.length === columns);
}

const phraseIn = (cell: string): string | undefined => /^`(.+)`$/.exec(cell)?.[1];
const listed = (cell: string): string[] =>
  cell
    .replace(/[„“"…]/g, '')
    .split(', ')
    .map((part) => part.trim())
    .filter((part) => part !== '');

function finds(phrase: string, text: string): boolean {
  const { matcher, errors } = compileMatcher([{ owner: { kind: 'a', id: 'a', role: 'find' }, phrase }]);
  assert.deepEqual(errors, []);
  return matcher.match(matcher.tokenise(text, 0, text.length)).length > 0;
}

for (const file of ['docs/phrase-language.md', 'docs/phrase-language.en.md']) {
  describe(file, () => {
    let checked = 0;
    for (const [, , example, found, notFound] of rows(file, 5)) {
      const phrase = phraseIn(example!);
      if (phrase === undefined) continue;
      checked++;
      it(phrase, () => {
        for (const text of listed(found!)) assert.ok(finds(phrase, text), `finds ${text}`);
        for (const text of listed(notFound!)) assert.ok(!finds(phrase, text), `does not find ${text}`);
      });
    }
    for (const [written, found] of rows(file, 3)) {
      const phrase = phraseIn(written!);
      if (phrase === undefined || found!.includes('Zeile') || found!.includes('line')) continue;
      checked++;
      it(phrase, () => {
        for (const text of listed(found!)) assert.ok(finds(phrase, text), `finds ${text}`);
      });
    }
    it('has examples', () => assert.ok(checked >= 18));

    it('has phrases in its YAML that can be read', () => {
      const blocks = [...readFileSync(file, 'utf8').matchAll(/```yaml\n([^`]*)```/g)].flatMap((block) => block[1]!.split('\n'));
      const phrases = blocks.flatMap((line) => /^ {2}- '?(.*?)'?$/.exec(line)?.[1] ?? []);
      assert.ok(phrases.length >= 6);
      for (const phrase of phrases) assert.equal(parsePhrase(phrase).problem, undefined, phrase);
    });
  });
}
