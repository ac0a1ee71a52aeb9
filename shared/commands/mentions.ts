// The commands that say which entity a span refers to.
import { entityBehind } from "../model/entity.ts";
import type { Id } from "../model/id.ts";
import { get } from "../model/table.ts";
import { spanTypeOf } from "../model/tagset.ts";
import type { Command } from "./command.ts";
import { draftOf, refuse } from "./draft.ts";
import { withNameOf } from "./entity-names.ts";

interface LinkEntity {
  readonly span: Id;
  readonly entity: Id;
}

/** Points a mention to an entity of the registry, which learns the mention's words as another name. */
export const linkEntity: Command<LinkEntity> = {
  id: "link-entity",
  run(context, { span: spanId, entity: entityId }) {
    const { set, entities } = context.annotations;
    const span = get(set.spans, spanId);
    if (!span) return refuse("span-missing");
    if (!spanTypeOf(context.tagset, span.type)?.refersToEntity) return refuse("type-takes-no-entity");
    const entity = entityBehind(entities, entityId);
    if (!entity) return refuse("entity-missing");
    if (span.entity === entity.id) return refuse("nothing-to-change");
    const draft = draftOf(context);
    draft.entities.put(withNameOf(entity, span));
    draft.spans.put({ ...span, entity: entity.id });
    return draft.outcome({ span: spanId });
  },
};

interface UnlinkEntity {
  readonly span: Id;
}

/** Makes a mention point to nobody again. The entity stays in the registry. */
export const unlinkEntity: Command<UnlinkEntity> = {
  id: "unlink-entity",
  run(context, { span: spanId }) {
    const span = get(context.annotations.set.spans, spanId);
    if (!span) return refuse("span-missing");
    const { entity: _, ...without } = span;
    const draft = draftOf(context);
    draft.spans.put(without);
    return draft.outcome({ span: spanId });
  },
};
