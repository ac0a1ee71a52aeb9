// What every browser that we start is told: to begin without questions, and to ask nothing of the network for itself.
export const quietFlags: readonly string[] = [
  "--no-first-run",
  "--no-default-browser-check",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-breakpad",
];
