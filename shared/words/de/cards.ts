// German words of cards and their fields.
import type { cards as english } from "../en/cards.ts";
import type { Translated } from "../translated.ts";

export const cards = {
  "kind-direct": "direkt",
  "kind-indirect": "indirekt",
  "kind-mixed": "gemischt",
  margin: "Karten neben dem Text",
  "no-voice-or-cue": "noch ohne Stimme und Signalwort",
  "no-claim": "noch ohne Aussage",
  flagged: "mit Merker",
  "has-note": "mit Notiz",
} as const satisfies Translated<typeof english>;
