/**
 * A compiled matcher as plain JSON and back. Stems are stored, so a start stems no phrase. Numbers stay JSON numbers: at start
 * `JSON.parse` is fast and code of our own is not yet.
 */
import { type Automaton, automatonOf, nextNode, type PlainAutomaton, UNLIMITED } from './automaton';
import { createMatcher, type Matcher } from './matcher';
import type { PhraseOwner } from './model';

/** What `serialise` gives; survives `JSON.stringify`. */
export interface SerialisedMatcher {
  readonly version: typeof version;
  /** `kind`, `id` and `role` of each owner, joined by blanks. */
  readonly owners: readonly string[];
  readonly phrases: number;
  readonly kinds: string;
  /** Texts and stems of the symbols, joined by line feeds. */
  readonly texts: string;
  readonly stems: string;
  readonly main: PlainAutomaton;
  readonly afterLabels: PlainAutomaton;
}

/** Raised when the stored form changes. */
const version = 4;

/** The matcher as plain data. Equal phrases in equal order give equal data. */
export function serialise(matcher: Matcher): SerialisedMatcher {
  const { owners, phrases, symbols, main, afterLabels } = matcher.data;
  return {
    version,
    owners: owners.map(({ kind, id, role }) => `${kind} ${id} ${role}`),
    phrases,
    kinds: symbols.kinds,
    texts: symbols.texts.join('\n'),
    stems: symbols.stems.join('\n'),
    main: packAutomaton(main),
    afterLabels: packAutomaton(afterLabels),
  };
}

/**
 * A matcher out of what `serialise` gave.
 * @throws Error when the data was written by another version.
 */
export function restore(data: unknown): Matcher {
  const stored = data as SerialisedMatcher;
  if (stored?.version !== version)
    throw new Error(`compiled phrases of version ${String(stored?.version)}, expected ${version}: build again`);
  const { kinds } = stored;
  return createMatcher({
    owners: stored.owners.map(unpackOwner),
    phrases: stored.phrases,
    symbols: { kinds, texts: kinds === '' ? [] : stored.texts.split('\n'), stems: kinds === '' ? [] : stored.stems.split('\n') },
    main: automatonOf(stored.main),
    afterLabels: automatonOf(stored.afterLabels),
  });
}

function unpackOwner(text: string): PhraseOwner {
  const first = text.indexOf(' ');
  const second = text.indexOf(' ', first + 1);
  return { kind: text.slice(0, first), id: text.slice(first + 1, second), role: text.slice(second + 1) };
}

function packAutomaton({ nodes, begins, edgeSymbol, edgeTarget, gapLimit, gapTarget, outOwner }: Automaton): PlainAutomaton {
  const counts: number[] = [];
  const codes: number[] = [];
  const targets: number[] = [];
  const owned: number[] = [];
  let named = 0;
  const add = (code: number, target: number): void => {
    codes.push(code);
    targets.push(target === named + 1 ? nextNode : target);
    if (target === named + 1) named++;
  };
  for (let node = 0; node < nodes; node++) {
    const [edge, gap, out, , edgeEnd, gapEnd, outEnd] = begins.subarray(4 * node, 4 * node + 7) as unknown as number[];
    for (let e = edge!; e < edgeEnd!; e++) add(edgeSymbol[e]!, edgeTarget[e]!);
    for (let g = gap!; g < gapEnd!; g++) add(gapLimit[g] === UNLIMITED ? -1 : -2 - gapLimit[g]!, gapTarget[g]!);
    counts.push(edgeEnd! - edge! + gapEnd! - gap!);
    if (outEnd! > out!) owned.push(node, outEnd! - out!, ...outOwner.subarray(out!, outEnd!));
  }
  // Nodes at the end from which nothing leads on go without saying.
  while (counts.length > 1 && counts[counts.length - 1] === 0) counts.pop();
  return { nodes, counts, codes, targets, owned };
}
