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
  "cli-one": "Give one of them: a set to show, --make, --rename or --remove.",
  "cli-no-state": "There is no state “{text}”, only: {states}.",
  "cli-several": "Several article sets are called “{name}”. Give the id of one of them: {ids}.",
  "cli-name": "Set",
  "cli-articles": "Articles",
  "cli-asks": "Conditions",
  "cli-id": "Id",
  removed: "Removed the article set “{name}” for everyone. Undo brings it back.",
} as const;
