/**
 * The built-in catalogue: criteria/**\/*.yaml, checked and compiled into dist/catalogue.json.
 *
 *   npx tsx scripts/generate-catalogue.ts            check and write
 *   npx tsx scripts/generate-catalogue.ts --check    check only
 *   … --english                                      messages in English
 *
 * Exit code 1 when there is an error.
 */
import { compileCatalogue } from '../server/src/core/catalogue/compile';
import { buildCatalogue } from '../server/src/core/catalogue/layers';
import { renderProblem } from '../server/src/core/catalogue/problems';
import { builtInLayer } from './catalogueFiles';

const locale = process.argv.includes('--english') ? 'en' : 'de';

const layer = builtInLayer();
const built = buildCatalogue([layer], { today: new Date().toISOString().slice(0, 10) });
const { catalogue } = built;
const problems = [...built.problems, ...compileCatalogue(catalogue, built.locate).problems];

for (const problem of problems) {
  console.error(`${problem.path}:${problem.line}:${problem.column}: ${problem.severity} ${problem.id}: ${renderProblem(problem, locale)}`);
}
const errors = problems.filter((problem) => problem.severity === 'error').length;
console.log(
  `${layer.files.length} files, ${catalogue.labels.size} labels, ${catalogue.laws.size} laws, ${catalogue.standards.size} standards, ${catalogue.brands.size} brands, ` +
    `${catalogue.references.size} references, ${catalogue.wording.size} wording rules, ${catalogue.vocabulary.size} vocabularies, ` +
    `${catalogue.products.size} products, ${catalogue.criteria.size} criteria; ${errors} errors, ${problems.length - errors} warnings`,
);
process.exitCode = errors > 0 ? 1 : 0;
