// German words of the key map and the command palette.
import type { keys as english } from "../en/keys.ts";
import type { Translated } from "../translated.ts";

export const keys = {
  here: "Was sich hier tun lässt",
  "here-selection": "Ausgewählt: „{words}“",
  "here-suggestion": "Vorschlag: „{words}“",
  "here-nothing": "Keine Markierung oder Karte ausgewählt",
  all: "Alle Tasten",
  preset: "Tastensatz",
  "preset-default": "Standard",
  "preset-left-hand": "Linke Hand",
  "preset-number-row": "Zahlenreihe",
  "reset-all": "Alle zurücksetzen",
  print: "Drucken",
  conflicts:
    "{count, plural, one {Eine Taste gehört zu mehr als einem Befehl; der erste hat sie.} other {# Tasten gehören zu mehr als einem Befehl; der erste hat sie.}}",
  also: "gleiche Taste: {actions}",
  reset: "Tasten zurücksetzen: {action}",
  change: "{keys}, diese Taste ändern: {action}",
  add: "Taste hinzufügen: {action}",
  remove: "Diese Taste wegnehmen: {action}",
  press: "Neue Taste drücken für: {action}",
  "press-short": "Taste drücken",
  kept: "Diese Taste nutzt der Browser selbst",
  "press-another": "Diese Taste nutzt der Browser selbst. Eine andere Taste drücken für: {action}",
  "type-to-find": "Befehle, Artikel, Entitäten, Karten und Einstellungen suchen",
  "nothing-found": "Nichts passt.",
  "kind-article": "Artikel",
  "kind-entity": "Entität",
  "kind-card": "Karte",
  "kind-setting": "Einstellung",

  // What is written on the keys
  "name-control": "Strg",
  "name-shift": "Umschalt",
  "name-delete": "Entf",
  "name-backspace": "Rücktaste",
  "name-space": "Leertaste",
  "name-home": "Pos1",
  "name-end": "Ende",
  "name-page-up": "Bild auf",
  "name-page-down": "Bild ab",
} as const satisfies Translated<typeof english>;
