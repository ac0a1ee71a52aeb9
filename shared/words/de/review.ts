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
  "aspect-missing": "nicht alle haben sie",
  "aspect-edges": "Ränder",
  "aspect-type": "Art",
  "aspect-kind": "Redeform",
  "aspect-voice": "Stimme",
  "aspect-cue": "Signalwort",
  "aspect-claim": "Aussage",
  "aspect-via": "über",
  "aspect-nesting": "innerhalb",
  "aspect-entity": "Person oder Stelle",
  "aspect-field": "Feld {field}",

  // Pakete
  damaged: "Das Paket ist nicht mehr, wie es geschrieben wurde: Seine Prüfsumme ist eine andere.",
  "damaged-advice": "Bitten Sie noch einmal darum, oder prüfen Sie, wie es kopiert wurde.",
} as const satisfies Translated<typeof english>;
