/**
 * Builds everything that ships and everything the VS Code suites need into `dist/`.
 *
 *   node scripts/build.mjs          minified, no source maps
 *   node scripts/build.mjs --dev    readable, with source maps
 *   node scripts/build.mjs --watch  the same, again after every change (the catalogue once)
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const watch = process.argv.includes('--watch');
const dev = watch || process.argv.includes('--dev');

const shared = {
  bundle: true,
  minify: !dev,
  sourcemap: dev ? 'linked' : false,
  legalComments: 'none',
  logLevel: 'warning',
  absWorkingDir: root,
};
const node = { ...shared, platform: 'node', format: 'cjs', target: 'node20', mainFields: ['module', 'main'] };
const browser = { ...shared, platform: 'browser', target: 'es2022', mainFields: ['browser', 'module', 'main'] };

/**
 * Mocha's browser build lies in an ES module package but is a script: bundled as it is, it would take the bundle's `module.exports` for its own.
 */
const mochaAsScript = {
  name: 'mocha-as-script',
  setup: (build) =>
    build.onLoad({ filter: /[\\/]mocha[\\/]mocha\.js$/ }, ({ path }) => ({
      contents: `let module, exports, define;\n${readFileSync(path, 'utf8')}`,
    })),
};

/** commander can start programs for subcommands. Ours are none, and loading what it would start them with takes longer than reading a file. */
const commanderAlone = {
  name: 'commander-alone',
  setup: (build) => {
    build.onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      /[\\/]commander[\\/]/.test(importer) ? { path: 'child_process', namespace: 'nothing' } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'nothing' }, () => ({ contents: 'module.exports = {};' }));
  },
};

/**
 * Libraries most runs never need: YAML is read where a workspace has a configuration or a catalogue of its own, file names are searched where
 * there are folders. Each is a file of its own beside the bundles, loaded when its first function is called for.
 */
const onDemand = ['yaml', 'tinyglobby'];
const loadedOnDemand = {
  name: 'loaded-on-demand',
  setup: (build) =>
    build.onResolve({ filter: new RegExp(`^(?:${onDemand.join('|')})$`) }, ({ path }) => ({ path: `./${path}.js`, external: true })),
};

/** What is built. `budget` in bytes is compared with a minified build and printed. */
const bundles = [
  { ...node, entryPoints: ['client/src/node.ts'], outfile: 'dist/client.js', external: ['vscode'] },
  { ...browser, format: 'cjs', entryPoints: ['client/src/browser.ts'], outfile: 'dist/client.browser.js', external: ['vscode'] },
  { ...node, entryPoints: ['server/src/node.ts'], outfile: 'dist/server.js', plugins: [loadedOnDemand], budget: 400 * 1024 },
  { ...browser, format: 'iife', entryPoints: ['server/src/browser.ts'], outfile: 'dist/server.browser.js', budget: 400 * 1024 },
  {
    ...node,
    entryPoints: ['server/src/cli.ts'],
    outfile: 'dist/cli.js',
    plugins: [commanderAlone, loadedOnDemand],
    banner: { js: '#!/usr/bin/env node' },
  },
  ...onDemand.map((library) => ({
    ...node,
    stdin: { contents: `module.exports = require('${library}');`, resolveDir: root },
    outfile: `dist/${library}.js`,
  })),
  {
    ...node,
    entryPoints: ['test/vscode/index.ts'],
    plugins: [mochaAsScript],
    outfile: 'dist/test/vscode.js',
    external: ['vscode'],
    define: { WEB_SUITE: 'false' },
    ships: false,
  },
  {
    ...browser,
    format: 'cjs',
    entryPoints: ['test/vscode/index.browser.ts'],
    plugins: [mochaAsScript],
    outfile: 'dist/test/vscode.browser.js',
    external: ['vscode'],
    define: { WEB_SUITE: 'true' },
    ships: false,
  },
];

/** The built-in catalogue, checked and compiled once, so that starting reads one JSON file and no YAML. */
const catalogue = { script: 'scripts/generate-catalogue.ts', outfile: 'dist/catalogue.jsonl' };

async function build() {
  mkdirSync(join(root, 'dist'), { recursive: true });
  const failures = [];
  for (const { budget, ships, ...options } of bundles) {
    if (watch) {
      const context = await esbuild.context(options);
      await context.watch();
      continue;
    }
    try {
      await esbuild.build(options);
    } catch (error) {
      failures.push(`${options.outfile}: ${error.message.split('\n')[0]}`);
      continue;
    }
    const bytes = statSync(join(root, options.outfile)).size;
    if (ships !== false) report(options.outfile, bytes, budget);
  }
  if (existsSync(join(root, 'dist/cli.js'))) chmodSync(join(root, 'dist/cli.js'), 0o755);
  const run = spawnSync(process.execPath, ['--import', 'tsx', catalogue.script], { cwd: root, stdio: 'inherit' });
  if (run.status !== 0) failures.push(`${catalogue.script}: exit ${run.status}`);
  else report(catalogue.outfile, statSync(join(root, catalogue.outfile)).size);
  if (failures.length > 0) {
    console.error(`\nbuild failed:\n  ${failures.join('\n  ')}`);
    process.exitCode = 1;
  }
}

function report(file, bytes, budget) {
  console.log(
    `${relative('.', file).padEnd(28)} ${kilobytes(bytes).padStart(10)}${budget ? ` of ${kilobytes(budget)}${bytes > budget && !dev ? ', OVER BUDGET' : ''}` : ''}`,
  );
}

function kilobytes(bytes) {
  return `${(bytes / 1024).toFixed(1)} KB`;
}

await build();
