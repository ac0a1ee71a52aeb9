// The rows of the visible history, newest first: what was taken back, what stands, and the beginning before all of it.
import type { Entry, History } from "../../state/history/history.ts";

export interface HistoryRow {
  /** The step's id, or `startRow`. */
  readonly id: string;
  readonly entry: Entry | null;
  readonly state: "undone" | "now" | "done";
}

export const startRow = "start";

export function historyRows({ done, undone }: History): readonly HistoryRow[] {
  const rows: HistoryRow[] = undone.map((entry) => ({ id: entry.step.id, entry, state: "undone" }));
  for (const [at, entry] of [...done].reverse().entries())
    rows.push({ id: entry.step.id, entry, state: at === 0 ? "now" : "done" });
  rows.push({ id: startRow, entry: null, state: done.length === 0 ? "now" : "done" });
  return rows;
}
