// The entities that mentions of other tools' files name, each made once.
import { type Entity, type EntityType, entityTypes } from "../model/entity.ts";
import type { Id, NewId } from "../model/id.ts";
import type { SpanType } from "../model/tagset.ts";
import { valueNames } from "./labels.ts";
import type { StandoffSpan } from "./standoff.ts";

export interface EntityBook {
  /** Whom the span mentions; `undefined` where it says nothing of it, or its type refers to nobody. */
  entityOf(span: StandoffSpan, type: SpanType): Id | undefined;
  all(): readonly Entity[];
}

/** Entities are told apart by their key where they have one, else by name and type. */
export function entityBook(newId: NewId): EntityBook {
  const known = new Map<string, Entity>();
  return {
    entityOf(span, type) {
      const value = (name: string): string | undefined => span.values.find((one) => one.name === name)?.value;
      const name = value(valueNames.entity);
      if (name === undefined || name.trim() === "" || !type.refersToEntity) return undefined;
      const stated = value(valueNames.entityType);
      const kind: EntityType = entityTypes.find((one) => one === stated) ?? type.newEntityType ?? "person";
      const key = JSON.stringify(value(valueNames.entityKey) ?? [name, kind]);
      const entity = known.get(key) ?? { id: newId(), name, type: kind, naming: "named", aliases: [] };
      known.set(key, entity);
      return entity.id;
    },
    all: () => [...known.values()],
  };
}
