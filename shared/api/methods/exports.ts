// Exports: what a format loses, and the file itself.
import { z } from "zod";
import { change, id, text } from "../../schema/model.ts";
import type { CopyReport, ExportPreview, ExportReport } from "../replies.ts";
import { method, path, project } from "./method.ts";

export const exportsMethods = {
  /** Writes the whole project as annotated JSON, with what this window has not yet saved, from memory where it can. */
  "export.copy": method<CopyReport>()(
    z.strictObject({
      project,
      unsaved: z.array(z.strictObject({ article: id, changes: z.array(change) })),
      path,
      overwrite: z.boolean(),
    }),
  ),
  /** What a format could not hold of an export, without writing it. */
  "export.preview": method<ExportPreview>()(
    z.strictObject({
      project,
      format: text,
      articles: z.array(id).nullable(),
      annotators: z.array(id).nullable(),
    }),
  ),
  "export.write": method<ExportReport>()(
    z.strictObject({
      project,
      format: text,
      /** `null`: all. */
      articles: z.array(id).nullable(),
      annotators: z.array(id).nullable(),
      path,
      overwrite: z.boolean(),
    }),
  ),
} as const;
