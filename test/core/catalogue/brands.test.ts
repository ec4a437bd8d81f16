import assert from 'node:assert/strict';
import { builtInLayer } from '../../../scripts/catalogueFiles';
import { analyse } from '../../../server/src/core/analyse';
import { compileCatalogue } from '../../../server/src/core/catalogue/compile';
import { buildCatalogue } from '../../../server/src/core/catalogue/layers';
import { withoutExceptions } from '../../../server/src/core/facts/exceptions';

/** Brands that are no common words carry no example sentences: what holds for one of them holds for all, and is checked for all here. */
describe('every brand that is no common word', () => {
  const { catalogue, locate } = buildCatalogue([builtInLayer()]);
  const { compiled } = compileCatalogue(catalogue, locate);
  const { matcher } = compiled;
  const brands = [...catalogue.brands.values()].filter((brand) => !brand.ambiguous);

  /** Spellings written out, mostly in quotation marks; phrases with choices and gaps are left out. */
  const spellings = brands.flatMap(({ id, find }) =>
    find.flatMap((phrase) => {
      const written = /^(?:"([^"]+)"|(\p{L}[\p{L}-]*))$/u.exec(phrase)?.slice(1).find(Boolean);
      return written === undefined ? [] : [{ id, written }];
    }),
  );
  const found = (text: string) =>
    withoutExceptions(matcher.match(matcher.tokenise(text, 0, text.length)))
      .filter(({ owner }) => owner.kind === 'brand')
      .map(({ owner }) => owner.id);

  const sentences: readonly ((name: string) => string)[] = [
    (name) => `Zu liefern ist ein Gerät von ${name} mit Zubehör.`,
    (name) => `Die Ersatzteile müssen zu den Geräten (${name}) passen.`,
    (name) => `Angebotspreis „${name}“, netto je Stück`,
    (name) => `The contractor must supply ${name}, including installation.`,
  ];
  for (const sentence of sentences) {
    it(`is found in „${sentence('…')}“`, () => {
      const missed = spellings.filter(({ id, written }) => !found(sentence(written)).includes(id));
      assert.deepEqual(missed, []);
    });
  }

  /** Of a longer name the first word is often a spelling as well. */
  const oneWord = spellings.filter(({ written }) => /^\p{L}+$/u.test(written));
  const lookAlikes: readonly ((name: string) => string)[] = [
    (name) => `Der Auftragnehmer muss den ${name}ismusplan einhalten.`,
    (name) => `Die Vor${name.toLowerCase()}stelle ist zu benennen.`,
    (name) => `The ${name}ability of the system must be shown.`,
  ];
  for (const lookAlike of lookAlikes) {
    it(`is not found in „${lookAlike('…')}“`, () => {
      const mistaken = oneWord.filter(({ id, written }) => found(lookAlike(written)).includes(id));
      assert.deepEqual(mistaken, []);
    });
  }

  it('is reported in a demand', () => {
    const lines = spellings.map(({ written }) => `Zu liefern ist ein Gerät von ${written} mit Zubehör.`);
    const text = `## Leistungsbeschreibung\n\n${lines.join('\n\n')}\n`;
    const { findings } = analyse({ text, format: 'markdown', context: { language: 'de' }, today: '2026-11-23' }, compiled);
    const reported = new Set(
      findings.filter(({ rule }) => rule === 'brand-neutrality').map(({ start }) => text.slice(0, start).split('\n').length),
    );
    assert.deepEqual(
      spellings.filter((_, index) => !reported.has(2 * index + 3)),
      [],
    );
  });
});
