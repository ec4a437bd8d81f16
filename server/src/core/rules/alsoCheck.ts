import type { ProductGroup } from '../facts/products';
import { isNormative, requirementAt, type Spec, slotOf } from '../facts/spec';
import { finding, type Rule } from './rule';

/** What the fixes need: the neighbouring groups to add. */
export interface AlsoCheckData {
  readonly neighbours: readonly string[];
}

/**
 * One finding a product group of the document, at its first mention: neighbouring groups whose criteria also apply (a building has lighting and
 * floors) and that the text neither names nor addresses.
 *
 * Leaves alone: groups named in passing, neighbours named anywhere (also as excluded) or given in the front matter.
 */
export const alsoCheck: Rule = {
  id: 'also-check',
  find({ spec, products }, report) {
    if (products.length === 0) return;
    const known = knownGroups(spec, products);
    for (const product of products) {
      const neighbours = (spec.compiled.catalogue.products.get(product.id)?.also_check ?? []).filter(
        (id) => spec.compiled.catalogue.products.has(id) && !known.has(id),
      );
      if (neighbours.length === 0) continue;
      report(
        finding(
          spec,
          'also-check',
          'hint',
          product.block,
          product,
          {
            id: neighbours.length === 1 ? 'also-check.one' : 'also-check',
            values: { product: product.id, products: neighbours.join(' ') },
          },
          { record: product.id, data: { neighbours } satisfies AlsoCheckData },
        ),
      );
    }
  },
};

/** Groups given, found, named anywhere, or addressed by a requirement that is not one of the document's own groups' too. */
function knownGroups(spec: Spec, products: readonly ProductGroup[]): Set<string> {
  const own = new Set(products.map((p) => p.id));
  const known = new Set(own);
  for (const block of spec.about.product) {
    for (const hit of spec.facts[block].hits) if (hit.kind === 'product') known.add(hit.record);
  }
  for (const block of spec.about.criterion) {
    if (slotOf(spec, block) === 'context') continue;
    for (const hit of spec.facts[block].hits) {
      const criterion = hit.kind === 'criterion' ? spec.compiled.catalogue.criteria.get(hit.record) : undefined;
      if (!criterion || criterion.products.some((id) => own.has(id))) continue;
      if (isNormative(spec, requirementAt(spec, block, hit.sentence))) for (const id of criterion.products) known.add(id);
    }
  }
  return known;
}
