/**
 * criteria/INDEX.md: the catalogue as a page to read. Product groups with their criteria, duties of single buyers, labels, outdated references, laws.
 *
 *   npx tsx scripts/generate-index.ts            write
 *   npx tsx scripts/generate-index.ts --check    fail when the file is not current
 */
import { type Catalogue, fileOf, inForce } from '../server/src/core/catalogue/catalogue';
import { buildCatalogue } from '../server/src/core/catalogue/layers';
import type { Criterion, Label, Law, Product, Reference } from '../server/src/core/catalogue/schema';
import type { Level } from '../server/src/core/context';
import { textsOf } from '../server/src/core/messages/index';
import { say } from '../server/src/texts';
import { builtInLayer } from './catalogueFiles';
import { writeOrCheck } from './generated';

const levels = [1, 2, 3] as const;
const slotOrder = ['specification', 'award', 'performance', 'selection', 'evidence'] as const;

/** A criterion for certain buyers, or for one Land only: it stands in a section of its own, not with its product groups. */
function isForSomeOnly({ authority, jurisdiction }: Criterion): boolean {
  return authority !== undefined || (jurisdiction !== undefined && !jurisdiction.includes('DE'));
}

/** A criterion for many product groups, kept in a folder of its own: said once, not once a group. */
function isCrossCutting(catalogue: Catalogue, { id }: Criterion): boolean {
  return fileOf(catalogue, 'criteria', id)?.startsWith('criteria/cross-cutting/') === true;
}

export function indexPage(catalogue: Catalogue): string {
  const criteria = [...catalogue.criteria.values()].filter(inForce);
  const some = criteria.filter(isForSomeOnly);
  const shared = criteria.filter((criterion) => !isForSomeOnly(criterion) && isCrossCutting(catalogue, criterion));
  const general = criteria.filter((criterion) => !some.includes(criterion) && !shared.includes(criterion));
  const products = [...catalogue.products.values()].sort((a, b) => a.name.de.localeCompare(b.name.de, 'de'));
  const withCriteria = products.filter((product) => general.some((criterion) => criterion.products.includes(product.id)));
  return `# Der Kriterienkatalog zum Lesen

<!-- Erzeugt von scripts/generate-index.ts; Änderungen gehören in die YAML-Dateien dieses Ordners. -->

${criteria.length} Kriterien für ${withCriteria.length} Produktgruppen, ${catalogue.labels.size} Gütezeichen, ${catalogue.references.size} überholte Verweise,
${catalogue.laws.size} Rechtsgrundlagen, ${catalogue.brands.size} Marken und ${catalogue.wording.size} Regeln zur Wortwahl.
Wie ein Eintrag aussieht und wie man ihn ändert, steht in [CONTRIBUTING.md](CONTRIBUTING.md). Die Daten stehen unter der [MIT-Lizenz](LICENSE).

- **Stufe**: ab welchem Anspruch ein Kriterium gewollt ist, 1 ${levelName(1)}, 2 ${levelName(2)}, 3 ${levelName(3)}.
- **Abschnitt**: wohin die Klausel in den Vergabeunterlagen gehört.
- **Forderung**: die Klausel mit dem Wert ihrer Stufe. Was in [eckigen Klammern] steht, legt die Vergabestelle fest: dafür gibt es keinen belegten Wert.

## Inhalt

${products.map((product) => `- [${product.name.de}](#${anchor(product.name.de)}) (${general.filter((c) => c.products.includes(product.id)).length})`).join('\n')}
- [Übergreifende Kriterien](#übergreifende-kriterien) (${shared.length})
- [Pflichten einzelner Auftraggeber](#pflichten-einzelner-auftraggeber) (${some.length})
- [Gütezeichen](#gütezeichen) (${catalogue.labels.size})
- [Überholte Verweise](#überholte-verweise) (${catalogue.references.size})
- [Rechtsgrundlagen](#rechtsgrundlagen) (${catalogue.laws.size})

## Produktgruppen

${products.map((product) => productSection(catalogue, product, general)).join('\n\n')}

## Übergreifende Kriterien

Sie gelten für viele oder alle Produktgruppen und stehen dort nicht noch einmal.

${sharedTable(catalogue, shared)}

## Pflichten einzelner Auftraggeber

Sie gelten nur für die genannten Stellen und kommen zu den Kriterien der Produktgruppen hinzu.

${dutyTable(catalogue, some)}

## Gütezeichen

„§ 34 VgV“ sagt, ob das Zeichen in einer Leistungsbeschreibung als Nachweis verlangt werden darf; gleichwertige Zeichen sind immer anzuerkennen.

${labelTable([...catalogue.labels.values()])}

## Überholte Verweise

${referenceTable([...catalogue.references.values()])}

## Rechtsgrundlagen

${lawTable([...catalogue.laws.values()])}
`;
}

function productSection(catalogue: Catalogue, product: Product, general: readonly Criterion[]): string {
  const fitting = general
    .filter((criterion) => criterion.products.includes(product.id))
    .sort((a, b) => a.level - b.level || rank(a) - rank(b) || compare(a.id, b.id));
  const facts = [
    `Kennung \`${product.id}\``,
    product.cpv.length > 0 ? `CPV ${product.cpv.join(', ')}` : '',
    `Risiko für Menschen in der Lieferkette: ${risks[product.labour_risk]}`,
  ];
  const neighbours = (product.also_check ?? []).map((id) => catalogue.products.get(id)?.name.de).filter((name) => name !== undefined);
  const lines = [`### ${product.name.de}`, '', `${facts.filter(Boolean).join(' · ')}`];
  if (product.hot_spots) lines.push('', `Belastungen: ${closed(product.hot_spots.de)}`);
  if (neighbours.length > 0) lines.push('', `Auch ansehen: ${neighbours.join(', ')}.`);
  lines.push('');
  if (fitting.length === 0) lines.push('Noch keine Kriterien.');
  else
    lines.push(
      table(
        ['Stufe', 'Abschnitt', 'Kriterium', 'Forderung'],
        fitting.map((criterion) => [
          String(criterion.level),
          say('de', `slot-${criterion.slot}`),
          named(catalogue, criterion),
          demand(criterion),
        ]),
      ),
    );
  return lines.join('\n');
}

function sharedTable(catalogue: Catalogue, criteria: readonly Criterion[]): string {
  const rows = [...criteria]
    .sort((a, b) => compare(topic(a), topic(b)) || a.level - b.level || rank(a) - rank(b) || compare(a.id, b.id))
    .map((criterion) => [
      String(criterion.level),
      say('de', `slot-${criterion.slot}`),
      kinds[criterion.kind],
      named(catalogue, criterion),
      scope(catalogue, criterion),
      demand(criterion),
    ]);
  return table(['Stufe', 'Abschnitt', 'Art', 'Kriterium', 'Für', 'Forderung'], rows);
}

function topic({ id }: Criterion): string {
  return id.split('/')[0];
}

/** Up to a handful of product groups by name, more by number. */
function scope(catalogue: Catalogue, { products }: Criterion): string {
  if (products.length === catalogue.products.size) return 'alle Produktgruppen';
  if (products.length > 9) return `${products.length} Produktgruppen`;
  return products.map((id) => catalogue.products.get(id)?.name.de ?? id).join(', ');
}

function dutyTable(catalogue: Catalogue, criteria: readonly Criterion[]): string {
  const rows = [...criteria]
    .sort((a, b) => compare(a.id, b.id))
    .map((criterion) => [buyers(criterion), validity(criterion), kinds[criterion.kind], named(catalogue, criterion), demand(criterion)]);
  return table(['Für wen', 'Gilt', 'Art', 'Eintrag', 'Inhalt'], rows);
}

function labelTable(labels: readonly Label[]): string {
  const rows = [...labels]
    .sort((a, b) => a.name.de.localeCompare(b.name.de, 'de'))
    .map((label) => [
      label.url ? `[${cell(label.name.de)}](${label.url})` : cell(label.name.de),
      labelKinds[label.kind],
      label.issuer ?? '',
      `${usable[label.section34]}: ${label.section34_reason.de}`,
      label.equivalent_proof?.de ?? '',
    ]);
  return table(['Zeichen', 'Art', 'Vergeben von', '§ 34 VgV', 'Gleichwertiger Nachweis'], rows);
}

function referenceTable(references: readonly Reference[]): string {
  const rows = [...references]
    .sort((a, b) => compare(a.id, b.id))
    .map((reference) => [
      words(reference.find),
      `${reference.ask ? 'zu prüfen: ' : ''}${reference.successor.de}`,
      day(reference.since),
      reference.note?.de ?? '',
    ]);
  return table(['Alt', 'Neu', 'Seit', 'Zu beachten'], rows);
}

function lawTable(laws: readonly Law[]): string {
  const rows = [...laws].sort(byAct).map((law) => [`[${cell(law.title)}](${law.url})`, law.says.de, span(law.from, law.until)]);
  return table(['Norm', 'Inhalt', 'Gilt'], rows);
}

/** Title and id, with a link to the file that holds the criterion. */
function named(catalogue: Catalogue, criterion: Criterion): string {
  const file = fileOf(catalogue, 'criteria', criterion.id)?.replace(/^criteria\//, '') ?? '';
  return `${criterion.title.de} ([${criterion.id}](${file}))`;
}

/** The clause at the criterion's own level: sourced values filled in, the others as their name in brackets. */
function demand(criterion: Criterion): string {
  const { level, params = [] } = criterion;
  const text = (criterion.clause_levels?.[level] ?? criterion.clause).de;
  return text.replace(/\{(\w+)\}/g, (hole, name: string) => {
    const param = params.find((candidate) => candidate.name === name);
    if (!param) return hole;
    const value = valueAt(param.levels, level);
    return value === undefined ? `[${param.label.de}]` : value.toLocaleString('de-DE');
  });
}

/** The value of the level, or of the nearest level below that states one. */
function valueAt(values: Readonly<Partial<Record<Level, number>>> | undefined, level: Level): number | undefined {
  for (const at of [...levels].reverse()) if (at <= level && values?.[at] !== undefined) return values[at];
  return undefined;
}

function buyers({ authority = [], jurisdiction = [] }: Criterion): string {
  const lands = jurisdiction.filter((code) => code.startsWith('DE-')).map((code) => landNames[code] ?? code);
  const who = authority.includes('federal') || authority.includes('federal-ministry') ? ['Bund'] : [];
  return [...who, ...lands].join(', ') || authority.join(', ');
}

function validity({ from, until, applies_from }: Criterion): string {
  // A limit to be exceeded is written with cents.
  const limit = applies_from === undefined || Number.isInteger(applies_from) ? 'ab' : 'über';
  const value = applies_from === undefined ? '' : `${limit} ${Math.floor(applies_from).toLocaleString('de-DE')} EUR`;
  return [span(from, until), value].filter(Boolean).join(', ');
}

function span(from: string | undefined, until: string | undefined): string {
  return [from && `seit ${day(from)}`, until && `bis ${day(until)}`].filter(Boolean).join(' ');
}

/** 2026-07-01 as 1.7.2026. */
function day(iso: string): string {
  const [year, month, date] = iso.split('-').map(Number);
  return `${date}.${month}.${year}`;
}

/** The first phrase as words: of a choice the first, no notation. */
function words(phrases: readonly string[]): string {
  let phrase = phrases[0] ?? '';
  for (let choice = phrase; ; phrase = choice) {
    choice = phrase.replace(/\(([^()|]*)[^()]*\)/, '$1');
    if (choice === phrase) break;
  }
  return phrase
    .replace(/\{\w+(?::\w+)?\}/g, '…')
    .replace(/["*!?]/g, '')
    .replace(/\s*\.\.\d*\s*/g, ' … ')
    .trim();
}

/** Laws of one act together, by number: "§ 34 VgV" before "§ 58 VgV". */
function byAct(a: Law, b: Law): number {
  const act = ({ title }: Law) => title.replace(/^(?:§|Art\.)\s*\S+\s+/, '');
  return act(a).localeCompare(act(b), 'de') || a.title.localeCompare(b.title, 'de', { numeric: true });
}

function levelName(level: Level): string {
  return textsOf('de').words.levels[level] ?? String(level);
}

function rank({ slot }: Criterion): number {
  return slotOrder.indexOf(slot);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function closed(sentence: string): string {
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}

/** The anchor GitHub and VS Code give a heading. */
function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .replaceAll(' ', '-');
}

function cell(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|').trim();
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), `|${head.map(() => '---|').join('')}`, ...rows.map(line)].join('\n');
}

const risks: Readonly<Record<Product['labour_risk'], string>> = { low: 'gering', medium: 'mittel', high: 'hoch' };
const kinds: Readonly<Record<Criterion['kind'], string>> = {
  requirement: 'Forderung',
  prohibition: 'Verbot',
  guidance: 'Empfehlung',
  'process-step': 'Verfahrensschritt',
};
const usable: Readonly<Record<Label['section34'], string>> = { yes: 'ja', partly: 'teilweise', no: 'nein', statutory: 'gesetzlich' };
const labelKinds: Readonly<Record<Label['kind'], string>> = {
  'type-1': 'Umweltzeichen (Typ I)',
  'product-label': 'Produktzeichen',
  'chain-of-custody': 'Produktkette',
  'social-label': 'Sozialsiegel',
  statutory: 'gesetzliche Kennzeichnung',
  'management-system': 'Managementsystem',
  'company-scheme': 'Bewertung von Unternehmen',
  declaration: 'Deklaration',
  rating: 'Bewertung',
  membership: 'Mitgliedschaft',
};
const landNames: Readonly<Record<string, string>> = { 'DE-HH': 'Hamburg', 'DE-BE': 'Berlin' };

if (process.argv[1]?.endsWith('generate-index.ts'))
  writeOrCheck({ 'criteria/INDEX.md': indexPage(buildCatalogue([builtInLayer()]).catalogue) }, 'scripts/generate-index.ts');
