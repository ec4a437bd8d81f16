/** Writing generated files, or checking with `--check` that the files in the repository are current. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Writes the files (paths relative to the repository), or with `--check` compares them and sets exit code 1 when one is stale.
 * @param script how to make them current, for the message.
 */
export function writeOrCheck(files: Readonly<Record<string, string>>, script: string): void {
  const check = process.argv.includes('--check');
  for (const [path, text] of Object.entries(files)) {
    const file = join(root, path);
    const current = existsSync(file) ? readFileSync(file, 'utf8').replaceAll('\r\n', '\n') : undefined;
    if (current === text) continue;
    if (check) {
      console.error(`${path} is not current. Run: npx tsx ${script}`);
      process.exitCode = 1;
    } else {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
      console.log(`wrote ${path}`);
    }
  }
}
