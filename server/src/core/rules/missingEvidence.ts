import type { Criterion } from '../catalogue/schema';
import { concernsGoods, holdsFor } from '../coverage/coverage';
import { type Hit, hasVocabulary } from '../facts/model';
import { blockText, hasSentence, isNormative, listSentence, type Requirement, requirementAt, type Spec, says, slotOf } from '../facts/spec';
import type { Finding } from '../findings';
import { overlaps, withClosingBracket } from '../text/span';
import { isInForce, markedPassages } from './markedPassage';
import { byRequirement, finding, mostRelated, type Rule, type RuleInput } from './rule';

/** A demand without proof: the criterion whose proof sentence fits, and the requirement it belongs behind. */
export interface UnprovedDemand {
  readonly criterion: string;
  readonly requirement: Requirement;
}

/** What the fixes need; several demands where a list shares the want. */
export interface EvidenceData {
  readonly demands: readonly UnprovedDemand[];
}

/**
 * Flags a demand that addresses a criterion without saying how a bidder proves it. The demands of a list under one sentence, or of one table, are one finding.
 *
 * Leaves alone: `award`; permissions; demands that name a label (it is the proof); plain technical data; packaging and take-back as services; a demand whose proof
 * stands in the next sentence, the evidence column, elsewhere in its section, or in an `evidence` section that names it or its chapter. Vague words and
 * passages behind a marker are other rules' matter.
 */
export const missingEvidence: Rule = {
  id: 'missing-evidence',
  join: joinDemands,
  find({ spec, products, directives }, report) {
    const groups = new Set(products.map((p) => p.id));
    const proved = criteriaProvedElsewhere(spec);
    const atOnce = provedAtOnce(spec);
    const marked = driftedSpeaks({ spec, directives });
    const open: { hit: Hit; block: number; sentence: number }[] = [];
    for (const block of spec.about.criterion) {
      const facts = spec.facts[block];
      for (const hit of facts.hits) {
        if (hit.kind !== 'criterion') continue;
        const criterion = spec.compiled.catalogue.criteria.get(hit.record);
        if (!criterion || !needsProof(criterion) || !holdsFor(spec, criterion) || proved.has(hit.record)) continue;
        if (!concernsGoods(criterion, groups, facts.hits) || marked(block, hit)) continue;
        // A matter of `ilo-clause`, which marks a chapter once.
        if (facts.places.some((p) => p.id === 'ilo' && overlaps(p, hit))) continue;
        const requirement = requirementAt(spec, block, hit.sentence);
        const slot = slotOf(spec, block);
        if (slot === 'award' || slot === 'evidence' || slot === 'selection' || !isNormative(spec, requirement)) continue;
        if (spec.document.blocks[block].kind === 'heading' || hasProof(spec, requirement, hit.record) || atOnce(block)) continue;
        if (says(spec, requirement, 'permission')) continue;
        if (saysVague(spec, requirement)) continue;
        open.push({ hit, block, sentence: hit.sentence });
      }
    }
    for (const { requirement, items } of byRequirement(spec, open, (p) => requirementAt(spec, p.block, p.sentence))) {
      const { hit, block } = longest(items);
      const criterion = spec.compiled.catalogue.criteria.get(hit.record)!;
      report(
        finding(
          spec,
          'missing-evidence',
          'information',
          block,
          withClosingBracket(spec.document.text, spec.document.starts[block], hit),
          { id: 'missing-evidence', values: { criterion: criterion.id } },
          {
            criterion: criterion.id,
            record: criterion.id,
            law: criterion.law?.[0] ?? 'gwb-127',
            list: listOf(spec, block),
            data: { demands: [{ criterion: criterion.id, requirement }] } satisfies EvidenceData,
          },
        ),
      );
    }
  },
};

/** The sentence above a list of demands, or the header of their table: one sentence below can prove them all. */
function listOf(spec: Spec, block: number): number | undefined {
  const { outline, document } = spec;
  if (outline.positionOf[block] >= 0) return undefined;
  const head = document.blocks[block].kind === 'table-row' ? outline.headerOf[block] : listSentence(spec, block);
  return head < 0 ? undefined : head;
}

/** The demands of a list as one finding. */
function joinDemands(_: Spec, findings: readonly Finding[]): Finding {
  const [first, ...others] = findings;
  const demands = findings.flatMap(({ data }) => (data as EvidenceData).demands);
  const criteria = [...new Set(demands.map(({ criterion }) => criterion))];
  return {
    ...first,
    message: {
      id: 'missing-evidence.many',
      values: { count: demands.length, criteria: criteria.slice(0, mostNamed).join(' '), more: Math.max(0, criteria.length - mostNamed) },
    },
    related: others.slice(0, mostRelated).map(({ start, end, message }) => ({
      start,
      end,
      message: { id: 'missing-evidence.related', values: message.values },
    })),
    data: { demands } satisfies EvidenceData,
  };
}

/** Criteria a message names. */
const mostNamed = 4;

/** Demands behind a marker in force: whether the proof of the criterion is gone is a matter of `drifted-criterion`. */
function driftedSpeaks(input: Pick<RuleInput, 'spec' | 'directives'>): (block: number, hit: Hit) => boolean {
  if (input.spec.context.rules?.['drifted-criterion'] === 'off') return () => false;
  const passages = markedPassages(input).filter(isInForce);
  return (block, { record, sentence }) =>
    passages.some(
      ({ criterion, parts, text }) =>
        (text || criterion.id === record) && parts.some((p) => p.block === block && p.first <= sentence && sentence <= p.last),
    );
}

/** Take-back and packaging are services the buyer sees; award criteria, prohibitions and steps of the procedure prove themselves. */
function needsProof(criterion: Criterion): boolean {
  if (criterion.slot === 'award' || criterion.slot === 'selection' || criterion.kind !== 'requirement') return false;
  const service = criterion.lifecycle.every((stage) => stage === 'packaging' || stage === 'transport' || stage === 'end-of-life');
  return !(criterion.slot === 'performance' && service);
}

function hasProof(spec: Spec, requirement: Requirement, record: string): boolean {
  const { block, lastSentence } = requirement;
  if (says(spec, requirement, 'evidence')) return true;
  const facts = spec.facts[block];
  // Further sentences on the same criterion may stand between the demand and its proof.
  let behind = lastSentence + 1;
  while (facts.hits.some((h) => h.record === record && h.sentence === behind) && facts.sentences[behind + 1]) behind++;
  const next = facts.sentences[behind];
  if (next && hasVocabulary(next.vocabulary, 'evidence')) return true;
  if (facts.mentions.some((m) => m.kind === 'label' && hasSentence(requirement, m.sentence))) return true;
  const leadIn = spec.outline.leadInOf[block];
  if (leadIn >= 0 && hasVocabulary(spec.facts[leadIn].vocabulary, 'evidence')) return true;
  const header = spec.outline.headerOf[block];
  if (header >= 0 && hasVocabulary(spec.facts[header].vocabulary, 'evidence')) return true;
  const following = spec.facts[block + 1];
  return (
    spec.document.blocks[block + 1]?.kind === 'paragraph' &&
    following.sentences.length > 0 &&
    hasVocabulary(following.sentences[0].vocabulary, 'evidence')
  );
}

/** Criteria that a sentence with a proof word names somewhere, in an `evidence` section or beside the demand. */
function criteriaProvedElsewhere(spec: Spec): Set<string> {
  const proved = new Set<string>();
  for (const block of spec.about.criterion) {
    const facts = spec.facts[block];
    const evidence = slotOf(spec, block) === 'evidence';
    for (const hit of facts.hits) {
      if (hit.kind === 'criterion' && (evidence || hasVocabulary(facts.sentences[hit.sentence].vocabulary, 'evidence')))
        proved.add(hit.record);
    }
  }
  return proved;
}

/** A chapter as a sentence on proof names it. */
const chapterNamed =
  /(?:Kapitels?|Abschnitte?n?s?|Ziffern?|Ziff\.|Nummern?|Nr\.|Punkte?n?|sections?|chapters?|clauses?|(?:zu|nach|gemäß)(?=\s\d+\.\d))\s*(\d+(?:\.\d+)*)/giu;

/**
 * Blocks whose demands one sentence proves together ("Die Erfüllung aller Anforderungen aus Kapitel 3 ist durch Datenblätter zu belegen"): those of
 * the chapters it names, else all of the document for an `evidence` section, else those of its own section.
 */
function provedAtOnce(spec: Spec): (block: number) => boolean {
  const { sections, sectionOf } = spec.outline;
  const numbers: string[] = [];
  const ranges: { first: number; last: number }[] = [];
  for (const block of spec.about['evidence-for-all']) {
    for (const { vocabulary, start, end } of spec.facts[block].sentences) {
      if (!hasVocabulary(vocabulary, 'evidence-for-all') || !hasVocabulary(vocabulary, 'evidence')) continue;
      const named = [...blockText(spec, block).slice(start, end).matchAll(chapterNamed)].map((m) => m[1]);
      numbers.push(...named);
      if (named.length > 0) continue;
      const section = sections[sectionOf[block]];
      const everything = slotOf(spec, block) === 'evidence';
      ranges.push(everything ? { first: 0, last: spec.facts.length } : { first: Math.max(0, section.heading), last: section.last });
    }
  }
  return (block) => ranges.some((r) => r.first <= block && block <= r.last) || (numbers.length > 0 && isIn(spec, block, numbers));
}

/** Whether a heading above the block has one of the numbers. */
function isIn({ outline, document }: Spec, block: number, numbers: readonly string[]): boolean {
  for (let at = outline.sectionOf[block]; at >= 0; at = outline.sections[at].parent) {
    const { heading } = outline.sections[at];
    if (heading >= 0 && numbers.includes(document.blocks[heading].number.replace(/\.$/, ''))) return true;
  }
  return false;
}

function saysVague(spec: Spec, requirement: Requirement): boolean {
  const { wording } = spec.compiled.catalogue;
  return spec.facts[requirement.block].hits.some(
    (h) => h.kind === 'wording' && wording.get(h.record)?.rule === 'vague-term' && hasSentence(requirement, h.sentence),
  );
}

/** Of several criteria a requirement addresses, the one whose words say most. */
function longest<T extends { hit: Hit }>(items: readonly T[]): T {
  return items.reduce((a, b) => (b.hit.end - b.hit.start > a.hit.end - a.hit.start ? b : a));
}
