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
  'award-weights': 'Zuschlagskriterien ohne stimmige Gewichtung',
  'award-scale': 'Qualitätskriterium ohne Bewertungsmaßstab',
  'exclusion-in-award': 'Ausschlusskriterium mit Gewicht in der Wertung',
  'double-use': 'Dasselbe in Eignung und Wertung',
  'lcc-method': 'Lebenszykluskosten ohne Berechnungsmethode',
  'material-prescribed': 'Werkstoff ohne „oder gleichwertig“',
  'regional-origin': 'Herkunft oder Sitz vorgeschrieben',
  'company-level': 'Anforderung an das Unternehmen statt an die Leistung',
  'counter-criterion': 'Vorgabe gegen die nachhaltige Wahl',
  'label-misfit': 'Gütezeichen, das nicht belegt, was verlangt wird',
  'energy-class': 'Energieeffizienzklasse, die so nicht verlangt werden kann',
  'wrong-slot': 'Anforderung im falschen Abschnitt',
  'ilo-clause': 'ILO-Kernarbeitsnormen ohne Übereinkommen oder Nachweis',
  'weak-threshold': 'Anforderung, die weniger verlangt, als sie soll',
  'legal-minimum': 'Wert, den das Recht ohnehin verlangt',
  'conflicting-threshold': 'Zwei verschiedene Werte für dieselbe Eigenschaft',
  'variants-silent': 'Keine Angabe zu Nebenangeboten',
  'negative-list': 'Ware von der Negativliste',
  'wrong-addressee': 'Pflicht, die diesen Auftraggeber nicht bindet',
  'also-check': 'Benachbarte Produktgruppe',
  'stale-criterion': 'Klausel nach älterer Fassung des Kriteriums',
  'drifted-criterion': 'Klausel schwächer als das Kriterium',
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
  'outdated-reference.ask': 'Prüfen Sie, ob „{text}“ noch gilt. {successor}',
  'outdated-reference.draft':
    '„{text}“ ist ein Norm-Entwurf. Prüfen Sie, ob die Norm inzwischen erschienen ist, und nennen Sie ihre Ausgabe.',
  'missing-evidence': 'Es fehlt, wie Bieter „{title}“ nachweisen. Ergänzen Sie den Nachweis.',
  'missing-evidence.many':
    'Für {count} Anforderungen dieser Aufstellung fehlt ein Nachweis: {criteria}{moreText}. Ergänzen Sie die Nachweise oder einen Satz für alle.',
  'missing-evidence.related': 'auch „{title}“',
  'award-weights.none':
    'Die Zuschlagskriterien haben keine Gewichtung. Geben Sie jedem Kriterium ein Gewicht in Prozent oder Punkten, damit Bieter wissen, was wie viel zählt.',
  'award-weights.missing': '„{name}“ hat keine Gewichtung, die anderen Kriterien ergeben weniger als 100 %. Ergänzen Sie das Gewicht.',
  'award-weights.sum': 'Die Gewichte der Kriterien ergeben {sum} % statt 100 %. Berichtigen Sie die Gewichte.',
  'award-weights.parts':
    'Die Gewichte der Unterkriterien von „{name}“ ergeben {sum} %. Sie müssen das Gewicht des Kriteriums ({weight} %) oder 100 % ergeben.',
  'award-weights.words':
    '„{text}“: Wie viel die Kriterien zählen, steht nur in Worten. Geben Sie jedem Kriterium ein Gewicht in Prozent oder Punkten.',
  'award-weights.related': 'weiteres Gewicht: {value} %',
  'award-weights.also': 'auch „{name}“',
  'award-scale': 'Für „{name}“ fehlt, wofür es wie viele Punkte gibt. Ergänzen Sie einen Bewertungsmaßstab.',
  'exclusion-in-award':
    '„{name}“ führt zum Ausschluss und wird zugleich gewichtet. Trennen Sie: das Mindeste in die Leistungsbeschreibung, in der Wertung zählt nur, was darüber hinausgeht.',
  'double-use':
    '„{text}“ wird bei der Eignung verlangt und beim Zuschlag noch einmal gewertet. Werten Sie nur, was das Angebot betrifft, oder prüfen Sie es nur bei der Eignung.',
  'double-use.related': 'bei der Eignung: „{text}“',
  'double-use.related-award': 'beim Zuschlag: „{text}“',
  'lcc-method':
    '„{text}“ soll zählen, aber es steht nicht da, wie gerechnet wird. Nennen Sie Zeitraum, Zinssatz, Preise und das Berechnungsblatt.',
  'material-prescribed':
    '„{text}“ legt den Werkstoff fest. Ergänzen Sie „oder gleichwertig“, oder nennen Sie den Grund, warum nur dieser Werkstoff in Frage kommt.',
  'material-prescribed.related': 'auch „{text}“',
  'regional-origin':
    '„{text}“ bevorzugt Bieter oder Waren aus einer Gegend. Beschreiben Sie, worauf es ankommt: Saison, Frische, Emissionen des Transports oder Reaktionszeit.',
  'regional-origin.award':
    '„{text}“ gibt Punkte für die Gegend, aus der Bieter oder Waren kommen. Bewerten Sie, worauf es ankommt: Saison, Frische, Emissionen des Transports oder Reaktionszeit.',
  'regional-origin.related': 'auch „{text}“',
  'company-level':
    '„{text}“ betrifft das Unternehmen im Ganzen, nicht die Leistung. Verlangen Sie Maßnahmen für diesen Auftrag, oder prüfen Sie ein Umweltmanagement bei der Eignung.',
  'company-level.award':
    '„{text}“ bewertet das Unternehmen im Ganzen, nicht das Angebot. Bewerten Sie ein Umweltkonzept für diesen Auftrag, oder prüfen Sie ein Umweltmanagement bei der Eignung.',
  'company-level.related': 'auch „{text}“',
  'counter-criterion':
    '„{text}“ schließt die nachhaltige Wahl aus. Streichen Sie die Vorgabe, lassen Sie die Alternative zu, oder begründen Sie sie mit Sicherheit, Hygiene oder Ähnlichem.',
  'counter-criterion.new': '„{text}“ schließt generalüberholte Ware aus. Lassen Sie sie zu, wo sie denselben Zweck erfüllt.',
  'counter-criterion.whiteness':
    '„{text}“ schließt Recyclingpapier mit dem Blauen Engel aus: Es darf höchstens ISO 100 oder CIE 135 haben. Machen Sie aus der Vorgabe eine Obergrenze.',
  'counter-criterion.related': 'auch „{text}“',
  'label-misfit': '„{name}“ belegt nicht, was hier verlangt wird: {reason} Nennen Sie ein Zeichen, das passt.',
  'label-misfit.number': '„{name}“ gilt für „{covers}“, nicht für „{product}“. Nennen Sie die Vergabekriterien, die für die Ware gelten.',
  'label-misfit.related': 'auch „{name}“',
  'energy-class': '„{text}“: {reason}',
  'energy-class.top':
    '„{text}“ ist nach der neuen Skala für dieses Produkt nur von wenigen oder keinen Geräten zu erreichen. Prüfen Sie in der Datenbank EPREL das Angebot und verlangen Sie die beste Klasse mit genügend Auswahl.',
  'energy-class.consumption':
    '„{text}“: Verbrauchswerte werden nirgends abgefragt. Lassen Sie die Bieter den Energieverbrauch angeben (§ 67 VgV).',
  'wrong-slot.related': 'auch „{text}“',
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
  'weak-threshold':
    '„{text}“ verlangt weniger als das Kriterium „{title}“ auf der Stufe „{level}“: {bound} {wanted}. Verschärfen Sie den Wert oder begründen Sie ihn.',
  'weak-threshold.open':
    '„{text}“ legt nicht fest, was zu erreichen ist: Auch ein viel schlechterer Wert erfüllt die Anforderung. Schreiben Sie „{bound}“ und den Wert.',
  'weak-threshold.measure':
    '„{text}“ lässt offen, wie viel verlangt wird; kein Angebot lässt sich daran messen. Nennen Sie einen Wert, einen Anteil oder eine bestimmte Ausführung.',
  'weak-threshold.hedge':
    '„{text}“ lässt offen, ob und wie weit „{title}“ verlangt wird; kein Angebot lässt sich daran messen. Streichen Sie die Einschränkung oder nennen Sie, was mindestens zu erfüllen ist.',
  'weak-threshold.tier': '„{name}“ gibt es in Stufen ({tiers}). Ohne Angabe genügt die niedrigste. Nennen Sie die Stufe, die Sie brauchen.',
  'weak-threshold.related': 'auch „{text}“',
  'legal-minimum':
    '„{text}“ verlangt bei „{title}“ nicht mehr, als das Recht ohnehin vorschreibt. Verlangen Sie mehr oder streichen Sie die Anforderung.',
  'conflicting-threshold':
    '„{text}“ widerspricht einer früheren Angabe zu „{title}“ ({other}). Nennen Sie überall denselben Wert oder sagen Sie, wofür welcher gilt.',
  'conflicting-threshold.related': 'die frühere Angabe',
  'variants-silent': 'Nirgends steht, ob Nebenangebote zugelassen, vorgeschrieben oder ausgeschlossen sind. Ergänzen Sie einen Satz dazu.',
  'negative-list':
    '„{text}“ steht auf der Negativliste, die für Sie gilt: {clause} Ändern Sie die Forderung oder begründen Sie die Ausnahme.',
  'negative-list.related': 'auch „{text}“',
  'wrong-addressee':
    '„{text}“ bindet nur den Bund, nicht Ihre Stelle. Schreiben Sie die Vorgabe als eigene Entscheidung, z. B. „in Anlehnung an …“.',
  'wrong-addressee.supplies':
    '„{text}“ gilt für Bau- und Dienstleistungen, nicht für Lieferungen. Streichen Sie den Verweis oder schreiben Sie die Vorgabe als eigene Entscheidung.',
  'also-check': '{product}: Oft gehören auch diese Produktgruppen dazu: {products}. Nehmen Sie auf, was Sie mit beschaffen.',
  'also-check.one': '{product}: Oft gehört auch diese Produktgruppe dazu: {products}. Nehmen Sie sie auf, wenn Sie sie mit beschaffen.',
  'stale-criterion': '„{title}“ stammt aus Fassung {from}, jetzt gilt Fassung {to}: {changes}.',
  'stale-criterion.replaced':
    '„{title}“ wird nicht mehr geführt. Nachfolger: {successors}. Prüfen Sie, ob Sie die neue Klausel übernehmen.',
  'stale-criterion.ended':
    '„{title}“ wird nicht mehr geführt, einen Nachfolger gibt es nicht. Prüfen Sie, ob Sie die Forderung noch brauchen.',
  'stale-criterion.clause': 'Die Klausel lautet jetzt: {text}',
  'drifted-criterion.clause': 'Die Klausel lautet: {text}',
  'drifted-criterion.value':
    '„{title}“: „{text}“ ist weniger streng als im Kriterium. Stellen Sie den Wert wieder her oder begründen Sie ihn.',
  'drifted-criterion.value.related': '„{text}“ ist weniger streng als im Kriterium',
  'drifted-criterion.modal': '„{title}“: „{text}“ macht aus der Pflicht einen Wunsch. Stellen Sie die Forderung wieder her.',
  'drifted-criterion.modal.related': '„{text}“ macht aus der Pflicht einen Wunsch',
  'drifted-criterion.equivalence': '„{title}“: Zu „{text}“ fehlt, dass Gleichwertiges anerkannt wird. Stellen Sie die Klausel wieder her.',
  'drifted-criterion.equivalence.related': 'zu „{text}“ fehlt „oder gleichwertig“',
  'drifted-criterion.proof': '„{title}“: Der Nachweis fehlt, der zum Kriterium gehört. Ergänzen Sie ihn wieder.',
  'drifted-criterion.proof.related': 'der Nachweis fehlt',
  'missing-criterion': '{product}: {count} von {total} Kriterien der Stufe „{level}“ fehlen noch: {criteria}{moreText}.',
  'missing-criterion.one': '{product}: 1 von {total} Kriterien der Stufe „{level}“ fehlt noch: {criteria}.',
  'bad-marker.form': '„{text}“ ist unvollständig. Erwartet wird zum Beispiel: gs-ignore label-equivalence: Begründung',
  'bad-marker.reason': 'Die Begründung fehlt. Ohne Begründung hinter „{name}:“ wird nichts ausgeblendet.',
  'bad-marker.rule': 'Die Regel „{name}“ gibt es nicht.',
  'bad-marker.rule.nearest': 'Die Regel „{name}“ gibt es nicht. Meinten Sie „{nearest}“?',
  'bad-marker.criterion': 'Das Kriterium „{name}“ steht nicht im Katalog.',
  'bad-marker.criterion.nearest': 'Das Kriterium „{name}“ steht nicht im Katalog. Meinten Sie „{nearest}“?',
  'bad-marker.version': 'Zu „{name}“ fehlt die Fassung, zum Beispiel {name}@1.',
  'bad-marker.product': 'Die Produktgruppe „{name}“ steht nicht im Katalog.',
  'bad-marker.product.nearest': 'Die Produktgruppe „{name}“ steht nicht im Katalog. Meinten Sie „{nearest}“?',
  'bad-marker.front-matter.line': '„{text}“ wird nicht verstanden. Im Kopf steht je Zeile eine Angabe, zum Beispiel: regime: vgv',
  'bad-marker.front-matter.list': 'Die Liste „{text}“ ist nicht geschlossen: Am Ende fehlt „]“.',
  'bad-marker.front-matter.twice': '„{text}“ steht zweimal im Kopf. Es gilt die erste Zeile.',
  'bad-marker.config-not-allowed': '„{value}“ ist bei „{key}“ nicht möglich. Möglich sind: {allowed}.',
  'bad-marker.config-missing': 'Bei „{key}“ fehlt eine Angabe.',
  'bad-marker.config-rules-mapping': 'Unter „rules“ steht je Regel eine Zeile, zum Beispiel „vague-term: hint“. Möglich sind: {allowed}.',
  'bad-marker.version-unknown': 'Fassung {version} von „{name}“ steht nicht im Katalog; er enthält Fassung {current}.',
  'bad-marker.front-matter': '{text}',
};

export const words = {
  since: ' (seit {date})',
  successor: 'Jetzt gilt: {text}.',
  compare: 'Zum Vergleich: {text}.',
  numberReplaced: 'Jetzt gilt: DE-UZ {number}.',
  numberDead: 'Diese Vergabekriterien gelten nicht mehr.',
  more: ' und {count} weitere',
  levels: { 1: 'Basis', 2: 'Erweitert', 3: 'Ambitioniert' } as Record<number, string>,
  changes: {
    new: 'neu aufgenommen',
    editorial: 'sprachlich überarbeitet',
    reference: 'Verweise aktualisiert',
    reclassified: 'anders eingestuft',
    tightened: 'verschärft',
    loosened: 'gelockert',
    scope: 'Anwendungsbereich geändert',
    substantive: 'inhaltlich geändert',
  } as Record<string, string>,
  quote: ['„', '“'] as const,
  bounds: { min: 'mindestens', max: 'höchstens' } as Record<string, string>,
  listSeparator: '; ',
};

export const fixTitles: Record<string, string> = {
  'append-equivalence': '„oder gleichwertig“ ergänzen',
  'equivalence-sentence.label': 'Satz zu gleichwertigen Gütezeichen und anderen Nachweisen anfügen',
  'equivalence-clause': 'Gleichwertigkeitsklausel für das ganze Dokument einfügen',
  'replace-term': '{title}',
  'insert-clause': '„{title}“ als prüfbare Anforderung einfügen',
  'drop-hedge': '„{text}“ streichen',
  'drop-hedge.demand': '„{text}“ durch eine Vorgabe ersetzen',
  'update-reference': 'Durch „{text}“ ersetzen',
  'append-equivalence.material': '„oder gleichwertig“ hinter dem Werkstoff ergänzen',
  'add-material-reason': 'Grund für den Werkstoff ergänzen',
  'origin-season': 'Durch „saisonal“ ersetzen',
  'origin-freshness': 'Durch Frische ersetzen: Stunden seit der Ernte',
  'origin-transport': 'Durch Emissionen des Transports ersetzen',
  'origin-response': 'Durch eine Reaktionszeit ersetzen',
  'contract-concept': 'Durch ein Umweltkonzept für diesen Auftrag ersetzen, mit Bewertung',
  'move-to-selection': 'Als Eignungsnachweis verlangen, Gleichwertiges zulassen',
  'drop-demand': 'Die Vorgabe streichen',
  'admit-alternative': 'Die nachhaltige Alternative zulassen',
  'cap-whiteness': 'In eine Obergrenze ändern',
  'insert-proof': 'Nachweis ergänzen: {title}',
  'insert-proofs': 'Nachweis bei jeder der {count} Anforderungen ergänzen',
  'prove-list': 'Einen Satz zum Nachweis aller Anforderungen unter die Aufstellung setzen',
  'with-proof': '{title}, mit Nachweis',
  'fitting-label': 'Durch „{name}“ ersetzen',
  'ask-value': '{title}',
  'best-class': 'Beste Klasse verlangen, die der Markt bietet',
  'ask-consumption': 'Angaben zum Energieverbrauch verlangen',
  'move-to-section': 'In den Abschnitt „{section}“ verschieben',
  'insert-ilo-clause': 'Vollständige Klausel mit Nachweis einfügen: {title}',
  'raise-value': 'Durch „{text}“ ersetzen',
  'open-value': 'Lücke für einen strengeren Wert einsetzen: {label}',
  'replace-by-clause': 'Durch die messbare Klausel „{title}“ ersetzen',
  'open-measure': 'Durch eine Lücke ersetzen: [{hole}]',
  'name-tier': 'Stufe „{tier}“ verlangen',
  'take-over-earlier': 'Den früheren Wert übernehmen: {text}',
  'take-over-later': 'Die frühere Angabe angleichen: {text}',
  'insert-criterion': '„{title}“ mit Nachweis einfügen',
  'insert-all': 'Alle {count} fehlenden Kriterien mit Nachweis einfügen',
  'weight-column': 'Spalte „Gewichtung“ einfügen',
  'weight-list': 'Kriterien mit Gewichtung aufzählen',
  'weight-each': 'Hinter jedem Kriterium ein Gewicht einfügen',
  'weight-rest': 'Gewicht ergänzen: {value} %',
  'weight-holes': 'Lücken für die fehlenden Gewichte einfügen',
  'fix-sum': 'Summe auf 100 % bringen: {value} %',
  'fix-sum.none': 'Summe auf 100 % bringen',
  'fix-sum.disabled': 'Mehrere Gewichte kommen in Frage: Welches zu ändern ist, entscheidet die Vergabestelle.',
  'insert-scale': 'Bewertungsmaßstab einfügen',
  'split-exclusion': 'Trennen: Mindestanforderung in die Leistungsbeschreibung, in der Wertung, was darüber hinausgeht',
  'drop-award': 'Aus der Wertung streichen',
  'insert-lcc-method': 'Methode der Lebenszykluskosten einfügen',
  'variants-allow': 'Nebenangebote mit Mindestanforderungen zulassen',
  'variants-require': 'Nebenangebote vorschreiben',
  'variants-exclude': 'Nebenangebote ausschließen',
  'forbid-goods': 'Durch die Vorgabe der Negativliste ersetzen: {title}',
  'state-exception': 'Ausnahme von der Negativliste mit Begründung ergänzen',
  'own-choice': 'Als eigene Entscheidung formulieren („in Anlehnung an …“)',
  'own-choice-sentence': 'Satz anfügen: freiwillig, ohne gesetzliche Pflicht',
  'add-product': '„{product}“ als Produktgruppe aufnehmen',
  'add-products': 'Alle {count} Produktgruppen aufnehmen',
  'update-marker': 'Vermerk auf Fassung {version} setzen',
  'update-text': 'Text durch die geltende Klausel „{title}“ ersetzen (Fassung {version})',
  'use-successor': 'Text durch die Klausel des Nachfolgers „{title}“ ersetzen',
  'drop-marker': 'Vermerk streichen, Text als eigenen behalten',
  'restore-proof': 'Nachweis des Kriteriums wieder ergänzen',
  'restore-clause': 'Klausel „{title}“ wiederherstellen',
  waive: 'Auf „{title}“ mit Begründung verzichten',
  ignore: 'An dieser Stelle mit Begründung ausblenden: {rule}',
  'nearest-id': 'Durch „{text}“ ersetzen',
  'add-reason': 'Begründung ergänzen',
};

export const phrases = {
  equivalent: 'oder gleichwertig',
  listProof:
    'Die Erfüllung aller Anforderungen dieser Aufstellung ist mit dem Angebot durch geeignete Unterlagen nachzuweisen, etwa Datenblatt, Prüfbericht oder Erklärung des Herstellers.',
  labelSentence:
    'Gütezeichen mit gleichwertigen Anforderungen werden anerkannt; konnte ein Bieter aus Gründen, die er nicht zu vertreten hat, keines rechtzeitig erlangen, auch andere geeignete Nachweise.',
  documentClause:
    'Soweit in diesen Unterlagen auf Gütezeichen, Normen, Fabrikate, Hersteller oder Typen Bezug genommen wird, gilt dies stets mit dem Zusatz „oder gleichwertig“.',
  weightHole: '[Gewicht] %',
  weightHeader: 'Gewichtung',
  weightIntro: 'Die Zuschlagskriterien werden wie folgt gewichtet:',
  priceAndQuality: ['Preis', 'Qualität'],
  scaleIntro: 'Jedes Qualitätskriterium wird nach diesem Maßstab bewertet:',
  scaleHeader: ['Punkte', 'Bedeutung'],
  scaleSteps: [
    ['10', 'Die Angaben sind überprüfbar und lassen erwarten, dass [Ziel des Kriteriums] in vollem Umfang erreicht wird.'],
    ['7', 'Die Angaben sind überprüfbar und lassen erwarten, dass [Ziel des Kriteriums] überwiegend erreicht wird.'],
    ['3', 'Die Angaben sind überprüfbar und lassen erwarten, dass [Ziel des Kriteriums] nur zum Teil erreicht wird.'],
    ['0', 'Angaben fehlen, sind nicht überprüfbar oder lassen nicht erwarten, dass [Ziel des Kriteriums] erreicht wird.'],
  ],
  scaleOutro: 'Die Punkte jedes Kriteriums werden mit seinem Gewicht multipliziert und zusammengezählt.',
  beyondMinimum: '{name} (über die Mindestanforderung hinaus)',
  minimumClause: 'Mindestanforderung: {name}. Angebote, die sie nicht erfüllen, werden ausgeschlossen.',
  materialReason: 'Ein anderer Werkstoff kommt nicht in Betracht, weil [Grund, der sich aus der Nutzung ergibt].',
  originFreshness: 'Zwischen Ernte und Lieferung liegen höchstens [Anzahl] Stunden; der Lieferschein nennt das Erntedatum.',
  originFreshnessAward:
    'Bewertet wird die zugesagte Zeit zwischen Ernte und Lieferung: [Anzahl] Stunden oder weniger ergeben die volle Punktzahl, ab [Anzahl] Stunden gibt es keine Punkte, dazwischen wird geradlinig abgestuft. Die zugesagte Zeit wird Vertragsbestandteil.',
  originTransport:
    'Der Auftragnehmer teilt mit der Rechnung die Treibhausgasemissionen des Transports vom Herstellungsort zum Leistungsort in Kilogramm CO2-Äquivalent mit, berechnet nach DIN EN ISO 14083 oder gleichwertig; sie dürfen [Wert] Kilogramm je [Einheit] nicht überschreiten.',
  originTransportAward:
    'Bewertet werden die Treibhausgasemissionen des Transports vom Herstellungsort zum Leistungsort in Kilogramm CO2-Äquivalent je [Einheit], berechnet nach DIN EN ISO 14083 oder gleichwertig und mit dem Angebot belegt. Das Angebot mit dem niedrigsten Wert erhält die volle Punktzahl, die übrigen im Verhältnis dazu.',
  originResponse: 'Nach einer Störungsmeldung ist der Auftragnehmer innerhalb von [Anzahl] Stunden am Leistungsort.',
  originResponseAward:
    'Bewertet wird die zugesagte Zeit von der Störungsmeldung bis zum Eintreffen am Leistungsort: [Anzahl] Stunden oder weniger ergeben die volle Punktzahl, ab [Anzahl] Stunden gibt es keine Punkte, dazwischen wird geradlinig abgestuft. Die zugesagte Zeit wird Vertragsbestandteil.',
  originNames: {
    freshness: 'Zeit zwischen Ernte und Lieferung',
    transport: 'Treibhausgasemissionen des Transports',
    response: 'Zugesagte Zeit bis zum Eintreffen am Leistungsort',
  },
  conceptName: 'Umweltkonzept für diesen Auftrag',
  conceptAward:
    'Bewertet wird ein Umweltkonzept für diesen Auftrag: mit welchen Maßnahmen der Bieter die Umweltauswirkungen bei der Ausführung verringert, zu [Themen, etwa Transport, Verpackung, Energie]. Zu jedem Thema gibt es [Anzahl] Punkte für eine konkrete Maßnahme mit Umfang, Zeitpunkt und Nachweis, die Hälfte, wenn davon eine Angabe fehlt, sonst keine. Die zugesagten Maßnahmen werden Vertragsbestandteil.',
  systemSelection:
    'Der Bieter legt dar, welche Umweltmanagementmaßnahmen er bei der Ausführung dieses Auftrags anwenden kann; als Nachweis genügt eine Registrierung nach EMAS oder eine Zertifizierung nach DIN EN ISO 14001 oder gleichwertig; gleichwertige Bescheinigungen anderer Staaten und andere Nachweise gleichwertiger Umweltmanagementmaßnahmen werden anerkannt.',
  admitWhere: ', wenn die übrigen Anforderungen erfüllt sind',
  labelHole: 'passendes Gütezeichen',
  bestClass: '[beste Klasse mit genügend Angebot laut EPREL] oder besser',
  askConsumption: 'Der Bieter muss mit dem Angebot den Energieverbrauch jedes Geräts in kWh laut Produktdatenblatt angeben.',
  iloTitle: 'ILO-Kernarbeitsnormen',
  iloClause:
    'Der Auftragnehmer muss sicherstellen, dass die gelieferten oder verwendeten Waren unter Beachtung der ILO-Kernarbeitsnormen (Übereinkommen Nr. 29, 87, 98, 100, 105, 111, 138, 155, 182 und 187) gewonnen und hergestellt sind. Der Nachweis ist durch ein Gütezeichen mit unabhängiger Prüfung, ein gleichwertiges Gütezeichen, den Bericht eines unabhängigen Audits der Fertigungsstätte oder, wenn beides nicht vorliegt, durch eine Erklärung des Herstellers zu führen, die Fertigungsstätten, festgestellte Risiken und Maßnahmen nennt.',
  variants: {
    heading: 'Nebenangebote',
    allow:
      'Nebenangebote sind zugelassen, wenn sie folgende Mindestanforderungen erfüllen: [Mindestanforderungen festlegen]. Sie werden nach denselben Zuschlagskriterien gewertet wie Hauptangebote.',
    require:
      'Mit dem Hauptangebot ist mindestens ein Nebenangebot einzureichen, das folgende Mindestanforderungen erfüllt: [Mindestanforderungen festlegen]. Nebenangebote werden nach denselben Zuschlagskriterien gewertet wie Hauptangebote.',
    exclude: 'Nebenangebote sind ausgeschlossen.',
  },
  exception: 'Die Ausnahme von der Negativliste ist begründet: [Grund der Ausnahme nennen].',
  ownChoice: 'Diese Vorgabe wendet der Auftraggeber freiwillig an, ohne gesetzlich dazu verpflichtet zu sein.',
  severalBlocks: 'Die Stelle besteht aus mehreren Absätzen oder einer Tabelle; bitte von Hand ändern.',
  reasonHole: 'Begründung',
  measureHole: 'messbare Vorgabe festlegen',
  askHole: '{label} festlegen',
  sections: {
    selection: 'Eignung',
    specification: 'Anforderungen an die Leistung',
    award: 'Zuschlagskriterien',
    performance: 'Ausführungsbedingungen',
    evidence: 'Nachweise',
  } as Record<string, string>,
};
