// What an exporter is: a pure function from a bundle to the text of one file, saying what the format could not hold.
import type { Message } from "../words/message.ts";
import type { ExportBundle } from "./bundle.ts";

export interface Exported {
  /** The file's content, to be written as UTF-8 without a byte order mark. */
  readonly text: string;
  /** One sentence for each kind of thing that the format could not hold; empty when it holds all. */
  readonly losses: readonly string[];
}

export interface Exporter {
  /** A key for commands, e.g. `json`. */
  readonly id: string;
  /** What dialogs call it, e.g. `Annotated JSON`. */
  readonly name: Message;
  /** The ending of its files, without the dot. */
  readonly extension: string;
  /** One sentence: who would want it. */
  readonly description: Message;
  /** The same bundle always gives the same text, byte for byte. */
  write(bundle: ExportBundle): Exported;
}
