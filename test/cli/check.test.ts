import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from 'sarif';
import { specification } from '../lsp/specification';
import { commandLine, Folder } from './run';

interface JsonReport {
  files: {
    path: string;
    language: string;
    products: string[];
    awardCriteria: number;
    findings: {
      rule: string;
      severity: string;
      range: { start: { line: number; character: number }; end: { line: number; character: number } };
      message: string;
      norm?: string;
      related?: { message: string }[];
      fixes: { title: string; preferred: boolean }[];
      fingerprint: string;
    }[];
  }[];
  summary: {
    files: number;
    findings: number;
    warning: number;
    information: number;
    hint: number;
    failed: { path: string; message: string }[];
  };
}

const clean = '# Nichts zu finden\n\nDer Auftrag wird im Mai vergeben.\n';
const rulesOf = (report: JsonReport, path: string) =>
  report.files.find((file) => file.path === path)!.findings.map((finding) => finding.rule);

describe('gruenstift check', () => {
  let folder: Folder;
  afterEach(() => folder.remove());
  const json = (...args: string[]) => {
    const ended = folder.run(['check', '--format', 'json', ...args]);
    return { ...ended, report: JSON.parse(ended.out) as JsonReport };
  };

  describe('prints', () => {
    it('for people: a line a finding with place, severity, message, rule, and the sum', () => {
      folder = new Folder({ 'a.md': specification, 'leer.md': clean });
      const { code, out, error } = folder.run(['check', 'a.md', 'leer.md']);
      assert.equal(error, '');
      assert.equal(code, 0);
      assert.match(out, /^a\.md\n/);
      assert.match(out, /^ +5:21 +Hinweis +„Blauen Engel“ wird verlangt.* label-equivalence · § 34.*$/m);
      assert.doesNotMatch(out, /leer\.md/);
      assert.match(out, /\n2 Dateien geprüft: 0 Warnungen, \d+ Hinweise?, .*\.\n$/);
    });

    it('JSON of exactly the shape that is documented', () => {
      folder = new Folder({ 'unter ordner/a.md': specification.replace('Blauen Engel', 'Blauen Engel tragen und dem FSC-Standard') });
      const { code, report } = json('unter ordner/a.md');
      assert.equal(code, 0);
      assert.deepEqual(Object.keys(report), ['files', 'summary']);
      const [file] = report.files;
      assert.deepEqual(Object.keys(file!), ['path', 'language', 'products', 'awardCriteria', 'findings']);
      assert.equal(file!.path, 'unter ordner/a.md');
      assert.equal(file!.language, 'de');
      const label = file!.findings.find((finding) => finding.rule === 'label-equivalence')!;
      assert.deepEqual(label.range, { start: { line: 4, character: 20 }, end: { line: 4, character: 32 } });
      assert.equal(label.severity, 'information');
      assert.match(label.norm!, /^§ 34.*VgV$/);
      assert.match(label.related![0]!.message, /FSC/);
      assert.ok(label.fixes.length > 0);
      for (const fix of label.fixes) assert.deepEqual(Object.keys(fix), ['title', 'preferred']);
      const allowed = ['rule', 'severity', 'range', 'message', 'criterion', 'norm', 'related', 'fixes', 'fingerprint'];
      for (const finding of file!.findings)
        assert.deepEqual(
          Object.keys(finding).filter((key) => !allowed.includes(key)),
          [],
        );
      assert.equal(report.summary.findings, file!.findings.length);
    });

    it('JSON that says how many award criteria a text states', () => {
      const table = '# Zuschlagskriterien\n\n| Kriterium | Gewichtung |\n|---|---|\n| Preis | 60 % |\n| Konzept | 40 % |\n';
      folder = new Folder({ 'mit.md': table, 'ohne.md': '# Zuschlagskriterien\n\nSie stehen in der Bekanntmachung.\n' });
      const { report } = json('mit.md', 'ohne.md');
      assert.deepEqual(
        report.files.map(({ path, awardCriteria }) => [path, awardCriteria]),
        [
          ['mit.md', 2],
          ['ohne.md', 0],
        ],
      );
    });

    it('SARIF 2.1.0 with rules, regions, fixes and what was set aside', () => {
      folder = new Folder({ 'ä b.md': `<!-- gs-ignore-file brand-neutrality: vorhandene Möblierung -->\n\n${specification}` });
      const { code, out } = folder.run(['check', '--format', 'sarif', 'ä b.md']);
      assert.equal(code, 0);
      const log = JSON.parse(out) as Log;
      assert.equal(log.version, '2.1.0');
      const [run] = log.runs;
      assert.equal(run!.columnKind, 'utf16CodeUnits');
      const results = run!.results!;
      const rules = run!.tool.driver.rules!;
      for (const result of results) assert.equal(rules[result.ruleIndex!]!.id, result.ruleId);
      const label = results.find((result) => result.ruleId === 'label-equivalence')!;
      const place = label.locations![0]!.physicalLocation!;
      assert.deepEqual(place.artifactLocation, { uri: '%C3%A4%20b.md', uriBaseId: '%SRCROOT%', index: 0 });
      assert.deepEqual(place.region, { startLine: 7, startColumn: 21, endLine: 7, endColumn: 33 });
      assert.equal(label.level, 'note');
      assert.ok(label.fixes![0]!.artifactChanges[0]!.replacements[0]!.insertedContent!.text!.includes('gleichwertig'));
      const brand = results.find((result) => result.ruleId === 'brand-neutrality')!;
      assert.deepEqual(brand.suppressions, [{ kind: 'inSource', justification: 'vorhandene Möblierung' }]);
    });

    it('in German or English, as asked or as the environment says', () => {
      folder = new Folder({ 'a.md': specification });
      assert.match(folder.run(['check', '--lang', 'en', 'a.md']).out, /1 file checked/);
      assert.match(folder.run(['check', 'a.md'], { env: { LANG: 'en_GB.UTF-8' } }).out, /1 file checked/);
      assert.match(folder.run(['check', 'a.md'], { env: { LANG: 'C.UTF-8' } }).out, /1 Datei geprüft/);
      assert.match(folder.run(['check', '--help', '--lang', 'de'], { env: { LANG: 'en_GB.UTF-8' } }).out, /Leistungsbeschreibungen prüfen/);
    });

    it('colours only where they can be seen', () => {
      folder = new Folder({ 'a.md': specification });
      // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what colours are made of
      const coloured = /\u001b\[/;
      assert.doesNotMatch(folder.run(['check', 'a.md']).out, coloured);
      assert.match(folder.run(['check', 'a.md'], { env: { NO_COLOR: '', FORCE_COLOR: '1' } }).out, coloured);
      assert.doesNotMatch(folder.run(['check', '--no-color', 'a.md'], { env: { NO_COLOR: '', FORCE_COLOR: '1' } }).out, coloured);
    });
  });

  describe('reads', () => {
    it('folders, globs and files, each file once, the current folder by default', () => {
      folder = new Folder({ 'a.md': clean, 'x/b.markdown': clean, 'x/y/c.txt': clean, 'x/d.docx': 'x', 'node_modules/e.md': clean });
      const paths = (...args: string[]) =>
        json(...args)
          .report.files.map((file) => file.path)
          .sort();
      assert.deepEqual(paths(), ['a.md', 'x/b.markdown', 'x/y/c.txt']);
      assert.deepEqual(paths('.'), ['a.md', 'x/b.markdown', 'x/y/c.txt']);
      assert.deepEqual(paths('x'), ['x/b.markdown', 'x/y/c.txt']);
      assert.deepEqual(paths('**/*.md', 'a.md', './a.md'), ['a.md']);
      assert.deepEqual(paths('x/**'), ['x/b.markdown', 'x/d.docx', 'x/y/c.txt']);
      assert.deepEqual(paths(join(folder.path, 'a.md')), [join(folder.path, 'a.md')]);
    });

    it('standard input, under the name it is given', () => {
      folder = new Folder({ 'los/.gruenstift.yaml': 'regime: vgv\n' });
      const asked = folder.run(['check', '--format', 'json', '-'], { input: specification });
      const report = JSON.parse(asked.out) as JsonReport;
      assert.equal(report.files[0]!.path, '<stdin>');
      assert.ok(rulesOf(report, '<stdin>').includes('label-equivalence'));
      const named = folder.run(['check', '--format', 'json', '--stdin-filename', 'los/a.md', '-'], { input: specification });
      const [file] = (JSON.parse(named.out) as JsonReport).files;
      assert.equal(file!.path, 'los/a.md');
      assert.ok(
        file!.findings.some((finding) => finding.severity === 'warning'),
        'the configuration beside the name counts',
      );
      assert.equal(named.code, 1);
    });

    it('Windows-1252, and says so; a byte order mark is no character', () => {
      const old = Buffer.from(specification.replace('Das Papier', '„Das“ Papier').replaceAll('ü', '\u00fc'), 'latin1');
      // Buffer writes latin1; the quotes of Windows-1252 are put in by hand.
      const bytes = Buffer.from(old.map((byte, index) => (byte === 0x1e ? 0x84 : byte === 0x1c ? 0x93 : old[index]!)));
      folder = new Folder({ 'alt.txt': bytes, 'marke.md': `\uFEFF${specification}` });
      const { code, report, error } = json('alt.txt', 'marke.md');
      assert.equal(code, 0);
      assert.equal(error, 'alt.txt: kein UTF-8, als Windows-1252 gelesen\n');
      assert.ok(rulesOf(report, 'alt.txt').includes('brand-neutrality'));
      const [label] = report.files[1]!.findings.filter((finding) => finding.rule === 'label-equivalence');
      assert.deepEqual(label!.range.start, { line: 4, character: 20 });
    });

    it('on when one file cannot be read or is no text', () => {
      folder = new Folder({ 'a.md': specification, 'bild.txt': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]) });
      const { code, report, error } = json('gibt-es-nicht.md', 'bild.txt', '*.nichts', 'a.md');
      assert.equal(code, 2);
      assert.deepEqual(
        report.files.map((file) => file.path),
        ['a.md'],
      );
      assert.deepEqual(
        report.summary.failed.map((failed) => failed.path),
        ['gibt-es-nicht.md', '*.nichts'],
      );
      assert.match(error, /bild\.txt: keine Textdatei/);
    });
  });

  describe('ends with', () => {
    it('0 or 1 by severity and number', () => {
      folder = new Folder({ 'a.md': specification, 'leer.md': clean });
      const code = (...args: string[]) => folder.run(['check', 'a.md', ...args]).code;
      assert.equal(code(), 0, 'without a regime nothing is a warning');
      assert.equal(code('--fail-on', 'information'), 1);
      assert.equal(code('--fail-on', 'hint'), 1);
      assert.equal(code('--regime', 'vgv'), 1);
      assert.equal(code('--regime', 'vgv', '--fail-on', 'never'), 0);
      assert.equal(code('--regime', 'vgv', '--max-warnings', '10'), 0);
      assert.equal(code('--regime', 'vgv', '--max-warnings', '0'), 1);
      assert.equal(folder.run(['check', 'leer.md', '--fail-on', 'hint']).code, 0);
    });

    it('2 for a wrong call, and says what is possible', () => {
      folder = new Folder({ 'a.md': clean });
      for (const [args, message] of [
        [['check', '--format', 'xml', 'a.md'], /xml/],
        [['check', '--gibt-es-nicht'], /gibt-es-nicht/],
        [['prüfe'], /prüfe/],
        [['check', '--level', 'hoch', 'a.md'], /„hoch“ ist für --level nicht möglich; möglich: .*basic/],
        [['check', '--regime', 'vgvv', 'a.md'], /vgv, uvgo/],
        [['check', '--rules', 'vague-trem', 'a.md'], /vague-term/],
        [['check', '--rules', 'vague-term=laut', 'a.md'], /warning/],
        [['check', '--max-warnings', 'viele', 'a.md'], /viele/],
        [['check', '--config', 'fehlt.yaml', 'a.md'], /fehlt\.yaml/],
      ] as const) {
        const { code, out, error } = folder.run(args);
        assert.equal(code, 2, args.join(' '));
        assert.equal(out, '', args.join(' '));
        assert.match(error, message, args.join(' '));
        assert.doesNotMatch(error, /\n +at /, 'no stack for a wrong call');
      }
    });

    it('2 when its own catalogue is missing: silence would look like praise', () => {
      folder = new Folder({ 'a.md': specification });
      copyFileSync(commandLine, join(folder.path, 'cli.js'));
      const { status, stderr } = spawnSync(process.execPath, ['cli.js', 'check', 'a.md'], { cwd: folder.path, encoding: 'utf8' });
      assert.equal(status, 2);
      assert.match(stderr, /catalogue\.json/);
    });

    it('0 for help and version', () => {
      folder = new Folder();
      assert.equal(folder.run(['--version']).code, 0);
      assert.equal(folder.run(['--help']).code, 0);
      assert.match(folder.run(['check', '--help']).out, /Exit-Codes/);
    });
  });

  describe('follows', () => {
    it('the nearest .gruenstift.yaml, then --config instead of it, then options above both', () => {
      folder = new Folder({
        'los/a.md': specification,
        'los/.gruenstift.yaml': 'regime: vgv\nrules: {outdated-reference: off}\n',
        'andere.yaml': 'regime: uvgo\n',
      });
      const severity = (report: JsonReport, rule: string) => report.files[0]!.findings.find((finding) => finding.rule === rule)?.severity;
      const nearest = json('los/a.md').report;
      assert.equal(severity(nearest, 'brand-neutrality'), 'warning');
      assert.equal(severity(nearest, 'outdated-reference'), undefined);
      const given = json('--config', 'andere.yaml', 'los/a.md').report;
      assert.equal(severity(given, 'brand-neutrality'), 'information');
      assert.equal(severity(given, 'outdated-reference'), 'information');
      const option = json('--regime', 'uvgo', '--rules', 'outdated-reference=hint', 'los/a.md').report;
      assert.equal(severity(option, 'brand-neutrality'), 'information');
      assert.equal(severity(option, 'outdated-reference'), 'hint');
    });

    it('--rules and --quiet: only these are printed and counted', () => {
      folder = new Folder({ 'a.md': specification });
      assert.deepEqual(rulesOf(json('--rules', 'outdated-reference', 'a.md').report, 'a.md'), ['outdated-reference']);
      const quiet = json('--quiet', '--regime', 'vgv', 'a.md').report;
      assert.deepEqual([...new Set(quiet.files[0]!.findings.map((finding) => finding.severity))], ['warning']);
      assert.equal(quiet.summary.information, 0);
    });

    it('tells of a wrong configuration once, with its place, and goes on', () => {
      folder = new Folder({ 'a.md': specification, 'b.md': specification, '.gruenstift.yaml': 'regim: vgv\n' });
      const { code, error, report } = json('.');
      assert.equal(code, 0);
      assert.equal(report.files.length, 2);
      assert.match(error, /^\.gruenstift\.yaml:1:1: .*regime.*\n$/);
    });
  });
});
