/** Runs the built command line in a folder made for the test. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export const commandLine = join(process.cwd(), 'dist/cli.js');

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

export class Folder {
  readonly path = mkdtempSync(join(tmpdir(), 'gruenstift-cli-'));

  constructor(files: Readonly<Record<string, string | Uint8Array>> = {}) {
    assert.ok(existsSync(commandLine), 'run `npm run build` first');
    for (const [name, content] of Object.entries(files)) this.write(name, content);
  }

  write(name: string, content: string | Uint8Array): void {
    mkdirSync(dirname(join(this.path, name)), { recursive: true });
    writeFileSync(join(this.path, name), content);
  }

  /** German unless the environment says otherwise; no colours. */
  run(args: readonly string[], options: { input?: string | Uint8Array; env?: Record<string, string> } = {}): Ended {
    const env = { PATH: process.env.PATH, NO_COLOR: '1', LANG: 'de_DE.UTF-8', ...options.env };
    const { status, stdout, stderr } = spawnSync(process.execPath, [commandLine, ...args], {
      cwd: this.path,
      env,
      input: options.input ?? '',
    });
    return { code: status, out: stdout.toString(), error: stderr.toString() };
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
