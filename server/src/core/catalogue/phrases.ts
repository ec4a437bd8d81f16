/** Every phrase of the catalogue with its owner: what the matcher is built from. */
import type { OwnedPhrase } from '../match/matcher';
import { type AnyRecord, type Catalogue, hasEnded, type RecordKind, type RecordTypes, recordKinds } from './catalogue';
import type { Label } from './schema';

/** Name of a kind of record as the owner of phrases. */
export type OwnerKind = 'label' | 'brand' | 'reference' | 'wording' | 'vocabulary' | 'product' | 'criterion';

const ownerKinds: Readonly<Partial<Record<RecordKind, OwnerKind>>> = {
  labels: 'label',
  brands: 'brand',
  references: 'reference',
  wording: 'wording',
  vocabulary: 'vocabulary',
  products: 'product',
  criteria: 'criterion',
};

/** The kind of records an owner kind belongs to. */
export function recordKindOf(owner: string): RecordKind | undefined {
  return recordKinds.find((kind) => ownerKinds[kind] === owner);
}

/** A phrase as the matcher takes it, with its place inside the record. */
export interface CataloguePhrase extends OwnedPhrase {
  readonly inside: readonly [field: string, ...(string | number)[]];
}

/** The phrases written in a record: role (the name of their list), and position in it. */
function writtenPhrases(kind: RecordKind, record: AnyRecord): { role: 'find' | 'unless' | 'detect'; index: number; phrase: string }[] {
  const list = (role: 'find' | 'unless' | 'detect', phrases: readonly string[] = []) =>
    phrases.map((phrase, index) => ({ role, index, phrase }));
  if (kind === 'criteria') return list('detect', (record as RecordTypes['criteria']).detect);
  if (kind === 'laws' || kind === 'standards') return [];
  const { find, unless } = record as RecordTypes['labels' | 'brands' | 'references' | 'wording' | 'vocabulary' | 'products'];
  return [...list('find', find), ...list('unless', unless)];
}

/**
 * All phrases of a catalogue, in a fixed order. Roles: `find`, `unless`, `detect` (criteria) and `number:<number>` for the
 * numbered criteria documents of a label. Superseded and withdrawn criteria have none.
 */
export function phrasesOf(catalogue: Catalogue): CataloguePhrase[] {
  const phrases: CataloguePhrase[] = [];
  for (const kind of recordKinds) {
    const owner = ownerKinds[kind];
    if (owner === undefined) continue;
    for (const [id, record] of catalogue[kind] as ReadonlyMap<string, AnyRecord>) {
      if (kind === 'criteria' && hasEnded(record as RecordTypes['criteria'])) continue;
      for (const { role, index, phrase } of writtenPhrases(kind, record))
        phrases.push({ owner: { kind: owner, id, role }, phrase, inside: [role, index] });
      if (kind === 'labels') phrases.push(...numberPhrases(record as Label));
    }
  }
  return phrases;
}

/**
 * Phrases for the numbers of a label. Plain numbers of a label written with the prefix DE-UZ are found in every way seen in
 * tenders ("RAL-UZ 219", "DE-ZU 219", "UZ219" next to the label's name), but never alone and never as `UZ 219` by itself, which may be
 * the Austrian ecolabel. Decisions such as `(EU) 2016/1349` are found by their number.
 */
export function numberPhrases(label: Label): CataloguePhrase[] {
  const blueAngel = label.find.some((phrase) => /\bDE-UZ\b/.test(phrase));
  const phrases = (label.numbers ?? []).flatMap(({ number }, index): { number: string; phrase: string; index: number }[] => {
    const decision = /\d{4}\/\d+/.exec(number);
    if (decision) return [{ number, index, phrase: decision[0] }];
    if (!blueAngel || !/^\d+[a-z]?$/.test(number)) return [{ number, index, phrase: number.replace(/[^\p{L}\p{N}]+/gu, ' ').trim() }];
    return [
      `(DE|RAL) (UZ|ZU) Nr? ${number}`,
      `(DE|RAL) (UZ|ZU)${number}`,
      `(DEUZ|RALUZ) ${number}`,
      `(Blauer Engel|Blaue Engel|Blauen Engel|Blauen Engels|Blue Angel|Umweltzeichen|Umweltzeichens|Umweltengel) ..3 UZ Nr? ${number}`,
      `UZ Nr? ${number} ..2 (Blauer Engel|Blaue Engel|Blauen Engel|Blauen Engels|Blue Angel)`,
    ].map((phrase) => ({ number, index, phrase }));
  });
  return phrases.map(({ number, phrase, index }) => ({
    owner: { kind: 'label', id: label.id, role: `number:${number}` },
    phrase,
    inside: ['numbers', index, 'number'],
  }));
}
