import { placesIn } from '../facts/award/scheme';
import { isNormative, requirementAt, type Spec, slotOf, wordsAt } from '../facts/spec';
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
    const blocks = spec.about.lcc.filter((block) => {
      const { kind } = spec.document.blocks[block];
      return slotOf(spec, block) !== 'context' && kind !== 'heading' && kind !== 'table-header';
    });
    if (blocks.length === 0 || spec.about.lcc.some((block) => sectionHasMethod(spec, block))) return;
    const told = new Set<number>();
    for (const block of blocks) {
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
          { law: lawOf(spec), criterion: 'life-cycle-costing/method-block' },
        ),
      );
    }
  },
};

function lawOf({ context }: Spec): string {
  return context.regime === 'sektvo' ? 'sektvo-53' : context.regime === 'uvgo' ? 'uvgo-43' : 'vgv-59';
}

/** The section of the words, the sections it is part of that treat the same matter, and what stands below them. */
function sectionHasMethod(spec: Spec, block: number): boolean {
  const { sections, sectionOf } = spec.outline;
  let section = sectionOf[block];
  while (spec.slots[section] !== 'unknown' && sections[section].parent > 0 && spec.slots[sections[section].parent] === spec.slots[section])
    section = sections[section].parent;
  const first = Math.max(0, sections[section].heading);
  for (let at = first; at <= sections[section].last; at++) {
    if (placesIn(spec, at, 'lcc-method').length > 0) return true;
  }
  return false;
}
