// Takes an entity out of the one that it was merged into: it stands for itself again, with its own mentions.
import type { Id } from "../model/id.ts";
import { get } from "../model/table.ts";
import type { Command } from "./command.ts";
import { draftOf, refuse } from "./draft.ts";

interface UnmergeEntity {
  readonly entity: Id;
}

export const unmergeEntity: Command<UnmergeEntity> = {
  id: "unmerge-entity",
  run(context, { entity: id }) {
    const entity = get(context.annotations.entities, id);
    if (!entity) return refuse("entity-missing");
    const { mergedInto: _, ...alone } = entity;
    const draft = draftOf(context);
    draft.entities.put(alone);
    return draft.outcome();
  },
};
