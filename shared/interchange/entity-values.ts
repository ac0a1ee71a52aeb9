// Entities as one table that people fill in: a row an entity, a column each thing that the registry knows of it, and each of the project's own
// fields, by its name. It is read as a whole or not at all, and an empty cell leaves what is known as it is. Names that nobody has are new entities
// where that is asked for.

import { type FileFinding, wrong } from "../files/finding.ts";
import { compareCodeUnits } from "../model/compare-code-units.ts";
import { type Entity, entityBehind } from "../model/entity.ts";
import { entityFieldsOf } from "../model/entity-field.ts";
import { type EntityGroup, entityGroups, namesOf } from "../model/entity-groups.ts";
import { foldedName } from "../model/folded-name.ts";
import type { Id } from "../model/id.ts";
import type { Provenance } from "../model/provenance.ts";
import { get, type Table } from "../model/table.ts";
import { limits } from "../schema/limits.ts";
import { message } from "../words/message.ts";
import type { CellEdit } from "./cell-block.ts";
import {
  type CsvCell,
  type CsvRow,
  csvRows,
  overflow,
  placeInTable,
  problemsInOrder,
  type RowProblem,
  tableProblem,
} from "./csv-rows.ts";
import { csvForm, csvText } from "./csv-text.ts";
import {
  cellWords,
  type EntityColumn,
  entityColumns,
  factsBeside,
  type KnownEntities,
  type PlannedCells,
  planCells,
} from "./entity-columns.ts";

/** The columns that say whom a row is about. */
const idColumn = "entity";
const nameColumn = "name";

/** The columns of values, as the table names them: a field of the project's own that is called as a fact has its column. */
function valueColumns({ tagset }: Pick<KnownEntities, "tagset">): readonly EntityColumn[] {
  const facts = new Set<EntityColumn>(factsBeside(entityFieldsOf(tagset)));
  return entityColumns({ tagset }).filter((column) => "field" in column || facts.has(column));
}

/** The table as CSV: each entity that stands for itself, by name, with what is known of it. */
export function entityValuesCsv({ tagset, entities }: KnownEntities, form = csvForm): string {
  const columns = valueColumns({ tagset });
  const groups = [...entityGroups(entities).values()].sort((one, other) =>
    compareCodeUnits(foldedName(one.entity.name), foldedName(other.entity.name)),
  );
  const rows = groups.map((group) => [
    ...[group.entity.id, group.entity.name],
    ...columns.map((column) => cellWords(column, group)),
  ]);
  const head = [idColumn, nameColumn, ...columns.map(({ name }) => name)];
  return csvText([head, ...rows], form);
}

/** What a table says that is not known yet, as a change of the registry; or everything in it that does not fit. */
type ReadEntityValues = {
  /** Names in it that nobody has, each once. */
  readonly unknownNames: readonly string[];
} & (
  | (Extract<PlannedCells, { readonly ok: true }> & {
      readonly values: number;
      /** What is asked of each cell that is not empty, to be planned again on what the registry has become. */
      readonly edits: readonly CellEdit[];
      /** Cells that say nothing, for which all stays as it is. */
      readonly empty: number;
    })
  | { readonly ok: false; readonly problems: readonly FileFinding[] }
);

interface Reading {
  /** Of what the table says. */
  readonly provenance: Provenance;
  /** Ids of new entities, for names that nobody has; absent: such a name is a problem. */
  newId?(): Id;
}

/** A row that has an entity's id gives it the name that stands beside it. */
export function readEntityValues(csv: string, registry: KnownEntities, reading: Reading): ReadEntityValues {
  const table = csvRows(csv);
  const problem = tableProblem(table, limits.annotations, message("entities.csv-advice"));
  if (problem) return { ok: false, problems: [problem], unknownNames: [] };
  const columns = columnsIn(table.head, registry);
  if (columns.problems.length > 0) return { ok: false, problems: columns.problems, unknownNames: [] };
  return valuesOf(table.rows, columns, registry, reading);
}

/** Whether the text is a table with a row that names its columns, one of which says whom a row is about. */
export function isEntityTable(text: string, { tagset }: KnownEntities): boolean {
  const { head, rows } = csvRows(text);
  return rows.length > 0 && columnsIn(head, { tagset }).problems.length === 0;
}

interface Columns {
  readonly width: number;
  /** Of the id and the name; -1: there is none. */
  readonly id: number;
  readonly name: number;
  readonly values: readonly { readonly at: number; readonly column: EntityColumn }[];
  readonly problems: readonly FileFinding[];
}

/** A column is a field by its name, its id, or as the table of entities of an export has it. */
function columnsIn({ number, cells: head }: CsvRow, { tagset }: Pick<KnownEntities, "tagset">): Columns {
  const known = valueColumns({ tagset });
  const problems: FileFinding[] = [];
  const values: { at: number; column: EntityColumn }[] = [];
  const placeOf = (name: string): number => head.findIndex((column) => foldedName(column) === name);
  const [id, name] = [placeOf(idColumn), placeOf(nameColumn)];
  for (const [index, called] of head.entries()) {
    if (index === id || index === name) continue;
    const column = columnCalled(called, known);
    const isRepeated = column
      ? values.some((one) => one.column === column)
      : [idColumn, nameColumn].includes(foldedName(called));
    if (column && !isRepeated) values.push({ at: index, column });
    else
      problems.push(
        wrong(
          placeInTable(number, called),
          isRepeated ? message("entities.csv-column-twice") : message("entities.csv-no-field"),
          message("entities.csv-fields", { known: known.map((one) => one.name).join(", ") }),
        ),
      );
  }
  if (id < 0 && name < 0)
    problems.push(
      wrong(placeInTable(number, ""), message("entities.csv-no-entity"), message("entities.csv-advice")),
    );
  return { width: head.length, id, name, values, problems };
}

function columnCalled(name: string, columns: readonly EntityColumn[]): EntityColumn | undefined {
  const isFieldId = (column: EntityColumn): boolean =>
    "field" in column && [column.field.id, `field_${column.field.id}`].includes(name);
  return (
    columns.find((column) => "field" in column && foldedName(column.name) === foldedName(name)) ??
    columns.find(isFieldId) ??
    columns.find((column) => "fact" in column && column.name === foldedName(name))
  );
}

/** What the rows say, all of it or nothing; each problem with its row and column. */
function valuesOf(
  rows: readonly CsvRow[],
  columns: Columns,
  registry: KnownEntities,
  { provenance, newId }: Reading,
): ReadEntityValues {
  const { cells, problems, unknownNames, added } = cellsIn(rows, columns, registry, newId);
  const filled = cells.filter(({ edit }) => edit.words !== "");
  const edits = filled.map(({ edit }) => edit);
  const planned = planCells(edits, registry, { provenance, added });
  if (!planned.ok || problems.length > 0) {
    const all = problemsInOrder(problems, planned.ok ? [] : planned.problems, filled);
    return { ok: false, problems: all, unknownNames };
  }
  const empty = cells.length - filled.length;
  return { ...planned, values: planned.cells.length, edits, empty, unknownNames };
}

interface TableCells {
  readonly cells: readonly CsvCell[];
  readonly problems: readonly RowProblem[];
  readonly unknownNames: readonly string[];
  /** Ids of those that get an entity. */
  readonly added: ReadonlySet<Id>;
}

const named = { id: nameColumn, name: nameColumn };

/** What each row asks of which entity, and the rows that are about nobody who could be told. */
function cellsIn(
  rows: readonly CsvRow[],
  columns: Columns,
  { entities }: KnownEntities,
  newId: (() => Id) | undefined,
): TableCells {
  const names = namesIn(entities);
  const problems: RowProblem[] = [];
  const cells: CsvCell[] = [];
  const unknown = new Map<string, string>();
  const added = new Map<string, Id>();
  const ask = (
    row: CsvRow,
    entity: Id,
    at: number,
    column: { readonly id: string; readonly name: string },
  ) => {
    const edit = { row: entity, column: column.id, words: row.cells[at] ?? "" };
    cells.push({ edit, row: row.number, column: column.name });
  };
  for (const row of rows) {
    const about = entityOf(row, columns, entities, names);
    const newName = "problem" in about ? about.newName : null;
    const folded = foldedName(newName ?? "");
    if (newName !== null) unknown.set(folded, unknown.get(folded) ?? newName);
    if ("problem" in about && (newName === null || !newId)) {
      problems.push({ row: row.number, problem: about.problem });
      continue;
    }
    const known = "problem" in about ? added.get(folded) : about.id;
    const id = known ?? newId?.() ?? "";
    const isRenamed = columns.id >= 0 && columns.name >= 0 && row.cells[columns.id] !== "";
    if (known === undefined) added.set(folded, id);
    if (known === undefined || isRenamed) ask(row, id, columns.name, named);
    for (const { at: place, column } of columns.values) ask(row, id, place, column);
  }
  return { cells, problems, unknownNames: [...unknown.values()], added: new Set(added.values()) };
}

/** A row that is about nobody who could be told. */
interface Unplaced {
  readonly problem: FileFinding;
  /** All that is wrong is that nobody is called so; `null`: something else is. */
  readonly newName: string | null;
}

/** Whom a row is about, or what is wrong with it. */
function entityOf(
  row: CsvRow,
  columns: Columns,
  entities: Table<Entity>,
  names: EntityNames,
): Entity | Unplaced {
  const advice = message("entities.csv-advice");
  const problem = overflow(row, columns.width, advice);
  if (problem) return { problem, newName: null };
  const { number, cells } = row;
  const [id = "", name = ""] = [cells[columns.id], cells[columns.name]];
  const entity = id === "" ? entityCalled(name, names, entities) : (get(entities, id) ?? "unknown");
  if (typeof entity !== "string") return entity;
  const column = id === "" ? nameColumn : idColumn;
  return {
    problem: wrong(
      placeInTable(number, column),
      message(`entities.csv-${entity}`, { name: id || name }),
      advice,
    ),
    newName: id === "" && name !== "" && entity === "unknown" ? name : null,
  };
}

/** The entities that stand for themselves, by what they are called. */
interface EntityNames {
  readonly byName: ReadonlyMap<string, readonly EntityGroup[]>;
  /** By any name, also of those that were merged into them. */
  readonly byAnyName: ReadonlyMap<string, readonly EntityGroup[]>;
}

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
