// An importer, as a type: a pure function from the bytes of a file to an article's text and what is recognised in it, or to a problem by
// its name.
import type { Problem, ProblemDetail } from "../errors/errors.ts";
import type { ArticleBlock, ArticleFact, FactOrigin, Metadata, Original } from "../model/article.ts";
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
  /** Where the title is from, when it is not recognised in the text. */
  readonly titleFrom?: FactOrigin;
  readonly metadata: readonly Metadata[];
  /** Lone surrogates, which UTF-8 cannot hold, replaced by U+FFFD. */
  readonly replacedCharacters: number;
  /** The older encoding that the bytes were read by; absent for those that `encoding` knows. */
  readonly charset?: string;
  /** Where the form of the file told what its parts are. */
  readonly blocks?: readonly ArticleBlock[];
  /** What the file says of the article as data. */
  readonly about?: readonly ArticleFact[];
  /** What a person should know of how it was read: what was left out, what was guessed. */
  readonly notes?: readonly Message[];
}

/** Why nothing was imported. */
export interface ImportRefusal {
  readonly ok: false;
  readonly problem: Problem;
  readonly detail: ProblemDetail;
}

export type ImportResult = ImportedText | ImportRefusal;

/** What a person put right about how a file is read. */
export interface ReadingChoices {
  /** The encoding of a file of text, a web page or a message, in the place of what it says or what would be guessed. */
  readonly encoding?: string;
  /** The password of a document that is locked. */
  readonly password?: string;
  /** All that a page shows, also what looks like its furniture; or these of its parts that would be left out, by their numbers. */
  readonly keep?: "everything" | readonly number[];
}

export interface Importer {
  /** A key, e.g. `text`. */
  readonly id: string;
  /** What file dialogs call it, e.g. `Plain text`. */
  readonly name: Message;
  /** Endings of file names that it reads, in lower case without the dot. */
  readonly extensions: readonly string[];
  /** For any bytes, throws or rejects with nothing but `PageTooLarge`. What takes long or much is ended from outside, with its process. */
  read(file: SourceFile, choices?: ReadingChoices): ImportResult | Promise<ImportResult>;
}

/** An importer that has nothing to wait for. */
export interface PlainImporter extends Importer {
  read(file: SourceFile, choices?: ReadingChoices): ImportResult;
}

export const refusal = (problem: Problem, detail: ProblemDetail): ImportRefusal => ({
  ok: false,
  problem,
  detail,
});
