// Entities as several people mention them, and which of these are one and the same: by their ids, or by all that a reader sees of them.
import { entitiesNamedIn } from "../model/annotation-set.ts";
import type { Attribution } from "../model/attribution.ts";
import { type Entity, entityBehind } from "../model/entity.ts";
import type { Id } from "../model/id.ts";
import type { Span } from "../model/span.ts";
import { get, records, type Table, tableOf } from "../model/table.ts";
import type { ReviewedSet } from "./comparison.ts";
import { classesOf } from "./difference.ts";

/** Whom a mention is of: an entity, by its id alone where the registry lacks it, or nobody yet. */
export interface Mentioned {
  readonly id: Id | null;
  readonly entity?: Entity;
  readonly registry: Table<Entity>;
  /** All that the same set mentions in the article, or has claims about. */
  readonly among: ReadonlySet<Id>;
}

export const nobody: Mentioned = { id: null, registry: tableOf(), among: new Set() };

/** Whom a set names, through what was merged. */
export interface NamedInSet {
  /** All whom spans are mentions of. */
  mentioned(): readonly Mentioned[];
  /** Whom a span is a mention of. */
  mention(span: Id): Mentioned | undefined;
  /** Whom the claim of a card is about, each once. */
  about(card: Attribution): readonly Mentioned[];
}

export function namedIn({ set, entities }: ReviewedSet): NamedInSet {
  const among = new Set<Id>();
  const named = new Map<Id, Mentioned>();
  for (const linked of entitiesNamedIn(set)) {
    if (named.has(linked)) continue;
    const entity = entityBehind(entities, linked);
    const id = entity?.id ?? linked;
    among.add(id);
    named.set(linked, { id, ...(entity && { entity }), registry: entities, among });
  }
  const mentionOf = ({ entity }: Pick<Span, "entity">): Mentioned | undefined => named.get(entity ?? "");
  return {
    mentioned: () => [...records(set.spans)].flatMap((span) => mentionOf(span) ?? []),
    mention: (id) => mentionOf(get(set.spans, id) ?? {}),
    about: ({ about = [] }) => [
      ...new Map(about.flatMap((id) => named.get(id) ?? []).map((one) => [one.id, one])).values(),
    ],
  };
}

/** Whether two claims are about the same, in whatever order. */
export const sameEntities = (some: readonly Mentioned[], others: readonly Mentioned[]): boolean =>
  some.length === others.length &&
  some.every((one) => others.some((other) => sameEntity(one, other))) &&
  others.every((one) => some.some((other) => sameEntity(one, other)));

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
