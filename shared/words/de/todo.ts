// German words of what is left to do in the article.
import type { todo as english } from "../en/todo.ts";
import type { Translated } from "../translated.ts";

export const todo = {
  list: "Was in diesem Artikel zu tun ist, in der Reihenfolge des Textes",
  how: "führt zum nächsten",
  looking: "Der Artikel wird durchgesehen …",
  none: "In diesem Artikel ist nichts mehr zu tun.",
  "no-gaps": "Es ist keine Lücke übrig, die nicht unter „Befunde“ steht.",
  "none-about":
    "Befunde, Lücken, Vorschläge, vielleicht Übersehenes und Markierungen ohne Stelle stehen hier.",
  "no-article": "Öffnen Sie einen Artikel, um zu sehen, was darin zu tun ist.",
  suggestion: "{who}: {cue}",
  orphan: "Eine Markierung hat ihre Stelle verloren",
  "find-place": "Stelle suchen …",
  "gap-claim-without-card": "Aussage ohne Karte",
  "gap-claim-without-card-why":
    "Eine Aussage ohne Karte gilt als Stimme des Artikels. Eine Karte anlegen und festhalten, wessen Worte es sind.",
  "gap-card-without-voice": "Karte ohne Stimme",
  "gap-card-without-voice-why":
    "Die Karte sagt nicht, wer spricht. Die Stimme markieren oder eine verknüpfen, die schon markiert ist.",
  "gap-card-without-claim": "Karte ohne Aussage",
  "gap-card-without-claim-why":
    "Eine Karte hält fest, was jemand gesagt hat. Die Aussage verknüpfen oder die Karte löschen, wenn hier nichts gesagt wird.",
  "gap-mention-without-entity": "Nennung ohne Eintrag im Register",
  "gap-mention-without-entity-why":
    "Zählen lässt sich nur, was auf jemanden im Register verweist. Die Nennung verknüpfen oder eintragen, wer es ist.",
  counted: "Noch {count, number} zu tun",
  "missed-counted": "{count, number} vielleicht übersehen",
} as const satisfies Translated<typeof english>;
