import assert from 'node:assert/strict';
import fc from 'fast-check';
import { distance, nearest } from '../../../server/src/core/catalogue/suggest';

describe('nearest names', () => {
  it('counts a swap, a slip, a missing and an extra letter as one step', () => {
    for (const [a, b, steps] of [
      ['find', 'fidn', 1],
      ['find', 'fins', 1],
      ['find', 'fnd', 1],
      ['find', 'finds', 1],
      ['', 'abc', 3],
      ['blauer-engel', 'blauer-engel', 0],
    ] as const) {
      assert.equal(distance(a, b), steps, `${a} ${b}`);
    }
  });

  it('is a symmetric distance, cut off above the limit', () => {
    const word = fc.string({ maxLength: 8, unit: fc.constantFrom('a', 'b', 'c') });
    fc.assert(
      fc.property(word, word, fc.nat(8), (a, b, limit) => {
        const steps = distance(a, b);
        assert.equal(distance(b, a), steps);
        assert.ok(steps >= Math.abs(a.length - b.length) && steps <= Math.max(a.length, b.length));
        assert.equal(distance(a, b, limit), Math.min(steps, limit + 1));
      }),
    );
  });

  it('suggests only what may be meant', () => {
    assert.equal(nearest('labour_riks', ['labour_note', 'labour_risk']), 'labour_risk');
    assert.equal(nearest('FSC', ['fsc', 'pefc']), 'fsc');
    assert.equal(nearest('fsc', ['gots', 'tco']), undefined);
    assert.equal(nearest('x', []), undefined);
  });
});
