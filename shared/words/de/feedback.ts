// German words of the report that an annotator gets after curation.
import type { feedback as english } from "../en/feedback.ts";
import type { Translated } from "../translated.ts";

export const feedback = {
  title: "Rückmeldung für {name}",
  "of-project": "Projekt „{project}“, {date}",
  lead: "Von {all, plural, one {# entschiedenen Markierung oder Karte} other {# entschiedenen Markierungen und Karten}} blieben {kept, number} unverändert, {changed, number} wurden geändert und {removed, number} entfernt; {added, number} kamen hinzu.",
  open: "{count, plural, one {Eine weitere ist} other {# weitere sind}} noch nicht entschieden.",
  article: "Artikel",
  kept: "Geblieben",
  changed: "Geändert",
  removed: "Entfernt",
  "column-open": "Nicht entschieden",
  added: "Hinzugefügt",
  "by-kind": "Was geändert wurde, nach Art",
  kind: "Art der Änderung",
  times: "Wie oft",
  "nothing-changed": "Hier wurde nichts geändert.",
  card: "Karte",
  "item-changed": "Geändert",
  "item-removed": "Entfernt",
  "item-added": "Hinzugefügt",
  reason: "Begründung:",
  decided: "Entschieden von {name}, {when}",
  nothing: "nichts",
  "another-card": "eine andere Karte",

  // Making one
  action: "Rückmeldung schreiben …",
  dialog: "Rückmeldung zur Annotation",
  about:
    "Was die Kuratierung an jemandes Arbeit geändert hat, nach Art und mit Beispielen, als eine Seite zum Drucken oder Verschicken.",
  whose: "Für wen",
  write: "Bericht schreiben",
  writing: "Die Rückmeldung wird geschrieben …",

  // On the command line
  cli: "Schreibt, was die Kuratierung an jemandes Arbeit geändert hat, als eine HTML-Seite zum Drucken oder Verschicken.",
  "cli-annotator": "für wen, mit Namen",
  "cli-out": "die Datei, die geschrieben wird; - für die Standardausgabe",
  "cli-language": "in dieser Sprache, en oder de, statt in der des Terminals",
  "cli-written":
    "{file} geschrieben: {changed, number} geändert, {removed, number} entfernt, {added, number} hinzugefügt.",
  "cli-no-language": "Eine Sprache „{language}“ gibt es nicht, nur: {known}.",
} as const satisfies Translated<typeof english>;
