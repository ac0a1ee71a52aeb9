// English words of the lists over the whole project: people who are proposed, and what may be missed.
export const gathered = {
  "people-title": "New people and sources",
  "missed-title": "Possibly missed",
  which: "What is listed",
  open: "Open",
  aside: "Put aside",
  reading: "Reading article {done, number} of {of, number}…",
  looking: "Looking…",
  progress: "Articles read",
  stopped: "Stopped. What was read so far is kept.",
  "go-on": "Continue",
  find: "Find a name",
  naming: "How they are named",
  "all-namings": "Named or not",
  type: "What they are",
  "all-types": "All types",
  where: "Where",
  "none-of-these": "Nobody matches these filters.",
  "nothing-aside": "Nothing was put aside.",

  "people-counted":
    "{count, plural, =0 {{articles, plural, =0 {No names found yet} one {No names from # article} other {No names from # articles}}} one {# entity from {articles, plural, one {# article} other {# articles}}} other {# entities from {articles, plural, one {# article} other {# articles}}}}",
  "people-about":
    "Who speaks in the articles of this project and is not in the registry, and who is there while marks of yours do not refer to them. Nothing is added without your approval.",
  "people-aside-about": "Not suggested again in this project, until restored.",
  "people-keys":
    "Arrow keys move through the list. Enter or A adds somebody to the registry, M merges them with an existing entity, Backspace puts them aside, V opens the first mention.",
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
  accept: "Add to the registry",
  "choose-of-name": "Choose who it is…",
  "another-of-name": "Somebody else of this name: add to the registry",
  join: "Merge with…",
  "join-known": "Link to {name}",
  reject: "Put aside",
  "the-same": "The same",
  "like-spelling": "another spelling",
  "like-same-name": "shares the name",
  "like-acronym": "first letters",
  places: "Mentions",
  "more-places": "and {count, plural, one {# more mention} other {# more mentions}}",
  "join-title": "Who is {name} the same as?",
  "join-find": "Find somebody",
  "not-in-registry": "suggested, not in the registry yet",

  "missed-about":
    "Quotations without a claim and reporting words without a card, in articles where you made cards.{unbegun, plural, =0 {} one { # article has none yet and is left out.} other { # articles have none yet and are left out.}}",
  "missed-aside-about":
    "Places where you said that nothing is missing, and suggestions that you rejected once.",
  "missed-keys":
    "Arrow keys move through the list. Enter or V opens the place in its article, Backspace says that nothing is missing there.",
  "nothing-missed": "Nothing is missing in the articles you have begun.",
  "show-in-article": "Show in the article",
  waive: "Nothing is missing here",
} as const;
