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
    "A claim is attributed to somebody, or by some words: give the card a voice or a cue. A claim that nothing attributes is the article’s own voice: delete its card.",
  "field-required": "Required field without a value",
  "field-required-says": "“{field}” has no value yet.",
  "field-required-why":
    "The project’s tagset asks for this field on every card it applies to. Choose a value.",
  "voice-without-entity": "Voice that points to nobody",
  "voice-without-entity-says": "“{words}” is not linked to anyone in the registry.",
  "voice-without-entity-why":
    "What one person said can be counted only when every mention points to them, pronouns too. Link the mention, or enter who it is.",
  "about-gone": "About somebody who is gone",
  "about-gone-says":
    "{count, plural, one {Somebody whom the claim is about is} other {# of those whom the claim is about are}} no longer in the registry.",
  "about-gone-why":
    "Nobody can find or count the claim by them. Choose somebody else, or take them out; if they come back, the card names them again.",
  "span-without-card": "Cue or source without a card",
  "span-without-card-says": "“{words}” belongs to no card.",
  "span-without-card-why":
    "A cue or a source says by what words or through whom something was said. Put it into the card of what was said.",
  "claim-without-card": "Quoted claim without a card",
  "claim-without-card-says": "The quoted claim has no card.",
  "claim-without-card-why":
    "A claim without a card counts as the article’s own voice, which is not put in quotation marks. Make a card and say whose words they are.",
  "quotation-outside-claims": "Quotation outside every claim",
  "quotation-outside-claims-says": "This quotation lies outside every claim.",
  "quotation-outside-claims-why":
    "Words in quotation marks are usually somebody’s. Tag them as a claim, or dismiss the finding if they are a title, a name or a word used as a word.",
  "quotation-without-voice": "Quoted claim without a voice",
  "quotation-without-voice-says": "The claim is quoted, and nobody is named as saying it.",
  "quotation-without-voice-why":
    "Words in quotation marks are somebody’s. Tag who says them, if only by a pronoun or a description, and link them as the voice.",
  "source-alone": "“A source” and nothing else",
  "source-alone-says": "“{name}” says nothing about who this is.",
  "source-alone-why":
    "“A source” alone is not enough: readers cannot tell what such a source can know. Enter role or affiliation where the article gives them; otherwise dismiss the finding and say so.",
  "description-missing": "Unnamed source without a description",
  "description-missing-says": "“{name}” is unnamed, with neither role nor affiliation.",
  "description-missing-why":
    "An unnamed source needs a description: who they are, and how they would know. Enter role or affiliation as far as the article gives them.",
  "reason-missing": "Unnamed source without a reason",
  "reason-missing-says": "No reason is given why “{name}” goes unnamed.",
  "reason-missing-why":
    "A source who goes unnamed does so for a reason, and readers are told which. Enter the terms and the reason that the article gives; if it gives none, dismiss the finding and say so.",
  "outlet-uncredited": "Other outlet not credited",
  "outlet-uncredited-says": "The words came through other media, but no outlet is credited.",
  "outlet-uncredited-why":
    "Another outlet’s reporting is credited to it. Tag the outlet as a source and link it as “via”, or correct the channel.",
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
  "cue-with-that-says": "The cue ends with “{word}”.",
  "cue-with-that-why": "The cue is as short as it can be, and “that” belongs to the claim.",
  "cue-with-time": "Time in a cue",
  "cue-with-time-says": "The cue says when.",
  "cue-with-time-why": "Time and place stay out of the cue: “said”, not “said on Tuesday”.",

  // Fixes
  "fix-link-claim": "Link the claim “{words}”",
  "fix-link-cue": "Link the cue “{words}”",
  "fix-link-voice": "Link “{words}” as the voice",
  "fix-link-via": "Credit “{words}”",
  "take-proposal": "Accept “{words}”",
  "go-and-tag": "Go there and tag",
  "fix-delete-card": "Delete the card",
  "fix-set-field": "{field}: {value}",
  "fix-link-entity": "It is {name}",
  "fix-create-entity": "Add “{name}” to the registry",
  "fix-remove-about": "Take them out",
  "fix-join-card": "Add it to the card of this sentence",
  "fix-create-card": "Make a card of it",
  "fix-mark-as": "Tag it: {type}",
  "fix-take-reason": "Use the reason: “{reason}”",
  "fix-leave-out-stop": "Leave the full stop out",
  "fix-take-in": "Include “{word}”",
  "fix-take-marks-in": "Include the quotation marks",
  "fix-shorten-cue": "Shorten the cue",

  // The list and the marks beside the text
  unfinished: "Unfinished",
  newsroom: "Newsroom rule",
  style: "House rule",
  "all-severities": "All",
  show: "Show",
  counted: "{count, plural, one {# finding} other {# findings}}",
  "none-title": "Nothing to check",
  none: "No check found anything in this article.",
  "no-article": "Open an article to see what the checks find in it.",
  looking: "Checking…",
  "none-of-these": "Nothing of this kind.",
  "in-suggestions":
    "{count, plural, one {# of these is a quotation in a suggested claim and counts} other {# of these are quotations in suggested claims and count}} under Suggestions.",
  why: "Why",
  guideline: "Guideline",
  "open-entity": "Open the entity",
  "let-stand": "Dismiss with reason…",
  reason: "Reason",
  "reason-help": "Why it is acceptable here. Others will read this.",
  "keep-reason": "Dismiss the finding",
  waived:
    "{count, plural, one {# finding dismissed, with a reason} other {# findings dismissed, with reasons}}",
  "idle-waiver": "The check “{check}” is no longer made",
  "drop-waiver": "Remove this dismissal",
  "show-again": "Show it again",
  "list-label": "Findings",
  "in-margin": "{count, plural, one {{says}} other {# findings, first: {says}}}",
  "read-only": "The project is read-only.",
} as const;
