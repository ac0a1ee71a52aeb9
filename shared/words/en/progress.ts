// English words of who annotates what, and how far everybody is: the page and the command line.
export const progress = {
  "state-assigned": "Assigned",
  "state-in-progress": "In progress",
  "state-needs-discussion": "Needs discussion",
  "state-done": "Done",
  "state-in-review": "In review",
  "state-curated": "Curated",
  nobody: "Unassigned",
  articles: "Articles",
  article: "Article",
  state: "State",

  // The page
  draw: "Draw a sample…",
  "add-person": "Add a person…",
  "add-person-about":
    "Whoever opens the project and gives this name is this person. Names must be alike to the letter.",
  name: "Name",
  add: "Add",
  "drawn-from": "Assigned by the draw “{seed}”",
  table: "Who annotates what",
  "cell-empty": "{name}: not assigned",
  "cell-unknown": "{name}: being read",
  "cell-assigned": "{name}: {state}",
  "cell-unasked": "{name}: {state}, though not assigned",
  "key-help": "Enter assigns and releases, O opens the article, and the arrow keys go from cell to cell.",
  "of-person": "Work of {name}",
  "assign-shown": "Assign all articles shown",
  "release-shown": "Release all articles shown that are not begun",
  "show-own": "Show only this person’s",
  counted: "{count, plural, one {# article} other {# articles}}",
  "nothing-fits": "No article matches. Change the filters above.",
  reading: "Reading…",
  total: "All articles",
  "total-of": "{state}: {count, number}",
  "done-of": "{done, number} of {all, number} done",
  "nobody-yet": "none",

  // The draw
  "draw-title": "Draw a sample",
  "draw-about":
    "A share of the articles goes to several people, so that agreement can be measured; the work is spread evenly. The same seed draws the same.",
  share: "Share of the articles",
  "share-said": "{share, number} %",
  times: "People for each of these",
  others: "Each of the others goes to one person",
  people: "Among whom",
  seed: "Seed",
  "seed-about": "Any words. They are kept with the assignments, so that the draw can be done again.",
  "draw-preview":
    "{sampled, plural, one {# article} other {# articles}} of the {articles, number} shown on the page for several people; {count, plural, =0 {nothing new to assign} one {# new assignment} other {# new assignments}}.",
  "draw-load": "{name}: {count, number}",
  assign: "Assign",

  // The command line
  cli: "Show how far a project is, by article and person; with --curated, mark articles as curated.",
  "cli-curated":
    "mark this article as curated, by title or id, if nothing of its curated set is unfinished; may be given several times",
  "cli-in-review": "take that back; may be given several times",
  "cli-marked-curated": "“{title}” counts as curated.",
  "cli-marked-in-review": "“{title}” is in review again.",
  "cli-marked-unchanged": "“{title}” was so already.",
  "cli-marked-nothing-to-decide":
    "“{title}” is not marked as curated: fewer than two people worked on it, or nobody marked anything, so there is nothing to decide.",
  "cli-marked-many":
    "“{title}” has sets of more than {most, number} people. Mark it in the window, on the page Decide, once you have chosen whose sets are compared.",
  "cli-marked-unfinished":
    "“{title}” is not marked as curated: {count, plural, one {# item of its curated set is} other {# items of its curated set are}} unfinished. Finish them on the page Decide.",
  "cli-assign":
    "Say who is to annotate which articles, all of them unless said otherwise, or draw a share by a seed.",
  "cli-to": "to whom; may be given several times. New people are added",
  "cli-article": "only this article, by id; may be given several times",
  "cli-release": "take assignments back instead",
  "cli-share": "draw this share of the articles for several people, with --seed",
  "cli-times": "how many people each drawn article goes to (2)",
  "cli-others": "with --share: give each of the other articles to one person",
  "cli-seed": "what the draw begins from; the same draws the same",
  "cli-dry-run": "only report what would be assigned",
  "cli-release-or-share": "Give --release or --share: one of the two.",
} as const;
