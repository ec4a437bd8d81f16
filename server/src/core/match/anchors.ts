/** Words at which quantities and standards are looked for; kept in the flags of the lexicon, so other words cost nothing. */

/** A number in words: `zwei`, `halbes`, `two`. */
export const NUMBER_WORD = 16;
/** A publisher of standards in capitals: `DIN`, `ISO`, `VDI`. */
export const PUBLISHER = 32;

/** Numbers in words, folded. `ein` and its forms count only in front of a unit of time. */
export const numberWords: ReadonlyMap<string, number> = new Map([
  ...['ein', 'eine', 'einen', 'einem', 'einer', 'eines', 'one'].map((word) => [word, 1] as const),
  ...[
    'zwei|zweier|two',
    'drei|dreier|three',
    'vier|four',
    'funf|fuenf|five',
    'sechs|six',
    'sieben|seven',
    'acht|eight',
    'neun|nine',
    'zehn|ten',
    'elf|eleven',
    'zwolf|zwoelf|twelve',
  ].flatMap((words, i) => words.split('|').map((word) => [word, i + 2] as const)),
  ['funfzehn', 15],
  ['fuenfzehn', 15],
  ['fifteen', 15],
  ['zwanzig', 20],
  ['twenty', 20],
  ['vierundzwanzig', 24],
  ['dreissig', 30],
  ['thirty', 30],
  ['vierzig', 40],
  ['funfzig', 50],
  ['sechzig', 60],
  ['hundert', 100],
  ['einhundert', 100],
  ['eineinhalb', 1.5],
  ['anderthalb', 1.5],
  ['zweieinhalb', 2.5],
  ['halbes', 0.5],
  ['halbe', 0.5],
  ['halben', 0.5],
  ['halber', 0.5],
  ['half', 0.5],
]);

/** Shares in words, as per cent. */
export const shareWords: ReadonlyMap<string, number> = new Map([
  ['halfte', 50],
  ['haelfte', 50],
  ['drittel', 100 / 3],
  ['viertel', 25],
  ['funftel', 20],
  ['zehntel', 10],
]);

const publishers = new Set(
  'DIN EN ISO IEC VDI VDE VDMA ÖNORM ONORM OENORM SN BS NF ASTM ANSI IEEE ETSI UL PREN FPREN CEN CENELEC CISPR ENV HD ATV DVGW'.split(' '),
);

/** Flags of a word for quantities and standards. */
export function anchorFlagsOf(raw: string, folded: string): number {
  let flags = 0;
  if (numberWords.has(folded) || shareWords.has(folded)) flags |= NUMBER_WORD;
  const c = raw.charCodeAt(0);
  if (
    raw.length <= 7 &&
    (raw === raw.toUpperCase() || ((c === 0x70 || c === 0x46) && raw.endsWith('EN'))) &&
    publishers.has(raw.toUpperCase())
  )
    flags |= PUBLISHER;
  return flags;
}
