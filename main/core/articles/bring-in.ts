// Brings many articles in, one after the other, so that no more than one file is held at a time: each read in the reader's process,
// held against what the project has, and written whole. One that is refused does not keep the others out.
import { setImmediate as otherWork } from "node:timers/promises";
import type { BroughtIn, RefusedFile, SkippedFile, TakenFile } from "../../../shared/api/bringing-in.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import { hasEncoding } from "../../../shared/files/endings.ts";
import type { ImportResult, ReadingChoices } from "../../../shared/importers/importer.ts";
import { isTable, type TableChoices } from "../../../shared/importers/table.ts";
import { limits } from "../../../shared/schema/limits.ts";
import type { CoreContext } from "../context.ts";
import type { LiveProject } from "../project/live-project.ts";
import { addUnlessTwin } from "./add-article.ts";
import { type ArticleReader, steadyReader } from "./article-reader.ts";
import { type DuplicateIndex, duplicateIndexOf, keepSketches } from "./duplicate-index.ts";
import { bytesOf, type ChosenSources, type FoundFile, foundFiles } from "./found-files.ts";

/** How files are read, all of them and single ones by the names under which they are reported. */
export interface FileChoices extends TableChoices {
  readonly password?: string;
  readonly each?: readonly (Pick<ReadingChoices, "encoding" | "password"> & { readonly file: string })[];
}

interface BringInChoices extends FileChoices {
  readonly duplicates: "skip" | "take";
  /** Nothing but these. */
  readonly only?: readonly string[];
}

/** What somebody said of how this file is to be read. */
export function choicesFor(file: string, { encoding, password, each = [] }: FileChoices): ReadingChoices {
  const fileChoice = each.find((one) => one.file === file);
  const choices = { encoding: fileChoice?.encoding ?? encoding, password: fileChoice?.password ?? password };
  return {
    ...(choices.encoding !== undefined && hasEncoding(file) ? { encoding: choices.encoding } : {}),
    ...(choices.password === undefined ? {} : { password: choices.password }),
  };
}

/** The same for a table. */
export function tableChoicesFor(
  file: string,
  { each = [], password: _, ...choices }: FileChoices,
): TableChoices {
  const encoding = each.find((one) => one.file === file)?.encoding;
  return { ...choices, ...(encoding === undefined ? {} : { encoding }) };
}

export interface BringInHooks {
  readonly signal: AbortSignal;
  onProgress(progress: { readonly done: number; readonly of: number; readonly file: string }): void;
}

/** Throws an `ApiError` where nothing more can be written, and for nothing that is wrong with a file. */
export async function bringIn(
  context: CoreContext,
  liveProject: LiveProject,
  sources: ChosenSources,
  { choices, hooks }: { readonly choices: BringInChoices; readonly hooks: BringInHooks },
): Promise<BroughtIn> {
  const { signal } = hooks;
  const outcome: Outcome = { taken: [], skipped: [], refused: [] };
  const reader = steadyReader(context);
  const end = (): void => reader.close();
  signal.addEventListener("abort", end);
  try {
    const duplicateIndex = await duplicateIndexOf(context, liveProject, signal);
    await bringInAll({ context, liveProject, sources, choices, hooks, reader, duplicateIndex, outcome });
  } finally {
    signal.removeEventListener("abort", end);
    reader.close();
    await keepSketches(context, liveProject);
  }
  return { ...outcome, stopped: signal.aborted };
}

interface Batch {
  readonly context: CoreContext;
  readonly liveProject: LiveProject;
  readonly sources: ChosenSources;
  readonly choices: BringInChoices;
  readonly hooks: BringInHooks;
  readonly reader: ArticleReader;
  readonly duplicateIndex: DuplicateIndex;
  readonly outcome: Outcome;
}

interface Outcome {
  readonly taken: TakenFile[];
  readonly skipped: SkippedFile[];
  readonly refused: RefusedFile[];
}

async function bringInAll(batch: Batch): Promise<void> {
  const { context, sources, choices, reader, outcome } = batch;
  const { signal, onProgress } = batch.hooks;
  const only = choices.only && new Set(choices.only);
  /** Tables of which single rows are wanted. */
  const tables = new Set(choices.only?.map((file) => file.replace(/:\d+$/u, "")));
  const of = choices.only?.length ?? (await countOf(context, sources, signal));
  let done = 0;
  for await (const foundFile of foundFiles(context.disk, sources)) {
    if (signal.aborted) break;
    const isWhole = !only || isAmong(only, foundFile.file);
    if (!isWhole && !tables.has(foundFile.file)) continue;
    if (done >= limits.broughtFiles)
      throw new ApiError("too-many-files", { count: of, limit: limits.broughtFiles });
    onProgress({ done, of: Math.max(of, done + 1), file: foundFile.file });
    if ("error" in foundFile) outcome.refused.push(foundFile);
    else
      for await (const article of articlesIn(foundFile, reader, choices)) {
        if (signal.aborted) break;
        if (!isWhole && !only?.has(article.file)) continue;
        if ("error" in article) outcome.refused.push(article);
        else await takeArticle(batch, article);
        await otherWork();
      }
    done += 1;
  }
}

async function takeArticle(
  { context, liveProject, choices, duplicateIndex, outcome }: Batch,
  { file, fileName, result, original }: ReadArticle,
): Promise<void> {
  if (!result.ok) {
    outcome.refused.push({ file, error: new ApiError(result.problem, result.detail).toData() });
    return;
  }
  const source = { name: fileName, bytes: original, twins: choices.duplicates };
  const added = await addUnlessTwin(context, liveProject, duplicateIndex, result, source).catch(
    (error: unknown) => {
      // What is wrong with one file ends nothing; what is wrong with the disk or the project ends all.
      if (!(error instanceof ApiError && error.code === "invalidInput")) throw error;
      outcome.refused.push({ file, error: error.toData() });
      return null;
    },
  );
  if (!added) return;
  if ("twin" in added) {
    const { by, title, id } = added.twin;
    outcome.skipped.push({ file, same: by, as: title, article: id });
    return;
  }
  const { versionOf } = added.report;
  outcome.taken.push({ file, nearly: versionOf?.by === "text" ? versionOf.title : null, ...added.report });
}

/** Whether a file is one of these, or lies in an archive that is. */
function isAmong(only: ReadonlySet<string>, file: string): boolean {
  for (let name = file; ; name = name.slice(0, name.lastIndexOf("/"))) {
    if (only.has(name)) return true;
    if (!name.includes("/")) return false;
  }
}

interface ReadArticle {
  readonly file: string;
  readonly fileName: string;
  readonly result: ImportResult;
  /** `null` for a row of a table, which is no file of its own. */
  readonly original: Uint8Array | null;
}

/** The articles of one file: a table has one a row, every other file is one. */
async function* articlesIn(
  found: FoundFile,
  reader: ArticleReader,
  choices: BringInChoices,
): AsyncGenerator<ReadArticle | RefusedFile> {
  const { file, fileName, isChosen } = found;
  const bytes = await bytesOf(found);
  if ("error" in bytes) {
    yield bytes;
    return;
  }
  if (!isTable(fileName)) {
    const result = await reader.read({ bytes, fileName, isChosen }, choicesFor(file, choices));
    yield { file, fileName, original: bytes, result };
    return;
  }
  const table = await reader.table({ bytes, fileName, isChosen }, tableChoicesFor(file, choices));
  if (!table.ok) {
    yield { file, error: new ApiError(table.problem, table.detail).toData() };
    return;
  }
  for (let number = 1; number <= table.rows; number += 1)
    yield {
      file: `${file}:${number}`,
      fileName: `${fileName.replace(/\.[^.]+$/u, "")} ${number}`,
      original: null,
      result: await reader.row(number, fileName),
    };
}

/** How many files there are: archives count as what they hold only when their turn comes. */
async function countOf({ disk }: CoreContext, sources: ChosenSources, signal: AbortSignal): Promise<number> {
  let count = 0;
  for await (const _ of foundFiles(disk, sources, "closed")) {
    count += 1;
    if (signal.aborted || count > limits.broughtFiles) break;
  }
  return count;
}
