// Brings many articles in, one after the other, so that no more than one file is held at a time: each read in the reader's thread,
// held against what the project has, and written whole. One that is refused does not keep the others out.
import { setImmediate as otherWork } from "node:timers/promises";
import type {
  BringInLook,
  BroughtIn,
  RefusedFile,
  SkippedFile,
  TableLook,
  TakenFile,
  TextLook,
} from "../../shared/api/bringing-in.ts";
import { ApiError } from "../../shared/api/errors.ts";
import { endingOf, endings } from "../../shared/importers/endings.ts";
import type { ImportResult } from "../../shared/importers/importer.ts";
import { decodeText } from "../../shared/importers/legacy-encoding.ts";
import {
  createLikenessIndex,
  type LikenessIndex,
  type Sketch,
  sketchOf,
} from "../../shared/importers/likeness.ts";
import {
  articleOfRow,
  isTable,
  type ReadTable,
  readTable,
  type TableChoices,
} from "../../shared/importers/table.ts";
import type { Article } from "../../shared/model/article.ts";
import { limits } from "../../shared/schema/limits.ts";
import { readText } from "../storage/article-files.ts";
import { sha256 } from "../storage/json-text.ts";
import { readError } from "../storage/storage-error.ts";
import { addImported } from "./add-article.ts";
import { type ArticleReader, articleReader } from "./article-reader.ts";
import type { CoreContext } from "./context.ts";
import { bytesOf, type ChosenSources, type FoundFile, foundFiles } from "./found-files.ts";
import type { ProjectInUse } from "./project-in-use.ts";

export interface BringInChoices extends TableChoices {
  readonly duplicates: "skip" | "take";
}

export interface BringInHooks {
  readonly signal: AbortSignal;
  onProgress(progress: { readonly done: number; readonly of: number; readonly file: string }): void;
}

/** An article that is there: how it is found to be the same. */
interface Known {
  readonly bytes: Map<string, string>;
  readonly texts: Map<string, string>;
  readonly alike: LikenessIndex<string>;
}

/** Throws an `ApiError` where nothing more can be written, and for nothing that is wrong with a file. */
export async function bringIn(
  context: CoreContext,
  inUse: ProjectInUse,
  sources: ChosenSources,
  { choices, hooks }: { readonly choices: BringInChoices; readonly hooks: BringInHooks },
): Promise<BroughtIn> {
  const { signal, onProgress } = hooks;
  const outcome: Outcome = { taken: [], skipped: [], refused: [] };
  const reader = articleReader();
  const end = (): void => reader.close();
  signal.addEventListener("abort", end);
  try {
    const known = await knownIn(context, inUse, signal);
    const of = await countOf(context, sources, signal);
    let done = 0;
    for await (const found of foundFiles(context.disk, sources)) {
      if (signal.aborted) break;
      if (done >= limits.broughtFiles)
        throw new ApiError("too-many-files", { count: of, limit: limits.broughtFiles });
      onProgress({ done, of: Math.max(of, done + 1), file: found.file });
      if ("error" in found) outcome.refused.push(found);
      else
        for await (const article of articlesIn(found, reader, choices)) {
          if (signal.aborted) break;
          if ("error" in article) outcome.refused.push(article);
          else await takeOne(article, known);
          await otherWork();
        }
      done += 1;
    }
  } finally {
    signal.removeEventListener("abort", end);
    reader.close();
  }
  return { ...outcome, stopped: signal.aborted };

  async function takeOne({ file, fileName, result, original }: ReadArticle, known: Known): Promise<void> {
    if (!result.ok) {
      outcome.refused.push({ file, error: new ApiError(result.problem, result.detail).toData() });
      return;
    }
    const hash = original && sha256(original);
    const sameBytes = hash === null ? undefined : known.bytes.get(hash);
    const as = sameBytes ?? known.texts.get(sha256(result.text));
    if (as !== undefined && choices.duplicates === "skip") {
      outcome.skipped.push({ file, same: sameBytes === undefined ? "text" : "bytes", as });
      return;
    }
    const sketch = sketchOf(result.text);
    const nearly = as === undefined && sketch ? known.alike.find(sketch) : null;
    const report = await addImported(context, inUse, result, { name: fileName, bytes: original });
    remember(known, { title: report.article.title, hash, textHash: sha256(result.text), sketch });
    outcome.taken.push({ file, nearly, ...report });
  }
}

interface Outcome {
  readonly taken: TakenFile[];
  readonly skipped: SkippedFile[];
  readonly refused: RefusedFile[];
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
  const { file, fileName } = found;
  const bytes = await bytesOf(found);
  if ("error" in bytes) {
    yield bytes;
    return;
  }
  if (!isTable(fileName)) {
    const encoding = isText(fileName) && choices.encoding !== undefined ? { encoding: choices.encoding } : {};
    yield { file, fileName, original: bytes, result: await reader.read({ bytes, fileName }, encoding) };
    return;
  }
  const table = readTable({ bytes, fileName }, choices);
  if (!table.ok) {
    yield { file, error: new ApiError(table.problem, table.detail).toData() };
    return;
  }
  for (const row of table.rows.keys()) {
    const number = row + 1;
    yield {
      file: `${file}:${number}`,
      fileName: `${fileName.replace(/\.[^.]+$/u, "")} ${number}`,
      original: null,
      result: articleOfRow(table, number, fileName),
    };
  }
}

const isText = (fileName: string): boolean =>
  (endings.text as readonly string[]).includes(endingOf(fileName));

/** How many files there are: archives count as what they hold only when their turn comes. */
async function countOf({ disk }: CoreContext, sources: ChosenSources, signal: AbortSignal): Promise<number> {
  let count = 0;
  for await (const _ of foundFiles(disk, sources, "closed")) {
    count += 1;
    if (signal.aborted || count > limits.broughtFiles) break;
  }
  return count;
}

/** Of articles whose text was read before. */
const sketches = new WeakMap<Article, Sketch | null>();

/** What the project has. Texts that cannot be read are the doctor’s business. */
async function knownIn(
  { disk }: CoreContext,
  { articles, folder }: ProjectInUse,
  signal: AbortSignal,
): Promise<Known> {
  const known: Known = { bytes: new Map(), texts: new Map(), alike: createLikenessIndex() };
  for (const article of articles.values()) {
    if (signal.aborted) break;
    const { title, textHash, original } = article;
    let sketch = sketches.get(article);
    if (sketch === undefined) {
      sketch = sketchOf(await readText(disk, folder.root, article).catch(() => ""));
      sketches.set(article, sketch);
      await otherWork();
    }
    remember(known, { title, hash: original?.sha256 ?? null, textHash, sketch });
  }
  return known;
}

function remember(
  { bytes, texts, alike }: Known,
  article: { title: string; hash: string | null; textHash: string; sketch: Sketch | null },
): void {
  const { title, hash, textHash, sketch } = article;
  if (hash !== null) bytes.set(hash, title);
  texts.set(textHash, title);
  if (sketch) alike.add(sketch, title);
}

/** Tables, and texts with a guessed encoding, that are looked into before. */
const shown = 5;

/** What there is to bring in. Reads no more of it than it has to. */
export async function lookAt(
  { disk }: CoreContext,
  sources: ChosenSources,
  choices: TableChoices,
): Promise<BringInLook> {
  const tables: TableLook[] = [];
  const guessed: TextLook[] = [];
  const refused: RefusedFile[] = [];
  let files = 0;
  for await (const found of foundFiles(disk, sources, "closed")) {
    files += 1;
    if (files > limits.broughtFiles)
      throw new ApiError("too-many-files", { count: files, limit: limits.broughtFiles });
    if ("error" in found) refused.push(found);
    else if (isTable(found.fileName) ? tables.length < shown : isText(found.fileName) && files <= looked)
      await look(found);
  }
  return { files, tables, guessed, refused };

  async function look({ file, fileName, read }: FoundFile): Promise<void> {
    try {
      const bytes = await read();
      if (isTable(fileName)) {
        const table = readTable({ bytes, fileName }, choices);
        if (table.ok) tables.push(tableLook(file, table));
        else refused.push({ file, error: new ApiError(table.problem, table.detail).toData() });
        return;
      }
      const own = decodeText(bytes, fileName);
      if (!own.ok || !own.guessed || guessed.length >= shown) return;
      const text = decodeText(bytes, fileName, choices);
      if (text.ok)
        guessed.push({
          file,
          encoding: text.charset ?? text.encoding,
          beginning: text.text.slice(0, beginning),
        });
    } catch (error) {
      refused.push({ file, error: readError(error, file).toData() });
    }
  }
}

/** Files of text that are looked into for their encoding. */
const looked = 200;
/** Characters that are shown of a text, and of a cell. */
const beginning = 400;
const longestCell = 120;

const tableLook = (
  file: string,
  { rows, names, columns, encoding, guessed, delimiter }: ReadTable,
): TableLook => ({
  file,
  encoding,
  guessed,
  delimiter,
  names,
  columns,
  rows: rows.length,
  first: rows.slice(0, 3).map((row) => row.map((cell) => cell.slice(0, longestCell))),
});
