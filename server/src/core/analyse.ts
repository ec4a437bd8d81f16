import type { CompiledCatalogue } from './catalogue/compile';
import { mergeContexts, readConfig } from './config';
import type { Language, WritingContext } from './context';
import { readAward } from './facts/award';
import type { Award } from './facts/award/scheme';
import { type Buyer, buyerOfProse } from './facts/buyer';
import { type DirectiveProblem, type Directives, readDirectives, unknownName } from './facts/directives';
import { documentClauses } from './facts/equivalence';
import { detectLanguage } from './facts/language';
import { type BlockFacts, noFacts } from './facts/model';
import { regimeOfProse } from './facts/procedure';
import { type ProductGroup, readProducts } from './facts/products';
import { readFacts } from './facts/readFacts';
import { readSlots } from './facts/slots';
import type { Spec } from './facts/spec';
import { indexTopics } from './facts/topics';
import { type Finding, ruleIds } from './findings';
import { runRules } from './rules';
import { readDocument } from './text/document';
import { type FrontMatter, readFrontMatter } from './text/frontMatter';
import type { SpecDocument, TextChange, TextFormat } from './text/model';
import { outline } from './text/outline';

export interface AnalysisRequest {
  readonly text: string;
  readonly format: TextFormat;
  /** What the caller knows about the procedure; the text's front matter overrules it. */
  readonly context: WritingContext;
  /** ISO date of today: the law of this day applies where no start of the procedure is given. */
  readonly today: string;
  /** The one change since the text last analysed with the same cache; saves comparing the two. */
  readonly change?: TextChange;
  /** Findings set aside outside the text, by fingerprint. */
  readonly ignore?: readonly { readonly fingerprint: string; readonly reason: string }[];
}

/** A finding set aside, with the reason given. */
export interface SuppressedFinding {
  readonly finding: Finding;
  readonly reason: string;
}

/** Everything known about one version of a text. Fixes, hovers, lenses and reports read it; only fixes that look at their own result analyse anew. */
export interface Analysis {
  readonly spec: Spec;
  readonly document: SpecDocument;
  readonly context: WritingContext;
  readonly language: Language;
  readonly products: readonly ProductGroup[];
  /** What the text says about the award. */
  readonly award: Award;
  readonly directives: Directives;
  /** In order of place. */
  readonly findings: readonly Finding[];
  readonly suppressed: readonly SuppressedFinding[];
}

/** Words of the text that were read as prose. */
export function countWords({ spec }: Analysis): number {
  return spec.facts.reduce((sum, { words }) => sum + words, 0);
}

/**
 * What is kept of a document between analyses: the last version cut into blocks with its facts, and facts by content hash for text that
 * moves or comes back. One cache serves one document; it forgets when catalogue or language change.
 */
export class AnalysisCache {
  document: SpecDocument | undefined;
  facts: readonly BlockFacts[] = [];
  topics: Int32Array = new Int32Array(0);
  byHash = new Map<number, BlockFacts>();
  compiled: CompiledCatalogue | undefined;
  language: Language | undefined;
}

/** The only entry for server, browser and command line. */
export function analyse(request: AnalysisRequest, compiled: CompiledCatalogue, cache = new AnalysisCache()): Analysis {
  const steps = analyseInSteps(request, compiled, cache);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The analysis of what a change makes of an analysed text; only blocks that changed are read. */
export function analyseChanged({ document, spec, context, language }: Analysis, text: string): Analysis {
  const cache = new AnalysisCache();
  cache.document = document;
  cache.facts = spec.facts;
  cache.topics = Int32Array.from(spec.facts, (facts) => facts.topics);
  cache.compiled = spec.compiled;
  cache.language = language;
  return analyse({ text, format: document.format, context: { ...context, language }, today: spec.day }, spec.compiled, cache);
}

/** Blocks read between two steps: about a millisecond of work. */
const blocksAStep = 200;

/**
 * The same as `analyse`, in steps of about a millisecond, for callers that must stay responsive or may cancel: simply stop asking for the
 * next step. The cache changes only at the end.
 */
export function* analyseInSteps(request: AnalysisRequest, compiled: CompiledCatalogue, cache: AnalysisCache): Generator<void, Analysis> {
  const { text, format } = request;
  const previous = cache.document?.format === format && cache.document ? cache.document : undefined;
  const document =
    previous?.text === text
      ? previous
      : readDocument(text, format, previous && { document: previous, change: request.change ?? changeBetween(previous.text, text) });
  yield;

  const frontMatter = frontMatterOf(document, compiled);
  const outer = mergeContexts(request.context, frontMatter.context);
  const language = outer.language ?? detectLanguage(text);
  const known = cache.compiled === compiled && cache.language === language;
  const byHash = known ? cache.byHash : new Map<number, BlockFacts>();
  const { facts, topics } = yield* factsOf(document, known ? cache : undefined, byHash, compiled, language);
  const about = indexTopics(topics);

  const shape = outline(document);
  const regime = outer.regime ?? regimeOfProse(facts, about);
  const context: WritingContext = { ...outer, ...optional('regime', regime), ...missingBuyer(outer, buyerOfProse(document, facts, about)) };
  const spec: Spec = {
    document,
    outline: shape,
    facts,
    about,
    slots: readSlots(shape, facts),
    context,
    language,
    day: context.procedureStart ?? request.today,
    compiled,
  };
  const directives = withFrontMatter(readDirectives(document, compiled), frontMatter);
  const products = readProducts(spec);
  const award = readAward(spec);
  const all = runRules({ spec, clauses: documentClauses(spec), products, award, directives });
  const { findings, suppressed } = sortOut(all, directives, request.ignore ?? []);

  forget(byHash, facts);
  cache.document = document;
  cache.facts = facts;
  cache.topics = topics;
  cache.byHash = byHash;
  cache.compiled = compiled;
  cache.language = language;
  return { spec, document, context, language, products, award, directives, findings, suppressed };
}

/** Facts a block: those of unchanged blocks at both ends are kept, moved ones found by hash, new ones read. */
function* factsOf(
  document: SpecDocument,
  cache: AnalysisCache | undefined,
  byHash: Map<number, BlockFacts>,
  compiled: CompiledCatalogue,
  language: Language,
): Generator<void, { facts: BlockFacts[]; topics: Int32Array }> {
  const { blocks, starts, text } = document;
  const before = cache?.document?.blocks ?? [];
  const kept = cache?.facts ?? [];
  const facts = new Array<BlockFacts>(blocks.length);
  const topics = new Int32Array(blocks.length);
  const shared = Math.min(before.length, blocks.length);
  let head = 0;
  while (head < shared && before[head] === blocks[head]) {
    facts[head] = kept[head];
    head++;
  }
  let tail = 0;
  while (tail < shared - head && before[before.length - 1 - tail] === blocks[blocks.length - 1 - tail]) {
    facts[blocks.length - 1 - tail] = kept[before.length - 1 - tail];
    tail++;
  }
  if (cache && head > 0) topics.set(cache.topics.subarray(0, head));
  if (cache && tail > 0) topics.set(cache.topics.subarray(before.length - tail), blocks.length - tail);
  let read = 0;
  for (let i = head; i < blocks.length - tail; i++) {
    const block = blocks[i];
    let found = byHash.get(block.hash);
    if (!found) {
      found = readFacts(text, starts[i], block, compiled, language);
      byHash.set(block.hash, found);
      if (++read % blocksAStep === 0) yield;
    }
    facts[i] = found;
    topics[i] = found.topics;
  }
  return { facts, topics };
}

/** Facts of text that is gone are dropped when they outnumber the living. */
function forget(byHash: Map<number, BlockFacts>, facts: readonly BlockFacts[]): void {
  if (byHash.size <= 2 * facts.length + 1000) return;
  const living = new Set(facts);
  for (const [hash, value] of byHash) if (value !== noFacts && !living.has(value)) byHash.delete(hash);
}

/** The shortest single change that leads from one text to the other. */
function changeBetween(before: string, after: string): TextChange {
  const shared = Math.min(before.length, after.length);
  let start = 0;
  while (start < shared && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let tail = 0;
  while (tail < shared - start && before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)) tail++;
  return { start, end: before.length - tail, length: after.length - tail - start };
}

interface FrontMatterContext {
  readonly context: WritingContext;
  readonly problems: readonly DirectiveProblem[];
}

const noFrontMatter: FrontMatterContext = { context: {}, problems: [] };

function frontMatterOf(document: SpecDocument, { catalogue }: CompiledCatalogue): FrontMatterContext {
  // It begins with the text or there is none.
  const block = 0;
  if (document.blocks[block]?.kind !== 'front-matter') return noFrontMatter;
  const start = document.starts[block];
  const matter: FrontMatter = readFrontMatter(document.text, start, document.blocks[block].length);
  const { config, issues } = readConfig({ ...matter.values, ...languageTag(matter.values.language) }, 'allow');
  const everything = { start: 0, end: document.blocks[block].length };
  const problems: DirectiveProblem[] = matter.problems.map(({ id, text, start: from, end }) => ({
    block,
    start: from,
    end,
    message: { id: `bad-marker.front-matter.${id}`, values: { text } },
  }));
  for (const { path, onKey, message } of issues) {
    const name = path.join('.');
    const [key] = path;
    const place = (onKey ? matter.keys[name] : matter.places[name]) ?? matter.places[String(key)] ?? everything;
    if (onKey && key === 'rules') problems.push(unknownName(block, place, 'rule', String(path[1]), ruleIds));
    else
      problems.push({
        block,
        ...place,
        message: { id: `bad-marker.${message.id}`, values: { key: String(key ?? ''), ...message.values } },
      });
  }
  for (const [i, id] of (config.context.products ?? []).entries()) {
    if (catalogue.products.has(id)) continue;
    const place = matter.items.products?.[i] ?? matter.places.products ?? everything;
    problems.push(unknownName(block, place, 'product', id, catalogue.products.keys()));
  }
  return { context: config.context, problems };
}

/** Other tools write `de-DE` or languages that are none of ours: the first is understood, the second left alone. */
function languageTag(value: unknown): { language: string | undefined } {
  const tag = typeof value === 'string' ? value.slice(0, 2).toLowerCase() : '';
  return { language: tag === 'de' || tag === 'en' ? tag : undefined };
}

function withFrontMatter(directives: Directives, { problems }: FrontMatterContext): Directives {
  return problems.length === 0 ? directives : { ...directives, problems: [...problems, ...directives.problems] };
}

function sortOut(
  all: readonly Finding[],
  directives: Directives,
  ignore: NonNullable<AnalysisRequest['ignore']>,
): { findings: Finding[]; suppressed: SuppressedFinding[] } {
  if (directives.suppressions.length === 0 && ignore.length === 0) return { findings: [...all], suppressed: [] };
  const reasons = new Map(ignore.map((i) => [i.fingerprint, i.reason]));
  const findings: Finding[] = [];
  const suppressed: SuppressedFinding[] = [];
  for (const finding of all) {
    const { rule, block } = finding;
    const suppression = directives.suppressions.find(
      (s) => s.rule === rule && (!s.blocks || (block >= s.blocks.first && block < s.blocks.end)),
    );
    const reason = suppression?.reason ?? reasons.get(finding.fingerprint);
    if (reason && rule !== 'bad-marker') suppressed.push({ finding, reason });
    else findings.push(finding);
  }
  return { findings, suppressed };
}

/** What prose adds about the buyer. A Land belongs to the body named with it: not to another one that front matter or settings name. */
function missingBuyer({ authority, land }: WritingContext, prose: Buyer): Buyer {
  if (authority && authority !== prose.authority) return {};
  return { ...optional('authority', authority ? undefined : prose.authority), ...optional('land', land ? undefined : prose.land) };
}

function optional<K extends string, T>(key: K, value: T | undefined): Partial<Record<K, T>> {
  return value === undefined ? {} : ({ [key]: value } as Record<K, T>);
}
