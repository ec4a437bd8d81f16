/** `npm run bench`: builds, then measures the budgets of the design as ratios in one run. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { install } from './install.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
install();
const run = (args) => spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status ?? 1;
process.exitCode = run(['scripts/build.mjs']) || run(['--import', 'tsx', 'test/bench/bench.ts']);
