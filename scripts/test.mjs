/**
 * `npm test`: installs, builds, checks form, types and generated files, runs every test, those in a real VS Code included. The last line is
 * `N passed, N failed`; a check that is no test of mocha (build, form, types, a generated file) counts as one.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { install } from './install.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const totals = { passed: 0, failed: 0 };
const failures = [];

install();
check('build', process.execPath, ['scripts/build.mjs']);
check('form (biome)', bin('biome'), ['check', '--error-on-warnings', '--log-level=warn']);
check('types', bin('tsc'), ['--noEmit']);
check('types of the core, without Node and DOM', bin('tsc'), ['--noEmit', '-p', 'server/src/core']);
for (const script of readdirSync(join(root, 'scripts')).filter((name) => /^generate-.*\.(?:ts|mjs)$/.test(name))) {
  check(`generated files are current (${script})`, process.execPath, ['--import', 'tsx', `scripts/${script}`, '--check']);
}
mocha('test/{core,golden,fuzz,client,lsp,cli,mutation}/**/*.test.ts');
await inVSCode();

if (failures.length > 0) console.log(`\nfailed: ${failures.join('; ')}`);
console.log(`\n${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed > 0 || totals.passed === 0 ? 1 : 0;

function bin(name) {
  return join(root, 'node_modules/.bin', process.platform === 'win32' ? `${name}.cmd` : name);
}

function check(title, command, args) {
  const start = Date.now();
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: root, encoding: 'utf8', shell: command.endsWith('.cmd') });
  const ok = status === 0;
  console.log(`${ok ? 'ok     ' : 'FAILED '} ${title} (${((Date.now() - start) / 1000).toFixed(1)} s)`);
  if (!ok) console.log(`${stdout}${stderr}`);
  add({ passed: Number(ok), failed: Number(!ok) }, title);
}

function mocha(files) {
  const folder = mkdtempSync(join(tmpdir(), 'gruenstift-test-'));
  const result = join(folder, 'totals.json');
  const args = ['--require', 'tsx', '--reporter', 'scripts/test/totalsReporter.cjs', '--reporter-option', `output=${result}`, files];
  const { status } = spawnSync(bin('mocha'), args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  try {
    const found = JSON.parse(readFileSync(result, 'utf8'));
    // A run that ends badly without a failing test has failed nevertheless.
    add({ passed: found.passed, failed: Math.max(found.failed, status === 0 ? 0 : 1) }, 'mocha');
  } catch (error) {
    console.log(`mocha did not come to its end: ${error.message}`);
    add({ passed: 0, failed: 1 }, 'mocha');
  }
  rmSync(folder, { recursive: true, force: true });
}

async function inVSCode() {
  try {
    const { testInVSCode } = await import('./vscode.mjs');
    add(await testInVSCode(), 'VS Code');
  } catch (error) {
    console.log(error.message);
    add({ passed: 0, failed: 1 }, 'VS Code');
  }
}

function add({ passed, failed }, title) {
  totals.passed += passed;
  totals.failed += failed;
  if (failed > 0) failures.push(title);
}
