// Moves entities to the trash and restores them, as steps over all sets of this person that mention them.

import type { AppliedStep } from "../../../shared/api/contract.ts";
import type { InTrash } from "../../../shared/api/trash.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import { entityGroups } from "../../../shared/model/entity-groups.ts";
import {
  entityPutAwayWork,
  entityTakenBackWork,
  type StandingSet,
} from "../../../shared/model/entity-put-away.ts";
import type { Id } from "../../../shared/model/id.ts";
import { type Step, type StepNote, type StepWork, setKey } from "../../../shared/model/step.ts";
import { has, tableOf } from "../../../shared/model/table.ts";
import type { Opening } from "../changes/opening.ts";
import { retryOnConflict } from "../changes/retry-on-conflict.ts";
import { everybodysSets, inTrash } from "../changes/save-entities.ts";
import type { CoreContext } from "../context.ts";
import { entitiesOf, type LiveProject, writerIn } from "../project/live-project.ts";
import { curatedSet, ownSet } from "../project/own-sets.ts";

interface EntityStep {
  readonly entity: Id;
  readonly opId: Id;
  readonly step: StepNote;
}

type Answer = AppliedStep & { readonly step: Step };

/** Throws `entity-missing`, or `entity-mentioned` with the colleagues whose sets mention it. */
export async function putEntityAway(
  context: CoreContext,
  opening: Opening,
  asked: EntityStep,
): Promise<Answer> {
  const { liveProject } = opening;
  writerIn(liveProject);
  return asStep(context, opening, asked, async (sets) => {
    const group = entityGroups(tableOf(entitiesOf(liveProject))).get(asked.entity);
    if (!group) throw new ApiError("entity-missing", { entity: asked.entity });
    const people = await colleaguesMentioning(
      context,
      liveProject,
      [group.entity, ...group.merged].map(({ id }) => id),
    );
    if (people.length > 0)
      throw new ApiError("entity-mentioned", { name: group.entity.name, known: people.join(", ") });
    return entityPutAwayWork(group, sets, context.now);
  });
}

/** Throws `entity-missing` for one that is not in the trash. */
export async function takeEntityBack(
  context: CoreContext,
  opening: Opening,
  asked: EntityStep,
): Promise<Answer> {
  const { liveProject } = opening;
  writerIn(liveProject);
  return asStep(context, opening, asked, async (sets) => {
    const putAway = inTrash(liveProject).find(({ entities: [first] }) => first.id === asked.entity);
    if (!putAway) throw new ApiError("entity-missing", { entity: asked.entity });
    const { tagset } = liveProject.folder.project.data();
    return entityTakenBackWork(
      putAway,
      { sets, entities: tableOf(entitiesOf(liveProject)), tagset },
      context.now,
    );
  });
}

export const entitiesInTrash = (liveProject: LiveProject): readonly InTrash[] =>
  inTrash(liveProject).map((one) => ({
    kind: "entity",
    id: one.entities[0].id,
    name: one.entities[0].name,
    putAwayAt: one.putAwayAt,
    by: one.by,
    holds: one.links.length,
    bytes: Buffer.byteLength(JSON.stringify(one)),
  }));

/** Deletes entities in the trash for good. */
export async function forgetEntities(liveProject: LiveProject, ids: ReadonlySet<Id>): Promise<void> {
  if (!inTrash(liveProject).some(({ entities: [first] }) => ids.has(first.id))) return;
  await liveProject.lock?.fence();
  await liveProject.folder.registry.update(({ putAway = [], ...data }) => {
    const remainingEntries = putAway.filter(({ entities: [first] }) => !ids.has(first.id));
    return { ...data, ...(remainingEntries.length > 0 && { putAway: remainingEntries }) };
  });
}

async function asStep(
  context: CoreContext,
  { liveProject, steps, client }: Opening,
  { opId, step }: EntityStep,
  workOn: (sets: readonly StandingSet[]) => Promise<StepWork>,
): Promise<Answer> {
  // Asked once more after a fault of the disk, it may be decided already, and be done in part.
  await steps.exclusively(() => steps.finish());
  return retryOnConflict(
    async () => {
      const currentSets = await standingSets(context, liveProject);
      const work = await workOn(currentSets);
      const revisions = new Map(currentSets.map((one) => [setKey(one), one.revision]));
      const parts = work.parts.map((part) => ({ ...part, revision: revisions.get(setKey(part)) ?? null }));
      return { work, parts };
    },
    async ({ work, parts }) => {
      const { isNew: _isNew, ...applied } = await steps.apply({ opId, step, ...work, parts }, client);
      return { ...applied, step: { ...step, id: opId, ...work } };
    },
  );
}

async function standingSets(context: CoreContext, liveProject: LiveProject) {
  const sets: (StandingSet & { readonly revision: number })[] = [];
  for (const article of liveProject.articles.keys()) {
    const ownAnnotations = await ownSet(context, liveProject, article);
    if (ownAnnotations) sets.push({ article, ...ownAnnotations });
    const curated = await curatedSet(context, liveProject, article);
    if (curated) sets.push({ article, whose: "curation", ...curated });
  }
  return sets;
}

/** The names of the colleagues in whose sets one of the entities is mentioned, or is whom a claim is about. */
export async function colleaguesMentioning(
  context: CoreContext,
  liveProject: LiveProject,
  entities: readonly Id[],
): Promise<readonly string[]> {
  const names = new Set<string>();
  for (const { name, role, set } of await everybodysSets(context, liveProject, [
    ...liveProject.articles.keys(),
  ]))
    if (role === "colleague" && entities.some((id) => has(set.uses, id))) names.add(name);
  return [...names];
}
