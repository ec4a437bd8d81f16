/**
 * The suites in a real VS Code.
 *
 *   node scripts/vscode.mjs test          desktop or remote extension host, then web extension host
 *   node scripts/vscode.mjs test node     only the first       … test web    only the second
 *
 * `GRUENSTIFT_VSCODE=desktop` or `=browser` says which VS Code; else the desktop build is taken where there is a display and the download
 * host answers at once, and VS Code's server with its web workbench everywhere else.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { desktopIsAtHand, testOnDesktop } from './vscode/desktop.mjs';
import { startWebFront } from './vscode/webFront.mjs';
import { developmentQuery, startBrowser, startServer } from './vscode/workbench.mjs';

/** A suite that has not ended by then hangs. */
const suiteTimeout = 6 * 60_000;

export const hosts = [
  { name: 'node', tests: 'dist/test/vscode.js', web: false },
  { name: 'web', tests: 'dist/test/vscode.browser.js', web: true },
];

/**
 * Runs the suite in the given extension hosts.
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function testInVSCode(chosen = hosts.map((host) => host.name)) {
  const totals = { passed: 0, failed: 0 };
  const desktop = await desktopIsAtHand();
  const run = desktop ? testOnDesktop : testInWorkbench;
  for (const host of hosts.filter(({ name }) => chosen.includes(name))) {
    console.log(`\nVS Code (${desktop ? 'desktop' : 'server and workbench'}), ${host.name} extension host`);
    const workspace = mkdtempSync(join(tmpdir(), 'gruenstift-workspace-'));
    try {
      const { passed, failed } = await run(host, workspace);
      totals.passed += passed;
      totals.failed += failed;
    } finally {
      rmSync(workspace, { recursive: true, force: true });
    }
  }
  return totals;
}

async function testInWorkbench(host, workspace) {
  const server = await startServer();
  const front = host.web ? await startWebFront(server, { tests: host.tests }) : undefined;
  const browser = await startBrowser();
  const counts = { passed: 0, failed: 0 };
  try {
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    const others = [];
    page.on('pageerror', (error) => others.push(String(error)));
    const exit = new Promise((resolve) => {
      page.exposeFunction('codeAutomationExit', (code) => resolve(code));
    });
    await page.exposeFunction('codeAutomationLog', (_type, args) => {
      const text = args.map((arg) => (typeof arg === 'string' ? arg : JSON.stringify(arg))).join(' ');
      const line = /^\[suite\] (.*)$/s.exec(text)?.[1];
      const result = /^RESULT (\{.*\})$/.exec(line ?? '')?.[1];
      if (result) Object.assign(counts, JSON.parse(result));
      else if (line !== undefined) console.log(line);
      else others.push(text);
    });
    const address = front
      ? front.address({ folder: workspace })
      : server.address(developmentQuery(server, { workspace, tests: host.tests }));
    await page.goto(address);
    let timer;
    const late = new Promise((resolve) => {
      timer = setTimeout(() => resolve('timeout'), suiteTimeout);
    });
    const code = await Promise.race([exit, late]);
    clearTimeout(timer);
    if (code !== 0 && counts.failed === 0) {
      counts.failed++;
      const picture = join(tmpdir(), `gruenstift-vscode-${host.name}.png`);
      await page.screenshot({ path: picture });
      console.error(
        `The suite did not end as it should (${code}). Picture of the window: ${picture}\n${others.join('\n')}\n${server.log()}`,
      );
    }
  } finally {
    await browser.close();
    await front?.stop();
    await server.stop();
  }
  return counts;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [command, host] = process.argv.slice(2);
  if (command !== 'test') {
    console.error('usage: node scripts/vscode.mjs test [node|web]');
    process.exitCode = 2;
  } else {
    try {
      const { passed, failed } = await testInVSCode(host ? [host] : undefined);
      console.log(`${passed} passed, ${failed} failed`);
      if (failed > 0 || passed === 0) process.exitCode = 1;
    } catch (error) {
      console.error(error.message);
      process.exitCode = 1;
    }
  }
}
