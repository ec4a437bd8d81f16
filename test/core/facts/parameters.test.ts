import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Param } from '../../../server/src/core/catalogue/schema';
import { inBaseUnit, isComparable, unitOf, valueAt } from '../../../server/src/core/facts/parameters';
import { same } from '../../../server/src/core/facts/strictness';
import { inUnitOf } from '../../../server/src/core/facts/writtenQuantity';
import { compileMatcher } from '../../../server/src/core/match/matcher';
import { readQuantities } from '../../../server/src/core/match/quantities';
import { builtIn } from '../../builtIn';

const params = [...builtIn().catalogue.criteria.values()].flatMap((c) => (c.params ?? []).map((param) => ({ id: c.id, param })));
const { matcher } = compileMatcher([]);

function quantity(text: string) {
  const [first] = readQuantities(text, 0, matcher.tokenise(text, 0, text.length), matcher, 'de');
  assert.ok(first, text);
  return first;
}

function param(more: Partial<Param>): Param {
  return { name: 'x', label: { de: 'X' }, quantity: 'time', unit: 'year', direction: 'higher-is-stricter', ask: true, ...more };
}

describe('parameters: units', () => {
  it('a value goes to the base unit and back unchanged', () => {
    const units = [...new Set(params.map((p) => p.param.unit).filter((unit) => unit !== '' && unitOf(param({ unit }))))];
    assert.ok(units.length > 10);
    fc.assert(
      fc.property(fc.constantFrom(...units), fc.double({ min: 0.001, max: 1e6, noNaN: true }), (unit, value) => {
        const one = param({ unit });
        const back = inUnitOf({ unit: unitOf(one)!.name }, inBaseUnit(value, one));
        assert.ok(Math.abs(back - value) <= 1e-7 * value, `${value} ${unit} came back as ${back}`);
      }),
    );
  });

  it('a value means the same in every unit of its dimension', () => {
    assert.ok(same(inBaseUnit(5, param({ unit: 'year' })), quantity('60 Monate').value));
    assert.ok(same(inBaseUnit(10, param({ quantity: 'concentration', unit: 'g/l' })), quantity('10.000 mg/l').value));
    assert.ok(same(inBaseUnit(500, param({ quantity: 'count', unit: 'cycle' })), quantity('500 Spülgänge').value));
    assert.ok(same(inBaseUnit(55, param({ quantity: 'money', unit: 'EUR/t' })), quantity('55 EUR je Tonne').value));
  });

  it('compares only what measures the same on a like scale', () => {
    assert.ok(isComparable(param({ unit: 'year' }), quantity('36 Monate')));
    assert.ok(!isComparable(param({ unit: 'year' }), quantity('3 Arbeitstage')));
    assert.ok(!isComparable(param({ unit: 'working day' }), quantity('7 Jahre')));
    assert.ok(isComparable(param({ unit: 'working day' }), quantity('48 Stunden')));
    assert.ok(!isComparable(param({ quantity: 'count', unit: 'cycle' }), quantity('500 Stück')));
    assert.ok(!isComparable(param({ quantity: 'money', unit: 'EUR/t' }), quantity('500 EUR')));
    assert.ok(!isComparable(param({ quantity: 'ratio', unit: '%' }), quantity('5 Jahre')));
    assert.ok(!isComparable(param({ direction: 'none' }), quantity('5 Jahre')));
  });
});

describe('parameters: levels', () => {
  it('has the value of the greatest level up to the chosen one', () => {
    const one = param({ ask: undefined, levels: { 2: 70, 3: 95 } });
    assert.deepEqual([valueAt(one, 1), valueAt(one, 2), valueAt(one, 3)], [undefined, 70, 95]);
    const single = param({ ask: undefined, levels: { 1: 100 } });
    assert.deepEqual([valueAt(single, 1), valueAt(single, 2), valueAt(single, 3)], [100, 100, 100]);
  });
});
