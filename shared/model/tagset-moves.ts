// Says what becomes of annotations when a tagset loses something: for each thing that goes, what takes its place.
import type { AnnotationSet } from "./annotation-set.ts";
import { records } from "./table.ts";
import type { Tagset } from "./tagset.ts";

/**
 * For the id of what goes, the id of what its annotations take on, or `null`: spans of the type are removed, the field
 * takes its default, the flag is dropped. A via role has no `null`: a link without a role says too little.
 */
export interface TagsetMoves {
  readonly types: Readonly<Record<string, string | null>>;
  readonly roles: Readonly<Record<string, string>>;
  /** By field, then by value. */
  readonly values: Readonly<Record<string, Readonly<Record<string, string | null>>>>;
  readonly flags: Readonly<Record<string, string | null>>;
}

export const noMoves: TagsetMoves = { types: {}, roles: {}, values: {}, flags: {} };

/** Something of a tagset that annotations can use. `field` where it is a value of one. */
export interface TagsetPart {
  readonly kind: "type" | "role" | "value" | "flag" | "field";
  readonly id: string;
  readonly field?: string;
}

/** What the first tagset has and the second has not, in the first one's order. */
export function partsGone(before: Tagset, after: Tagset): TagsetPart[] {
  const missingParts = (
    kind: TagsetPart["kind"],
    from: readonly HasId[],
    to: readonly HasId[],
  ): TagsetPart[] =>
    from.filter(({ id }) => !to.some((other) => other.id === id)).map(({ id }) => ({ kind, id }));
  const values = before.fields.flatMap((field) => {
    const newField = after.fields.find(({ id }) => id === field.id);
    if (field.input !== "choice" || newField?.input !== "choice") return [];
    return missingParts("value", field.choices, newField.choices).map((part) => ({
      ...part,
      field: field.id,
    }));
  });
  return [
    ...missingParts("type", before.spanTypes, after.spanTypes),
    ...missingParts("role", before.viaRoles, after.viaRoles),
    ...missingParts("field", before.fields, after.fields),
    ...values,
    ...missingParts("flag", before.flags, after.flags),
  ];
}

/** Those parts gone that the moves do not name, or send to something that is not there either. Fields need no move. */
export function partsUndecided(before: Tagset, after: Tagset, moves: TagsetMoves): TagsetPart[] {
  const has = (items: readonly HasId[], id: string | null | undefined): boolean =>
    id === null || (id !== undefined && items.some((item) => item.id === id));
  return partsGone(before, after).filter(({ kind, id, field }) => {
    if (kind === "type") return !has(after.spanTypes, getOwn(moves.types, id));
    if (kind === "role") return after.viaRoles.length > 0 && !has(after.viaRoles, getOwn(moves.roles, id));
    if (kind === "flag") return !has(after.flags, getOwn(moves.flags, id));
    if (kind === "field") return false;
    const newField = after.fields.find((one) => one.id === field);
    const to = getOwn(getOwn(moves.values, field ?? "") ?? {}, id);
    return newField?.input !== "choice" || !has(newField.choices, to);
  });
}

/** How many spans and cards of a set use one of these parts. */
export function recordsUsing(set: AnnotationSet, parts: readonly TagsetPart[]): number {
  const isGone = (kind: TagsetPart["kind"], id: string, field?: string): boolean =>
    parts.some((part) => part.kind === kind && part.id === id && part.field === field);
  const spans = [...records(set.spans)].filter(({ type }) => isGone("type", type));
  const cards = [...records(set.attributions)].filter(
    ({ via, flags, fields }) =>
      via.some(({ role }) => isGone("role", role)) ||
      flags.some((flag) => isGone("flag", flag)) ||
      Object.entries(fields).some(
        ([field, value]) =>
          isGone("field", field) || (typeof value === "string" && isGone("value", value, field)),
      ),
  );
  return spans.length + cards.length;
}

interface HasId {
  readonly id: string;
}

/** The record's own value: what is called `constructor` is no entry of it. */
export function getOwn<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
