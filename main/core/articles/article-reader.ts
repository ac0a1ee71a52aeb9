// Reads articles out of files in a process of its own, with a limit on its time and its memory: what comes from outside may be made to
// exhaust both. Where the program of the process is not built, as in tests over the sources, they are read here.
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { LeftOutPart } from "../../../shared/importers/html-body.ts";
import {
  type ImportRefusal,
  type ImportResult,
  type ReadingChoices,
  refusal,
  type SourceFile,
} from "../../../shared/importers/importer.ts";
import type { TableChoices } from "../../../shared/importers/table.ts";
import { sha256 } from "../../storage/files/json-text.ts";
import type { ExhaustedLimit } from "../../storage/home/set-aside.ts";
import type { CoreContext } from "../context.ts";
import { connectTo, Exhausted, outsideLimits, outsideTime } from "../processes/ask-process.ts";
import type { Processes, Program } from "../processes/processes.ts";
import { createReader, type OpenedTable, type ReaderReply, type ReaderRequest } from "./read-files.ts";

/** A file that is to be read. */
export interface OfferedFile extends SourceFile {
  /** Whether a person has chosen this very file, which is then read again also where it took too much before. */
  readonly isChosen: boolean;
}

export interface ArticleReader {
  /** One file after the other. Rejects only for a fault of ours. */
  read(file: OfferedFile, choices?: ReadingChoices): Promise<ImportResult>;
  /** What would be left out of a page. */
  left(file: OfferedFile, choices: ReadingChoices): Promise<readonly LeftOutPart[] | ImportRefusal>;
  /** Opens a table, whose rows can be read until another one is opened. */
  table(file: OfferedFile, choices?: TableChoices): Promise<OpenedTable | ImportRefusal>;
  /** The article of one row of the table that was opened last; counts from 1. `file` is only for the refusal. */
  row(number: number, file: string): Promise<ImportResult>;
  /** Ends it, also within a file, whose result is then a refusal. */
  close(): void;
}

const readProgram: Program = { path: join(import.meta.dirname, "read-process.js"), limits: outsideLimits };

interface ReaderOptions {
  /** Milliseconds for one file. */
  readonly time: number;
  readonly program: Program;
}

export function articleReader(
  processes: Processes,
  { time, program }: ReaderOptions = { time: outsideTime, program: readProgram },
): ArticleReader {
  const readHere = existsSync(program.path) ? null : createReader();
  const connection = connectTo(processes, program);
  let isClosed = false;
  async function requestReading<Of extends ReaderRequest>(
    request: Of,
  ): Promise<ReaderReply<Of> | ImportRefusal> {
    if (readHere) return readHere(request);
    try {
      return await connection.ask<ReaderReply<Of>>(request, { time, isFollowUp: request.kind === "row" });
    } catch (error) {
      if (!(error instanceof Exhausted)) throw error;
      const file = typeof request.file === "string" ? request.file : request.file.fileName;
      return refusal("file-exhausting", { file, why: isClosed ? "stopped" : error.why });
    }
  }
  const plain = ({ bytes, fileName }: SourceFile): SourceFile => ({ bytes, fileName });
  return {
    read: (file, choices = {}) => requestReading({ kind: "article", file: plain(file), choices }),
    left: (file, choices) => requestReading({ kind: "left", file: plain(file), choices }),
    table: (file, choices = {}) => requestReading({ kind: "table", file: plain(file), choices }),
    row: (number, file) => requestReading({ kind: "row", number, file }),
    close() {
      isClosed = true;
      connection.close();
    },
  };
}

/** A fault of ours in a file is logged in full, and refuses that one; what takes too much is set aside. */
export function steadyReader(
  { log, newId, processes, setAside }: Pick<CoreContext, "log" | "newId" | "processes" | "setAside">,
  reader = articleReader(processes),
): ArticleReader {
  async function refusing<Of>(file: string, reading: Promise<Of>): Promise<Of | ImportRefusal> {
    try {
      return await reading;
    } catch (error) {
      const id = newId().slice(0, 8);
      log.error(`reading ${file}`, error, id);
      return refusal("file-fault", { file, id });
    }
  }
  async function settingAside<Of extends object>(
    { bytes, fileName: file, isChosen }: OfferedFile,
    read: () => Promise<Of>,
  ): Promise<Of | ImportRefusal> {
    const earlierReason = setAside.why(() => sha256(bytes));
    if (earlierReason !== null && !isChosen) return refusal("file-set-aside", { file, why: earlierReason });
    const result = await refusing(file, read());
    const why = exhaustedBy(result);
    if (why !== null) await setAside.add(sha256(bytes), why);
    else if (earlierReason !== null && !isUnread(result)) await setAside.remove(sha256(bytes));
    return result;
  }
  return {
    read: (file, choices) => settingAside(file, () => reader.read(file, choices)),
    left: (file, choices) => settingAside(file, () => reader.left(file, choices)),
    table: (file, choices) => settingAside(file, () => reader.table(file, choices)),
    row: (number, file) => refusing(file, reader.row(number, file)),
    close: reader.close,
  };
}

/** Neither an article nor a reason why it is none: it was stopped, or the mistake is ours. */
const isUnread = (result: object): boolean =>
  "problem" in result && (result.problem === "file-exhausting" || result.problem === "file-fault");

function exhaustedBy(result: object): ExhaustedLimit | null {
  if (!("problem" in result && result.problem === "file-exhausting" && "detail" in result)) return null;
  const { why } = result.detail as ImportRefusal["detail"];
  return why === "time" || why === "memory" ? why : null;
}

/** Reads one file. */
export async function readArticleFile(
  file: OfferedFile,
  choices: ReadingChoices | undefined,
  reader: ArticleReader,
): Promise<ImportResult> {
  try {
    return await reader.read(file, choices);
  } finally {
    reader.close();
  }
}
