/** Stands in for `test/builtIn.ts` while mutants run: every mutant gets catalogues no other has used, without reading YAML each time. */
import { readFileSync } from 'node:fs';
import type { CompiledCatalogue } from '../../server/src/core/catalogue/compile';
import { restoreCatalogue } from '../../server/src/core/catalogue/serialise';

const restored = new Map<string, CompiledCatalogue>();
// The texts are the same for all mutants of a process: kept outside of the program, which is loaded again and again.
const kept = globalThis as { gruenstiftCatalogues?: Record<string, string> };

export function builtIn(): CompiledCatalogue {
  return stored('built-in');
}

export function builtInWith(path: string): CompiledCatalogue {
  return stored(path);
}

/** A catalogue as `run.ts` has left it. */
function stored(name: string): CompiledCatalogue {
  kept.gruenstiftCatalogues ??= JSON.parse(readFileSync('out/mutation/catalogues.json', 'utf8')) as Record<string, string>;
  const found = restored.get(name) ?? restoreCatalogue(kept.gruenstiftCatalogues[name]);
  restored.set(name, found);
  return found;
}
