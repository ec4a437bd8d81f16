/**
 * How often the words of a phrase can be expected in a text. Not a statistic: two short lists by hand of what every specification is full
 * of. It decides only which word of a phrase the matcher waits for, so a word that is missing here costs time and changes no match.
 */
import { fold } from './characters';
import type { Symbols } from './symbols';

/** Words of nearly every sentence. */
const ubiquitous = `der die das den dem des ein eine einer eines einem einen und oder in im an am auf aus bei beim bis durch für mit nach ohne über um unter von vom
   vor zu zum zur als auch dass es er sie sich nicht nur so wie wenn ist sind war wird werden wurde worden sein hat haben kann können muss müssen
   soll sollen darf dürfen diese dieser dieses alle aller jede jeder jedes sowie bzw
   the a an of and or to in on at by for from with as is are be been was has have shall must will may can should that this these those it its
   not all any each no which`;

/** Words of every page. */
const frequent = `ab bereits da damit dabei dafür daher dann daran davon dazu denen deren dessen dort durchgeführt eigene entsprechend erfolgt erfolgen etwa falls
   gegen gegebenenfalls gemäß gem ggf ihm ihr ihre ihren ihrer insbesondere innerhalb je jeweils jeweilige kein keine keiner keinen laut mehr man
   mindestens möglich neben ob pro seine seinen sofern solche sollte sonstige soweit statt teil um während weitere weiter welche wer wo wobei zwei
   zwischen zusätzlich entweder noch andere ersten einzelne gesamt vorhanden neu gut hoch groß klein max min ca nr abs lassen machen geben gibt
   auftragnehmer auftraggeber bieter bewerber anbieter unternehmen hersteller leistung lieferung auftrag angebot vertrag vergabe ausführung
   gerät produkt material ware system anlage arbeit maßnahme dienstleistung gegenstand anforderung vorgabe kriterium nachweis nachweisen angabe
   unterlage erklärung bestätigung zeitraum zeitpunkt jahr monat tag woche stunde stück prozent euro fall art form zahl menge wert kosten preis
   ausschreibung leistungsbeschreibung vertragslaufzeit verwendung einsatz betrieb nutzung liefern leisten erbringen verwenden einsetzen
   vorlegen vorzulegen einhalten einzuhalten erfüllen entsprechen enthalten verfügen gewährleisten sicherstellen bestehen betragen beträgt gelten
   berücksichtigen beachten dokumentieren prüfen übergeben erforderlich notwendig geeignet schriftlich anlagen personal mitarbeiter daten
   technisch allgemein öffentlich
   such other than their they if where when into per within under more least only also used use using during between both number one two new
   contractor supplier tenderer bidder authority contract tender service product equipment system requirement must criteria evidence proof
   provide provided supply delivery deliver ensure comply compliance include including required minimum year month day cost price value
   information document material work`;

/** Occurrences among a thousand words, roughly. */
const weights = [
  [ubiquitous, 10],
  [frequent, 2],
] as const;
const aNumber = 30;
/** A word in none of the lists: what it is worth depends on nothing but its length and on how many other words a pattern admits. */
const aWord = 0.2;
const aPattern = 0.6;
const aShortWord = 1;

/** Occurrences to be expected among a thousand words, for each symbol. Typed gaps are no words: infinite. */
export function expectedOccurrences({ data, symbolsOf }: Symbols): Float64Array {
  const expected = new Float64Array(data.kinds.length);
  for (let id = 0; id < expected.length; id++) {
    const kind = data.kinds[id];
    if (kind === 't') expected[id] = Number.POSITIVE_INFINITY;
    else if (kind === 'n') expected[id] = aNumber;
    else if (data.texts[id]!.length <= 2) expected[id] = aShortWord;
    else expected[id] = kind === 'g' || kind === 'G' ? aPattern : aWord;
  }
  for (const [words, weight] of weights)
    for (const word of words.trim().split(/\s+/)) for (const id of symbolsOf(fold(word), word)) expected[id]! += weight;
  return expected;
}
