import type { Catalogue } from '../catalogue/catalogue';
import { changesSince } from '../catalogue/history';
import type { LocalText } from '../catalogue/schema';
import type { Language } from '../context';
import type { Message, RuleId } from '../findings';
import * as de from './de';
import * as en from './en';

const texts = { de, en };

/** All texts of a language. */
export function textsOf(locale: Language): typeof de {
  return texts[locale] as typeof de;
}

/** Title of a rule, e.g. for hovers, reports and the settings page. */
export function ruleTitle(rule: RuleId, locale: Language): string {
  return texts[locale].titles[rule];
}

/** A catalogue text in the reader's language; German where English is missing. */
export function local(text: LocalText, locale: Language): string {
  return locale === 'en' ? (text.en ?? text.de) : text.de;
}

/** Fills `{name}` holes; unknown holes stay as they are, so that a wrong template shows. */
export function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (hole, name: string) => (name in values ? String(values[name]) : hole));
}

/** A date as people of the language write it: `2026-07-01` → `1.7.2026` / `1 July 2026`; years and months stay short. */
export function formatDate(date: string, locale: Language): string {
  const [year, month, day] = date.split('-').map(Number);
  if (locale === 'de') return [day, month, year].filter(Boolean).join('.');
  return [day, month && months[month - 1], year].filter(Boolean).join(' ');
}

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** `1000.5` → `1.000,5` in German, `1,000.5` in English; numbers below 10,000 without separator. */
export function formatNumber(value: number, language: Language): string {
  const [whole, fraction] = String(value).split('.');
  const [thousands, decimal] = language === 'de' ? ['.', ','] : [',', '.'];
  const grouped = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, thousands) : whole;
  return fraction ? grouped + decimal + fraction : grouped;
}

/** A message in the reader's language. Names of records are looked up in the catalogue. */
export function render(message: Message, locale: Language, catalogue: Catalogue): string {
  const { templates, words } = textsOf(locale);
  const template = templates[message.id];
  if (!template) return message.id;
  const values: Record<string, string | number> = { ...message.values };
  const record = String(values.record ?? '');
  switch (message.id) {
    case 'vague-term':
    case 'weak-modality': {
      const wording = catalogue.wording.get(record);
      values.reason = wording ? local(wording.message, locale) : '';
      break;
    }
    case 'outdated-reference':
    case 'outdated-reference.ask': {
      const reference = catalogue.references.get(record);
      const number = values.number ? catalogue.labels.get(record)?.numbers?.find((n) => n.number === values.number) : undefined;
      values.sinceText = values.since ? fill(words.since, { date: formatDate(String(values.since), locale) }) : '';
      if (reference)
        values.successor = fill(reference.ask ? words.compare : words.successor, {
          text: local(reference.successor, locale).replace(/\.$/, ''),
        });
      else values.successor = number?.replaced_by ? fill(words.numberReplaced, { number: number.replaced_by }) : words.numberDead;
      break;
    }
    case 'label-misfit':
    case 'label-misfit.number': {
      const label = catalogue.labels.get(record);
      const says = label?.not_for?.find((n) => n.aspect === values.aspect)?.says;
      const number = label?.numbers?.find((n) => n.number === values.number);
      const product = catalogue.products.get(String(values.product));
      values.reason = says ? local(says, locale) : '';
      values.covers = number ? local(number.title, locale) : '';
      values.product = product ? local(product.name, locale) : '';
      break;
    }
    case 'energy-class': {
      const wording = catalogue.wording.get(record);
      values.reason = wording ? local(wording.message, locale) : '';
      break;
    }
    case 'weak-threshold':
    case 'weak-threshold.open':
    case 'weak-threshold.hedge':
    case 'weak-threshold.tier':
    case 'legal-minimum':
    case 'conflicting-threshold': {
      const criterion = catalogue.criteria.get(String(values.criterion));
      values.title = criterion ? local(criterion.title, locale) : String(values.criterion ?? '');
      values.level = words.levels[Number(values.level)] ?? String(values.level ?? '');
      values.bound = words.bounds[String(values.bound)] ?? '';
      values.tiers = (catalogue.labels.get(String(values.label))?.tiers ?? []).map((tier) => local(tier, locale)).join(', ');
      break;
    }
    case 'drifted-criterion.value':
    case 'drifted-criterion.modal':
    case 'drifted-criterion.equivalence':
    case 'drifted-criterion.proof':
    case 'missing-evidence':
    case 'missing-evidence.related': {
      const criterion = catalogue.criteria.get(String(values.criterion));
      values.title = criterion ? local(criterion.title, locale) : String(values.criterion);
      break;
    }
    case 'negative-list': {
      const criterion = catalogue.criteria.get(String(values.criterion));
      values.clause = criterion ? fill(local(criterion.clause, locale), {}) : '';
      break;
    }
    case 'also-check':
    case 'also-check.one': {
      const nameOf = (id: string) => {
        const product = catalogue.products.get(id);
        return product ? local(product.name, locale) : id;
      };
      values.product = nameOf(String(values.product));
      values.products = String(values.products).split(' ').map(nameOf).join(words.listSeparator);
      break;
    }
    case 'stale-criterion':
    case 'stale-criterion.replaced':
    case 'stale-criterion.ended': {
      const titleOf = (id: string) => {
        const criterion = catalogue.criteria.get(id);
        return criterion ? local(criterion.title, locale) : id;
      };
      values.title = titleOf(String(values.criterion));
      values.successors = String(values.successors ?? '')
        .split(' ')
        .map((id) => `${words.quote[0]}${titleOf(id)}${words.quote[1]} (${id})`)
        .join(words.listSeparator);
      values.changes = changesText(String(values.criterion), Number(values.from), locale, catalogue);
      break;
    }
    case 'missing-evidence.many': {
      values.criteria = titles(String(values.criteria), locale, catalogue).join(words.listSeparator);
      values.moreText = Number(values.more) > 0 ? fill(words.more, { count: values.more }) : '';
      break;
    }
    case 'missing-criterion':
    case 'missing-criterion.one': {
      const product = catalogue.products.get(String(values.product));
      values.product = product ? local(product.name, locale) : String(values.product);
      values.criteria = titles(String(values.criteria), locale, catalogue).join(words.listSeparator);
      values.moreText = Number(values.more) > 0 ? fill(words.more, { count: values.more }) : '';
      values.level = words.levels[Number(values.level)] ?? String(values.level);
      break;
    }
  }
  return fill(template, values);
}

/** Titles of criteria given as ids with blanks between. */
function titles(ids: string, locale: Language, catalogue: Catalogue): string[] {
  return ids.split(' ').map((id) => {
    const criterion = catalogue.criteria.get(id);
    return criterion ? local(criterion.title, locale) : id;
  });
}

/** What changed since a version, in plain words, each kind of change once, with the notes of the history. */
function changesText(id: string, from: number, locale: Language, catalogue: Catalogue): string {
  const criterion = catalogue.criteria.get(id);
  if (!criterion) return '';
  const { words } = textsOf(locale);
  const changes = changesSince(criterion, from);
  const kinds = [...new Set(changes.map((c) => words.changes[c.change] ?? c.change))].join(', ');
  const notes = changes.flatMap((c) => (c.note ? [local(c.note, locale).replace(/\.$/, '')] : []));
  return notes.length > 0 ? `${kinds} (${notes.join('; ')})` : kinds;
}
