// A page with a table that is filled in: what narrows it, its tools, the table, and below it what is known of the cell that has the keyboard and what came
// of what was entered last.
import { Upload } from "lucide-react";
import { type ReactNode, type RefObject, useId, useRef, useState } from "react";
import { ApiError, type ApiErrorData } from "../../../shared/errors/errors.ts";
import { decode } from "../../../shared/importers/decode.ts";
import { limits } from "../../../shared/schema/limits.ts";
import { useStore } from "../../lib/store.ts";
import { Button } from "../../ui/button.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { ProblemLine } from "../problem-line.tsx";
import { GridTable } from "./grid-table.tsx";
import { ProblemList } from "./problem-list.tsx";
import type { FilledGrid } from "./use-grid.ts";

interface Props {
  readonly grid: FilledGrid;
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** What the table is called, and what its last row says. */
  readonly label: string;
  readonly newLabel: string;
  readonly findLabel: string;
  /** How many there are. */
  readonly counted: string;
  /** Instead of a table without rows. */
  readonly none: string;
  readonly tools: ReactNode;
  /** Of the cell that has the keyboard, a piece each. */
  readonly note: readonly string[];
  /** How it is worked with. */
  readonly keys: string;
  /** The dialog over it that shows a table from elsewhere before it is taken. */
  importDialog(source: TableSource, onClose: () => void): ReactNode;
}

export function GridPage(props: Props) {
  const { grid, scroller, label, newLabel, findLabel, counted, none, tools, note, keys, importDialog } =
    props;
  const { tell } = useWords();
  const { state } = grid.content;
  const { typed } = useStore(state, (value) => value);
  const noteId = useId();
  const { report, pastedTable } = grid;
  const [chosen, setChosen] = useState<TableSource | null>(null);
  const source = pastedTable === null ? chosen : { file: null, text: pastedTable };
  function close(): void {
    setChosen(null);
    grid.closePasted();
  }
  return (
    <section className="entity-table-page" aria-label={label} data-pane="page" tabIndex={-1}>
      <h1 className="visually-hidden">{label}</h1>
      <header className="entity-table-head">
        <SearchField label={findLabel} value={typed} onChange={(words) => state.patch({ typed: words })} />
        <span className="quiet" role="status">
          {counted}
        </span>
        <span className="spring" />
        {tools}
        {grid.content.canEdit && <ImportButton onRead={setChosen} />}
      </header>
      {grid.rowIds.length === 0 ? (
        <p className="pane-empty quiet">{none}</p>
      ) : (
        <>
          <GridTable {...{ grid, label, newLabel, scroller, noteId }} />
          <footer className="entity-table-foot">
            <div className="entity-table-line">
              <p id={noteId} className="entity-table-note">
                {note.map((piece) => (
                  <OutsideText key={piece}>{piece}</OutsideText>
                ))}
              </p>
              <p role="status" className="entity-table-result">
                {report?.of === "result" ? tell(report.words) : ""}
              </p>
            </div>
            {report?.of === "problems" && <ProblemList problems={report.problems} />}
            <p className="quiet small">{keys}</p>
          </footer>
        </>
      )}
      {source && importDialog(source, close)}
    </section>
  );
}

/** A table from elsewhere, before it is taken. */
export interface TableSource {
  /** The name of the file; `null`: pasted. */
  readonly file: string | null;
  readonly text: string;
}

/** Asks for a file of CSV. */
function ImportButton({ onRead }: { onRead(source: TableSource): void }) {
  const { say } = useWords();
  const file = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<ApiErrorData | null>(null);
  async function read(chosen: File): Promise<void> {
    setProblem(null);
    try {
      onRead(await sourceIn(chosen));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setProblem(error.toData());
    }
  }
  return (
    <>
      <ProblemLine problem={problem} />
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
  );
}

/** The text of a file that was chosen. Throws an `ApiError` where it has none. */
async function sourceIn(file: File): Promise<TableSource> {
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
