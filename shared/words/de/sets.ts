// German words of sets of articles that a project's people share.
import type { sets as english } from "../en/sets.ts";
import type { Translated } from "../translated.ts";

export const sets = {
  title: "Artikelauswahlen",
  none: "Das Projekt hat noch keine Artikelauswahl.",
  "no-articles": "In dieser Auswahl ist kein Artikel.",
  about: "Für alle im Projekt.",
  share: "Mit allen im Projekt teilen, als Artikelauswahl",
  picked:
    "{count, plural, one {Genau diesen Artikel behalten, was auch später hinzukommt} other {Genau diese # Artikel behalten, was auch später hinzukommt}}",
  personal:
    "Mit Bedingungen zu Ihrer eigenen Arbeit nicht möglich: {conditions}. Entfernen Sie diese zuerst, oder behalten Sie genau diese Artikel.",
  replaces: "Das ersetzt die Artikelauswahl dieses Namens.",
  remove: "Die Artikelauswahl „{name}“ entfernen",

  // The command line
  cli: "Artikelauswahlen eines Projekts auflisten, zeigen, anlegen, umbenennen und entfernen.",
  "cli-make": "eine Auswahl der Artikel anlegen, die alle Bedingungen unten erfüllen",
  "cli-rename": "diese Auswahl umbenennen (mit --to)",
  "cli-to": "ihr neuer Name",
  "cli-remove": "diese Auswahl entfernen; ihre Artikel bleiben",
  "cli-article": "diesen Artikel, nach Titel oder Id; mehrfach möglich",
  "cli-title": "Artikel mit diesen Wörtern im Titel",
  "cli-state": "Artikel, die bei allen so weit sind ({states}); mehrfach möglich",
  "cli-assigned": "Artikel, die dieser Person zugeteilt sind ({nobody}: niemandem); mehrfach möglich",
  "cli-annotated": "Artikel, die diese Person annotiert hat ({nobody}: niemand); mehrfach möglich",
  "cli-one": "Geben Sie eines davon an: eine Auswahl zum Zeigen, --make, --rename oder --remove.",
  "cli-no-state": "Es gibt keinen Stand „{text}“, nur: {states}.",
  "cli-several": "Mehrere Artikelauswahlen heißen „{name}“. Geben Sie die Id einer davon an: {ids}.",
  "cli-name": "Auswahl",
  "cli-articles": "Artikel",
  "cli-asks": "Bedingungen",
  "cli-id": "Id",
  removed: "Artikelauswahl „{name}“ für alle entfernt. „Rückgängig“ bringt sie zurück.",
} as const satisfies Translated<typeof english>;
