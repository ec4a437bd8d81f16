import { hasVocabulary, type Mention } from '../facts/model';
import { isNormative, isQuoted, type Requirement, requirementAt, type Spec, says, slotOf, wordsAt } from '../facts/spec';
import { standardRecord } from '../facts/standards';
import { type DemandData, type DemandedWords, demandedWords, demandsOf, isScored } from './demandedWords';
import { finding, legalSeverity, type Rule, relatedWords } from './rule';

/**
 * Flags a demand or score on the bidder as a whole under `award` or `specification`: EMAS, ISO 14001, EcoVadis, sustainability report,
 * climate-neutral company, LkSG. It is not linked to the subject of the contract (§ 127 (3) GWB).
 *
 * Leaves alone: `selection`, `context`; measures for this contract; a place of production or a data centre; the authority speaking of itself.
 */
export const companyLevel: Rule = {
  id: 'company-level',
  find({ spec }, report) {
    const severity = legalSeverity(spec, 'company-level');
    const open = [
      ...demandedWords(spec, 'company-level', ['company-level'], (words, requirement) => concernsCompany(spec, words.block, requirement)),
      ...systems(spec),
    ];
    for (const words of demandsOf(spec, open)) {
      const [first, ...others] = words;
      report(
        finding(
          spec,
          'company-level',
          severity,
          first.block,
          first,
          {
            id: isScored(spec, requirementAt(spec, first.block, first.sentence)) ? 'company-level.award' : 'company-level',
            values: { text: wordsAt(spec, first.block, first) },
          },
          {
            law: 'gwb-127',
            related: relatedWords(spec, others, 'company-level.related'),
            data: { words } satisfies DemandData,
          },
        ),
      );
    }
  },
};

function concernsCompany(spec: Spec, block: number, requirement: Requirement): boolean {
  if (slotOf(spec, block) !== 'specification' && !isScored(spec, requirement)) return false;
  // "Deliverable | Due": what the contractor hands over is about this contract.
  const { headerOf, sections, sectionOf } = spec.outline;
  for (const above of [headerOf[block], sections[sectionOf[block]].heading])
    if (above >= 0 && hasVocabulary(spec.facts[above].vocabulary, 'contract-linked')) return false;
  return (
    !says(spec, requirement, 'contract-linked') && !says(spec, requirement, 'authority-itself') && !says(spec, requirement, 'negation')
  );
}

/** Management systems and ratings named without a word about whose they are. */
function systems(spec: Spec): DemandedWords[] {
  const found: DemandedWords[] = [];
  for (const kind of ['label', 'standard'] as const) {
    for (const block of spec.about[kind]) {
      for (const mention of spec.facts[block].mentions) {
        if (mention.kind !== kind || !isBiddersSystem(spec, block, mention)) continue;
        found.push({ vocabulary: 'company-level', block, sentence: mention.sentence, start: mention.start, end: mention.end });
      }
    }
  }
  return found;
}

/** A management system or rating in a score, or in a demand that speaks of the bidder: it is the bidder's. */
export function isBiddersSystem(spec: Spec, block: number, mention: Mention): boolean {
  if (!isSystem(spec, mention)) return false;
  const requirement = requirementAt(spec, block, mention.sentence);
  if (!concernsCompany(spec, block, requirement) || isQuoted(spec, block, mention, mention.sentence)) return false;
  return isScored(spec, requirement) || (isNormative(spec, requirement) && says(spec, requirement, 'contractor'));
}

/** Environmental and energy management, ratings, memberships; quality, safety and security management are no matter of sustainability. */
function isSystem(spec: Spec, { kind, record, text }: Mention): boolean {
  if (kind === 'standard') return standardRecord(spec.compiled, text)?.kind === 'management-system' && /\b(?:14001|50001)\b/.test(text);
  const label = spec.compiled.catalogue.labels.get(record);
  if (!label) return false;
  const environmental = label.aspects.some((aspect) => aspect !== 'health');
  return label.kind === 'rating' || label.kind === 'membership' || (label.kind === 'management-system' && environmental);
}
