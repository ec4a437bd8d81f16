import { blockText, type Spec } from '../spec';
import { announcesAward, isOtherMatter, type Region } from './region';
import type { AwardRow } from './rows';
import { type Draft, draft, placesIn, type Scheme, says, spanOf, withParents } from './scheme';
import { isName, type Label, labelOf, shortName } from './weights';

/** Short lines or items right behind the words that announce award criteria, price among them. */
export function readUnweighted(spec: Spec, region: Region, rows: readonly AwardRow[], ranked: boolean): Scheme | undefined {
  const { anchor } = region;
  const first = rows.findIndex((r) => r.block === anchor.block && r.start <= anchor.start && anchor.start < r.end);
  if (first < 0 || !announcesAward(spec, anchor) || placesIn(spec, anchor.block, 'award-criteria').length === 0) return undefined;
  const head = rows[first];
  const { blocks } = spec.document;
  const leads =
    blocks[anchor.block].kind === 'heading' ||
    /:\s*$/.test(head.text) ||
    /:\s*1\.+\s/.test(head.text) ||
    (head.text.length < 100 && !/[.;,]$/.test(head.text));
  if (!leads) return undefined;
  const drafts: Draft[] = [];
  const behindColon = /:\s*(?=1\.+\s?\p{Lu})/u.exec(head.text);
  if (behindColon) drafts.push(named(head, behindColon.index + behindColon[0].length));
  let others = 0;
  let counting = behindColon !== null;
  /** "1. Kriterium: …", "2. Kriterium: …": lines with other numbers are parts and explanations. */
  let byWord = false;
  for (let i = first + 1; i < rows.length && i <= first + 40 && others < 12; i++) {
    const row = rows[i];
    if (row.table >= 0 || (row.heading && isOtherMatter(spec, row.block))) break;
    const own = labelOf(row.text);
    const announced = /^\W*(?:\d\.?\s?)?(?:Kriterium|Criterion)\b/i.test(row.text);
    const name = row.text
      .slice(own?.length ?? 0)
      .replace(/[,;]?(?:\s(?:and|und))?$/i, '')
      .trim();
    // Where the first is numbered, the others go on counting.
    const next = own?.number === String(drafts.length + 1);
    if (drafts.length === 0 && announced) byWord = true;
    if (byWord && !announced) continue;
    if (announced && name.length < 3 && rows[i + 1]) drafts.push(named(rows[i + 1], 0));
    else if (
      (counting ? next : stands(row, own, name)) &&
      isName(name) &&
      !namesList(row) &&
      name.length <= 80 &&
      !/[.:]$|\d\s?%/.test(name)
    ) {
      if (drafts.length === 0 && next && !byWord) counting = true;
      drafts.push(named(row, own?.length ?? 0));
    } else if (drafts.length > 0 || row.text.length > 120) others++;
  }
  if (drafts.length < 2 || !drafts.some((d) => d.price)) return undefined;
  return { form: 'lines', anchor, header: -1, criteria: withParents(drafts, false), ranked };

  function named(row: AwardRow, from: number): Draft {
    const [cell] = row.cells;
    const own = labelOf(cell.text.slice(from));
    const name = shortName(cell.text.slice(from + (own?.length ?? 0)));
    return draft(spec, row, cell, name, own?.number ?? '', undefined, row.depth);
  }

  /** The heading of the list itself, said twice. */
  function namesList(row: AwardRow): boolean {
    const place = spanOf(row, row.cells[0]);
    if (row.text.length < 25 && (says(spec, place, 'award-weight') || says(spec, place, 'award-scale'))) return true;
    return row.text.startsWith('(') || (says(spec, place, 'award-criteria') && !/^(?:ZK|\W*\d*\.?\s?Kriterium)/.test(row.text));
  }

  /** An item, a heading, or a short line that is a paragraph of its own or among other short lines: no line of running text. */
  function stands(row: AwardRow, own: Label | undefined, name: string): boolean {
    if (row.item || row.heading || own?.number) return true;
    const lines = blockText(spec, row.block).split('\n');
    return /^\p{Lu}/u.test(name) && lines.every((line) => line.trim().length < 60 && !/[.,]$/.test(line.trim()));
  }
}
