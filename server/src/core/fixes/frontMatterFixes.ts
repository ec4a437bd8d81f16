import type { Analysis } from '../analyse';
import type { Language } from '../context';
import type { Finding, Fix, TextEdit } from '../findings';
import { fill, local, textsOf } from '../messages';
import type { AlsoCheckData } from '../rules/alsoCheck';
import { readFrontMatter } from '../text/frontMatter';
import { lineBreak } from './place';

/** Neighbouring product groups, one by one or all, into `products:` of the front matter. The groups found stay: what is given there wins over detection. */
export function alsoCheckFixes(analysis: Analysis, finding: Finding, locale: Language): Fix[] {
  const { neighbours } = finding.data as AlsoCheckData;
  const { fixTitles } = textsOf(locale);
  const { products } = analysis.spec.compiled.catalogue;
  const fixes = neighbours.map((id, index) => ({
    id: 'add-product',
    title: fill(fixTitles['add-product'], { product: local(products.get(id)!.name, locale) }),
    preferred: neighbours.length === 1 && index === 0,
    safe: false,
    edits: [productsEdit(analysis, [id])],
  }));
  if (neighbours.length === 1) return fixes;
  const title = fill(fixTitles['add-products'], { count: neighbours.length });
  return [...fixes, { id: 'add-products', title, preferred: false, safe: false, edits: [productsEdit(analysis, neighbours)] }];
}

/** The edit that adds product groups to the front matter, which is begun where there is none. */
function productsEdit({ document, products }: Analysis, added: readonly string[]): TextEdit {
  const { text, blocks, starts } = document;
  const eol = lineBreak(text);
  const all = [...products.map((p) => p.id), ...added].join(', ');
  const block = blocks.findIndex((b) => b.kind === 'front-matter');
  if (block < 0) {
    const at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
    return { start: at, end: at, text: `---${eol}products: [${all}]${eol}---${eol}${eol}` };
  }
  const start = starts[block];
  const end = start + blocks[block].length;
  const matter = readFrontMatter(text, start, blocks[block].length);
  const key = matter.keys.products;
  if (!key) {
    const fence = text.lastIndexOf('\n', end - 1) + 1;
    return { start: fence, end: fence, text: `products: [${all}]${eol}` };
  }
  const value = matter.places.products;
  if (!value) return { start: start + key.end + 1, end: start + key.end + 1, text: ` [${all}]` };
  let at = start + value.end;
  if (/["']/.test(text[at])) at++;
  const items = matter.items.products;
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  const dash = items && /^[ \t]*-[ \t]+/.exec(text.slice(lineStart, at))?.[0];
  return { start: at, end: at, text: added.map((id) => (dash ? `${eol}${dash}${id}` : `, ${id}`)).join('') };
}
