import { type Catalogue, hasEnded, inForce } from '../catalogue/catalogue';
import { changesSince } from '../catalogue/history';
import type { Criterion } from '../catalogue/schema';
import type { Marker } from '../facts/directives';
import type { Message } from '../findings';
import { clauseBeside, type MarkedPassage, markedPassages } from './markedPassage';
import { finding, type Rule } from './rule';

/** What the fixes need. */
export interface StaleData {
  readonly passage: MarkedPassage;
  /** Only wording or references changed since: the marker may be brought up to date without looking at the text. */
  readonly formal: boolean;
  /** Criteria in force that replace one that is no longer kept. */
  readonly successors: readonly string[];
}

/**
 * Flags a marker `gs: id@version` whose criterion has a newer version, and says what kind of change came since; or whose criterion is no longer
 * kept, with its successor. The related place shows the clause as it stands now.
 *
 * Leaves alone: markers of the version in force. A version the catalogue does not have yet is a matter of `bad-marker`.
 */
export const staleCriterion: Rule = {
  id: 'stale-criterion',
  find(input, report) {
    const { spec } = input;
    for (const passage of markedPassages(input)) {
      const { marker, criterion } = passage;
      const ended = hasEnded(criterion);
      if (!ended && marker.version >= criterion.version) continue;
      const successors = ended ? successorsOf(spec.compiled.catalogue, criterion.id) : [];
      const formal = !ended && changesSince(criterion, marker.version).every((c) => c.change === 'editorial' || c.change === 'reference');
      report(
        finding(spec, 'stale-criterion', 'information', marker.block, marker, messageOf(marker, criterion, ended, successors), {
          criterion: criterion.id,
          record: criterion.id,
          related: clauseBeside(spec, passage, ended ? successors[0] : criterion, 'stale-criterion'),
          data: { passage, formal, successors: successors.map((c) => c.id) } satisfies StaleData,
        }),
      );
    }
  },
};

/** Criteria in force that say they replace this one. */
function successorsOf({ criteria }: Catalogue, id: string): Criterion[] {
  return [...criteria.values()].filter((c) => inForce(c) && c.replaces?.includes(id));
}

function messageOf(marker: Marker, criterion: Criterion, ended: boolean, successors: readonly Criterion[]): Message {
  const values = { criterion: criterion.id, from: marker.version, to: criterion.version };
  if (!ended) return { id: 'stale-criterion', values };
  if (successors.length === 0) return { id: 'stale-criterion.ended', values };
  return { id: 'stale-criterion.replaced', values: { ...values, successors: successors.map((c) => c.id).join(' ') } };
}
