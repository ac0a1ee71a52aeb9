// Copies that synchronisation programs made of files that were changed in two places, as they travel to whoever asked.
import type { Id } from "../model/id.ts";
import type { Step } from "../model/step.ts";
import type { OutsideCounts } from "./outside-news.ts";
import type { TakeInConflict } from "./take-in.ts";

/** A copy beside the file it was made of, with what merging it would do. */
export interface ConflictCopy extends OutsideCounts {
  /** From the project's folder on, with `/` between the parts. */
  readonly file: string;
  /** The name of the file that it was made of. */
  readonly original: string;
  readonly about: "set" | "registry" | "project" | "other";
  /** Of a set. */
  readonly title: string | null;
  readonly annotator: string | null;
  /** `not-own`: somebody else's work, never changed here. `unreadable`, `other`: there is nothing to merge. */
  readonly state: "mergeable" | "not-own" | "unreadable" | "other";
  readonly conflicts: readonly TakeInConflict[];
  /** Names of the project's article sets that are otherwise in the copy; they stay as they are here. */
  readonly differingSets?: readonly string[];
}

/** What was done with copies. `step`: of what was merged; `null` where there was nothing new in it. */
export interface SettledCopies {
  readonly merged: readonly ConflictCopy[];
  /** All copies that were moved away, and where to. */
  readonly aside: readonly { readonly file: string; readonly keptAs: string }[];
  readonly step: Step | null;
  readonly revisions: Readonly<Record<Id, number>>;
}
