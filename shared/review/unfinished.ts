// The reasons why the curated set of an article is not finished: what is not decided, what was not accepted, and what `validate` would find
// wrong or unfinished in it. All is decided when there is nothing of that.
import type { Annotations } from "../model/annotation-set.ts";
import { violations } from "../model/invariants.ts";
import type { InvariantContext, Violation } from "../model/violation.ts";
import { curatedGroups } from "./decide/curated-records.ts";
import { exclusionQuestions, openExclusions } from "./decide/exclusions.ts";
import type { Review } from "./decide/review.ts";
import { openRoles, roleQuestions } from "./decide/roles.ts";
import {
  isOpen,
  type Question,
  type QuestionLists,
  type QuestionState,
  questionsByPart,
} from "./questions.ts";

/** `question`: where it can be seen to; `null` for what stands for nothing that anybody has. */
export type Unfinished =
  | { readonly what: "conflict"; readonly question: Question; readonly state: QuestionState }
  /** What all have alike, and nobody has accepted: the first of them, and how many there are. */
  | { readonly what: "agreed"; readonly question: Question; readonly count: number }
  /** Stretches that some left out of the analysis, on which nobody has decided. */
  | { readonly what: "exclusions"; readonly question: null; readonly count: number }
  /** Sources in whose roles people have a say, on which nobody has decided. */
  | { readonly what: "roles"; readonly question: null; readonly count: number }
  | { readonly what: "violation"; readonly question: Question | null; readonly violation: Violation };

interface CuratedSet {
  readonly review: Review;
  readonly queue: QuestionLists;
  /** The curated set with the registry. */
  readonly curated: Annotations;
  /** What `validate` holds it to. */
  readonly laws: InvariantContext;
}

/** In the order in which it is best seen to: conflicts as they are decided, then what all have alike, then what is wrong. */
export function unfinishedIn({ review, queue, curated, laws }: CuratedSet): readonly Unfinished[] {
  const openQuestions = queue.agreed.filter(isOpen);
  const [first] = openQuestions;
  const openExclusionCount = openExclusions(review, curated.set).length;
  const openRoleCount = openRoles(review, curated).length;
  return [
    ...queue.conflicts
      .filter(isOpen)
      .map((question) => ({ what: "conflict" as const, question, state: question.state })),
    ...(first ? [{ what: "agreed" as const, question: first, count: openQuestions.length }] : []),
    ...(openExclusionCount > 0
      ? [{ what: "exclusions" as const, question: null, count: openExclusionCount }]
      : []),
    ...(openRoleCount > 0 ? [{ what: "roles" as const, question: null, count: openRoleCount }] : []),
    ...violationsIn({ review, queue, curated, laws }),
  ];
}

function violationsIn({ review, queue, curated, laws }: CuratedSet): Unfinished[] {
  // As in a file: the registry is everybody's, and held to its laws elsewhere.
  const setViolations = violations(curated, laws).filter(({ kind }) => kind !== "entities");
  if (setViolations.length === 0) return [];
  const groups = curatedGroups(review, curated.set);
  const questions = questionsByPart([...queue.conflicts, ...queue.agreed]);
  return setViolations.map((violation) => ({
    what: "violation",
    violation,
    question: questions.get(groups.get(violation.id) ?? -1) ?? null,
  }));
}

/** Whether the sets hold anything to decide on: an article without annotations has no decisions and is never curated. */
export const isAnythingAsked = (review: Review, curated: Annotations): boolean =>
  review.comparison.groups.length > 0 ||
  exclusionQuestions(review, curated.set).length > 0 ||
  roleQuestions(review, curated).length > 0;

export const isAllDecided = (of: CuratedSet): boolean =>
  isAnythingAsked(of.review, of.curated) && unfinishedIn(of).length === 0;
