import type { Spec } from '../spec';
import type { AwardRow, RowText } from './rows';
import { type AwardPlace, type AwardWeight, type Draft, draft, type Scheme, says, spanOf, withParents } from './scheme';
import { close, explains, sharesOf } from './sums';
import { behind, type FoundWeight, isName, type Label, labelOf, maxName, placeWeight, shortName, totalRow, weightIn } from './weights';

/** Lines between two weights that may still be one scheme. */
const longestGap = 45;

/** Collects the criteria of lines until another scheme is announced. */
export class SchemeReader {
  private drafts: Draft[] = [];
  private sum: AwardWeight | undefined;
  /** A line that names a criterion and whose weight may stand further down. */
  private waiting: { row: AwardRow; text: RowText; name: string; number: string; line: number } | undefined;
  private line = 0;
  private lastWeight = 0;
  private titles = '';
  private previous: AwardRow | undefined;

  constructor(
    private readonly spec: Spec,
    private anchor: AwardPlace,
  ) {}

  /** Ends the scheme so far. A second heading for the same list ("Gewichtung der Zuschlagskriterien") begins nothing new before a weight. */
  next(anchor: AwardPlace, ranked: boolean, row?: AwardRow): Scheme | undefined {
    const { drafts, sum } = this;
    if (drafts.length === 0) {
      this.anchor = anchor;
      return undefined;
    }
    const complete = sum !== undefined || explains(sharesOf(drafts));
    const scheme = this.scheme(ranked);
    if (!complete && row && (drafts.length === 1 || !(row.heading || /:$/.test(row.text)))) return undefined;
    this.drafts = [];
    this.sum = undefined;
    this.waiting = undefined;
    this.anchor = anchor;
    this.titles = '';
    return scheme;
  }

  private scheme(ranked: boolean): Scheme | undefined {
    const { drafts, sum, anchor } = this;
    const percent = drafts.some((d) => d.weight && d.weight.form !== 'points');
    const kept = percent ? drafts.filter((d) => d.weight?.form !== 'points') : drafts;
    if (!percent && (kept.length < 2 || !kept.some((d) => d.price))) return undefined;
    if (kept.length === 1 && !kept[0].price) return undefined;
    return {
      form: 'lines',
      anchor,
      header: -1,
      criteria: withParents(kept, false),
      ranked,
      ...(sum ? { sum } : {}),
    };
  }

  add(row: AwardRow, following: AwardRow | undefined): void {
    this.line++;
    if (this.drafts.length > 0 && this.line - this.lastWeight > longestGap && !this.goesOn(row)) return;
    const [cell] = row.cells;
    const { text } = cell;
    if (text.length < 90 && !/\d\s?%/.test(text) && says(this.spec, spanOf(row, cell), 'award-weight')) this.titles = text;
    const total = totalRow.exec(text);
    const found = weightIn(text);
    if (total && (found || /\s\d{2,5}\s*$/.test(text)) && text.length < 90) {
      if (this.drafts.length > 0 && found) this.sum = placeWeight(row, cell, found);
      this.waiting = undefined;
      return;
    }
    const own = labelOf(text);
    if (found) this.weighted(row, cell, own, found, following);
    else if (!this.bareNumbers(row, cell, own)) this.remember(row, cell, own);
    this.previous = row;
  }

  private weighted(row: AwardRow, cell: RowText, own: Label | undefined, found: FoundWeight, following: AwardRow | undefined): void {
    const { spec, waiting } = this;
    const { text } = cell;
    const from = own?.length ?? 0;
    if (found.start < from) return;
    const name = text
      .slice(from, found.start)
      .replace(/[\s:–(,;.-]*(?:\(?\s*(?:Gewichtung|Gewicht|weight(?:ing)?|max\.?)\s*[:=]?\s*)?[\s:–(∑Σ-]*$/i, '')
      .trim();
    const rest = text.slice(found.end);
    const place = placeWeight(row, cell, found);
    // "Abstand 10 %: 8 Punkte" is a step of a scale.
    const plain = behind.test(rest) && !/^\s*[:=]\s*\d/.test(rest);
    if (name === '' || /^(?:und|and)?\s*(?:wird|werden)?$/i.test(name)) {
      // A weight alone on its line belongs to the criterion named above it, a weight in front to the words behind it.
      const after = rest.replace(/^[\s:–-]+/, '');
      const soFar = sharesOf(this.drafts).reduce((sum, share) => sum + share, 0);
      if (plain && found.form === 'per-cent' && this.drafts.length > 1 && close(soFar, 100)) {
        // Everything is shared out: what follows states the sum or is an empty line of a form.
        if (close(found.value, 100)) this.sum = place;
      } else if (
        plain &&
        own &&
        following &&
        !labelOf(following.text) &&
        isName(following.text.slice(0, maxName)) &&
        /^\p{Lu}/u.test(following.text)
      ) {
        this.push(draft(spec, following, following.cells[0], shortName(following.text), own.number, place, row.depth));
      } else if (
        plain &&
        /^(?:Gewicht|weight)/i.test(text) &&
        this.previous &&
        isName(this.previous.text) &&
        this.previous.text.length < 60
      ) {
        const { previous } = this;
        const label = labelOf(previous.text);
        this.push(
          draft(
            spec,
            previous,
            previous.cells[0],
            shortName(previous.text.slice(label?.length ?? 0)),
            label?.number ?? '',
            place,
            row.depth,
          ),
        );
      } else if (plain && waiting && this.line - waiting.line <= (waiting.number === '' ? 16 : 25)) {
        this.push(draft(spec, waiting.row, waiting.text, waiting.name, own?.number || waiting.number, place, row.depth));
        this.waiting = undefined;
      } else if (!plain && found.form === 'per-cent' && isName(after.slice(0, maxName)) && /^\p{Lu}/u.test(after) && !this.isNone(row)) {
        this.push(draft(spec, row, cell, shortName(after), own?.number ?? '', place, row.depth));
      }
      return;
    }
    if (this.isNone(row) || !isName(name)) return;
    if (found.form === 'points' && !own && !row.item && !says(spec, { block: row.block, start: row.start, end: row.end }, 'award-price'))
      return;
    if (found.form === 'points' && found.value === 0) return;
    const capital = /^["“„«(]?[\p{Lu}\d]/u.test(name) || row.item;
    if (plain && capital) this.push(draft(spec, row, cell, name, own?.number ?? '', place, row.depth));
    else if (!plain && own && capital && name.length <= 60 && found.form === 'per-cent' && /^\s*(?:\)|\p{Lu}|[:–(-])/u.test(rest))
      this.push(draft(spec, row, cell, name, own.number, place, row.depth));
  }

  /** "ZK 01 Preis 400 40" below "Punkte Gewichtung in %". */
  private bareNumbers(row: AwardRow, cell: RowText, own: Label | undefined): boolean {
    if (this.titles === '') return false;
    const match = /^(.*\p{L}.*?)\s+((?:\d{1,3}(?:['’‘]\d{3})*\s+)*)(\d{1,3})$/u.exec(cell.text);
    if (!match) {
      // The number of a name that runs over two lines stands alone.
      const { waiting } = this;
      if (/^\d{1,3}$/.test(cell.text) && waiting && this.line - waiting.line <= 3 && this.drafts.length > 0) {
        const place = placeWeight(row, cell, { form: 'per-cent', value: Number(cell.text), start: 0, end: cell.text.length });
        this.push(draft(this.spec, waiting.row, waiting.text, waiting.name, waiting.number, place, row.depth));
        this.waiting = undefined;
        return true;
      }
      return false;
    }
    const name = match[1].slice(own?.length ?? 0).trim();
    if (!own || !isName(name) || this.isNone(row)) return false;
    const start = match[1].length + (match[0].length - match[1].length - match[3].length);
    const value = Number(match[3]);
    const place = placeWeight(row, cell, { form: 'per-cent', value, start, end: start + match[3].length });
    this.push(draft(this.spec, row, cell, name, own.number, place, row.depth));
    return true;
  }

  private remember(row: AwardRow, cell: RowText, own: Label | undefined): void {
    const name = cell.text.slice(own?.length ?? 0).replace(/[:\s]+$/, '');
    if (name.length > maxName || (name.match(/\p{L}/gu) ?? []).length < 3) return;
    if (own || row.heading || !this.waiting || this.line - this.waiting.line > 2)
      if (own || row.heading || row.item || /^\p{Lu}/u.test(name)) {
        if (this.waiting && !own && this.waiting.number !== '') return;
        this.waiting = { row, text: cell, name: shortName(name), number: own?.number ?? '', line: this.line };
      }
  }

  private push(one: Draft): void {
    this.drafts.push(one);
    this.lastWeight = this.line;
  }

  /** A line with the next number and a weight, however long the explanations before it. */
  private goesOn(row: AwardRow): boolean {
    const last = this.drafts[this.drafts.length - 1].number;
    return last !== '' && labelOf(row.text)?.number === String(Number(last) + 1) && weightIn(row.text) !== undefined;
  }

  private isNone(row: AwardRow): boolean {
    return says(this.spec, { block: row.block, start: row.start, end: row.end }, 'not-a-weight');
  }
}
