// German words of the plain parts: buttons, fields, times.
import type { ui as english } from "../en/ui.ts";
import type { Translated } from "../translated.ts";

export const ui = {
  "at-unknown-time": "zu unbekannter Zeit",
  "just-now": "gerade eben",
  "minutes-ago": "{minutes, plural, one {vor # Minute} other {vor # Minuten}}",
  "today-at": "heute um {time}",
  "yesterday-at": "gestern um {time}",
  cancel: "Abbrechen",
  close: "Schließen",
  dismiss: "Ausblenden",
  copied: "Kopiert",
  "copy-refused": "Text auswählen und kopieren",
  "not-said": "nicht angegeben",
} as const satisfies Translated<typeof english>;
