import type { Label } from '../catalogue/schema';
import { hasVocabulary } from '../facts/model';
import { standardRecord } from '../facts/standards';
import { isBiddersSystem } from './companyLevel';
import { findUncovered, joinUncovered } from './equivalence';
import { legalSeverity, type Rule } from './rule';

/** Kinds that a demand can name as proof; statutory marks, declarations and memberships are a matter of other rules. */
const kinds = new Set<Label['kind']>(['type-1', 'product-label', 'chain-of-custody', 'social-label', 'management-system', 'rating']);

/**
 * Flags a label in a demand that does not admit equivalent labels (§ 34 (4) VgV).
 *
 * Leaves alone: labels in `context`, covered ones (see equivalence.ts), negated ones ("kein bestimmtes Gütezeichen"), headings, the authority's own
 * management system ("Die Stadt ist nach EMAS registriert"); the bidder's is a matter of `company-level`.
 */
export const labelEquivalence: Rule = {
  id: 'label-equivalence',
  join: joinUncovered,
  find(input, report) {
    const { spec } = input;
    const severity = legalSeverity(spec, 'label-equivalence');
    const bidders = spec.context.rules?.['company-level'] !== 'off';
    findUncovered(
      input,
      {
        rule: 'label-equivalence',
        kind: 'label',
        law: 'vgv-34',
        judge: ({ mention, block }) => {
          if (standardRecord(spec.compiled, mention.text)?.kind === 'guidance') return undefined;
          const label = spec.compiled.catalogue.labels.get(mention.record);
          const { vocabulary } = spec.facts[block].sentences[mention.sentence];
          if (label?.kind === 'management-system' && hasVocabulary(vocabulary, 'authority-itself')) return undefined;
          if (bidders && isBiddersSystem(spec, block, mention)) return undefined;
          return label && kinds.has(label.kind) ? severity : undefined;
        },
      },
      report,
    );
  },
};
