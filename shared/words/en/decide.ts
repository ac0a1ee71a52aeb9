// English words of the page on which conflicts between annotators' sets are decided.
export const decide = {
  queue: "To decide",
  conflicts: "Conflicts",
  agreed: "Agreed",
  listed: "What is listed",
  progress: "{decided, number} of {all, number} decided",
  lane: "Decided so far",
  "progress-label": "How much is decided",
  unsure: "{count, number} not sure",
  "all-done": "Everything is decided.",
  unfinished: "Not finished yet",
  "unfinished-about":
    "Every conflict has been reviewed, but the curated set is not finished. Choose an item, or press {keys} for the next.",
  "unfinished-open": "To decide: {words}",
  "unfinished-partly": "Partly decided: {words}",
  "unfinished-unsure": "Not sure: {words}",
  "unfinished-agreed":
    "{count, plural, one {# unanimous item not accepted yet} other {# unanimous items not accepted yet}}",
  "unfinished-violation": "{words}: {what}",
  "all-done-about":
    "The curated set can be exported, and with it the log of decisions. Threads, dismissed findings, rejected suggestions, notes on the article and lost marks stay in the annotators’ own sets.",
  "next-article": "Next article",
  "next-failed": "Sayso could not find the next article: {reason}",
  "none-to-decide":
    "No other article is left to decide: the others are curated, or fewer than two people have annotated them.",
  "mark-curated": "Mark as curated",
  "is-curated": "The article counts as curated.",
  "curated-unfinished": "The article counts as curated, although something in it is open.",
  "unmark-curated": "Return to review",
  "nothing-agreed": "There is nothing that everybody agrees on.",
  "nothing-conflicts": "No conflicts. What everybody agrees on can be accepted together.",
  reading: "Opening the curated set…",
  "read-only": "The project is read-only: decisions can be seen, not changed.",

  // What is shown, and the choices
  panel: "Decide",
  decision: "Decision",
  versions: "Their versions",
  none: "has nothing here",
  taken: "chosen",
  choices: "Other decisions",
  union: "Words of all",
  "union-card": "Everything they have",
  intersection: "Shared words",
  "intersection-card": "What they share",
  nothing: "Nothing here",
  "not-sure": "Not sure",
  discuss: "Discuss…",
  edit: "By hand",
  reason: "Reason",
  "reason-about": "Saved with your next decision. Enter returns to the shortcuts.",
  reach: "Decides",
  "reach-here": "here",
  "reach-article": "in the article ({count, number} more)",
  "reach-project": "in the project",
  together: "Accept together…",

  // What was decided
  "decided-take": "Decided: the version of {person}",
  "decided-accepted-together": "Accepted together: the version of {person}",
  "decided-union": "Decided: the words of all",
  "decided-intersection": "Decided: the words they share",
  "decided-edit": "Decided by hand",
  "decided-nothing": "Decided: nothing belongs here",
  "decided-unsure": "Not sure yet",
  "decided-by": "{who}, {when}",
  "decided-before": "The sets have changed since this was decided.",
  along: "Decided with the card",
  you: "you",
  reopen: "Reopen",
  curated: "In the curated set",

  // The parts of a question
  parts: "Parts",
  "parts-about": "A decision on the card settles all its parts, except those decided separately.",
  whole: "The whole card",
  "part-of": "One part of the card",

  // Edges by hand
  edges: "Edges by hand",
  "edges-keys":
    "Left and Right move the end by a word, with Shift the start. Up and Down change the type. Enter decides, Esc cancels.",
  "edges-now": "{type}: {words}",

  // Accepting together
  "accept-title": "Accept what annotators agree on",
  "accept-about":
    "Accepts in one step everything that at least this many annotators marked identically. A random but fixed share stays open for somebody to check.",
  threshold: "Agreed by at least",
  "threshold-said": "{count, plural, one {# annotator} other {# annotators}}",
  audited: "Left to check",
  "accept-count":
    "{count, plural, =0 {Nothing is accepted} one {# is accepted} other {# are accepted}}, {left, plural, =0 {nothing is left to check} one {# is left to check} other {# are left to check}}.",
  accept: "Accept",
  // Notes and flags of cards that are alike, or that are decided on
  "aspect-note": "note",
  "aspect-flags": "flags",
  "notes-along":
    "A version brings its note and flags along; “Everything they have” keeps everybody’s, “What they share” only what is the same.",
  "notes-from": "Where notes or flags differ ({count, plural, one {# card} other {# cards}})",
  "notes-from-nobody": "leave the card open",
  "notes-from-person": "as {person} has them",
  "accept-notes-open":
    "{count, plural, one {# card stays open because its note or flags differ.} other {# cards stay open because their notes or flags differ.}}",
  // Stretches left out of the analysis
  exclusions: "Left out of the analysis",
  "exclusions-about": "Each stretch that somebody left out is decided separately.",
  "leave-out": "Leave out",
  "leave-out-because": "Leave out: {reason}",
  "keep-in": "Keep in",
  "exclusion-left-out": "Decided: left out",
  "exclusion-kept-in": "Decided: kept in",
  "exclusion-nobodys": "The curated set leaves this out, but nobody does any more.",
  "unfinished-exclusions":
    "{count, plural, one {# stretch that somebody left out of the analysis is open} other {# stretches that somebody left out of the analysis are open}}",
  "accept-exclusions":
    "{count, plural, one {# stretch that all leave out of the analysis is accepted too.} other {# stretches that all leave out of the analysis are accepted too.}}",
  // Roles of sources
  roles: "Roles of sources in this article",
  "roles-about": "Each source whose role somebody gave is decided separately.",
  "role-decided": "Decided: {role}",
  "unfinished-roles":
    "{count, plural, one {The role of # source is open} other {The roles of # sources are open}}",
  "accept-roles":
    "{count, plural, one {# role of a source that all give alike is accepted too.} other {# roles of sources that all give alike are accepted too.}}",
  look: "View it",
} as const;
