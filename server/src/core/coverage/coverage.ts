import type { Criterion } from '../catalogue/schema';
import type { Waiver } from '../facts/directives';
import type { ProductGroup } from '../facts/products';
import { isNormative, requirementAt, type Spec, slotOf } from '../facts/spec';

/** What a specification says about the criteria of one product group, at the level chosen. */
export interface Coverage {
  readonly product: ProductGroup;
  /** Addressed by a requirement. */
  readonly addressed: readonly Criterion[];
  /** Left out on purpose, with a reason. */
  readonly waived: readonly Criterion[];
  /** Wanted at the level, neither addressed nor waived. */
  readonly missing: readonly Criterion[];
}

/** Coverage of each product group of the document. */
export function readCoverage(spec: Spec, products: readonly ProductGroup[], waivers: readonly Waiver[]): Coverage[] {
  if (products.length === 0) return [];
  const addressed = addressedCriteria(spec);
  const waived = new Set(waivers.map((w) => w.criterion));
  return products.map((product) => {
    const wanted = wantedCriteria(spec, product.id);
    const done = wanted.filter((c) => addressed.has(c.id));
    return {
      product,
      addressed: done,
      waived: wanted.filter((c) => !addressed.has(c.id) && waived.has(c.id)),
      missing: wanted.filter((c) => !addressed.has(c.id) && !waived.has(c.id)),
    };
  });
}

/** Requirements in force for a product group at the chosen level, basic first. One that another wanted one replaces is left out. */
export function wantedCriteria(spec: Spec, product: string): Criterion[] {
  const { level = 1, authority, land } = spec.context;
  const wanted = criteriaOf(spec, product).filter(
    (c) =>
      c.level <= level &&
      c.status === 'active' &&
      c.kind === 'requirement' &&
      (!c.from || c.from <= spec.day) &&
      (!c.until || c.until >= spec.day) &&
      (!c.jurisdiction || c.jurisdiction.some((j) => j === 'DE' || j === `DE-${land}`)) &&
      (!c.authority || (authority !== undefined && c.authority.includes(authority))) &&
      (!c.applies_from || (spec.context.value ?? Number.POSITIVE_INFINITY) >= c.applies_from),
  );
  const replaced = new Set(wanted.flatMap((c) => c.replaces ?? []));
  return wanted.filter((c) => !replaced.has(c.id)).sort((a, b) => a.level - b.level || a.id.localeCompare(b.id));
}

const byProduct = new WeakMap<object, ReadonlyMap<string, readonly Criterion[]>>();

/** All criteria of a product group; indexed once a catalogue, whatever its size. */
export function criteriaOf(spec: Spec, product: string): readonly Criterion[] {
  const { catalogue } = spec.compiled;
  let index = byProduct.get(catalogue);
  if (!index) {
    const groups = new Map<string, Criterion[]>();
    for (const criterion of catalogue.criteria.values()) {
      for (const id of criterion.products) {
        const group = groups.get(id);
        if (group) group.push(criterion);
        else groups.set(id, [criterion]);
      }
    }
    index = groups;
    byProduct.set(catalogue, index);
  }
  return index.get(product) ?? [];
}

/** Criteria that some requirement addresses; what a criterion includes is addressed with it. */
function addressedCriteria(spec: Spec): Set<string> {
  const addressed = new Set<string>();
  for (const block of spec.about.criterion) {
    for (const hit of spec.facts[block].hits) {
      if (hit.kind !== 'criterion' || addressed.has(hit.record)) continue;
      if (slotOf(spec, block) === 'context' || !isNormative(spec, requirementAt(spec, block, hit.sentence))) continue;
      addressed.add(hit.record);
      for (const id of spec.compiled.catalogue.criteria.get(hit.record)?.includes ?? []) addressed.add(id);
    }
  }
  return addressed;
}
