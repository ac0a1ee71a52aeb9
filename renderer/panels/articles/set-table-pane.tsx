// The article sets of the project as a table: what each asks is typed through, pasted from a spreadsheet and imported from a file. A set
// asks something: a row with a name and no condition is a draft until one is entered.
import { useMemo, useRef, useState } from "react";
import type { OpenProject } from "../../../shared/api/contract.ts";
import type { ApiErrorData } from "../../../shared/errors/errors.ts";
import { cellFinding } from "../../../shared/interchange/cell-block.ts";
import {
  type KnownSets,
  knownSetsOf,
  none,
  type SetColumn,
  setColumns,
  setWords,
} from "../../../shared/interchange/set-columns.ts";
import { isSetTable, readSetValues, setValuesCsv } from "../../../shared/interchange/set-values.ts";
import { filterWork, nobody } from "../../../shared/model/article-filter.ts";
import type { ArticleSet } from "../../../shared/model/article-set.ts";
import { foldedName } from "../../../shared/model/folded-name.ts";
import type { Id } from "../../../shared/model/id.ts";
import { type Message, message, type Text } from "../../../shared/words/message.ts";
import type { Words } from "../../../shared/words/say.ts";
import { keepGridRows, orderGridRows } from "../../lib/grid-rows.ts";
import type { GridOrder } from "../../lib/grid-state.ts";
import { useStore } from "../../lib/store.ts";
import { filteringOf } from "../../state/articles/filtering.ts";
import {
  type SetDrafts,
  type SetsOutcome,
  type SetTable,
  setTableOf,
} from "../../state/articles/set-table.ts";
import { Button } from "../../ui/button.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { plainText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { GridPage, type TableSource } from "../grid/grid-page.tsx";
import { ImportDialog, type TablePreview } from "../grid/import-dialog.tsx";
import { type Entry, type FilledGrid, type GridColumn, type GridContent, useGrid } from "../grid/use-grid.ts";
import { useKeptRows } from "../grid/use-kept-rows.ts";
import type { Page, PageProps } from "../page.ts";
import { ProblemLine } from "../problem-line.tsx";

function SetTablePane({ project }: PageProps) {
  const { say } = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  const [problem, setProblem] = useState<ApiErrorData | null>(null);
  const content = useSetContent(project, setProblem);
  const grid = useGrid(content, scroller);
  return (
    <GridPage
      {...{ grid, scroller }}
      label={say("sets.table")}
      newLabel={say("sets.table-new")}
      findLabel={say("sets.find")}
      counted={say("sets.counted", { count: content.known.sets.length })}
      none={say("sets.none")}
      tools={
        <>
          <ProblemLine problem={problem} />
          <SetTools {...{ content, grid }} onProblem={setProblem} />
        </>
      }
      note={useSetNote(content, grid)}
      keys={say(content.canEdit ? "sets.table-keys" : "entities.table-keys-reading")}
      importDialog={(source, onClose) => <ImportSetsDialog {...{ source, content, onClose }} />}
    />
  );
}

interface ToolsProps {
  readonly content: SetContent;
  readonly grid: FilledGrid;
  onProblem(problem: ApiErrorData | null): void;
}

function SetTools({ content, grid: { currentRow }, onProblem }: ToolsProps) {
  const { workspace } = usePanels();
  const { say } = useWords();
  const set = currentRow === undefined ? undefined : content.setOf(currentRow);
  const { names: _spoken, ...known } = content.known;
  return (
    <>
      {content.canEdit && set && (
        <Button
          look="quiet-button"
          onPress={() => void filteringOf(workspace).removeSet(set.id).then(onProblem)}
        >
          {say("sets.remove", { name: plainText(set.name) })}
        </Button>
      )}
      <CopyButton
        label={say("entities.table-copy")}
        text={() => setValuesCsv(known, { delimiter: "\t", newline: "\n" })}
      />
    </>
  );
}

/** Of the cell that has the keyboard: which one it is, and how several values are written. */
function useSetNote(content: SetContent, { current, currentRow }: FilledGrid): readonly string[] {
  const { say, tell } = useWords();
  const [first, column] = [content.columns[0], content.columns[current.column]];
  if (!first || !column || currentRow === undefined) return [];
  const isList = !["name", "words", "from", "to"].includes(column.id);
  const lacks = column.id === "publishers" || column.id === "tags";
  return [
    say("entities.table-cell", { name: content.shown(currentRow, first), column: tell(column.title) }),
    ...(isList ? [say("sets.list-note")] : []),
    ...(lacks ? [say("sets.none-note", { none })] : []),
  ];
}

interface ImportProps {
  readonly source: TableSource;
  readonly content: SetContent;
  onClose(): void;
}

function ImportSetsDialog({ source: { file, text }, content: { known }, onClose }: ImportProps) {
  const { workspace } = usePanels();
  const { say } = useWords();
  const [problem, setProblem] = useState<ApiErrorData | null>(null);
  const read = useMemo(() => readSetValues(text, known, workspace.newId), [text, known, workspace]);
  async function run(): Promise<Message | "failed" | null> {
    if (!read.ok) return null;
    const { edits, added } = read;
    const outcome = await setTableOf(workspace).importTable({ edits, added, names: known.names });
    setProblem(outcome.kind === "failed" ? outcome.problem : null);
    if (outcome.kind === "refused") return outcome.why;
    return outcome.kind === "failed" ? "failed" : null;
  }
  return (
    <ImportDialog
      {...{ file, onClose }}
      rowTitle={say("sets.import-set")}
      preview={previewOf(read)}
      onImport={run}
    >
      <ProblemLine problem={problem} />
    </ImportDialog>
  );

  function previewOf(table: typeof read): TablePreview {
    if (!table.ok) return table;
    const { cells, same, empty, edits, added } = table;
    const nameOf = (row: string): string =>
      known.sets.find(({ id }) => id === row)?.name ??
      edits.find((edit) => edit.row === row && edit.column === "name")?.words ??
      row;
    return {
      ...{ ok: true, same, empty },
      added: added.size > 0 ? message("sets.added", { count: added.size }) : null,
      changes: cells.map(({ row, column, before, after }) => ({
        ...{ name: nameOf(row), column: setColumnTitle(column), before, after },
      })),
    };
  }
}

export const setTablePage: Page = { Body: SetTablePane };

interface SetContent extends GridContent {
  readonly known: Required<KnownSets>;
  /** `undefined`: it is not saved. */
  setOf(row: Id): ArticleSet | undefined;
}

const titles: Readonly<Record<SetColumn["id"], Text>> = {
  name: message("filters.name"),
  words: message("sets.column-words"),
  publishers: message("filters.publishers"),
  tags: message("filters.tags"),
  from: message("filters.from"),
  to: message("filters.to"),
  work: message("filters.work"),
  assigned: message("filters.assigned"),
  annotated: message("filters.annotated"),
  articles: message("filters.articles"),
};

const setColumnTitle = ({ id }: Pick<SetColumn, "id">): Text => titles[id];

const columns: readonly GridColumn[] = setColumns.map((column) => ({
  ...{ id: column.id, title: setColumnTitle(column) },
  width: { name: 220, from: 110, to: 110, articles: 260 }[column.id as string] ?? 180,
}));

const columnOf = ({ id }: GridColumn): SetColumn | undefined => setColumns.find((column) => column.id === id);

/** `onProblem`: what came of saving the sets; `null`: they are. */
function useSetContent(project: OpenProject, onProblem: (problem: ApiErrorData | null) => void): SetContent {
  const { workspace } = usePanels();
  const words = useWords();
  const table = setTableOf(workspace);
  const articles = useStore(workspace.state, (state) => state.articles);
  const drafts = useStore(table.drafts, (value) => value);
  const known = useMemo(() => knownSetsOf({ project: project.project, articles }), [project, articles]);
  const spoken = useMemo(() => ({ ...known, names: namesIn(words) }), [known, words]);
  const setsById = useMemo(() => new Map(known.sets.map((set) => [set.id, set])), [known]);
  const rows = useSetRows(table, spoken, drafts);
  const said =
    (by: KnownSets) =>
    (row: Id, gridColumn: GridColumn): string => {
      const [set, column] = [setsById.get(row), columnOf(gridColumn)];
      if (set && column) return setWords(column, set, by);
      return drafts.edits.find((one) => one.row === row && one.column === gridColumn.id)?.words ?? "";
    };
  return {
    ...{ state: table.state, columns, rows, nextId: drafts.nextId, known: spoken },
    canEdit: project.readOnly === null,
    newId: workspace.newId,
    setOf: (row) => setsById.get(row),
    shown: said(spoken),
    copied: said(known),
    choices: () => null,
    isTable: isSetTable,
    enter: (edits, added) => enter({ table, known: spoken, onProblem }, edits, added),
  };
}

/** What states and nobody are called. */
const namesIn = ({ say }: Words): ReadonlyMap<string, string> =>
  new Map(
    filterWork.map((id) => [id, say(id === nobody ? "filters.nobody" : `progress.state-${id}`)] as const),
  );

interface Entering {
  readonly table: SetTable;
  readonly known: Required<KnownSets>;
  onProblem(problem: ApiErrorData | null): void;
}

function enter(
  { table, known, onProblem }: Entering,
  ...[edits, added]: Parameters<GridContent["enter"]>
): Entry {
  const entered = table.enter({ edits, added, names: known.names });
  if ("problems" in entered) {
    const names = namesOf(known);
    return { problems: entered.problems.map((problem) => cellFinding(problem, entered.edits, names)) };
  }
  const { count, done } = entered;
  return { count, done: done.then(wordsOf) };

  function wordsOf(outcome: SetsOutcome): Message | null {
    onProblem(outcome.kind === "failed" ? outcome.problem : null);
    if (outcome.kind === "saved") return message("entities.table-changed", { count });
    if (outcome.kind === "waiting") return message("sets.unfinished");
    return outcome.kind === "refused" ? outcome.why : null;
  }
}

const namesOf = ({ sets }: KnownSets) => ({
  nameOfRow: (row: Id) => sets.find(({ id }) => id === row)?.name,
  nameOfColumn(id: string) {
    const column = setColumns.find((one) => one.id === id);
    return column && setColumnTitle(column);
  },
});

/** The rows that are shown, drafts last; one keeps its place when it becomes a set. */
function useSetRows({ state }: SetTable, known: KnownSets, { edits }: SetDrafts): readonly Id[] {
  const { compare } = useWords();
  const { sets } = known;
  const drafts = useMemo(() => new Set(edits.map(({ row }) => row)), [edits]);
  const ids = useMemo(() => new Set([...sets.map(({ id }) => id), ...drafts]), [sets, drafts]);
  return useKeptRows(state, ids, {
    order: (by) => [...new Set([...orderSets(known, by, compare), ...drafts])],
    keep: (before, typed) =>
      keepGridRows(before, ids, (id) => {
        const set = sets.find((one) => one.id === id);
        return drafts.has(id) || (set !== undefined && isListed(set, typed));
      }),
  });
}

const isListed = ({ name }: ArticleSet, typed: string): boolean =>
  foldedName(name).includes(foldedName(typed));

function orderSets(
  known: KnownSets,
  { typed, by, isDescending }: GridOrder,
  compare: (one: string, other: string) => number,
): readonly Id[] {
  const column = setColumns.find(({ id }) => id === by) ?? setColumns[0];
  const rows = known.sets
    .filter((set) => isListed(set, typed))
    .map((set) => ({ id: set.id, name: set.name, words: setWords(column, set, known) }));
  return orderGridRows(rows, isDescending, compare);
}
