import type { Span } from '../../text/model';
import { overlaps } from '../../text/span';
import { hasVocabulary, type VocabularyId } from '../model';
import type { Spec } from '../spec';
import type { AwardRow, RowText } from './rows';

/** Relative to `block`. */
export interface AwardPlace extends Span {
  readonly block: number;
}

/** `per-cent` 40 %, `points` 400 points, `range` 30 to 40 %, `ratio` one part of 45/40/15, `open` a hole such as "[Gewicht] %". */
export type WeightForm = 'per-cent' | 'points' | 'range' | 'ratio' | 'open';

export interface AwardWeight extends AwardPlace {
  readonly form: WeightForm;
  /** Lower end of a range. */
  readonly value: number;
}

export interface AwardCriterion {
  /** The words that name it. */
  readonly place: AwardPlace;
  readonly name: string;
  /** Number in front without letters: "ZK 2.1" gives `2.1`. */
  readonly number: string;
  readonly weight?: AwardWeight;
  /** Index of the criterion it is part of, -1 for a main criterion. */
  readonly parent: number;
  readonly price: boolean;
  /** The words or the letter that make it an exclusion criterion too. */
  readonly exclusion?: AwardPlace;
}

export interface AwardScheme {
  /**
   * `table`: rows with cells; `lines`: list items or lines; `prose`: named in a sentence; `price-only`: price alone decides.
   */
  readonly form: 'table' | 'lines' | 'prose' | 'price-only';
  /** The words that announce it. */
  readonly anchor: AwardPlace;
  /** Header row of a table, -1 when there is none. */
  readonly header: number;
  readonly criteria: readonly AwardCriterion[];
  /** What the row of the total states. */
  readonly sum?: AwardWeight;
  /** Blocks that may belong to it, `end` exclusive: from the words that announce it to where another matter begins. */
  readonly first: number;
  readonly end: number;
  /** A form whose rows are not filled in yet. */
  readonly unfilled?: boolean;
  /** The text says that the order of the criteria is the order of their importance. */
  readonly ranked: boolean;
}

export interface Award {
  readonly schemes: readonly AwardScheme[];
  /** Where the text says how important a criterion is in words ("more important than price"). */
  readonly relative: readonly AwardPlace[];
}

/** A scheme before it is known which blocks it spans. */
export type Scheme = Omit<AwardScheme, 'first' | 'end'>;

/** Places of a vocabulary in a block. */
export function placesIn(spec: Spec, block: number, id: VocabularyId): AwardPlace[] {
  const facts = spec.facts[block];
  if (!hasVocabulary(facts.vocabulary, id)) return [];
  return facts.places.filter((p) => p.id === id).map(({ start, end }) => ({ block, start, end }));
}

export function says(spec: Spec, place: AwardPlace, id: VocabularyId): boolean {
  return placesIn(spec, place.block, id).some((p) => overlaps(p, place));
}

/** A criterion before it is known what it is part of. */
export interface Draft extends Omit<AwardCriterion, 'parent'> {
  /** Column of its weight among several, or depth of its list item. */
  readonly depth: number;
}

export function spanOf(row: AwardRow, cell: RowText): AwardPlace {
  return { block: row.block, start: cell.at(0), end: cell.at(cell.text.length - 1) + 1 };
}

export function draft(
  spec: Spec,
  row: AwardRow,
  cell: RowText,
  name: string,
  own: string,
  weight: AwardWeight | undefined,
  depth: number,
  letter?: AwardPlace,
): Draft {
  const at = cell.text.indexOf(name);
  const start = cell.at(Math.max(0, at));
  const place = { block: row.block, start, end: cell.at(Math.max(0, at) + Math.max(1, name.length) - 1) + 1 };
  const exclusion = letter ?? placesIn(spec, row.block, 'exclusion-criterion').find((p) => overlaps(p, place));
  return {
    place,
    name,
    number: own,
    depth,
    price: says(spec, place, 'award-price'),
    ...(weight ? { weight } : {}),
    ...(exclusion ? { exclusion } : {}),
  };
}

/** Parent by number ("2.1" under "2"), by column or by depth of the list. */
export function withParents(drafts: readonly Draft[], byColumn: boolean): AwardCriterion[] {
  const byNumber = new Map<string, number>();
  return drafts.map(({ depth, ...one }, index) => {
    let parent = -1;
    for (let number = up(one.number); number !== '' && parent < 0; number = up(number)) parent = byNumber.get(number) ?? -1;
    if (parent < 0 && (byColumn ? depth > 0 : one.number === '' && depth > 1)) {
      for (let i = index - 1; i >= 0 && parent < 0; i--) if (drafts[i].depth < depth) parent = i;
    }
    if (one.number !== '' && !byNumber.has(one.number)) byNumber.set(one.number, index);
    return { ...one, parent };
  });
}

function up(number: string): string {
  const at = number.lastIndexOf('.');
  return at < 0 ? '' : number.slice(0, at);
}
