// A command, as a type: a pure function from what stands and what is asked to a change, or to a refusal with a code.
import type { Annotations } from "../model/annotation-set.ts";
import type { ArticleText } from "../model/article-text.ts";
import type { Change } from "../model/change.ts";
import type { Id, NewId, Now } from "../model/id.ts";
import type { Origin } from "../model/provenance.ts";
import type { Tagset } from "../model/tagset.ts";

/** What the annotator looks at: a span, a card, both, or neither. */
export interface Focus {
  readonly span: Id | null;
  readonly card: Id | null;
}

/** Everything a command may know. Ids and time come from outside, so that the same call gives the same change. */
export interface CommandContext {
  readonly annotations: Annotations;
  readonly text: ArticleText;
  readonly tagset: Tagset;
  readonly annotator: Id;
  /** By what way records come that are made now; by a human's own hand where absent. */
  readonly origin?: Origin;
  /** What a command leaves in focus where it has no reason to move it. */
  readonly focus: Focus;
  readonly newId: NewId;
  readonly now: Now;
}

/** Why a command did nothing; the catalogue’s room `refusals` has the words. */
export type RefusalCode =
  | "name-missing"
  | "empty-selection"
  | "already-tagged"
  | "unknown-type"
  | "span-missing"
  | "segment-missing"
  | "card-missing"
  | "entity-missing"
  | "entity-not-mentioned"
  | "exclusion-missing"
  | "alias-missing"
  | "last-segment"
  | "edge-out-of-range"
  | "slot-refuses-type"
  | "already-in-slot"
  | "not-in-slot"
  | "would-contain-itself"
  | "claim-has-card"
  | "type-takes-no-entity"
  | "unknown-field"
  | "field-not-asked"
  | "set-of-another"
  | "unknown-value"
  | "unknown-flag"
  | "name-empty"
  | "note-too-long"
  | "about-too-many"
  | "no-place-to-split"
  | "nothing-to-join"
  | "merge-with-itself"
  | "types-differ"
  | "entities-differ"
  | "claims-have-cards"
  | "cues-differ"
  | "reason-missing"
  | "finding-missing"
  | "waiver-missing"
  | "rejection-missing"
  | "orphan-missing"
  | "remark-empty"
  | "remark-missing"
  | "conflict-missing"
  | "no-shared-words"
  | "nothing-to-change";

/** A change with the focus after it, or a refusal. */
export type Outcome = { readonly change: Change; readonly focus: Focus } | { readonly refusal: RefusalCode };

/** A command with its arguments' type. What it did is said by the message `history.did-<id>`. */
export interface Command<Args> {
  readonly id: string;
  run(context: CommandContext, args: Args): Outcome;
}
