// A violation of the invariants: one thing that is wrong with one record, as data. The words are chosen by the code.
import type { Annotations } from "./annotation-set.ts";
import type { Id } from "./id.ts";
import type { RecordKind } from "./record-kinds.ts";
import type { Tagset } from "./tagset.ts";

export type ViolationCode =
  | "article-differs"
  | "annotator-unknown"
  | "id-malformed"
  | "id-not-unique"
  | "segments-empty"
  | "segment-outside-text"
  | "segment-cuts-character"
  | "quote-differs"
  | "context-differs"
  | "segments-unsorted"
  | "segments-overlap"
  | "segments-touch"
  | "type-unknown"
  | "type-takes-no-entity"
  | "entity-missing"
  | "annotator-differs"
  | "span-missing"
  | "slot-refuses-type"
  | "slot-repeats-span"
  | "via-role-unknown"
  | "within-missing"
  | "within-cycle"
  | "about-repeats"
  | "about-too-many"
  | "field-unknown"
  | "field-missing"
  | "field-value-unknown"
  | "flag-unknown"
  | "note-too-long"
  | "claim-missing"
  | "voice-and-cue-missing"
  | "name-empty"
  | "alias-empty"
  | "alias-is-name"
  | "alias-repeated"
  | "merged-into-missing"
  | "merge-circle"
  | "orphan-differs"
  | "appearance-differs";

/** `error`: the record contradicts something and must not be stored; `incomplete`: work that is not finished. */
export type ViolationSeverity = "error" | "incomplete";

/** `detail` holds what the words need: a slot, a value, an offset. `id` is the set's annotator for the kind `set`. */
export interface Violation {
  readonly code: ViolationCode;
  readonly severity: ViolationSeverity;
  readonly kind: RecordKind | "set";
  readonly id: Id;
  readonly detail: Readonly<Record<string, string | number>>;
}

/** What a set is held against. */
export interface InvariantContext {
  readonly text: string;
  readonly articleId: Id;
  /** The project's annotators; left out where they are not known, e.g. for a single file. */
  readonly annotatorIds?: readonly Id[];
  readonly tagset: Tagset;
}

/** A law: what is wrong with one record of a set, given all that it refers to. */
export type Law<T> = (record: T, annotations: Annotations, context: InvariantContext) => Violation[];

const incomplete: ReadonlySet<ViolationCode> = new Set([
  "claim-missing",
  "voice-and-cue-missing",
  // Of a set made before the tagset had the field.
  "field-missing",
]);

/** What only a set that was made for another tagset can have wrong. */
export const violationsOfTagset: ReadonlySet<ViolationCode> = new Set([
  "type-unknown",
  "type-takes-no-entity",
  "slot-refuses-type",
  "via-role-unknown",
  "field-unknown",
  "field-value-unknown",
  "flag-unknown",
]);

/** Makes the violations of one record. */
export function reporter(kind: Violation["kind"], id: Id) {
  return (code: ViolationCode, detail: Violation["detail"] = {}): Violation => ({
    code,
    severity: incomplete.has(code) ? "incomplete" : "error",
    kind,
    id,
    detail,
  });
}
