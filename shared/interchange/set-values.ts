// Article sets as one table that people fill in: a row a set, a column its name and each condition. It is read as a whole or not at all; an empty cell
// leaves what a set asks as it is, and a name that no set has makes one.

import { type FileFinding, wrong } from "../files/finding.ts";
import { setsNamed } from "../model/article-set.ts";
import { foldedName } from "../model/folded-name.ts";
import type { Id } from "../model/id.ts";
import { limits } from "../schema/limits.ts";
import { type Message, message } from "../words/message.ts";
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
import { type KnownSets, type PlannedSets, planSets, setColumns, setWords } from "./set-columns.ts";

/** The column with the ids of sets. */
const idColumn = "set";

/** The table as CSV: each set in the order in which they were made. */
export function setValuesCsv(known: KnownSets, form = csvForm): string {
  const rows = known.sets.map((set) => [set.id, ...setColumns.map((column) => setWords(column, set, known))]);
  const head = [idColumn, ...setColumns.map(({ name }) => name)];
  return csvText([head, ...rows], form);
}

/** What a table says that is not so yet, as sets to be saved; or everything in it that does not fit. */
type ReadSetValues =
  | (Extract<PlannedSets, { readonly ok: true }> & {
      /** Cells that say nothing, for which all stays as it is. */
      readonly empty: number;
      /** What is asked of each cell that is not empty. */
      readonly edits: readonly CellEdit[];
      /** Rows that make new sets. */
      readonly added: ReadonlySet<Id>;
    })
  | { readonly ok: false; readonly problems: readonly FileFinding[] };

/** `newId`: of the rows that make new sets. */
export function readSetValues(csv: string, known: KnownSets, newId: () => Id): ReadSetValues {
  const table = csvRows(csv);
  const problem = tableProblem(table, limits.articleSets, message("sets.csv-advice"));
  const problems = problem ? [problem] : headProblems(table.head);
  return problems.length > 0 ? { ok: false, problems } : valuesOf(table.head, table.rows, known, newId);
}

/** Whether the text is a table with a row that names its columns, one of which says which set a row is. */
export function isSetTable(text: string): boolean {
  const { head, rows } = csvRows(text);
  return rows.length > 0 && headProblems(head).length === 0;
}

const columnCalled = (called: string) => setColumns.find(({ name }) => name === foldedName(called));

function headProblems({ number, cells }: CsvRow): readonly FileFinding[] {
  const names = cells.map(foldedName);
  const known = setColumns.map(({ name }) => name).join(", ");
  const problems = cells.flatMap((called, at) => {
    const isKnown = names[at] === idColumn || columnCalled(called);
    if (isKnown && names.indexOf(names[at] ?? "") === at) return [];
    const what = isKnown ? message("entities.csv-column-twice") : message("sets.csv-no-column");
    return [wrong(placeInTable(number, called), what, message("sets.csv-columns", { known }))];
  });
  if (names.includes(idColumn) || names.includes("name")) return problems;
  return [
    ...problems,
    wrong(placeInTable(number, ""), message("sets.csv-no-set"), message("sets.csv-advice")),
  ];
}

function valuesOf(head: CsvRow, rows: readonly CsvRow[], known: KnownSets, newId: () => Id): ReadSetValues {
  const problems: RowProblem[] = [];
  const cells: CsvCell[] = [];
  const added = new Map<string, Id>();
  const [idAt, nameAt] = [idColumn, "name"].map((name) =>
    head.cells.findIndex((one) => foldedName(one) === name),
  );
  for (const row of rows) {
    const [id = "", name = ""] = [row.cells[idAt ?? -1], row.cells[nameAt ?? -1]];
    const about = setOf(row, { id, name, width: head.cells.length }, known);
    if (typeof about !== "string" && about !== null) {
      problems.push({ row: row.number, problem: about });
      continue;
    }
    const set = about ?? added.get(foldedName(name)) ?? newId();
    if (about === null) added.set(foldedName(name), set);
    for (const [at, called] of head.cells.entries()) {
      const column = columnCalled(called);
      // A name alone says which set it is, and does not rename it.
      if (!column || (column.id === "name" && about !== null && id === "")) continue;
      const edit = { row: set, column: column.id, words: row.cells[at] ?? "" };
      cells.push({ edit, row: row.number, column: column.name });
    }
  }
  const filled = cells.filter(({ edit }) => edit.words !== "");
  const edits = filled.map(({ edit }) => edit);
  const ids = new Set(added.values());
  const planned = planSets(edits, known, ids);
  if (!planned.ok || problems.length > 0)
    return { ok: false, problems: problemsInOrder(problems, planned.ok ? [] : planned.problems, filled) };
  return { ...planned, empty: cells.length - filled.length, edits, added: ids };
}

interface SetRow {
  readonly id: string;
  readonly name: string;
  /** How many columns the table has. */
  readonly width: number;
}

/** The id of the set that a row is about, `null` for a new one, or what is wrong with it. */
function setOf(row: CsvRow, { id, name, width }: SetRow, { sets }: KnownSets): Id | null | FileFinding {
  const advice = message("sets.csv-advice");
  const inColumn = (column: string, what: Message): FileFinding =>
    wrong(placeInTable(row.number, column), what, advice);
  const problem = overflow(row, width, advice);
  if (problem) return problem;
  if (id !== "")
    return sets.some((set) => set.id === id) ? id : inColumn(idColumn, message("sets.gone", { name: id }));
  if (name === "") return inColumn("name", message("sets.no-name"));
  const [only, second] = setsNamed(sets, name);
  if (second) return inColumn("name", message("sets.several", { name }));
  return only?.id ?? null;
}
