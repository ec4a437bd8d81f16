import fc from 'fast-check';

/** Pieces of specifications that begin, end or break blocks; strings made of them reach the corners of the splitter. */
export const fragments = [
  'Der Auftragnehmer liefert Papier.',
  'Das Papier muss den Anforderungen entsprechen und',
  'frei von Chlor sein; siehe auch',
  'Ausnahmen',
  'LEISTUNGSVERZEICHNIS',
  '# Anforderungen',
  '## 2.1 Umfang ##',
  '3.  # Anforderungen',
  '- Recyclingpapier',
  '  - A4',
  '* Ordner',
  '•  Hefter',
  'o  Locher',
  '\uf0b7 Stempel',
  '1. Preis',
  '2. Qualität',
  '(1) Der Bieter',
  'a) Nachweise',
  'ii) Belege',
  '1.1 Allgemeines',
  '2 Gegenstand der Leistung',
  '5.2 Der Auftragnehmer hat die Ware zu liefern.',
  '1.1.10 Bürodrehstuhl',
  '1.1.20 Rollcontainer',
  'OZ / Pos.-Nr. 1.1.30 Schreibtisch',
  'Pos. 4 Schreibtisch',
  '3.2 Beistelltisch',
  'Position 5: Rollcontainer',
  '25 St',
  '120,00 m²',
  '1 psch',
  '1.1 Stühle Summe:',
  '| Kriterium | Gewicht |',
  '|---|---|',
  '| Preis | 40 % |',
  '<table>',
  '<thead>',
  '<tr><th>Nr.</th><th>Anforderung</th></tr>',
  '</thead>',
  '<tr><td>1</td><td>Blauer <b>Engel</b></td></tr>',
  '<td>',
  '</table>',
  '<p>Absatz</p>',
  '```',
  '~~~~',
  '<!-- gs-ignore vague-term: Grund -->',
  '<!--',
  '-->',
  '[[gs-ignore vague-term: Grund]]',
  '---',
  '===',
  'titel: Papier',
  '> Zitat',
  '>',
  'Seite 3 von 18',
  'Stadt Musterhausen',
  'Stand: 04.11.2025   3 von 18',
  '\f',
  'Nr.   Kriterium        Anforderung',
  '1     Umwelt           Legen Sie dar, wie',
  '                       Verpackungen vermieden werden',
  '2     Soziales         Nennen Sie Maßnahmen',
  '      und Arbeit       gegen Ausbeutung.',
  '1.1      Allgemein                  2',
  '2 Umfang ........ 4',
  '~~gestrichen~~',
  '`code`',
  'https://example.org/a_(b).',
  'vergabe@example.org',
  '[Text](https://example.org "Titel")',
  '**Fett**',
  '    eingerückt',
  '\t',
  ' ',
  '',
];

export const lineBreaks = ['\n', '\n', '\n\n', '\r\n', '\r', '\n\n\n'];

/** A text of fragments with line breaks of all kinds. */
export const fragmentText: fc.Arbitrary<string> = fc
  .array(fc.tuple(fc.constantFrom(...fragments), fc.constantFrom(...lineBreaks)), { maxLength: 60 })
  .map((parts) => parts.map(([fragment, lineBreak]) => fragment + lineBreak).join(''));

/** Something an editor might insert: a fragment, a few characters, line breaks, nothing. */
export const insertion: fc.Arbitrary<string> = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...fragments, ...lineBreaks) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.constantFrom(...lineBreaks), fc.constantFrom(...fragments), fc.constantFrom(...lineBreaks))
      .map((p) => p.join('')),
  },
  { weight: 2, arbitrary: fc.string({ maxLength: 5 }) },
  { weight: 2, arbitrary: fc.constantFrom('a', ' ', '#', '>', '`', '~', '|', '-', '<', '\n', '\r', '.', '1', '    ', ']]', '-->') },
  { weight: 1, arbitrary: fragmentText },
);

/** Pages with heads and feet around running text: the repeated lines become furniture. */
export const pagedText: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(
      'Stadt Musterhausen\nSeite # von 9\n',
      '\fStadt Musterhausen\nAmt   Rathaus 1\n',
      'Stand: 04.11.2025   # von 9\nStadt\nKapitel #\nOZ   Preis\n',
      '\n- # -\n\f',
    ),
    fc.array(fc.array(fc.constantFrom(...fragments), { maxLength: 5 }), { minLength: 2, maxLength: 7 }),
  )
  .map(([foot, pages]) => pages.map((page, i) => page.join('\n') + '\n' + foot.replace('#', String(i + 1))).join(''));

/** Rows set in columns, with labels and texts over several lines. */
export const columnText: fc.Arbitrary<string> = fc
  .array(
    fc.tuple(
      fc.constantFrom('', '1', '1.2', 'Nr.', 'Umwelt', 'Wirtschaftliche Leis-', 'Der Auftragnehmer liefert alle Waren ohne Verpackung.'),
      fc.constantFrom('', 'Papier ist', 'weiß zu liefern.', '• Hefter', 'Legen Sie dar, wie Abfall vermieden wird,'),
      fc.constantFrom('', '', 'B', '25 %', 'ja'),
      fc.constantFrom('\n', '\n', '\n\n', '\nSeite 3 von 9\n', '\r\n'),
    ),
    { maxLength: 25 },
  )
  .map((rows) => rows.map(([label, text, answer, end]) => `${label.padEnd(24)}${text.padEnd(48)}${answer}${end}`).join(''));
