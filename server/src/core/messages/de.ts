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
  'outdated-reference.draft':
    '„{text}“ ist ein Norm-Entwurf. Prüfen Sie, ob die Norm inzwischen erschienen ist, und nennen Sie ihre Ausgabe.',
  'missing-evidence': 'Es fehlt, wie Bieter „{title}“ nachweisen. Ergänzen Sie den Nachweis.',
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
  'bad-marker.version-unknown': 'Fassung {version} von „{name}“ steht nicht im Katalog; er enthält Fassung {current}.',
  'bad-marker.front-matter': '{text}',
};

export const words = {
  since: ' (seit {date})',
  successor: 'Jetzt gilt: {text}.',
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
  labelSentence:
    'Gütezeichen mit gleichwertigen Anforderungen werden anerkannt; konnte ein Bieter aus Gründen, die er nicht zu vertreten hat, keines rechtzeitig erlangen, auch andere geeignete Nachweise.',
  documentClause:
    'Soweit in diesen Unterlagen auf Gütezeichen, Normen, Fabrikate, Hersteller oder Typen Bezug genommen wird, gilt dies stets mit dem Zusatz „oder gleichwertig“.',
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
  askHole: '{label} festlegen',
  sections: {
    selection: 'Eignung',
    specification: 'Anforderungen an die Leistung',
    award: 'Zuschlagskriterien',
    performance: 'Ausführungsbedingungen',
    evidence: 'Nachweise',
  } as Record<string, string>,
};
