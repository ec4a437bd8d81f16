import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type JudgedMutant, runMutants, scores } from './harness';

describe('mutation tests', () => {
  it('tell killed, surviving, endless and unreached mutants apart', async function () {
    this.timeout(30_000);
    const root = join(__dirname, '..', '..');
    const judged = await runMutants(
      { root, sources: ['test/mutation/sample/clamp.ts'], cases: ['test/mutation/sample/clampCases.test.ts'] },
      { workers: 1, sourceOf: (file) => readFileSync(join(root, file), 'utf8') },
    );
    const fate = (original: string, replacement: string) => {
      const found = judged.filter((one: JudgedMutant) => one.original === original && one.replacement === replacement);
      assert.equal(found.length, 1, `${original} → ${replacement}`);
      return found[0]!.fate;
    };
    assert.equal(fate('value > most', 'value <= most'), 'killed');
    assert.equal(fate('value > most', 'true'), 'killed');
    // At the limit both branches give the same: nobody can tell.
    assert.equal(fate('value > most', 'value >= most'), 'survived');
    // Counting up never ends; the number of visits is limited, so that it ends as a failed case.
    assert.equal(fate('from -= 1', 'from += 1'), 'killed');
    assert.equal(fate("'nobody asks'", '""'), 'uncovered');
    assert.equal(judged.find(({ original }) => original === 'value > most')!.line, 3);
    const [score] = scores(judged, () => 'all');
    assert.equal(score!.mutants, judged.length);
    assert.equal(score!.uncovered, judged.filter((one) => one.fate === 'uncovered').length);
    assert.equal(score!.noticed, judged.filter((one) => one.fate === 'killed' || one.fate === 'timeout').length);
  });
});
