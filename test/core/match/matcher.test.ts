import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compileMatcher, type Gaps, type Matcher, type OwnedPhrase } from '../../../server/src/core/match/matcher';
import { readQuantities } from '../../../server/src/core/match/quantities';
import { restore, serialise } from '../../../server/src/core/match/serialise';
import { readStandards } from '../../../server/src/core/match/standards';
import { referenceMatches } from './reference';

const owned = (phrases: readonly string[], kind = 'vocabulary', role = 'find'): OwnedPhrase[] =>
  phrases.map((phrase) => ({ owner: { kind, id: phrase.replaceAll(' ', '_'), role }, phrase }));

/** Texts of all matches of one phrase. */
function hits(phrase: string | readonly string[], text: string): string[] {
  const list = typeof phrase === 'string' ? [phrase] : phrase;
  const { matcher, errors } = compileMatcher(list.map((one) => ({ owner: { kind: 'vocabulary', id: 'x', role: 'find' }, phrase: one })));
  assert.deepEqual(errors, []);
  return matcher.match(matcher.tokenise(text, 0, text.length), gapsOf(matcher, text)).map((match) => text.slice(match.start, match.end));
}

function gapsOf(matcher: Matcher, text: string): Gaps {
  const tokens = matcher.tokenise(text, 0, text.length);
  return { quantities: readQuantities(text, 0, tokens, matcher, 'de'), standards: readStandards(text, 0, tokens, matcher) };
}

describe('matching of words', () => {
  const found: [phrase: string, text: string, ...expected: string[]][] = [
    ['Kriterium', 'Zwei Kriterien und ein Kriterium', 'Kriterien', 'Kriterium'],
    ['nachhaltig', 'nachhaltige, NACHHALTIGEN und Nachhaltiges', 'nachhaltige', 'NACHHALTIGEN', 'Nachhaltiges'],
    ['supplier', 'all suppliers and the Supplier', 'suppliers', 'Supplier'],
    ['grün', 'gruen, grün, grüne, GRÜN und gru\u0308n', 'gruen', 'grün', 'grüne', 'GRÜN', 'gru\u0308n'],
    ['Buerostuhl', 'Bürostühle und Buerostuehle', 'Bürostühle', 'Buerostuehle'],
    ['Maß', 'Masse? Mass, Maße', 'Masse', 'Mass', 'Maße'],
    ['Büro', 'Bü\u00adro und Bu\u0308ro', 'Bü\u00adro', 'Bu\u0308ro'],
    ['umweltfreundlich', 'umwelt\u00adfreundliche, umweltfreund-\n     lich', 'umwelt\u00adfreundliche', 'umweltfreund-\n     lich'],
    ['Druck', 'Drucke, Drucker, Druckern', 'Drucke'],
    ['Drucker', 'Druck, drucken, Druckers und Druckern', 'Druckers', 'Druckern'],
    ['Hersteller', 'Herstellung durch Hersteller herstellen', 'Hersteller'],
    ['Druck!', 'Druck, DRUCK, Drucke', 'Druck', 'DRUCK'],
    ['"FSC"', 'FSC, Fsc und fsc', 'FSC'],
    ['„Green IT“', 'Green IT, green it, Green-IT', 'Green IT', 'Green-IT'],
    ['EU-Ecolabel', 'EU-Ecolabel, EU Ecolabel, EU – Ecolabel', 'EU-Ecolabel', 'EU Ecolabel', 'EU – Ecolabel'],
    [
      'Recycling-Papier',
      'Recyclingpapier, Recycling-Papiere, Recycling Papier',
      'Recyclingpapier',
      'Recycling-Papiere',
      'Recycling Papier',
    ],
    ['Blauer Engel', 'Blauen Engel, „Blauer Engel“, Blaue Engel', 'Blauen Engel', 'Blauer Engel', 'Blaue Engel'],
    [
      'Energy Star zertifiziert',
      'Energy Star® zertifiziert, ENERGY STAR™-zertifizierte',
      'Energy Star® zertifiziert',
      'ENERGY STAR™-zertifizierte',
    ],
    ['A+++', 'Klasse A+++, A++ und A', 'A+++'],
    ['§ 34', '§ 34, §§ 34 und 35, 34', '§ 34', '§§ 34'],
    ['VOB A', 'VOB/A, VOB-A und VOBA', 'VOB/A', 'VOB-A'],
    ['100 %', '100 %, 100%, 1000 %', '100 %', '100%'],
    ['1.000', '1.000, 1000 und 1.0000', '1.000'],
    ['UZ 219', 'DE-UZ 219, DE-UZ219 und UZ 2190', 'UZ 219', 'UZ219'],
    ['z. B.', 'z. B., z.B. und zB', 'z. B', 'z.B'],
    ['Bieter', 'Bieter, Bieter:innen, Bieter*in, Bieter/-innen, bieten, bietet', 'Bieter', 'Bieter:innen', 'Bieter*in', 'Bieter/-innen'],
    ['finden', 'ﬁnden und auﬃnden', 'ﬁnden'],
  ];
  for (const [phrase, text, ...expected] of found) it(phrase, () => assert.deepEqual(hits(phrase, text), expected));
});

describe('matching of patterns with *', () => {
  const found: [phrase: string, text: string, ...expected: string[]][] = [
    ['papier*', 'Papier, Papierhandtücher, Kopierpapier', 'Papier', 'Papierhandtücher'],
    ['*papier', 'Recyclingpapiere, Kopierpapiers, Papierwaren, Papier', 'Recyclingpapiere', 'Kopierpapiers', 'Papier'],
    ['*papier!', 'Recyclingpapiere, Kopierpapier', 'Kopierpapier'],
    ['*papier*', 'Altpapieranteil, Pappe', 'Altpapieranteil'],
    ['*stuhl', 'Bürostühle, Drehstühlen, stuhlartig', 'Bürostühle', 'Drehstühlen'],
    ['aus*zu*en', 'auszuführen, auszuweisen, ausführen', 'auszuführen', 'auszuweisen'],
    ['*tee', 'Kräutertees, Kräutertee, Komitee', 'Kräutertees', 'Kräutertee', 'Komitee'],
    ['*bus', 'Omnibusse, Kleinbus, Busspur', 'Omnibusse', 'Kleinbus'],
    ['öko*', 'oekologisch, Ökostrom, Okological', 'oekologisch', 'Ökostrom', 'Okological'],
    ['Öko*-Papier', 'Öko-Recycling-Papier, Ökopapier Papier', 'Ökopapier Papier'],
    ['*copy', 'photocopies and a photocopy', 'photocopies', 'photocopy'],
  ];
  for (const [phrase, text, ...expected] of found) it(phrase, () => assert.deepEqual(hits(phrase, text), expected));
});

describe('matching of choices, optional words and gaps', () => {
  const found: [phrase: string, text: string, ...expected: string[]][] = [
    [
      'oder (gleichwertig|vergleichbar)',
      'oder gleichwertige, oder vergleichbares, oder andere',
      'oder gleichwertige',
      'oder vergleichbares',
    ],
    ['(weist|wies) .. nach', 'Der Bieter weist die Eignung nach. Er weist hin. Nach', 'weist die Eignung nach'],
    ['oder x? gleichwertig', 'oder x gleichwertig, oder gleichwertig, oder y gleichwertig', 'oder x gleichwertig', 'oder gleichwertig'],
    ['ein (anderes|geeignetes)? Zeichen', 'ein Zeichen, ein anderes Zeichen, ein neues Zeichen', 'ein Zeichen', 'ein anderes Zeichen'],
    ['muss ..2 tragen', 'muss es tragen, muss das Zeichen tragen', 'muss es tragen', 'muss das Zeichen tragen'],
    ['muss ..1 tragen', 'muss das blaue Zeichen tragen; muss es tragen', 'muss es tragen'],
    ['muss ..3 tragen', 'muss es so sehr gut tragen', ''],
    ['a .. b', 'a x b y b', 'a x b y b'],
    ['a .. b', 'a x. Der b', ''],
    ['a (b c|d) e', 'a b c e, a d e, a b e', 'a b c e', 'a d e'],
    ['Zeichen ® Typ', 'Zeichen® Typ, Zeichen Typ', 'Zeichen® Typ'],
    ['a ..1 b', 'a ® x ™ b', 'a ® x ™ b'],
    ['{number} Jahre', '5 Jahre, fünf Jahre, 1.000 Jahre', '5 Jahre', '1.000 Jahre'],
    ['{quantity:time} Garantie', 'mindestens 5 Jahre Garantie, 5 % Garantie', 'mindestens 5 Jahre Garantie'],
    ['Garantie von {quantity}', 'Garantie von mindestens 24 Monaten, Garantie von Dauer', 'Garantie von mindestens 24 Monaten'],
    ['nach {standard} geprüft', 'nach DIN EN 12464-1 geprüft, nach Norm geprüft', 'nach DIN EN 12464-1 geprüft'],
    ['{quantity:ratio} .. {quantity:time}', '80 % nach 5 Jahren', '80 % nach 5 Jahren'],
  ];
  for (const [phrase, text, ...expected] of found) {
    it(`${phrase}: ${text}`, () =>
      assert.deepEqual(
        hits(phrase, text),
        expected.filter((one) => one !== ''),
      ));
  }

  it('keeps of one owner only matches that lie in no other, and all of different owners', () => {
    const phrases = owned(['gleichwertig', 'oder gleichwertig', 'oder gleichwertig anerkannt']);
    const text = 'oder gleichwertig anerkannt';
    const { matcher } = compileMatcher(phrases);
    assert.deepEqual(
      matcher.match(matcher.tokenise(text, 0, text.length)).map((match) => match.owner.id),
      ['oder_gleichwertig', 'oder_gleichwertig_anerkannt', 'gleichwertig'],
    );
    assert.deepEqual(hits(['gleichwertig', 'oder gleichwertig', 'gleichwertig anerkannt'], text), [
      'oder gleichwertig',
      'gleichwertig anerkannt',
    ]);
  });

  it('fills {label} with labels found, unless an exception of the label is met', () => {
    const phrases: OwnedPhrase[] = [
      { owner: { kind: 'label', id: 'engel', role: 'find' }, phrase: 'Blauer Engel' },
      { owner: { kind: 'label', id: 'engel', role: 'unless' }, phrase: 'Gasthaus Blauer Engel' },
      { owner: { kind: 'vocabulary', id: 'v', role: 'find' }, phrase: '{label} oder gleichwertig' },
    ];
    const { matcher, errors } = compileMatcher(phrases);
    assert.deepEqual(errors, []);
    const found = (text: string): string[] =>
      matcher
        .match(matcher.tokenise(text, 0, text.length))
        .filter((match) => match.owner.id === 'v')
        .map((match) => text.slice(match.start, match.end));
    assert.deepEqual(found('mit Blauem Engel oder gleichwertig'), ['Blauem Engel oder gleichwertig']);
    assert.deepEqual(found('im Gasthaus Blauer Engel oder gleichwertig'), []);
  });
});

describe('matcher', () => {
  const samples = [
    'Papier',
    '*papier',
    'papier*',
    '"FSC"',
    'Druck!',
    'oder (gleichwertig|vergleichbar)',
    'muss .. nachweisen',
    'a ..2 b',
    'EU-Ecolabel',
    '{number} Jahre',
    '{quantity:time} Garantie',
    'nach {standard}',
    '{label} oder gleichwertig',
    'x? y',
    'aus*zu*en',
    'Bürostühle',
    '§ 34 (Abs 2)?',
  ];
  const text =
    'Das Recyclingpapier muss den FSC® nachweisen. Bürostuhl nach DIN EN 1335-1, 5 Jahre Garantie oder gleichwertig, § 34 Abs. 2: auszuführen, x y, a b c b.';

  it('gives the same after it was stored and restored', () => {
    const { matcher } = compileMatcher([...owned(samples), ...owned(['"FSC"'], 'label')]);
    const stored = JSON.stringify(serialise(matcher));
    const again = restore(JSON.parse(stored));
    assert.equal(JSON.stringify(serialise(again)), stored);
    const run = (one: Matcher) => one.match(one.tokenise(text, 0, text.length), gapsOf(one, text));
    assert.ok(run(matcher).length > 10);
    assert.deepEqual(run(again), run(matcher));
  });

  it('refuses stored data of another version', () => {
    assert.throws(() => restore({ version: 0 }), /version 0/);
    assert.throws(() => restore(undefined));
  });

  it('leaves out phrases with errors and reports them', () => {
    const { matcher, errors } = compileMatcher(owned(['gut', '(offen', 'besser']));
    assert.deepEqual(
      errors.map(({ index, id, column, phrase }) => ({ index, id, column, phrase })),
      [{ index: 1, id: 'group-unclosed', column: 1, phrase: '(offen' }],
    );
    assert.equal(matcher.stats.phrases, 2);
  });

  it('does not depend on what it read before', () => {
    const { matcher } = compileMatcher(owned(samples));
    const first = matcher.match(matcher.tokenise(text, 0, text.length), gapsOf(matcher, text));
    const other = 'Ganz andere Woerter: '.repeat(50);
    matcher.match(matcher.tokenise(other, 0, other.length));
    assert.deepEqual(matcher.match(matcher.tokenise(text, 0, text.length), gapsOf(matcher, text)), first);
  });

  it('works on a part of a text with relative offsets', () => {
    const { matcher } = compileMatcher(owned(['Papier']));
    const whole = `Erstens. ${text}`;
    const tokens = matcher.tokenise(whole, 9, whole.length);
    const alone = matcher.tokenise(text, 0, text.length);
    assert.deepEqual([...tokens.start], [...alone.start]);
    assert.deepEqual([...tokens.word], [...alone.word]);
  });

  it('walks a sentence of 20,000 words with open gaps in reasonable time', () => {
    const { matcher } = compileMatcher(owned(['a .. b', 'a ..5 b ..5 a', '(a|b) .. (c|d) .. e', 'a .. a .. a .. a .. z']));
    const long = 'a b c a a '.repeat(4000);
    const start = process.cpuUsage().user;
    const matches = matcher.match(matcher.tokenise(long, 0, long.length));
    assert.ok(matches.length > 0);
    // Quadratic work would take minutes.
    assert.ok(process.cpuUsage().user - start < 20e6);
  });
});

describe('phrases begun at a common word', () => {
  it('match whether their rarest word stands first, in the middle or last', () => {
    assert.deepEqual(hits('nach dem Stand der Technik', 'Stand. Nach dem Stand der Technik und nach dem Stand der Dinge.'), [
      'Nach dem Stand der Technik',
    ]);
    assert.deepEqual(hits('der Blaue Engel oder', 'der Blaue Engel oder der Blaue Engel'), ['der Blaue Engel oder']);
    assert.deepEqual(hits('muss .. Torf', 'Torf muss nicht. Es muss frei von Torf sein.'), ['muss frei von Torf']);
    assert.deepEqual(hits('in ..2 die (oder der)?', 'in ganz kleine die oder der'), ['in ganz kleine die oder der']);
  });

  it('match once where the rarest word stands several times', () => {
    assert.deepEqual(hits('mit dem Blauen Engel', 'mit dem Blauen Engel, Engel und mit dem Blauen Engel'), [
      'mit dem Blauen Engel',
      'mit dem Blauen Engel',
    ]);
  });

  it('match behind signs and in front of values', () => {
    assert.deepEqual(hits('mit Energy Star', 'mit Energy® Star'), ['mit Energy® Star']);
    assert.deepEqual(hits('eine Garantie von {quantity:time}', 'eine Garantie von mindestens 5 Jahren'), [
      'eine Garantie von mindestens 5 Jahren',
    ]);
  });
});

describe('matcher and reference', () => {
  const words = [
    'a',
    'b',
    'c',
    'Papier',
    'Papiere',
    'Recyclingpapier',
    'Druck',
    'Drucker',
    'oder',
    'der',
    'muss',
    'FSC',
    'fsc',
    'grün',
    'gruen',
    'copies',
    'EU',
    'Blauer',
    'Engel',
    '5',
    '§',
    'Jahre',
    'Kriterien',
    'Bürostuhl',
    'gleichwertig',
    'nachhaltigen',
    'Gütezeichens',
    '%',
  ];
  /** Other forms of the words above: umlauts transcribed, endings, capitals, split over lines. */
  const forms = [
    'Buerostuehle',
    'Bürostühlen',
    'BÜROSTUHL',
    'Gleichwertige',
    'gleich-\nwertiges',
    'nachhaltiger',
    'nach-\n   haltige',
    'Gütezeichen',
    'Guete-\nzeichen',
    'Kriterium',
    'Kriteriums',
    'Druckers',
    'Drucken',
    'Papier- und',
    'Büro­stühle',
    'Recycling-Papier',
    'Recycling-\nPapier',
    'copy',
  ];
  const plain = fc.constantFrom(...words);
  const atom = fc.oneof(
    { weight: 6, arbitrary: plain },
    { weight: 1, arbitrary: fc.constantFrom('"FSC"', '"Papier"', '"Blauer Engel"') },
    { weight: 1, arbitrary: fc.constantFrom('Druck!', 'papier!', 'a!', '*papier!', 'gleichwertig!') },
    {
      weight: 2,
      arbitrary: fc.constantFrom('papier*', '*papier', '*papier*', 'p*r', '*opy', 're*pap*', 'd*ck', '*ien', 'gr*', '*stuhl', 'gleich*'),
    },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        '{number}',
        '{quantity}',
        '{quantity:time}',
        '{quantity:ratio}',
        '{quantity:power}',
        '{standard}',
        '{label}',
      ),
    },
    { weight: 1, arbitrary: fc.constantFrom('EU-Papier', 'Blauer-Engel') },
  );
  const { phrase } = fc.letrec<{ phrase: string; item: string }>((tie) => ({
    item: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      atom,
      fc.tuple(atom, fc.constant('?')).map((parts) => parts.join('')),
      fc.array(tie('phrase'), { minLength: 2, maxLength: 3 }).map((options) => `(${options.join('|')})`),
      fc.array(tie('phrase'), { minLength: 1, maxLength: 2 }).map((options) => `(${options.join('|')})?`),
    ),
    phrase: fc
      .array(fc.tuple(tie('item'), fc.constantFrom('', '', '', '', ' ..', ' ..1', ' ..3')), { minLength: 1, maxLength: 4 })
      .map((items) => items.map(([item, gap], i) => (i < items.length - 1 ? item + gap : item)).join(' ')),
  }));
  /** One way to satisfy the words of a phrase, more or less: gaps and choices become what their words say. */
  const instance = (one: string) =>
    one
      .replace(/\(([^()|]*)[^()]*\)\??/g, '$1')
      .replace(/\(([^()|]*)[^()]*\)\??/g, '$1')
      .replace(/\{number\}|\{quantity(?::time)?\}/g, '5 Jahre')
      .replace(/\{quantity:ratio\}/g, '80 %')
      .replace(/\{quantity:power\}/g, '0,5 W')
      .replace(/\{standard\}/g, 'DIN 1045-1')
      .replace(/\.\.\d?/g, 'und')
      .replace(/[()|?!*"{}]/g, '');
  /** Random words, in between words of the phrases in their order, so that something is found. */
  const textWith = (some: readonly string[]) =>
    fc
      .array(
        fc.tuple(
          fc.oneof(
            { weight: 4, arbitrary: fc.constantFrom(...some) },
            { weight: 7, arbitrary: plain },
            { weight: 3, arbitrary: fc.constantFrom(...forms) },
            {
              weight: 3,
              arbitrary: fc.constantFrom(
                '®',
                '5 Jahre',
                'mindestens 5 Jahre',
                '5 bis 10 Jahre',
                'max. 0,5 W',
                'zu 80 %',
                'DIN 1045-1',
                'DIN EN ISO 9706:2010-02',
                'Buerostuehle',
                'Re-\n cyclingpapier',
                'Dru\u00adcker',
              ),
            },
          ),
          fc.constantFrom(' ', ' ', ' ', ' ', '\n', ', ', '-', '. Die ', ' ™ ', '! '),
        ),
        { maxLength: 40 },
      )
      .map((parts) => parts.flat().join(''));
  const phrases = fc.array(
    fc.tuple(
      phrase,
      fc.constantFrom(
        ['label', 'l1', 'find'],
        ['label', 'l1', 'unless'],
        ['label', 'l2', 'number:205'],
        ['label', 'l2', 'unless'],
        ['label', 'l3', 'find'],
        ['vocabulary', 'v', 'find'],
        ['criterion', 'c1', 'detect'],
        ['criterion', 'c2', 'detect'],
      ),
    ),
    { minLength: 1, maxLength: 8 },
  );

  /** Places where a sentence is broken (table cells) and stretches that are no prose, as shares of the text. */
  const cuts = fc.record({
    breaks: fc.array(fc.nat(1000), { maxLength: 3 }),
    masked: fc.option(fc.tuple(fc.nat(1000), fc.nat(100)), { nil: undefined }),
  });

  it('agree on random phrases and texts', function () {
    this.timeout(120_000);
    const run = phrases.chain((list) => {
      const one = textWith(list.map(([phrase]) => instance(phrase)));
      return fc.tuple(fc.constant(list), fc.array(fc.tuple(one, cuts), { minLength: 1, maxLength: 3 }));
    });
    let texts = 0;
    let withMatches = 0;
    fc.assert(
      fc.property(run, ([list, read]) => {
        const all = list.map(([one, [kind, id, role]]) => ({ owner: { kind: kind!, id: id!, role: role! }, phrase: one }));
        const { matcher } = compileMatcher(all);
        const copy = restore(JSON.parse(JSON.stringify(serialise(matcher))));
        for (const [one, { breaks, masked }] of read) {
          const at = (share: number) => Math.floor((share * one.length) / 1000);
          const masks = masked ? [{ start: at(masked[0]), end: Math.min(one.length, at(masked[0] + masked[1])) }] : [];
          const ends = [...new Set(breaks.map(at))].sort((a, b) => a - b);
          const tokens = matcher.tokenise(one, 0, one.length, masks, ends);
          const gaps: Gaps = {
            quantities: readQuantities(one, 0, tokens, matcher, 'de'),
            standards: readStandards(one, 0, tokens, matcher),
          };
          const show = (matches: ReturnType<Matcher['match']>) =>
            matches.map(({ owner, firstToken, lastToken }) => `${owner.kind} ${owner.id} ${owner.role}: ${firstToken}-${lastToken}`);
          const matches = matcher.match(tokens, gaps);
          assert.deepEqual(show(matches), referenceMatches(all, matcher, tokens, gaps));
          assert.deepEqual(copy.match(copy.tokenise(one, 0, one.length, masks, ends), gaps), matches);
          texts++;
          if (matches.length > 0) withMatches++;
          for (const match of matches) {
            assert.equal(match.start, tokens.start[match.firstToken]);
            assert.equal(match.end, tokens.end[match.lastToken]);
            assert.equal(tokens.sentence[match.firstToken], tokens.sentence[match.lastToken]);
          }
        }
      }),
      { numRuns: Number(process.env.GS_RUNS ?? 200) },
    );
    // Two that find nothing agree as well: that must not be what was compared.
    assert.ok(withMatches > texts / 3, `${withMatches} of ${texts} texts had matches`);
  });

  it('a word split over lines is the word', function () {
    this.timeout(120_000);
    const long = [
      'Recyclingpapier',
      'umweltfreundliche',
      'gleichwertiges',
      'Gütezeichen',
      'Kriterien',
      'Leistungsbeschreibung',
      'nachhaltigen',
    ];
    const hyphen = fc.constantFrom('-\n', '-\r\n', '-\n    ', '- \n  ', '\u00ad', '\u00ad\n');
    const pieces = fc.array(fc.tuple(fc.constantFrom(...long), fc.nat(1000), fc.option(hyphen, { nil: '' })), {
      minLength: 1,
      maxLength: 6,
    });
    const { matcher } = compileMatcher(
      owned([
        'Recyclingpapier',
        '*papier',
        'umweltfreundlich',
        'gleichwertig',
        'Gütezeichen',
        'Gütezeichen ..2 nachhaltig',
        'nachhaltig',
        'Kriterium',
        'leistung*',
      ]),
    );
    const found = (one: string) =>
      matcher
        .match(matcher.tokenise(one, 0, one.length))
        .map(({ owner, firstToken, lastToken }) => `${owner.id}: ${firstToken}-${lastToken}`);
    fc.assert(
      fc.property(pieces, (list) => {
        const whole = list.map(([word]) => word).join(' ');
        const split = list.map(([word, at, sign]) => {
          const place = 3 + (at % (word.length - 5));
          return word.slice(0, place) + sign + word.slice(place);
        });
        assert.deepEqual(found(split.join(' ')), found(whole), split.join(' '));
        assert.ok(found(whole).length > 0);
      }),
      { numRuns: Number(process.env.GS_RUNS ?? 400) },
    );
  });

  it('never throw, whatever the phrases and the text', function () {
    this.timeout(120_000);
    const sign = fc.constantFrom(
      ...'ab ()|?!*."{}§%-–_/:0123456789ü\u0308\u00adﬁ®\n\r\t\'„“…',
      'ß',
      '\ud83d',
      '😀',
      '{label}',
      '..',
      '{quantity:',
      'DIN ',
      'mind. ',
      ' kWh/',
    );
    const noise = fc.array(sign, { maxLength: 40 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(noise, { maxLength: 6 }), noise, fc.array(fc.nat(40), { maxLength: 6 }), (list, one, cuts) => {
        const { matcher, errors } = compileMatcher(owned(list));
        for (const error of errors) {
          assert.ok(error.column >= 1 && error.column + error.length - 1 <= Math.max(1, error.phrase.length), JSON.stringify(error));
          assert.ok(error.de.length > 10 && error.en.length > 10);
        }
        const bounds = [...new Set(cuts)].sort((a, b) => a - b);
        const masked = [];
        for (let i = 0; i + 1 < bounds.length; i += 2) masked.push({ start: bounds[i]!, end: bounds[i + 1]! });
        const tokens = matcher.tokenise(one, 0, one.length, masked, bounds);
        let before = 0;
        for (let t = 0; t < tokens.count; t++) {
          assert.ok(tokens.start[t]! >= before && tokens.end[t]! > tokens.start[t]! && tokens.end[t]! <= one.length);
          assert.ok(!masked.some((mask) => tokens.start[t]! >= mask.start && tokens.start[t]! < mask.end));
          before = tokens.end[t]!;
        }
        for (const quantity of readQuantities(one, 0, tokens, matcher, 'de')) {
          assert.ok(quantity.end > quantity.start && quantity.end <= one.length && quantity.lastToken < tokens.count);
        }
        for (const standard of readStandards(one, 0, tokens, matcher))
          assert.ok(standard.end > standard.start && standard.end <= one.length);
        matcher.match(tokens, gapsOf(matcher, one));
      }),
      { numRuns: Number(process.env.GS_RUNS ?? 1500) },
    );
  });
});
