import { type Spec, slotOf } from '../facts/spec';
import type { Span } from '../text/model';
import { finding, type Rule } from './rule';

/** What the fixes need: the heading of the award section, or -1 when there is none. */
export interface VariantsData {
  readonly heading: number;
}

/**
 * Flags a document that says nothing on variants although its procedure must (§ 35 (1) VgV since 1 July 2026, § 33 SektVO alike): at the heading of
 * the first `award` section, else at the title.
 *
 * Leaves alone: procedures begun before, other regimes, an unknown regime, any statement on variants anywhere.
 */
export const variantsSilent: Rule = {
  id: 'variants-silent',
  find({ spec }, report) {
    const { regime } = spec.context;
    if ((regime !== 'vgv' && regime !== 'sektvo') || spec.about.variants.length > 0) return;
    // Before this day silence had a meaning.
    const from = spec.compiled.catalogue.laws.get('vgv-35')?.from;
    if (from === undefined || spec.day < from) return;
    const heading = awardHeading(spec);
    const place = heading >= 0 ? { block: heading, ...spec.document.blocks[heading].content } : titleOf(spec);
    if (!place) return;
    report(
      finding(
        spec,
        'variants-silent',
        'information',
        place.block,
        place,
        { id: 'variants-silent', values: {} },
        {
          law: 'vgv-35',
          data: { heading } satisfies VariantsData,
        },
      ),
    );
  },
};

function awardHeading(spec: Spec): number {
  return spec.outline.sections.find((s) => s.heading >= 0 && slotOf(spec, s.heading) === 'award')?.heading ?? -1;
}

/** The first heading or paragraph with words. A text without any has nothing to say. */
function titleOf(spec: Spec): ({ block: number } & Span) | undefined {
  const { blocks } = spec.document;
  const block = blocks.findIndex((b, i) => (b.kind === 'heading' || b.kind === 'paragraph') && spec.facts[i].words > 0);
  if (block < 0) return undefined;
  const { content, kind } = blocks[block];
  return { block, start: content.start, end: kind === 'heading' ? content.end : spec.facts[block].sentences[0].end };
}
