// English words of the page on which agreement is measured.
export const measuring = {
  // Choices
  people: "Whose sets are measured",
  articles: "{count, plural, =0 {No article} one {# article} other {# articles}}",
  "articles-title": "Articles measured",
  types: "{all, select, yes {All types} other {{count, plural, one {# type} other {# types}}}}",
  "types-title": "Types that count",
  "policies-title": "Ignored at the edges in lenient figures",
  gamma: "With gamma",
  "gamma-about": "Estimates chance from samples drawn by a seed, which takes a while.",
  refresh: "Measure again",
  stale: "Sets were changed since these figures were made.",
  again: "Measure again",
  "no-interval": "none",
  "no-interval-why":
    "No interval: there are too few units, the characters are not independent, or it would take too long (gamma, and measures of the text’s parts over very many marks).",
  running: "Measuring…",
  "running-at": "Measuring: {share}",
  stop: "Stop",
  stopped: "Measuring was stopped. Choose “Measure again” to start over.",

  // Nothing to measure
  "nobody-yet": "Agreement needs two people’s sets of the same article.",
  "nobody-advice": "Import a colleague’s package, or open a project folder that contains their sets.",
  "choose-two": "Choose two people or more.",
  "nothing-common": "No article was annotated by everyone selected.",
  "left-out":
    "{count, plural, one {One article is} other {# articles are}} left out: not annotated by everyone selected.",
  damaged:
    "{count, plural, one {In one article} other {In # articles}} a set cannot be read; it is left out.",

  // Figures
  overview: "Overview",
  question: "Question",
  "question-marks": "Marks: where, and as what",
  "question-characters": "Marks, character by character",
  "question-type": "Type of mark",
  "question-entity": "Entity of mentions",
  "question-kind": "Kind",
  "question-voice": "Voice",
  "question-cue": "Cue",
  "question-claim": "Claim",
  "question-via": "Via",
  "question-about": "About whom",
  "question-nesting": "Within",
  "question-field": "Field: {field}",
  figures: "Figures",
  figure: "Figure",
  measure: "Measure",
  strict: "Strict",
  lenient: "Lenient",
  macro: "Mean of articles",
  interval: "95% interval",
  "interval-of": "{low} to {high}",
  n: "n",
  undefined: "undefined",
  "same-figure": "the same",
  "about-measure": "About {measure}",
  formula: "Formula",
  source: "Source",
  note: "Note",
  "open-figure": "{measure}, {how}: {value}. Show its disagreements",
  pooled:
    "Figures treat all articles as one. An interval comes from a bootstrap: over units for ratings, over passages for marks.",
  warnings: "Keep in mind",

  // Pairs
  pairs: "Pairs",
  "pairs-of": "{measure} for each pair, {how}",
  "pair-cell": "{a} and {b}: {value}. Show their disagreements",

  // Confusions
  confusions: "Who says what",
  "confusions-of": "{a} (rows) and {b} (columns)",
  pair: "Pair",
  "no-unit": "no such mark",
  "confusion-cell": "{a}: {first}; {b}: {second}. Show {count, plural, one {it} other {them}}",

  // The strip
  strip: "Marks of all annotators",
  "strip-article": "Article",
  "strip-picture": "The article from its beginning to its end. {people}. Below: where they differ.",
  "strip-person": "{person}: {count, plural, one {# mark} other {# marks}}",
  "strip-differs": "Differs",
  "open-compare": "Compare side by side",

  // The guideline
  guideline: "What is read differently",
  thing: "What",
  units: "Units",
  differ: "Differ",
  "differ-lenient": "Differ, lenient",
  "open-thing": "{thing}: {count, number} of {units, number} differ. Show them",
  checks: "Checks that find something in one person’s work and not in another’s",
  check: "Check",
  "check-differ": "Found in one only",

  // Over time
  time: "Over time",
  "time-about": "Units in the order in which they were made, split into groups of equal size.",
  "time-from": "From",
  "time-to": "To",
  "time-few": "There are too few units to split them by time.",

  // Articles
  "by-article": "By article",
  disputed: "Disputed",

  // Disagreements
  disagreements: "Disagreements",
  "all-disputed": "All disagreements",
  counted: "{count, plural, =0 {None} one {# unit} other {# units}}",
  unlisted: "{count, plural, one {One more is} other {# more are}} counted and not listed.",
  "shown-first": "The first {count, number} are shown.",
  none: "Nobody disagrees here.",
  "open-unit": "Compare: {quote}",
  "open-all": "Compare these in “{title}”",
  "show-everything": "Show all",
} as const;
