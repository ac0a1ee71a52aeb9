// German words of the page on which agreement is measured.
import type { measuring as english } from "../en/measuring.ts";
import type { Translated } from "../translated.ts";

export const measuring = {
  // Choices
  people: "Wessen Annotationssätze gemessen werden",
  articles: "{count, plural, =0 {Kein Artikel} one {# Artikel} other {# Artikel}}",
  "articles-title": "Gemessene Artikel",
  types: "{all, select, yes {Alle Arten} other {{count, plural, one {# Art} other {# Arten}}}}",
  "types-title": "Arten, die zählen",
  "policies-title": "An den Rändern übersehen, in nachsichtigen Zahlen",
  gamma: "Mit Gamma",
  "gamma-about": "Schätzt den Zufall aus Stichproben mit einem Startwert; das dauert eine Weile.",
  refresh: "Neu messen",
  stale: "Seit diese Werte berechnet wurden, haben sich Annotationssätze geändert.",
  again: "Noch einmal messen",
  "no-interval": "keins",
  "no-interval-why":
    "Kein Intervall: Es gibt zu wenige Einheiten, die Zeichen sind nicht unabhängig, oder es würde zu lange dauern (Gamma, und Maße der Textteile über sehr viele Markierungen).",
  running: "Wird gemessen …",
  "running-at": "Wird gemessen: {share}",
  stop: "Anhalten",
  stopped: "Die Messung wurde angehalten. Mit „Neu messen“ beginnt sie von vorn.",

  // Nothing to measure
  "nobody-yet": "Übereinstimmung braucht Annotationssätze zweier Personen zu demselben Artikel.",
  "nobody-advice":
    "Übernehmen Sie die Arbeit einer Kollegin oder eines Kollegen, oder öffnen Sie einen Ordner, in dem sie liegt.",
  "choose-two": "Wählen Sie mindestens zwei Personen.",
  "nothing-common": "Kein Artikel wurde von allen Gewählten annotiert.",
  "left-out":
    "{count, plural, one {Ein Artikel bleibt} other {# Artikel bleiben}} außen vor: nicht von allen Gewählten annotiert.",
  damaged:
    "{count, plural, one {In einem Artikel} other {In # Artikeln}} ist ein Annotationssatz nicht lesbar; er bleibt außen vor.",

  // Figures
  overview: "Überblick",
  question: "Frage",
  "question-marks": "Markierungen: wo und als was",
  "question-characters": "Markierungen, Zeichen für Zeichen",
  "question-type": "Art der Markierung",
  "question-entity": "Eintrag der Nennungen",
  "question-kind": "Redeform",
  "question-voice": "Stimme",
  "question-cue": "Signalwort",
  "question-claim": "Aussage",
  "question-via": "Über",
  "question-about": "Wen es betrifft",
  "question-nesting": "Innerhalb",
  "question-field": "Feld: {field}",
  figures: "Zahlen",
  figure: "Zahl",
  measure: "Maß",
  strict: "Streng",
  lenient: "Nachsichtig",
  macro: "Mittel der Artikel",
  interval: "95-%-Intervall",
  "interval-of": "{low} bis {high}",
  n: "n",
  undefined: "nicht definiert",
  "same-figure": "dieselbe",
  "about-measure": "Über {measure}",
  formula: "Formel",
  source: "Nachweis",
  note: "Hinweis",
  "open-figure": "{measure}, {how}: {value}. Unterschiede zeigen",
  pooled:
    "Die Zahlen gelten für alle Artikel als einen. Ein Intervall stammt aus einem Bootstrap: bei Urteilen über Einheiten, bei Markierungen über Passagen.",
  warnings: "Bedenken Sie",

  // Pairs
  pairs: "Paare",
  "pairs-of": "{measure} je Paar, {how}",
  "pair-cell": "{a} und {b}: {value}. Ihre Unterschiede zeigen",

  // Confusions
  confusions: "Wer was sagt",
  "confusions-of": "{a} (Zeilen) und {b} (Spalten)",
  pair: "Paar",
  "no-unit": "keine solche Markierung",
  "confusion-cell": "{a}: {first}; {b}: {second}. {count, plural, one {Sie} other {Alle #}} zeigen",

  // The strip
  strip: "Markierungen aller",
  "strip-article": "Artikel",
  "strip-picture": "Der Artikel von Anfang bis Ende. {people}. Darunter: wo sie sich unterscheiden.",
  "strip-person": "{person}: {count, plural, one {# Markierung} other {# Markierungen}}",
  "strip-differs": "Unterschiede",
  "open-compare": "Nebeneinander vergleichen",

  // The guideline
  guideline: "Was verschieden gelesen wird",
  thing: "Was",
  units: "Einheiten",
  differ: "Verschieden",
  "differ-lenient": "Verschieden, nachsichtig",
  "open-thing": "{thing}: {count, number} von {units, number} verschieden. Zeigen",
  checks: "Prüfungen, die bei den einen etwas finden und bei anderen nicht",
  check: "Prüfung",
  "check-differ": "Nur bei einigen",

  // Over time
  time: "Im Lauf der Zeit",
  "time-about": "Einheiten in der Reihenfolge, in der sie entstanden, in gleich große Abschnitte geteilt.",
  "time-from": "Von",
  "time-to": "Bis",
  "time-few": "Es sind zu wenige Einheiten, um sie nach der Zeit zu teilen.",

  // Articles
  "by-article": "Nach Artikeln",
  disputed: "Strittig",

  // Disagreements
  disagreements: "Unterschiede",
  "all-disputed": "Alle Unterschiede",
  counted: "{count, plural, =0 {Keine} one {# Einheit} other {# Einheiten}}",
  unlisted: "{count, plural, one {Eine weitere ist} other {# weitere sind}} gezählt und nicht aufgeführt.",
  "shown-first": "Gezeigt werden die ersten {count, number}.",
  none: "Hier sagen alle dasselbe.",
  "open-unit": "Vergleichen: {quote}",
  "open-all": "Diese in „{title}“ vergleichen",
  "show-everything": "Alle zeigen",
} as const satisfies Translated<typeof english>;
