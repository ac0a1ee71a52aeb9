// German words of what a person should know of how articles came in.
import type { importing as english } from "../en/importing.ts";
import type { Translated } from "../translated.ts";

export const importing = {
  "encoding-guessed": "Als {encoding} gelesen; die Datei sagt es selbst nicht",
  "attachments-left":
    "{count, plural, one {# Anhang wurde weggelassen} other {# Anhänge wurden weggelassen}}",
  "running-heads-left":
    "{count, plural, one {# Kolumnentitel oder eine Seitenzahl wurde weggelassen} other {# Kolumnentitel und Seitenzahlen wurden weggelassen}}",
  "hyphens-mended":
    "{count, plural, one {# am Zeilenende getrenntes Wort wurde zusammengefügt} other {# am Zeilenende getrennte Wörter wurden zusammengefügt}}",
  "turned-text-left":
    "{count, plural, one {# Stück gedrehter Text wurde weggelassen} other {# Stücke gedrehter Text wurden weggelassen}}",
  unmapped: "Viele Zeichen lassen sich nicht bestimmen: Prüfen Sie den Text",
  "row-taken": "hinzugefügt",
  "row-skipped": "weggelassen",
  "row-refused": "abgelehnt",
  "column-file": "Datei",
  "column-what": "Was geschah",
  "column-title": "Titel",
  "column-id": "Artikel",
  "column-why": "Warum",
  "same-text": "Derselbe Text wie „{title}“",
  "same-bytes": "Dieselbe Datei wie „{title}“",
  nearly: "Fast derselbe Text wie „{title}“",
  counts:
    "{taken, plural, one {# Artikel} other {# Artikel}} hinzugefügt, {skipped, number} weggelassen, {refused, number} abgelehnt",
  stopped: "Angehalten; was bis dahin hinzugefügt war, bleibt.",
} as const satisfies Translated<typeof english>;
