// German words of the review.
import type { review as english } from "../en/review.ts";
import type { Translated } from "../translated.ts";

export const review = {
  // Policies for edges
  "white-space": "Leerraum",
  "white-space-about": "Markierungen sind gleich, mit welchem Leerraum sie auch beginnen oder enden.",
  "quotation-marks": "Anführungszeichen",
  "quotation-marks-about": "Markierungen sind mit und ohne Anführungszeichen an ihren Rändern gleich.",
  "final-punctuation": "Satzzeichen am Ende",
  "final-punctuation-about": "Markierungen sind mit und ohne Satzzeichen an ihrem Ende gleich.",
  "leading-that": "„that“ oder „dass“ am Anfang",
  "leading-that-about": "Markierungen sind mit und ohne „that“ oder „dass“ an ihrem Anfang gleich.",

  // In what annotators differ
  "only-people": "nur {people}",
  "not-people": "nicht {people}",
  "aspect-field": "Feld {field}",

  // One person counted twice
  "alike-ask": "„{one}“ und „{other}“ sehen nach einer Person aus. Als eine zählen?",
  "alike-evidence":
    "In {articles, plural, one {# Artikel} other {# Artikeln}} {same, plural, one {steht # Markierung} other {stehen # Markierungen}} an denselben Wörtern (von {ones, number} und {others, number}){ids, plural, =0 {} one {; # hat dieselbe Kennung} other {; # haben dieselbe Kennung}}{moments, plural, =0 {} one {; # entstand im selben Augenblick} other {; # entstanden im selben Augenblick}}.",
  "alike-note":
    "„{one}“ und „{other}“ sehen nach einer Person aus. Der Vergleich wird fragen, ob sie als eine zählen.",
  "alike-same": "Als eine zählen",
  "alike-different": "Es sind zwei Personen",
  "alike-counted":
    "„{other}“ zählt als „{person}“. Wo beide einen Artikel markiert haben, wird nur der Annotationssatz von „{person}“ verglichen und gemessen.",
  "alike-separate": "Getrennt zählen",
  "alike-cli":
    "„{one}“ und „{other}“ sehen nach einer Person aus, zählen aber als zwei. {where, select, run {Mit --same NAME=NAME zählen sie hier als eine; „sayso people“ antwortet für das Projekt.} other {Mit „sayso people PROJECT --same NAME=NAME“ zählen sie als eine.}}",
  "cli-no-pair": "„{text}“ nennt nicht zwei Bearbeiter als NAME=NAME. Es gibt: {known}.",
  "cli-same": "diese beiden in diesem Lauf als eine Person zählen; mehrmals möglich",
  "cli-people": "Auflisten, wer in einem Projekt annotiert, und sagen, wer davon dieselbe Person ist.",
  "cli-people-same": "sie sind eine Person: als eine vergleichen und messen",
  "cli-people-different": "sie sind zwei Personen: nicht wieder fragen",
  "cli-people-ask": "die Antwort zurücknehmen",
  "cli-passed-over":
    "„{title}“: „{other}“ und „{counted}“ sind eine Person, und beide haben hier markiert. Es zählt nur der Annotationssatz von „{counted}“.",
  "cli-beside":
    "„{title}“: „{name}“ ist ein kuratierter Satz von anderswo, der neben den anderen aufbewahrt ist, und wird nicht verglichen.",
  "cli-counted-as": "{name}: zählt als {person}",

  // Pakete
  damaged: "Das Paket ist nicht mehr, wie es geschrieben wurde: Seine Prüfsumme ist eine andere.",
  "damaged-advice": "Bitten Sie noch einmal darum, oder prüfen Sie, wie es kopiert wurde.",
} as const satisfies Translated<typeof english>;
