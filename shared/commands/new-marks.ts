// Makes a span on some words, and a card with nothing in it yet.
import type { Attribution, FieldValue } from "../model/attribution.ts";
import type { Range } from "../model/range.ts";
import type { Span } from "../model/span.ts";
import type { SpanType, Tagset } from "../model/tagset.ts";
import type { CommandContext } from "./command.ts";
import { newProvenance } from "./draft.ts";
import { entityNamed, nameIn } from "./entity-names.ts";
import { segmentsOf } from "./segments.ts";

/** A span of this type on these ranges. Where the type refers to entities and the words are the name of one, it refers to that. */
export function newSpan(context: CommandContext, type: SpanType, ranges: readonly Range[]): Span {
  const span: Span = {
    id: context.newId(),
    type: type.id,
    segments: segmentsOf(context.text, ranges),
    provenance: newProvenance(context),
  };
  const entity = type.refersToEntity ? entityNamed(context.annotations.entities, nameIn(span)) : undefined;
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
