// Enters a mention's person, organisation or document into the registry, and points the mention to it.
import type { Entity, EntityType, Naming } from "../model/entity.ts";
import type { Id } from "../model/id.ts";
import { get } from "../model/table.ts";
import { spanTypeOf } from "../model/tagset.ts";
import type { Command } from "./command.ts";
import { draftOf, refuse } from "./draft.ts";
import { guessedType, nameIn, namingOf, withNameOf } from "./entity-names.ts";

/**
 * What is not given is read off the mention: its words are the name, and how it is named is guessed from them, as is whether
 * it is one person or a body such as a ministry.
 */
interface CreateEntity {
  readonly span: Id;
  readonly name?: string;
  readonly type?: EntityType;
  readonly naming?: Naming;
}

export const createEntity: Command<CreateEntity> = {
  id: "create-entity",
  run(context, { span: spanId, name: given, type, naming }) {
    const span = get(context.annotations.set.spans, spanId);
    if (!span) return refuse("span-missing");
    const spanType = spanTypeOf(context.tagset, span.type);
    if (!spanType?.refersToEntity) return refuse("type-takes-no-entity");
    const name = (given ?? nameIn(span)).trim();
    if (name === "") return refuse("name-empty");
    const entity: Entity = {
      id: context.newId(),
      name,
      type: type ?? guessedType(name, spanType.newEntityType ?? "person"),
      naming: naming ?? namingOf(name),
      aliases: [],
    };
    const draft = draftOf(context);
    draft.entities.put(withNameOf(entity, span));
    draft.spans.put({ ...span, entity: entity.id });
    return draft.outcome({ span: spanId });
  },
};
