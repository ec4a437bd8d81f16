import assert from 'node:assert/strict';
import { join } from 'node:path';
import { analyse } from '../../../server/src/core/analyse';
import { type RuleId, ruleIds } from '../../../server/src/core/findings';
import { applyEdits, fixesOf, safeEdits } from '../../../server/src/core/fixes';
import { type Case, catalogueOf, readCases } from './fixture';

function run(one: Case, text: string) {
  return analyse({ text, format: one.format, context: one.context, today: '2026-11-23' }, catalogueOf(one));
}

describe('fixes: before and after', () => {
  for (const one of readCases(join(__dirname, 'fixes'))) {
    it(`${one.file}:${one.line} ${one.title}`, () => {
      const before = run(one, one.text);
      const found = before.findings
        .flatMap((finding) => fixesOf(before, finding, 'de').map((fix) => ({ finding, fix })))
        .find((f) => f.fix.id === one.fix!.id);
      assert.ok(found, `no fix ${one.fix!.id}; findings: ${before.findings.map((f) => f.rule).join(', ')}`);
      const result = applyEdits(one.text, found.fix.edits);
      assert.equal(result.trimEnd(), one.fix!.result.trimEnd());
      const after = run(one, result);
      const again = after.findings.some(
        (f) =>
          f.rule === found.finding.rule &&
          after.document.text.slice(f.start, f.end) === one.text.slice(found.finding.start, found.finding.end) &&
          f.block === found.finding.block &&
          one.fix!.id !== 'insert-criterion',
      );
      assert.ok(!again, 'the finding is still there after the fix: applying it twice would change the text twice');
    });
  }
});

describe('fixes: all safe ones at once', () => {
  const cases = ['flags', 'boundaries', 'fixes'].flatMap((folder) => readCases(join(__dirname, folder)));
  const safe = (one: Case, text: string) => applyEdits(text, safeEdits(run(one, text)));
  it('change nothing the second time', () => {
    let changed = 0;
    for (const one of cases) {
      const once = safe(one, one.text);
      if (once === one.text) continue;
      changed++;
      assert.equal(safe(one, once), once, `${one.file}:${one.line} ${one.title}`);
    }
    assert.notEqual(changed, 0);
  });
});

describe('fixes: every one does away with its finding', () => {
  // Fixes of these may leave a finding of the same rule, e.g. the offer of a further product group.
  const others: readonly RuleId[] = ['vague-term', 'outdated-reference', 'also-check', 'missing-criterion', 'bad-marker'];
  const rules = new Set<string>(ruleIds.filter((id) => !others.includes(id)));
  // Which cases have such findings is read from their carets, so that a broken rule fails a test instead of leaving one out.
  for (const one of readCases(join(__dirname, 'flags')).filter((c) => c.expected.some((e) => rules.has(e.rule)))) {
    it(`${one.file}:${one.line} ${one.title}`, () => {
      const before = run(one, one.text);
      const findings = before.findings.filter((f) => rules.has(f.rule));
      assert.notEqual(findings.length, 0);
      for (const finding of findings) {
        for (const fix of fixesOf(before, finding, 'de').filter((f) => !f.disabled)) {
          const after = run(one, applyEdits(one.text, fix.edits));
          const count = (analysis: typeof before) => analysis.findings.filter((f) => f.rule === finding.rule).length;
          assert.ok(count(after) < count(before), `${fix.id} at ${finding.start}: ${after.document.text}`);
        }
      }
    });
  }
});
