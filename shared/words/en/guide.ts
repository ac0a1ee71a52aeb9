// English words of the guide within the window.
export const guide = {
  open: "Open the guide",
  contents: "Contents",
  text: "Text of the guide",
  search: "Search the guide",
  found: "{count, plural, =0 {Nothing found} one {Found in # section} other {Found in # sections}}",
  close: "Close the guide",
  "no-key": "“{command}” (no key)",
  "not-here": "(not in this project)",
} as const;
