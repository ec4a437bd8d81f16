/**
 * The catalogue's one schema: types, validation and the JSON Schema for the YAML editor all come from here.
 *
 * A catalogue file is a YAML mapping from record kind to a list of records. Any file may hold any kinds; the folders
 * of `criteria/` only help people find things. A criterion contains data: no code, no regular expressions.
 */
import * as v from 'valibot';

const id = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(?:[-.][a-z0-9]+)*(?:\/[a-z0-9]+(?:[-.][a-z0-9]+)*)?$/, 'lower-case letters, digits and hyphens, at most one slash'),
  v.description('Stable for ever. Lower-case, e.g. `notebooks/battery-cycles`.'),
);
const date = v.pipe(v.string(), v.regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/, 'a date such as 2026-07-01, 2026-07 or 2026'));
const isoDate = v.pipe(v.string(), v.isoDate());
const url = v.pipe(v.string(), v.url());
const phrase = v.pipe(v.string(), v.nonEmpty(), v.description('A phrase; the language is explained in docs/phrase-language.md.'));
const phrases = v.array(phrase);

/** A text in German (required) and English. */
export const LocalText = v.strictObject({ de: v.pipe(v.string(), v.nonEmpty()), en: v.optional(v.pipe(v.string(), v.nonEmpty())) });

/** Where a fact was read. `seen`: the primary or an official text; `seen-secondary`: a reliable report on it. Nothing weaker ships. */
export const Source = v.strictObject({
  publisher: v.pipe(v.string(), v.nonEmpty()),
  title: v.pipe(v.string(), v.nonEmpty()),
  url: v.optional(url),
  date: v.optional(date),
  checked: isoDate,
  confidence: v.picklist(['seen', 'seen-secondary']),
});

const sources = v.optional(v.array(Source));
/** Sentences that must (`flags`) and must not (`allows`) be found. They run as tests. */
const FlagExamples = v.strictObject({ flags: v.array(v.string()), allows: v.array(v.string()) });

export const Slot = v.picklist(['context', 'subject', 'selection', 'specification', 'award', 'performance', 'evidence', 'unknown']);

/** A norm that findings and criteria refer to. */
export const Law = v.strictObject({
  id,
  title: v.pipe(v.string(), v.nonEmpty(), v.description('As cited, e.g. `§ 34 VgV`.')),
  says: v.pipe(LocalText, v.description('What it demands, in our own words.')),
  url,
  from: v.optional(isoDate),
  until: v.optional(isoDate),
  regimes: v.optional(v.array(v.picklist(['vgv', 'uvgo', 'vob-a', 'vob-a-eu', 'sektvo', 'konzvgv']))),
  jurisdiction: v.optional(v.array(v.string())),
  sources,
});

/** One numbered criteria document of a label, e.g. DE-UZ 219. */
export const LabelNumber = v.strictObject({
  number: v.pipe(v.string(), v.nonEmpty()),
  title: LocalText,
  status: v.picklist(['live', 'superseded', 'unknown']),
  until: v.optional(date),
  replaced_by: v.optional(v.string()),
  products: v.optional(v.array(id)),
});

/** A label (Gütezeichen), certification scheme or management system. */
export const Label = v.strictObject({
  id,
  name: LocalText,
  find: phrases,
  unless: v.optional(phrases),
  kind: v.picklist([
    'type-1',
    'product-label',
    'chain-of-custody',
    'social-label',
    'statutory',
    'management-system',
    'company-scheme',
    'declaration',
    'rating',
    'membership',
  ]),
  issuer: v.optional(v.string()),
  aspects: v.array(v.picklist(['environment', 'health', 'social', 'circular', 'energy', 'quality', 'animal-welfare'])),
  section34: v.picklist(['yes', 'partly', 'no', 'statutory']),
  section34_reason: LocalText,
  edition: v.optional(LocalText),
  numbers: v.optional(v.array(LabelNumber)),
  equivalent_proof: v.optional(LocalText),
  pitfall: v.optional(LocalText),
  products: v.optional(v.array(id)),
  url: v.optional(url),
  sources,
  examples: FlagExamples,
});

/** What is special about a standard or a family of standards. Standards are recognised by their prefix and number without being listed. */
export const Standard = v.strictObject({
  id,
  title: LocalText,
  /** Normalised names without edition, e.g. `DIN EN ISO 7779`; a range as `DIN 18299..18459`. */
  names: v.array(v.pipe(v.string(), v.nonEmpty())),
  kind: v.picklist(['test-method', 'management-system', 'contract-terms', 'statutory', 'guidance', 'product']),
  sources,
});

/** A brand, maker, product line or maker-bound technology met in public purchasing. */
export const Brand = v.strictObject({
  id,
  name: v.pipe(v.string(), v.nonEmpty()),
  find: phrases,
  unless: v.optional(phrases),
  kind: v.picklist(['maker', 'product', 'technology', 'software', 'service']),
  /** Also a common noun, surname or place: then only with a marker such as "Fabrikat" or next to a type number. */
  ambiguous: v.optional(v.boolean()),
  goods: LocalText,
  sources,
});

/** An act, standard, class, scheme or number that no longer holds. */
export const Reference = v.strictObject({
  id,
  find: phrases,
  unless: v.optional(phrases),
  kind: v.picklist(['act', 'standard', 'class', 'label-number', 'scheme', 'number', 'authority']),
  since: v.pipe(isoDate, v.description('First day on which the old reference no longer holds.')),
  successor: LocalText,
  /** Text that may replace the matched words; absent when a person must decide. */
  replace: v.optional(LocalText),
  /** The text was in force only elsewhere, e.g. `SN`: not flagged there. */
  not_in: v.optional(v.array(v.string())),
  hint: v.optional(v.boolean()),
  note: v.optional(LocalText),
  law: v.optional(id),
  sources,
  examples: FlagExamples,
});

/** A wording rule: words that make a demand unclear. */
export const Wording = v.strictObject({
  id,
  rule: v.picklist(['vague-term', 'weak-modality']),
  find: phrases,
  unless: v.optional(phrases),
  slots: v.optional(v.array(Slot)),
  message: LocalText,
  fixes: v.optional(
    v.array(
      v.strictObject({
        title: LocalText,
        /** Replaces the found words; `{name}` holes become tab stops. */
        replace: v.optional(LocalText),
        /** Replaces the found words by this criterion's clause. */
        criterion: v.optional(id),
      }),
    ),
  ),
  law: v.optional(id),
  sources,
  examples: FlagExamples,
});

/** A named list of phrases the rules rest on: equivalence, evidence, modality, section headings … */
export const Vocabulary = v.strictObject({
  id,
  title: LocalText,
  find: phrases,
  unless: v.optional(phrases),
  examples: v.optional(FlagExamples),
});

/** A product group: what it is called, what matters in it. */
export const Product = v.strictObject({
  id,
  name: LocalText,
  find: v.pipe(phrases, v.description('Words that name the thing bought, compounds included.')),
  unless: v.optional(phrases),
  cpv: v.array(v.pipe(v.string(), v.regex(/^\d{8}$/))),
  contract: v.picklist(['supplies', 'services', 'works']),
  hot_spots: v.optional(LocalText),
  labour_risk: v.picklist(['low', 'medium', 'high']),
  labour_note: v.optional(LocalText),
  /** Neighbouring product groups whose criteria also apply. */
  also_check: v.optional(v.array(id)),
  /** Only when the front matter names it: never detected from words. */
  explicit_only: v.optional(v.boolean()),
  sources,
  examples: FlagExamples,
});

const perLevel = <S extends v.GenericSchema>(schema: S) =>
  v.strictObject({ 1: v.optional(schema), 2: v.optional(schema), 3: v.optional(schema) });

/** A value the clause states. Either `levels` with a sourced value or `ask: true`: the buyer fills it in. */
export const Param = v.strictObject({
  name: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9_]*$/)),
  label: LocalText,
  quantity: v.picklist([
    'time',
    'ratio',
    'power',
    'energy',
    'sound',
    'count',
    'mass',
    'length',
    'money',
    'concentration',
    'area',
    'number',
    'text',
  ]),
  unit: v.string(),
  direction: v.picklist(['higher-is-stricter', 'lower-is-stricter', 'none']),
  levels: v.optional(perLevel(v.number())),
  legal_minimum: v.optional(v.number()),
  ask: v.optional(v.boolean()),
});

/** How a bidder proves a demand. `clause` is a full sentence ready to stand after the demand. */
export const Proof = v.strictObject({
  kind: v.picklist([
    'label',
    'test-report',
    'certificate',
    'manufacturer-declaration',
    'self-declaration',
    'data-sheet',
    'audit',
    'list',
    'concept',
    'report',
    'delivery-note',
    'sample',
  ]),
  label: v.optional(id),
  standard: v.optional(v.string()),
  clause: LocalText,
  when: v.picklist(['bid', 'award', 'delivery', 'performance']),
});

export const Change = v.strictObject({
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  date: isoDate,
  change: v.picklist(['new', 'editorial', 'reference', 'reclassified', 'tightened', 'loosened', 'scope', 'substantive']),
  note: v.optional(LocalText),
});

/** One sustainability criterion: demand, reason, proof. */
export const Criterion = v.strictObject({
  id,
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  status: v.picklist(['draft', 'active', 'under-revision', 'superseded', 'withdrawn']),
  history: v.array(Change),
  review_by: isoDate,
  title: LocalText,
  kind: v.picklist(['requirement', 'prohibition', 'guidance', 'process-step']),
  slot: v.picklist(['selection', 'specification', 'award', 'performance', 'evidence']),
  obligation: v.picklist(['legal-duty', 'admin-rule', 'recommended', 'voluntary']),
  level: v.pipe(v.picklist([1, 2, 3]), v.description('Lowest level at which the criterion is wanted: 1 basic, 2 advanced, 3 ambitious.')),
  jurisdiction: v.optional(v.array(v.string())),
  authority: v.optional(v.array(v.picklist(['federal-ministry', 'federal', 'state', 'municipality', 'utility', 'other']))),
  applies_from: v.optional(v.number()),
  from: v.optional(isoDate),
  until: v.optional(isoDate),
  products: v.pipe(v.array(id), v.minLength(1)),
  cpv: v.optional(v.array(v.string())),
  /** eForms codes of BT-774, BT-775 and BT-776. */
  themes: v.array(
    v.picklist([
      'biodiv-eco',
      'circ-econ',
      'clim-adapt',
      'clim-mitig',
      'pollu-prev',
      'water-mar',
      'acc-all',
      'et-eq',
      'gen-eq',
      'hum-right',
      'opp',
      'work-cond',
      'mar-nov',
      'proc-innov',
      'prod-innov',
      'rd-act',
      'other',
    ]),
  ),
  lifecycle: v.array(
    v.picklist(['raw-material', 'production', 'transport', 'packaging', 'use', 'maintenance', 'end-of-life', 'whole-life']),
  ),
  sdg: v.optional(v.array(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(17)))),
  params: v.optional(v.array(Param)),
  clause: v.pipe(LocalText, v.description('The demand as a full sentence, with `{param}` holes.')),
  /** A clause of its own for a level, where the number alone does not make the difference. */
  clause_levels: v.optional(perLevel(LocalText)),
  reason: LocalText,
  proof: v.pipe(v.array(Proof), v.minLength(1)),
  award: v.optional(v.strictObject({ clause: LocalText, weight_min: v.number(), weight_max: v.number() })),
  follow_up: v.optional(v.strictObject({ who: LocalText, when: LocalText, how: LocalText })),
  law: v.optional(v.array(id)),
  labels: v.optional(v.array(id)),
  detect: v.pipe(phrases, v.minLength(1), v.description('Phrases by which a requirement is recognised as addressing the criterion.')),
  replaces: v.optional(v.array(id)),
  includes: v.optional(v.array(id)),
  also_check: v.optional(v.array(id)),
  sources,
  examples: v.strictObject({
    addresses: v.pipe(v.array(v.string()), v.description('Sentences that address the criterion.')),
    weak: v.optional(v.array(v.string())),
    ignores: v.pipe(v.array(v.string()), v.description('Sentences that look similar but do not.')),
  }),
});

/** One YAML file of a catalogue. */
export const CatalogueFile = v.strictObject({
  /** Holds for every record of the file that names no sources of its own. */
  sources: v.optional(v.array(Source)),
  laws: v.optional(v.array(Law)),
  labels: v.optional(v.array(Label)),
  standards: v.optional(v.array(Standard)),
  brands: v.optional(v.array(Brand)),
  references: v.optional(v.array(Reference)),
  wording: v.optional(v.array(Wording)),
  vocabulary: v.optional(v.array(Vocabulary)),
  products: v.optional(v.array(Product)),
  criteria: v.optional(v.array(Criterion)),
});

/** The schema of each kind of record, under the key that stands in the YAML file. The order is the order of reading and reporting. */
export const recordSchemas = {
  laws: Law,
  labels: Label,
  standards: Standard,
  brands: Brand,
  references: Reference,
  wording: Wording,
  vocabulary: Vocabulary,
  products: Product,
  criteria: Criterion,
} as const;

const off = v.optional(
  v.pipe(v.boolean(), v.description('Schaltet den Eintrag einer tieferen Ebene ab. Switches off the record of a lower layer.')),
);

/**
 * The same records as a later layer (organisation, workspace) may write them about an id that a lower layer holds:
 * any field may stand alone and replaces the field below; `off: true` switches the record off.
 */
export const overrideSchemas = {
  laws: v.strictObject({ ...v.partial(Law).entries, id, off }),
  labels: v.strictObject({ ...v.partial(Label).entries, id, off }),
  standards: v.strictObject({ ...v.partial(Standard).entries, id, off }),
  brands: v.strictObject({ ...v.partial(Brand).entries, id, off }),
  references: v.strictObject({ ...v.partial(Reference).entries, id, off }),
  wording: v.strictObject({ ...v.partial(Wording).entries, id, off }),
  vocabulary: v.strictObject({ ...v.partial(Vocabulary).entries, id, off }),
  products: v.strictObject({ ...v.partial(Product).entries, id, off }),
  criteria: v.strictObject({ ...v.partial(Criterion).entries, id, off }),
} as const;

/**
 * What the YAML editor is told (JSON Schema): every key and its values. Only `id` is required, because which further keys
 * are needed depends on whether a lower layer holds the record; Grünstift itself reports those.
 */
export const EditorFile = v.strictObject({
  sources: CatalogueFile.entries.sources,
  laws: v.optional(v.array(overrideSchemas.laws)),
  labels: v.optional(v.array(overrideSchemas.labels)),
  standards: v.optional(v.array(overrideSchemas.standards)),
  brands: v.optional(v.array(overrideSchemas.brands)),
  references: v.optional(v.array(overrideSchemas.references)),
  wording: v.optional(v.array(overrideSchemas.wording)),
  vocabulary: v.optional(v.array(overrideSchemas.vocabulary)),
  products: v.optional(v.array(overrideSchemas.products)),
  criteria: v.optional(v.array(overrideSchemas.criteria)),
});

export type LocalText = v.InferOutput<typeof LocalText>;
export type Source = v.InferOutput<typeof Source>;
export type Slot = v.InferOutput<typeof Slot>;
export type Law = v.InferOutput<typeof Law>;
export type LabelNumber = v.InferOutput<typeof LabelNumber>;
export type Label = v.InferOutput<typeof Label>;
export type Standard = v.InferOutput<typeof Standard>;
export type Brand = v.InferOutput<typeof Brand>;
export type Reference = v.InferOutput<typeof Reference>;
export type Wording = v.InferOutput<typeof Wording>;
export type Vocabulary = v.InferOutput<typeof Vocabulary>;
export type Product = v.InferOutput<typeof Product>;
export type Param = v.InferOutput<typeof Param>;
export type Proof = v.InferOutput<typeof Proof>;
export type Criterion = v.InferOutput<typeof Criterion>;
export type CatalogueFile = v.InferOutput<typeof CatalogueFile>;
