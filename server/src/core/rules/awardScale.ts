import { type AwardScheme, type AwardWeight, placesIn } from '../facts/award/scheme';
import type { Spec } from '../facts/spec';
import { overlaps } from '../text/span';
import { finding, type Rule } from './rule';

/** What the fix needs: the scheme the scale belongs behind. */
export interface ScaleData {
  readonly scheme: AwardScheme;
}

/**
 * Flags weighted quality criteria when nothing in the award section says what earns how many points. Once a section, at the first such criterion.
 *
 * Leaves alone: price and cost, weights named in a sentence, a section with a scale, marks, a formula or points for what is offered.
 */
export const awardScale: Rule = {
  id: 'award-scale',
  find({ spec, award }, report) {
    const told = new Set<number>();
    for (const scheme of award.schemes) {
      if (scheme.form === 'prose') continue;
      const quality = scheme.criteria.find((c) => c.weight && !c.price && c.parent < 0);
      const section = spec.outline.sectionOf[scheme.anchor.block];
      if (!quality || told.has(section)) continue;
      told.add(section);
      if (hasScale(spec, scheme)) continue;
      report(
        finding(
          spec,
          'award-scale',
          'hint',
          quality.place.block,
          quality.place,
          { id: 'award-scale', values: { name: quality.name } },
          { law: 'vgv-58', data: { scheme } satisfies ScaleData },
        ),
      );
    }
  },
};

/** A scale beside the criteria or in another section on the award. "400 Punkte" as a weight is none. */
function hasScale(spec: Spec, scheme: AwardScheme): boolean {
  const { sections, sectionOf } = spec.outline;
  const weights = scheme.criteria.flatMap((c) => c.weight ?? []);
  for (let block = scheme.first; block < scheme.end; block++) if (isScale(spec, block, weights)) return true;
  for (let i = 0; i < sections.length; i++) {
    if (spec.slots[i] !== 'award') continue;
    for (let block = Math.max(0, sections[i].heading); block <= sections[i].last && sectionOf[block] === i; block++) {
      if (isScale(spec, block, weights)) return true;
    }
  }
  return false;
}

function isScale(spec: Spec, block: number, weights: readonly AwardWeight[]): boolean {
  if (spec.document.blocks[block].kind === 'table-header') return false;
  return placesIn(spec, block, 'award-scale').some((place) => !weights.some((w) => w.block === block && overlaps(w, place)));
}
