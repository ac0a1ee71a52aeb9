// German words of the measures of insight: each in one sentence, and what the command line says of them.
import type { insight as english } from "../en/insight.ts";
import type { Translated } from "../translated.ts";

export const insight = {
  statements: "Äußerungen einer Quelle je Karte, die eine Stimme hat; der Zähler ist ihre Anzahl.",
  "statement-share": "Anteil der Äußerungen einer Quelle an den Äußerungen aller Quellen.",
  appearances:
    "Anteil der Artikel, in denen eine Quelle spricht; über alle Quellen: wie viele in einem Artikel sprechen.",
  "appearance-share": "Anteil der Auftritte einer Quelle an den Auftritten aller Quellen.",
  space: "Anteil der Wörter in Aussagen einer Quelle an denen aller Aussagen mit einer Stimme.",
  "attributed-share":
    "Anteil der Wörter eines Artikels, die in Aussagen stehen; der Rest ist die eigene Stimme des Mediums. Ausgeschlossenes zählt nicht.",
  "verbatim-share": "Anteil der Wörter von Aussagen, die in Anführungszeichen stehen.",
  "first-voice": "Anteil der Artikel, deren erste Karte von einer Quelle ist.",
  "mean-position": "Wie weit unten im Artikel Äußerungen im Mittel stehen, von 0 am Anfang bis 1 am Ende.",
  kinds: "Anteil der direkten, indirekten und gemischten Äußerungen.",
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
  concentration: "Wahrscheinlichkeit, dass zwei zufällig gezogene Äußerungen von derselben Quelle sind.",
  "top-5": "Anteil der Äußerungen der fünf häufigsten Quellen.",
  "top-10": "Anteil der Äußerungen der zehn häufigsten Quellen.",
  diversity: "Wahrscheinlichkeit, dass zwei zufällig gezogene Äußerungen von verschiedenen Quellen sind.",
  entropy: "Shannon-Entropie der Äußerungen über die Quellen, in Nat.",
  "effective-sources": "Zahl gleich häufiger Quellen, die ebenso vielfältig wären.",
  "class-diversity":
    "Wahrscheinlichkeit, dass zwei zufällig gezogene Äußerungen von verschiedenen Quellenklassen sind.",
  "class-entropy": "Shannon-Entropie der Äußerungen über die Quellenklassen, in Nat.",
  "effective-classes": "Zahl gleich häufiger Quellenklassen, die ebenso vielfältig wären.",
  "second-hand": "Anteil der Äußerungen, die über ein anderes Medium kamen.",
  "no-comment": "Anteil der Artikel, in denen jemand sich nicht äußern will oder nicht antwortet.",
  "right-of-reply":
    "Anteil der Äußerungen über andere, bei denen alle diese anderen im selben Artikel zu Wort kommen, auch ablehnend.",
  "distancing-cues":
    "Anteil der Signalwörter, mit denen der Artikel Abstand zum Gesagten hält, etwa „behauptet“ oder „beharrt“.",
  together: "Artikel, in denen zwei Quellen beide sprechen, unter denen, in denen eine von beiden spricht.",
  "together-paragraphs":
    "Absätze, in denen zwei Quellen beide sprechen, unter denen, in denen eine von beiden spricht.",

  // What the measures are called
  "name-statements": "Äußerungen",
  "name-statement-share": "Anteil an den Äußerungen",
  "name-appearances": "Auftritte in Artikeln",
  "name-appearance-share": "Anteil an den Auftritten",
  "name-space": "Raum",
  "name-attributed-share": "Zugeschriebene Wörter",
  "name-verbatim-share": "Wörtlich Zitiertes",
  "name-first-voice": "Erste Stimme",
  "name-mean-position": "Stelle im Artikel",
  "name-kinds": "Direkte, indirekte und gemischte Äußerungen",
  "name-anonymity-articles": "Artikel mit ungenannter Quelle",
  "name-anonymity-articles-with-cards": "Artikel mit ungenannter Quelle, von denen mit Karten",
  "name-solely-unnamed": "Artikel, die allein auf Ungenannten beruhen",
  "name-anonymity-appearances": "Ungenannte Auftritte",
  "name-reason-given": "Begründete Anonymität",
  "name-described": "Beschrieben statt anonym",
  "name-source-mix": "Quellenmix, Anteil an allen",
  "name-source-mix-known": "Quellenmix, Anteil an den bekannten",
  "name-sources-mean": "Quellen je Artikel",
  "name-sources-median": "Median der Quellen je Artikel",
  "name-sources-spread": "Streuung der Quellen je Artikel",
  "name-single-source": "Artikel mit nur einer Quelle",
  "name-new-voices": "Neue Stimmen",
  "name-concentration": "Konzentration der Quellen",
  "name-top-5": "Die fünf häufigsten Quellen",
  "name-top-10": "Die zehn häufigsten Quellen",
  "name-diversity": "Vielfalt der Quellen",
  "name-entropy": "Entropie der Quellen",
  "name-effective-sources": "Effektive Zahl der Quellen",
  "name-class-diversity": "Vielfalt der Quellenklassen",
  "name-class-entropy": "Entropie der Quellenklassen",
  "name-effective-classes": "Effektive Zahl der Quellenklassen",
  "name-second-hand": "Äußerungen aus zweiter Hand",
  "name-right-of-reply": "Äußerungen über andere, die zu Wort kommen",
  "name-no-comment": "Artikel, in denen jemand sich nicht äußert",
  "name-distancing-cues": "Distanzierende Signalwörter",
  "name-together": "Gemeinsam in einem Artikel",
  "name-together-paragraphs": "Gemeinsam in einem Absatz",

  "no-measure": "Ein Maß „{id}“ gibt es nicht, nur: {known}.",
  "no-grouping": "Nach „{id}“ lassen sich Werte nicht gruppieren, nur nach: {known}.",
  "not-by": "„{measure}“ lässt sich nicht nach „{grouping}“ gruppieren, nur nach: {known}.",
  "one-of-sources":
    "Bitte nach „{first}“ oder nach „{second}“ gruppieren: Beide teilen dieselben Quellen auf.",
  "too-many-groups":
    "So gruppiert gibt es zu viele Gruppen. Bitte Daten berichtigen, die weit von allen anderen liegen, oder nach weniger oder nach einem längeren Zeitraum gruppieren.",
  "no-network":
    "Ein Netzwerk enthält ein Maß von Paaren und keine andere Gruppierung: bitte eines angeben von {known}.",
  "no-cards": "Karten stehen nur in Berichten: bitte eines der Formate {known} wählen.",
  "several-people":
    "Mehrere haben „{title}“ annotiert: {names}.{curatedInPart, plural, =0 {} one { # Artikel ist erst teilweise kuratiert: Seine kuratierten Annotationen zählen, sobald alles darin entschieden und er als kuratiert gekennzeichnet ist.} other { # Artikel sind erst teilweise kuratiert: Ihre kuratierten Annotationen zählen, sobald alles darin entschieden und sie als kuratiert gekennzeichnet sind.}}",

  "not-side-by-side":
    "Nebeneinander geht nicht nach ganzen Artikeln, Personen oder Paaren: bitte nach entity, class, role, kind oder einem Feld des Projekts gruppieren.",
  "one-person-twice": "Beide Seiten sind dieselbe Person: bitte zwei wählen.",
  "one-figure": "Gefragt ist nach einem Wert: ein Maß, und welche seiner Gruppen.",
  "nothing-in-common":
    "{count, plural, =0 {Diese Artikel hat niemand annotiert.} one {Diese Artikel hat nur {names} annotiert.} other {Keinen Artikel haben alle diese Personen annotiert: {names}.}} Werte je Person brauchen einen Artikel, den zwei annotiert haben.",

  // The command line
  cli: "Zählen, wer wie viel und wie spricht: Werte mit Zähler, Nenner und Intervall.",
  "cli-measure":
    "nur diese Maße, durch Kommas getrennt; sonst alle, die zur Gruppierung passen; Paare von Quellen nur auf Wunsch",
  "cli-by":
    "nach diesen gruppieren, durch Kommas getrennt: {groupings}, oder nach einem Feld, das das Projekt für Einträge hat",
  "cli-annotator":
    "die Sätze dieser Person zählen; mehrfach möglich mit --by annotator, das sonst alle nimmt",
  "cli-curated":
    "nur kuratierte Sätze zählen, auch unfertige; sonst den fertig kuratierten oder den der einzigen Person",
  "cli-disagreements":
    "die offenen Unterschiede zwischen den Personen danach auflisten, wie weit sie den Wert von --measure verschieben, als table, csv oder json",
  "cli-compare":
    "zwei Seiten, jede mit etwas Eigenem: {keys} (days=2026-03..2026-04); jedes Maß nach beiden, mit der Differenz und ihrem Intervall",
  "cli-no-side": "{option} braucht eines von {keys}, zum Beispiel publisher=NAME.",
  "cli-list-formats": "Diese Listen gibt es als table, csv oder json, nicht als {format}.",
  "sides-counted":
    "{one, plural, one {# Artikel} other {# Artikel}}{oneLeftOut, plural, =0 {} one { (# ausgelassen)} other { (# ausgelassen)}} gegen {other, plural, one {# Artikel} other {# Artikel}}{otherLeftOut, plural, =0 {} one { (# ausgelassen)} other { (# ausgelassen)}}{isPaired, select, yes {, dieselben: Intervalle ziehen für beide Seiten dieselben Artikel} other {; Intervalle ziehen die Artikel jeder Seite getrennt}}{isPaired, select, yes {} other {{inBoth, plural, =0 {} one {; # ist auf beiden Seiten} other {; # sind auf beiden Seiten}}}}.{inPart, plural, =0 {} one { Erst teilweise kuratiert: {oneInPart, plural, one {# Artikel} other {# Artikel}} gegen {otherInPart, plural, one {# Artikel} other {# Artikel}}.} other { Erst teilweise kuratiert: {oneInPart, plural, one {# Artikel} other {# Artikel}} gegen {otherInPart, plural, one {# Artikel} other {# Artikel}}.}}{excluded, plural, =0 {} one { Nicht gezählt, weil an einer von der Auswertung ausgeschlossenen Stelle: {oneExcluded, plural, one {# Karte} other {# Karten}} gegen {otherExcluded, plural, one {# Karte} other {# Karten}}.} other { Nicht gezählt, weil an von der Auswertung ausgeschlossenen Stellen: {oneExcluded, plural, one {# Karte} other {# Karten}} gegen {otherExcluded, plural, one {# Karte} other {# Karten}}.}}",
  "sides-about":
    "Enthält ein Intervall die 0, kann eine solche Differenz auch dadurch entstehen, dass andere Artikel gelesen werden. Unter vielen Werten liegen manche allein durch Zufall auseinander.",
  "cli-duplicates": "wie oft dieselbe Äußerung zählt: {policies} (all)",
  "cli-nested": "auch Karten innerhalb anderer zählen",
  "cli-fractional": "eine Karte mit mehreren Stimmen unter ihnen aufteilen, statt sie für jede zu zählen",
  "cli-publisher": "nur Artikel dieses Mediums; mehrfach möglich",
  "cli-set": "nur Artikel dieser Artikelauswahl des Projekts (sayso sets)",
  "cli-tag": "nur Artikel mit diesem Schlagwort; mehrfach möglich",
  "cli-days": "nur Artikel ab diesem Tag, Monat oder Jahr oder bis dahin",
  "cli-seed": "des Bootstraps (1)",
  "cli-format": "eines von {formats} (table)",
  "cli-cards": "in einem Bericht (html, markdown) zu jedem Wert bis zu so viele Karten zeigen",
  "cli-out": "die Werte stattdessen in eine Datei schreiben",
  "cli-list": "jedes Maß mit seiner Definition auflisten",
  "cli-no-policy": "Eine Regel „{policy}“ gibt es nicht, nur: {policies}.",
  "cli-no-day": "„{text}“ ist kein Tag, Monat oder Jahr wie 2026-03-31, 2026-03 oder 2026.",
  "cli-several-people":
    "{several} Bitte mit --annotator eine Person wählen oder mit --curated die kuratierten Sätze.",
  "cli-one-set": "Bitte entweder --annotator oder --curated angeben.",
  "cli-curated-by-annotator":
    "Kuratierte Sätze haben nur eine Person: bitte --curated oder --by annotator weglassen.",
  "cli-several-annotators":
    "Bei mehreren Personen bitte --by annotator dazuschreiben: Jede hat dann eigene Werte.",
  "cli-common":
    "{articles, plural, one {# Artikel} other {# Artikel}} gezählt, annotiert von {names}{leftOut, plural, =0 {} one {; # ausgelassen, weil ihn nicht alle annotiert haben} other {; # ausgelassen, weil sie nicht alle annotiert haben}}: {titles}{more, plural, =0 {} one {, und # weiterer} other {, und # weitere}}.{excludedCards, plural, =0 {} one { # Karte an einer von der Auswertung ausgeschlossenen Stelle ist nicht gezählt.} other { # Karten an von der Auswertung ausgeschlossenen Stellen sind nicht gezählt.}}",
  "cli-scope":
    "{articles, plural, one {# Artikel} other {# Artikel}} gezählt{leftOut, plural, =0 {} one {, # ausgelassen, weil keine gewählte Person ihn annotiert hat} other {, # ausgelassen, weil keine gewählte Person sie annotiert hat}}.{curatedInPart, plural, =0 {} one { # Artikel ist erst teilweise kuratiert.} other { # Artikel sind erst teilweise kuratiert.}}{excludedCards, plural, =0 {} one { # Karte an einer von der Auswertung ausgeschlossenen Stelle ist nicht gezählt.} other { # Karten an von der Auswertung ausgeschlossenen Stellen sind nicht gezählt.}}",
  "cli-few-articles": "Intervalle brauchen mindestens {least, number} Artikel.",
  "cli-unit": "Einheit: {unit}",
  "cli-formula": "Formel: {formula}",
  "cli-source": "Herkunft: {source}",
  "cli-written": "{file}: {groups, plural, one {# Wert} other {# Werte}}",
} as const satisfies Translated<typeof english>;
