// German words of the views of the sidebar.
import type { sidebar as english } from "../en/sidebar.ts";
import type { Translated } from "../translated.ts";

export const sidebar = {
  articles: "Artikel",
  cards: "Karten",
  checks: "Befunde",
  find: "Suchen",
  sidebar: "Seitenleiste",
  guideline: "Leitfaden",
  entities: "Register",
  history: "Verlauf",
  talk: "Gespräch",
  suggestions: "Vorschläge",
  orphans: "Ohne Stelle",
  pages: "Begutachtung",
  decide: "Entscheiden",
  changes: "Änderungen",
  compare: "Vergleich",
  agreement: "Messen",
  progress: "Fortgang",
  people: "Personen",
  missed: "Fehlendes",
} as const satisfies Translated<typeof english>;
