import type { CompiledCatalogue } from '../catalogue/compile';
import { nearest } from '../catalogue/suggest';
import { type Message, type RuleId, ruleIds } from '../findings';
import { textsOf } from '../messages';
import type { Block, Span, SpecDocument } from '../text/model';

/** A rule silenced, with the reason the writer gave. `blocks` is a half-open range of block indices; the whole file when absent. */
export interface Suppression {
  readonly rule: RuleId;
  readonly reason: string;
  readonly blocks?: { readonly first: number; readonly end: number };
  /** Absolute offset of the directive. */
  readonly at: number;
}

/** A criterion left out on purpose. */
export interface Waiver {
  readonly criterion: string;
  readonly reason: string;
  readonly at: number;
}

/** `gs: id@version`: the passage after it was taken from this criterion. The span, relative to the block, is the whole directive. */
export interface Marker extends Span {
  readonly criterion: string;
  readonly version: number;
  readonly block: number;
  /** Where the id, and behind the `@` the version, stand; relative to the block. */
  readonly idAt: Span;
  readonly versionAt: Span;
}

/** A directive that cannot be obeyed, with what to do about it. Offsets relative to the block. */
export interface DirectiveProblem {
  readonly block: number;
  readonly start: number;
  readonly end: number;
  readonly message: Message;
  /** The nearest known id, offered as a fix. */
  readonly suggestion?: { readonly from: number; readonly to: number; readonly text: string };
  /** Place (relative) where a reason belongs, with the placeholder that stands there. */
  readonly reasonAt?: Span;
}

export interface Directives {
  readonly suppressions: readonly Suppression[];
  readonly waivers: readonly Waiver[];
  readonly markers: readonly Marker[];
  readonly problems: readonly DirectiveProblem[];
}

const known = new Set<string>(ruleIds);
const placeholders = new Set([textsOf('de'), textsOf('en')].map((texts) => texts.phrases.reasonHole.toLowerCase()));
/** Dots, dashes and "TODO" stand where a reason is yet to come. */
const isReason = (written: string) =>
  /\p{L}{2}|\d/u.test(written) && !/^(?:todo|tbd|tba|fixme|xxx?)\W*$/i.test(written) && !placeholders.has(written.toLowerCase());
const verbs = ['gs-ignore', 'gs-ignore-file', 'gs-waive', 'gs'];

/** Reads the directives of a document. Without a reason nothing is suppressed or waived. */
export function readDirectives(document: SpecDocument, compiled: CompiledCatalogue): Directives {
  const suppressions: Suppression[] = [];
  const waivers: Waiver[] = [];
  const markers: Marker[] = [];
  const problems: DirectiveProblem[] = [];
  const { blocks, starts } = document;
  for (let block = 0; block < blocks.length; block++) {
    for (const directive of blocks[block].directives) {
      const inner = document.text.indexOf(directive.text, starts[block] + directive.start) - starts[block];
      const problem = (id: string, values: Message['values'], more: Partial<DirectiveProblem> = {}) =>
        problems.push({ block, start: directive.start, end: directive.end, message: { id: `bad-marker.${id}`, values }, ...more });
      const parts = /^(gs[\w-]*)\s*(:)?\s*([^:\s]*)\s*(?::\s*([\s\S]*))?$/i.exec(directive.text);
      const verb = parts?.[1].toLowerCase() ?? '';
      if (!parts || !verbs.includes(verb) || (verb === 'gs') !== (parts[2] === ':') || parts[3] === '') {
        problem('form', { text: directive.text });
        continue;
      }
      const name = parts[3];
      const nameAt = inner + directive.text.indexOf(name, verb.length);
      const written = (parts[4] ?? '').trim();
      // A placeholder nobody filled in is no reason.
      const reason = isReason(written) ? written : '';
      const at = starts[block] + directive.start;
      if (verb === 'gs') {
        const [id, version] = name.split('@');
        const criterion = compiled.catalogue.criteria.get(id);
        const idAt = { start: nameAt, end: nameAt + id.length };
        const versionAt = { start: idAt.end + 1, end: idAt.end + 1 + (version ?? '').length };
        if (!criterion) unknown(id, compiled.catalogue.criteria.keys(), 'criterion');
        else if (!/^\d+$/.test(version ?? '')) problem('version', { name: id });
        else if (Number(version) > criterion.version) {
          const suggestion = { from: versionAt.start, to: versionAt.end, text: String(criterion.version) };
          problem('version-unknown', { name: id, version, current: criterion.version }, { suggestion });
        } else {
          const { start, end } = directive;
          markers.push({ criterion: id, version: Number(version), block, start, end, idAt, versionAt });
        }
        continue;
      }
      const isWaiver = verb === 'gs-waive';
      if (isWaiver ? !compiled.catalogue.criteria.has(name) : !known.has(name)) {
        unknown(name, isWaiver ? compiled.catalogue.criteria.keys() : ruleIds, isWaiver ? 'criterion' : 'rule');
        continue;
      }
      if (reason === '') {
        const end = inner + directive.text.length;
        problem('reason', { name }, { reasonAt: { start: end - written.length, end } });
        continue;
      }
      if (isWaiver) waivers.push({ criterion: name, reason, at });
      else if (verb === 'gs-ignore-file') suppressions.push({ rule: name as RuleId, reason, at });
      else suppressions.push({ rule: name as RuleId, reason, at, blocks: passageAfter(document, block) });

      function unknown(id: string, candidates: Iterable<string>, what: 'rule' | 'criterion'): void {
        const found = unknownName(block, { start: nameAt, end: nameAt + id.length }, what, id, candidates);
        problems.push({ ...found, start: directive.start, end: directive.end });
      }
    }
  }
  return { suppressions, waivers, markers, problems };
}

/** A name the catalogue does not know, with the nearest one it knows. `place` is where the name stands, relative to the block. */
export function unknownName(
  block: number,
  place: Span,
  what: 'rule' | 'criterion' | 'product',
  name: string,
  candidates: Iterable<string>,
): DirectiveProblem {
  const suggestion = nearest(name, candidates);
  return {
    block,
    start: place.start,
    end: place.end,
    message: { id: suggestion ? `bad-marker.${what}.nearest` : `bad-marker.${what}`, values: { name, nearest: suggestion ?? '' } },
    ...(suggestion && name !== '' ? { suggestion: { from: place.start, to: place.end, text: suggestion } } : {}),
  };
}

/**
 * The blocks a directive speaks of, half-open: its own block when it stands among words, else the next block; a whole list, table or position
 * counts as one. Further directives between it and the passage belong to it.
 */
export function passageAfter(document: SpecDocument, block: number): { first: number; end: number } {
  const { blocks } = document;
  const own = blocks[block];
  const inside = own.kind !== 'comment' && own.directives.every((d) => d.start > own.content.start || d.end < own.content.end);
  const from = inside && own.content.end - own.content.start > 0 ? block : block + 1;
  let first = from;
  while (first < blocks.length && standsBetween(blocks[first])) first++;
  let end = first + 1;
  const kind = blocks[first]?.kind;
  if (blocks[first]?.position) while (end < blocks.length && blocks[end].kind !== 'heading') end++;
  if (kind === 'list-item') while (blocks[end]?.kind === 'list-item') end++;
  if (kind === 'table-header' || kind === 'table-row') {
    for (let row = end; row < blocks.length && (standsBetween(blocks[row]) || rowAbove(document, row) >= 0); row++)
      if (!standsBetween(blocks[row])) end = row + 1;
  }
  return { first: from, end };
}

/** What may stand between the rows of one table or the items of one list: page heads and feet, comments. */
export function standsBetween({ kind }: Block): boolean {
  return kind === 'furniture' || kind === 'comment';
}

/**
 * The row of the same table above a block, over page heads and comments; -1 when the block is no row or begins a table. Headers without a blank
 * line between are one table.
 */
export function rowAbove({ blocks, starts, text }: SpecDocument, block: number): number {
  const { kind } = blocks[block];
  if (kind !== 'table-row' && kind !== 'table-header') return -1;
  let above = block - 1;
  while (above >= 0 && standsBetween(blocks[above])) above--;
  const before = blocks[above];
  if (!before || (before.kind !== 'table-row' && before.kind !== 'table-header')) return -1;
  const apart = kind === 'table-header' && /\n[ \t]*\r?\n/.test(text.slice(starts[above] + before.length, starts[block]));
  return apart ? -1 : above;
}
