// German words of the dialogs over the workbench.
import type { dialogs as english } from "../en/dialogs.ts";
import type { Translated } from "../translated.ts";

export const dialogs = {
  // The list of keys
  keys: "Tasten",
  "find-a-key": "Taste suchen",
  "find-by-key": "Suchen nach Wirkung oder Taste",
  "no-such-key": "Kein Befehl und keine Taste passt.",

  // Cards to choose from
  "no-claim": "noch ohne Aussage",
  "new-card": "Neue Karte",
  "new-card-with": "mit diesen Wörtern als erstem Teil: {slot}",
  "link-to-card": "Mit einer Karte verknüpfen",
  cards: "Karten",
  "find-a-card": "Karte nach ihren Wörtern suchen",
  "no-card-holds": "Keine Karte enthält „{words}“.",
  "within-no-card": "In keiner Karte",
  "take-it-out": "Herausnehmen",
  "put-within": "Karte in eine andere einordnen",
  "enclosing-cards": "Umschließende Karten",
  "no-enclosing-card": "Es gibt keine Karte, in der sie liegen könnte.",

  // Entities to choose from
  "who-is-meant": "Wer oder was ist mit „{mention}“ gemeint?",
  entities: "Einträge",
  "new-entity": "Neu: {name}",
  "enter-it": "Ins Register aufnehmen",
  "find-or-enter": "Suchen oder „{mention}“ neu aufnehmen",
  "whom-about": "Wen betrifft die Aussage?",
  "find-or-name": "Suchen oder einen neuen Namen eintippen",
  "no-longer-about": "Betrifft nicht {name}",

  // Changes that could not be kept
  "not-kept":
    "{count, plural, one {# Änderung ließ sich nicht halten} other {# Änderungen ließen sich nicht halten}}",
  understood: "OK",
  "not-kept-why":
    "Was auf der Platte steht, wurde von einem anderen Fenster oder Programm geändert, und diese eigenen Änderungen passen nicht mehr dazu. Alles andere blieb erhalten. Wo sie noch gewünscht sind, bitte wiederholen.",
  "not-kept-deleted":
    "Dieser Artikel wurde anderswo endgültig gelöscht, bevor diese eigenen Änderungen daran gespeichert waren. Eine Version des Projekts hat ihn vielleicht noch; die Einzelheiten lassen sich kopieren.",
  "change-added": "{what} hinzugefügt",
  "change-updated": "{what} geändert",
  "change-removed": "{what} entfernt",
  "spans-counted": "{count, plural, one {# Markierung} other {# Markierungen}}",
  "attributions-counted": "{count, plural, one {# Karte} other {# Karten}}",
  "exclusions-counted": "{count, plural, one {# Ausschluss} other {# Ausschlüsse}}",
  "waivers-counted": "{count, plural, one {# begründete Ausnahme} other {# begründete Ausnahmen}}",
  "decisions-counted": "{count, plural, one {# Entscheidung} other {# Entscheidungen}}",
  "remarks-counted": "{count, plural, one {# Beitrag} other {# Beiträge}}",
  "progress-counted": "{count, plural, one {# Artikelstand} other {# Artikelstände}}",
  "rejections-counted": "{count, plural, one {# abgelehnter Vorschlag} other {# abgelehnte Vorschläge}}",
  "appearances-counted": "{count, plural, one {# Rolle einer Quelle} other {# Rollen von Quellen}}",
  "orphans-counted": "{count, plural, one {# Markierung ohne Stelle} other {# Markierungen ohne Stelle}}",
  "entities-counted": "{count, plural, one {# Eintrag} other {# Einträge}}",

  // Leaving text out
  "leave-out-title": "Auswahl ausschließen",
  "leave-out": "Ausschließen",
  "select-first": "Zuerst Text auswählen.",
  "why-out": "Warum, in wenigen Worten (freiwillig)",
  "why-out-example": "Bildnachweis, Newsletter-Werbung …",

  // Exporting
  export: "Exportieren",
  "annotations-file": "Annotationen",
  "replace-file": "Datei ersetzen",
  format: "Format",
  what: "Was",
  loses: "Was dieses Format nicht fasst",
  "loses-nothing": "In diesem Format geht nichts verloren.",
  "loses-counting": "Was es nicht fasst, wird gezählt …",
  "loses-unknown": "Was es nicht fasst, konnte nicht gezählt werden: {why}",
  "loses-examples": "Zum Beispiel: {examples}",
  "this-article": "Diesen Artikel",
  "all-articles": "Alles ({count, number} Artikel)",
  "some-articles": "Gewählte Artikel",
  "find-articles": "Einen Artikel am Titel finden",
  "choose-found": "{count, number} Artikel wählen",
  "choose-none": "Keinen wählen",
  "more-articles":
    "{count, plural, one {# weiterer Artikel: etwas aus dem Titel eingeben, um ihn zu sehen.} other {# weitere Artikel: etwas aus einem Titel eingeben, um sie zu sehen.}}",
  "articles-chosen":
    "{count, plural, =0 {Kein Artikel ist gewählt.} one {# Artikel ist gewählt.} other {# Artikel sind gewählt.}}",
  whose: "Wessen Annotationen",
  "whose-curated": "Die kuratierten",
  "page-as": "Als",
  into: "Wohin",
  "into-file": "Eine Datei",
  "into-folder": "Ein Ordner",
  "into-folder-each": "Eine Datei je Artikel, in einem neuen Ordner.",
  "into-folder-files": "Die Dateien liegen einzeln, in einem neuen Ordner.",
  "save-report": "Diese Liste mit dem Export speichern",
  exporting: "Der Export wird geschrieben …",
  "export-progress": "Fortschritt des Exports",
  "export-stopped": "Abgebrochen. Geschrieben wurde nichts.",
  stop: "Abbrechen",
  "file-name": "Dateiname",
  "file-exists": "Eine Datei dieses Namens gibt es schon.",
  "will-be-replaced": "{path} wird ersetzt.",

  // What the project is called
  "rename-project": "Projekt umbenennen",
  "project-name": "Name des Projekts",
  "rename-project-about":
    "Alle, die das Projekt haben, sehen diesen Namen. Der Ordner behält seinen eigenen.",

  // Who annotates
  "your-name": "Ihr Name",
  name: "Name",
  "name-about":
    "Er steht bei allem, was Sie markieren, damit sich Ihre Arbeit von der anderer unterscheiden lässt. Er bleibt auf diesem Rechner und in Ihren Projekten.",
} as const satisfies Translated<typeof english>;
