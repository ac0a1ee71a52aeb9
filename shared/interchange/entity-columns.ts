// The cells of the table of entities: a row an entity that stands for itself, a column each thing that the registry knows of it and each of
// the project's own fields. Words that are entered in cells, also of rows that make new entities, become one change of the registry, or are told
// with what does not fit.
import { guessedType, namingOf } from "../commands/entity-names.ts";
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
import { type EntityGroup, entityGroups, namesOf } from "../model/entity-groups.ts";
import { foldedName } from "../model/folded-name.ts";
import type { Id } from "../model/id.ts";
import type { Provenance } from "../model/provenance.ts";
import { sameValue } from "../model/same-value.ts";
import { get, type Table } from "../model/table.ts";
import type { EntityField, Tagset } from "../model/tagset.ts";
import { limits } from "../schema/limits.ts";
import { type Message, message } from "../words/message.ts";
import type { CellEdit, CellProblem } from "./cell-block.ts";
import { enteredValues, listed } from "./listed-values.ts";

/** What a project asks of its entities, and what it knows of them. */
export interface KnownEntities {
  readonly tagset: Pick<Tagset, "entityFields">;
  readonly entities: Table<Entity>;
}

/** What the registry knows of every entity. */
type Fact = "name" | "aliases" | "type" | "naming" | "role" | "affiliation" | "externalId";

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
  { id: "aliases", name: "aliases", fact: "aliases" },
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
  if ("fact" in column)
    return column.fact === "aliases" ? listed(group.entity.aliases) : (group.entity[column.fact] ?? "");
  const { known } = knownIn(group, column.field);
  return known ? wordsOfAnswer(column.field, known) : "";
}

/** What one cell said, and what it says from then on. */
interface CellChange {
  readonly entity: Id;
  readonly column: EntityColumn;
  readonly before: string;
  readonly after: string;
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
  /** Ids of rows that make new entities. What is not entered of one is guessed from its name; a row without any words makes none. */
  readonly added?: ReadonlySet<Id>;
}

/** What the edits change, all of them or none. A cell that is not changed stays as it is, with whoever entered it. */
export function planCells(
  edits: readonly CellEdit[],
  known: KnownEntities,
  { provenance, isMentioned = () => true, added: ids = new Set() }: Planning,
): PlannedCells {
  const fresh = new Set([...ids].filter((id) => !get(known.entities, id)));
  const { entered, problems } = readCells(edits, known, fresh);
  const drafts = draftsOf(entered, fresh, known.entities);
  problems.push(...drafts.problems);
  if (problems.length > 0)
    return { ok: false, problems: problems.sort((one, other) => one.edit - other.edit) };
  const groups = entityGroups(known.entities);
  const cells: CellChange[] = [];
  const steps = new Map<Id, ((entity: Entity) => Entity)[]>();
  for (const { entity: id, column, words, value } of entered) {
    const draft = drafts.entities.get(id);
    const from = draft ?? get(known.entities, id);
    if (!from) continue;
    const group = groups.get(id) ?? { entity: from, merged: [] };
    const step = entering(value, column, { group, words, provenance, isMentioned });
    const isNewName = draft !== undefined && column.id === "name";
    if (step || isNewName)
      cells.push({
        ...{ entity: id, column, before: draft ? "" : cellWords(column, group) },
        after: afterwards(column, value),
      });
    // A new name goes first: the one before it is among the other names then.
    if (step && column.id === "name") steps.set(id, [step, ...(steps.get(id) ?? [])]);
    else if (step) steps.set(id, [...(steps.get(id) ?? []), step]);
  }
  const made = (entity: Entity): Entity =>
    (steps.get(entity.id) ?? []).reduce((to, step) => step(to), entity);
  const updated = [...steps.keys()].flatMap((id) => {
    const from = get(known.entities, id);
    const to = from && made(from);
    return from && to && !sameValue(from, to) ? [{ from, to }] : [];
  });
  const changed = new Set([...drafts.entities.keys(), ...updated.map(({ to }) => to.id)]);
  const changedCells = cells.filter(({ entity }) => changed.has(entity));
  return {
    ok: true,
    entities: { added: [...drafts.entities.values()].map(made), updated, removed: [] },
    cells: changedCells,
    same: edits.length - changedCells.length,
  };
}

/** What was entered; `null`: nothing is known. */
type Value = EntityAnswer | string | readonly string[] | null;

interface EnteredCell {
  readonly entity: Id;
  readonly words: string;
  /** Which of the edits. */
  readonly edit: number;
  readonly column: EntityColumn;
  readonly value: Value;
}

/** What the columns take the words as, each cell once, and which do not fit. */
function readCells(
  edits: readonly CellEdit[],
  { tagset, entities }: KnownEntities,
  fresh: ReadonlySet<Id>,
): { readonly entered: readonly EnteredCell[]; readonly problems: CellProblem[] } {
  const columns = new Map(entityColumns({ tagset }).map((column) => [column.id, column]));
  const enteredByCell = new Map<string, EnteredCell>();
  const problems: CellProblem[] = [];
  const nameOfNew = (id: Id): string =>
    edits.find(({ row, column }) => row === id && column === "name")?.words.trim() ?? id;
  for (const [edit, { row: id, column: columnId, words }] of edits.entries()) {
    if (fresh.has(id) && words.trim() === "") continue;
    const [from, column] = [get(entities, id), columns.get(columnId)];
    const read = column && (from || fresh.has(id)) ? wordsIn(column, words) : goneFrom(from, id);
    const key = JSON.stringify([id, columnId]);
    const earlier = enteredByCell.get(key);
    if ("what" in read) problems.push({ edit, ...read });
    else if (earlier && !sameValue(earlier.value, read.value))
      problems.push({ edit, ...twoValues(from?.name ?? nameOfNew(id)) });
    else if (column && !earlier)
      enteredByCell.set(key, { edit, entity: id, column, words, value: read.value });
  }
  return { entered: [...enteredByCell.values()], problems };
}

/** The entities that new rows make, as far as their names tell, and which rows have no name or one that somebody has. */
function draftsOf(
  entered: readonly EnteredCell[],
  fresh: ReadonlySet<Id>,
  entities: Table<Entity>,
): { readonly entities: ReadonlyMap<Id, Entity>; readonly problems: readonly CellProblem[] } {
  const drafts = new Map<Id, Entity>();
  const problems: CellProblem[] = [];
  const rows = new Map<Id, EnteredCell[]>();
  for (const cell of entered)
    if (fresh.has(cell.entity)) rows.set(cell.entity, [...(rows.get(cell.entity) ?? []), cell]);
  if (rows.size === 0) return { entities: drafts, problems };
  const taken = new Set([...entityGroups(entities).values()].flatMap(namesOf).map(foldedName));
  for (const [id, cells] of rows) {
    const named = cells.find(({ column }) => column.id === "name");
    const name = named ? String(named.value) : "";
    const { edit } = named ?? cells[0] ?? { edit: 0 };
    if (name === "")
      problems.push({ edit, what: message("entities.cell-no-name"), advice: message("entities.takes-name") });
    else if (taken.has(foldedName(name)))
      problems.push({
        ...{ edit, what: message("entities.cell-name-taken", { name }) },
        advice: message("entities.cell-other-name"),
      });
    taken.add(foldedName(name));
    drafts.set(id, { id, name, type: guessedType(name, "person"), naming: namingOf(name), aliases: [] });
  }
  return { entities: drafts, problems };
}

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
  if (isNames(value)) return listed(value);
  return typeof value === "string"
    ? value
    : wordsOfAnswer("field" in column ? column.field : undefined, value);
};

const isNames = (value: Value): value is readonly string[] => Array.isArray(value);

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
  if (fact === "aliases") return { value: enteredValues(words) };
  if (words === "" && fact === "name") return { what: unfit, advice: message("entities.takes-name") };
  return { value: words === "" ? null : words };
}

/** What the field takes. */
const fieldAdvice = (field: EntityField): Message =>
  field.kind === "choice"
    ? message("entities.csv-takes-choice", { choices: field.choices.map(({ name }) => name).join(", ") })
    : message(`entities.takes-${field.kind}`);

interface Entering extends Required<Omit<Planning, "added">> {
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
  if ("fact" in column) {
    const { fact } = column;
    if (fact === "name") return (entity) => renamed(entity, String(value), isMentioned(entity.id));
    if (fact !== "aliases") return (entity) => withFact(entity, fact, value);
    const names = isNames(value) ? value : [];
    if (sameValue(names, known.aliases)) return null;
    return (entity) =>
      withNames(entity, names, entity.name !== known.name && isMentioned(entity.id) ? known.name : null);
  }
  const { field } = column;
  const before = knownIn(group, field).known;
  if (value === null) {
    if (!enteredIn(known, field.id)) return null;
    return ({ fields: { [field.id]: _before, ...others } = {}, ...rest }) =>
      Object.keys(others).length > 0 ? { ...rest, fields: others } : rest;
  }
  if (typeof value === "string" || isNames(value) || (before && sameValue(answerOf(before), value)))
    return null;
  return (entity) => ({ ...entity, fields: { ...entity.fields, [field.id]: { ...value, provenance } } });
}

function renamed(entity: Entity, name: string, keepsName: boolean): Entity {
  const names = keepsName ? [...entity.aliases, entity.name] : entity.aliases;
  return { ...entity, name, aliases: [...new Set(names)].filter((alias) => alias !== name) };
}

/** With just these names besides its own, and the one that it had as far as that stays known. */
function withNames(entity: Entity, names: readonly string[], formerName: string | null): Entity {
  const aliases = new Set([...names, ...(formerName === null ? [] : [formerName])]);
  aliases.delete(entity.name);
  return { ...entity, aliases: [...aliases] };
}

function withFact(entity: Entity, fact: Exclude<Fact, "name" | "aliases">, value: Value): Entity {
  const { [fact]: _before, ...rest } = entity;
  return (value === null ? rest : { ...rest, [fact]: value }) as Entity;
}
