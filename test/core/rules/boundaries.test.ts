import assert from 'node:assert/strict';
import { join } from 'node:path';
import { analyse } from '../../../server/src/core/analyse';
import { ruleIds } from '../../../server/src/core/findings';
import { builtIn } from '../../builtIn';
import { draw, readCases } from './fixture';

/** Many small cases at the edges of one rule, the rule its file is named after; what others say of the same text is their own matter. */
describe('rules: where each begins and ends', () => {
  for (const one of readCases(join(__dirname, 'boundaries'))) {
    const rule = one.file.replace(/\.txt$/, '');
    it(`${one.file}:${one.line} ${one.title}`, () => {
      assert.ok((ruleIds as readonly string[]).includes(rule), `${rule} is no rule`);
      const { findings } = analyse({ text: one.text, format: one.format, context: one.context, today: '2026-11-23' }, builtIn());
      const own = findings.filter((finding) => finding.rule === rule);
      assert.equal(draw(one.text, own), draw(one.text, one.expected));
    });
  }
});
