// Tells the reports that somebody should look at: not all went as one would expect.
import type { TakenIn } from "../../../shared/api/take-in.ts";
import type { Report } from "./workspace-state.ts";

/** The rows of a package that one would have expected to be taken in, and that were not. */
export const leftRows = ({ rows }: TakenIn): TakenIn["rows"] =>
  rows.filter(({ outcome }) => !["new", "newer", "own", "same", "left"].includes(outcome));

/** Whether somebody should look at it: not all went as one would expect. */
export function needsLook(report: Report): boolean {
  switch (report.kind) {
    case "imported": {
      const { replacedCharacters, sameTextAs, versionOf, notes } = report.report;
      return replacedCharacters > 0 || sameTextAs !== null || versionOf !== null || notes.length > 0;
    }
    case "article-twin":
      return true;
    case "exported":
      return report.report.losses.length > 0;
    case "copied":
      return report.report.leftOut.length > 0;
    case "taken-in":
      return leftRows(report.report).length > 0;
    default:
      return false;
  }
}
