// German words of suggestions: their files, their measures.
import type { suggestions as english } from "../en/suggestions.ts";
import type { Translated } from "../translated.ts";

export const suggestions = {
  line: "Zeile {number, number}",
  "line-no-object": "Das ist kein JSON-Objekt.",
  "line-field": "Das Feld „{field}“ fehlt oder ist nicht, wie es sein soll.",
  "line-form": "Jede Zeile ist ein JSON-Objekt mit „id“ und, je nach Zweck, mit „text“ oder „attributions“.",
  counted: "{count, plural, =0 {Keine Vorschläge} one {# Vorschlag} other {# Vorschläge}}",
  "score-line": "P {precision}  R {recall}  F1 {f1}",
  "recall-of": "Trefferquote {type}",
  "recall-line": "{recall} % von {gold}",
  "missing-documents":
    "{count, plural, one {# Artikel hat keine Vorhersage und zählt} other {# Artikel haben keine Vorhersage und zählen}} als leer",
} as const satisfies Translated<typeof english>;
