// English words of taking in what was annotated with another tool.
export const foreign = {
  about:
    "“{file}” holds annotations of another tool. Choose what each of its names means here; names without a meaning are left out.",
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
  "nothing-mapped": "Nothing would be taken in yet: choose a meaning for at least one kind of mark.",
  look: "Preview the result",
  back: "Back to what the names mean",
  nothing: "No annotations were found in it.",
  "nothing-read": "Nothing could be read from it in this format. Choose another one.",
  "to-know": "{count, plural, one {# thing} other {# things}} to know",
  rejected: "{count, plural, one {# thing was} other {# things were}} not understood",
  result:
    "{accepted, plural, one {# mark or card} other {# marks and cards}} will be taken in{rejected, plural, =0 {} one {; # thing will be left out} other {; # things will be left out}}{moved, plural, =0 {} one {; # was found again by its words} other {; # were found again by their words}}.",
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
