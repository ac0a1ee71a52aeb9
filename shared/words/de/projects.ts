// German words of choosing, making and opening projects.
import type { projects as english } from "../en/projects.ts";
import type { Translated } from "../translated.ts";

export const projects = {
  "from-package": "Mit einem Review-Paket beginnen",
  "package-holds":
    "„{file}“ enthält {articles, plural, one {# Artikel} other {# Artikel}} und {sets, plural, one {# Annotationssatz} other {# Annotationssätze}}. Das neue Projekt verwendet das Schema der Datei. Sie können alles ansehen, bevor es übernommen wird.",
  "package-me": "„{name}“ in dieser Datei bin ich: Diese Markierungen sind meine",
  "way-here": "Wo dieser Ordner liegt",
  folder: "Ordner",
  empty:
    "{count, plural, =0 {Dieser Ordner ist leer.} one {In diesem Ordner liegt # Datei, aber kein Projekt und kein weiterer Ordner.} other {In diesem Ordner liegen # Dateien, aber kein Projekt und kein weiterer Ordner.}}",
  "go-up": "führt in den übergeordneten Ordner. Oder geben Sie unten einen Pfad ein.",
  "no-folders":
    "{count, plural, =0 {Dieser Ordner ist leer.} one {In diesem Ordner liegt # Datei, aber kein weiterer Ordner.} other {In diesem Ordner liegen # Dateien, aber kein weiterer Ordner.}} Nehmen Sie diesen, oder legen Sie darin einen neuen Ordner an.",
  "not-here":
    "„{folder}“ ist kein Sayso-Projekt. Wählen Sie eines darin, oder geben Sie den Pfad eines Projekts ein.",
  looking: "Wird gelesen …",
  project: "Projekt",
  places: "Orte",
  truncated: "Der Ordner enthält mehr, als zu sehen ist. Geben Sie den Pfad dessen ein, was fehlt.",
  path: "Pfad",
  go: "Wechseln",
  "new-folder": "Neuer Ordner",
  "new-folder-name": "Name des neuen Ordners",
  "look-inside": "Hineinsehen",

  // A new project
  new: "Neues Projekt",
  create: "Anlegen",
  "choose-where": "Ort wählen …",
  name: "Name",
  "name-example": "Friedensgespräche 2026",
  "name-about": "Das Projekt wird ein Ordner, der sich kopieren, packen oder abgleichen lässt.",
  "type-a-name": "Einen Namen eingeben: Das Projekt wird hier ein Ordner.",
  becomes: "Wird der Ordner {path}",

  // Opening one
  "open-one": "Projekt öffnen",
  open: "Öffnen",
  "place-home": "Benutzerordner",
  "place-documents": "Dokumente",
  "place-desktop": "Schreibtisch",
  "place-computer": "Rechner",
  "only-projects": "In diesem Ordner liegen Projekte, aber kein Ordner, der sich wählen lässt.",
} as const satisfies Translated<typeof english>;
