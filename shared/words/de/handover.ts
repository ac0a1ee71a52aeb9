// German words of handing work over by file and taking a colleague's in, in the window and on the command line.
import type { handover as english } from "../en/handover.ts";
import type { Translated } from "../translated.ts";

export const handover = {
  // What becomes of a set: in one or two words, and in a sentence
  "outcome-new": "neu",
  "outcome-newer": "neuere Fassung",
  "outcome-same": "schon da",
  "outcome-older": "älter als das Vorhandene",
  "outcome-at-home": "arbeitet in diesem Projekt",
  "outcome-own": "eigene Arbeit",
  "outcome-curated": "der kuratierte Satz",
  "outcome-curated-about":
    "Der Artikel hat noch keinen kuratierten Satz: Dieser wird es, in einem Schritt, den Sie rückgängig machen können.",
  "outcome-curated-again-about":
    "Er ersetzt den kuratierten Satz, den dieselben Dateien unter einer anderen Zuordnung ergaben und den niemand bearbeitet hat, in einem Schritt, der sich rückgängig machen lässt.",
  "beside-curated-another-here":
    "Der Artikel hat schon einen kuratierten Satz, der bleibt. Dieser wird daneben aufbewahrt.",
  "beside-curated-differs":
    "Der kuratierte Satz des Artikels kam aus demselben Programm, und die beiden unterscheiden sich inzwischen: {unchanged, number} unverändert, {changed, number} geändert, {added, number} neu, {removed, number} nicht mehr da. Der hiesige bleibt; dieser wird daneben aufbewahrt.",
  "beside-curated-unlawful":
    "Er enthält Markierungen oder Werte, die das Schema dieses Projekts nicht hat, und kann darum nicht der kuratierte Satz werden. Er wird neben Ihrer Arbeit aufbewahrt wie der Satz eines Kollegen.",
  "outcome-no-article": "Artikel nicht da",
  "outcome-left": "weggelassen",
  "outcome-repeated": "zweiter Satz",
  "outcome-other-text": "anderer Text",
  "outcome-other-tagset": "anderes Schema",
  "outcome-worked-on": "hier bearbeitet",
  "outcome-twins-asked": "welcher Artikel?",
  "outcome-twins-asked-about": "Wählen Sie den Artikel aus, zu dem es gehört, um es zu übernehmen.",
  "twins-question":
    "Mehrere Artikel hier haben denselben Text wie {count, plural, one {# Artikel} other {# Artikel}} in dieser Datei.",
  "twins-label": "Wohin gehören sie?",
  "twins-same": "Den vorhandenen Artikel verwenden",
  "twins-new": "Noch einmal hinzufügen",
  "twins-place": "„{title}“ übernehmen in",
  "twins-is": "„{title}“, hinzugefügt {when}",
  "twins-own": "einen neuen Artikel",
  "twins-choose": "Artikel auswählen",
  "outcome-new-about": "Es wird neben Ihrer Arbeit aufbewahrt, wie es gekommen ist.",
  "outcome-newer-about": "Es tritt an die Stelle der Fassung, die vorher kam.",
  "outcome-same-about": "Es ändert nichts.",
  "outcome-older-about": "Eine neuere Fassung kam vorher und bleibt.",
  "outcome-at-home-about":
    "Die eigenen Dateien dieser Person liegen in diesem Projekt; sie werden nicht überschrieben.",
  "outcome-own-asked": "soll von Ihnen sein",
  "outcome-own-asked-about": "Nichts davon wird übernommen, bevor Sie gesagt haben, ob es stimmt.",
  "own-question":
    "Laut {file} sind Markierungen darin Ihre eigenen. Haben Sie sie auf einem anderen Rechner gemacht? Nur dann gehören sie in Ihre: Jeder kann eine Datei schreiben, die das sagt.",
  "own-label": "Sind sie von Ihnen?",
  "own-merge": "Ja, zusammenführen",
  "own-leave": "Nein, weglassen",
  "take-in-create":
    "wo noch kein Projekt ist, eines aus den Artikeln, dem Schema und den Annotationssätzen der ersten Datei anlegen",
  "take-in-own": "Markierungen, die laut der Datei die eigenen sind, sind es: zusammenführen",
  "take-in-own-asked":
    "Laut {file} sind Markierungen darin Ihre eigenen. Sie wurden weggelassen: Wenn Sie sie auf einem anderen Rechner gemacht haben, übernehmen Sie die Datei noch einmal mit --own.",
  "take-in-own-nobody":
    "{file} enthält Annotationen von {names}, aber von niemandem namens „{name}“. Lassen Sie --own weg, oder geben Sie mit --as an, wer Sie darin sind.",
  "take-in-own-none": "{file} enthält von niemandem Annotationen. Lassen Sie --own weg.",
  "take-in-own-several":
    "{file} enthält Annotationen von {count, number} Personen namens „{name}“, und nichts sagt, wer davon Sie sind. Lassen Sie --own weg: Dann bleiben ihre Sätze getrennt.",
  "outcome-own-about":
    "Es wird mit Ihrer Arbeit hier zusammengeführt, in einem Schritt, den Sie rückgängig machen können.",
  "outcome-worked-on-about":
    "Der Satz, der hier unter diesem Namen liegt, wurde in Sayso bearbeitet; deshalb ersetzt ihn der Import nicht. Übernehmen Sie die Datei unter einem anderen Namen („--as“ auf der Befehlszeile) und vergleichen Sie beide.",
  "is-namesake":
    "Das Projekt hat einen Artikel mit dem Titel „{title}“ und einem anderen Text. Dieser kommt als weiterer Artikel dazu.",
  "outcome-no-article-about": "Kein Artikel dieses Projekts hat diesen Text.",
  "outcome-left-about": "Sie haben es weggelassen.",
  "outcome-repeated-about": "Die Datei enthält einen anderen Satz derselben Person zu diesem Artikel.",
  "outcome-other-text-about":
    "Nur wenige ihrer Markierungen fänden im Text hier einen Ort; daher wird nichts davon zusammengeführt. Ist es eine andere Fassung dieses Artikels, übernehmen Sie zuerst diese als neue Fassung („Den Artikel mit einer neuen Kopie vergleichen“ oder sayso revise) und danach noch einmal diese Datei.",
  "outcome-other-tagset-about":
    "Ihre Arbeit enthält Markierungen oder Werte, die das Schema dieses Projekts nicht hat.",

  // A set that was carried over to another version of the text
  carried:
    "Entstanden an einer anderen Fassung des Textes: {unmoved, plural, =0 {} one {# Markierung steht, wo sie stand, } other {# Markierungen stehen, wo sie standen, }}{moved, plural, one {# wurde anderswo gefunden} other {# wurden anderswo gefunden}}{lost, plural, =0 {} one {, # wurde nicht gefunden} other {, # wurden nicht gefunden}}.",
  "carried-own":
    "Entstanden an einer anderen Fassung des Textes: {placed, plural, one {# Markierung findet ihren Ort} other {# Markierungen finden ihren Ort}}{missing, plural, =0 {} one {, # wartet ohne Ort} other {, # warten ohne Ort}}{doubtful, plural, =0 {} one {, # wartet, weil ihr Ort zweifelhaft ist} other {, # warten, weil ihr Ort zweifelhaft ist}}.",
  "carried-context": "Im Mittel zu {share, number} % sicher, dass sie an ihrem Ort stehen.",
  "lost-missing": "die Wörter stehen nicht im Text",
  "lost-ambiguous": "es ist unklar, wo die Wörter jetzt stehen",

  // Reading what can be read of a file that is not right
  "mend-unread": "Es lässt sich nicht verstehen.",
  "mend-no-words": "Es nennt keine Wörter, an denen es sich finden ließe.{quote}",
  "mend-missing": "Die Wörter stehen nicht im Text: „{quote}“.",
  "mend-ambiguous": "Die Wörter stehen an mehreren Stellen, und nichts sagt, welche gemeint ist: „{quote}“.",
  "mend-recounted": "In Codepoints gezählt: „{quote}“.",
  "mend-moved": "Die Wörter stehen anderswo als angegeben: „{quote}“.",
  "mend-kept": "Es bleibt weg; die Datei bleibt, wie sie ist.",
  "mend-look": "Prüfen, ob die Stelle gemeint war.",

  // Conflicts of a merge
  "conflict-both-changed": "auf beiden Seiten geändert",
  "conflict-removed-and-changed": "auf einer Seite entfernt, auf der anderen geändert",
  "conflict-removed-and-used": "auf einer Seite entfernt, auf der anderen noch benutzt: bleibt",
  "conflict-breaks": "verträgt sich nicht mit dem, was hier steht: das Hiesige bleibt",
  "kind-spans": "Markierung",
  "kind-attributions": "Karte",
  "kind-exclusions": "ausgeschlossene Stelle",
  "kind-waivers": "begründete Ausnahme",
  "kind-decisions": "Entscheidung",
  "kind-remarks": "Beitrag",
  "kind-progress": "Stand des Artikels",
  "kind-rejections": "abgelehnter Vorschlag",
  "kind-orphans": "Markierung ohne Stelle",
  "kind-appearances": "Rolle im Artikel",
  "kind-entities": "Eintrag",

  // The window
  "take-in-title": "Arbeit anderer übernehmen",
  "take-in-about":
    "Ein Review-Paket, annotiertes JSON oder der ganze Projektordner einer anderen Person. Deren Markierungen werden neben Ihren aufbewahrt, wie sie gekommen sind; an Ihren ändert sich nichts. Dateien anderer Werkzeuge (brat, WebAnno, UIMA, Label Studio, doccano, Prodigy und andere) kommen auf demselben Weg, sobald Sie gesagt haben, was deren Namen bedeuten. Eigene Arbeit von einem anderen Rechner wird mit Ihrer zusammengeführt, in einem Schritt, den Sie rückgängig machen können.",
  "choose-file-button": "Datei wählen …",
  "choose-project-button": "Projektordner wählen …",
  "choose-file": "Ein Review-Paket oder annotiertes JSON wählen",
  "choose-project": "Das Projekt einer anderen Person wählen",
  "or-drop": "Oder Dateien auf das Fenster ziehen.",
  look: "Ansehen",
  reading: "„{file}“ wird gelesen",
  planning: "Es wird geprüft, was von „{file}“ schon hier ist",
  writing: "„{file}“ wird übernommen",
  written: "{done, number} von {of, plural, one {# Satz oder Artikel} other {# Sätzen und Artikeln}}",
  progress: "Fortschritt",
  stop: "Abbrechen",
  stopped: "Abgebrochen. Nichts hat sich geändert.",
  "taking-in": "Wird übernommen",
  waiting: "{count, plural, one {noch # Datei} other {noch # Dateien}}",
  skip: "Diese weglassen",
  "take-in-button": "Übernehmen",
  "what-it-holds": "Was die Datei enthält",
  "holds-nothing": "Die Datei enthält keine Artikel.",
  "what-is-wrong": "Was an der Datei nicht stimmt",
  "source-package": "{file}: ein Review-Paket von „{project}“.",
  "source-annotated-json": "{file}: annotiertes JSON von „{project}“.",
  "source-project": "{file}: das Projekt „{project}“, wie es dasteht.",
  "made-at": "Geschrieben am {when}.",
  "is-blind": "Es enthält keine Namen: Buchstaben stehen für sie.",
  "is-unverified": "Die Prüfsumme passt nicht zum Inhalt: Unterwegs hat ihn jemand oder etwas geändert.",
  "other-tagset":
    "Es entstand mit einem anderen Schema als dem dieses Projekts. Markierungen von Arten, die es hier nicht gibt, bleiben, wie sie gekommen sind.",
  place: "„{title}“ ist nicht in diesem Projekt:",
  "place-bring": "mitbringen",
  "place-leave": "weglassen",
  "place-is": "ist hier „{title}“",
  counts:
    "{spans, plural, one {# Markierung} other {# Markierungen}}, {cards, plural, one {# Karte} other {# Karten}}",
  "changes-nothing": "Es ist nichts Neues darin.",
  newcomers: "Neu hier: {names}.",
  "entities-come": "{count, plural, one {# Eintrag kommt} other {# Einträge kommen}} ins Register.",
  "assignments-come": "{count, plural, one {# Zuteilung kommt} other {# Zuteilungen kommen}} hinzu.",
  unfinished: "{count, plural, one {# Stelle ist} other {# Stellen sind}} unfertig.",
  merges:
    "{added, plural, =0 {Nichts hinzugefügt} one {# hinzugefügt} other {# hinzugefügt}}, {updated, number} geändert, {removed, number} entfernt.",
  conflicts: "Konflikte",
  "lost-list":
    "{count, plural, one {# Markierung, die nicht gefunden wurde} other {# Markierungen, die nicht gefunden wurden}}",
  "waiting-list":
    "{count, plural, one {# Markierung, die auf ihren Ort wartet} other {# Markierungen, die auf ihren Ort warten}}",
  "column-what": "Was",
  "column-ours": "Hier",
  "column-theirs": "In der Datei",
  decide: "{what} „{quote}“: was bleibt",
  "keep-ours": "Das Hiesige behalten",
  "take-theirs": "Das der Datei nehmen",
  "leave-removed": "Entfernt lassen",
  "bring-back": "Zurückholen",
  "remove-too": "Auch hier entfernen",
  nothing: "nichts",
  refused:
    "{file} lässt sich nicht übernehmen. {count, plural, one {Eine Stelle stimmt} other {# Stellen stimmen}} nicht:",
  unverified: "Trotzdem übernehmen",
  "unverified-about": "Nur wenn Sie wissen, warum: Es wird als ungeprüft gekennzeichnet.",
  mend: "Übernehmen, was sich lesen lässt",
  "mend-about":
    "{records, plural, one {# Markierung oder Karte} other {# Markierungen und Karten}}; {moved, number} anderswo gefunden als angegeben, {left, number} weggelassen.",
  mended:
    "Nicht alles in der Datei ließ sich lesen: {left, number} weggelassen, {moved, number} anderswo gefunden als angegeben.",
  "other-facts-of":
    "{count, plural, =0 {Die Datei hat Artikelauswahlen oder Angaben zu Personen und Quellen, die dieses Projekt nicht hat; sie werden nicht übernommen.} one {Über # Artikel sagt die Datei mehr, als hier bekannt ist; davon wird nichts übernommen.} other {Über # Artikel sagt die Datei mehr, als hier bekannt ist; davon wird nichts übernommen.}}",
  "other-facts": "{field}: „{value}“ steht in der Datei und ist hier nicht bekannt.",
  "other-facts-advice":
    "Nichts davon wird übernommen. Was stimmt, lässt sich unter „Angaben zum Artikel“ eintragen.",
  "other-sets": "Die Datei hat eine Artikelauswahl „{name}“, die dieses Projekt nicht hat.",
  "other-sets-advice":
    "Sie wird nicht übernommen. Legen Sie sie bei Bedarf hier an, unter „Gespeicherte Filter“ oder mit „sayso sets“.",
  "taken-in": "Aus „{file}“ übernommen",
  "taken-in-nothing": "Nichts Neues in „{file}“",
  "taken-sets": "{count, plural, one {# Satz liegt} other {# Sätze liegen}} jetzt neben Ihrer Arbeit.",
  "taken-articles": "{count, plural, one {# Artikel kam} other {# Artikel kamen}} ins Projekt.",
  "taken-own":
    "Eigene Arbeit wurde in {count, plural, one {# Artikel} other {# Artikeln}} zusammengeführt; Rückgängig nimmt es zurück.",
  "taken-left": "{count, plural, one {# Satz wurde} other {# Sätze wurden}} ausgelassen: {why}.",
  "hand-over-title": "Arbeit weitergeben",
  "hand-over-about":
    "Ein Review-Paket: eine Datei mit den Artikeln, dem Schema samt Leitfaden und den Annotationen, die jedes Sayso übernimmt.",
  "hand-over-button": "Paket schreiben",
  "handing-over": "Das Paket wird geschrieben",
  "package-file": "Review-Paket",
  "whose-mine": "Meine",
  "whose-all": "Alle",
  "with-history": "Mit Verlauf: was wann getan wurde",
  "without-names": "Namen verbergen (A, B, C)",
  seed: "Startwert der Buchstaben",
  "seed-empty": "Irgendwelche Wörter genügen.",
  "seed-about":
    "Derselbe Startwert ergibt dieselben Buchstaben. Wer ihn nicht kennt, kann nicht sagen, wer wer ist; Notizen bleiben, wie sie geschrieben sind.",

  // Fields of records that can be in conflict
  "field-segments": "Ort",
  "field-segment": "Ort",
  "field-type": "Art",
  "field-entity": "Eintrag",
  "field-voice": "Stimme",
  "field-cue": "Signalwort",
  "field-claim": "Aussage",
  "field-via": "über",
  "field-within": "innerhalb",
  "field-about": "betrifft",
  "field-kind": "Redeform",
  "field-note": "Notiz",
  "field-flags": "Merker",
  "field-reason": "Grund",
  "field-state": "Stand",
  "field-name": "Name",
  "field-provenance": "gemacht von",
  "field-aliases": "auch genannt",
  "field-naming": "wie benannt",
  "field-role": "Funktion",
  "field-affiliation": "Zugehörigkeit",
  "field-anonymity": "warum ungenannt",
  "field-externalId": "externe Kennung",
  "field-mergedInto": "dasselbe wie",

  // Command line
  "package-blind-seed": "Der Startwert der Buchstaben ist leer: nach --blind irgendwelche Wörter angeben.",
  package: "Ein Review-Paket schreiben: Artikel, Schema und Annotationen in einer Datei für jemand anderen.",
  "package-blind": "Buchstaben statt Namen, bei gleichem Startwert dieselben",
  "package-history": "mit Verlauf: was wann getan wurde",
  "take-in": "Review-Pakete, annotiertes JSON oder Projektordner anderer in ein Projekt übernehmen.",
  "take-in-bring": "Artikel mitbringen, die das Projekt nicht hat",
  "take-in-theirs": "Konflikte mit eigener Arbeit von anderswo für die Seite der Datei entscheiden",
  "take-in-unverified": "ein Paket übernehmen, obwohl seine Prüfsumme nicht zum Inhalt passt",
  "take-in-mend":
    "von einer Datei übernehmen, was sich lesen lässt, und sagen, was anderswo gefunden und was weggelassen wurde",
  "take-in-dry-run": "nur sagen, was getan würde",
  "took-in":
    "{file}: {name}, „{title}“: {outcome} ({spans, plural, one {# Markierung} other {# Markierungen}}, {cards, plural, one {# Karte} other {# Karten}})",
  brought: "{file}: „{title}“ mitgebracht",
  again:
    "{unchanged, number} unverändert, {changed, number} geändert, {added, number} neu, {removed, number} weggefallen; Markierungen, die schon hier waren, behalten ihre Entscheidungen und Beiträge",
  "merged-counts":
    "{file}: „{title}“: {added, number} hinzugefügt, {updated, number} geändert, {removed, number} entfernt, {conflicts, plural, =0 {keine Konflikte} one {# Konflikt} other {# Konflikte}}",
  merge:
    "Zwei Fassungen von Annotationen zusammenführen, über der gemeinsamen Ausgangsfassung, wo sie angegeben ist.",
  "merge-theirs": "Konflikte für die letzte Fassung entscheiden; sonst bleibt die davor",
  "merge-counts":
    "{file}: {sets, plural, one {# Annotationssatz} other {# Annotationssätze}}, {conflicts, plural, =0 {keine Konflikte} one {# Konflikt} other {# Konflikte}}",
  conflict: "„{title}“, {kind}{quote, select, none {} other { „{words}“}}: {why}{fields}",
  "conflict-field": "; {name}: „{ours}“ | „{theirs}“",
  compare: "Sätze derselben Artikel vergleichen: jeder Unterschied, streng und mit Regeln für Ränder.",
  "compare-policy": "an den Rändern übergehen: {policies}; mehrfach möglich",
  "no-policy": "Es gibt keine Regel „{id}“, nur: {policies}.",
  "compare-two": "Es gibt nichts zu vergleichen: Kein Artikel hat zwei Sätze.",
  "compare-many": "„{title}“ hat mehr als {most, number} Sätze: weniger Projekte oder Dateien angeben.",
  compared:
    "„{title}“ ({names}): {groups, plural, one {# Markierung oder Karte} other {# Markierungen und Karten}}, gleich {strict, number}, mit den Regeln {lenient, number}; {questions, plural, =0 {nichts zu entscheiden} one {# Stelle zu entscheiden} other {# Stellen zu entscheiden}}",
  difference: "{start, number}–{end, number} „{words}“: {aspects}",
  "other-values": "{field}: In der Datei steht „{value}“, was hier nicht eingetragen ist.",
  "other-values-advice":
    "Das wird nicht übernommen: Tragen Sie es unter „Personen und Quellen“ ein, oder füllen Sie es mit „sayso entities“ nach.",
  "other-filters": "Die Datei hat für die Artikelauswahl „{name}“ einen anderen Filter als dieses Projekt.",
  "other-filters-advice":
    "Er wird nicht übernommen. Ändern Sie die Auswahl bei Bedarf hier, unter „Gespeicherte Filter“ oder mit „sayso sets“.",
} as const satisfies Translated<typeof english>;
