import { hasEnded } from '../catalogue/catalogue';
import type { CompiledCatalogue } from '../catalogue/compile';
import type { Criterion } from '../catalogue/schema';
import type { Language, Level } from '../context';
import { type Marker, passageAfter } from '../facts/directives';
import type { BlockFacts, Sentence } from '../facts/model';
import { readFacts } from '../facts/readFacts';
import type { Spec } from '../facts/spec';
import type { RelatedPlace, RuleId } from '../findings';
import { renderClause } from '../fixes/clause';
import type { Block, Span } from '../text/model';
import { type RuleInput, related } from './rule';

/** Sentences of one block, both inclusive. */
export interface PassagePart {
  readonly block: number;
  readonly first: number;
  readonly last: number;
}

/** What stands behind a marker: the text that was taken from its criterion. */
export interface MarkedPassage {
  readonly marker: Marker;
  readonly criterion: Criterion;
  readonly parts: readonly PassagePart[];
  /** Absolute range of its words, for a passage in one paragraph or item; lists and tables are not replaced as a whole. */
  readonly text?: Span;
}

/** The marked passages of a document. A marker nothing stands behind has a passage without parts. */
export function markedPassages({ spec, directives }: Pick<RuleInput, 'spec' | 'directives'>): MarkedPassage[] {
  return directives.markers.flatMap((marker) => {
    const criterion = spec.compiled.catalogue.criteria.get(marker.criterion);
    return criterion ? [passageOf(spec, marker, criterion, directives.markers)] : [];
  });
}

function passageOf(spec: Spec, marker: Marker, criterion: Criterion, markers: readonly Marker[]): MarkedPassage {
  const { blocks, starts } = spec.document;
  let { first, end } = passageAfter(spec.document, marker.block);
  // A heading is no clause: the marker above it speaks of what stands below.
  while (first < end && spec.facts[first]?.words === 0) first++;
  if (blocks[first]?.kind === 'heading' && !blocks[first].position) {
    first++;
    end = first;
    while (end < blocks.length && blocks[end].kind !== 'heading') end++;
  }
  const next = markers.find((m) => m.block > marker.block && m.block < end);
  if (next) end = next.block;
  const parts: PassagePart[] = [];
  let from = 0;
  let to = 0;
  for (let block = first; block < Math.min(end, blocks.length); block++) {
    const { sentences } = spec.facts[block];
    const own = block === marker.block;
    const after = own ? sentences.findIndex((s) => s.end > marker.end) : 0;
    const until = own ? markers.find((m) => m.block === block && m.start > marker.start)?.start : undefined;
    const firstSentence = Math.max(0, after);
    const last = sentences.filter((s) => until === undefined || s.start < until).length - 1;
    if (sentences.length === 0 || last < firstSentence) continue;
    parts.push({ block, first: firstSentence, last });
    from = starts[block] + sentences[firstSentence].start;
    to = starts[block] + (until ?? blocks[block].content.end);
    if (own && after < 0) to = Math.min(to, starts[block] + marker.start);
    else if (own) from = Math.max(from, starts[block] + marker.end);
  }
  const one = parts.length === 1 && (blocks[parts[0].block].kind === 'paragraph' || blocks[parts[0].block].kind === 'list-item');
  return { marker, criterion, parts, ...(one ? { text: trimmed(spec.document.text, from, to) } : {}) };
}

function trimmed(text: string, start: number, end: number): Span {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(text[from])) from++;
  while (to > from && /\s/.test(text[to - 1])) to--;
  return { start: from, end: to };
}

/** Whether the marker speaks of the criterion as it stands now. */
export function isInForce({ marker, criterion }: MarkedPassage): boolean {
  return marker.version === criterion.version && !hasEnded(criterion);
}

/** Sentences of a passage with the facts of their block. */
export function* sentencesOf(
  spec: Spec,
  { parts }: MarkedPassage,
): Generator<{ block: number; index: number; sentence: Sentence; facts: BlockFacts }> {
  for (const { block, first, last } of parts) {
    const facts = spec.facts[block];
    for (let index = first; index <= last; index++) yield { block, index, sentence: facts.sentences[index], facts };
  }
}

/** The clause of a criterion as it stands now, shown beside the passage: the reader sees the difference. */
export function clauseBeside(spec: Spec, { parts }: MarkedPassage, criterion: Criterion | undefined, rule: RuleId): RelatedPlace[] {
  const part = parts[0];
  if (!part || !criterion) return [];
  const { sentences } = spec.facts[part.block];
  const { text } = renderClause(criterion, spec.context.level ?? 1, spec.language);
  const span = { start: sentences[part.first].start, end: sentences[part.last].end };
  return [related(spec, part.block, span, { id: `${rule}.clause`, values: { text } })];
}

const known = new WeakMap<CompiledCatalogue, Map<string, BlockFacts>>();

/** What the demand of a criterion says, read like any text: its values, modals and equivalence phrases. */
export function demandFacts(compiled: CompiledCatalogue, criterion: Criterion, level: Level, language: Language): BlockFacts {
  return clauseFacts(
    compiled,
    `${criterion.id} ${level} ${language} demand`,
    language,
    () => renderClause(criterion, level, language).demand,
  );
}

/** The same for demand and proof together. */
export function wholeFacts(compiled: CompiledCatalogue, criterion: Criterion, level: Level, language: Language): BlockFacts {
  return clauseFacts(compiled, `${criterion.id} ${level} ${language} all`, language, () => renderClause(criterion, level, language).text);
}

function clauseFacts(compiled: CompiledCatalogue, key: string, language: Language, textOf: () => string): BlockFacts {
  const facts = known.get(compiled) ?? new Map<string, BlockFacts>();
  known.set(compiled, facts);
  const kept = facts.get(key);
  if (kept) return kept;
  const text = textOf();
  const block: Block = { ...paragraph, length: text.length, content: { start: 0, end: text.length } };
  const found = readFacts(text, 0, block, compiled, language);
  facts.set(key, found);
  return found;
}

const paragraph = {
  kind: 'paragraph',
  level: 0,
  number: '',
  position: false,
  quoted: false,
  cells: [],
  masked: [],
  directives: [],
  hash: 0,
} as const;
