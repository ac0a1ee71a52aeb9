// English words of the examination of a project.
export const doctor = {
  original:
    "{why, select, missing {The file that “{title}” came from is gone.} other {The file that “{title}” came from has been changed.}}",
  "original-advice": "The text and its annotations are intact. Put the file back if you have it.",
  missing:
    "{what, select, changes {{count, plural, one {# saved change} other {# saved changes}} of {name} to “{title}” {count, plural, one {is} other {are}} not in the project’s folder any more.} steps {{count, plural, one {# step} other {# steps}} of {name} cannot be undone any more: the history is shorter than it was. No annotation is lost by that.} set {The annotations of {name} of “{title}” are not in the project’s folder any more.} other {The article “{title}” and its annotations are not in the project’s folder any more.}}",
  "missing-advice":
    "{hasCopy, select, yes {There is a copy of it on this computer: open the project, and Sayso offers to restore it.} other {There is no copy of it on this computer. Put back its files, from a backup or from git; they may also still be on their way here.}}",
  record:
    "{why, select, rebuilt {The file of somebody’s annotations is gone; all of them were rebuilt from the record of what was done.} gone {An older part of the record of what was done is not here.} other {A part of the record of what was done cannot be read.}}",
  "record-advice": "No annotation is lost. Only looking back at those changes is not possible any more.",
  "rebuilt-advice": "No annotation is lost. The file is written again with the next change.",
  "earlier-set": "Somebody’s annotations of “{title}”, on its text before it was corrected, are gone.",
  "earlier-set-advice":
    "The annotations of its present text are whole. Only taking that correction back needs the others.",
  trash: "The name of this item in the trash cannot be read.",
  "trash-advice": "It can be restored anyway, with everything that was in it.",
  "without-article": "There are annotations here of an article that cannot be read or is gone.",
  "without-article-advice":
    "Put the article’s folder back from a copy of the project; the annotations wait for it.",
  "unknown-annotator": "The project does not know whose annotations these are.",
  "unknown-annotator-advice":
    "Import a package of theirs, so that their name is known. The annotations stay as they are.",
  "more-broken":
    "{count, plural, one {# more record breaks} other {# more records break}} a rule in this set.",
  "more-broken-advice": "Fix what is listed first, then check the project files again.",
  history: "A part of the history cannot be read: some older steps cannot be undone any more.",
  "history-advice": "No annotation is lost. There is nothing to do.",
  "review-file": "What was kept here when a colleague’s work was imported cannot be read.",
  "review-file-advice":
    "No annotation is lost. When their work is next imported, the file is moved to “.quarantine” and written anew.",
  "first-set": "How somebody’s annotations of “{title}” were when its text was corrected cannot be read.",
  "first-set-advice":
    "No annotation is lost. Only taking that correction back needs it, and then asks about more of what was done since.",
  "conflict-copy":
    "A synchronisation program made this copy of “{original}” when two machines changed it at once.",
  "conflict-copy-advice":
    "See which of the two you want before you remove the other; the copy is not used where it is.",
  leftover: "Left over from a write that was interrupted.",
  "leftover-advice": "It is removed when the project is next opened.",
  stranger: "This does not belong to the project.",
  "stranger-advice": "Sayso leaves it alone. Keep it elsewhere if it is yours.",
  link: "A link, which Sayso never follows.",
  "link-advice": "Put the file itself in its place if it belongs to the project.",

  title: "Check project files",
  looking: "Checking every file…",
  healthy: "No problems found.",
  counts:
    "{articles, plural, one {# article} other {# articles}}, {sets, plural, one {# annotation set} other {# annotation sets}}, {annotations, plural, one {# annotation} other {# annotations}} checked.",
  found: "{count, plural, one {# finding} other {# findings}}",
  "weight-error": "Wrong",
  "weight-warning": "Needs a look",
  "weight-note": "Harmless",
  mends: "a repair fixes this",
  repair: "Repair a copy…",
  "repair-about": "The project stays as it is: a copy of it is made and repaired.",
  "copy-suffix": "repaired",
  "copy-path": "Folder of the copy",
  repaired:
    "The copy is at {path}. {count, plural, =0 {Nothing in it could be repaired.} one {# problem was fixed in it.} other {# problems were fixed in it.}}",
  remaining: "{count, plural, one {# problem remains} other {# problems remain}} in the copy.",
  "open-copy": "Open the copy",
  "more-alike": "… and {count, number} more like this one",
  again: "Check again",
} as const;
