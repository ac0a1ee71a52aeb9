// English words for what comes into an open project from outside, and for a project that two want to write in.
export const outside = {
  title: "Changed from outside",
  "set-merged":
    "Your annotations of “{title}” were changed outside and merged with those here: {added, number} added, {updated, number} changed, {removed, number} deleted. Undo takes it back.",
  "set-conflicts":
    "{count, plural, one {# record was changed on both sides} other {# records were changed on both sides}}: both versions are listed, and the other file is kept in the project’s folder.",
  "set-carried":
    "Work done elsewhere on “{title}” before its text was corrected was carried over to the corrected text: {added, number} added, {updated, number} changed, {removed, number} deleted{waiting, plural, =0 {} one {; # mark of it waits for its place} other {; # marks of it wait for their places}}. Undo takes it back.",
  "carried-conflicts":
    "{count, plural, one {# record was changed on both sides} other {# records were changed on both sides}}: both versions are listed.",
  "late-work-refused":
    "Work done elsewhere on “{title}” before its text was corrected does not fit the annotations here and was not carried over. Nothing was overwritten: it is kept as it was in “{file}” and beside it, and is tried again when the project is opened. Keep a copy of that folder, and make those marks again here, or revert the correction.",
  "set-restored":
    "Files of your annotations of “{title}” were gone or damaged and are written again as they were.",
  "set-joined":
    "Your annotations of “{title}” were in a file with both sides of a version control conflict. They were merged: everything on either side is kept.",
  "file-joined":
    "“{file}” had both sides of a version control conflict in it. They were merged: everything on either side is kept.",
  "article-joined":
    "The details of “{title}” were in a file with both sides of a version control conflict. They were merged.",
  "article-differs": "Where the two differ, the version here is used.",
  "article-other-text":
    "Both sides had corrected its text: the one here is in use, and the other is listed under its revisions.",
  "revised-other-text":
    "It had been corrected here as well: the text that was here is listed under its revisions.",
  "take-other-text": "Merge the other text of “{title}” into a correction",
  "compare-other-text": "Compare both texts of “{title}”",
  "article-came": "“{title}” was added to the project.",
  "article-gone": "“{title}” is gone from the project’s folder. It comes back when its folder does.",
  "article-restored": "Files of “{title}” were gone or damaged and are written again as they were.",
  "article-changed": "The details of “{title}” were changed.",
  "article-revised": "The text of “{title}” was corrected elsewhere.",
  "text-changed":
    "The text of “{title}” was changed outside Sayso. Its annotations belong to the text as it was, which is still shown.",
  "text-changed-unknown":
    "The text of “{title}” was changed outside Sayso, so its annotations do not fit it. Put back a good copy of its folder.",
  "restore-text": "Restore the text of “{title}”",
  colleagues: "Annotations by {names} were added to the project.",
  "colleagues-lost":
    "Annotations of “{title}” by {names} are gone from the folder or damaged there. Nothing was changed here: put back a good copy of the file, or import their package again.",
  registry:
    "People and organisations were changed outside: {added, number} added, {updated, number} changed, {removed, number} deleted. Undo takes it back.",
  "registry-stayed":
    "{count, plural, one {# that was deleted there is still mentioned here and stays} other {# that were deleted there are still mentioned here and stay}}.",
  "registry-conflicts":
    "Changed both here and outside: {names}. Where they differ, the version here is used; both versions are listed.",
  project: "People, assignments or the name of the project were changed outside. The changes are in use now.",
  "project-named": "The project was renamed “{theirs}” outside. Here it is still called “{ours}”.",
  tagset: "The tagset was changed outside and is in use now. Undo takes it back.",
  "tagset-refused":
    "The tagset was changed outside in a way that annotations here do not fit. The change is not in use.",
  "file-restored": "“{file}” was gone or damaged and is written again as it was.",
  "kept-as": "The other version is kept as “{file}”.",
  copies:
    "{count, plural, one {A synchronisation program left # copy of a file that was changed in two places.} other {A synchronisation program left # copies of files that were changed in two places.}}",
  "look-at-copies": "Review the copies…",

  "folder-away": "The project’s folder cannot be found.",
  "folder-away-where":
    "“{path}” is not there: it was moved or renamed, or its drive or network is not connected.",
  "folder-away-kept":
    "What you mark now is kept safe on this computer. It is put into the project as soon as the folder is back, or when you open the project where it is now.",
  "folder-away-open": "Open it where it is now…",
  "folder-away-read": "You see its last known state.",

  "taken-over": "Somebody else is editing this project now",
  "taken-over-by":
    "{hasHolder, select, yes {{holder}} other {Somebody}}{hasPlace, select, yes { on {place}} other {}} took it over{hasSince, select, yes { {since}} other {}}. What you had saved is in the project; what was not saved yet is kept on this computer and goes in when you take the project back. Until then you see what they save.",
  free: "Nobody is editing it now.",
  fresh: "Last heard from {time}.",
  "take-over": "Take over…",
  "take-back": "Take it back…",
  "take-over-title": "Take this project over?",
  "take-over-who":
    "{hasHolder, select, yes {{holder}} other {Somebody}}{hasPlace, select, yes { on {place}} other {}} {hasSince, select, yes {began to edit it {since}} other {is editing it}}{hasFresh, select, yes { and was last heard from {fresh}} other {}}.",
  "take-over-old":
    "That is long ago: most likely Sayso is not running there any more, or that computer is asleep. Taking over is safe.",
  "take-over-live":
    "Sayso seems to be running there. If you take over, that window stops saving, says so, and keeps what it has not saved. Ask first if you can.",
  "take-over-now": "Take over",
  "taking-over": "Taking the project over…",
  "cli-take-over": "take the project over from whoever has it open",
  "advice-take-over":
    "Close it there first. When nobody works in it there any more, run this again with --take-over.",

  conflicts:
    "{count, plural, one {# record was changed both here and outside, and nobody has looked at it yet.} other {# records were changed both here and outside, and nobody has looked at them yet.}}",
  "look-at-conflicts": "Review each…",
  "conflicts-action": "What was changed on both sides…",
  "conflicts-title": "Changed here and outside",
  "conflicts-about":
    "These were changed differently in two places. Each shows both versions and which one is in use now; the button puts the other in its place, as a step that undo takes back. What you mark as done leaves the list.",
  "conflicts-none": "Nothing was changed on both sides, or all of it is resolved.",
  "conflicts-looking": "Looking at what was changed on both sides…",
  "conflicts-taking": "Putting the other version in its place…",
  "conflict-stands":
    "{side, select, ours {The version here is in use.} theirs {The version from outside is in use.} other {Neither is in use: it was changed since.}}",
  "conflict-take": "{side, select, theirs {Use the one from outside} other {Use the one from here}}",
  "conflict-take-of":
    "{side, select, theirs {Use the one from outside} other {Use the one from here}}: {what} {quote}",
  "conflict-remove": "Remove it",
  "conflict-bring-back": "Restore it",
  "conflict-column-theirs": "From outside",
  "conflict-remove-of": "Remove it: {what} {quote}",
  "conflict-bring-back-of": "Restore it: {what} {quote}",
  "conflict-there": "there",
  "conflict-gone": "not there",
  "conflict-settle": "Done",
  "conflict-settle-of": "Done: {what} {quote}",
  "conflicts-settle-all": "All done",
  "copies-title": "Copies of files changed in two places",
  "copies-about":
    "Synchronisation programs make them when a file was changed on two machines. Merging brings the annotations of both together, as one step that undo takes back; the copy is kept in the project’s folder “.quarantine” either way.",
  "copies-none": "There are no such copies in the project.",
  "copy-of": "a copy of “{original}”",
  "copy-of-set": "{annotator}’s annotations of “{title}”",
  "copy-of-registry": "people and organisations",
  "copy-of-project": "the project’s own file",
  "copy-differs": "{added, number} to add, {updated, number} to change, {removed, number} to delete",
  "copy-same": "Nothing in it is new.",
  "copy-conflicts":
    "{count, plural, one {# was changed differently here and stays} other {# were changed differently here and stay}}",
  "copy-unreadable": "It cannot be read, so it can only be set aside.",
  "copy-only-aside": "It can be set aside.",
  "copy-not-own": "It is somebody else’s work, which is never changed here. It can be set aside.",
  "copy-merge": "Merge all",
  "copy-merge-of": "Merge “{file}”",
  "copy-merge-short": "Merge",
  "copy-aside": "Set aside",
  "copy-aside-of": "Set aside: “{file}”",
  "copies-looking": "Looking at the copies…",
  "copies-merging": "Merging the copies…",
  "copies-merged":
    "{count, plural, =0 {Nothing was merged} one {# copy was merged} other {# copies were merged}}, and {aside, plural, one {# was} other {# were}} moved to “{folder}”.",
  "copies-action": "Copies of files changed in two places…",
  "cli-merge-copies": "merge the copies that synchronisation programs made of conflicts, and set them aside",
  "cli-merged": "{file}: {added, number} added, {updated, number} changed, {removed, number} deleted.",
  "cli-aside": "{file}: set aside as {kept}.",
  "copy-article-sets": "It has other versions of these article sets: {names}. They stay as they are here.",
  "article-sets": "Article sets were changed both here and outside: {names}. The versions here are in use.",
} as const;
