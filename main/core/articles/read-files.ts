// Reads articles, and tables row by row, from the bytes of untrusted files; runs inside the reader process. It gets a name,
// never a path.
import { endingOf, endings } from "../../../shared/files/endings.ts";
import { type LeftOutPart, leftOut } from "../../../shared/importers/html-body.ts";
import { decodeHtml, htmlTree, PageTooLarge } from "../../../shared/importers/html-tree.ts";
import {
  type ImportRefusal,
  type ImportResult,
  type ReadingChoices,
  refusal,
  type SourceFile,
} from "../../../shared/importers/importer.ts";
import { importerFor } from "../../../shared/importers/index.ts";
import { openMessage } from "../../../shared/importers/mime.ts";
import {
  articleOfRow,
  type ReadTable,
  readTable,
  type TableChoices,
} from "../../../shared/importers/table.ts";
import { pageOf } from "../../../shared/importers/web-archive.ts";

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

/** What the readers of pages leave out of a file: by the numbers of the list each is kept when the file is read again. */
async function leftOutOfFile(
  file: SourceFile,
  choices: ReadingChoices,
): Promise<readonly LeftOutPart[] | ImportRefusal> {
  if ((endings.html as readonly string[]).includes(endingOf(file.fileName))) {
    const decoded = decodeHtml(file.bytes, file.fileName, choices);
    return decoded.ok ? leftOut(htmlTree(decoded.text)) : decoded;
  }
  const mimeMessage = await openMessage(file, choices);
  if (!mimeMessage.ok) return mimeMessage;
  const { html } = mimeMessage.email;
  if (!html) return [];
  const isArchive = (endings.webArchive as readonly string[]).includes(endingOf(file.fileName));
  return leftOut(isArchive ? pageOf(html) : htmlTree(html));
}
