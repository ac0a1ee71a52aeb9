// Entities as one table that people fill in: a row an entity, a column each thing that the registry knows of it, and each of the project's own
// fields, by its name. It is read as a whole or not at all, and an empty cell leaves what is known as it is.
import Papa from "papaparse";
import { type FileFinding, wrong } from "../files/finding.ts";
import type { RecordsChange } from "../model/change.ts";
import { compareCodeUnits } from "../model/compare-code-units.ts";
import { type Entity, entityBehind, entityTypes, namings } from "../model/entity.ts";
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
import { message } from "../words/message.ts";
import { formulaLike, withoutGuard } from "./formula-guard.ts";

/** What a project asks of its entities, and what it knows of them. */
interface Registry {
  readonly tagset: Pick<Tagset, "entityFields">;
  readonly entities: Table<Entity>;
}

/** The columns that say whom a row is about. */
const idColumn = "entity";
const nameColumn = "name";

/** What the registry knows of every entity; a column as the table of an export has it. */
interface Fact {
  readonly column: string;
  readonly key: "type" | "naming" | "role" | "affiliation" | "externalId";
  /** Absent: any words. */
  readonly choices?: readonly string[];
}

const facts: readonly Fact[] = [
  { column: "type", key: "type", choices: entityTypes },
  { column: "naming", key: "naming", choices: namings },
  { column: "role", key: "role" },
  { column: "affiliation", key: "affiliation" },
  { column: "external_id", key: "externalId" },
];

/** Those whose columns are not the project's own: a field of the same name has it. */
const factsBeside = (fields: readonly EntityField[]): readonly Fact[] =>
  facts.filter(({ column }) => !fields.some(({ name }) => foldedName(name) === column));

/** As files have it; a spreadsheet takes cells between tabs from the clipboard. */
const csvForm = { delimiter: ",", newline: "\r\n" };

/** The table as CSV: each entity that stands for itself, by name, with what is known of it. */
export function entityValuesCsv({ tagset, entities }: Registry, form = csvForm): string {
  const fields = entityFieldsOf(tagset);
  const factColumns = factsBeside(fields);
  const groups = [...entityGroups(entities).values()].sort((one, other) =>
    compareCodeUnits(foldedName(one.entity.name), foldedName(other.entity.name)),
  );
  const rows = groups.map((group) => [
    ...[group.entity.id, group.entity.name],
    ...factColumns.map(({ key }) => group.entity[key] ?? ""),
    ...fields.map((field) => {
      const { known } = knownIn(group, field);
      return known ? wordsOfAnswer(field, known) : "";
    }),
  ]);
  const columns = [...factColumns.map(({ column }) => column), ...fields.map(({ name }) => name)];
  const head = [idColumn, nameColumn, ...columns];
  return `${Papa.unparse([head, ...rows], { escapeFormulae: formulaLike, ...form })}${form.newline}`;
}

/** What a table says that is not known yet, as a change of the registry; or everything in it that does not fit. */
type ReadEntityValues =
  | { readonly ok: true; readonly entities: RecordsChange<Entity>; readonly values: number }
  | { readonly ok: false; readonly problems: readonly FileFinding[] };

/** `provenance`: of what the table says. */
export function readEntityValues(csv: string, registry: Registry, provenance: Provenance): ReadEntityValues {
  const { data, errors } = Papa.parse<string[]>(csv.replace(/^\ufeff/u, ""), {
    delimitersToGuess: [",", ";", "\t", "|"],
  });
  const [head = { number: 1, cells: [] }, ...rows] = data
    .map((cells, index) => ({ number: index + 1, cells: cells.map((cell) => withoutGuard(cell).trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ""));
  const unclosed = errors.find(({ type }) => type === "Quotes");
  if (unclosed) return refused(at((unclosed.row ?? 0) + 1, ""), message("entities.csv-quotes"));
  if (rows.length > limits.annotations)
    return refused("", message("entities.csv-too-long", { most: limits.annotations }));
  const columns = columnsIn(head, registry);
  const problems = [...columns.problems];
  const answers = new Map<Id, RowAnswers>();
  const gathered = { ...registry, names: namesIn(registry.entities), answers };
  for (const row of rows)
    if (columns.problems.length === 0) problems.push(...takeRow(row, columns, gathered));
  if (problems.length > 0) return { ok: false, problems };
  return filled(answers, registry, provenance);
}

const refused = (where: FileFinding["where"], what: FileFinding["what"]): ReadEntityValues => ({
  ok: false,
  problems: [wrong(where, what, message("entities.csv-advice"))],
});

const at = (row: number, column: string): FileFinding["where"] =>
  message("entities.csv-place", { row, column, hasColumn: column === "" ? "no" : "yes" });

interface Row {
  /** Counted from 1, as an editor of tables does. */
  readonly number: number;
  readonly cells: readonly string[];
}

interface Columns {
  readonly width: number;
  /** Of the id and the name; -1: there is none. */
  readonly id: number;
  readonly name: number;
  readonly fields: readonly { readonly at: number; readonly field: EntityField }[];
  readonly facts: readonly { readonly at: number; readonly fact: Fact }[];
  readonly problems: readonly FileFinding[];
}

/** A column is a field by its name, its id, or as the table of entities of an export has it. */
function columnsIn({ number, cells: head }: Row, { tagset }: Registry): Columns {
  const known = entityFieldsOf(tagset);
  const problems: FileFinding[] = [];
  const fields: { at: number; field: EntityField }[] = [];
  const factColumns: { at: number; fact: Fact }[] = [];
  const besideFields = factsBeside(known);
  const columnNames = [...besideFields.map(({ column }) => column), ...known.map(({ name }) => name)];
  const placeOf = (name: string): number => head.findIndex((column) => foldedName(column) === name);
  const [id, name] = [placeOf(idColumn), placeOf(nameColumn)];
  for (const [index, column] of head.entries()) {
    if (index === id || index === name) continue;
    const field = fieldCalled(column, known);
    const fact = field ? undefined : besideFields.find((one) => one.column === foldedName(column));
    const isRepeated =
      fields.some((one) => one.field === field) ||
      factColumns.some((one) => one.fact === fact) ||
      (!field && [idColumn, nameColumn].includes(foldedName(column)));
    if (field && !isRepeated) fields.push({ at: index, field });
    else if (fact && !isRepeated) factColumns.push({ at: index, fact });
    else
      problems.push(
        wrong(
          at(number, column),
          isRepeated ? message("entities.csv-column-twice") : message("entities.csv-no-field"),
          message("entities.csv-fields", { known: columnNames.join(", ") }),
        ),
      );
  }
  if (id < 0 && name < 0)
    problems.push(wrong(at(number, ""), message("entities.csv-no-entity"), message("entities.csv-advice")));
  return { width: head.length, id, name, fields, facts: factColumns, problems };
}

const fieldCalled = (column: string, fields: readonly EntityField[]): EntityField | undefined =>
  fields.find(({ name }) => foldedName(name) === foldedName(column)) ??
  fields.find(({ id }) => id === column || `field_${id}` === column);

/** The entities that stand for themselves, by what they are called. */
interface EntityNames {
  readonly byName: ReadonlyMap<string, readonly EntityGroup[]>;
  /** By any name, also of those that were merged into them. */
  readonly byAnyName: ReadonlyMap<string, readonly EntityGroup[]>;
}

/** What the table says of one entity: by the id of a field, and by the key of a fact. */
interface RowAnswers {
  readonly fields: Map<string, EntityAnswer>;
  readonly facts: Map<Fact["key"], string>;
}

interface TableReading extends Registry {
  readonly names: EntityNames;
  readonly answers: Map<Id, RowAnswers>;
}

/** What is wrong with a row; what is right goes to the answers of its entity. */
function takeRow(
  { number, cells }: Row,
  columns: Columns,
  { entities, names, answers }: TableReading,
): readonly FileFinding[] {
  const advice = message("entities.csv-advice");
  // A mark between cells that stands within one, as in “Smith, John”, would put each value into the next field.
  if (cells.slice(columns.width).some((cell) => cell !== ""))
    return [wrong(at(number, ""), message("entities.csv-too-wide"), advice)];
  const [id = "", name = ""] = [cells[columns.id], cells[columns.name]];
  const found = id === "" ? entityCalled(name, names, entities) : (get(entities, id) ?? "unknown");
  if (typeof found === "string") {
    const column = id === "" ? nameColumn : idColumn;
    return [wrong(at(number, column), message(`entities.csv-${found}`, { name: id || name }), advice)];
  }
  const ofEntity = answers.get(found.id) ?? { fields: new Map(), facts: new Map() };
  answers.set(found.id, ofEntity);
  const take = <Key, Answer>(known: Map<Key, Answer>, key: Key, answer: Answer, column: string) => {
    const before = known.get(key);
    known.set(key, answer);
    const isOther = before !== undefined && !sameValue(before, answer);
    const what = message("entities.csv-two-values", { name: found.name });
    return isOther ? [wrong(at(number, column), what, advice)] : [];
  };
  const unfit = (column: string, words: string, takes: FileFinding["advice"]) => [
    wrong(at(number, column), message("entities.csv-unfit", { words }), takes),
  ];
  return [
    ...columns.facts.flatMap(({ at: place, fact: { key, column, choices } }) => {
      const words = cells[place] ?? "";
      if (words === "") return [];
      const value = choices ? choices.find((choice) => choice === foldedName(words)) : words;
      if (value !== undefined) return take(ofEntity.facts, key, value, column);
      return unfit(column, words, message("entities.csv-takes-one", { choices: (choices ?? []).join(", ") }));
    }),
    ...columns.fields.flatMap(({ at: place, field }) => {
      const words = cells[place] ?? "";
      if (words === "") return [];
      const answer = answerIn(field, words);
      if (answer) return take(ofEntity.fields, field.id, answer, field.name);
      return unfit(field.name, words, kindAdvice(field));
    }),
  ];
}

/** What the field takes. */
const kindAdvice = (field: EntityField) =>
  field.kind === "choice"
    ? message("entities.csv-takes-choice", { choices: field.choices.map(({ name }) => name).join(", ") })
    : message(`entities.takes-${field.kind}`);

function namesIn(entities: Table<Entity>): EntityNames {
  const groups = [...entityGroups(entities).values()];
  return {
    byName: groupsByName(groups, ({ entity }) => [entity.name]),
    byAnyName: groupsByName(groups, namesOf),
  };
}

function groupsByName(
  groups: readonly EntityGroup[],
  namesOfGroup: (group: EntityGroup) => readonly string[],
): ReadonlyMap<string, readonly EntityGroup[]> {
  const byName = new Map<string, EntityGroup[]>();
  for (const group of groups)
    for (const name of new Set(namesOfGroup(group).map(foldedName))) {
      const called = byName.get(name) ?? [];
      called.push(group);
      byName.set(name, called);
    }
  return byName;
}

/** The only entity that is called so, merged ones included; or why there is none. */
function entityCalled(
  name: string,
  { byName, byAnyName }: EntityNames,
  entities: Table<Entity>,
): Entity | "unknown" | "ambiguous" {
  const folded = foldedName(name);
  const [only, second] = byName.get(folded) ?? byAnyName.get(folded) ?? [];
  if (!only || name === "") return "unknown";
  return second ? "ambiguous" : (entityBehind(entities, only.entity.id) ?? only.entity);
}

/** What is already known so, by whomever, stays as it is. */
function filled(
  answers: ReadonlyMap<Id, RowAnswers>,
  { entities, tagset }: Registry,
  provenance: Provenance,
): ReadEntityValues {
  let values = 0;
  const groups = entityGroups(entities);
  /** What the printed table says: also what is known from those that were merged into it. */
  const knownOf = (from: Entity, id: string): EntityAnswer | undefined => {
    const [group, field] = [groups.get(from.id), entityFieldsOf(tagset).find((one) => one.id === id)];
    return enteredIn(from, id) ?? (group && field && knownIn(group, field).known);
  };
  const updated = [...answers].flatMap(([id, ofEntity]) => {
    const from = get(entities, id);
    const newAnswers = [...ofEntity.fields].filter(([field, answer]) => {
      const before = from && knownOf(from, field);
      return !before || !sameValue(answerOf(before), answer);
    });
    const newFacts = [...ofEntity.facts].filter(([key, value]) => from?.[key]?.trim() !== value);
    if (!from || newAnswers.length + newFacts.length === 0) return [];
    values += newAnswers.length + newFacts.length;
    const entered = newAnswers.map(([field, answer]) => [field, { ...answer, provenance }] as const);
    const to: Entity = {
      ...from,
      ...Object.fromEntries(newFacts),
      ...(entered.length > 0 && { fields: { ...from.fields, ...Object.fromEntries(entered) } }),
    };
    return [{ from, to }];
  });
  return { ok: true, entities: { added: [], updated, removed: [] }, values };
}
