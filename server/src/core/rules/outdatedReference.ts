import type { LabelNumber, Reference } from '../catalogue/schema';
import { type Hit, hasVocabulary } from '../facts/model';
import type { Spec } from '../facts/spec';
import type { Finding, Severity } from '../findings';
import { finding, type Rule } from './rule';

/** What the fix needs: the words to put in place of the old reference, per language; absent when a person must decide. */
export interface OutdatedData {
  readonly replace: { readonly de: string; readonly en?: string } | undefined;
  readonly end: number;
}

/**
 * Flags an act, standard, class, scheme or label number that no longer holds on the day of the procedure.
 *
 * Leaves alone: history ("früher VOL/A"), statements about what exists today, regions where the old text is still in force.
 */
export const outdatedReference: Rule = {
  id: 'outdated-reference',
  severity: 'information',
  find({ spec }, report) {
    for (let block = 0; block < spec.facts.length; block++) {
      const { hits } = spec.facts[block];
      reportDrafts(spec, block, report);
      if (hits.length === 0) continue;
      let lastEnd = -1;
      const seen = new Set<string>();
      for (const hit of hits) {
        const found = judge(spec, block, hit);
        const start = spec.document.starts[block];
        const text = spec.document.text.slice(start + hit.start, start + hit.end).replace(/\s+/g, ' ');
        // Another part of a standard ("EN 50164-1") is another reference.
        const part = /^-\d+/.exec(spec.document.text.slice(start + hit.end, start + hit.end + 4))?.[0] ?? '';
        if (!found || hit.start < lastEnd || seen.has(text + part)) continue;
        lastEnd = hit.end;
        seen.add(text + part);
        report(
          finding(
            spec,
            'outdated-reference',
            found.severity,
            block,
            hit,
            { id: 'outdated-reference', values: { text, record: hit.record, number: found.number ?? '', since: found.since } },
            {
              record: hit.record,
              law: found.law,
              data: { replace: found.replace, end: hit.end } satisfies OutdatedData,
            },
          ),
        );
      }
    }
  },
};

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
          data: { replace: undefined, end: mention.end } satisfies OutdatedData,
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
}

function judge(spec: Spec, block: number, hit: Hit): Outdated | undefined {
  if (hit.kind !== 'reference' && hit.kind !== 'label-number') return undefined;
  const sentence = spec.facts[block].sentences[hit.sentence];
  if (hasVocabulary(sentence.vocabulary, 'history') && hit.kind === 'reference') return undefined;
  if (hasVocabulary(sentence.vocabulary, 'existing-state')) return undefined;
  if (hit.kind === 'reference') {
    const reference = spec.compiled.catalogue.references.get(hit.record)!;
    if (reference.since > spec.day) return undefined;
    if (spec.context.land && reference.not_in?.includes(spec.context.land)) return undefined;
    return { severity: reference.hint ? 'hint' : 'information', since: reference.since, replace: reference.replace, law: reference.law };
  }
  const number = labelNumber(spec, hit);
  if (number?.status !== 'superseded') return undefined;
  if (number.until && number.until >= spec.day.slice(0, number.until.length)) return undefined;
  const replace = number.replaced_by ? { de: `DE-UZ ${number.replaced_by}` } : undefined;
  return { severity: 'information', since: number.until ?? '', replace, number: number.number };
}

/** The numbered criteria document of a label that a `number:…` phrase belongs to. */
export function labelNumber(spec: Spec, hit: Hit): LabelNumber | undefined {
  const number = hit.role.replace(/^number:/, '');
  return spec.compiled.catalogue.labels.get(hit.record)?.numbers?.find((n) => n.number === number);
}
