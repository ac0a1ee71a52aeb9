// German words of “About Sayso”: its licence, and the works of others in it.
import type { program as english } from "../en/program.ts";
import type { Translated } from "../translated.ts";

export const program = {
  licence: "Sayso ist freie Software unter der MIT-Lizenz.",
  works: "Werke anderer in Sayso",
  "works-about":
    "{count, plural, one {# Werk} other {# Werke}}, jedes mit seiner Lizenz. Nichts davon wird aus einem Netz geholt.",
  "no-works": "Die Liste entsteht, wenn Sayso gebaut wird, und ist hier nicht da.",
  "covered-by": "Es kommt mit dem Werk davor.",
  electron:
    "Das Fenster ist Electron und Chromium. Ihre Lizenzen liegen im Ordner des Programms: LICENSE.electron.txt und LICENSES.chromium.html.",
} as const satisfies Translated<typeof english>;
