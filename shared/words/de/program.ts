// German words of what Sayso says of itself: its licence, the third-party software in it, and the report for those who mend it.
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
  "report-title": "Einen Bericht speichern",
  "report-about":
    "Wenn Sayso einen Fehler macht, hilft das denen, die ihn beheben: die Version, das System und was im Protokoll steht. Er kann Dateien und Ordner von Ihnen nennen. Lesen Sie ihn zuerst; nichts wird gesendet, und die Datei enthält genau, was hier steht.",
  "report-text": "Der Bericht",
  "save-report": "Den Bericht speichern",
  "saving-report": "Der Bericht wird gespeichert",
} as const satisfies Translated<typeof english>;
