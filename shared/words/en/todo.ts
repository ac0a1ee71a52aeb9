// English words of what is left to do in the article.
export const todo = {
  list: "To do in this article, in the order of the text",
  how: "goes to the next one",
  looking: "Looking at the article…",
  none: "Nothing is left to do in this article.",
  "no-gaps": "No gap is left that Checks does not list.",
  "none-about": "Findings, gaps, suggestions, what is possibly missed and lost marks are listed here.",
  "no-article": "Open an article to see what is left to do in it.",
  suggestion: "{who}: {cue}",
  orphan: "A mark lost its place",
  "find-place": "Find its place…",
  "gap-claim-without-card": "Claim without a card",
  "gap-claim-without-card-why":
    "A claim without a card counts as the article’s own voice. Make a card and say whose words they are.",
  "gap-card-without-voice": "Card without a voice",
  "gap-card-without-voice-why":
    "The card does not say who is speaking. Tag the voice, or link one that is tagged already.",
  "gap-card-without-claim": "Card without a claim",
  "gap-card-without-claim-why":
    "A card says what somebody said. Link the claim, or delete the card if nothing is said here.",
  "gap-mention-without-entity": "Mention that points to nobody",
  "gap-mention-without-entity-why":
    "Only what points to somebody in the registry can be counted. Link the mention, or add who it is.",
  counted: "{count, number} to do",
  "missed-counted": "{count, number} possibly missed",
} as const;
