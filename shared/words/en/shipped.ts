// English words of the tagset that Sayso ships, by the ids of its parts; what a project names itself keeps its name.
export const shipped = {
  // Span types
  "type-speaker": "Speaker",
  "type-speaker-about":
    "Someone with a voice, however mentioned: a name with its title, a description, a pronoun.",
  "type-cue": "Cue",
  "type-cue-about": "The shortest words that say that something is said, thought, wanted or decided.",
  "type-claim": "Claim",
  "type-claim-about":
    "What is said: with “that” or “to”, with the quotation marks, without the sentence’s full stop.",
  "type-source": "Source",
  "type-source-about":
    "Where the words come from if not the voice itself: an outlet, a post, a document, “reports”.",

  // Slots of the card
  "slot-voice": "Voice",
  "slot-cue": "Cue",
  "slot-claim": "Claim",
  "slot-via": "Via",

  // Roles of a source that words came through
  "role-told-to": "told to",
  "role-told-to-about": "Given to this or another outlet.",
  "role-published-in": "published in",
  "role-published-in-about": "A post, an article, a document.",
  "role-first-reported-by": "first reported by",
  "role-first-reported-by-about": "Another outlet had it first.",

  // Fields of the card and their values
  "field-polarity": "Polarity",
  "field-polarity-about": "Whether the voice stands behind the claim.",
  "choice-polarity-asserts": "asserts",
  "choice-polarity-denies": "denies",
  "choice-polarity-denies-about": "Disputes, plays down, opposes.",
  "choice-polarity-withholds": "withholds",
  "choice-polarity-withholds-about": "Declines, does not answer, neither confirms nor denies.",
  "field-act": "Act",
  "field-act-about": "What the voice does with the claim.",
  "choice-act-say": "say",
  "choice-act-believe": "believe",
  "choice-act-want": "want",
  "choice-act-decide": "decide",
  "choice-act-show": "show",
  "choice-act-show-about": "A report shows.",
  "field-hedged": "Hedged",
  "field-hedged-about": "The journalist or the cue softens it.",
  "field-channel": "Channel",
  "field-channel-about": "By what way the words reached the public.",
  "choice-channel-interview": "interview",
  "choice-channel-other-media": "other media",
  "choice-channel-briefing": "briefing",
  "choice-channel-statement": "statement",
  "choice-channel-post": "post",
  "choice-channel-speech": "speech",
  "choice-channel-document": "document",
  "choice-channel-press-report": "press report",
  "choice-channel-no-comment": "no comment",
  "choice-channel-unspecified": "unspecified",
  "field-claimType": "Claim type",
  "field-claimType-about": "What sort of claim it is (second pass, optional).",
  "choice-claimType-fact": "fact",
  "choice-claimType-prediction": "prediction",
  "choice-claimType-plan": "plan",
  "choice-claimType-opinion": "opinion",
  "choice-claimType-question": "question",
  "field-checkWorthy": "Check-worthy",
  "field-checkWorthy-about": "Whether the claim deserves a fact check (second pass, optional).",
  "choice-checkWorthy-yes": "yes",
  "choice-checkWorthy-minor": "minor",
  "choice-checkWorthy-no": "no",

  // Flags
  "flag-discuss": "Discuss",
  "flag-discuss-about": "To be talked over with colleagues.",

  // The tagset itself
  "tagset-news-attribution": "News attribution",
} as const;
