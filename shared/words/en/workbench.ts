// English words of the workbench: bars, banners, notices and status.
export const workbench = {
  "sidebar-width": "Width of the sidebar",
  "beside-width": "Width of the pane beside the article",
  "cards-width": "Width of the inspector",
  "leave-reading": "Leave the reading mode",
  reading: "Reading mode",
  article: "Article",
  inspector: "Inspector",
  "no-article": "No article",
  "hide-sidebar": "Hide the sidebar",
  "show-sidebar": "Show the sidebar",
  "hide-cards": "Hide the inspector",
  "show-cards": "Show the inspector",
  "span-count": "{count, plural, one {# mark} other {# marks}}",
  "card-count": "{count, plural, one {# card} other {# cards}}",
  "card-of": "card {at, number} of {count, number}",
  "no-article-yet": "No article yet",
  "no-article-read-only": "This project has no article, and it is read-only.",
  "no-article-about":
    "Drop articles here, as text, web pages, documents, PDF, e-mails or whole folders, or paste a text. Title, byline and date are recognised.",

  // What the next key changes
  "next-selected": "Selected “{words}”",
  "next-span": "{type} “{words}”",
  "next-card": "Card “{words}”",
  "next-in-card": "New marks join the card. {out} leaves it.",
  "next-adds": "{add} adds them to {type} “{words}”.",
  "next-others": "Other keys change {type} “{words}”.",
  "next-used": "{open} opens its card. {link} links it to another.",
  "next-unused": "{open} makes a card of it. {link} links it to one.",
  "next-links": "{link} links it to {name}.",
  "next-enters": "{link} adds {name} to the registry.",
  "keys-tag": "Tag as",
  "keys-retype": "Change to",
  "keys-pick": "Value of",
  "keys-select": "Select words, then",
  "next-no-cards": "{next} goes to a mark; {open} makes a card of it.",
  "next-all": "{next} goes through the marks, {nextCard} and {previousCard} through the cards.",

  // What came of a key
  "linked-with": "Linked “{words}” to {name}.",
  "linked-surely":
    "Linked “{words}” to {name}, {share} sure. {choose} chooses somebody else, {undo} undoes it.",
  "open-one": "“{words}” may be {first}, so it is linked with nobody. {link} links it, {choose} chooses.",
  "open-two":
    "“{words}” may be {first} or {second}, so it is linked with nobody. {link} links it to the first, {other} to the second, {choose} chooses.",
  "entered-as": "Added {name} to the registry, for “{words}”.",
  "jump-letters":
    "{unit, select, clause {{count, plural, one {# clause} other {# clauses}}} other {{count, plural, one {# word} other {# words}}}}: type the letters of one to select it, with Shift to extend to it. Esc leaves.",
  "jump-nowhere": "There is nothing on the screen to jump to.",

  // What was refused
  "cannot-undo": "That step cannot be undone: what it changed has been changed since.",
  "role-of-nobody": "First link the mark to a person or source; then it can have a role in this article.",
  "no-suggestion-in-focus": "Go to a suggestion first: press {next}.",
  "no-suggestions": "No suggestion is offered in this article.",
  "looking-for-suggestions": "Suggestions for this article are still being found. Try again in a moment.",
  "no-voice": "This card has no voice yet. Select the words that name the speaker and tag them.",
  "no-card": "This is about a card. Press {open} to open the mark’s card, or to make one.",
  "no-first-entity": "It is not plain who is meant, so nobody was linked. Press {choose} to choose.",
  "linked-already": "This mark is linked already. Press {choose} to choose somebody else.",
  "caret-elsewhere":
    "There is no mark at the caret. Press {next} or {previous} to go to a card, or click a mark.",
  "words-selected":
    "Words are selected, so the card was not deleted. Press an arrow key first; then {delete} deletes it.",
  "scrolled-back": "Scrolled back to what this key changes. Press it again.",
  "nothing-in-focus": "Select a mark or card first: click one, or press {next} or {nextCard}.",
  "moved-over":
    "The text was corrected meanwhile: {count, plural, one {your last change was} other {your last # changes were}} carried over to it{waiting, plural, =0 {} one {; # mark waits for its place} other {; # marks wait for their places}}.",
  "nothing-changed": "This project is read-only: nothing was changed.",

  // Banners
  "open-for-reading": "Open read-only",
  "more-problems": "{count, plural, one {# more message} other {# more messages}} after this one.",
  "read-only": "Read-only",
  "open-for-writing": "Try to open for editing",
  "read-only-asked": "It was opened that way. Nothing you do here is saved.",
  migrated: "The project now has the format of this version of Sayso",
  "migrated-about":
    "Older versions can only read it. A checked copy of the whole project for older versions, made before the first change:",
  "read-only-newer": "It was made by a newer version of Sayso. Update Sayso to edit it.",
  "read-only-not-writable": "You do not have permission to write to its folder.",
  "read-only-damaged":
    "A file of it is damaged and was left as it is. Put a good copy of the project back to edit it.",
  "read-only-locked":
    "{hasHolder, select, yes {{holder}} other {Somebody}}{hasPlace, select, yes { on {place}} other {}} is editing it{hasSince, select, yes { (began {since})} other {}}.",
  "exported-tagset": "Exported the tagset",
  exported:
    "Exported {articles, plural, one {# article} other {# articles}} with {sets, plural, one {# annotation set} other {# annotation sets}}",
  "written-comparison": "Saved the comparison",
  "written-chart": "Saved the chart",
  "written-report": "Saved the report",
  "written-feedback": "Saved the feedback",
  "written-figures": "Exported the figures",
  "copy-path": "Copy the path",
  "last-report": "Show the last message again",
  imported: "Imported {title}",
  "imported-length":
    "{count, plural, one {# character} other {# characters}}{whole, select, yes {, kept exactly as they came} other {}}.",
  "imported-replaced":
    "{count, plural, one {# half of a character} other {# halves of characters}} that no file can hold became “�”.",
  "imported-same": "The project already has an article with the same text.",
  "article-twin": "The project already has the article “{title}”. Nothing was imported.",
  "open-existing": "Open the existing article",
  "import-again": "Import again",

  // The project’s menu
  project: "Project",
  undo: "Undo",
  redo: "Redo",

  // What is being waited for
  "saving-name": "Saving your name…",
  "saving-theme": "Saving the theme…",
  "saving-language": "Saving the language…",
  "forgetting-project": "Removing the project from the list…",
  "creating-project": "Creating the project…",
  "opening-project": "Opening the project…",
  "opening-sample": "Opening the sample…",
  "closing-project": "Closing the project…",
  "renaming-project": "Renaming the project…",
  "bringing-article-in": "Importing the article…",
  "bringing-text-in": "Importing the text…",
  "opening-link": "Following the link…",
  "linked-gone": "What the link led to is no longer in this article.",
  "opening-article": "Opening the article…",
  exporting: "Exporting…",
  "gap-count": "{count, plural, one {# gap} other {# gaps}}",
} as const;
