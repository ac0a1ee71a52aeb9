// Exclusions in a curation: each stretch that somebody left out of the analysis is decided on by itself, and what all left out alike is
// accepted with whatever else is unanimous. They are no part of the comparison, nor of any figure.
import type { Command } from "../../commands/command.ts";
import { type Draft, draftOf, refuse } from "../../commands/draft.ts";
import type { AnnotationSet } from "../../model/annotation-set.ts";
import type { Decision } from "../../model/decision.ts";
import type { Exclusion } from "../../model/exclusion.ts";
import type { Id } from "../../model/id.ts";
import { compareRanges, overlaps, type Range, sameRange } from "../../model/range.ts";
import { selectorOf } from "../../model/selector.ts";
import { records } from "../../model/table.ts";
import { columnOf, laterDecision, type Review, sourceAt } from "./review.ts";
import { isInText } from "./sync.ts";

export interface ExclusionQuestion {
  /** Offsets in UTF-16 code units. */
  readonly place: Range;
  /** By number of the annotator; `null` for one who did not leave this stretch out. Nobody does any more where the curated set still does. */
  readonly members: readonly (Exclusion | null)[];
  /** Whether all left it out, for the same reason. */
  readonly isUnanimous: boolean;
  /** What was decided on just these, and the curated set still holds to; `null`: it is open. */
  readonly decision: Decision | null;
}

/**
 * Every stretch that somebody left out, in reading order, and those that the curated set leaves out for somebody who no longer does.
 * Stretches with other edges are other ones. `curated`: the curated set.
 */
export function exclusionQuestions(review: Review, curated: AnnotationSet): readonly ExclusionQuestion[] {
  const stretches = stretchesIn(review);
  const decisions = decisionsIn(curated);
  const exclusions = [...records(curated.exclusions)];
  const questions = stretches.map(({ place, members }): ExclusionQuestion => {
    const reasons = new Set(members.map((one) => one?.reason ?? null));
    const latest = decisions.find((one) => isOn(review, one, members));
    const exclusionsAtPlace = exclusions.filter(({ segment }) => sameRange(segment, place));
    const isHeldTo = latest && holdsTo(review, latest, { place, members }, exclusionsAtPlace);
    return { place, members, isUnanimous: reasons.size === 1, decision: isHeldTo ? latest : null };
  });
  const madeIds = new Set(pastDecisions(review, decisions, stretches).flatMap((one) => one.made));
  const remainingQuestions = exclusions
    .filter(({ id, segment }) => madeIds.has(id) && !stretches.some(({ place }) => sameRange(place, segment)))
    .map(({ segment: { start, end } }): ExclusionQuestion => {
      const members = review.sets.map(() => null);
      return { place: { start, end }, members, isUnanimous: false, decision: null };
    });
  return [...questions, ...remainingQuestions].sort((a, b) => compareRanges(a.place, b.place));
}

export const openExclusions = (review: Review, curated: AnnotationSet): readonly ExclusionQuestion[] =>
  exclusionQuestions(review, curated).filter(({ decision }) => decision === null);

type Stretch = Pick<ExclusionQuestion, "place" | "members">;

function stretchesIn(review: Review): readonly Stretch[] {
  const stretches = new Map<string, { place: Range; members: (Exclusion | null)[] }>();
  for (const [at, { set }] of review.sets.entries())
    for (const exclusion of records(set.exclusions)) {
      const { start, end } = exclusion.segment;
      const key = `${start} ${end}`;
      const stretch = stretches.get(key) ?? { place: { start, end }, members: review.sets.map(() => null) };
      // The same stretch twice by one person is one.
      stretch.members[at] ??= exclusion;
      stretches.set(key, stretch);
    }
  return [...stretches.values()];
}

/** Those on exclusions, the latest first: where two machines decided on one, the later decision counts. */
const decisionsIn = (curated: AnnotationSet): readonly Decision[] =>
  [...records(curated.decisions)].filter((one) => one.of === "exclusion").sort(laterDecision);

/** Whether a decision is on just the exclusions that these have now, wherever they are. */
const isOn = (review: Review, decision: Decision, members: readonly (Exclusion | null)[]): boolean => {
  const units = decision.members.flatMap(({ annotator, unit }) =>
    unit !== null && columnOf(review, decision, annotator) !== undefined ? [unit] : [],
  );
  const ids = members.flatMap((one) => one?.id ?? []);
  return units.length === ids.length && ids.every((id) => units.includes(id));
};

/** Whether the curated set, which has `there` at the place, still says what was decided: not after edges or a reason have changed. */
function holdsTo(
  review: Review,
  decision: Decision,
  { place, members }: Stretch,
  there: readonly Exclusion[],
): boolean {
  if (decision.place === null || !sameRange(decision.place, place)) return false;
  if (decision.how === "nothing") return there.length === 0;
  const by = decision.taken === null ? undefined : columnOf(review, decision, decision.taken);
  // Of somebody who is not compared here nothing is known but that it is left out.
  const reason = by === undefined ? there[0]?.reason : members[by]?.reason;
  return there.length > 0 && there.every((one) => one.reason === reason);
}

/** Decisions on exclusions of which none is there any more; never those on one of somebody who is not compared here. */
function pastDecisions(
  review: Review,
  decisions: readonly Decision[],
  stretches: readonly Stretch[],
): readonly Decision[] {
  const present = new Set(stretches.flatMap(({ members }) => members.flatMap((one) => one?.id ?? [])));
  const isPast = (decision: Decision): boolean =>
    decision.members.every(
      ({ annotator, unit }) =>
        unit === null || (!present.has(unit) && columnOf(review, decision, annotator) !== undefined),
    );
  return decisions.filter(isPast);
}

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

/** Carries the verdicts out in a draft. What earlier decisions on the same made goes with them, wherever it stands. */
export function putExclusions(
  context: Parameters<typeof decideExclusions.run>[0],
  review: Review,
  verdicts: readonly ExclusionVerdict[],
  draft: Draft,
): void {
  const { set } = context.annotations;
  const at = context.now();
  const decisions = decisionsIn(set);
  const past = pastDecisions(review, decisions, stretchesIn(review));
  const exclusionsAt = (place: Range): readonly Exclusion[] =>
    [...records(set.exclusions)].filter(({ segment }) => sameRange(segment, place));
  for (const { question } of verdicts) {
    const { place } = question;
    const ids = idsIn(question);
    const replaced = decisions.filter((one) =>
      one.members.some(({ unit }) => unit !== null && ids.has(unit)),
    );
    const overtaken = past.filter((one) => one.place !== null && overlaps(one.place, place));
    for (const { id, made } of [...replaced, ...overtaken]) {
      draft.decisions.remove(id);
      for (const exclusionId of made) draft.exclusions.remove(exclusionId);
    }
    for (const { id } of exclusionsAt(place)) draft.exclusions.remove(id);
  }
  for (const { question, taken, how } of verdicts) {
    const { place, members } = question;
    if (taken === "open" || idsIn(question).size === 0) continue;
    const takenExclusion = taken === null ? null : members[taken];
    const id = exclusionsAt(place)[0]?.id ?? context.newId();
    if (takenExclusion)
      draft.exclusions.put({
        id,
        segment: selectorOf(context.text.text, place),
        reason: takenExclusion.reason,
      });
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
      how: takenExclusion ? (how ?? "take") : "nothing",
      taken: takenExclusion ? sourceAt(review, taken ?? 0) : null,
      made: takenExclusion ? [id] : [],
      reason: "",
      provenance: { annotator: context.annotator, at, origin: { by: "human" } },
    });
  }
}

const idsIn = ({ members }: ExclusionQuestion): ReadonlySet<Id> =>
  new Set(members.flatMap((one) => one?.id ?? []));

function aspectsIn(members: readonly (Exclusion | null)[]): string[] {
  const reasons = new Set(members.flatMap((one) => one?.reason ?? []));
  return [...(members.includes(null) ? ["missing"] : []), ...(reasons.size > 1 ? ["reason"] : [])];
}

/** What is accepted with everything else that all have alike. */
export const unanimousExclusions = (review: Review, curated: AnnotationSet): readonly ExclusionVerdict[] =>
  openExclusions(review, curated)
    .filter(({ isUnanimous }) => isUnanimous)
    .map((question) => ({ question, taken: 0, how: "accepted-together" }));
