// Picks what is accepted together: what so many annotators have just alike, but for a share that somebody looks at all the same, and for
// cards of which nobody has said yet whose note and flags count.
import { notesDiffering } from "./card-notes.ts";
import type { Review } from "./decide/review.ts";
import {
  auditSample,
  type Question,
  type QuestionLists,
  supportedBy,
  supportersOfQuestion,
} from "./questions.ts";

export interface AcceptOptions {
  /** How many annotators have to have it alike. */
  readonly threshold: number;
  /** The share, from 0 to 1, that stays open to be looked at; the same `seed` always chooses the same. */
  readonly audited: number;
  readonly seed: string;
  /** Where notes or flags differ: whose card is taken, by number of the annotator; `null`: such cards stay open. */
  readonly notesFrom: number | null;
}

export interface Acceptable {
  /** By number of the annotator as whom each is accepted. */
  readonly accepted: readonly { readonly question: Question; readonly member: number }[];
  /** What somebody is to look at. */
  readonly audit: readonly Question[];
  /** Cards alike in all but notes or flags; those that `notesFrom` settles are among them. */
  readonly notesDiffer: readonly Question[];
  /** Those of them that stay open. */
  readonly notesOpen: readonly Question[];
}

export function acceptable(review: Review, queue: QuestionLists, options: AcceptOptions): Acceptable {
  const questions = supportedBy(review, queue, options.threshold);
  const audit = auditSample(review, questions, options.audited, options.seed);
  const sampled = new Set(audit);
  const candidates = questions
    .filter((question) => !sampled.has(question))
    .map((question) => ({ question, member: memberFor(review, question, options.notesFrom) }));
  return {
    accepted: candidates.flatMap(({ question, member }) => (member === null ? [] : [{ question, member }])),
    audit,
    notesDiffer: candidates.map(({ question }) => question).filter((one) => doNotesDiffer(review, one)),
    notesOpen: candidates.filter(({ member }) => member === null).map(({ question }) => question),
  };
}

/** As whom a question is accepted; `null` where notes or flags differ and nobody's are chosen, or not those of one who has it so. */
function memberFor(review: Review, question: Question, notesFrom: number | null): number | null {
  const supporters = supportersOfQuestion(review, question);
  if (!doNotesDiffer(review, question)) return supporters[0] ?? 0;
  return notesFrom !== null && supporters.includes(notesFrom) ? notesFrom : null;
}

const doNotesDiffer = (review: Review, { group: number }: Question): boolean => {
  const group = review.comparison.groups[number];
  return group !== undefined && notesDiffering(review, group).length > 0;
};
