import { isNormative, requirementAt, type Spec } from '../facts/spec';
import { byRequirement, finding, type Rule } from './rule';
import { eachHit, type PlacedHit, wordsOf } from './vagueTerm';

/** How far a hedge reaches to the right, in UTF-16 units: about ten words. */
const reach = 90;
/** And to the left, for "Verpackungen sind, soweit möglich, …". */
const reachBack = 60;

/**
 * Flags a hedge ("möglichst", "nach Möglichkeit") that governs a sustainability term, a label or a value in a demand: the demand becomes a wish.
 *
 * Leaves alone: hedges about dates or organisation, `context`; a hedge before an origin, which must not be demanded at all.
 */
export const weakModality: Rule = {
  id: 'weak-modality',
  find({ spec }, report) {
    const open: PlacedHit[] = [];
    eachHit(spec, 'weak-modality', (placed, requirement) => {
      if (spec.document.blocks[placed.block].kind === 'heading') return;
      if (isNormative(spec, requirement) && governsSustainability(spec, placed) && !governsOrigin(spec, placed)) open.push(placed);
    });
    for (const { items } of byRequirement(spec, open, (p) => requirementAt(spec, p.block, p.sentence))) {
      const [first] = items;
      const rule = spec.compiled.catalogue.wording.get(first.hit.record)!;
      report(
        finding(
          spec,
          'weak-modality',
          'information',
          first.block,
          first.hit,
          { id: 'weak-modality', values: { text: wordsOf(spec, first), record: rule.id } },
          {
            record: rule.id,
            law: rule.law,
            data: first,
          },
        ),
      );
    }
  },
};

/** "nach Möglichkeit von regionalen Erzeugern": the words right behind are a matter of `regional-origin`. */
function governsOrigin(spec: Spec, { block, hit, sentence }: PlacedHit): boolean {
  return spec.facts[block].places.some(
    (p) => p.id === 'origin' && p.sentence === sentence && p.start >= hit.end && p.start - hit.end <= 20,
  );
}

function governsSustainability(spec: Spec, { block, hit, sentence }: PlacedHit): boolean {
  const facts = spec.facts[block];
  const at = spec.document.starts[block];
  // What stands behind a semicolon is another statement.
  const apart = (from: number, to: number) => spec.document.text.slice(at + from, at + to).includes(';');
  const governed = (start: number, end: number) => {
    if (start >= hit.end) return start - hit.end <= reach && !apart(hit.end, start);
    if (hit.start >= end) return hit.start - end <= reachBack && !apart(end, hit.start);
    // "Auf PVC ist weitgehend zu verzichten": the words of the criterion stand around the hedge.
    return start < hit.start && hit.end < end && !apart(start, end);
  };
  return (
    facts.hits.some(
      (h) =>
        h.sentence === sentence &&
        (h.kind === 'criterion' || (h.kind === 'wording' && spec.compiled.catalogue.wording.get(h.record)?.rule === 'vague-term')) &&
        governed(h.start, h.end),
    ) ||
    facts.mentions.some((m) => m.kind === 'label' && m.sentence === sentence && governed(m.start, m.end)) ||
    facts.places.some((p) => p.id === 'sustainability-term' && p.sentence === sentence && governed(p.start, p.end))
  );
}
