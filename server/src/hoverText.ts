/** What a hover says about a finding besides its message: norm, reason, label and criterion facts, source. As lines of Markdown or of plain text. */

import type { Catalogue } from './core/catalogue/catalogue';
import type { Criterion, Label, Reference, Source } from './core/catalogue/schema';
import type { Language } from './core/context';
import type { Finding } from './core/findings';
import { formatDate, local, render, ruleTitle, textsOf } from './core/messages/index';
import { capitalised } from './core/text/capitals';
import { escapeMarkdown, link } from './markdown';
import { say, type TextId } from './texts';

export interface HoverOptions {
  readonly locale: Language;
  readonly markdown: boolean;
  readonly rulePage?: string;
}

/** How the parts of a hover are written in the format at hand. */
interface Pen {
  readonly text: (text: string) => string;
  readonly strong: (text: string) => string;
  readonly link: (text: string, address: string | undefined) => string;
}

const markdownPen: Pen = { text: escapeMarkdown, strong: (text) => `**${escapeMarkdown(text)}**`, link };
const plainPen: Pen = { text: (text) => text, strong: (text) => text, link: (text) => text };

/** Paragraphs, joined by empty lines. */
export function hoverText(finding: Finding, catalogue: Catalogue, options: HoverOptions): string {
  const { locale } = options;
  const pen = options.markdown ? markdownPen : plainPen;
  const label = finding.record === undefined ? undefined : catalogue.labels.get(finding.record);
  const reference = finding.record === undefined ? undefined : catalogue.references.get(finding.record);
  const criterion = catalogue.criteria.get(finding.criterion ?? finding.record ?? '');
  const record =
    label ?? reference ?? criterion ?? catalogue.wording.get(finding.record ?? '') ?? catalogue.brands.get(finding.record ?? '');
  const law = finding.law === undefined ? undefined : catalogue.laws.get(finding.law);
  const part = (id: TextId, content: string) => `${pen.strong(`${say(locale, id)}:`)} ${content}`;

  // The message itself is not repeated: editors show it above, with the diagnostic.
  const paragraphs = [`${pen.strong(ruleTitle(finding.rule, locale))} (${pen.text(finding.rule)})`];
  if (law) paragraphs.push(part('hover-norm', `${pen.link(law.title, law.url)} – ${pen.text(local(law.says, locale))}`));
  if (label) paragraphs.push(part('hover-label', labelFacts(label, locale, pen)));
  if (reference) paragraphs.push(referenceFacts(reference, locale, pen));
  if (criterion) {
    paragraphs.push(part('hover-criterion', criterionFacts(criterion, locale, pen)));
    paragraphs.push(part('hover-reason', pen.text(local(criterion.reason, locale))));
  }
  // What a passage once taken from the catalogue should read, so that the difference shows.
  for (const { message } of finding.related)
    if (message.id.endsWith('.clause')) paragraphs.push(pen.text(render(message, locale, catalogue)));
  const sources = [...new Set([...(record?.sources ?? []), ...(law?.sources ?? [])])];
  if (sources.length > 0)
    paragraphs.push(
      part(
        'hover-source',
        sources
          .slice(0, 3)
          .map((source) => sourceLine(source, locale, pen))
          .join('; '),
      ),
    );
  if (options.rulePage && options.markdown) paragraphs.push(pen.link(say(locale, 'hover-rule-page'), options.rulePage));
  return paragraphs.join('\n\n');
}

function labelFacts(label: Label, locale: Language, pen: Pen): string {
  const facts = [`${pen.link(local(label.name, locale), label.url)}.`];
  if (label.issuer) facts.push(pen.text(say(locale, 'hover-issuer', { issuer: label.issuer })));
  if (label.edition) facts.push(pen.text(ended(say(locale, 'hover-edition', { edition: local(label.edition, locale) }))));
  facts.push(pen.text(ended(say(locale, 'hover-section34', { reason: local(label.section34_reason, locale) }))));
  if (label.equivalent_proof) facts.push(pen.text(ended(say(locale, 'hover-proof', { proof: local(label.equivalent_proof, locale) }))));
  if (label.pitfall) facts.push(pen.text(ended(say(locale, 'hover-pitfall', { pitfall: local(label.pitfall, locale) }))));
  return facts.join(' ');
}

function referenceFacts(reference: Reference, locale: Language, pen: Pen): string {
  const successor = local(reference.successor, locale);
  const facts = reference.ask
    ? [say(locale, 'hover-compare', { successor })]
    : [say(locale, 'hover-replaced', { successor }), say(locale, 'hover-since', { date: formatDate(reference.since, locale) })];
  if (reference.note) facts.push(local(reference.note, locale));
  return pen.text(facts.map((fact) => ended(capitalised(fact))).join(' '));
}

function criterionFacts(criterion: Criterion, locale: Language, pen: Pen): string {
  return pen.text(
    say(locale, 'hover-criterion-line', {
      title: local(criterion.title, locale),
      level: textsOf(locale).words.levels[criterion.level] ?? criterion.level,
      slot: say(locale, `slot-${criterion.slot}`),
      version: criterion.version,
    }),
  );
}

function sourceLine(source: Source, locale: Language, pen: Pen): string {
  const about = [
    source.date && formatDate(source.date, locale),
    say(locale, 'hover-checked', { date: formatDate(source.checked, locale) }),
  ];
  if (source.confidence === 'seen-secondary') about.push(say(locale, 'hover-secondary'));
  return `${pen.text(`${source.publisher}: `)}${pen.link(source.title, source.url)} ${pen.text(`(${about.filter(Boolean).join(', ')})`)}`;
}

/** With a full stop, unless the sentence has its own end. */
function ended(sentence: string): string {
  return /[.!?…]$/.test(sentence) ? sentence : `${sentence}.`;
}
