// Articles: imported, opened, put back as they were.
import { z } from "zod";
import type { LeftOutPart } from "../../importers/html-body.ts";
import { knownFields } from "../../model/article-about.ts";
import type { Step } from "../../model/step.ts";
import { limits } from "../../schema/limits.ts";
import { id, stepNote, whose } from "../../schema/model.ts";
import { languages } from "../../words/language.ts";
import { type BringInLook, type BroughtIn, bringInChoices, bringInSources } from "../bringing-in.ts";
import type { ImportReport, KnownArticle, OpenArticle, ReadingPlace } from "../replies.ts";
import { type Watching, watchWays } from "../watching.ts";
import { method, name, path, project } from "./method.ts";

const place: z.ZodType<ReadingPlace> = z.strictObject({
  offset: z.number().int().min(0),
  span: id.nullable(),
  card: id.nullable(),
});

const saidAbout = z.record(
  z.enum(knownFields),
  z.array(z.string().max(limits.factLength)).max(limits.articleFacts).readonly(),
);

const tagList = z.array(z.string().max(limits.factLength)).max(limits.articleFacts);

/** A title and authors that were confirmed before the article came in; `null` is whatever its file and text give. */
const confirmedAbout = z.strictObject({
  title: z.string().max(limits.factLength).nullable(),
  author: z.array(z.string().max(limits.factLength)).max(limits.articleFacts).readonly().nullable(),
});
/** What becomes of an article whose text or file the project has already: refused with `article-twin`, or another one. */
const twins = z.enum(["ask", "new"]).default("new");

export const articlesMethods = {
  "article.importFile": method<ImportReport>()(z.strictObject({ project, path, twins })),
  "article.importText": method<ImportReport>()(
    z.strictObject({
      project,
      name: name.nullable(),
      text: z.string().max(limits.articleLength),
      confirmed: confirmedAbout.optional(),
      twins,
    }),
  ),
  /** What was copied with its form, as HTML; it is read like a page of which somebody wants everything. */
  "article.importPasted": method<ImportReport>()(
    z.strictObject({
      project,
      name: name.nullable(),
      html: z.string().max(limits.articleLength),
      confirmed: confirmedAbout.optional(),
      twins,
    }),
  ),
  /** A file that was dropped on a window, which knows its bytes and not where it lies. */
  "article.importDropped": method<ImportReport>()(
    z.strictObject({ project, fileName: name, base64: z.base64().max(limits.callBytes), twins }),
  ),
  /** What there is to bring in, without doing it: tables with their columns as guessed, and texts whose encoding was. */
  "bringIn.look": method<BringInLook>()(
    z.strictObject({
      project,
      ...bringInSources,
      ...bringInChoices,
      /** Files of which somebody wants to see how they read. */
      inspect: z.array(z.string().max(limits.pathLength)).max(100).exactOptional(),
    }),
  ),
  /** Brings all of it in, one after the other, and tells how far it is (`bringing-in`). One at a time a window. */
  "bringIn.run": method<BroughtIn>()(
    z.strictObject({
      project,
      ...bringInSources,
      ...bringInChoices,
      /** Part of the one before: the report is of both. */
      goesOn: z.boolean().exactOptional(),
      /** Nothing but these, by the names under which they are reported. */
      only: z.array(z.string().max(limits.pathLength)).max(limits.broughtFiles).exactOptional(),
    }),
  ),
  /** Ends it after the file in hand; what was taken stays. */
  "bringIn.stop": method<null>()(z.strictObject({ project })),
  /** Writes what came of the last one as a table, or as JSON where the path ends so. */
  "bringIn.report": method<{ readonly path: string }>()(
    z.strictObject({ project, language: z.enum(languages), path, overwrite: z.boolean() }),
  ),
  /** What is known of an article beside its text, and who says so. */
  "article.known": method<KnownArticle>()(z.strictObject({ project, article: id })),
  /** What was left out of the page that it is from, by the numbers of the list. */
  "article.left": method<{ readonly left: readonly LeftOutPart[] }>()(
    z.strictObject({ project, article: id }),
  ),
  /** Brings the page that it is from in once more, with all of that, or with these parts. */
  "article.importAgain": method<ImportReport>()(
    z.strictObject({
      project,
      article: id,
      keep: z.union([z.literal("everything"), z.array(z.number().int().min(0)).max(1_000)]),
    }),
  ),
  /** Says of an article what a person knows of it, as a step that can be taken back; `null`: it says that already. */
  "article.describe": method<{ readonly step: Step | null }>()(
    z.strictObject({ project, article: id, opId: id, step: stepNote, said: saidAbout }),
  ),
  /** Puts tags on articles and takes others off, as one step that can be undone; `null`: they are tagged like that already. */
  "article.tag": method<{ readonly step: Step | null }>()(
    z.strictObject({
      project,
      articles: z.array(id).min(1).max(limits.stepParts),
      opId: id,
      step: stepNote,
      add: tagList,
      remove: tagList,
    }),
  ),
  /** The folder whose new files come into the project, and what came of it. */
  "watch.get": method<Watching>()(z.strictObject({ project })),
  /** Watches another folder, or none; `remember` false: for as long as the project is open. */
  "watch.set": method<Watching>()(
    z.strictObject({ project, path: path.nullable(), how: z.enum(watchWays), remember: z.boolean() }),
  ),
  /** Brings in what waits in it. */
  "watch.take": method<Watching>()(z.strictObject({ project })),
  "article.open": method<OpenArticle>()(
    z.strictObject({ project, article: id, whose: whose.exactOptional() }),
  ),
  /** Writes what is shown of a damaged set in the place of its files, whose bytes are kept. */
  "article.recover": method<OpenArticle>()(z.strictObject({ project, article: id })),
  /** Writes the last good state of an article whose record or text is damaged or gone in its place; what stands there is kept. */
  "article.recoverFiles": method<OpenArticle>()(z.strictObject({ project, article: id })),
  /** Puts the text of an article back as it was when it was opened; what stands in its place is kept. */
  "article.restoreText": method<null>()(z.strictObject({ project, article: id })),
  "article.place": method<null>()(z.strictObject({ project, article: id, place })),
} as const;
