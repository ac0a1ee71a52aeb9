// Entities in the trash, and their way back when sets come back that mention them.
import { type AnnotationSet, mentionsOf } from "../../../shared/model/annotation-set.ts";
import type { Entity } from "../../../shared/model/entity.ts";
import type { EntityPutAway } from "../../../shared/model/entity-put-away.ts";
import type { Id } from "../../../shared/model/id.ts";
import { get, tableOf } from "../../../shared/model/table.ts";
import type { CoreContext } from "../context.ts";
import { entitiesOf, type ProjectInUse } from "../project/project-in-use.ts";
import { annotatorsOf, readOne } from "../project/review-sets.ts";
import { saveEntities } from "./save-entities.ts";

export const inTrash = (inUse: ProjectInUse): readonly EntityPutAway[] =>
  inUse.folder.registry.data().putAway ?? [];

/** Those entities in the trash, and those that went with them, that the sets mention. */
export function mentionedAway(inUse: ProjectInUse, sets: readonly AnnotationSet[]): readonly Entity[] {
  const entityTable = tableOf(entitiesOf(inUse));
  return inTrash(inUse)
    .filter(({ entities }) => entities.some(({ id }) => sets.some((set) => mentionsOf(set, id).length > 0)))
    .flatMap(({ entities }) => entities.filter(({ id }) => get(entityTable, id) === undefined));
}

/** Takes back those entities from the trash that sets mention which have come back themselves. True when there were any. */
export async function takeBackMentioned(
  context: CoreContext,
  inUse: ProjectInUse,
  articles: readonly Id[],
): Promise<boolean> {
  const sets = await everybodysSets(context, inUse, articles);
  return enterMentioned(
    inUse,
    sets.map(({ set }) => set),
  );
}

/** The same for sets that are about to come. */
export async function enterMentioned(inUse: ProjectInUse, sets: readonly AnnotationSet[]): Promise<boolean> {
  const back = mentionedAway(inUse, sets);
  return back.length > 0 && saveEntities(inUse, tableOf([...entitiesOf(inUse), ...back]));
}

/** Of these articles, as far as they can be read. */
export async function everybodysSets(context: CoreContext, inUse: ProjectInUse, articles: readonly Id[]) {
  const sets = [];
  for (const id of articles) {
    const article = inUse.articles.get(id);
    if (!article) continue;
    for (const annotator of await annotatorsOf(context, inUse, article)) {
      const setOrProblem = await readOne(context, inUse, article, annotator);
      if ("set" in setOrProblem)
        sets.push({ name: annotator.name, role: annotator.role, set: setOrProblem.set });
    }
  }
  return sets;
}
