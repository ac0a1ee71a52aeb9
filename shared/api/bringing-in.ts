// Importing many articles at once: the questions and the answers.
import { z } from "zod";
import type { ApiErrorData } from "../errors/errors.ts";
import type { UnseenCharacter } from "../importers/unseen-characters.ts";
import { columnFields, type TableColumns } from "../importers/without-readers.ts";
import type { Id } from "../model/id.ts";
import { limits } from "../schema/limits.ts";
import type { ImportReport } from "./replies.ts";

const path = z.string().min(1).max(limits.pathLength);
const short = z.string().min(1).max(200);

/** Files and folders by their paths, and files that a window knows only the bytes of. */
export const bringInSources = {
  paths: z.array(path).max(limits.broughtFiles),
  files: z
    .array(
      z.strictObject({ fileName: z.string().min(1).max(1_000), base64: z.base64().max(limits.callBytes) }),
    )
    .max(limits.broughtFiles),
};

/** How a file is read. */
export const readingChoices = {
  /** Of files of text, pages, messages and tables; absent: as they say or as guessed. */
  encoding: short.exactOptional(),
  /** Of documents that are locked. It is kept nowhere. */
  password: short.exactOptional(),
};

export const bringInChoices = {
  /** Of what has the same bytes or the same text as an article of the project. */
  duplicates: z.enum(["skip", "take"]),
  /** Which column of a table holds what; absent: as guessed from their names; empty: none does. */
  columns: z.partialRecord(z.enum(columnFields), z.string().max(200)).exactOptional(),
  ...readingChoices,
  /** The same for single files, by the names under which they are reported. */
  each: z
    .array(
      z.strictObject({
        file: z.string().max(limits.pathLength),
        ...readingChoices,
      }),
    )
    .max(limits.broughtFiles)
    .exactOptional(),
  delimiter: z.string().min(1).max(4).exactOptional(),
};

/** A table before it is imported. */
export interface TableLook {
  readonly file: string;
  readonly encoding: string;
  readonly guessed: boolean;
  readonly delimiter: string | null;
  readonly names: readonly string[];
  readonly columns: TableColumns;
  readonly rows: number;
  /** The first rows, their cells cut short. */
  readonly first: readonly (readonly string[])[];
}

/** How a file reads: one whose encoding was guessed, one with characters that nobody sees, or one that was asked for. */
export interface TextLook {
  readonly file: string;
  readonly encoding: string;
  /** Whether its encoding was guessed, and nobody has said another. */
  readonly guessed: boolean;
  readonly beginning: string;
  readonly unseen: readonly UnseenCharacter[];
}

export interface BringInLook {
  /** Files found, also in folders and archives. */
  readonly files: number;
  /** The first few of each. */
  readonly tables: readonly TableLook[];
  readonly texts: readonly TextLook[];
  /** Names of files that have an encoding, the first of them. */
  readonly encoded: readonly string[];
  readonly refused: readonly RefusedFile[];
}

export interface RefusedFile {
  /** The file's name with its folders below what was chosen, or with the number of its row. */
  readonly file: string;
  readonly error: ApiErrorData;
}

export interface TakenFile extends ImportReport {
  readonly file: string;
  /** The title of an article with nearly the same text. */
  readonly nearly: string | null;
}

export interface SkippedFile {
  readonly file: string;
  readonly same: "bytes" | "text";
  /** The title of the article that is there. */
  readonly as: string;
  /** That article. */
  readonly article: Id;
}

export interface BroughtIn {
  readonly taken: readonly TakenFile[];
  readonly skipped: readonly SkippedFile[];
  readonly refused: readonly RefusedFile[];
  /** Whether somebody stopped it; what was taken until then stays. */
  readonly stopped: boolean;
}
