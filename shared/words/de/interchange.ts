// German words of what readers of other tools' files have to say.
import type { interchange as english } from "../en/interchange.ts";
import type { Translated } from "../translated.ts";

export const interchange = {
  "inception-project":
    "INCEpTION-Projekt „{name}“: {documents, plural, one {# Dokument} other {# Dokumente}}, {users, plural, one {# Person hat annotiert} other {# Personen haben annotiert}}.",
  "inception-layers":
    "{count, plural, =0 {Es hat keine eigenen Ebenen.} one {Es hat eine eigene Ebene: {layers}.} other {Es hat # eigene Ebenen: {layers}.}}",
  "inception-unreadable":
    "Die Arbeit von „{user}“ an „{document}“ ist im Export nur als {forms} enthalten: serialisiertes Java oder ein Format ohne Annotationen.",
  "inception-export-again":
    "Exportieren Sie das Projekt noch einmal aus INCEpTION, als WebAnno TSV, UIMA CAS XMI oder UIMA CAS JSON.",
  "inception-missing":
    "Das Projekt nennt Arbeit von „{user}“ an „{document}“, aber der Export enthält sie nicht.",
  "inception-export-complete":
    "Exportieren Sie das ganze Projekt noch einmal, oder fragen Sie nach dieser Arbeit.",
  "inception-initial":
    "{count, plural, one {# Markierung war} other {# Markierungen waren}} schon in „{document}“, als es in INCEpTION importiert wurde.",
  "inception-initial-about":
    "Markierungen, die niemandem gehören, bleiben weg, außer wo jemand sie beim Annotieren behalten hat.",
  "inception-source":
    "Von „{document}“ liegen keine Annotationen vor, und die Quelldatei ({format}) ist kein reiner Text.",
  "choose-other": "Wählen Sie eine andere Datei oder ein anderes Format.",
  "left-out": "Es bleibt weg; der Rest wird übernommen.",
  "see-mapping":
    "Eine Zuordnung hat die Tabellen „spans“, „relations“ und „values“, von fremden Namen zu unseren oder zu null; eine Markierung oder Verbindung kann auch „by“ (den Namen eines Merkmals) und „values“ (von dessen Werten zu unseren) haben.",
  "no-text": "Die Datei ist kein Text in UTF-8 oder UTF-16.",
  "no-file": "Unter den Dateien ist keine: {what}.",
  "not-format": "Das ist nicht {format}: {why}.",
  line: "{file}, Zeile {line}",
  "line-misread": "Diese Zeile lässt sich nicht als {format} lesen.",
  "not-accepted": "Im anderen Werkzeug wurde es mit „{answer}“ beantwortet.",
  "outside-text": "Von {start} bis {end} ist keine Stelle des Textes.",
  "about-whole-text": "Es gilt dem ganzen Text oder der ganzen Seite, nicht einzelnen Wörtern.",
  "mapping-unmet": "Die Zuordnung nennt „{name}“ unter „{part}“, aber keine der Dateien hat das.",
  "mapping-unmet-advice": "Prüfen Sie, wie der Name geschrieben ist, auch groß und klein.",
  "empty-span": "Von {start} bis {end} steht kein Zeichen.",
  moved: "Seine Wörter stehen nicht dort, wo es sagt, sondern nur an einer anderen Stelle: Dorthin kam es.",
  "check-place": "Prüfen Sie die Stelle.",
  "several-texts": "{count, number} verschiedene Texte heißen „{name}“. Jeder ist ein eigener Artikel.",
  "several-texts-are": "Hier heißen sie: {names}",
  "counted-so":
    "Stellen sind in {unit} gezählt: {fitting, number} von {edges, number} Enden der Auswahlen liegen so an Wortgrenzen.",
  "mark-uncounted":
    "Die Stellen zählen die Bytereihenfolge-Marke des Textes nicht; sie fehlt daher im Artikel.",
  "check-some": "Prüfen Sie einige davon.",
  "whole-text": "„{label}“ ist vom ganzen Text gesagt, nicht von einigen seiner Wörter.",
  "same-entities":
    "{count, plural, one {# Eintrag ist der,} other {# Einträge sind die,}} {count, plural, one {den} other {die}} das Projekt unter {count, plural, one {diesem Namen} other {diesen Namen}} kennt: {names}.",
  "same-entities-advice": "Wo jemand anderes gemeint ist, geben Sie den Nennungen einen anderen Eintrag.",
  "no-place": "Es hat keine Stelle im Text.",
  "word-not-written": "„{label}“ gehört zu einem Wort, das nicht für sich im Text steht.",
  "columns-passed":
    "{count, plural, one {# Spalte enthält} other {# Spalten enthalten}} keine Markierungen: {columns}.",
  "no-marks": "Nicht übernommen.",
  "words-as-text":
    "Der Text wurde aus Wörtern zusammengesetzt. {count, plural, one {# Zwischenraum zwischen Wörtern steht nicht in der Datei und wurde nach Regeln gefüllt} other {# Zwischenräume zwischen Wörtern stehen nicht in der Datei und wurden nach Regeln gefüllt}}.",
  "compare-text":
    "Wenn es auf die Leerräume ankommt, legen Sie den Text als .txt-Datei desselben Namens daneben.",
  "no-speaker-there":
    "{count, plural, one {# Zitat sagt, auf welcher Seite sein Sprecher steht, aber dort ist keiner markiert.} other {# Zitate sagen, auf welcher Seite ihr Sprecher steht, aber dort ist keiner markiert.}}",
  "tie-by-hand": "Ergänzen Sie die Stimmen von Hand auf den Karten.",
  "values-beyond":
    "{count, plural, one {# Wert geht} other {# Werte gehen}} über die {most, number} hinaus, die ein Dokument haben kann.",
  "too-many-ties":
    "Die Beziehung „{label}“ verbindet {count, number} Paare; höchstens {most, number} sind möglich.",
  "elements-passed": "Elemente außerhalb des laufenden Textes werden übersprungen: {names}.",
  "no-running-text": "Markierungen in ihnen werden ebenfalls übersprungen.",
  row: "{file}, Zeile {row}",
  "no-columns": "Die Tabelle hat keine Spalten für Anfang und Ende.",
  "name-columns": "Nennen Sie sie „start“ und „end“, oder wählen Sie eine andere Datei.",
  "reference-missing": "Es verweist auf „{id}“, das nicht da ist oder wegblieb.",
  "no-article-text": "Der Text, von dem es spricht, ist nicht da.",
  "xml-fault": "Es ist kein XML: {why}.",
  "zip-damaged": "Das Archiv ist beschädigt oder verschlüsselt.",
  "zip-too-large": "Was im Archiv ist, ist größer als {size, number} MB.",
  "zip-too-many": "Das Archiv enthält mehr als {count, number} Dateien.",
  "zip-repeated": "Zwei Dateien des Archivs haben denselben Namen.",
  place: "{title}, Stelle {start}: {words}",
  "change-mapping": "Ändern Sie die Zuordnung, oder ergänzen Sie das Schema um das, was fehlt.",
  "type-unknown": "Das Schema hat keine Art „{label}“.",
  "takes-no-entity": "Markierungen der Art „{label}“ meinen niemanden.",
  "relation-unfit":
    "Die Verknüpfung „{label}“ passt zwischen diesen Markierungen in keinen Platz einer Karte.",
  "slot-filled": "Die Verknüpfung „{label}“ führt zu einer zweiten Markierung, wo eine Karte eine hat.",
  "trigger-unfit":
    "Der Auslöser dieses Ereignisses bleibt weg: Seine Karte hat ein anderes Signalwort, oder das Schema kennt keine.",
  "relation-ends":
    "{count, plural, one {# Verknüpfung „{label}“ führt von einer oder zu einer Markierung, die wegbleibt.} other {# Verknüpfungen „{label}“ führen von oder zu Markierungen, die wegbleiben.}}",
  "value-again": "„{name}“ ist ein zweites Mal davon gesagt: {value}.",
  "value-unfit": "Kein Feld nimmt „{name}: {value}“.",
  "known-otherwise": "„{name}: {value}“ ist nicht, was über diesen Eintrag schon bekannt ist.",
  "label-unmapped":
    "{count, plural, one {# Markierung „{label}“ hat hier keine Art.} other {# Markierungen „{label}“ haben hier keine Art.}}",
  "relation-unmapped":
    "{count, plural, one {# Verknüpfung „{label}“ hat hier keinen Platz.} other {# Verknüpfungen „{label}“ haben hier keinen Platz.}}",
  passed: "„{name}“ ({count, number}): {why}.",
  "passed-no-marks": "enthält keine Markierungen",
  "passed-divides-text": "teilt den Text in Wörter, Sätze oder Abschnitte",
  "passed-not-running-text": "außerhalb des fortlaufenden Textes",
  "passed-no-place": "ohne Stelle in einem Text",
  "passed-not-read": "nicht gelesen",
  "values-left": "„{name}“ von „{of}“ ({count, number}): {why}.",
  "values-left-of-nothing": "„{name}“ ({count, number}): {why}.",
  "left-no-field": "die Zuordnung hat dafür kein Feld",
  "left-same-field": "ein anderer Wert der Markierung bedeutet dasselbe Feld",
  "left-of-relation": "Beziehungen haben hier keine Werte",
  "left-again": "die Markierung hat einen anderen Wert dieses Namens",
  "left-no-mark": "wovon es gesagt ist, ist nicht da",
  "left-unfit": "nichts nimmt diesen Wert auf",
  "left-no-original": "die Datei, aus der der Artikel kam, ist nicht dabei",
  "left-no-entity": "Markierungen dieses Typs stehen für niemanden",
  "left-known-otherwise": "über diesen Eintrag ist schon etwas anderes bekannt",
  "kind-not-read": "Ergebnisse der Art „{kind}“ werden nicht gelesen.",
  "text-unfit": "Die Textdatei daneben wurde nicht verwendet: Ihre Wörter sind andere als die der Spalten.",
  "text-unfit-advice":
    "Legen Sie den richtigen Text daneben, für jeden Text eine Datei, und importieren Sie erneut.",
  doctype:
    "Die Datei hat einen Dokumenttyp. {expanded, plural, =0 {Keine seiner Entities wurde aufgelöst} one {# Verweis auf seine Entities wurde aufgelöst} other {# Verweise auf seine Entities wurden aufgelöst}}{left, plural, =0 {} one {, # Entity blieb stehen: {names}} other {, # Entities blieben stehen: {names}}}.",
  "doctype-advice":
    "Von anderswo wird nichts geholt und keine Auszeichnung eingefügt. Fehlen Wörter, lösen Sie die Entities vorher auf, etwa mit xmllint --noent.",
  "workbook-part": "Die Arbeitsmappe hat keinen lesbaren Teil „{part}“.",
  "sheet-too-wide": "Das Blatt „{sheet}“ hat zu viele leere Zellen.",
  "sheet-too-long":
    "Mit dem Blatt „{sheet}“ enthalten die Zellen der Arbeitsmappe mehr als {size, number} Millionen Zeichen.",
  "sheet-no-string":
    "Eine Zelle des Blatts „{sheet}“ verweist auf einen Text, den die Arbeitsmappe nicht hat.",
  "sheet-repeated": "Das Blatt „{sheet}“ ist ein anderes Blatt unter einem zweiten Namen.",
  "save-again": "Speichern Sie die Arbeitsmappe noch einmal oder ihre Blätter als CSV.",
} as const satisfies Translated<typeof english>;
