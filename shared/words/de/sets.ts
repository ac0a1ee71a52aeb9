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
  "cli-one": "Geben Sie eines davon an: eine Auswahl zum Zeigen, --make, --rename oder --remove.",
  "cli-no-state": "Es gibt keinen Stand „{text}“, nur: {states}.",
  "cli-several": "Mehrere Artikelauswahlen heißen „{name}“. Geben Sie die Kennung einer davon an: {ids}.",
  "cli-name": "Auswahl",
  "cli-articles": "Artikel",
  "cli-asks": "Bedingungen",
  "cli-id": "Kennung",
  removed: "Artikelauswahl „{name}“ für alle entfernt. „Rückgängig“ bringt sie zurück.",
} as const satisfies Translated<typeof english>;
