// German words of proposed voices, cues and gaps.
import type { proposals as english } from "../en/proposals.ts";
import type { Translated } from "../translated.ts";

export const proposals = {
  both: "„{voice}“ „{cue}“:",
  one: "„{words}“:",
  "takes-both": "{take} übernimmt sie als Stimme und Signalwort.",
  "takes-voice": "{take} übernimmt es als Stimme.",
  "takes-cue": "{take} übernimmt es als Signalwort.",
  who: "{name}, zu {share} sicher.",
  "who-of-two": "{first} oder {second}? Bleibt offen.",
  "shows-next": "{at, number} von {count, number}: {key} zeigt den nächsten Vorschlag.",
  none: "Nichts ist hier klar genug, um vorgeschlagen zu werden. Wählen Sie Stimme oder Signalwort aus und markieren Sie es.",
  "no-gap": "Keine Lücke mehr: Jede Aussage hat Karte und Stimme, jede Nennung ihren Eintrag.",
  "nothing-to-merge": "In dieser Richtung gibt es keine andere Markierung dieser Art.",
  menu: "Was hier liegt",
  "menu-spans": "Markierungen hier",
  "toolbar-selection": "Ausgewählte Wörter",
  "toolbar-suggestion": "Vorschlag",
  "toolbar-new-card": "Neue Karte",
  "toolbar-add": "Zur Markierung",
  "on-span": "{type}: {words}. Karte: {card}",
  "on-card": "Karte: {card}",
  "in-no-card": "in keiner Karte",
  "move-to-card": "In eine andere Karte verschieben",
  "merge-cards": "Mit einer anderen Karte zusammenführen",
  "no-other-card": "Keine andere Karte enthält „{words}“.",
  perhaps: "{slot}?",

  // Why something was proposed, by its rule
  "rule-between-segments": "die Wörter zwischen zwei Teilen der Aussage sagen, wer spricht",
  "rule-behind-claim": "die Wörter direkt nach der Aussage sagen, wer spricht",
  "rule-before-claim": "die Wörter vor der Aussage sagen, wer spricht",
  "rule-according-to": "die Aussage wird nach jemandem wiedergegeben",
  "rule-participle": "ein Partizip vor der Aussage sagt, dass das Subjekt des Satzes spricht",
  "rule-marked-nearby": "Stimme und Signalwort in der Nähe waren noch in keiner Karte",
} as const satisfies Translated<typeof english>;
