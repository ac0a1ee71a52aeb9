// English words of what a person can do: titles and groups, in the list of keys, the palette and the menu.
export const actions = {
  "group-mark": "Mark",
  "group-card": "Card",
  "group-select": "Select",
  "group-move": "Move",
  "group-span": "Span",
  "group-project": "Project",
  "group-view": "View",

  // Marking
  "mark-as": "Mark as {type}",
  "mark-exactly-as": "Mark exactly as selected: {type}",
  "add-segment": "Add the selection to the span in focus",
  "add-segment-exactly": "Add the selection exactly as it is",
  "exclude-selection": "Leave the selection out of the analysis",

  // Selecting
  "grow-word": "Grow the selection by a word",
  "grow-quotation": "Grow the selection by a quotation",
  "grow-sentence": "Grow the selection by a sentence",
  "grow-paragraph": "Grow the selection by a paragraph",
  "shrink-word": "Shrink the selection by a word",
  "shrink-quotation": "Shrink the selection by a quotation",
  "shrink-sentence": "Shrink the selection by a sentence",
  "shrink-paragraph": "Shrink the selection by a paragraph",

  // Moving
  "next-span": "Next span",
  "previous-span": "Previous span",
  "next-card": "Next card",
  "previous-card": "Previous card",
  "next-pane": "Next pane",
  "previous-pane": "Previous pane",
  "step-out": "One step out: span, card, selection",

  // Changing the span
  "move-start-back-by-word": "Move the start one word back",
  "move-start-forward-by-word": "Move the start one word forward",
  "move-end-back-by-word": "Move the end one word back",
  "move-end-forward-by-word": "Move the end one word forward",
  "move-start-back-by-character": "Move the start one character back",
  "move-start-forward-by-character": "Move the start one character forward",
  "move-end-back-by-character": "Move the end one character back",
  "move-end-forward-by-character": "Move the end one character forward",
  "choose-entity": "Choose who or what the mention refers to",
  delete: "Delete the span or card in focus",
  undo: "Undo",
  redo: "Redo",

  // Cards
  "open-card": "Open the span’s card, or make one",
  "link-to-card": "Link the span to a card",
  "nest-card": "Put the card within another",
  "flag-card": "Flag the card for discussion, or take the flag off",
  "take-out-of-card": "Take the span out of the card in focus",

  // The window
  "open-project": "Open a project",
  "bring-in": "Bring an article in",
  export: "Export annotated JSON",
  "show-view": "Show the sidebar: {view}",
  "toggle-sidebar": "Show or hide the sidebar",
  "toggle-cards": "Show or hide the cards",
  keys: "Show all keys",
  "grow-clause": "Grow the selection by a clause",
  "shrink-clause": "Shrink the selection by a clause",
  "reading-mode": "Reading mode: nothing but the article",
  palette: "Find a command",
  "new-project": "New project",
  name: "Your name",
  settings: "Settings: looks and language",
  "close-project": "Close the project",
  "needs-project": "needs an open project",
  "needs-article": "needs an open article",
  "needs-writing": "this project is open for reading only",
  "needs-focus": "needs a span or a card in focus",
  "nothing-to-do": "nothing to do just now",
} as const;
