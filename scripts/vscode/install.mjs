/**
 * Installs a real VS Code that needs no desktop: VS Code's own server with its web workbench out of the npm package `code-server`,
 * the Node it is built for, and Chromium to open it. Everything lands in `.vscode-test/` (ignored by git), once; later calls return at once.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const home = join(root, '.vscode-test');
const stamp = join(home, 'installed.json');

/** VS Code 1.139.1. Raising it is a change of this line. */
const codeServer = 'code-server@4.139.1';
const nodeMajor = '24';

/** Where the parts of the installation are. */
export const places = {
  home,
  node: join(home, 'node', 'bin', 'node'),
  serverMain: join(home, 'server', 'node_modules', 'code-server', 'lib', 'vscode', 'out', 'server-main.js'),
};

/**
 * Makes sure VS Code and Chromium are there and returns their places.
 * @returns {{ home: string, node: string, serverMain: string, chromium: string }}
 * @throws {Error} with a message for the user (German and English) when a Debian package or a platform is missing.
 */
export function installVSCode() {
  if (!findChromium()) installDebianPackages(['chromium']);
  const chromium = findChromium();
  if (!chromium) throw missing(['chromium']);
  const wanted = `${codeServer} node@${nodeMajor} ${process.platform}-${process.arch}`;
  if (!isInstalled(wanted)) {
    if (process.platform === 'win32') {
      throw new Error(
        'VS Code im Browser gibt es unter Windows nicht; bitte VS Code installieren und GRUENSTIFT_VSCODE=desktop setzen.\n' +
          'There is no VS Code in the browser on Windows; please install VS Code and set GRUENSTIFT_VSCODE=desktop.',
      );
    }
    const lacking = buildTools();
    if (lacking.length > 0) installDebianPackages(lacking);
    installNode();
    installServer();
    writeFileSync(stamp, JSON.stringify({ installed: wanted }));
  }
  return { ...places, chromium };
}

function isInstalled(wanted) {
  if (!existsSync(stamp) || !existsSync(places.node) || !existsSync(places.serverMain)) return false;
  return JSON.parse(readFileSync(stamp, 'utf8')).installed === wanted;
}

/** The Node binary with its headers, from npm: the machine's own Node may be too old for this VS Code. */
function installNode() {
  if (existsSync(places.node)) return;
  console.log(`Node ${nodeMajor} für VS Code wird geholt … / Fetching Node ${nodeMajor} for VS Code …`);
  const platform = `node-${process.platform}-${process.arch}`;
  const folder = emptyPackage('node-download');
  npm(['install', '--no-save', '--ignore-scripts', `${platform}@${nodeMajor}`], folder);
  const target = join(home, 'node');
  rmSync(target, { recursive: true, force: true });
  cpSync(join(folder, 'node_modules', platform), target, { recursive: true });
  rmSync(folder, { recursive: true, force: true });
}

function installServer() {
  console.log('VS Code (Server) wird eingerichtet, einmalig etwa zwei Minuten … / Setting up VS Code (server), once, about two minutes …');
  const folder = emptyPackage('server');
  const env = {
    ...process.env,
    PATH: `${join(home, 'node', 'bin')}:${process.env.PATH}`,
    npm_config_nodedir: join(home, 'node'),
    npm_config_audit: 'false',
    npm_config_fund: 'false',
  };
  npm(['install', '--no-save', codeServer], folder, env);
}

function emptyPackage(name) {
  const folder = join(home, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: `vscode-test-${name}`, private: true }));
  return folder;
}

function npm(args, cwd, env = process.env) {
  const clean = Object.fromEntries(
    Object.entries(env).filter(
      ([key]) =>
        !/^npm_(?:config_(?!nodedir|audit|fund|registry|cafile|cache|userconfig|globalconfig)|package_|lifecycle_|command)/.test(key),
    ),
  );
  const result = spawnSync('npm', args, { cwd, env: clean, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  if (result.status !== 0) {
    const log = `${result.stdout ?? ''}\n${result.stderr ?? ''}`.trim().split('\n').slice(-40).join('\n');
    throw new Error(`npm ${args.join(' ')}: ${result.error?.message ?? `exit ${result.status}`}\n${log}`);
  }
}

/** Chromium or a relative of it; `GRUENSTIFT_CHROMIUM` names another. */
function findChromium() {
  const candidates = [
    process.env.GRUENSTIFT_CHROMIUM,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/microsoft-edge',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ];
  return candidates.find((path) => path && existsSync(path));
}

/** Debian packages the native modules of VS Code's server need and this machine lacks. */
function buildTools() {
  if (process.platform !== 'linux') return [];
  const lacking = [];
  if (!has('python3')) lacking.push('python3');
  if (!has('make')) lacking.push('make');
  if (!has('g++')) lacking.push('g++');
  if (!has('pkg-config')) lacking.push('pkg-config');
  if (!existsSync('/usr/include/gssapi/gssapi.h')) lacking.push('libkrb5-dev');
  return lacking;
}

function has(command) {
  return spawnSync('sh', ['-c', `command -v ${command}`]).status === 0;
}

function installDebianPackages(packages) {
  if (process.platform !== 'linux' || !has('apt-get')) throw missing(packages);
  const sudo = process.getuid() === 0 ? [] : spawnSync('sudo', ['-n', 'true']).status === 0 ? ['sudo', '-n'] : undefined;
  if (!sudo) throw missing(packages);
  console.log(`Debian-Pakete werden installiert / installing Debian packages: ${packages.join(' ')}`);
  const [command, ...args] = [...sudo, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get'];
  try {
    execFileSync(command, [...args, 'update', '-qq'], { stdio: ['ignore', 'ignore', 'pipe'] });
    execFileSync(command, [...args, 'install', '-y', '-qq', '--no-install-recommends', ...packages], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
  } catch (error) {
    throw missing(packages, error);
  }
}

function missing(packages, cause) {
  const detail = cause?.stderr ? `\n${String(cause.stderr).trim().split('\n').slice(-5).join('\n')}` : '';
  const list = packages.join(' ');
  return new Error(
    `Es fehlen Pakete: ${list}. Bitte installieren, zum Beispiel: sudo apt-get install ${list}\n` +
      `Packages are missing: ${list}. Please install them, for example: sudo apt-get install ${list}${detail}`,
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const installed = installVSCode();
    console.log(`VS Code: ${installed.serverMain}\nNode: ${installed.node}\nChromium: ${installed.chromium}`);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
