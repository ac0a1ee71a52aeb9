// German words of saved, saving, not saved, backups and the journal for emergencies.
import type { saving as english } from "../en/saving.ts";
import type { Translated } from "../translated.ts";

export const saving = {
  saved: "Gespeichert",
  "saved-at": "Gespeichert {time}",
  saving: "{count, plural, one {Wird gespeichert …} other {# werden gespeichert …}}",
  unsaved: "Nicht gespeichert: {count, plural, one {# Änderung.} other {# Änderungen.}} {why}",
  "close-with-kept": "Trotzdem schließen",
  slow: "Noch nicht gespeichert: {count, plural, one {# Änderung.} other {# Änderungen.}} Das Speichern dauert länger als sonst.",
  "read-only": "Nur lesen",
  kept: "Nicht gespeichert: {count, plural, one {# Änderung} other {# Änderungen}} sicher auf diesem Rechner, nicht im Projekt. {why}",
  retry: "Noch einmal versuchen",

  // A copy of what cannot be saved
  "save-copy": "Kopie sichern …",
  "copy-title": "Kopie anderswo sichern",
  "copy-about":
    "Schreibt das ganze Projekt als annotiertes JSON, samt allem, was noch nicht gespeichert ist, an einen beschreibbaren Ort. Das Projekt selbst bleibt, wie es ist.",
  "copy-name": "{project} (Kopie)",
  "copy-save": "Kopie sichern",
  copying: "Kopie wird gesichert",
  copied:
    "Kopie von {articles, plural, one {# Artikel} other {# Artikeln}} mit {sets, plural, one {# Annotationssatz} other {# Annotationssätzen}} gesichert",
  "copy-left-out": "Nicht darin, weil nicht lesbar: {titles}",

  // What is damaged, and recovering it
  damaged: "Die Annotationen dieses Artikels sind auf der Platte beschädigt",
  "damaged-copy":
    "Gezeigt werden sie aus einer Kopie ({time}), mit jeder späteren Änderung, die lesbar war. Beim Wiederherstellen wird dies ins Projekt geschrieben; die beschädigte Datei bleibt im Ordner „.quarantine“ erhalten.",
  "damaged-readable":
    "Gezeigt wird alles, was lesbar war. Beim Wiederherstellen wird dies ins Projekt geschrieben; die beschädigte Datei bleibt im Ordner „.quarantine“ erhalten.",
  missing: "Dieses Projekt enthielt mehr, als es hier zuletzt geöffnet war",
  "missing-copy":
    "Auf diesem Rechner gibt es eine Kopie ({time}). Sie zurückzuholen ändert sonst nichts, und bei Ihren eigenen Markierungen lässt es sich rückgängig machen{without, plural, =0 {} one {; für eines davon gibt es keine Kopie} other {; für # davon gibt es keine Kopie}}. Wenn Sie eine Sicherung zurückgespielt haben oder ein Programm noch Dateien hierher kopiert, lassen Sie es so, oder warten Sie.",
  "missing-without-copy":
    "Auf diesem Rechner gibt es keine Kopie davon. Legen Sie die Dateien aus einer Sicherung oder aus git zurück, oder warten Sie, wenn ein Programm noch Dateien hierher kopiert. Sie können inzwischen weiterarbeiten.",
  "bring-back": "Zurückholen",
  "leave-missing": "So lassen",
  "damaged-project":
    "Eine seiner Dateien ist beschädigt. Auf diesem Rechner liegt eine gute Kopie ({time}); beim Wiederherstellen wird sie eingesetzt und die beschädigte Datei im Ordner „.quarantine“ aufbewahrt.",
  recover: "Lesbares wiederherstellen",
  "recover-from": "Aus der Kopie wiederherstellen ({time})",
  recovering: "Wird wiederhergestellt",
} as const satisfies Translated<typeof english>;
