// English words of proposed voices, cues and gaps.
export const proposals = {
  both: "“{voice}” “{cue}”: Enter takes them as voice and cue.",
  voice: "“{voice}”: Enter takes it as the voice.",
  cue: "“{cue}”: Enter takes it as the cue.",
  "both-of":
    "“{voice}” “{cue}”: Enter takes them as voice and cue. {at, number} of {count, number}: {key} shows the next.",
  "voice-of":
    "“{voice}”: Enter takes it as the voice. {at, number} of {count, number}: {key} shows the next.",
  "cue-of": "“{cue}”: Enter takes it as the cue. {at, number} of {count, number}: {key} shows the next.",
  none: "Nothing is clear enough here to be proposed. Select the voice or the cue and tag it.",
  "no-gap": "No gap is left: every claim has its card and voice, and every mention its entity.",
  "nothing-to-merge": "There is no other mark of this type in that direction.",
  menu: "What is here",
  "menu-spans": "Marks here",
  "toolbar-selection": "Selected words",
  "toolbar-suggestion": "Suggestion",
  "toolbar-new-card": "New card",
  "toolbar-add": "Add to mark",
  "on-span": "{type}: {words}. Card: {card}",
  "on-card": "Card: {card}",
  "in-no-card": "in no card",
  "move-to-card": "Move to another card",
  "merge-cards": "Merge with another card",
  "no-other-card": "No other card holds “{words}”.",
  perhaps: "{slot}?",

  // Why something was proposed, by its rule
  "rule-between-segments": "the words between two parts of the claim say who says it",
  "rule-behind-claim": "the words right after the claim say who says it",
  "rule-before-claim": "the words before the claim say who says it",
  "rule-according-to": "the claim is given according to somebody",
  "rule-participle": "a participle before the claim says that the sentence’s subject says it",
  "rule-marked-nearby": "the nearest voice and cue that were in no card yet",
} as const;
