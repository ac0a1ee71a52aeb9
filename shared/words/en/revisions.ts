// English words of the revisions of an article: correcting its text, and what that does to marks.
export const revisions = {
  saving: "Saving the correction…",
  action: "Correct the text",
  page: "Correct the text",
  editor: "Text of “{title}”, to be corrected",
  correcting: "Correcting “{title}”",
  unchanged: "Nothing is changed yet.",
  effect:
    "{reworded, plural, =0 {No mark of yours changes its words} one {# mark of yours changes its words} other {# marks of yours change their words}}; {waiting, plural, =0 {none loses its place.} one {# loses its place.} other {# lose their places.}}",
  leave: "Leave",
  "asks-to-leave": "The corrections are not saved.",
  "asks-to-leave-how": "Press Escape again to keep them for later: they wait here, and in the status bar.",
  "keep-for-later": "Keep them for later",
  "throw-away": "Discard the corrections",
  "kept-from-before": "These corrections are from an earlier session. They are not saved yet.",
  "not-saved": "Corrections not saved",
  "read-only":
    "The project is read-only now. The corrections are kept, and can be saved when it is free again.",
  "other-title": "The text of “{title}” has changed",
  "other-about":
    "It was changed while you were correcting it: in another window, by a colleague or by undo. Your corrections were made to the earlier text; they are kept.",
  "other-put-in": "Put the corrections into the current text",
  "other-reading": "Reading the other text…",
  "other-taken": "The other text is in the correction.",
  "taken-how": "Nothing is saved yet; undo removes it again.",
  left: "A closed window left corrections of this text, typed {when}. They are not saved.",
  "left-put-in": "Put them into the correction",
  "left-throw-away": "Discard them",
  "left-changes": "They begin with: “{quote}” becomes “{now}”",
  "left-taken": "The corrections of the closed window are in the text.",
  "left-nothing": "The text has all that was corrected in the closed window.",
  "other-nothing": "The text already has everything that was corrected in the other one.",
  "other-gave-way":
    "Where both had corrected the same words, the other text is used: {count, plural, one {# correction made here was} other {# corrections made here were}} dropped.",
  "other-in-full":
    "What both texts come from cannot be read any more, so the other text is used in full, without what was corrected here.",
  clashes:
    "{count, plural, one {# correction is} other {# corrections are}} not in the text: the words there have changed.",
  clash: "“{before}” was to become “{wanted}”",
  save: "Save the correction",
  "no-article": "No article is open.",
  "summary-title": "What the correction does",
  "go-on": "Continue correcting",
  looking: "Checking everybody’s marks…",
  "nobody-marked": "Nobody has marked anything in this article yet.",
  note: "Why, for the list of revisions (optional)",
  "can-be-undone": "The text as it is now is kept, and the correction can be undone like any other step.",
  you: "You",
  "none-stands": "No mark is in the text.",
  counts:
    "{stay, plural, =0 {No mark stays as it is} one {# mark stays on its words} other {# marks stay on their words}}, {reworded, plural, =0 {none has other words} one {# has other words} other {# have other words}}, {waiting, plural, =0 {none loses its place} one {# loses its place} other {# lose their places}}.",
  "exclusions-counted":
    "{count, plural, one {One of them is a part left out of the analysis.} other {# of them are parts left out of the analysis.}}",
  changes: "Its words change: “{quote}” becomes “{now}”",
  loses: "Loses its place: “{quote}”",
} as const;
