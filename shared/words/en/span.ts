// English words of the span in focus and its entity.
export const span = {
  "in-focus": "{type} in focus",
  delete: "Delete the mark",
  type: "Type",
  words: "Words",
  "remove-segment": "Remove segment {at, number}",
  "keys-start": "{keys} start",
  "keys-end": "{keys} end",
  "keys-add": "{keys} add the selection",
  cards: "Cards that use this mark",
  "also-in": "also in {card}",
  "new-card": "New card",
  link: "Link to a card",
  "nobody-yet": "Refers to nobody yet.",
  unlink: "Unlink",
  "edit-entity": "Edit",
  who: "Link to an entity",
} as const;
