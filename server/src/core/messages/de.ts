import type { RuleId } from '../findings';

/** German messages. `{name}` holes are filled from the values of the message; see index.ts for the names it looks up in the catalogue. */
export const titles: Record<RuleId, string> = {
  'label-equivalence': 'Gütezeichen ohne „oder gleichwertig“',
  'standard-equivalence': 'Norm ohne „oder gleichwertig“',
  'brand-neutrality': 'Produkt oder Hersteller ohne „oder gleichwertig“',
  'vague-term': 'Begriff, der sich nicht prüfen lässt',
  'weak-modality': 'Abgeschwächte Anforderung',
  'outdated-reference': 'Veralteter Verweis',
  'missing-evidence': 'Anforderung ohne Nachweis',
  'missing-criterion': 'Nachhaltigkeitskriterien, die noch fehlen',
  'bad-marker': 'Hinweis an Grünstift, der nicht befolgt werden kann',
};

export const templates: Record<string, string> = {
  'label-equivalence': '„{name}“ wird verlangt, ohne gleichwertige Gütezeichen zuzulassen. Ergänzen Sie „oder gleichwertig“.',
  'label-equivalence.many': 'Gütezeichen werden verlangt, ohne gleichwertige zuzulassen: {names}. Ergänzen Sie „oder gleichwertig“.',
  'label-equivalence.related': 'auch „{name}“',
  'standard-equivalence': '„{name}“ wird verlangt, ohne gleichwertige Normen zuzulassen. Ergänzen Sie „oder gleichwertig“.',
  'standard-equivalence.many': 'Normen werden verlangt, ohne gleichwertige zuzulassen: {names}. Ergänzen Sie „oder gleichwertig“.',
  'standard-equivalence.related': 'auch „{name}“',
  'brand-neutrality':
    '„{name}“ legt ein Produkt oder einen Hersteller fest. Beschreiben Sie die Funktion oder ergänzen Sie „oder gleichwertig“.',
  'brand-neutrality.many':
    'Produkte oder Hersteller werden festgelegt: {names}. Beschreiben Sie die Funktion oder ergänzen Sie „oder gleichwertig“.',
  'brand-neutrality.related': 'auch „{name}“',
  'vague-term': '„{text}“: {reason}',
  'vague-term.related': 'auch „{text}“',
  'weak-modality': '„{text}“: {reason}',
  'outdated-reference': '„{text}“ ist überholt{sinceText}. {successor}',
  'outdated-reference.related': 'auch „{text}“',
  'outdated-reference.draft':
    '„{text}“ ist ein Norm-Entwurf. Prüfen Sie, ob die Norm inzwischen erschienen ist, und nennen Sie ihre Ausgabe.',
  'missing-evidence': 'Es fehlt, wie Bieter „{title}“ nachweisen. Ergänzen Sie den Nachweis.',
  'missing-criterion': '{product}: {count} von {total} Kriterien der Stufe „{level}“ fehlen noch: {criteria}{moreText}.',
  'missing-criterion.one': '{product}: 1 von {total} Kriterien der Stufe „{level}“ fehlt noch: {criteria}.',
  'bad-marker.form': '„{text}“ ist unvollständig. Erwartet wird zum Beispiel: gs-ignore label-equivalence: Begründung',
  'bad-marker.reason': 'Die Begründung fehlt. Ohne Begründung hinter „{name}:“ wird nichts ausgeblendet.',
  'bad-marker.rule': 'Die Regel „{name}“ gibt es nicht.',
  'bad-marker.rule.nearest': 'Die Regel „{name}“ gibt es nicht. Meinten Sie „{nearest}“?',
  'bad-marker.criterion': 'Das Kriterium „{name}“ steht nicht im Katalog.',
  'bad-marker.criterion.nearest': 'Das Kriterium „{name}“ steht nicht im Katalog. Meinten Sie „{nearest}“?',
  'bad-marker.version': 'Zu „{name}“ fehlt die Fassung, zum Beispiel {name}@1.',
  'bad-marker.front-matter-line': 'Die Zeile „{text}“ ist keine Angabe. Schreiben Sie „schlüssel: wert“.',
  'bad-marker.front-matter-twice': '„{text}“ steht zweimal. Löschen Sie eine der beiden Angaben.',
  'bad-marker.front-matter-list': 'Die Liste „{text}“ ist unvollständig. Schreiben Sie zum Beispiel [notebooks, desktops].',
  'bad-marker.config-not-allowed': '„{value}“ ist bei „{key}“ nicht möglich; möglich: {allowed}.',
  'bad-marker.config-missing': 'Hier fehlt „{key}“.',
  'bad-marker.config-rules-mapping': 'Unter „rules“ steht je Regel eine Zeile, z. B. „vague-term: hint“; möglich sind {allowed}.',
  'bad-marker.config-unknown-key': 'Unbekannter Schlüssel „{key}“; möglich sind: {known}.',
  'bad-marker.config-unknown-key-near': 'Unbekannter Schlüssel „{key}“. Gemeint ist wohl „{near}“.',
};

export const words = {
  since: ' (seit {date})',
  successor: 'Jetzt gilt: {text}.',
  numberReplaced: 'Jetzt gilt: DE-UZ {number}.',
  numberDead: 'Diese Vergabekriterien gelten nicht mehr.',
  more: ' und {count} weitere',
  levels: { 1: 'Basis', 2: 'Erweitert', 3: 'Ambitioniert' } as Record<number, string>,
  quote: ['„', '“'] as const,
  listSeparator: '; ',
};

export const fixTitles: Record<string, string> = {
  'append-equivalence': '„oder gleichwertig“ ergänzen',
  'equivalence-sentence.label': 'Satz zu gleichwertigen Gütezeichen und anderen Nachweisen anfügen',
  'equivalence-clause': 'Gleichwertigkeitsklausel für das ganze Dokument einfügen',
  'replace-term': '{title}',
  'insert-clause': '„{title}“ als prüfbare Anforderung einfügen',
  'drop-hedge': '„{text}“ streichen',
  'update-reference': 'Durch „{text}“ ersetzen',
  'insert-proof': 'Nachweis ergänzen: {title}',
  'insert-criterion': '„{title}“ mit Nachweis einfügen',
  'insert-all': 'Alle {count} fehlenden Kriterien mit Nachweis einfügen',
  waive: 'Auf „{title}“ mit Begründung verzichten',
  ignore: 'An dieser Stelle mit Begründung ausblenden: {rule}',
  'nearest-id': 'Durch „{text}“ ersetzen',
  'add-reason': 'Begründung ergänzen',
};

export const phrases = {
  equivalent: 'oder gleichwertig',
  labelSentence:
    'Gütezeichen mit gleichwertigen Anforderungen werden anerkannt; konnte ein Bieter aus Gründen, die er nicht zu vertreten hat, keines rechtzeitig erlangen, auch andere geeignete Nachweise.',
  documentClause:
    'Soweit in diesen Unterlagen auf Gütezeichen, Normen, Fabrikate, Hersteller oder Typen Bezug genommen wird, gilt dies stets mit dem Zusatz „oder gleichwertig“.',
  reasonHole: 'Begründung',
  askHole: '{label} festlegen',
  sections: {
    selection: 'Eignung',
    specification: 'Anforderungen an die Leistung',
    award: 'Zuschlagskriterien',
    performance: 'Ausführungsbedingungen',
    evidence: 'Nachweise',
  } as Record<string, string>,
};
