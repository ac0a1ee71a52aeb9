// English words of sets of articles that a project's people share.
export const sets = {
  title: "Article sets",
  none: "The project has no article sets yet.",
  "no-articles": "No article is in this set.",
  about: "Shared with everyone in the project.",
  share: "Share with everyone in the project as an article set",
  picked:
    "{count, plural, one {Keep exactly this article, whatever is imported later} other {Keep exactly these # articles, whatever is imported later}}",
  personal:
    "Not possible with conditions on your own work: {conditions}. Remove them first, or keep exactly these articles.",
  replaces: "This replaces the article set of the same name.",
  remove: "Remove the article set “{name}”",

  // The sets as one table
  table: "Table of article sets",
  "table-title": "Sets",
  "table-action": "Edit article sets as a table",
  "table-new": "New set…",
  find: "Find an article set",
  counted: "{count, plural, one {# article set} other {# article sets}}",
  "column-words": "Words in the title",
  added: "{count, plural, one {# new set} other {# new sets}}",
  "import-set": "Article set",
  unfinished: "Enter a condition in this row as well: the set is saved then.",
  "list-note": "Several: with semicolons between them.",
  "none-note": "“{none}” stands for articles without one.",
  "table-keys":
    "Arrow keys move, with Shift they select. Type or press Enter to edit, Esc takes the edit back, Delete clears. Type a name in the last row to make a set. Copy and paste cells as in a spreadsheet. To leave the table, press Esc, then Tab.",

  // Cells of the table of sets
  gone: "There is no article set “{name}”.",
  "no-name": "An article set needs a name.",
  several: "Several article sets are called “{name}”.",
  "no-article": "Enter titles or ids of articles of the project, with semicolons between them.",
  "several-articles": "Several articles are called so. Enter the id of the one that you mean.",
  "several-people": "Several people are called so. Enter the id of the one that you mean.",
  "too-many-values": "These are {count, number} values.",
  "fewer-values": "Enter at most {most, number} of them.",
  "csv-no-column": "No condition of article sets has this name.",
  "csv-columns": "Besides “set” there may be these columns: {known}.",
  "csv-no-set": "No column says which set a row is.",
  "csv-advice":
    "A row has the set’s id in the column “set”, or its name in “name”, once; nothing has been entered.",

  // The command line
  cli: "List, show, make, rename and remove the article sets of a project.",
  "cli-make": "make a set of the articles that meet all the conditions below",
  "cli-rename": "rename this set (with --to)",
  "cli-to": "its new name",
  "cli-remove": "remove this set; its articles stay",
  "cli-article": "this article, by title or id; may be given several times",
  "cli-title": "articles with these words in their titles",
  "cli-state": "articles that are this far with everyone ({states}); may be given several times",
  "cli-assigned": "articles assigned to this person ({nobody}: to no one); may be given several times",
  "cli-annotated": "articles that this person annotated ({nobody}: no one did); may be given several times",
  "cli-one": "Give one of them: a set to show, --make, --rename, --remove, --csv or --fill.",
  "cli-no-state": "There is no state “{text}”, only: {states}.",
  "cli-several": "Several article sets are called “{name}”. Give the id of one of them: {ids}.",
  "cli-csv": "print the sets as CSV, a column each condition, to be filled in",
  "cli-fill":
    "change and make sets as this CSV file has them: all of it or nothing; empty cells change nothing",
  "cli-dry-run": "with --fill: only report what would be changed",
  "cli-filled":
    "Changed {cells, plural, one {# cell} other {# cells}} of {sets, plural, one {# set} other {# sets}}.",
  "cli-would-fill":
    "Would change {cells, plural, one {# cell} other {# cells}} of {sets, plural, one {# set} other {# sets}}.",
  "cli-name": "Set",
  "cli-articles": "Articles",
  "cli-asks": "Conditions",
  "cli-id": "Id",
  removed: "Removed the article set “{name}” for everyone. Undo brings it back.",
} as const;
