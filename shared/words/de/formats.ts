// German words of the formats that annotations are handed on in.
import type { formats as english } from "../en/formats.ts";
import type { Translated } from "../translated.ts";

export const formats = {
  json: "Annotiertes JSON",
  "json-about":
    "Alles, in einer dokumentierten Datei: für Kolleginnen und Kollegen, für Sayso oder für ein Programm.",
  tagset: "Kategorienschema",
  "tagset-about": "Nur Arten, Felder und Leitfaden, zum Hereinholen in andere Projekte.",
  brat: "brat Standoff",
  "brat-about": "Für brat und die vielen Programme, die seine Dateien lesen, samt Konfiguration.",
  text: "Reiner Text",
} as const satisfies Translated<typeof english>;
