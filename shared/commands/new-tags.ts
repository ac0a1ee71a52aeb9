// Spans for many stretches at once, of one article or of several: what tagging all that was found comes down to.
import type { Entity } from "../model/entity.ts";
import type { NewId } from "../model/id.ts";
import type { Provenance } from "../model/provenance.ts";
import type { Selector } from "../model/selector.ts";
import type { Span } from "../model/span.ts";
import type { Table } from "../model/table.ts";
import type { SpanType } from "../model/tagset.ts";
import { entityNamed, nameIn } from "./entity-names.ts";

export interface NewTags {
  readonly type: SpanType;
  /** Whom all of them refer to; `null`: each to the one entity that is called so, if there is one. */
  readonly entity: Entity | null;
  readonly entities: Table<Entity>;
  readonly newId: NewId;
  readonly provenance: Provenance;
}

/** One span a stretch, in their order. */
export function newTags(
  stretches: readonly Selector[],
  { type, entity, entities, newId, provenance }: NewTags,
): Span[] {
  // Each name is looked up once: the registry may be long, and the names are mostly the same.
  const entitiesByName = new Map<string, Entity | undefined>();
  const called = (name: string): Entity | undefined => {
    if (!entitiesByName.has(name)) entitiesByName.set(name, entityNamed(entities, name));
    return entitiesByName.get(name);
  };
  return stretches.map((stretch) => {
    const span: Span = { id: newId(), type: type.id, segments: [stretch], provenance };
    const spanEntity = type.refersToEntity ? (entity ?? called(nameIn(span))) : undefined;
    return spanEntity ? { ...span, entity: spanEntity.id } : span;
  });
}
