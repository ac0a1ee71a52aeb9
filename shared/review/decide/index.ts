// The commands that decide in the curated set. Each is one step, whatever hangs on it.
import type { Command, Outcome } from "../../commands/command.ts";
import { refuse } from "../../commands/draft.ts";
import { curated } from "./curate.ts";
import type { DecisionChoice, Verdict } from "./decided-marks.ts";
import { type ExclusionVerdict, putExclusions } from "./exclusions.ts";
import type { Review } from "./review.ts";
import { putRoles, type RoleVerdict } from "./roles.ts";

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
