/**
 * `npm start`: installs, builds, and opens VS Code with Grünstift on `examples/`: the desktop `code` when there is one, else VS Code in the browser.
 *
 *   npm start -- --check     prints the findings for every file of `examples/` in the terminal instead
 *   npm start -- --browser   VS Code in the browser although there is a desktop one
 *   npm start -- --port N    the browser's VS Code on this port
 */
import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { install } from './install.mjs';

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');
const examples = join(root, 'examples');
const args = process.argv.slice(2);

install();
const build = spawnSync(process.execPath, [join(root, 'scripts/build.mjs')], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
if (build.status !== 0) process.exit(build.status ?? 1);

if (args.includes('--check')) check();
else if (args.includes('--browser') || !openDesktop()) await serveBrowser();

/** The findings are the demonstration: they end with 0 here, whereas `gruenstift check` itself ends with 1 when there are any. */
function check() {
  const cli = join(root, 'dist/cli.js');
  const { status } = spawnSync(process.execPath, [cli, 'check', 'examples', '--fail-on', 'never'], { cwd: root, stdio: 'inherit' });
  console.log(
    '\nDies ist eine Vorführung und endet mit 0. „node dist/cli.js check <Dateien>“ endet mit 1, sobald es Befunde gibt.\n' +
      'This is a demonstration and ends with 0. "node dist/cli.js check <files>" ends with 1 as soon as there are findings.',
  );
  process.exitCode = status ?? 1;
}

/** Opens the desktop VS Code; false when there is none. */
function openDesktop() {
  const shell = process.platform === 'win32';
  if (spawnSync('code', ['--version'], { stdio: 'ignore', shell }).status !== 0) return false;
  const child = spawn('code', [`--extensionDevelopmentPath=${root}`, examples], { stdio: 'inherit', shell });
  child.once('spawn', () => console.log('VS Code wird geöffnet … / Opening VS Code …'));
  return true;
}

async function serveBrowser() {
  const { developmentQuery, startServer } = await import('./vscode/workbench.mjs');
  const port = args.includes('--port') ? Number(args[args.indexOf('--port') + 1]) : undefined;
  let server;
  try {
    server = await startServer({ port, settings: { 'gruenstift.language': preferredLanguage() } });
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
  console.log(
    `\nVS Code mit Grünstift läuft. Diese Adresse im Browser öffnen (Strg+C beendet):\n` +
      `VS Code with Grünstift is running. Open this address in a browser (Ctrl+C ends it):\n\n  ${server.address(developmentQuery(server, { workspace: examples }))}\n`,
  );
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, async () => {
      await server.stop();
      process.exit(0);
    });
  }
}

/** VS Code's web workbench speaks English without a language pack; the examples are German, and so are messages unless the system is English. */
function preferredLanguage() {
  const system = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '';
  return system.startsWith('en') ? 'en' : 'de';
}
