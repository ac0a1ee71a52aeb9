// Answers to the window's questions about files that are to be imported, apart from their readers, so that it need not hold these: the
// names of encodings, what columns of a table can hold, how large a file may be, and which locked one can be opened here.

import type { ApiErrorData } from "../errors/errors.ts";
import { endingOf, endings } from "../files/endings.ts";
import { limits } from "../schema/limits.ts";

/** The encodings that a person can choose, as the WHATWG Encoding Standard calls them, the commoner ones first. */
export const encodings = [
  "utf-8",
  "windows-1252",
  "utf-16le",
  "utf-16be",
  "windows-1250",
  "windows-1251",
  "windows-1253",
  "windows-1254",
  "windows-1255",
  "windows-1256",
  "iso-8859-2",
  "iso-8859-5",
  "iso-8859-15",
  "koi8-r",
  "koi8-u",
  "ibm866",
  "macintosh",
  "shift_jis",
  "euc-jp",
  "iso-2022-jp",
  "gb18030",
  "big5",
  "euc-kr",
] as const;

export type EncodingName = (typeof encodings)[number];

/** What a column of a table can hold of an article. */
export const columnFields = ["text", "title", "author", "date", "publisher", "url", "language"] as const;
export type ColumnField = (typeof columnFields)[number];
/** Which column holds what, by its name; those that are absent stand in no column. */
export type TableColumns = Readonly<Partial<Record<ColumnField, string>>>;

/** Bytes. A text beyond this has more characters than an article can have: one takes three bytes of UTF-8 at most. */
export const mostBytesOf = (fileName: string): number =>
  (endings.text as readonly string[]).includes(endingOf(fileName))
    ? Math.min(limits.articleBytes, limits.articleLength * 3)
    : limits.articleBytes;

/** Whether it was refused because it is locked, and can be opened here with its password: PDF alone. `file`: its name. */
export const isLockedPdf = ({ problem }: Pick<ApiErrorData, "problem">, file: string): boolean =>
  problem === "file-locked" && (endings.pdf as readonly string[]).includes(endingOf(file));
