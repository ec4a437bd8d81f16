/** A slow, plain matcher over tokens: what the fast one has to agree with. Shares with it only parser, folding and stems. */
import { fold } from '../../../server/src/core/match/characters';
import type { Gaps, Matcher, OwnedPhrase } from '../../../server/src/core/match/matcher';
import type { Tokens } from '../../../server/src/core/match/model';
import { type PhraseNode, parsePhrase } from '../../../server/src/core/match/phrase';
import { englishStem, germanStem, withoutTranscription } from '../../../server/src/core/match/stem';

type Step = { readonly gap: number } | { readonly symbol: string; readonly text: string };

interface Place {
  readonly owner: string;
  readonly first: number;
  readonly last: number;
}

/** All matches as `kind id role: first-last`, those inside others of the same owner left out, in the order of the text. */
export function referenceMatches(phrases: readonly OwnedPhrase[], matcher: Matcher, tokens: Tokens, gaps: Gaps = {}): string[] {
  const words = Array.from(tokens.word, (word) => matcher.lexicon.raw[word]!);
  const parsed = phrases.flatMap(({ owner, phrase }) => {
    const { node } = parsePhrase(phrase);
    return node === undefined ? [] : ways(node).map((steps) => ({ owner, steps }));
  });
  const waits = (steps: readonly Step[]): boolean => steps.some((step) => 'symbol' in step && step.symbol === 't' && step.text === 'label');
  const spans: { name: string; first: number; last: number }[] = [];
  for (const one of gaps.standards ?? []) spans.push({ name: 'standard', first: one.firstToken, last: one.lastToken });
  for (const one of gaps.quantities ?? []) {
    for (const first of new Set([one.firstToken, one.comparatorToken])) {
      spans.push({ name: 'quantity', first, last: one.lastToken }, { name: `quantity:${one.dimension}`, first, last: one.lastToken });
    }
  }
  const found: Place[] = [];
  const search = (owner: OwnedPhrase['owner'], steps: readonly Step[]): void => {
    for (let first = 0; first < tokens.count; first++) {
      for (const last of ends(steps, 0, first)) found.push({ owner: `${owner.kind} ${owner.id} ${owner.role}`, first, last });
    }
  };
  const isTransparent = (t: number): boolean => words[t] === '®' || words[t] === '™';
  function ends(steps: readonly Step[], at: number, t: number): number[] {
    const step = steps[at]!;
    if ('gap' in step) throw new Error('a gap takes no token');
    const lasts: number[] = [];
    if (step.symbol === 't') {
      for (const span of spans) {
        if (span.name === step.text && span.first === t && tokens.sentence[span.last] === tokens.sentence[t]) lasts.push(span.last);
      }
    } else if (holds(step.symbol, step.text, words[t]!)) lasts.push(t);
    const out = new Set<number>();
    for (const last of lasts) {
      const next = steps[at + 1];
      if (next === undefined) {
        out.add(last);
        continue;
      }
      const limit = 'gap' in next ? next.gap : 0;
      const nextStep = 'gap' in next ? at + 2 : at + 1;
      let between = 0;
      for (let k = last + 1; k < tokens.count && tokens.sentence[k] === tokens.sentence[t]; k++) {
        for (const end of ends(steps, nextStep, k)) out.add(end);
        if (!isTransparent(k) && ++between > limit) break;
      }
    }
    return [...out];
  }
  const widest = (): Place[] =>
    found.filter(
      (a, i) =>
        !found.some(
          (b, k) =>
            b.owner === a.owner && b.first <= a.first && b.last >= a.last && (b.first < a.first || b.last > a.last || (k < i && b !== a)),
        ),
    );

  for (const { owner, steps } of parsed) if (!waits(steps)) search(owner, steps);
  const first = widest();
  for (const place of first) {
    const [kind, id, role] = place.owner.split(' ');
    if (kind !== 'label' || (role !== 'find' && !role!.startsWith('number:'))) continue;
    const excused = first.some((other) => other.owner === `label ${id} unless` && other.first <= place.last && other.last >= place.first);
    if (!excused) spans.push({ name: 'label', first: place.first, last: place.last });
  }
  for (const { owner, steps } of parsed) if (waits(steps)) search(owner, steps);
  const index = new Map(matcher.owners.map((owner, i) => [`${owner.kind} ${owner.id} ${owner.role}`, i]));
  return widest()
    .sort((a, b) => a.first - b.first || a.last - b.last || index.get(a.owner)! - index.get(b.owner)!)
    .map(({ owner, first, last }) => `${owner}: ${first}-${last}`);
}

/** Ways through a phrase; a gap without a word on one side falls away, gaps that meet add up. */
function ways(node: PhraseNode): Step[][] {
  const all = (one: PhraseNode): Step[][] => {
    if (one.kind === 'word') return [[{ symbol: one.symbol, text: one.text }]];
    if (one.kind === 'gap') return [[{ gap: one.limit }]];
    if (one.kind === 'optional') return [[], ...all(one.item)];
    if (one.kind === 'choice') return one.options.flatMap(all);
    return one.items.reduce<Step[][]>((before, item) => all(item).flatMap((end) => before.map((begin) => [...begin, ...end])), [[]]);
  };
  return all(node)
    .map((steps) => {
      const out: Step[] = [];
      for (const step of steps) {
        const last = out[out.length - 1];
        if ('gap' in step && last !== undefined && 'gap' in last) out[out.length - 1] = { gap: last.gap + step.gap };
        else if (!('gap' in step) || last !== undefined) out.push(step);
      }
      while (out.length > 0 && 'gap' in out[out.length - 1]!) out.pop();
      return out;
    })
    .filter((steps) => steps.length > 0);
}

/** Does the word satisfy the symbol? Tests each condition one by one. */
export function holds(symbol: string, text: string, raw: string): boolean {
  if (symbol === 'c') return raw === text;
  const folded = fold(raw);
  if (symbol === 'n') return /^\d/.test(folded);
  const forms = [folded, withoutTranscription(folded)].filter((form) => form !== '');
  if (symbol === 'x') return forms.includes(text);
  if (symbol === 'l') {
    const texts = [text, withoutTranscription(text)].filter((form) => form !== '');
    return texts.some((one) => forms.some((form) => germanStem(one) === germanStem(form) || englishStem(one) === englishStem(form)));
  }
  const parts = text.split('*');
  const last = parts.pop()!;
  const fits = (form: string, end: string): boolean => {
    const pattern = [...parts, end].map((part) => part.replace(/[^\p{L}\p{N}]/gu, '\\$&')).join('.*');
    return new RegExp(`^${pattern}$`, 'su').test(form);
  };
  return forms.some(
    (form) =>
      fits(form, last) ||
      (symbol === 'g' &&
        last !== '' &&
        (['e', 'en', 'er', 'es', 'em', 's', 'n', 'ern', 'ns'].some((ending) => fits(form, last + ending)) ||
          (germanStem(last).length >= 3 && fits(germanStem(form), germanStem(last))) ||
          (englishStem(last).length >= 3 && fits(englishStem(form), englishStem(last))))),
  );
}
