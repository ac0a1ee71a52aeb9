// The registry's entries: who or what mentions refer to, shared by all articles of a project.
import type { Id } from "./id.ts";
import type { Selector } from "./selector.ts";

export type EntityType = "person" | "organization" | "group" | "document" | "outlet" | "platform";

/** `named`: by a proper name or an office only one can hold; `described`: unnamed but described; `anonymous`: neither. */
export type Naming = "named" | "described" | "anonymous";

/** On what terms somebody goes unnamed, why, and where the article says so. */
export interface Anonymity {
  readonly terms: string;
  readonly reason: string;
  readonly evidence?: { readonly article: Id; readonly segment: Selector };
}

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
