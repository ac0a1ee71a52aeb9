// English words of sending work for review and importing a colleague's, in the window and on the command line.
export const handover = {
  // What becomes of a set: in one or two words, and in a sentence
  "outcome-new": "new",
  "outcome-newer": "newer version",
  "outcome-same": "already here",
  "outcome-older": "older than what is here",
  "outcome-at-home": "works in this project",
  "outcome-own": "your own work",
  "outcome-curated": "the curated set",
  "outcome-curated-about":
    "The article has no curated set yet: this one becomes it, in one step that you can undo.",
  "outcome-curated-again-about":
    "It takes the place of the curated set that the same files gave under another mapping and nobody has edited, in one step that you can undo.",
  "beside-curated-another-here":
    "The article already has a curated set, which stays. This one is kept beside it.",
  "beside-curated-differs":
    "The article’s curated set came from the same tool, and the two differ by now: {unchanged, number} unchanged, {changed, number} changed, {added, number} new, {removed, number} gone. The one here stays; this one is kept beside it.",
  "beside-curated-unlawful":
    "It has marks or values that this project’s tagset lacks, so it cannot become the curated set. It is kept beside your work, as a colleague’s set is.",
  "outcome-no-article": "article not here",
  "outcome-left": "left out",
  "outcome-repeated": "second set",
  "outcome-other-text": "another text",
  "outcome-other-tagset": "other tagset",
  "outcome-worked-on": "edited here",
  "outcome-twins-asked": "which article?",
  "outcome-twins-asked-about": "Choose its article to import it.",
  "twins-question":
    "Several articles here have the same text as {count, plural, one {# article} other {# articles}} in this file.",
  "twins-label": "Where do they belong?",
  "twins-same": "Use the existing article",
  "twins-new": "Import again",
  "twins-place": "Import “{title}” into",
  "twins-is": "“{title}”, added {when}",
  "twins-own": "a new article",
  "twins-choose": "Choose an article",
  "outcome-new-about": "It is kept as it came, beside your own work.",
  "outcome-newer-about": "It takes the place of the version that came before.",
  "outcome-same-about": "It changes nothing.",
  "outcome-older-about": "A newer version has come before, and stays.",
  "outcome-at-home-about": "Their own files lie in this project, so nothing is put over them.",
  "outcome-own-asked": "says it is yours",
  "outcome-own-asked-about": "Nothing of it is imported until you have said whether it is.",
  "own-question":
    "{file} says that annotations in it are your own. Did you make them, on another machine? Merge them into yours only then: anybody can write a file that says so.",
  "own-label": "Are they yours?",
  "own-merge": "Yes, merge them",
  "own-leave": "No, leave them out",
  "take-in-create":
    "where there is no project yet, create it from the articles, tagset and sets of the first file",
  "take-in-own": "the annotations that the file says are yours are yours: merge them",
  "take-in-own-asked":
    "{file} says that annotations in it are your own. They were left out: if you made them on another machine, import it again with --own.",
  "take-in-own-nobody":
    "{file} has annotations of {names}, and of nobody called “{name}”. Leave out --own, or say with --as who you are in it.",
  "take-in-own-none": "{file} has no annotations of anybody. Leave out --own.",
  "take-in-own-several":
    "{file} has annotations of {count, number} people called “{name}”, and nothing tells which of them you are. Leave out --own: their sets are then kept apart.",
  "outcome-own-about": "It is merged into your work here, in one step that you can undo.",
  "outcome-worked-on-about":
    "The set here under this name was edited in Sayso, so the import does not replace it. Import the file under another name (“--as” on the command line) and compare the two.",
  "outcome-no-article-about": "No article of this project has its text.",
  "is-namesake":
    "The project has an article with the title “{title}” and a different text. This one is imported as another article.",
  "outcome-left-about": "You chose to leave it out.",
  "outcome-repeated-about": "The file has another set of the same person for this article.",
  "outcome-other-text-about":
    "Few of its marks would find a place in the text here, so nothing of it is merged. If its text is another version of this article, use that as the new version first (“Compare the article with a fresh copy of it”, or sayso revise), and then import this file again.",
  "outcome-other-tagset-about":
    "Your own work holds marks or values that this project’s tagset does not have.",

  // A set that was carried over to another version of the text
  carried:
    "Made on another version of the text: {unmoved, plural, =0 {} one {# mark is where it was, } other {# marks are where they were, }}{moved, plural, one {# was found elsewhere} other {# were found elsewhere}}{lost, plural, =0 {} one {, # was not found} other {, # were not found}}.",
  "carried-own":
    "Made on another version of the text: {placed, plural, one {# mark finds its place} other {# marks find their places}}{missing, plural, =0 {} one {, # waits without one} other {, # wait without one}}{doubtful, plural, =0 {} one {, # waits since its place is doubtful} other {, # wait since their places are doubtful}}.",
  "carried-context": "On average, {share, number} % sure of their places.",
  "lost-missing": "its words are not in the text",
  "lost-ambiguous": "it is not clear where its words are now",

  // Reading what can be read of a file that is not right
  "mend-unread": "It cannot be understood.",
  "mend-no-words": "It has no quote by which it could be found.{quote}",
  "mend-missing": "Its words are not in the text: “{quote}”.",
  "mend-ambiguous": "Its words occur in several places, and nothing shows which is meant: “{quote}”.",
  "mend-recounted": "Counted in code points: “{quote}”.",
  "mend-moved": "Its words are not where it says, but elsewhere: “{quote}”.",
  "mend-kept": "It is left out; the file stays as it is.",
  "mend-look": "Check that it is the place that was meant.",

  // Conflicts of a merge
  "conflict-both-changed": "changed on both sides",
  "conflict-removed-and-changed": "removed on one side, changed on the other",
  "conflict-removed-and-used": "removed on one side, still used on the other: it stays",
  "conflict-breaks": "cannot stand beside what is here: what is here stays",
  "kind-spans": "mark",
  "kind-attributions": "card",
  "kind-exclusions": "excluded stretch",
  "kind-waivers": "dismissed finding",
  "kind-decisions": "decision",
  "kind-remarks": "remark",
  "kind-progress": "state of the article",
  "kind-rejections": "rejected suggestion",
  "kind-orphans": "lost mark",
  "kind-entities": "entity",

  // The window
  "take-in-title": "Import a colleague’s work",
  "take-in-about":
    "A review package, annotated JSON, or a whole project folder of a colleague. Their marks are kept beside yours as they came; nothing of yours is changed. Files of other tools (brat, WebAnno, UIMA, Label Studio, doccano, Prodigy and more) are imported the same way, once you have chosen what their names mean. Your own work from another machine is merged into yours, in one step that you can undo.",
  "choose-file-button": "Choose a file…",
  "choose-project-button": "Choose a project folder…",
  "choose-file": "Choose a review package or annotated JSON",
  "choose-project": "Choose a colleague’s project",
  "or-drop": "Or drop files on the window.",
  look: "Look inside",
  reading: "Reading “{file}”",
  planning: "Checking what of “{file}” is already here",
  writing: "Importing “{file}”",
  written: "{done, number} of {of, plural, one {# set or article} other {# sets and articles}}",
  progress: "Progress",
  stop: "Stop",
  stopped: "Stopped. Nothing has changed.",
  "taking-in": "Importing",
  waiting: "{count, plural, one {# more file} other {# more files}}",
  skip: "Leave this one out",
  "take-in-button": "Import",
  "what-it-holds": "What the file holds",
  "holds-nothing": "The file holds no articles.",
  "what-is-wrong": "What is wrong with the file",
  "source-package": "{file}: a review package of “{project}”.",
  "source-annotated-json": "{file}: annotated JSON of “{project}”.",
  "source-project": "{file}: the project “{project}”, as it stands.",
  "made-at": "Made on {when}.",
  "is-blind": "It was made without names: letters stand for them.",
  "is-unverified": "Its hash does not match its content: it was changed on the way.",
  "other-tagset":
    "It was made with another tagset than this project’s. Marks of types that are not here are kept as they came.",
  place: "“{title}” is not in this project:",
  "place-bring": "import it",
  "place-leave": "leave it out",
  "place-is": "it is “{title}” here",
  counts: "{spans, plural, one {# mark} other {# marks}}, {cards, plural, one {# card} other {# cards}}",
  "changes-nothing": "There is nothing new in it.",
  newcomers: "New here: {names}.",
  "entities-come": "{count, plural, one {# entity is} other {# entities are}} added to the registry.",
  "assignments-come": "{count, plural, one {# assignment is} other {# assignments are}} added.",
  unfinished: "{count, plural, one {# item is} other {# items are}} unfinished.",
  merges:
    "{added, plural, =0 {Nothing added} one {# added} other {# added}}, {updated, number} changed, {removed, number} removed.",
  conflicts: "Conflicts",
  "lost-list": "{count, plural, one {# mark that was not found} other {# marks that were not found}}",
  "waiting-list":
    "{count, plural, one {# mark that waits for its place} other {# marks that wait for their places}}",
  "column-what": "What",
  "column-ours": "Here",
  "column-theirs": "In the file",
  decide: "{what} “{quote}”: which one stays",
  "keep-ours": "Keep what is here",
  "take-theirs": "Use the file’s",
  "leave-removed": "Leave it removed",
  "bring-back": "Restore it",
  "remove-too": "Remove it here too",
  nothing: "nothing",
  refused:
    "{file} cannot be imported. {count, plural, one {One problem was} other {# problems were}} found in it:",
  unverified: "Import anyway",
  "unverified-about": "Only if you know why: it will be marked as unverified.",
  mend: "Import what can be read",
  "mend-about":
    "{records, plural, one {# mark or card} other {# marks and cards}}; {moved, number} found in another place than stated, {left, number} left out.",
  mended:
    "Not all of the file could be read: {left, plural, =0 {nothing was} one {# item was} other {# items were}} left out, {moved, number} found in another place than stated.",
  "other-facts-of":
    "{count, plural, =0 {The file has article sets or answers about people and sources that this project does not have; they are not imported.} one {The file says more about # article than is known here; this is not imported.} other {The file says more about # articles than is known here; this is not imported.}}",
  "other-facts": "{field}: “{value}” is said in the file and not known here.",
  "other-facts-advice": "This is not imported. Enter the correct details under “About the article”.",
  "other-sets": "The file has an article set “{name}” that this project does not have.",
  "other-sets-advice":
    "It is not imported. Make it here if you need it, under “Saved filters” or with “sayso sets”.",
  "taken-in": "Imported from “{file}”",
  "taken-in-nothing": "Nothing new in “{file}”",
  "taken-sets": "{count, plural, one {# set is} other {# sets are}} kept beside your work.",
  "taken-articles": "{count, plural, one {# article was} other {# articles were}} added to the project.",
  "taken-own":
    "Your own work was merged in {count, plural, one {# article} other {# articles}}; undo takes it back.",
  "taken-left": "{count, plural, one {# set was} other {# sets were}} left out: {why}.",
  "hand-over-title": "Send for review",
  "hand-over-about":
    "A review package: one file with the articles, the tagset with its guideline, and the annotations. Any Sayso can import it.",
  "hand-over-button": "Write the package",
  "handing-over": "Writing the package",
  "package-file": "review package",
  whose: "Whose annotations",
  "whose-mine": "Mine",
  "whose-all": "Everyone",
  "with-history": "Include the history: what was done, and when",
  "without-names": "Hide names (A, B, C)",
  seed: "Seed of the letters",
  "seed-empty": "Any words will do.",
  "seed-about":
    "The same seed gives the same letters. Nobody can tell who is who without it; notes stay as they were written.",

  // Fields of records that can be in conflict
  "field-segments": "place",
  "field-segment": "place",
  "field-type": "type",
  "field-entity": "entity",
  "field-voice": "voice",
  "field-cue": "cue",
  "field-claim": "claim",
  "field-via": "via",
  "field-within": "within",
  "field-kind": "kind",
  "field-note": "note",
  "field-flags": "flags",
  "field-reason": "reason",
  "field-state": "state",
  "field-name": "name",
  "field-provenance": "made by",
  "field-aliases": "also called",
  "field-naming": "how named",
  "field-role": "role",
  "field-affiliation": "affiliation",
  "field-anonymity": "why unnamed",
  "field-externalId": "number elsewhere",
  "field-mergedInto": "same as",

  // Command line
  "package-blind-seed": "A seed for the letters is empty: give any words after --blind.",
  package: "Write a review package: articles, tagset and annotations in one file for a colleague.",
  "package-blind": "replace names by letters, the same for the same seed",
  "package-history": "include the history: what was done, and when",
  "take-in": "Import colleagues’ review packages, annotated JSON or project folders into a project.",
  "take-in-bring": "import articles that the project does not have",
  "take-in-theirs": "decide conflicts with your own work from elsewhere in favour of the file",
  "take-in-unverified": "import a package although its hash does not match its content",
  "take-in-mend":
    "import what can be read of a file that cannot be read in full, and report what was moved and left out",
  "take-in-dry-run": "only report what would be done",
  "took-in":
    "{file}: {name}, “{title}”: {outcome} ({spans, plural, one {# mark} other {# marks}}, {cards, plural, one {# card} other {# cards}})",
  brought: "{file}: imported “{title}”",
  again:
    "{unchanged, number} unchanged, {changed, number} changed, {added, number} new, {removed, number} gone; marks that were here before keep their decisions and remarks",
  "merged-counts":
    "{file}: “{title}”: {added, number} added, {updated, number} changed, {removed, number} removed, {conflicts, plural, =0 {no conflicts} one {# conflict} other {# conflicts}}",
  merge: "Merge two versions of annotations, based on their common version where it is given.",
  "merge-theirs": "decide conflicts for the last version; otherwise the one before it stays",
  "merge-counts":
    "{file}: {sets, plural, one {# annotation set} other {# annotation sets}}, {conflicts, plural, =0 {no conflicts} one {# conflict} other {# conflicts}}",
  conflict: "“{title}”, {kind}{quote, select, none {} other { “{words}”}}: {why}{fields}",
  "conflict-field": "; {name}: “{ours}” | “{theirs}”",
  compare: "Compare sets of the same articles: every difference, strictly and under policies for edges.",
  "compare-policy": "ignore at the edges: {policies}; may be given several times",
  "no-policy": "There is no policy “{id}”, only: {policies}.",
  "compare-two": "There is nothing to compare: no article has two sets.",
  "compare-many": "“{title}” has more than {most, number} sets: name fewer projects or files.",
  compared:
    "“{title}” ({names}): {groups, plural, one {# mark or card} other {# marks and cards}}, alike {strict, number}, under the policies {lenient, number}; {questions, plural, =0 {no conflicts} one {# conflict} other {# conflicts}}",
  difference: "{start, number}–{end, number} “{words}”: {aspects}",
  "other-values": "{field}: the file says “{value}”, which is not entered here.",
  "other-values-advice":
    "It is not imported: enter it in People & sources, or fill it in with “sayso entities”.",
  "other-filters": "The file has another filter for the article set “{name}” than this project.",
  "other-filters-advice":
    "It is not imported. Change the set here if you need that filter, under “Saved filters” or with “sayso sets”.",
} as const;
