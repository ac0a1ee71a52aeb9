// The pages whose layout is kept, and when two layouts are the same.

/** Exhibits of which the boxes are kept: every shape the window takes. */
export const exhibitsWithLayout: readonly string[] = [
  "welcome",
  "empty-project",
  "workbench",
  "card",
  "span",
  "reading",
  "dialog-palette",
  "dialog-keys",
  "dialog-settings",
  "suggestions",
  "correcting",
  "correcting-other-text",
  "correcting-left-draft",
  "other-texts",
  "orphans",
  "people-suggested",
  "missed",
  "folder-away",
  "report",
  "report-for-a-look",
];

/** Pixels by which a box may be elsewhere or of another size: fractions that another version of the browser rounds otherwise. */
const tolerance = 2;
const geometry = /-?\d+,-?\d+ (?:…|\d+)×\d+/gu;

/** The layout now, each line as it was kept where the two are the same: what is left of it has changed. */
export function settledLayout(kept: string, now: string): string {
  const before = kept.split("\n");
  return now
    .split("\n")
    .map((line, at) => (isSameLine(before[at] ?? "", line) ? (before[at] ?? "") : line))
    .join("\n");
}

function isSameLine(kept: string, now: string): boolean {
  if (kept.replace(geometry, "") !== now.replace(geometry, "")) return false;
  const [before, after] = [kept, now].map(
    (line) => (line.match(geometry) ?? []).join(" ").match(/…|-?\d+/gu) ?? [],
  );
  return (
    before !== undefined &&
    before.length === after?.length &&
    before.every(
      (number, at) => number === after[at] || Math.abs(Number(number) - Number(after[at])) <= tolerance,
    )
  );
}
