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
  "not-said": "not said",
} as const;
