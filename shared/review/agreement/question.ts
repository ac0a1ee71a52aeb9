// The questions that can be asked of aligned units: in what sense do annotators agree? Each question is one thing that they say of a unit,
// or where they marked at all.
import type { SlotId, Tagset } from "../../model/tagset.ts";
import type { Aspect } from "../difference.ts";

/** `marks`: which stretches everybody marked as what; `characters`: the same, character by character. */
type PlacedQuestionId = "marks" | "characters";
/** One thing that is said of a unit; `field:…` names a field of the card. */
type RatedQuestionId = "type" | "entity" | "kind" | "about" | "nesting" | SlotId | `field:${string}`;
export type QuestionId = PlacedQuestionId | RatedQuestionId;

/** A question of units that are aligned first. */
export interface RatedQuestion {
  readonly id: RatedQuestionId;
  readonly of: "span" | "card";
  readonly aspect: Aspect;
  readonly field?: string;
  /** How what is said is told apart: as one of few categories, one of many, or as a set. */
  readonly scale: "category" | "open" | "set";
}

/** Those of a tagset, in the order in which they are shown. */
export function ratedQuestions({ fields }: Tagset): readonly RatedQuestion[] {
  return [
    { id: "type", of: "span", aspect: "type", scale: "category" },
    { id: "entity", of: "span", aspect: "entity", scale: "open" },
    { id: "kind", of: "card", aspect: "kind", scale: "category" },
    { id: "voice", of: "card", aspect: "voice", scale: "set" },
    { id: "cue", of: "card", aspect: "cue", scale: "open" },
    { id: "claim", of: "card", aspect: "claim", scale: "open" },
    { id: "via", of: "card", aspect: "via", scale: "set" },
    { id: "about", of: "card", aspect: "about", scale: "set" },
    { id: "nesting", of: "card", aspect: "nesting", scale: "open" },
    ...fields.map(
      ({ id }): RatedQuestion => ({
        id: `field:${id}`,
        of: "card",
        aspect: "field",
        field: id,
        scale: "category",
      }),
    ),
  ];
}

export const questionIds = (tagset: Tagset): readonly QuestionId[] => [
  "marks",
  "characters",
  ...ratedQuestions(tagset).map(({ id }) => id),
];
