import assert from 'node:assert/strict';
import { analyse } from '../../../server/src/core/analyse';
import type { WritingContext } from '../../../server/src/core/context';
import { builtIn } from '../../builtIn';

function buyer(text: string, context: WritingContext = {}): string {
  const found = analyse({ text, format: 'plaintext', context, today: '2026-11-23' }, builtIn()).context;
  return [found.authority ?? '?', found.land ?? '?'].join(' ');
}

describe('the buyer named in prose', () => {
  const known: [string, string][] = [
    ['Auftraggeber: Stadt Lindenau\n\nLieferung von Regalen', 'municipality ?'],
    ['Auftraggeber:          Landkreis Auental\n                       Zentrale Vergabestelle', 'municipality ?'],
    ['Auftraggeber (AG): Stadt Lindenau', 'municipality ?'],
    ['Auftraggeber / Bauherr: Stadt Lindenau', 'municipality ?'],
    ['Name des Auftraggebers: Stadt Lindenau', 'municipality ?'],
    ['Auftraggeberin ist die Gemeinde Kirchfeld.', 'municipality ?'],
    ['Leistungsbeschreibung\n\nVergabestelle: Freie und Hansestadt Hamburg, Behörde für Umwelt', 'state HH'],
    ['Freie und Hansestadt Hamburg\n\nLeistungsbeschreibung', 'state HH'],
    ['Land Berlin\nvertreten durch die Senatsverwaltung für Finanzen\n\nLeistungsbeschreibung', 'state BE'],
    ['Auftraggeber: Bezirksamt Mitte von Berlin', 'municipality BE'],
    ['Freistaat Sachsen\n\nLeistungsbeschreibung', 'state SN'],
    ['Auftraggeber: Land Sachsen-Anhalt', 'state ST'],
    ['Bundesamt für Musterwesen\n\nLeistungsbeschreibung', 'federal ?'],
    ['Leistungsbeschreibung für das Bundesministerium für Verkehr', 'federal-ministry ?'],
    ['Auftraggeber: Bundesministerium für Verkehr\n\nVergabestelle: Beschaffungsamt des BMI', 'federal ?'],
    ['Auftraggeber: Stadtwerke Lindenau GmbH', 'utility ?'],
    ['Specification\n\nContracting authority: City of Lindenau', 'municipality ?'],
    // What is announced counts more than a name in the title.
    ['Landkreis Auental\n\nAuftraggeber: Stadtwerke Lindenau GmbH', 'utility ?'],
  ];
  for (const [text, expected] of known) it(`${JSON.stringify(text)} → ${expected}`, () => assert.equal(buyer(text), expected));

  const unknown = [
    'Lieferung von Bussen für den Kreis Auental',
    'Schülerbeförderung in der Stadt Lindenau',
    'Lieferung von Regalen\n\nDie Stadt liegt am Fluss.',
    'Gefördert durch das\nBundesministerium für Verkehr\n\nLieferung von Regalen',
    'Auftraggeber: Stadt Lindenau\n\nAuftraggeber: Bundesamt für Musterwesen',
    'Stadt Lindenau\n\nBundesamt für Musterwesen',
    'Auftraggeber: Musterwerk GmbH\n\nBauvorhaben in der Stadt Lindenau',
    'Eidgenössisches Departement\n\nBundesamt für Musterwesen',
    'Technische Hochschule Auental\n\nLeistungsbeschreibung',
    'Der Auftraggeber hat die Stadt und den Landkreis als Partner gewonnen.',
  ];
  for (const text of unknown) it(`${JSON.stringify(text)} → unknown`, () => assert.equal(buyer(text), '? ?'));

  it('gives way to what front matter and settings say', () => {
    assert.equal(buyer('Auftraggeber: Land Berlin', { authority: 'municipality', land: 'NW' }), 'municipality NW');
    assert.equal(buyer('Auftraggeber: Land Berlin', { authority: 'utility' }), 'utility ?');
    assert.equal(buyer('Auftraggeber: Land Berlin', { authority: 'state' }), 'state BE');
    assert.equal(buyer('Auftraggeber: Land Berlin', { land: 'NW' }), 'state NW');
  });
});
