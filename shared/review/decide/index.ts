// The commands that decide in the curated set, each one step, whatever hangs on it; and how decisions are carried out there, so that the
// set is what its decisions say and breaks no law.
import type { Command, CommandContext, Outcome, RefusalCode } from "../../commands/command.ts";
import { type Draft, draftOf, refuse } from "../../commands/draft.ts";
import { longestNote, mostAbout } from "../../model/card-laws.ts";
import { type Decision, isSettled } from "../../model/decision.ts";
import type { Id } from "../../model/id.ts";
import { notesDiffering } from "../card-notes.ts";
import { aspectsOf, type ComparedGroup } from "../comparison.ts";
import { curatedRecords } from "./curated-records.ts";
import {
  type DecisionChoice,
  decidedCard,
  decidedMarks,
  decidedSpan,
  type Verdict,
} from "./decided-marks.ts";
import { type ExclusionVerdict, putExclusions } from "./exclusions.ts";
import {
  type DecisionIndex,
  decisionIndexOf,
  indexAfter,
  membersOf,
  type Review,
  sourceAt,
} from "./review.ts";
import { putRoles, type RoleVerdict } from "./roles.ts";
import { slotIndexOf } from "./slot-index.ts";
import { isInText, syncWith } from "./sync.ts";

export type { DecisionChoice, Verdict } from "./decided-marks.ts";

interface DecideConflict {
  readonly review: Review;
  readonly group: number;
  readonly choice: DecisionChoice;
  readonly reason?: string;
  /** Groups on which what was decided is taken back in the same step. */
  readonly reopened?: readonly number[];
}

const reopening = (groups: readonly number[] = []): Verdict[] =>
  groups.map((group) => ({ group, choice: null }));

const outcomeOf = (
  context: Parameters<Command<unknown>["run"]>[0],
  review: Review,
  verdicts: readonly Verdict[],
): Outcome => {
  if (verdicts.length === 0) return refuse("nothing-to-change");
  const draft = curated(context, review, verdicts);
  return typeof draft === "string" ? refuse(draft) : draft.outcome();
};

/**
 * Decides on one span, or on a card with the spans in its slots as far as nothing was decided on them by themselves. Deciding
 * again replaces what was decided.
 */
export const decideConflict: Command<DecideConflict> = {
  id: "decide-conflict",
  run: (context, { review, group, choice, reason, reopened }) =>
    outcomeOf(context, review, [
      { group, choice, ...(reason === undefined ? {} : { reason }) },
      ...reopening(reopened),
    ]),
};

/** Takes a decision back: it is open again, and what it made goes. */
export const reopenConflict: Command<Pick<DecideConflict, "review" | "group" | "reopened">> = {
  id: "reopen-conflict",
  run: (context, { review, group, reopened }) =>
    outcomeOf(context, review, reopening([group, ...(reopened ?? [])])),
};

/** Accepts several as these annotators have them. */
export const acceptTogether: Command<{
  readonly review: Review;
  readonly accepted: readonly { readonly group: number; readonly member: number }[];
  readonly exclusions?: readonly ExclusionVerdict[];
  readonly roles?: readonly RoleVerdict[];
}> = {
  id: "accept-together",
  run(context, { review, accepted, exclusions = [], roles = [] }) {
    if (accepted.length + exclusions.length + roles.length === 0) return refuse("nothing-to-change");
    const verdicts = accepted.map(
      ({ group, member }): Verdict => ({ group, choice: { how: "accepted-together", member } }),
    );
    const draft = curated(context, review, verdicts);
    if (typeof draft === "string") return refuse(draft);
    putExclusions(context, review, exclusions, draft);
    putRoles(context, review, roles, draft);
    return draft.outcome();
  },
};

/** Decides the same on several spans that are alike. */
export const decidePhrase: Command<{
  readonly review: Review;
  readonly groups: readonly number[];
  readonly choice: DecisionChoice;
  readonly reason?: string;
}> = {
  id: "decide-phrase",
  run: (context, { review, groups, choice, reason }) =>
    outcomeOf(
      context,
      review,
      groups.map((group) => ({ group, choice, ...(reason === undefined ? {} : { reason }) })),
    ),
};

/**
 * A draft in which all verdicts are carried out, or why one of them cannot be. Each group stands in them once. The spans and cards of the groups,
 * and of those that hang on them, are made, changed and removed; what somebody changed there by hand stays until something else is decided on
 * the same.
 */
function curated(context: CommandContext, review: Review, verdicts: readonly Verdict[]): Draft | RefusalCode {
  const { set } = context.annotations;
  const draft = draftOf(context);
  const existingRecords = curatedRecords(review, set, draft);
  const index = decisionIndexOf(review, set.decisions);
  const decided = new Map<ComparedGroup, Decision | null>();
  const replacedDecisions = new Set<Decision>();
  const at = context.now();
  const decisionByGroup = new Map<number, Decision>();
  for (const verdict of verdicts) {
    const group = review.comparison.groups[verdict.group];
    if (!group) return "conflict-missing";
    const { exact, others } = index.on(group);
    for (const replacedDecision of [...(exact ? [exact] : []), ...others]) {
      replacedDecisions.add(replacedDecision);
      draft.decisions.remove(replacedDecision.id);
    }
    decided.set(group, null);
    if (!verdict.choice) continue;
    const decision = decisionOf(context, { review, group, verdict, before: exact, at });
    const refusal = refusalOf(context, review, group, verdict.choice, decision);
    if (refusal) return refusal;
    decided.set(group, decision);
    decisionByGroup.set(verdict.group, decision);
  }
  const newIndex = indexAfter(index, decided, replacedDecisions);
  syncWith(
    {
      context,
      review,
      draft,
      standing: existingRecords,
      before: decidedMarks(review, index),
      after: decidedMarks(review, newIndex),
      isGone: (group) => isNothing(review, newIndex, group),
    },
    verdicts,
    at,
  );
  for (const [number, decision] of decisionByGroup) {
    const record = decision.about === "span" ? existingRecords.span(number) : existingRecords.card(number);
    draft.decisions.put({
      ...decision,
      ...partsOf(review, number),
      made: record && isSettled(decision) ? [record.id] : [],
    });
  }
  return draft;
}

/**
 * The spans in a card's slots that people differ in. One that several cards hold is named with each, and one that is decided on by
 * itself as well: which decision has the say can change with the next (see `ownerOf`).
 */
function partsOf(review: Review, card: number): Pick<Decision, "parts"> | null {
  const { groups } = review.comparison;
  if (groups[card]?.kind !== "card") return null;
  const parts = slotIndexOf(review)
    .spansOf(card)
    .flatMap((span) => {
      const group = groups[span];
      if (!group || group.differences.length === 0) return [];
      return [{ units: group.members, aspects: aspectsOf(group) }];
    });
  return parts.length > 0 ? { parts } : null;
}

const isNothing = (review: Review, index: DecisionIndex, number: number): boolean => {
  const group = review.comparison.groups[number];
  const decision = group && index.on(group).exact;
  return !!decision && isSettled(decision) && decidedSpan(review, group, decision) === null;
};

interface Deciding {
  readonly review: Review;
  readonly group: ComparedGroup;
  readonly verdict: Verdict;
  readonly before: Decision | null;
  readonly at: string;
}

function decisionOf(context: CommandContext, { review, group, verdict, before, at }: Deciding): Decision {
  const { choice, reason } = verdict;
  const how = choice?.how ?? "unsure";
  const source: Id | null = choice && "member" in choice ? sourceAt(review, choice.member) : null;
  return {
    // The next decision on the same is a change of the first, which a merge by id can tell.
    id: before?.id ?? context.newId(),
    about: group.kind,
    members: membersOf(review, group),
    place: placeIn(group, context.text.text),
    aspects: [...aspectsOf(group), ...notesDiffering(review, group)],
    how,
    taken: source,
    made: [],
    reason: reason?.trim() ?? "",
    provenance: { annotator: context.annotator, at, origin: { by: "human" } },
  };
}

function placeIn({ place }: ComparedGroup, text: string): Decision["place"] {
  return place && isInText([place], text) ? { start: place.start, end: place.end } : null;
}

function refusalOf(
  { tagset, text }: CommandContext,
  review: Review,
  group: ComparedGroup,
  choice: DecisionChoice,
  decision: Decision,
): RefusalCode | null {
  if (decision.reason.length > longestNote) return "note-too-long";
  if ("member" in choice && decision.taken === null) return "conflict-missing";
  if (group.kind !== "span") {
    const card = decidedCard(review, group, decision);
    if (card === null || card === "as-it-stands") return null;
    if (card.note.length > longestNote) return "note-too-long";
    return (card.about?.length ?? 0) > mostAbout ? "about-too-many" : null;
  }
  if (choice.how === "edit" && choice.span?.ranges.length === 0) return "empty-selection";
  const wantedSpan = choice.how === "edit" ? choice.span : decidedSpan(review, group, decision);
  if (choice.how === "intersection" && !wantedSpan) return "no-shared-words";
  if (!wantedSpan || wantedSpan === "as-it-stands") return null;
  if (!isInText(wantedSpan.ranges, text.text)) return "edge-out-of-range";
  return tagset.spanTypes.some(({ id }) => id === wantedSpan.type) ? null : "unknown-type";
}
