import assert from 'node:assert/strict';
import fc from 'fast-check';
import { joinChanges } from '../../server/src/change';
import type { TextChange } from '../../server/src/core/text/model';

/** Any edit of a text of `length` characters. */
function edit(length: number) {
  return fc
    .tuple(fc.nat(length), fc.nat(length), fc.string({ maxLength: 8 }))
    .map(([a, b, text]) => ({ start: Math.min(a, b), end: Math.max(a, b), text }));
}

function apply(text: string, { start, end, text: inserted }: { start: number; end: number; text: string }): string {
  return text.slice(0, start) + inserted + text.slice(end);
}

describe('joined changes', () => {
  it('lead from the first text to the last: what lies outside is the same in both', () => {
    const run = fc.string({ minLength: 0, maxLength: 40 }).chain((first) =>
      fc
        .array(
          fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), fc.string({ maxLength: 8 })),
          {
            minLength: 1,
            maxLength: 6,
          },
        )
        .map((edits) => ({ first, edits })),
    );
    fc.assert(
      fc.property(run, ({ first, edits }) => {
        let text = first;
        let joined: TextChange | undefined;
        for (const [a, b, inserted] of edits) {
          const places = [Math.round(a * text.length), Math.round(b * text.length)].sort((x, y) => x - y) as [number, number];
          const one = { start: places[0], end: places[1], text: inserted };
          joined = joinChanges(joined, { start: one.start, end: one.end, length: inserted.length });
          text = apply(text, one);
        }
        const { start, end, length } = joined!;
        assert.ok(0 <= start && start <= end && end <= first.length && length >= 0);
        assert.equal(first.slice(0, start) + text.slice(start, start + length) + first.slice(end), text);
      }),
      { numRuns: 2000 },
    );
  });

  it('is the change itself when there is only one', () => {
    fc.assert(
      fc.property(edit(20), ({ start, end, text }) => {
        assert.deepEqual(joinChanges(undefined, { start, end, length: text.length }), { start, end, length: text.length });
      }),
    );
  });
});
