import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Bound, compareBound, type Direction, poorest } from '../../../server/src/core/facts/strictness';
import type { Comparator } from '../../../server/src/core/match/model';

/** What bidders may offer: enough whole numbers around every value tried. */
const offers = Array.from({ length: 61 }, (_, i) => i - 5);

/** By trying every offer, as a patient reader would. */
function admits({ comparator, value, high = value }: Bound, offer: number, direction: Direction): boolean {
  switch (comparator) {
    case 'min':
      return offer >= value;
    case 'max':
      return offer <= value;
    case 'range':
      return offer >= value && offer <= high;
    default:
      // A plain value is met by a better one.
      return direction === 'higher-is-stricter' ? offer >= value : offer <= value;
  }
}

function isGoodEnough(offer: number, wanted: number, direction: Direction): boolean {
  return direction === 'higher-is-stricter' ? offer >= wanted : offer <= wanted;
}

const direction = fc.constantFrom<Direction>('higher-is-stricter', 'lower-is-stricter');
const bound: fc.Arbitrary<Bound> = fc
  .record({ comparator: fc.constantFrom<Comparator>('min', 'max', 'exact', 'about', 'range'), value: fc.nat(40), more: fc.nat(10) })
  .map(({ comparator, value, more }) => (comparator === 'range' ? { comparator, value, high: value + more } : { comparator, value }));

describe('strictness: comparing bounds', () => {
  it('is weaker or open exactly when some admitted offer would not do', () => {
    fc.assert(
      fc.property(bound, fc.integer({ min: 1, max: 40 }), direction, (stated, wanted, way) => {
        const poorOffer = offers.some((offer) => admits(stated, offer, way) && !isGoodEnough(offer, wanted, way));
        const compared = compareBound(stated, wanted, way);
        assert.equal(compared === 'weaker' || compared === 'open', poorOffer);
      }),
    );
  });

  it('is equal exactly when the poorest admitted offer is the wanted value', () => {
    fc.assert(
      fc.property(bound, fc.integer({ min: 1, max: 40 }), direction, (stated, wanted, way) => {
        const admitted = offers.filter((offer) => admits(stated, offer, way));
        const worst = way === 'higher-is-stricter' ? Math.min(...admitted) : Math.max(...admitted);
        const compared = compareBound(stated, wanted, way);
        if (compared === 'open') return;
        assert.equal(compared === 'equal', worst === wanted);
        assert.equal(poorest(stated, way), worst);
      }),
    );
  });

  it('turns round with the direction', () => {
    fc.assert(
      fc.property(fc.nat(40), fc.nat(40), (value, wanted) => {
        const higher = compareBound({ comparator: 'exact', value }, wanted, 'higher-is-stricter');
        const lower = compareBound({ comparator: 'exact', value }, wanted, 'lower-is-stricter');
        const opposite = { weaker: 'stricter', stricter: 'weaker', equal: 'equal', open: 'open' };
        assert.equal(lower, opposite[higher]);
      }),
    );
  });
});
