import type { Label } from '../catalogue/schema';
import { standardRecord } from '../facts/standards';
import { findUncovered, lawFor } from './equivalence';
import { legalSeverity, type Rule } from './rule';

/** Kinds that a demand can name as proof; statutory marks, declarations and memberships are a matter of other rules. */
const kinds = new Set<Label['kind']>(['type-1', 'product-label', 'chain-of-custody', 'social-label', 'management-system']);

/**
 * Flags a label in a demand that does not admit equivalent labels (§ 34 (4) VgV).
 *
 * Leaves alone: labels in `context`, covered ones (see equivalence.ts), negated ones ("kein bestimmtes Gütezeichen"), headings.
 */
export const labelEquivalence: Rule = {
  id: 'label-equivalence',
  find(input, report) {
    const { spec } = input;
    const severity = legalSeverity(spec, 'label-equivalence');
    const law = lawFor(spec, { vgv: 'vgv-34', uvgo: 'uvgo-24', sektvo: 'sektvo-32' });
    findUncovered(
      input,
      {
        rule: 'label-equivalence',
        kind: 'label',
        law,
        judge: ({ mention }) => {
          if (standardRecord(spec.compiled, mention.text)?.kind === 'guidance') return undefined;
          const label = spec.compiled.catalogue.labels.get(mention.record);
          return label && kinds.has(label.kind) ? severity : undefined;
        },
      },
      report,
    );
  },
};
