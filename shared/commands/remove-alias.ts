// Takes a name away from an entity that is not its own.
import type { Id } from "../model/id.ts";
import { get } from "../model/table.ts";
import type { Command } from "./command.ts";
import { draftOf, refuse } from "./draft.ts";

interface RemoveAlias {
  readonly entity: Id;
  readonly alias: string;
}

export const removeAlias: Command<RemoveAlias> = {
  id: "remove-alias",
  run(context, { entity: entityId, alias }) {
    const entity = get(context.annotations.entities, entityId);
    if (!entity) return refuse("entity-missing");
    if (!entity.aliases.includes(alias)) return refuse("alias-missing");
    const draft = draftOf(context);
    draft.entities.put({ ...entity, aliases: entity.aliases.filter((known) => known !== alias) });
    return draft.outcome();
  },
};
