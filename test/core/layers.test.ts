import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { globSync } from 'tinyglobby';

const root = join(__dirname, '..', '..');
const core = join(root, 'server', 'src', 'core');

/** The short list of pure libraries core may use. Adding one needs a reason in CONTRIBUTING.md. */
const pure = new Set(['valibot', 'yaml', '@orama/stemmers/german', '@orama/stemmers/english']);

function importsOf(path: string): string[] {
  const text = readFileSync(path, 'utf8');
  return [
    ...text.matchAll(
      /(?:^|\n)\s*(?:import|export)[^;'"]*?from\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|require\(\s*['"]([^'"]+)['"]\s*\)/g,
    ),
  ].map((m) => m[1] ?? m[2] ?? m[3]);
}

function sources(folder: string): string[] {
  return globSync(`${folder}/**/*.ts`, { cwd: root, absolute: true });
}

describe('layers', () => {
  it('finds the imports it speaks of', () => {
    assert.deepEqual(importsOf(join(core, 'rules', 'labelEquivalence.ts')).sort(), [
      '../catalogue/schema',
      '../facts/model',
      '../facts/standards',
      './companyLevel',
      './equivalence',
      './rule',
    ]);
  });

  it('core imports only itself and its short list of pure libraries', () => {
    const broken: string[] = [];
    for (const path of sources('server/src/core')) {
      for (const target of importsOf(path)) {
        const inside = target.startsWith('.') && !relative(core, resolve(dirname(path), target)).startsWith('..');
        if (!inside && !pure.has(target)) broken.push(`${relative(root, path)} imports ${target}`);
      }
    }
    assert.deepEqual(broken, []);
  });

  it('core touches no file, timer, process, console or clock', () => {
    const broken: string[] = [];
    for (const path of sources('server/src/core')) {
      const text = readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
      for (const word of [
        'process.',
        'setTimeout',
        'setImmediate',
        'setInterval',
        'console.',
        'globalThis',
        'Date.now',
        'new Date()',
        'Math.random',
        'fetch(',
        'eval(',
        'new Function',
      ]) {
        if (text.includes(word)) broken.push(`${relative(root, path)}: ${word}`);
      }
    }
    assert.deepEqual(broken, []);
  });

  it('features read the findings and analyse nothing', () => {
    const broken = sources('server/src/features').flatMap((path) =>
      importsOf(path)
        .filter((target) => /core\/(?:rules|match|text\/document)/.test(target) || /core\/facts\/readFacts/.test(target))
        .map((target) => `${relative(root, path)} imports ${target}`),
    );
    assert.deepEqual(broken, []);
  });

  it('the client knows only the contracts of the server, the server nothing of the client', () => {
    const broken = [
      ...sources('client/src').flatMap((path) =>
        importsOf(path)
          .filter((t) => /server\/src\/(?!(?:protocol|core\/context|core\/findings)$)/.test(t))
          .map((t) => `${relative(root, path)} imports ${t}`),
      ),
      ...sources('server/src').flatMap((path) =>
        importsOf(path)
          .filter((t) => t.includes('client/') || t === 'vscode')
          .map((t) => `${relative(root, path)} imports ${t}`),
      ),
    ];
    assert.deepEqual(broken, []);
  });
});
