import type { Product, Slot } from '../catalogue/schema';
import { hasVocabulary } from './model';
import { hasSentence, type Requirement, type Spec, slotOf } from './spec';

/** A product group the document is about, with its first mention in a heading, `subject` or `specification`. */
export interface ProductGroup {
  readonly id: string;
  readonly block: number;
  /** Relative to the block. */
  readonly start: number;
  readonly end: number;
  /** Named in front matter, settings or `.gruenstift.yaml`, not found in the text. */
  readonly given: boolean;
}

/** Blocks at the top of the text that count as its title. */
const titleBlocks = 6;
/** A longer paragraph at the top is a text already. */
const titleWords = 30;
/** Weight a group needs: a title, a heading or paragraph of the subject, or many blocks that name it. A block counts once. */
const enough = 3;
/** A group that weighs less than this share of the heaviest one was named in passing. */
const share = 0.4;

/**
 * The product groups of a document: those given by context, else those its title, `subject` and `specification` name.
 * Goods under "ausgenommen sind" do not count; a product named once in passing is not the subject.
 */
export function readProducts(spec: Spec): ProductGroup[] {
  const { products } = spec.compiled.catalogue;
  const given = spec.context.products;
  // A text without a block has no place for a mark.
  if (spec.document.blocks.length === 0) return [];
  const weights = new Map<string, { weight: number; rank: number; first?: { block: number; start: number; end: number } }>();
  for (const block of spec.about.product) {
    const { hits } = spec.facts[block];
    for (const hit of hits) {
      if (hit.kind !== 'product' || hit !== hits.find((h) => h.kind === 'product' && h.record === hit.record)) continue;
      const entry = weights.get(hit.record) ?? { weight: 0, rank: Number.POSITIVE_INFINITY };
      weights.set(hit.record, entry);
      if (isExcluded(spec, block, hit.sentence)) continue;
      const slot = slotOf(spec, block);
      const weight = weightOf(spec, block, slot);
      entry.weight += weight;
      const rank = rankOf(spec, block, slot);
      if (weight > 0 && rank < entry.rank) {
        entry.rank = rank;
        entry.first = { block, start: hit.start, end: hit.end };
      }
    }
  }
  if (given) {
    return [...new Set(given)]
      .filter((id) => products.has(id))
      .map((id) => ({ id, given: true, ...(weights.get(id)?.first ?? topOf(spec)) }));
  }
  const heaviest = Math.max(0, ...[...weights.values()].map((w) => w.weight));
  return [...weights]
    .filter(([id, w]) => w.first && w.weight >= enough && w.weight >= heaviest * share && !products.get(id)?.explicit_only)
    .map(([id, w]) => ({ id, given: false, ...w.first! }))
    .sort((a, b) => a.block - b.block || a.start - b.start);
}

const slotWeight: Readonly<Record<Slot, { heading: number; text: number }>> = {
  subject: { heading: 3, text: 3 },
  specification: { heading: 3, text: 0.5 },
  unknown: { heading: 1.5, text: 0.2 },
  context: { heading: 0.5, text: 0.2 },
  performance: { heading: 1, text: 0 },
  award: { heading: 0, text: 0 },
  selection: { heading: 0, text: 0 },
  evidence: { heading: 0, text: 0 },
};

function weightOf(spec: Spec, block: number, slot: Slot): number {
  const { kind, level } = spec.document.blocks[block];
  const short = spec.facts[block].words <= titleWords || isBoldTitle(spec, block);
  const title = block < titleBlocks && short && (slot === 'unknown' || slot === 'subject');
  if (title && (kind === 'heading' || kind === 'paragraph')) return kind === 'heading' && level <= 1 ? 4 : 3;
  if (kind === 'heading') return slotWeight[slot].heading;
  return slotWeight[slot === 'subject' && isRequirementOfMany(spec, block) ? 'specification' : slot].text;
}

/** A section of more blocks that is headed "Leistungsumfang" specifies: its sentences name more than the subject. */
const mostOfSubject = 8;

/** A sentence in such a section; the items of a list of goods are shorter. */
function isRequirementOfMany({ outline: { sections, sectionOf }, facts }: Spec, block: number): boolean {
  const { heading, last } = sections[sectionOf[block]];
  return last - heading > mostOfSubject && facts[block].words >= 12;
}

/** A paragraph in bold above the first heading is a title, whatever its length: converters make such of the head of a form. */
function isBoldTitle({ document, outline }: Spec, block: number): boolean {
  if (outline.sectionOf[block] !== 0) return false;
  const { content } = document.blocks[block];
  const words = document.text.slice(document.starts[block] + content.start, document.starts[block] + content.end).trim();
  return words.startsWith('**') && words.endsWith('**') && words.indexOf('**', 2) === words.length - 2;
}

/** Where a mark about the group belongs: rather at a heading or where the subject is described than at a word in passing; a row of a list of goods comes next. */
function rankOf(spec: Spec, block: number, slot: Slot): number {
  const { kind } = spec.document.blocks[block];
  if (kind === 'heading' || slot === 'subject' || slot === 'specification') return 0;
  if (kind === 'paragraph' && block < titleBlocks) return 0;
  return kind === 'table-row' ? 1 : 2;
}

/** "Ausgenommen sind …", in the sentence itself, in the lead-in of its list, or in the heading above. */
function isExcluded(spec: Spec, block: number, sentence: number): boolean {
  const { facts, outline } = spec;
  if (hasVocabulary(facts[block].sentences[sentence].vocabulary, 'excluded-goods')) return true;
  const leadIn = outline.leadInOf[block];
  if (leadIn >= 0 && hasVocabulary(facts[leadIn].vocabulary, 'excluded-goods')) return true;
  const heading = outline.sections[outline.sectionOf[block]]?.heading ?? -1;
  return heading >= 0 && hasVocabulary(facts[heading].vocabulary, 'excluded-goods');
}

function topOf(spec: Spec): { block: number; start: number; end: number } {
  const block = spec.document.blocks.findIndex((b) => b.kind === 'heading' || b.kind === 'paragraph');
  if (block < 0) return { block: 0, start: 0, end: spec.document.blocks[0].length };
  const { content } = spec.document.blocks[block];
  return { block, start: content.start, end: content.end };
}

/** Whether a requirement speaks of things delivered, not of the bidder alone: of goods in general, of supplies, or of one of these groups. */
export function namesGoods(spec: Spec, requirement: Requirement, groups: ReadonlySet<string> = new Set()): boolean {
  const { places, hits } = spec.facts[requirement.block];
  const { products } = spec.compiled.catalogue;
  const isGoods = (id: string) => groups.has(id) || products.get(id)?.contract === 'supplies';
  return (
    places.some((p) => p.id === 'aspect-product' && hasSentence(requirement, p.sentence)) ||
    hits.some((h) => h.kind === 'product' && hasSentence(requirement, h.sentence) && isGoods(h.record))
  );
}

/** Whether the contract is of this kind: as somebody said, else as all goods of the document are bought. */
export function isContractFor(contract: Product['contract'], { context, compiled }: Spec, products: readonly ProductGroup[]): boolean {
  if (context.contract) return context.contract === contract;
  return products.length > 0 && products.every(({ id }) => compiled.catalogue.products.get(id)?.contract === contract);
}
