// What is measured of a large project: one line a place of the window, and one a command of the command line.

/**
 * `rows`: what stands there once it is useful. `type`: what is typed into the field that takes the keyboard, and Enter.
 * `command`: what the palette calls the way there.
 */
export const places = [
  { name: "Articles, list", command: "Go to Articles: List", rows: ".article-list [role=option]" },
  { name: "Board", command: "Go to Articles: Board", rows: ".board-card" },
  { name: "Table of work", command: "Go to Articles: Table", rows: ".progress-row" },
  { name: "Find a word", command: "Go to Find", rows: ".hit-row", field: ".find-form input", type: "harb" },
  { name: "Registry", command: "Go to People & sources: Registry", rows: ".entity-row" },
  { name: "Table of entities", command: "Go to People & sources: Table", rows: ".entity-grid-row" },
  {
    name: "New people",
    command: "Go to People & sources: New",
    rows: ".over-project [data-row], .over-project .pane-empty",
  },
  { name: "Unnamed", command: "Go to People & sources: Unnamed", rows: ".entity-row" },
  { name: "To do", command: "Go to Article: To do", rows: "[data-view=todo] [data-row], .checks-none" },
  {
    name: "Missed",
    command: "Go to Article: Missed in all articles",
    rows: ".over-project [data-row], .over-project .pane-empty",
  },
  { name: "Insight, overview", command: "Go to Insight: Overview", rows: ".insight-value button" },
  { name: "Statements", command: "Go to Insight: Statements", rows: ".statement-row" },
  { name: "Compare", command: "Go to Review: Compare", rows: ".compare-list" },
  { name: "Agreement", command: "Go to Review: Agreement", rows: ".agreement-figures" },
];

/** `args` of the project's path and a path to write to. */
export const commands = [
  { name: "`sayso package`", args: (project, out) => ["package", project, "--out", `${out}.zip`] },
  {
    name: "`sayso export`, tables",
    args: (project, out) => ["export", project, "--format", "csv", "--out", `${out}.zip`],
  },
  { name: "`sayso agreement`", args: (project) => ["agreement", project] },
  { name: "`sayso progress`", args: (project) => ["progress", project] },
];
