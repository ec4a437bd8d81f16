import type { Analysis } from '../analyse';
import type { Language } from '../context';
import { requirementAt, slotOf, wordsAt } from '../facts/spec';
import type { Finding, Fix, TextEdit } from '../findings';
import { textsOf } from '../messages';
import { type DemandData, isScored } from '../rules/demandedWords';
import { withCapitalOf } from '../text/capitals';
import type { Span } from '../text/model';
import { addToSection } from './place';
import { sentenceEnd } from './requirement';
import { dropSentence, isInterleaved, isName, type Replacement, replaceSentence, saysNoMore } from './sentence';

/** Demands that lack a link to the subject of the contract: what is linked to it takes their place. */

/** Seats and distances of firms; everything else is about goods. */
const ofBidders =
  /Bieter|Anbieter|Techniker|Monteur|Unternehm|Betrieb|Firm|Lieferant|Dienstleister|Händler|Handwerk|Sitz|Niederlassung|Geschäftsstelle|ansässig|Entfern|Umkreis|Radius|Anfahrt|Nähe|kurze Wege|suppl|vendor|bidder|tenderer|compan|firm|contractor|business|based|located|established|within|away|proximity|registered|headquarter|branch/i;
const ofTransport = /Lieferweg|Transport|Produktionsstätte|Herstellwerk|Lieferort|hergestellt|manufactur/i;
const food =
  /Lebensmittel|Obst|Gemüse|Fleisch|Milch|Zutaten|Brot|Bäckerei|Metzgerei|Apfel|Äpfel|Landwirt|Erzeuger|geerntet|angebaut|food|produce\b|vegetable|fruit|meat|milk|grown|grower|farmer|ingredient/i;

export function regionalOriginFixes(analysis: Analysis, finding: Finding, locale: Language): Fix[] {
  if (isTornApart(analysis, finding)) return [];
  const { spec, language } = analysis;
  const { words, first, scored } = demandOf(analysis, finding);
  const { phrases } = textsOf(language);
  const titles = textsOf(locale).fixTitles;
  const sentence = wordsAt(spec, first.block, spec.facts[first.block].sentences[first.sentence]);
  const season = food.test(sentence) && words.length === 1 ? seasonal(finding, analysis) : undefined;
  const more = holdsMore(analysis, finding);
  if (more && (scored || !cut(analysis, finding))) return season ? [season] : [];
  const kinds = food.test(sentence)
    ? (['freshness', 'transport'] as const)
    : ofBidders.test(sentence) && !ofTransport.test(sentence)
      ? (['response', 'transport'] as const)
      : (['transport'] as const);
  const fixes: Fix[] = kinds.map((kind) => {
    const id = `origin-${kind}`;
    const clause = { freshness: phrases.originFreshness, transport: phrases.originTransport, response: phrases.originResponse }[kind];
    const award = {
      freshness: phrases.originFreshnessAward,
      transport: phrases.originTransportAward,
      response: phrases.originResponseAward,
    }[kind];
    return {
      id,
      title: titles[id],
      preferred: kind === kinds[0] && !season,
      safe: false,
      edits: more
        ? cutDemand(analysis, finding, clause)
        : replaceDemand(analysis, finding, { name: phrases.originNames[kind], text: scored ? award : clause }),
    };
  });
  return season ? [season, ...fixes] : fixes;

  function seasonal({ start, end }: Finding, { document }: Analysis): Fix | undefined {
    const found = document.text.slice(start, end);
    // "regionale und saisonale Lebensmittel": the season stands there already.
    const other = /^(?:regional|heimisch|einheimisch|lokal|local)\p{Ll}*\s*(?:,|und|oder|and|or)\s+(?=(?:saison|season))/iu.exec(found);
    if (other) {
      const edits = [{ start, end: start + other[0].length, text: '' }];
      return { id: 'origin-season', title: titles['origin-season'], preferred: true, safe: false, edits };
    }
    if (origin.test(found)) return undefined;
    const replaced = found.replace(/^(regional|heimisch|einheimisch|lokal|local)(?=(?:e|en|er|es|em)?\s)/i, (word) =>
      withCapitalOf(word, /^local|^regional$/i.test(word) && language === 'en' ? 'seasonal' : 'saisonal'),
    );
    if (replaced === found) return undefined;
    return { id: 'origin-season', title: titles['origin-season'], preferred: true, safe: false, edits: [{ start, end, text: replaced }] };
  }
}

/** A season is no origin: "saisonale Herkunft" would be nonsense. */
const origin = /herkunft|ursprung|erzeug|anbiet|produzent|lieferant|betrieb|landwirt|origin|suppl|producer|farm/i;

export function companyLevelFixes(analysis: Analysis, finding: Finding, locale: Language): Fix[] {
  if (isTornApart(analysis, finding) || holdsMore(analysis, finding)) return [];
  const { spec, language } = analysis;
  const { words, scored } = demandOf(analysis, finding);
  const { phrases } = textsOf(language);
  const titles = textsOf(locale).fixTitles;
  const concept: Replacement = { name: phrases.conceptName, text: phrases.conceptAward };
  const fixes: Fix[] = [
    {
      id: 'contract-concept',
      title: titles['contract-concept'],
      preferred: true,
      safe: false,
      edits: scored
        ? replaceDemand(analysis, finding, concept)
        : [...dropDemand(analysis, finding), addToSection(analysis, 'award', [concept.text])],
    },
  ];
  // Only environmental management has a place among the proofs of suitability (§ 49 VgV); reports and ratings have none.
  const text = words.map((w) => wordsAt(spec, w.block, w)).join(' ');
  if (/EMAS|14001|50001|Umweltmanagement|Energiemanagement|environmental management|energy management/i.test(text)) {
    fixes.push({
      id: 'move-to-selection',
      title: titles['move-to-selection'],
      preferred: false,
      safe: false,
      edits: [...dropDemand(analysis, finding), addToSection(analysis, 'selection', [phrases.systemSelection])],
    });
  }
  return fixes;
}

/** The words of the demand, and whether it is scored and not demanded. */
function demandOf({ spec }: Analysis, { data }: Finding) {
  const { words } = data as DemandData;
  const [first] = words;
  return { words, first, scored: isScored(spec, requirementAt(spec, first.block, first.sentence)) };
}

/** A sentence of prose that says more than the demand: nothing of it may be lost. */
function holdsMore(analysis: Analysis, finding: Finding): boolean {
  const { first, words } = demandOf(analysis, finding);
  const { block, sentence } = first;
  const own = words.filter((w) => w.block === block && w.sentence === sentence);
  return !isName(analysis, block, sentence) && !saysNoMore(analysis, block, sentence, own);
}

/** Words over two lines of a table set in columns: the next column stands between them, and nothing may replace it. */
function isTornApart(analysis: Analysis, { block, start, end }: Finding): boolean {
  return isInterleaved(analysis, block) && analysis.document.text.slice(start, end).includes('\n');
}

/** The first sentence of the demand is replaced, others with such words go; behind a name in a table or list its text follows in the section. */
function replaceDemand(analysis: Analysis, finding: Finding, replacement: Replacement): TextEdit[] {
  const { first, scored } = demandOf(analysis, finding);
  const slot = scored ? 'award' : slotOf(analysis.spec, first.block);
  const named = isName(analysis, first.block, first.sentence);
  const others = dropOthers(analysis, finding);
  const below = named ? [addToSection(analysis, slot === 'unknown' ? 'specification' : slot, [replacement.text])] : [];
  if (isInterleaved(analysis, first.block)) {
    const { start, end } = finding;
    return [{ start, end, text: replacement.name }, ...below];
  }
  // How the work is done is no matter of selection.
  if (slot === 'selection') return [...dropDemand(analysis, finding), addToSection(analysis, 'performance', [replacement.text])];
  return [replaceSentence(analysis, first.block, first.sentence, replacement), ...others, ...below];
}

/** "Obst und Gemüse aus der Region, sofern …": words that only tell more about a noun can go by themselves. With the blank in front of them. */
function cut({ document }: Analysis, { block, start, end, data }: Finding): Span | undefined {
  const { text, starts, blocks } = document;
  const after = text.slice(end, starts[block] + blocks[block].length);
  const ahead = text.slice(starts[block], start);
  const preferred = /,\s+(?:bevorzugt|vorzugsweise|vorrangig|idealerweise|möglichst|preferably)\s+$/u.exec(ahead);
  const before = /\p{L}[\p{L}-]*(\s+)$/u.exec(ahead);
  const alone = (data as DemandData).words.length === 1 && /^(?:aus|von|vom|from)\s/i.test(text.slice(start, end));
  const noun = before && (/^\p{Lu}/u.test(before[0]) || /^from/i.test(text.slice(start, end)));
  if (alone && preferred && /^\s*(?:[,.;]|$)/.test(after)) return { start: start - preferred[0].length, end };
  return alone && noun && /^\s*(?:[,.;]|$|(?:und|sowie|and|zu)\s)/.test(after) ? { start: start - before[1].length, end } : undefined;
}

/** The words go, and what matters about them follows in a sentence of its own. */
function cutDemand(analysis: Analysis, finding: Finding, clause: string): TextEdit[] {
  const { first } = demandOf(analysis, finding);
  const at = sentenceEnd(analysis, first.block, first.sentence);
  return [
    { ...cut(analysis, finding)!, text: '' },
    { start: at.offset, end: at.offset, text: `${at.stop} ${clause}` },
  ];
}

function dropDemand(analysis: Analysis, finding: Finding): TextEdit[] {
  const { first } = demandOf(analysis, finding);
  if (isInterleaved(analysis, first.block)) return [{ start: finding.start, end: finding.end, text: '' }];
  return [dropSentence(analysis, first.block, first.sentence), ...dropOthers(analysis, finding)];
}

/** Further sentences of the same demand that hold such words. */
function dropOthers(analysis: Analysis, finding: Finding): TextEdit[] {
  const [first, ...rest] = (finding.data as DemandData).words;
  const sentences = new Map(rest.map((w) => [`${w.block}:${w.sentence}`, w]));
  sentences.delete(`${first.block}:${first.sentence}`);
  if (analysis.document.blocks[first.block].kind === 'table-row') return [];
  return [...sentences.values()].map((w) => dropSentence(analysis, w.block, w.sentence));
}
