// German words of what is left to do in the article.
import type { todo as english } from "../en/todo.ts";
import type { Translated } from "../translated.ts";

export const todo = {
  list: "Was in diesem Artikel zu tun ist, in der Reihenfolge des Textes",
  how: "geht alles durch",
  looking: "Der Artikel wird durchgesehen …",
  none: "In diesem Artikel ist nichts mehr zu tun.",
  "none-about": "Befunde, Vorschläge, vielleicht Übersehenes und Markierungen ohne Stelle stehen hier.",
  "no-article": "Öffnen Sie einen Artikel, um zu sehen, was darin zu tun ist.",
  suggestion: "{who}: {cue}",
  orphan: "Eine Markierung hat ihre Stelle verloren",
  "find-place": "Stelle suchen …",
} as const satisfies Translated<typeof english>;
