/**
 * Headings without Markdown marks: numbered lines, capitals, short lines standing alone, underlined lines, lines in bold.
 * A numbered sentence ("5.1 Der Auftragnehmer hat …") is no heading but a paragraph with a number.
 */
import { Line } from './scan';
import { amountBehind, beginsTitle, endsWithPageNumber, positionNumberAt, readOutlineNumber, readPositionNumber, titleAt } from './shapes';
import { isClosed, isEmpty, isFurniture, look, type Splitter } from './splitter';

/** A line that heads a section or position, or a paragraph with a number; offsets absolute. */
export interface Headline {
  readonly kind: 'heading' | 'paragraph';
  readonly level: number;
  readonly number: string;
  readonly position: boolean;
  readonly from: number;
  readonly to: number;
}

const sum = /(?<!\p{L})(?:Summe|Zwischensumme|Gesamtsumme|Übertrag|Gesamtbetrag)(?!\p{L})/u;
/** What is counted after a number at a line start: the number is an amount, not a heading's. */
const counted =
  /^(?:Monate?n?|Jahre?n?|Tage?n?|Wochen?|Stunden?|Minuten?|Arbeitstagen?|Arbeitstage|Werktagen?|Werktage|Kalendertagen?|Kalendertage|Stück|Stk\.?|St\.?|Personen|Prozent|Euro|EUR|Punkten?|Punkte|Mio\.?|Mrd\.?|Paar|Satz|Liter|Meter|Grad|Uhr|Exemplaren?|Exemplare|Lizenzen|days?|months?|years?|weeks?|hours?|percent|points?|units?|copies|users?|of)(?!\p{L})/u;
const openEnding =
  /(?:^|[\s(])(?:und|oder|sowie|bzw\.?|der|die|das|den|dem|des|ein|eine|einen|einem|einer|eines|für|mit|von|vom|zu|zum|zur|in|im|an|am|auf|aus|bei|beim|nach|über|unter|durch|ohne|gegen|um|als|wie|gemäß|gem\.|inkl\.|einschl\.|and|or|the|of|for|with|to|in|a|an|by|on|at|from|is|are|shall|will|must)$/;
/** A clause that leads in a list, not a title, when the line ends with a colon. */
const finiteVerb =
  /\s(?:ist|sind|wird|werden|hat|haben|muss|müssen|soll|sollen|sollte|sollten|kann|können|darf|dürfen|gilt|gelten|gehört|gehören|umfasst|umfassen|enthält|is|are|shall|must|will|should|has|have|include|includes)\s/;
const sentenceOpening =
  /^(?:Der|Die|Das|Dem|Den|Des|Ein|Eine|Einer|Es|Er|Sie|Wir|Alle|Bei|Falls|Soweit|Sofern|Wenn|Wird|Werden|The|All|It|If|When|This|These|Any|Each|No)\s/;

/** Reads the headline that line `i` is; `previous` is the line of an open paragraph it would interrupt, -1 when there is none. */
export function readHeadline(s: Splitter, i: number, previous: number): Headline | undefined {
  const { lines, text } = s;
  const first = lines.first[i];
  const end = lines.end[i];
  const flags = lines.flags[i];
  if (flags & s.heads) return readPosition(s, i);
  if (previous >= 0 && (!s.printed || !(isClosed(s, previous) || lines.flags[previous] & Line.Amount))) return undefined;
  const c = text.charCodeAt(first);
  if (c >= 48 && c <= 57) return s.printed || previous < 0 ? readNumbered(s, i, previous) : undefined;
  if (previous >= 0 || end - first > 120) return undefined;
  if (c === 42 || c === 95) return readBold(s, i);
  if (!(flags & Line.Lower)) return flags & Line.Upper ? readCapitals(s, i) : undefined;
  if (!s.printed) return undefined;
  return readNamed(s, i) ?? (s.positions && !aboveProse(s, i) ? undefined : readShortLine(s, i));
}

function readPosition(s: Splitter, i: number): Headline {
  const { lines, text } = s;
  let from = lines.first[i];
  let to = lines.end[i];
  const c = text.charCodeAt(from);
  if (c === 79 || c === 80) from = positionNumberAt(text, from, to);
  while (text.charCodeAt(from) === 42) from++;
  const number = readPositionNumber(text, from, to);
  while (to > from && text.charCodeAt(to - 1) === 42) to--;
  if (lines.flags[i] & Line.Amount) to = amountBehind(text, from, to);
  return {
    kind: 'heading',
    level: Math.min(number.parts, 6),
    number: numberText(text, from, number.length),
    position: true,
    from: titleAt(text, from + number.length, to),
    to,
  };
}

function readNumbered(s: Splitter, i: number, previous: number): Headline | undefined {
  const { lines, text } = s;
  const first = lines.first[i];
  const end = lines.end[i];
  const number = readOutlineNumber(text, first, end);
  if (number.length === 0 || number.date || lines.flags[i] & Line.Amount) return undefined;
  const stop = text.charCodeAt(first + number.length - 1) === 46;
  // A number alone interrupts nothing, and in Markdown it makes a list.
  if (number.parts === 1 && (previous >= 0 || !s.printed || (!stop && (number.length > 2 || (s.positions && !hasPart(s, i))))))
    return undefined;
  const from = afterBlanks(text, first + number.length, end);
  if (from >= end || !beginsTitle(text.charCodeAt(from))) return undefined;
  const gap = wideGap(text, from, end);
  if (gap) return undefined;
  const digits = numberText(text, first, number.length);
  const heading = isTitle(s, i, from, number.parts);
  if (number.parts === 1) {
    if (!heading) return undefined;
    if (stop && !(lines.flags[i] & Line.Lower) && end - from > 3) return headline(number.parts, digits, from, end);
    if (stop && isListNumber(s, i, first, number.length)) return undefined;
    return headline(number.parts, digits, from, end);
  }
  if (!s.printed) {
    // Among Markdown headings a numbered line is one only where it stands alone and heads something, and it stands below all of them.
    const alone = !look(s, i + 1) || isEmpty(s, i + 1);
    const title = heading && alone && end - from <= 80 && text.charCodeAt(end - 1) !== 58 && !finiteVerb.test(text.slice(from, end));
    return title && !headsNothing(s, i, number.parts) ? headline(6, digits, from, end) : undefined;
  }
  if (heading) return headline(number.parts, digits, from, end);
  return { kind: 'paragraph', level: 0, number: digits, position: false, from, to: end };
}

/** The first line with words below line `i`, at most `reach` lines down. */
function nextWords(s: Splitter, i: number, reach: number): number {
  let k = i + 1;
  while (k < i + reach && look(s, k) && isEmpty(s, k)) k++;
  return k;
}

/** The next line is numbered as the first part of this one's chapter: "2" above "2.1". */
function hasPart(s: Splitter, i: number): boolean {
  const { lines, text } = s;
  const k = nextWords(s, i, 6);
  if (!look(s, k) || readOutlineNumber(text, lines.first[k], lines.end[k]).parts !== 2) return false;
  const number = text.slice(lines.first[i], lines.first[i] + readOutlineNumber(text, lines.first[i], lines.end[i]).length);
  return text.startsWith(number + '.', lines.first[k]);
}

/** The next line with words has a number as deep as this one, "3.3 Fisch: nur aus Zucht" above "3.4 Eier": items, not headings. */
function headsNothing(s: Splitter, i: number, parts: number): boolean {
  const { lines, text } = s;
  const k = nextWords(s, i, 6);
  return look(s, k) && readOutlineNumber(text, lines.first[k], lines.end[k]).parts === parts;
}

function headline(level: number, number: string, from: number, to: number): Headline {
  return { kind: 'heading', level: Math.min(level, 6), number, position: false, from, to };
}

/** The words from `from` to the end of line `i` read like a title and the next line does not go on with them. */
function isTitle(s: Splitter, i: number, from: number, parts: number): boolean {
  const { lines, text } = s;
  const end = lines.end[i];
  const length = end - from;
  if (length > 110 || !(lines.flags[i] & (Line.Lower | Line.Upper))) return false;
  const last = text.charCodeAt(end - 1);
  if (last === 46 || last === 44 || last === 59 || last === 33 || last === 45 || last === 0xad) return false;
  const title = text.slice(from, end);
  if (parts < 3 && counted.test(title)) return false;
  if (last === 58 && finiteVerb.test(title)) return false;
  if (
    sum.test(title) ||
    openEnding.test(title) ||
    /(?<!inkl|einschl|exkl|bzgl|evtl|zzgl|abzgl|insbes|gemäß|gem)(?<=[a-zäöüß)]{3})\. [A-ZÄÖÜ]/.test(title)
  )
    return false;
  if (!look(s, i + 1) || isEmpty(s, i + 1) || isFurniture(s, i + 1)) return !(length > 60 && sentenceOpening.test(title));
  const next = text.charCodeAt(lines.first[i + 1]);
  if ((next >= 97 && next <= 122) || next === 0xe4 || next === 0xf6 || next === 0xfc) return false;
  if (length <= 40) return true;
  if (sentenceOpening.test(title)) return false;
  // Was the line broken although the next word would have fitted? Then the break means something.
  const width = end - lines.start[i];
  let word = lines.first[i + 1];
  while (word < lines.end[i + 1] && text.charCodeAt(word) > 32) word++;
  const room = Math.max(lines.end[i + 1] - lines.start[i + 1], look(s, i + 2) ? lines.end[i + 2] - lines.start[i + 2] : 0);
  return width + 1 + word - lines.first[i + 1] <= room - 2;
}

/** "1. Titel" is a list item rather than a heading when the list goes on or went on before. */
function isListNumber(s: Splitter, i: number, first: number, length: number): boolean {
  const { lines, text } = s;
  for (let d = 0; d < s.depth; d++) if (s.kinds[d] === 19 && Math.abs(s.indents[d] - lines.indent[i]) <= 1) return true;
  let k = i + 1;
  while (look(s, k) && (isEmpty(s, k) || isFurniture(s, k)) && k < i + 8) k++;
  if (!look(s, k)) return false;
  const value = Number.parseInt(text.slice(first, first + length), 10);
  const next = readOutlineNumber(text, lines.first[k], lines.end[k]);
  return next.parts === 1 && Number.parseInt(text.slice(lines.first[k], lines.first[k] + next.length), 10) === value + 1;
}

function readBold(s: Splitter, i: number): Headline | undefined {
  const { lines, text } = s;
  let from = lines.first[i];
  let to = lines.end[i];
  const c = text.charCodeAt(from);
  if (to - from > 100 || to - from < 5 || text.charCodeAt(from + 1) !== c) return undefined;
  if (text.charCodeAt(to - 1) !== c || text.charCodeAt(to - 2) !== c) return undefined;
  while (text.charCodeAt(from) === c) from++;
  while (to > from && text.charCodeAt(to - 1) === c) to--;
  if (from >= to || text.slice(from, to).includes(c === 42 ? '**' : '__')) return undefined;
  const last = text.charCodeAt(to - 1);
  if (last === 46 || last === 44 || last === 59 || last === 33 || last === 45) return undefined;
  // Bold text over several lines is an emphasised paragraph.
  if (look(s, i + 1) && !isEmpty(s, i + 1) && text.charCodeAt(lines.first[i + 1]) === c) return undefined;
  const number = readOutlineNumber(text, from, to);
  const title = number.length > 0 ? afterBlanks(text, from + number.length, to) : from;
  if (number.length === 0 || title >= to) return headline(6, '', from, to);
  return headline(6, numberText(text, from, number.length), title, to);
}

function readCapitals(s: Splitter, i: number): Headline | undefined {
  const { lines, text } = s;
  const first = lines.first[i];
  const end = lines.end[i];
  if (end - first > 100 || lines.flags[i] & (Line.Pipe | Line.Dots) || !outOfLists(s, i) || wideGap(text, first, end)) return undefined;
  const last = text.charCodeAt(end - 1);
  if (last === 44 || last === 59 || last === 45 || !/[A-ZÄÖÜ]{4}/.test(text.slice(first, end))) return undefined;
  if (look(s, i + 1) && !isEmpty(s, i + 1) && !isFurniture(s, i + 1)) {
    if (!s.printed || !(lines.flags[i + 1] & Line.Lower)) return undefined;
  }
  return headline(5, '', first, end);
}

/** "§ 3", "B.", "Teil C:", "Los 2 –" and the words behind. */
const name =
  /^(?:§ ?(\d{1,3}[a-z]?)|([A-Z])\.|(?:Teil|Abschnitt|Kapitel|Part|Section|Chapter) (\d{1,2}|[A-Z]|[IVX]{2,5})(?!\p{L})|(?:Los|Lot) (\d{1,2}))(?:[:.]|\s+[–—-](?=\s))?[ \t\u00a0]+/u;

/** "§ 34 Abs. 4 VgV" names a place in a law. */
const citation = /^(?:Abs|Absatz|Nr|Satz|Ziff)(?!\p{L})/u;

/** A short line of its own that begins with a paragraph sign, a letter or the name of a part: "§ 3 Lieferung", "B. Eignung", "Teil C: Wertung". */
function readNamed(s: Splitter, i: number): Headline | undefined {
  return s.blankBefore && outOfLists(s, i) ? namedPart(s, i) : undefined;
}

/** As `readNamed`, for a line behind an empty one, whatever lists are open. */
export function namedPart(s: Splitter, i: number): Headline | undefined {
  const { lines, text } = s;
  const first = lines.first[i];
  const end = lines.end[i];
  const c = text.charCodeAt(first);
  if ((c !== 0xa7 && (c < 65 || c > 90)) || end - first > 90 || lines.flags[i] & (Line.Pipe | Line.Dots)) return undefined;
  const found = name.exec(text.slice(first, end));
  if (found === null) return undefined;
  const from = first + found[0].length;
  const title = text.slice(from, end);
  const last = text.charCodeAt(end - 1);
  if (!beginsTitle(text.charCodeAt(from)) || !(isWordCharacter(last) || last === 41) || wideGap(text, from, end)) return undefined;
  if (citation.test(title) || openEnding.test(title) || finiteVerb.test(title)) return undefined;
  if (look(s, i + 1) && !isEmpty(s, i + 1) && !isFurniture(s, i + 1)) return undefined;
  // Lines of one kind right below each other are items: "Los 1: Tische", "Los 2: Stühle".
  let k = i + 1;
  while (k < i + 6 && look(s, k) && (isEmpty(s, k) || isFurniture(s, k))) k++;
  const next = look(s, k) ? name.exec(text.slice(lines.first[k], lines.end[k])) : null;
  const kindOf = (match: RegExpExecArray) => match[0].slice(0, 2).replace(/[A-Z]\./, '');
  if (next !== null && kindOf(next) === kindOf(found)) return undefined;
  const [, paragraph, letter, part, lot] = found;
  if (lot !== undefined) return headline(6, lot, first, end);
  // Parts of a printed text stand above its numbers.
  if (part !== undefined) return headline(1, part, from, end);
  return paragraph === undefined ? headline(5, letter ?? '', from, end) : headline(6, paragraph, from, end);
}

/** In a bill of quantities a short line is a heading only above prose or a table at the margin: texts of positions are short or set in. */
function aboveProse(s: Splitter, i: number): boolean {
  const { lines } = s;
  const k = nextWords(s, i, 4);
  if (k === i + 1 || !look(s, k) || isFurniture(s, k) || lines.indent[i] > 0 || lines.indent[k] > 0) return false;
  return lines.end[k] - lines.first[k] >= 60 && (lines.flags[k] & (s.heads | s.amounts)) === 0;
}

/** The line stands left of the words of any open list. */
function outOfLists(s: Splitter, i: number): boolean {
  return s.depth === 0 || (s.blankBefore && s.lines.indent[i] <= s.indents[0]);
}

function readShortLine(s: Splitter, i: number): Headline | undefined {
  const { lines, text } = s;
  const first = lines.first[i];
  const end = lines.end[i];
  if (!s.blankBefore || !outOfLists(s, i) || end - first > 60 || lines.flags[i] & (Line.Pipe | Line.Dots | Line.Gap | Line.Angle))
    return undefined;
  if (!beginsTitle(text.charCodeAt(first))) return undefined;
  const last = text.charCodeAt(end - 1);
  if (!isWordCharacter(last) && last !== 41) return undefined;
  const title = text.slice(first, end);
  if (/[:;,@|_=]|\. /.test(title) || openEnding.test(title)) return undefined;
  const words = title.split(/\s+/).length;
  if (words > 6) return undefined;
  if (!look(s, i + 1) || isEmpty(s, i + 1)) return headline(6, '', first, end);
  if (isFurniture(s, i + 1) || words > 3 || end - first > 40 || lines.flags[i] & Line.Digit) return undefined;
  const next = text.charCodeAt(lines.first[i + 1]);
  return beginsTitle(next) && lines.end[i + 1] - lines.first[i + 1] >= 30 ? headline(6, '', first, end) : undefined;
}

/**
 * Last line of the table of contents that begins with line `i`, -1 when none does: lines with leaders and a page number, or at
 * least three numbered titles with page numbers behind wide gaps.
 */
export function readContents(s: Splitter, i: number): number {
  if (!isContentsLine(s, i)) return -1;
  let last = i;
  let count = 1;
  for (let k = i + 1; look(s, k); k++) {
    if (isEmpty(s, k) && k - last < 5) continue;
    if (isEmpty(s, k) || isFurniture(s, k) || !isContentsLine(s, k)) break;
    last = k;
    count++;
  }
  return s.lines.flags[i] & Line.Dots || count > 2 ? last : -1;
}

function isContentsLine(s: Splitter, i: number): boolean {
  const { lines, text } = s;
  const flags = lines.flags[i];
  if (!(flags & Line.Digit) || !(flags & (Line.Dots | Line.Gap)) || !(flags & (Line.Lower | Line.Upper))) return false;
  if (!endsWithPageNumber(text, lines.first[i], lines.end[i])) return false;
  return (flags & Line.Dots) !== 0 || (s.printed && readOutlineNumber(text, lines.first[i], lines.end[i]).length > 0);
}

/** Three or more blanks in a row, or a tab: the words stand in columns. */
function wideGap(text: string, from: number, to: number): boolean {
  let run = 0;
  for (let i = from; i < to; i++) {
    const c = text.charCodeAt(i);
    if (c === 32 || c === 0xa0) {
      if (++run > 2) return true;
    } else if (c === 9) return true;
    else run = 0;
  }
  return false;
}

export function numberText(text: string, from: number, length: number): string {
  const last = length > 0 ? text.charCodeAt(from + length - 1) : 0;
  const stop = last === 46 || last === 58 ? 1 : 0;
  return text.slice(from, from + length - stop);
}

export function afterBlanks(text: string, from: number, to: number): number {
  let i = from;
  while (i < to) {
    const c = text.charCodeAt(i);
    if (c !== 32 && c !== 9 && c !== 0xa0) break;
    i++;
  }
  return i;
}

function isWordCharacter(c: number): boolean {
  return (c >= 48 && c <= 57) || (c >= 65 && c <= 90) || (c >= 97 && c <= 122) || (c >= 0xc0 && c <= 0x24f) || (c >= 0x370 && c < 0x2000);
}
