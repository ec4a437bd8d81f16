import { hasVocabulary, type VocabularyHit } from '../facts/model';
import { isNormative, isQuoted, type Requirement, requirementAt, type Spec, says, slotOf, wordsAt } from '../facts/spec';
import type { Finding } from '../findings';
import type { Span } from '../text/model';
import { headingsAbove } from '../text/outline';
import { byRequirement, finding, legalSeverity, type Rule } from './rule';

/** What the fixes need: the wording record of the product without a class, and the class as written, relative to the block. */
export interface EnergyClassData {
  /** Absent where the class exists and only its value is in question. */
  readonly product: string | undefined;
  readonly written: Span;
  readonly kind: 'none' | 'top' | 'consumption';
}

/**
 * Flags an energy class demanded for a product that has none in EU law (PC, printer, vacuum cleaner, luminaire). Hints: class A as a must where
 * the scale was made anew and few products reach it; under the VgV, a class demanded in a text that asks for no consumption data.
 *
 * Leaves alone: a sentence that names a product with a class ("Leuchten mit Leuchtmitteln der Klasse D"), classes of buildings and motors,
 * `context`, what exists. Outdated plus classes are a matter of outdated-reference.
 */
export const energyClass: Rule = {
  id: 'energy-class',
  find({ spec }, report) {
    const demands = [...demandsOf(spec)];
    if (demands.length === 0) return;
    let consumption = spec.context.regime === 'vgv' && spec.about['consumption-data'].length === 0;
    for (const { requirement, items } of byRequirement(spec, demands, (d) => d.requirement)) {
      const product = productOf(spec, requirement);
      if (!product) continue;
      const { block, place } = items[0];
      const written = writtenClass(spec, block, place);
      const text = wordsAt(spec, block, written);
      const emit = (kind: EnergyClassData['kind'], severity: Finding['severity'], record?: string) =>
        report(
          finding(
            spec,
            'energy-class',
            severity,
            block,
            written,
            { id: kind === 'none' ? 'energy-class' : `energy-class.${kind}`, values: { text, record: record ?? '' } },
            { law: 'vgv-67', record, data: { product: record, written, kind } satisfies EnergyClassData },
          ),
        );
      if (product.record) emit('none', legalSeverity(spec, 'energy-class'), product.record);
      else if (product.rescaled && demandsTop(spec, requirement)) emit('top', 'hint');
      else if (consumption) {
        emit('consumption', 'hint');
        consumption = false;
      }
    }
  },
};

interface Demand {
  readonly block: number;
  readonly sentence: number;
  readonly place: VocabularyHit;
  readonly requirement: Requirement;
}

function* demandsOf(spec: Spec): Generator<Demand> {
  for (const block of spec.about['energy-class']) {
    for (const place of spec.facts[block].places) {
      if (place.id !== 'energy-class') continue;
      const requirement = requirementAt(spec, block, place.sentence);
      if (!isNormative(spec, requirement) || says(spec, requirement, 'negation')) continue;
      if (spec.document.blocks[block].kind === 'heading' || isQuoted(spec, block, place, place.sentence)) continue;
      yield { block, sentence: place.sentence, place, requirement };
    }
  }
}

interface NamedProduct {
  /** Wording record of a product without a class. */
  readonly record?: string;
  readonly rescaled?: boolean;
}

/** The product the class is demanded for: named in the requirement, else in what leads in to it, else in the headings above it. */
function productOf(spec: Spec, requirement: Requirement): NamedProduct | undefined {
  const { outline } = spec;
  const { block, firstSentence, lastSentence } = requirement;
  const own = productIn(spec, block, firstSentence, lastSentence);
  if (own) return own;
  for (const other of [outline.leadInOf[block], outline.headerOf[block]]) {
    const found = other >= 0 ? productIn(spec, other) : undefined;
    if (found) return found;
  }
  if (spec.document.blocks[block].kind === 'paragraph' && firstSentence > 0) {
    const before = productIn(spec, block, firstSentence - 1, firstSentence - 1);
    if (before) return before;
  }
  for (const heading of headingsAbove(outline, block)) {
    const found = productIn(spec, heading);
    if (found) return found;
  }
  return undefined;
}

function productIn(spec: Spec, block: number, first = 0, last = Number.POSITIVE_INFINITY): NamedProduct | undefined {
  const { hits, sentences } = spec.facts[block];
  const inside = (sentence: number) => sentence >= first && sentence <= last;
  const some = (id: 'energy-class-exists' | 'energy-class-rescaled') =>
    sentences.some((s, index) => inside(index) && hasVocabulary(s.vocabulary, id));
  if (some('energy-class-exists')) return { rescaled: some('energy-class-rescaled') };
  const { wording } = spec.compiled.catalogue;
  const hit = hits.find((h) => h.kind === 'wording' && wording.get(h.record)?.rule === 'energy-class' && inside(h.sentence));
  return hit && { record: hit.record };
}

/** Class A as a must: a wish or a score shuts nobody out. */
function demandsTop(spec: Spec, requirement: Requirement): boolean {
  if (!says(spec, requirement, 'energy-class-top') || slotOf(spec, requirement.block) === 'award') return false;
  return says(spec, requirement, 'normative-strong') || !says(spec, requirement, 'normative-soft');
}

/** The words with the letter behind them: "Energieeffizienzklasse A++". */
function writtenClass({ document }: Spec, block: number, { start, end }: Span): Span {
  const from = document.starts[block] + end;
  const limit = document.starts[block] + document.blocks[block].length;
  const letter = /^(?:[:\s]*(?:(?:von|of|mindestens|at least)\s+)?["„“]?[A-G]\+{0,3}["“”]?)(?![\p{L}\d+])/u.exec(
    document.text.slice(from, Math.min(limit, from + 30)),
  );
  return { start, end: end + (letter?.[0].length ?? 0) };
}
