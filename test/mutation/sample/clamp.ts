/** A small program for the test of the mutation tests: its mutants are known by heart. */
export function clamp(value: number, most: number): number {
  return value > most ? most : value;
}

export function countDown(from: number): number {
  let steps = 0;
  while (from > 0) {
    from -= 1;
    steps += 1;
  }
  return steps;
}

export function never(): string {
  return 'nobody asks';
}
