// Says that entities are the same as another one: their mentions stay as they are and count as its own.
import { entityBehind } from "../model/entity.ts";
import type { Id } from "../model/id.ts";
import { get } from "../model/table.ts";
import type { Command } from "./command.ts";
import { draftOf, refuse } from "./draft.ts";

interface MergeEntities {
  readonly entities: readonly Id[];
  /** The one that stays. */
  readonly into: Id;
}

export const mergeEntities: Command<MergeEntities> = {
  id: "merge-entities",
  run(context, { entities: merged, into }) {
    const { entities } = context.annotations;
    const target = entityBehind(entities, into);
    if (!target) return refuse("entity-missing");
    const draft = draftOf(context);
    for (const id of merged) {
      const entity = get(entities, id);
      if (!entity) return refuse("entity-missing");
      // What the target was merged into, or stands for it by a detour, would end up merged into itself.
      if (id === target.id || id === into) return refuse("merge-with-itself");
      draft.entities.put({ ...entity, mergedInto: target.id });
    }
    return draft.outcome();
  },
};
