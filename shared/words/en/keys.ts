// English words of the key map and the command palette.
export const keys = {
  preset: "Set of keys",
  "preset-default": "Default",
  "preset-left-hand": "Left hand",
  "preset-number-row": "Number row",
  "reset-all": "Reset all",
  print: "Print",
  conflicts:
    "{count, plural, one {One key belongs to more than one command; the first has it.} other {# keys belong to more than one command each; the first has it.}}",
  also: "same key: {actions}",
  reset: "Reset the keys of: {action}",
  change: "{keys}, change this key of: {action}",
  add: "Add a key to: {action}",
  remove: "Remove this key from: {action}",
  press: "Press a key for: {action}",
  "press-short": "Press a key",
  kept: "The browser uses that key itself",
  "press-another": "The browser uses that key itself. Press another key for: {action}",
  "type-to-find": "Type what you want to do",
  "nothing-found": "No command matches.",

  // What is written on the keys
  "name-control": "Ctrl",
  "name-shift": "Shift",
  "name-delete": "Delete",
  "name-backspace": "Backspace",
  "name-space": "Space",
  "name-home": "Home",
  "name-end": "End",
  "name-page-up": "Page up",
  "name-page-down": "Page down",
} as const;
