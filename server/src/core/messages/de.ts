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
  'label-misfit': 'Gütezeichen, das nicht belegt, was verlangt wird',
  'energy-class': 'Energieeffizienzklasse, die so nicht verlangt werden kann',
  'wrong-slot': 'Anforderung im falschen Abschnitt',
  'ilo-clause': 'ILO-Kernarbeitsnormen ohne Übereinkommen oder Nachweis',
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
  'label-misfit': '„{name}“ belegt nicht, was hier verlangt wird: {reason} Nennen Sie ein Zeichen, das passt.',
  'label-misfit.number': '„{name}“ gilt für „{covers}“, nicht für „{product}“. Nennen Sie die Vergabekriterien, die für die Ware gelten.',
  'label-misfit.related': 'auch „{name}“',
  'energy-class': '„{text}“: {reason}',
  'energy-class.top':
    '„{text}“ ist nach der neuen Skala für dieses Produkt nur von wenigen oder keinen Geräten zu erreichen. Prüfen Sie in der Datenbank EPREL das Angebot und verlangen Sie die beste Klasse mit genügend Auswahl.',
  'energy-class.consumption':
    '„{text}“: Verbrauchswerte werden nirgends abgefragt. Lassen Sie die Bieter den Energieverbrauch angeben (§ 67 VgV).',
  'wrong-slot.labour':
    '„{text}“ steht unter der Eignung. Arbeits- und Sozialstandards betreffen die Ausführung des Auftrags: verschieben Sie die Klausel zu den Ausführungsbedingungen.',
  'wrong-slot.references':
    '„{text}“ steht unter den Zuschlagskriterien. Referenzen und Erfahrung des Unternehmens gehören zur Eignung; gewertet werden darf nur die Erfahrung der Personen, die den Auftrag ausführen.',
  'wrong-slot.property':
    '„{text}“ steht unter der Eignung, beschreibt aber die Ware. Verschieben Sie die Anforderung in die Leistungsbeschreibung.',
  'ilo-clause':
    '„{text}“: Welche Übereinkommen gelten und wie Bieter die Einhaltung nachweisen, bleibt offen. Nennen Sie die Übereinkommen (oder eine Anlage) und den Nachweis.',
  'ilo-clause.list':
    '„{text}“: Welche Übereinkommen gelten, bleibt offen. Zählen Sie die Übereinkommen auf oder verweisen Sie auf eine Anlage.',
  'ilo-clause.proof': '„{text}“: Es fehlt, wie die Einhaltung nachgewiesen wird. Ergänzen Sie den Nachweis.',
  'ilo-clause.related': 'auch hier: „{text}“',
  'missing-criterion': '{product}: {count} von {total} Kriterien der Stufe „{level}“ fehlen noch: {criteria}{moreText}.',
  'missing-criterion.one': '{product}: 1 von {total} Kriterien der Stufe „{level}“ fehlt noch: {criteria}.',
  'bad-marker.form': '„{text}“ ist unvollständig. Erwartet wird zum Beispiel: gs-ignore label-equivalence: Begründung',
  'bad-marker.reason': 'Die Begründung fehlt. Ohne Begründung hinter „{name}:“ wird nichts ausgeblendet.',
  'bad-marker.rule': 'Die Regel „{name}“ gibt es nicht.',
  'bad-marker.rule.nearest': 'Die Regel „{name}“ gibt es nicht. Meinten Sie „{nearest}“?',
  'bad-marker.criterion': 'Das Kriterium „{name}“ steht nicht im Katalog.',
  'bad-marker.criterion.nearest': 'Das Kriterium „{name}“ steht nicht im Katalog. Meinten Sie „{nearest}“?',
  'bad-marker.version': 'Zu „{name}“ fehlt die Fassung, zum Beispiel {name}@1.',
  'bad-marker.front-matter': '{text}',
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
  'fitting-label': 'Durch „{name}“ ersetzen',
  'ask-value': '{title}',
  'best-class': 'Beste Klasse verlangen, die der Markt bietet',
  'ask-consumption': 'Angaben zum Energieverbrauch verlangen',
  'move-to-section': 'In den Abschnitt „{section}“ verschieben',
  'insert-ilo-clause': 'Vollständige Klausel mit Nachweis einfügen: {title}',
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
  labelHole: 'passendes Gütezeichen',
  bestClass: '[beste Klasse mit genügend Angebot laut EPREL] oder besser',
  askConsumption: 'Der Bieter muss mit dem Angebot den Energieverbrauch jedes Geräts in kWh laut Produktdatenblatt angeben.',
  iloTitle: 'ILO-Kernarbeitsnormen',
  iloClause:
    'Der Auftragnehmer muss sicherstellen, dass die gelieferten oder verwendeten Waren unter Beachtung der ILO-Kernarbeitsnormen (Übereinkommen Nr. 29, 87, 98, 100, 105, 111, 138, 155, 182 und 187) gewonnen und hergestellt sind. Der Nachweis ist durch ein Gütezeichen mit unabhängiger Prüfung, ein gleichwertiges Gütezeichen, den Bericht eines unabhängigen Audits der Fertigungsstätte oder, wenn beides nicht vorliegt, durch eine Erklärung des Herstellers zu führen, die Fertigungsstätten, festgestellte Risiken und Maßnahmen nennt.',
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
