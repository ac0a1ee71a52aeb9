// Versions of an article that are compared: the article as it is, one of its revisions, and a fresh copy of it, in a file or brought
// in as another article.
import { z } from "zod";
import type { ArticleVersion } from "../../carry/comparison.ts";
import type { AnnotationSetJson } from "../../model/annotation-set.ts";
import { id } from "../../schema/model.ts";
import { languages } from "../../words/language.ts";
import { readingChoices } from "../bringing-in.ts";
import type { ExportReport } from "../replies.ts";
import { method, path, project } from "./method.ts";

/**
 * A copy of an article: another article of the project, or a file that nothing of is kept, with how it is read where it does not say that
 * itself or says it wrongly.
 */
export const copyRef = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("article"), article: id }),
  z.strictObject({ kind: z.literal("file"), path, ...readingChoices }),
]);

export type CopyRef = z.infer<typeof copyRef>;

/** Which version: the article as it is, as one of its revisions has it (`null`: as it was imported), or a copy of it. */
const versionRef = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("present") }),
  z.strictObject({ kind: z.literal("revision"), revision: id.nullable() }),
  ...copyRef.options,
]);

export type ArticleVersionRef = z.infer<typeof versionRef>;

/** A version with the annotations that this person has of it; of a revision as they were when the next one was made. */
export interface ReadVersion extends ArticleVersion {
  /** By which the text is known when the version is taken. */
  readonly textHash: string;
  readonly set: AnnotationSetJson | null;
}

export const comparisonsMethods = {
  "article.version": method<ReadVersion>()(z.strictObject({ project, article: id, of: versionRef })),
  /** Writes what changed between two versions as one page of HTML, or as PDF where the host can. */
  "article.writeComparison": method<ExportReport>()(
    z.strictObject({
      project,
      article: id,
      before: versionRef,
      after: versionRef,
      language: z.enum(languages),
      path,
      overwrite: z.boolean(),
    }),
  ),
} as const;
