// Names the differences of a question.
import type { Tagset } from "../../../shared/model/tagset.ts";
import { type ComparedGroup, presenceOf } from "../../../shared/review/comparison.ts";
import type { Difference } from "../../../shared/review/difference.ts";
import type { Question } from "../../../shared/review/questions.ts";
import { type Message, message } from "../../../shared/words/message.ts";
import type { Words } from "../../../shared/words/say.ts";
import { typeName } from "../../../shared/words/tagset-words.ts";
import type { ComparedReview } from "../../state/review/comparing.ts";
import { aspectName, typeOfGroup } from "./said-words.ts";
import type { ShownColumn } from "./shown-columns.ts";

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

interface LetteredColumn extends Pick<ShownColumn, "column"> {
  readonly person: Pick<ShownColumn["person"], "letter">;
}

/** What differences are named with: the tagset, the people by whose letters it is said who has something, and how letters are listed. */
interface NamedWith {
  readonly tagset: Tagset;
  readonly columns: readonly LetteredColumn[];
  readonly list: Words["list"];
}

/** What people differ in, “edges”; where not everybody has something, who has it: “only A”. */
export function aspectOf(
  { tagset, columns, list }: NamedWith,
  { group, difference }: Pick<ListedDifference, "group" | "difference">,
): Message {
  if (difference.aspect !== "missing") return aspectName(difference, tagset);
  const members = columns.map(({ column }) => group.members[column] ?? null);
  const letters = columns.map(({ person }) => person.letter);
  return presenceOf({ members }, letters, list);
}

/** The same of a question about a card: “Claim: edges” of a span in it. */
export function differenceName(
  review: ComparedReview,
  named: NamedWith,
  { group, isPart, difference }: ListedDifference,
): Message {
  const { tagset } = named;
  const aspect = aspectOf(named, { group, difference });
  const type = tagset.spanTypes.find(({ id }) => id === typeOfGroup(review, group));
  if (!isPart || !type) return aspect;
  return message("compare.aspect-of-part", { part: typeName(type), aspect });
}
