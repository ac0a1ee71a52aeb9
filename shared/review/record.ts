// The record of what was done to the sets of a project: who, when, what, with the values before and after.

import type { Id } from "../model/id.ts";
import type { RecordKind } from "../model/record-kinds.ts";
import type { StepNote } from "../model/step.ts";

/** One field of a record before and after, as people read values; empty for none. */
export interface RecordedField {
  /** As `segments`, `type`, or of a card `fields.polarity`. */
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

/** What happened to one span, card or other record. */
export interface RecordedLine {
  readonly kind: RecordKind;
  readonly id: Id;
  readonly what: "added" | "changed" | "removed";
  /** The words of the article that it is about; empty where it is about none. */
  readonly quote: string;
  readonly fields: readonly RecordedField[];
}

/** One change of one set. */
export interface RecordedChange extends Pick<StepNote, "command" | "at" | "undoes" | "redoes"> {
  /** The `opId` under which it was saved. */
  readonly id: Id;
  readonly article: Id;
  /** Whose set it is, by their name. */
  readonly annotator: string;
  /** Who did it, where that is somebody else: in the curated set. */
  readonly by: string | null;
  readonly lines: readonly RecordedLine[];
  /** Records that changed beside those told. */
  readonly more: number;
  /** From a colleague's package, which says what was done and when, and no values. */
  readonly isHandedOver: boolean;
}

export interface ChangeRecord {
  /** The latest first. */
  readonly changes: readonly RecordedChange[];
  /** How many there are in all. */
  readonly count: number;
  /** Whether some are missing: older ones that an older version of Sayso removed, or ones that cannot be read. */
  readonly isIncomplete: boolean;
}
