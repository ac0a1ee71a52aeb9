// English words of the trash.
export const trash = {
  title: "Trash",
  open: "Trash",
  "put-away": "Move the article to the trash",
  "put-away-entity": "Move to the trash",
  "put-away-person": "Move {name} to the trash",
  "putting-away": "Moving it to the trash…",
  listing: "Opening the trash…",
  "taking-back": "Restoring it…",
  emptying: "Deleting for good…",
  "was-put-away": "Moved “{title}” and all its annotations to the trash",
  "was-put-away-entity": "Moved “{title}” to the trash; its mentions now refer to nobody",
  "was-put-away-annotator": "Moved {title} to the trash, with all sets, remarks and assignments",
  "is-back": "Restored “{title}”",
  stranded:
    "“{title}” is not in the project any more, and {count, plural, one {# change of yours to it is} other {# changes of yours to it are}} not saved",
  "stranded-about":
    "It was moved to the trash elsewhere while you were working on it. What you did is kept, and is saved once the article is restored.",
  "put-away-about": "Nothing of it is deleted. You can restore it from the trash, in the project’s menu.",
  "take-back": "Restore",
  "take-back-of": "Restore “{title}”",
  "delete-of": "Delete “{title}” for good…",
  "empty-now": "Empty the trash…",
  kind: "{kind, select, article {Article} entity {Entity} other {Colleague}}",
  holds:
    "{kind, select, entity {{count, plural, =0 {no mentions} one {# mention} other {# mentions}}} other {{count, plural, =0 {no sets} one {# set} other {# sets}}}}",
  "is-second":
    "Their work in the project is {count, plural, one {another set of the same article} other {other sets of the same articles}}. Restoring {count, plural, one {this one} other {these}} moves {count, plural, one {that one} other {those}} to the project’s folder “.quarantine”.",
  size: "{unit, select, bytes {{amount, plural, one {# byte} other {# bytes}}} kb {{amount, number} kB} other {{amount, number} MB}}",
  by: "moved here {at} by {by}",
  empty: "The trash is empty.",
  about: "What is in the trash stays in the project’s folder until you delete it here.",
  "delete-title": "Delete for good?",
  "delete-about":
    "{count, plural, one {This cannot be restored: its files are} other {These # cannot be restored: their files are}} removed from the disk, {size} in all.",
  "delete-now": "Delete for good",
  "mentioned-title": "Move “{name}” to the trash?",
  "mentioned-stays": "“{name}” stays in the registry",
  mentioned:
    "{count, plural, one {# mention} other {# mentions}} of yours in {articles, plural, one {# article} other {# articles}} will refer to nobody. If you restore it, those that are still there will refer to it again.",
  "mentioned-by-others":
    "It cannot be moved to the trash: it is also mentioned by {names}, whose sets are not changed here. {count, plural, =0 {None of your own mentions refers to it.} one {# mention of yours in {articles, plural, one {# article} other {# articles}} refers to it.} other {# mentions of yours in {articles, plural, one {# article} other {# articles}} refer to it.}} Merge it into another entity instead: then all mentions count as the other’s.",
  // Projects
  "put-away-project": "Move “{name}” to the trash",
  "putting-project": "Moving the project to the trash…",
  "was-put-away-project": "Moved “{title}” and everything in it to the trash",
  "project-about": "It is at:",
  projects: "In the trash",
  "projects-about": "Projects that were moved to the trash. They take up room until they are deleted.",
  "projects-unread":
    "{count, plural, one {This folder of the trash} other {These # folders of the trash}} cannot be read now. What is in there is kept; look again once the disk answers.",
  "look-again": "Look again",
  "taking-project": "Restoring the project…",
  "from-of": "was at {path}",
} as const;
