/**
 * The budgets of the design, measured in one run on one machine and given as ratios to what is measured beside them: a bare tokeniser
 * (the floor), markdownlint and cspell (what writers know). `npm run bench` builds first and prints one table.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { globSync } from 'tinyglobby';
import { AnalysisCache, analyse } from '../../server/src/core/analyse';
import type { Catalogue } from '../../server/src/core/catalogue/catalogue';
import { type CompiledCatalogue, compileCatalogue } from '../../server/src/core/catalogue/compile';
import { buildCatalogue } from '../../server/src/core/catalogue/layers';
import type { Criterion } from '../../server/src/core/catalogue/schema';
import { restoreCatalogue } from '../../server/src/core/catalogue/serialise';
import { readDocument } from '../../server/src/core/text/document';
import { builtIn } from '../builtIn';
import { makeText } from './text';

const root = process.argv[2] ?? process.cwd();
const MB = 1 << 20;
const text = makeText(MB);
const bytes = Buffer.byteLength(text) / MB;
const rows: { what: string; value: string; budget: string; ok: boolean | undefined }[] = [];

function row(what: string, value: string, budget = '', ok?: boolean): void {
  rows.push({ what, value, budget, ok });
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

function percentile(values: readonly number[], p: number): number {
  return [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor((values.length * p) / 100))];
}

function times(runs: number, work: () => unknown): number[] {
  return Array.from({ length: runs }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
}

const request = (source: string) => ({ text: source, format: 'markdown' as const, context: {}, today: '2026-11-23' });

/** The least that reading words can cost: one loop over the characters, two classes, offsets written down. */
function bareTokenise(source: string): number {
  const kinds = new Uint8Array(65536);
  for (let c = 0; c < 65536; c++) kinds[c] = (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || (c >= 48 && c <= 57) || c >= 192 ? 1 : 0;
  const starts = new Int32Array(source.length);
  let count = 0;
  let inside = false;
  for (let i = 0; i < source.length; i++) {
    const letter = kinds[source.charCodeAt(i)] === 1;
    if (letter && !inside) starts[count++] = i;
    inside = letter;
  }
  return count;
}

/** One pass of words and phrases over the whole text. */
function matcherPass({ matcher }: CompiledCatalogue): () => void {
  const { blocks, starts } = readDocument(text, 'markdown');
  return () => {
    for (let i = 0; i < blocks.length; i++) {
      const block = blocks[i];
      matcher.match(matcher.tokenise(text, starts[i], starts[i] + block.content.end, block.masked));
    }
  };
}

function matchingAlone(compiled: CompiledCatalogue): number {
  const run = matcherPass(compiled);
  run();
  return median(times(9, run));
}

/** How many times as long one of two takes as the other: they take turns, so that what else the machine does concerns both. */
function ratio(one: () => unknown, other: () => unknown): number {
  one();
  other();
  return median(Array.from({ length: 15 }, () => times(1, one)[0] / times(1, other)[0]));
}

/**
 * p50 and p95 of an analysis after one typed character in the middle of the text. The versions are made beforehand: an editor hands over flat
 * strings, and what making them costs is not ours.
 */
function edits(compiled: CompiledCatalogue): { p50: number; p95: number } {
  const sentence = ' Der Auftragnehmer hat umweltfreundliche Mittel zu verwenden und nachzuweisen.';
  const middle = text.indexOf(' ', text.length >> 1);
  const versions = Array.from({ length: 78 }, (_, n) =>
    Buffer.from(text.slice(0, middle) + sentence.slice(0, n + 1) + text.slice(middle), 'utf16le').toString('utf16le'),
  );
  const cache = new AnalysisCache();
  analyse(request(text), compiled, cache);
  const spent: number[] = [];
  for (let round = 0; round < 4; round++) {
    versions.forEach((version, n) => {
      const change = n === 0 ? undefined : { start: middle + n, end: middle + n, length: 1 };
      const start = performance.now();
      analyse(change ? { ...request(version), change } : request(version), compiled, cache);
      // Going back to the first version is no typing, and the first round warms up.
      if (change && round > 0) spent.push(performance.now() - start);
    });
  }
  return { p50: percentile(spent, 50), p95: percentile(spent, 95) };
}

/** The built-in catalogue plus made criteria up to `count`, each with three phrases of its own. */
function catalogueOf(count: number): CompiledCatalogue {
  const { catalogue } = builtIn();
  const [model] = [...catalogue.criteria.values()];
  const criteria = new Map<string, Criterion>();
  const syllables = ['ba', 'ro', 'ti', 'mel', 'kan', 'dor', 'fi', 'lus', 'ger', 'pon', 'sta', 'wim'];
  const word = (n: number) => Array.from({ length: 4 }, (_, i) => syllables[Math.floor(n / 12 ** i) % 12]).join('');
  for (let n = 0; n < count; n++) {
    criteria.set(`made/criterion-${n}`, {
      ...model,
      id: `made/criterion-${n}`,
      products: ['made'],
      detect: [`${word(n)} ${word(n * 7 + 3)}`, `${word(n)}* ..4 ${word(n * 5 + 1)}`, `*${word(n * 3 + 2)} muss`],
    });
  }
  return compileCatalogue({ ...catalogue, criteria: new Map([...catalogue.criteria, ...criteria]) } as Catalogue).compiled;
}

/** The built-in catalogue as it was some product groups ago: without the largest of their files. */
function withoutLargestProducts(left: number): CompiledCatalogue {
  const files = globSync('criteria/**/*.yaml', { cwd: root }).map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
  const products = files.filter(({ path }) => path.startsWith('criteria/products/')).sort((a, b) => b.text.length - a.text.length);
  const dropped = new Set(products.slice(0, left));
  return compileCatalogue(buildCatalogue([{ name: 'built-in', files: files.filter((file) => !dropped.has(file)) }]).catalogue).compiled;
}

async function peers(full: number): Promise<void> {
  const { lint } = await import('markdownlint/sync');
  const quarter = text.slice(0, MB / 4);
  const lintMs = (4 * median(times(3, () => lint({ strings: { text: quarter } })))) / bytes;
  row('markdownlint', `${lintMs.toFixed(0)} ms/MB = ${(lintMs / full).toFixed(1)} × full analysis`);
  const { checkText, getDefaultSettings, mergeSettings } = await import('cspell-lib');
  const settings = mergeSettings(await getDefaultSettings(), { languageId: 'markdown' });
  await checkText(quarter.slice(0, 20_000), settings);
  const start = performance.now();
  await checkText(quarter, settings);
  const spellMs = (4 * (performance.now() - start)) / bytes;
  row('cspell', `${spellMs.toFixed(0)} ms/MB = ${(spellMs / full).toFixed(1)} × full analysis`);
}

/** Speaks just enough LSP to time a server from the outside. */
async function server(): Promise<void> {
  const bundle = join(root, 'dist', 'server.js');
  if (!existsSync(bundle)) {
    row('server', 'not built');
    return;
  }
  const runs: { initialize: number; diagnostics: number }[] = [];
  let rss = 0;
  for (let n = 0; n < 5; n++) {
    const big = n === 4;
    const started = performance.now();
    const child = spawn(process.execPath, [bundle, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const send = (message: object) => {
      const body = JSON.stringify({ jsonrpc: '2.0', ...message });
      child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    };
    let buffer = Buffer.alloc(0);
    const waiting: ((message: { id?: number; method?: string }) => void)[] = [];
    child.stdout.on('data', (data: Buffer) => {
      buffer = Buffer.concat([buffer, data]);
      for (;;) {
        const head = buffer.indexOf('\r\n\r\n');
        if (head < 0) return;
        const size = Number(/Content-Length: (\d+)/i.exec(buffer.subarray(0, head).toString())![1]);
        if (buffer.length < head + 4 + size) return;
        const message = JSON.parse(buffer.subarray(head + 4, head + 4 + size).toString());
        buffer = buffer.subarray(head + 4 + size);
        if (message.method && message.id !== undefined) send({ id: message.id, result: null });
        for (const take of [...waiting]) take(message);
      }
    });
    const until = (test: (message: { id?: number; method?: string }) => boolean) =>
      new Promise<void>((resolve) => {
        const take = (message: { id?: number; method?: string }) => {
          if (!test(message)) return;
          waiting.splice(waiting.indexOf(take), 1);
          resolve();
        };
        waiting.push(take);
      });
    const initialized = until((m) => m.id === 1);
    send({ id: 1, method: 'initialize', params: { processId: process.pid, rootUri: null, capabilities: {} } });
    await initialized;
    const initialize = performance.now() - started;
    send({ method: 'initialized', params: {} });
    const opened = performance.now();
    const published = until((m) => m.method === 'textDocument/publishDiagnostics');
    send({
      method: 'textDocument/didOpen',
      params: { textDocument: { uri: 'untitled:bench.md', languageId: 'markdown', version: 1, text: big ? text : text.slice(0, 100_000) } },
    });
    await published;
    const diagnostics = performance.now() - opened;
    if (big) rss = residentMemory(child.pid!);
    else runs.push({ initialize, diagnostics });
    child.kill();
  }
  const initialize = median(runs.map((r) => r.initialize));
  const diagnostics = median(runs.map((r) => r.diagnostics));
  row('server: spawn → initialize', `${initialize.toFixed(0)} ms`, '≤ 250 ms', initialize <= 250);
  row('server: first diagnostics of 100 KB', `${diagnostics.toFixed(0)} ms`, '≤ 150 ms', diagnostics <= 150);
  if (rss > 0) row('server: memory with 1 MB open', `${(rss / MB).toFixed(0)} MB`, '≤ 120 MB', rss / MB <= 120);
}

function residentMemory(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) * 1024;
  } catch {
    return 0;
  }
}

function commandLine(): void {
  const bundle = join(root, 'dist', 'cli.js');
  if (!existsSync(bundle)) {
    row('command line', 'not built');
    return;
  }
  const file = join(mkdtempSync(join(tmpdir(), 'gruenstift-')), 'spec.md');
  writeFileSync(file, text.slice(0, 10_000));
  const spent = median(times(9, () => spawnSync(process.execPath, [bundle, 'check', '--format', 'json', file])));
  row('command line on a 10 KB file', `${spent.toFixed(0)} ms`, '≤ 250 ms', spent <= 250);
}

function sizes(): void {
  for (const name of ['server.js', 'server.browser.js', 'cli.js']) {
    const path = join(root, 'dist', name);
    if (existsSync(path))
      row(`dist/${name}`, `${(statSync(path).size / 1024).toFixed(0)} KB`, '≤ 400 KB', statSync(path).size <= 400 * 1024);
  }
}

async function main(): Promise<void> {
  const compiled = builtIn();
  bareTokenise(text);
  const floor = median(times(15, () => bareTokenise(text)));
  row('bare tokeniser (the floor)', `${((bytes / floor) * 1000).toFixed(0)} MB/s`);
  const matching = matchingAlone(compiled);
  row(
    'matching alone',
    `${((bytes / matching) * 1000).toFixed(0)} MB/s = ${(matching / floor).toFixed(1)} × floor`,
    '≥ 60 MB/s',
    (bytes / matching) * 1000 >= 60,
  );
  const smaller = withoutLargestProducts(10);
  const growthProducts = ratio(matcherPass(compiled), matcherPass(smaller));
  row(
    `matching, ${smaller.matcher.stats.phrases} → ${compiled.matcher.stats.phrases} phrases (ten largest product files)`,
    `${growthProducts.toFixed(2)} ×`,
    '≤ 1.1 ×',
    growthProducts <= 1.1,
  );
  const cold = times(1, () => analyse(request(text), compiled))[0] / bytes;
  const warm = median(times(7, () => analyse(request(text), compiled))) / bytes;
  row('full analysis, first in the process', `${cold.toFixed(0)} ms/MB = ${(cold / floor).toFixed(0)} × floor`, '≤ 100 ms/MB', cold <= 100);
  row('full analysis, warm', `${warm.toFixed(0)} ms/MB = ${(warm / floor).toFixed(0)} × floor`, '≤ 100 ms/MB', warm <= 100);
  const edit = edits(compiled);
  row('edit at 1 MB', `p50 ${edit.p50.toFixed(1)} ms, p95 ${edit.p95.toFixed(1)} ms`, 'p95 ≤ 5 ms', edit.p95 <= 5);
  const small = catalogueOf(300);
  const large = catalogueOf(30_000);
  const growth = edits(large).p95 / edits(small).p95;
  row('edit, catalogue 300 → 30,000 criteria', `${growth.toFixed(2)} ×`, '≤ 1.3 ×', growth <= 1.3);
  const growthMatch = matchingAlone(large) / matchingAlone(small);
  row('matching, catalogue 300 → 30,000 criteria', `${growthMatch.toFixed(2)} ×`, '≤ 1.3 ×', growthMatch <= 1.3);
  const catalogue = join(root, 'dist', 'catalogue.jsonl');
  if (existsSync(catalogue)) {
    const json = readFileSync(catalogue, 'utf8');
    const restore = median(times(7, () => restoreCatalogue(json)));
    row('built-in catalogue: size', `${(json.length / MB).toFixed(1)} MB, ${compiled.matcher.stats.nodes} states of the matcher`);
    row('built-in catalogue at start', `${restore.toFixed(0)} ms`, '≤ 30 ms', restore <= 30);
  }
  await peers(warm);
  await server();
  commandLine();
  sizes();
  const width = Math.max(...rows.map((r) => r.what.length));
  for (const { what, value, budget, ok } of rows)
    console.log(`${ok === undefined ? ' ' : ok ? '✓' : '✗'} ${what.padEnd(width)}  ${value}${budget ? `  (budget ${budget})` : ''}`);
}

void main();
