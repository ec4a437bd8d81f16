/** Runs the suites in VS Code's desktop build, where there is a display and the build can be had. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { places } from './install.mjs';
import { root } from './workbench.mjs';

const downloads = 'https://update.code.visualstudio.com/api/releases/stable';

/** True when the suites should run in the desktop build. Never takes longer than a few seconds to say so. */
export async function desktopIsAtHand() {
  const wish = process.env.GRUENSTIFT_VSCODE;
  if (wish === 'desktop') return true;
  if (wish === 'browser') return false;
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return false;
  if (existsSync(places.home) && readdirSync(places.home).some((name) => name.startsWith('vscode-'))) return true;
  try {
    return (await fetch(downloads, { signal: AbortSignal.timeout(3000) })).ok;
  } catch {
    return false;
  }
}

/**
 * @param {{ tests: string, web: boolean }} host
 * @param {string} workspace folder to open
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function testOnDesktop(host, workspace) {
  const { runTests } = await import('@vscode/test-electron');
  const folder = mkdtempSync(join(tmpdir(), 'gruenstift-result-'));
  const result = join(folder, 'result.json');
  const launchArgs = [workspace, '--disable-extensions', '--disable-workspace-trust', '--skip-welcome', '--skip-release-notes'];
  if (host.web) launchArgs.push('--extensionDevelopmentKind=web');
  try {
    await runTests({
      extensionDevelopmentPath: root,
      extensionTestsPath: join(root, host.tests),
      launchArgs,
      extensionTestsEnv: { GRUENSTIFT_RESULT: result },
    });
  } catch (error) {
    console.error(String(error));
    if (!existsSync(result)) return { passed: 0, failed: 1 };
  }
  try {
    // The web extension host writes no files: there the exit code alone counts.
    return existsSync(result) ? JSON.parse(readFileSync(result, 'utf8')) : { passed: 1, failed: 0 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
