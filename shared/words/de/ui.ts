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
  "copy-failed": "Kopieren nicht möglich. Wählen Sie den Text aus, und kopieren Sie ihn selbst.",
  copied: "Kopiert",
  "task-open": "offen:",
  "task-done": "erledigt:",
  "show-all": "Alle {characters, number} Zeichen zeigen",
  "not-said": "keine Angabe",
  "no-value": "kein Wert",
  "try-again": "Noch einmal versuchen",
  "go-on": "Weiter",
  save: "Speichern",
  "copy-details": "Einzelheiten kopieren",

  // A fault of the page
  fault: "Sayso hat einen Fehler und kann nicht weiterarbeiten.",
  "fault-advice":
    "Was als gespeichert angezeigt war, ist sicher. Zum Weiterarbeiten neu laden; passiert es wieder, die Einzelheiten an die Stelle weitergeben, die Sayso betreut.",
  reload: "Neu laden",
  more: "und {count, number} weitere",
} as const satisfies Translated<typeof english>;
