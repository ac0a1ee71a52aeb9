// English words of the trash.
export const trash = {
  title: "Trash",
  open: "Trash: what was put away",
  "put-away": "Put the article in the trash",
  "put-away-entity": "Put in the trash",
  "put-away-person": "Put {name} in the trash",
  "putting-away": "Putting it in the trash…",
  listing: "Looking into the trash…",
  "taking-back": "Taking it back…",
  emptying: "Deleting for good…",
  "was-put-away": "“{title}” is in the trash, with everybody’s annotations of it",
  "was-put-away-entity": "“{title}” is in the trash; its mentions now refer to nobody",
  "was-put-away-annotator": "{title} is in the trash, with all sets, remarks and assignments",
  "is-back": "“{title}” is back",
  stranded:
    "“{title}” is not in the project any more, and {count, plural, one {# change of yours to it is} other {# changes of yours to it are}} not saved",
  "stranded-about":
    "It was put in the trash elsewhere while you were at work on it. What you did is kept, and is saved once the article is back.",
  "put-away-about": "Nothing of it is deleted. You can take it back from the trash, in the project’s menu.",
  "take-back": "Take back",
  "take-back-of": "Take back “{title}”",
  "delete-of": "Delete “{title}” for good…",
  "empty-now": "Empty the trash…",
  kind: "{kind, select, article {Article} entity {Entity} other {Colleague}}",
  holds:
    "{kind, select, entity {{count, plural, =0 {no mentions} one {# mention} other {# mentions}}} other {{count, plural, =0 {no sets} one {# set} other {# sets}}}}",
  "is-second":
    "Their work in the project is {count, plural, one {another set of the same article} other {other sets of the same articles}}. Taking {count, plural, one {this one} other {these}} back moves {count, plural, one {that one} other {those}} to the project’s folder “.quarantine”.",
  size: "{unit, select, bytes {{amount, plural, one {# byte} other {# bytes}}} kb {{amount, number} kB} other {{amount, number} MB}}",
  by: "put away {at} by {by}",
  empty: "The trash is empty.",
  about: "What is in the trash stays in the project’s folder until you delete it here.",
  "delete-title": "Delete for good?",
  "delete-about":
    "{count, plural, one {This cannot be brought back: its files are} other {These # cannot be brought back: their files are}} removed from the disk, {size} in all.",
  "delete-now": "Delete for good",
  "mentioned-title": "Put “{name}” in the trash?",
  mentioned:
    "{count, plural, one {# mention} other {# mentions}} in {articles, plural, one {# article} other {# articles}} will refer to nobody. If you take it back, those that are still there will refer to it again.",
  // Projects
  "put-away-project": "Put “{name}” in the trash",
  "putting-project": "Moving the project aside…",
  "was-put-away-project": "“{title}” is in the trash, with everything in it",
  "project-about": "It lies at:",
  projects: "In the trash",
  "projects-about": "Projects that were moved aside. They take up room until they are deleted.",
  "projects-unread":
    "{count, plural, one {This folder of the trash} other {These # folders of the trash}} cannot be read now. What is in there is kept; look again once the disk answers.",
  "look-again": "Look again",
  "taking-project": "Moving the project back…",
  "from-of": "was at {path}",
} as const;
