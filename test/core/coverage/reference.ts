/**
 * A slow, plain reading of what `missing-criterion` promises: what the coverage of core has to agree with. Works on a model of the document, not
 * on its text, and shares no code with core.
 */

/** A criterion as far as coverage is concerned; fields as in the catalogue. */
export interface PlainCriterion {
  readonly id: string;
  readonly level: number;
  readonly status: string;
  readonly kind: string;
  readonly products: readonly string[];
  readonly jurisdiction?: readonly string[];
  readonly authority?: readonly string[];
  readonly applies_from?: number;
  readonly from?: string;
  readonly until?: string;
  readonly includes?: readonly string[];
  readonly replaces?: readonly string[];
}

export interface PlainContext {
  readonly level?: number;
  readonly authority?: string;
  readonly land?: string;
  readonly value?: number;
  readonly procedureStart?: string;
}

/**
 * How a criterion may be named:
 * - `demand` must, shall, should, or the contractor as subject
 * - `present` present tense with the goods as subject
 * - `item` a list item or table row without a verb
 * - `existing` what is there today
 * - `aside` in code, a comment, struck text, a quotation or a heading
 */
export type Manner = 'demand' | 'present' | 'item' | 'existing' | 'aside';

export interface Naming {
  readonly criterion: string;
  readonly manner: Manner;
}

export interface PlainSection {
  /** Depth of the heading; the title of the document has 1. */
  readonly depth: number;
  /** What the heading says the section is about; none where it says nothing. */
  readonly slot?: string;
  readonly says: readonly Naming[];
}

export interface PlainDocument {
  readonly sections: readonly PlainSection[];
  /** Waivers with whether a reason is given. */
  readonly waivers: readonly { readonly criterion: string; readonly reason: boolean }[];
}

export interface PlainCoverage {
  readonly product: string;
  readonly addressed: readonly string[];
  readonly waived: readonly string[];
  readonly missing: readonly string[];
}

export function referenceCoverage(
  criteria: readonly PlainCriterion[],
  products: readonly string[],
  document: PlainDocument,
  context: PlainContext,
  today: string,
): PlainCoverage[] {
  return products.map((product) => {
    const addressed: string[] = [];
    const waived: string[] = [];
    const missing: string[] = [];
    for (const criterion of wanted(criteria, product, context, today)) {
      if (isAddressed(criterion.id, criteria, document)) addressed.push(criterion.id);
      else if (document.waivers.some((one) => one.criterion === criterion.id && one.reason)) waived.push(criterion.id);
      else missing.push(criterion.id);
    }
    return { product, addressed, waived, missing };
  });
}

/** What the buyer wants for these goods at this level, on this day; the basic ones first, then by id. */
export function wanted(criteria: readonly PlainCriterion[], product: string, context: PlainContext, today: string): PlainCriterion[] {
  const level = context.level === undefined ? 1 : context.level;
  const all: PlainCriterion[] = [];
  for (const criterion of criteria) {
    if (!criterion.products.includes(product)) continue;
    if (criterion.kind !== 'requirement') continue;
    if (criterion.status !== 'active') continue;
    if (criterion.level > level) continue;
    if (!holds(criterion, context, today)) continue;
    all.push(criterion);
  }
  const left = all.filter((one) => !all.some((other) => other.replaces?.includes(one.id)));
  const result: PlainCriterion[] = [];
  for (const wantedLevel of [1, 2, 3]) {
    const ids = left.filter((one) => one.level === wantedLevel).map((one) => one.id);
    for (const id of ids.sort((a, b) => a.localeCompare(b))) result.push(left.find((one) => one.id === id)!);
  }
  return result;
}

/** Does the criterion concern this buyer, this value, this day? Who the buyer is is never assumed; an unknown value might be any. */
export function holds(criterion: PlainCriterion, context: PlainContext, today: string): boolean {
  const day = context.procedureStart === undefined ? today : context.procedureStart;
  if (criterion.from !== undefined && Date.parse(day) < Date.parse(criterion.from)) return false;
  if (criterion.until !== undefined && Date.parse(day) > Date.parse(criterion.until)) return false;
  if (criterion.jurisdiction !== undefined) {
    let here = false;
    for (const where of criterion.jurisdiction) {
      if (where === 'DE' || where === 'EU') here = true;
      if (context.land !== undefined && where === 'DE-' + context.land) here = true;
    }
    if (!here) return false;
  }
  if (criterion.authority !== undefined) {
    if (context.authority === undefined) return false;
    if (!criterion.authority.includes(context.authority)) return false;
  }
  if (criterion.applies_from !== undefined && context.value !== undefined && context.value < criterion.applies_from) return false;
  return true;
}

/** By a requirement of its own, or by one of a criterion that covers it as well, be it through others. */
function isAddressed(id: string, criteria: readonly PlainCriterion[], document: PlainDocument, seen: readonly string[] = []): boolean {
  if (seen.includes(id)) return false;
  const named = document.sections.some((section, index) =>
    section.says.some((one) => one.criterion === id && isRequirement(one.manner, slotOf(document.sections, index))),
  );
  // Words of a prohibition are those of what it forbids: to name that is not to forbid it.
  const forbids = criteria.some((one) => one.id === id && one.kind === 'prohibition');
  if (named && !forbids) return true;
  return criteria.some((other) => other.includes?.includes(id) && isAddressed(other.id, criteria, document, [...seen, id]));
}

/** What a section is about: its own heading says, else that of the section around it. The title of the document never says. */
export function slotOf(sections: readonly PlainSection[], index: number): string {
  const section = sections[index]!;
  if (section.depth > 1 && section.slot !== undefined) return section.slot;
  for (let i = index - 1; i >= 0; i--) if (sections[i]!.depth < section.depth) return slotOf(sections, i);
  return 'unknown';
}

function isRequirement(manner: Manner, slot: string): boolean {
  if (slot === 'context') return false;
  if (manner === 'aside' || manner === 'existing') return false;
  if (manner === 'present') return slot === 'specification' || slot === 'award' || slot === 'performance';
  return true;
}
