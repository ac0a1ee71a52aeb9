// A tagset while somebody edits it: what it has become, and where the annotations of what went are to go. Plain functions
// from draft to draft, so that the editor only shows them.
import type { CardField, Choice, SpanType, Tagset } from "../model/tagset.ts";
import { getOwn, noMoves, type TagsetMoves } from "../model/tagset-moves.ts";

export interface TagsetDraft {
  readonly before: Tagset;
  readonly tagset: Tagset;
  readonly moves: TagsetMoves;
}

export const startDraft = (before: Tagset): TagsetDraft => ({ before, tagset: before, moves: noMoves });

/** The draft with another tagset in it that has lost nothing: names, colours, keys, additions, order. */
export const withTagset = (draft: TagsetDraft, tagset: Tagset): TagsetDraft => ({ ...draft, tagset });

/** An id for something new: its name in plain letters where that leaves any, kept apart from the ids that are taken. */
export function idFor(name: string, taken: readonly { readonly id: string }[]): string {
  const plain = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, "-")
    .replace(/^-|-$/gu, "")
    .slice(0, 40);
  const start = plain || "item";
  const isTaken = (id: string): boolean => taken.some((one) => one.id === id);
  let id = start;
  for (let count = 2; isTaken(id); count += 1) id = `${start}-${count}`;
  return id;
}

/** The first key of these that no type has; `null` when all have gone. */
export function freeKey(tagset: Tagset, keys: Iterable<string> = "1234567890"): string | null {
  for (const key of keys) if (!tagset.spanTypes.some((type) => type.key === key)) return key;
  return null;
}

/** Adds a span type. Ids that once were and went are not given again, or moves would lead astray. */
export function addType({ before, tagset, moves }: TagsetDraft, type: Omit<SpanType, "id">): TagsetDraft {
  const id = idFor(type.name, [...before.spanTypes, ...tagset.spanTypes]);
  return { before, moves, tagset: { ...tagset, spanTypes: [...tagset.spanTypes, { ...type, id }] } };
}

/** Takes a span type away. Its marks become those of `to`, or go where that is `null`. */
export function removeType(
  { before, tagset, moves }: TagsetDraft,
  id: string,
  to: string | null,
): TagsetDraft {
  return {
    before,
    tagset: {
      ...tagset,
      spanTypes: tagset.spanTypes.filter((type) => type.id !== id),
      slots: tagset.slots.map((slot) => ({ ...slot, accepts: slot.accepts.filter((type) => type !== id) })),
    },
    moves: { ...moves, types: moved(moves.types, before.spanTypes, id, to) },
  };
}

/** Takes a via role away; its links take on `to`. */
export function removeRole({ before, tagset, moves }: TagsetDraft, id: string, to: string): TagsetDraft {
  const roles = moved<string>(moves.roles, before.viaRoles, id, to);
  return {
    before,
    tagset: { ...tagset, viaRoles: without(tagset.viaRoles, id) },
    moves: { ...moves, roles },
  };
}

/** Takes a flag away; cards that have it get `to`, or none. */
export function removeFlag(
  { before, tagset, moves }: TagsetDraft,
  id: string,
  to: string | null,
): TagsetDraft {
  const flags = moved(moves.flags, before.flags, id, to);
  return { before, tagset: { ...tagset, flags: without(tagset.flags, id) }, moves: { ...moves, flags } };
}

/** Takes a field away, and what cards say in it. Fields that were asked because of it are always asked. */
export function removeField(draft: TagsetDraft, id: string): TagsetDraft {
  const fields = without(draft.tagset.fields, id).map((field): CardField => {
    if (field.when?.field !== id) return field;
    const { when: _gone, ...rest } = field;
    return rest;
  });
  return withTagset(draft, { ...draft.tagset, fields });
}

/** Takes a value away from a choice field; cards that have it get `to`, or the field's default. */
export function removeValue(draft: TagsetDraft, fieldId: string, id: string, to: string | null): TagsetDraft {
  const { before, tagset, moves } = draft;
  const old = before.fields.find((field) => field.id === fieldId);
  const oldChoices = old?.input === "choice" ? old.choices : [];
  const values = moved(getOwn(moves.values, fieldId) ?? {}, oldChoices, id, to);
  const fields = tagset.fields.map((field): CardField => {
    if (field.id === fieldId && field.input === "choice") {
      const choices = without(field.choices, id);
      return { ...field, choices, default: field.default === id ? to : field.default };
    }
    return field.when?.field === fieldId
      ? { ...field, when: { ...field.when, is: field.when.is.filter((value) => value !== id) } }
      : field;
  });
  return {
    before,
    tagset: { ...tagset, fields },
    moves: { ...moves, values: { ...moves.values, [fieldId]: values } },
  };
}

/** The items with the one at `from` moved by one place. */
export function shifted<T>(items: readonly T[], from: number, by: -1 | 1): readonly T[] {
  const to = from + by;
  const item = items[from];
  if (item === undefined || to < 0 || to >= items.length) return items;
  const remainingItems = items.filter((_, at) => at !== from);
  return [...remainingItems.slice(0, to), item, ...remainingItems.slice(to)];
}

const without = <T extends Choice | CardField>(items: readonly T[], id: string): readonly T[] =>
  items.filter((item) => item.id !== id);

/** The moves with one more; those that led to what goes now lead on to where it goes. */
function moved<To extends string | null>(
  moves: Readonly<Record<string, To>>,
  before: readonly { readonly id: string }[],
  id: string,
  to: To,
): Readonly<Record<string, To>> {
  const onwards = Object.entries(moves).map(([from, target]) => [from, target === id ? to : target] as const);
  const isOld = before.some((item) => item.id === id);
  return Object.fromEntries(isOld ? [...onwards, [id, to] as const] : onwards);
}
