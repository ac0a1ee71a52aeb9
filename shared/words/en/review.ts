// English words of the review: comparing sets, merging them, and taking in colleagues' work.
export const review = {
  // Policies for edges
  "white-space": "White space",
  "white-space-about": "Marks are the same whatever white space they begin or end with.",
  "quotation-marks": "Quotation marks",
  "quotation-marks-about": "Marks are the same with and without the quotation marks at their edges.",
  "final-punctuation": "Final punctuation",
  "final-punctuation-about": "Marks are the same with and without the punctuation at their end.",
  "leading-that": "Leading “that”",
  "leading-that-about": "Marks are the same with and without the “that” they begin with.",

  // In what annotators differ
  "only-people": "only {people}",
  "not-people": "not {people}",
  "aspect-field": "field {field}",

  // One person counted twice
  "alike-ask": "“{one}” and “{other}” look like one person. Count them as one?",
  "alike-evidence":
    "In {articles, plural, one {# article} other {# articles}}, {same, plural, one {# mark is} other {# marks are}} on the same words (out of {ones, number} and {others, number}){ids, plural, =0 {} one {; # has the same id} other {; # have the same id}}{moments, plural, =0 {} one {; # was made at the same moment} other {; # were made at the same moment}}.",
  "alike-note": "“{one}” and “{other}” look like one person. Compare will ask whether to count them as one.",
  "alike-same": "Count as one",
  "alike-different": "They are two people",
  "alike-counted":
    "“{other}” counts as “{person}”. Where both have marks in an article, only the set of “{person}” is compared and measured.",
  "alike-separate": "Count separately",
  "alike-cli":
    "“{one}” and “{other}” look like one person but count as two. {where, select, run {Use --same NAME=NAME to count them as one here, or “sayso people” to answer for the project.} other {Use “sayso people PROJECT --same NAME=NAME” to count them as one.}}",
  "cli-no-pair": "“{text}” does not name two annotators as NAME=NAME. There are: {known}.",
  "cli-same": "count these two annotators as one person in this run; may be repeated",
  "cli-people": "List the annotators of a project, and say which of them are one person.",
  "cli-people-same": "they are one person: compare and measure them as one",
  "cli-people-different": "they are two people: do not ask again",
  "cli-people-ask": "take the answer back",
  "cli-passed-over":
    "“{title}”: “{other}” and “{counted}” are one person, and both have marks here. Only the set of “{counted}” counts.",
  "cli-beside":
    "“{title}”: “{name}” is a curated set from elsewhere, kept beside the others, and is not compared.",
  "cli-counted-as": "{name}: counts as {person}",

  // Packages
  damaged: "The package was changed after it was written: its hash does not match.",
  "damaged-advice": "Ask for it again, or check how it was copied.",
} as const;
