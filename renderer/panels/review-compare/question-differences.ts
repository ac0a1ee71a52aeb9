// Names the differences of a question.
import type { Tagset } from "../../../shared/model/tagset.ts";
import type { ComparedGroup } from "../../../shared/review/comparison.ts";
import type { Difference } from "../../../shared/review/difference.ts";
import type { Question } from "../../../shared/review/questions.ts";
import { type Message, message } from "../../../shared/words/message.ts";
import { typeName } from "../../../shared/words/tagset-words.ts";
import type { ComparedReview } from "../../state/review/comparing.ts";
import { aspectName, typeOfGroup } from "./said-words.ts";

/** `group`: of the part that differs; `isPart` where that is a span of the card that the question is about. */
export interface ListedDifference {
  readonly key: string;
  readonly group: ComparedGroup;
  readonly isPart: boolean;
  readonly difference: Difference;
}

/** What has to be decided, the card first, then its spans in the order of the slots. */
export const askedDifferences = (
  review: ComparedReview,
  { parts }: Pick<Question, "parts">,
): readonly ListedDifference[] =>
  parts.flatMap(({ group: number, asked }, at) => differencesOf(review, number, asked, at > 0));

/** Whatever people differ in, passed over or not. */
export const allDifferences = (
  review: ComparedReview,
  { parts }: Pick<Question, "parts">,
): readonly ListedDifference[] =>
  parts.flatMap(({ group: number }, at) =>
    differencesOf(review, number, review.comparison.groups[number]?.differences ?? [], at > 0),
  );

function differencesOf(
  { comparison }: ComparedReview,
  number: number,
  differences: readonly Difference[],
  isPart: boolean,
): readonly ListedDifference[] {
  const group = comparison.groups[number];
  if (!group) return [];
  return differences.map((difference) => ({
    key: `${number} ${difference.aspect} ${difference.field ?? ""}`,
    group,
    isPart,
    difference,
  }));
}

/** “edges”, or “Claim: edges” of a span in a card. */
export function differenceName(
  review: ComparedReview,
  tagset: Tagset,
  { group, isPart, difference }: ListedDifference,
): Message {
  const aspect = aspectName(difference, tagset);
  const type = tagset.spanTypes.find(({ id }) => id === typeOfGroup(review, group));
  if (!isPart || !type) return aspect;
  return message("compare.aspect-of-part", { part: typeName(type), aspect });
}
