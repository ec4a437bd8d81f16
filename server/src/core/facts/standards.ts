import type { CompiledCatalogue } from '../catalogue/compile';
import type { Standard } from '../catalogue/schema';

interface StandardTable {
  readonly names: ReadonlyMap<string, Standard>;
  readonly ranges: readonly { prefix: string; from: number; to: number; standard: Standard }[];
}

const tables = new WeakMap<CompiledCatalogue, StandardTable>();

/** The record that describes a standard, by its normalised name without edition; parts ("-1") fall back to the whole. */
export function standardRecord(compiled: CompiledCatalogue, name: string): Standard | undefined {
  const table = tables.get(compiled) ?? buildTable(compiled);
  const exact = table.names.get(name) ?? table.names.get(name.replace(/-[\d-]+$/, ''));
  if (exact) return exact;
  const parts = /^(.*) (\d+)(?:-[\d-]+)?$/.exec(name);
  if (!parts) return undefined;
  const number = Number(parts[2]);
  return table.ranges.find((r) => r.prefix === parts[1] && number >= r.from && number <= r.to)?.standard;
}

function buildTable(compiled: CompiledCatalogue): StandardTable {
  const names = new Map<string, Standard>();
  const ranges: StandardTable['ranges'][number][] = [];
  for (const standard of compiled.catalogue.standards.values()) {
    for (const name of standard.names) {
      const range = /^(.*) (\d+)\.\.(\d+)$/.exec(name);
      if (range) ranges.push({ prefix: range[1], from: Number(range[2]), to: Number(range[3]), standard });
      else names.set(name, standard);
    }
  }
  const table = { names, ranges };
  tables.set(compiled, table);
  return table;
}
