// Entities in the trash, and their way back when sets come back that mention them.
import { mentionsOf } from "../../shared/model/annotation-set.ts";
import type { EntityPutAway } from "../../shared/model/entity-put-away.ts";
import type { Id } from "../../shared/model/id.ts";
import { get, tableOf } from "../../shared/model/table.ts";
import type { CoreContext } from "./context.ts";
import { entitiesOf, type ProjectInUse } from "./project-in-use.ts";
import { annotatorsOf, readOne } from "./review-sets.ts";
import { saveEntities } from "./save-entities.ts";

export const inTrash = (inUse: ProjectInUse): readonly EntityPutAway[] =>
  inUse.folder.registry.data().putAway ?? [];

/** Takes back those entities from the trash that sets mention which have come back themselves. True when there were any. */
export async function takeBackMentioned(
  context: CoreContext,
  inUse: ProjectInUse,
  articles: readonly Id[],
): Promise<boolean> {
  const wanted: EntityPutAway[] = [];
  for (const set of await everybodysSets(context, inUse, articles))
    for (const one of inTrash(inUse))
      if (!wanted.includes(one) && one.entities.some(({ id }) => mentionsOf(set.set, id).length > 0))
        wanted.push(one);
  if (wanted.length === 0) return false;
  const before = entitiesOf(inUse);
  const known = tableOf(before);
  const back = wanted.flatMap(({ entities }) => entities.filter(({ id }) => get(known, id) === undefined));
  return saveEntities(inUse, tableOf([...before, ...back]));
}

/** Of these articles, as far as they can be read. */
export async function everybodysSets(context: CoreContext, inUse: ProjectInUse, articles: readonly Id[]) {
  const sets = [];
  for (const id of articles) {
    const article = inUse.articles.get(id);
    if (!article) continue;
    for (const annotator of await annotatorsOf(context, inUse, article)) {
      const read = await readOne(context, inUse, article, annotator);
      if ("set" in read) sets.push({ name: annotator.name, role: annotator.role, set: read.set });
    }
  }
  return sets;
}
