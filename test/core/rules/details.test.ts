import assert from 'node:assert/strict';
import { join } from 'node:path';
import { analyse } from '../../../server/src/core/analyse';
import type { WritingContext } from '../../../server/src/core/context';
import type { Finding } from '../../../server/src/core/findings';
import { render } from '../../../server/src/core/messages';
import { rules } from '../../../server/src/core/rules';
import { builtIn } from '../../builtIn';
import { readCases } from './fixture';

function run(sentence: string, context: WritingContext = {}, heading = 'Leistungsbeschreibung') {
  const text = `# ${heading}\n\n${sentence}\n`;
  const { findings } = analyse({ text, format: 'markdown', context, today: '2026-11-23' }, builtIn());
  return { text, findings };
}

/** The finding of the rule, which must be the only one of it. */
function one(rule: string, sentence: string, context: WritingContext = {}, heading?: string): Finding & { readonly text: string } {
  const { text, findings } = run(sentence, context, heading);
  const own = findings.filter((finding) => finding.rule === rule);
  assert.equal(own.length, 1, JSON.stringify(findings));
  return { ...own[0]!, text };
}

/** What a reader sees: message, marked words, and the words and notes of related places. */
function told(finding: Finding & { readonly text: string }) {
  const { catalogue } = builtIn();
  return {
    message: render(finding.message, 'de', catalogue),
    marked: finding.text.slice(finding.start, finding.end),
    related: finding.related.map((place) => `${finding.text.slice(place.start, place.end)}: ${render(place.message, 'de', catalogue)}`),
  };
}

describe('rules: what a finding says', () => {
  it('brand-neutrality', () => {
    assert.deepEqual(told(one('brand-neutrality', 'Die Notebooks müssen von Lenovo sein.')), {
      message: '„Lenovo“ legt ein Produkt oder einen Hersteller fest. Beschreiben Sie die Funktion oder ergänzen Sie „oder gleichwertig“.',
      marked: 'Lenovo',
      related: [],
    });
    assert.deepEqual(told(one('brand-neutrality', 'Die Notebooks müssen von Lenovo sein und einen Monitor von Dell haben.')), {
      message:
        'Produkte oder Hersteller werden festgelegt: Lenovo, Dell. Beschreiben Sie die Funktion oder ergänzen Sie „oder gleichwertig“.',
      marked: 'Lenovo',
      related: ['Dell: auch „Dell“'],
    });
  });

  it('an enumeration is one mark, and only what lies outside of it is related', () => {
    const finding = one('brand-neutrality', 'Die Notebooks müssen von Lenovo oder Dell sein und einen Monitor von Fujitsu haben.');
    assert.deepEqual(told(finding).marked, 'Lenovo oder Dell');
    assert.deepEqual(told(finding).related, ['Fujitsu: auch „Fujitsu“']);
  });

  it('names four makes and shows ten more places, however many there are', () => {
    const makes = 'Lenovo Dell Fujitsu Kyocera Lexmark Xerox Zumtobel Osram Grohe Geberit Viessmann Vaillant Siemens'.split(' ');
    const finding = one('brand-neutrality', `Geräte von ${makes.join(' müssen neben Geräten von ')} stehen müssen.`);
    assert.match(told(finding).message, /: Lenovo, Dell, Fujitsu, Kyocera\. /);
    assert.equal(finding.message.values.count, makes.length);
    assert.equal(finding.related.length, 10);
  });

  it('a make named twice is named once', () => {
    const finding = one('brand-neutrality', 'Die Notebooks müssen von Lenovo sein und neben Notebooks von Lenovo stehen.');
    assert.match(told(finding).message, /^„Lenovo“ legt /);
    assert.deepEqual(told(finding).related, ['Lenovo: auch „Lenovo“']);
  });

  it('a position of a bill of quantities over several blocks', () => {
    const text =
      'Leistungsverzeichnis\n\n1.1.10 Leuchte\nLeuchte liefern.\n\nFabrikat: Zumtobel\n\nMit Leuchtmittel, Fabrikat: Osram\n4 St\n\n1.1.20 Rohr\nRohr liefern.\n2 m\n\n1.1.30 Rohr\nRohr liefern, Fabrikat: Kessel\n2 m\n';
    const { findings } = analyse({ text, format: 'plaintext', context: {}, today: '2026-11-23' }, builtIn());
    assert.deepEqual(
      findings.filter(({ rule }) => rule === 'brand-neutrality').map((finding) => ({ ...told({ ...finding, text }), message: '' })),
      [
        { message: '', marked: 'Fabrikat: Zumtobel', related: ['Fabrikat: Osram: auch „Osram“'] },
        { message: '', marked: 'Fabrikat: Kessel', related: [] },
      ],
    );
  });

  it('vague-term', () => {
    const finding = one('vague-term', 'Die Möbel müssen nachhaltig verpackt und ressourcenschonend hergestellt sein.');
    assert.match(told(finding).message, /^„nachhaltig“: ./);
    assert.deepEqual(told(finding).related, ['ressourcenschonend: auch „ressourcenschonend“']);
    assert.equal(finding.record, 'vague-nachhaltig');
    assert.equal(finding.law, 'gwb-121');
  });

  it('vague-term split over two lines reads as one word', () => {
    assert.equal(one('vague-term', 'Es sind umwelt-\nfreundliche Mittel zu nutzen.').message.values.text, 'umweltfreundliche');
    assert.equal(
      one('vague-term', 'It shall use environmentally\n  friendly paper.', {}, 'Requirements').message.values.text,
      'environmentally friendly',
    );
  });

  it('weak-modality', () => {
    const finding = one('weak-modality', 'Das Papier soll möglichst den Blauen Engel oder gleichwertig tragen.');
    assert.match(told(finding).message, /^„möglichst“: ./);
    assert.equal(finding.record, 'hedge-moeglichst');
    assert.equal(finding.law, 'gwb-127');
  });

  it('outdated-reference', () => {
    assert.deepEqual(told(one('outdated-reference', 'Die Vergabe erfolgt nach der VOL/A. Von der VOL/A wird abgewichen.')), {
      message: '„VOL/A“ ist überholt (seit 2.9.2017). Jetzt gilt: UVgO (unterhalb) oder VgV (oberhalb der Schwellenwerte).',
      marked: 'VOL/A',
      related: ['VOL/A: auch „VOL/A“'],
    });
    const number = one('outdated-reference', 'Die Drucker müssen DE-UZ 205 oder gleichwertig erfüllen.');
    assert.equal(told(number).message, '„DE-UZ 205“ ist überholt. Jetzt gilt: DE-UZ 219.');
    assert.equal(number.record, 'blauer-engel');
    const draft = one('outdated-reference', 'Die Abdichtung muss E DIN 18533-1 oder gleichwertig entsprechen.');
    assert.match(told(draft).message, /^„DIN 18533-1“ ist ein Norm-Entwurf\. /);
    assert.equal(told(draft).marked, 'E DIN 18533-1');
    const unproved = one('outdated-reference', 'Die Sperrschicht ist nach DIN 18337 auszuführen.');
    assert.equal(told(unproved).message, 'Prüfen Sie, ob „DIN 18337“ noch gilt. Zum Vergleich: ATV DIN 18336 (Abdichtungsarbeiten).');
    assert.equal(unproved.severity, 'hint');
  });

  it('a reference over two lines is named on one, and two spellings of blanks are one reference', () => {
    const sentences = 'Die Leistung wird nach § 97\nAbs. 4 GWB in Lose aufgeteilt. Nach § 97  Abs. 4 GWB in Lose wird das Übrige geteilt.';
    const finding = one('outdated-reference', sentences, {}, 'Losaufteilung');
    assert.equal(finding.message.values.text, '§ 97 Abs. 4 GWB in Lose');
    assert.deepEqual(told(finding).related, ['§ 97  Abs. 4 GWB in Lose: auch „§ 97 Abs. 4 GWB in Lose“']);
  });

  it('missing-evidence', () => {
    const finding = one('missing-evidence', 'Die Akkus der Notebooks müssen 2.000 Ladezyklen erreichen.');
    assert.deepEqual(told(finding), {
      message: 'Es fehlt, wie Bieter „Haltbarkeit des Akkus“ nachweisen. Ergänzen Sie den Nachweis.',
      marked: 'Ladezyklen',
      related: [],
    });
    assert.equal(finding.criterion, 'notebooks/battery-cycles');
    assert.equal(finding.record, 'notebooks/battery-cycles');
    assert.equal(finding.law, builtIn().catalogue.criteria.get('notebooks/battery-cycles')!.law![0]);
  });

  it('missing-criterion', () => {
    const finding = one('missing-criterion', 'Die Ware wird geliefert.', { products: ['notebooks'], level: 3 });
    const { count } = finding.message.values;
    assert.ok(Number(count) > 6);
    assert.match(
      told(finding).message,
      new RegExp(`: ${count} von ${count} Kriterien der Stufe „Ambitioniert“ fehlen noch: .*; .* und ${Number(count) - 6} weitere\\.$`),
    );
    assert.equal(finding.record, 'notebooks');
    assert.equal(finding.law, 'gwb-97');
    const few = one('missing-criterion', 'Die Ware wird geliefert.', { products: ['copy-paper'] });
    assert.match(told(few).message, /fehlen noch: (?:[^;]+; ){4}[^;]+\.$/);
  });

  it('bad-marker', () => {
    const said: [directive: string, message: string][] = [
      ['gs-ignore label-equivalence:', 'Die Begründung fehlt. Ohne Begründung hinter „label-equivalence:“ wird nichts ausgeblendet.'],
      ['gs-ignore-file label-equivalence', 'Die Begründung fehlt. Ohne Begründung hinter „label-equivalence:“ wird nichts ausgeblendet.'],
      ['gs-ignore label-equivalenz: weil', 'Die Regel „label-equivalenz“ gibt es nicht. Meinten Sie „label-equivalence“?'],
      ['gs-ignore zzzzzzzzzzzzzzz: weil', 'Die Regel „zzzzzzzzzzzzzzz“ gibt es nicht.'],
      [
        'gs-waive notebooks/battery-cycle: weil',
        'Das Kriterium „notebooks/battery-cycle“ steht nicht im Katalog. Meinten Sie „notebooks/battery-cycles“?',
      ],
      [
        'gs: notebooks/battery-cycle@1',
        'Das Kriterium „notebooks/battery-cycle“ steht nicht im Katalog. Meinten Sie „notebooks/battery-cycles“?',
      ],
      ['gs-waive zzzzzzzzzzzzzzzzzzz: weil', 'Das Kriterium „zzzzzzzzzzzzzzzzzzz“ steht nicht im Katalog.'],
      ['gs: notebooks/battery-cycles', 'Zu „notebooks/battery-cycles“ fehlt die Fassung, zum Beispiel notebooks/battery-cycles@1.'],
      ['gs: notebooks/battery-cycles@1a', 'Zu „notebooks/battery-cycles“ fehlt die Fassung, zum Beispiel notebooks/battery-cycles@1.'],
      ['gs: notebooks/battery-cycles@v1', 'Zu „notebooks/battery-cycles“ fehlt die Fassung, zum Beispiel notebooks/battery-cycles@1.'],
      [
        'gs notebooks/battery-cycles@1',
        '„gs notebooks/battery-cycles@1“ ist unvollständig. Erwartet wird zum Beispiel: gs-ignore label-equivalence: Begründung',
      ],
    ];
    for (const [directive, message] of said) {
      assert.deepEqual(told(one('bad-marker', `<!-- ${directive} -->`)), { message, marked: `<!-- ${directive} -->`, related: [] });
    }
  });

  it('bad-marker, in front matter', () => {
    const said = (frontMatter: string) => {
      const text = `---\n${frontMatter}\n---\n\n# Vergabe\n`;
      const { findings } = analyse({ text, format: 'markdown', context: {}, today: '2026-11-23' }, builtIn());
      return findings.map((finding) => told({ ...finding, text }));
    };
    assert.deepEqual(said('regime: vgvv'), [
      {
        message: '„vgvv“ ist bei „regime“ nicht möglich. Möglich sind: vgv, uvgo, vob-a, vob-a-eu, sektvo, konzvgv.',
        marked: 'vgvv',
        related: [],
      },
    ]);
    assert.deepEqual(said('level: 1\nnur so'), [
      {
        message: '„nur so“ wird nicht verstanden. Im Kopf steht je Zeile eine Angabe, zum Beispiel: regime: vgv',
        marked: 'nur so',
        related: [],
      },
    ]);
    assert.deepEqual(said('level: 1\nlevel: 2'), [
      { message: '„level“ steht zweimal im Kopf. Es gilt die erste Zeile.', marked: 'level', related: [] },
    ]);
    assert.deepEqual(said('products: [notebooks'), [
      {
        message: 'Die Liste „[notebooks“ ist nicht geschlossen: Am Ende fehlt „]“.',
        marked: '[notebooks',
        related: [],
      },
    ]);
    assert.deepEqual(said('language: fr\nlevel: 2\nauthor: wir'), []);
  });

  it('conflicting-threshold', () => {
    const sentences =
      'Ersatzteile müssen mindestens 5 Jahre verfügbar sein.\n\nErsatzteile müssen vor Ort mindestens 84 Monate verfügbar sein.';
    const finding = one('conflicting-threshold', sentences, { products: ['notebooks'] });
    assert.deepEqual(told(finding), {
      message:
        '„mindestens 84 Monate“ widerspricht einer früheren Angabe zu „Ersatzteile“ (5 Jahre). Nennen Sie überall denselben Wert oder sagen Sie, wofür welcher gilt.',
      marked: 'mindestens 84 Monate',
      related: ['mindestens 5 Jahre: die frühere Angabe'],
    });
    assert.equal(finding.record, 'notebooks/spare-parts');
    assert.equal(finding.criterion, 'notebooks/spare-parts');
    assert.equal(finding.law, 'gwb-121');
  });

  it('double-use marks the later place and names the earlier one', () => {
    const selection =
      '# Eignung\n\nDer Bieter muss EMAS oder gleichwertig nachweisen. Auch Nachunternehmer müssen EMAS oder gleichwertig nachweisen.\n';
    const award =
      '# Zuschlagskriterien\n\nEs gilt eine Notenskala.\n\n- Preis: 60 %\n- Teilnahme am Eco-Management and Audit Scheme: 40 %\n';
    const said = (text: string) => {
      const { findings } = analyse({ text, format: 'markdown', context: {}, today: '2026-11-23' }, builtIn());
      const own = findings.filter(({ rule }) => rule === 'double-use');
      // Of two places that demand the certificate the first is named.
      for (const { related } of own) assert.ok(related[0].start <= text.indexOf('EMAS'));
      return own.map((finding) => told({ ...finding, text }));
    };
    const [first] = said(`${selection}\n${award}`);
    assert.match(
      first.message,
      /^„Eco-Management and Audit Scheme“ wird bei der Eignung verlangt und beim Zuschlag noch einmal gewertet\. /,
    );
    assert.equal(first.marked, 'Eco-Management and Audit Scheme');
    assert.deepEqual(first.related, ['EMAS: bei der Eignung: „EMAS“']);
    const [second] = said(`${award}\n${selection}`);
    assert.match(second.message, /^„EMAS“ wird /);
    assert.equal(second.marked, 'EMAS');
    assert.deepEqual(second.related, ['Eco-Management and Audit Scheme: beim Zuschlag: „Eco-Management and Audit Scheme“']);
  });

  it('lcc-method cites the norm of the regime', () => {
    const sentence = 'Gewertet werden die Lebenszykluskosten.';
    const laws = (['vgv', 'uvgo', 'sektvo', 'vob-a'] as const).map(
      (regime) => one('lcc-method', sentence, { regime }, 'Zuschlagskriterien').law,
    );
    assert.deepEqual(laws, ['vgv-59', 'uvgo-43', 'sektvo-53', undefined]);
  });

  it('material-prescribed', () => {
    const finding = one('material-prescribed', 'Die Becher sind aus Polypropylen (PP) und haben Deckel aus Edelstahl.');
    assert.match(told(finding).message, /„aus Polypropylen \(PP\)“/);
    assert.equal(told(finding).marked, 'aus Polypropylen (PP)');
    assert.deepEqual(told(finding).related, ['aus Edelstahl: auch „aus Edelstahl“']);
    assert.equal(finding.law, 'eugh-c-424-23');
  });

  it('weak-threshold tells what falls short first and relates the rest', () => {
    const paper = one('weak-threshold', 'Das Kopierpapier muss zur Hälfte aus Altpapier bestehen.', { products: ['copy-paper'] });
    assert.match(told(paper).message, /^„Hälfte“ verlangt weniger als das Kriterium „Fasern aus Altpapier“ .*: mindestens 100 %\. /);
    assert.equal(paper.record, 'copy-paper/recycled-fibre');
    assert.equal(paper.criterion, 'copy-paper/recycled-fibre');

    const cell = 'EPEAT oder gleichwertig; Verpackung auf das Nötigste beschränkt; Nutzungsdauer mindestens 36 Monate';
    const row = one('weak-threshold', `| Merkmal | Anforderung |\n|---|---|\n| Ware | ${cell} |`, { products: ['notebooks'], level: 2 });
    assert.equal(told(row).marked, 'EPEAT');
    assert.deepEqual(told(row).related, ['mindestens 36 Monate: auch „mindestens 36 Monate“']);
    assert.equal(row.record, 'epeat');
    assert.ok(!('criterion' in row));
  });

  it('weak-threshold: further places of a position stand in other blocks', () => {
    const text =
      'Leistungsverzeichnis\n\n1.1.10 Arbeitsplatzgerät\nGerät mit EPEAT oder gleichwertig liefern.\n\nVerpackung auf das Nötigste beschränken.\n\nNutzungsdauer der Geräte mindestens 36 Monate.\n40 St\n\n1.1.20 Tasche\nTasche liefern.\n40 St\n\n1.1.30 Maus\nMaus liefern.\n40 St\n';
    const context = { products: ['notebooks'], level: 2 } as const;
    const { findings } = analyse({ text, format: 'plaintext', context, today: '2026-11-23' }, builtIn());
    const own = findings.filter(({ rule }) => rule === 'weak-threshold').map((finding) => told({ ...finding, text }));
    assert.deepEqual(
      own.map(({ marked, related }) => ({ marked, related })),
      [
        {
          marked: 'EPEAT',
          related: ['auf das Nötigste: auch „auf das Nötigste“', 'mindestens 36 Monate: auch „mindestens 36 Monate“'],
        },
      ],
    );
  });

  it('weak-threshold: a hedge inside of an open measure is no further place', () => {
    const context = { products: ['office-supplies'] };
    const inside = one('weak-threshold', 'Die Ware ist in möglichst kleinen Mehrwegbehältern anzuliefern.', context);
    assert.equal(told(inside).marked, 'möglichst kleinen');
    assert.deepEqual(told(inside).related, []);
    assert.equal(inside.criterion, 'office-supplies/packaging-return');
    const sentence = 'Die Ware ist möglichst in Mehrwegbehältern anzuliefern und die Verpackung auf das Nötigste zu beschränken.';
    const beside = one('weak-threshold', sentence, context);
    assert.equal(told(beside).marked, 'möglichst');
    assert.deepEqual(told(beside).related, ['auf das Nötigste: auch „auf das Nötigste“']);
  });

  it('weak-threshold: where criteria of several goods claim a value, the one that asks least is named', () => {
    for (const products of [
      ['copy-paper', 'printed-matter'],
      ['printed-matter', 'copy-paper'],
    ]) {
      const named = (sentence: string) => one('weak-threshold', sentence, { products }).criterion;
      const below = one('weak-threshold', 'Der Altpapieranteil beträgt mindestens 70 %.', { products });
      assert.equal(below.criterion, 'printed-matter/recycled-paper');
      assert.match(told(below).message, /: mindestens 80 %\. /);
      // "Bis zu" leaves it open: of the values that the number misses the one that asks least, else its own.
      assert.equal(named('Der Altpapieranteil beträgt bis zu 50 %.'), 'printed-matter/recycled-paper');
      assert.equal(named('Der Altpapieranteil beträgt bis zu 90 %.'), 'copy-paper/recycled-fibre');
    }
  });

  it('label-misfit', () => {
    const number = one('label-misfit', 'Die Waschmaschinen müssen den Blauen Engel nach DE-UZ 14a oder gleichwertig tragen.');
    assert.equal(
      told(number).message,
      '„Blauen Engel nach DE-UZ 14a“ gilt für „Grafische Papiere und Kartons aus 100 % Altpapier“, nicht für „Hausgeräte“. Nennen Sie die Vergabekriterien, die für die Ware gelten.',
    );
    assert.equal(number.record, 'blauer-engel');
    const paper = one('label-misfit', 'Das Kopierpapier muss nach ISO 14001 oder EMAS zertifiziert sein.', { regime: 'vgv' });
    assert.match(told(paper).message, /^„ISO 14001“ belegt nicht, was hier verlangt wird: ISO 14001 regelt das Umweltmanagement /);
    assert.deepEqual(told(paper).related, ['EMAS: auch „EMAS“']);
    assert.deepEqual([paper.record, paper.law, paper.severity], ['iso-14001', 'vgv-34', 'warning']);
  });

  it('ilo-clause names the further demands of a chapter', () => {
    const sentences =
      'Der Auftragnehmer hält die ILO-Kernarbeitsnormen ein.\n\nUnterauftragnehmer sind auf die Kernarbeitsnormen der ILO zu verpflichten.';
    const finding = one('ilo-clause', sentences, {}, 'Ausführungsbedingungen');
    assert.equal(told(finding).marked, 'ILO-Kernarbeitsnormen');
    assert.deepEqual(told(finding).related, ['Kernarbeitsnormen der ILO: auch hier: „Kernarbeitsnormen der ILO“']);
    assert.equal(finding.law, 'gwb-128');
  });

  it('wrong-addressee', () => {
    const city = { authority: 'municipality' } as const;
    const laws: [sentence: string, law: string][] = [
      ['Nach § 45 KrWG sind Erzeugnisse aus Rezyklat zu liefern.', 'krwg-45'],
      ['Es gilt die AVV Klima.', 'avv-klima'],
      ['Der CO2-Preis wird gemäß § 13 Abs. 1 Satz 3 KSG angesetzt.', 'ksg-13'],
      ['Der Auftragnehmer muss ein Tariftreueversprechen nach dem BTTG abgeben.', 'bttg'],
    ];
    for (const [sentence, law] of laws) assert.equal(one('wrong-addressee', sentence, city).law, law);

    const said = (sentence: string, context: WritingContext) => told(one('wrong-addressee', sentence, context)).message;
    const [[recyclate], , , [pay]] = laws;
    const forFederation = /^„BTTG“ bindet nur den Bund, nicht Ihre Stelle\. /;
    assert.match(said(pay, { ...city, contract: 'services' }), forFederation);
    assert.match(said(pay, city), forFederation);
    assert.match(said(pay, { ...city, contract: 'supplies' }), /^„BTTG“ gilt für Bau- und Dienstleistungen, nicht für Lieferungen\. /);
    assert.match(said(recyclate, { ...city, contract: 'supplies' }), /^„§ 45 KrWG“ bindet nur den Bund, /);
  });

  it('every message of every case has a text in both languages', () => {
    const { catalogue } = builtIn();
    for (const folder of ['flags', 'boundaries']) {
      for (const { text, format, context } of readCases(join(__dirname, folder))) {
        for (const finding of analyse({ text, format, context, today: '2026-11-23' }, builtIn()).findings) {
          for (const message of [finding.message, ...finding.related.map((place) => place.message)]) {
            for (const locale of ['de', 'en'] as const) {
              const words = render(message, locale, catalogue);
              assert.notEqual(words, message.id);
              assert.doesNotMatch(words, /\{\w+\}|undefined/);
            }
          }
        }
      }
    }
  });
});

describe('rules: law and severity of the regime', () => {
  const sentences = {
    'label-equivalence': 'Das Papier muss den Blauen Engel tragen.',
    'standard-equivalence': 'Die Stühle müssen DIN EN 1335 entsprechen.',
    'brand-neutrality': 'Die Notebooks müssen von Lenovo sein.',
  };
  const expected: [regime: WritingContext['regime'], ...expected: [law: string | undefined, severity: string][]][] = [
    [undefined, ['vgv-34', 'information'], ['vgv-31-2', 'information'], ['vgv-31', 'information']],
    ['vgv', ['vgv-34', 'warning'], ['vgv-31-2', 'warning'], ['vgv-31', 'warning']],
    ['uvgo', ['uvgo-24', 'warning'], ['uvgo-23', 'information'], ['uvgo-23', 'information']],
    ['sektvo', ['sektvo-32', 'warning'], ['sektvo-28', 'warning'], ['sektvo-28', 'warning']],
    ['vob-a', [undefined, 'warning'], ['vob-a-7a', 'warning'], ['vob-a-7', 'warning']],
  ];
  for (const [regime, ...each] of expected) {
    Object.entries(sentences).forEach(([rule, sentence], i) => {
      it(`${rule}, ${regime ?? 'unknown'}`, () => {
        const finding = one(rule, sentence, regime ? { regime } : {});
        assert.deepEqual([finding.law, finding.severity], each[i]);
      });
    });
  }

  it('a standard nobody described has no record, a described label has one', () => {
    assert.ok(!('record' in one('standard-equivalence', 'Die Stühle müssen DIN EN 1335 entsprechen.')));
    assert.equal(one('label-equivalence', sentences['label-equivalence']).record, 'blauer-engel');
  });
});

describe('rules: order, settings, precedence', () => {
  const sentence = 'Das Papier soll möglichst den Blauen Engel tragen und umweltfreundlich verpackt sein.';
  const found = (context: WritingContext) => run(sentence, context).findings.map(({ rule, severity }) => `${rule} ${severity}`);

  it('findings come in order of place', () => {
    assert.deepEqual(found({}), ['weak-modality information', 'label-equivalence information']);
    const { findings } = run(`${sentence}\n\nDie Vergabe erfolgt nach der VOL/A. Die Notebooks müssen von Lenovo sein.`);
    assert.deepEqual(
      findings.map(({ start }) => start),
      findings.map(({ start }) => start).sort((a, b) => a - b),
    );
    assert.equal(findings[0]!.rule, 'weak-modality');
    assert.equal(findings.at(-1)!.rule, 'brand-neutrality');
  });

  it('a rule may be off or have another severity', () => {
    assert.deepEqual(found({ rules: { 'weak-modality': 'off' } }), ['label-equivalence information']);
    assert.deepEqual(found({ rules: { 'weak-modality': 'hint', 'label-equivalence': 'warning' } }), [
      'weak-modality hint',
      'label-equivalence warning',
    ]);
  });

  it('every rule can be found under its own id', () => {
    assert.equal(new Set(rules.map(({ id }) => id)).size, rules.length);
    for (const { text, format, context } of readCases(join(__dirname, 'flags'))) {
      const input = { text, format, today: '2026-11-23' } as const;
      for (const { rule } of analyse({ ...input, context }, builtIn()).findings) {
        const off = analyse({ ...input, context: { ...context, rules: { [rule]: 'off' } } }, builtIn()).findings;
        assert.ok(
          off.every((finding) => finding.rule !== rule),
          rule,
        );
      }
    }
  });

  it('a fingerprint is the same wherever the passage stands, and another for other words, places and rules', () => {
    const print = (text: string) => run(text).findings.map(({ fingerprint }) => fingerprint);
    const [first] = print('Die Notebooks müssen von Lenovo sein.');
    assert.deepEqual(print('Die Ware ist grün.\n\nDie Notebooks müssen von Lenovo sein.'), [first]);
    assert.notDeepEqual(print('Die Notebooks müssen von Dell sein.'), [first]);
    assert.match(first!, /^brand-neutrality:\w+:\w+$/);
    const two = print('Die Notebooks müssen von Lenovo sein. Die Monitore müssen von Dell sein.');
    assert.equal(new Set(two).size, 2);
  });
});
