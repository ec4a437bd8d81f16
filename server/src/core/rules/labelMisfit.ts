import type { Label, LabelNumber, MisusedAspect } from '../catalogue/schema';
import { type BlockFacts, type Hit, hasVocabulary, type Mention, type VocabularyId } from '../facts/model';
import { namesGoods, type ProductGroup } from '../facts/products';
import { hasSentence, isNormative, isQuoted, type Requirement, requirementAt, type Spec, says, slotOf } from '../facts/spec';
import { contains, overlaps } from '../text/span';
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
            law: 'vgv-34',
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
  certification: (spec, { mention, block }) => spec.facts[block].places.some((p) => p.id === 'certified-label' && overlaps(p, mention)),
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
  if (own.length > 0) {
    const aspect = nearest(own, mention);
    return aspect.id === wanted && (proves ? isTied(spec, block, aspect, mention) : isColon(spec, block, aspect, mention));
  }
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

type AspectPlace = ReturnType<typeof aspectsIn>[number];

function nearest(places: readonly AspectPlace[], { start, end }: Mention): AspectPlace {
  const distance = (p: AspectPlace) => (p.end <= start ? start - p.end : p.start >= end ? p.start - end : 0);
  return places.reduce((a, b) => (distance(b) < distance(a) ? b : a));
}

/**
 * Whether the words of proving tie the label to the aspect: "X ist durch LABEL nachzuweisen", "LABEL als Nachweis für X", but not "LABEL ist zu führen,
 * X ist nachzuweisen" or "X ist nachzuweisen, das Holz muss LABEL tragen".
 */
function isTied(spec: Spec, block: number, aspect: AspectPlace, mention: Mention): boolean {
  const { places, sentences } = spec.facts[block];
  const proofs = places.filter((p) => p.id === 'proof-by-label' && p.sentence === mention.sentence);
  if (aspect.start >= mention.end) {
    // Between the two, around the label ("weist durch LABEL nach, dass …") or the aspect: "um faire Arbeitsbedingungen zu gewährleisten".
    return proofs.some((p) => (p.start >= mention.end - 1 || contains(p, mention)) && (p.end <= aspect.start || contains(p, aspect)));
  }
  const start = spec.document.starts[block];
  const sentence = sentences[mention.sentence];
  const before = spec.document.text.slice(start + sentence.start, start + mention.start);
  const after = spec.document.text.slice(start + mention.end, start + sentence.end);
  const from = sentence.start + Math.max(before.lastIndexOf(','), before.lastIndexOf(';')) + 1;
  const to = mention.end + (/[,;]/.exec(after)?.index ?? after.length);
  const inClause = (p: { start: number; end: number }) => p.start >= from && p.end <= to;
  return proofs.some(inClause) || !places.some((p) => p.id === 'normative-strong' && inClause(p));
}

/** "Sozialstandards: OEKO-TEX Standard 100". */
function isColon(spec: Spec, block: number, aspect: AspectPlace, mention: Mention): boolean {
  const start = spec.document.starts[block];
  return aspect.end <= mention.start && /^\s*:\s*$/.test(spec.document.text.slice(start + aspect.end, start + mention.start));
}

/** "GOTS und OEKO-TEX": the other label proves it, this one proves more. With "oder" a bidder may choose the one that does not. */
function sharesProof(spec: Spec, { mention, block }: Placed, aspect: Label['aspects'][number]): boolean {
  const start = spec.document.starts[block];
  return spec.facts[block].mentions.some((other) => {
    if (other.sentence !== mention.sentence) return false;
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
  return namesGoods(spec, requirement);
}

/** A number in force whose products are neither those the demand names nor those the document is about. */
function otherProducts(
  spec: Spec,
  { mention, block, requirement }: Placed,
  products: readonly ProductGroup[],
): { hit: Hit; number: string } | undefined {
  const numbers: { hit: Hit; number: LabelNumber }[] = [];
  for (const hit of spec.facts[block].hits) {
    if (hit.kind !== 'label-number' || hit.record !== mention.record || !contains(mention, hit)) continue;
    const number = labelNumber(spec, hit);
    if (number?.status === 'live' && number.products) numbers.push({ hit, number });
  }
  if (numbers.length === 0) return undefined;
  const named = namedGroups(spec, { mention, block, requirement });
  const groups = named.length > 0 || !namesGoodsInGeneral(spec, requirement) ? named : products.map((p) => p.id);
  // Services use goods of many kinds.
  if (groups.length === 0 || groups.some((id) => spec.compiled.catalogue.products.get(id)?.contract !== 'supplies')) return undefined;
  const bought = new Set([...groups, ...products.map((p) => p.id)]);
  const wrong = numbers.find(({ number }) => !number.products!.some((id) => bought.has(id)));
  return wrong && { hit: wrong.hit, number: wrong.number.number };
}

/** "Die Ware", "alle Produkte": what the document buys. */
function namesGoodsInGeneral(spec: Spec, requirement: Requirement): boolean {
  const { places } = spec.facts[requirement.block];
  const start = spec.document.starts[requirement.block];
  return places.some(
    (p) =>
      p.id === 'aspect-product' &&
      hasSentence(requirement, p.sentence) &&
      /^(?:ware|produkt|artikel|erzeugnis|product|good|article)/i.test(spec.document.text.slice(start + p.start, start + p.end)),
  );
}

function groupsOf(spec: Spec, placed: Placed, products: readonly ProductGroup[]): string[] {
  const named = namedGroups(spec, placed);
  return named.length > 0 ? named : products.map((p) => p.id);
}

/** Product groups named in the demand, its lead-in, column header or heading. "Papier für Drucker" is about paper. */
function namedGroups(spec: Spec, { block, requirement }: Placed): string[] {
  const { leadInOf, headerOf, sections, sectionOf } = spec.outline;
  const named = new Set<string>();
  const collect = (other: number, first = 0, last = Number.POSITIVE_INFINITY) => {
    if (other < 0) return;
    const start = spec.document.starts[other];
    for (const hit of spec.facts[other].hits) {
      if (hit.kind !== 'product' || hit.sentence < first || hit.sentence > last) continue;
      if (
        /(?:^|\s)(?:für|for|zum|zur|im)\s+(?:\S+\s+)?$/.test(
          spec.document.text.slice(Math.max(0, start + hit.start - 25), start + hit.start),
        )
      )
        continue;
      named.add(hit.record);
    }
  };
  collect(block, requirement.firstSentence, requirement.lastSentence);
  if (spec.document.blocks[block].kind === 'paragraph' && requirement.firstSentence > 0)
    collect(block, requirement.firstSentence - 1, requirement.firstSentence - 1);
  collect(leadInOf[block]);
  collect(headerOf[block]);
  if (named.size === 0) collect(sections[sectionOf[block]].heading);
  return [...named];
}
