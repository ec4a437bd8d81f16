import assert from 'node:assert/strict';
import { analysed } from './analysed';

const reason = 'steht im Rahmenvertrag';

/** Marks set aside, and marks left, as the makes they are about. */
function makes(text: string, format: 'markdown' | 'plaintext' = 'markdown') {
  const analysis = analysed(text, format);
  const named = (f: { start: number; end: number }) => text.slice(f.start, f.end);
  return {
    aside: analysis.suppressed.map(({ finding }) => named(finding)),
    left: analysis.findings.filter(({ rule }) => rule === 'brand-neutrality').map(named),
  };
}

describe('directives', () => {
  it('are read with their reason, blanks and line breaks as they come', () => {
    const { directives } = analysed(
      `<!-- gs-ignore  brand-neutrality :  ${reason}  -->\n\n<!-- gs-waive notebooks/battery-cycles: eins\nzwei -->\n\n<!-- gs: notebooks/battery-cycles@1 -->\n\nText\n`,
    );
    assert.deepEqual(
      directives.suppressions.map((s) => [s.rule, s.reason, s.at]),
      [['brand-neutrality', reason, 0]],
    );
    assert.deepEqual(
      directives.waivers.map((w) => [w.criterion, w.reason.replace(/\s+/g, ' ')]),
      [['notebooks/battery-cycles', 'eins zwei']],
    );
    assert.deepEqual(
      directives.markers.map((m) => [m.criterion, m.version]),
      [['notebooks/battery-cycles', 1]],
    );
    assert.deepEqual(directives.problems, []);
  });

  it('a reason is needed, in any case of a placeholder', () => {
    for (const written of ['', ' ', 'Begründung', 'BEGRÜNDUNG', 'reason']) {
      const { directives } = analysed(
        `<!-- gs-ignore brand-neutrality: ${written} -->\n\n<!-- gs-waive notebooks/battery-cycles: ${written} -->\n`,
      );
      assert.deepEqual([directives.suppressions, directives.waivers], [[], []], written);
      assert.equal(directives.problems.length, 2, written);
    }
  });

  it('say where the reason belongs and what the nearest id is', () => {
    const text =
      '<!-- gs-ignore brand-neutrality: reason -->\n\n<!-- gs-ignore brand-neutral: weil -->\n\n<!-- gs: notebooks/battery-cycle@1 -->\n';
    const { directives, document } = analysed(text);
    const [missing, rule, criterion] = directives.problems;
    const at = (block: number, from: number, to: number) => text.slice(document.starts[block] + from, document.starts[block] + to);
    assert.equal(at(missing.block, missing.reasonAt!.start, missing.reasonAt!.end), 'reason');
    assert.equal(at(rule.block, rule.suggestion!.from, rule.suggestion!.to), 'brand-neutral');
    assert.equal(rule.suggestion!.text, 'brand-neutrality');
    assert.equal(at(criterion.block, criterion.suggestion!.from, criterion.suggestion!.to), 'notebooks/battery-cycle');
    assert.equal(criterion.suggestion!.text, 'notebooks/battery-cycles');
  });

  it('no suggestion without an id', () => {
    const { directives } = analysed('<!-- gs-ignore -->\n\n<!-- gs-ignore : weil -->\n');
    assert.equal(directives.problems.length, 2);
    assert.ok(directives.problems.every((problem) => problem.suggestion === undefined));
  });

  it('what is no directive is none', () => {
    for (const text of [
      '<!-- GS-Zeichen prüfen -->',
      '<!-- GS: geprüfte Sicherheit -->',
      '[[GS-Zeichen]]',
      '<!-- Notiz: gs-ignore -->',
      '<!-- gsx-ignore brand-neutrality: weil -->',
      'gs-ignore brand-neutrality: weil',
    ]) {
      const { directives } = analysed(`${text}\n`);
      assert.deepEqual([directives.problems, directives.suppressions], [[], []], text);
    }
  });

  const ignore = `<!-- gs-ignore brand-neutrality: ${reason} -->`;
  const lenovo = 'Die Notebooks müssen von Lenovo sein.';
  const dell = 'Die Monitore müssen von Dell sein.';

  it('hide the next block and no more', () =>
    assert.deepEqual(makes(`# Leistungsbeschreibung\n\n${ignore}\n\n${lenovo}\n\n${dell}\n`), { aside: ['Lenovo'], left: ['Dell'] }));
  it('may be written in capitals', () => {
    const capitals = ignore.replace('gs-ignore', 'GS-Ignore');
    assert.deepEqual(makes(`# Leistungsbeschreibung\n\n${capitals}\n\n${lenovo}\n\n${dell}\n`), { aside: ['Lenovo'], left: ['Dell'] });
    const brackets = `[[GS-IGNORE brand-neutrality: ${reason}]]`;
    assert.deepEqual(makes(`# Leistungsbeschreibung\n\n${brackets}\n\n${lenovo}\n\n${dell}\n`), { aside: ['Lenovo'], left: ['Dell'] });
  });
  it('hide nothing above', () =>
    assert.deepEqual(makes(`# Leistungsbeschreibung\n\n${lenovo}\n\n${ignore}\n\n${dell}\n`), { aside: ['Dell'], left: ['Lenovo'] }));
  it('hide a whole table, page heads in it or not', () => {
    const rows = ['| Pos. | Gerät |', '|---|---|', `| 1 | ${lenovo} |`, 'Seite 3 von 18', `| 2 | ${lenovo} |`, ''].join('\n');
    const text = `Leistungsbeschreibung\n\n[[gs-ignore brand-neutrality: ${reason}]]\n\n${rows}\n\n${dell}\n`;
    assert.deepEqual(makes(text, 'plaintext'), { aside: ['Lenovo', 'Lenovo'], left: ['Dell'] });
  });
  it('hide a whole list', () =>
    assert.deepEqual(makes(`# Leistungsbeschreibung\n\n${ignore}\n\n- ${lenovo}\n- ${lenovo}\n- ${lenovo}\n\n${dell}\n`), {
      aside: ['Lenovo', 'Lenovo', 'Lenovo'],
      left: ['Dell'],
    }));
  it('hide a whole table', () =>
    assert.deepEqual(makes(`# Leistungsbeschreibung\n\n${ignore}\n\n| Ware |\n|---|\n| ${lenovo} |\n| ${lenovo} |\n\n${dell}\n`), {
      aside: ['Lenovo', 'Lenovo'],
      left: ['Dell'],
    }));
  it('skip comments', () =>
    assert.deepEqual(makes(`# Leistungsbeschreibung\n\n${ignore}\n\n<!-- Notiz -->\n\n${lenovo}\n\n${dell}\n`), {
      aside: ['Lenovo'],
      left: ['Dell'],
    }));
  it('hide the whole file', () =>
    assert.deepEqual(makes(`# Leistungsbeschreibung\n\n${lenovo}\n\n<!-- gs-ignore-file brand-neutrality: ${reason} -->\n\n${dell}\n`), {
      aside: ['Lenovo', 'Dell'],
      left: [],
    }));
  it('hide one rule only', () => {
    const text = `# Leistungsbeschreibung\n\n<!-- gs-ignore vague-term: ${reason} -->\n\nDie umweltfreundlichen Notebooks müssen von Lenovo sein.\n`;
    assert.deepEqual(makes(text), { aside: ['umweltfreundlichen'], left: ['Lenovo'] });
  });
  it('inside words mean the block they stand in', () => {
    const text = `1 Leistungsbeschreibung\n\nDie Notebooks müssen [[gs-ignore brand-neutrality: ${reason}]] von Lenovo sein.\n\n${dell}\n`;
    assert.deepEqual(makes(text, 'plaintext'), { aside: ['Lenovo'], left: ['Dell'] });
  });
  it('behind the words of a block mean it, too', () => {
    const text = `1 Leistungsbeschreibung\n\n${lenovo} [[gs-ignore brand-neutrality: ${reason}]]\n\n${dell}\n`;
    assert.deepEqual(makes(text, 'plaintext'), { aside: ['Lenovo'], left: ['Dell'] });
  });
  it('at the end of the text hide nothing', () =>
    assert.deepEqual(makes(`# Leistungsbeschreibung\n\n${lenovo}\n\n${ignore}\n`), { aside: [], left: ['Lenovo'] }));
});
