/**
 * The pictures of the README: VS Code with Grünstift on an example, in German, taken from the real thing.
 *
 *   npm run build && node scripts/screenshots.mjs
 */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { developmentQuery, root, startBrowser, startServer } from './vscode/workbench.mjs';

const target = join(root, 'docs/images');
const largest = 300 * 1024;
const example = 'unterhaltsreinigung-rathaus.md';

const settings = {
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.layoutControl.enabled': false,
  'workbench.activityBar.location': 'hidden',
  'window.commandCenter': false,
  'editor.minimap.enabled': false,
  'editor.fontSize': 14,
  'editor.lineHeight': 22,
  'editor.wordWrap': 'on',
  'editor.stickyScroll.enabled': false,
  'breadcrumbs.enabled': false,
  'gruenstift.language': 'de',
};

/** A copy: taking pictures must not change the examples. */
const workspace = mkdtempSync(join(tmpdir(), 'gruenstift-examples-'));
cpSync(join(root, 'examples'), workspace, { recursive: true });
mkdirSync(target, { recursive: true });
const server = await startServer({ settings });
const browser = await startBrowser();
try {
  const page = await browser.newPage({ viewport: { width: 1120, height: 630 }, locale: 'de' });
  // The workbench has no German language pack here; this makes it ask extensions for their German texts all the same.
  await page.addInitScript(() => Object.defineProperty(globalThis, '_VSCODE_NLS_LANGUAGE', { value: 'de', writable: false }));
  const file = `vscode-remote://127.0.0.1:${server.port}${join(workspace, example)}`;
  await page.goto(server.address(developmentQuery(server, { workspace, more: [['openFile', file]] })));
  await page.waitForSelector('.view-overlays .cdr[class*="squiggly"]', { timeout: 60_000 });
  await page.keyboard.press('Control+b');
  await picture(page, 'marks', async () => {
    await goTo(page, 'DIN 18032');
    await page.keyboard.press('Control+Shift+m');
    await page.waitForSelector('.markers-panel .monaco-list-row');
  });
  await page.keyboard.press('Control+j');
  await picture(page, 'fixes', async () => {
    await goTo(page, 'EU Ecolabel');
    await page.keyboard.press('Control+.');
    await page.waitForSelector('.action-widget .monaco-list-row');
  });
  await page.keyboard.press('Escape');
  await picture(page, 'hover', async () => {
    await goTo(page, 'EU Ecolabel');
    await command(page, 'Show or Focus Hover');
    await page.waitForSelector('.monaco-hover:not(.hidden) .hover-contents');
  });
  await page.keyboard.press('Escape');
  await picture(page, 'insert-clause', async () => {
    await page.keyboard.press('F1');
    await page.keyboard.type('Klausel einfügen');
    await page.locator('.quick-input-widget .monaco-list-row').first().filter({ hasText: 'Klausel einfügen' }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.tab', { hasText: 'Klausel.md' }).waitFor();
    await page.keyboard.press('ArrowDown');
  });
} finally {
  await browser.close();
  await server.stop();
  rmSync(workspace, { recursive: true, force: true });
}

/** Puts the cursor into the first occurrence of `words`, in the middle of the window. */
async function goTo(page, words) {
  const before = readFileSync(join(workspace, example), 'utf8').split(words)[0].split('\n');
  await page.click('.view-lines');
  await page.keyboard.press('Control+g');
  await page.keyboard.type(`${before.length}:${before.at(-1).length + 2}`);
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}

async function command(page, title) {
  await page.keyboard.press('F1');
  const row = page.locator('.quick-input-widget .monaco-list-row').first();
  await page.keyboard.type(title);
  await row.filter({ hasText: title }).waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}

/** Brings a scene about, lets it settle, and writes its picture. */
async function picture(page, name, scene) {
  await scene();
  await settled(page);
  const path = join(target, `${name}.png`);
  await page.screenshot({ path });
  const { size } = statSync(path);
  console.log(`docs/images/${name}.png ${(size / 1024).toFixed(0)} KB`);
  if (size > largest) throw new Error(`${name}.png is larger than ${largest / 1024} KB`);
}

/** Two pictures in a row that are the same: nothing moves any more. */
async function settled(page) {
  let last = '';
  for (let tries = 0; tries < 40; tries++) {
    const now = (await page.screenshot({ caret: 'hide' })).toString('base64');
    if (now === last) return;
    last = now;
    await page.waitForTimeout(250);
  }
}
