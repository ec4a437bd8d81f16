import assert from 'node:assert/strict';
import { analyse } from '../../../server/src/core/analyse';
import type { WritingContext } from '../../../server/src/core/context';
import { builtIn } from '../../builtIn';

const text = `# Leistungsbeschreibung

Die Stühle müssen den Blauen Engel tragen.

Die Stühle müssen der DIN EN 1335 entsprechen.

Zu liefern sind Stühle von Vitra.

Die Stühle müssen umweltfreundlich sein.
`;

function norms(context: WritingContext): Record<string, string | undefined> {
  const { findings } = analyse({ text, format: 'markdown', context, today: '2026-11-23' }, builtIn());
  return Object.fromEntries(
    findings.filter((f) => f.rule !== 'missing-criterion' && f.rule !== 'variants-silent').map((f) => [f.rule, f.law]),
  );
}

describe('norms', () => {
  const expected: [string, WritingContext, [label: string | undefined, standard: string, brand: string, vague: string]][] = [
    ['unknown regime', {}, ['vgv-34', 'vgv-31-2', 'vgv-31', 'gwb-121']],
    ['VgV', { regime: 'vgv' }, ['vgv-34', 'vgv-31-2', 'vgv-31', 'gwb-121']],
    ['VgV before the reform', { regime: 'vgv', procedureStart: '2026-06-30' }, ['vgv-34', 'vgv-31-2', 'vgv-31', 'gwb-121-2016']],
    ['VgV on its first day', { regime: 'vgv', procedureStart: '2026-07-01' }, ['vgv-34', 'vgv-31-2', 'vgv-31', 'gwb-121']],
    ['UVgO', { regime: 'uvgo' }, ['uvgo-24', 'uvgo-23', 'uvgo-23', 'uvgo-23']],
    ['UVgO before the reform', { regime: 'uvgo', procedureStart: '2026-06-30' }, ['uvgo-24', 'uvgo-23', 'uvgo-23', 'uvgo-23']],
    ['VOB/A EU', { regime: 'vob-a-eu' }, ['vob-a-7a-eu', 'vob-a-7a-eu', 'vob-a-7-eu', 'gwb-121']],
    ['VOB/A', { regime: 'vob-a' }, [undefined, 'vob-a-7a', 'vob-a-7', 'vob-a-7']],
    ['SektVO', { regime: 'sektvo' }, ['sektvo-32', 'sektvo-28', 'sektvo-28', 'gwb-121']],
    ['KonzVgV', { regime: 'konzvgv' }, ['konzvgv-15', 'konzvgv-15', 'konzvgv-15', 'gwb-121']],
  ];
  for (const [title, context, [label, standard, brand, vague]] of expected) {
    it(title, () =>
      assert.deepEqual(norms(context), {
        'label-equivalence': label,
        'standard-equivalence': standard,
        'brand-neutrality': brand,
        'vague-term': vague,
      }),
    );
  }
});

describe('norms on award criteria', () => {
  const award = `# Zuschlagskriterien

Die Qualität ist wichtiger als der Preis.
`;
  const expected: [WritingContext['regime'], string | undefined][] = [
    [undefined, 'vgv-58'],
    ['vgv', 'vgv-58'],
    ['uvgo', 'uvgo-43'],
    ['sektvo', 'sektvo-52'],
    ['vob-a-eu', 'gwb-127'],
    ['vob-a', undefined],
  ];
  for (const [regime, law] of expected) {
    it(regime ?? 'unknown regime', () => {
      const { findings } = analyse(
        { text: award, format: 'markdown', context: { ...(regime ? { regime } : {}) }, today: '2026-11-23' },
        builtIn(),
      );
      assert.deepEqual(
        findings.filter((f) => f.rule === 'award-weights').map((f) => f.law),
        [law],
      );
    });
  }

  it('konzvgv', () => {
    const text = '# Zuschlagskriterien\n\n| Kriterium | Gewichtung |\n|---|---|\n| Preis | 60 % |\n| Konzept | 20 % |\n';
    const { findings } = analyse({ text, format: 'markdown', context: { regime: 'konzvgv' }, today: '2026-11-23' }, builtIn());
    assert.deepEqual([...new Set(findings.filter((f) => f.rule.startsWith('award-')).map((f) => f.law))], ['konzvgv-31']);
  });
});

describe('norms of the rules on labels, places, values and the award', () => {
  const law = (rule: string, text: string, context: WritingContext = {}) => {
    const { findings } = analyse({ text: `${text}\n`, format: 'markdown', context, today: '2026-11-23' }, builtIn());
    return findings.find((f) => f.rule === rule)?.law;
  };
  const spec = '# Leistungsbeschreibung\n\n';
  const cases: [
    rule: string,
    text: string,
    laws: Partial<Record<NonNullable<WritingContext['regime']> | '', string>>,
    more?: WritingContext,
  ][] = [
    ['regional-origin', `${spec}Die Äpfel müssen aus der Region stammen.`, { '': 'vgv-31', uvgo: 'uvgo-23', sektvo: 'sektvo-28' }],
    ['regional-origin', '# Zuschlagskriterien\n\nGewertet wird, ob die Ware aus der Region stammt.', { '': 'gwb-97', uvgo: 'uvgo-43' }],
    ['label-misfit', `${spec}Das Kopierpapier muss nach EMAS zertifiziert sein.`, { '': 'vgv-34', uvgo: 'uvgo-24', sektvo: 'sektvo-32' }],
    [
      'lcc-method',
      '# Zuschlagskriterien\n\nGewertet werden die Lebenszykluskosten.',
      { '': 'vgv-59', uvgo: 'uvgo-43', sektvo: 'sektvo-53' },
    ],
    ['wrong-slot', '# Eignung\n\nDer Bieter hält die ILO-Kernarbeitsnormen ein.', { '': 'gwb-128', uvgo: 'uvgo-45' }],
    [
      'wrong-slot',
      '# Zuschlagskriterien\n\nGewertet werden die Referenzen über vergleichbare Leistungen.',
      { '': 'gwb-122', uvgo: 'uvgo-31' },
    ],
    ['wrong-slot', '# Eignungskriterien\n\nDas Kopierpapier muss den Blauen Engel tragen.', { '': 'gwb-122', uvgo: 'uvgo-31' }],
    ['ilo-clause', '# Ausführungsbedingungen\n\nDer Auftragnehmer hält die ILO-Kernarbeitsnormen ein.', { '': 'gwb-128', uvgo: 'uvgo-45' }],
    ['company-level', `${spec}Der Auftragnehmer muss EMAS einführen.`, { '': 'gwb-127', uvgo: 'uvgo-43' }],
    [
      'weak-threshold',
      `${spec}Das Kopierpapier muss zu mindestens 50 % aus Altpapier bestehen.`,
      { '': 'gwb-127' },
      { products: ['copy-paper'] },
    ],
    ['weak-threshold', `${spec}Die Geräte müssen EPEAT tragen.`, { '': 'gwb-127' }],
    [
      'conflicting-threshold',
      `${spec}Ersatzteile müssen mindestens 5 Jahre verfügbar sein.\n\n## Service\n\nErsatzteile müssen mindestens 7 Jahre verfügbar sein.`,
      { '': 'gwb-121' },
      { products: ['notebooks'] },
    ],
    [
      'double-use',
      '# Eignung\n\nDer Bieter muss EMAS nachweisen.\n\n# Zuschlagskriterien\n\n- Preis: 60 %\n- EMAS-Zertifizierung: 40 %',
      { '': 'gwb-127' },
    ],
  ];
  for (const [rule, text, laws, more] of cases) {
    it(`${rule}: ${text.split('\n')[2]}`, () => {
      const found = Object.fromEntries(
        Object.keys(laws).map((regime) => [regime, law(rule, text, { ...more, ...(regime ? { regime: regime as 'vgv' } : {}) })]),
      );
      assert.deepEqual(found, laws);
    });
  }
});
