/** What a single file cannot show: ids that lead nowhere, holes without parameters, facts without a source, what is overdue. */
import {
  type AnyRecord,
  type Catalogue,
  lacksSource,
  type Origin,
  originOf,
  type RecordKind,
  type RecordTypes,
  recordKinds,
} from './catalogue';
import { holesOf } from './holes';
import type { Locate } from './layers';
import type { NodePart } from './locate';
import { type Bilingual, type CatalogueProblem, type ProblemId, type ProblemValues, problemAt } from './problems';
import type { Criterion, LabelNumber, LocalText } from './schema';
import { nearest } from './suggest';

const kindNames: Readonly<Record<RecordKind, Bilingual>> = {
  laws: { de: 'den Normen (laws)', en: 'laws' },
  labels: { de: 'den Gütezeichen (labels)', en: 'labels' },
  standards: { de: 'den technischen Normen (standards)', en: 'standards' },
  brands: { de: 'den Marken (brands)', en: 'brands' },
  references: { de: 'den überholten Verweisen (references)', en: 'references' },
  wording: { de: 'den Wortregeln (wording)', en: 'wording' },
  vocabulary: { de: 'den Wortlisten (vocabulary)', en: 'vocabulary' },
  products: { de: 'den Produktgruppen (products)', en: 'products' },
  criteria: { de: 'den Kriterien (criteria)', en: 'criteria' },
};

/** Known, switched off, or there but broken. */
type Exists = (kind: RecordKind, id: string) => boolean;
type Report = (inside: (string | number)[], id: ProblemId, values?: ProblemValues, part?: NodePart) => void;

/** What is known about the files that were read. */
export interface FilesRead {
  /** The record exists but could not be read: it is reported itself, not also everything that names it. */
  readonly isBroken: (kind: RecordKind, id: string) => boolean;
  /** One of the sources of the file could not be read: its records are not blamed for having none. */
  readonly hasBrokenSources: (file: string) => boolean;
}

/**
 * All problems between records, at their places. Records of files that are not at hand were checked when they were built.
 * @param today ISO date; criteria with an earlier `review_by` are due.
 */
export function crossReferences(catalogue: Catalogue, locate: Locate, files: FilesRead, today?: string): CatalogueProblem[] {
  const problems: CatalogueProblem[] = [];
  const exists: Exists = (kind, id) => catalogue[kind].has(id) || catalogue.off[kind].has(id) || files.isBroken(kind, id);
  for (const kind of recordKinds) {
    for (const [id, record] of catalogue[kind] as ReadonlyMap<string, AnyRecord>) {
      const report: Report = (inside, problem, values = {}, part = 'value') => {
        const field = inside[0] === undefined ? undefined : String(inside[0]);
        const origin = originOf(catalogue, kind, id, field) as Origin;
        const place = locate(origin.file, [kind, origin.index, ...inside], part);
        if (place) problems.push(problemAt(origin.file, place, problem, values));
      };
      if (lacksSource(kind, record) && !files.hasBrokenSources(originOf(catalogue, kind, id)!.file)) {
        const draft = kind === 'criteria' && (record as Criterion).status !== 'active';
        report(['id'], draft ? 'missing-source-draft' : 'missing-source', { id });
      }
      checkRecord(catalogue, exists, kind, record, report, today);
    }
  }
  return problems;
}

function checkRecord(
  catalogue: Catalogue,
  exists: Exists,
  kind: RecordKind,
  record: AnyRecord,
  report: Report,
  today: string | undefined,
): void {
  const known = (target: RecordKind, id: string | undefined, ...inside: (string | number)[]) => {
    if (id === undefined || exists(target, id)) return;
    const suggestion = nearest(id, catalogue[target].keys());
    report(inside, 'unknown-reference', { id, kind: kindNames[target], ...(suggestion === undefined ? {} : { suggestion }) });
  };
  const allKnown = (target: RecordKind, ids: readonly string[] | undefined, ...inside: (string | number)[]) =>
    ids?.forEach((id, index) => {
      if (target === kind && id === record.id) report([...inside, index], 'self-reference', { id, key: String(inside[0]) });
      else known(target, id, ...inside, index);
    });

  switch (kind) {
    case 'laws': {
      const law = record as RecordTypes['laws'];
      checkSpan(law, report);
      known('laws', law.earlier, 'earlier');
      for (const [regime, twin] of Object.entries(law.twins ?? {})) known('laws', twin, 'twins', regime);
      break;
    }
    case 'labels': {
      const label = record as RecordTypes['labels'];
      allKnown('products', label.products, 'products');
      checkNumbers(label.numbers ?? [], allKnown, report);
      break;
    }
    case 'references': {
      const reference = record as RecordTypes['references'];
      if (reference.ask && reference.replace) report(['replace'], 'ask-with-replace', {}, 'key');
      known('laws', reference.law, 'law');
      break;
    }
    case 'wording': {
      const rule = record as RecordTypes['wording'];
      known('laws', rule.law, 'law');
      for (const [index, fix] of (rule.fixes ?? []).entries()) known('criteria', fix.criterion, 'fixes', index, 'criterion');
      break;
    }
    case 'products': {
      const product = record as RecordTypes['products'];
      allKnown('products', product.also_check, 'also_check');
      break;
    }
    case 'criteria': {
      const criterion = record as Criterion;
      allKnown('products', criterion.products, 'products');
      allKnown('laws', criterion.law, 'law');
      allKnown('labels', criterion.labels, 'labels');
      allKnown('criteria', criterion.includes, 'includes');
      allKnown('criteria', criterion.also_check, 'also_check');
      for (const [index, proof] of criterion.proof.entries()) known('labels', proof.label, 'proof', index, 'label');
      checkSpan(criterion, report);
      checkParams(criterion, report);
      checkVersion(criterion, report, today);
      break;
    }
  }
}

function checkSpan(record: { from?: string; until?: string }, report: Report): void {
  const { from, until } = record;
  if (from !== undefined && until !== undefined && until < from) report(['until'], 'until-before-from', { from, until });
}

function checkNumbers(
  numbers: readonly LabelNumber[],
  allKnown: (target: RecordKind, ids: readonly string[] | undefined, ...inside: (string | number)[]) => void,
  report: Report,
): void {
  const known = new Set(numbers.map((entry) => entry.number));
  const seen = new Set<string>();
  numbers.forEach((entry, index) => {
    allKnown('products', entry.products, 'numbers', index, 'products');
    if (seen.has(entry.number)) report(['numbers', index, 'number'], 'duplicate-number', { number: entry.number });
    seen.add(entry.number);
    const successor = entry.replaced_by;
    if (successor === undefined || known.has(successor)) return;
    const suggestion = nearest(successor, known);
    report(['numbers', index, 'replaced_by'], 'unknown-number', { number: successor, ...(suggestion === undefined ? {} : { suggestion }) });
  });
}

/** Every clause of a criterion with its place. */
function clausesOf(criterion: Criterion): { inside: (string | number)[]; text: LocalText }[] {
  const levels = ([1, 2, 3] as const).flatMap((level) => {
    const text = criterion.clause_levels?.[level];
    return text ? [{ inside: ['clause_levels', level] as (string | number)[], text }] : [];
  });
  const award = criterion.award ? [{ inside: ['award', 'clause'] as (string | number)[], text: criterion.award.clause }] : [];
  return [
    { inside: ['clause'], text: criterion.clause },
    ...levels,
    ...criterion.proof.map((proof, index) => ({ inside: ['proof', index, 'clause'], text: proof.clause })),
    ...award,
  ];
}

function checkParams(criterion: Criterion, report: Report): void {
  const params = criterion.params ?? [];
  const names = new Set(params.map((param) => param.name));
  const used = new Set<string>();
  for (const { inside, text } of clausesOf(criterion)) {
    const german = holesOf(text.de);
    const english = text.en === undefined ? undefined : holesOf(text.en);
    for (const name of german) {
      used.add(name);
      if (!names.has(name)) report([...inside, 'de'], 'unknown-hole', unknownHole(name, names));
      else if (english && !english.includes(name)) report([...inside, 'en'], 'hole-missing-in-english', { hole: `{${name}}` });
    }
    for (const name of english ?? []) if (!names.has(name)) report([...inside, 'en'], 'unknown-hole', unknownHole(name, names));
  }
  const seen = new Set<string>();
  params.forEach((param, index) => {
    const { name, levels, direction } = param;
    if (seen.has(name)) report(['params', index, 'name'], 'duplicate-param', { name });
    seen.add(name);
    if (!used.has(name)) report(['params', index, 'name'], 'unused-param', { name, hole: `{${name}}` });
    if (param.ask && levels) report(['params', index, 'ask'], 'ask-and-levels', { name }, 'key');
    else if (!param.ask && !levels) report(['params', index], 'neither-ask-nor-levels', { name }, 'head');
    if (!levels) return;
    if (!param.ask && ![1, 2, 3].some((level) => level <= criterion.level && levels[level as 1 | 2 | 3] !== undefined)) {
      report(['params', index, 'levels'], 'missing-level', { name, level: criterion.level }, 'key');
    }
    let lower: 1 | 2 | 3 | undefined;
    for (const level of [1, 2, 3] as const) {
      const value = levels[level];
      if (value === undefined) continue;
      const before = lower === undefined ? undefined : levels[lower];
      const looser =
        before !== undefined && (direction === 'higher-is-stricter' ? value < before : direction === 'lower-is-stricter' && value > before);
      if (looser) report(['params', index, 'levels', level], 'levels-out-of-order', { name, level, lower: lower!, direction });
      lower = level;
    }
  });
  for (const level of [1, 2, 3] as const) {
    if (criterion.clause_levels?.[level] && level < criterion.level) {
      report(['clause_levels', level], 'clause-level-too-low', { level, lowest: criterion.level }, 'key');
    }
  }
  const award = criterion.award;
  if (award && award.weight_min > award.weight_max)
    report(['award', 'weight_min'], 'weight-order', { min: award.weight_min, max: award.weight_max });
}

function unknownHole(name: string, names: ReadonlySet<string>): ProblemValues {
  const suggestion = nearest(name, names);
  return { hole: `{${name}}`, ...(suggestion === undefined ? {} : { suggestion }) };
}

function checkVersion(criterion: Criterion, report: Report, today: string | undefined): void {
  const newest = Math.max(...criterion.history.map((change) => change.version));
  if (newest !== criterion.version) report(['version'], 'history-version', { id: criterion.id, version: criterion.version });
  const live = criterion.status === 'active' || criterion.status === 'under-revision';
  if (live && today !== undefined && criterion.review_by < today)
    report(['review_by'], 'review-due', { id: criterion.id, date: criterion.review_by });
}
