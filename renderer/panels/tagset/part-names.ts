// What a part of a tagset is called, and which parts of another could take its place.
import type { Choice, Tagset } from "../../../shared/model/tagset.ts";
import type { TagsetPart } from "../../../shared/model/tagset-moves.ts";

/** The name of the part, and of the field it is a value of; the id where the tagset does not have it. */
export function nameOfPart(
  tagset: Tagset,
  part: TagsetPart,
): { readonly name: string; readonly field: string } {
  const field = tagset.fields.find(({ id }) => id === part.field)?.name ?? part.field ?? "";
  return { name: targetsOf(tagset, part).find(({ id }) => id === part.id)?.name ?? part.id, field };
}

/** The parts of the tagset that are of the same kind. */
export function targetsOf(
  tagset: Tagset,
  { kind, field }: TagsetPart,
): readonly Pick<Choice, "id" | "name">[] {
  if (kind === "type") return tagset.spanTypes;
  if (kind === "role") return tagset.viaRoles;
  if (kind === "flag") return tagset.flags;
  if (kind === "field") return tagset.fields;
  const asked = tagset.fields.find(({ id }) => id === field);
  return asked?.input === "choice" ? asked.choices : [];
}
