/** What can be wrong with a catalogue, and the German and English sentences that say what to do about it. */
import { capitalised } from '../text/capitals';

/** `error`: the record (or what is named) does not work; `warning`: it works, but must be looked after; `note`: for information. */
export type ProblemSeverity = 'error' | 'warning' | 'note';

export interface ProblemText {
  readonly severity: ProblemSeverity;
  /** `{name}` stands for a value; a part in `[[…]]` is left out when one of its values is missing. */
  readonly de: string;
  readonly en: string;
}

const hintDe = '[[ Meinten Sie „{suggestion}“?]]';
const hintEn = '[[ Did you mean "{suggestion}"?]]';

const texts = {
  'yaml-syntax': {
    severity: 'error',
    de: 'Kein gültiges YAML: {reason}. Was hier steht, wird nicht geladen.',
    en: 'Not valid YAML: {reason}. What stands here is not loaded.',
  },
  'yaml-warning': { severity: 'warning', de: 'YAML-Hinweis: {reason}.', en: 'YAML warning: {reason}.' },
  'too-large': {
    severity: 'error',
    de: 'Die Datei hat {size} KB und ist damit größer als {limit} KB. Teilen Sie sie auf; sie wird nicht geladen.',
    en: 'The file has {size} KB, more than {limit} KB. Split it into several files; it is not loaded.',
  },
  'too-many-aliases': {
    severity: 'error',
    de: 'Zu viele YAML-Verweise (*…) auf denselben Anker. Schreiben Sie die Werte aus; der Eintrag wird nicht geladen.',
    en: 'Too many YAML aliases (*…) to one anchor. Write the values out; the record is not loaded.',
  },
  'not-a-mapping': {
    severity: 'error',
    de: 'Eine Katalogdatei beginnt mit der Art der Einträge, z. B. „criteria:“, und darunter einer Liste. Hier steht {found}.',
    en: 'A catalogue file begins with a kind of records, e.g. "criteria:", and a list below it. Found {found}.',
  },
  'empty-file': {
    severity: 'note',
    de: 'Die Datei enthält keine Einträge. Beginnen Sie mit der Art der Einträge, z. B. „criteria:“.',
    en: 'The file holds no records. Begin with a kind of records, e.g. "criteria:".',
  },
  'unknown-kind': {
    severity: 'error',
    de: 'Unbekannte Art von Einträgen „{key}“.' + hintDe + ' Möglich sind: {options}.',
    en: 'Unknown kind of records "{key}".' + hintEn + ' Possible: {options}.',
  },
  'unknown-key': {
    severity: 'error',
    de: 'Unbekannter Schlüssel „{key}“.' + hintDe + ' Er wird nicht beachtet; möglich sind: {options}.',
    en: 'Unknown key "{key}".' + hintEn + ' It is ignored; possible: {options}.',
  },
  'comma-splits-text': {
    severity: 'error',
    de: 'In {…} trennt ein Komma die Schlüssel; „{key}“ gehört wohl noch zum Text davor. Setzen Sie den ganzen Text in Anführungszeichen.',
    en: 'Inside {…} a comma separates keys; "{key}" seems to belong to the text before. Put the whole text in quotes.',
  },
  'missing-key': {
    severity: 'error',
    de: '[[In „{id}“ ]]fehlt der Schlüssel „{key}“. Ergänzen Sie ihn; bis dahin wird der Eintrag nicht geladen.',
    en: '[[In "{id}" ]]the key "{key}" is missing. Add it; until then the record is not loaded.',
  },
  'missing-keys': {
    severity: 'error',
    de: '[[In „{id}“ ]]fehlen die Schlüssel {key}. Ergänzen Sie sie; bis dahin wird der Eintrag nicht geladen.',
    en: '[[In "{id}" ]]the keys {key} are missing. Add them; until then the record is not loaded.',
  },
  'empty-value': {
    severity: 'error',
    de: 'Hinter „{key}“ steht nichts. Tragen Sie {expected} ein oder löschen Sie die Zeile.',
    en: 'Nothing stands behind "{key}". Enter {expected} or delete the line.',
  },
  'wrong-type': {
    severity: 'error',
    de: '„{key}“ braucht {expected}, hier steht {found}.',
    en: '"{key}" needs {expected}, found {found}.',
  },
  'quote-it': {
    severity: 'error',
    de: '„{key}“ braucht einen Text, YAML liest hier aber {found}. Setzen Sie den Wert in Anführungszeichen: "{value}".',
    en: '"{key}" needs a text, but YAML reads {found} here. Put the value in quotes: "{value}".',
  },
  'wrong-option': {
    severity: 'error',
    de: '„{value}“ ist für „{key}“ nicht vorgesehen.' + hintDe + ' Möglich sind: {options}.',
    en: '"{value}" is not an option for "{key}".' + hintEn + ' Possible: {options}.',
  },
  'wrong-form': {
    severity: 'error',
    de: '„{value}“ hat für „{key}“ nicht die richtige Form: {expected}.',
    en: '"{value}" does not have the right form for "{key}": {expected}.',
  },
  'too-short': {
    severity: 'error',
    de: '„{key}“ darf nicht leer sein.',
    en: '"{key}" must not be empty.',
  },
  'out-of-range': {
    severity: 'error',
    de: '{value} ist für „{key}“ nicht möglich: {expected}.',
    en: '{value} is not possible for "{key}": {expected}.',
  },
  'wrong-value': {
    severity: 'error',
    de: 'Der Wert von „{key}“ passt nicht: {reason}.',
    en: 'The value of "{key}" does not fit: {reason}.',
  },
  'duplicate-id': {
    severity: 'error',
    de: '„{id}“ gibt es schon: {file}, Zeile {otherLine}. Geben Sie diesem Eintrag eine andere id oder löschen Sie ihn; er wird nicht geladen.',
    en: '"{id}" exists already: {file}, line {otherLine}. Give this record another id or delete it; it is not loaded.',
  },
  'nothing-to-switch-off': {
    severity: 'error',
    de: '„off“ schaltet einen Eintrag einer tieferen Ebene ab, aber „{id}“ gibt es dort nicht.' + hintDe,
    en: '"off" switches off a record of a lower layer, but "{id}" does not exist there.' + hintEn,
  },
  'unknown-reference': {
    severity: 'error',
    de: '„{id}“ gibt es unter {kind} nicht.' + hintDe + ' Berichtigen Sie die id oder legen Sie den Eintrag an.',
    en: '"{id}" does not exist under {kind}.' + hintEn + ' Correct the id or add the record.',
  },
  'self-reference': {
    severity: 'error',
    de: '„{id}“ verweist in „{key}“ auf sich selbst. Löschen Sie den Verweis.',
    en: '"{id}" refers to itself in "{key}". Delete the reference.',
  },
  'unknown-hole': {
    severity: 'error',
    de:
      'Die Lücke {hole} steht in der Klausel, aber kein Parameter heißt so.' +
      hintDe +
      ' Legen Sie ihn unter „params“ an oder berichtigen Sie den Namen.',
    en: 'The hole {hole} stands in the clause, but no parameter has this name.' + hintEn + ' Add it under "params" or correct the name.',
  },
  'unused-param': {
    severity: 'error',
    de: 'Der Parameter „{name}“ kommt in keiner deutschen Klausel vor. Setzen Sie {hole} in die Klausel oder löschen Sie ihn.',
    en: 'The parameter "{name}" stands in no German clause. Put {hole} into the clause or delete it.',
  },
  'hole-missing-in-english': {
    severity: 'warning',
    de: 'Die Lücke {hole} steht in der deutschen, nicht in der englischen Klausel. Gleichen Sie die Fassungen an.',
    en: 'The hole {hole} stands in the German but not in the English clause. Bring the versions together.',
  },
  'duplicate-param': {
    severity: 'error',
    de: 'Den Parameter „{name}“ gibt es zweimal. Benennen Sie einen um oder löschen Sie ihn.',
    en: 'The parameter "{name}" exists twice. Rename or delete one.',
  },
  'ask-and-levels': {
    severity: 'error',
    de: 'Der Parameter „{name}“ hat „levels“ und „ask: true“. Entweder gibt es belegte Werte (levels) oder der Auftraggeber füllt sie aus (ask).',
    en: 'The parameter "{name}" has both "levels" and "ask: true". Either there are sourced values (levels) or the buyer fills them in (ask).',
  },
  'neither-ask-nor-levels': {
    severity: 'error',
    de: 'Dem Parameter „{name}“ fehlt ein Wert. Tragen Sie belegte Werte unter „levels“ ein oder schreiben Sie „ask: true“.',
    en: 'The parameter "{name}" has no value. Enter sourced values under "levels" or write "ask: true".',
  },
  'missing-level': {
    severity: 'error',
    de: 'Der Parameter „{name}“ hat keinen Wert für Stufe {level}, die niedrigste Stufe des Kriteriums. Ergänzen Sie ihn unter „levels“.',
    en: 'The parameter "{name}" has no value for level {level}, the lowest level of the criterion. Add it under "levels".',
  },
  'levels-out-of-order': {
    severity: 'error',
    de: 'Stufe {level} von „{name}“ ist weniger streng als Stufe {lower} ({direction}). Prüfen Sie Werte und Richtung.',
    en: 'Level {level} of "{name}" is less strict than level {lower} ({direction}). Check values and direction.',
  },
  'clause-level-too-low': {
    severity: 'error',
    de: 'Die Klausel für Stufe {level} wird nie gebraucht: Das Kriterium gilt erst ab Stufe {lowest}. Löschen Sie sie oder ändern Sie „level“.',
    en: 'The clause for level {level} is never used: the criterion begins at level {lowest}. Delete it or change "level".',
  },
  'missing-source': {
    severity: 'error',
    de: '„{id}“ nennt keine Quelle. Ergänzen Sie „sources“ im Eintrag oder am Anfang der Datei; Angaben ohne Quelle werden nicht ausgeliefert.',
    en: '"{id}" names no source. Add "sources" to the record or at the top of the file; facts without a source do not ship.',
  },
  'missing-source-draft': {
    severity: 'warning',
    de: 'Der Entwurf „{id}“ nennt noch keine Quelle. Ergänzen Sie „sources“, bevor er aktiv wird.',
    en: 'The draft "{id}" names no source yet. Add "sources" before it becomes active.',
  },
  'review-due': {
    severity: 'warning',
    de: '„{id}“ sollte bis {date} überprüft werden. Prüfen Sie Quellen und Werte und setzen Sie „review_by“ neu.',
    en: '"{id}" was to be reviewed by {date}. Check sources and values and set "review_by" anew.',
  },
  'history-version': {
    severity: 'error',
    de: '„history“ endet nicht mit der Version {version} von „{id}“. Tragen Sie die Änderung dort ein.',
    en: '"history" does not end with version {version} of "{id}". Enter the change there.',
  },
  'until-before-from': {
    severity: 'error',
    de: '„until“ ({until}) liegt vor „from“ ({from}). Prüfen Sie die Daten.',
    en: '"until" ({until}) is before "from" ({from}). Check the dates.',
  },
  'weight-order': {
    severity: 'error',
    de: '„weight_min“ ({min}) ist größer als „weight_max“ ({max}). Vertauschen Sie die Werte.',
    en: '"weight_min" ({min}) is greater than "weight_max" ({max}). Swap the values.',
  },
  'ask-with-replace': {
    severity: 'error',
    de: 'Was nur zu prüfen ist („ask“), darf nichts ersetzen. Streichen Sie „replace“, oder belegen Sie das Ende und streichen Sie „ask“.',
    en: 'What only needs checking ("ask") must not replace anything. Remove "replace", or give a source for the end and remove "ask".',
  },
  'replace-equals-find': {
    severity: 'error',
    de: 'Der Ersatztext „{text}“ wird von „{id}“ selbst wieder gefunden. Ein Ersatz muss eine Endfassung sein; ändern Sie „replace“, „find“ oder „unless“.',
    en: 'The replacement "{text}" is found by "{id}" again. A replacement must be final; change "replace", "find" or "unless".',
  },
  'unknown-number': {
    severity: 'error',
    de: 'Die Nummer „{number}“ gibt es in „numbers“ nicht.' + hintDe + ' Berichtigen Sie „replaced_by“ oder legen Sie sie an.',
    en: 'The number "{number}" does not exist in "numbers".' + hintEn + ' Correct "replaced_by" or add it.',
  },
  'duplicate-number': {
    severity: 'error',
    de: 'Die Nummer „{number}“ steht zweimal in „numbers“. Löschen Sie eine.',
    en: 'The number "{number}" stands twice in "numbers". Delete one.',
  },
  'broken-phrase': {
    severity: 'error',
    de: '{reason} Der Eintrag arbeitet ohne diese Phrase weiter; siehe docs/phrase-language.md.',
    en: '{reason} The record works on without this phrase; see docs/phrase-language.en.md.',
  },
  'example-not-found': {
    severity: 'error',
    de: 'Das Beispiel soll „{id}“ treffen, aber {reason}. Passen Sie die Suchphrasen oder das Beispiel an.',
    en: 'The example should be found by "{id}", but {reason}. Adapt the phrases or the example.',
  },
  'example-found': {
    severity: 'error',
    de: 'Das Beispiel soll „{id}“ nicht treffen, aber gefunden wird „{words}“. Ergänzen Sie „unless“ oder ändern Sie die Suchphrase.',
    en: 'The example should not be found by "{id}", but "{words}" is. Add to "unless" or change the phrase.',
  },
  'no-examples': {
    severity: 'warning',
    de: '„{id}“ hat keine Beispielsätze unter „{key}“. Ohne sie prüft niemand, ob die Suchphrasen stimmen.',
    en: '"{id}" has no example sentences under "{key}". Without them nobody checks whether the phrases are right.',
  },
} as const satisfies Record<string, ProblemText>;

export type ProblemId = keyof typeof texts;

/** Every kind of problem with its severity and texts; for the documentation and the tests. */
export const problemTexts: Readonly<Record<ProblemId, ProblemText>> = texts;

/** A value of a problem that reads differently in the two languages. */
export interface Bilingual {
  readonly de: string;
  readonly en: string;
}

export type ProblemValues = Readonly<Record<string, string | number | Bilingual>>;

/** A place in a file: lines and columns count from 1, columns in UTF-16 units; the end is exclusive. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** One thing that is wrong in one file. */
export interface CatalogueProblem {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine?: number;
  readonly endColumn?: number;
  readonly severity: ProblemSeverity;
  readonly id: ProblemId;
  readonly values: ProblemValues;
}

/** A problem at a place; the severity comes with the id. */
export function problemAt(path: string, place: Place, id: ProblemId, values: ProblemValues = {}): CatalogueProblem {
  return { path, ...place, severity: problemTexts[id].severity, id, values };
}

/** The sentence to show, in the reader's language. */
export function renderProblem(problem: CatalogueProblem, locale: 'de' | 'en'): string {
  const valueNamed = (name: string): string | undefined => {
    const value = problem.values[name];
    if (value === undefined) return undefined;
    return typeof value === 'object' ? value[locale] : String(value);
  };
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (hole, name) => valueNamed(name) ?? hole);
  const text = problemTexts[problem.id][locale].replace(/\[\[(.*?)\]\]/g, (_, part: string) => {
    const names = [...part.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!);
    return names.every((name) => valueNamed(name) !== undefined) ? part : '';
  });
  return capitalised(fill(text));
}

/** By file, line and column: the order in which a reader works through them. */
export function compareProblems(a: CatalogueProblem, b: CatalogueProblem): number {
  return (
    (a.path < b.path ? -1 : a.path > b.path ? 1 : 0) || a.line - b.line || a.column - b.column || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}
