/**
 * snippets/{de,en}.code-snippets and docs/snippets.md from the criteria's clauses and snippets/handwritten/*.yaml.
 *
 *   npx tsx scripts/generate-snippets.ts            write
 *   npx tsx scripts/generate-snippets.ts --check    fail when a file is not current
 */
import * as v from 'valibot';
import { buildCatalogue } from '../server/src/core/catalogue/layers';
import { locate, parseYaml, placeOf } from '../server/src/core/catalogue/locate';
import { allSnippets, HandwrittenSnippet, type Snippet } from '../server/src/core/catalogue/snippet';
import type { Language } from '../server/src/core/context';
import { builtInLayer, filesOf } from './catalogueFiles';
import { writeOrCheck } from './generated';

/** Reads the standard clauses written by hand; `errors` name file, line and column. */
export function readHandwritten(files: readonly { path: string; text: string }[]): { snippets: HandwrittenSnippet[]; errors: string[] } {
  const snippets: HandwrittenSnippet[] = [];
  const errors: string[] = [];
  const seen = new Map<string, string>();
  for (const { path, text } of files) {
    const yaml = parseYaml(text);
    const report = (at: (string | number)[], message: string) => {
      const { line, column } = locate(yaml, at);
      errors.push(`${path}:${line}:${column}: ${message}`);
    };
    for (const error of yaml.document.errors) {
      const { line, column } = placeOf(yaml, error.pos[0], error.pos[1]);
      errors.push(`${path}:${line}:${column}: ${error.message}`);
    }
    if (yaml.document.errors.length > 0) continue;
    const list: unknown = yaml.document.toJS();
    if (!Array.isArray(list)) {
      report([], 'a list of snippets is expected');
      continue;
    }
    list.forEach((entry, index) => {
      const result = v.safeParse(HandwrittenSnippet, entry);
      if (!result.success) {
        for (const issue of result.issues) report([index, ...(issue.path ?? []).map((step) => step.key as string | number)], issue.message);
      } else if (seen.has(result.output.prefix))
        report([index, 'prefix'], `the prefix exists already in ${seen.get(result.output.prefix)}`);
      else {
        seen.set(result.output.prefix, path);
        snippets.push(result.output);
      }
    });
  }
  return { snippets, errors };
}

/** A `.code-snippets` file: keyed by prefix and title, since VS Code wants unique names. */
export function codeSnippets(snippets: readonly Snippet[]): string {
  const entries = snippets.map(({ prefix, title, body }) => [
    `${title} (${prefix})`,
    { prefix, scope: 'markdown,plaintext', body: body.split('\n'), description: `Grünstift: ${title}` },
  ]);
  return `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
}

const slotNames: Readonly<Record<Language, Readonly<Record<Snippet['slot'], string>>>> = {
  de: {
    context: 'Vorbemerkung',
    subject: 'Gegenstand',
    selection: 'Eignung',
    specification: 'Leistungsbeschreibung',
    award: 'Zuschlag',
    performance: 'Ausführung',
    evidence: 'Nachweise',
    unknown: '–',
  },
  en: {
    context: 'Introduction',
    subject: 'Subject matter',
    selection: 'Selection',
    specification: 'Specification',
    award: 'Award',
    performance: 'Performance',
    evidence: 'Evidence',
    unknown: '–',
  },
};

function table(snippets: readonly Snippet[]): string {
  return snippets
    .map(({ prefix, title, slot, language }) => `| \`${prefix}\` | ${title.replaceAll('|', '\\|')} | ${slotNames[language][slot]} |`)
    .join('\n');
}

export function snippetPage(german: readonly Snippet[], english: readonly Snippet[]): string {
  return `# Textbausteine

<!-- Erzeugt von scripts/generate-snippets.ts; Änderungen gehören in criteria/ oder snippets/handwritten/. -->

In Markdown- und Textdateien den Anfang eines Kürzels tippen und den Vorschlag annehmen; mit Tab von Lücke zu Lücke. Werte stehen für die
Stufe, ab der das Kriterium gilt. Was in [eckigen Klammern] steht, füllt die Vergabestelle aus. Englische Bausteine enden auf \`-en\`.

Snippets for Markdown and plain text: type the beginning of a prefix, accept, and use Tab to go from hole to hole.

## Deutsch (${german.length})

| Kürzel | Titel | Abschnitt |
|---|---|---|
${table(german)}

## English (${english.length})

| Prefix | Title | Section |
|---|---|---|
${table(english)}
`;
}

function main(): void {
  const { catalogue, problems } = buildCatalogue([builtInLayer()]);
  const broken = problems.filter((problem) => problem.severity === 'error').length;
  if (broken > 0)
    console.error(`The catalogue has ${broken} errors (npx tsx scripts/generate-catalogue.ts --check); broken criteria give no snippets.`);
  const { snippets, errors } = readHandwritten(filesOf('snippets/handwritten/*.{yaml,yml}'));
  for (const error of errors) console.error(error);
  const german = allSnippets(catalogue, snippets, 'de');
  const english = allSnippets(catalogue, snippets, 'en');
  const prefixes = [...german, ...english].map((snippet) => snippet.prefix);
  const double = prefixes.filter((prefix, index) => prefixes.indexOf(prefix) !== index);
  for (const prefix of double) console.error(`The prefix ${prefix} is used twice.`);
  if (errors.length > 0 || double.length > 0) process.exitCode = 1;
  const files = {
    'snippets/de.code-snippets': codeSnippets(german),
    'snippets/en.code-snippets': codeSnippets(english),
    'docs/snippets.md': snippetPage(german, english),
  };
  writeOrCheck(files, 'scripts/generate-snippets.ts');
}

if (process.argv[1]?.endsWith('generate-snippets.ts')) main();
