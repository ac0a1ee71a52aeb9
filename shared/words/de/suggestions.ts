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

  // Why a rule proposes what it does
  "because-quotation-before": "Die Wörter hinter dem Zitat nennen, wer es sagt.",
  "because-quotation-after": "Die Wörter vor dem Zitat nennen, wer es sagt.",
  "because-clause-before": "Die Wörter hinter dem Teilsatz nennen, wer es sagt.",
  "because-clause-around": "Die Wörter mitten im Satz nennen, wer es sagt.",
  "because-that-clause": "Auf ein Verb des Sagens oder Denkens folgt „that“.",
  "because-bare-clause": "Auf ein Verb des Sagens oder Denkens folgt ein Teilsatz.",
  "because-question-clause": "Auf ein Verb des Fragens oder Wissens folgt eine Frage.",
  "because-infinitive": "Auf ein Verb des Wollens oder Entscheidens folgt „to“.",
  "because-gerund": "Auf ein Verb des Sagens oder Wollens folgt ein Verb auf „-ing“.",
  "because-object": "Das Verb beurteilt, nennt oder zeigt, was ihm folgt.",
  "because-preposition": "Das Verb und sein kleines Wort weisen auf das, was ihnen folgt.",
  "because-passive": "Ein Verb des Sagens steht im Passiv.",
  "because-seeming": "Etwas scheint so, und niemand ist genannt, dem es so scheint.",
  "because-adjective": "Auf ein Wort für das, was jemand denkt oder will, folgt, worum es geht.",
  "because-light-verb": "Ein Verb und ein Substantiv sind zusammen Wörter des Sagens.",
  "because-according-to": "Es wird nach Angaben von jemandem berichtet.",
  "because-colon": "Davor stehen ein Name und ein Doppelpunkt.",
  "because-noun": "Auf ein Substantiv für das, was jemand sagt oder denkt, folgt, was es ist.",
  "because-credit-line": "Hinter dem Zitat stehen ein Strich und ein Name.",

  // Warum eine Nennung jemandem gilt
  "mention-first": "Niemand, der vorher genannt wurde, passt.",
  "mention-same-words": "Dieselben Wörter stehen für „{before}“.",
  "mention-same-name": "Der Name steckt in „{before}“.",
  "mention-spelling": "Es ist eine andere Schreibweise von „{before}“.",
  "mention-acronym": "Die Buchstaben sind die ersten von „{before}“, oder umgekehrt.",
  "mention-same-noun": "Das Hauptwort ist das von „{before}“.",
  "mention-role": "Von „{before}“ heißt es, dies zu sein.",
  "mention-only-one": "„{before}“ ist das Letzte, was so heißen kann.",
  "mention-pronoun": "„{before}“ ist das Nächste, wozu das Fürwort passt.",
  "mention-own-words": "In den Worten von „{before}“ ist gemeint, wer spricht.",
  "mention-relative": "Es steht gleich hinter „{before}“.",
} as const satisfies Translated<typeof english>;
