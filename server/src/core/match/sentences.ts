/**
 * Where sentences end. The tokeniser asks here with what it knows about the word before the full stop and the word
 * after it; tables and rules are own work on German and English usage. `;` and `:` never end a sentence.
 */

/** An abbreviation that never ends a sentence by itself: `bzw.`, `Nr.`, `Abs.`. */
export const ABBREVIATION = 1;
/** An abbreviation that often stands at the end of a sentence: `usw.`, `etc.`. */
export const ABBREVIATION_AT_END = 2;
/** A capitalised word that typically opens a sentence: `Die`, `Bei`, `The`. */
export const OPENER = 8;
/** A word an ordinal may follow: `der 3. Abschnitt`, `am 5. Mai`. */
export const BEFORE_ORDINAL = 16;
/** A single letter. */
export const SINGLE_LETTER = 32;
/** A number of up to two digits: may be an ordinal or the number of a list. */
export const SHORT_NUMBER = 64;

/** "sämtl.", "gesetzl.", "erforderl." */
const cutShort = /[bdfgknstz]l$/;

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Folded, without the stop: what follows belongs to them, whatever it is. */
const abbreviations = set(
  `bzw nr nrn ziff lit vgl gem ggf ggfs inkl einschl ca mind evtl sog bspw zzgl abzgl bzgl entspr insb insbes zb rdnr rn hrsg
   dr prof dipl eg ie cf vs approx incl nos mr mrs`,
);
/** Folded, without the stop: they end a sentence only when the next word opens one. */
const atEnd = set(
  `usw etc usf uvm dgl desgl glw gleichw ff ae ahnl ua inc ltd corp co abs art max min fa mio mrd tsd tel str ing hl fr kap anl anh anm aufl bd
   bl bsp betr bez ebd eigtl etw exkl ext fabr fab ges gez gesch innerh jhd lfd lt masch maschin mechan mtl oberfl od pkt pos
   proz rd sec sect fig figs std stck stk techn tab uberarb umg unt urspr verf verz vorh wg wz zt zul zus zzt anf abb abschn allg angeb
   ausfuhrl bearb best def durchschn el elektr erf erforderl hydr jahrl monatl notw offentl priv qual stellv tagl vol vollst zeitl zugl dept est no
   para paras ref refs jan feb apr jun jul aug sept okt oct nov dez dec`,
);
const openers = set(
  `der die das den dem des ein eine einer eines einem einen es er sie wir ich bei beim fur in im auf an am alle aller alles als aus ausser ausserdem
   auch bis da dabei dadurch dafur daher damit danach daneben dann darin daruber darunter davon dazu dies diese dieser dieses diesem diesen durch ferner
   gegen gleichwertige hier hierbei hierfur hierunter hierzu hinsichtlich ist ja jede jeder jedes jedem jeweils kein keine keiner man mit mittels nach nachfolgend neben
   nicht nur ob ohne pro seine sein sind so sofern solche soweit sollte sollten sowohl statt trotz uber um und unter vom von vor wahrend wann
   warum was weitere weiterhin welche wenn wer werden wie wird wo zu zudem zum zur zusatzlich zwischen zwei drei mehrere einige sollen muss
   darf kann konnen mussen durfen falls insbesondere
   the a an all any at as be before both by each every for from if in it its no not of on or our per shall should such that these they this
   those to under upon we when where which with within you your there their he she his her where bidders contractors`,
);
const beforeOrdinal = set(
  'der die das den dem des zum zur am im vom ab bis jede jeder jedes jedem einer eine eines einem einen ein ihre ihrer seit nach jeden beim erste ersten',
);

/** What the words of a text mean for its sentences; shifted into the flags of the lexicon. */
export function sentenceFlagsOf(raw: string, folded: string): number {
  let flags = 0;
  if (raw.length === 1) {
    if (/\p{L}/u.test(raw)) flags |= SINGLE_LETTER;
  }
  const first = raw.charCodeAt(0);
  if (first >= 0x30 && first <= 0x39) {
    let digits = 0;
    while (digits < raw.length && raw.charCodeAt(digits) >= 0x30 && raw.charCodeAt(digits) <= 0x39) digits++;
    if (digits <= 2 && digits === raw.length) flags |= SHORT_NUMBER;
    return flags;
  }
  if (folded.length <= 14) {
    if (atEnd.has(folded)) flags |= ABBREVIATION_AT_END;
    else if (abbreviations.has(folded) || cutShort.test(folded)) flags |= ABBREVIATION;
    if (beforeOrdinal.has(folded)) flags |= BEFORE_ORDINAL;
  }
  if (folded.length <= 16 && openers.has(folded) && raw !== raw.toLowerCase()) flags |= OPENER;
  return flags;
}

/** No full stop is waiting. */
export const NO_STOP = 0;
/** Ends the sentence unless the next word begins in lower case. */
export const FULL_STOP = 1;
/** Ends the sentence only when the next word opens one. */
export const WEAK_STOP = 2;
/**
 * Weight of a full stop behind a word.
 * @param flags sentence flags of the word the stop follows
 * @param before sentence flags of the word in front of it, in the same sentence (0 when there is none)
 * @param first the word is the first of its sentence: "1. Die Geräte …", "A. Allgemeines"
 * @param chained the word in front is a single letter with a stop, too: "z. B."
 */
export function weightOfStop(flags: number, before: number, first: boolean, chained: boolean): number {
  if (flags & SINGLE_LETTER) return chained || first ? NO_STOP : WEAK_STOP;
  if (flags & SHORT_NUMBER) return first || before & BEFORE_ORDINAL ? NO_STOP : WEAK_STOP;
  if (flags & ABBREVIATION_AT_END) return WEAK_STOP;
  if (flags & ABBREVIATION) return NO_STOP;
  return FULL_STOP;
}

/**
 * Does a waiting stop end the sentence, now that the next word is known?
 * @param stop the waiting stop
 * @param flags sentence flags of the next word
 * @param lower the next word begins in lower case
 */
export function endsSentence(stop: number, flags: number, lower: boolean): boolean {
  if (stop === NO_STOP || lower) return false;
  if (stop === FULL_STOP) return true;
  return (flags & OPENER) !== 0;
}
