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
} as const;
