// German words of the command line about formats.
import type { convert as english } from "../en/convert.ts";
import type { Translated } from "../translated.ts";

export const convert = {
  "no-archive": "Dieses Format ist kein Text für die Standardausgabe: Nennen Sie mit --out eine Datei.",
  formats:
    "Die Formate auflisten, in denen Annotationen geschrieben und gelesen werden, und was jedes fasst.",
  "formats-id": "Kürzel",
  "formats-reads": "liest",
  "formats-writes": "schreibt",
  convert: "Annotationen von einem Format in ein anderes übertragen, ohne Projekt.",
  "convert-from": "das Format von IN: einer Datei, einem Zip-Archiv oder einem Ordner; eines von: {formats}",
  "convert-to": "das Format, das geschrieben wird; eines von: {formats}",
  "convert-map":
    "eine JSON-Datei, die sagt, welche fremden Namen welche von unseren meinen, und dem Geratenen vorgeht; was ein Name meint, kann von einem seiner Werte abhängen",
  "convert-report": "was abgewiesen wurde und was verloren geht, in diese JSON-Datei schreiben",
  converted:
    "{file}: {articles, plural, one {# Text} other {# Texte}}, {units, plural, =0 {keine Annotationen} one {{taken, number} von # Annotation übernommen} other {{taken, number} von # Annotationen übernommen}}{rejected, plural, =0 {} one {, # abgewiesen} other {, # abgewiesen}}{unmapped, plural, =0 {} one {, # nicht zugeordnet} other {, # nicht zugeordnet}}{moved, plural, =0 {} one {, # an ihren Wörtern wiedergefunden} other {, # an ihren Wörtern wiedergefunden}}{valuesLeft, plural, =0 {} one {; # Wert ausgelassen} other {; # Werte ausgelassen}}{passed, plural, =0 {} one {; # Eintrag ohne Markierungen übergangen} other {; # Einträge ohne Markierungen übergangen}}",
  tally:
    "{taken, number} von {units, plural, one {# Annotation} other {# Annotationen}} übernommen{rejected, plural, =0 {} one {, # abgewiesen} other {, # abgewiesen}}{unmapped, plural, =0 {} one {, # nicht zugeordnet} other {, # nicht zugeordnet}}{moved, plural, =0 {} one {, # an ihren Wörtern wiedergefunden} other {, # an ihren Wörtern wiedergefunden}}{valuesLeft, plural, =0 {} one {; # Wert ausgelassen} other {; # Werte ausgelassen}}{passed, plural, =0 {} one {; # Eintrag ohne Markierungen übergangen} other {; # Einträge ohne Markierungen übergangen}}.",
  "more-files": "{count, plural, one {# weitere Datei} other {# weitere Dateien}}; --json führt alle auf.",
  "import-annotations":
    "Annotationen anderer Werkzeuge zu einem Projekt hinzufügen, jede unter dem Namen, von wem sie ist.",
  "import-annotations-as": "unter welchem Namen alle kommen",
  "import-annotations-print-map":
    "die geratene Zuordnung als JSON ausgeben, zum Ändern, und nichts hinzufügen",
  "import-annotations-so-far":
    "{count, number} Artikel von {of, number} sind vorher ganz hereingekommen. Derselbe Befehl macht dort weiter: Nichts kommt doppelt.",
  "annotations-imported":
    "{title}, {annotator}: {spans, plural, one {# Markierung} other {# Markierungen}}, {cards, plural, one {# Karte} other {# Karten}} ({outcome})",
  "no-files": "In „{folder}“ ist keine Datei.",
  "too-many-files": "„{folder}“ enthält mehr als {count, number} Dateien.",
  "unnamed-annotator": "ohne Namen",
  "validate-from": "stattdessen Dateien dieses Formats prüfen; eines von: {formats}",
  "read-whole":
    "{file}: {taken, plural, one {# Annotation} other {# Annotationen}} in {articles, plural, one {# Text} other {# Texten}}, {rejected, number} abgewiesen",
  "export-report": "was das Format nicht fasst, in diese JSON-Datei schreiben",
  "curated-stays":
    "Nicht im kuratierten Satz: Gespräche, begründete Ausnahmen, abgelehnte Vorschläge, Notizen zu Artikeln und Markierungen ohne Stelle. Sie bleiben in den Sätzen der Bearbeiter.",
  "export-curated": "die kuratierten Annotationen; mit --annotator neben deren",
  "export-folder":
    "einen neuen Ordner schreiben: eine Datei je Artikel, oder die Dateien eines Formats, das mehrere hat",
  "no-folder-to-output":
    "Ein Ordner kann nicht in die Standardausgabe geschrieben werden: Nennen Sie mit --out einen.",
  progress: "{percent, number} %",
} as const satisfies Translated<typeof english>;
