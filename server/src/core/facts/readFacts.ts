import type { Catalogue } from '../catalogue/catalogue';
import type { CompiledCatalogue } from '../catalogue/compile';
import type { Language } from '../context';
import type { Match, Tokens } from '../match/model';
import { readQuantities } from '../match/quantities';
import { readStandards } from '../match/standards';
import type { Block, Span } from '../text/model';
import { withClosingBracket } from '../text/span';
import { asOneLine } from './asOneLine';
import { isMarked, readMarkedBrands } from './brands';
import { withoutExceptions } from './exceptions';
import {
  type BlockFacts,
  emptyVocabulary,
  type Hit,
  type Mention,
  noFacts,
  type Sentence,
  type VocabularyHit,
  type VocabularySet,
  vocabularyBit,
} from './model';
import { topicsOf } from './topics';

/** Reads what one block says. `start` is its absolute offset; all results are relative to it. */
export function readFacts(text: string, start: number, block: Block, compiled: CompiledCatalogue, language: Language): BlockFacts {
  if (block.kind === 'code' || block.kind === 'comment' || block.kind === 'front-matter' || block.kind === 'furniture') return noFacts;
  const reading = new Reading();
  if (block.cells.length === 0)
    readPart(reading, text, start, block, { masked: masksOf(block), breaks: none, items: none }, compiled, language);
  else
    for (const part of partsOf(block, text.slice(start, start + block.length)))
      readPart(reading, text, start, block, part, compiled, language);
  if (block.kind === 'table-row') readRowClasses(reading, text, start, block, compiled);
  return finish(reading, text, start, block, language);
}

/** A stretch of a block read as running text: its own masks, where a new sentence begins, and which of these places begin an item. */
interface Part {
  readonly masked: readonly Span[];
  readonly breaks: readonly number[];
  readonly items: readonly number[];
}

/** Most blocks name nothing, ask for nothing, measure nothing: they share one empty list. */
const none: readonly never[] = [];

/** What is no prose, the bullet or number in front included. */
function masksOf({ content, masked }: Block): readonly Span[] {
  return content.start > 0 ? [{ start: 0, end: content.start }, ...masked.filter((m) => m.end > content.start)] : masked;
}

/** One part for a row; one a cell where the lines of neighbouring columns interleave. */
function partsOf(block: Block, words: string): Part[] {
  const { cells, kind } = block;
  const masked = masksOf(block);
  const items = kind === 'table-row' ? itemsOf(block, words) : none;
  if (cells.every((pieces) => pieces.length === 1)) {
    return [{ masked, breaks: inOrder([...cells.map(([piece]) => piece.start), ...paragraphsOf(words)], items), items }];
  }
  return cells.flatMap((pieces) => {
    if (pieces.length === 0) return [];
    const own = items.filter((item) => pieces.some((piece) => piece.start <= item && item < piece.end));
    return [{ masked: outside(pieces, block), breaks: own, items: own }];
  });
}

function inOrder(a: readonly number[], b: readonly number[]): readonly number[] {
  if (b.length === 0 && a.every((place, i) => i === 0 || a[i - 1] < place)) return a;
  return [...new Set([...a, ...b])].sort((x, y) => x - y);
}

/** Where HTML ends a paragraph or line inside a cell. */
function paragraphsOf(words: string): number[] {
  if (!words.includes('<')) return [];
  return [...words.matchAll(/<\/?(?:p|br|div|h\d|ul|ol)\b[^>]*>/gi)].map((tag) => tag.index + tag[0].length);
}

const lineItem = /\n[ \t|]*(?=(?:\(?[a-z]\)|\(?\d{1,2}\)|[•▪●○◦‣]))|<li\b[^>]*>/gi;
const pieceItem = /(?:\(?[a-z]\)|\(?\d{1,2}\)|[•▪●○◦‣])/y;

/** Where lettered, numbered or bulleted items begin inside a table row, relative to the block, ascending. */
function itemsOf({ cells }: Block, words: string): readonly number[] {
  const found = words.includes('\n') || words.includes('<') ? [...words.matchAll(lineItem)].map((mark) => mark.index + mark[0].length) : [];
  for (const pieces of cells) {
    for (const { start } of pieces) {
      pieceItem.lastIndex = start;
      if (pieceItem.test(words)) found.push(start);
    }
  }
  return found.length < 2 ? found : inOrder(found, none);
}

/** Everything of the block but these pieces. */
function outside(pieces: readonly Span[], block: Block): Span[] {
  const gaps: Span[] = [];
  let at = 0;
  for (const piece of pieces) {
    if (piece.start > at) gaps.push({ start: at, end: piece.start });
    for (const mask of block.masked) if (mask.start >= piece.start && mask.end <= piece.end) gaps.push(mask);
    at = piece.end;
  }
  if (at < block.length) gaps.push({ start: at, end: block.length });
  return gaps;
}

/** A sentence while it is read: its words come in one by one. Until the first of them it shares the empty set. */
interface OpenSentence extends Sentence {
  vocabulary: VocabularySet;
}

/** What grows while the parts of a block are read. */
class Reading {
  words = 0;
  /** Items of the parts read so far. */
  items = 0;
  sentences: OpenSentence[] = [];
  mentions: Mention[] = [];
  hits: Hit[] = [];
  places: VocabularyHit[] = [];
  quantities: BlockFacts['quantities'][number][] = [];
}

function readPart(
  reading: Reading,
  text: string,
  start: number,
  block: Block,
  part: Part,
  compiled: CompiledCatalogue,
  language: Language,
): void {
  const { matcher, catalogue } = compiled;
  const tokens = matcher.tokenise(text, start, start + block.content.end, part.masked, part.breaks);
  if (tokens.count === 0) return;
  const base = reading.sentences.length;
  reading.words += tokens.count;
  addSentences(reading, tokens, part.items);
  const standards = readStandards(text, start, tokens, matcher);
  const quantities = readQuantities(text, start, tokens, matcher, language);
  for (const quantity of quantities) reading.quantities.push(base === 0 ? quantity : { ...quantity, sentence: base + quantity.sentence });
  for (const standard of standards) {
    const sentence = base + tokens.sentence[standard.firstToken];
    reading.mentions.push({
      kind: 'standard',
      record: '',
      text: standard.name,
      start: standard.start,
      end: standard.end,
      sentence,
      standard,
      doubtful: false,
    });
  }
  for (const match of withoutExceptions(matcher.match(tokens, { standards, quantities }))) {
    addMatch(reading, text, start, match, base + tokens.sentence[match.firstToken], catalogue);
  }
}

/**
 * "Geschirrspüler | Energieeffizienzklasse A+++": the product in one cell, its class in another. Outdated classes are looked for in the whole row.
 */
function readRowClasses(reading: Reading, text: string, start: number, block: Block, { matcher, catalogue }: CompiledCatalogue): void {
  if (!text.slice(start, start + block.length).includes('A+') || block.cells.some((pieces) => pieces.length > 1)) return;
  const tokens = matcher.tokenise(text, start, start + block.content.end, masksOf(block), none);
  for (const { owner, start: from, end: to } of withoutExceptions(matcher.match(tokens))) {
    if (owner.kind !== 'reference' || catalogue.references.get(owner.id)?.kind !== 'class') continue;
    const written = /A\+{1,3}/.exec(text.slice(start + from, start + to));
    if (!written || reading.hits.some((hit) => hit.record === owner.id)) continue;
    const at = from + written.index;
    const sentence = reading.sentences.findIndex((s) => s.start <= at && at < s.end);
    if (sentence < 0) continue;
    reading.hits.push({ kind: 'reference', record: owner.id, role: owner.role, start: at, end: at + written[0].length, sentence });
  }
}

function addSentences(reading: Reading, tokens: Tokens, items: readonly number[]): void {
  let from = 0;
  for (let i = 1; i <= tokens.count; i++) {
    if (i < tokens.count && tokens.sentence[i] === tokens.sentence[from]) continue;
    const start = tokens.start[from];
    let begun = 0;
    while (begun < items.length && items[begun] <= start) begun++;
    const item = begun === 0 ? 0 : reading.items + begun;
    reading.sentences.push({ start, end: tokens.end[i - 1], item, vocabulary: emptyVocabulary });
    from = i;
  }
  reading.items += items.length;
}

function addMatch(reading: Reading, text: string, blockStart: number, match: Match, sentence: number, catalogue: Catalogue): void {
  const { kind, id, role } = match.owner;
  const { start, end } = match;
  switch (kind) {
    case 'vocabulary': {
      const found = vocabularyBit(id);
      if (!found) break;
      const said = reading.sentences[sentence];
      // The sentence's own list once it says anything; the empty one is shared.
      if (said.vocabulary === emptyVocabulary) said.vocabulary = [...emptyVocabulary];
      (said.vocabulary as number[])[found.index] |= found.bit;
      reading.places.push({ id: found.id, start, end, sentence });
      break;
    }
    case 'label': {
      const closed = withClosingBracket(text, blockStart, match).end;
      if (role !== 'find') {
        const number = designationOf(text, blockStart, match);
        reading.hits.push({ kind: 'label-number', record: id, role, ...number, sentence });
      }
      reading.mentions.push({
        kind,
        record: id,
        text: asOneLine(text, blockStart + start, blockStart + closed),
        start,
        end: closed,
        sentence,
        doubtful: false,
      });
      break;
    }
    case 'brand': {
      const doubtful = catalogue.brands.get(id)?.ambiguous === true;
      reading.mentions.push({
        kind,
        record: id,
        text: asOneLine(text, blockStart + start, blockStart + end),
        start,
        end,
        sentence,
        doubtful,
      });
      break;
    }
    case 'wording':
    case 'reference':
    case 'product':
    case 'criterion':
      reading.hits.push({ kind, record: id, role, start, end, sentence });
      break;
  }
}

const criteriaNumber = /(?:(?:DE|RAL)[\s-]*)?(?:UZ|ZU)[\s-]*(?:Nr\.?\s*)?\d+[a-z]?/i;

/** The number itself in what a phrase found: "DE-UZ 194" of "Blauer Engel (DE-UZ 194". It may be replaced, the label beside it stays. */
function designationOf(text: string, blockStart: number, { start, end }: Match): Span {
  const found = criteriaNumber.exec(text.slice(blockStart + start, blockStart + end));
  return found ? { start: start + found.index, end: start + found.index + found[0].length } : { start, end };
}

function finish(reading: Reading, text: string, start: number, block: Block, language: Language): BlockFacts {
  if (reading.words === 0) return noFacts;
  const { sentences, places } = reading;
  let vocabulary = emptyVocabulary;
  for (const { vocabulary: own } of sentences) {
    if (own === emptyVocabulary) continue;
    vocabulary = vocabulary === emptyVocabulary ? own : vocabulary.map((bits, i) => bits | own[i]);
  }
  const sentenceAt = (offset: number) => {
    const found = sentences.findIndex((s) => s.start <= offset && offset <= s.end);
    return Math.max(0, found);
  };
  const marked = readMarkedBrands(text, start, block.length, places, sentenceAt);
  const named = marked.length === 0 ? reading.mentions : reading.mentions.concat(marked);
  const all = named.map((mention) => {
    if (!mention.doubtful || !isMarked(text, start, mention, places)) return mention;
    return { ...mention, doubtful: false };
  });
  const distinct = all.length > 1 ? joined(mostSpecific(all), text, start) : all;
  const mentions = language === 'en' && distinct.length > 0 ? designated(distinct, text, start, block.length) : distinct;
  const hits = reading.hits.sort((a, b) => a.start - b.start || b.end - a.end);
  const topics = topicsOf({ mentions, hits, vocabulary });
  return {
    words: reading.words,
    sentences,
    mentions: mentions.length > 0 ? mentions : none,
    hits: hits.length > 0 ? hits : none,
    places: places.length > 0 ? places : none,
    quantities: reading.quantities.length > 0 ? reading.quantities : none,
    topics,
    vocabulary,
    quotations: topics !== 0 || places.some((p) => p.id.startsWith('duty-')) ? quotationsOf(text.slice(start, start + block.length)) : none,
  };
}

/** Of overlapping mentions the one that says more: a label before a standard ("ISO 14001"), the longer before the shorter. */
function mostSpecific(mentions: readonly Mention[]): Mention[] {
  const rank = (m: Mention) => (m.kind === 'label' ? 0 : m.kind === 'standard' ? 1 : 2);
  const sorted = [...mentions].sort((a, b) => a.start - b.start || b.end - a.end || rank(a) - rank(b));
  const kept: Mention[] = [];
  for (const mention of sorted) {
    const last = kept[kept.length - 1];
    if (!last || mention.start >= last.end) kept.push(mention);
    else if (rank(mention) < rank(last) || (rank(mention) === rank(last) && mention.end - mention.start > last.end - last.start))
      kept[kept.length - 1] = mention;
    else if (last.doubtful && !mention.doubtful) kept[kept.length - 1] = mention;
  }
  return kept;
}

/** Maker and product line side by side ("Intel® Core i7") are one mention. */
function joined(mentions: readonly Mention[], text: string, start: number): Mention[] {
  const kept: Mention[] = [];
  for (const mention of mentions) {
    const last = kept[kept.length - 1];
    if (
      last?.kind === 'brand' &&
      mention.kind === 'brand' &&
      /^(?:[ \t]|®|™|\(R\)|\(TM\))*$/.test(text.slice(start + last.end, start + mention.start))
    ) {
      const words = text.slice(start + last.start, start + mention.end).replace(/\s+/g, ' ');
      kept[kept.length - 1] = {
        ...last,
        record: last.record || mention.record,
        end: mention.end,
        text: words,
        doubtful: last.doubtful && mention.doubtful,
      };
    } else kept.push(mention);
  }
  return kept;
}

/** Words in capitals behind a make, as English writes what it makes: "Intel® Trusted Execution Technology". German writes every noun so. */
const designation = /(?:[®™]|\(R\)|\(TM\))?(?:[ \t]*\s[ \t]*\p{Lu}[\p{L}\d-]*){1,3}/uy;

function designated(mentions: readonly Mention[], text: string, start: number, length: number): Mention[] {
  return mentions.map((mention, i) => {
    if (mention.kind !== 'brand') return mention;
    designation.lastIndex = start + mention.end;
    const found = designation.exec(text);
    if (!found) return mention;
    const end = Math.min(mention.end + found[0].length, length, mentions[i + 1]?.start ?? length);
    return { ...mention, end, text: asOneLine(text, start + mention.start, start + end).trim() };
  });
}

const quotation = /„[^“”"]{1,400}[“”"]|“[^”]{1,400}”|»[^«]{1,400}«|«[^»]{1,400}»|(?<![\p{L}\d])"[^"]{2,400}"/gu;

function quotationsOf(text: string): readonly Span[] {
  if (!/[„“»«"]/.test(text)) return none;
  return [...text.matchAll(quotation)].map((m) => ({ start: m.index, end: m.index + m[0].length }));
}
