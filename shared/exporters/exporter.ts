// What an exporter is: a pure function from a bundle, or from standoffs, to the files of one format, with a table of what the
// format can hold. `index.ts` brings what is given into that before it is written, and says what was lost.
import type { Capabilities } from "../interchange/capabilities.ts";
import type { Loss } from "../interchange/loss.ts";
import type { Standoff } from "../interchange/standoff.ts";
import type { NamedFile } from "../interchange/zip.ts";
import type { Tagset } from "../model/tagset.ts";
import type { Message } from "../words/message.ts";
import type { ExportBundle } from "./bundle.ts";

export interface Exported {
  /** At least one. Several are handed on as one zip archive. */
  readonly files: readonly NamedFile[];
  /** One for each kind of thing that the format could not hold; empty when it holds all. */
  readonly losses: readonly Loss[];
}

/** What stands in an export beside the annotations. */
export interface About {
  /** The program and its version, e.g. `Sayso 0.1.0`. */
  readonly generator: string;
  /** ISO 8601, UTC. */
  readonly exportedAt: string;
  /** The project's name. */
  readonly title: string;
  /** Absent where another tool's annotations are converted. */
  readonly tagset?: Tagset;
}

interface Common {
  /** A key for commands, e.g. `json`. */
  readonly id: string;
  /** What dialogs call it, e.g. `Annotated JSON`. */
  readonly name: Message;
  /** The ending of its file without the dot; `zip` for a format of several files. */
  readonly extension: string;
  /** One sentence: who would want it. */
  readonly description: Message;
  /** Nothing of any article goes into it. */
  readonly tagsetOnly?: true;
  /** `null`: it is no format of annotations. */
  readonly capabilities: Capabilities | null;
}

/** Writes all that a bundle has, in its own way, and counts itself what it leaves out. */
export interface BundleExporter extends Common {
  readonly takes: "bundle";
  /** The same bundle always gives the same bytes. */
  write(bundle: ExportBundle): Exported;
}

/** Writes standoffs that fit its capabilities, whole. */
export interface StandoffExporter extends Common {
  readonly takes: "standoffs";
  readonly capabilities: Capabilities;
  write(documents: readonly Standoff[], about: About): readonly NamedFile[];
}

export type Exporter = BundleExporter | StandoffExporter;

/** The one file of a format that has one. Bytes are written as UTF-8 without a byte order mark. */
export const onlyFile = "export";
