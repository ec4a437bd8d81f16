/** `gruenstift/clauses`: the clauses of the catalogue, those that fit the document and the place of the cursor first. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../core/analyse';
import { type Catalogue, inForce } from '../core/catalogue/catalogue';
import type { Criterion } from '../core/catalogue/schema';
import type { Language } from '../core/context';
import { readCoverage } from '../core/coverage/coverage';
import { slotOf } from '../core/facts/spec';
import { renderClause } from '../core/fixes/clause';
import { addToSection } from '../core/fixes/place';
import { local, textsOf } from '../core/messages/index';
import { type Clause, type ClausesParams, type ClausesResult, clausesMethod } from '../protocol';
import { snippetOfBrackets } from '../snippet';
import { say } from '../texts';
import { type Feature, guard } from './feature';

export const clauses: Feature = {
  register(server) {
    const { connection, session } = server;
    connection.onRequest(
      clausesMethod,
      guard(
        server,
        clausesMethod,
        { clauses: [], products: [] },
        async (params: ClausesParams | undefined, token): Promise<ClausesResult> => {
          const { uri, position } = params ?? {};
          const analysis = uri === undefined ? undefined : await session.inspect(uri, token);
          const document = uri === undefined ? undefined : session.documents.get(uri);
          const { catalogue } = analysis?.spec ? analysis.spec.compiled : (await session.groundOf(uri ?? '')).catalogue.compiled;
          const here: Here = {
            catalogue,
            analysis,
            document,
            locale: session.locale,
            products: params?.products ?? analysis?.products.map((product) => product.id) ?? [],
            slot: params?.slot ?? (analysis && document && position ? slotAt(analysis, document.offsetAt(position)) : undefined),
            level: params?.level ?? analysis?.context.level ?? 1,
            language: params?.language ?? analysis?.language ?? session.locale,
            addressed: new Set(
              analysis
                ? readCoverage(analysis.spec, analysis.products, []).flatMap((coverage) => coverage.addressed.map(({ id }) => id))
                : [],
            ),
          };
          return {
            clauses: rank(here).map((criterion) => clauseOf(criterion, here)),
            products: here.products.map((id) => ({ id, name: productName(catalogue, id, session.locale) })),
          };
        },
      ),
    );
  },
};

/** What clauses are chosen, ranked and rendered by. */
interface Here {
  readonly catalogue: Catalogue;
  readonly analysis: Analysis | undefined;
  readonly document: TextDocument | undefined;
  /** Language of the reader. */
  readonly locale: Language;
  readonly products: readonly string[];
  readonly slot: string | undefined;
  readonly level: 1 | 2 | 3;
  /** Language of the text. */
  readonly language: Language;
  readonly addressed: ReadonlySet<string>;
}

/** Own product group, not yet addressed, slot at the cursor, wanted at the level; then by product group, level and id. */
function rank(here: Here): Criterion[] {
  const keys = new Map<Criterion, readonly (string | number)[]>();
  for (const criterion of here.catalogue.criteria.values()) {
    if (!inForce(criterion) || criterion.kind === 'guidance' || criterion.kind === 'process-step') continue;
    const own = here.products.indexOf(productOf(criterion, here));
    keys.set(criterion, [
      own < 0 ? here.products.length : own,
      own < 0 ? productOf(criterion, here) : '',
      here.addressed.has(criterion.id) ? 1 : 0,
      criterion.slot === here.slot ? 0 : 1,
      criterion.level <= here.level ? 0 : 1,
      criterion.level,
      criterion.id,
    ]);
  }
  return [...keys.keys()].sort((a, b) => compare(keys.get(a)!, keys.get(b)!));
}

function compare(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  const at = a.findIndex((part, index) => part !== b[index]);
  return at < 0 ? 0 : a[at]! < b[at]! ? -1 : 1;
}

function clauseOf(criterion: Criterion, here: Here): Clause {
  const { locale, analysis, document, catalogue } = here;
  const level = Math.max(criterion.level, here.level) as 1 | 2 | 3;
  const { text } = renderClause(criterion, level, here.language);
  const product = productOf(criterion, here);
  const insertAt = analysis && document ? endOfSection(analysis, document, criterion.slot) : undefined;
  return {
    id: criterion.id,
    version: criterion.version,
    title: local(criterion.title, locale),
    product: { id: product, name: productName(catalogue, product, locale) },
    slot: criterion.slot,
    slotName: say(locale, `slot-${criterion.slot}`),
    level: criterion.level,
    levelName: textsOf(locale).words.levels[criterion.level] ?? String(criterion.level),
    text,
    snippet: snippetOfBrackets(text),
    reason: local(criterion.reason, locale),
    law: (criterion.law ?? []).map((id) => catalogue.laws.get(id)?.title ?? id),
    addressed: here.addressed.has(criterion.id),
    ...(insertAt ? { insertAt } : {}),
  };
}

/** Of the product groups of a criterion the one the document is about, else the first. */
function productOf(criterion: Criterion, { products }: Here): string {
  return criterion.products.find((id) => products.includes(id)) ?? criterion.products[0]!;
}

function productName(catalogue: Catalogue, id: string, locale: Language): string {
  const product = catalogue.products.get(id);
  return product ? local(product.name, locale) : id;
}

/** End of the section a slot has in the document; `undefined` where it has none. */
function endOfSection(
  analysis: Analysis,
  document: TextDocument,
  slot: Criterion['slot'],
): { line: number; character: number } | undefined {
  const probe = '\u0000';
  const edit = addToSection(analysis, slot, [probe]);
  // Without such a section the edit brings a heading of its own.
  return edit.text.trim() === probe ? document.positionAt(edit.start) : undefined;
}

/** Slot of the section an offset lies in. */
function slotAt({ spec }: Analysis, offset: number): string | undefined {
  const { starts, blocks } = spec.document;
  let block = -1;
  while (block + 1 < blocks.length && starts[block + 1]! <= offset) block++;
  return block < 0 ? undefined : slotOf(spec, block);
}
