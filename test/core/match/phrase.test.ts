import assert from 'node:assert/strict';
import { limits, type PhraseNode, parsePhrase, variantsOf } from '../../../server/src/core/match/phrase';

/** A tree as text: words with their kind in front, `[…]` sequence, `(…)` choice, `?` optional, `..` gap. */
function show(node: PhraseNode): string {
  switch (node.kind) {
    case 'word':
      return `${node.symbol}:${node.text}`;
    case 'gap':
      return Number.isFinite(node.limit) ? `..${node.limit}` : '..';
    case 'optional':
      return `${show(node.item)}?`;
    case 'choice':
      return `(${node.options.map(show).join('|')})`;
    case 'sequence':
      return `[${node.items.map(show).join(' ')}]`;
  }
}

describe('phrases', () => {
  const parsed: [phrase: string, tree: string][] = [
    ['Papier', 'l:papier'],
    ['Großes  Büro', '[l:grosses l:buro]'],
    ['oder gleichwertig.', '[l:oder l:gleichwertig]'],
    ['"FSC"', 'c:FSC'],
    ['"FSC Mix"', '[c:FSC c:Mix]'],
    ['„Öko“ Papier', '[c:Öko l:papier]'],
    ['Druck!', 'x:druck'],
    ['Re-Use!', '([x:re x:use]|x:reuse)'],
    ['papier*', 'G:papier*'],
    ['*papier', 'g:*papier'],
    ['*papier!', 'G:*papier'],
    ['*Papier*', 'G:*papier*'],
    ['aus*zu*en', 'g:aus*zu*en'],
    ['papier**', 'G:papier*'],
    ['Öko*-Papier', '[G:oko* l:papier]'],
    ['(a|b c|d)', '(l:a|[l:b l:c]|l:d)'],
    ['(a)', 'l:a'],
    ['( a | b )? c', '[(l:a|l:b)? l:c]'],
    ['a (b|(c|d)) e', '[l:a (l:b|(l:c|l:d)) l:e]'],
    ['x? y', '[l:x? l:y]'],
    ['x?? y', '[l:x? l:y]'],
    ['(a|b)?c', '[(l:a|l:b)? l:c]'],
    ['a .. b', '[l:a .. l:b]'],
    ['a ... b', '[l:a .. l:b]'],
    ['a ..5 b', '[l:a ..5 l:b]'],
    ['(a .. b|c)', '([l:a .. l:b]|l:c)'],
    ['{number} Jahre', '[n: l:jahre]'],
    ['{quantity} {quantity:time} {label} {standard}', '[t:quantity t:quantity:time t:label t:standard]'],
    ['{ quantity : time }', 't:quantity:time'],
    ['EU-Ecolabel', '([l:eu l:ecolabel]|l:euecolabel)'],
    ['EU-Ecolabel? ja', '[([l:eu l:ecolabel]|l:euecolabel)? l:ja]'],
    ['DE-UZ 219', '[([l:de l:uz]|l:deuz) l:219]'],
    ['§ 34 Abs. 2', '[l:§ l:34 l:abs l:2]'],
    ['§34', '[l:§ l:34]'],
    ['A+++', 'l:a+++'],
    ['o. glw.', '[l:o l:glw]'],
    ['1.000 h', '[l:1.000 l:h]'],
    ['Büro - und', '[l:buro l:und]'],
    ['Bu\u0308ro', 'l:buro'],
  ];
  for (const [phrase, tree] of parsed) {
    it(phrase, () => {
      const { node, problem } = parsePhrase(phrase);
      assert.equal(problem, undefined);
      assert.equal(show(node!), tree);
    });
  }
});

describe('phrases with errors', () => {
  // The caret stands under the first character the error names.
  const wrong: [phrase: string, caret: string, id: string][] = [
    ['', '^', 'phrase-empty'],
    ['   ', '^', 'phrase-empty'],
    ['- , –', '^', 'phrase-empty'],
    ['a (b|c', '  ^', 'group-unclosed'],
    ['a b) c', '   ^', 'group-unopened'],
    ['a|b', ' ^', 'choice-outside-group'],
    ['a (|b)', '  ^', 'choice-empty'],
    ['a (b|)', '    ^', 'choice-empty'],
    ['a ()', '  ^', 'choice-empty'],
    ['a ? b', '  ^', 'optional-of-nothing'],
    ['? b', '^', 'optional-of-nothing'],
    ['a ! b', '  ^', 'exact-of-nothing'],
    ['"FSC', '^', 'quote-unclosed'],
    ['a "" b', '  ^', 'quote-empty'],
    ['"FSC*"', '    ^', 'star-in-quotes'],
    ['a * b', '  ^', 'star-alone'],
    ['a*', '^', 'star-short'],
    ['Büro-*', '     ^', 'star-alone'],
    ['.. a', '^', 'gap-at-edge'],
    ['a ..', '  ^', 'gap-at-edge'],
    ['(a ..) b', '   ^', 'gap-at-edge'],
    ['a ..0 b', '  ^', 'gap-size'],
    ['a ..101 b', '  ^', 'gap-size'],
    ['a {lable}', '  ^', 'slot-unknown'],
    ['a {label:x}', '  ^', 'slot-unknown'],
    ['a {quantity:temps}', '  ^', 'slot-dimension'],
    ['a {label', '  ^', 'slot-unclosed'],
    ['a label}', '       ^', 'slot-unopened'],
    ['a? b?', '^', 'phrase-all-optional'],
    ['-? a', '^', 'word-missing'],
    [`${'('.repeat(9)}a${')'.repeat(9)}`, '        ^', 'group-too-deep'],
    ['a '.repeat(41), '^', 'phrase-too-many-words'],
    ['(a|b|c|d|e|f) '.repeat(5), '^', 'phrase-too-many-variants'],
    ['a'.repeat(limits.length + 1), `${' '.repeat(limits.length)}^`, 'phrase-too-long'],
  ];
  for (const [phrase, caret, id] of wrong) {
    it(`${id}: ${phrase.slice(0, 30)}`, () => {
      const { node, problem } = parsePhrase(phrase);
      assert.equal(node, undefined);
      assert.equal(problem!.id, id);
      assert.equal(problem!.column, caret.indexOf('^') + 1);
      assert.notEqual(problem!.de, problem!.en);
    });
  }
});

describe('ways through a phrase', () => {
  const shown = (phrase: string): string[] =>
    variantsOf(parsePhrase(phrase).node!).map((steps) =>
      steps.map((step) => (step.kind === 'gap' ? `..${step.limit}` : step.text)).join(' '),
    );

  it('spreads choices and optional words, without repeats', () => {
    assert.deepEqual(shown('(a|b) c?'), ['a c', 'a', 'b c', 'b']);
    assert.deepEqual(shown('(a|a|(a|b))'), ['a', 'b']);
  });
  it('drops a gap that lost its neighbour and adds up gaps that meet', () => {
    assert.deepEqual(shown('a? .. b'), ['a ..Infinity b', 'b']);
    assert.deepEqual(shown('a ..2 b? ..3 c'), ['a ..2 b ..3 c', 'a ..5 c']);
  });
});
