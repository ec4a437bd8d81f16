/**
 * A compiled matcher as plain JSON and back. Stems are stored, so a start stems no phrase; number arrays are written as
 * differences in base 64, which is short and quick to read.
 */
import type { Automaton } from './automaton';
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
  readonly main: readonly string[];
  readonly afterLabels: readonly string[];
}

/** Raised when the stored form changes. */
const version = 1;

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
    main: unpackAutomaton(stored.main),
    afterLabels: unpackAutomaton(stored.afterLabels),
  });
}

function unpackOwner(text: string): PhraseOwner {
  const first = text.indexOf(' ');
  const second = text.indexOf(' ', first + 1);
  return { kind: text.slice(0, first), id: text.slice(first + 1, second), role: text.slice(second + 1) };
}

function packAutomaton(automaton: Automaton): string[] {
  return [
    pack([automaton.nodes]),
    pack(automaton.edgeStart),
    pack(automaton.edgeSymbol),
    pack(automaton.edgeTarget),
    pack(automaton.gapStart),
    pack(automaton.gapLimit),
    pack(automaton.gapTarget),
    pack(automaton.outStart),
    pack(automaton.outOwner),
  ];
}

function unpackAutomaton(stored: readonly string[]): Automaton {
  const [nodes, edgeStart, edgeSymbol, edgeTarget, gapStart, gapLimit, gapTarget, outStart, outOwner] = stored.map(unpack);
  return {
    nodes: nodes![0]!,
    edgeStart: edgeStart!,
    edgeSymbol: edgeSymbol!,
    edgeTarget: edgeTarget!,
    gapStart: gapStart!,
    gapLimit: gapLimit!,
    gapTarget: gapTarget!,
    outStart: outStart!,
    outOwner: outOwner!,
  };
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const digitValue = new Uint8Array(128);
for (let i = 0; i < 64; i++) digitValue[digits.charCodeAt(i)] = i;

/** Differences of neighbours, sign in the lowest bit, five bits a character, the sixth says that more follow. */
function pack(numbers: ArrayLike<number>): string {
  let out = '';
  let previous = 0;
  for (let i = 0; i < numbers.length; i++) {
    const step = numbers[i]! - previous;
    previous = numbers[i]!;
    let rest = step < 0 ? -2 * step - 1 : 2 * step;
    do {
      const low = rest % 32;
      rest = Math.floor(rest / 32);
      out += digits[low + (rest > 0 ? 32 : 0)];
    } while (rest > 0);
  }
  return out;
}

function unpack(text: string): Int32Array {
  let count = 0;
  for (let i = 0; i < text.length; i++) if (digitValue[text.charCodeAt(i)]! < 32) count++;
  const numbers = new Int32Array(count);
  let at = 0;
  let previous = 0;
  let value = 0;
  let shift = 1;
  for (let i = 0; i < text.length; i++) {
    const digit = digitValue[text.charCodeAt(i)]!;
    value += (digit & 31) * shift;
    if (digit >= 32) {
      shift *= 32;
      continue;
    }
    previous += value % 2 === 1 ? -(value + 1) / 2 : value / 2;
    numbers[at++] = previous;
    value = 0;
    shift = 1;
  }
  return numbers;
}
