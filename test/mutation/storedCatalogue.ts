/** Stands in for `test/builtIn.ts` while mutants run: every mutant gets a catalogue no other has used, without reading YAML each time. */
import { readFileSync } from 'node:fs';
import type { CompiledCatalogue } from '../../server/src/core/catalogue/compile';
import { restoreCatalogue } from '../../server/src/core/catalogue/serialise';

let compiled: CompiledCatalogue | undefined;
// The text is the same for all mutants of a process: kept outside of the program, which is loaded again and again.
const kept = globalThis as { gruenstiftCatalogue?: string };

export function builtIn(): CompiledCatalogue {
  kept.gruenstiftCatalogue ??= readFileSync('out/mutation/catalogue.json', 'utf8');
  compiled ??= restoreCatalogue(kept.gruenstiftCatalogue);
  return compiled;
}
