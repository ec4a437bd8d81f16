/**
 * Mutation tests: changes the program in one small place at a time and looks whether a case notices. Stryker's library makes the mutants; running
 * them is ours, because its runners do not know this mocha.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { join, relative } from 'node:path';
import type { Mutant } from '@stryker-mutator/api/core';
import { type MutationTask, mutate } from './mutants';
import type { DryRun, Job, Verdict } from './worker';

/** `uncovered`: no case reaches the place, so none can notice. */
export type Fate = 'killed' | 'timeout' | 'survived' | 'uncovered';

export interface JudgedMutant {
  /** Relative to the root, with the line counted from 1. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly mutator: string;
  readonly original: string;
  readonly replacement: string;
  readonly fate: Fate;
  readonly killedBy?: string;
}

export interface MutationOptions {
  readonly workers: number;
  /** Called after each mutant. */
  readonly progress?: (done: number, all: number, one: JudgedMutant) => void;
  readonly sourceOf: (file: string) => string;
}

/** More visits of a place than this many times those of the dry run are an endless loop. */
const patience = 50;
/** A mutant may take so many times what its cases took in the dry run, and so much in any case. */
const slower = 15;
const atLeast = 5_000;

export async function runMutants(task: MutationTask, options: MutationOptions): Promise<JudgedMutant[]> {
  const { code, mutants } = await mutate(task);
  const first = await startWorker(code, task.root);
  const dry = (await ask(first, {}, 600_000)) as DryRun | undefined;
  if (!dry) throw new Error('the cases do not come to an end');
  if (dry.failed.length > 0) throw new Error(`cases fail without any mutant:\n${dry.failed.join('\n')}`);
  if (dry.cases.length === 0) throw new Error('there are no cases');

  const plans = mutants.map((mutant) => ({ mutant, ...planFor(mutant, dry) })).sort((a, b) => Number(a.job.alone) - Number(b.job.alone));
  const judged: JudgedMutant[] = [];
  /** Cases that noticed mutants of a file, the latest first: they are the likeliest to notice the next one. */
  const killers = new Map<string, number[]>();
  const indexOf = new Map(dry.cases.map(({ title }, index) => [title, index]));
  let next = 0;
  const work = async (started?: ChildProcess) => {
    let worker = started;
    while (next < plans.length) {
      const plan = plans[next++];
      let fate: Fate = 'uncovered';
      let verdict: Verdict | undefined = {};
      if (plan.job.cases!.length > 0) {
        worker ??= await startWorker(code, task.root);
        const { fileName } = plan.mutant;
        const known = killers.get(fileName) ?? [];
        const cases = likeliestFirst(plan.job.cases!, known);
        verdict = (await ask(worker, { ...plan.job, cases }, atLeast + slower * plan.milliseconds)) as Verdict | undefined;
        fate = verdict === undefined ? 'timeout' : verdict.killedBy !== undefined ? 'killed' : 'survived';
        const killer = verdict?.killedBy === undefined ? undefined : indexOf.get(verdict.killedBy);
        if (killer !== undefined)
          killers.set(fileName, [killer, ...(killers.get(fileName) ?? []).filter((i) => i !== killer)].slice(0, mostKillers));
        if (verdict === undefined) {
          worker.kill('SIGKILL');
          worker = undefined;
        }
      }
      judged.push(describeMutant(task.root, plan.mutant, fate, verdict?.killedBy, options.sourceOf));
      options.progress?.(judged.length, plans.length, judged[judged.length - 1]);
    }
    worker?.disconnect();
  };
  await Promise.all(Array.from({ length: options.workers }, (_, i) => work(i === 0 ? first : undefined)));
  return judged.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column));
}

/** More cases than this are not tried before the quick ones. */
const mostKillers = 12;

function likeliestFirst(cases: readonly number[], likely: readonly number[]): number[] {
  const first = likely.filter((index) => cases.includes(index));
  return [...first, ...cases.filter((index) => !first.includes(index))];
}

/** The cases that reach the mutant, quick ones first. A place reached while loading may matter to any case. */
function planFor(mutant: Mutant, dry: DryRun): { job: Job; milliseconds: number } {
  const everywhere = dry.loading[mutant.id] !== undefined;
  const reaching = dry.cases
    .map((one, index) => ({ index, milliseconds: one.milliseconds, hits: one.hits[mutant.id] ?? 0, again: one.hitsAgain[mutant.id] ?? 0 }))
    .filter(({ hits, again }) => everywhere || hits > 0 || again > 0)
    .sort((a, b) => a.milliseconds - b.milliseconds);
  const sum = (of: (one: (typeof reaching)[number]) => number) => reaching.reduce((total, one) => total + of(one), 0);
  const hits = sum((one) => one.hits);
  return {
    job: {
      mutant: mutant.id,
      cases: reaching.map((one) => one.index),
      hitLimit: patience * (hits + (dry.loading[mutant.id] ?? 0)) + 1_000,
      // Reached less often the second time: what is made here is kept somewhere.
      alone: everywhere || hits !== sum((one) => one.again),
    },
    milliseconds: sum((one) => one.milliseconds),
  };
}

async function startWorker(code: string, root: string): Promise<ChildProcess> {
  const worker = fork(join(__dirname, 'worker.ts'), {
    cwd: root,
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  await ask(worker, { code }, 60_000);
  return worker;
}

/** The worker's answer; `undefined` when it takes too long or dies. */
function ask(worker: ChildProcess, job: Job | { code: string }, milliseconds: number): Promise<unknown> {
  return new Promise((resolve) => {
    const end = (answer: unknown) => {
      clearTimeout(timer);
      worker.off('message', end);
      worker.off('exit', died);
      resolve(answer);
    };
    const died = () => end(undefined);
    const timer = setTimeout(() => end(undefined), milliseconds);
    worker.once('message', end);
    worker.once('exit', died);
    worker.send(job);
  });
}

function describeMutant(
  root: string,
  mutant: Mutant,
  fate: Fate,
  killedBy: string | undefined,
  sourceOf: (file: string) => string,
): JudgedMutant {
  const file = relative(root, mutant.fileName).replaceAll('\\', '/');
  const { start, end } = mutant.location;
  const lines = sourceOf(file)
    .split('\n')
    .slice(start.line, end.line + 1);
  lines[lines.length - 1] = lines[lines.length - 1].slice(0, end.column);
  lines[0] = lines[0].slice(start.column);
  const short = (text: string) => text.replace(/\s+/g, ' ').slice(0, 100);
  return {
    file,
    line: start.line + 1,
    column: start.column + 1,
    mutator: mutant.mutatorName,
    original: short(lines.join(' ')),
    replacement: short(mutant.replacement),
    fate,
    ...(killedBy === undefined ? {} : { killedBy }),
  };
}

export interface Score {
  readonly name: string;
  readonly mutants: number;
  /** Killed or timed out. */
  readonly noticed: number;
  readonly uncovered: number;
}

/** A row for each group of files, in order of name. */
export function scores(judged: readonly JudgedMutant[], groupOf: (file: string) => string): Score[] {
  const groups = new Map<string, JudgedMutant[]>();
  for (const one of judged) {
    const name = groupOf(one.file);
    groups.set(name, [...(groups.get(name) ?? []), one]);
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, all]) => ({
      name,
      mutants: all.length,
      noticed: all.filter(({ fate }) => fate === 'killed' || fate === 'timeout').length,
      uncovered: all.filter(({ fate }) => fate === 'uncovered').length,
    }));
}
