// The entities of the project as a table: all that is known of each is typed through, pasted from a spreadsheet and imported from a file.
import { Upload } from "lucide-react";
import { useId, useRef, useState } from "react";
import { ApiError, type ApiErrorData } from "../../../shared/errors/errors.ts";
import { decode } from "../../../shared/importers/decode.ts";
import { entityValuesCsv } from "../../../shared/interchange/entity-values.ts";
import { namesOf } from "../../../shared/model/entity-groups.ts";
import type { Annotator } from "../../../shared/model/project.ts";
import { limits } from "../../../shared/schema/limits.ts";
import { goToEntity } from "../../actions/panes.ts";
import { useStore } from "../../lib/store.ts";
import { entityTableOf } from "../../state/project/entity-table.ts";
import { Button } from "../../ui/button.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import type { Page, PageProps } from "../page.ts";
import { ProblemLine } from "../problem-line.tsx";
import { madeOf } from "../span/own-fields.tsx";
import { EntityGridTable } from "./entity-grid.tsx";
import { ImportValuesDialog, type ValueSource } from "./import-values-dialog.tsx";
import { ProblemList } from "./problem-list.tsx";
import { columnTitle } from "./table-words.ts";
import { type EntityGrid, useEntityGrid } from "./use-entity-grid.ts";

import "../../styles/entity-table.css";

function EntityTablePane({ project }: PageProps) {
  const { workspace } = usePanels();
  const { say } = useWords();
  const { state } = entityTableOf(workspace);
  const { typed } = useStore(state, (value) => value);
  const { tagset, annotators } = project.project;
  const canEdit = project.readOnly === null;
  const scroller = useRef<HTMLDivElement>(null);
  const grid = useEntityGrid(tagset, canEdit, scroller);
  const noteId = useId();
  const [source, setSource] = useState<ValueSource | null>(null);
  const shown = grid.pastedTable === null ? source : { file: null, text: grid.pastedTable };
  return (
    <section className="entity-table-page" aria-label={say("entities.table")} data-pane="page" tabIndex={-1}>
      <h1 className="visually-hidden">{say("entities.table")}</h1>
      <header className="entity-table-head">
        <SearchField
          label={say("entities.find")}
          value={typed}
          onChange={(words) => state.patch({ typed: words })}
        />
        <span className="quiet" role="status">
          {say("entities.found", { count: grid.rows.length })}
        </span>
        <span className="spring" />
        <TableTools grid={grid} canEdit={canEdit} onImport={setSource} />
      </header>
      {grid.rowCount === 0 ? (
        <p className="pane-empty quiet">{say("entities.none")}</p>
      ) : (
        <>
          <EntityGridTable grid={grid} scroller={scroller} noteId={noteId} />
          <footer className="entity-table-foot">
            <div className="entity-table-line">
              <CellNote grid={grid} noteId={noteId} annotators={annotators} />
              <Result grid={grid} />
            </div>
            {grid.report?.of === "problems" && <ProblemList problems={grid.report.problems} />}
            <p className="quiet small">
              {say(canEdit ? "entities.table-keys" : "entities.table-keys-reading")}
            </p>
          </footer>
        </>
      )}
      {shown && (
        <ImportValuesDialog
          source={shown}
          tagset={tagset}
          onClose={() => {
            setSource(null);
            grid.closePasted();
          }}
        />
      )}
    </section>
  );
}

interface ToolsProps {
  readonly grid: EntityGrid;
  readonly canEdit: boolean;
  onImport(source: ValueSource): void;
}

function TableTools({ grid, canEdit, onImport }: ToolsProps) {
  const { workspace, ui } = usePanels();
  const { say } = useWords();
  const entities = useStore(workspace.state, (state) => state.entities);
  const tagset = useStore(workspace.state, ({ project }) => project?.project.tagset ?? {});
  const file = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<ApiErrorData | null>(null);
  const group = grid.groupAt(grid.current.row);
  async function read(chosen: File): Promise<void> {
    setProblem(null);
    try {
      onImport(await sourceIn(chosen));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setProblem(error.toData());
    }
  }
  return (
    <>
      <ProblemLine problem={problem} />
      {group && (
        <Button look="quiet-button" onPress={() => goToEntity(ui, group.entity.id)}>
          {say("entities.show")}
        </Button>
      )}
      <CopyButton
        label={say("entities.table-copy")}
        text={() => entityValuesCsv({ tagset, entities }, { delimiter: "\t", newline: "\n" })}
      />
      {canEdit && (
        <>
          <Button onPress={() => file.current?.click()}>
            <Upload size={14} aria-hidden /> {say("entities.import-action")}
          </Button>
          <input
            ref={file}
            type="file"
            accept=".csv,.tsv,.txt,text/csv"
            aria-label={say("entities.import-action")}
            hidden
            onChange={({ currentTarget }) => {
              const [chosen] = currentTarget.files ?? [];
              if (chosen) void read(chosen);
              // The same file can be chosen again once it was mended.
              currentTarget.value = "";
            }}
          />
        </>
      )}
    </>
  );
}

/** The text of a file that was chosen. Throws an `ApiError` where it has none. */
async function sourceIn(file: File): Promise<ValueSource> {
  if (file.size > limits.jsonBytes)
    throw new ApiError("file-too-large", { file: file.name, limit: limits.jsonBytes });
  const decoded = decode(new Uint8Array(await bytesOf(file)), file.name);
  if (!decoded.ok) throw new ApiError(decoded.problem, decoded.detail);
  return { file: file.name, text: decoded.text };
}

async function bytesOf(file: File): Promise<ArrayBuffer> {
  try {
    return await file.arrayBuffer();
  } catch (error) {
    if (error instanceof DOMException) throw new ApiError("file-unreadable", { file: file.name });
    throw error;
  }
}

interface NoteProps {
  readonly grid: EntityGrid;
  readonly noteId: string;
  readonly annotators: readonly Annotator[];
}

/** Of the cell that has the keyboard: who entered its value, and how the entity is also called. */
function CellNote({ grid, noteId, annotators }: NoteProps) {
  const words = useWords();
  const group = grid.groupAt(grid.current.row);
  const column = grid.columns[grid.current.column];
  if (!group || !column) return <p id={noteId} className="entity-table-note" />;
  const [, ...others] = namesOf(group);
  const made = "field" in column ? madeOf(column.field, group, annotators, words) : null;
  const also = column.id === "name" && others.length > 0;
  const place = words.say("entities.table-cell", {
    name: group.entity.name,
    column: words.tell(columnTitle(column)),
  });
  return (
    <p id={noteId} className="entity-table-note">
      <OutsideText>{place}</OutsideText>
      {made !== null && <OutsideText>{made}</OutsideText>}
      {also && <OutsideText>{words.say("entities.merge-names", { names: words.list(others) })}</OutsideText>}
    </p>
  );
}

/** What came of what was entered last. */
function Result({ grid: { report } }: { readonly grid: EntityGrid }) {
  const { tell } = useWords();
  return (
    <p role="status" className="entity-table-result">
      {report?.of === "result" ? tell(report.words) : ""}
    </p>
  );
}

export const entityTablePage: Page = { Body: EntityTablePane };
