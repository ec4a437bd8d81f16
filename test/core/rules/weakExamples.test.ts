import assert from 'node:assert/strict';
import { analyse } from '../../../server/src/core/analyse';
import type { Criterion } from '../../../server/src/core/catalogue/schema';
import type { Level, WritingContext } from '../../../server/src/core/context';
import { builtIn } from '../../builtIn';

/** The example as the only demand of a specification of the criterion's goods. */
function marks(criterion: Criterion, example: string): string[] {
  const language = /[äöüß]|\b(?:der|die|das|den|ist|sind|zu|und)\b/i.test(example) ? 'de' : 'en';
  const heading =
    { award: '# Zuschlagskriterien', performance: '# Ausführungsbedingungen' }[criterion.slot as string] ?? '# Leistungsbeschreibung';
  const context: WritingContext = {
    language,
    products: [...criterion.products],
    level: criterion.level as Level,
    ...(criterion.authority ? { authority: criterion.authority[0] } : {}),
    ...(criterion.jurisdiction?.[0]?.startsWith('DE-') ? { land: criterion.jurisdiction[0].slice(3) as WritingContext['land'] } : {}),
  };
  const { findings } = analyse({ text: `${heading}\n\n${example}\n`, format: 'markdown', context, today: '2026-11-23' }, builtIn());
  return findings.map((f) => f.rule);
}

describe('weak-threshold: the examples of the catalogue', () => {
  for (const criterion of builtIn().catalogue.criteria.values()) {
    if (criterion.status !== 'active') continue;
    for (const example of criterion.examples.weak ?? []) {
      it(`${criterion.id} marks “${example}”`, () => assert.ok(marks(criterion, example).includes('weak-threshold')));
    }
    if (!criterion.params) continue;
    for (const example of criterion.examples.addresses) {
      it(`${criterion.id} leaves “${example}” alone`, () => {
        assert.deepEqual(
          marks(criterion, example).filter((rule) => rule === 'weak-threshold' || rule === 'conflicting-threshold'),
          [],
        );
      });
    }
  }
});
