// English words of the report that an annotator gets after curation.
export const feedback = {
  title: "Feedback for {name}",
  "of-project": "Project “{project}”, {date}",
  lead: "Of {all, plural, one {# mark and card} other {# marks and cards}} that were decided, {kept, number} were kept as they were, {changed, number} were changed and {removed, number} removed; {added, number} were added.",
  open: "{count, plural, one {One more is} other {# more are}} not decided yet.",
  article: "Article",
  kept: "Kept",
  changed: "Changed",
  removed: "Removed",
  "column-open": "Not decided",
  added: "Added",
  "by-kind": "What was changed, by kind",
  kind: "Kind",
  times: "Times",
  "nothing-changed": "Nothing was changed here.",
  card: "Card",
  "item-changed": "Changed",
  "item-removed": "Removed",
  "item-added": "Added",
  reason: "Reason:",
  decided: "Decided by {name}, {when}",
  nothing: "nothing",
  "another-card": "another card",

  // Making one
  action: "Write feedback for an annotator…",
  dialog: "Feedback for an annotator",
  about:
    "What the curation changed in somebody’s work, by kind and with examples, as one page to print or send.",
  whose: "For whom",
  write: "Write report",
  writing: "Writing feedback…",

  // On the command line
  cli: "Write what the curation changed in somebody’s work as one page of HTML to print or send.",
  "cli-annotator": "for whom, by name",
  "cli-out": "the file to write; - for standard output",
  "cli-language": "in this language, en or de, instead of the terminal’s",
  "cli-written": "Wrote {file}: {changed, number} changed, {removed, number} removed, {added, number} added.",
  "cli-no-language": "There is no language “{language}”, only: {known}.",
} as const;
