// German words of sets of articles that a project's people share.
import type { sets as english } from "../en/sets.ts";
import type { Translated } from "../translated.ts";

export const sets = {
  title: "Artikelauswahlen",
  none: "Das Projekt hat noch keine Artikelauswahl.",
  "no-articles": "In dieser Auswahl ist kein Artikel.",
  about: "Für alle im Projekt.",
  share: "Als Artikelauswahl mit allen im Projekt teilen",
  picked:
    "{count, plural, one {Genau diesen Artikel behalten, auch wenn später weitere hinzukommen} other {Genau diese # Artikel behalten, auch wenn später weitere hinzukommen}}",
  personal:
    "Mit Bedingungen zu Ihrer eigenen Arbeit nicht möglich: {conditions}. Entfernen Sie diese zuerst, oder behalten Sie genau diese Artikel.",
  replaces: "Ersetzt die gleichnamige Artikelauswahl.",
  remove: "Die Artikelauswahl „{name}“ entfernen",

  // The sets as one table
  table: "Tabelle der Artikelauswahlen",
  "table-title": "Auswahlen",
  "table-action": "Artikelauswahlen als Tabelle bearbeiten",
  "table-new": "Neue Auswahl …",
  find: "Eine Artikelauswahl suchen",
  counted: "{count, plural, one {# Artikelauswahl} other {# Artikelauswahlen}}",
  "column-words": "Wörter im Titel",
  added: "{count, plural, one {# neue Auswahl} other {# neue Auswahlen}}",
  "import-set": "Artikelauswahl",
  unfinished: "Geben Sie in dieser Zeile noch eine Bedingung ein: Dann wird die Auswahl gespeichert.",
  "list-note": "Mehrere: durch Strichpunkte getrennt.",
  "none-note": "„{none}“ steht für Artikel, denen das fehlt.",
  "table-keys":
    "Pfeiltasten gehen von Zelle zu Zelle, mit der Umschalttaste wählen sie aus. Tippen oder die Eingabetaste bearbeitet, Esc nimmt es zurück, Entf leert. Ein Name in der letzten Zeile legt eine Auswahl an. Zellen kopieren und einfügen Sie wie in einer Tabellenkalkulation. Aus der Tabelle führen Esc und dann die Tabulatortaste.",

  // Cells of the table of sets
  gone: "Es gibt keine Artikelauswahl „{name}“.",
  "no-name": "Eine Artikelauswahl braucht einen Namen.",
  several: "Mehrere Artikelauswahlen heißen „{name}“.",
  "no-article": "Geben Sie Titel oder Kennungen von Artikeln des Projekts ein, durch Strichpunkte getrennt.",
  "several-articles": "Mehrere Artikel heißen so. Geben Sie die Kennung des gemeinten ein.",
  "several-people": "Mehrere Personen heißen so. Geben Sie die Kennung der gemeinten ein.",
  "too-many-values": "Das sind {count, number} Werte.",
  "fewer-values": "Geben Sie höchstens {most, number} davon ein.",
  "csv-no-column": "Keine Bedingung von Artikelauswahlen heißt so.",
  "csv-columns": "Neben „set“ kann es diese Spalten geben: {known}.",
  "csv-no-set": "Keine Spalte sagt, um welche Auswahl es in einer Zeile geht.",
  "csv-advice":
    "In einer Zeile steht die Kennung der Auswahl unter „set“ oder ihr Name unter „name“, jeder nur einmal; nichts wurde eingetragen.",

  // The command line
  cli: "Artikelauswahlen eines Projekts auflisten, zeigen, anlegen, umbenennen und entfernen.",
  "cli-make": "eine Auswahl der Artikel anlegen, die alle Bedingungen unten erfüllen",
  "cli-rename": "diese Auswahl umbenennen (mit --to)",
  "cli-to": "ihr neuer Name",
  "cli-remove": "diese Auswahl entfernen; ihre Artikel bleiben",
  "cli-article": "diesen Artikel, nach Titel oder Kennung; mehrfach möglich",
  "cli-title": "Artikel mit diesen Wörtern im Titel",
  "cli-state": "Artikel, die bei allen so weit sind ({states}); mehrfach möglich",
  "cli-assigned": "Artikel, die dieser Person zugeteilt sind ({nobody}: niemandem); mehrfach möglich",
  "cli-annotated": "Artikel, die diese Person annotiert hat ({nobody}: niemand); mehrfach möglich",
  "cli-one":
    "Geben Sie eines davon an: eine Auswahl zum Zeigen, --make, --rename, --remove, --csv oder --fill.",
  "cli-no-state": "Es gibt keinen Stand „{text}“, nur: {states}.",
  "cli-several": "Mehrere Artikelauswahlen heißen „{name}“. Geben Sie die Kennung einer davon an: {ids}.",
  "cli-csv": "die Auswahlen als CSV ausgeben, eine Spalte je Bedingung, zum Ausfüllen",
  "cli-fill":
    "Auswahlen ändern und anlegen, wie sie in dieser CSV-Datei stehen: alles oder nichts; leere Zellen ändern nichts",
  "cli-dry-run": "mit --fill: nur sagen, was geändert würde",
  "cli-filled":
    "{cells, plural, one {# Zelle} other {# Zellen}} bei {sets, plural, one {# Auswahl} other {# Auswahlen}} geändert.",
  "cli-would-fill":
    "{cells, plural, one {# Zelle} other {# Zellen}} bei {sets, plural, one {# Auswahl} other {# Auswahlen}} würden geändert.",
  "cli-name": "Auswahl",
  "cli-articles": "Artikel",
  "cli-asks": "Bedingungen",
  "cli-id": "Kennung",
  removed: "Artikelauswahl „{name}“ für alle entfernt. „Rückgängig“ bringt sie zurück.",
} as const satisfies Translated<typeof english>;
