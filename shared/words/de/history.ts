// German words of the visible history of undo.
import type { history as english } from "../en/history.ts";
import type { Translated } from "../translated.ts";

export const history = {
  applying: "Der Schritt wird gespeichert",
  walking: "{done, number} von {steps, number} Schritten",
  "walked-undo": "Rückgängig gemacht in „{title}“, wo es getan wurde.",
  "walked-redo": "Wiederholt in „{title}“, wo es zuvor getan wurde.",
} as const satisfies Translated<typeof english>;
