// The registry's entries: who or what mentions refer to, shared by all articles of a project.
import type { Id } from "./id.ts";
import type { Provenance } from "./provenance.ts";
import type { Selector } from "./selector.ts";
import { get, type Table } from "./table.ts";

export const entityTypes = ["person", "organization", "group", "document", "outlet", "platform"] as const;
export type EntityType = (typeof entityTypes)[number];

/** `named`: by a proper name or an office only one can hold; `described`: unnamed but described; `anonymous`: neither. */
export const namings = ["named", "described", "anonymous"] as const;
export type Naming = (typeof namings)[number];

/** On what terms somebody goes unnamed, why, and where the article says so. */
export interface Anonymity {
  readonly terms: string;
  readonly reason: string;
  readonly evidence?: { readonly article: Id; readonly segment: Selector };
}

/** What somebody entered in a field of the project's own: a value (of a choice its id), or that the source declined to say. */
export type EntityValue =
  | { readonly value: string | number; readonly provenance: Provenance }
  | { readonly declined: true; readonly provenance: Provenance };

export interface Entity {
  readonly id: Id;
  readonly name: string;
  readonly type: EntityType;
  readonly naming: Naming;
  /** Other ways in which the articles name it, gathered from its mentions; never holds `name` itself. */
  readonly aliases: readonly string[];
  readonly role?: string;
  readonly affiliation?: string;
  readonly anonymity?: Anonymity;
  readonly externalId?: string;
  /** What was entered in the project's own fields, by the field's id. */
  readonly fields?: Readonly<Record<string, EntityValue>>;
  /**
   * The entity that this one turned out to be. Its mentions keep pointing here and count as the other's (see
   * `entityBehind`), so that a merge is one change of the registry, whoever's sets mention it, and can be taken back.
   */
  readonly mergedInto?: Id;
}

/** The entity that an id stands for after all merges; `undefined` where there is none. Ends in a circle too. */
export function entityBehind(entities: Table<Entity>, id: Id): Entity | undefined {
  const seen = new Set<Id>();
  let entity = get(entities, id);
  while (entity?.mergedInto !== undefined && !seen.has(entity.id)) {
    seen.add(entity.id);
    entity = get(entities, entity.mergedInto);
  }
  return entity;
}

/** What people count sources by. Derived, never typed. */
export type SourceClass =
  | "named person"
  | "named organization"
  | "described"
  | "anonymous"
  | "document"
  | "outlet"
  | "platform";

/** The source class of an entity: what it is where that settles it, otherwise how it is named. */
export function sourceClass(entity: Pick<Entity, "type" | "naming">): SourceClass {
  if (entity.type === "document" || entity.type === "outlet" || entity.type === "platform")
    return entity.type;
  if (entity.naming !== "named") return entity.naming;
  return entity.type === "person" ? "named person" : "named organization";
}
