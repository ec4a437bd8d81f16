/**
 * The catalogue's one schema: types, validation and the JSON Schema for the YAML editor all come from here.
 *
 * A catalogue file is a YAML mapping from record kind to a list of records. Any file may hold any kinds; the folders
 * of `criteria/` only help people find things. A criterion contains data: no code, no regular expressions.
 *
 * The descriptions are read by maintainers in the YAML editor: German first, then English.
 */
import * as v from 'valibot';
import { type Regime, regimes } from '../context';

/** A schema with the sentence that explains it in the YAML editor. */
const about = <S extends v.GenericSchema>(text: string, schema: S) => v.pipe(schema, v.description(text));
const optionalAbout = <S extends v.GenericSchema>(text: string, schema: S) => v.optional(about(text, schema));

const id = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(?:[-.][a-z0-9]+)*(?:\/[a-z0-9]+(?:[-.][a-z0-9]+)*)?$/, 'lower-case letters, digits and hyphens, at most one slash'),
  v.description('Kennung, bleibt für immer gleich: Kleinbuchstaben, z. B. `notebooks/battery-cycles`. Stable for ever, lower-case.'),
);
const date = v.pipe(v.string(), v.regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/, 'a date such as 2026-07-01, 2026-07 or 2026'));
const isoDate = v.pipe(v.string(), v.isoDate());
const url = v.pipe(v.string(), v.url());
const text = v.pipe(v.string(), v.nonEmpty());
const phrase = v.pipe(
  v.string(),
  v.nonEmpty(),
  v.description('Eine Suchphrase; die Schreibweise erklärt docs/phrase-language.md. A phrase; see docs/phrase-language.en.md.'),
);
const phrases = v.array(phrase);
const find = about('Suchphrasen, an denen die Stelle erkannt wird. Phrases that find the place.', phrases);
const unless = optionalAbout(
  'Ausnahmen: Überlappt eine davon die Fundstelle, gilt sie nicht. Exceptions: a match that overlaps one does not count.',
  phrases,
);
const law = optionalAbout('Kennung der Norm (laws), auf die sich die Fundstelle stützt. Id of the law the finding rests on.', id);
const jurisdiction = optionalAbout('Wo es gilt, z. B. DE, DE-HH, EU. Where it holds.', v.array(v.string()));

/** A text in German (required) and English. */
export const LocalText = v.strictObject({
  de: about('Deutsch, Pflicht. German, required.', text),
  en: optionalAbout('Englisch. English.', text),
});
const localText = (explanation: string) => about(explanation, LocalText);
const optionalLocalText = (explanation: string) => v.optional(localText(explanation));

/** Where a fact was read. `seen`: the primary or an official text; `seen-secondary`: a reliable report on it. Nothing weaker ships. */
export const Source = v.strictObject({
  publisher: about('Wer die Quelle herausgibt. Who publishes the source.', text),
  title: about('Titel der Quelle. Title of the source.', text),
  url: optionalAbout('Vollständige Adresse mit https://. Complete address.', url),
  date: optionalAbout(
    'Stand der Quelle: 2026-07-01, "2026-07" oder "2026" (Jahr in Anführungszeichen). Date of the source; quote a bare year.',
    date,
  ),
  checked: about('Tag, an dem jemand sie zuletzt gelesen hat (JJJJ-MM-TT). Day it was last read.', isoDate),
  confidence: about(
    'seen: amtlicher oder Originaltext gelesen; seen-secondary: verlässlicher Bericht darüber. Schwächeres wird nicht ausgeliefert. Nothing weaker ships.',
    v.picklist(['seen', 'seen-secondary']),
  ),
});

const sources = optionalAbout(
  'Belege. Ohne sie gelten die Quellen am Anfang der Datei. Sources; by default those at the top of the file.',
  v.array(Source),
);
/** Sentences that must (`flags`) and must not (`allows`) be found. They run as tests. */
const FlagExamples = about(
  'Beispielsätze; sie laufen als Tests. Example sentences; they run as tests.',
  v.strictObject({
    flags: about('Sätze, die gefunden werden müssen. Sentences that must be found.', v.array(v.string())),
    allows: about('Ähnliche Sätze, die nicht gefunden werden dürfen. Similar sentences that must not be found.', v.array(v.string())),
  }),
);

export const Slot = v.picklist(['context', 'subject', 'selection', 'specification', 'award', 'performance', 'evidence', 'unknown']);

const perRegime = <S extends v.GenericSchema>(schema: S) =>
  Object.fromEntries(regimes.map((regime) => [regime, schema])) as Record<Regime, S>;

/** A norm that findings and criteria refer to. */
export const Law = v.strictObject({
  id,
  title: v.pipe(v.string(), v.nonEmpty(), v.description('Wie zitiert, z. B. `§ 34 VgV`. As cited.')),
  says: localText('Was sie verlangt, in eigenen Worten. What it demands, in our own words.'),
  url: about('Adresse des Gesetzestextes. Address of the legal text.', url),
  from: optionalAbout('Gilt ab diesem Tag. In force from this day.', isoDate),
  until: optionalAbout('Galt bis zu diesem Tag. In force until this day.', isoDate),
  earlier: optionalAbout('Kennung der Norm, die vor `from` galt. Id of the law that held before `from`.', id),
  regimes: optionalAbout('Vergaberegime, in denen sie gilt. Regimes it holds in.', v.array(v.picklist(regimes))),
  twins: optionalAbout(
    'Was in anderen Vergaberegimen an ihrer Stelle gilt, z. B. `uvgo: uvgo-23`. What holds in its place in other regimes.',
    v.strictObject(perRegime(v.optional(id))),
  ),
  jurisdiction,
  sources,
});

/** One numbered criteria document of a label, e.g. DE-UZ 219. */
export const LabelNumber = v.strictObject({
  number: about("Nummer ohne Vorsatz, in Anführungszeichen: '219'. Number without prefix, quoted.", text),
  title: localText('Wofür das Dokument gilt. What the document covers.'),
  status: about(
    'live: gilt; superseded: abgelöst; unknown: nicht belegt. unknown: no source says.',
    v.picklist(['live', 'superseded', 'unknown']),
  ),
  until: optionalAbout('Letzter Tag der Geltung. Last day in force.', date),
  replaced_by: optionalAbout('Nummer des Nachfolgers. Number of its successor.', v.string()),
  products: optionalAbout('Produktgruppen, für die es gilt. Product groups it covers.', v.array(id)),
});

/** What a label is wrongly asked to prove; the words for each stand in criteria/wording/label-use.yaml. */
export const MisusedAspect = v.picklist(['labour', 'recycled', 'product', 'certification']);

/** A label (Gütezeichen), certification scheme or management system. */
export const Label = v.strictObject({
  id,
  name: localText('Name, wie er im Text stehen soll. Name as it should be written.'),
  find,
  unless,
  kind: about(
    'Art des Zeichens, z. B. type-1 (Umweltzeichen nach ISO 14024), management-system, company-scheme. Kind of label.',
    v.picklist([
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
  ),
  issuer: optionalAbout('Wer es vergibt. Who awards it.', v.string()),
  aspects: about(
    'Was es belegt. What it proves.',
    v.array(v.picklist(['environment', 'health', 'social', 'circular', 'energy', 'quality', 'animal-welfare'])),
  ),
  section34: about('Erfüllt es § 34 Abs. 2 VgV? Does it meet § 34 (2) VgV?', v.picklist(['yes', 'partly', 'no', 'statutory'])),
  section34_reason: localText('Warum. Why.'),
  edition: optionalLocalText('Welche Ausgabe zu nennen ist. Which edition to name.'),
  numbers: optionalAbout('Nummerierte Kriteriendokumente, z. B. DE-UZ 219. Numbered criteria documents.', v.array(LabelNumber)),
  not_for: optionalAbout(
    'Wofür es oft verlangt wird, ohne es zu belegen. What it is often asked to prove but does not.',
    v.array(
      v.strictObject({
        aspect: about(
          'labour: Arbeitsbedingungen; recycled: Recyclinganteil; product: Eigenschaft der Ware; certification: danach wird nicht zertifiziert. What it is asked to prove.',
          MisusedAspect,
        ),
        says: localText('Was es stattdessen belegt. What it proves instead.'),
      }),
    ),
  ),
  tiers: optionalAbout(
    'Stufen des Zeichens, die niedrigste zuerst. Nur belegte. Tiers of the label, the lowest first. Sourced ones only.',
    v.array(LocalText),
  ),
  equivalent_proof: optionalLocalText('Was statt des Zeichens als Nachweis genügt. What else is accepted as proof.'),
  pitfall: optionalLocalText('Häufiger Irrtum. Common mistake.'),
  products: optionalAbout('Produktgruppen, zu denen es passt. Product groups it fits.', v.array(id)),
  url: optionalAbout('Adresse des Zeichens. Address of the label.', url),
  sources,
  examples: FlagExamples,
});

/** What is special about a standard or a family of standards. Standards are recognised by their prefix and number without being listed. */
export const Standard = v.strictObject({
  id,
  title: localText('Worum es geht. What it is about.'),
  /** Normalised names without edition, e.g. `DIN EN ISO 7779`; a range as `DIN 18299..18459`. */
  names: about(
    'Namen ohne Ausgabe, z. B. `DIN EN ISO 7779`; Bereich: `DIN 18299..18459`. Names without edition, or a range.',
    v.array(v.pipe(v.string(), v.nonEmpty())),
  ),
  kind: about(
    'Art: Prüfverfahren, Managementsystem, Vertragsbedingungen, gesetzlich, Leitfaden, Produktnorm. Kind of standard.',
    v.picklist(['test-method', 'management-system', 'contract-terms', 'statutory', 'guidance', 'product']),
  ),
  sources,
  examples: v.optional(FlagExamples),
});

/** A brand, maker, product line or maker-bound technology met in public purchasing. */
export const Brand = v.strictObject({
  id,
  name: about('Name der Marke. Name of the brand.', text),
  find,
  unless,
  kind: about(
    'Hersteller, Produkt, Technik, Software oder Dienst. Maker, product, technology, software or service.',
    v.picklist(['maker', 'product', 'technology', 'software', 'service']),
  ),
  /** Also a common noun, surname or place: then only with a marker such as "Fabrikat" or next to a type number. */
  ambiguous: optionalAbout(
    'Auch ein gewöhnliches Wort, Name oder Ort: gilt dann nur neben „Fabrikat“, „Typ“ und dergleichen. Also a common word: counts only next to a marker.',
    v.boolean(),
  ),
  goods: localText('Wofür die Marke steht. What the brand is known for.'),
  sources,
  /** Needed for ambiguous ones: `allows` holds sentences in which the word is not the brand. */
  examples: v.optional(FlagExamples),
});

/** An act, standard, class, scheme or number that no longer holds. */
export const Reference = v.strictObject({
  id,
  find,
  unless,
  kind: about(
    'Was überholt ist: Gesetz, Norm, Klasse, Zeichennummer, System, Nummer, Behörde. What is outdated.',
    v.picklist(['act', 'standard', 'class', 'label-number', 'scheme', 'number', 'authority']),
  ),
  since: v.pipe(
    isoDate,
    v.description('Erster Tag, an dem der alte Verweis nicht mehr gilt. First day on which the old reference no longer holds.'),
  ),
  successor: localText('Was an seine Stelle getreten ist. What replaced it.'),
  /** Text that may replace the matched words; absent when a person must decide. */
  replace: optionalLocalText(
    'Text, der die gefundenen Worte ersetzen darf; fehlt, wenn ein Mensch entscheiden muss. Text that may replace the words found.',
  ),
  /** The text was in force only elsewhere, e.g. `SN`: not flagged there. */
  not_in: optionalAbout('Länder, in denen der Verweis noch gilt, z. B. SN. Länder where it still holds.', v.array(v.string())),
  hint: optionalAbout('true: nur ein Hinweis. true: only a hint.', v.boolean()),
  /** Nothing that could be read says that the reference has ended; that something newer covers its matter is sourced. Never with `replace`. */
  ask: optionalAbout(
    'true: Das Ende ist nicht belegt. Grünstift behauptet es nicht, sondern bittet um Prüfung; „successor“ nennt, womit zu vergleichen ist, „since“ seit wann es das gibt. true: no source for the end; the reader is asked to check.',
    v.boolean(),
  ),
  note: optionalLocalText('Zusatz für den Leser. A note for the reader.'),
  law,
  sources,
  examples: FlagExamples,
});

/** A wording rule: words that make a demand unclear. */
export const Wording = v.strictObject({
  id,
  rule: about('Regel, die die Fundstelle meldet. The rule that reports it.', v.picklist(['vague-term', 'weak-modality', 'energy-class'])),
  find,
  unless,
  slots: optionalAbout('Nur in diesen Abschnittsarten. Only in sections of these kinds.', v.array(Slot)),
  message: localText('Was zu sagen ist. What to say.'),
  fixes: optionalAbout(
    'Vorschläge, den bevorzugten zuerst. Fixes, the preferred one first.',
    v.array(
      v.strictObject({
        form: optionalAbout(
          'Nur vor einem Hauptwort (attributive) oder nach dem Verb (predicative). Only before a noun or after the verb.',
          v.picklist(['attributive', 'predicative']),
        ),
        title: localText('Text im Glühbirnen-Menü. Text in the light bulb menu.'),
        /** Replaces the found words; `{name}` holes become tab stops. */
        replace: optionalLocalText(
          'Ersetzt die gefundenen Worte; {name} wird zur Lücke. Replaces the words found; {name} becomes a tab stop.',
        ),
        /** Replaces the found words by this criterion's clause. */
        criterion: optionalAbout('Setzt die Klausel dieses Kriteriums ein. Inserts the clause of this criterion.', id),
      }),
    ),
  ),
  law,
  sources,
  examples: FlagExamples,
});

/** A named list of phrases the rules rest on: equivalence, evidence, modality, section headings … */
export const Vocabulary = v.strictObject({
  id,
  title: localText('Wozu die Liste dient. What the list is for.'),
  find,
  unless,
  examples: v.optional(FlagExamples),
});

/** A product group: what it is called, what matters in it. */
export const Product = v.strictObject({
  id,
  name: localText('Name der Produktgruppe. Name of the product group.'),
  find: v.pipe(
    phrases,
    v.description('Worte, die den Gegenstand nennen, auch Zusammensetzungen. Words that name the thing bought, compounds included.'),
  ),
  unless,
  cpv: about(
    "CPV-Codes, acht Ziffern in Anführungszeichen: '30197643'. CPV codes, eight digits, quoted.",
    v.array(v.pipe(v.string(), v.regex(/^\d{8}$/))),
  ),
  contract: about('Liefer-, Dienst- oder Bauleistung. Supplies, services or works.', v.picklist(['supplies', 'services', 'works'])),
  hot_spots: optionalLocalText('Wo die Belastungen liegen. Where the burdens lie.'),
  labour_risk: about('Risiko für Menschen in der Lieferkette. Risk for people in the supply chain.', v.picklist(['low', 'medium', 'high'])),
  labour_note: optionalLocalText('Erläuterung dazu. A note on it.'),
  /** Neighbouring product groups whose criteria also apply. */
  also_check: optionalAbout('Nachbargruppen, deren Kriterien auch gelten. Neighbouring groups whose criteria also apply.', v.array(id)),
  /** Only when the front matter names it: never detected from words. */
  explicit_only: optionalAbout('true: nur, wenn der Dokumentkopf sie nennt. true: only when the front matter names it.', v.boolean()),
  sources,
  examples: FlagExamples,
});

const perLevel = <S extends v.GenericSchema>(schema: S) =>
  v.strictObject({ 1: v.optional(schema), 2: v.optional(schema), 3: v.optional(schema) });

/** A value the clause states. Either `levels` with a sourced value or `ask: true`: the buyer fills it in. */
export const Param = v.strictObject({
  name: v.pipe(
    v.string(),
    v.regex(/^[a-z][a-z0-9_]*$/),
    v.description('Name der Lücke: {name} in der Klausel. Name of the hole in the clause.'),
  ),
  label: localText('Wie der Wert heißt. What the value is called.'),
  quantity: about(
    'Größenart, z. B. time, ratio, power. Kind of quantity.',
    v.picklist([
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
  ),
  unit: about(
    'Einheit; sie steht auch in der Klausel hinter der Lücke. Leer bei reinen Zahlen. Unit; the clause names it behind the hole. Empty for bare numbers.',
    v.string(),
  ),
  direction: about('Welcher Wert strenger ist. Which value is stricter.', v.picklist(['higher-is-stricter', 'lower-is-stricter', 'none'])),
  levels: optionalAbout('Belegter Wert je Stufe: 1 Basis, 2 erweitert, 3 ambitioniert. Sourced value a level.', perLevel(v.number())),
  not_beside: optionalAbout(
    'Worte, neben denen Zahlen in einem anderen Maß gemeint sind (CIE neben einem ISO-Weißgrad): dann wird nicht verglichen. Words beside which numbers are of another scale: then nothing is compared.',
    v.array(text),
  ),
  legal_minimum: optionalAbout('Wert, den das Recht ohnehin verlangt. Value the law demands anyway.', v.number()),
  ask: optionalAbout(
    'true: kein belegter Wert, der Auftraggeber füllt ihn aus. true: no sourced value, the buyer fills it in.',
    v.boolean(),
  ),
});

/** How a bidder proves a demand. `clause` is a full sentence ready to stand after the demand. */
export const Proof = v.strictObject({
  kind: about(
    'Art des Nachweises. Kind of proof.',
    v.picklist([
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
  ),
  label: optionalAbout('Kennung des Gütezeichens (labels). Id of the label.', id),
  standard: optionalAbout('Norm, nach der geprüft wird. Standard of the test.', v.string()),
  clause: localText('Vollständiger Satz, der hinter der Forderung stehen kann. A full sentence ready to stand after the demand.'),
  when: about(
    'Wann vorzulegen: Angebot, Zuschlag, Lieferung, Ausführung. When it is due.',
    v.picklist(['bid', 'award', 'delivery', 'performance']),
  ),
});

export const Change = v.strictObject({
  version: about('Version, die mit der Änderung entstand. Version made by the change.', v.pipe(v.number(), v.integer(), v.minValue(1))),
  date: about('Tag der Änderung. Day of the change.', isoDate),
  change: about(
    'Art der Änderung, z. B. editorial (redaktionell), tightened (verschärft), loosened (gelockert). Kind of change.',
    v.picklist(['new', 'editorial', 'reference', 'reclassified', 'tightened', 'loosened', 'scope', 'substantive']),
  ),
  note: optionalLocalText('Was sich geändert hat. What changed.'),
});

/** One sustainability criterion: demand, reason, proof. */
export const Criterion = v.strictObject({
  id,
  version: about(
    'Laufende Nummer, bei jeder Änderung um 1 höher. Counts up with each change.',
    v.pipe(v.number(), v.integer(), v.minValue(1)),
  ),
  status: about(
    'draft: Entwurf; active: gilt; under-revision: in Überarbeitung; superseded: ersetzt; withdrawn: zurückgezogen. State of the criterion.',
    v.picklist(['draft', 'active', 'under-revision', 'superseded', 'withdrawn']),
  ),
  history: about('Alle Versionen, auch die erste. All versions, the first included.', v.array(Change)),
  review_by: about('Spätestens dann neu prüfen. To be reviewed by this day.', isoDate),
  title: localText('Kurzer Name. A short name.'),
  kind: about(
    'Anforderung, Verbot, Empfehlung oder Verfahrensschritt. Requirement, prohibition, guidance or process step.',
    v.picklist(['requirement', 'prohibition', 'guidance', 'process-step']),
  ),
  slot: about(
    'Abschnitt, in den die Klausel gehört. Section the clause belongs in.',
    v.picklist(['selection', 'specification', 'award', 'performance', 'evidence']),
  ),
  obligation: about(
    'Wie verbindlich: Gesetz, Verwaltungsvorschrift, empfohlen, freiwillig. How binding.',
    v.picklist(['legal-duty', 'admin-rule', 'recommended', 'voluntary']),
  ),
  level: v.pipe(
    v.picklist([1, 2, 3]),
    v.description(
      'Niedrigste Stufe, auf der das Kriterium gewollt ist: 1 Basis, 2 erweitert, 3 ambitioniert. Lowest level at which the criterion is wanted: 1 basic, 2 advanced, 3 ambitious.',
    ),
  ),
  jurisdiction,
  authority: optionalAbout(
    'Nur für diese Auftraggeber. Only for these buyers.',
    v.array(v.picklist(['federal-ministry', 'federal', 'state', 'municipality', 'utility', 'other'])),
  ),
  applies_from: optionalAbout('Ab diesem Auftragswert in EUR netto. From this contract value, EUR net.', v.number()),
  from: optionalAbout('Gilt ab diesem Tag. Holds from this day.', isoDate),
  until: optionalAbout('Gilt bis zu diesem Tag. Holds until this day.', isoDate),
  products: v.pipe(v.array(id), v.minLength(1), v.description('Produktgruppen. Product groups.')),
  cpv: optionalAbout('Engere CPV-Codes. Narrower CPV codes.', v.array(v.string())),
  /** eForms codes of BT-774, BT-775 and BT-776. */
  themes: about(
    'eForms-Codes aus BT-774, BT-775, BT-776. eForms codes.',
    v.array(
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
  ),
  lifecycle: about(
    'Lebensabschnitt, in dem es wirkt. Stage of life it acts on.',
    v.array(v.picklist(['raw-material', 'production', 'transport', 'packaging', 'use', 'maintenance', 'end-of-life', 'whole-life'])),
  ),
  sdg: optionalAbout(
    'Ziele der Agenda 2030 (1 bis 17). Sustainable development goals.',
    v.array(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(17))),
  ),
  params: optionalAbout('Werte, die in der Klausel stehen. Values the clause states.', v.array(Param)),
  clause: v.pipe(
    LocalText,
    v.description('Die Forderung als vollständiger Satz, mit {name}-Lücken. The demand as a full sentence, with `{param}` holes.'),
  ),
  /** A clause of its own for a level, where the number alone does not make the difference. */
  clause_levels: optionalAbout(
    'Eigene Klausel je Stufe, wo die Zahl allein nicht genügt. A clause of its own for a level.',
    perLevel(LocalText),
  ),
  reason: localText('Warum das gefordert wird. Why it is demanded.'),
  proof: v.pipe(v.array(Proof), v.minLength(1), v.description('Nachweise, der übliche zuerst. Proofs, the usual one first.')),
  award: optionalAbout(
    'Dasselbe als Zuschlagskriterium. The same as an award criterion.',
    v.strictObject({
      clause: localText('Wertungsklausel. Scoring clause.'),
      weight_min: about('Kleinstes übliches Gewicht in Prozent. Smallest usual weight, per cent.', v.number()),
      weight_max: about('Größtes übliches Gewicht in Prozent. Greatest usual weight, per cent.', v.number()),
    }),
  ),
  follow_up: optionalAbout(
    'Kontrolle während der Ausführung. Control during performance.',
    v.strictObject({
      who: localText('Wer. Who.'),
      when: localText('Wann. When.'),
      how: localText('Wie. How.'),
    }),
  ),
  law: optionalAbout('Normen (laws), auf denen es beruht. Laws it rests on.', v.array(id)),
  labels: optionalAbout('Gütezeichen (labels), die es belegen. Labels that prove it.', v.array(id)),
  detect: v.pipe(
    phrases,
    v.minLength(1),
    v.description(
      'Phrasen, an denen eine Anforderung als Antwort auf das Kriterium erkannt wird. Phrases by which a requirement is recognised as addressing the criterion.',
    ),
  ),
  replaces: optionalAbout('Frühere Kriterien, die es ablöst. Former criteria it replaces.', v.array(id)),
  includes: optionalAbout('Kriterien, die es mit erfüllt. Criteria it covers as well.', v.array(id)),
  also_check: optionalAbout('Kriterien, an die man auch denken soll. Criteria to think of, too.', v.array(id)),
  sources,
  examples: about(
    'Beispielsätze; sie laufen als Tests. Example sentences; they run as tests.',
    v.strictObject({
      addresses: v.pipe(v.array(v.string()), v.description('Sätze, die das Kriterium ansprechen. Sentences that address the criterion.')),
      weak: optionalAbout(
        'Sätze, die es ansprechen, aber zu wenig verlangen. Sentences that address it but demand too little.',
        v.array(v.string()),
      ),
      ignores: v.pipe(
        v.array(v.string()),
        v.description('Ähnliche Sätze, die es nicht ansprechen. Sentences that look similar but do not.'),
      ),
    }),
  ),
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

const off = optionalAbout(
  'true: schaltet den Eintrag einer tieferen Ebene ab. true: switches off the record of a lower layer.',
  v.boolean(),
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

const list = <S extends v.GenericSchema>(explanation: string, record: S) => optionalAbout(explanation, v.array(record));

/**
 * What the YAML editor is told (JSON Schema): every key and its values. Only `id` is required, because which further keys
 * are needed depends on whether a lower layer holds the record; Grünstift itself reports those.
 */
export const EditorFile = v.strictObject({
  sources: list('Quellen für alle Einträge der Datei, die keine eigenen nennen. Sources for all records that name none.', Source),
  laws: list('Normen, auf die Fundstellen und Kriterien verweisen. Laws.', overrideSchemas.laws),
  labels: list('Gütezeichen, Zertifikate, Managementsysteme. Labels.', overrideSchemas.labels),
  standards: list('Besonderheiten technischer Normen. Technical standards.', overrideSchemas.standards),
  brands: list('Marken, Hersteller, Produkte. Brands.', overrideSchemas.brands),
  references: list('Verweise, die nicht mehr gelten. Outdated references.', overrideSchemas.references),
  wording: list('Worte, die eine Forderung unklar machen. Wording rules.', overrideSchemas.wording),
  vocabulary: list('Wortlisten, auf denen die Regeln beruhen. Vocabularies.', overrideSchemas.vocabulary),
  products: list('Produktgruppen. Product groups.', overrideSchemas.products),
  criteria: list('Nachhaltigkeitskriterien: Forderung, Grund, Nachweis. Sustainability criteria.', overrideSchemas.criteria),
});

export type LocalText = v.InferOutput<typeof LocalText>;
export type Source = v.InferOutput<typeof Source>;
export type Slot = v.InferOutput<typeof Slot>;
export type Law = v.InferOutput<typeof Law>;
export type LabelNumber = v.InferOutput<typeof LabelNumber>;
export type Label = v.InferOutput<typeof Label>;
export type MisusedAspect = v.InferOutput<typeof MisusedAspect>;
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
