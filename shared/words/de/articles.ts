// German words of the list of articles and bringing them in.
import type { articles as english } from "../en/articles.ts";
import type { Translated } from "../translated.ts";

export const articles = {
  articles: "Artikel",
  none: "Hier stehen die Artikel, die Sie hinzufügen.",
  "nothing-marked": "noch nichts markiert",
  counts: "{spans, number} markiert · {cards, plural, one {# Karte} other {# Karten}}",
  "bring-in-one": "Artikel hinzufügen",
  "bring-in": "Hinzufügen",
  "bring-in-text": "Text hinzufügen",
  "choose-file": "Artikel wählen",
  "choose-file-button": "Artikel wählen …",
  "kept-exactly":
    "Der Text bleibt genau so, wie er kommt, Zeichen für Zeichen. Dateien lassen sich auch auf das Fenster ziehen.",
  paste: "Oder den Text einfügen",
  "too-long":
    "Das sind {length, plural, one {# Zeichen} other {# Zeichen}}; ein Artikel kann höchstens {most, plural, one {# Zeichen} other {# Zeichen}} haben.",
  name: "Name, falls der Text keinen Titel hat",
  drop: "Loslassen, um es als Artikel hinzuzufügen",
  find: "Artikel finden",
  "none-fits": "Kein Artikel passt.",
  "filter-and-sort": "Filtern und sortieren",
  "show-only": "Nur zeigen",
  "sort-by": "Sortieren nach",
  "sort-added": "Hinzugefügt am",
  "sort-title": "Titel",
  "sort-state": "Stand",
  "state-new": "Neu",
  "state-in-progress": "In Arbeit",
  "state-done": "Fertig",
  "state-needs-discussion": "Zu besprechen",
  state: "Stand des Artikels: {state}",
  "state-of-article": "Stand des Artikels",
  "has-note": "mit Notiz",
  "marked-up-to": "Markiert bis {share}",
  note: "Notiz",
  "note-menu": "Notiz zum Artikel …",
  "note-title": "Notiz zum Artikel",
  "note-help": "Für Sie selbst: Sie liegt bei Ihren eigenen Annotationen.",
  "keep-note": "Notiz behalten",
  "note-too-long":
    "Das sind {length, plural, one {# Zeichen} other {# Zeichen}}; eine Notiz kann höchstens {most, plural, one {# Zeichen} other {# Zeichen}} haben.",
  "choose-files": "Mehrere Dateien, Archive oder Tabellen …",
  "choose-folder": "Einen Ordner …",
} as const satisfies Translated<typeof english>;
