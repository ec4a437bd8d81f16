import assert from 'node:assert/strict';
import fc from 'fast-check';
import { lineStarts, offsetAt, placeAt } from '../../../server/src/core/text/lines';

describe('lines', () => {
  it('end with LF, CRLF or CR', () => {
    const text = 'eins\nzwei\r\ndrei\rvier\n';
    const starts = lineStarts(text);
    assert.deepEqual([...starts], [0, 5, 11, 16, 21]);
    assert.deepEqual(placeAt(starts, 12), { line: 2, character: 1 });
    assert.deepEqual(placeAt(starts, 999), { line: 4, character: 978 });
    assert.equal(offsetAt(starts, { line: 3, character: 2 }, text.length), 18);
    assert.equal(offsetAt(starts, { line: 9, character: 0 }, text.length), text.length);
  });

  it('go from offset to place and back', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'ö', '\n', '\r', '\r\n', '😀')).map((parts) => parts.join('')),
        fc.nat(),
        (text, at) => {
          const offset = at % (text.length + 1);
          const starts = lineStarts(text);
          assert.equal(offsetAt(starts, placeAt(starts, offset), text.length), offset);
        },
      ),
    );
  });
});
