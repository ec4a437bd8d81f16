/**
 * Word stems. Snowball's German and English stemmers on folded words, with own rules where Snowball parts what belongs
 * together (Kriterium/Kriterien) or joins what does not (Druck/Drucker). A stem is a key for comparison, never shown.
 */
import { stemmer as snowballEnglish } from '@orama/stemmers/english';
import { stemmer as snowballGerman } from '@orama/stemmers/german';

/**
 * Persons and tools in -er that Snowball would reduce to the verb or noun they come from (Hersteller ~ Herstellung,
 * Reiniger ~ Reinigung, Verbraucher ~ Verbrauch). Compared with the end of the word, so compounds are covered.
 */
const agents = new Set(
  (
    'drucker arbeiter hersteller reiniger bieter verbraucher nutzer kaufer betreiber mieter prufer berater planer entwickler bewerber ' +
    'empfanger erzeuger vertreter halter spender zahler rechner router server scanner lager messer trockner kuhler sauger schalter stecker ' +
    'leuchter kleber marker ordner hefter locher sender verwerter lieferer handler fahrer filter trager speicher verstarker mischer stapler ' +
    'lufter brenner melder leser fuhrer unternehmer nehmer geber leiter pfleger lehrer besucher schuler zulieferer verarbeiter importeur'
  ).split(' '),
);
const agentEnds = new Map<string, string[]>();
for (const agent of agents) {
  const key = agent.slice(-5);
  agentEnds.set(key, [...(agentEnds.get(key) ?? []), agent]);
}

/** Whole words with a stem of their own. */
const exceptions = new Map<string, string>([
  ['boden', 'boden'],
  ['bodens', 'boden'],
  ['firma', 'firm'],
  ['thema', 'them'],
  ['risiko', 'risik'],
  ['risikos', 'risik'],
  ['konto', 'kont'],
  ['kontos', 'kont'],
  ['bus', 'bus'],
  ['busse', 'bus'],
  ['bussen', 'bus'],
  ['busses', 'bus'],
  ['gase', 'gas'],
  ['gasen', 'gas'],
  ['gases', 'gas'],
  ['reihe', 'reihe'],
  ['reihen', 'reihe'],
  ['werte', 'wert'],
]);

/** Digits and signs: such words are their own stem. */
const notPlain = /[^a-z\u0080-\uffff]/;

/** Has the word stems at all? Words with digits or signs, very short and overlong ones have none. */
function hasStem(word: string): boolean {
  return word.length > 2 && word.length <= 80 && !notPlain.test(word);
}

/** German and English stem of a folded word. */
export function stemsOf(word: string): readonly [german: string, english: string] {
  if (!hasStem(word)) return [word, word];
  const agent = agentStem(word);
  return [germanOf(word, agent), agent !== '' ? agent : snowballEnglish(word)];
}

/** German stem of a folded word. Words with digits or signs, and words of up to two letters, are their own stem. */
export function germanStem(word: string): string {
  return hasStem(word) ? germanOf(word, agentStem(word)) : word;
}

/** English stem of a folded word; the same exemptions as in German ("Arbeiter" would become "arbeit" in English, too). */
export function englishStem(word: string): string {
  return stemsOf(word)[1];
}

const oneEnding = /(?:e[nmrs]?|s)$/;
const feminine = /(?:or|ist|ent|ant|eur|at|og|frau|chef)innen$/;

function germanOf(word: string, agent: string): string {
  const n = word.length;
  const exception = exceptions.get(word);
  if (exception !== undefined) return exception;
  let w = word;
  if (w.endsWith('n')) {
    if (w.endsWith('erinnen') && n > 9) w = w.slice(0, -3);
    else if (w.endsWith('innen') && feminine.test(w)) w = w.slice(0, -3);
    else if (w.endsWith('ialien')) w = w.slice(0, -3);
    else if (w.endsWith('eln')) w = w.slice(0, -1);
    else if (w.endsWith('tren')) w = w.slice(0, -2);
    else if (w.endsWith('bussen') && n > 8) w = w.slice(0, -3);
  } else if (w.endsWith('m') || w.endsWith('ms')) {
    const base = w.endsWith('s') ? w.slice(0, -1) : w;
    if (base.endsWith('ium') && base.length > 5) w = base.slice(0, -2);
    else if (base.endsWith('trum') && base.length > 5) w = base.slice(0, -2);
  } else if (w.endsWith('busse') && n > 7) w = w.slice(0, -2);
  if (w !== word) {
    const reduced = agentStem(w);
    if (reduced !== '') return reduced;
  } else if (agent !== '') return agent;
  let stem = snowballGerman(w);
  // A very short stem that lost two endings ("andere" → "and") would meet short foreign words: take one ending only.
  if (stem.length <= 3 && w.length - stem.length > 2) stem = w.replace(oneEnding, '');
  return stem;
}

function agentStem(word: string): string {
  let base = word;
  let end = '';
  if (base.endsWith('in') && base.length > 6) {
    base = base.slice(0, -2);
    end = 'in';
  } else if (base.endsWith('s') || base.endsWith('n')) base = base.slice(0, -1);
  if (!base.endsWith('er')) return '';
  const known = agentEnds.get(base.slice(-5));
  if (known === undefined) return '';
  for (const agent of known) if (base.endsWith(agent)) return base + end;
  return '';
}

/**
 * The word with `ae oe ue` read as umlauts (`buerostuehle` → `burostuhle`), or '' when there is nothing to read so.
 * After a, e, q (Steuer, neue, Quelle) and at the end of the word (due, Tomatoe) the letters stand for themselves.
 */
export function withoutTranscription(word: string): string {
  let out = '';
  let from = 0;
  for (let i = 0; i + 2 < word.length; i++) {
    if (word.charCodeAt(i + 1) !== 0x65) continue;
    const c = word.charCodeAt(i);
    if (c !== 0x61 && c !== 0x6f && c !== 0x75) continue;
    const before = i === 0 ? 0 : word.charCodeAt(i - 1);
    if (before === 0x61 || before === 0x65 || before === 0x71) continue;
    out += word.slice(from, i + 1);
    from = i + 2;
    i++;
  }
  return from === 0 ? '' : out + word.slice(from);
}
