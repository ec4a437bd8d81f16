/**
 * Makes mutants of source files and bundles them with the cases that must notice them. All mutants of a file stand in one program, each behind
 * a switch (`activeMutant`): nothing is built a second time.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Mutant } from '@stryker-mutator/api/core';
import { build, type Plugin } from 'esbuild';

export interface MutationTask {
  /** Folder the paths are relative to. */
  readonly root: string;
  /** Files to change, relative. */
  readonly sources: readonly string[];
  /** Test files that must notice, relative; they use `describe` and `it` and nothing else of mocha. */
  readonly cases: readonly string[];
  /** Modules that stand in for others while mutants run: path of the one, relative → path of the other. */
  readonly replaced?: Readonly<Record<string, string>>;
}

export interface MutatedProgram {
  /** CommonJS text; `exports.cases` holds the cases. */
  readonly code: string;
  readonly mutants: readonly Mutant[];
}

/** The library wants a logger; it has nothing to say that is not in its result. */
const silent = {
  isTraceEnabled: () => false,
  isDebugEnabled: () => false,
  isInfoEnabled: () => false,
  isWarnEnabled: () => false,
  isErrorEnabled: () => false,
  isFatalEnabled: () => false,
  trace() {},
  debug() {},
  info() {},
  warn() {},
  error() {},
  fatal() {},
};

export async function mutate({ root, sources, cases, replaced = {} }: MutationTask): Promise<MutatedProgram> {
  const { Instrumenter } = await import('@stryker-mutator/instrumenter');
  const instrumenter = new Instrumenter(silent);
  const { files, mutants } = await instrumenter.instrument(
    sources.map((name) => ({ name: join(root, name), mutate: true, content: readFileSync(join(root, name), 'utf8') })),
    { plugins: null, excludedMutations: [], ignorers: [] },
  );
  const changed = new Map(files.map(({ name, content }) => [resolve(name), content]));
  const standIns = new Map(Object.entries(replaced).map(([path, other]) => [resolve(root, path), resolve(root, other)]));
  const plugin: Plugin = {
    name: 'mutants',
    setup({ onLoad }) {
      onLoad({ filter: /\.ts$/ }, ({ path }) => {
        if (standIns.has(path)) return { contents: `export * from ${JSON.stringify(standIns.get(path))};`, loader: 'ts', resolveDir: root };
        const contents = changed.get(path);
        if (contents !== undefined) return { contents, loader: 'ts' };
        // Test files read their fixtures beside them.
        if (!path.endsWith('.test.ts')) return undefined;
        return { contents: `const __dirname = ${JSON.stringify(join(path, '..'))};\n${readFileSync(path, 'utf8')}`, loader: 'ts' };
      });
    },
  };
  const collect = join(__dirname, 'collect.ts');
  const imports = [collect, ...cases.map((path) => join(root, path))].map((path) => `import ${JSON.stringify(path)};`);
  const { outputFiles } = await build({
    absWorkingDir: root,
    stdin: {
      contents: `${imports.join('\n')}\nexport { cases } from ${JSON.stringify(collect)};`,
      resolveDir: root,
      loader: 'ts',
    },
    bundle: true,
    write: false,
    packages: 'external',
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'error',
    plugins: [plugin],
  });
  return { code: outputFiles[0].text, mutants };
}
