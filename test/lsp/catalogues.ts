/** Catalogue files for the tests of server and command line. */

/** A layer with one label of this name. */
export function layerCatalogue(name: string, id = name.toLowerCase()): string {
  return `labels:
  - id: ${id}
    name:
      de: ${name}
    find: [${name.toLowerCase()}]
    kind: type-1
    aspects: [environment]
    section34: 'yes'
    section34_reason:
      de: Unabhängig vergeben, für alle zugänglich.
    sources:
      - publisher: Prüfstelle
        title: Vergabegrundlage
        checked: 2026-11-01
        confidence: seen
    examples:
      flags: [Die Tinte muss das ${name} tragen.]
      allows: [Die Tinte ist blau.]
`;
}

/** One criterion with three faults: a key that does not exist, a label that does not exist, an example that does not hold. */
export const brokenCatalogue = {
  yaml: `criteria:
  - id: tinte/farbe
    version: 1
    status: active
    history:
      - version: 1
        date: 2026-11-01
        change: new
    review_by: 2099-12-31
    title:
      de: Farbe der Tinte
    kind: requirement
    slot: specification
    obligation: voluntary
    level: 1
    products: [copy-paper]
    themes: [other]
    lifecycle: [use]
    claus: Die Tinte ist blau.
    clause:
      de: Die Tinte muss lichtecht sein.
    reason:
      de: Lichtechte Tinte muss nicht nachgedruckt werden.
    proof:
      - kind: data-sheet
        clause:
          de: Nachweis durch das Datenblatt.
        when: bid
    labels: [gibt-es-nicht]
    detect: [tinte .. lichtecht]
    sources:
      - publisher: Prüfstelle
        title: Tintenkunde
        checked: 2026-11-01
        confidence: seen
    examples:
      addresses:
        - Die Tinte muss lichtecht sein.
        - Das Papier muss lichtecht sein.
      ignores:
        - Die Tinte ist blau.
`,
  /** The words at which each fault is reported. */
  wrong: ['claus:', 'gibt-es-nicht', 'Das Papier muss lichtecht sein.'],
} as const;
