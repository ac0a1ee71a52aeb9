// Entities as several people mention them, and which of these are one and the same: by their ids, or by all that a reader sees of them.
import { type Entity, entityBehind } from "../model/entity.ts";
import type { Id } from "../model/id.ts";
import { get, records, type Table, tableOf } from "../model/table.ts";
import type { ReviewedSet } from "./comparison.ts";
import { classesOf } from "./difference.ts";

/** Whom a mention is of: an entity, by its id alone where the registry lacks it, or nobody yet. */
export interface Mentioned {
  readonly id: Id | null;
  readonly entity?: Entity;
  readonly registry: Table<Entity>;
  /** All that the same set mentions in the article. */
  readonly among: ReadonlySet<Id>;
}

export const nobody: Mentioned = { id: null, registry: tableOf(), among: new Set() };

/** Whom the spans of a set are mentions of, through what was merged. */
export function mentionsIn({ set, entities }: ReviewedSet): ReadonlyMap<Id, Mentioned> {
  const among = new Set<Id>();
  const mentions = new Map<Id, Mentioned>();
  for (const { id: span, entity: linked } of records(set.spans)) {
    if (linked === undefined) continue;
    const entity = entityBehind(entities, linked);
    const id = entity?.id ?? linked;
    among.add(id);
    mentions.set(span, { id, ...(entity && { entity }), registry: entities, among });
  }
  return mentions;
}

/** Whoever tells two apart has them apart for all: a third person's entity of their name does not make them one again. */
export function entityClasses(mentions: readonly (Mentioned | undefined)[]): (number | null)[] {
  const classes = classesOf(mentions, sameEntity);
  const isAmbiguous = mentions.some((a, at) =>
    mentions.some(
      (b, other) => a && b && classes[at] === classes[other] && a.id !== b.id && isToldApart(a, b),
    ),
  );
  return isAmbiguous ? classesOf(mentions, (a, b) => a.id === b.id) : classes;
}

/**
 * Several people enter the same somebody under ids of their own: those without a name, whom no suggestion finds in the registry, and
 * anybody where registries grew apart. There the id elsewhere decides, or all that a reader sees of them.
 */
export function sameEntity(a: Mentioned, b: Mentioned): boolean {
  if (a.id === b.id) return true;
  if (!a.entity || !b.entity || isToldApart(a, b) || isToldApart(b, a)) return false;
  if (a.entity.externalId !== undefined && b.entity.externalId !== undefined)
    return a.entity.externalId === b.entity.externalId;
  return isCalledAlike(a.entity, b.entity);
}

/** Whether whoever mentions the one could have meant the other: they mention both, or have both by name to choose from. */
const isToldApart = ({ among, registry }: Mentioned, { entity }: Mentioned): boolean =>
  entity !== undefined &&
  (entity.naming === "named" ? get(registry, entity.id) !== undefined : among.has(entity.id));

const isCalledAlike = (a: Entity, b: Entity): boolean =>
  a.type === b.type && a.naming === b.naming && a.name.toLowerCase() === b.name.toLowerCase();
