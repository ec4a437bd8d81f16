/**
 * One matcher for all phrases of a catalogue: compiled once, then every block is tokenised and walked once, whatever the
 * number of phrases. The matcher owns the lexicon, so tokens belong to the matcher that made them.
 */
import type { Span } from '../text/model';
import {
  type Automaton,
  type Candidates,
  createAutomatonBuilder,
  createCandidates,
  createWalkMemory,
  flagSymbols,
  type SymbolSpan,
  UNLIMITED,
  walk,
} from './automaton';
import { expectedOccurrences } from './commonness';
import { createLexicon, type Lexicon } from './lexicon';
import type { Match, PhraseOwner, Quantity, StandardMention, Tokens } from './model';
import { type ParsedPhrase, type PhraseProblem, type PhraseStep, parsePhrase, variantsOf } from './phrase';
import { createSymbolBuilder, createSymbols, type SymbolData } from './symbols';
import { tokenise } from './tokenise';
import { dimensions } from './units';

/** One phrase of a record. */
export interface OwnedPhrase {
  readonly owner: PhraseOwner;
  readonly phrase: string;
}

/** A phrase that could not be compiled; it matches nothing, the others do. */
export interface PhraseError extends PhraseProblem {
  readonly owner: PhraseOwner;
  readonly phrase: string;
  /** Index in the list given to `compileMatcher`. */
  readonly index: number;
}

/** What typed gaps can match in a block, ascending by first token. */
export interface Gaps {
  /** For `{quantity}` and `{quantity:…}`. */
  readonly quantities?: readonly Quantity[];
  /** For `{standard}`. */
  readonly standards?: readonly StandardMention[];
}

export interface Matcher {
  /** Distinct owners in order of first appearance; `Match.ownerIndex` points here. */
  readonly owners: readonly PhraseOwner[];
  /** The words seen so far and what is known about them. */
  readonly lexicon: Lexicon;
  /**
   * Tokens of the block `text[from, to)`, offsets relative to `from`.
   * @param masked ranges that are no prose, relative to `from`, ascending, disjoint
   * @param breaks offsets relative to `from` at which a new sentence starts, ascending
   */
  tokenise(text: string, from: number, to: number, masked?: readonly Span[], breaks?: ArrayLike<number>): Tokens;
  /**
   * Matches of all phrases, ordered by start, end and owner. Of the matches of one owner only those stay that lie in no
   * other. `{label}` stands for matches of owners of kind `label`, role `find` or `number:…`, that no `unless` of the label meets.
   */
  match(tokens: Tokens, gaps?: Gaps): Match[];
  /** Sizes, for tests and reports. */
  readonly stats: { readonly phrases: number; readonly symbols: number; readonly nodes: number };
  /** What `serialise` writes. */
  readonly data: MatcherParts;
}

/** A compiled matcher without its working memory. */
export interface MatcherParts {
  readonly owners: readonly PhraseOwner[];
  readonly phrases: number;
  readonly symbols: SymbolData;
  readonly main: Automaton;
  /** Phrases with `{label}`: walked after the labels are known. */
  readonly afterLabels: Automaton;
}

/** Compiles phrases; phrases with errors are left out and reported. */
export function compileMatcher(phrases: readonly OwnedPhrase[]): { matcher: Matcher; errors: PhraseError[] } {
  const errors: PhraseError[] = [];
  const owners: PhraseOwner[] = [];
  const ownerIds = new Map<string, number>();
  const symbols = createSymbolBuilder();
  const sequences: { readonly steps: readonly number[]; readonly owner: number; readonly waits: boolean }[] = [];
  const parsed = new Map<string, ParsedPhrase>();
  const number = (step: PhraseStep): number => {
    if (step.kind === 'word') return symbols.add(step.symbol, step.text);
    return -1 - (Number.isFinite(step.limit) ? Math.min(step.limit, UNLIMITED - 1) : UNLIMITED);
  };
  phrases.forEach(({ owner, phrase }, index) => {
    const key = `${owner.kind}\u0000${owner.id}\u0000${owner.role}`;
    let ownerId = ownerIds.get(key);
    if (ownerId === undefined) {
      ownerId = owners.length;
      owners.push({ kind: owner.kind, id: owner.id, role: owner.role });
      ownerIds.set(key, ownerId);
    }
    let result = parsed.get(phrase);
    if (result === undefined) {
      result = parsePhrase(phrase);
      parsed.set(phrase, result);
    }
    if (result.problem !== undefined) errors.push({ ...result.problem, owner, phrase, index });
    if (result.node === undefined) return;
    for (const steps of variantsOf(result.node)) {
      const waits = steps.some((step) => step.kind === 'word' && step.symbol === 't' && step.text === 'label');
      sequences.push({ steps: steps.map(number), owner: ownerId, waits });
    }
  });
  const data = symbols.data();
  const expected = expectedOccurrences(createSymbols(data, new Uint8Array(data.kinds.length)));
  const main = createAutomatonBuilder();
  const afterLabels = createAutomatonBuilder();
  for (const { steps, owner, waits } of sequences) (waits ? afterLabels : main).add(steps, owner, anchorOf(steps, expected));
  const parts: MatcherParts = {
    owners,
    phrases: phrases.length - errors.length,
    symbols: data,
    main: main.freeze(),
    afterLabels: afterLabels.freeze(),
  };
  return { matcher: createMatcher(parts), errors };
}

/** Waiting for another word than the first has its own cost: it must be rarer by this factor. */
const worthWaiting = 2;

/** The rarest symbol of a sequence, or -1 when it is to be tried wherever it can begin: its first word is rare enough, or no word. */
function anchorOf(steps: readonly number[], expected: Float64Array): number {
  const first = steps[0]!;
  if (expected[first] === Number.POSITIVE_INFINITY) return -1;
  let anchor = first;
  for (const step of steps) if (step >= 0 && expected[step]! < expected[anchor]!) anchor = step;
  return expected[first]! >= worthWaiting * expected[anchor]! ? anchor : -1;
}

/** A working matcher from its parts. */
export function createMatcher(parts: MatcherParts): Matcher {
  const { owners, main, afterLabels } = parts;
  const symbolCount = parts.symbols.kinds.length;
  const flags = new Uint8Array(symbolCount);
  flagSymbols(main, flags);
  flagSymbols(afterLabels, flags);
  const lexicon = createLexicon(createSymbols(parts.symbols, flags));
  const mainMemory = createWalkMemory(main, lexicon, symbolCount);
  const labelMemory = afterLabels.nodes > 1 ? createWalkMemory(afterLabels, lexicon, symbolCount) : undefined;
  const candidates = createCandidates();
  const earliest: EarliestByOwner = { run: 0, pass: new Int32Array(owners.length), at: new Int32Array(owners.length) };

  const typed = new Map<string, number>();
  for (let id = parts.symbols.kinds.indexOf('t'); id >= 0; id = parts.symbols.kinds.indexOf('t', id + 1)) {
    typed.set(parts.symbols.texts[id]!, id);
  }
  const ofQuantity = new Map(
    dimensions.map((dimension) => {
      const symbols = [typed.get('quantity'), typed.get(`quantity:${dimension}`)];
      return [dimension, symbols.filter((symbol) => symbol !== undefined)] as const;
    }),
  );
  const labelSymbol = typed.get('label');
  const isLabel = owners.map((owner) => owner.kind === 'label' && (owner.role === 'find' || owner.role.startsWith('number:')));
  const unlessOf = new Map<string, number>();
  owners.forEach((owner, index) => {
    if (owner.kind === 'label' && owner.role === 'unless') unlessOf.set(owner.id, index);
  });

  function spansOf(gaps: Gaps | undefined): SymbolSpan[] {
    if (typed.size === 0 || gaps === undefined) return noSpans;
    const spans: SymbolSpan[] = [];
    const standard = typed.get('standard');
    if (standard !== undefined) {
      for (const mention of gaps.standards ?? []) spans.push({ first: mention.firstToken, last: mention.lastToken, symbols: [standard] });
    }
    for (const quantity of gaps.quantities ?? []) {
      const kinds = ofQuantity.get(quantity.dimension);
      if (kinds === undefined || kinds.length === 0) continue;
      spans.push({ first: quantity.firstToken, last: quantity.lastToken, symbols: kinds });
      // "Garantie von {quantity:time}" also holds for "Garantie von mindestens 5 Jahren".
      if (quantity.comparatorToken < quantity.firstToken)
        spans.push({ first: quantity.comparatorToken, last: quantity.lastToken, symbols: kinds });
    }
    return spans.length < 2 ? spans : spans.sort((a, b) => a.first - b.first || a.last - b.last);
  }

  function labelSpans(symbol: number, matches: readonly Match[]): SymbolSpan[] {
    const spans: SymbolSpan[] = [];
    for (const label of matches) {
      if (!isLabel[label.ownerIndex]) continue;
      const unless = unlessOf.get(label.owner.id);
      const meets = (other: Match): boolean =>
        other.ownerIndex === unless && other.firstToken <= label.lastToken && other.lastToken >= label.firstToken;
      if (unless === undefined || !matches.some(meets)) spans.push({ first: label.firstToken, last: label.lastToken, symbols: [symbol] });
    }
    return spans;
  }

  return {
    owners,
    lexicon,
    stats: { phrases: parts.phrases, symbols: symbolCount, nodes: main.nodes + afterLabels.nodes - 1 },
    data: parts,
    tokenise: (text, from, to, masked = noMasks, breaks = noBreaks) => tokenise(lexicon, text, from, to, masked, breaks),
    match(tokens, gaps) {
      if (tokens.count === 0) return [];
      candidates.count = 0;
      const spans = spansOf(gaps);
      walk(mainMemory, tokens, spans, candidates);
      if (labelMemory !== undefined && labelSymbol !== undefined && candidates.count > 0) {
        const labels = labelSpans(labelSymbol, widest(candidates, tokens, owners, earliest));
        if (labels.length > 0) {
          const all = [...spans, ...labels].sort((a, b) => a.first - b.first || a.last - b.last);
          walk(labelMemory, tokens, all, candidates);
          sortByLastToken(candidates);
        }
      }
      return candidates.count === 0 ? [] : widest(candidates, tokens, owners, earliest);
    },
  };
}

const noMasks: readonly Span[] = [];
const noBreaks: readonly number[] = [];
const noSpans: SymbolSpan[] = [];

/**
 * Of each owner the matches that lie in no other match of it, in the order of the text. Candidates come by last token, so one
 * pass from the end does: a candidate stays when it begins before all of its owner that end later.
 */
function widest(candidates: Candidates, tokens: Tokens, owners: readonly PhraseOwner[], earliest: EarliestByOwner): Match[] {
  const { count, owner, first, last } = candidates;
  const matchOf = (i: number): Match => ({
    start: tokens.start[first[i]!]!,
    end: tokens.end[last[i]!]!,
    owner: owners[owner[i]!]!,
    ownerIndex: owner[i]!,
    firstToken: first[i]!,
    lastToken: last[i]!,
  });
  if (count === 1) return [matchOf(0)];
  const { pass, at } = earliest;
  const run = ++earliest.run;
  const kept: number[] = [];
  for (let i = count - 1; i >= 0; i--) {
    const o = owner[i]!;
    if (pass[o] !== run) {
      pass[o] = run;
      at[o] = kept.length;
      kept.push(i);
      continue;
    }
    const before = kept[at[o]!]!;
    if (first[i]! >= first[before]!) continue;
    if (last[i] === last[before]) {
      kept[at[o]!] = i;
      continue;
    }
    at[o] = kept.length;
    kept.push(i);
  }
  const order = (a: number, b: number): number => first[a]! - first[b]! || last[a]! - last[b]! || owner[a]! - owner[b]!;
  if (kept.length > 20) kept.sort(order);
  else {
    // Nearly sorted the other way round.
    kept.reverse();
    for (let i = 1; i < kept.length; i++) {
      const one = kept[i]!;
      let k = i;
      for (; k > 0 && order(one, kept[k - 1]!) < 0; k--) kept[k] = kept[k - 1]!;
      kept[k] = one;
    }
  }
  return kept.map(matchOf);
}

/** Brings candidates of two walks into the order of one. */
function sortByLastToken({ count, owner, first, last }: Candidates): void {
  const order = Array.from({ length: count }, (_, i) => i).sort((a, b) => last[a]! - last[b]!);
  const copy = [owner, first, last].map((list) => list.slice(0, count));
  order.forEach((from, to) => {
    owner[to] = copy[0]![from]!;
    first[to] = copy[1]![from]!;
    last[to] = copy[2]![from]!;
  });
}

/** For each owner the place of its earliest match so far, good only in the pass it was noted in. */
interface EarliestByOwner {
  run: number;
  readonly pass: Int32Array;
  readonly at: Int32Array;
}
