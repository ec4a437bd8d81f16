import type { Span } from '../text/model';

/**
 * The words of one block. Parallel arrays, one entry a token. A word split over two lines ("umweltfreund-/lich",
 * "wer- den") is ONE token whose span covers both parts; "Büro- und" is not split that way.
 * Numbers ("1.000", "0,5", "14a", "2.4.120") are one token; `§ % ° ® ™ ≤ ≥ < > ± ∑` are tokens of their own; a `+` after a
 * letter belongs to the word ("A+++"); other punctuation and masked ranges are no tokens.
 */
export interface Tokens {
  readonly count: number;
  /** Relative to the block. */
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** Id of the distinct word in the lexicon of the matcher that made the tokens. */
  readonly word: Int32Array;
  /** Index of the sentence each token belongs to; sentences of a block count from 0. Table cells start a new sentence. */
  readonly sentence: Int32Array;
}

/** What a phrase belongs to: the record and the part of it, e.g. label `blauer-engel`, role `find`. */
export interface PhraseOwner {
  readonly kind: string;
  readonly id: string;
  readonly role: string;
}

/** One place where a phrase matched. Token indices are inclusive. Offsets relative to the block. */
export interface Match extends Span {
  readonly owner: PhraseOwner;
  /** Index of the owner in the compiled owner list: cheap to compare. */
  readonly ownerIndex: number;
  readonly firstToken: number;
  readonly lastToken: number;
}

/** Direction a value is bound in: `min` "mindestens 5", `max` "höchstens 5", `exact` "5", `about` "ca. 5", `range` "5 bis 10". */
export type Comparator = 'min' | 'max' | 'exact' | 'about' | 'range';

/**
 * A number with its unit; the span covers number and unit, not the comparator. `value` is in the base of the dimension (second,
 * per cent, watt, watt-hour … see units.ts); a range has `high`.
 */
export interface Quantity extends Span {
  readonly comparator: Comparator;
  readonly value: number;
  readonly high?: number;
  /** Unit as catalogued ("year", "%", "dB(A)", "W", "cycle" …); empty for a bare number with a comparator. */
  readonly unit: string;
  /** Dimension of the unit: "time", "ratio", "power", "energy", "sound", "count", "mass", "length", "money", … */
  readonly dimension: string;
  /** True when decimal and thousands separators cannot be told apart ("1,250" in a German text), or the unit ("ppm"). */
  readonly ambiguous: boolean;
  readonly firstToken: number;
  readonly lastToken: number;
  /** First token of the comparator in front of the number ("mindestens"); `firstToken` when none stands there. */
  readonly comparatorToken: number;
  /** Index of its sentence in the block. */
  readonly sentence: number;
}

/** A technical standard named in the text, e.g. `DIN EN ISO 9706:2010-02`. */
export interface StandardMention extends Span {
  /** Normalised: upper case, single blanks, no edition: `DIN EN 12464-1`. */
  readonly name: string;
  /** Publisher prefix, e.g. `DIN EN ISO`. */
  readonly prefix: string;
  /** Number with parts, e.g. `12464-1`. */
  readonly number: string;
  /** Edition as written, e.g. `2010-02`; empty when undated. */
  readonly edition: string;
  /** True for a draft standard ("E DIN 18533", "prEN …"). */
  readonly draft: boolean;
  readonly firstToken: number;
  readonly lastToken: number;
}
