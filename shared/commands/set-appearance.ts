// Says in which role somebody appears in the article, or that nothing is known of it.
import { type AppearanceRole, appearanceId, isMentioned } from "../model/appearance.ts";
import { idsBehind } from "../model/entity-groups.ts";
import type { Id } from "../model/id.ts";
import { has } from "../model/table.ts";
import type { Command } from "./command.ts";
import { draftOf, refuse } from "./draft.ts";

interface SetAppearance {
  readonly entity: Id;
  /** `null`: not known. */
  readonly role: AppearanceRole | null;
}

export const setAppearance: Command<SetAppearance> = {
  id: "set-appearance",
  run(context, { entity: entityId, role }) {
    const { set, entities } = context.annotations;
    if (!has(entities, entityId)) return refuse("entity-missing");
    const ids = idsBehind(entities, entityId);
    if (!ids.some((id) => isMentioned(set, id))) return refuse("entity-not-mentioned");
    const draft = draftOf(context);
    for (const entity of ids) {
      const id = appearanceId(entity);
      // Each that the article mentions has it, so that entities that are taken apart again keep it.
      if (role !== null && isMentioned(set, entity)) draft.appearances.put({ id, entity, role });
      else draft.appearances.remove(id);
    }
    return draft.outcome();
  },
};
