// English words of cards and their fields.
export const cards = {
  "kind-direct": "direct",
  "kind-indirect": "indirect",
  "kind-mixed": "mixed",
  margin: "Cards beside the text",
  "no-voice-or-cue": "no voice or cue yet",
  "no-claim": "no claim yet",
  flagged: "flagged",
  "has-note": "has a note",
} as const;
