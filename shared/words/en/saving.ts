// English words of saved, saving, not saved, backups and the journal for emergencies.
export const saving = {
  saved: "Saved",
  "saved-at": "Saved {time}",
  saving: "{count, plural, one {Saving…} other {Saving #…}}",
  unsaved: "Not saved: {count, plural, one {# change.} other {# changes.}} {why}",
  "close-with-kept": "Close anyway",
  slow: "Not saved yet: {count, plural, one {# change.} other {# changes.}} Saving takes longer than usual.",
  "read-only": "Read-only",
  kept: "Not saved: {count, plural, one {# change} other {# changes}} kept safe on this computer, not in the project. {why}",
  retry: "Retry",

  // A copy of what cannot be saved
  "save-copy": "Save a copy…",
  "copy-title": "Save a copy elsewhere",
  "copy-about":
    "Writes the whole project as annotated JSON, with everything that is not saved yet, to another place. The project itself stays as it is.",
  "copy-name": "{project} (copy)",
  "copy-save": "Save the copy",
  copying: "Saving a copy",
  copied:
    "Saved a copy of {articles, plural, one {# article} other {# articles}} with {sets, plural, one {# annotation set} other {# annotation sets}}",
  "copy-left-out": "Not in it, because they could not be read: {titles}",

  // What is damaged, and recovering it
  damaged: "The annotations of this article are damaged on the disk",
  "damaged-copy":
    "You see them from a copy ({time}), with every later change that could be read. Recovering writes this to the project; the damaged file is kept in its folder “.quarantine”.",
  "damaged-readable":
    "You see all of them that could be read. Recovering writes this to the project; the damaged file is kept in its folder “.quarantine”.",
  missing: "This project held more when it was last open here",
  "missing-copy":
    "There is a copy on this computer ({time}). Restoring it changes nothing else, and can be undone for your own annotations{without, plural, =0 {} one {; one of these has no copy} other {; # of these have no copy}}. If you restored a backup, or a program is still copying files here, leave it as it is or wait.",
  "missing-without-copy":
    "There is no copy of it on this computer. Put back its files from a backup or from git, or wait if a program is still copying files here. You can continue working meanwhile.",
  "bring-back": "Restore it",
  "leave-missing": "Leave it as it is",
  "damaged-project":
    "A file of it is damaged. There is a good copy on this computer ({time}); recovering puts it back and keeps the damaged file in the folder “.quarantine”.",
  recover: "Recover what could be read",
  "recover-from": "Recover from the copy ({time})",
  recovering: "Recovering",
} as const;
