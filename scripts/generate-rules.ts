/**
 * What the project says about its rules in several places, from one: the table in README.md, the setting `gruenstift.rules` in package.json and its
 * explanations in package.nls. Titles come from the messages, explanations from the first paragraph of each rule's page.
 *
 *   npx tsx scripts/generate-rules.ts            write
 *   npx tsx scripts/generate-rules.ts --check    fail when a file is not current
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type RuleId, ruleIds } from '../server/src/core/findings';
import { ruleTitle } from '../server/src/core/messages';
import { root, writeOrCheck } from './generated';

const read = (path: string) => readFileSync(join(root, path), 'utf8').replaceAll('\r\n', '\n');

/** First paragraph of the page behind title and id, as plain text. */
function explanation(rule: RuleId, language: 'de' | 'en'): string {
  const path = `docs/rules/${language}/${rule}.md`;
  if (!existsSync(join(root, path))) throw new Error(`${path} is missing: write the page of the rule`);
  const [title, id, text] = read(path).split(/\n{2,}/);
  if (title !== `# ${ruleTitle(rule, language)}`) throw new Error(`${path}: the title must be "# ${ruleTitle(rule, language)}"`);
  if (!id.includes(`\`${rule}\``)) throw new Error(`${path}: the second paragraph must name the id \`${rule}\``);
  return text.replace(/\s+/g, ' ').trim();
}

function readme(): string {
  const rows = ruleIds.map((rule) => `| [${ruleTitle(rule, 'de')}](docs/rules/de/${rule}.md) | \`${rule}\` |`);
  const table = ['| Was Grünstift anstreicht | Kennung |', '|---|---|', ...rows].join('\n');
  return between(read('README.md'), '<!-- rules -->', '<!-- /rules -->', `\n\n${table}\n\n`);
}

function between(text: string, from: string, to: string, inside: string): string {
  const start = text.indexOf(from) + from.length;
  const end = text.indexOf(to);
  if (start < from.length || end < start) throw new Error(`README.md: ${from} … ${to} is missing`);
  return text.slice(0, start) + inside + text.slice(end);
}

function manifest(): string {
  const data = JSON.parse(read('package.json'));
  const setting = data.contributes.configuration.properties['gruenstift.rules'];
  const severities = ['warning', 'information', 'hint', 'off'];
  setting.properties = Object.fromEntries(
    ruleIds.map((rule) => [
      rule,
      {
        type: 'string',
        enum: severities,
        enumItemLabels: severities.map((severity) => `%setting.severity.${severity}%`),
        description: `%rule.${rule}%`,
      },
    ]),
  );
  return `${JSON.stringify(data, null, 2)}\n`;
}

function texts(path: string, language: 'de' | 'en'): string {
  const entries = Object.entries<string>(JSON.parse(read(path))).filter(([key]) => !key.startsWith('rule.'));
  const rules = ruleIds.map((rule): [string, string] => [`rule.${rule}`, explanation(rule, language)]);
  return `${JSON.stringify(Object.fromEntries([...entries, ...rules]), null, 2)}\n`;
}

writeOrCheck(
  {
    'README.md': readme(),
    'package.json': manifest(),
    'package.nls.json': texts('package.nls.json', 'en'),
    'package.nls.de.json': texts('package.nls.de.json', 'de'),
  },
  'scripts/generate-rules.ts',
);
