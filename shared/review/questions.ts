// Builds the questions that somebody decides. A question is a card with the spans in its slots, or a span that stands in no card: one
// decision on it settles all of its parts. A part can be decided by itself as well, and what was decided on it then counts.
import type { AnnotationSet } from "../model/annotation-set.ts";
import { type Decision, isSettled } from "../model/decision.ts";
import type { Id } from "../model/id.ts";
import { type ComparedGroup, supportersOf } from "./comparison.ts";
import { askedOf } from "./decide/consequences.ts";
import { curatedSpans } from "./decide/curated-records.ts";
import { decidedMarks, ownerOf } from "./decide/decided-marks.ts";
import { type DecisionIndex, decisionIndexOf, groupIndexOf, type Review } from "./decide/review.ts";
import { slotIndexOf } from "./decide/slot-index.ts";
import { aspects, type Difference } from "./difference.ts";

type PartState = "open" | "decided" | "unsure";
/** `partly`: some of its parts are decided and some are not. */
export type QuestionState = PartState | "partly";

export const questionStates: readonly QuestionState[] = ["open", "partly", "decided", "unsure"];

export interface QuestionPart {
  /** The number of its group in the comparison. */
  readonly group: number;
  readonly state: PartState;
  /** What was decided on just this; of an open one what was decided before its spans or cards became others. */
  readonly decision: Decision | null;
  /** What somebody has to decide of it, the smallest first: nothing that policies pass over or that follows from another. */
  readonly asked: readonly Difference[];
}

export interface Question {
  /** The number of the group of its card, or of the span that stands in none: a decision on that is one on the question. */
  readonly group: number;
  readonly state: QuestionState;
  /** What was decided on it as a whole; of an open one what was decided before. */
  readonly decision: Decision | null;
  /** The smallest thing that is asked; `null` where all have it alike. */
  readonly differs: Difference | null;
  /** Never empty: first the card or span itself, then the spans in the card's slots. */
  readonly parts: readonly QuestionPart[];
}

/** Every question of a comparison, in the order of their groups. Each group is a part of exactly one. `curated`: the curated set. */
export function questionsOf(review: Review, curated: AnnotationSet): readonly Question[] {
  const decisions = decisionIndexOf(review, curated.decisions);
  const settled = settledSpans(review, curated, decisions);
  const { groups } = review.comparison;
  const owners = groups.map((group, number) =>
    group.kind === "span" ? ownerOf(review, number, decisions) : null,
  );
  const partOf = (number: number): QuestionPart => {
    const { exact, others } = on(decisions, groups[number]);
    const owner = owners[number] ?? null;
    const isAlong = exact === null && owner?.isDecided === true && settled(number);
    return {
      group: number,
      state: isAlong ? "decided" : stateOf(exact),
      decision: exact ?? others[0] ?? null,
      asked: askedOf(review, number, owner?.card ?? null),
    };
  };
  const { spansOf } = slotIndexOf(review);
  return groups.flatMap((group, number): Question[] => {
    if (owners[number]) return [];
    const along =
      group.kind === "card" ? spansOf(number).filter((span) => owners[span]?.card === number) : [];
    return [questionOf([partOf(number), ...along.map(partOf)])];
  });
}

const on = (decisions: DecisionIndex, group: ComparedGroup | undefined) =>
  group ? decisions.on(group) : { exact: null, others: [] };

const stateOf = (decision: Decision | null): PartState =>
  decision === null ? "open" : isSettled(decision) ? "decided" : "unsure";

/**
 * Whether a span is in the curated set as the decisions on cards want it, made of just the spans that its group has now, and of those of
 * annotators who are not compared: what an annotator marked after a card was decided on has not been decided.
 */
function settledSpans(
  review: Review,
  curated: AnnotationSet,
  decisions: DecisionIndex,
): (span: number) => boolean {
  const wants = decidedMarks(review, decisions);
  const curatedSpanOf = curatedSpans(review, curated);
  const { spans } = groupIndexOf(review);
  const isBeside = (id: Id): boolean =>
    review.beside?.has(id) === true && !spans.some((groups) => groups.has(id));
  return (number) => {
    if (!wants.span(number)) return true;
    const { origin } = curatedSpanOf(number)?.provenance ?? {};
    const members = review.comparison.groups[number]?.members ?? [];
    const ids = new Set(members.filter((id) => id !== null));
    return (
      origin?.by === "curated" &&
      [...ids].every((id) => origin.parents.includes(id)) &&
      origin.parents.every((id) => ids.has(id) || isBeside(id))
    );
  };
}

function questionOf(parts: readonly [QuestionPart, ...QuestionPart[]]): Question {
  const [first] = parts;
  return {
    group: first.group,
    state: stateOfAll(parts),
    decision: first.decision,
    differs: smallest(parts.flatMap(({ asked }) => asked[0] ?? [])),
    parts,
  };
}

function stateOfAll(parts: readonly QuestionPart[]): QuestionState {
  const has = (state: PartState): boolean => parts.some((part) => part.state === state);
  if (has("unsure")) return "unsure";
  if (!has("decided")) return "open";
  return has("open") ? "partly" : "decided";
}

const smallest = (differences: readonly Difference[]): Difference | null =>
  differences.reduce<Difference | null>(
    (least, one) => (least && aspects.indexOf(least.aspect) <= aspects.indexOf(one.aspect) ? least : one),
    null,
  );

/** True while somebody still has to decide something of it. */
export const isOpen = ({ state }: { readonly state: QuestionState }): boolean => state !== "decided";

/** By number of the group: the question that it is a part of. */
export function questionsByPart(questions: readonly Question[]): ReadonlyMap<number, Question> {
  return new Map(
    questions.flatMap((question) => question.parts.map(({ group }) => [group, question] as const)),
  );
}

/** The parts of a question, beside what it is about, on which something was decided by itself. */
export const decidedAlone = ({ parts }: Question): readonly number[] =>
  parts.slice(1).flatMap(({ group, decision }) => (decision ? [group] : []));

// The questions of a comparison in the order in which they are decided: those that differ in the smallest thing first, each at
// its place of the text; and what all have alike, to be accepted together, but for a sample that somebody looks at all the same.

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
