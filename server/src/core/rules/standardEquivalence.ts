import { hasVocabulary, type Mention } from '../facts/model';
import { type Spec, slotOf } from '../facts/spec';
import { standardRecord } from '../facts/standards';
import { findUncovered, joinUncovered } from './equivalence';
import { legalSeverity, type Rule } from './rule';

/**
 * Flags a technical standard in a demand without "oder gleichwertig" (§ 31 (2) VgV: each reference).
 *
 * Leaves alone: general contract terms (VOB/C), statutory rules, guidance, management systems in `selection`. A standard that only says how
 * to measure or test is a hint.
 */
export const standardEquivalence: Rule = {
  id: 'standard-equivalence',
  join: joinUncovered,
  find(input, report) {
    const { spec } = input;
    const severity = legalSeverity(spec, 'standard-equivalence');
    findUncovered(
      input,
      {
        rule: 'standard-equivalence',
        kind: 'standard',
        law: 'vgv-31-2',
        judge: ({ mention, block }) => {
          if (isPipeSize(spec, mention, block)) return undefined;
          const kind = standardRecord(spec.compiled, mention.text)?.kind;
          if (kind === 'contract-terms' || kind === 'statutory' || kind === 'guidance') return undefined;
          if (kind === 'management-system' && slotOf(spec, block) === 'selection') return undefined;
          const { vocabulary } = spec.facts[block].sentences[mention.sentence];
          return kind === 'test-method' || hasVocabulary(vocabulary, 'test-method') ? 'hint' : severity;
        },
      },
      report,
    );
  },
};

/** Sizes of conduits look like standards: "flexible Rohre bis EN 32". */
function isPipeSize({ document }: Spec, { text, start }: Mention, block: number): boolean {
  if (!/^EN \d\d$/.test(text)) return false;
  const at = document.starts[block] + start;
  return /\b(?:bis|Größe|size|up to)\s+$/.test(document.text.slice(Math.max(0, at - 8), at));
}
