/** Which of two values asks for more, and what a bound asks for at all. Values are in the base unit of their dimension. */
import type { Param } from '../catalogue/schema';
import type { Quantity } from '../match/model';

/** A property that grows or shrinks with ambition; `none` is not compared. */
export type Direction = Exclude<Param['direction'], 'none'>;

/** What a text says of a value: "mindestens 5", "bis zu 5", "5", "5 bis 10". */
export type Bound = Pick<Quantity, 'comparator' | 'value' | 'high'>;

/**
 * How a stated bound compares with a wanted value: `open` bounds the property on the side nobody asked about ("bis zu 92 % Wirkungsgrad"),
 * so that any offer however poor fulfils it.
 */
export type Comparison = 'open' | 'weaker' | 'equal' | 'stricter';

/** The comparator that binds a bidder to ambition. */
export function bindingComparator(direction: Direction): 'min' | 'max' {
  return direction === 'higher-is-stricter' ? 'min' : 'max';
}

/** Whether the bound leaves the property open on the side that counts. */
export function isOpen({ comparator }: Bound, direction: Direction): boolean {
  return comparator === (direction === 'higher-is-stricter' ? 'max' : 'min');
}

/** The value the poorest admissible offer has; meaningless for an open bound. */
export function poorest({ comparator, value, high = value }: Bound, direction: Direction): number {
  return comparator === 'range' && direction === 'lower-is-stricter' ? high : value;
}

export function compareBound(bound: Bound, wanted: number, direction: Direction): Comparison {
  if (isOpen(bound, direction)) return 'open';
  const value = poorest(bound, direction);
  if (same(value, wanted)) return 'equal';
  return value > wanted === (direction === 'higher-is-stricter') ? 'stricter' : 'weaker';
}

/** Equal but for what binary fractions and the length of a month add. */
export function same(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b), 1e-12);
}
