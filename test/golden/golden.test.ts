import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { globSync } from 'tinyglobby';
import { analyse } from '../../server/src/core/analyse';
import { fixesOf } from '../../server/src/core/fixes';
import { render } from '../../server/src/core/messages';
import { builtIn } from '../builtIn';

/**
 * Every example with its findings drawn under the lines: a change of a rule or of the catalogue shows as a diff a person can read.
 * `UPDATE_GOLDEN=1 npm run test:core` writes the files anew.
 */
const root = join(__dirname, '..', '..');
const examples = globSync('examples/*.{md,txt}', { cwd: root })
  .filter((p) => basename(p) !== 'README.md')
  .sort();

function drawn(path: string): string {
  const text = readFileSync(join(root, path), 'utf8');
  const analysis = analyse({ text, format: path.endsWith('.md') ? 'markdown' : 'plaintext', context: {}, today: '2026-11-23' }, builtIn());
  const { catalogue } = builtIn();
  const out = [
    `# ${path}: ${analysis.findings.length} findings, ${analysis.suppressed.length} set aside, language ${analysis.language}, regime ${analysis.context.regime ?? '-'}, products ${analysis.products.map((p) => p.id).join(' ') || '-'}`,
  ];
  let offset = 0;
  text.split('\n').forEach((line, number) => {
    const here = analysis.findings.filter((f) => f.start >= offset && f.start <= offset + line.length);
    if (here.length > 0) out.push('', `${number + 1}: ${line}`);
    for (const f of here) {
      const width = Math.max(1, Math.min(f.end, offset + line.length) - f.start);
      out.push(`${' '.repeat(String(number + 1).length + 2 + f.start - offset)}${'^'.repeat(width)} ${f.rule} ${f.severity}`);
      out.push(`   ${render(f.message, 'de', catalogue)}`);
      for (const fix of fixesOf(analysis, f, 'de').slice(0, 3)) out.push(`   ${fix.preferred ? '*' : '-'} ${fix.title}`);
    }
    offset += line.length + 1;
  });
  return `${out.join('\n')}\n`;
}

describe('golden: the examples and their findings', () => {
  for (const path of examples) {
    it(path, () => {
      const golden = join(__dirname, `${basename(path)}.golden`);
      const actual = drawn(path);
      if (process.env.UPDATE_GOLDEN || !existsSync(golden)) {
        assert.ok(process.env.UPDATE_GOLDEN, `${golden} is missing: run UPDATE_GOLDEN=1 npm run test:core and read the file`);
        writeFileSync(golden, actual);
      }
      assert.equal(actual, readFileSync(golden, 'utf8'));
    });
  }

  it('there are examples', () => assert.ok(examples.length >= 7));
});
