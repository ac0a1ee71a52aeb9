// English words of the dialogs over the workbench.
export const dialogs = {
  // The list of keys
  keys: "Keys",
  "find-a-key": "Find a key",
  "find-by-key": "Find by what it does or by its key",
  "no-such-key": "Nothing is called that.",
} as const;
