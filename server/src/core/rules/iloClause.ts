import { type BlockFacts, hasVocabulary, type VocabularyId } from '../facts/model';
import { chapterOf, isNormative, isQuoted, type Requirement, requirementAt, type Spec, slotOf, wordsAt } from '../facts/spec';
import type { Span } from '../text/model';
import { finding, type Rule, type RuleInput, relatedWords } from './rule';
import { anywhere } from './wrongSlot';

/** What the fix needs: where the clause goes, and the product groups it may be for. */
export interface IloData {
  readonly requirement: Requirement;
  readonly products: readonly string[];
}

/** What a clause holds. An annex or a named declaration says both: what is demanded and how it is proved. */
interface Parts {
  list: boolean;
  proof: boolean;
}

/**
 * Flags the ILO standards named in a demand without the conventions (or an annex, or a named declaration), or without any proof. One finding a
 * chapter: further sentences of it speak of the same clause.
 *
 * Leaves alone: `context`; `award`, where it is scored and not demanded; what is said not to be needed; grounds for exclusion; a chapter that holds the full clause, a proof in an `evidence` section that names the ILO.
 */
export const iloClause: Rule = {
  id: 'ilo-clause',
  find({ spec, products }: RuleInput, report) {
    const chapters = new Map<number, { parts: Parts; demands: { block: number; place: Span; requirement: Requirement }[] }>();
    const elsewhere = spec.about.ilo.some((block) => slotOf(spec, block) !== 'evidence' && slotOf(spec, block) !== 'context');
    const provedElsewhere = spec.about.ilo.some((block) => slotOf(spec, block) === 'evidence' && says(spec.facts[block], 'evidence'));
    for (const block of spec.about.ilo) {
      const chapter = chapterOf(spec, block);
      const known = chapters.get(chapter) ?? { parts: { list: false, proof: provedElsewhere }, demands: [] };
      chapters.set(chapter, known);
      const parts = partsOf(spec, block);
      known.parts.list ||= parts.list;
      known.parts.proof ||= parts.proof;
      const { kind } = spec.document.blocks[block];
      if (kind === 'heading' || kind === 'table-header') continue;
      // A proof named for a clause that stands elsewhere is no clause of its own.
      const slot = slotOf(spec, block);
      if (slot === 'award' || (slot === 'evidence' && elsewhere)) continue;
      for (const place of spec.facts[block].places) {
        if (place.id !== 'ilo') continue;
        const requirement = requirementAt(spec, block, place.sentence);
        if (slot === 'selection' && anywhere(spec, requirement, 'exclusion-ground')) continue;
        if (!isNormative(spec, requirement) || anywhere(spec, requirement, 'negation')) continue;
        if (!isQuoted(spec, block, place, place.sentence)) known.demands.push({ block, place, requirement });
      }
    }
    for (const { parts, demands } of chapters.values()) {
      if (demands.length === 0 || (parts.list && parts.proof)) continue;
      const [{ block, place, requirement }, ...others] = demands;
      const id = parts.list ? 'ilo-clause.proof' : parts.proof ? 'ilo-clause.list' : 'ilo-clause';
      report(
        finding(
          spec,
          'ilo-clause',
          'information',
          block,
          place,
          { id, values: { text: wordsAt(spec, block, place) } },
          {
            law: 'gwb-128',
            related: relatedWords(
              spec,
              others.map((o) => ({ ...o.place, block: o.block })),
              'ilo-clause.related',
            ),
            data: { requirement, products: products.map((p) => p.id) } satisfies IloData,
          },
        ),
      );
    }
  },
};

/** Items looked at below a sentence that leads in a list of conventions or proofs. */
const reach = 30;

function partsOf(spec: Spec, block: number): Parts {
  const { facts, outline, document } = spec;
  const around = [facts[block]];
  const leadIn = outline.leadInOf[block];
  if (leadIn >= 0) around.push(facts[leadIn]);
  const header = outline.headerOf[block];
  if (header >= 0) around.push(facts[header]);
  const last = Math.min(block + reach, document.blocks.length - 1);
  const { heading } = outline.sections[outline.sectionOf[block]];
  const ownSection = heading >= 0 && (says(facts[heading], 'ilo') || says(facts[heading], 'aspect-labour'));
  for (let i = block + 1; i <= last; i++) {
    const { kind } = document.blocks[i];
    if (kind === 'list-item') around.push(facts[i]);
    else if (kind === 'paragraph' && outline.sectionOf[i] === outline.sectionOf[block]) {
      around.push(facts[i]);
      // A section on labour standards is about them to its end.
      if (!ownSection) break;
    } else if (kind !== 'furniture' && kind !== 'comment') break;
  }
  const some = (id: VocabularyId) => around.some((f) => says(f, id));
  const reference = some('ilo-reference');
  const label = facts[block].mentions.some((m) => m.kind === 'label');
  return { list: reference || some('ilo-list'), proof: reference || label || some('evidence') };
}

function says({ vocabulary }: BlockFacts, id: VocabularyId): boolean {
  return hasVocabulary(vocabulary, id);
}
