// What a process does that takes files from outside apart: reads an article, or opens a table and reads the articles of its rows one
// by one. It gets bytes and a name, never a path.
import type { LeftOut } from "../../../shared/importers/html-body.ts";
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

export type Asked =
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

export type Answer<Of extends Asked> = Of extends { kind: "table" }
  ? OpenedTable | ImportRefusal
  : Of extends { kind: "left" }
    ? readonly LeftOut[] | ImportRefusal
    : ImportResult;

/** Characters that are shown of a cell, and rows of a table. */
const longestCell = 120;
const firstRows = 3;

/** Holds the table that was opened last. */
export function createReading(): <Of extends Asked>(asked: Of) => Promise<Answer<Of>> {
  let table: ReadTable | null = null;
  async function answer(asked: Asked): Promise<OpenedTable | ImportResult | readonly LeftOut[]> {
    if (asked.kind === "left") return leftOutOfFile(asked.file, asked.choices);
    if (asked.kind === "article") return importerFor(asked.file.fileName).read(asked.file, asked.choices);
    if (asked.kind === "row") return table ? articleOfRow(table, asked.number, asked.file) : tooMuch(asked);
    const openedTable = readTable(asked.file, asked.choices);
    if (!openedTable.ok) return openedTable;
    table = openedTable;
    const { rows, ...rest } = openedTable;
    const leadingRows = rows
      .flatMap((row) => (row ? [row] : []))
      .slice(0, firstRows)
      .map((row) => row.map((cell) => cell.slice(0, longestCell)));
    return { ...rest, rows: rows.length, first: leadingRows };
  }
  return (async (asked: Asked) => {
    try {
      return await answer(asked);
    } catch (error) {
      if (!(error instanceof PageTooLarge)) throw error;
      return tooMuch(asked);
    }
  }) as <Of extends Asked>(asked: Of) => Promise<Answer<Of>>;
}

const tooMuch = ({ file }: Asked): ImportRefusal =>
  refusal("file-exhausting", { file: typeof file === "string" ? file : file.fileName, why: "memory" });
