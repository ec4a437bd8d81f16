/** Small catalogue files for the tests, written as a maintainer would. */
export const source = `sources:
  - publisher: Herausgeber
    title: Leitfaden
    url: https://example.org/leitfaden
    checked: 2026-07-01
    confidence: seen
`;

export const law = `laws:
  - id: vgv-34
    title: § 34 VgV
    says: { de: Gütezeichen nur mit Gleichwertigkeit, en: Labels only with equivalence }
    url: https://example.org/vgv
`;

export const label = `labels:
  - id: blauer-engel
    name: { de: Blauer Engel, en: Blue Angel }
    find: [Blauer Engel, Blue Angel, '"DE-UZ"']
    kind: type-1
    aspects: [environment]
    section34: yes
    section34_reason: { de: offenes Verfahren }
    numbers:
      - number: '219'
        title: { de: Drucker }
        status: live
      - number: '205'
        title: { de: alte Drucker }
        status: superseded
        replaced_by: '219'
    examples:
      flags: [Das Papier muss den Blauen Engel tragen.]
      allows: [Der blaue Himmel.]
`;

export const product = `products:
  - id: notebooks
    name: { de: Notebooks, en: Notebooks }
    find: [Notebook*, Laptop*]
    cpv: ['30213100']
    contract: supplies
    labour_risk: high
    examples:
      flags: [Lieferung von Notebooks]
      allows: [Lieferung von Papier]
`;

export const criterion = `criteria:
  - id: notebooks/battery-cycles
    version: 1
    status: active
    history: [{ version: 1, date: 2026-07-01, change: new }]
    review_by: 2027-12-31
    title: { de: Haltbarkeit des Akkus, en: Battery endurance }
    kind: requirement
    slot: specification
    obligation: recommended
    level: 1
    products: [notebooks]
    themes: [circ-econ]
    lifecycle: [use]
    params:
      - name: cycles
        label: { de: Ladezyklen, en: Charge cycles }
        quantity: count
        unit: cycle
        direction: higher-is-stricter
        levels: { 1: 1000, 2: 1200 }
    clause:
      de: Der Akku muss nach {cycles} Ladezyklen noch 80 % seiner Kapazität haben.
      en: The battery must keep 80 % of its capacity after {cycles} charge cycles.
    reason: { de: Weniger Abfall., en: Less waste. }
    proof:
      - kind: data-sheet
        clause: { de: Der Nachweis ist durch das Datenblatt zu führen., en: Evidence is the data sheet. }
        when: bid
    law: [vgv-34]
    labels: [blauer-engel]
    detect: ['Ladezyklen', 'charge cycles']
    examples:
      addresses: [Der Akku muss 1.000 Ladezyklen aushalten.]
      ignores: [Der Akku ist schwarz.]
`;

/** A file with one record of the main kinds, without problems. */
export const whole = source + law + label + product + criterion;

/** Line (from 1) of the first line of \`text\` that holds \`part\`, and the column of the part. */
export function placeIn(text: string, part: string, after = ''): { line: number; column: number } {
  const from = after === '' ? 0 : text.indexOf(after);
  const offset = text.indexOf(part, from);
  if (offset < 0 || from < 0) throw new Error(`not in the text: ${part}`);
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: before[before.length - 1]!.length + 1 };
}
