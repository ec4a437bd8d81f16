import type { Analysis } from '../analyse';
import type { Language } from '../context';
import type { Finding, Fix, TextEdit } from '../findings';
import { textsOf } from '../messages';
import { whitenessAt, whitest } from '../rules/counterCriterion';
import type { DemandData, DemandedWords } from '../rules/demandedWords';
import { capitalised } from '../text/capitals';
import { dropSentence, isInterleaved, reasonOrConsequence, saysNoMore } from './sentence';

/** Shutting-out words and what admits the alternative in the same grammar. The first that fits is taken. `$…` as in `String.replace`. */
const admitted: readonly (readonly [RegExp, string])[] = [
  // recycled content: "ohne X" keeps its case behind "mit oder ohne"
  [
    /(?:(?:100\s?(?:%|Prozent)|ausschließlich|nur|rein\p{Ll}*)\s+)?((?:\p{Ll}+\s+)?)(Neumaterial|Neuware|Primär\p{Ll}+|Neukunststoff|Neugranulat)(?:\s+ohne\s+\p{L}.*)?$/su,
    '$1$2 oder Recyclingmaterial gleicher Eignung',
  ],
  [/^(ohne)\s/iu, 'mit oder $1 '],
  [/^(without)\s/iu, 'with or $1 '],
  [/virgin (\w+) only/iu, 'virgin or recycled $1'],
  [/(?:only |exclusively |entirely |100 % )?virgin (?!or\b)/iu, 'virgin or recycled '],
  // paper
  [/(aus\s+)(?:(?:100\s?(?:%|Prozent)|reine\p{Ll}*)\s+)?((?:Frisch|Primär)fasern?)$/iu, '$1$2 oder Altpapier'],
  [/(?:(?:100\s?(?:%|Prozent)|reine\p{Ll}*)\s+)?(Frischfaser(?:papier)?|Primärfaser(?:papier)?)(?=\s|$)/iu, '$1 oder Recyclingpapier'],
  [/(?:(?:100\s?(?:%|Prozent)|reine\p{Ll}*)\s+)?(Frischfasern?\p{Ll}*|Primärfasern?\p{Ll}*)/iu, '$1 oder Altpapier'],
  [/(?:100\s?(?:%|Prozent)\s+)?((?:\p{Ll}+\s+)?)(Zellstoff|Frischzellstoff)/iu, '$1$2 oder Altpapier'],
  // consumables and spare parts: "oder gleichwertig" is not inflected
  [
    /((?:OEM|original|genuine) (?:spare |replacement )?(?:cartridges?|toners?|consumables|ink|supplies|parts))(?: only)?/iu,
    '$1 or equivalent (remanufactured ones included)',
  ],
  [
    /((?:Original[-\s]?\p{L}+|"?OEM"?[-\s]\p{L}+)(?:\s+(?:des|der|vom|von)\s+\p{Lu}\p{L}+)*)(?!\s+oder)/u,
    '$1 oder gleichwertig (auch wiederaufbereitet)',
  ],
  // prohibitions turned round
  [/^kein(?:e|en|erlei)?\s+(\p{Ll}+e)n\s/iu, 'auch $1 '],
  [/^kein(?:e|en|erlei)?\s+/iu, 'auch '],
  [/nicht (zugelassen|zulässig|erlaubt|gestattet|akzeptiert)$/u, '$1{where}'],
  [/unzulässig$/u, 'zulässig{where}'],
  [/(?:ausgeschlossen|untersagt)$/u, 'zugelassen{where}'],
  [/not (permitted|allowed|acceptable|accepted)$/iu, '$1{where}'],
  [/(?:prohibited|unacceptable)$/iu, 'permitted{where}'],
  // single use
  [/(?:nur|ausschließlich|zwingend)\s+((?:\p{L}+\s+)?)Einweg/iu, '$1Mehrweg'],
  // new goods
  [/(neu) und un(?:gebraucht|benutzt)/iu, '$1 oder generalüberholt'],
  [/(?:nur|ausschließlich)\s+(neue)/iu, '$1 oder generalüberholte'],
  [/(fabrikneu)(\p{Ll}*)/iu, '$1$2 oder generalüberholt$2'],
  [/(?:nur|ausschließlich|zwingend)\s+((?:\p{L}+\s+)?)Neu(geräten?|ware|möbeln?)/iu, '$1Neu$2 oder generalüberholte Ware'],
  [/((?:factory|brand)[- ]new)(?: only)?/iu, '$1 or refurbished'],
  [/new(?: and)? unused/iu, 'new or refurbished'],
];

const without = /(?:^|\s)(ohne|without)\s/iu;

/** Words that go on behind the demand: there is no room for a condition. */
const goesOn = /^\s*(?:,?\s*(?:oder|und|sowie|noch|or|and|nor)\b|[\p{L}])/u;

/** "fabrikneu und ungebraucht": what has been refurbished has been used. */
const unused = /^\s*(?:,|und|and)\s*(?:un(?:gebraucht|benutzt)\p{Ll}*|unused)(?!\p{L})/u;

/** Drop the demand, or admit what it shuts out. The third way, keeping it with a reason, is the suppression every finding offers. */
export function counterCriterionFixes(analysis: Analysis, finding: Finding, locale: Language): Fix[] {
  const { words } = finding.data as DemandData;
  const titles = textsOf(locale).fixTitles;
  const fixes: Fix[] = [];
  const whiteness = words.filter((w) => w.vocabulary === 'paper-whiteness');
  if (whiteness.length > 0) {
    if (whiteness.length === words.length) {
      fixes.push({
        id: 'cap-whiteness',
        title: titles['cap-whiteness'],
        preferred: true,
        safe: false,
        edits: whiteness.map((w) => cap(analysis, w)),
      });
    }
  } else {
    const edits = words.map((w) => admit(analysis, w));
    if (edits.every((edit): edit is TextEdit => edit !== undefined)) {
      fixes.push({ id: 'admit-alternative', title: titles['admit-alternative'], preferred: true, safe: false, edits });
    }
  }
  const [first] = words;
  const one = words.every((w) => w.block === first.block && w.sentence === first.sentence);
  if (one && saysNoMore(analysis, first.block, first.sentence, words) && !isInterleaved(analysis, first.block)) {
    fixes.push({
      id: 'drop-demand',
      title: titles['drop-demand'],
      preferred: fixes.length === 0,
      safe: false,
      edits: [dropSentence(analysis, first.block, first.sentence)],
    });
  }
  return fixes;
}

function admit(analysis: Analysis, words: DemandedWords): TextEdit | undefined {
  const { document, language, spec } = analysis;
  const { phrases } = textsOf(language);
  const { text } = document;
  const base = document.starts[words.block];
  const start = base + words.start;
  const end = base + words.end;
  const found = text.slice(start, end);
  const after = text.slice(end, base + spec.facts[words.block].sentences[words.sentence].end);
  // With the alternative admitted, the sentence would contradict itself.
  if (reasonOrConsequence.test(after)) return undefined;
  const more = /^\s*(?:oder|und|sowie|or|and)(?:\s+(?:ohne|without))?(?=\s)/.exec(after)?.[0].length ?? 0;
  for (const [pattern, replacement] of admitted) {
    const match = pattern.exec(found);
    if (!match) continue;
    const where = goesOn.test(after) ? '' : phrases.admitWhere;
    const replaced =
      found.slice(0, match.index) +
      match[0].replace(pattern, replacement).replace('{where}', where) +
      found.slice(match.index + match[0].length);
    // "ohne Recyclinganteile oder Zusätze": the rest of the list stays forbidden.
    const negated = more > 0 ? without.exec(found) : null;
    const used = words.vocabulary === 'brand-new' ? (unused.exec(after)?.[0].length ?? 0) : 0;
    if (!negated) return { start, end: end + used, text: initial(replaced, found) };
    return { start, end: end + more, text: `${initial(replaced, found)}${negated.index === 0 ? ',' : ''} ${negated[1].toLowerCase()}` };
  }
  return undefined;
}

/** A sentence keeps its capital. */
function initial(replaced: string, found: string): string {
  if (!/^\p{Lu}/u.test(found) || /^\p{Lu}/u.test(replaced)) return replaced;
  return capitalised(replaced).replace(
    /^(.\p{Ll}+ \p{Ll}+ )(Ohne|Without)\b/u,
    (_, head: string, word: string) => head + word.toLowerCase(),
  );
}

/** "mindestens 160 CIE" becomes "höchstens 135 CIE". */
function cap({ document, language, spec }: Analysis, words: DemandedWords): TextEdit {
  const { scale, sentence, start, end } = whitenessAt(spec, words)!;
  const base = document.starts[words.block] + spec.facts[words.block].sentences[words.sentence].start;
  const least =
    /(?:größer als|mehr als|über|ca\.|circa|etwa|mindestens|mind\.|min\.|≥|>=|>|at least|not less than|greater than|more than|above)\s*(?:ISO|CIE)?\s*$/i.exec(
      sentence.slice(0, start),
    );
  const most = language === 'de' ? 'höchstens' : 'at most';
  const value = scale === 'ISO' ? whitest.iso : whitest.cie;
  return { start: base + (least?.index ?? start), end: base + end, text: `${most} ${value}${/CIE|ISO/.test(sentence) ? '' : ' CIE'}` };
}
