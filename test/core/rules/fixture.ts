import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CompiledCatalogue } from '../../../server/src/core/catalogue/compile';
import type { WritingContext } from '../../../server/src/core/context';
import type { TextFormat } from '../../../server/src/core/text/model';
import { builtIn, builtInWith } from '../../builtIn';

/**
 * Fixture files hold cases:
 *
 *     === title of the case            (what it shows)
 *     @ format: plaintext              (settings, optional: format, catalogue (a file on top of the built-in one), any field of the writing context)
 *     # Leistungsbeschreibung
 *     Das Papier muss den Blauen Engel tragen.
 *                         ^^^^^^^^^^^^ label-equivalence hint
 *
 * A caret line stands under the text it speaks of: place, rule, and severity when it is not `information`. What has no carets must not be flagged.
 * In fix files the text after `--- id of the fix` is the expected result.
 */
export interface Case {
  readonly title: string;
  readonly file: string;
  readonly line: number;
  readonly format: TextFormat;
  readonly context: WritingContext;
  /** A catalogue file, relative to this folder, on top of the built-in catalogue. */
  readonly catalogue?: string;
  readonly text: string;
  readonly expected: readonly Expected[];
  /** Only in fix files. */
  readonly fix?: { readonly id: string; readonly result: string };
}

/** The catalogue a case is read with. */
export function catalogueOf(one: Case): CompiledCatalogue {
  return one.catalogue ? builtInWith(`test/core/rules/${one.catalogue}`) : builtIn();
}

export interface Expected {
  readonly start: number;
  readonly end: number;
  readonly rule: string;
  readonly severity: string;
}

const caretLine = /^\s*(\^+)\s+([\w-]+)(?:\s+(hint|information|warning))?\s*$/;

export function readCases(folder: string): Case[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) => readFile(join(folder, name), name));
}

function readFile(path: string, file: string): Case[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  const cases: Case[] = [];
  for (let i = 0; i < lines.length; i++) {
    if (!lines[i].startsWith('=== ')) continue;
    let end = i + 1;
    while (end < lines.length && !lines[end].startsWith('=== ')) end++;
    cases.push(readCase(lines.slice(i, end), file, i + 1));
    i = end - 1;
  }
  return cases;
}

function readCase([head, ...rest]: string[], file: string, line: number): Case {
  const settings: Record<string, unknown> = {};
  while (rest[0]?.startsWith('@ ')) {
    const [key, value] = rest.shift()!.slice(2).split(/:\s*/, 2);
    settings[key] = key === 'level' || key === 'value' ? Number(value) : key === 'products' ? value.split(/,\s*/) : value;
  }
  const { format = 'markdown', catalogue, ...context } = settings;
  const split = rest.findIndex((l) => l.startsWith('--- '));
  const body = split < 0 ? rest : rest.slice(0, split);
  const text: string[] = [];
  const expected: Expected[] = [];
  let lineStart = 0;
  for (const current of body) {
    const caret = caretLine.exec(current);
    if (caret) {
      const from = lineStart + current.indexOf('^');
      expected.push({ start: from, end: from + caret[1].length, rule: caret[2], severity: caret[3] ?? 'information' });
      continue;
    }
    lineStart = text.reduce((sum, l) => sum + l.length + 1, 0);
    text.push(current);
  }
  return {
    title: head.slice(4).trim(),
    file,
    line,
    format: format as TextFormat,
    context: context as WritingContext,
    ...(catalogue === undefined ? {} : { catalogue: String(catalogue) }),
    text: trimEnd(text),
    expected,
    ...(split < 0 ? {} : { fix: { id: rest[split].slice(4).trim(), result: trimEnd(rest.slice(split + 1)) } }),
  };
}

function trimEnd(lines: readonly string[]): string {
  return `${lines.join('\n').trimEnd()}\n`;
}

/** The text with its findings drawn under it: what a failing test shows. */
export function draw(text: string, findings: readonly Expected[]): string {
  let offset = 0;
  const out: string[] = [];
  for (const line of text.trimEnd().split('\n')) {
    out.push(line);
    for (const f of findings) {
      if (f.start < offset || f.start > offset + line.length) continue;
      const severity = f.severity === 'information' ? '' : ` ${f.severity}`;
      out.push(
        `${' '.repeat(f.start - offset)}${'^'.repeat(Math.max(1, Math.min(f.end, offset + line.length) - f.start))} ${f.rule}${severity}`,
      );
    }
    offset += line.length + 1;
  }
  return out.join('\n');
}
