import type { WritingContext } from '../context';
import { hasVocabulary, type VocabularyHit, type VocabularyId } from '../facts/model';
import { blockText, isQuoted, nextSentence, type Requirement, requirementAt, type Spec, says, wordsAt } from '../facts/spec';
import { withClosingBracket } from '../text/span';
import { byRequirement, finding, type Rule } from './rule';

/** What the fixes need: the words that name the duty, and the sentence they stand in. */
export interface AddresseeData {
  readonly place: VocabularyHit;
  readonly requirement: Requirement;
}

/** Duties of the federation, with the law record of each. */
const duties: ReadonlyMap<VocabularyId, string> = new Map([
  ['duty-krwg', 'krwg-45'],
  ['duty-avv-klima', 'avv-klima'],
  ['duty-ksg', 'ksg-13'],
  ['duty-bttg', 'bttg'],
]);

/** Buyers the duties of the federation do not bind. `other` may be a body of the federation: left alone. */
const outside: ReadonlySet<string | undefined> = new Set(['state', 'municipality', 'utility']);

/** What makes the name of an act a citation of duty, right before it. */
export const preposition =
  /(?<![\p{L}])(nach|gemäß|laut|entsprechend|aufgrund|auf Grund|wegen|auf (?:der )?Grundlage(?: von)?|im Sinne(?: von)?|under|pursuant to|according to|in accordance with|as required by|required by)\s+(?:(?:den|der)\s+(?:Vorgaben|Regelungen|Anforderungen|Vorschriften)\s+)?(?:(der|dem|des|den|die|das|the)\s+)?$/iu;

/**
 * Flags a duty of the federation that a text cites as its buyer's own: § 45 KrWG, AVV Klima, § 13 (1) sentence 3 KSG, BTTG for a Land, municipality or
 * utility; the BTTG for supplies, where it binds nobody.
 *
 * Leaves alone: buyers nobody knows, "in Anlehnung an", "orientiert sich an", "freiwillig", sentences about the federation, history, quotations,
 * a name in passing that binds nobody, headings.
 */
export const wrongAddressee: Rule = {
  id: 'wrong-addressee',
  find({ spec }, report) {
    const { authority, contract } = spec.context;
    const notFederal = outside.has(authority);
    const open: { place: VocabularyHit; block: number; sentence: number }[] = [];
    for (const block of spec.about.duty) {
      const { kind, quoted } = spec.document.blocks[block];
      if (kind === 'heading' || kind === 'table-header' || (quoted && !spec.document.quotesArePlain)) continue;
      for (const place of spec.facts[block].places) {
        if (!duties.has(place.id)) continue;
        if ((notFederal || isForNoSupplies(place, contract)) && isCitedAsDuty(spec, block, place))
          open.push({ place, block, sentence: place.sentence });
      }
    }
    for (const { items } of byRequirement(spec, open, (p) => requirementAt(spec, p.block, p.sentence))) {
      const [{ place, block, sentence }] = items;
      const named = withClosingBracket(spec.document.text, spec.document.starts[block], place);
      report(
        finding(
          spec,
          'wrong-addressee',
          'hint',
          block,
          named,
          {
            id: isForNoSupplies(place, contract) ? 'wrong-addressee.supplies' : 'wrong-addressee',
            values: { text: wordsAt(spec, block, named) },
          },
          {
            law: duties.get(place.id),
            data: { place, requirement: { block, firstSentence: sentence, lastSentence: sentence } } satisfies AddresseeData,
          },
        ),
      );
    }
  },
};

/** The BTTG binds nobody who buys supplies. */
function isForNoSupplies({ id }: VocabularyHit, contract: WritingContext['contract']): boolean {
  return id === 'duty-bttg' && contract === 'supplies';
}

function isCitedAsDuty(spec: Spec, block: number, place: VocabularyHit): boolean {
  const requirement = requirementAt(spec, block, place.sentence);
  if (says(spec, requirement, 'own-choice') || says(spec, requirement, 'history') || isQuoted(spec, block, place, place.sentence))
    return false;
  const next = nextSentence(spec, requirement);
  if (next && hasVocabulary(next.vocabulary, 'own-choice')) return false;
  const before = blockText(spec, block).slice(0, place.start);
  return preposition.test(before) || says(spec, requirement, 'normative-strong') || says(spec, requirement, 'rule-applies');
}
