// German words of what readers of other tools' files have to say.
import type { interchange as english } from "../en/interchange.ts";
import type { Translated } from "../translated.ts";

export const interchange = {
  "inception-project":
    "INCEpTION-Projekt „{name}“: {documents, plural, one {# Dokument} other {# Dokumente}}, {users, plural, one {# Person hat annotiert} other {# Personen haben annotiert}}.",
  "inception-layers":
    "{count, plural, =0 {Es hat keine eigenen Ebenen.} one {Es hat eine eigene Ebene: {layers}.} other {Es hat # eigene Ebenen: {layers}.}}",
  "inception-unreadable":
    "Die Arbeit von „{user}“ an „{document}“ liegt nur als {forms} vor: serialisiertes Java oder ein Format ohne Annotationen.",
  "inception-export-again":
    "Exportieren Sie das Projekt in INCEpTION noch einmal, im Format WebAnno TSV, UIMA CAS XMI oder UIMA CAS JSON.",
  "inception-missing":
    "Die Arbeit von „{user}“ an „{document}“ ist im Projekt genannt, aber nicht im Export enthalten.",
  "inception-export-complete":
    "Exportieren Sie das ganze Projekt noch einmal, oder fragen Sie nach dieser Arbeit.",
  "inception-initial":
    "{count, plural, one {# Markierung stand} other {# Markierungen standen}} schon in „{document}“, als es in INCEpTION hinzugefügt wurde.",
  "inception-initial-about":
    "Sie stammen von niemandem und bleiben weg, es sei denn, jemand hat sie beim Annotieren behalten.",
  "inception-source":
    "Niemandes Annotationen von „{document}“ liegen vor, und die eigene Datei ({format}) ist kein reiner Text.",
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
  "empty-span": "Von {start} bis {end} steht kein Zeichen.",
  moved: "Seine Wörter stehen nicht dort, wo es sagt, sondern nur an einer anderen Stelle: Dorthin kam es.",
  "check-place": "Prüfen Sie die Stelle.",
  "several-texts": "{count, number} verschiedene Texte heißen „{name}“. Jeder ist ein eigener Artikel.",
  "several-texts-are": "Sie heißen hier {names}.",
  "counted-so":
    "Stellen sind in {unit} gezählt: {fitting, number} von {edges, number} Enden der Auswahlen liegen so an Wortgrenzen.",
  "check-some": "Prüfen Sie einige davon.",
  "whole-text": "„{label}“ ist vom ganzen Text gesagt, nicht von einigen seiner Wörter.",
  "same-entities":
    "{count, plural, one {# Eintrag ist der,} other {# Einträge sind die,}} {count, plural, one {den} other {die}} das Projekt unter {count, plural, one {diesem Namen} other {diesen Namen}} kennt: {names}.",
  "same-entities-advice": "Wo jemand anderes gemeint ist, geben Sie den Nennungen einen anderen Eintrag.",
  "no-place": "Es hat keine Stelle im Text.",
  "word-not-written": "„{label}“ ist von einem Wort gesagt, das nicht für sich im Text steht.",
  "columns-passed":
    "{count, plural, one {Eine Spalte enthält} other {# Spalten enthalten}} keine Markierungen von Wörtern: {columns}.",
  "no-marks": "Was sie sagen, wird nicht übernommen.",
  "words-as-text":
    "Der Text ist aus Wörtern zusammengesetzt. Was zwischen {count, number} von ihnen steht, sagt die Datei nicht: Leerzeichen stehen dort nach Regeln.",
  "compare-text":
    "Wo es darauf ankommt, legen Sie den Text als Datei desselben Namens mit der Endung .txt daneben.",
  "no-speaker-there":
    "{count, plural, one {# Zitat sagt} other {# Zitate sagen}}, auf welcher Seite der Sprecher steht, und dort ist keiner markiert.",
  "tie-by-hand": "Ergänzen Sie die Stimmen auf den Karten.",
  "elements-passed": "Elemente, die nicht zum laufenden Text gehören, bleiben weg: {names}.",
  "no-running-text": "Was in ihnen markiert ist, bleibt mit weg.",
  row: "{file}, Zeile {row}",
  "no-columns": "Die Tabelle hat keine Spalten dafür, wo etwas beginnt und endet.",
  "name-columns": "Nennen Sie sie „start“ und „end“, oder nehmen Sie eine andere Datei.",
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
  "relation-ends":
    "{count, plural, one {# Verknüpfung „{label}“ führt von einer oder zu einer Markierung, die wegbleibt.} other {# Verknüpfungen „{label}“ führen von oder zu Markierungen, die wegbleiben.}}",
  "value-beside":
    "{count, plural, one {# Wert „{label}“ bleibt weg, weil ein anderer seiner Markierung dasselbe Feld meint.} other {# Werte „{label}“ bleiben weg, weil andere ihrer Markierungen dasselbe Feld meinen.}}",
  "relation-value":
    "{count, plural, one {# Wert „{label}“ bleibt weg: Eine Verbindung hat hier keine Werte.} other {# Werte „{label}“ bleiben weg: Verbindungen haben hier keine Werte.}}",
  "value-again": "„{name}“ ist ein zweites Mal davon gesagt: {value}.",
  "value-unfit": "Kein Feld nimmt „{name}: {value}“.",
  "label-unmapped":
    "{count, plural, one {# Markierung „{label}“ hat hier keine Art.} other {# Markierungen „{label}“ haben hier keine Art.}}",
  "relation-unmapped":
    "{count, plural, one {# Verknüpfung „{label}“ hat hier keinen Platz.} other {# Verknüpfungen „{label}“ haben hier keinen Platz.}}",
  "value-unmapped":
    "{count, plural, one {# Wert „{label}“ hat hier kein Feld.} other {# Werte „{label}“ haben hier kein Feld.}}",
} as const satisfies Translated<typeof english>;
