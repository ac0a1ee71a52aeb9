// Entities with their project's own fields as one table that people fill in: a row an entity, a column a field, by its name. It is read as a
// whole or not at all, and an empty cell leaves what is known as it is.
import Papa from "papaparse";
import { type FileFinding, wrong } from "../files/finding.ts";
import type { RecordsChange } from "../model/change.ts";
import { compareCodeUnits } from "../model/compare-code-units.ts";
import { type Entity, entityBehind } from "../model/entity.ts";
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

/** What the columns beside those of fields say; only the first two are read. */
const idColumn = "entity";
const nameColumn = "name";
const typeColumn = "type";

/** The table as CSV: each entity that stands for itself, by name, with what is known of it. */
export function entityValuesCsv({ tagset, entities }: Registry): string {
  const fields = entityFieldsOf(tagset);
  const groups = [...entityGroups(entities).values()].sort((one, other) =>
    compareCodeUnits(foldedName(one.entity.name), foldedName(other.entity.name)),
  );
  const rows = groups.map((group) => [
    ...[group.entity.id, group.entity.name, group.entity.type],
    ...fields.map((field) => {
      const { known } = knownIn(group, field);
      return known ? wordsOfAnswer(field, known) : "";
    }),
  ]);
  const head = [idColumn, nameColumn, typeColumn, ...fields.map(({ name }) => name)];
  return `${Papa.unparse([head, ...rows], { escapeFormulae: formulaLike, newline: "\r\n" })}\r\n`;
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
  const answers = new Map<Id, Map<string, EntityAnswer>>();
  const gathered = { ...registry, namings: namingsIn(registry.entities), answers };
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
  readonly problems: readonly FileFinding[];
}

/** A column is a field by its name, its id, or as the table of entities of an export has it. */
function columnsIn({ number, cells: head }: Row, { tagset }: Registry): Columns {
  const known = entityFieldsOf(tagset);
  const problems: FileFinding[] = [];
  const fields: { at: number; field: EntityField }[] = [];
  for (const [index, column] of head.entries()) {
    if ([idColumn, nameColumn, typeColumn].includes(foldedName(column))) continue;
    const field =
      known.find(({ name }) => foldedName(name) === foldedName(column)) ??
      known.find(({ id }) => id === column || `field_${id}` === column);
    const isRepeated = fields.some((one) => one.field === field);
    if (field && !isRepeated) fields.push({ at: index, field });
    else
      problems.push(
        wrong(
          at(number, column),
          field ? message("entities.csv-column-twice") : message("entities.csv-no-field"),
          known.length > 0
            ? message("entities.csv-fields", { known: known.map(({ name }) => name).join(", ") })
            : message("entities.csv-define"),
        ),
      );
  }
  const placeOf = (name: string): number => head.findIndex((column) => foldedName(column) === name);
  const [id, name] = [placeOf(idColumn), placeOf(nameColumn)];
  if (id < 0 && name < 0)
    problems.push(wrong(at(number, ""), message("entities.csv-no-entity"), message("entities.csv-advice")));
  return { width: head.length, id, name, fields, problems };
}

/** The entities that stand for themselves, by what they are called. */
interface Namings {
  readonly byName: ReadonlyMap<string, readonly EntityGroup[]>;
  /** By any name, also of those that were merged into them. */
  readonly byAnyName: ReadonlyMap<string, readonly EntityGroup[]>;
}

interface TableReading extends Registry {
  readonly namings: Namings;
  readonly answers: Map<Id, Map<string, EntityAnswer>>;
}

/** What is wrong with a row; what is right goes to the answers of its entity. */
function takeRow(
  { number, cells }: Row,
  columns: Columns,
  { entities, namings, answers }: TableReading,
): readonly FileFinding[] {
  const advice = message("entities.csv-advice");
  // A mark between cells that stands within one, as in “Smith, John”, would put each value into the next field.
  if (cells.slice(columns.width).some((cell) => cell !== ""))
    return [wrong(at(number, ""), message("entities.csv-too-wide"), advice)];
  const [id = "", name = ""] = [cells[columns.id], cells[columns.name]];
  const found = id === "" ? entityCalled(name, namings, entities) : (get(entities, id) ?? "unknown");
  if (typeof found === "string") {
    const column = id === "" ? nameColumn : idColumn;
    return [wrong(at(number, column), message(`entities.csv-${found}`, { name: id || name }), advice)];
  }
  const ofEntity = answers.get(found.id) ?? new Map<string, EntityAnswer>();
  answers.set(found.id, ofEntity);
  return columns.fields.flatMap(({ at: place, field }) => {
    const words = cells[place] ?? "";
    if (words === "") return [];
    const answer = answerIn(field, words);
    const where = at(number, field.name);
    if (!answer) return [wrong(where, message("entities.csv-unfit", { words }), kindAdvice(field))];
    const before = ofEntity.get(field.id);
    ofEntity.set(field.id, answer);
    const isOther = before !== undefined && !sameValue(before, answer);
    return isOther ? [wrong(where, message("entities.csv-two-values", { name: found.name }), advice)] : [];
  });
}

/** What the field takes. */
const kindAdvice = (field: EntityField) =>
  field.kind === "choice"
    ? message("entities.csv-takes-choice", { choices: field.choices.map(({ name }) => name).join(", ") })
    : message(`entities.takes-${field.kind}`);

function namingsIn(entities: Table<Entity>): Namings {
  const groups = [...entityGroups(entities).values()];
  return {
    byName: groupsByName(groups, ({ entity }) => [entity.name]),
    byAnyName: groupsByName(groups, namesOf),
  };
}

function groupsByName(
  groups: readonly EntityGroup[],
  namesIn: (group: EntityGroup) => readonly string[],
): ReadonlyMap<string, readonly EntityGroup[]> {
  const byName = new Map<string, EntityGroup[]>();
  for (const group of groups)
    for (const name of new Set(namesIn(group).map(foldedName))) {
      const called = byName.get(name) ?? [];
      called.push(group);
      byName.set(name, called);
    }
  return byName;
}

/** The only entity that is called so, merged ones included; or why there is none. */
function entityCalled(
  name: string,
  { byName, byAnyName }: Namings,
  entities: Table<Entity>,
): Entity | "unknown" | "ambiguous" {
  const folded = foldedName(name);
  const [only, second] = byName.get(folded) ?? byAnyName.get(folded) ?? [];
  if (!only || name === "") return "unknown";
  return second ? "ambiguous" : (entityBehind(entities, only.entity.id) ?? only.entity);
}

/** What is already known so, by whomever, stays as it is. */
function filled(
  answers: ReadonlyMap<Id, ReadonlyMap<string, EntityAnswer>>,
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
    const news = [...ofEntity].filter(([field, answer]) => {
      const before = from && knownOf(from, field);
      return !before || !sameValue(answerOf(before), answer);
    });
    if (!from || news.length === 0) return [];
    values += news.length;
    const entered = news.map(([field, answer]) => [field, { ...answer, provenance }] as const);
    return [{ from, to: { ...from, fields: { ...from.fields, ...Object.fromEntries(entered) } } }];
  });
  return { ok: true, entities: { added: [], updated, removed: [] }, values };
}
