/**
 * `npm run quality -- <folder>`: measures the marks against hand labels on real texts and writes `test/QUALITY.md`. The texts are no part of the
 * project; of them only figures and position numbers go into the page. The same program and folder give the same page, so that its diff shows
 * what a change did.
 *
 * The folder holds `labels.csv`, `score.mjs`, `texts/` and, if it likes, `award-pages.csv` (see CONTRIBUTING.md).
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const page = join(root, 'test/QUALITY.md');
/** The law of this day applies, whenever the page is written. */
const day = '2026-11-23';

const [folder] = process.argv.slice(2);
if (!folder || !existsSync(join(folder, 'labels.csv')) || !existsSync(join(folder, 'score.mjs'))) {
  console.error('npm run quality -- <folder>      the folder holds labels.csv, score.mjs and texts/');
  process.exit(2);
}
const texts = resolve(folder, 'texts');
const scratch = mkdtempSync(join(tmpdir(), 'gruenstift-quality-'));
try {
  measure();
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

function measure() {
  run(process.execPath, ['scripts/build.mjs']);
  const labels = readTable(join(folder, 'labels.csv'));
  const whole = readdirSync(texts).filter((name) => /\.(?:md|txt)$/.test(name));
  const names = [...new Set([...whole, ...labels.map(({ file }) => file)])].sort();
  const report = check(names);
  const findings = new Map(report.files.map((file, i) => [names[i], file.findings]));
  const all = score(names, labels, report);
  const english = names.filter((name) => name.endsWith('-en.md'));
  const sections = [
    introduction(names.length, labels.length),
    ruleTable(all),
    noiseTable([
      ['all texts', names],
      ['English texts', english],
    ]),
    pairTable(),
    awardTable(),
    mutationTable(),
  ];
  writeFileSync(page, `${sections.filter(Boolean).join('\n\n')}\n`);
  console.log(readFileSync(page, 'utf8'));

  /** Marks outside labelled places that are more than hints, and warnings. */
  function noiseTable(groups) {
    const rows = groups.map(([title, group]) => {
      const labelled = labels.filter(({ file }) => group.includes(file));
      const judged = new Set(labelled.filter(({ confidence }) => confidence !== 'low').map(({ file }) => file));
      const inJudged = judged.size === 0 ? 0 : sum(score(group, labelled, report).rules.map(({ unjudged }) => unjudged));
      const elsewhere = group
        .filter((name) => !judged.has(name))
        .map((name) => findings.get(name).filter((f) => f.severity !== 'hint').length);
      const words = sum(group.map((name) => readFileSync(join(texts, name), 'utf8').split(/\s+/).length));
      const warnings = sum(group.map((name) => findings.get(name).filter((f) => f.severity === 'warning').length));
      const per = (count) => ((1000 * count) / words).toFixed(2);
      return [title, group.length, words, per(inJudged + sum(elsewhere)), per(warnings)];
    });
    return section(
      'Marks nobody judged',
      ['', 'texts', 'words', 'unjudged marks per 1,000 words (no hints)', 'warnings per 1,000 words'],
      rows,
    );
  }

  /** The same text extracted twice: both must be marked alike. */
  function pairTable() {
    const rows = names
      .filter((name) => name.endsWith('.md') && names.includes(name.replace(/\.md$/, '-layout.txt')))
      .map((name) => {
        const other = name.replace(/\.md$/, '-layout.txt');
        const [one, two] = [name, other].map((file) => byPosition(file, findings.get(file)));
        const numbers = [...new Set([...one.keys(), ...two.keys()])].sort(new Intl.Collator('en', { numeric: true }).compare);
        const differing = numbers.filter((number) => String(one.get(number)) !== String(two.get(number)));
        const list = differing.map((number) => `${number} (${extra(one, two, number)})`).join(', ');
        return [name.replace(/\.md$/, ''), numbers.length, differing.length, list || '–'];
      });
    return rows.length === 0
      ? ''
      : section('One text, extracted twice', ['text', 'positions with marks', 'of them marked differently', 'which'], rows);
  }
}

/** Rules that mark a position in one extraction only: `+` in the Markdown, `-` in the columns. */
function extra(one, two, number) {
  const [a, b] = [one.get(number) ?? [], two.get(number) ?? []];
  const more = (list, other, sign) => list.filter((mark) => !other.includes(mark)).map((mark) => sign + mark.split(' ')[0]);
  return [...new Set([...more(a, b, '+'), ...more(b, a, '-')])].join(' ');
}

/** Marks (rule, severity, words with blanks folded) of each position such as 2.4.120. */
function byPosition(name, findings) {
  const lines = readFileSync(join(texts, name), 'utf8').split('\n');
  const marks = new Map();
  for (const { rule, severity, range } of findings) {
    let line = range.start.line;
    let number;
    for (; line >= 0 && number === undefined; line--) number = /^[\s#*|]*(\d{1,2}\.\d{1,2}\.\d{1,3})\.?(?=[\s*|])/.exec(lines[line])?.[1];
    const words = wordsIn(lines, range)
      .replace(/-\s+(?=\p{Ll})/gu, '')
      .replace(/\s+/g, ' ');
    const key = number ?? 'front';
    marks.set(key, [...(marks.get(key) ?? []), `${rule} ${severity} ${words}`].sort());
  }
  return marks;
}

function wordsIn(lines, { start, end }) {
  const part = lines.slice(start.line, end.line + 1);
  part[part.length - 1] = part[part.length - 1].slice(0, end.character);
  part[0] = part[0].slice(start.character);
  return part.join('\n');
}

/** Do pages that name award criteria count as such? */
function awardTable() {
  const path = join(folder, 'award-pages.csv');
  if (!existsSync(path)) return '';
  const gold = readTable(path);
  const { files } = check(gold.map(({ file }) => file));
  const count = (has, told) => gold.filter((row, i) => (row.gold === 'has_criteria') === has && files[i].awardCriteria > 0 === told).length;
  const [hits, missed, wrong] = [count(true, true), count(true, false), count(false, true)];
  return section(
    'Pages with award criteria',
    ['pages', 'found', 'missed', 'wrongly found', 'precision', 'recall'],
    [[gold.length, hits, missed, wrong, percent(hits, hits + wrong), percent(hits, hits + missed)]],
  );
}

function introduction(texts, labels) {
  return `# Quality

Written by \`npm run quality\`; do not edit.

Die Zahlen vergleichen die Befunde mit ${labels} von Hand beurteilten Stellen in ${texts} echten Vergabetexten, die nicht zum Projekt gehören, und die Tests mit
absichtlich eingebauten Fehlern. Neu geschrieben wird die Seite mit \`npm run mutation\` und danach \`npm run quality -- <Ordner mit den Texten>\`.

The figures compare marks with ${labels} places judged by hand in ${texts} real procurement texts, which are no part of the project, and tests with faults put in on
purpose. \`npm run mutation\` and then \`npm run quality -- <folder with the texts>\` write the page anew.

What they do not say: one reader judged the places, once, and another would judge some differently. A mark outside these places is *unjudged*, not wrong. Texts of other
buyers, goods and years will give other figures; a rule with few places has a figure but no proof. A mutation nobody notices may be one that changes nothing.`;
}

function ruleTable({ rules }) {
  const columns = ['hits', 'missed', 'violated', 'quiet', 'unjudged'];
  const total = Object.fromEntries(columns.map((column) => [column, sum(rules.map((row) => row[column]))]));
  const row = (title, r) => [title, ...columns.map((c) => r[c]), percent(r.hits, r.hits + r.violated), percent(r.hits, r.hits + r.missed)];
  const rows = [...rules.map((r) => row(r.rule.replaceAll('|', ' or '), r)), row('**all**', total)];
  return `${section('Marks against labels', ['rule', ...columns, 'precision', 'recall'], rows)}

*hits*, *missed*: places that must be marked. *violated*, *quiet*: places that must not be marked.`;
}

/** Figures of the last mutation run; where there was none, those of the page as it is. */
function mutationTable() {
  const path = join(root, 'out/mutation/scores.json');
  if (!existsSync(path)) {
    const old = existsSync(page) ? readFileSync(page, 'utf8') : '';
    return /^## Mutation tests$[\s\S]*?(?=\n## |$(?![\s\S]))/m.exec(old)?.[0].trim() ?? '';
  }
  const { folders, files } = JSON.parse(readFileSync(path, 'utf8'));
  const row = ({ name, mutants, noticed, uncovered }) => [name, mutants, noticed, uncovered, percent(noticed, mutants)];
  return section(
    'Mutation tests',
    ['', 'mutants', 'noticed', 'reached by no case', 'score'],
    [...folders.map((one) => row({ ...one, name: `**${one.name}**` })), ...files.filter(({ name }) => !name.startsWith('match/')).map(row)],
  );
}

/** What score.mjs says of these texts, a row a rule. */
function score(names, labels, report) {
  const labelFile = join(scratch, 'labels.csv');
  const reportFile = join(scratch, 'report.json');
  const columns = Object.keys(labels[0]);
  const quote = (value) => `"${value.replaceAll('"', '""')}"`;
  const rows = labels.filter(({ file }) => names.includes(file)).map((label) => columns.map((column) => quote(label[column])).join(','));
  writeFileSync(labelFile, [columns.join(','), ...rows, ''].join('\n'));
  writeFileSync(reportFile, JSON.stringify(report));
  const output = run(process.execPath, [resolve(folder, 'score.mjs'), '--labels', labelFile, '--texts', texts, '--json', reportFile]);
  const rules = [...output.matchAll(/^(\S+) +(\d+) +(\d+) +(\d+) +(\d+) +(\d+) +\S+ +\S+$/gm)].map(([, rule, ...numbers]) => {
    const [hits, missed, violated, quiet, unjudged] = numbers.map(Number);
    return { rule, hits, missed, violated, quiet, unjudged };
  });
  if (rules.length === 0) throw new Error(`score.mjs says nothing this script understands:\n${output}`);
  return { rules };
}

function check(names) {
  const config = join(scratch, 'day.yaml');
  writeFileSync(config, `procedure_start: ${day}\n`);
  const args = [
    'dist/cli.js',
    'check',
    '--format',
    'json',
    '--fail-on',
    'never',
    '--config',
    config,
    ...names.map((name) => join(texts, name)),
  ];
  const report = JSON.parse(run(process.execPath, args));
  if (report.files.length !== names.length) throw new Error(`${names.length} texts, but ${report.files.length} were checked`);
  const found = new Map(report.files.map((file) => [resolve(file.path), file]));
  return { ...report, files: names.map((name) => found.get(join(texts, name))) };
}

function run(command, args) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 30 });
  if (status !== 0) throw new Error(`${args.join(' ').slice(0, 200)} ended with ${status}\n${stdout}${stderr}`);
  return stdout;
}

/** Rows of a CSV file by the names in its first line. */
function readTable(path) {
  const rows = [];
  let row = [];
  for (const [, quoted, plain, end] of readFileSync(path, 'utf8').matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    row.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === ',') continue;
    if (row.some(Boolean)) rows.push(row);
    row = [];
  }
  const [head, ...body] = rows;
  return body.map((cells) => Object.fromEntries(head.map((name, i) => [name, cells[i] ?? ''])));
}

function section(title, head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [`## ${title}`, '', line(head), line(head.map((_, i) => (i === 0 ? '---' : '--:'))), ...rows.map(line)].join('\n');
}

function percent(part, whole) {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}
