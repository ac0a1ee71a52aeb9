// English words of the review: comparing sets, merging them, and taking in colleagues' work.
export const review = {
  // Policies for edges
  "white-space": "White space",
  "white-space-about": "Spans are the same whatever white space they begin or end with.",
  "quotation-marks": "Quotation marks",
  "quotation-marks-about": "Spans are the same with and without the quotation marks at their edges.",
  "final-punctuation": "Final punctuation",
  "final-punctuation-about": "Spans are the same with and without the punctuation at their end.",
  "leading-that": "Leading “that”",
  "leading-that-about": "Spans are the same with and without the “that” they begin with.",

  // In what annotators differ
  "aspect-missing": "not everybody has it",
  "aspect-edges": "edges",
  "aspect-type": "type",
  "aspect-kind": "kind",
  "aspect-voice": "voice",
  "aspect-cue": "cue",
  "aspect-claim": "claim",
  "aspect-via": "via",
  "aspect-nesting": "within",
  "aspect-entity": "entity",
  "aspect-field": "field {field}",

  // Packages
  damaged: "The package is not as it was written: its hash is another one.",
  "damaged-advice": "Ask for it again, or check how it was copied.",
} as const;
