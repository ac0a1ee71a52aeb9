// Exclusions in a curation: each stretch that somebody left out of the analysis is decided on by itself, and what all left out alike is
// accepted with whatever else is unanimous. They are no part of the comparison, nor of any figure.
import type { Command } from "../../commands/command.ts";
import { type Draft, draftOf, refuse } from "../../commands/draft.ts";
import type { AnnotationSet } from "../../model/annotation-set.ts";
import type { Decision } from "../../model/decision.ts";
import type { Exclusion } from "../../model/exclusion.ts";
import { compareRanges, type Range } from "../../model/range.ts";
import { selectorOf } from "../../model/selector.ts";
import { records } from "../../model/table.ts";
import { columnOf, type Review, sourceAt } from "./review.ts";
import { isInText } from "./sync.ts";

export interface ExclusionQuestion {
  /** Offsets in UTF-16 code units. */
  readonly place: Range;
  /** By number of the annotator; `null` for one who did not leave this stretch out. */
  readonly members: readonly (Exclusion | null)[];
  /** Whether all left it out, for the same reason. */
  readonly isUnanimous: boolean;
  /** What was decided on just these; `null`: it is open. */
  readonly decision: Decision | null;
}

/** Every stretch that somebody left out, in reading order. Stretches with other edges are other ones. `curated`: the curated set. */
export function exclusionQuestions(review: Review, curated: AnnotationSet): readonly ExclusionQuestion[] {
  const found = new Map<string, (Exclusion | null)[]>();
  for (const [at, { set }] of review.sets.entries())
    for (const exclusion of records(set.exclusions)) {
      const { start, end } = exclusion.segment;
      const members = found.get(`${start} ${end}`) ?? review.sets.map(() => null);
      // The same stretch twice by one person is one.
      members[at] ??= exclusion;
      found.set(`${start} ${end}`, members);
    }
  const decisions = [...records(curated.decisions)].filter((one) => one.of === "exclusion");
  return [...found.values()]
    .flatMap((members): ExclusionQuestion[] => {
      const segment = members.find((one) => one !== null)?.segment;
      if (!segment) return [];
      const reasons = new Set(members.map((one) => one?.reason ?? null));
      return [
        {
          place: { start: segment.start, end: segment.end },
          members,
          isUnanimous: reasons.size === 1,
          decision: decisions.find((one) => isOn(review, one, members)) ?? null,
        },
      ];
    })
    .sort((a, b) => compareRanges(a.place, b.place));
}

export const openExclusions = (review: Review, curated: AnnotationSet): readonly ExclusionQuestion[] =>
  exclusionQuestions(review, curated).filter(({ decision }) => decision === null);

/** Whether a decision is on just what these have now. */
const isOn = (review: Review, decision: Decision, members: readonly (Exclusion | null)[]): boolean => {
  const units = decision.members.flatMap(({ annotator, unit }) =>
    unit !== null && columnOf(review, decision, annotator) !== undefined ? [unit] : [],
  );
  const ids = members.flatMap((one) => one?.id ?? []);
  return units.length === ids.length && ids.every((id) => units.includes(id));
};

export interface ExclusionVerdict {
  readonly question: ExclusionQuestion;
  /** `taken`: by number of the annotator as whom it is left out; `null`: it is not left out; `"open"`: what was decided is taken back. */
  readonly taken: number | null | "open";
  readonly how?: "accepted-together";
}

/** Decides whether stretches are left out of the analysis, and for whose reason. */
export const decideExclusions: Command<{
  readonly review: Review;
  readonly verdicts: readonly ExclusionVerdict[];
}> = {
  id: "decide-exclusions",
  run(context, { review, verdicts }) {
    if (verdicts.length === 0) return refuse("nothing-to-change");
    if (verdicts.some(({ question }) => !isInText([question.place], context.text.text)))
      return refuse("edge-out-of-range");
    const draft = draftOf(context);
    putExclusions(context, review, verdicts, draft);
    return draft.outcome();
  },
};

/** Carries the verdicts out in a draft. */
export function putExclusions(
  context: Parameters<typeof decideExclusions.run>[0],
  review: Review,
  verdicts: readonly ExclusionVerdict[],
  draft: Draft,
): void {
  const { exclusions, decisions } = context.annotations.set;
  const at = context.now();
  for (const { question, taken, how } of verdicts) {
    const { place, members } = question;
    const ids = new Set(members.flatMap((one) => one?.id ?? []));
    for (const one of records(decisions))
      if (one.of === "exclusion" && one.members.some(({ unit }) => unit !== null && ids.has(unit)))
        draft.decisions.remove(one.id);
    const standing = [...records(exclusions)].filter(
      ({ segment }) => segment.start === place.start && segment.end === place.end,
    );
    for (const { id } of standing) draft.exclusions.remove(id);
    if (taken === "open") continue;
    const theirs = taken === null ? null : members[taken];
    const id = standing[0]?.id ?? context.newId();
    if (theirs)
      draft.exclusions.put({ id, segment: selectorOf(context.text.text, place), reason: theirs.reason });
    draft.decisions.put({
      id: question.decision?.id ?? context.newId(),
      about: "span",
      of: "exclusion",
      members: review.annotators.map((annotator, number) => ({
        annotator: sourceAt(review, number) ?? annotator,
        unit: members[number]?.id ?? null,
      })),
      place,
      aspects: aspectsIn(members),
      how: theirs ? (how ?? "take") : "nothing",
      taken: theirs ? sourceAt(review, taken ?? 0) : null,
      made: theirs ? [id] : [],
      reason: "",
      provenance: { annotator: context.annotator, at, origin: { by: "human" } },
    });
  }
}

function aspectsIn(members: readonly (Exclusion | null)[]): string[] {
  const reasons = new Set(members.flatMap((one) => one?.reason ?? []));
  return [...(members.includes(null) ? ["missing"] : []), ...(reasons.size > 1 ? ["reason"] : [])];
}

/** What is accepted with everything else that all have alike. */
export const unanimousExclusions = (review: Review, curated: AnnotationSet): readonly ExclusionVerdict[] =>
  openExclusions(review, curated)
    .filter(({ isUnanimous }) => isUnanimous)
    .map((question) => ({ question, taken: 0, how: "accepted-together" }));
