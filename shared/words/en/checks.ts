// English words of checks, their reasons and their fixes. A check has its name, `-says` for what it found, and `-why` for
// why it matters and what to do.
export const checks = {
  "claim-missing": "Card without a claim",
  "claim-missing-says": "The card has no claim.",
  "claim-missing-why":
    "A card says what somebody said. Link the claim, or delete the card if nothing is said here.",
  "voice-and-cue-missing": "Card without a voice and a cue",
  "voice-and-cue-missing-says": "The card has neither a voice nor a cue.",
  "voice-and-cue-missing-why":
    "A claim is attributed to somebody, or by some words. One that nothing attributes is the article’s own voice and needs no card: delete the card, or link a voice or a cue.",
  "field-required": "Required field without a value",
  "field-required-says": "“{field}” has no value yet.",
  "field-required-why":
    "The project’s tagset asks for this field on every card it applies to. Choose a value.",
  "voice-without-entity": "Voice that points to nobody",
  "voice-without-entity-says": "“{words}” points to nobody in the registry.",
  "voice-without-entity-why":
    "What one person said can be counted only when every mention points to them, pronouns too. Link the mention, or enter who it is.",
  "span-without-card": "Cue or source without a card",
  "span-without-card-says": "“{words}” belongs to no card.",
  "span-without-card-why":
    "A cue or a source says by what words or through whom something was said. Put it into the card of what was said.",
  "claim-without-card": "Quoted claim without a card",
  "claim-without-card-says": "The quoted claim has no card.",
  "claim-without-card-why":
    "A claim without a card counts as the article’s own voice, which does not stand in quotation marks. Make a card and say whose words they are.",
  "quotation-outside-claims": "Quotation outside every claim",
  "quotation-outside-claims-says": "This quotation lies outside every claim.",
  "quotation-outside-claims-why":
    "Words in quotation marks are usually somebody’s. Mark them as a claim, or let them stand if they are a title, a name or a word used as a word.",
  "quotation-without-voice": "Quoted claim without a voice",
  "quotation-without-voice-says": "The claim is quoted, and nobody is named as saying it.",
  "quotation-without-voice-why":
    "Words in quotation marks are somebody’s. Mark who says them, if only by a pronoun or a description, and link them as the voice.",
  "source-alone": "“A source” and nothing else",
  "source-alone-says": "“{name}” says nothing about who this is.",
  "source-alone-why":
    "“A source” alone is not enough: readers cannot tell what such a source can know. Note role or affiliation where the article gives them; otherwise let it stand and say so.",
  "description-missing": "Unnamed source without a description",
  "description-missing-says": "“{name}” is unnamed, with neither role nor affiliation.",
  "description-missing-why":
    "An unnamed source wants a description: what they are, and how they can know. Note role or affiliation as far as the article tells.",
  "reason-missing": "Unnamed source without a reason",
  "reason-missing-says": "No reason is noted why “{name}” goes unnamed.",
  "reason-missing-why":
    "A source who goes unnamed does so for a reason, and readers are told which. Note the terms and the reason that the article gives; if it gives none, let it stand and say so.",
  "outlet-uncredited": "Other outlet not credited",
  "outlet-uncredited-says": "The words came by other media, and no outlet is credited.",
  "outlet-uncredited-why":
    "What another outlet gathered is credited to it. Mark the outlet as a source and link it as “via”, or correct the channel.",
  "declined-yet-quoted": "Declined to comment, yet quoted unnamed",
  "declined-yet-quoted-says": "“{name}” is quoted without a name and also declined to comment.",
  "declined-yet-quoted-why":
    "Somebody who is quoted anonymously cannot also have declined to comment: it misleads the reader. Check whether both are the same person, and the polarity of the cards.",
  "claim-full-stop": "Sentence’s full stop in a claim",
  "claim-full-stop-says": "The claim ends with the sentence’s full stop.",
  "claim-full-stop-why": "The quotation marks belong to the claim, the sentence’s full stop does not.",
  "claim-lacks-that": "“That” or “to” left out of a claim",
  "claim-lacks-that-says": "The claim begins after “{word}”.",
  "claim-lacks-that-why": "“That” and “to” belong to the claim.",
  "claim-lacks-marks": "Quotation marks left out of a claim",
  "claim-lacks-marks-says": "The claim leaves its quotation marks outside.",
  "claim-lacks-marks-why":
    "The quotation marks belong to the claim. Those around an inner voice belong to the outer claim.",
  "cue-with-that": "“That” in a cue",
  "cue-with-that-says": "The cue ends with “that”.",
  "cue-with-that-why": "The cue is as short as it can be, and “that” belongs to the claim.",
  "cue-with-time": "Time in a cue",
  "cue-with-time-says": "The cue says when.",
  "cue-with-time-why": "Time and place stay out of the cue: “said”, not “said on Tuesday”.",

  // Fixes
  "fix-link-claim": "Link the claim “{words}”",
  "fix-link-cue": "Link the cue “{words}”",
  "fix-link-voice": "Link “{words}” as the voice",
  "fix-link-via": "Credit “{words}”",
  "fix-delete-card": "Delete the card",
  "fix-set-field": "{field}: {value}",
  "fix-link-entity": "It is {name}",
  "fix-create-entity": "Enter “{name}” into the registry",
  "fix-join-card": "Put it into the card of this sentence",
  "fix-create-card": "Make a card of it",
  "fix-mark-as": "Mark it: {type}",
  "fix-take-reason": "Take over the reason: “{reason}”",
  "fix-leave-out-stop": "Leave the full stop out",
  "fix-take-in": "Take “{word}” in",
  "fix-take-marks-in": "Take the marks in",
  "fix-shorten-cue": "Shorten the cue",

  // The list and the marks beside the text
  unfinished: "Unfinished",
  newsroom: "Newsroom rule",
  style: "House rule",
  "all-severities": "All",
  show: "Show",
  counted: "{count, plural, one {# finding} other {# findings}}",
  "none-title": "Nothing to check",
  none: "No rule has anything to say about this article.",
  "no-article": "Open an article to see what the rules say about it.",
  looking: "Looking…",
  "none-of-these": "Nothing of this kind.",
  why: "Why",
  guideline: "Guideline",
  "let-stand": "Let it stand…",
  reason: "Reason",
  "reason-help": "Why it may stand here. Others will read it.",
  "keep-reason": "Let it stand",
  waived:
    "{count, plural, one {# finding let stand, with a reason} other {# findings let stand, with reasons}}",
  "idle-waiver": "The rule “{check}” is not checked any more",
  "drop-waiver": "Drop this reason",
  "show-again": "Show it again",
  "list-label": "Findings",
  "in-margin": "{count, plural, one {{says}} other {# findings, first: {says}}}",
  "read-only": "The project is open for reading only.",
} as const;
