// An exporter, as a type: passes over the articles, which write the files of one format piece by piece, with a table of what the format can
// hold. `export-run.ts` brings what is given into that before it is written, and says what was lost.

import type { ExportedArticle, ExportHead } from "../annotated-json/bundle.ts";
import type { Capabilities, LossCount } from "../interchange/capabilities.ts";
import type { ArticleStandoffs, Pass, Survey } from "../interchange/passes.ts";
import type { Tagset } from "../model/tagset.ts";
import { type Message, message, type PairedName } from "../words/message.ts";

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
  /** A key for commands, e.g. `json`. The catalogue has the format's words under it. */
  readonly id: PairedName<"formats", "", "-about">;
  /** The ending of its file without the dot; `zip` for a format of several files, which a folder can hold as well. */
  readonly extension: string;
  /** Nothing of any article goes into it. */
  readonly tagsetOnly?: true;
  /** What it writes is a page of HTML, which a browser prints to PDF. */
  readonly printed?: true;
  /** Its one file is no text. */
  readonly isBinary?: true;
  /** Loads the program that writes it. Awaited before the first pass; absent: there is none. */
  load?(): Promise<void>;
  /** `null`: it is no format of annotations. */
  readonly capabilities: Capabilities | null;
}

/** Writes all that a bundle has, in its own way, and counts itself what it leaves out. */
export interface BundleExporter extends Common {
  readonly takes: "bundle";
  /** Counts what is left out of each article; absent when nothing is. */
  counting?(head: ExportHead, count: LossCount): (article: ExportedArticle) => void;
  /** Of a format that is made in memory as a whole: about how many bytes of it an article is; `bytes`: of the article as JSON, in UTF-8. */
  bytesInMemory?(article: ExportedArticle, bytes: number): number;
  /** The same bundle always gives the same bytes. */
  passes(head: ExportHead): readonly Pass<ExportedArticle>[];
}

/** Writes standoffs that fit its capabilities, whole. */
export interface StandoffExporter extends Common {
  readonly takes: "standoffs";
  readonly capabilities: Capabilities;
  passes(survey: Survey, about: About): readonly Pass<ArticleStandoffs>[];
}

export type Exporter = BundleExporter | StandoffExporter;

/** What dialogs call a format, e.g. `Annotated JSON`. */
export const formatName = ({ id }: Pick<Exporter, "id">): Message => message(`formats.${id}`);

/** One sentence: who would want it. */
export const formatDescription = ({ id }: Pick<Exporter, "id">): Message => message(`formats.${id}-about`);

/** The one file of a format that has one. Bytes are written as UTF-8 without a byte order mark. */
export const onlyFile = "export";
