// German words of models of one's own.
import type { models as english } from "../en/models.ts";
import type { Translated } from "../translated.ts";

export const models = {
  title: "Eigene Modelle",
  manage: "Eigene Modelle …",
  about:
    "Ein Programm von Ihnen oder ein Server auf diesem Rechner kann neben den Regeln von Sayso Karten vorschlagen. Es bekommt den Text jedes Artikels, den Sie öffnen. Eingerichtet wird es für Sie auf diesem Rechner; kein Projekt kann das.",
  none: "Es ist kein Modell eingerichtet.",
  list: "Modelle",
  add: "Modell hinzufügen",
  change: "Ändern",
  "change-of": "{name} ändern",
  remove: "Entfernen",
  "remove-of": "{name} entfernen",
  "turn-on": "{name} nach jedem Artikel fragen",
  "not-allowed": "Noch nicht erlaubt",
  try: "Ausprobieren",
  "try-of": "Ausprobieren: {name}",
  trying: "{name} wird nach zwei Sätzen gefragt …",
  stop: "Anhalten",
  tried:
    "{name} antwortet: {given, plural, =0 {keine Karten} one {# Karte} other {# Karten}} für zwei Sätze{refused, plural, =0 {} one {, davon # nicht zu gebrauchen} other {, davon # nicht zu gebrauchen}}.",
  how: "Wie es gefragt wird",
  "by-command": "Ein Programm",
  "by-address": "Eine Adresse",
  name: "Name",
  "name-help": "Unter ihm stehen seine Vorschläge und die Karten daraus.",
  "name-wrong": "Geben Sie einen Namen mit höchstens {most, number} Zeichen an.",
  command: "Befehl",
  "command-example": "/usr/bin/python3 /opt/markierer/markierer.py",
  "command-help":
    "Das Programm und seine Argumente, mit vollständigen Pfaden. Anführungszeichen halten Wörter zusammen; sonst hat kein Zeichen eine besondere Bedeutung, denn es gibt keine Shell.",
  "command-wrong":
    "Geben Sie ein Programm an. Ein Anführungszeichen, das geöffnet wird, muss geschlossen werden.",
  address: "Adresse",
  "address-help":
    "Sie muss auf diesem Rechner liegen: http://127.0.0.1, http://localhost oder http://[::1], mit dem Port.",
  "address-wrong": "Das ist keine Adresse auf diesem Rechner. Ein Beispiel: http://127.0.0.1:8000/suggest",
  seconds: "Sekunden, die es für einen Artikel brauchen darf",
  "seconds-wrong": "Geben Sie eine ganze Zahl von {least, number} bis {most, number} an.",
  megabytes: "Megabyte Speicher, die es brauchen darf",
  save: "Speichern",
  "allow-title": "{name} erlauben?",
  "allow-command":
    "Dieses Programm wird gestartet, sobald Sie einen Artikel öffnen, und kann auf diesem Rechner alles tun, was Sie dort tun können. Jede Zeile ist ein Argument, das genau so übergeben wird:",
  "allow-address": "An diese Adresse auf diesem Rechner geht der Text jedes Artikels, den Sie öffnen:",
  "allow-once": "Sie werden erst wieder gefragt, wenn sich daran etwas ändert.",
  allow: "Erlauben",
  "allow-long":
    "Gestartet wird {program} mit {count, plural, one {# Argument} other {# Argumenten}}: Lesen Sie oben alle, bevor Sie es erlauben.",
  "allow-type": "Zum Erlauben „{word}“ eingeben und die Eingabetaste drücken, sonst nur die Eingabetaste:",
  "allow-word": "ja",
  "allow-in-terminal":
    "Sayso hat Sie in dem Terminal gefragt, in dem es gestartet wurde: Antworten Sie dort. Eine Seite kann nicht antworten, denn vielleicht steuern nicht Sie sie.",
  "allow-by-command":
    "Eine Seite kann das nicht erlauben, denn vielleicht steuern nicht Sie sie. Geben Sie auf diesem Rechner in einem Terminal Folgendes ein, und schalten Sie das Modell dann ein:",
  "copy-command": "Kopieren",
  "turn-it-on": "Einschalten",
  asking: "{names} {count, plural, one {arbeitet} other {arbeiten}} an diesem Artikel …",
  "ask-again": "Noch einmal fragen",
  stopped: "{names} {count, plural, one {wurde} other {wurden}} angehalten.",
  proposed:
    "{name}: {taken, plural, =0 {nichts vorgeschlagen} one {# Karte vorgeschlagen} other {# Karten vorgeschlagen}}",
  refused: "{count, plural, one {# Angabe ist} other {# Angaben sind}} nicht zu gebrauchen: {why}",
  "why-form": "das Feld „{field}“ ist nicht, wie es sein soll",
  "why-outside": "Stellen jenseits des Textes in „{field}“",
  "why-empty": "keine Wörter zwischen den Stellen in „{field}“",
  "why-no-claim": "keine Aussage",
  "why-too-long": "zu viele Wörter für „{field}“",
  "why-twice": "dasselbe wie eine andere",
  "why-too-many": "mehr, als von einem Artikel genommen werden",
  also: "„{model}“ schlägt dasselbe vor.",
  "also-rules": "Die Regeln von Sayso schlagen dasselbe vor.",
  origin: "Herkunft der Vorschläge",
  "all-origins": "Alle zusammen",
  rules: "Die Regeln von Sayso",
} as const satisfies Translated<typeof english>;
