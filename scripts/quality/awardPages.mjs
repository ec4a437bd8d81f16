#!/usr/bin/env node
/**
 * Measures how well `gruenstift check` tells texts that state award criteria from texts that do not.
 *
 *   node scripts/quality/awardPages.mjs gold.csv folder        (run `npm run build` first)
 *
 * `gold.csv`: a header, then `file,has_criteria` or `file,has_no_criteria`, files relative to `folder`. Prints precision and recall, also of every
 * third file alone, the part that is held out while rules are written, and the files that are judged wrongly.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const [csv, folder] = process.argv.slice(2);
if (!csv || !folder) {
  console.error('usage: awardPages.mjs gold.csv folder');
  process.exit(2);
}
const cli = join(dirname(fileURLToPath(import.meta.url)), '../../dist/cli.js');
const gold = readFileSync(csv, 'utf8')
  .trim()
  .split(/\r?\n/)
  .slice(1)
  .map((line) => line.split(','))
  .map(([file, label]) => ({ file, has: label.trim() === 'has_criteria' }));
const call = [cli, 'check', '--format', 'json', '--fail-on', 'never', ...gold.map(({ file }) => resolve(folder, file))];
const report = JSON.parse(execFileSync(process.execPath, call, { encoding: 'utf8', maxBuffer: 1 << 30 }));
const found = new Map(report.files.map(({ path, awardCriteria }) => [resolve(path), awardCriteria > 0]));
const judged = gold.map((page) => ({ ...page, said: found.get(resolve(folder, page.file)) === true }));

print('all', judged);
print(
  'held out',
  judged.filter((_, i) => i % 3 === 2),
);
for (const { file, has, said } of judged) if (has !== said) console.log(`${said ? 'wrongly found' : 'missed'}: ${file}`);

function print(name, pages) {
  const count = (has, said) => pages.filter((page) => page.has === has && page.said === said).length;
  const right = count(true, true);
  const share = (of) => (of === 0 ? '–' : (right / of).toFixed(3));
  console.log(
    `${name}: ${pages.length} pages, precision ${share(right + count(false, true))}, recall ${share(right + count(true, false))}`,
  );
}
