// The article sets of the project as a table: what each asks is typed through, pasted from a spreadsheet and imported from a file.
import { useMemo, useRef, useState } from "react";
import type { ApiErrorData } from "../../../shared/errors/errors.ts";
import { none } from "../../../shared/interchange/set-columns.ts";
import { readSetValues, setValuesCsv } from "../../../shared/interchange/set-values.ts";
import { type Message, message } from "../../../shared/words/message.ts";
import { filteringOf } from "../../state/articles/filtering.ts";
import { setTableOf } from "../../state/articles/set-table.ts";
import { Button } from "../../ui/button.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { plainText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { GridPage, type TableSource } from "../grid/grid-page.tsx";
import { ImportDialog, type TablePreview } from "../grid/import-dialog.tsx";
import { type FilledGrid, useGrid } from "../grid/use-grid.ts";
import type { Page, PageProps } from "../page.ts";
import { ProblemLine } from "../problem-line.tsx";
import { type SetContent, setColumnTitle, useSetContent } from "./use-set-content.ts";

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
