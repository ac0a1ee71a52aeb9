// German words of what is handed on with figures: the heads of their tables, and the note on how they were counted.
import type { method as english } from "../en/method.ts";
import type { Translated } from "../translated.ts";

export const method = {
  title: "Wer zu Wort kommt: {project}",
  heading: "Wie diese Werte gezählt wurden",
  counted: "Gezählt werden: {unit}. Formel: {formula}. Maß: {id}.",
  more: "{count, plural, one {Eine weitere Gruppe wird} other {# weitere Gruppen werden}} hier nicht gezeigt. Die Werte als CSV oder als Arbeitsmappe enthalten alle.",

  "chart-time":
    "Jeder Balken ist ein Wert der Tabelle darunter, auf einer Skala von 0 bis {most}; die dünne Linie ist sein 95-%-Intervall, ein gestrichelter Rahmen eine Zeit ohne Artikel. n: {least, number}{isOne, select, yes {} other { bis {greatest, number}}} {unit}.",
  "chart-time-label":
    "{measure}: Balken für {times, plural, one {# Zeit} other {# Zeiten}} von {first} bis {last}{lanes, plural, one {} other {, in # Zeilen}}; der größte Wert oder das größte Ende eines Intervalls ist {most}. Alle Werte stehen in der Tabelle darunter.",
  "chart-parts":
    "Jeder Balken ist ein Ganzes; seine nummerierten Teile sind die Anteile der Tabelle darunter. n: {least, number}{isOne, select, yes {} other { bis {greatest, number}}} {unit}.{more, plural, =0 {} one { Eine weitere Gruppe steht nur in der Tabelle.} other { # weitere Gruppen stehen nur in der Tabelle.}} Die Teile:",
  "chart-parts-label":
    "{measure}: {wholes, plural, one {ein Balken} other {# Balken}} mit bis zu {parts, plural, one {# Teil} other {# Teilen}}. Alle Anteile stehen in der Tabelle darunter.",

  "unit-statement": "Äußerungen",
  "unit-appearance": "Auftritte",
  "unit-source": "Quellen",
  "unit-article": "Artikel",
  "unit-paragraph": "Absätze",

  "column-value": "Wert",
  "column-chart": "Diagramm",
  "column-interval": "95-%-Intervall",
  "column-spread": "Zwischen den Personen",
  "column-numerator": "Zähler",
  "column-denominator": "Nenner",
  "column-n": "n",
  "column-unknown": "Unbekannt",

  "by-annotator": "Person",
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
  "by-role": "Rolle im Artikel",
  "by-about": "Betrifft",
  unknown: "nicht bekannt",

  "scope-common":
    "{articles, plural, one {# Artikel} other {# Artikel}} gezählt{leftOut, plural, =0 {} one {, # ausgelassen, weil ihn nicht alle annotiert haben} other {, # ausgelassen, weil sie nicht alle annotiert haben}}.{excludedCards, plural, =0 {} one { # Karte an einer von der Auswertung ausgeschlossenen Stelle ist nicht gezählt.} other { # Karten an von der Auswertung ausgeschlossenen Stellen sind nicht gezählt.}}",
  cards: "Gezählte Karten",
  "cards-more":
    "{count, plural, one {Eine weitere Karte wird hier nicht gezeigt.} other {# weitere Karten werden hier nicht gezeigt.}}",

  "scope-set": "Nur Artikel der Auswahl „{name}“.",
  "scope-publishers": "Nur Artikel dieser Medien: {names}.",
  "scope-tags": "Nur Artikel mit einem dieser Schlagwörter: {names}.",
  "scope-words": "Nur Artikel, deren Titel „{words}“ enthält.",
  "scope-days":
    "{which, select, both {Nur Artikel mit einem Datum von {from} bis {to}.} from {Nur Artikel mit einem Datum ab {from}.} other {Nur Artikel mit einem Datum bis {to}.}}",
  "sets-either":
    "In jedem Artikel zählt der kuratierte Satz, sobald er als kuratiert gekennzeichnet ist, sonst der der einzigen Person, die ihn annotiert hat.",
  "sets-curation": "Nur kuratierte Sätze zählen.",
  "sets-person": "Nur die Sätze von {name} zählen.",
  "sets-people":
    "Die Werte jeder dieser Personen, über die Artikel, die sie alle annotiert haben: {names}. „Zwischen den Personen“ steht der kleinste und der größte ihrer Werte.",
  "quoted-title": "„{title}“",
  common: "Diese Artikel: {titles}{more, plural, =0 {} one {, und # weiterer} other {, und # weitere}}.",
  exclusions: "Karten und Wörter an Stellen, die von der Auswertung ausgeschlossen sind, zählen nicht.",
  nested: "Karten innerhalb anderer Karten zählen {nested, select, yes {mit} other {nicht}}.",
  "pair-sources": "Paare bilden die {count, number} Quellen, die in den meisten Artikeln sprechen.",
  "weights-full": "Eine Karte mit mehreren Stimmen zählt für jede ganz.",
  "weights-fractional": "Eine Karte mit mehreren Stimmen wird zu gleichen Teilen unter ihnen aufgeteilt.",
  "duplicates-all": "Jede Äußerung zählt, auch wenn sie wiederholt wird.",
  "duplicates-document":
    "Dieselbe Äußerung (gleiche Stimmen, Haltung und Wörter) zählt in einem Artikel einmal.",
  "duplicates-day": "Dieselbe Äußerung (gleiche Stimmen, Haltung und Wörter) zählt an einem Tag einmal.",
  "duplicates-week": "Dieselbe Äußerung (gleiche Stimmen, Haltung und Wörter) zählt in einer Woche einmal.",
  "duplicates-month": "Dieselbe Äußerung (gleiche Stimmen, Haltung und Wörter) zählt in einem Monat einmal.",
  "duplicates-year": "Dieselbe Äußerung (gleiche Stimmen, Haltung und Wörter) zählt in einem Jahr einmal.",
  "duplicates-not": "Werte zu Auftritten, Artikeln und Wörtern zählen alle.",
  interval:
    "Intervalle: Perzentilintervall eines Bootstraps über Artikel, 95 %, {draws, number} Ziehungen, Startwert {seed}. Es zeigt, wie weit ein Wert abweichen könnte, weil diese und keine anderen Artikel gelesen wurden. Für Gruppen mit weniger als {least, number} Artikeln gibt es keines.",
  "cards-shown":
    "Die Karten, die bei einem Wert stehen, sind die, die sein Zähler zählt, in der Reihenfolge des Lesens.",
  "unknown-about":
    "„Unbekannt“ nennt, wie viele der n sich nicht bestimmen ließen, etwa weil eine Stimme mit niemandem im Register verknüpft ist.",
  made: "Projekt „{project}“, gezählt am {date} mit {generator}. Stand des Gezählten (SHA-256): {hash}.",
} as const satisfies Translated<typeof english>;
