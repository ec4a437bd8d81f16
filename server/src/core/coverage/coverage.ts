import type { Criterion } from '../catalogue/schema';
import type { Waiver } from '../facts/directives';
import type { Hit } from '../facts/model';
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
  const { level = 1 } = spec.context;
  const wanted = criteriaOf(spec, product).filter(
    (c) => c.level <= level && c.status === 'active' && c.kind === 'requirement' && holdsFor(spec, c),
  );
  const replaced = new Set(wanted.flatMap((c) => c.replaces ?? []));
  return wanted.filter((c) => !replaced.has(c.id)).sort((a, b) => a.level - b.level || a.id.localeCompare(b.id));
}

/** Whether the criterion concerns this buyer, this value and this day. An authority or Land nobody named is not assumed. */
export function holdsFor({ context, day }: Spec, criterion: Criterion): boolean {
  const { authority, land, value = Number.POSITIVE_INFINITY } = context;
  return (
    (!criterion.from || criterion.from <= day) &&
    (!criterion.until || criterion.until >= day) &&
    (!criterion.jurisdiction || criterion.jurisdiction.some((j) => j === 'DE' || j === 'EU' || j === `DE-${land}`)) &&
    (!criterion.authority || (authority !== undefined && criterion.authority.includes(authority))) &&
    value >= (criterion.applies_from ?? 0)
  );
}

/** The criterion's goods are bought here, or named in the same block: "Akku" in a specification for cars is no matter of notebooks. */
export function concernsGoods(criterion: Criterion, groups: ReadonlySet<string>, hits: readonly Hit[]): boolean {
  return criterion.products.some((id) => groups.has(id) || hits.some((h) => h.kind === 'product' && h.record === id));
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

/** Criteria that some requirement addresses; what a criterion includes is addressed with it. Naming what a prohibition shuts out addresses nothing. */
function addressedCriteria(spec: Spec): Set<string> {
  const addressed = new Set<string>();
  for (const block of spec.about.criterion) {
    for (const hit of spec.facts[block].hits) {
      if (hit.kind !== 'criterion' || addressed.has(hit.record)) continue;
      const criterion = spec.compiled.catalogue.criteria.get(hit.record);
      if (!criterion || criterion.kind === 'prohibition') continue;
      if (slotOf(spec, block) === 'context' || !isNormative(spec, requirementAt(spec, block, hit.sentence))) continue;
      addressed.add(hit.record);
    }
  }
  // A set grows while it is read: what the included ones include comes in, too.
  for (const id of addressed) for (const included of spec.compiled.catalogue.criteria.get(id)?.includes ?? []) addressed.add(included);
  return addressed;
}
