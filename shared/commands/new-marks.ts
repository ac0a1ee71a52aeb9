// Makes a span on some words, and a card with nothing in it yet.
import type { Attribution, FieldValue } from "../model/attribution.ts";
import { type Entity, entityBehind } from "../model/entity.ts";
import type { Id, NewId } from "../model/id.ts";
import type { Provenance } from "../model/provenance.ts";
import type { Range } from "../model/range.ts";
import type { Selector } from "../model/selector.ts";
import type { Span } from "../model/span.ts";
import type { Table } from "../model/table.ts";
import type { SpanType, Tagset } from "../model/tagset.ts";
import type { CommandContext } from "./command.ts";
import { type Draft, newProvenance } from "./draft.ts";
import { entityNamed, nameIn, withNameOf } from "./entity-names.ts";
import { segmentsOf } from "./segments.ts";

/** Puts a span of this type on these ranges. Whom it refers to learns its words as another name. `who`: see `newSpan`. */
export function putSpan(
  context: CommandContext,
  draft: Draft,
  type: SpanType,
  ranges: readonly Range[],
  who?: Id | null,
): Span {
  const span = newSpan(context, type, ranges, who);
  draft.spans.put(span);
  const entity =
    span.entity === undefined ? undefined : entityBehind(context.annotations.entities, span.entity);
  if (entity) draft.entities.put(withNameOf(entity, span));
  return span;
}

/**
 * A span of this type on these ranges. Where the type refers to entities it refers to `who`; to nobody where that is `null`; where it is
 * not given, to the one whose name the words are.
 */
export function newSpan(
  context: CommandContext,
  type: SpanType,
  ranges: readonly Range[],
  who?: Id | null,
): Span {
  const span: Span = {
    id: context.newId(),
    type: type.id,
    segments: segmentsOf(context.text, ranges),
    provenance: newProvenance(context),
  };
  if (!type.refersToEntity || who === null) return span;
  const { entities } = context.annotations;
  const entity = who === undefined ? entityNamed(entities, nameIn(span)) : entityBehind(entities, who);
  return entity ? { ...span, entity: entity.id } : span;
}

/** Every field is at its default. */
export function newCard(context: CommandContext): Attribution {
  return {
    id: context.newId(),
    voice: [],
    cue: null,
    claim: null,
    via: [],
    within: null,
    kind: null,
    fields: defaultFields(context.tagset),
    note: "",
    flags: [],
    provenance: newProvenance(context),
  };
}

function defaultFields(tagset: Tagset): Readonly<Record<string, FieldValue>> {
  return Object.fromEntries(tagset.fields.map((field) => [field.id, field.default]));
}

// Spans for many stretches at once, of one article or of several: what tagging all that was found comes down to.

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
