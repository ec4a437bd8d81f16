/** `gruenstift check`: reads files, analyses them, prints one report. One bad file never stops the others. */
import { readFile } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type CatalogueInForce, createCatalogues } from '../catalogues';
import { type Configuration, createConfigurations } from '../configuration';
import { analyse } from '../core/analyse';
import { type Config, emptyConfig, mergeConfigs, readConfig } from '../core/config';
import type { Language } from '../core/context';
import { type RuleId, ruleIds, type Severity } from '../core/findings';
import { decodeText } from '../decode';
import type { Host } from '../host';
import { fileUri } from '../nodeFiles';
import { problemsOf } from '../problems';
import { isoDay, requestFor } from '../request';
import { count, say } from '../texts';
import { parentOf } from '../uri';
import type { Console } from './console';
import { findInput, type InputFile, stdinName } from './files';
import { type FormatName, formats } from './formats/index';
import { countSeverities, type FailedFile, type FileReport, type Report, reportFile } from './report';

export interface CheckOptions {
  readonly format: FormatName;
  readonly locale: Language;
  readonly level?: string;
  readonly regime?: string;
  readonly config?: string;
  readonly rules?: string;
  readonly failOn: Severity | 'never';
  readonly maxWarnings?: number;
  readonly stdinFilename?: string;
  readonly quiet: boolean;
  readonly version: string;
}

/** Nothing can be checked at all, mostly because of a wrong call: the message is printed, the process ends with 2. */
export class UsageError extends Error {}

/** From this many files on a watching person is told how far it is. */
const progressFrom = 10;

/** @returns the exit code: 0 nothing at or above the fail level, 1 findings, 2 a file or pattern that could not be read. */
export async function check(patterns: readonly string[], options: CheckOptions, host: Host, console: Console): Promise<0 | 1 | 2> {
  const { locale } = options;
  const asked = askedConfig(options);
  const only = onlyRules(options.rules);
  const { files, unmatched } = await findInput(patterns, console.cwd, options.stdinFilename);
  const failed: FailedFile[] = [];
  const fail = (path: string, message: string) => {
    failed.push({ path, message });
    console.error(`${message}\n`);
  };
  for (const pattern of unmatched) fail(pattern, say(locale, 'cli-no-files', { pattern }));

  const configurations = createConfigurations(host.readFile, () => undefined);
  const catalogues = createCatalogues(host, host.readFile, () => true);
  const given = options.config === undefined ? undefined : await configurations.read(fileUri(resolve(console.cwd, options.config)));
  if (options.config !== undefined && !given) throw new UsageError(say(locale, 'cli-no-files', { pattern: options.config }));

  const told = new Set<string>();
  const today = isoDay(new Date(host.timer.today()));
  const reports: FileReport[] = [];
  for (const [index, file] of files.entries()) {
    progress(index);
    try {
      const { text, encoding, binary } = decodeText(await bytesOf(file, console));
      if (binary) {
        console.error(`${say(locale, 'cli-binary', { path: file.path })}\n`);
        continue;
      }
      if (encoding === 'windows-1252') console.error(`${say(locale, 'cli-windows-1252', { path: file.path })}\n`);
      const uri = fileUri(resolve(console.cwd, file.path === stdinName ? 'stdin.md' : file.path));
      const configuration = given ? { config: given.config, file: given } : await configurations.of(uri, emptyConfig);
      const folder = configuration.file ? parentOf(configuration.file.uri) : fileUri(console.cwd);
      const catalogue = await catalogues.of(configuration, folder);
      if (catalogue.layerProblems.some((problem) => problem.id === 'built-in-missing'))
        throw new UsageError(say(locale, 'built-in-missing'));
      tellProblems(configuration, catalogue);
      // What is asked for on the command line is stronger than the file, weaker than the text's own front matter.
      const config = mergeConfigs(configuration.config, asked);
      const name = file.path === stdinName ? 'markdown' : file.path;
      const analysis = analyse(requestFor(text, name, config, today), catalogue.compiled);
      const report = reportFile(file.path, analysis, new Set(config.ignore.map((entry) => entry.fingerprint)), locale);
      const shown = report.findings.filter(
        (finding) => (only.size === 0 || only.has(finding.rule)) && (!options.quiet || finding.severity === 'warning'),
      );
      reports.push({ ...report, findings: shown });
    } catch (error) {
      if (error instanceof UsageError) throw error;
      const unreadable = error instanceof Error && 'code' in error;
      fail(
        file.path,
        say(locale, unreadable ? 'cli-unreadable' : 'cli-failed', {
          path: file.path,
          error: unreadable ? String(error.code) : trace(error),
        }),
      );
    }
  }
  progress(files.length);

  const report: Report = { locale, files: reports, failed, counts: countSeverities(reports) };
  console.out(formats[options.format](report, { colours: console.colours, version: options.version }));
  if (failed.length > 0) return 2;
  return isTooMuch(report, options) ? 1 : 0;

  /** Once a file: what is wrong with the configuration, and that a catalogue has errors (`catalogue check` lists them). */
  function tellProblems(configuration: Configuration, catalogue: CatalogueInForce): void {
    const lines = problemsOf(configuration, { ...catalogue, problems: [] }, locale).map(
      ({ uri, range, message }) => `${shownPath(uri, console.cwd)}:${range.start.line + 1}:${range.start.character + 1}: ${message}`,
    );
    const errors = new Map<string, number>();
    for (const { path, severity } of catalogue.problems) if (severity === 'error') errors.set(path, (errors.get(path) ?? 0) + 1);
    for (const [path, number] of errors) {
      lines.push(say(locale, 'cli-catalogue-errors', { path: shownPath(path, console.cwd), errors: count(locale, 'error', number) }));
    }
    for (const line of lines) {
      if (!told.has(line)) console.error(`${line}\n`);
      told.add(line);
    }
  }

  function progress(done: number): void {
    if (!console.watched || files.length < progressFrom) return;
    const line = done === files.length ? '' : say(locale, 'cli-progress', { done, all: count(locale, 'file', files.length) });
    console.error(`\r\u001b[K${line}`);
  }
}

/** A `file:` address as a path, relative where that is shorter. */
function shownPath(uri: string, cwd: string): string {
  if (!uri.startsWith('file:')) return uri;
  const path = relative(cwd, fileURLToPath(uri));
  return path.startsWith('..') ? fileURLToPath(uri) : path;
}

function trace(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

async function bytesOf(file: InputFile, console: Console): Promise<Uint8Array> {
  return file.input === 'stdin' ? console.readInput() : readFile(resolve(console.cwd, file.path));
}

function isTooMuch({ counts }: Report, { failOn, maxWarnings }: CheckOptions): boolean {
  if (maxWarnings !== undefined && counts.warning > maxWarnings) return true;
  switch (failOn) {
    case 'never':
      return false;
    case 'warning':
      return maxWarnings === undefined && counts.warning > 0;
    case 'information':
      return counts.warning + counts.information > 0;
    case 'hint':
      return counts.warning + counts.information + counts.hint > 0;
  }
}

/** `--level`, `--regime` and the severities of `--rules`, checked like a configuration file. */
function askedConfig({ level, regime, rules, locale }: CheckOptions): Config {
  const severities = Object.fromEntries(
    (rules?.split(',') ?? []).filter((part) => part.includes('=')).map((part) => part.split('=') as [string, string]),
  );
  const { config, issues } = readConfig({
    level: level !== undefined && /^[123]$/.test(level) ? Number(level) : level,
    regime,
    rules: severities,
  });
  const [issue] = issues;
  if (issue) {
    const option = `--${String(issue.path[0])}`;
    const { values } = issue.message;
    const allowed = values.allowed ?? values.near ?? values.known ?? '';
    throw new UsageError(say(locale, 'cli-bad-value', { option, value: values.value ?? values.key ?? '', allowed }));
  }
  for (const rule of rules?.split(',') ?? []) {
    if (!rule.includes('=') && !(ruleIds as readonly string[]).includes(rule)) {
      throw new UsageError(say(locale, 'cli-bad-value', { option: '--rules', value: rule, allowed: ruleIds.join(', ') }));
    }
  }
  return config;
}

/** Rules named without a severity: only these are printed. Empty: all. */
function onlyRules(rules: string | undefined): ReadonlySet<RuleId> {
  return new Set((rules?.split(',') ?? []).filter((part) => !part.includes('=')) as RuleId[]);
}
