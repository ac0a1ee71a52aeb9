// English words of the dialogs over the workbench.
export const dialogs = {
  // The list of keys
  keys: "Keys",
  "find-a-key": "Find a key",
  "find-by-key": "Find by what it does or by its key",
  "no-such-key": "No command or key matches.",

  // Cards to choose from
  "no-claim": "no claim yet",
  "new-card": "New card",
  "new-card-with": "with these words as its first part: {slot}",
  "link-to-card": "Link to a card",
  cards: "Cards",
  "find-a-card": "Find a card by its words",
  "no-card-holds": "No card holds “{words}”.",
  "within-no-card": "Within no card",
  "take-it-out": "Remove it",
  "put-within": "Put the card within another",
  "enclosing-cards": "Enclosing cards",
  "no-enclosing-card": "There is no card it could lie within.",

  // Entities to choose from
  "who-is-meant": "Who does “{mention}” refer to?",
  entities: "Entities",
  "new-entity": "New: {name}",
  "enter-it": "Add as new entity",
  "find-or-enter": "Search, or add “{mention}”",
  "whom-about": "Whom is the claim about?",
  "find-or-name": "Search, or type a new name",
  "no-longer-about": "Not about {name}",

  // Changes that could not be kept
  "not-kept": "{count, plural, one {# change could not be kept} other {# changes could not be kept}}",
  understood: "OK",
  "not-kept-why":
    "The saved annotations were changed by another window or program, and these changes of yours no longer fit them. Everything else was saved. Make them again where they are still needed.",
  "not-kept-deleted":
    "This article was deleted for good elsewhere before these changes of yours to it were saved. A version of the project may still have the article; the details can be copied.",
  "change-added": "{what} added",
  "change-updated": "{what} changed",
  "change-removed": "{what} removed",
  "spans-counted": "{count, plural, one {# mark} other {# marks}}",
  "attributions-counted": "{count, plural, one {# card} other {# cards}}",
  "exclusions-counted": "{count, plural, one {# exclusion} other {# exclusions}}",
  "waivers-counted": "{count, plural, one {# dismissed finding} other {# dismissed findings}}",
  "decisions-counted": "{count, plural, one {# decision} other {# decisions}}",
  "remarks-counted": "{count, plural, one {# remark} other {# remarks}}",
  "progress-counted": "{count, plural, one {# article state} other {# article states}}",
  "rejections-counted": "{count, plural, one {# rejected suggestion} other {# rejected suggestions}}",
  "appearances-counted": "{count, plural, one {# role of a source} other {# roles of sources}}",
  "orphans-counted": "{count, plural, one {# lost mark} other {# lost marks}}",
  "entities-counted": "{count, plural, one {# entity} other {# entities}}",

  // Leaving text out
  "leave-out-title": "Leave the selection out",
  "leave-out": "Leave out",
  "select-first": "Select some text first.",
  "why-out": "Why, in a few words (optional)",
  "why-out-example": "Photo credit, newsletter sign-up…",

  // Exporting
  export: "Export",
  "annotations-file": "annotations",
  "replace-file": "Replace the file",
  format: "Format",
  what: "What",
  loses: "What this format cannot hold",
  "loses-nothing": "Nothing is lost in this format.",
  "loses-counting": "Counting what it cannot hold…",
  "loses-unknown": "What it cannot hold could not be counted: {why}",
  "loses-examples": "For example: {examples}",
  "this-article": "This article",
  "all-articles": "{count, plural, one {All (# article)} other {All (# articles)}}",
  "some-articles": "Chosen articles",
  "find-articles": "Find an article by its title",
  "choose-found": "{count, plural, one {Choose # article} other {Choose # articles}}",
  "choose-none": "Choose none",
  "more-articles":
    "{count, plural, one {# more article: type some of its title to see it.} other {# more articles: type some of a title to see them.}}",
  "articles-chosen":
    "{count, plural, =0 {No article is chosen.} one {# article is chosen.} other {# articles are chosen.}}",
  whose: "Whose annotations",
  "whose-curated": "The curated set",
  "page-as": "As",
  into: "Into",
  "into-file": "One file",
  "into-folder": "A folder",
  "into-folder-each": "A file for each article, in a new folder.",
  "into-folder-files": "Separate files in a new folder.",
  "save-report": "Save this list with the export",
  exporting: "Writing the export…",
  "export-progress": "Progress of the export",
  "export-stopped": "Stopped. Nothing was written.",
  stop: "Stop",
  "file-name": "File name",
  "file-exists": "A file of this name already exists.",
  "will-be-replaced": "{path} will be replaced.",

  // What the project is called
  "rename-project": "Rename the project",
  "project-name": "Name of the project",
  "rename-project-about": "Everybody who has the project sees this name. Its folder keeps its own.",

  // Who annotates
  "your-name": "Your name",
  name: "Name",
  "name-about":
    "It is recorded with everything you mark, so that colleagues can tell your work from theirs. It stays on this machine and in your projects.",
} as const;
