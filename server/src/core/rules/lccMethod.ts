import { placesIn } from '../facts/award/scheme';
import { chapterOf, isNormative, requirementAt, type Spec, wordsAt } from '../facts/spec';
import { finding, legalSeverity, type Rule } from './rule';

/**
 * Flags life-cycle costs that count ("Lebenszykluskosten", "TCO") when neither a period, nor rates, nor prices, nor a calculation sheet stands in
 * their section. Once a section.
 *
 * Leaves alone: a mention in `context` or in a heading, the label TCO Certified, a calculation the contractor delivers, and documents that state the method where they come back to it.
 */
export const lccMethod: Rule = {
  id: 'lcc-method',
  find({ spec }, report) {
    if (spec.about.lcc.some((block) => sectionHasMethod(spec, block))) return;
    const told = new Set<number>();
    for (const block of spec.about.lcc) {
      const { kind } = spec.document.blocks[block];
      if (kind === 'heading' || kind === 'table-header') continue;
      const section = spec.outline.sectionOf[block];
      const [first] = spec.facts[block].places.filter((p) => p.id === 'lcc' && isNormative(spec, requirementAt(spec, block, p.sentence)));
      if (!first || told.has(section)) continue;
      told.add(section);
      report(
        finding(
          spec,
          'lcc-method',
          legalSeverity(spec, 'lcc-method'),
          block,
          first,
          { id: 'lcc-method', values: { text: wordsAt(spec, block, first) } },
          { law: 'vgv-59', criterion: 'life-cycle-costing/method-block' },
        ),
      );
    }
  },
};

/** The section of the words, the sections it is part of that treat the same matter, and what stands below them. */
function sectionHasMethod(spec: Spec, block: number): boolean {
  const { heading, last } = spec.outline.sections[chapterOf(spec, block)];
  for (let at = Math.max(0, heading); at <= last; at++) {
    if (placesIn(spec, at, 'lcc-method').length > 0) return true;
  }
  return false;
}
