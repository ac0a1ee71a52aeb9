// A decision on one span or card that several annotators have, or one of them lacks: a record of the curated set, so that "nothing here"
// and "not sure" are kept too, and everything there can say why it is so.
import type { Id } from "./id.ts";
import type { Provenance } from "./provenance.ts";
import type { Range } from "./range.ts";

/**
 * `take`: as one annotator has it; `union`, `intersection`: the stretches of all, or those that all share; `edit`: as the
 * decider would have it; `nothing`: nothing belongs here; `unsure`: looked at, and still open; `accepted-together`: as all
 * have it, among many accepted in one go.
 */
export const decisionWays = [
  "take",
  "union",
  "intersection",
  "edit",
  "nothing",
  "unsure",
  "accepted-together",
] as const;
type DecisionWay = (typeof decisionWays)[number];

/** What one annotator had when it was decided: their span or card, or `null`. */
export interface DecisionMember {
  readonly annotator: Id;
  readonly unit: Id | null;
}

/** A span in the slots of a card that was decided on, in which people differed. A decision on the span itself has the say over it. */
interface DecisionPart {
  /** What each of the decision's `members` had of it, in their order: the id of their span, or `null`. */
  readonly units: readonly (Id | null)[];
  /** What they differed in. */
  readonly aspects: readonly string[];
}

export interface Decision {
  readonly id: Id;
  readonly about: "span" | "card";
  /**
   * `exclusion`: the units are stretches left out of the analysis; `appearance`: they say in which role a source appears. `about` says `span`
   * then: readers that do not know of these keep such a decision, and find no span of it.
   */
  readonly of?: "exclusion" | "appearance";
  readonly members: readonly DecisionMember[];
  /** What the members covered together, in UTF-16 code units; `null` where nothing was marked. */
  readonly place: Range | null;
  /** What they differed in itself; a field of the card as `field:` and its id. Empty where all said the same. */
  readonly aspects: readonly string[];
  /** Of a card: the spans in its slots. Absent where all said the same of them, and in decisions of Sayso before it was kept. */
  readonly parts?: readonly DecisionPart[];
  readonly how: DecisionWay;
  /** For `take` and `accepted-together`: whose. */
  readonly taken: Id | null;
  /** The span or card of the curated set that it made, if any; it may have been changed since. */
  readonly made: readonly Id[];
  /** Empty where none was given. */
  readonly reason: string;
  /** By whom it was decided, and when. */
  readonly provenance: Provenance;
}

/** False while somebody still has to look at it. */
export const isSettled = ({ how }: Decision): boolean => how !== "unsure";
