// A folder whose files come into a project while it is open.

import type { ApiErrorData } from "../errors/errors.ts";
import type { BroughtIn } from "./bringing-in.ts";

/** Whether new files are imported at once, or wait until somebody says so. */
export const watchWays = ["take", "offer"] as const;

export type WatchWay = (typeof watchWays)[number];

export interface Watching {
  /** `null`: none is watched. */
  readonly path: string | null;
  readonly how: WatchWay;
  /** Files that are whole and wait to be imported, by their names below the folder. */
  readonly waiting: readonly string[];
  /** What came of it since the project was opened. */
  readonly broughtIn: BroughtIn;
  /** Why nothing can be imported from it now. */
  readonly problem: ApiErrorData | null;
}

export const nothingBroughtIn: BroughtIn = { taken: [], skipped: [], refused: [], stopped: false };

export const notWatching: Watching = {
  path: null,
  how: "take",
  waiting: [],
  broughtIn: nothingBroughtIn,
  problem: null,
};
