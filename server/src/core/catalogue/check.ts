/** A catalogue's examples as tests, and what there is to say about a catalogue in numbers. */
import type { Language } from '../context';
import { withoutExceptions } from '../facts/exceptions';
import { detectLanguage } from '../facts/language';
import { standardRecord } from '../facts/standards';
import type { RuleId } from '../findings';
import type { Match } from '../match/model';
import { readQuantities } from '../match/quantities';
import { readStandards } from '../match/standards';
import { type AnyRecord, inForce, lacksSource, mapsByKind, originOf, type RecordKind, type RecordTypes, recordKinds } from './catalogue';
import { type CompiledCatalogue, compileCatalogue } from './compile';
import { type BuildOptions, buildCatalogue, type Layer, type Locate } from './layers';
import { recordKindOf } from './phrases';
import { type Bilingual, type CatalogueProblem, compareProblems, type ProblemId, type ProblemValues, problemAt } from './problems';
import type { Slot } from './schema';

/** What the whole analysis reports for a Markdown text: rule and id of the record each finding rests on. */
export type AnalyseText = (markdown: string, language: Language) => readonly { readonly rule: string; readonly record?: string }[];

export interface CheckedCatalogue {
  readonly compiled: CompiledCatalogue;
  readonly problems: readonly CatalogueProblem[];
  readonly locate: Locate;
}

/**
 * Everything there is to check: files, cross-references, phrases, examples.
 * @param analyseText without it examples of wording rules and references are only checked against their phrases.
 */
export function checkCatalogue(
  layers: readonly Layer[],
  options: BuildOptions & { readonly analyseText?: (compiled: CompiledCatalogue) => AnalyseText } = {},
): CheckedCatalogue {
  const { catalogue, problems, locate } = buildCatalogue(layers, options);
  const { compiled, problems: phraseProblems } = compileCatalogue(catalogue, locate);
  const examples = checkExamples(compiled, locate, options.analyseText?.(compiled));
  return { compiled, locate, problems: [...problems, ...phraseProblems, ...examples].sort(compareProblems) };
}

type ExampleList = 'flags' | 'allows' | 'addresses' | 'weak' | 'ignores';

/** Lists of examples that must be found; the others must not. */
const found: ReadonlySet<ExampleList> = new Set(['flags', 'addresses', 'weak']);

/**
 * Runs the examples of every record of the files at hand. A sentence counts as found when a phrase of the record matches and no `unless`
 * phrase of it overlaps the match; for wording rules, references, weak values and ambiguous brands, when the analysis reports it under a heading
 * of a specification; for standards, when it names one of theirs.
 */
export function checkExamples(compiled: CompiledCatalogue, locate: Locate, analyseText?: AnalyseText): CatalogueProblem[] {
  const { catalogue } = compiled;
  const problems: CatalogueProblem[] = [];
  for (const kind of recordKinds) {
    for (const [id, record] of catalogue[kind] as ReadonlyMap<string, AnyRecord>) {
      if (!('examples' in record) || !record.examples) continue;
      const report = (inside: (string | number)[], problem: ProblemId, values: ProblemValues) => {
        const origin = originOf(catalogue, kind, id, String(inside[0]))!;
        const place = locate(origin.file, [kind, origin.index, ...inside]);
        if (place) problems.push(problemAt(origin.file, place, problem, values));
      };
      if (!locate(originOf(catalogue, kind, id, 'examples')!.file, [])) continue;
      for (const [list, sentences] of Object.entries(record.examples) as [ExampleList, string[] | undefined][]) {
        if (sentences?.length === 0 && found.has(list) && list !== 'weak') report(['examples', list], 'no-examples', { id, key: list });
        for (const [index, sentence] of (sentences ?? []).entries()) {
          const failure = failureOf(compiled, kind, record, sentence, list, analyseText);
          if (failure) report(['examples', list, index], ...failure);
        }
      }
      if (kind === 'references') checkReplacement(compiled, record as RecordTypes['references'], report);
    }
  }
  return problems.sort(compareProblems);
}

function failureOf(
  compiled: CompiledCatalogue,
  kind: RecordKind,
  record: AnyRecord,
  sentence: string,
  list: ExampleList,
  analyseText: AnalyseText | undefined,
): [ProblemId, ProblemValues] | undefined {
  const { id } = record;
  const wanted = found.has(list);
  if (kind === 'standards') return failureOfStandard(compiled, id, sentence, wanted);
  const all = matchesIn(compiled, sentence).filter((match) => match.owner.id === id && recordKindOf(match.owner.kind) === kind);
  const counted = withoutExceptions(all);
  if (counted.length === 0) return wanted ? ['example-not-found', { id, reason: whyNot(all, sentence) }] : undefined;
  const rule = ruleOf(kind, record, list);
  const reported = rule && analyseText ? analyseText(...specificationWith(kind, record, sentence)) : undefined;
  if (wanted) {
    // The rule may anchor its one finding a requirement at the words of another record: what counts is that it speaks.
    const speaks = reported === undefined || reported.some((finding) => finding.rule === rule);
    return speaks ? undefined : ['example-not-found', { id, reason: whyNotReported(rule!, reported) }];
  }
  if (rule && !reported?.some((finding) => finding.record === id)) return undefined;
  return ['example-found', { id, words: sentence.slice(counted[0]!.start, counted[0]!.end) }];
}

/** Standards have no phrases: they are read by publisher and number, and the record is looked up by the name read. */
function failureOfStandard(
  compiled: CompiledCatalogue,
  id: string,
  sentence: string,
  wanted: boolean,
): [ProblemId, ProblemValues] | undefined {
  const tokens = compiled.matcher.tokenise(sentence, 0, sentence.length);
  const named = readStandards(sentence, 0, tokens, compiled.matcher).find(({ name }) => standardRecord(compiled, name)?.id === id);
  if (wanted) return named ? undefined : ['example-not-found', { id, reason: notNamed }];
  return named && ['example-found', { id, words: sentence.slice(named.start, named.end) }];
}

const notNamed: Bilingual = { de: 'die Norm wird nicht erkannt', en: 'the standard is not recognised' };

/** The rule that turns matches of a record into findings; other kinds are facts for several rules. */
function ruleOf(kind: RecordKind, record: AnyRecord, list: ExampleList): RuleId | undefined {
  if (kind === 'references') return 'outdated-reference';
  // A brand that is also a common word is found wherever the word stands; whether it is meant, the analysis decides.
  if (kind === 'brands') return (record as RecordTypes['brands']).ambiguous ? 'brand-neutrality' : undefined;
  if (kind === 'criteria') return list === 'weak' && hasValue(record as RecordTypes['criteria']) ? 'weak-threshold' : undefined;
  return kind === 'wording' ? (record as RecordTypes['wording']).rule : undefined;
}

/** Whether the criterion is in force and has a value that sentences can fall short of. */
function hasValue(criterion: RecordTypes['criteria']): boolean {
  return inForce(criterion) && criterion.params?.some((param) => param.levels) === true;
}

/** All matches in a text, typed gaps included. */
function matchesIn({ matcher }: CompiledCatalogue, text: string): Match[] {
  const tokens = matcher.tokenise(text, 0, text.length);
  const standards = readStandards(text, 0, tokens, matcher);
  const quantities = readQuantities(text, 0, tokens, matcher, detectLanguage(text));
  return matcher.match(tokens, { standards, quantities });
}

function whyNot(matches: readonly Match[], sentence: string): Bilingual {
  const exception = matches.find((match) => match.owner.role === 'unless');
  if (!exception || matches.length === 1) return { de: 'keine Suchphrase passt', en: 'no phrase matches' };
  const words = sentence.slice(exception.start, exception.end);
  return { de: `die Ausnahme „${words}“ hebt den Treffer auf`, en: `the exception "${words}" takes the match back` };
}

function whyNotReported(rule: RuleId, findings: readonly { rule: string }[]): Bilingual {
  const others = [...new Set(findings.map((finding) => finding.rule))].join(', ');
  if (others === '') return { de: `die Regel ${rule} meldet hier nichts`, en: `the rule ${rule} reports nothing here` };
  return { de: `statt ${rule} meldet sich ${others}`, en: `${others} reports instead of ${rule}` };
}

const headings: Readonly<Record<Language, Readonly<Partial<Record<Slot, string>>>>> = {
  de: {
    specification: 'Leistungsbeschreibung',
    award: 'Zuschlagskriterien',
    selection: 'Eignung',
    performance: 'Ausführungsbedingungen',
    evidence: 'Nachweise',
  },
  en: {
    specification: 'Specification',
    award: 'Award criteria',
    selection: 'Selection criteria',
    performance: 'Performance conditions',
    evidence: 'Evidence',
  },
};

/**
 * A small specification around an example, under the heading of a section the rule looks at. References are judged on the day from which they no
 * longer hold, so that the result does not change with the calendar.
 */
function specificationWith(kind: RecordKind, record: AnyRecord, sentence: string): [string, Language] {
  const language = detectLanguage(sentence);
  if (kind === 'criteria') return [specificationOf(record as RecordTypes['criteria'], sentence, language), language];
  const slots = kind === 'wording' ? (record as RecordTypes['wording']).slots : undefined;
  const slot =
    slots === undefined || slots.includes('specification')
      ? 'specification'
      : (slots.find((name) => headings.de[name] !== undefined) ?? 'specification');
  const frontMatter = kind === 'references' ? `---\nprocedure_start: ${(record as RecordTypes['references']).since}\n---\n\n` : '';
  return [`${frontMatter}## ${headings[language][slot]}\n\n${sentence}\n`, language];
}

/** The example as the only demand of a buyer for whom the criterion holds, at the level from which it is wanted. */
function specificationOf(
  { products, level, authority, jurisdiction, slot }: RecordTypes['criteria'],
  sentence: string,
  language: Language,
): string {
  const land = jurisdiction?.find((name) => name.startsWith('DE-'))?.slice(3);
  const context = [
    `products: [${products.join(', ')}]`,
    `level: ${level}`,
    ...(authority ? [`authority: ${authority[0]}`] : []),
    ...(land ? [`land: ${land}`] : []),
  ];
  return `---\n${context.join('\n')}\n---\n\n## ${headings[language][slot] ?? headings[language].specification}\n\n${sentence}\n`;
}

/** A replacement that is found again would be offered for ever. */
function checkReplacement(
  compiled: CompiledCatalogue,
  reference: RecordTypes['references'],
  report: (inside: (string | number)[], id: ProblemId, values: ProblemValues) => void,
): void {
  for (const language of ['de', 'en'] as const) {
    const text = reference.replace?.[language];
    if (text === undefined) continue;
    const again = withoutExceptions(matchesIn(compiled, text)).some(({ owner }) => owner.kind === 'reference' && owner.id === reference.id);
    if (again) report(['replace', language], 'replace-equals-find', { text, id: reference.id });
  }
}

/** A catalogue in numbers. */
export interface Statistics {
  readonly records: Readonly<Record<RecordKind, number>>;
  readonly phrases: number;
  readonly examples: number;
  /** Parameters of criteria, and how many of them the buyer must fill in. */
  readonly params: { readonly all: number; readonly ask: number };
  /** Ids of records with facts but no source. */
  readonly withoutSource: readonly string[];
  /** Ids of records with fewer examples than they need. */
  readonly fewExamples: readonly string[];
  /** Ids of criteria in force whose review is overdue. */
  readonly reviewDue: readonly string[];
  /** Criteria in force a product group that are wanted from level 1, 2 and 3 on. */
  readonly criteriaByProduct: Readonly<Record<string, Readonly<Record<1 | 2 | 3, number>>>>;
}

/** Counts what there is and what is missing. `today` is an ISO date. */
export function statistics({ catalogue, matcher }: CompiledCatalogue, today: string): Statistics {
  const criteria = [...catalogue.criteria.values()];
  const params = criteria.flatMap((criterion) => criterion.params ?? []);
  const byProduct: Record<string, Record<1 | 2 | 3, number>> = {};
  for (const id of catalogue.products.keys()) byProduct[id] = { 1: 0, 2: 0, 3: 0 };
  for (const criterion of criteria.filter(inForce)) {
    for (const product of criterion.products) if (byProduct[product]) byProduct[product][criterion.level]++;
  }
  return {
    records: mapsByKind((kind) => catalogue[kind].size),
    phrases: matcher.stats.phrases,
    examples: recordKinds.reduce(
      (sum, kind) => sum + [...catalogue[kind].values()].reduce((inner, record) => inner + examplesOf(record), 0),
      0,
    ),
    params: { all: params.length, ask: params.filter((param) => param.ask).length },
    withoutSource: recordKinds.flatMap((kind) =>
      [...catalogue[kind].values()].filter((record) => lacksSource(kind, record)).map((record) => record.id),
    ),
    fewExamples: recordKinds.flatMap((kind) =>
      [...catalogue[kind].values()].filter((record) => hasFewExamples(kind, record)).map((record) => record.id),
    ),
    reviewDue: criteria.filter((criterion) => inForce(criterion) && criterion.review_by < today).map((criterion) => criterion.id),
    criteriaByProduct: byProduct,
  };
}

/** So many sentences that must be found, and as many that must not, show what the phrases of a record mean. */
const examplesGoal = 2;

/** True for a record whose phrases need examples and have too few. Laws are never looked for; a brand that is no common word speaks for itself. */
export function hasFewExamples(kind: RecordKind, record: AnyRecord): boolean {
  if (kind === 'laws' || (kind === 'brands' && !(record as RecordTypes['brands']).ambiguous)) return false;
  const lists = ('examples' in record && record.examples ? record.examples : {}) as Partial<Record<ExampleList, readonly string[]>>;
  const needed: readonly ExampleList[] = kind === 'criteria' ? ['addresses', 'ignores'] : ['flags', 'allows'];
  return needed.some((list) => (lists[list]?.length ?? 0) < examplesGoal);
}

function examplesOf(record: AnyRecord): number {
  if (!('examples' in record) || !record.examples) return 0;
  return Object.values(record.examples).reduce((sum, list) => sum + (list?.length ?? 0), 0);
}
