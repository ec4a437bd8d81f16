/**
 * `npm run bench`: builds, then measures the budgets of the design as ratios in one run. The bench is bundled like the programs it speaks of:
 * unbundled modules reach each other through getters, which would be measured too.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { install } from './install.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
install();
if (spawnSync(process.execPath, ['scripts/build.mjs'], { cwd: root, stdio: 'inherit' }).status !== 0) process.exit(1);
await build({
  absWorkingDir: root,
  entryPoints: ['test/bench/bench.ts'],
  outfile: 'dist/test/bench.cjs',
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  external: ['cspell-lib', 'markdownlint', 'markdownlint/sync', 'tinyglobby'],
  logLevel: 'warning',
});
process.exitCode = spawnSync(process.execPath, ['dist/test/bench.cjs', root], { cwd: root, stdio: 'inherit' }).status ?? 1;
