// German words of Insight in the window: over what is counted, the views, and what a figure rests on.
import type { figures as english } from "../en/figures.ts";
import type { Translated } from "../translated.ts";

export const figures = {
  // Views
  overview: "Überblick",
  speakers: "Wer spricht",
  mix: "Quellenmix",
  anonymity: "Anonymität",
  together: "Gemeinsam",
  between: "Zwischen Personen",
  timeline: "Zeitverlauf",

  // What is counted
  articles: "Artikel",
  "all-articles": "Alle Artikel",
  whose: "Annotationen",
  "whose-either": "Kuratierte, sonst die einzigen",
  "whose-curation": "Kuratierte",
  policies: "Zählregeln",
  duplicates: "Gleichlautende Äußerungen",
  "duplicates-all": "Jedes Mal zählen",
  "duplicates-document": "Einmal je Artikel zählen",
  "duplicates-day": "Einmal je Tag zählen",
  "duplicates-week": "Einmal je Woche zählen",
  "duplicates-month": "Einmal je Monat zählen",
  "duplicates-year": "Einmal je Jahr zählen",
  nested: "Karten in anderen Karten mitzählen",
  fractional: "Karten auf ihre Stimmen aufteilen",

  // Counting
  counting: "Auszählung: {done, number} von {of, number}",
  progress: "Fortschritt der Auszählung",
  stopped: "Die Auszählung wurde abgebrochen.",
  "go-on": "Fortsetzen",
  counted:
    "{articles, plural, =0 {Keine Artikel gezählt} one {# Artikel gezählt} other {# Artikel gezählt}}{leftOut, plural, =0 {} one {, # ohne diese Annotationen ausgelassen} other {, # ohne diese Annotationen ausgelassen}}.{curatedInPart, plural, =0 {} one { # Artikel ist erst teilweise kuratiert.} other { # Artikel sind erst teilweise kuratiert.}}{excludedCards, plural, =0 {} one { # Karte an einer ausgeschlossenen Stelle ist nicht gezählt.} other { # Karten an ausgeschlossenen Stellen sind nicht gezählt.}}",
  damaged:
    "{count, plural, one {Dieser Artikel ist nicht lesbar und bleibt außen vor: {titles}} other {Diese Artikel sind nicht lesbar und bleiben außen vor: {titles}}}",

  // Nothing to count
  "no-articles": "Noch nichts zu zählen",
  "no-articles-advice":
    "Fügen Sie Artikel hinzu, und legen Sie Karten an: Dann steht hier, wer zu Wort kommt, wie viel und auf welche Weise.",
  "go-to-articles": "Zu den Artikeln",
  "whose-advice": "Wessen Annotationen sollen zählen?",

  // Figures
  rests: "{numerator} von {denominator} · {units}",
  // Of a mean
  "rests-quotient": "{numerator} ÷ {denominator} · {units}",
  "numerator-of": "{numerator} von {denominator}",
  "numerator-by": "{numerator} ÷ {denominator}",
  units:
    "{unit, select, statement {{n, plural, one {# Äußerung} other {# Äußerungen}}} appearance {{n, plural, one {# Auftritt} other {# Auftritte}}} source {{n, plural, one {# Quelle} other {# Quellen}}} paragraph {{n, plural, one {# Absatz} other {# Absätze}}} word {{n, plural, one {# Wort} other {# Wörter}}} other {{n, plural, one {# Artikel} other {# Artikel}}}}",
  unknown: "{unknown} unbekannt",
  "unknown-label": "Unbekannt",
  undefined: "keine",
  interval: "95-%-Intervall {low} bis {high}",
  "interval-by-chance": "{low} bis {high} durch Zufall",
  points: "{points, plural, one {# Punkt} other {# Punkte}}",
  "interval-about":
    "Wie weit der Wert danebenliegen kann, weil gerade diese Artikel gelesen wurden und keine anderen.",
  "open-cards": "{label}: Karten zeigen",
  "open-articles": "{label}: Artikel zeigen",

  definitions: "Was diese Zahlen bedeuten",

  // While names are hidden
  blind:
    "„Verdeckt“ ist eingeschaltet: Nur Ihre eigenen und die kuratierten Annotationen werden gezeigt. Die der anderen bleiben verborgen, bis Sie es ausschalten.",
  "blind-off": "„Verdeckt“ ausschalten",

  // Writing to a file
  write: "Exportieren …",
  writing: "Die Zahlen werden exportiert …",
  "write-title": "Zahlen exportieren: {title}",
  "write-about":
    "Die Zahlen dieser Ansicht, über dieselben Artikel und Annotationen und nach denselben Zählregeln.",
  "write-as": "Format",
  "write-html": "Bericht (HTML)",
  "write-markdown": "Bericht (Markdown)",
  "write-xlsx": "Arbeitsmappe (Excel)",
  "write-csv": "Tabelle (CSV)",
  "write-json": "Daten (JSON)",
  "write-graphml": "Netzwerk (GraphML)",
  "write-edges": "Kanten des Netzwerks (CSV)",
  "write-file": "Exportieren",
  "write-all-sources": "Alle Quellen, nicht nur die gezeigten",
  "write-figures": "Zahlen",
  "write-cards": "Karten zu jeder Zahl",
  "write-cards-most": "{count, plural, =0 {keine} one {höchstens #} other {höchstens #}}",
  "write-stopped": "Der Export wurde abgebrochen. Es wurde keine Datei geschrieben.",

  // Who speaks
  "speakers-counted": "{count, plural, one {# Quelle spricht} other {# Quellen sprechen}}",
  "speakers-about":
    "Die Quellen in einer Rangfolge: ihr Anteil an allen Äußerungen, an den Artikeln, an den Wörtern aller Aussagen und wie oft sie zuerst sprechen.",
  rows: "Zeilen",
  "rows-entity": "Wer spricht",
  "rows-about": "Wen Aussagen betreffen",
  "about-counted":
    "{count, plural, one {Aussagen betreffen # Person oder Sache} other {Aussagen betreffen # Personen und Sachen}}",
  "about-about":
    "Die, die von Aussagen betroffen sind, in einer Rangfolge: ihr Anteil an allen Äußerungen und an den Wörtern aller Aussagen, und wie oft Betroffene selbst zu Wort kommen.",
  "about-not-given": "Niemand angegeben",
  "nobody-about": "Keine Karte sagt, wen ihre Aussage betrifft",
  "nobody-about-advice":
    "Drücken Sie T auf einer Karte, oder ändern Sie viele Karten auf einmal in „Äußerungen“: Dann wird hier gezählt, wen Aussagen betreffen.",
  source: "Quelle",
  "show-more": "{count, plural, one {# weitere} other {# weitere}} zeigen",
  "voice-unknown": "Stimme unbekannt",
  "no-speakers": "Noch kommt niemand zu Wort",
  "no-speakers-advice":
    "Verknüpfen Sie die Stimmen der Karten mit Personen und Quellen des Registers: Dann werden sie hier gezählt.",

  // Source mix
  dimension: "Quellen nach",
  class: "Quellenklasse",
  basis: "Anteil",
  "of-all": "an allen",
  "of-known": "an den bekannten",
  "all-counted": "Alles Gezählte",
  appearances: "Auftritte",
  "not-known": "Unbekannt",
  "mix-about":
    "Wie sich die Auftritte der Quellen verteilen: eine Zeile für jeden Teil, eine Spalte für jede Art von Quelle.",
  "no-mix": "Noch ist keine Quelle bekannt",
  "no-mix-advice":
    "Verknüpfen Sie die Stimmen der Karten mit Personen und Quellen des Registers: Dann steht hier ihre Mischung.",

  // Divided by what is said of articles
  division: "Aufgeteilt nach",
  "by-none": "Nicht aufgeteilt",
  "by-publisher": "Medium",
  "by-author": "Autorin oder Autor",
  "by-month": "Monat",
  "by-year": "Jahr",
  "no-publisher": "Medium unbekannt",
  "no-author": "Autorin oder Autor unbekannt",
  "no-month": "Monat unbekannt",
  "no-year": "Jahr unbekannt",

  // Anonymity
  "anonymity-about": "Wie oft Quellen ungenannt bleiben und ob ein Grund genannt wird.",
  "unnamed-sources":
    "{count, plural, =0 {Keine ungenannte Quelle spricht} one {# ungenannte Quelle spricht} other {# ungenannte Quellen sprechen}}",

  // Between annotators
  figure: "Wert",
  spread: "{least} bis {most} zwischen {count, plural, one {# Person} other {# Personen}}",
  "spread-same": "bei {count, plural, =2 {beiden Personen} one {# Person} other {allen # Personen}} gleich",
  "spread-about":
    "Der kleinste und der größte Wert in den Annotationen von {names}, über {articles, plural, one {den einen Artikel, den} other {die # Artikel, die}} alle annotiert haben.",
  "open-spread": "{measure}: {spread}. Den Wert je Person zeigen",
  "by-annotator": "Der Wert je Person",
  "over-common":
    "Über {articles, plural, one {den einen Artikel, den} other {die # Artikel, die}} {names} {count, plural, =2 {beide} one {} other {alle}} annotiert haben{leftOut, plural, =0 {} one {; # ausgelassen} other {; # ausgelassen}}.",
  "common-articles": "{count, plural, one {Dieser Artikel} other {Diese # Artikel}}",
  "between-blind": "Namen sind verdeckt",
  "between-blind-advice":
    "Werte je Person würden verraten, wer wer ist. Sie erscheinen, sobald „Verdeckt“ unter „Vergleich“ aus ist.",
  "between-alone": "Hier annotiert nur eine Person",
  "between-alone-advice":
    "Sobald zwei Personen denselben Artikel annotiert haben, vergleicht diese Seite ihre Werte.",
  disagreements: "Offene Unterschiede",
  "disagreements-about":
    "Offene Unterschiede, zuerst die, die den Wert am stärksten verschieben, mit dem Wert, der sich ergibt, wenn wie bei der jeweiligen Person entschieden wird.",
  "disagreements-counted":
    "{moving, plural, =0 {Kein offener Unterschied verschiebt diesen Wert} one {# offener Unterschied verschiebt diesen Wert} other {# offene Unterschiede verschieben diesen Wert}}{others, plural, =0 {} one {, # nicht} other {, # nicht}}.",
  comparing: "Vergleich: {done, number} von {of, number}",
  "comparing-begins": "Vergleich läuft …",
  disagreement: "Aussage",
  "differ-in": "Unterschied",
  "decided-as": "Entschieden wie {name}",
  moves: "Verschiebung",
  "open-disagreement": "„{quote}“ in „{title}“: unter „Vergleich“ zeigen",
  "decided-about":
    "In jeder Zeile bleibt alles andere so wie bei der Person, bei der sich der Wert am stärksten verschiebt.",

  // Side by side
  sides: "Nebeneinander",
  "side-by": "Vergleichen",
  "side-publisher": "Medien",
  "side-period": "Zeiträume",
  "side-set": "Artikelauswahlen",
  "side-annotator": "Personen",
  "first-side": "Erste Seite",
  "second-side": "Zweite Seite",
  "first-side-to": "Erste Seite, bis",
  "second-side-to": "Zweite Seite, bis",
  period: "{from} bis {to}",
  "no-sides": "Nichts zum Vergleichen",
  "no-sides-advice":
    "Es braucht zwei von einer Art: zwei Medien, zwei Monate, zwei Artikelauswahlen oder zwei Personen.",
  "sides-counting": "Beide Seiten werden gezählt …",
  "sides-caption":
    "Jeder Wert von {one} und von {other} mit der Differenz und ihrem Intervall, zuerst die, die am weitesten auseinanderliegen.",
  difference: "Differenz",
  "difference-interval": "95-%-Intervall",
  "of-group": "{title}: {group}",

  // Unknown values, to be given
  "give-field": "{field}, nicht bekannt",
  "give-publisher": "Artikel ohne Medium",
  "give-month": "Artikel ohne Monat",
  "give-date": "Artikel ohne Datum",
  "takes-publisher": "Bitte den Namen des Mediums eingeben.",
  "takes-month": "Bitte einen Tag oder einen Monat eingeben, zum Beispiel 2026-03-31 oder 2026-03.",
  "takes-date": "Bitte einen Tag, einen Monat oder ein Jahr eingeben, zum Beispiel 2026-03-31.",
  "left-to-give": "{count, plural, =0 {Alles ist bekannt} one {# übrig} other {# übrig}}",
  "give-next": "Weiter",
  "fill-in": "{name}: ausfüllen",
  "close-facts": "Schließen",
  // Space: articles as strips
  strips: "Raum",
  "strips-about":
    "Jeder Streifen ist ein Artikel vom ersten bis zum letzten Wort; farbig ist, was andere sagen, und die Farbe zeigt, wer es sagt. Der Rest ist die eigene Stimme des Mediums.",
  "strip-order": "Reihenfolge",
  "strip-order-project": "Wie im Projekt",
  "strip-order-date": "Neueste zuerst",
  "strip-order-share": "Meiste zugeschriebene Wörter zuerst",
  "other-sources": "Andere Quellen",
  "strip-share": "{share} von {words, plural, one {# Wort} other {# Wörtern}}",
  "strip-segment": "{who}: Wörter {first, number} bis {last, number} von {words, number}",
  "strip-open": "{label}: im Artikel zeigen",
  "no-strips": "Noch ist kein Artikel annotiert",
  "no-strips-advice":
    "Legen Sie Karten mit Stimmen und Aussagen an: Jeder Artikel ist dann hier ein Streifen.",

  // Timeline
  "count-statements": "Äußerungen",
  "count-appearances": "Auftritte von Quellen",
  time: "Zeit",
  "by-day": "Tag",
  "by-week": "Woche",
  "by-kind": "Redeform",
  "by-role": "Rolle",
  "by-entity": "Quelle",
  "week-of": "Woche ab {day}",
  lanes: "Spuren",
  "timeline-about":
    "Von {first} bis {last}. Der höchste Wert ist {amount} ({where}).{gaps, plural, =0 {} one { # Lücke ohne Artikel ist schraffiert.} other { # Lücken ohne Artikel sind schraffiert.}}",
  "timeline-title": "{figure} im Zeitverlauf",
  "timeline-empty": "Nichts davon hat bisher ein Datum",
  "timeline-empty-advice":
    "Geben Sie den Artikeln ein Datum („Angaben zum Artikel“), oder wählen Sie eine andere Zahl oder längere Zeitabschnitte.",
  "too-many-bins":
    "{count, number} Zeitabschnitte sind mehr, als ein Diagramm zeigen kann. Wählen Sie längere.",
  undated:
    "{articles, plural, one {Von # Artikel ist nicht bekannt,} other {Von # Artikeln ist nicht bekannt,}} {time, select, day {an welchem Tag} week {in welcher Woche} month {in welchem Monat} other {in welchem Jahr}} {articles, plural, one {er erschien} other {sie erschienen}}: {cards}",
  "undated-title": "Datum unbekannt",
  "lanes-left-out":
    "{count, plural, one {# weitere Quelle, die in nicht mehr Artikeln spricht als diese, ist nicht gezeigt.} other {# weitere Quellen, die in nicht mehr Artikeln sprechen als diese, sind nicht gezeigt.}}",
  "no-articles-from": "keine Artikel: {first} bis {last}",
  "no-articles-in": "keine Artikel",
  "save-chart-title": "Diagramm speichern …",
  "save-chart": "Speichern",
  "saving-chart": "Das Diagramm wird gespeichert",
  "chart-format": "Format",
  "chart-svg": "SVG (in jeder Größe scharf)",
  "chart-png": "PNG (doppelt so groß)",
  "chart-table": "Tabelle zu diesem Diagramm",
  // Together
  "meeting-form": "Darstellung",
  "meeting-matrix": "Matrix",
  "meeting-network": "Netzwerk",
  "meeting-in": "Gemeinsam in",
  "in-together": "demselben Artikel",
  "in-together-paragraphs": "demselben Absatz",
  "meeting-order": "Reihenfolge",
  "order-community": "Wer sich am meisten begegnet",
  "order-count": "Zahl der Artikel",
  "meeting-limit": "Quellen",
  "meeting-most": "Die {count, number} häufigsten",
  "meeting-shown":
    "{shown, number} von {count, plural, one {# Quelle} other {# Quellen}}: die, die in den meisten Artikeln sprechen.",
  "meeting-units": "{units} gezählt",
  "matrix-together":
    "In wie vielen Artikeln zwei Quellen beide sprechen: eine Zeile und eine Spalte für jede Quelle.",
  "matrix-together-paragraphs":
    "In wie vielen Absätzen zwei Quellen beide sprechen: eine Zeile und eine Spalte für jede Quelle.",
  "network-together":
    "Netzwerk von {sources, plural, one {# Quelle} other {# Quellen}} mit {ties, plural, one {# Verbindung} other {# Verbindungen}} zwischen denen, die im selben Artikel sprechen. Links und rechts führen von Quelle zu Quelle, auf und ab durch die Verbindungen einer Quelle. Die Matrix hat dieselben Zahlen als Tabelle.",
  "network-together-paragraphs":
    "Netzwerk von {sources, plural, one {# Quelle} other {# Quellen}} mit {ties, plural, one {# Verbindung} other {# Verbindungen}} zwischen denen, die im selben Absatz sprechen. Links und rechts führen von Quelle zu Quelle, auf und ab durch die Verbindungen einer Quelle. Die Matrix hat dieselben Zahlen als Tabelle.",
  "network-about":
    "Je größer der Kreis, in desto mehr Artikeln spricht eine Quelle; je dicker die Linie, desto öfter sprechen zwei gemeinsam. Farben kennzeichnen Quellen, die untereinander öfter gemeinsam sprechen als mit anderen.",
  "network-cut":
    "Von {count, number} Verbindungen sind die {shown, number} stärksten gezeichnet; die Matrix hat sie alle.",
  "meeting-title": "{one} und {other}",
  "meeting-together":
    "{one} und {other}: beide in {both, number} von {either, plural, one {# Artikel} other {# Artikeln}} mit einer von beiden, {share}",
  "meeting-together-paragraphs":
    "{one} und {other}: beide in {both, number} von {either, plural, one {# Absatz} other {# Absätzen}} mit einer von beiden, {share}",
  "meeting-never": "{one} und {other}: nie gemeinsam",
  "meeting-own": "{name}: in {count, plural, one {# Artikel} other {# Artikeln}}",
  lopsided: "eine von beiden spricht mehr als fünfmal so oft",
  "lopsided-about":
    "* Eine der beiden spricht mehr als fünfmal so oft wie die andere; ihr Anteil ist deshalb in jedem Fall klein.",
  "no-meetings": "Keine zwei Quellen zum Vergleichen",
  "no-meetings-advice":
    "Verknüpfen Sie die Stimmen der Karten mit Personen und Quellen des Registers: Dann steht hier, welche von ihnen in denselben Artikeln sprechen.",

  // The cards behind a figure
  "article-gone": "Nicht mehr im Projekt",
  "cards-counted": "{count, plural, =0 {Keine Karten} one {# Karte} other {# Karten}}",
  "show-as-table": "Als Tabelle in den Äußerungen zeigen",
  "close-cards": "Kartenliste schließen",
  "no-voice": "Ohne Stimme",
  "card-gone": "Diese Karte ist nicht mehr lesbar.",
} as const satisfies Translated<typeof english>;
