import type { LabelNumber, Reference } from '../catalogue/schema';
import { type Hit, hasVocabulary } from '../facts/model';
import { type Spec, slotOf } from '../facts/spec';
import type { Finding, Severity } from '../findings';
import type { Span } from '../text/model';
import { headingsAbove } from '../text/outline';
import { finding, type Rule, related } from './rule';

/** What the fix needs: the words to put in place of the old reference (absent when a person must decide) and all places, relative to the block. */
export interface OutdatedData {
  readonly replace: { readonly de: string; readonly en?: string } | undefined;
  readonly places: readonly Span[];
}

/**
 * Flags an act, standard, class, scheme or label number that no longer holds on the day of the procedure.
 *
 * Where the catalogue has no source for the end of a reference (`ask`), it says so and asks the reader to check: a hint.
 *
 * Leaves alone: history ("früher VOL/A"), statements and sections about what exists today, regions where the old text is still in force.
 */
export const outdatedReference: Rule = {
  id: 'outdated-reference',
  find({ spec }, report) {
    for (const block of spec.about.reference) {
      reportDrafts(spec, block, report);
      for (const { hit, found, text, places } of referencesOf(spec, block)) {
        const values = { text, record: hit.record, number: found.number ?? '', since: found.since };
        const id = found.ask ? 'outdated-reference.ask' : 'outdated-reference';
        const data: OutdatedData = { replace: found.replace, places };
        const others = places.slice(1).map((place) => related(spec, block, place, { id: 'outdated-reference.related', values: { text } }));
        report(
          finding(
            spec,
            'outdated-reference',
            found.severity,
            block,
            hit,
            { id, values },
            {
              record: hit.record,
              law: found.law,
              related: others,
              data,
            },
          ),
        );
      }
    }
  },
};

interface OutdatedPlace {
  readonly hit: Hit;
  readonly found: Outdated;
  readonly text: string;
  /** The same words further on in the block are the same finding. */
  readonly places: Span[];
}

function referencesOf(spec: Spec, block: number): Iterable<OutdatedPlace> {
  const start = spec.document.starts[block];
  const found = new Map<string, OutdatedPlace>();
  let lastEnd = -1;
  for (const hit of spec.facts[block].hits) {
    if (hit.start < lastEnd) continue;
    const outdated = judge(spec, block, hit);
    if (!outdated) continue;
    lastEnd = hit.end;
    const text = spec.document.text.slice(start + hit.start, start + hit.end).replace(/\s+/g, ' ');
    // Another part of a standard ("EN 50164-1") is another reference.
    const part = /^-\d+/.exec(spec.document.text.slice(start + hit.end, start + hit.end + 4))?.[0] ?? '';
    const known = found.get(text + part);
    if (known) known.places.push(hit);
    else found.set(text + part, { hit, found: outdated, text, places: [hit] });
  }
  return found.values();
}

/** A draft ("E DIN 18533") ends when the standard appears or the draft is withdrawn: an offer to look, nothing more. */
function reportDrafts(spec: Spec, block: number, report: (finding: Finding) => void): void {
  for (const mention of spec.facts[block].mentions) {
    if (!mention.standard?.draft) continue;
    report(
      finding(
        spec,
        'outdated-reference',
        'hint',
        block,
        mention,
        { id: 'outdated-reference.draft', values: { text: mention.text } },
        {
          data: { replace: undefined, places: [mention] } satisfies OutdatedData,
        },
      ),
    );
  }
}

interface Outdated {
  readonly severity: Severity;
  readonly since: string;
  readonly replace?: Reference['replace'];
  readonly law?: string;
  readonly number?: string;
  /** Nobody knows for certain: the reader is to check. */
  readonly ask?: boolean;
}

function judge(spec: Spec, block: number, hit: Hit): Outdated | undefined {
  if (hit.kind !== 'reference' && hit.kind !== 'label-number') return undefined;
  const sentence = spec.facts[block].sentences[hit.sentence];
  if (hasVocabulary(sentence.vocabulary, 'history') && (hit.kind === 'reference' || isFormerName(spec, block, hit))) return undefined;
  if (hasVocabulary(sentence.vocabulary, 'existing-state') || tellsWhatExists(spec, block)) return undefined;
  if (hit.kind === 'reference') {
    const reference = spec.compiled.catalogue.references.get(hit.record)!;
    if (reference.since > spec.day) return undefined;
    if (spec.context.land && reference.not_in?.includes(spec.context.land)) return undefined;
    const { since, replace, law, ask = false } = reference;
    return { severity: reference.hint || ask ? 'hint' : 'information', since, replace, law, ask };
  }
  const number = labelNumber(spec, hit);
  if (number?.status !== 'superseded') return undefined;
  if (number.until && number.until >= spec.day.slice(0, number.until.length)) return undefined;
  const replace = number.replaced_by ? { de: `DE-UZ ${number.replaced_by}` } : undefined;
  return { severity: 'information', since: number.until ?? '', replace, number: number.number };
}

/** A section such as "Ist-Zustand": the old act stands for the time the thing was built or bought. */
function tellsWhatExists(spec: Spec, block: number): boolean {
  if (slotOf(spec, block) !== 'context') return false;
  for (const heading of headingsAbove(spec.outline, block))
    if (hasVocabulary(spec.facts[heading].vocabulary, 'existing-state')) return true;
  return false;
}

/** "DE-UZ 14a (früher DE-UZ 14)": only right before the number, for "der bisherige Vertrag verlangte den Blauen Engel" says nothing about the number. */
function isFormerName({ document }: Spec, block: number, { start }: Hit): boolean {
  const from = document.starts[block];
  const before = document.text.slice(from + Math.max(0, start - 60), from + start);
  return /(?:früher|ehemals|vormals|bisher|zuvor|abgelöst|ersetzt|formerly|previously|replac\w+|supersed\w+)[^().;]{0,15}$/i.test(before);
}

/** The numbered criteria document of a label that a `number:…` phrase belongs to. */
export function labelNumber(spec: Spec, hit: Hit): LabelNumber | undefined {
  const number = hit.role.replace(/^number:/, '');
  return spec.compiled.catalogue.labels.get(hit.record)?.numbers?.find((n) => n.number === number);
}
