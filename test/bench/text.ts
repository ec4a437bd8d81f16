/**
 * A long German specification made from building blocks, the same at every run: many distinct words, headings, lists, tables, positions,
 * and now and then something to find, as in real texts.
 */
export function makeText(size: number): string {
  let seed = 42;
  const random = (n: number) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed % n;
  };
  const pick = <T>(list: readonly T[]): T => list[random(list.length)];
  const stems =
    'Auftrag Liefer Leistung Gerät Wartung Reinigung Material Prüf Montage Anlage Gebäude Fenster Boden Technik Projekt Termin Rechnung Unterlage Vertrag Personal Schulung Daten Netz Strom Wasser Heizung Lüftung Brand Schutz Sicherheit Umwelt Abfall Transport Lager Büro Papier Möbel Fahrzeug Werkstatt Garten'.split(
      ' ',
    );
  const ends =
    'plan bericht liste frist umfang stelle wert grenze ordnung verfahren ablauf nachweis protokoll konzept teil fläche raum zeit menge art form zustand bedarf verzeichnis muster stand gruppe leiter vorgabe regelung'.split(
      ' ',
    );
  const verbs =
    'liefern montieren prüfen dokumentieren abstimmen vorlegen einhalten ausführen benennen erstellen übergeben warten reinigen abrechnen'.split(
      ' ',
    );
  const adjectives = 'vollständig rechtzeitig schriftlich fachgerecht monatlich unverzüglich gemeinsam gesondert einheitlich vorab'.split(
    ' ',
  );
  const noun = () => `${pick(stems)}${random(3) === 0 ? pick(stems).toLowerCase() : ''}${pick(ends)}`;
  const sentence = () => {
    switch (random(9)) {
      case 0:
        return `Der Auftragnehmer hat den ${noun()} ${pick(adjectives)} zu ${pick(verbs)}.`;
      case 1:
        return `Die ${noun()}en sind innerhalb von ${2 + random(28)} Werktagen nach der ${noun()} zu ${pick(verbs)} (§ ${1 + random(90)} Abs. ${1 + random(5)}).`;
      case 2:
        return `Für die ${noun()} gelten ${random(400)} m² und höchstens ${random(90)},${random(9)} kWh je ${noun()}.`;
      case 3:
        return `Der ${noun()} umfasst den ${noun()}, die ${noun()} sowie z. B. den ${noun()}.`;
      case 4:
        return `Grundlage ist der ${noun()} vom ${1 + random(28)}. März 2026; Abweichungen sind mit dem ${noun()} abzustimmen.`;
      default:
        return `Jeder ${noun()} muss mit dem ${noun()} und dem ${noun()} ${pick(adjectives)} übereinstimmen.`;
    }
  };
  const telling = [
    'Das Papier muss mit dem Blauen Engel gekennzeichnet sein.',
    'Es sind möglichst umweltfreundliche Mittel zu verwenden.',
    'Die Stühle müssen der DIN EN 1335 entsprechen.',
    'Die Vergabe erfolgt nach der VOL/A.',
    'Fabrikat: Musterwerk Serie 400 oder gleichwertig',
  ];
  const parts: string[] = ['# Rahmenvertrag über Lieferungen und Leistungen\n'];
  let length = parts[0].length;
  for (let chapter = 1; length < size; chapter++) {
    const block: string[] = [
      `\n## ${chapter} ${pick(['Leistungsbeschreibung', 'Anforderungen', 'Hintergrund', 'Ausführungsbedingungen', 'Zuschlagskriterien', 'Nachweise'])} ${noun()}\n`,
    ];
    for (let p = 0; p < 6; p++) {
      block.push(`\n${Array.from({ length: 2 + random(4) }, sentence).join(' ')}\n`);
      if (random(4) === 0) block.push(`\n${pick(telling)}\n`);
      if (random(3) === 0)
        block.push(
          `\nFolgende ${noun()}en sind vorzulegen:\n\n${Array.from({ length: 3 + random(4) }, () => `- ${noun()} mit ${noun()}\n`).join('')}`,
        );
      if (random(6) === 0)
        block.push(
          `\n| Merkmal | Wert | Nachweis |\n|---|---|---|\n${Array.from({ length: 4 }, () => `| ${noun()} | mindestens ${random(900)} kg | ${noun()} |\n`).join('')}`,
        );
    }
    const text = block.join('');
    parts.push(text);
    length += text.length;
  }
  return parts.join('').slice(0, size);
}
