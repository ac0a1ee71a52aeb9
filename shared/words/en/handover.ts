// English words of handing work over by file and taking a colleague's in, in the window and on the command line.
export const handover = {
  // What becomes of a set: in one or two words, and in a sentence
  "outcome-new": "new",
  "outcome-newer": "newer version",
  "outcome-same": "already here",
  "outcome-older": "older than what is here",
  "outcome-at-home": "works in this project",
  "outcome-own": "your own work",
  "outcome-no-article": "article not here",
  "outcome-left": "left out",
  "outcome-repeated": "second set",
  "outcome-other-text": "other version of the text",
  "outcome-other-tagset": "other tagset",
  "outcome-new-about": "It is kept as it came, beside your own work.",
  "outcome-newer-about": "It takes the place of the version that came before.",
  "outcome-same-about": "It changes nothing.",
  "outcome-older-about": "A newer version has come before, and stays.",
  "outcome-at-home-about": "Their own files lie in this project, so nothing is put over them.",
  "outcome-own-about": "It is merged into your work here, in one step that you can undo.",
  "outcome-no-article-about": "No article of this project has its text.",
  "outcome-left-about": "You chose to leave it out.",
  "outcome-repeated-about": "The file has another set of the same person for this article.",
  "outcome-other-text-about":
    "Your own work on another version of the text is not merged: open that version where you made it.",
  "outcome-other-tagset-about":
    "Your own work holds marks or values that this project’s tagset does not have.",

  // A set that was carried over to another version of the text
  carried:
    "Made on another version of the text: {unmoved, plural, =0 {} one {# mark stands where it stood, } other {# marks stand where they stood, }}{moved, plural, one {# was found elsewhere} other {# were found elsewhere}}{lost, plural, =0 {} one {, # was not found} other {, # were not found}}.",
  "carried-context": "Of what stood around them, {share, number} % still does.",
  "lost-missing": "its words are not in the text",
  "lost-ambiguous": "nothing tells where its words stand now",
  "lost-torn": "its parts stand in another order",

  // Conflicts of a merge
  "conflict-both-changed": "changed on both sides",
  "conflict-removed-and-changed": "removed on one side, changed on the other",
  "conflict-removed-and-used": "removed on one side, still used on the other: it stays",
  "conflict-breaks": "cannot stand beside what is here: what is here stays",
  "kind-spans": "mark",
  "kind-attributions": "card",
  "kind-exclusions": "excluded stretch",
  "kind-waivers": "finding let stand",
  "kind-decisions": "decision",
  "kind-remarks": "remark",
  "kind-progress": "state of the article",
  "kind-entities": "entity",

  // Command line
  "package-blind-seed": "A seed for the letters is empty: give any words after --blind.",
  package: "Write a review package: articles, tagset and annotations in one file for a colleague.",
  "package-blind": "put letters in the place of names, the same for the same seed",
  "package-history": "say what was done when",
  "take-in": "Take colleagues’ review packages, annotated JSON or project folders into a project.",
  "take-in-bring": "bring in articles that the project does not have",
  "take-in-theirs": "decide conflicts with your own work from elsewhere for the file’s side",
  "take-in-unverified": "take a package in although its hash is not that of what it holds",
  "take-in-dry-run": "only say what would be done",
  "took-in":
    "{file}: {name}, “{title}”: {outcome} ({spans, plural, one {# mark} other {# marks}}, {cards, plural, one {# card} other {# cards}})",
  brought: "{file}: brought in “{title}”",
  "merged-counts":
    "{file}: “{title}”: {added, number} added, {updated, number} changed, {removed, number} removed, {conflicts, plural, =0 {no conflicts} one {# conflict} other {# conflicts}}",
  merge: "Merge two versions of annotations, over the version that both come from where it is given.",
  "merge-theirs": "decide conflicts for the last version; otherwise the one before it stays",
  "merge-counts":
    "{file}: {sets, plural, one {# annotation set} other {# annotation sets}}, {conflicts, plural, =0 {no conflicts} one {# conflict} other {# conflicts}}",
  conflict: "“{title}”, {kind}{quote, select, none {} other { “{words}”}}: {why}{fields}",
  "conflict-field": "; {name}: “{ours}” | “{theirs}”",
  compare: "Compare sets of the same articles: every difference, strictly and under policies for edges.",
  "compare-policy": "pass over at the edges: {policies}; may be given several times",
  "no-policy": "There is no policy “{id}”, only: {policies}.",
  "compare-two": "There is nothing to compare: no article has two sets.",
  "compare-many": "“{title}” has more than {most, number} sets: name fewer projects or files.",
  compared:
    "“{title}” ({names}): {groups, plural, one {# mark or card} other {# marks and cards}}, alike {strict, number}, under the policies {lenient, number}",
  difference: "{start, number}–{end, number} “{words}”: {aspects}",
} as const;
