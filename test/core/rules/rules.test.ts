import assert from 'node:assert/strict';
import { join } from 'node:path';
import { analyse } from '../../../server/src/core/analyse';
import type { CompiledCatalogue } from '../../../server/src/core/catalogue/compile';
import { type Message, ruleIds } from '../../../server/src/core/findings';
import { render } from '../../../server/src/core/messages';
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
      for (const { message, related } of findings)
        for (const part of [message, ...related.map((r) => r.message)]) isWhole(part, catalogueOf(one));
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

/** A message with all its holes filled, in both languages. */
function isWhole(message: Message, { catalogue }: CompiledCatalogue): void {
  for (const locale of ['de', 'en'] as const) {
    const text = render(message, locale, catalogue);
    assert.notEqual(text, message.id, `no ${locale} text`);
    assert.doesNotMatch(text, /\{\w+\}|undefined/, message.id);
  }
}

/** Offers about a whole section or document would stand in many cases; only their own files look at them. */
const offers = ['missing-criterion', 'award-scale', 'also-check', 'variants-silent'];

function concerns(one: Case, rule: string): boolean {
  return !offers.includes(rule) || one.file.startsWith(rule);
}
