/** Globs on this machine. A module of its own, loaded when the first folder is searched: most runs search none. */

/** Paths below a folder that match one of the globs, relative to it, sorted. Neither `node_modules` nor `.git` is entered, no link followed. */
export async function findPaths(cwd: string, patterns: readonly string[]): Promise<string[]> {
  // `require`, not `import`: the bundle then takes the CommonJS form, which does without `import.meta`.
  const { glob } = require('tinyglobby') as typeof import('tinyglobby');
  const ignore = ['**/node_modules/**', '**/.git/**'];
  return (await glob([...patterns], { cwd, ignore, onlyFiles: true, followSymbolicLinks: false, expandDirectories: false })).sort();
}
