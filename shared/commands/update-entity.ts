// Changes what the registry knows of an entity.
import { mentionsOf } from "../model/annotation-set.ts";
import type { Anonymity, Entity, EntityType, Naming } from "../model/entity.ts";
import type { Id } from "../model/id.ts";
import { get } from "../model/table.ts";
import type { Command } from "./command.ts";
import { draftOf, refuse } from "./draft.ts";
import { nameIn } from "./entity-names.ts";

/** What is absent stays as it is; `null` and empty words take a value away. */
export interface UpdateEntity {
  readonly entity: Id;
  readonly name?: string;
  readonly type?: EntityType;
  readonly naming?: Naming;
  readonly role?: string | null;
  readonly affiliation?: string | null;
  readonly externalId?: string | null;
  readonly anonymity?: Anonymity | null;
  /** Whether the name before stays known, since mentions of other articles read so. */
  readonly keepName?: boolean;
}

export const updateEntity: Command<UpdateEntity> = {
  id: "update-entity",
  run(context, { entity: entityId, name: given, type, naming, keepName = false, ...optional }) {
    const { set, entities } = context.annotations;
    const entity = get(entities, entityId);
    if (!entity) return refuse("entity-missing");
    const name = (given ?? entity.name).trim();
    if (name === "") return refuse("name-empty");
    // The name before stays known while mentions of this article still read so.
    const stillRead =
      keepName || mentionsOf(set, entityId).some((mention) => nameIn(mention) === entity.name);
    const names = stillRead ? [...entity.aliases, entity.name] : entity.aliases;
    const draft = draftOf(context);
    draft.entities.put({
      ...withOptional(entity, optional),
      name,
      type: type ?? entity.type,
      naming: naming ?? entity.naming,
      aliases: [...new Set(names)].filter((alias) => alias !== name),
    });
    return draft.outcome();
  },
};

type Optional = Pick<UpdateEntity, "role" | "affiliation" | "externalId" | "anonymity">;

function withOptional(entity: Entity, given: Optional): Entity {
  const { role, affiliation, externalId, anonymity, ...rest } = entity;
  const details = {
    role: tidied(given.role, role),
    affiliation: tidied(given.affiliation, affiliation),
    externalId: tidied(given.externalId, externalId),
    anonymity: given.anonymity === undefined ? (anonymity ?? null) : given.anonymity,
  };
  return {
    ...rest,
    ...(details.role === null ? {} : { role: details.role }),
    ...(details.affiliation === null ? {} : { affiliation: details.affiliation }),
    ...(details.externalId === null ? {} : { externalId: details.externalId }),
    ...(details.anonymity === null ? {} : { anonymity: details.anonymity }),
  };
}

function tidied(given: string | null | undefined, before: string | undefined): string | null {
  return (given === undefined ? before : given?.trim()) || null;
}
