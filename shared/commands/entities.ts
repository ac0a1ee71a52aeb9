// The commands on the registry: create, edit, merge and split entities.
import { mentionsOf } from "../model/annotation-set.ts";
import { type Anonymity, type Entity, type EntityType, entityBehind, type Naming } from "../model/entity.ts";
import { answerOf, type EntityAnswer, enteredIn, entityFieldsOf, isAnswerOf } from "../model/entity-field.ts";
import type { Id, NewId, Now } from "../model/id.ts";
import { sameValue } from "../model/same-value.ts";
import type { Span } from "../model/span.ts";
import type { StepPart, StepWork } from "../model/step.ts";
import { get } from "../model/table.ts";
import { spanTypeOf } from "../model/tagset.ts";
import type { Command, RefusalCode } from "./command.ts";
import { draftOf, newProvenance, refuse } from "./draft.ts";
import { guessedType, isNamed, isPronoun, nameIn, namingOf, withNameOf } from "./entity-names.ts";

/**
 * What is not given is read off the mention: its words are the name, and how it is named is guessed from them, as is whether
 * it is one person or a body such as a ministry.
 */
interface CreateEntity {
  readonly span: Id;
  readonly name?: string;
  readonly type?: EntityType;
  readonly naming?: Naming;
}

/** Enters a mention's person, organisation or document into the registry, and points the mention to it. */
export const createEntity: Command<CreateEntity> = {
  id: "create-entity",
  run(context, { span: spanId, name: given, type, naming }) {
    const span = get(context.annotations.set.spans, spanId);
    if (!span) return refuse("span-missing");
    const spanType = spanTypeOf(context.tagset, span.type);
    if (!spanType?.refersToEntity) return refuse("type-takes-no-entity");
    const name = (given ?? nameIn(span)).trim();
    if (name === "") return refuse("name-empty");
    const entity: Entity = {
      id: context.newId(),
      name,
      type: type ?? guessedType(name, spanType.newEntityType ?? "person"),
      naming: naming ?? namingOf(name),
      aliases: [],
    };
    const draft = draftOf(context);
    draft.entities.put(withNameOf(entity, span));
    draft.spans.put({ ...span, entity: entity.id });
    return draft.outcome({ span: spanId });
  },
};

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

/** Changes what the registry knows of an entity. */
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

interface SetEntityField {
  readonly entity: Id;
  readonly field: string;
  /** `null`: not known. */
  readonly answer: EntityAnswer | null;
}

/** Enters what is known of an entity in one of the project's own fields, or takes it out again. */
export const setEntityField: Command<SetEntityField> = {
  id: "set-entity-field",
  run(context, { entity: entityId, field: fieldId, answer }) {
    const entity = get(context.annotations.entities, entityId);
    if (!entity) return refuse("entity-missing");
    const field = entityFieldsOf(context.tagset).find(({ id }) => id === fieldId);
    if (!field) return refuse("unknown-field");
    if (answer && !isAnswerOf(field, answer)) return refuse("unknown-value");
    const draft = draftOf(context);
    const before = enteredIn(entity, fieldId);
    if (answer && before && sameValue(answerOf(before), answerOf(answer))) return draft.outcome();
    const { [fieldId]: _before, ...others } = entity.fields ?? {};
    const fields = answer
      ? { ...others, [fieldId]: { ...answerOf(answer), provenance: newProvenance(context) } }
      : others;
    const { fields: _fields, ...rest } = entity;
    draft.entities.put(Object.keys(fields).length > 0 ? { ...rest, fields } : rest);
    return draft.outcome();
  },
};

interface RemoveAlias {
  readonly entity: Id;
  readonly alias: string;
}

/** Takes a name away from an entity that is not its own. */
export const removeAlias: Command<RemoveAlias> = {
  id: "remove-alias",
  run(context, { entity: entityId, alias }) {
    const entity = get(context.annotations.entities, entityId);
    if (!entity) return refuse("entity-missing");
    if (!entity.aliases.includes(alias)) return refuse("alias-missing");
    const draft = draftOf(context);
    draft.entities.put({ ...entity, aliases: entity.aliases.filter((known) => known !== alias) });
    return draft.outcome();
  },
};

interface MergeEntities {
  readonly entities: readonly Id[];
  /** The one that stays. */
  readonly into: Id;
}

/** Says that entities are the same as another one: their mentions stay as they are and count as its own. */
export const mergeEntities: Command<MergeEntities> = {
  id: "merge-entities",
  run(context, { entities: merged, into }) {
    const { entities } = context.annotations;
    const target = entityBehind(entities, into);
    if (!target) return refuse("entity-missing");
    const draft = draftOf(context);
    for (const id of merged) {
      const entity = get(entities, id);
      if (!entity) return refuse("entity-missing");
      // What the target was merged into, or stands for it by a detour, would end up merged into itself.
      if (id === target.id || id === into) return refuse("merge-with-itself");
      draft.entities.put({ ...entity, mergedInto: target.id });
    }
    return draft.outcome();
  },
};

interface UnmergeEntity {
  readonly entity: Id;
}

/** Takes an entity out of the one that it was merged into: it stands for itself again, with its own mentions. */
export const unmergeEntity: Command<UnmergeEntity> = {
  id: "unmerge-entity",
  run(context, { entity: id }) {
    const entity = get(context.annotations.entities, id);
    if (!entity) return refuse("entity-missing");
    const { mergedInto: _, ...alone } = entity;
    const draft = draftOf(context);
    draft.entities.put(alone);
    return draft.outcome();
  },
};

interface PlacedMention {
  readonly article: Id;
  readonly span: Span;
}

/** Points mentions of several articles to an entity, a part of a step for each article. A mention that is given twice counts once. */
function linkedMentions(mentions: readonly PlacedMention[], entity: Id, at: string): readonly StepPart[] {
  const byArticle = new Map<Id, Map<Id, Span>>();
  for (const { article, span } of mentions)
    byArticle.set(article, (byArticle.get(article) ?? new Map()).set(span.id, span));
  return Array.from(byArticle, ([article, spans]) => {
    const updated = Array.from(spans.values(), (span) => ({
      from: span,
      to: { ...span, entity, provenance: { ...span.provenance, editedAt: at } },
    }));
    return { article, change: { spans: { added: [], updated, removed: [] } } };
  });
}

interface SplitEntity {
  /** The one that is split, with those that were merged into it. */
  readonly from: readonly [Entity, ...Entity[]];
  readonly mentions: readonly PlacedMention[];
  /** The mentions that stay. */
  readonly staying: readonly Span[];
  /** Of the other entity. */
  readonly name: string;
}

/**
 * Makes another entity of some mentions of one: they may stand in several articles, so this is no command of one article but the work
 * of a step. The new entity is of the type of the old one, and knows the words of its mentions. The old one forgets those of them by
 * which no mention that stays calls it.
 */
export function splitEntity(
  { from, mentions, staying, name: given }: SplitEntity,
  { newId, now }: { readonly newId: NewId; readonly now: Now },
): { readonly work: StepWork; readonly entity: Entity } | { readonly refusal: RefusalCode } {
  const name = given.trim();
  if (name === "") return { refusal: "name-empty" };
  if (mentions.length === 0) return { refusal: "nothing-to-change" };
  const named: Entity = { id: newId(), name, type: from[0].type, naming: namingOf(name), aliases: [] };
  const entity = mentions.reduce((known, { span }) => withNameOf(known, span), named);
  const parts = linkedMentions(mentions, entity.id, now());
  const updated = from.flatMap((old) => {
    const aliases = aliasesLeft(old, mentions, staying);
    return aliases.length === old.aliases.length ? [] : [{ from: old, to: { ...old, aliases } }];
  });
  return { work: { parts, entities: { added: [entity], updated, removed: [] } }, entity };
}

function aliasesLeft(
  { aliases }: Entity,
  moving: SplitEntity["mentions"],
  staying: readonly Span[],
): readonly string[] {
  const wordsOf = (span: Span): string => nameIn(span).toLowerCase();
  const moved = new Set(moving.map(({ span }) => wordsOf(span)));
  const stayingNames = new Set(staying.map(wordsOf));
  return aliases.filter((alias) => !moved.has(alias.toLowerCase()) || stayingNames.has(alias.toLowerCase()));
}

/** Somebody as suggestions have gathered them. */
export interface AcceptedPerson {
  readonly name: string;
  readonly type: EntityType;
  readonly naming: Naming;
  readonly aliases: readonly string[];
  readonly role: string | null;
  readonly anonymity: Anonymity | null;
  /** Their mentions that are marked and have no entity. */
  readonly marks: readonly PlacedMention[];
}

/**
 * Enters people whom the articles of a project name into the registry as one entity, or joins them with `into`, which keeps what is
 * known of it and learns their names. Marked mentions that have no entity get it: they may stand in several articles, so this is no
 * command of one article but the work of a step.
 */
export function acceptPeople(
  people: readonly [AcceptedPerson, ...AcceptedPerson[]],
  into: Entity | null,
  { newId, now }: { readonly newId: NewId; readonly now: Now },
): { readonly work: StepWork; readonly entity: Entity } {
  const [{ name, type, naming, role, anonymity }] = people;
  const start: Entity = into ?? {
    id: newId(),
    name,
    type,
    naming,
    aliases: [],
    ...(role !== null && { role }),
    ...(anonymity !== null && { anonymity }),
  };
  const named = people.flatMap((one) => [one.name, ...one.aliases]).reduce(withName, start);
  const marks = people.flatMap((one) => one.marks);
  const entity = marks.reduce((known, { span }) => withNameOf(known, span), named);
  const parts = linkedMentions(marks, entity.id, now());
  const entities =
    into === null
      ? { added: [entity], updated: [], removed: [] }
      : { added: [], updated: entity === into ? [] : [{ from: into, to: entity }], removed: [] };
  return { work: { parts, entities }, entity };
}

/** Names are learnt, not descriptions, by who has a name. */
function withName(entity: Entity, name: string): Entity {
  if (isPronoun(name) || isNamed(entity, name)) return entity;
  if (entity.naming === "named" && namingOf(name) !== "named") return entity;
  return { ...entity, aliases: [...entity.aliases, name] };
}
