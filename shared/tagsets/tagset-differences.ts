// The differences that an edit makes to a tagset, thing by thing: what goes and what its annotations become, what is called otherwise, what
// is new. For people, who want to read it before they agree.
import { entityFieldsOf } from "../model/entity-field.ts";
import type { Choice, EntityField, Tagset } from "../model/tagset.ts";
import { getOwn, partsGone, type TagsetMoves, type TagsetPart } from "../model/tagset-moves.ts";
import type { TagsetDraft } from "./tagset-draft.ts";

/** `name` is the thing's, `field` that of the field it is a value of, else empty. */
export type TagsetDifference = {
  readonly kind: TagsetPart["kind"] | "entity-field";
  readonly name: string;
  readonly field: string;
} & (
  | {
      readonly what: "gone";
      /** The name of what takes its place; `null` where nothing does. */
      readonly to: string | null;
    }
  | { readonly what: "renamed"; readonly to: string }
  | { readonly what: "new" }
);

/** What goes first, then what is renamed, then what is new, each in the order of its tagset. */
export function tagsetDifferences({ before, tagset, moves }: TagsetDraft): TagsetDifference[] {
  const old = partsOf(before);
  const newParts = partsOf(tagset);
  return [
    ...partsGone(before, tagset).map((part): TagsetDifference => {
      const to = placeTaker(part, moves);
      const taker = to === null ? undefined : find(newParts, { ...part, id: to });
      return { what: "gone", ...wordsOf(old, part), to: taker?.name ?? null };
    }),
    ...old.flatMap((part): TagsetDifference[] => {
      const name = find(newParts, part)?.name;
      return name === undefined || name === part.name
        ? []
        : [{ what: "renamed", ...wordsOf(old, part), to: name }];
    }),
    ...partsGone(tagset, before).map(
      (part): TagsetDifference => ({ what: "new", ...wordsOf(newParts, part) }),
    ),
    ...entityFieldDifferences(entityFieldsOf(before), entityFieldsOf(tagset)),
  ];
}

/** Of fields of entities, and of the values to choose from in them. Nothing takes the place of what goes. */
function entityFieldDifferences(
  before: readonly EntityField[],
  after: readonly EntityField[],
): readonly TagsetDifference[] {
  const choicesIn = (field: EntityField | undefined) => (field?.kind === "choice" ? field.choices : []);
  return [
    ...differencesOf(before, after, ""),
    ...after.flatMap((field) => {
      const old = before.find(({ id }) => id === field.id);
      return old ? differencesOf(choicesIn(old), choicesIn(field), field.name) : [];
    }),
  ];
}

function differencesOf(
  before: readonly Choice[],
  after: readonly Choice[],
  field: string,
): readonly TagsetDifference[] {
  const kind = "entity-field";
  return [
    ...before.flatMap(({ id, name }): TagsetDifference[] => {
      const to = after.find((one) => one.id === id)?.name;
      if (to === undefined) return [{ what: "gone", kind, name, field, to: null }];
      return to === name ? [] : [{ what: "renamed", kind, name, field, to }];
    }),
    ...after
      .filter(({ id }) => !before.some((one) => one.id === id))
      .map(({ name }): TagsetDifference => ({ what: "new", kind, name, field })),
  ];
}

interface NamedPart extends TagsetPart {
  readonly name: string;
}

function partsOf({ spanTypes, viaRoles, fields, flags }: Tagset): readonly NamedPart[] {
  return [
    ...spanTypes.map(({ id, name }): NamedPart => ({ kind: "type", id, name })),
    ...viaRoles.map(({ id, name }): NamedPart => ({ kind: "role", id, name })),
    ...fields.map(({ id, name }): NamedPart => ({ kind: "field", id, name })),
    ...fields.flatMap((field) =>
      field.input === "choice"
        ? field.choices.map(({ id, name }): NamedPart => ({ kind: "value", field: field.id, id, name }))
        : [],
    ),
    ...flags.map(({ id, name }): NamedPart => ({ kind: "flag", id, name })),
  ];
}

const find = (parts: readonly NamedPart[], { kind, id, field }: TagsetPart): NamedPart | undefined =>
  parts.find((part) => part.kind === kind && part.id === id && part.field === field);

function wordsOf(
  parts: readonly NamedPart[],
  part: TagsetPart,
): Pick<TagsetDifference, "kind" | "name" | "field"> {
  const field = part.field === undefined ? undefined : find(parts, { kind: "field", id: part.field });
  return { kind: part.kind, name: find(parts, part)?.name ?? part.id, field: field?.name ?? "" };
}

function placeTaker({ kind, id, field }: TagsetPart, moves: TagsetMoves): string | null {
  if (kind === "type") return getOwn(moves.types, id) ?? null;
  if (kind === "role") return getOwn(moves.roles, id) ?? null;
  if (kind === "flag") return getOwn(moves.flags, id) ?? null;
  return kind === "value" ? (getOwn(getOwn(moves.values, field ?? "") ?? {}, id) ?? null) : null;
}
