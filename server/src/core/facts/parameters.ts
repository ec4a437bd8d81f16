/**
 * The values a specification states for parameters of criteria ("mindestens 50 % Altpapier"), wherever it states them: in a sentence, in a row,
 * under the header that names the property, or in an item whose lead-in names it. Precision first: where two quantities or two parameters
 * could be meant, nothing is read.
 */
import { levelOrBelow } from '../catalogue/levels';
import type { Criterion, Param } from '../catalogue/schema';
import type { Level } from '../context';
import { concernsGoods, holdsFor } from '../coverage/coverage';
import type { Quantity } from '../match/model';
import { type Unit, unitNamed } from '../match/units';
import type { Span } from '../text/model';
import { cellAt, overlaps } from '../text/span';
import { type BlockFacts, type Hit, hasVocabulary } from './model';
import type { ProductGroup } from './products';
import { blockText, hasSentence, isNormative, isQuoted, type Requirement, requirementAt, type Spec, slotOf } from './spec';
import type { Direction } from './strictness';

/** A parameter whose values can be compared: more or less of it is stricter. */
export type ComparableParam = Param & { readonly direction: Direction };

/** A parameter that a quantity of the text may be meant for. */
export interface Claim {
  readonly criterion: Criterion;
  readonly param: ComparableParam;
}

export interface StatedValue {
  /** Mostly one; several where the same words belong to criteria of several product groups of the document. */
  readonly claims: readonly Claim[];
  readonly block: number;
  readonly requirement: Requirement;
  readonly quantity: PlacedQuantity;
  /** Where the property is named: relative to `propertyBlock`. */
  readonly property: Span & { readonly sentence: number };
  readonly propertyBlock: number;
}

type PlacedQuantity = BlockFacts['quantities'][number];

/** A criterion named somewhere, with the parameters it has. */
interface Candidate {
  readonly hit: Hit;
  readonly criterion: Criterion;
}

const kept = new WeakMap<Spec, readonly StatedValue[]>();

/** All values stated, in order of place. Found once a run, shared by the rules that compare them. */
export function statedValues(spec: Spec, products: readonly ProductGroup[]): readonly StatedValue[] {
  let values = kept.get(spec);
  if (!values) {
    values = read(spec, products);
    kept.set(spec, values);
  }
  return values;
}

/** The value of a level in the unit of the parameter: that of the greatest level up to it. `undefined` where the criterion asks nothing yet. */
export function valueAt({ levels }: Param, level: Level): number | undefined {
  return levelOrBelow(levels, level);
}

/** A value of a parameter in the base unit, comparable with `Quantity.value`. */
export function inBaseUnit(value: number, param: Param): number {
  return Number((value * (unitOf(param)?.factor ?? 1)).toPrecision(12));
}

function read(spec: Spec, products: readonly ProductGroup[]): StatedValue[] {
  const groups = new Set(products.map((p) => p.id));
  const values: StatedValue[] = [];
  for (const block of spec.about.criterion) {
    const { kind } = spec.document.blocks[block];
    if (kind === 'heading' || (kind !== 'table-header' && !hasNumbers(spec, block))) continue;
    const candidates = candidatesOf(spec, block, groups);
    if (candidates.length === 0) continue;
    if (kind === 'table-header') readColumns(spec, block, candidates, values);
    else if (!readRequirements(spec, block, candidates, values)) readItems(spec, block, candidates, values);
  }
  return values.sort((a, b) => a.block - b.block || a.quantity.start - b.quantity.start);
}

/** Numbers in the block or in the items it leads in: without any, nothing is stated. */
function hasNumbers({ facts, outline }: Spec, block: number): boolean {
  return facts[block].quantities.length > 0 || outline.leadInOf[block + 1] === block;
}

/** Criteria of the goods bought here. Where the block names the goods of some of them, the others are not meant. */
function candidatesOf(spec: Spec, block: number, groups: ReadonlySet<string>): Candidate[] {
  const { hits } = spec.facts[block];
  const candidates: Candidate[] = [];
  for (const hit of hits) {
    if (hit.kind !== 'criterion') continue;
    const criterion = spec.compiled.catalogue.criteria.get(hit.record);
    if (!criterion?.params || criterion.status !== 'active' || !holdsFor(spec, criterion)) continue;
    if (concernsGoods(criterion, groups, hits)) candidates.push({ hit, criterion });
  }
  const named = candidates.filter((c) => hits.some((h) => h.kind === 'product' && c.criterion.products.includes(h.record)));
  return named.length > 0 ? named : candidates;
}

/** Values beside the property, in the same sentence, item or row. Returns whether the block has any quantity that could be one. */
function readRequirements(spec: Spec, block: number, candidates: readonly Candidate[], values: StatedValue[]): boolean {
  const { quantities } = spec.facts[block];
  if (quantities.length === 0) return false;
  const seen = new Set<number>();
  for (const { hit } of candidates) {
    const requirement = requirementAt(spec, block, hit.sentence);
    if (seen.has(requirement.firstSentence)) continue;
    seen.add(requirement.firstSentence);
    if (!binds(spec, block, requirement, candidates) || isQuoted(spec, block, hit, hit.sentence)) continue;
    const own = candidates.filter((c) => hasSentence(requirement, c.hit.sentence));
    const near = quantities.filter((q) => hasSentence(requirement, q.sentence) && !isForeign(spec, block, q));
    for (const quantity of near) {
      const claims = claimsOf(spec, block, quantity, near, own);
      if (claims) values.push({ ...claims, block, requirement, quantity, propertyBlock: block });
    }
  }
  return true;
}

/** Who may claim the quantity: the property that contains it or stands nearest, and only if it has no second quantity to choose from. */
function claimsOf(
  spec: Spec,
  block: number,
  quantity: PlacedQuantity,
  all: readonly PlacedQuantity[],
  candidates: readonly Candidate[],
): Pick<StatedValue, 'claims' | 'property'> | undefined {
  const able = candidates.flatMap((candidate) => {
    const { hit, criterion } = candidate;
    const distance = lengthOf(hit) > longestHit ? undefined : distanceBetween(spec, block, hit, quantity);
    return distance === undefined || paramsFor(criterion, quantity).length === 0 ? [] : [{ candidate, distance }];
  });
  able.sort((a, b) => a.distance - b.distance || lengthOf(a.candidate.hit) - lengthOf(b.candidate.hit));
  if (able.length === 0) return undefined;
  const { hit, criterion: first } = able[0].candidate;
  // The same words may belong to criteria of several goods: then all of them claim the value. Two criteria of the same goods
  // mean two properties, unless the very same words name them.
  const nearest = able
    .map((a) => a.candidate)
    .filter(
      (c) =>
        c.criterion === first ||
        (c.hit.start === hit.start && c.hit.end === hit.end) ||
        (overlaps(c.hit, hit) && !c.criterion.products.some((id) => first.products.includes(id))),
    );
  const wanted = new Set(nearest.flatMap((c) => paramsFor(c.criterion, quantity)));
  const isRival = (q: PlacedQuantity) => nearest.some((c) => paramsFor(c.criterion, q).some((param) => wanted.has(param)));
  if (all.some((q) => q !== quantity && isRival(q) && distanceBetween(spec, block, hit, q) !== undefined)) return undefined;
  const claims: Claim[] = [];
  for (const { criterion } of nearest) {
    const param = onlyParam(spec, block, quantity, paramsFor(criterion, quantity));
    if (!param || (!param.levels && !isNamed(spec, block, hit.sentence, param)) || claims.some((c) => c.criterion === criterion)) continue;
    claims.push({ criterion, param });
  }
  return claims.length > 0 ? { claims, property: hit } : undefined;
}

function lengthOf({ start, end }: Span): number {
  return end - start;
}

/** A longer stretch between the words of a phrase may speak of other things. */
const longestHit = 150;
/** How far a value may stand from the property in one sentence, in UTF-16 units. */
const reach = 80;

/** Characters between property and quantity, 0 when one contains the other; `undefined` when they do not belong together. */
function distanceBetween(spec: Spec, block: number, hit: Span & { sentence: number }, quantity: PlacedQuantity): number | undefined {
  const start = spec.document.starts[block];
  const parted = (from: number, to: number) => clauseEnd.test(spec.document.text.slice(start + from, start + to));
  if (overlaps(hit, quantity)) return parted(hit.start, hit.end) ? undefined : 0;
  const [from, to] = hit.end <= quantity.start ? [hit.end, quantity.start] : [quantity.end, hit.start];
  if (spec.document.blocks[block].kind === 'table-row' && hit.sentence !== quantity.sentence) return to - from;
  if (hit.sentence !== quantity.sentence || to - from > reach) return undefined;
  return parted(from, to) ? undefined : to - from;
}

/** Where another clause begins, with a subject of its own: a mark, a comma before a new subject, a comma behind a clause that has its verb. */
const clauseEnd = new RegExp(
  [
    '[;•▪●]|\\s[–—]\\s',
    ',\\s+(?:und\\s+)?(?:der|die|das|den|dem)\\s+\\p{Lu}',
    ',\\s+(?:and|but|while|the)\\s',
    '\\s(?:ist|sind|muss|müssen|soll|sollen|wird|werden|darf|dürfen|hat|haben|is|are|must|shall|has|have)\\s[^,]+,\\s(?!(?:der|die|das|den|dem|deren|dessen|welche\\w*|which|that|who)\\s)',
  ].join('|'),
  'u',
);

/** Values in the cells below a header that names the property. */
function readColumns(spec: Spec, header: number, candidates: readonly Candidate[], values: StatedValue[]): void {
  const { cells } = spec.document.blocks[header];
  for (let block = header + 1; spec.outline.headerOf[block] === header; block++) {
    const row = spec.document.blocks[block];
    if (row.cells.length !== cells.length) continue;
    // A row that names a property of its own speaks of that one.
    if (spec.facts[block].hits.some((h) => h.kind === 'criterion')) continue;
    for (let column = 0; column < cells.length; column++) {
      const own = candidates.filter((c) => cellAt(spec.document.blocks[header], c.hit) === column);
      if (own.length === 0) continue;
      const below = spec.facts[block].quantities.filter((q) => cellAt(row, q) === column);
      pushOnly(spec, header, block, own, below, values);
    }
  }
}

/** Values in the items below a lead-in that names the property ("Der Altpapieranteil beträgt:"). */
function readItems(spec: Spec, leadIn: number, candidates: readonly Candidate[], values: StatedValue[]): void {
  if (!/:\s*$/.test(blockText(spec, leadIn))) return;
  for (let block = leadIn + 1; spec.outline.leadInOf[block] === leadIn; block++) {
    if (spec.facts[block].hits.some((h) => h.kind === 'criterion')) continue;
    pushOnly(spec, leadIn, block, candidates, spec.facts[block].quantities, values);
  }
}

/** The one quantity of a cell or item, for the property named elsewhere. */
function pushOnly(
  spec: Spec,
  propertyBlock: number,
  block: number,
  candidates: readonly Candidate[],
  quantities: readonly PlacedQuantity[],
  values: StatedValue[],
): void {
  const fitting = quantities.filter((q) => candidates.some((c) => paramsFor(c.criterion, q).length > 0) && !isForeign(spec, block, q));
  if (fitting.length !== 1) return;
  const [quantity] = fitting;
  const requirement = requirementAt(spec, block, quantity.sentence);
  if (!binds(spec, block, requirement, candidates)) return;
  const claims: Claim[] = [];
  for (const { criterion, hit } of candidates) {
    const params = paramsFor(criterion, quantity);
    const param = params.length > 0 ? onlyParam(spec, propertyBlock, undefined, params) : undefined;
    if (!param || (!param.levels && !isNamed(spec, propertyBlock, hit.sentence, param))) continue;
    if (!claims.some((c) => c.criterion === criterion)) claims.push({ criterion, param });
  }
  if (claims.length > 0) values.push({ claims, block, requirement, quantity, propertyBlock, property: candidates[0].hit });
}

/** Demands only: scored values are no minimum, and the bidder's own references are no property of the goods. */
function binds(spec: Spec, block: number, requirement: Requirement, candidates: readonly Candidate[]): boolean {
  const slot = slotOf(spec, block);
  if (slot === 'selection' || slot === 'evidence') return false;
  if (slot === 'award' && !candidates.every((c) => c.criterion.slot === 'award')) return false;
  return isNormative(spec, requirement);
}

/** Prices, tolerances and terms of contract have numbers of their own. */
function isForeign(spec: Spec, block: number, quantity: PlacedQuantity): boolean {
  return hasVocabulary(spec.facts[block].sentences[quantity.sentence].vocabulary, 'foreign-value') || isWeight(spec, block, quantity);
}

/** Per cent of a score in a row are no share of anything. */
function isWeight(spec: Spec, block: number, quantity: PlacedQuantity): boolean {
  const header = spec.outline.headerOf[block];
  if (header < 0 || quantity.dimension !== 'ratio') return false;
  const column = cellAt(spec.document.blocks[block], quantity);
  const [piece] = spec.document.blocks[header].cells[column] ?? [];
  if (!piece) return false;
  const start = spec.document.starts[header];
  return /gewicht|punkt|wertung|weight|point|score/i.test(spec.document.text.slice(start + piece.start, start + piece.end));
}

/** The parameters of a criterion that a quantity can be a value of, by dimension and scale. */
function paramsFor(criterion: Criterion, quantity: Quantity): ComparableParam[] {
  return (criterion.params ?? []).filter((param) => isComparable(param, quantity));
}

/** Scales further apart are other matters: days of delivery and years of supply. */
const farthest: Readonly<Record<string, number>> = { time: 31 };
const farthestElse = 1000;

export function isComparable(param: Param, quantity: Quantity): param is ComparableParam {
  if (param.direction === 'none' || param.quantity === 'text') return false;
  if (param.unit === '') return quantity.dimension === 'number' && !quantity.ambiguous;
  const wanted = unitOf(param);
  const stated = unitNamed(quantity.unit);
  if (!wanted || !stated || wanted.dimension !== stated.dimension || wanted.base !== stated.base) return false;
  // Pieces, sheets and cycles are all counted, but not for one another.
  if (wanted.dimension === 'count') return wanted.name === stated.name;
  if (quantity.ambiguous && stated.name !== 'ppm') return false;
  const scale = wanted.factor > stated.factor ? wanted.factor / stated.factor : stated.factor / wanted.factor;
  return scale <= (farthest[wanted.dimension] ?? farthestElse);
}

/** The unit of a parameter as the table of units has it. */
export function unitOf(param: Param): Unit | undefined {
  return unitNamed(param.unit.replaceAll(' ', '-')) ?? unitNamed(param.unit);
}

/**
 * The one parameter meant: of several with the same unit the one whose name stands nearest. `block` is where the property is named, which may
 * be another than that of the quantity.
 */
function onlyParam(
  spec: Spec,
  block: number,
  quantity: Quantity | undefined,
  params: readonly ComparableParam[],
): ComparableParam | undefined {
  if (params.length === 1 && !params[0].not_beside) return params[0];
  const words = wordsIn(blockText(spec, block));
  const param = params.length === 1 ? params[0] : nearestNamed(words, quantity?.start, params);
  return param?.not_beside?.some((word) => words.some((w) => w.word === word.toLowerCase())) ? undefined : param;
}

/** Words that any label may have. */
const general =
  /^(?:anteil|dauer|jahre?|frist|wert|gewicht|verfügbar|höhe|zahl|share|period|years?|number|value|weight|availab|volle|full|score|punkt|points?|after|nach)/;

/**
 * Whether the sentence names the parameter itself and not only the criterion. Where the catalogue has no value to compare with, a number
 * beside the criterion may measure anything.
 */
export function isNamed(spec: Spec, block: number, sentence: number, param: Param): boolean {
  const { start, end } = spec.facts[block].sentences[sentence];
  const words = blockText(spec, block).slice(start, end).toLowerCase();
  return stemsOf(param).some((stem) => words.includes(stem));
}

const keptStems = new WeakMap<Param, readonly string[]>();

/** Beginnings of the words of its label that no other label would have. */
function stemsOf(param: Param): readonly string[] {
  let stems = keptStems.get(param);
  if (!stems) {
    const { de, en = '' } = param.label;
    stems = wordsIn(`${de} ${en}`).flatMap(({ word }) =>
      word.length >= stemLength && !general.test(word) ? [word.slice(0, stemLength)] : [],
    );
    keptStems.set(param, stems);
  }
  return stems;
}

/** Enough of a word to find it in "Altpapieranteil" and "efficient". */
const stemLength = 5;

interface PlacedWord {
  readonly word: string;
  readonly at: number;
}

function nearestNamed(
  words: readonly PlacedWord[],
  place: number | undefined,
  params: readonly ComparableParam[],
): ComparableParam | undefined {
  const named = params
    .map((param) => {
      const own = ownWords(param, params);
      const distances = words.filter((w) => own.has(w.word)).map((w) => (place === undefined ? 0 : Math.abs(w.at - place)));
      return { param, distance: Math.min(...distances, Number.POSITIVE_INFINITY) };
    })
    .sort((a, b) => a.distance - b.distance);
  const [first, second] = named;
  return first.distance < second.distance ? first.param : undefined;
}

/** Words of the label that the labels of the others lack. */
function ownWords(param: Param, params: readonly Param[]): Set<string> {
  const labelOf = ({ label }: Param) => wordsIn(`${label.de} ${label.en ?? ''}`).map((w) => w.word);
  const others = new Set(params.filter((p) => p !== param).flatMap(labelOf));
  return new Set(labelOf(param).filter((word) => word.length > 2 && !others.has(word)));
}

function wordsIn(text: string): PlacedWord[] {
  return [...text.toLowerCase().matchAll(/[\p{L}\d]+/gu)].map((m) => ({ word: m[0], at: m.index }));
}
