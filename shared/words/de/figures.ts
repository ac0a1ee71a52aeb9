// German words of Insight in the window: over what is counted, the views, and what a figure rests on.
import type { figures as english } from "../en/figures.ts";
import type { Translated } from "../translated.ts";

export const figures = {
  // Views
  overview: "Überblick",

  // What is counted
  articles: "Artikel",
  "all-articles": "Alle Artikel",
  whose: "Annotationen",
  "whose-either": "Kuratierte, sonst die einzigen",
  "whose-curation": "Kuratierte",
  policies: "Zählregeln",
  duplicates: "Gleichlautende Aussagen",
  "duplicates-all": "Jedes Mal zählen",
  "duplicates-document": "Einmal je Artikel zählen",
  "duplicates-day": "Einmal am Tag zählen",
  "duplicates-week": "Einmal in der Woche zählen",
  "duplicates-month": "Einmal im Monat zählen",
  "duplicates-year": "Einmal im Jahr zählen",
  nested: "Karten in anderen Karten mitzählen",
  fractional: "Karten auf ihre Stimmen aufteilen",

  // Counting
  counting: "Auszählung: {done, number} von {of, number}",
  progress: "Fortschritt der Auszählung",
  stopped: "Die Auszählung wurde abgebrochen.",
  "go-on": "Fortsetzen",
  counted:
    "{articles, plural, =0 {Keine Artikel gezählt} one {# Artikel gezählt} other {# Artikel gezählt}}{leftOut, plural, =0 {} other {, # ohne diese Annotationen ausgelassen}}.",
  damaged:
    "{count, plural, one {Dieser Artikel ist nicht lesbar und bleibt außen vor: {titles}} other {Diese Artikel sind nicht lesbar und bleiben außen vor: {titles}}}",

  // Nothing to count
  "no-articles": "Noch nichts zu zählen",
  "no-articles-advice":
    "Importieren Sie Artikel und legen Sie Karten an: Dann steht hier, wer zu Wort kommt, wie viel und auf welche Weise.",
  "go-to-articles": "Zu den Artikeln",
  "whose-advice": "Wessen Annotationen sollen zählen?",

  // Figures
  "rests-on":
    "{unit, select, statement {{n, plural, one {# Aussage} other {# Aussagen}}} appearance {{n, plural, one {# Auftritt} other {# Auftritte}}} source {{n, plural, one {# Quelle} other {# Quellen}}} paragraph {{n, plural, one {# Absatz} other {# Absätze}}} other {{n, plural, one {# Artikel} other {# Artikel}}}}{unknown, plural, =0 {} other {, # unbekannt}}",
  interval: "95 % zwischen {low} und {high}",
  "measure-sources-mean": "Quellen je Artikel",
  "measure-top-5": "Die fünf häufigsten Quellen",
  "measure-attributed-share": "Zugeschriebene Wörter",
  "measure-verbatim-share": "Wörtlich Zitiertes",
  "measure-anonymity-articles": "Artikel mit ungenannter Quelle",
  "measure-reason-given": "Begründete Anonymität",
  "measure-single-source": "Artikel mit nur einer Quelle",
  "measure-second-hand": "Aussagen aus zweiter Hand",
} as const satisfies Translated<typeof english>;
