// German words of the places of the window, and of the lists and pages in them.
import type { sidebar as english } from "../en/sidebar.ts";
import type { Translated } from "../translated.ts";

export const sidebar = {
  places: "Bereiche",
  article: "Artikel",
  "article-list": "Liste",
  todo: "Zu tun",
  "todo-all": "Alles",
  uncarded: "Vielleicht übersehen",
  "people-and-sources": "Personen und Quellen",
  anonymous: "Ungenannt",
  insight: "Auswertung",
  review: "Abgleich",
  // A place to break it: the rail is narrow.
  settings: "Einstel\u00ADlungen",
  help: "Hilfe",
  articles: "Artikelliste",
  cards: "Karten",
  checks: "Befunde",
  find: "Suchen",
  guideline: "Leitfaden",
  entities: "Register",
  history: "Verlauf",
  "history-steps": "Schritte",
  talk: "Gespräch",
  suggestions: "Vorschläge",
  orphans: "Ohne Stelle",
  decide: "Entscheiden",
  changes: "Änderungen",
  compare: "Vergleich",
  agreement: "Übereinstimmung",
  board: "Tafel",
  "article-table": "Tabelle",
  people: "Neu",
  missed: "Übersehenes in allen Artikeln",
  guide: "Handbuch",
} as const satisfies Translated<typeof english>;
