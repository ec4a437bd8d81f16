import type { Analysis } from '../analyse';
import type { Finding, TextEdit } from '../findings';
import { capitalised } from '../text/capitals';
import { sentenceStartOf } from './sentence';

/** What belongs to the hedge though no words of it: "soweit möglich und zumutbar", "soweit dies möglich ist". */
const tail =
  /^(?:\s+(?:und|oder|and|or)\s+(?:\p{Ll}+\s+)?(?:zumutbar|sinnvoll|vertretbar|möglich|verfügbar|zulässig|machbar|reasonable|practicable|feasible|possible))?(?:\s+(?:ist|sind|erscheint|is)(?=\s*[,.;:)–]))?/u;

/** Finite verbs that stand behind a hedge at the beginning of a German sentence, and the subject behind them. */
const verbFirst = /^(ist|sind|muss|müssen|soll|sollen|sollte|sollten|hat|haben|wird|werden|darf|dürfen)(?!\p{L})/u;
const subjectNext =
  /^(\s+)((?:er|sie|es|(?:der|die|das|jeder|jede|jedes|alle|diese|dieser|dieses)\s+(?:\p{Ll}+e[rsn]?\s+)*\p{Lu}[\p{L}-]*)(?!\s+(?:des|der|von|vom)\s))(?!\p{L})/u;

/** Hedges that are the predicate of their sentence give way to a demand. The first that fits is taken; `before` must stand in front, `after` goes too where it follows. */
const predicates: readonly { readonly hedge: RegExp; readonly before?: RegExp; readonly after?: RegExp; readonly demand: string }[] = [
  {
    hedge: /^(?:wird|ist|soll|sollte|wäre)(\s.*?)(?:zu bevorzugen|bevorzugt|angestrebt|anzustreben|begrüßt|von Vorteil)$/su,
    after: /^\s+werden(?!\p{L})/u,
    demand: 'ist$1vorzusehen',
  },
  {
    hedge: /^(?:werden|sind|sollen|sollten|wären)(\s.*?)(?:zu bevorzugen|bevorzugt|angestrebt|anzustreben|begrüßt|von Vorteil)$/su,
    after: /^\s+werden(?!\p{L})/u,
    demand: 'sind$1vorzusehen',
  },
  { hedge: /^(?:wünschenswert|erwünscht)$/, before: /(?:ist|sind)\s+$/, demand: 'vorzusehen' },
  { hedge: /^zu bevorzugen$/, demand: 'vorzusehen' },
  { hedge: /^(.*\s)bevorzugen$/su, demand: '$1verwenden' },
  { hedge: /^(is|are) (?:preferred|preferable|desirable|desired)$/, demand: '$1 required' },
  { hedge: /^(?:would|will) be .*$/s, demand: 'shall be provided' },
  { hedge: /^(?:strive|endeavou?r) to$/, demand: 'shall' },
  { hedge: /^(?:is|are) encouraged to$/, demand: 'shall' },
  { hedge: /^preference (?:will|may|shall) be given$/i, after: /^\s+to(?=\s)/, demand: 'the contractor shall provide' },
];

/** Other hedges without which the sentence would lack a part: a person must decide. */
const noAdverb =
  /^(?:wünschenswert|erwünscht|nice to have|strebt\s|bemüh|(?:soll|sollte|sollen|sollten)\s.*bemüht$|auf\s.*(?:ist|wird)|strive for|best efforts|reasonable efforts)/isu;

/** What a hedge gives way to: nothing, or words that demand. */
export interface HedgeEdit extends TextEdit {
  readonly demands: boolean;
}

/** The edit that makes a demand of what was hedged: the hedge goes with the commas, dashes or brackets that fenced it in, and the sentence closes behind it. */
export function hedgeEdit(analysis: Analysis, finding: Finding, sentence: number): HedgeEdit | undefined {
  const dropped = (edit: TextEdit): HedgeEdit => ({ ...edit, demands: false });
  const { document, spec } = analysis;
  const { text, starts, blocks } = document;
  const limit = starts[finding.block] + blocks[finding.block].length;
  let { start, end } = finding;
  const words = text.slice(start, end);
  const first = sentenceStartOf(analysis, finding.block, sentence);
  const adverb = /^(?:bevorzugt|vorrangig)(?=\s+\S)/iu.exec(words) ?? adverbAtEnd(words, text.slice(end, limit));
  if (adverb) {
    start += adverb.index;
    end = start + adverb[0].length;
  } else {
    const demanded = predicates.find(({ hedge, before }) => hedge.test(words) && (!before || before.test(text.slice(first, start))));
    if (!demanded && noAdverb.test(words)) return undefined;
    if (demanded) {
      const verb = /(?:shall|must|will|should)\s+$/.exec(text.slice(Math.max(first, start - 8), start));
      const demand = words.replace(demanded.hedge, demanded.demand);
      const doubled = verb && demand === 'shall' ? verb[0].length : 0;
      const more = demanded.after?.exec(text.slice(end, limit))?.[0].length ?? 0;
      return { start: start - doubled, end: end + more, text: start === first ? capitalised(demand) : demand, demands: true };
    }
    end += tail.exec(text.slice(end, limit))![0].length;
  }
  const before = text.slice(first, start);
  const after = text.slice(end, limit);
  if (before.endsWith('(') && after.startsWith(')')) {
    const blank = /\s*\($/.exec(before)![0].length;
    return dropped({ start: start - blank, end: end + 1, text: '' });
  }
  const dashes = /\s[–—-]\s$/.test(before) && /^\s[–—-](?=\s)/.exec(after);
  if (dashes) return dropped({ start: start - 3, end: end + dashes[0].length, text: '' });
  if (before.trim() === '' && /^\p{Lu}/u.test(words)) return dropped(atBeginning(start, end, after, spec.language === 'de'));
  if (/,\s$/.test(before) && /^[,.;:!?]/.test(after))
    return dropped({ start: start - 2, end: after.startsWith(',') ? end + 1 : end, text: '' });
  const blanks = /^[ \t]+/.exec(after);
  if (blanks) return dropped({ start, end: end + blanks[0].length, text: '' });
  return dropped({ start: before.endsWith(' ') ? start - 1 : start, end, text: '' });
}

/** "sind … bevorzugt" in front of a participle or infinitive only tells how. */
function adverbAtEnd(words: string, after: string): RegExpExecArray | null {
  if (/^\s*(?:[.,;:!?)]|$|(?:werden|wird|und|oder)(?!\p{L}))/u.test(after)) return null;
  return /(?<=\s)bevorzugt$/u.exec(words);
}

/** The sentence begins with what stood behind the hedge; in German a verb there needs its subject, or "Es", in front. */
function atBeginning(start: number, end: number, after: string, german: boolean): TextEdit {
  const gap = /^\s*,?\s*/.exec(after)![0].length;
  const rest = after.slice(gap);
  const verb = german ? verbFirst.exec(rest) : null;
  if (!verb) return { start, end: end + gap + 1, text: capitalised(rest.slice(0, 1)) };
  const subject = subjectNext.exec(rest.slice(verb[0].length));
  if (!subject) return { start, end: end + gap, text: 'Es ' };
  return { start, end: end + gap + verb[0].length + subject[0].length, text: `${capitalised(subject[2])}${subject[1]}${verb[0]}` };
}
