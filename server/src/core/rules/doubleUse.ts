import type { Award, AwardCriterion, AwardPlace } from '../facts/award/scheme';
import { placesIn } from '../facts/award/scheme';
import { hasVocabulary, type Mention } from '../facts/model';
import { isNormative, requirementAt, type Spec, wordsAt } from '../facts/spec';
import { contains } from '../text/span';
import { finding, type Rule, related } from './rule';

/** What the fix needs: the criterion to drop from the award. */
export interface DoubleUseData {
  readonly criterion: AwardCriterion;
}

/**
 * Flags a label, standard or the company's references that are demanded for selection and scored in the award again. Anchor: the later place.
 *
 * Leaves alone: references and qualification of the staff who do the work, different certificates, documents that have only one of the two sections.
 */
export const doubleUse: Rule = {
  id: 'double-use',
  find({ spec, award }, report) {
    if (award.schemes.length === 0) return;
    const certificates = new Map<string, AwardPlace>();
    for (const topic of ['label', 'standard'] as const) {
      for (const block of spec.about[topic]) {
        for (const mention of demanded(spec, award, block)) {
          if (!certificates.has(nameOf(mention))) certificates.set(nameOf(mention), { block, start: mention.start, end: mention.end });
        }
      }
    }
    const experience = firstExperience(spec, award);
    for (const { criteria } of award.schemes) {
      let told = false;
      for (const criterion of criteria) {
        const { place } = criterion;
        const mention = spec.facts[place.block].mentions.find((m) => contains(place, m) && certificates.has(nameOf(m)));
        const [words] = placesIn(spec, place.block, 'company-experience').filter((p) => contains(place, p));
        if (mention) {
          const other = certificates.get(nameOf(mention))!;
          report(twice(spec, { block: place.block, start: mention.start, end: mention.end }, other, criterion));
        } else if (words && experience && !told) {
          told = true;
          report(twice(spec, words, experience, criterion));
        }
      }
    }
  },
};

function twice(spec: Spec, award: AwardPlace, selection: AwardPlace, criterion: AwardCriterion) {
  const awardLast = award.block > selection.block;
  const [earlier, later] = awardLast ? [selection, award] : [award, selection];
  const id = awardLast ? 'double-use.related' : 'double-use.related-award';
  return finding(
    spec,
    'double-use',
    'information',
    later.block,
    later,
    { id: 'double-use', values: { text: wordsAt(spec, later.block, later) } },
    {
      law: 'gwb-127',
      related: [related(spec, earlier.block, earlier, { id, values: { text: wordsAt(spec, earlier.block, earlier) } })],
      data: { criterion } satisfies DoubleUseData,
    },
  );
}

/** "DIN EN 13549" and "EN 13549" are one standard: only the body that wrote it counts. */
function nameOf({ record, standard, text }: Mention): string {
  if (record || !standard) return record || text;
  const [body] = standard.prefix.split(' ').pop()!.split('/');
  return `${body} ${standard.number}`;
}

/** A section on selection that is no part of the award: "ZK 3: Referenzen" below "Zuschlagskriterien" explains a criterion. */
function isSelection({ outline, slots }: Spec, award: Award, section: number): boolean {
  if (slots[section] !== 'selection') return false;
  const ofAward = (at: number) => slots[at] === 'award' || (at > 0 && award.schemes.some((s) => outline.sectionOf[s.anchor.block] === at));
  for (let at = outline.sections[section].parent; at >= 0; at = outline.sections[at].parent) if (ofAward(at)) return false;
  return true;
}

/** Labels and standards that a selection section demands. */
function demanded(spec: Spec, award: Award, block: number): readonly Mention[] {
  if (!isSelection(spec, award, spec.outline.sectionOf[block])) return [];
  return spec.facts[block].mentions.filter(
    (m) =>
      m.kind !== 'brand' && isNormative(spec, requirementAt(spec, block, m.sentence)) && spec.document.blocks[block].kind !== 'heading',
  );
}

/** The first demand for references of the company in a section on selection, not in mere instructions how to write a tender. */
function firstExperience(spec: Spec, award: Award): AwardPlace | undefined {
  for (const [block, { vocabulary, places }] of spec.facts.entries()) {
    if (!hasVocabulary(vocabulary, 'company-experience') || spec.document.blocks[block].kind === 'heading') continue;
    if (!isSelection(spec, award, spec.outline.sectionOf[block])) continue;
    const place = places.find((p) => p.id === 'company-experience' && isNormative(spec, requirementAt(spec, block, p.sentence)));
    if (place) return { block, start: place.start, end: place.end };
  }
  return undefined;
}
