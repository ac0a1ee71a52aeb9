// A card with nothing in it yet, every field at its default.
import type { Attribution, FieldValue } from "../model/attribution.ts";
import type { Tagset } from "../model/tagset.ts";
import type { CommandContext } from "./command.ts";
import { newProvenance } from "./draft.ts";

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
