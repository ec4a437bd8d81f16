/**
 * Runs VS Code without a desktop: its server on a free port, its workbench in Chromium driven by playwright. For the test suites, for the
 * screenshots, and for people without a desktop VS Code.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installVSCode } from './install.mjs';

export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

/**
 * Starts VS Code's server and waits until it answers.
 * @param {{ port?: number, settings?: object, automation?: boolean }} options `port`: a fixed one instead of any free one; `settings`: the user's settings;
 *   `automation`: the workbench obeys the payload of its address (extension under development, test suite).
 * @returns {Promise<{ port: number, address(query: Record<string, string>): string, stop(): Promise<void>, log(): string }>}
 */
export async function startServer({ port, settings = {}, automation = true } = {}) {
  const { node, serverMain } = installVSCode();
  const data = mkdtempSync(join(tmpdir(), 'gruenstift-vscode-'));
  mkdirSync(join(data, 'data', 'Machine'), { recursive: true });
  writeFileSync(join(data, 'data', 'Machine', 'settings.json'), JSON.stringify({ ...quiet, ...settings }, undefined, 2));
  const chosen = port ?? (await freePort());
  const args = ['--host', '127.0.0.1', '--port', String(chosen), '--without-connection-token', '--accept-server-license-terms'];
  args.push('--telemetry-level', 'off', '--disable-workspace-trust', '--server-data-dir', data);
  if (automation) args.push('--enable-smoke-test-driver');
  const server = spawn(node, [serverMain, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let log = '';
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (chunk) => (log += chunk));
  const kill = () => server.kill();
  process.once('exit', kill);
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const base = `http://127.0.0.1:${chosen}`;
  await Promise.race([
    until(
      () => answers(base),
      60_000,
      () => `VS Code's server does not answer on ${base}\n${log}`,
    ),
    ended.then((code) => Promise.reject(new Error(`VS Code's server ended with ${code}\n${log}`))),
  ]);
  return {
    port: chosen,
    address: (query) => `${base}/?${new URLSearchParams(query)}`,
    log: () => log,
    async stop() {
      kill();
      process.off('exit', kill);
      await ended;
      rmSync(data, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** A workbench without greetings, offers and requests of its own. */
const quiet = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'chat.disableAIFeatures': true,
  'git.enabled': false,
};

/** Starts Chromium without a window. */
export async function startBrowser() {
  const { chromium: executablePath } = installVSCode();
  const { chromium } = await import('playwright-core');
  const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];
  args.push('--disable-component-update', '--disable-sync', '--disable-dev-shm-usage');
  return chromium.launch({ executablePath, args });
}

/**
 * Address query that opens `workspace` with the extension under development.
 * @param {{ port: number }} server
 * @param {{ workspace: string, tests?: string, extension?: string, more?: string[][] }} options `tests`: path of a test bundle relative to the extension;
 *   `more`: further pairs of the payload, such as `openFile`. (`extensionDevelopmentKind` has no effect in the web workbench: see `webFront.mjs`.)
 */
export function developmentQuery({ port }, { workspace, tests, extension = root, more = [] }) {
  const remote = (path) => `vscode-remote://127.0.0.1:${port}${path}`;
  const payload = [['extensionDevelopmentPath', remote(extension)]];
  if (tests) payload.push(['extensionTestsPath', remote(join(extension, tests))]);
  return { folder: workspace, payload: JSON.stringify([...payload, ...more]) };
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

async function answers(base) {
  try {
    return (await fetch(`${base}/version`)).ok;
  } catch {
    return false;
  }
}

/** Asks again until `condition` holds; throws after `timeout` milliseconds. */
async function until(condition, timeout, message) {
  for (const end = Date.now() + timeout; !(await condition()); ) {
    if (Date.now() > end) throw new Error(message());
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
