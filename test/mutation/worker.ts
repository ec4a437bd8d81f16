/**
 * A process that runs cases against one mutant after the other. A mutant that is reached while modules load or caches fill gets the program
 * anew, and nobody uses it after: what is remembered of one mutant must not help or hurt another. The parent kills the process when a mutant
 * runs for ever.
 */
import { createRequire } from 'node:module';
import { Script } from 'node:vm';
import type { Case } from './collect';

/** Asked of a worker. Without `mutant`: a dry run that says which case reaches which mutant. */
export interface Job {
  readonly mutant?: string;
  /** Positions of the cases to run, in this order. */
  readonly cases?: readonly number[];
  /** How often the place of the mutant may be reached before the run counts as endless. */
  readonly hitLimit?: number;
  /** Load the program anew, for this mutant alone. */
  readonly alone?: boolean;
}

export interface DryRun {
  readonly cases: readonly DryCase[];
  /** Reached while modules load or test files collect their cases: no case can be told to reach them. */
  readonly loading: Readonly<Record<string, number>>;
  readonly failed: readonly string[];
}

export interface DryCase {
  readonly title: string;
  readonly milliseconds: number;
  /** How often each mutant was reached when the case ran first, and when it ran again with caches filled. */
  readonly hits: Readonly<Record<string, number>>;
  readonly hitsAgain: Readonly<Record<string, number>>;
}

export interface Verdict {
  /** Title of the case that failed, if one did. */
  readonly killedBy?: string;
  readonly error?: string;
}

interface Switches {
  activeMutant?: string;
  currentTestId?: string;
  hitCount?: number;
  hitLimit?: number;
  mutantCoverage?: { static: Record<string, number>; perTest: Record<string, Record<string, number>> };
}

let program: (exports: object, require: NodeJS.Require, module: object) => void;

/** Loads the program with these switches set. */
function load(switches: Switches): Case[] {
  Object.assign(globalThis, { __stryker__: switches });
  const module = { exports: { cases: [] as Case[] } };
  program(module.exports, createRequire(`${process.cwd()}/`), module);
  return module.exports.cases;
}

async function dryRun(): Promise<DryRun> {
  const switches: Switches = { mutantCoverage: { static: {}, perTest: {} } };
  const coverage = switches.mutantCoverage!;
  const all = load(switches);
  const failed: string[] = [];
  const run = async (id: string, { title, run }: Case): Promise<number> => {
    switches.currentTestId = id;
    const start = performance.now();
    try {
      await run();
    } catch (error) {
      failed.push(`${title}: ${(error as Error).message}`);
    }
    return performance.now() - start;
  };
  for (let i = 0; i < all.length; i++) await run(`first ${i}`, all[i]);
  const cases: DryCase[] = [];
  for (let i = 0; i < all.length; i++) {
    const milliseconds = await run(`again ${i}`, all[i]);
    const [hits, hitsAgain] = ['first', 'again'].map((time) => coverage.perTest[`${time} ${i}`] ?? {});
    cases.push({ title: all[i].title, milliseconds, hits, hitsAgain });
  }
  return { cases, loading: coverage.static, failed };
}

/** The program as last loaded, while no mutant can have left anything in it. */
let clean: { readonly switches: Switches; readonly cases: readonly Case[] } | undefined;

async function judge({ mutant, cases = [], hitLimit, alone }: Job): Promise<Verdict> {
  let title = 'loading';
  try {
    if (alone) clean = undefined;
    let all: readonly Case[];
    if (alone) all = load({ activeMutant: mutant, hitCount: 0, hitLimit });
    else {
      if (!clean) {
        const switches: Switches = {};
        clean = { switches, cases: load(switches) };
      }
      Object.assign(clean.switches, { activeMutant: mutant, hitCount: 0, hitLimit });
      all = clean.cases;
    }
    for (const index of cases) {
      title = all[index].title;
      await all[index].run();
    }
    return {};
  } catch (error) {
    return { killedBy: title, error: String((error as Error)?.message).split('\n')[0] };
  }
}

process.on('message', async (message: Job | { code: string }) => {
  if ('code' in message) {
    program = new Script(`(function (exports, require, module) {${message.code}\n})`, { filename: 'mutants.cjs' }).runInThisContext();
    process.send!('ready');
  } else process.send!(message.mutant === undefined ? await dryRun() : await judge(message));
});
process.on('disconnect', () => process.exit());
