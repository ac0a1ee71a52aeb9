// German words of taking in what was annotated with another tool.
import type { foreign as english } from "../en/foreign.ts";
import type { Translated } from "../translated.ts";

export const foreign = {
  about:
    "„{file}“ enthält Annotationen eines anderen Werkzeugs. Wählen Sie, was jeder Name darin hier bedeutet; Namen ohne Bedeutung bleiben weg.",
  format: "Gelesen als",
  sum: "{taken, plural, one {# Annotation} other {# Annotationen}} in {articles, plural, one {# Artikel} other {# Artikeln}}, von {people}.",
  nobody: "jemandem, der nicht genannt ist",
  whose: "Wessen Arbeit es ist",
  "whose-about": "Leer bleiben die Namen, die in den Dateien stehen.",
  spans: "Markierungen",
  relations: "Verbindungen zwischen Markierungen",
  values: "Werte",
  means: "„{label}“ bedeutet",
  "by-value": "hängt von „{feature}“ ab",
  "values-of": "Werte von „{feature}“ in „{label}“",
  "value-means": "„{label}“ mit „{feature}: {value}“ bedeutet",
  "means-list": "Was jeder Name bedeutet",
  count: "{count, number}-mal",
  "leave-out": "nichts: weglassen",
  "nothing-mapped":
    "So würde noch nichts übernommen: Wählen Sie wenigstens für eine Art von Markierungen eine Bedeutung.",
  look: "Ergebnis ansehen",
  back: "Zurück zu dem, was die Namen bedeuten",
  nothing: "Darin wurden keine Annotationen gefunden.",
  "nothing-read": "In diesem Format war nichts daraus zu lesen. Wählen Sie ein anderes.",
  "to-know": "{count, plural, one {# Hinweis} other {# Hinweise}}",
  rejected: "{count, plural, one {# Stelle wurde} other {# Stellen wurden}} nicht verstanden",
  result:
    "{taken, number} von {units, plural, one {# Markierung oder Beziehung wird} other {# Markierungen und Beziehungen werden}} übernommen{rejected, plural, =0 {} one {; # fehlerhaft} other {; # fehlerhaft}}{unmapped, plural, =0 {} one {; # nicht zugeordnet} other {; # nicht zugeordnet}}{moved, plural, =0 {} one {; # an ihren Wörtern wiedergefunden} other {; # an ihren Wörtern wiedergefunden}}{valuesLeft, plural, =0 {} one {; # Wert ausgelassen} other {; # Werte ausgelassen}}{passed, plural, =0 {} one {; # Eintrag ohne Markierungen übergangen} other {; # Einträge ohne Markierungen übergangen}}.",
  "by-file": "{count, plural, one {# Datei} other {# Dateien}} im Einzelnen",
  "of-file":
    "{file}: {taken, number} von {units, number}{rejected, plural, =0 {} one {; # fehlerhaft} other {; # fehlerhaft}}{unmapped, plural, =0 {} one {; # nicht zugeordnet} other {; # nicht zugeordnet}}{moved, plural, =0 {} one {; # an Wörtern wiedergefunden} other {; # an Wörtern wiedergefunden}}{valuesLeft, plural, =0 {} one {; # Wert ausgelassen} other {; # Werte ausgelassen}}",
  "more-files": "{count, plural, one {und # weitere Datei} other {und # weitere Dateien}}",
  passed:
    "{count, plural, one {# Eintrag ohne Markierungen wurde} other {# Einträge ohne Markierungen wurden}} übergangen",
  "values-left": "{count, plural, one {# Wert wird} other {# Werte werden}} ausgelassen",
  "source-foreign": "„{file}“, gelesen als {format}.",

  "target-card": "eine ganze Karte",
  "target-exclusion": "aus der Analyse ausgenommen",
  "target-within": "die umschließende Karte",
  "target-entity": "der Name dessen, der gemeint ist",
  "target-entity-type": "der Typ dessen, der gemeint ist",
  "target-entity-key": "der Schlüssel dessen, der gemeint ist",
  "target-kind": "die Art der Wiedergabe",
  "target-about": "wen die Aussage betrifft",
  "target-about-type": "die Arten derer, die die Aussage betrifft",
  "target-about-key": "die Kennungen derer, die die Aussage betrifft",
  "target-note": "eine Notiz",
  "target-reason": "der Grund einer Ausnahme",
  "target-provenance": "wie die Markierung entstand",
} as const satisfies Translated<typeof english>;
