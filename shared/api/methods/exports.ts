// Exports: what a format loses, and the file itself.
import { z } from "zod";
import { id, text } from "../../schema/model.ts";
import { change } from "../../schema/record-kinds.ts";
import { languages } from "../../words/language.ts";
import type { CopyReport, ExportFormat, ExportPreview, ExportReport } from "../replies.ts";
import { method, path, project } from "./method.ts";

export const exportsMethods = {
  /** Every format that is written, in the order in which they are offered. */
  "export.formats": method<{ readonly formats: readonly ExportFormat[] }>()(z.strictObject({})),
  /** Writes the whole project as annotated JSON, with what this window has not yet saved, from memory where it can. */
  "export.copy": method<CopyReport>()(
    z.strictObject({
      project,
      unsaved: z.array(z.strictObject({ article: id, changes: z.array(change) })),
      path,
      overwrite: z.boolean(),
    }),
  ),
  /** What a format could not hold of an export, without writing it. The next one of this window ends it (`export-stopped`). */
  "export.preview": method<ExportPreview>()(
    z.strictObject({
      project,
      format: text,
      articles: z.array(id).nullable(),
      annotators: z.array(id).nullable(),
    }),
  ),
  /**
   * Tells how far it is (`exporting`). A window writes one export at a time: the next one ends the one before, with
   * `export-stopped`, and what was stopped leaves nothing behind.
   */
  "export.write": method<ExportReport>()(
    z.strictObject({
      project,
      format: text,
      /** `null`: all. */
      articles: z.array(id).nullable(),
      annotators: z.array(id).nullable(),
      path,
      /** A folder that is not there yet or is empty: a file an article, or the files of the format. Absent: one file. */
      into: z.literal("folder").exactOptional(),
      /** Writes what is lost beside it, as `<path>.report.json`, with sentences in this language. */
      report: z.enum(languages).exactOptional(),
      overwrite: z.boolean(),
    }),
  ),
  /** Ends what this window writes or looks at. */
  "export.stop": method<null>()(z.strictObject({ project })),
} as const;
