import type { Analysis } from '../analyse';
import type { Language } from '../context';
import type { Finding, Fix, TextEdit } from '../findings';
import { fill, local, textsOf } from '../messages';
import type { EnergyClassData } from '../rules/energyClass';
import { capitalised, withCapitalOf } from '../text/capitals';
import { sentenceEnd } from './requirement';

/** Asks for values instead of a class that does not exist, for the best class the market offers, or for consumption data besides the class. */
export function energyClassFixes(analysis: Analysis, finding: Finding, locale: Language): Fix[] {
  const { kind, product } = finding.data as EnergyClassData;
  const { language, document, spec } = analysis;
  const { fixTitles } = textsOf(locale);
  const { phrases } = textsOf(language);
  if (kind === 'top') {
    const letter = /A["“”]?$/.exec(document.text.slice(finding.start, finding.end));
    // "Energieeffizienzklasse (A)".
    const apart = letter ? undefined : /^[\s(:„"“]{1,3}(?=A(?![\p{L}\d+]))/u.exec(document.text.slice(finding.end, finding.end + 5));
    if (!letter && !apart) return [];
    const at = letter ? finding.start + letter.index : finding.end + apart![0].length;
    const behind = letter ? finding.end : at + 1;
    const or = /^\s+(?:oder|or)\s+(?:besser|höher|better|higher)/.exec(document.text.slice(behind, behind + 20));
    const end = behind + (or?.[0].length ?? 0);
    return [
      {
        id: 'best-class',
        title: fixTitles['best-class'],
        preferred: true,
        safe: false,
        edits: [{ start: at, end, text: phrases.bestClass }],
      },
    ];
  }
  if (kind === 'consumption') {
    const sentence = spec.facts[finding.block].sentences.findIndex((s) => finding.start < document.starts[finding.block] + s.end);
    const at = sentenceEnd(analysis, finding.block, Math.max(0, sentence));
    return [
      {
        id: 'ask-consumption',
        title: fixTitles['ask-consumption'],
        preferred: true,
        safe: false,
        edits: [{ start: at.offset, end: at.offset, text: `${at.stop} ${phrases.askConsumption}` }],
      },
    ];
  }
  return (spec.compiled.catalogue.wording.get(product!)?.fixes ?? [])
    .filter((choice) => choice.replace)
    .map((choice, index) => {
      const value = local(choice.replace!, language).replace(
        /\{([^}|]+)(?:\|([^}]*))?\}/g,
        (_, name: string, hole?: string) => `[${hole ?? name}]`,
      );
      return {
        id: 'ask-value',
        title: fill(fixTitles['ask-value'], { title: local(choice.title, locale) }),
        preferred: index === 0,
        safe: false,
        edits: /[A-G]\+*["“”]?$/.test(document.text.slice(finding.start, finding.end))
          ? [inSentence(document.text, finding, value, language)]
          : inCells(document.text, finding, nominative(value)),
      };
    })
    .filter(({ edits }) => edits.length > 0);
}

/** "| Energieeffizienzklasse | A |": the property in one cell, its value in the next. Elsewhere a class apart from its name is left to a person. */
function inCells(text: string, { start, end }: Finding, value: string): TextEdit[] {
  const cell =
    /^(\s*\|\s*)(?:mind\.|mindestens|at least)?\s*[A-G]\+{0,3}(?:\s+(?:oder|or)\s+(?:besser|höher|better|higher))?(?=\s*\|)/.exec(
      text.slice(end),
    );
  const [, name, limit] = /^(.*?)\s+(?:von|of)\s+((?:höchstens|mindestens|at most|at least)\s.*)$/.exec(value) ?? [];
  if (!cell || !/\|\s*$/.test(text.slice(Math.max(0, start - 8), start)) || !name) return [];
  return [
    { start, end, text: capitalised(name) },
    { start: end + cell[1].length, end: end + cell[0].length, text: limit },
  ];
}

/** "typischen Energieverbrauch" as it stands in a list or as subject. */
function nominative(value: string): string {
  return value.replace(/^typischen/, 'typischer');
}

/** German articles in front of the class decide the case of what takes its place. */
function inSentence(
  text: string,
  { start, end }: Finding,
  value: string,
  language: Language,
): { start: number; end: number; text: string } {
  const or = /^\s+(?:oder\s+(?:besser|höher|höherer|[A-G]\+{0,3})|or\s+(?:better|higher|[A-G]\+{0,3}))(?![\p{L}+])/u.exec(
    text.slice(end, end + 25),
  );
  const to = end + (or?.[0].length ?? 0);
  const before = text.slice(Math.max(0, start - 40), start);
  if (language === 'en') {
    const lead = /(?:\b(?:be(?:long)?|is|are)\s+(?:of|in|to)?\s*|\b(?:an?|the)\s+(?:minimum\s+)?)$/i.exec(before);
    // A line of its own begins with the value: "Printers: power demand of …".
    if (!lead && /(?:^|[\n|:(-])\s*$/.test(before)) return { start, end: to, text: withCapitalOf(text.slice(start, end), value) };
    if (!lead) return { start, end: to, text: `a ${value}` };
    const verb = /^(be|is|are)/i.exec(lead[0]);
    const words = verb ? `have a ${value}` : `a ${value}`;
    return { start: start - lead[0].length, end: to, text: words };
  }
  if (/(?:^|[.!?:]\s+|\n\s*|\|\s*)Die $/.test(before)) return { start: start - 4, end: to, text: `Ein ${nominative(value)}` };
  const lead = /(?:^|[\s(])((?:(?:mindestens|wenigstens)\s+)?(?:(die|eine|der|einer)\s+)?(?:(?:mindestens|wenigstens)\s+)?)$/.exec(before);
  const words = lead?.[1] ?? '';
  const from = start - words.length;
  const article = lead?.[2];
  const previous = /(\S+)\s*$/.exec(text.slice(Math.max(0, from - 40), from))?.[1] ?? '';
  if (/^mit$/i.test(previous)) return { start: from, end: to, text: `einem ${value}` };
  if (/^(?:in|von|nach)$/.test(previous)) return { start: from - previous.length - 1, end: to, text: `mit einem ${value}` };
  if (/^(?:gilt|ist|wird)$/.test(previous)) return { start: from, end: to, text: `ein ${nominative(value)}` };
  // Goods belong to a class, but have a value.
  const belong = /^\s+(?:angehören|entsprechen|genügen)(?!\p{L})/u.exec(text.slice(to, to + 20));
  if (belong) return { start: from, end: to + belong[0].length, text: `einen ${value} haben` };
  if (article === 'der' || article === 'einer') {
    return { start: from, end: to, text: /^\p{Lu}/u.test(previous) ? `mit einem ${value}` : `einem ${value}` };
  }
  if (article || /^\p{Ll}+$/u.test(previous)) return { start: from, end: to, text: `einen ${value}` };
  return { start: from, end: to, text: nominative(value) };
}
