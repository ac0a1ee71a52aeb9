// The entities that mentions of other tools' files name: those whom the project knows already, and others, each made once.
import { type Entity, type EntityType, entityBehind, entityTypes } from "../model/entity.ts";
import { foldedName } from "../model/folded-name.ts";
import type { Id } from "../model/id.ts";
import { get, tableOf } from "../model/table.ts";
import type { SpanType } from "../model/tagset.ts";
import { detailsBeyond } from "./detail-values.ts";
import { valueNames } from "./labels.ts";
import type { NamedValue, StandoffEntity, StandoffSpan } from "./standoff.ts";

/** Where a span stands, and what its file says of those whom spans there mention, by their keys. */
export interface EntityPlace {
  /** The id of the article here. */
  readonly articleId: Id;
  readonly entities: ReadonlyMap<string, StandoffEntity>;
}

export interface EntityBook {
  /** Whom the span mentions; `undefined` where it says nothing of it, or its type refers to nobody. */
  entityOf(span: StandoffSpan, type: SpanType, of?: EntityPlace): Id | undefined;
  /** Who is named so and has this type and key, as far as these are said; `undefined` where several may be meant. */
  called(name: string, type?: string, key?: string): Id | undefined;
  /** What is said of an entity of the book and not known of it. */
  unknownOf(id: Id, said: StandoffEntity): readonly NamedValue[];
  all(): readonly Entity[];
  /** Of those the ones that the project knew by their names. */
  met(): readonly Entity[];
}

/**
 * Entities are told apart by their key where they have one, else by name and type. One is the project's where the key is its id, or where
 * the project has one of that name or alias alone, and of that type if the file states one. `idOf`: the id of a new one, by what the files say
 * of it, so that it has the same one in later versions of them.
 */
export function entityBook(idOf: (said: string) => Id, registry: readonly Entity[] = []): EntityBook {
  const registered = registeredEntities(registry);
  const entitiesByKey = new Map<string, Entity>();
  const entitiesById = new Map<Id, Entity>();
  return {
    entityOf(span, type, of) {
      const value = (name: string): string | undefined => span.values.find((one) => one.name === name)?.value;
      const name = value(valueNames.entity);
      if (name === undefined || name.trim() === "" || !type.refersToEntity) return undefined;
      const stated = value(valueNames.entityType);
      const kind: EntityType = entityTypes.find((one) => one === stated) ?? type.newEntityType ?? "person";
      const key = JSON.stringify(value(valueNames.entityKey) ?? [name, kind]);
      const earlierEntity = entitiesByKey.get(key);
      if (earlierEntity) return earlierEntity.id;
      const id = idOf(JSON.stringify([key, name, kind]));
      const entity = registered.find(name, stated, value(valueNames.entityKey)) ?? {
        ...{ naming: "named" as const, aliases: [] },
        ...detailsOf(value(valueNames.entityKey), of),
        ...{ id, name, type: kind },
      };
      entitiesByKey.set(key, entity);
      entitiesById.set(entity.id, entity);
      return entity.id;
    },
    called(name, type, key = "") {
      const stated = entityTypes.find((one) => one === type);
      const byKey = key.trim() === "" ? undefined : JSON.stringify(key);
      if (byKey === undefined) {
        const namesakes = new Set([...entitiesByKey.values()].filter(hasName(name, stated)));
        const inProject = registered.called(name).filter(hasName(name, stated));
        const [first, ...more] = namesakes.size > 0 ? namesakes : inProject;
        if (more.length > 0) return undefined;
        if (first && namesakes.size > 0) return first.id;
      }
      const kind = stated ?? "person";
      const known = byKey ?? JSON.stringify([name, kind]);
      const earlierEntity = entitiesByKey.get(known);
      if (earlierEntity) return earlierEntity.id;
      const id = idOf(JSON.stringify([known, name, kind]));
      const entity = registered.find(name, stated, byKey === undefined ? undefined : key) ?? {
        ...{ id, name, type: kind, naming: "named" as const, aliases: [] },
      };
      entitiesByKey.set(known, entity);
      entitiesById.set(entity.id, entity);
      return entity.id;
    },
    unknownOf(id, said) {
      const entity = entitiesById.get(id);
      return entity ? detailsBeyond(said, entity) : [];
    },
    all: () => [...new Set(entitiesByKey.values())],
    met: registered.met,
  };
}

/** The entities of the project by id and name, each found for one key of the files alone. */
function registeredEntities(registry: readonly Entity[]) {
  const table = tableOf(registry);
  const named = byName(registry);
  /** By which key of the files each was met, so that two who are told apart there stay two. */
  const met = new Map<Entity, string>();
  const called = (name: string): readonly Entity[] => named.get(foldedName(name)) ?? [];
  return {
    called,
    met: (): readonly Entity[] => [...met.keys()],
    find(name: string, stated: string | undefined, key: string | undefined): Entity | undefined {
      const registeredEntity = key !== undefined && get(table, key) ? entityBehind(table, key) : undefined;
      if (registeredEntity) return registeredEntity;
      const [first, ...more] = called(name).filter(({ type }) => stated === undefined || type === stated);
      const by = key ?? "";
      if (!first || more.length > 0 || (met.get(first) ?? by) !== by) return undefined;
      met.set(first, by);
      return first;
    },
  };
}

const hasName =
  (name: string, type: EntityType | undefined) =>
  (one: Entity): boolean =>
    (type === undefined || one.type === type) &&
    [one.name, ...one.aliases].some((each) => foldedName(each) === foldedName(name));

/** All that the file says of the entity of this key; evidence stands in the same article. */
function detailsOf(
  key: string | undefined,
  of: EntityPlace | undefined,
): Partial<Omit<StandoffEntity, "id" | "name" | "type">> {
  const said = of?.entities.get(key ?? "");
  if (!of || !said) return {};
  const { id: _id, name: _name, type: _type, anonymity, ...rest } = said;
  const evidence = anonymity?.evidence && { ...anonymity.evidence, article: of.articleId };
  return { ...rest, ...(anonymity && { anonymity: { ...anonymity, ...(evidence && { evidence }) } }) };
}

function byName(registry: readonly Entity[]): ReadonlyMap<string, readonly Entity[]> {
  const entitiesByName = new Map<string, Entity[]>();
  for (const entity of registry) {
    if (entity.mergedInto !== undefined) continue;
    for (const name of new Set([entity.name, ...entity.aliases].map(foldedName))) {
      const namesakes = entitiesByName.get(name);
      if (namesakes) namesakes.push(entity);
      else entitiesByName.set(name, [entity]);
    }
  }
  return entitiesByName;
}
