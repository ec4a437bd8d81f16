/** Editor snippets out of clauses: of criteria (demand, proof, equivalence) and of hand-written standard clauses. */
import * as v from 'valibot';
import type { Language } from '../context';
import { paramText } from '../fixes/clause';
import { type Catalogue, inForce } from './catalogue';
import { clauseParts } from './holes';
import { forLevel } from './levels';
import { type Criterion, LocalText, Slot } from './schema';

/** A standard clause written by hand in snippets/handwritten/*.yaml. Holes are `{name|default}`. */
export const HandwrittenSnippet = v.strictObject({
  prefix: v.pipe(v.string(), v.regex(/^gs-[a-z0-9]+(?:-[a-z0-9]+)*$/)),
  title: LocalText,
  slot: Slot,
  clause: LocalText,
});
export type HandwrittenSnippet = v.InferOutput<typeof HandwrittenSnippet>;

/** One snippet in one language, ready for a `.code-snippets` file. */
export interface Snippet {
  readonly language: Language;
  /** `gs-<product>-<criterion>` or `gs-<name>`; English ones end in `-en`, so that both can be offered side by side. */
  readonly prefix: string;
  readonly title: string;
  readonly slot: Slot;
  /** VS Code snippet syntax with tab stops. */
  readonly body: string;
}

const equivalence: Readonly<Record<Language, string>> = {
  de: 'Gleichwertige Gütezeichen und andere geeignete Nachweise werden anerkannt.',
  en: 'Equivalent labels and other appropriate means of proof are accepted.',
};

/** Prefix of a criterion's snippet: `notebooks/battery-cycles` → `gs-notebooks-battery-cycles`. */
export function prefixOf(criterionId: string): string {
  return `gs-${criterionId.replace(/[/.]/g, '-')}`;
}

/** Demand and first proof of a criterion at its lowest level, as a snippet; `undefined` when the language is missing. */
export function criterionSnippet(criterion: Criterion, language: Language): Snippet | undefined {
  const demand = (forLevel(criterion.clause_levels, criterion.level) ?? criterion.clause)[language];
  const proof = criterion.proof[0]!;
  const evidence = proof.clause[language];
  const title = criterion.title[language];
  if (demand === undefined || evidence === undefined || title === undefined) return undefined;
  const covered = /gleichwertig|vergleichbar|equivalent|comparable/i.test(evidence);
  const sentences = [demand, evidence, ...(proof.label !== undefined && !covered ? [equivalence[language]] : [])];
  const body = snippetBody(sentences.map((sentence) => sentence.trim()).join(' '), (hole) => defaultText(criterion, hole, language));
  return { language, prefix: localPrefix(prefixOf(criterion.id), language), title, slot: criterion.slot, body };
}

/** A hand-written standard clause as a snippet; `undefined` when the language is missing. */
export function handwrittenSnippet(snippet: HandwrittenSnippet, language: Language): Snippet | undefined {
  const clause = snippet.clause[language];
  const title = snippet.title[language];
  if (clause === undefined || title === undefined) return undefined;
  const body = snippetBody(clause.trim(), (hole) => `[${hole}]`);
  return { language, prefix: localPrefix(snippet.prefix, language), title, slot: snippet.slot, body };
}

/** All snippets of a language, by prefix: requirements and prohibitions in force, then what was written by hand. */
export function allSnippets(catalogue: Catalogue, handwritten: readonly HandwrittenSnippet[], language: Language): Snippet[] {
  const criteria = [...catalogue.criteria.values()].filter(
    (criterion) => inForce(criterion) && (criterion.kind === 'requirement' || criterion.kind === 'prohibition'),
  );
  const snippets = [
    ...criteria.map((criterion) => criterionSnippet(criterion, language)),
    ...handwritten.map((snippet) => handwrittenSnippet(snippet, language)),
  ].filter((snippet) => snippet !== undefined);
  return snippets.sort((a, b) => (a.prefix < b.prefix ? -1 : a.prefix > b.prefix ? 1 : 0));
}

function localPrefix(prefix: string, language: Language): string {
  return language === 'de' ? prefix : `${prefix}-${language}`;
}

/** The value at the criterion's level as a clause states it, or what the buyer is to fill in, in brackets. */
function defaultText(criterion: Criterion, hole: string, language: Language): string {
  const param = criterion.params?.find((candidate) => candidate.name === hole);
  return param ? paramText(param, criterion.level, language) : `[${hole}]`;
}

/** A clause in VS Code snippet syntax. A hole that occurs again repeats the first one's tab stop. */
function snippetBody(clause: string, textOf: (hole: string) => string): string {
  const stops = new Map<string, number>();
  const body = clauseParts(clause).map((part) => {
    if ('text' in part) return escaped(part.text);
    const known = stops.get(part.hole);
    if (known !== undefined) return `$\{${known}}`;
    stops.set(part.hole, stops.size + 1);
    return `$\{${stops.size}:${escaped(part.fallback ?? textOf(part.hole))}}`;
  });
  return `${body.join('')}$0`;
}

function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
