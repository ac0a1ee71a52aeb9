// English words of taking in what was annotated with another tool.
export const foreign = {
  about:
    "“{file}” holds annotations of another tool. Say what its names mean here; what means nothing is left out.",
  format: "Read as",
  sum: "{taken, plural, one {# annotation} other {# annotations}} in {articles, plural, one {# article} other {# articles}}, by {people}.",
  nobody: "somebody who is not named",
  whose: "Whose work it is",
  "whose-about": "Leave it empty to keep the names that the files have.",
  spans: "Marks",
  relations: "Links between marks",
  values: "Values",
  means: "“{label}” means",
  "means-list": "What each name means",
  count: "{count, plural, one {# time} other {# times}}",
  "leave-out": "nothing: leave it out",
  "nothing-mapped": "Nothing would come of it yet: say of at least one kind of mark what it means.",
  look: "See what comes of it",
  back: "Back to what the names mean",
  nothing: "No annotations were found in it.",
  "nothing-read": "Nothing was understood when it is read as this format. Choose another one.",
  rejected: "{count, plural, one {# thing was} other {# things were}} not understood",
  result:
    "{accepted, plural, one {# mark or card comes} other {# marks and cards come}} of it{rejected, plural, =0 {} one {; # thing is left out} other {; # things are left out}}{moved, plural, =0 {} one {; # was found again by its words} other {; # were found again by their words}}.",
  "source-foreign": "“{file}”, read as {format}.",

  // What a name can mean beside the types, slots and fields of the tagset
  "target-card": "a whole card",
  "target-exclusion": "left out of the analysis",
  "target-within": "the enclosing card",
  "target-entity": "the name of who or what is meant",
  "target-entity-type": "the type of who or what is meant",
  "target-entity-key": "the key of who or what is meant",
  "target-kind": "the kind of quotation",
  "target-note": "a note",
  "target-reason": "the reason of an exclusion",
} as const;
