import pc from 'picocolors';
import type { Severity } from '../../core/findings';
import { count, say } from '../../texts';
import type { Format } from './index';

/** For people: a block a file, a line a finding, a sum at the end. Lines and columns from 1, as editors show them. */
export const stylish: Format = ({ files, counts, locale }, { colours }) => {
  const colour = pc.createColors(colours);
  const paint: Record<Severity, (text: string) => string> = { warning: colour.yellow, information: colour.cyan, hint: colour.dim };
  const lines: string[] = [];
  for (const { path, findings } of files) {
    if (findings.length === 0) continue;
    const places = findings.map(({ range: { start } }) => `${start.line + 1}:${start.character + 1}`);
    const width = Math.max(...places.map((place) => place.length));
    const severityWidth = Math.max(...findings.map(({ severity }) => say(locale, `severity-${severity}`).length));
    lines.push(colour.underline(path));
    for (const [index, { severity, message, rule, norm }] of findings.entries()) {
      const name = paint[severity](say(locale, `severity-${severity}`).padEnd(severityWidth));
      lines.push(
        `  ${colour.dim(places[index]!.padStart(width))}  ${name}  ${message}  ${colour.dim([rule, norm].filter(Boolean).join(' · '))}`,
      );
    }
    lines.push('');
  }
  const checked = count(locale, 'file', files.length);
  const total = counts.warning + counts.information + counts.hint;
  const sum =
    total === 0
      ? colour.green(say(locale, 'cli-summary-none', { files: checked }))
      : say(locale, 'cli-summary', {
          files: checked,
          warnings: count(locale, 'warning', counts.warning),
          informations: count(locale, 'information', counts.information),
          hints: count(locale, 'hint', counts.hint),
        });
  return `${[...lines, sum].join('\n')}\n`;
};
