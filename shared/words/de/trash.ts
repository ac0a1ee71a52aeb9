// German words of the trash.
import type { trash as english } from "../en/trash.ts";
import type { Translated } from "../translated.ts";

export const trash = {
  title: "Papierkorb",
  open: "Papierkorb",
  "put-away": "Artikel in den Papierkorb legen",
  "put-away-entity": "In den Papierkorb legen",
  "put-away-person": "{name} in den Papierkorb legen",
  "putting-away": "Es wird in den Papierkorb gelegt …",
  listing: "Der Papierkorb wird angesehen …",
  "taking-back": "Es wird zurückgeholt …",
  emptying: "Es wird endgültig gelöscht …",
  "was-put-away": "„{title}“ liegt im Papierkorb, mit allen Annotationen daran",
  "was-put-away-entity": "„{title}“ liegt im Papierkorb; die Nennungen meinen niemanden mehr",
  "was-put-away-annotator":
    "{title} liegt im Papierkorb, mit allen Annotationssätzen, Beiträgen und Zuteilungen",
  "is-back": "„{title}“ ist wieder da",
  stranded:
    "„{title}“ ist nicht mehr im Projekt, und {count, plural, one {# Änderung von Ihnen daran ist} other {# Änderungen von Ihnen daran sind}} nicht gespeichert",
  "stranded-about":
    "Der Artikel wurde anderswo in den Papierkorb gelegt, während Sie daran arbeiteten. Was Sie getan haben, bleibt erhalten und wird gespeichert, sobald der Artikel zurück ist.",
  "put-away-about":
    "Nichts davon ist gelöscht. Über den Papierkorb im Menü des Projekts lässt es sich zurückholen.",
  "take-back": "Zurückholen",
  "take-back-of": "„{title}“ zurückholen",
  "delete-of": "„{title}“ endgültig löschen …",
  "empty-now": "Papierkorb leeren …",
  kind: "{kind, select, article {Artikel} entity {Eintrag} other {Person}}",
  holds:
    "{kind, select, entity {{count, plural, =0 {keine Nennungen} one {# Nennung} other {# Nennungen}}} other {{count, plural, =0 {keine Annotationssätze} one {# Annotationssatz} other {# Annotationssätze}}}}",
  "is-second":
    "Im Projekt {count, plural, one {steht ein anderer Annotationssatz dieser Person zum selben Artikel} other {stehen andere Annotationssätze dieser Person zu denselben Artikeln}}. Beim Zurückholen {count, plural, one {kommt dieser} other {kommen diese}} in den Ordner „.quarantine“ des Projekts.",
  size: "{unit, select, bytes {{amount, plural, one {# Byte} other {# Bytes}}} kb {{amount, number} kB} other {{amount, number} MB}}",
  by: "hierher gelegt {at} von {by}",
  empty: "Der Papierkorb ist leer.",
  about: "Was im Papierkorb liegt, bleibt im Ordner des Projekts, bis Sie es hier löschen.",
  "delete-title": "Endgültig löschen?",
  "delete-about":
    "{count, plural, one {Das ist nicht zurückzuholen:} other {Diese # sind nicht zurückzuholen:}} Die Dateien werden vom Datenträger entfernt, zusammen {size}.",
  "delete-now": "Endgültig löschen",
  "mentioned-title": "„{name}“ in den Papierkorb legen?",
  "mentioned-stays": "„{name}“ bleibt im Register",
  mentioned:
    "{count, plural, one {# Nennung von Ihnen in {articles, plural, one {# Artikel} other {# Artikeln}} meint} other {# Nennungen von Ihnen in {articles, plural, one {# Artikel} other {# Artikeln}} meinen}} dann niemanden mehr. Beim Zurückholen werden die, die noch da sind, wieder verknüpft.",
  "mentioned-by-others":
    "Der Eintrag kann nicht in den Papierkorb: Er wird auch von {names} genannt, und deren Sätze werden hier nicht geändert. {count, plural, =0 {Von Ihnen meint ihn keine Nennung.} one {Von Ihnen meint ihn # Nennung in {articles, plural, one {# Artikel} other {# Artikeln}}.} other {Von Ihnen meinen ihn # Nennungen in {articles, plural, one {# Artikel} other {# Artikeln}}.}} Führen Sie ihn stattdessen mit einem anderen zusammen: Dann zählen alle Nennungen zu diesem.",
  // Projects
  "put-away-project": "„{name}“ in den Papierkorb legen",
  "putting-project": "Das Projekt wird beiseitegelegt …",
  "was-put-away-project": "„{title}“ liegt mit allem, was darin ist, im Papierkorb",
  "project-about": "Es liegt hier:",
  projects: "Im Papierkorb",
  "projects-about":
    "Projekte, die in den Papierkorb gelegt wurden. Sie brauchen Platz, bis sie gelöscht werden.",
  "projects-unread":
    "{count, plural, one {Dieser Ordner des Papierkorbs lässt} other {Diese # Ordner des Papierkorbs lassen}} sich gerade nicht lesen. Was darin ist, bleibt erhalten; sehen Sie noch einmal nach, sobald der Datenträger antwortet.",
  "look-again": "Noch einmal nachsehen",
  "taking-project": "Das Projekt wird zurückgelegt …",
  "from-of": "war in {path}",
} as const satisfies Translated<typeof english>;
