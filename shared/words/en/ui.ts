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
  "copy-failed": "Could not copy. Select the text and copy it yourself.",
  copied: "Copied",
  "task-open": "to do:",
  "task-done": "done:",
  "show-all": "Show all {characters, number} characters",
  "not-said": "not set",
  "no-value": "no value",
  "try-again": "Try again",
  "go-on": "Continue",
  save: "Save",
  "copy-details": "Copy the details",

  // A fault of the page
  fault: "Something went wrong, and Sayso cannot continue.",
  "fault-advice":
    "What was shown as saved is safe. Reload to continue; if it happens again, pass the details on to whoever looks after Sayso.",
  reload: "Reload",
  more: "and {count, number} more",
} as const;
