import type { Analysis } from '../analyse';
import type { Language } from '../context';
import type { Finding, Fix } from '../findings';
import { textsOf } from '../messages';
import type { VariantsData } from '../rules/variantsSilent';
import { lineBreak, newChapter } from './place';

/** One of three statements, under the heading of the award section, else in a chapter of its own. Which one is the buyer's decision: none is preferred. */
export function variantsFixes(analysis: Analysis, finding: Finding, locale: Language): Fix[] {
  const { heading } = finding.data as VariantsData;
  const { document, language } = analysis;
  const { fixTitles } = textsOf(locale);
  const { variants } = textsOf(language).phrases;
  const eol = lineBreak(document.text);
  return (['allow', 'require', 'exclude'] as const).map((choice) => {
    const id = `variants-${choice}`;
    const sentence = variants[choice];
    if (heading < 0)
      return { id, title: fixTitles[id], preferred: false, safe: false, edits: [newChapter(analysis, variants.heading, [sentence])] };
    const at = document.starts[heading] + document.blocks[heading].length;
    const gap = /^[ \t]*(?:\r?\n[ \t]*\r?\n|\s*$)/.test(document.text.slice(at)) ? '' : eol;
    return { id, title: fixTitles[id], preferred: false, safe: false, edits: [{ start: at, end: at, text: eol + eol + sentence + gap }] };
  });
}
