// German words of the guide within the window.
import type { guide as english } from "../en/guide.ts";
import type { Translated } from "../translated.ts";

export const guide = {
  open: "Handbuch öffnen",
  contents: "Inhalt",
  text: "Text des Handbuchs",
  search: "Handbuch durchsuchen",
  found:
    "{count, plural, =0 {Nichts gefunden} one {In # Abschnitt gefunden} other {In # Abschnitten gefunden}}",
  close: "Handbuch schließen",
  "no-key": "„{command}“ (ohne Taste)",
  "not-here": "(nicht in diesem Projekt)",
} as const satisfies Translated<typeof english>;
