/**
 * `npm run mutation`: mutation tests of the core. Prints what survives and leaves the figures in `out/mutation/scores.json`, from where
 * `npm run quality` takes them.
 *
 *   npm run mutation -- rules/vagueTerm    only files whose path contains this
 *   npm run mutation -- --workers 1
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { globSync } from 'tinyglobby';
import { serialiseCatalogue } from '../../server/src/core/catalogue/serialise';
import { builtIn, builtInWith } from '../builtIn';
import { type JudgedMutant, runMutants, type Score, scores } from './harness';

const root = join(__dirname, '..', '..');
const core = 'server/src/core/';
const sources = globSync(['{rules,facts,coverage,fixes}/**/*.ts', 'match/{quantities,sentences}.ts'], { cwd: join(root, core) })
  .map((path) => core + path)
  .sort();
const cases = globSync('test/{core/{rules,facts,coverage,fixes},golden}/**/*.test.ts', { cwd: root })
  // Inserting every clause of the catalogue takes longer than all the others together.
  .filter((path) => !path.endsWith('/insertAll.test.ts'))
  .concat('test/core/match/quantities.test.ts', 'test/core/match/sentences.test.ts')
  .sort();

async function main(args: readonly string[]): Promise<void> {
  const at = args.indexOf('--workers');
  const workers = at < 0 ? 2 : Number(args[at + 1]);
  const wanted = args.filter((arg, i) => !arg.startsWith('--') && (at < 0 || i !== at + 1));
  const chosen = sources.filter((path) => wanted.length === 0 || wanted.some((part) => path.includes(part)));
  mkdirSync(join(root, 'out/mutation'), { recursive: true });
  const further = globSync('test/core/rules/catalogues/*.yaml', { cwd: root }).map((path) => [path, serialiseCatalogue(builtInWith(path))]);
  const catalogues = { 'built-in': serialiseCatalogue(builtIn()), ...Object.fromEntries(further) };
  writeFileSync(join(root, 'out/mutation/catalogues.json'), JSON.stringify(catalogues));
  process.env.GS_RUNS ??= '40';
  process.env.GS_SEED ??= '1';

  const started = Date.now();
  const judged = await runMutants(
    { root, sources: chosen, cases, replaced: { 'test/builtIn.ts': 'test/mutation/storedCatalogue.ts' } },
    { workers, sourceOf: (file) => readFileSync(join(root, file), 'utf8'), progress },
  );
  process.stderr.write('\n');
  for (const one of judged) if (one.fate === 'survived' || one.fate === 'uncovered') console.log(line(one));
  const files = scores(judged, (file) => file.slice(core.length));
  const folders = scores(judged, folderOf);
  console.log();
  for (const { name, mutants, noticed, uncovered } of [...files, ...folders]) {
    console.log(`${name.padEnd(32)} ${percent(noticed, mutants)} of ${mutants}, ${uncovered} of them reached by no case`);
  }
  console.log(`${((Date.now() - started) / 1000).toFixed(0)} s`);
  writeFileSync(join(root, 'out/mutation/mutants.json'), JSON.stringify(judged, null, 1));
  keep(files);
}

/** Puts the figures of the files judged in place of their older ones: a run of everything may be done in parts. */
function keep(judged: readonly Score[]): void {
  const path = join(root, 'out/mutation/scores.json');
  const known: readonly Score[] = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).files : [];
  const names = new Set(judged.map(({ name }) => name));
  const files = [...known.filter(({ name }) => !names.has(name) && existsSync(join(root, core, name))), ...judged].sort((a, b) =>
    a.name < b.name ? -1 : 1,
  );
  const folders = new Map<string, Score>();
  for (const { name: file, mutants, noticed, uncovered } of files) {
    const name = folderOf(core + file);
    const sum = folders.get(name) ?? { name, mutants: 0, noticed: 0, uncovered: 0 };
    folders.set(name, { name, mutants: sum.mutants + mutants, noticed: sum.noticed + noticed, uncovered: sum.uncovered + uncovered });
  }
  writeFileSync(path, JSON.stringify({ folders: [...folders.values()], files }, null, 1));
}

/** `rules`, `facts` …; of `match` only the files themselves, as not all of the folder is changed. */
function folderOf(file: string): string {
  const path = file.slice(core.length);
  return path.startsWith('match/') ? path : `${path.split('/')[0]}/`;
}

function line({ file, line, column, mutator, original, replacement, fate }: JudgedMutant): string {
  return `${file}:${line}:${column} ${fate} ${mutator}: ${original}  →  ${replacement}`;
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1).padStart(5)} %`;
}

function progress(done: number, all: number): void {
  if (done % 20 === 0 || done === all) process.stderr.write(`\r${done} of ${all} mutants`);
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
