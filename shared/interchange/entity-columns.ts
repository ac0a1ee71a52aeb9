// The cells of the table of entities: a row an entity that stands for itself, a column each thing that the registry knows of it and each of
// the project's own fields. Words that are entered in cells become one change of the registry, or are told with what does not fit.
import type { RecordsChange } from "../model/change.ts";
import { type Entity, entityTypes, namings } from "../model/entity.ts";
import {
  answerIn,
  answerOf,
  type EntityAnswer,
  enteredIn,
  entityFieldsOf,
  knownIn,
  wordsOfAnswer,
} from "../model/entity-field.ts";
import { type EntityGroup, entityGroups } from "../model/entity-groups.ts";
import { foldedName } from "../model/folded-name.ts";
import type { Id } from "../model/id.ts";
import type { Provenance } from "../model/provenance.ts";
import { sameValue } from "../model/same-value.ts";
import { get, type Table } from "../model/table.ts";
import type { EntityField, Tagset } from "../model/tagset.ts";
import { limits } from "../schema/limits.ts";
import { type Message, message } from "../words/message.ts";

/** What a project asks of its entities, and what it knows of them. */
export interface KnownEntities {
  readonly tagset: Pick<Tagset, "entityFields">;
  readonly entities: Table<Entity>;
}

/** What the registry knows of every entity. */
type Fact = "name" | "type" | "naming" | "role" | "affiliation" | "externalId";

export interface FactColumn {
  readonly id: Fact;
  /** As the table of an export has it. */
  readonly name: string;
  readonly fact: Fact;
  /** Absent: any words. */
  readonly choices?: readonly string[];
}

interface FieldColumn {
  readonly id: string;
  readonly name: string;
  readonly field: EntityField;
}

export type EntityColumn = FactColumn | FieldColumn;

const nameOfEntity: FactColumn = { id: "name", name: "name", fact: "name" };

const facts: readonly FactColumn[] = [
  { id: "type", name: "type", fact: "type", choices: entityTypes },
  { id: "naming", name: "naming", fact: "naming", choices: namings },
  { id: "role", name: "role", fact: "role" },
  { id: "affiliation", name: "affiliation", fact: "affiliation" },
  { id: "externalId", name: "external_id", fact: "externalId" },
];

/** The columns of facts besides the name that a table tells apart by their names: a field that is called so has the name for itself. */
export const factsBeside = (fields: readonly EntityField[]): readonly FactColumn[] =>
  facts.filter((fact) => !fields.some(({ name }) => foldedName(name) === fact.name));

const columnOfField = (field: EntityField): FieldColumn => ({
  id: `field ${field.id}`,
  name: field.name,
  field,
});

/** All columns in their order: the name, what else is known of every entity, and the project's own fields. */
export const entityColumns = ({ tagset }: Pick<KnownEntities, "tagset">): readonly EntityColumn[] => [
  ...[nameOfEntity, ...facts],
  ...entityFieldsOf(tagset).map(columnOfField),
];

/** What a cell says, in words that entering takes for the same; empty where nothing is known. */
export function cellWords(column: EntityColumn, group: EntityGroup): string {
  if ("fact" in column) return group.entity[column.fact] ?? "";
  const { known } = knownIn(group, column.field);
  return known ? wordsOfAnswer(column.field, known) : "";
}

/** Words that are entered in one cell; none: what is known there is taken away. */
export interface CellEdit {
  /** The record of the registry. */
  readonly entity: Id;
  /** The id of the column. */
  readonly column: string;
  readonly words: string;
}

/** What one cell said, and what it says from then on. */
export interface CellChange {
  readonly entity: Id;
  readonly column: EntityColumn;
  readonly before: string;
  readonly after: string;
}

/** What does not fit in a cell, and what would. */
export interface CellProblem {
  /** Which of the edits. */
  readonly edit: number;
  readonly what: Message;
  readonly advice: Message;
}

export type PlannedCells =
  | {
      readonly ok: true;
      readonly entities: RecordsChange<Entity>;
      readonly cells: readonly CellChange[];
      /** Cells that say already what was entered. */
      readonly same: number;
    }
  | { readonly ok: false; readonly problems: readonly CellProblem[] };

interface Planning {
  /** Of what is entered. */
  readonly provenance: Provenance;
  /** Whether anything mentions it, so that the name that it had stays known; absent: everything may be mentioned. */
  isMentioned?(entity: Id): boolean;
}

/** What the edits change, all of them or none. A cell that is not changed stays as it is, with whoever entered it. */
export function planCells(
  edits: readonly CellEdit[],
  { tagset, entities }: KnownEntities,
  { provenance, isMentioned = () => true }: Planning,
): PlannedCells {
  const columns = new Map(entityColumns({ tagset }).map((column) => [column.id, column]));
  const groups = entityGroups(entities);
  const entered = new Map<string, Value>();
  const problems: CellProblem[] = [];
  const cells: CellChange[] = [];
  const changed = new Map<Id, Entity>();
  for (const [edit, { entity: id, column: columnId, words }] of edits.entries()) {
    const [from, column] = [get(entities, id), columns.get(columnId)];
    const read = from && column ? wordsIn(column, words) : goneFrom(from, id);
    const key = JSON.stringify([id, columnId]);
    const isRepeated = entered.has(key);
    if ("what" in read) problems.push({ edit, ...read });
    else if (isRepeated && !sameValue(entered.get(key), read.value))
      problems.push({ edit, ...twoValues(from?.name ?? id) });
    else if (from && column && !isRepeated) {
      entered.set(key, read.value);
      const group = groups.get(id) ?? { entity: from, merged: [] };
      const enter = entering(read.value, column, { group, words, provenance, isMentioned });
      if (!enter) continue;
      changed.set(id, enter(changed.get(id) ?? from));
      const after = afterwards(column, read.value);
      cells.push({ entity: id, column, before: cellWords(column, group), after });
    }
  }
  if (problems.length > 0) return { ok: false, problems };
  const updated = [...changed].flatMap(([id, to]) => {
    const from = get(entities, id);
    return from ? [{ from, to }] : [];
  });
  return {
    ok: true,
    entities: { added: [], updated, removed: [] },
    cells,
    same: edits.length - cells.length,
  };
}

/** What was entered; `null`: nothing is known. */
type Value = EntityAnswer | string | null;

type Unfit = Pick<CellProblem, "what" | "advice">;

const goneFrom = (entity: Entity | undefined, id: Id): Unfit => ({
  what: entity ? message("entities.csv-no-field") : message("entities.csv-unknown", { name: id }),
  advice: message("entities.cell-gone"),
});

const twoValues = (name: string): Unfit => ({
  what: message("entities.csv-two-values", { name }),
  advice: message("entities.cell-once"),
});

const afterwards = (column: EntityColumn, value: Value): string => {
  if (value === null) return "";
  return typeof value === "string"
    ? value
    : wordsOfAnswer("field" in column ? column.field : undefined, value);
};

/** What a column takes words as, or what is wrong with them. */
function wordsIn(column: EntityColumn, typed: string): { readonly value: Value } | Unfit {
  const words = typed.trim();
  if (words.length > limits.stringLength)
    return {
      what: message("entities.cell-too-long", { length: words.length }),
      advice: message("entities.cell-shorter", { most: limits.stringLength }),
    };
  const unfit = words === "" ? message("entities.cell-empty") : message("entities.csv-unfit", { words });
  if ("field" in column) {
    if (words === "") return { value: null };
    const answer = answerIn(column.field, words);
    return answer ? { value: answer } : { what: unfit, advice: fieldAdvice(column.field) };
  }
  const { choices, fact } = column;
  if (choices) {
    const value = choices.find((choice) => choice === foldedName(words));
    if (value !== undefined) return { value };
    return { what: unfit, advice: message("entities.csv-takes-one", { choices: choices.join(", ") }) };
  }
  if (words === "" && fact === "name") return { what: unfit, advice: message("entities.takes-name") };
  return { value: words === "" ? null : words };
}

/** What the field takes. */
const fieldAdvice = (field: EntityField): Message =>
  field.kind === "choice"
    ? message("entities.csv-takes-choice", { choices: field.choices.map(({ name }) => name).join(", ") })
    : message(`entities.takes-${field.kind}`);

interface Entering extends Required<Planning> {
  readonly group: EntityGroup;
  readonly words: string;
}

/** Puts the value into the entity; `null`: that is what its cell says already, also where it is known from those that were merged into it. */
function entering(
  value: Value,
  column: EntityColumn,
  { group, words, provenance, isMentioned }: Entering,
): ((entity: Entity) => Entity) | null {
  const { entity: known } = group;
  if (cellWords(column, group).trim() === words.trim()) return null;
  if ("fact" in column)
    return (entity) =>
      column.fact === "name"
        ? renamed(entity, String(value), isMentioned(entity.id))
        : withFact(entity, column.fact, value);
  const { field } = column;
  const before = knownIn(group, field).known;
  if (value === null) {
    if (!enteredIn(known, field.id)) return null;
    return ({ fields: { [field.id]: _before, ...others } = {}, ...rest }) =>
      Object.keys(others).length > 0 ? { ...rest, fields: others } : rest;
  }
  if (typeof value === "string" || (before && sameValue(answerOf(before), value))) return null;
  return (entity) => ({ ...entity, fields: { ...entity.fields, [field.id]: { ...value, provenance } } });
}

function renamed(entity: Entity, name: string, keepsName: boolean): Entity {
  const names = keepsName ? [...entity.aliases, entity.name] : entity.aliases;
  return { ...entity, name, aliases: [...new Set(names)].filter((alias) => alias !== name) };
}

function withFact(entity: Entity, fact: Exclude<Fact, "name">, value: Value): Entity {
  const { [fact]: _before, ...rest } = entity;
  return (value === null ? rest : { ...rest, [fact]: value }) as Entity;
}
