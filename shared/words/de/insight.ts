// German words of the measures of insight: each in one sentence, and what the command line says of them.
import type { insight as english } from "../en/insight.ts";
import type { Translated } from "../translated.ts";

export const insight = {
  statements: "Aussagen einer Quelle je Karte, die eine Stimme hat; der Zähler ist ihre Anzahl.",
  "statement-share": "Anteil der Aussagen einer Quelle an den Aussagen aller Quellen.",
  appearances:
    "Anteil der Artikel, in denen eine Quelle spricht; über alle Quellen: wie viele in einem Artikel sprechen.",
  "appearance-share": "Anteil der Auftritte einer Quelle an den Auftritten aller Quellen.",
  space: "Anteil der Wörter in Behauptungen einer Quelle an denen aller Behauptungen mit einer Stimme.",
  "attributed-share":
    "Anteil der Wörter eines Artikels, die in Behauptungen stehen; der Rest ist die Stimme des Mediums selbst. Ausgeschlossenes zählt nicht.",
  "verbatim-share": "Anteil der Wörter von Behauptungen, die in Anführungszeichen stehen.",
  "first-voice": "Anteil der Artikel, deren erste Karte von einer Quelle ist.",
  "mean-position": "Wie weit unten im Artikel Aussagen im Mittel stehen, von 0 am Anfang bis 1 am Ende.",
  kinds: "Anteil der direkten, indirekten und gemischten Aussagen.",
  "anonymity-articles": "Anteil aller Artikel, in denen eine ungenannte Quelle spricht.",
  "anonymity-articles-with-cards":
    "Anteil der Artikel, in denen eine ungenannte Quelle spricht, unter denen mit einer Karte.",
  "solely-unnamed":
    "Anteil der Artikel, in denen jede Person, Organisation oder Gruppe, die spricht, ungenannt ist, unter denen, in denen eine spricht.",
  "anonymity-appearances":
    "Anteil der ungenannten Quellen an den Auftritten von Personen, Organisationen und Gruppen.",
  "reason-given":
    "Anteil der ungenannten Auftritte, für die der Artikel einen Grund nennt, mit dessen Worten.",
  described: "Anteil der ungenannten Auftritte, die beschrieben und nicht anonym sind.",
  "source-mix":
    "Anteil jeder Quellenklasse oder jedes Werts eines Feldes an allen Auftritten, auch den unbekannten.",
  "source-mix-known":
    "Anteil jeder Quellenklasse oder jedes Werts eines Feldes an den Auftritten, von denen das bekannt ist.",
  "sources-mean": "Mittlere Zahl der Quellen in einem Artikel.",
  "sources-median": "Median der Zahl der Quellen in einem Artikel.",
  "sources-spread": "Standardabweichung der Zahl der Quellen in einem Artikel.",
  "single-source": "Anteil der Artikel mit genau einer Quelle, unter denen mit mindestens einer.",
  "new-voices": "Anteil der Auftritte von Quellen, die in keinem früheren Artikel sprechen.",
  concentration: "Wahrscheinlichkeit, dass zwei zufällig gezogene Aussagen von derselben Quelle sind.",
  "top-5": "Anteil der Aussagen der fünf häufigsten Quellen.",
  "top-10": "Anteil der Aussagen der zehn häufigsten Quellen.",
  diversity: "Wahrscheinlichkeit, dass zwei zufällig gezogene Aussagen von verschiedenen Quellen sind.",
  entropy: "Shannon-Entropie der Aussagen über die Quellen, in Nat.",
  "effective-sources": "Zahl gleich häufiger Quellen, die ebenso vielfältig wären.",
  "class-diversity":
    "Wahrscheinlichkeit, dass zwei zufällig gezogene Aussagen von verschiedenen Quellenklassen sind.",
  "class-entropy": "Shannon-Entropie der Aussagen über die Quellenklassen, in Nat.",
  "effective-classes": "Zahl gleich häufiger Quellenklassen, die ebenso vielfältig wären.",
  "second-hand": "Anteil der Aussagen, die über ein anderes Medium kamen.",
  "no-comment": "Anteil der Artikel, in denen jemand sich nicht äußern will oder nicht antwortet.",
  "right-of-reply":
    "Anteil der Aussagen über andere, bei denen alle diese anderen im selben Artikel zu Wort kommen, auch ablehnend.",
  "distancing-cues":
    "Anteil der Redewörter, mit denen der Artikel Abstand zum Gesagten hält, etwa „behauptet“ oder „beharrt“.",
  together: "Artikel, in denen zwei Quellen beide sprechen, unter denen, in denen eine von beiden spricht.",
  "together-paragraphs":
    "Absätze, in denen zwei Quellen beide sprechen, unter denen, in denen eine von beiden spricht.",

  "no-measure": "Ein Maß „{id}“ gibt es nicht, nur: {known}.",
  "no-grouping": "Nach „{id}“ lassen sich Werte nicht gruppieren, nur nach: {known}.",
  "not-by": "„{measure}“ lässt sich nicht nach „{grouping}“ gruppieren, nur nach: {known}.",
  "one-of-sources":
    "Bitte nach „{first}“ oder nach „{second}“ gruppieren: Beide teilen dieselben Quellen auf.",
  "too-many-groups":
    "So gruppiert gibt es zu viele Gruppen. Bitte Daten berichtigen, die weit von allen anderen liegen, oder nach weniger oder nach einem längeren Zeitraum gruppieren.",
  "no-network":
    "Ein Netz enthält ein Maß von Paaren und keine andere Gruppierung: bitte eines angeben von {known}.",
  "several-people": "Mehrere haben „{title}“ annotiert: {names}.",

  // The command line
  cli: "Zählen, wer wie viel und wie spricht: Werte mit Zähler, Nenner und Intervall.",
  "cli-measure":
    "nur diese Maße, durch Kommas getrennt; sonst alle, die zur Gruppierung passen; Paare von Quellen nur auf Wunsch",
  "cli-by":
    "nach diesen gruppieren, durch Kommas getrennt: {groupings}, oder nach einem Feld, das das Projekt für Einträge hat",
  "cli-annotator": "die Sätze dieser Person zählen",
  "cli-curated": "nur kuratierte Sätze zählen; sonst den kuratierten oder den der einzigen Person",
  "cli-duplicates": "wie oft dieselbe Aussage zählt: {policies} (all)",
  "cli-nested": "auch Karten innerhalb anderer zählen",
  "cli-fractional": "eine Karte mit mehreren Stimmen unter ihnen aufteilen, statt sie für jede zu zählen",
  "cli-publisher": "nur Artikel dieses Mediums; mehrfach möglich",
  "cli-set": "nur Artikel dieser Artikelauswahl des Projekts (sayso sets)",
  "cli-tag": "nur Artikel mit diesem Schlagwort; mehrfach möglich",
  "cli-days": "nur Artikel ab diesem Tag, Monat oder Jahr oder bis dahin",
  "cli-seed": "des Bootstraps (1)",
  "cli-format": "eines von {formats} (table)",
  "cli-out": "die Werte stattdessen in eine Datei schreiben",
  "cli-list": "jedes Maß mit seiner Definition auflisten",
  "cli-no-format": "Ein Format „{format}“ gibt es nicht, nur: {formats}.",
  "cli-no-policy": "Eine Regel „{policy}“ gibt es nicht, nur: {policies}.",
  "cli-no-day": "„{text}“ ist kein Tag, Monat oder Jahr wie 2026-03-31, 2026-03 oder 2026.",
  "cli-several-people":
    "{several} Bitte mit --annotator eine Person wählen oder mit --curated die kuratierten Sätze.",
  "cli-one-set": "Bitte entweder --annotator oder --curated angeben.",
  "cli-scope":
    "{articles, plural, one {# Artikel} other {# Artikel}} gezählt{leftOut, plural, =0 {} one {, # ausgelassen, weil keine gewählte Person ihn annotiert hat} other {, # ausgelassen, weil keine gewählte Person sie annotiert hat}}.",
  "cli-few-articles": "Intervalle brauchen mindestens {least, number} Artikel.",
  "cli-unit": "Einheit: {unit}",
  "cli-formula": "Formel: {formula}",
  "cli-source": "Herkunft: {source}",
  "cli-written": "{file}: {groups, plural, one {# Wert} other {# Werte}}",
} as const satisfies Translated<typeof english>;
