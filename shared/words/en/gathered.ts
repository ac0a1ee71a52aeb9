// English words of the lists over the whole project: people who are proposed, and what may be missed.
export const gathered = {
  "people-title": "People suggested",
  "missed-title": "What may be missing",
  which: "What is listed",
  open: "Open",
  aside: "Put aside",
  reading: "Reading article {done, number} of {of, number}…",
  looking: "Looking…",
  progress: "Articles read",
  stopped: "Stopped. What was read so far is kept.",
  "go-on": "Go on",
  find: "Find a name",
  naming: "How they are named",
  "all-namings": "Named or not",
  type: "What they are",
  "all-types": "Of every type",
  where: "Where",
  "none-of-these": "Nobody matches these filters.",
  "nothing-aside": "Nothing was put aside.",

  "people-counted":
    "{count, plural, =0 {Nobody} one {# entity} other {# entities}} from {articles, plural, one {# article} other {# articles}}",
  "people-about":
    "Who speaks in the articles of this project and is not in the registry yet. Nothing is entered by itself.",
  "people-aside-about": "Not proposed again in this project, until taken back.",
  "people-keys":
    "Arrow keys move through the list. Enter or A enters somebody into the registry, M says who they are the same as, Backspace puts them aside, V opens the first place.",
  "no-people": "Everybody who speaks in the articles is in the registry, or was put aside.",
  kind: "{type}, {naming}",
  mentions:
    "{mentions, plural, one {# mention} other {# mentions}} in {articles, plural, one {# article} other {# articles}}",
  perhaps: "perhaps the same as {name}",
  "perhaps-label": "Who may be the same",
  "known-marks": "in the registry; {count, plural, one {# mark} other {# marks}} of yours without an entity",
  "other-names": "Also called",
  role: "Role",
  number: "How many",
  reason: "Why unnamed",
  known: "In the registry",
  marks:
    "{count, plural, one {# mention that you marked gets} other {# mentions that you marked get}} this entity.",
  accept: "Enter into the registry",
  join: "The same as…",
  "join-known": "Link to {name}",
  reject: "Do not propose again",
  "the-same": "The same",
  "like-spelling": "another spelling",
  "like-same-name": "shares the name",
  "like-acronym": "first letters",
  places: "Mentions",
  "more-places": "and {count, plural, one {# more mention} other {# more mentions}}",
  "join-title": "Who is {name} the same as?",
  "join-find": "Find somebody",
  "not-in-registry": "proposed, not in the registry yet",

  "missed-about":
    "Quotations without a claim and reporting words without a card, in articles in which you made cards.{unbegun, plural, =0 {} one { # article has none yet and is left out.} other { # articles have none yet and are left out.}}",
  "missed-aside-about":
    "Places of which you said that nothing is missing, and suggestions that you rejected only there.",
  "missed-keys":
    "Arrows walk the list. Enter or V opens the place in its article, Backspace says that nothing is missing there.",
  "nothing-missed": "Nothing is missing in the articles you have begun.",
  "show-in-article": "Show in the article",
  waive: "Nothing is missing here",
} as const;
