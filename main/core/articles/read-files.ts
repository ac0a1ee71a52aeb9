// Reads articles, and tables row by row, from the bytes of untrusted files; runs inside the reader process. It gets a name,
// never a path.
import type { LeftOutPart } from "../../../shared/importers/html-body.ts";
import { PageTooLarge } from "../../../shared/importers/html-tree.ts";
import {
  type ImportRefusal,
  type ImportResult,
  type ReadingChoices,
  refusal,
  type SourceFile,
} from "../../../shared/importers/importer.ts";
import { importerFor } from "../../../shared/importers/index.ts";
import { leftOutOfFile } from "../../../shared/importers/left-out.ts";
import {
  articleOfRow,
  type ReadTable,
  readTable,
  type TableChoices,
} from "../../../shared/importers/table.ts";

export type ReaderRequest =
  | { readonly kind: "article"; readonly file: SourceFile; readonly choices: ReadingChoices }
  | { readonly kind: "table"; readonly file: SourceFile; readonly choices: TableChoices }
  /** What would be left out of a page. */
  | { readonly kind: "left"; readonly file: SourceFile; readonly choices: ReadingChoices }
  /** Of the table that was opened last; counts from 1. */
  | { readonly kind: "row"; readonly file: string; readonly number: number };

/** A table without its rows. */
export interface OpenedTable extends Omit<ReadTable, "rows"> {
  readonly rows: number;
  /** The first rows, their cells cut short. */
  readonly first: readonly (readonly string[])[];
}

export type ReaderReply<Of extends ReaderRequest> = Of extends { kind: "table" }
  ? OpenedTable | ImportRefusal
  : Of extends { kind: "left" }
    ? readonly LeftOutPart[] | ImportRefusal
    : ImportResult;

/** Characters that are shown of a cell, and rows of a table. */
const longestCell = 120;
const firstRows = 3;

/** Holds the table that was opened last. */
export function createReader(): <Of extends ReaderRequest>(request: Of) => Promise<ReaderReply<Of>> {
  let table: ReadTable | null = null;
  async function answer(
    request: ReaderRequest,
  ): Promise<OpenedTable | ImportResult | readonly LeftOutPart[]> {
    if (request.kind === "left") return leftOutOfFile(request.file, request.choices);
    if (request.kind === "article")
      return importerFor(request.file.fileName).read(request.file, request.choices);
    if (request.kind === "row")
      return table ? articleOfRow(table, request.number, request.file) : tooMuch(request);
    const openedTable = readTable(request.file, request.choices);
    if (!openedTable.ok) return openedTable;
    table = openedTable;
    const { rows, ...rest } = openedTable;
    const leadingRows = rows
      .flatMap((row) => (row ? [row] : []))
      .slice(0, firstRows)
      .map((row) => row.map((cell) => cell.slice(0, longestCell)));
    return { ...rest, rows: rows.length, first: leadingRows };
  }
  return (async (request: ReaderRequest) => {
    try {
      return await answer(request);
    } catch (error) {
      if (!(error instanceof PageTooLarge)) throw error;
      return tooMuch(request);
    }
  }) as <Of extends ReaderRequest>(request: Of) => Promise<ReaderReply<Of>>;
}

const tooMuch = ({ file }: ReaderRequest): ImportRefusal =>
  refusal("file-exhausting", { file: typeof file === "string" ? file : file.fileName, why: "memory" });
