import type { Analysis } from '../analyse';
import type { Language } from '../context';
import type { Finding, Fix } from '../findings';
import { textsOf } from '../messages';
import type { DemandData } from '../rules/demandedWords';
import { sentenceEnd } from './requirement';

/** What belongs to the material right behind its name: "Polypropylen (PP)", "PP-Kunststoff", closing emphasis. */
const tail = /^(?:[-\p{L}\d]*[\p{L}\d])?(?:\s*\([^()\n]{1,40}\))?(?:["”“*_]+)?/u;

/** "oder gleichwertig" behind each material named, or the reason why only this one will do. */
export function materialFixes(analysis: Analysis, finding: Finding, locale: Language): Fix[] {
  const { words } = finding.data as DemandData;
  const { document, language } = analysis;
  const titles = textsOf(locale).fixTitles;
  const { phrases } = textsOf(language);
  const [first] = words;
  const end = sentenceEnd(analysis, first.block, first.sentence);
  return [
    {
      id: 'append-equivalence',
      title: titles['append-equivalence.material'],
      preferred: true,
      safe: false,
      edits: words.map((w) => {
        const base = document.starts[w.block];
        const behind = tail.exec(document.text.slice(base + w.end, base + document.blocks[w.block].length))?.[0].length ?? 0;
        const at = base + w.end + behind;
        return { start: at, end: at, text: ` ${phrases.equivalent}` };
      }),
    },
    {
      id: 'add-material-reason',
      title: titles['add-material-reason'],
      preferred: false,
      safe: false,
      edits: [{ start: end.offset, end: end.offset, text: `${end.stop} ${phrases.materialReason}` }],
    },
  ];
}
