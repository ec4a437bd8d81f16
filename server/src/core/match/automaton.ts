/**
 * All phrases of a catalogue as one automaton over symbols, and the walk of a block's tokens through it. Choices and optional
 * words are spread out beforehand, and what ends alike is joined again; a gap is an edge of its own kind. States live from token to token only
 * where a phrase is open, and none survives the end of a sentence.
 *
 * A phrase that begins with a common word ("nach dem Stand der Technik") is begun only in sentences that hold its rarest word, its
 * anchor. Such phrases hang below a node of their anchor instead of the root; the anchors of a sentence say which of these nodes are
 * roots in it. So the time a text takes does not grow with the number of phrases that begin with "der".
 */
import { AFTER_GAP, ANCHOR, type Lexicon, STARTS, STARTS_ANCHORED, symbolBit, TRANSPARENT } from './lexicon';
import type { Tokens } from './model';

/** Limit of a gap without a number. */
export const UNLIMITED = 0x3fffffff;

/**
 * The automaton, frozen: it has no circles. Node 0 is the root. Four numbers a node stand side by side in `begins`, so that one cache line tells all about
 * it: where its edges, its gaps and its owners begin (they end where those of the next node begin), and the bits of the symbols of
 * its edges. Symbols of a node ascend. No phrase begins with a gap, so the gaps of the root stand for the anchors: their limit is the
 * symbol of the anchor.
 */
export interface Automaton {
  readonly nodes: number;
  readonly begins: Int32Array;
  readonly edgeSymbol: Int32Array;
  readonly edgeTarget: Int32Array;
  /** Words a gap may span; at the root the symbol of an anchor. */
  readonly gapLimit: Int32Array;
  readonly gapTarget: Int32Array;
  readonly outOwner: Int32Array;
}

/** A span that typed gaps can match, as token indices, with the symbols it satisfies. */
export interface SymbolSpan {
  readonly first: number;
  readonly last: number;
  readonly symbols: readonly number[];
}

export interface AutomatonBuilder {
  /**
   * Adds one flat sequence: symbol ids, and gaps as `-1 - limit`.
   * @param anchor symbol of the sequence without which it cannot match; -1 when it is to be tried wherever its first symbol holds
   */
  add(steps: readonly number[], owner: number, anchor: number): void;
  freeze(): Automaton;
}

const GAP_CODE = 2 ** 30;

/** Collects sequences into a trie, and joins its equal ends when it is frozen. */
export function createAutomatonBuilder(): AutomatonBuilder {
  const children = new Map<number, number>();
  const from: number[] = [];
  const code: number[] = [];
  const outputs = new Map<number, number[]>();
  let nodes = 1;
  function childOf(node: number, edge: number): number {
    const key = node * 2 ** 31 + edge;
    const known = children.get(key);
    if (known !== undefined) return known;
    children.set(key, nodes);
    from.push(node);
    code.push(edge);
    return nodes++;
  }
  return {
    add(steps, owner, anchor) {
      let node = anchor < 0 ? 0 : childOf(0, GAP_CODE + anchor);
      for (const step of steps) node = childOf(node, step >= 0 ? step : GAP_CODE - 1 - step);
      const owners = outputs.get(node);
      if (owners === undefined) outputs.set(node, [owner]);
      else if (!owners.includes(owner)) owners.push(owner);
    },
    freeze() {
      const byParent = offsets(nodes, Int32Array.from(from).sort());
      const next = byParent.slice();
      const childrenOf = new Int32Array(from.length);
      for (let i = 0; i < from.length; i++) childrenOf[next[from[i]!]!++] = i;
      /** The children of a node, named by their edges: the child of edge i is node i + 1. */
      const edgesOf = (node: number) => childrenOf.subarray(byParent[node]!, byParent[node + 1]!);

      // Variants of a phrase end alike: of nodes from which the same ways lead on, all but one are dropped. Children have higher
      // numbers than their parents, so they are settled first. What a gap leads to keeps its limit to itself.
      const settled = new Int32Array(nodes);
      const alike = new Map<string, number>();
      for (let node = nodes - 1; node >= 0; node--) {
        const edges = edgesOf(node).sort((x, y) => code[x]! - code[y]!);
        const owners = outputs.get(node)?.sort((x, y) => x - y);
        let ways = node > 0 && code[node - 1]! >= GAP_CODE ? `${code[node - 1]!}|` : '|';
        for (const edge of edges) ways += `${code[edge]!}>${settled[edge + 1]!} `;
        if (owners !== undefined) ways += `|${owners.join(' ')}`;
        const known = alike.get(ways);
        settled[node] = known ?? node;
        if (known === undefined) alike.set(ways, node);
      }

      const plain = { nodes: alike.size, counts: [] as number[], codes: [] as number[], targets: [] as number[], owned: [] as number[] };
      const numberOf = new Map([[0, 0]]);
      const queue = [0];
      for (let q = 0; q < queue.length; q++) {
        const edges = edgesOf(queue[q]!);
        plain.counts.push(edges.length);
        for (const edge of edges) {
          const way = code[edge]!;
          plain.codes.push(way < GAP_CODE ? way : way === GAP_CODE + UNLIMITED ? -1 : -2 - (way - GAP_CODE));
          const target = settled[edge + 1]!;
          const known = numberOf.get(target);
          plain.targets.push(known ?? nextNode);
          if (known === undefined) numberOf.set(target, queue.push(target) - 1);
        }
        const owners = outputs.get(queue[q]!);
        if (owners !== undefined) plain.owned.push(q, owners.length, ...owners);
      }
      return automatonOf(plain);
    },
  };
}

/**
 * An automaton in short, as it is stored. Nodes are numbered by depth, so what most walks touch, the nodes next to the root, lies
 * close together.
 */
export interface PlainAutomaton {
  readonly nodes: number;
  /** Edges and gaps of each node; nodes at the end that have none are left out. */
  readonly counts: readonly number[];
  /** A symbol, -1 for a gap without limit, -2 - n for a gap of n words. Edges of a node come first. */
  readonly codes: readonly number[];
  /** Parallel to `codes`: where it leads; `nextNode` for the node after the highest one named so far. */
  readonly targets: readonly number[];
  /** Node, number of its owners, owners; again and again, nodes ascending. */
  readonly owned: readonly number[];
}

/** Nothing leads back to the root, so its number is free to stand for a node that is named for the first time. */
export const nextNode = 0;

/** Unfolds an automaton. */
export function automatonOf({ nodes, counts, codes, targets, owned }: PlainAutomaton): Automaton {
  const begins = new Int32Array(4 * (nodes + 1));
  const edgeSymbol = new Int32Array(codes.length);
  const edgeTarget = new Int32Array(codes.length);
  const gapLimit: number[] = [];
  const gapTarget: number[] = [];
  const outOwner: number[] = [];
  let nextOwned = 0;
  let edges = 0;
  let way = 0;
  let named = 0;
  for (let node = 0; node < nodes; node++) {
    let bits = 0;
    for (const end = way + (counts[node] ?? 0); way < end; way++) {
      const code = codes[way]!;
      const target = targets[way] === nextNode ? ++named : targets[way]!;
      if (code >= 0) {
        edgeSymbol[edges] = code;
        edgeTarget[edges++] = target;
        bits |= symbolBit(code);
      } else {
        gapLimit.push(code === -1 ? UNLIMITED : -2 - code);
        gapTarget.push(target);
      }
    }
    if (owned[nextOwned] === node) {
      const end = nextOwned + 2 + owned[nextOwned + 1]!;
      for (nextOwned += 2; nextOwned < end; nextOwned++) outOwner.push(owned[nextOwned]!);
    }
    begins[4 * node + 3] = bits;
    begins[4 * node + 4] = edges;
    begins[4 * node + 5] = gapLimit.length;
    begins[4 * node + 6] = outOwner.length;
  }
  return {
    nodes,
    begins,
    edgeSymbol: edgeSymbol.slice(0, edges),
    edgeTarget: edgeTarget.slice(0, edges),
    gapLimit: Int32Array.from(gapLimit),
    gapTarget: Int32Array.from(gapTarget),
    outOwner: Int32Array.from(outOwner),
  };
}

/** From the ascending node of each entry to the first entry of each node. */
function offsets(nodes: number, ascending: ArrayLike<number>): Int32Array {
  const start = new Int32Array(nodes + 1);
  for (let i = 0; i < ascending.length; i++) start[ascending[i]! + 1]!++;
  for (let n = 0; n < nodes; n++) start[n + 1]! += start[n]!;
  return start;
}

/** Marks in `flags` which symbols can begin a phrase, which are anchors and which can follow a gap. */
export function flagSymbols({ begins, edgeSymbol, gapLimit, gapTarget }: Automaton, flags: Uint8Array): void {
  for (let e = 0; e < begins[4]!; e++) flags[edgeSymbol[e]!]! |= STARTS;
  const anchors = begins[5]!;
  for (let g = 0; g < gapTarget.length; g++) {
    if (g < anchors) flags[gapLimit[g]!]! |= ANCHOR;
    const node = 4 * gapTarget[g]!;
    const flag = g < anchors ? STARTS_ANCHORED : AFTER_GAP;
    for (let e = begins[node]!; e < begins[node + 4]!; e++) flags[edgeSymbol[e]!]! |= flag;
  }
}

/** Candidates of a walk: parallel arrays that the caller empties. */
export interface Candidates {
  count: number;
  owner: Int32Array;
  first: Int32Array;
  last: Int32Array;
}

/** An empty list of candidates. */
export function createCandidates(): Candidates {
  return { count: 0, owner: new Int32Array(256), first: new Int32Array(256), last: new Int32Array(256) };
}

/** The working memory of a walk; none of it outlives a block. */
export interface WalkMemory {
  readonly automaton: Automaton;
  readonly lexicon: Lexicon;
  /** Node the root leads to by each symbol, or -1. */
  readonly rootNext: Int32Array;
  /** Node of the phrases with each symbol as their anchor, or -1. */
  readonly anchored: Int32Array;
  /** Nodes that are roots in the current sentence, with the bits of their edges. */
  readonly rootNode: number[];
  readonly rootBits: number[];
  // States behind the last token.
  readonly stateNode: number[];
  readonly stateStart: number[];
  // Open gaps without a limit, and with one (the last position at which the word behind the gap may stand).
  readonly openNode: number[];
  readonly openStart: number[];
  readonly openBits: number[];
  readonly boundNode: number[];
  readonly boundStart: number[];
  readonly boundBits: number[];
  readonly boundLimit: number[];
  // States that go on behind a span.
  readonly delayedNode: number[];
  readonly delayedStart: number[];
  readonly delayedLast: number[];
  // States the current token leads to.
  readonly reachedNode: number[];
  readonly reachedStart: number[];
  /** For each node the token it was last entered at and its place among the states; for gaps the sentence. */
  readonly marks: Int32Array;
  readonly gapMarks: Int32Array;
  /** Counters the marks refer to. */
  step: number;
  sentence: number;
}

/** Memory for walks through an automaton. */
export function createWalkMemory(automaton: Automaton, lexicon: Lexicon, symbolCount: number): WalkMemory {
  const { nodes, begins, edgeSymbol, edgeTarget, gapLimit, gapTarget } = automaton;
  const rootNext = new Int32Array(symbolCount).fill(-1);
  for (let e = 0; e < begins[4]!; e++) rootNext[edgeSymbol[e]!] = edgeTarget[e]!;
  const anchored = new Int32Array(symbolCount).fill(-1);
  for (let g = 0; g < begins[5]!; g++) anchored[gapLimit[g]!] = gapTarget[g]!;
  return {
    automaton,
    lexicon,
    rootNext,
    anchored,
    rootNode: [],
    rootBits: [],
    stateNode: [],
    stateStart: [],
    openNode: [],
    openStart: [],
    openBits: [],
    boundNode: [],
    boundStart: [],
    boundBits: [],
    boundLimit: [],
    delayedNode: [],
    delayedStart: [],
    delayedLast: [],
    reachedNode: [],
    reachedStart: [],
    marks: new Int32Array(2 * nodes),
    gapMarks: new Int32Array(2 * nodes),
    step: 0,
    sentence: 0,
  };
}

/**
 * Walks tokens through the automaton and adds what it finds. Of several ways to reach the same state at the same token only the one
 * that began first is followed: the others could only find matches inside its matches.
 *
 * A token is dealt with in two steps: first all states that the token leads to are gathered, from open gaps, from the states
 * behind the last token, from the root, from spans; then they are entered.
 */
export function walk(memory: WalkMemory, tokens: Tokens, spans: readonly SymbolSpan[], found: Candidates): void {
  const { automaton, lexicon, rootNext, anchored, rootNode, rootBits, stateNode, stateStart, openNode, openStart, openBits } = memory;
  const { boundNode, boundStart, boundBits, boundLimit, delayedNode, delayedStart, delayedLast } = memory;
  const { reachedNode, reachedStart, marks, gapMarks } = memory;
  const { begins, gapLimit, gapTarget, outOwner } = automaton;
  let sentenceMark = memory.sentence;
  const { count, word, sentence } = tokens;
  const { flags, bits, symbolStart, symbols } = lexicon;
  const spanCount = spans.length;
  let current = -1;
  let roots = 0;
  let states = 0;
  let open = 0;
  let bound = 0;
  /** Bits of all roots of the sentence, and of what may follow its gaps. */
  let waiting = 0;
  let spanIndex = 0;
  /** Words so far; signs that part no words do not count. */
  let position = 0;
  for (let token = 0; token < count; token++) {
    const w = word[token]!;
    const flag = flags[w]!;
    if (sentence[token] !== current) {
      current = sentence[token]!;
      sentenceMark = ++memory.sentence;
      states = 0;
      open = 0;
      bound = 0;
      if (delayedNode.length > 0) {
        delayedNode.length = 0;
        delayedStart.length = 0;
        delayedLast.length = 0;
      }
      roots = 0;
      waiting = 0;
      for (let t = token; t < count && sentence[t] === current; t++) {
        const other = word[t]!;
        if ((flags[other]! & ANCHOR) === 0) continue;
        for (let s = symbolStart[other]!; s < symbolStart[other + 1]!; s++) {
          const node = anchored[symbols[s]!]!;
          if (node < 0 || gapMarks[2 * node] === sentenceMark) continue;
          gapMarks[2 * node] = sentenceMark;
          const edges = begins[4 * node + 3]!;
          waiting |= edges;
          rootNode[roots] = node;
          rootBits[roots++] = edges;
        }
      }
    }
    const own = bits[w]!;
    const transparent = (flag & TRANSPARENT) !== 0;
    if (!transparent) position++;
    const spansHere = spanIndex < spanCount && spans[spanIndex]!.first === token;
    if (!spansHere && delayedNode.length === 0) {
      // A word no phrase speaks of ends what needs a word here; gaps stay open.
      if (own === 0) {
        if (!transparent) states = 0;
        continue;
      }
      if ((flag & STARTS) === 0 && states === 0 && (waiting & own) === 0) continue;
    }

    // Gather.
    let reached = 0;
    const from = symbolStart[w]!;
    const to = symbolStart[w + 1]!;
    // A sign that parts no words still stands behind the words it follows.
    const here = transparent ? position + 1 : position;
    if (bound > 0 && (flag & AFTER_GAP || bound > 32)) {
      let kept = 0;
      for (let k = 0; k < bound; k++) {
        const limit = boundLimit[k]!;
        if (limit < position) continue;
        const edges = boundBits[k]!;
        if (kept < k) {
          boundNode[kept] = boundNode[k]!;
          boundStart[kept] = boundStart[k]!;
          boundBits[kept] = edges;
          boundLimit[kept] = limit;
        }
        if ((edges & own) !== 0 && limit >= here)
          reached = follow(automaton, boundNode[kept]!, boundStart[kept]!, symbols, from, to, reachedNode, reachedStart, reached);
        kept++;
      }
      bound = kept;
    }
    if (open > 0 && flag & AFTER_GAP) {
      for (let k = 0; k < open; k++)
        if ((openBits[k]! & own) !== 0)
          reached = follow(automaton, openNode[k]!, openStart[k]!, symbols, from, to, reachedNode, reachedStart, reached);
    }
    for (let k = 0; k < states; k++) {
      const node = stateNode[k]!;
      if ((begins[4 * node + 3]! & own) !== 0)
        reached = follow(automaton, node, stateStart[k]!, symbols, from, to, reachedNode, reachedStart, reached);
    }
    if (flag & STARTS) {
      for (let s = from; s < to; s++) {
        const target = rootNext[symbols[s]!]!;
        if (target < 0) continue;
        reachedNode[reached] = target;
        reachedStart[reached++] = token;
      }
    }
    if (roots > 0 && flag & STARTS_ANCHORED) {
      for (let k = 0; k < roots; k++) {
        if ((rootBits[k]! & own) !== 0)
          reached = follow(automaton, rootNode[k]!, token, symbols, from, to, reachedNode, reachedStart, reached);
      }
    }
    if (spansHere) {
      for (; spanIndex < spanCount && spans[spanIndex]!.first === token; spanIndex++) {
        const { last, symbols: kinds } = spans[spanIndex]!;
        for (const symbol of kinds) {
          for (let k = 0; k < states; k++) delay(memory, stateNode[k]!, stateStart[k]!, symbol, last);
          for (let k = 0; k < open; k++) delay(memory, openNode[k]!, openStart[k]!, symbol, last);
          for (let k = 0; k < bound; k++) if (boundLimit[k]! >= here) delay(memory, boundNode[k]!, boundStart[k]!, symbol, last);
          delay(memory, 0, token, symbol, last);
        }
      }
    }
    if (delayedNode.length > 0) {
      let kept = 0;
      for (let k = 0; k < delayedNode.length; k++) {
        if (delayedLast[k] === token) {
          reachedNode[reached] = delayedNode[k]!;
          reachedStart[reached++] = delayedStart[k]!;
        } else {
          delayedNode[kept] = delayedNode[k]!;
          delayedStart[kept] = delayedStart[k]!;
          delayedLast[kept++] = delayedLast[k]!;
        }
      }
      delayedNode.length = kept;
      delayedStart.length = kept;
      delayedLast.length = kept;
    }

    // Enter.
    const step = ++memory.step;
    if (transparent) {
      for (let k = 0; k < states; k++) {
        marks[2 * stateNode[k]!] = step;
        marks[2 * stateNode[k]! + 1] = k;
      }
    } else states = 0;
    if (reached === 0) continue;
    // A state none of whose edges shows among the symbols of the next word need not be kept.
    const next = token + 1 < count ? word[token + 1]! : -1;
    const ahead = next < 0 ? 0 : spanCount > 0 || (flags[next]! & TRANSPARENT) !== 0 ? -1 : bits[next]!;
    for (let r = 0; r < reached; r++) {
      const node = reachedNode[r]!;
      const start = reachedStart[r]!;
      const at = 4 * node;
      for (let o = begins[at + 2]!; o < begins[at + 6]!; o++) {
        if (found.count === found.owner.length) growCandidates(found);
        found.owner[found.count] = outOwner[o]!;
        found.first[found.count] = start;
        found.last[found.count++] = token;
      }
      if ((begins[at + 3]! & ahead) !== 0) {
        if (marks[2 * node] === step) {
          const known = marks[2 * node + 1]!;
          if (start < stateStart[known]!) stateStart[known] = start;
        } else {
          marks[2 * node] = step;
          marks[2 * node + 1] = states;
          stateNode[states] = node;
          stateStart[states++] = start;
        }
      }
      for (let g = begins[at + 1]!; g < begins[at + 5]!; g++) {
        // What leads to a gap node are gaps of one limit only.
        const gap = gapTarget[g]!;
        const known = gapMarks[2 * gap] === sentenceMark;
        const words = gapLimit[g]!;
        waiting |= begins[4 * gap + 3]!;
        if (words === UNLIMITED) {
          if (known) {
            const k = gapMarks[2 * gap + 1]!;
            if (start < openStart[k]!) openStart[k] = start;
            continue;
          }
          gapMarks[2 * gap] = sentenceMark;
          gapMarks[2 * gap + 1] = open;
          openNode[open] = gap;
          openStart[open] = start;
          openBits[open++] = begins[4 * gap + 3]!;
          continue;
        }
        const limit = position + 1 + words;
        if (known) {
          let settled = false;
          for (let k = 0; k < bound && !settled; k++) {
            if (boundNode[k] !== gap) continue;
            if (boundStart[k]! >= start) {
              // The older one reaches less far and began no earlier.
              boundStart[k] = start;
              boundLimit[k] = limit;
              settled = true;
            } else settled = boundLimit[k] === limit;
          }
          if (settled) continue;
        }
        gapMarks[2 * gap] = sentenceMark;
        boundNode[bound] = gap;
        boundStart[bound] = start;
        boundBits[bound] = begins[4 * gap + 3]!;
        boundLimit[bound++] = limit;
      }
    }
  }
}

/** Gathers the targets of a node's edges for the symbols `[from, to)` of the lexicon; gives the number of states gathered. */
function follow(
  { begins, edgeSymbol, edgeTarget }: Automaton,
  node: number,
  start: number,
  symbols: Int32Array,
  from: number,
  to: number,
  reachedNode: number[],
  reachedStart: number[],
  count: number,
): number {
  const low = begins[4 * node]!;
  const high = begins[4 * node + 4]!;
  let reached = count;
  for (let s = from; s < to; s++) {
    const symbol = symbols[s]!;
    let left = low;
    let right = high;
    while (right - left > 6) {
      const middle = (left + right) >> 1;
      if (edgeSymbol[middle]! <= symbol) left = middle;
      else right = middle;
    }
    for (; left < right; left++) {
      if (edgeSymbol[left] !== symbol) continue;
      reachedNode[reached] = edgeTarget[left]!;
      reachedStart[reached++] = start;
      break;
    }
  }
  return reached;
}

/** Sets the state that `symbol` leads to aside until the last token of the span at which it holds. */
function delay(memory: WalkMemory, node: number, start: number, symbol: number, last: number): void {
  const { begins, edgeSymbol, edgeTarget } = memory.automaton;
  let target = -1;
  // The root has an edge for each first word: too many to look through.
  if (node === 0) target = memory.rootNext[symbol]!;
  else for (let e = begins[4 * node]!; e < begins[4 * node + 4]!; e++) if (edgeSymbol[e] === symbol) target = edgeTarget[e]!;
  if (target < 0) return;
  memory.delayedNode.push(target);
  memory.delayedStart.push(start);
  memory.delayedLast.push(last);
}

function growCandidates(found: Candidates): void {
  found.owner = twice(found.owner);
  found.first = twice(found.first);
  found.last = twice(found.last);
}

function twice(array: Int32Array): Int32Array<ArrayBuffer> {
  const bigger = new Int32Array(2 * array.length);
  bigger.set(array);
  return bigger;
}
