/**
 * The award scheme of a specification as data: which criteria decide, with which weights, what belongs under what. Tenders write it as a
 * pipe, HTML or column table, as a list, as lines of a page that came out of a PDF, or in a sentence. Reads only blocks behind words that
 * announce award criteria; the words are the vocabularies of `criteria/wording/vocabulary-award.yaml`.
 */
import type { Block } from '../text/model';
import { SchemeReader } from './award/lines';
import { readUnweighted } from './award/list';
import { priceOnly, readProse } from './award/prose';
import { type Region, regionOf, starts } from './award/region';
import { type AwardRow, rowsOf } from './award/rows';
import { type Award, type AwardPlace, type AwardScheme, placesIn, type Scheme } from './award/scheme';
import { readTable } from './award/table';
import { labelOf, weightIn } from './award/weights';
import { type BlockFacts, hasVocabulary, type VocabularyId } from './model';
import type { Spec } from './spec';

/** Number of award criteria the text states, parts of criteria included. */
export function countCriteria({ schemes }: Award): number {
  return schemes.reduce((sum, scheme) => sum + scheme.criteria.length, 0);
}

/** Everything the text says about what decides. */
export function readAward(spec: Spec): Award {
  const schemes: AwardScheme[] = [];
  let read = -1;
  for (const start of starts(spec)) {
    if (start.block < read) continue;
    const region = regionOf(spec, start);
    const found = readRegion(spec, region);
    read = found.length > 0 ? region.end : start.block + 1;
    // Under a mere "Bewertung" stand other things too: there a price must be among the criteria.
    const certain = placesIn(spec, start.block, 'award-criteria').length > 0;
    schemes.push(...(certain ? found : found.filter((scheme) => scheme.criteria.some((c) => c.price))));
  }
  if (schemes.length === 0) schemes.push(...priceOnly(spec));
  const relative = spec.about['award-relative'].flatMap((block) => placesIn(spec, block, 'award-relative').slice(0, 1));
  return { schemes, relative };
}

/** A region as it was read: blocks and facts from two before its first, on which nothing else has a say. */
interface ReadRegion {
  readonly region: Region;
  readonly blocks: readonly Block[];
  readonly facts: readonly BlockFacts[];
  readonly schemes: readonly AwardScheme[];
}

/** What was read of a region is kept with its first block: most edits are made elsewhere. */
const regionsRead = new WeakMap<Block, ReadRegion>();

function readRegion(spec: Spec, region: Region): readonly AwardScheme[] {
  const { blocks } = spec.document;
  const { facts } = spec;
  const { first, end } = region;
  const from = firstLookedAt(region);
  const kept = regionsRead.get(blocks[first]);
  const unchanged = kept?.region.first === first && kept.region.end === end && kept.region.anchor.start === region.anchor.start;
  if (unchanged && kept.blocks.every((block, i) => block === blocks[from + i] && kept.facts[i] === facts[from + i])) return kept.schemes;
  const schemes = readSchemes(spec, region).map((scheme) => ({ ...scheme, first, end }));
  regionsRead.set(blocks[first], { region, blocks: blocks.slice(from, end), facts: facts.slice(from, end), schemes });
  return schemes;
}

/** The lead-in of a list or table may stand above the words that announce it. */
function firstLookedAt({ first }: Region): number {
  return Math.max(0, first - 2);
}

function readSchemes(spec: Spec, region: Region): Scheme[] {
  const rows = rowsOf(spec, region.first, region.end);
  const schemes: Scheme[] = [];
  const ranked = saysInRegion(spec, region, 'award-ranking');
  const open = new SchemeReader(spec, region.anchor);
  let heading = region.anchor;
  for (let i = 0; i < rows.length; ) {
    if (rows[i].table >= 0) {
      let to = i;
      while (to < rows.length && rows[to].table === rows[i].table) to++;
      schemes.push(...readTable(spec, heading, rows.slice(Math.max(0, i - 1), i), rows.slice(i, to), ranked));
      i = to;
      continue;
    }
    const row = rows[i];
    const [announced] = placesIn(spec, row.block, 'award-criteria').filter((p) => row.start <= p.start && p.start < row.end);
    if (announced && begins(spec, row, announced)) {
      heading = announced;
      const done = open.next(announced, ranked, row);
      if (done) schemes.push(done);
    }
    open.add(row, rows[i + 1]);
    i++;
  }
  const last = open.next(region.anchor, ranked);
  if (last) schemes.push(last);
  if (schemes.length === 0 && !saysInRegion(spec, region, 'price-only')) {
    const list = readUnweighted(spec, region, rows, ranked) ?? readProse(spec, region, ranked);
    if (list) schemes.push(list);
  }
  return schemes;
}

/** Words that announce criteria begin a scheme unless they name one of its criteria ("ZK 2 Qualitätskriterien"). */
function begins(spec: Spec, row: AwardRow, announced: AwardPlace): boolean {
  const start = spec.document.starts[row.block];
  const { text } = spec.document;
  if (
    /^ZK/i.test(text.slice(start + announced.start, start + announced.end)) ||
    /^\s*\d/.test(text.slice(start + announced.end, start + announced.end + 6))
  )
    return false;
  return row.heading || labelOf(row.text) === undefined || weightIn(row.text) === undefined;
}

function saysInRegion(spec: Spec, region: Region, id: VocabularyId): boolean {
  for (let block = firstLookedAt(region); block < region.end; block++) if (hasVocabulary(spec.facts[block].vocabulary, id)) return true;
  return false;
}
