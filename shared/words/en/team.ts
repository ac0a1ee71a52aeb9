// English words of a project that a team shares over git.
export const team = {
  "cli-share":
    "Share a project: in a folder or on a drive that others can reach, or in a git repository by its address.",
  "cli-to": "a folder, or an address that begins with https:// or ssh://",
  "cli-clone": "Open a project that somebody shares, in a new folder.",
  "cli-sync": "Send what is new in a shared project, and receive what others have sent.",
  "cli-status": "say what waits to be sent and what both sides changed, and send and receive nothing",
  "cli-watch": "synchronise again and again, until it is ended",
  "cli-every": "with --watch: how many seconds between two times (60)",
  "cli-blind":
    "on: colleagues’ annotations of an article arrive when your own are done; off: at once. It stays so for the times after",
  "cli-blind-wrong": "--blind takes on or off, not “{how}”.",
  "cli-large": "send files above 100 MB too, which many forges refuse",
  "cli-branch":
    "the branch that your work goes to, while the team’s is still received; main: the team’s. It stays so for the times after",
  "cli-branch-wrong": "“{name}” cannot be the name of a branch.",
  "cli-from": "receive this branch too, such as a colleague’s, and send what comes of it",
  watching: "Synchronising every {every, plural, one {second} other {# seconds}}, until this is ended.",
  shared:
    "“{name}” is shared at {where}: {sent, plural, one {# file was} other {# files were}} sent. Others open it with sayso clone.",
  cloned: "{articles, plural, one {# article} other {# articles}} received into {path}.",
  sent: "{sent, plural, =0 {Nothing was to be sent.} one {# file was sent.} other {# files were sent.}}",
  came: "{came, plural, one {# file came} other {# files came}}: {articles, plural, one {# new article} other {# new articles}}, {changes, plural, one {# change} other {# changes}} of others.",
  "nothing-came": "Nothing came.",
  waiting:
    "Shared at {where}. {waiting, plural, =0 {Nothing waits to be sent.} one {# file waits to be sent.} other {# files wait to be sent.}}",
  conflict:
    "{file}{hasPath, select, yes {, {path}} other {}}: {why, select, removed_and_used {deleted on one side and still mentioned on the other, so it was kept.} removed_and_changed {deleted on one side and changed on the other, so it was kept.} breaks {what both sides did does not go together, so one of the two is in use.} other {changed here and by {by}. One of the two is in use.}}",
  "conflict-sides": "here: {ours}; {by}: {theirs}",
  // The window
  action: "Share with your team…",
  title: "Shared with your team",
  "share-title": "Share this project with your team",
  "share-about":
    "Everybody works on a copy of their own, offline for as long as they like, and syncs now and then. Sayso uses git for it, which has to be installed on each computer. Nothing is sent until you press the button.",
  where: "Where the team shares it",
  "where-example": "https://forge.example.org/news/bridges.git",
  "where-about":
    "A folder on a drive that everybody can reach, or the address of an empty git repository: https:// or ssh://.",
  "choose-folder": "Choose a folder…",
  "share-as": "Your colleagues see your work under the name {name}.",
  share: "Share the project",
  stop: "Stop",
  "stage-reading": "Reading the project…",
  "stage-connecting": "Fetching what others have sent…",
  "stage-merging": "Merging what came…",
  "stage-sending": "Sending…",
  sync: "Sync now",
  "shared-at": "This project is shared at {where}.",
  "on-branch": "Your work goes to the branch {branch}.",
  "changes-waiting":
    "{count, plural, =0 {Nothing waits to be sent.} one {# change waits to be sent.} other {# changes wait to be sent.}}",
  "synced-at": "Last synced {time}.",
  "came-title": "What came since you opened the project",
  "came-article": "New article: “{title}”",
  "came-work":
    "{name}: {marks, plural, =0 {{changes, plural, one {# change} other {# changes}}} one {# mark} other {# marks}} in “{title}”",
  times: "Sync without being asked",
  "at-opening": "When the project is opened",
  "at-closing": "When it is closed",
  "while-open": "While it is open",
  "every-never": "Only when you say so",
  every: "{count, plural, one {Every minute} other {Every # minutes}}",
  "times-about": "All of this is off until you choose it. It holds for this project on this computer.",
  articles: "{count, plural, one {# article} other {# articles}}",
  marks: "{count, plural, one {# mark} other {# marks}}",
  changes: "{count, plural, one {# change} other {# changes}}",
  from: "{what} from {names}",
  new: "new: {what}",
  news: "The last sync brought {what}.",
  "show-came": "Show what came…",
  status: "{count, plural, =0 {Nothing to send} one {# change to send} other {# changes to send}}",
  failed: "Not synced",
  differences:
    "{count, plural, one {# field of the shared files was} other {# fields of the shared files were}} changed both here and by colleagues.",
  "difference-of":
    "{part, select, tagset {Tagset:} articleSets {Article set:} name {Name of the project:} annotators {People:} entities {Person or organisation:} article {Article:} other {Shared file:}}",
  "difference-field":
    "{field, select, name {name} title {title} titleFrom {origin of the title} revision {text} about {facts} tags {tags} description {description} text {text} key {key} form {form of the mark} colour {colour} snap {what a selection grows to} refersToEntity {whether it names an entity} newEntityType {type of new entities} accepts {types that fit} choices {choices} default {default} required {whether it is required} when {when it is asked} input {kind of answer} kind {kind} guideline {guideline} checksOff {checks that are off} ownCues {cue words of the project} ownNames {names of the project} articleLanguage {language of the articles} filter {filter} sameAs {same person as} notSameAs {not the same person as} other {}}",
  "difference-why":
    "{why, select, removed_and_used {deleted on one side and still mentioned on the other, so it was kept} removed_and_changed {deleted on one side and changed on the other, so it was kept} breaks {what both sides did does not go together, so one of the two is in use} other {changed here and by {by}}}",
  "open-action": "Open a shared project…",
  "open-title": "Open a shared project",
  "open-welcome": "Join a project that your team shares in a folder or at an address.",
  "open-about":
    "Copies the project to this computer, where you work on it offline. What you do goes to the others when you sync.",
  "open-where-about":
    "Ask whoever shares the project: it is a folder, or an address that begins with https:// or ssh://.",
  open: "Open the project",
  "open-unnamed": "Say where the team shares it: the project becomes a folder here.",
  opening: "Receiving the project…",
  "allow-title": "Let git reach this address?",
  "allow-about":
    "A page asked for it. If you agree, a project is sent to this address or taken from it, under your name and with your own set-up of git:",
  "allow-once": "A project that was shared there goes on using it without another question.",
} as const;
