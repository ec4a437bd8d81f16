import type { Label, LabelNumber, MisusedAspect } from '../catalogue/schema';
import { type BlockFacts, type Hit, hasVocabulary, type Mention, type VocabularyId } from '../facts/model';
import type { ProductGroup } from '../facts/products';
import { isNormative, isQuoted, type Requirement, requirementAt, type Spec, says, slotOf } from '../facts/spec';
import { lawFor } from './equivalence';
import { labelNumber } from './outdatedReference';
import { byRequirement, finding, legalSeverity, type Rule, type RuleInput, related } from './rule';

/** What the fixes need to name a label that fits. */
export interface MisfitData {
  readonly mention: Mention;
  /** Further misfits of the requirement. */
  readonly others: readonly { readonly mention: Mention; readonly block: number }[];
  readonly aspect: MisusedAspect | 'number';
  /** The number that is for other products. */
  readonly number?: { readonly hit: Hit; readonly number: string };
  /** Product groups the demand is about. */
  readonly groups: readonly string[];
  readonly requirement: Requirement;
}

interface Misfit extends Omit<MisfitData, 'others'> {
  readonly block: number;
  readonly sentence: number;
}

/**
 * Flags a label asked to prove what it does not cover: OEKO-TEX STANDARD 100 for working conditions, a management system or company rating for a
 * property of the goods, "FSC" for recycled content, a certificate to a guideline, a number in force that is for other products.
 * What a label is not for stands in its record (`not_for`).
 *
 * Leaves alone: the right use; the label and the other demand side by side; a second label that covers it ("GOTS und OEKO-TEX"); `context`;
 * headings; numbers no longer in force (outdated-reference).
 */
export const labelMisfit: Rule = {
  id: 'label-misfit',
  find(input, report) {
    const { spec } = input;
    const severity = legalSeverity(spec, 'label-misfit');
    const law = lawFor(spec, { vgv: 'vgv-34', uvgo: 'uvgo-24', sektvo: 'sektvo-32' });
    for (const { items } of byRequirement(spec, misfits(input), (m) => m.requirement)) {
      const [first, ...others] = items;
      const { mention, aspect, number, groups, block } = first;
      const values = {
        name: mention.text,
        record: mention.record,
        aspect,
        number: number?.number ?? '',
        product: groups[0] ?? '',
      };
      report(
        finding(
          spec,
          'label-misfit',
          severity,
          block,
          mention,
          { id: aspect === 'number' ? 'label-misfit.number' : 'label-misfit', values },
          {
            record: mention.record,
            law,
            related: others.map((m) => related(spec, m.block, m.mention, { id: 'label-misfit.related', values: { name: m.mention.text } })),
            data: { ...first, others } satisfies MisfitData,
          },
        ),
      );
    }
  },
};

function* misfits({ spec, products }: RuleInput): Generator<Misfit> {
  const { labels } = spec.compiled.catalogue;
  for (const block of spec.about.label) {
    const { kind } = spec.document.blocks[block];
    if (kind === 'heading' || kind === 'table-header') continue;
    for (const mention of spec.facts[block].mentions) {
      const label = mention.kind === 'label' ? labels.get(mention.record) : undefined;
      if (!label) continue;
      const requirement = requirementAt(spec, block, mention.sentence);
      const place = { mention, block, sentence: mention.sentence, requirement };
      const found =
        label.not_for?.find(({ aspect }) => judges[aspect](spec, place, label))?.aspect ??
        (label.numbers ? otherProducts(spec, place, products) : undefined);
      if (!found) continue;
      if (!isNormative(spec, requirement) || says(spec, requirement, 'negation')) continue;
      if (isQuoted(spec, block, mention, mention.sentence)) continue;
      const groups = groupsOf(spec, place, products);
      yield typeof found === 'string' ? { ...place, aspect: found, groups } : { ...place, aspect: 'number', number: found, groups };
    }
  }
}

interface Placed {
  readonly mention: Mention;
  readonly block: number;
  readonly requirement: Requirement;
}

const judges: Readonly<Record<MisusedAspect, (spec: Spec, placed: Placed, label: Label) => boolean>> = {
  labour: (spec, placed) => isProofOf(spec, placed, 'aspect-labour') && !sharesProof(spec, placed, 'social'),
  recycled: (spec, placed) => isProofOf(spec, placed, 'aspect-recycled') && !sharesProof(spec, placed, 'circular'),
  product: certifiesGoods,
  certification: (spec, { mention, block }) =>
    spec.facts[block].places.some((p) => p.id === 'certified-label' && p.start < mention.end && mention.start < p.end),
};

const aspects: readonly VocabularyId[] = ['aspect-labour', 'aspect-recycled', 'aspect-harmful', 'aspect-origin'];

/**
 * Whether the label is the proof of this aspect: a sentence that proves and speaks of the aspect next to the label; "Als Nachweis dient …" behind a
 * sentence that speaks of it alone; a cell of a proof column in a row, or an item of a list of proofs, that speaks of it alone.
 */
function isProofOf(spec: Spec, { mention, block, requirement }: Placed, wanted: VocabularyId): boolean {
  const facts = spec.facts[block];
  const { sentence } = mention;
  const { vocabulary } = facts.sentences[sentence];
  const own = aspectsIn(facts, sentence, sentence);
  const proves = hasVocabulary(vocabulary, 'proof-by-label');
  if (own.length > 0) return proves && nearest(own, mention) === wanted;
  if (proves && hasVocabulary(vocabulary, 'proof-of-former') && sentence > 0) {
    if (isOnly(aspectsIn(facts, sentence - 1, sentence - 1), wanted)) return true;
  }
  const { headerOf, leadInOf } = spec.outline;
  const header = headerOf[block];
  if (header >= 0 && hasVocabulary(spec.facts[header].vocabulary, 'proof-by-label')) {
    return isOnly(aspectsIn(facts, requirement.firstSentence, requirement.lastSentence), wanted);
  }
  const leadIn = leadInOf[block];
  if (leadIn < 0) return false;
  const { sentences } = spec.facts[leadIn];
  const last = sentences.length - 1;
  return (
    last >= 0 && hasVocabulary(sentences[last].vocabulary, 'proof-by-label') && isOnly(aspectsIn(spec.facts[leadIn], last, last), wanted)
  );
}

function aspectsIn({ places }: BlockFacts, first: number, last: number) {
  return places.filter((p) => aspects.includes(p.id) && p.sentence >= first && p.sentence <= last);
}

function isOnly(places: readonly { id: VocabularyId }[], wanted: VocabularyId): boolean {
  return places.length > 0 && places.every((p) => p.id === wanted);
}

function nearest(places: ReturnType<typeof aspectsIn>, { start, end }: Mention): VocabularyId {
  const distance = (p: { start: number; end: number }) => (p.end <= start ? start - p.end : p.start >= end ? p.start - end : 0);
  return places.reduce((a, b) => (distance(b) < distance(a) ? b : a)).id;
}

/** "GOTS und OEKO-TEX": the other label proves it, this one proves more. With "oder" a bidder may choose the one that does not. */
function sharesProof(spec: Spec, { mention, block }: Placed, aspect: Label['aspects'][number]): boolean {
  const start = spec.document.starts[block];
  return spec.facts[block].mentions.some((other) => {
    if (other === mention || other.kind !== 'label' || other.sentence !== mention.sentence) return false;
    if (!spec.compiled.catalogue.labels.get(other.record)?.aspects.includes(aspect)) return false;
    const [left, right] = other.start < mention.start ? [other, mention] : [mention, other];
    return /^[^,;.]{0,25}\b(?:und|sowie|and|&)\b[^,;.]{0,25}$/i.test(spec.document.text.slice(start + left.end, start + right.start));
  });
}

/** "Das Papier muss nach ISO 14001 zertifiziert sein": goods are the subject, and nobody who makes or supplies them is named. */
function certifiesGoods(spec: Spec, { mention, block, requirement }: Placed): boolean {
  const facts = spec.facts[block];
  if (slotOf(spec, block) === 'selection') return false;
  if (says(spec, requirement, 'contractor') || says(spec, requirement, 'aspect-company')) return false;
  const { vocabulary } = facts.sentences[mention.sentence];
  const header = spec.outline.headerOf[block];
  const proofColumn = header >= 0 && hasVocabulary(spec.facts[header].vocabulary, 'proof-by-label');
  if (!proofColumn && !hasVocabulary(vocabulary, 'certified') && !hasVocabulary(vocabulary, 'proof-by-label')) return false;
  const inside = (sentence: number) => sentence >= requirement.firstSentence && sentence <= requirement.lastSentence;
  const { products } = spec.compiled.catalogue;
  return (
    facts.places.some((p) => p.id === 'aspect-product' && inside(p.sentence)) ||
    facts.hits.some((h) => h.kind === 'product' && inside(h.sentence) && products.get(h.record)?.contract === 'supplies')
  );
}

/** A number in force whose products are not those the demand, or where it names none, the document is about. */
function otherProducts(
  spec: Spec,
  { mention, block, requirement }: Placed,
  products: readonly ProductGroup[],
): { hit: Hit; number: string } | undefined {
  const numbers: { hit: Hit; number: LabelNumber }[] = [];
  for (const hit of spec.facts[block].hits) {
    if (hit.kind !== 'label-number' || hit.record !== mention.record || hit.start < mention.start || hit.end > mention.end) continue;
    const number = labelNumber(spec, hit);
    if (number?.status === 'live' && number.products) numbers.push({ hit, number });
  }
  if (numbers.length === 0) return undefined;
  const groups = groupsOf(spec, { mention, block, requirement }, products);
  // Services use goods of many kinds.
  if (groups.length === 0 || groups.some((id) => spec.compiled.catalogue.products.get(id)?.contract !== 'supplies')) return undefined;
  const wrong = numbers.find(({ number }) => !number.products!.some((id) => groups.includes(id)));
  return wrong && { hit: wrong.hit, number: wrong.number.number };
}

/** Product groups named in the demand, its lead-in, column header or heading; where none is, those of the document. */
function groupsOf(spec: Spec, { block, requirement }: Placed, products: readonly ProductGroup[]): string[] {
  const { leadInOf, headerOf, sections, sectionOf } = spec.outline;
  const named = new Set<string>();
  const collect = (other: number, first = 0, last = Number.POSITIVE_INFINITY) => {
    if (other < 0) return;
    for (const hit of spec.facts[other].hits)
      if (hit.kind === 'product' && hit.sentence >= first && hit.sentence <= last) named.add(hit.record);
  };
  collect(block, requirement.firstSentence, requirement.lastSentence);
  if (spec.document.blocks[block].kind === 'paragraph' && requirement.firstSentence > 0)
    collect(block, requirement.firstSentence - 1, requirement.firstSentence - 1);
  collect(leadInOf[block]);
  collect(headerOf[block]);
  if (named.size === 0) collect(sections[sectionOf[block]]?.heading ?? -1);
  return named.size > 0 ? [...named] : products.map((p) => p.id);
}
