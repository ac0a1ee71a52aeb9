// German words of what is handed on with figures: the heads of their tables, and the note on how they were counted.
import type { method as english } from "../en/method.ts";
import type { Translated } from "../translated.ts";

export const method = {
  title: "Wer zu Wort kommt: {project}",
  heading: "Wie diese Werte gezählt wurden",
  counted: "Gezählt werden: {unit}. Formel: {formula}.",
  more: "{count, plural, one {Eine weitere Gruppe wird} other {# weitere Gruppen werden}} hier nicht gezeigt. Die Werte als CSV oder als Arbeitsmappe enthalten alle.",

  "unit-statement": "Aussagen",
  "unit-appearance": "Auftritte",
  "unit-source": "Quellen",
  "unit-article": "Artikel",
  "unit-paragraph": "Absätze",

  "column-value": "Wert",
  "column-chart": "Diagramm",
  "column-interval": "95-%-Intervall",
  "column-numerator": "Zähler",
  "column-denominator": "Nenner",
  "column-n": "n",
  "column-unknown": "Unbekannt",

  "by-publisher": "Medium",
  "by-author": "Autorin oder Autor",
  "by-day": "Tag",
  "by-week": "Woche ab",
  "by-month": "Monat",
  "by-year": "Jahr",
  "by-entity": "Quelle",
  "by-other": "Andere Quelle",
  "by-class": "Quellenklasse",
  "by-kind": "Redeform",
  unknown: "nicht bekannt",

  "scope-set": "Nur Artikel der Auswahl „{name}“.",
  "scope-publishers": "Nur Artikel dieser Medien: {names}.",
  "scope-tags": "Nur Artikel mit einem dieser Schlagwörter: {names}.",
  "scope-words": "Nur Artikel, deren Titel „{words}“ enthält.",
  "scope-days":
    "{which, select, both {Nur Artikel mit einem Datum von {from} bis {to}.} from {Nur Artikel mit einem Datum ab {from}.} other {Nur Artikel mit einem Datum bis {to}.}}",
  "sets-either":
    "In jedem Artikel zählt der kuratierte Satz, sonst der der einzigen Person, die ihn annotiert hat.",
  "sets-curation": "Nur kuratierte Sätze zählen.",
  "sets-person": "Nur die Sätze von {name} zählen.",
  nested: "Karten innerhalb anderer Karten zählen {nested, select, yes {mit} other {nicht}}.",
  "pair-sources": "Paare bilden die {count, number} Quellen, die in den meisten Artikeln sprechen.",
  "weights-full": "Eine Karte mit mehreren Stimmen zählt für jede ganz.",
  "weights-fractional": "Eine Karte mit mehreren Stimmen wird zu gleichen Teilen unter ihnen aufgeteilt.",
  "duplicates-all": "Jede Aussage zählt, auch wenn sie wiederholt wird.",
  "duplicates-document":
    "Dieselbe Aussage (gleiche Stimmen, Haltung und Wörter) zählt in einem Artikel einmal.",
  "duplicates-day": "Dieselbe Aussage (gleiche Stimmen, Haltung und Wörter) zählt an einem Tag einmal.",
  "duplicates-week": "Dieselbe Aussage (gleiche Stimmen, Haltung und Wörter) zählt in einer Woche einmal.",
  "duplicates-month": "Dieselbe Aussage (gleiche Stimmen, Haltung und Wörter) zählt in einem Monat einmal.",
  "duplicates-year": "Dieselbe Aussage (gleiche Stimmen, Haltung und Wörter) zählt in einem Jahr einmal.",
  "duplicates-not": "Werte zu Auftritten, Artikeln und Wörtern zählen alle.",
  interval:
    "Intervalle: Perzentilintervall eines Bootstraps über Artikel, 95 %, {draws, number} Ziehungen, Startwert {seed}. Es zeigt, wie weit ein Wert abweichen könnte, weil diese und keine anderen Artikel gelesen wurden. Für Gruppen mit weniger als {least, number} Artikeln gibt es keines.",
  "unknown-about":
    "„Unbekannt“ nennt, wie viele der n sich nicht bestimmen ließen, etwa weil eine Stimme mit niemandem im Register verknüpft ist.",
  made: "Projekt „{project}“, gezählt am {date} mit {generator}. Stand des Gezählten (SHA-256): {hash}.",
} as const satisfies Translated<typeof english>;
