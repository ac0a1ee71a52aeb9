// German words of “About Sayso”: its licence, and the third-party software in it.
import type { program as english } from "../en/program.ts";
import type { Translated } from "../translated.ts";

export const program = {
  licence: "Sayso ist freie Software unter der MIT-Lizenz.",
  works: "Software von Dritten",
  "works-about":
    "{count, plural, one {# Paket} other {# Pakete}}, jedes mit seiner Lizenz. Alles davon kommt mit Sayso.",
  "no-works": "Die Liste entsteht, wenn Sayso gebaut wird, und fehlt hier.",
  "covered-by": "Es kommt mit dem Paket darüber.",
  electron:
    "Das Fenster ist Electron und Chromium. Ihre Lizenzen liegen im Ordner des Programms: LICENSE.electron.txt und LICENSES.chromium.html.",
} as const satisfies Translated<typeof english>;
