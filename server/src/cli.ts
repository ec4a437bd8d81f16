/** The command line `gruenstift`. Here is only what is said to the process; the commands are in `cli/`. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { version } from '../../package.json';
import type { CatalogueListOptions } from './cli/catalogueList';
import type { CheckOptions } from './cli/check';
import type { Console } from './cli/console';
import { localeOf } from './cli/locale';
import { recordKinds } from './core/catalogue/catalogue';
import type { Host } from './host';
import { fileUri, nodeFiles } from './nodeFiles';
import { say, type TextId } from './texts';

const locale = localeOf(process.argv, process.env);
const t = (id: TextId) => say(locale, id);

const colours = !process.env.NO_COLOR && !process.argv.includes('--no-color') && (Boolean(process.env.FORCE_COLOR) || process.stdout.isTTY);

const terminal: Console = {
  cwd: process.cwd(),
  out: (text) => void process.stdout.write(text),
  error: (text) => void process.stderr.write(text),
  async readInput() {
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin) chunks.push(chunk);
    return Buffer.concat(chunks);
  },
  watched: Boolean(process.stderr.isTTY),
  colours,
};

const host: Host = {
  ...nodeFiles,
  readBuiltIn: () => readFile(join(__dirname, 'catalogue.jsonl'), 'latin1').catch(() => undefined),
  builtInSource: fileUri(join(__dirname, '..', 'criteria')),
  timer: {
    after(milliseconds, callback) {
      const timer = setTimeout(callback, milliseconds);
      return () => clearTimeout(timer);
    },
    yield: () => new Promise((resolve) => setImmediate(resolve)),
    now: () => performance.now(),
    today: () => Date.now(),
  },
  log: { info: (message) => terminal.error(`${message}\n`), error: (message) => terminal.error(`${message}\n`) },
};

const program = new Command('gruenstift')
  .description(t('cli-description'))
  .version(version, '-v, --version', t('cli-version'))
  .helpOption('-h, --help', t('cli-help'))
  .helpCommand(false)
  .exitOverride()
  .addHelpText('after', `\n${t('cli-exit-codes')}`);

program
  .command('check')
  .description(t('cli-check'))
  .argument('[files...]', t('cli-check-files'))
  .addOption(new Option('-f, --format <format>', t('cli-format')).choices(['stylish', 'json', 'sarif']).default('stylish'))
  .option('--level <level>', t('cli-level'))
  .option('--regime <regime>', t('cli-regime'))
  .option('-c, --config <file>', t('cli-config'))
  .option('--rules <rules>', t('cli-rules'))
  .addOption(new Option('--fail-on <severity>', t('cli-fail-on')).choices(['warning', 'information', 'hint', 'never']).default('warning'))
  .option('--max-warnings <number>', t('cli-max-warnings'), wholeNumber)
  .option('--stdin-filename <name>', t('cli-stdin-filename'))
  .addOption(languageOption())
  .option('-q, --quiet', t('cli-quiet'), false)
  .option('--no-color', t('cli-no-color'))
  .helpOption('-h, --help', t('cli-help'))
  .addHelpText('after', `\n${t('cli-exit-codes')}`)
  .action(async (files: string[], options: Omit<CheckOptions, 'locale' | 'version'>) => {
    const { check } = await import('./cli/check');
    process.exitCode = await check(files, { ...options, locale, version }, host, terminal);
  });

const catalogue = program.command('catalogue').description(t('cli-catalogue')).helpOption('-h, --help', t('cli-help')).helpCommand(false);

catalogue
  .command('check')
  .description(t('cli-catalogue-check'))
  .argument('[folder]', t('cli-catalogue-folder'), 'criteria')
  .option('--alone', t('cli-alone'), false)
  .addOption(languageOption())
  .option('--no-color', t('cli-no-color'))
  .helpOption('-h, --help', t('cli-help'))
  .action(async (folder: string, { alone }: { alone: boolean }) => {
    const { checkCatalogueFolder } = await import('./cli/catalogue');
    process.exitCode = await checkCatalogueFolder(folder, { alone, locale }, host, terminal);
  });

catalogue
  .command('list')
  .description(t('cli-catalogue-list'))
  .argument('[folder]', t('cli-catalogue-list-folder'), '.')
  .addOption(new Option('-k, --kind <kind>', t('cli-kind')).choices(recordKinds))
  .addOption(new Option('-f, --format <format>', t('cli-catalogue-list-format')).choices(['text', 'json']).default('text'))
  .addOption(languageOption())
  .option('--no-color', t('cli-no-color'))
  .helpOption('-h, --help', t('cli-help'))
  .action(async (folder: string, options: Omit<CatalogueListOptions, 'locale'>) => {
    const { listCatalogue } = await import('./cli/catalogueList');
    process.exitCode = await listCatalogue(folder, { ...options, locale }, host, terminal);
  });

// A reader that has seen enough (`| head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));

program.parseAsync().catch((error: unknown) => {
  // Help and version are said as errors too, with code 0; a wrong call was explained by commander already.
  if (!(error instanceof CommanderError))
    terminal.error(`${error instanceof Error ? (error.name === 'Error' ? error.message : error.stack) : error}\n`);
  process.exitCode = error instanceof CommanderError && error.exitCode === 0 ? 0 : 2;
});

function languageOption(): Option {
  return new Option('--lang <language>', t('cli-lang')).choices(['de', 'en']);
}

function wholeNumber(value: string): number {
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError('0, 1, 2, …');
  return Number(value);
}
