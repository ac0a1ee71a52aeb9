// German words of the first page.
import type { welcome as english } from "../en/welcome.ts";
import type { Translated } from "../translated.ts";

export const welcome = {
  lead: "In Nachrichtenartikeln markieren, wer spricht, was gesagt wird und woher es kommt – auf dem eigenen Rechner.",
  sample: "Beispielprojekt öffnen",
  "sample-about": "Zwölf kurze Artikel, schon markiert: in einer Minute sehen, wozu Sayso da ist.",
  new: "Neues Projekt",
  "new-about": "Ein eigener Ordner mit den Artikeln und dem, was in ihnen markiert ist.",
  "from-package-about":
    "Aus den Artikeln, dem Schema und den Markierungen einer Datei von Kollegen wird ein eigenes Projekt.",
  "no-package":
    "Das ist kein Review-Paket. Um Artikel hinzuzufügen, öffnen oder erstellen Sie zuerst ein Projekt.",
  open: "Projekt öffnen",
  "open-about": "Ein Ordner von Sayso, der eigene oder der einer anderen Person.",
  version: "Version {version} · funktioniert ohne Netz",
  recent: "Zuletzt geöffnet",
  forget: "{name} aus dieser Liste entfernen",
} as const satisfies Translated<typeof english>;
