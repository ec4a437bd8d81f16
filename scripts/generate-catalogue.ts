/**
 * The built-in catalogue: criteria/**\/*.yaml, checked and compiled into dist/catalogue.jsonl.
 *
 *   npx tsx scripts/generate-catalogue.ts            check and write
 *   npx tsx scripts/generate-catalogue.ts --check    check only
 *   … --english                                      messages in English
 *
 * Exit code 1 when there is an error; what works is written all the same, so that one broken record does not stop everybody.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkCatalogue } from '../server/src/catalogueCheck';
import { statistics } from '../server/src/core/catalogue/check';
import { renderProblem } from '../server/src/core/catalogue/problems';
import { serialiseCatalogue, withoutExamples } from '../server/src/core/catalogue/serialise';
import { builtInLayer } from './catalogueFiles';
import { root } from './generated';

const locale = process.argv.includes('--english') ? 'en' : 'de';
const today = new Date().toISOString().slice(0, 10);

const layer = builtInLayer();
const { compiled, problems } = checkCatalogue([layer], { today });
for (const problem of problems) {
  console.error(`${problem.path}:${problem.line}:${problem.column}: ${problem.severity} ${problem.id}: ${renderProblem(problem, locale)}`);
}

const errors = problems.filter((problem) => problem.severity === 'error').length;
const { records, phrases, examples, params } = statistics(compiled, today);
const counts = Object.entries(records).map(([kind, count]) => `${count} ${kind}`);
console.log(
  `${layer.files.length} files: ${counts.join(', ')}; ${phrases} phrases, ${examples} examples, ${params.ask} of ${params.all} values left to the buyer; ` +
    `${errors} errors, ${problems.length - errors} warnings`,
);

if (errors > 0) process.exitCode = 1;
if (!process.argv.includes('--check')) {
  const json = serialiseCatalogue(withoutExamples(compiled));
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(join(root, 'dist/catalogue.jsonl'), json);
  console.log(`wrote dist/catalogue.jsonl, ${Math.round(json.length / 1024)} KB`);
}
