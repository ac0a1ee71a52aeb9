// What an importer is: a pure function from the bytes of a file to an article's text and what is recognised in it, or to
// a problem by its name.
import type { Problem, ProblemDetail } from "../api/errors.ts";
import type { Metadata, Original } from "../model/article.ts";
import type { Message } from "../words/message.ts";

export interface SourceFile {
  readonly bytes: Uint8Array;
  /** The file's name without its folders, as it came. */
  readonly fileName: string;
}

/** A text as it enters the project. Ranges are UTF-16 code units into `text`. */
export interface ImportedText {
  readonly ok: true;
  /** Every character as it came: byte order mark, line ends and white space included. */
  readonly text: string;
  readonly encoding: Original["encoding"];
  /** The title recognised in the text, on one line; `null` when there is none. */
  readonly title: string | null;
  readonly metadata: readonly Metadata[];
  /** Lone surrogates, which UTF-8 cannot hold, replaced by U+FFFD. */
  readonly replacedCharacters: number;
}

/** Why nothing was imported. */
export interface ImportRefusal {
  readonly ok: false;
  readonly problem: Problem;
  readonly detail: ProblemDetail;
}

export type ImportResult = ImportedText | ImportRefusal;

export interface Importer {
  /** A key, e.g. `text`. */
  readonly id: string;
  /** What file dialogs call it, e.g. `Plain text`. */
  readonly name: Message;
  /** Endings of file names that it reads, in lower case without the dot. */
  readonly extensions: readonly string[];
  /** Never throws for any bytes; its time grows linearly with them. */
  read(file: SourceFile): ImportResult;
}
