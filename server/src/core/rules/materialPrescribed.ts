import { isCovered } from '../facts/equivalence';
import { hasVocabulary } from '../facts/model';
import { isContractFor } from '../facts/products';
import { nextSentence, type Requirement, type Spec, says, slotOf, wordsAt } from '../facts/spec';
import { withClosingBracket } from '../text/span';
import { type DemandData, type DemandedWords, demandedWords, demandsOf } from './demandedWords';
import { finding, type Rule, relatedWords } from './rule';

/**
 * Hints at a material that a specification prescribes ("aus Buchenholz", "made of steel") without "oder gleichwertig" and without a reason
 * (ECJ C-424/23). At most one hint a requirement or position.
 *
 * Leaves alone: recycled content and certified wood, paper, cast concrete and reinforcement (there the material is the work), what exists or is
 * worked on, contracts for services, a choice of materials, a material that the heading or the name of the thing already says ("Holztür aus Eichenholz").
 */
export const materialPrescribed: Rule = {
  id: 'material-prescribed',
  find({ spec, products }, report) {
    // Who cleans or tends buys no material: "Treppen aus Naturstein" says what there is.
    if (isContractFor('services', spec, products)) return;
    const open = demandedWords(
      spec,
      'material',
      ['material'],
      (words, requirement) =>
        (slotOf(spec, words.block) === 'specification' || spec.outline.positionOf[words.block] >= 0) &&
        !says(spec, requirement, 'existing-state') &&
        !isChoice(spec, words) &&
        !isNamedByHeading(spec, words) &&
        !hasReason(spec, requirement) &&
        !isCovered(spec, requirement, 'brand'),
    );
    for (const demand of demandsOf(spec, open)) {
      const words = demand.map((w) => ({ ...w, ...withClosingBracket(spec.document.text, spec.document.starts[w.block], w) }));
      const [first, ...others] = words;
      report(
        finding(
          spec,
          'material-prescribed',
          'hint',
          first.block,
          first,
          { id: 'material-prescribed', values: { text: wordsAt(spec, first.block, first) } },
          {
            law: 'eugh-c-424-23',
            related: relatedWords(spec, others, 'material-prescribed.related'),
            data: { words } satisfies DemandData,
          },
        ),
      );
    }
  },
};

/** "aus Holz oder Metall", "aus Holz, Metall oder Kunststoff": the bidder chooses. */
function isChoice(spec: Spec, { block, start: from, end }: DemandedWords): boolean {
  const { document } = spec;
  if (/[\s/](?:oder|bzw\.?|or)\s/.test(wordsAt(spec, block, { start: from, end }))) return true;
  const start = document.starts[block];
  const after = document.text.slice(start + end, start + Math.min(end + 60, document.blocks[block].length));
  return /^\s*(?:\([^()]{1,30}\)\s*)?(?:(?:,|\/)\s*[\p{L}-]+\s*){0,3}(?:oder|bzw\.|beziehungsweise|or|und\/oder|and\/or)\s/u.test(after);
}

/** A heading such as "Betonbohrpfähle", "Holztüren" or "Holztür aus Eiche" makes the material the subject itself. */
function isNamedByHeading(spec: Spec, { block, start, end }: DemandedWords): boolean {
  const { outline, facts, document } = spec;
  const position = outline.positionOf[block];
  const heading = position >= 0 ? outline.positions[position].block : outline.sections[outline.sectionOf[block]].heading;
  const material = wordsAt(spec, block, { start, end }).split(' ').pop()!.toLowerCase();
  const stem = basic.find((word) => material.endsWith(word)) ?? material;
  const { content } = document.blocks[heading];
  const prescribed = facts[heading].places.filter((p) => p.id === 'material');
  const title = wordsAt(spec, heading, { start: content.start, end: prescribed[0]?.start ?? content.end });
  return title.toLowerCase().includes(stem);
}

/** "Buchenholz" is wood: a heading "Holztüren" names it. */
const basic = ['holz', 'stahl', 'glas', 'beton', 'aluminium', 'leder'];

function hasReason(spec: Spec, requirement: Requirement): boolean {
  const next = nextSentence(spec, requirement);
  if (says(spec, requirement, 'stated-reason') || (next && hasVocabulary(next.vocabulary, 'stated-reason'))) return true;
  const position = spec.outline.positionOf[requirement.block];
  if (position < 0) return false;
  const { first, last } = spec.outline.positions[position];
  for (let block = first; block <= last; block++) if (hasVocabulary(spec.facts[block].vocabulary, 'stated-reason')) return true;
  return false;
}
