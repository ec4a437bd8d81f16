import assert from 'node:assert/strict';
import { join } from 'node:path';
import { analyse } from '../../../server/src/core/analyse';
import { ruleIds } from '../../../server/src/core/findings';
import { type Case, catalogueOf, draw, readCases } from './fixture';

const cases = readCases(join(__dirname, 'flags'));

describe('rules: what they flag and what they leave alone', () => {
  for (const one of cases) {
    it(`${one.file}:${one.line} ${one.title}`, () => {
      const findings = analyse(
        { text: one.text, format: one.format, context: one.context, today: '2026-11-23' },
        catalogueOf(one),
      ).findings.filter((f) => concerns(one, f.rule));
      assert.equal(draw(one.text, findings), draw(one.text, one.expected));
    });
  }

  it('has cases that flag and cases that leave alone for every rule', () => {
    for (const rule of ruleIds) {
      const own = cases.filter((c) => c.file.startsWith(rule));
      assert.ok(
        own.some((c) => c.expected.some((e) => e.rule === rule)),
        `${rule} flags nothing`,
      );
      assert.ok(
        own.some((c) => c.expected.every((e) => e.rule !== rule)),
        `${rule} leaves nothing alone`,
      );
    }
  });
});

/** What is said of a whole document would stand in every case about a product or with a regime; only its own file looks at it. */
const wholeDocument = ['missing-criterion', 'also-check', 'variants-silent'];

function concerns(one: Case, rule: string): boolean {
  return !wholeDocument.includes(rule) || one.file.startsWith(rule);
}
