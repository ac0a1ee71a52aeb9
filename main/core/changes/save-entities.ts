// Writes the registry of entities, in an order in which a file in git changes only where something changed, with what of it is
// in the trash: one write, so that an entity is either there or here. Takes entities back from there when sets come back that mention them.
import type { AnnotationSet } from "../../../shared/model/annotation-set.ts";
import type { Entity } from "../../../shared/model/entity.ts";
import type { EntityPutAway } from "../../../shared/model/entity-put-away.ts";
import type { Id } from "../../../shared/model/id.ts";
import { sameValue } from "../../../shared/model/same-value.ts";
import { get, has, records, type Table, tableOf } from "../../../shared/model/table.ts";
import type { CoreContext } from "../context.ts";
import { entitiesOf, type LiveProject } from "../project/live-project.ts";
import { annotatorsOf, readOne } from "../project/review-sets.ts";

/**
 * True when there was something to write. `putAway`: what goes to the trash with this; what is in the registry again leaves
 * it. Throws an `ApiError` when that failed; the registry is as before then.
 */
export async function saveEntities(
  liveProject: LiveProject,
  after: Table<Entity>,
  putAway: EntityPutAway | null = null,
): Promise<boolean> {
  const { registry } = liveProject.folder;
  const { entities: before, putAway: inTrash = [] } = registry.data();
  const entities = inOrderOf(before, after);
  const isGone = ({ entities: [first] }: EntityPutAway): boolean => get(after, first.id) === undefined;
  const remainingTrash = inTrash.filter(
    (one) => isGone(one) && one.entities[0].id !== putAway?.entities[0].id,
  );
  const trash = putAway && isGone(putAway) ? [...remainingTrash, putAway] : remainingTrash;
  const isSame = entities.length === before.length && entities.every((entity, at) => entity === before[at]);
  if (isSame && sameValue(trash, inTrash)) return false;
  await liveProject.lock?.fence();
  await registry.update(({ putAway: _before, ...data }) => ({
    ...data,
    entities,
    ...(trash.length > 0 && { putAway: trash }),
  }));
  return true;
}

/** What was there in its order, then what is new by id. */
function inOrderOf(before: readonly Entity[], after: Table<Entity>): Entity[] {
  const entitiesById = new Map(Array.from(records(after), (entity) => [entity.id, entity]));
  const remainingEntities = before.flatMap(({ id }) => {
    const entity = entitiesById.get(id);
    entitiesById.delete(id);
    return entity ? [entity] : [];
  });
  return [...remainingEntities, ...[...entitiesById.values()].sort((a, b) => (a.id < b.id ? -1 : 1))];
}

export const inTrash = (liveProject: LiveProject): readonly EntityPutAway[] =>
  liveProject.folder.registry.data().putAway ?? [];

/** Those entities in the trash, and those that went with them, that the sets mention. */
export function mentionedAway(liveProject: LiveProject, sets: readonly AnnotationSet[]): readonly Entity[] {
  const entityTable = tableOf(entitiesOf(liveProject));
  return inTrash(liveProject)
    .filter(({ entities }) => entities.some(({ id }) => sets.some((set) => has(set.uses, id))))
    .flatMap(({ entities }) => entities.filter(({ id }) => get(entityTable, id) === undefined));
}

/** Takes back those entities from the trash that sets mention which have come back themselves. True when there were any. */
export async function takeBackMentioned(
  context: CoreContext,
  liveProject: LiveProject,
  articles: readonly Id[],
): Promise<boolean> {
  const sets = await everybodysSets(context, liveProject, articles);
  return enterMentioned(
    liveProject,
    sets.map(({ set }) => set),
  );
}

/** The same for sets that are about to come. */
export async function enterMentioned(
  liveProject: LiveProject,
  sets: readonly AnnotationSet[],
): Promise<boolean> {
  const back = mentionedAway(liveProject, sets);
  return back.length > 0 && saveEntities(liveProject, tableOf([...entitiesOf(liveProject), ...back]));
}

/** Of these articles, as far as they can be read. */
export async function everybodysSets(
  context: CoreContext,
  liveProject: LiveProject,
  articles: readonly Id[],
) {
  const sets = [];
  for (const id of articles) {
    const article = liveProject.articles.get(id);
    if (!article) continue;
    for (const annotator of await annotatorsOf(context, liveProject, article)) {
      const setOrProblem = await readOne(context, liveProject, article, annotator);
      if ("set" in setOrProblem)
        sets.push({ name: annotator.name, role: annotator.role, set: setOrProblem.set });
    }
  }
  return sets;
}
