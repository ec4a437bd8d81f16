import assert from 'node:assert/strict';
import { clamp, countDown } from './clamp';

describe('the sample', () => {
  it('clamps', () => {
    assert.equal(clamp(3, 2), 2);
    assert.equal(clamp(1, 2), 1);
  });
  it('counts down', () => assert.equal(countDown(3), 3));
});
