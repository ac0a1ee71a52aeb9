// The questions of a comparison in the order in which they are decided: those that differ in the smallest thing first, each at
// its place of the text; and what all have alike, to be accepted together, but for a sample that somebody looks at all the same.
import type { AnnotationSet } from "../model/annotation-set.ts";
import { supportersOf } from "./comparison.ts";
import type { Review } from "./decide/review.ts";
import { aspects } from "./difference.ts";
import { type Question, questionsOf } from "./questions.ts";

export interface QuestionLists {
  /** Those in which somebody differs. */
  readonly conflicts: readonly Question[];
  /** What all annotators have alike, in reading order. */
  readonly agreed: readonly Question[];
}

/** The same questions always come in the same order, whatever was decided on them. `curated`: the curated set. */
export const queueOf = (review: Review, curated: AnnotationSet): QuestionLists =>
  queueOfQuestions(questionsOf(review, curated));

export function queueOfQuestions(all: readonly Question[]): QuestionLists {
  const rank = ({ differs }: Question): number => (differs ? aspects.indexOf(differs.aspect) : -1);
  return {
    conflicts: all
      .filter(({ differs }) => differs !== null)
      .sort((a, b) => rank(a) - rank(b) || a.group - b.group),
    agreed: all.filter(({ differs }) => differs === null),
  };
}

/**
 * Those who have a question's card or span and say the same in all of its parts that are still to be decided: the most there are,
 * and among as many those with the first of the annotators. By number of the annotator.
 */
export function supportersOfQuestion({ comparison }: Review, { group, parts }: Question): readonly number[] {
  const { members = [] } = comparison.groups[group] ?? {};
  const undecided = parts.filter(({ state }) => state === "open");
  return supportersOf({
    members,
    differences: undecided.flatMap((part) => comparison.groups[part.group]?.differences ?? []),
  });
}

/** What so many annotators have just the same, or under the policies where all have it, of what was not looked at yet. */
export function supportedBy(
  review: Review,
  { conflicts, agreed }: QuestionLists,
  threshold: number,
): Question[] {
  const annotatorCount = review.annotators.length;
  const isWhole = ({ group, parts }: Question): boolean =>
    review.comparison.groups[group]?.members.every((unit) => unit !== null) === true &&
    parts.every(({ state, asked }) => state !== "open" || asked.length === 0);
  return [...agreed, ...conflicts]
    .filter((question) => {
      const [first] = question.parts;
      if (first?.state !== "open" || question.state === "unsure") return false;
      return (
        (isWhole(question) ? annotatorCount : supportersOfQuestion(review, question).length) >= threshold
      );
    })
    .sort((a, b) => a.group - b.group);
}

/** The share (0 to 1) of these that is looked at by somebody, rounded up; the same seed always chooses the same. */
export function auditSample(
  review: Review,
  questions: readonly Question[],
  share: number,
  seed: string,
): Question[] {
  const drawn = questions.map((question) => {
    const members = review.comparison.groups[question.group]?.members ?? [];
    return { question, lot: lotOf(`${seed}\n${members.join(" ")}`) };
  });
  drawn.sort((a, b) => a.lot - b.lot || a.question.group - b.question.group);
  return drawn
    .slice(0, Math.ceil(questions.length * Math.min(1, Math.max(0, share))))
    .map(({ question }) => question)
    .sort((a, b) => a.group - b.group);
}

/** FNV-1a, its bits mixed once more, as a number from 0 on. */
function lotOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}
