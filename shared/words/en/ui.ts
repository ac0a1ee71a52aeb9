// English words of the plain parts: buttons, fields, times.
export const ui = {
  "at-unknown-time": "at an unknown time",
  "just-now": "just now",
  "minutes-ago": "{minutes, plural, one {# minute ago} other {# minutes ago}}",
  "today-at": "today at {time}",
  "yesterday-at": "yesterday at {time}",
  cancel: "Cancel",
  close: "Close",
  dismiss: "Dismiss",
  copied: "Copied",
  "copy-refused": "Select the text and copy it",
  "show-all": "Show all {characters, number} characters",
  "not-said": "not set",
  "try-again": "Try again",
  "go-on": "Go on",
  save: "Save",
  "copy-details": "Copy the details",

  // A fault of the page
  fault: "Sayso has a fault and cannot go on.",
  "fault-advice":
    "What was shown as saved is safe. Reload to go on; if it happens again, pass the details on to whoever looks after Sayso.",
  reload: "Reload",
} as const;
