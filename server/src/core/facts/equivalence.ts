import { hasVocabulary, type Mention, type VocabularySet } from './model';
import { nextSentence, type Requirement, type Spec } from './spec';

export type EquivalenceKind = Mention['kind'];

/** Which kinds of reference a clause for the whole document opens to equivalents. */
export interface DocumentClauses {
  readonly label: boolean;
  readonly standard: boolean;
  readonly brand: boolean;
}

/** Looks for sentences such as "Wird auf Normen oder Fabrikate verwiesen, gilt der Zusatz oder gleichwertig". */
export function documentClauses({ facts, about }: Pick<Spec, 'facts' | 'about'>): DocumentClauses {
  let label = false;
  let standard = false;
  let brand = false;
  for (const block of about['equivalence-clause']) {
    for (const sentence of facts[block].sentences) {
      if (!hasVocabulary(sentence.vocabulary, 'equivalence-clause')) continue;
      label ||= hasVocabulary(sentence.vocabulary, 'kind-label');
      standard ||= hasVocabulary(sentence.vocabulary, 'kind-standard');
      brand ||= hasVocabulary(sentence.vocabulary, 'kind-brand');
    }
  }
  return { label, standard, brand };
}

/**
 * Whether a reference in this requirement admits equivalents: in the requirement, the next sentence of the block, the lead-in, a sibling
 * item or the sentence right after the list, the column header, or anywhere in the same position of a bill of quantities.
 */
export function isCovered(spec: Spec, requirement: Requirement, kind: EquivalenceKind): boolean {
  const { block } = requirement;
  const { outline, facts } = spec;
  const { sentences } = facts[block];
  for (let i = requirement.firstSentence; i <= requirement.lastSentence; i++) if (opens(sentences[i].vocabulary, kind)) return true;
  const next = nextSentence(spec, requirement);
  // "… or equivalent" behind a reference of the next sentence belongs to that one.
  const ownReference = next && facts[block].mentions.some((m) => m.kind === kind && m.sentence === requirement.lastSentence + 1);
  if (next && !ownReference && opens(next.vocabulary, kind)) return true;
  const position = outline.positionOf[block];
  if (position >= 0) {
    const { first, last } = outline.positions[position];
    for (let i = first; i <= last; i++) if (opens(facts[i].vocabulary, kind)) return true;
  }
  const header = outline.headerOf[block];
  if (header >= 0 && opens(facts[header].vocabulary, kind)) return true;
  for (let leadIn = outline.leadInOf[block]; leadIn >= 0; leadIn = outline.leadInOf[leadIn]) {
    if (opens(facts[leadIn].vocabulary, kind)) return true;
    if (listOpens(spec, block, leadIn, kind)) return true;
  }
  return followingBlockOpens(spec, block, kind);
}

/** Blocks looked at around an item: lists longer than this are read up to here. */
const reach = 60;

/** "… – oder gleichwertig" as an item of its own, or as the sentence after the list. */
function listOpens(spec: Spec, block: number, leadIn: number, kind: EquivalenceKind): boolean {
  const { outline, facts, document } = spec;
  for (let i = block + 1; i < document.blocks.length && i < block + reach; i++) {
    if (outline.leadInOf[i] === leadIn) {
      if (facts[i].words <= 4 && opensOthers(spec, i, kind)) return true;
      continue;
    }
    if (document.blocks[i].kind === 'list-item') continue;
    return document.blocks[i].kind === 'paragraph' && opens(facts[i].sentences[0]?.vocabulary ?? facts[i].vocabulary, kind);
  }
  return false;
}

/** A short line of its own right below ("o. glw.") belongs to the line above it. */
function followingBlockOpens(spec: Spec, block: number, kind: EquivalenceKind): boolean {
  const next = spec.facts[block + 1];
  return next !== undefined && next.words > 0 && next.words <= 5 && opensOthers(spec, block + 1, kind);
}

/** The phrase speaks of what stands around it; of a line that names its own thing ("Sohle Vibram oder gleichwertig") it speaks alone. */
function opensOthers({ facts, document }: Spec, block: number, kind: EquivalenceKind): boolean {
  const { vocabulary, mentions } = facts[block];
  const { start } = document.blocks[block].content;
  return opens(vocabulary, kind) && !mentions.some((m) => m.kind === kind && m.start > start);
}

function opens(vocabulary: VocabularySet, kind: EquivalenceKind): boolean {
  return hasVocabulary(vocabulary, 'equivalence') || (kind === 'label' && hasVocabulary(vocabulary, 'equivalence-label'));
}
