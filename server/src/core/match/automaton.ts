/**
 * All phrases of a catalogue as one trie over symbols, and the walk of a block's tokens through it. Choices and optional
 * words are spread out into the trie beforehand; a gap is an edge of its own kind. States live from token to token only
 * where a phrase is open, and none survives the end of a sentence.
 */
import { AFTER_GAP, type Lexicon, STARTS, TRANSPARENT } from './lexicon';
import type { Tokens } from './model';

/** Limit of a gap without a number. */
export const UNLIMITED = 0x3fffffff;

/** The trie, frozen. Node 0 is the root. Edges of node n: `[edgeStart[n], edgeStart[n + 1])`, symbols ascending. */
export interface Automaton {
  readonly nodes: number;
  readonly edgeStart: Int32Array;
  readonly edgeSymbol: Int32Array;
  readonly edgeTarget: Int32Array;
  readonly gapStart: Int32Array;
  readonly gapLimit: Int32Array;
  readonly gapTarget: Int32Array;
  readonly outStart: Int32Array;
  readonly outOwner: Int32Array;
}

/** A span that typed gaps can match, as token indices, with the symbols it satisfies. */
export interface SymbolSpan {
  readonly first: number;
  readonly last: number;
  readonly symbols: readonly number[];
}

export interface AutomatonBuilder {
  /** Adds one flat sequence: symbol ids, and gaps as `-1 - limit`. */
  add(steps: readonly number[], owner: number): void;
  freeze(): Automaton;
}

const GAP_CODE = 2 ** 30;

/** Collects sequences into a trie. */
export function createAutomatonBuilder(): AutomatonBuilder {
  const children = new Map<number, number>();
  const from: number[] = [];
  const code: number[] = [];
  const outputs = new Map<number, number[]>();
  let nodes = 1;
  return {
    add(steps, owner) {
      let node = 0;
      for (const step of steps) {
        const edge = step >= 0 ? step : GAP_CODE - 1 - step;
        const key = node * 2 ** 31 + edge;
        let next = children.get(key);
        if (next === undefined) {
          next = nodes++;
          children.set(key, next);
          from.push(node);
          code.push(edge);
        }
        node = next;
      }
      const owners = outputs.get(node);
      if (owners === undefined) outputs.set(node, [owner]);
      else if (!owners.includes(owner)) owners.push(owner);
    },
    freeze() {
      const order = Array.from(from, (_, i) => i).sort((a, b) => from[a]! - from[b]! || code[a]! - code[b]!);
      const isGap = (i: number): boolean => code[i]! >= GAP_CODE;
      const edges = order.filter((i) => !isGap(i));
      const gaps = order.filter(isGap);
      const outs = [...outputs].sort((a, b) => a[0] - b[0]);
      return {
        nodes,
        edgeStart: offsets(
          nodes,
          edges.map((i) => from[i]!),
        ),
        edgeSymbol: Int32Array.from(edges, (i) => code[i]!),
        edgeTarget: Int32Array.from(edges, (i) => i + 1),
        gapStart: offsets(
          nodes,
          gaps.map((i) => from[i]!),
        ),
        gapLimit: Int32Array.from(gaps, (i) => code[i]! - GAP_CODE),
        gapTarget: Int32Array.from(gaps, (i) => i + 1),
        outStart: offsets(
          nodes,
          outs.flatMap(([node, owners]) => owners.map(() => node)),
        ),
        outOwner: Int32Array.from(outs.flatMap(([, owners]) => owners.sort((a, b) => a - b))),
      };
    },
  };
}

/** From the ascending node of each entry to the first entry of each node. */
export function offsets(nodes: number, ascending: ArrayLike<number>): Int32Array {
  const start = new Int32Array(nodes + 1);
  for (let i = 0; i < ascending.length; i++) start[ascending[i]! + 1]!++;
  for (let n = 0; n < nodes; n++) start[n + 1]! += start[n]!;
  return start;
}

/** Marks in `flags` which symbols can begin a phrase and which can follow a gap. */
export function flagSymbols(automaton: Automaton, flags: Uint8Array): void {
  const { edgeStart, edgeSymbol, gapTarget } = automaton;
  for (let e = edgeStart[0]!; e < edgeStart[1]!; e++) flags[edgeSymbol[e]!]! |= STARTS;
  for (const node of gapTarget) {
    for (let e = edgeStart[node]!; e < edgeStart[node + 1]!; e++) flags[edgeSymbol[e]!]! |= AFTER_GAP;
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

export type Walk = (tokens: Tokens, spans: readonly SymbolSpan[], found: Candidates) => void;

/**
 * A function that walks tokens through the automaton and adds what it finds. Of several ways to reach the same state at
 * the same token only the one that began first is followed: the others could only find matches inside its matches.
 */
export function createWalk(automaton: Automaton, lexicon: Lexicon, symbolCount: number): Walk {
  const { nodes, edgeStart, edgeSymbol, edgeTarget, gapStart, gapLimit, gapTarget, outStart, outOwner } = automaton;
  const rootNext = new Int32Array(symbolCount).fill(-1);
  for (let e = edgeStart[0]!; e < edgeStart[1]!; e++) rootNext[edgeSymbol[e]!] = edgeTarget[e]!;

  let nodeNow = new Int32Array(64);
  let startNow = new Int32Array(64);
  let nodeNext = new Int32Array(64);
  let startNext = new Int32Array(64);
  let countNext = 0;
  // Open gaps without a limit, and with one.
  let openNode = new Int32Array(64);
  let openStart = new Int32Array(64);
  let openCount = 0;
  let boundNode = new Int32Array(64);
  let boundStart = new Int32Array(64);
  let boundLimit = new Int32Array(64);
  let boundCount = 0;
  // Gaps entered at the current token; they open behind it.
  let enteredNode = new Int32Array(64);
  let enteredStart = new Int32Array(64);
  let enteredLimit = new Int32Array(64);
  let enteredCount = 0;
  // States that go on behind a span.
  const delayedNode: number[] = [];
  const delayedStart: number[] = [];
  const delayedLast: number[] = [];

  const mark = new Int32Array(nodes);
  const markedAt = new Int32Array(nodes);
  const gapMark = new Int32Array(nodes);
  const gapMarkedAt = new Int32Array(nodes);
  let step = 0;
  let sentenceMark = 0;
  let found = createCandidates();
  let token = 0;
  let position = 0;

  function emit(owner: number, first: number): void {
    if (found.count === found.owner.length) {
      found.owner = twice(found.owner);
      found.first = twice(found.first);
      found.last = twice(found.last);
    }
    found.owner[found.count] = owner;
    found.first[found.count] = first;
    found.last[found.count++] = token;
  }

  function keep(node: number, start: number): void {
    if (mark[node] === step) {
      const at = markedAt[node]!;
      if (start < startNext[at]!) startNext[at] = start;
      return;
    }
    if (countNext === nodeNext.length) {
      nodeNext = twice(nodeNext);
      startNext = twice(startNext);
      nodeNow = twice(nodeNow);
      startNow = twice(startNow);
    }
    mark[node] = step;
    markedAt[node] = countNext;
    nodeNext[countNext] = node;
    startNext[countNext++] = start;
  }

  function advance(node: number, start: number): void {
    for (let o = outStart[node]!; o < outStart[node + 1]!; o++) emit(outOwner[o]!, start);
    if (edgeStart[node]! < edgeStart[node + 1]!) keep(node, start);
    for (let g = gapStart[node]!; g < gapStart[node + 1]!; g++) {
      if (enteredCount === enteredNode.length) {
        enteredNode = twice(enteredNode);
        enteredStart = twice(enteredStart);
        enteredLimit = twice(enteredLimit);
      }
      enteredNode[enteredCount] = gapTarget[g]!;
      enteredStart[enteredCount] = start;
      enteredLimit[enteredCount++] = gapLimit[g]! === UNLIMITED ? UNLIMITED : position + 1 + gapLimit[g]!;
    }
  }

  function targetOf(node: number, symbol: number): number {
    let low = edgeStart[node]!;
    let high = edgeStart[node + 1]!;
    while (high - low > 6) {
      const middle = (low + high) >> 1;
      if (edgeSymbol[middle]! <= symbol) low = middle;
      else high = middle;
    }
    for (; low < high; low++) if (edgeSymbol[low] === symbol) return edgeTarget[low]!;
    return -1;
  }

  /** Opens the gaps entered at this token. A gap node is reached by one gap edge only, so its kind never changes. */
  function openGaps(): void {
    for (let k = 0; k < enteredCount; k++) {
      const node = enteredNode[k]!;
      const start = enteredStart[k]!;
      const limit = enteredLimit[k]!;
      const known = gapMark[node] === sentenceMark;
      if (limit === UNLIMITED) {
        if (known) {
          const at = gapMarkedAt[node]!;
          if (start < openStart[at]!) openStart[at] = start;
          continue;
        }
        if (openCount === openNode.length) {
          openNode = twice(openNode);
          openStart = twice(openStart);
        }
        gapMark[node] = sentenceMark;
        gapMarkedAt[node] = openCount;
        openNode[openCount] = node;
        openStart[openCount++] = start;
        continue;
      }
      if (known) {
        let at = 0;
        let settled = false;
        for (; at < boundCount; at++) {
          if (boundNode[at] !== node) continue;
          if (boundLimit[at]! >= limit && boundStart[at]! <= start) {
            settled = true;
            break;
          }
          if (boundStart[at]! >= start && boundLimit[at]! <= limit) {
            boundStart[at] = start;
            boundLimit[at] = limit;
            settled = true;
            break;
          }
        }
        if (settled) continue;
      }
      if (boundCount === boundNode.length) {
        boundNode = twice(boundNode);
        boundStart = twice(boundStart);
        boundLimit = twice(boundLimit);
      }
      gapMark[node] = sentenceMark;
      boundNode[boundCount] = node;
      boundStart[boundCount] = start;
      boundLimit[boundCount++] = limit;
    }
    enteredCount = 0;
  }

  return function walk(tokens, spans, candidates) {
    found = candidates;
    const { count, word, sentence } = tokens;
    const { flags, symbolStart, symbols } = lexicon;
    let current = -1;
    let countNow = 0;
    let spanIndex = 0;
    position = 0;
    for (token = 0; token < count; token++) {
      const w = word[token]!;
      const flag = flags[w]!;
      if (sentence[token] !== current) {
        current = sentence[token]!;
        sentenceMark++;
        countNow = 0;
        openCount = 0;
        boundCount = 0;
        delayedNode.length = 0;
        delayedStart.length = 0;
        delayedLast.length = 0;
      }
      const transparent = (flag & TRANSPARENT) !== 0;
      if (!transparent) position++;
      const spansHere = spanIndex < spans.length && spans[spanIndex]!.first === token;
      const open = countNow + openCount + boundCount + delayedNode.length;
      if (open === 0 && (flag & STARTS) === 0 && !spansHere) continue;

      step++;
      countNext = 0;
      const from = symbolStart[w]!;
      const to = symbolStart[w + 1]!;
      // A sign that parts no words still stands behind the words it follows.
      const here = transparent ? position + 1 : position;
      if (boundCount > 0) {
        let kept = 0;
        for (let k = 0; k < boundCount; k++) {
          if (boundLimit[k]! < position) continue;
          boundNode[kept] = boundNode[k]!;
          boundStart[kept] = boundStart[k]!;
          boundLimit[kept++] = boundLimit[k]!;
        }
        boundCount = kept;
        if (flag & AFTER_GAP) {
          for (let k = 0; k < boundCount; k++) {
            if (boundLimit[k]! < here) continue;
            for (let s = from; s < to; s++) {
              const target = targetOf(boundNode[k]!, symbols[s]!);
              if (target >= 0) advance(target, boundStart[k]!);
            }
          }
        }
      }
      if (flag & AFTER_GAP) {
        for (let k = 0; k < openCount; k++) {
          for (let s = from; s < to; s++) {
            const target = targetOf(openNode[k]!, symbols[s]!);
            if (target >= 0) advance(target, openStart[k]!);
          }
        }
      }
      for (let k = 0; k < countNow; k++) {
        const node = nodeNow[k]!;
        for (let s = from; s < to; s++) {
          const target = targetOf(node, symbols[s]!);
          if (target >= 0) advance(target, startNow[k]!);
        }
        if (transparent) keep(node, startNow[k]!);
      }
      if (flag & STARTS) {
        for (let s = from; s < to; s++) {
          const target = rootNext[symbols[s]!]!;
          if (target >= 0) advance(target, token);
        }
      }
      if (spansHere) {
        for (; spanIndex < spans.length && spans[spanIndex]!.first === token; spanIndex++) {
          const { last, symbols: kinds } = spans[spanIndex]!;
          for (const symbol of kinds) {
            for (let k = 0; k < countNow; k++) delay(targetOf(nodeNow[k]!, symbol), startNow[k]!, last);
            for (let k = 0; k < openCount; k++) delay(targetOf(openNode[k]!, symbol), openStart[k]!, last);
            for (let k = 0; k < boundCount; k++) {
              if (boundLimit[k]! >= here) delay(targetOf(boundNode[k]!, symbol), boundStart[k]!, last);
            }
            delay(rootNext[symbol]!, token, last);
          }
        }
      }
      if (delayedNode.length > 0) {
        let kept = 0;
        for (let k = 0; k < delayedNode.length; k++) {
          if (delayedLast[k] === token) advance(delayedNode[k]!, delayedStart[k]!);
          else {
            delayedNode[kept] = delayedNode[k]!;
            delayedStart[kept] = delayedStart[k]!;
            delayedLast[kept++] = delayedLast[k]!;
          }
        }
        delayedNode.length = kept;
        delayedStart.length = kept;
        delayedLast.length = kept;
      }
      if (enteredCount > 0) openGaps();
      const node = nodeNow;
      const start = startNow;
      nodeNow = nodeNext;
      startNow = startNext;
      nodeNext = node;
      startNext = start;
      countNow = countNext;
    }
  };

  function delay(node: number, start: number, last: number): void {
    if (node < 0) return;
    delayedNode.push(node);
    delayedStart.push(start);
    delayedLast.push(last);
  }
}

function twice(array: Int32Array): Int32Array<ArrayBuffer> {
  const bigger = new Int32Array(2 * array.length);
  bigger.set(array);
  return bigger;
}
