import assert from 'node:assert/strict';
import { mergeConfigs, mergeContexts, readConfig } from '../../server/src/core/config';
import { readConfigFile } from '../../server/src/core/configFile';

describe('config', () => {
  it('reads every key of the file', () => {
    const { config, problems } = readConfigFile(
      [
        'regime: vgv',
        'procedure_start: 2026-07-01',
        'authority: municipality',
        'land: HH',
        'contract: supplies',
        'value: 250000',
        'level: advanced',
        'products: [notebooks]',
        'language: de',
        'rules:',
        '  weak-modality: off',
        'layers: [./haus, gruenstift-hamburg]',
        'ignore:',
        '  - fingerprint: abc',
        '    reason: Altvertrag',
      ].join('\n'),
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(config, {
      context: {
        regime: 'vgv',
        procedureStart: '2026-07-01',
        authority: 'municipality',
        land: 'HH',
        contract: 'supplies',
        value: 250000,
        level: 2,
        products: ['notebooks'],
        language: 'de',
        rules: { 'weak-modality': 'off' },
      },
      layers: ['./haus', 'gruenstift-hamburg'],
      ignore: [{ fingerprint: 'abc', reason: 'Altvertrag' }],
    });
  });

  it('names the exact place of each wrong value and keeps the right ones', () => {
    const text =
      'regime: vgvv\nlevl: 2\nrules:\n  vague-trem: hint\n  vague-term: loud\n  weak-modality: hint\nignore:\n  - fingerprint: a\n  - fingerprint: b\n    reason: ja\n';
    const { config, problems } = readConfigFile(text);
    const lines = text.split('\n');
    const marked = problems.map((p) => [
      p.message.id,
      lines[p.line - 1]!.slice(p.column - 1, p.line === p.endLine ? p.endColumn - 1 : undefined),
    ]);
    assert.deepEqual(marked, [
      ['config-not-allowed', 'vgvv'],
      ['config-unknown-key-near', 'levl'],
      ['config-unknown-key-near', 'vague-trem'],
      ['config-not-allowed', 'loud'],
      ['config-missing', 'fingerprint: a'],
    ]);
    assert.equal(problems[1]!.message.values.near, 'level');
    assert.match(String(problems[0]!.message.values.allowed), /^vgv, uvgo, /);
    assert.deepEqual(config.context, { rules: { 'weak-modality': 'hint' } });
    assert.deepEqual(config.ignore, [{ fingerprint: 'b', reason: 'ja' }]);
  });

  it('takes a file that is no YAML, no mapping or an alias bomb as a problem, never as a crash', () => {
    const bomb =
      'a: &a [x,x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c]\n';
    for (const text of ['regime: [', '- a', 'vgv', bomb, '\u0000', 'regime: vgv\nregime: uvgo']) {
      const { problems } = readConfigFile(text);
      assert.ok(problems.length > 0, text);
      for (const problem of problems) assert.ok(problem.line >= 1 && problem.column >= 1);
    }
    assert.deepEqual(readConfigFile('').problems, []);
    assert.deepEqual(readConfigFile('# nur ein Kommentar\n').problems, []);
  });

  it('means "not said" by null and the empty string, as editor settings send them', () => {
    const { config, issues } = readConfig({ regime: '', value: null, level: 'basic' });
    assert.deepEqual(issues, []);
    assert.deepEqual(config.context, { level: 1 });
  });

  it('merges rules rule by rule, and lets the later source win elsewhere', () => {
    const settings = readConfig({ regime: 'uvgo', level: 1, rules: { 'vague-term': 'off', 'weak-modality': 'hint' } }).config;
    const file = readConfig({ regime: 'vgv', rules: { 'vague-term': 'warning' }, layers: ['a'] }).config;
    const merged = mergeConfigs(settings, file);
    assert.deepEqual(merged.context, { regime: 'vgv', level: 1, rules: { 'vague-term': 'warning', 'weak-modality': 'hint' } });
    assert.deepEqual(mergeContexts({ level: 3 }, { level: undefined }), { level: 3 });
  });

  it('lets foreign keys of front matter pass, but not wrong values of its own', () => {
    const { issues } = readConfig({ title: 'Notebooks', level: 'hoch' }, 'allow');
    assert.deepEqual(
      issues.map((issue) => issue.path),
      [['level']],
    );
  });
});
