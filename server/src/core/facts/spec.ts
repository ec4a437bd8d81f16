import type { CompiledCatalogue } from '../catalogue/compile';
import type { Slot } from '../catalogue/schema';
import type { Language, WritingContext } from '../context';
import type { Span, SpecDocument } from '../text/model';
import type { Outline } from '../text/outline';
import { cellAt, contains } from '../text/span';
import { asOneLine } from './asOneLine';
import { isMakeOnly } from './brands';
import { type BlockFacts, hasVocabulary, type Sentence, type VocabularyId } from './model';
import type { TopicIndex } from './topics';

/**
 * A specification as the rules see it: text, outline, facts a block, and what is known about the procedure.
 * Rules read it and nothing else.
 */
export interface Spec {
  readonly document: SpecDocument;
  readonly outline: Outline;
  /** One entry a block. */
  readonly facts: readonly BlockFacts[];
  /** Which blocks speak of what: rules visit these and no others. */
  readonly about: TopicIndex;
  /** Slot a section, indexed like `outline.sections`. */
  readonly slots: readonly Slot[];
  readonly context: WritingContext;
  readonly language: Language;
  /** ISO date whose law applies: the start of the procedure, else today. */
  readonly day: string;
  readonly compiled: CompiledCatalogue;
}

/**
 * The unit a demand is judged by: a sentence of a paragraph, a list item, a table row, or a position of a bill of quantities.
 * `firstSentence` and `lastSentence` are inclusive.
 */
export interface Requirement {
  readonly block: number;
  readonly firstSentence: number;
  readonly lastSentence: number;
}

export function slotOf(spec: Spec, block: number): Slot {
  return spec.slots[spec.outline.sectionOf[block]] ?? 'unknown';
}

/** The outermost section of the same slot around a block: "Ausführungsbedingungen" with its subsections. A section of no slot stands for itself. */
export function chapterOf({ outline: { sections, sectionOf }, slots }: Pick<Spec, 'outline' | 'slots'>, block: number): number {
  let section = sectionOf[block];
  while (slots[section] !== 'unknown' && slots[sections[section].parent] === slots[section]) section = sections[section].parent;
  return section;
}

/** A row or item of more words is prose set in a table: each of its sentences demands for itself. */
const proseRow = 80;

/** A list item or table row is one requirement (an item inside a row is one of its own); in other blocks each sentence is. */
export function requirementAt(spec: Spec, block: number, sentence: number): Requirement {
  const { kind } = spec.document.blocks[block];
  const { sentences, words } = spec.facts[block];
  if ((kind !== 'list-item' && kind !== 'table-row') || words > proseRow) return { block, firstSentence: sentence, lastSentence: sentence };
  const { item } = sentences[sentence];
  let firstSentence = sentence;
  let lastSentence = sentence;
  while (firstSentence > 0 && sentences[firstSentence - 1].item === item) firstSentence--;
  while (lastSentence + 1 < sentences.length && sentences[lastSentence + 1].item === item) lastSentence++;
  return { block, firstSentence, lastSentence };
}

/** Whether any sentence of the requirement has a word of the vocabulary. */
export function says(spec: Spec, requirement: Requirement, id: VocabularyId): boolean {
  const { sentences } = spec.facts[requirement.block];
  for (let i = requirement.firstSentence; i <= requirement.lastSentence; i++) {
    if (hasVocabulary(sentences[i].vocabulary, id)) return true;
  }
  return false;
}

/** Words as written, line breaks folded. `span` is relative to the block. */
export function wordsAt({ document }: Spec, block: number, span: Span): string {
  const start = document.starts[block];
  return asOneLine(document.text, start + span.start, start + span.end);
}

/** All of a block as written, for places relative to it. */
export function blockText({ document }: Pick<Spec, 'document'>, block: number): string {
  return document.text.slice(document.starts[block], document.starts[block] + document.blocks[block].length);
}

/** Whether a sentence of the requirement's block is part of it. */
export function hasSentence({ firstSentence, lastSentence }: Requirement, sentence: number): boolean {
  return firstSentence <= sentence && sentence <= lastSentence;
}

/** The sentence that follows the requirement in its block. */
export function nextSentence(spec: Spec, requirement: Requirement): Sentence | undefined {
  return spec.facts[requirement.block].sentences[requirement.lastSentence + 1];
}

/** Absolute range of a requirement. */
export function rangeOf(spec: Spec, requirement: Requirement): Span {
  const start = spec.document.starts[requirement.block];
  const { sentences } = spec.facts[requirement.block];
  return { start: start + sentences[requirement.firstSentence].start, end: start + sentences[requirement.lastSentence].end };
}

/**
 * Whether the requirement binds anybody: a modal, the contractor or the goods as subject, a row or item outside `context`, or the
 * present tense of a section that holds demands, the notes of a bill of quantities included. What exists today and what bidders say of themselves is no demand.
 */
export function isNormative(spec: Spec, requirement: Requirement): boolean {
  const { block } = requirement;
  const slot = slotOf(spec, block);
  if (slot === 'context') return false;
  const { kind, quoted } = spec.document.blocks[block];
  if (quoted && !spec.document.quotesArePlain) return false;
  if (spec.outline.positionOf[block] >= 0) return true;
  if (kind === 'heading' || kind === 'table-header' || isBiddersBox(spec, block)) return false;
  if (says(spec, requirement, 'normative-strong')) return true;
  if (says(spec, requirement, 'existing-state')) return false;
  if (says(spec, requirement, 'normative-soft') || spec.outline.noteOf[block] >= 0) return true;
  if (slot === 'specification' || slot === 'award' || slot === 'performance' || slot === 'selection' || slot === 'evidence') return true;
  if (says(spec, requirement, 'contractor')) return true;
  if (kind === 'table-row') return true;
  // "Fabrikat: Muster" on a line of its own prescribes, whatever stands around it.
  if (spec.facts[block].words <= telegram && prescribesMake(spec, requirement)) return true;
  if (kind === 'list-item') {
    const leadIn = spec.outline.leadInOf[block];
    return slot !== 'unknown' || (leadIn >= 0 && leadInIsNormative(spec, leadIn)) || isBelowGoods(spec, block);
  }
  return false;
}

/** "2.1 Bürostühle" above a list says what is bought; the items say how it has to be. */
function isBelowGoods({ outline, facts }: Spec, block: number): boolean {
  const { heading } = outline.sections[outline.sectionOf[block]];
  if (heading < 0 || hasVocabulary(facts[heading].vocabulary, 'existing-state')) return false;
  return facts[heading].hits.some((h) => h.kind === 'product');
}

/** A line of no more words is no sentence about a make but names one. */
const telegram = 12;

function prescribesMake(spec: Spec, requirement: Requirement): boolean {
  const { block } = requirement;
  return (
    says(spec, requirement, 'brand-marker') &&
    spec.facts[block].places.some(
      (p) => p.id === 'brand-marker' && hasSentence(requirement, p.sentence) && isMakeOnly(wordsAt(spec, block, p)),
    )
  );
}

/** "☐ Wir sind zertifiziert": a box the bidder ticks. */
function isBiddersBox(spec: Spec, block: number): boolean {
  return spec.document.blocks[block].kind === 'list-item' && biddersBox.test(blockText(spec, block).slice(0, 30));
}

const biddersBox = /^[-*+•]?\s*(?:\[[ xX]?\]|[☐☑☒□])\s*(?:Wir|Ich|We|I)\s/;

function leadInIsNormative(spec: Spec, block: number): boolean {
  const { vocabulary } = spec.facts[block];
  return (
    hasVocabulary(vocabulary, 'normative-strong') || hasVocabulary(vocabulary, 'normative-soft') || hasVocabulary(vocabulary, 'contractor')
  );
}

/** Whether `span` (relative to the block) lies in a passage quoted or defined: such words are mentioned, not used. */
export function isQuoted(spec: Spec, block: number, span: Span, sentence: number): boolean {
  const { quotations, sentences } = spec.facts[block];
  if (quotations.length === 0) return false;
  const { vocabulary } = sentences[sentence];
  if (!hasVocabulary(vocabulary, 'quotation-intro') && !hasVocabulary(vocabulary, 'definition')) {
    return false;
  }
  return quotations.some((q) => contains(q, span));
}

/** The sentence that leads in the list a block is an item of, -1 when it is none or a heading alone stands above the list. */
export function listSentence({ document, outline }: Spec, block: number): number {
  const leadIn = outline.leadInOf[block];
  return leadIn >= 0 && document.blocks[leadIn].kind !== 'heading' ? leadIn : -1;
}

/** Whether a place of a table row (relative to its block) stands in a column for the bidder's answers. */
export function isBiddersAnswer({ document, outline, facts }: Spec, block: number, place: number): boolean {
  const header = outline.headerOf[block];
  if (header < 0 || !hasVocabulary(facts[header].vocabulary, 'bidder-column')) return false;
  const at = (start: number) => ({ start, end: start + 1 });
  const column = cellAt(document.blocks[block], at(place));
  return (
    column >= 0 && facts[header].places.some((p) => p.id === 'bidder-column' && cellAt(document.blocks[header], at(p.start)) === column)
  );
}
