// The roles of sources in a curation: of each source in whose role in the article somebody has a say, it is decided which it is. What all say
// alike is accepted with whatever else is unanimous. Roles are no part of the comparison of marks and cards.
import type { Command } from "../../commands/command.ts";
import { type Draft, draftOf, refuse } from "../../commands/draft.ts";
import type { AnnotationSet, Annotations } from "../../model/annotation-set.ts";
import {
  type AppearanceRole,
  appearanceId,
  appearanceOf,
  isMentioned,
  rolesAmong,
  rolesIn,
} from "../../model/appearance.ts";
import { compareCodeUnits } from "../../model/compare-code-units.ts";
import type { Decision } from "../../model/decision.ts";
import { type Entity, entityBehind } from "../../model/entity.ts";
import { idsBehind } from "../../model/entity-groups.ts";
import type { Id } from "../../model/id.ts";
import { memoize } from "../../model/memoize.ts";
import { records } from "../../model/table.ts";
import { type Mentioned, namedIn, sameEntity } from "../compare.ts";
import { columnOf, laterDecision, type Review, sourceAt } from "./review.ts";

/** A source whom people mention, under whichever ids. */
interface MentionedSource {
  /** As the first who mention it know it. */
  readonly entity: Entity;
  /** All under which somebody's mentions point to it. */
  readonly ids: readonly Id[];
  /** By number of the annotator; `null` for one who said none, or does not mention it. */
  readonly roles: readonly (AppearanceRole | null)[];
  /** The records that say so. */
  readonly units: readonly (Id | null)[];
}

export interface RoleQuestion extends MentionedSource {
  /** Whether all say the same. */
  readonly isUnanimous: boolean;
  /** What was decided on it, and the curated set still holds to; `null`: it is open. */
  readonly decision: Decision | null;
  /** What the curated set says. */
  readonly curated: AppearanceRole | null;
}

/** `taken`: by number of the annotator whose role it is; `null`: none; `"open"`: what was decided is taken back. */
export interface RoleVerdict {
  readonly question: RoleQuestion;
  readonly taken: number | null | "open";
  readonly how?: "accepted-together";
}

/** Those in whose role somebody has a say. */
export const sourcesWithRoles = (review: Review): readonly MentionedSource[] =>
  mentionedSources(review).filter(({ roles }) => roles.some((role) => role !== null));

/** Every source in whose role somebody has a say, in the order of their names. `curated`: the curated set. */
export function roleQuestions(review: Review, curated: Annotations): readonly RoleQuestion[] {
  const decisions = decisionsIn(curated.set);
  const standing = rolesAmong([...records(curated.set.appearances)], curated.entities);
  return sourcesWithRoles(review)
    .map((source): RoleQuestion => {
      const latest = decisions.find((one) => isOn(one, source.ids));
      const id = entityBehind(curated.entities, source.entity.id)?.id ?? source.entity.id;
      const isHeldTo =
        latest &&
        isOfThese(review, latest, source.units) &&
        holdsTo(review, latest, source.roles, standing.get(id));
      return {
        ...source,
        isUnanimous: new Set(source.roles).size === 1,
        decision: isHeldTo ? latest : null,
        curated: standing.get(id) ?? null,
      };
    })
    .sort(byName);
}

const byName = (a: RoleQuestion, b: RoleQuestion): number =>
  compareCodeUnits(a.entity.name, b.entity.name) || compareCodeUnits(a.entity.id, b.entity.id);

export const openRoles = (review: Review, curated: Annotations): readonly RoleQuestion[] =>
  roleQuestions(review, curated).filter(({ decision }) => decision === null);

/** What is accepted with everything else that all have alike. */
export const unanimousRoles = (review: Review, curated: Annotations): readonly RoleVerdict[] =>
  openRoles(review, curated)
    .filter(({ isUnanimous }) => isUnanimous)
    .map((question) => ({ question, taken: 0, how: "accepted-together" }));

/** Those whom the sets mention, each once: under one id, or under ids of their own where all that a reader sees is the same. */
const mentionedSources = memoize((review: Review): readonly MentionedSource[] => {
  const sources: (Mentioned | null)[][] = [];
  for (const [column, reviewedSet] of review.sets.entries()) {
    const mentions = new Map(
      namedIn(reviewedSet)
        .mentioned()
        .map((one) => [one.id, one]),
    );
    for (const mentioned of mentions.values()) {
      const free = sources.filter((members) => members[column] === null);
      const same = (isSame: (member: Mentioned) => boolean) =>
        free.find((members) => members.every((member) => member === null || isSame(member)));
      const members =
        same(({ id }) => id === mentioned.id) ?? same((member) => sameEntity(member, mentioned));
      if (members) members[column] = mentioned;
      else sources.push(review.sets.map((_, at) => (at === column ? mentioned : null)));
    }
  }
  return sources.flatMap((members) => {
    const entity = members.find((one) => one !== null)?.entity;
    return entity ? [sourceOf(review, members, entity)] : [];
  });
});

function sourceOf(review: Review, members: readonly (Mentioned | null)[], entity: Entity): MentionedSource {
  const ids = new Set<Id>();
  const roles: (AppearanceRole | null)[] = [];
  const units: (Id | null)[] = [];
  for (const [column, { set, entities }] of review.sets.entries()) {
    const id = members[column]?.id ?? null;
    const mentionedIds = id === null ? [] : idsBehind(entities, id).filter((one) => isMentioned(set, one));
    for (const one of mentionedIds) ids.add(one);
    const role = id === null ? null : (rolesIn(set, entities).get(id) ?? null);
    const unit = mentionedIds.flatMap((one) => appearanceOf(set, one)?.id ?? [])[0] ?? null;
    roles.push(role);
    units.push(role === null ? null : unit);
  }
  return { entity, ids: [...ids].sort(), roles, units };
}

/** Those on roles, the latest first: where two machines decided on one, the later decision counts. */
const decisionsIn = (curated: AnnotationSet): readonly Decision[] =>
  [...records(curated.decisions)].filter((one) => one.of === "appearance").sort(laterDecision);

/** Whether a decision is on the role of whoever has one of these ids. */
function isOn({ members, made }: Decision, ids: readonly Id[]): boolean {
  const units = new Set([...members.flatMap(({ unit }) => unit ?? []), ...made]);
  return ids.some((id) => units.has(appearanceId(id)));
}

/** Whether just those had a say when it was decided who have one now. */
function isOfThese(review: Review, decision: Decision, units: readonly (Id | null)[]): boolean {
  const had = decision.members.flatMap(({ annotator, unit }) => {
    const column = columnOf(review, decision, annotator);
    return unit === null || column === undefined ? [] : [column];
  });
  return units.every((unit, column) => (unit !== null) === had.includes(column));
}

/** Whether the curated set still says what was decided: not after whoever was taken says another. */
function holdsTo(
  review: Review,
  decision: Decision,
  roles: readonly (AppearanceRole | null)[],
  standing: AppearanceRole | undefined,
): boolean {
  if (decision.how === "nothing") return standing === undefined;
  const by = decision.taken === null ? undefined : columnOf(review, decision, decision.taken);
  return standing !== undefined && (by === undefined || roles[by] === standing);
}

/** Decides in which roles sources appear. */
export const decideRoles: Command<{
  readonly review: Review;
  readonly verdicts: readonly RoleVerdict[];
}> = {
  id: "decide-roles",
  run(context, { review, verdicts }) {
    if (verdicts.length === 0) return refuse("nothing-to-change");
    const draft = draftOf(context);
    putRoles(context, review, verdicts, draft);
    return draft.outcome();
  },
};

/** Carries the verdicts out in a draft. What earlier decisions on the same made goes with them. */
export function putRoles(
  context: Parameters<typeof decideRoles.run>[0],
  review: Review,
  verdicts: readonly RoleVerdict[],
  draft: Draft,
): void {
  const decisions = decisionsIn(context.annotations.set);
  for (const { question, taken, how } of verdicts) {
    const { ids, roles, units } = question;
    for (const { id, made } of decisions.filter((one) => isOn(one, ids))) {
      draft.decisions.remove(id);
      for (const appearance of made) draft.appearances.remove(appearance);
    }
    for (const id of ids) draft.appearances.remove(appearanceId(id));
    if (taken === "open") continue;
    const role = taken === null ? null : (roles[taken] ?? null);
    // Under each id, since the curated set has the mentions of any of them.
    const made = role === null ? [] : ids.map((entity) => ({ id: appearanceId(entity), entity, role }));
    for (const appearance of made) draft.appearances.put(appearance);
    draft.decisions.put({
      id: question.decision?.id ?? context.newId(),
      about: "span",
      of: "appearance",
      members: review.annotators.map((annotator, number) => ({
        annotator: sourceAt(review, number) ?? annotator,
        unit: units[number] ?? null,
      })),
      place: null,
      aspects: aspectsIn(roles),
      how: role === null ? "nothing" : (how ?? "take"),
      taken: role === null ? null : sourceAt(review, taken ?? 0),
      made: made.map(({ id }) => id),
      reason: "",
      provenance: { annotator: context.annotator, at: context.now(), origin: { by: "human" } },
    });
  }
}

function aspectsIn(roles: readonly (AppearanceRole | null)[]): string[] {
  const said = new Set(roles.filter((role) => role !== null));
  return [...(roles.includes(null) ? ["missing"] : []), ...(said.size > 1 ? ["role"] : [])];
}
