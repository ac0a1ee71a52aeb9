// German words of the dialogs over the workbench.
import type { dialogs as english } from "../en/dialogs.ts";
import type { Translated } from "../translated.ts";

export const dialogs = {
  // The list of keys
  keys: "Tasten",
  "find-a-key": "Taste suchen",
  "find-by-key": "Suchen nach Wirkung oder Taste",
  "no-such-key": "So heißt hier nichts.",
} as const satisfies Translated<typeof english>;
