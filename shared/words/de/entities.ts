// German words of the registry of entities.
import type { entities as english } from "../en/entities.ts";
import type { Translated } from "../translated.ts";

export const entities = {
  // What sources are counted by
  "class-named-person": "benannte Person",
  "class-named-organization": "benannte Organisation",
  "class-described": "beschrieben",
  "class-anonymous": "anonym",
  "class-document": "Dokument",
  "class-outlet": "Medium",
  "class-platform": "Plattform",
  // Types of entities
  "type-person": "Person",
  "type-organization": "Organisation",
  "type-group": "Gruppe",
  "type-document": "Dokument",
  "type-outlet": "Medium",
  "type-platform": "Plattform",

  // How somebody is named
  "naming-named": "benannt",
  "naming-named-about": "Ein Eigenname oder ein Amt, das nur eine Person haben kann.",
  "naming-described": "beschrieben",
  "naming-described-about": "Ohne Namen, aber beschrieben: „hohe Beamte“.",
  "naming-anonymous": "anonym",
  "naming-anonymous-about": "Weder noch: „eine Quelle“.",

  // What the registry knows of one
  name: "Name",
  type: "Art",
  naming: "Benennung",
  role: "Funktion",
  affiliation: "Zugehörigkeit",
  "also-called": "Auch genannt",
  aliases: "Andere Namen",
  "remove-alias": "Anderen Namen {name} entfernen",

  "external-id": "Externe Kennung",
  "external-id-example": "Q42 oder https://…",
  "external-id-no-page":
    "Dies führt zu keiner Seite. Eine Kennung von Wikidata (Q42), ORCID (0000-0002-1825-0097), GND (gnd:118540238), VIAF (viaf:75121530) oder ROR (ror:05dxps055) oder eine Webadresse tut es.",
  "open-page": "Diese Seite öffnen",

  // In which role it appears in an article
  "role-here": "Rolle in diesem Artikel",
  "role-here-of": "Rolle von {name} in diesem Artikel",
  "role-here-none": "nicht angegeben",
  "role-here-unsaid": "Rolle nicht angegeben",
  "role-chosen": "ausgewählt",
  "role-chosen-about":
    "Die Redaktion hätte auch jemand anderen fragen können: Fachleute, Passanten, Kommentatoren.",
  "role-newsmaker": "am Geschehen beteiligt",
  "role-newsmaker-about": "Was die Person getan hat oder was ihr geschehen ist, ist die Nachricht.",
  "role-official": "offiziell",
  "role-official-about": "Spricht für ein Amt, eine Behörde, ein Unternehmen oder eine andere Organisation.",

  // The registry's view
  show: "Im Register zeigen",
  find: "Eintrag finden",
  list: "Register",
  none: "Hier steht, wen und was die Nennungen meinen.",
  "none-fits": "Kein Eintrag passt.",
  found: "{count, plural, one {# Eintrag} other {# Einträge}}",
  "sort-name": "Name",
  "sort-mentions": "Nennungen",
  mentions: "{count, plural, one {# Nennung} other {# Nennungen}}",
  "own-mentions": "{count, plural, one {# Nennung} other {# Nennungen}} von Ihnen",
  "mentions-tab": "Nennungen",
  "details-tab": "Angaben",
  parts: "Teile des Eintrags",
  back: "Zurück zum Register",
  looking: "Nennungen werden gesucht …",
  "no-mentions": "Keine Ihrer Annotationen nennt es.",
  "mentions-of": "Nennungen von {name}",
  tick: "Diese Nennung ankreuzen",
  ticked: "{count, number} von {all, plural, one {# Nennung} other {# Nennungen}} angekreuzt",
  merged: "Damit zusammengeführt",
  "take-apart": "Auflösen",
  anonymity: "Warum ungenannt",
  terms: "Bedingung",
  "terms-example": "unter der Bedingung, ungenannt zu bleiben",
  "no-reason": "ohne Namen, der Text nennt keinen Grund",
  reason: "Grund",
  "reason-example": "nicht befugt, öffentlich zu sprechen",
  "take-evidence": "Auswahl als Beleg nehmen",
  "remove-evidence": "Beleg entfernen",
  merge: "Zusammenführen …",
  "merge-title": "Einträge zusammenführen",
  "merge-find": "Finden, was dasselbe ist",
  "merge-stays": "Welcher Eintrag bleibt",
  "merge-leave-out": "{name} auslassen",
  "merge-choose": "Mindestens einen anderen Eintrag wählen.",
  "merge-names": "Auch bekannt als: {names}.",
  "merge-moves": "Nennungen, die übergehen",
  "merge-preview":
    "{count, plural, one {# Nennung} other {# Nennungen}} {others, plural, one {von „{other}“} other {der # anderen Einträge}} {count, plural, one {zählt} other {zählen}} künftig zu „{name}“. Die Markierungen bleiben, wie sie sind, und das Zusammenführen lässt sich auflösen.",
  "merge-none": "Zusammenführen",
  "merge-now": "{count, plural, one {# Eintrag} other {# Einträge}} zusammenführen",
  split: "Abspalten …",
  "split-title": "Aus diesen Nennungen einen anderen Eintrag machen",
  "split-name": "Name des anderen Eintrags",
  "split-now": "Abspalten",
  "split-preview":
    "{count, number} von {all, plural, one {# Nennung} other {# Nennungen}} in {articles, plural, one {# Artikel} other {# Artikeln}} gehören künftig zum neuen Eintrag; der Rest bleibt bei {name}.",
  "split-show": "„{name}“ anzeigen",
  "split-readings": "Wie sie lauten",

  // Fields of the project's own
  declined: "keine Angabe gewünscht",
  "declined-of": "{field}: keine Angabe gewünscht",
  "not-known": "nicht bekannt",
  "entered-by": "Eingetragen von {name}, {at, date, medium}",
  "imported-by": "Importiert von {name} aus {file}, {at, date, medium}",
  "merged-known": "{value}, von einem hiermit zusammengeführten Eintrag",
  "merged-differs": "Zusammengeführte Einträge haben andere Werte: {values}.",
  "merge-differs": "{field}: {value} bleibt; bei den anderen steht {others}.",
  "merge-differs-unknown": "{field} ist dann unbekannt, weil sich die Einträge unterscheiden ({others}).",

  // Values from a table
  "csv-place": "Zeile {row, number}{hasColumn, select, yes {, „{column}“} other {}}",
  "csv-quotes": "Eine Zelle in Anführungszeichen endet nicht oder geht nach dem schließenden Zeichen weiter.",
  "csv-too-long": "Die Tabelle hat mehr als {most, number} Zeilen.",
  "csv-no-entity": "Keine Spalte sagt, um welchen Eintrag es in einer Zeile geht.",
  "csv-no-field": "Keine Angabe zu Einträgen und kein Feld des Projekts heißt so.",
  "csv-column-twice": "Diese Spalte gibt es schon.",
  "csv-fields": "Neben „entity“ und „name“ kann es diese Spalten geben: {known}.",
  "csv-unknown": "Es gibt keinen Eintrag „{name}“.",
  "csv-ambiguous": "Mehrere Einträge heißen „{name}“.",
  "csv-too-wide":
    "Die Zeile hat mehr Zellen, als die Tabelle Spalten hat. Fehlen um ein Komma die Anführungszeichen?",
  "csv-two-values": "In einer früheren Zeile steht für „{name}“ etwas anderes.",
  "csv-unfit": "„{words}“ passt nicht in dieses Feld.",
  "csv-takes-one": "Geben Sie eines davon ein: {choices}.",
  "csv-takes-choice": "Geben Sie eines davon ein: {choices}; oder „keine Angabe gewünscht“.",
  "takes-text": "Geben Sie einen Text ein oder „keine Angabe gewünscht“.",
  "takes-number": "Geben Sie eine Zahl wie 41 oder 2.5 ein oder „keine Angabe gewünscht“.",
  "takes-date":
    "Geben Sie einen Tag, einen Monat oder ein Jahr wie 1961-04-30, 1961-04 oder 1961 ein oder „keine Angabe gewünscht“.",
  "csv-advice":
    "In einer Zeile steht die Kennung des Eintrags unter „entity“ oder sein Name unter „name“, jeder nur einmal; nichts wurde eingetragen.",

  // Cells of the table of entities
  "cell-place": "„{name}“, {column}",
  "cell-new-place": "neue Zeile, {column}",
  "cell-no-name": "Einer neuen Zeile fehlt der Name.",
  "cell-name-taken": "„{name}“ heißt schon jemand.",
  "cell-other-name": "Füllen Sie dessen Zeile aus, oder geben Sie einen Namen ein, der beide unterscheidet.",
  "cell-gone":
    "Inzwischen hat jemand das entfernt. Sehen Sie in der Tabelle nach, und geben Sie es noch einmal ein.",
  "cell-once": "Behalten Sie eines von beiden.",
  "cell-empty": "Diese Zelle darf nicht leer sein.",
  "cell-too-long": "Das ist {length, number} Zeichen lang.",
  "cell-shorter": "Kürzen Sie es auf höchstens {most, number} Zeichen.",
  "takes-name": "Geben Sie einen Namen ein.",
  "block-rows":
    "Der kopierte Block hat {rows, plural, one {# Zeile} other {# Zeilen}}; von dieser Zelle abwärts hat die Tabelle {room, number}.",
  "block-columns":
    "Der kopierte Block hat {columns, plural, one {# Spalte} other {# Spalten}}; von dieser Zelle nach rechts hat die Tabelle {room, number}.",
  "block-quotes": "Kopieren Sie den Block noch einmal, oder schließen Sie die Anführungszeichen.",
  "block-start": "Beginnen Sie in einer Zelle weiter oben oder weiter links, oder kopieren Sie weniger.",

  // The registry as one table
  "table-action": "Einträge als Tabelle bearbeiten",
  "table-title": "Tabelle",
  table: "Tabelle der Einträge",
  "table-copy": "Tabelle kopieren",
  "table-sort": "Nach {column} sortieren",
  "table-cell": "{name}, {column}",
  "table-keys":
    "Pfeiltasten gehen von Zelle zu Zelle, mit der Umschalttaste wählen sie aus. Tippen oder die Eingabetaste bearbeitet, Esc nimmt es zurück, Entf leert. Ein Name in der letzten Zeile legt einen Eintrag an; andere Namen trennt ein Strichpunkt. Zellen kopieren und einfügen Sie wie in einer Tabellenkalkulation. Aus der Tabelle führen Esc und dann die Tabulatortaste.",
  "table-keys-reading":
    "Pfeiltasten gehen von Zelle zu Zelle, mit der Umschalttaste wählen sie aus. Zellen kopieren Sie wie in einer Tabellenkalkulation. Aus der Tabelle führen Esc und dann die Tabulatortaste.",
  "table-changed": "{count, plural, one {# Zelle geändert} other {# Zellen geändert}}",
  "table-new": "Neuer Eintrag …",
  "table-name-first": "Geben Sie zuerst einen Namen ein.",
  "table-unchanged": "Keine Zelle geändert: Diese Werte stehen schon da.",
  "table-unfit": "{count, plural, one {# Problem.} other {# Probleme.}} Nichts wurde eingetragen.",
  "import-action": "CSV importieren …",
  "import-title": "Werte aus {file} importieren",
  "import-pasted-title": "Tabelle einfügen",
  "import-about":
    "Erst beim Importieren wird etwas eingetragen, in einem Schritt, den Sie rückgängig machen können.",
  "import-new": "{count, plural, one {# neuer Wert} other {# neue Werte}}",
  "import-changed": "{count, plural, one {# geänderter Wert} other {# geänderte Werte}}",
  "import-same": "{count, plural, one {# Wert} other {# Werte}} schon bekannt",
  "import-empty": "{count, plural, one {# leere Zelle} other {# leere Zellen}} übergangen",
  "import-add":
    "{count, plural, one {Den Namen, den niemand hat, als neuen Eintrag anlegen} other {# Namen, die niemand hat, als neue Einträge anlegen}}",
  "import-added": "{count, plural, one {# neuer Eintrag} other {# neue Einträge}}",
  "import-changes": "Was sich ändert",
  "import-entity": "Eintrag",
  "import-field": "Feld",
  "import-before": "Vorher",
  "import-after": "Nachher",
  "import-now": "{count, plural, =0 {Importieren} one {# Wert importieren} other {# Werte importieren}}",

  // The command line
  cli: "Die Einträge eines Projekts mit seinen eigenen Feldern als Tabelle; diese ausgefüllt importieren; Felder anlegen.",
  "cli-field": "ein Feld anlegen: NAME:text, NAME:number, NAME:date oder NAME:choice:EINS,ZWEI",
  "cli-fill":
    "die Werte dieser CSV-Datei eintragen, deren Spalten heißen wie in der ausgegebenen Tabelle: alles oder nichts; leere Zellen ändern nichts",
  "cli-add": "mit --fill: Namen, die niemand hat, werden neue Einträge",
  "cli-dry-run": "nur sagen, was eingetragen würde",
  "cli-out": "die Tabelle in diese Datei schreiben",
  "cli-no-field-form":
    "„{text}“ legt kein Feld an. NAME:text, NAME:number, NAME:date oder NAME:choice:EINS,ZWEI schreiben.",
  "cli-field-twice": "Zwei Felder oder Werte heißen „{name}“, oder eines hat keinen Namen.",
  "cli-fields": "Felder: {names}",
  "cli-filled":
    "{values, plural, one {# Wert} other {# Werte}} bei {entities, plural, one {# Eintrag} other {# Einträgen}} eingetragen.",
  "cli-would-fill":
    "{values, plural, one {# Wert} other {# Werte}} bei {entities, plural, one {# Eintrag} other {# Einträgen}} würden eingetragen.",
  "from-merged": "{value} (von einem zusammengeführten Eintrag)",
} as const satisfies Translated<typeof english>;
