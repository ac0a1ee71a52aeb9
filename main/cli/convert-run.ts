// Converts annotations part by part: what is read of each is kept on the disk, an article's standoffs together wherever they lay in the
// input, and then written article by article; of what becomes Sayso's own records, people and entities, who go through all articles, are
// in memory.

import type { ExportBundle, ExportedArticle } from "../../shared/annotated-json/bundle.ts";
import type { AnnotationImporter } from "../../shared/annotation-importers/annotation-importer.ts";
import { ApiError } from "../../shared/errors/errors.ts";
import { type ExportRun, startExport, startStandoffExport } from "../../shared/exporters/export-run.ts";
import type { About, Exporter } from "../../shared/exporters/exporter.ts";
import { isArchive } from "../../shared/exporters/index.ts";
import type { FileFinding } from "../../shared/files/finding.ts";
import { ZipFull, zipWriter } from "../../shared/files/zip.ts";
import { type Arriving, nextSeed, startArrival } from "../../shared/interchange/bundle-of-documents.ts";
import type { Loss } from "../../shared/interchange/capabilities.ts";
import {
  addNames,
  type Mapping,
  mapped,
  noNames,
  type TheirNames,
} from "../../shared/interchange/mapping.ts";
import type { ArticleStandoffs, Part } from "../../shared/interchange/passes.ts";
import { type SortedByText, startSortingByText } from "../../shared/interchange/sort-by-text.ts";
import type { Standoff } from "../../shared/interchange/standoff.ts";
import { countLeftOut, type LeftOut, startTally, type Tallying } from "../../shared/interchange/tally.ts";
import type { Spool } from "../core/export/spool.ts";
import { sha256 } from "../storage/files/json-text.ts";
import type { CommandLine } from "./cli-command.ts";
import { readParts, refuseWhereNothing } from "./read-foreign.ts";
import { foreignParts } from "./read-parts.ts";

export interface ReadInput {
  readonly spool: Spool;
  /** The id of the format that it is in. */
  readonly from: string;
  /** Of each article the standoffs in the spool. */
  readonly articles: SortedByText["articles"];
  readonly at: string;
  /** What ids are made from. */
  readonly seed: string;
  readonly names: TheirNames;
  /** By file; `leave` is still to be told of what is left out of what was read. */
  readonly tallying: Tallying;
  readonly taken: number;
  readonly rejected: readonly FileFinding[];
  readonly moved: readonly FileFinding[];
  /** What somebody has to know of the articles. */
  readonly told: readonly FileFinding[];
  /** Only of our own format. */
  readonly bundle: ExportBundle | null;
}

export type ReportProgress = (done: number, of: number) => void;

/** Throws an `ApiError`, a `UsageError` or `FileRefused`. The spool is to be removed. */
export async function readInput(
  importer: AnnotationImporter,
  paths: readonly string[],
  {
    spool,
    tell,
    commandLine,
  }: { readonly spool: Spool; readonly tell: ReportProgress; readonly commandLine: CommandLine },
): Promise<ReadInput> {
  const { at, parts, count } = await foreignParts(importer, paths);
  const [named = ""] = paths;
  const names = noNames();
  const tallying = startTally();
  const sorting = startSortingByText(sha256);
  const rejected: FileFinding[] = [];
  const moved: FileFinding[] = [];
  const notes: FileFinding[] = [];
  let bundle: ExportBundle | null = null;
  let from = importer.id;
  let seed = "";
  let takenCount = 0;
  let done = 0;
  for await (const part of readParts(importer, parts, named, commandLine)) {
    takenCount += part.taken;
    tallying.read(part, part.bundle && part.taken);
    for (const finding of part.rejected) rejected.push(finding);
    for (const finding of part.moved) moved.push(finding);
    for (const finding of part.told ?? []) notes.push(finding);
    bundle = part.bundle ?? null;
    from = part.readAs ?? from;
    for (const document of part.documents) {
      sorting.add(document);
      if (part.bundle) continue;
      seed = nextSeed(seed, document, sha256);
      addNames(names, document);
      await spool.add(JSON.stringify(document));
    }
    done += 1;
    tell(done, (count ?? 0) * 3);
  }
  const { articles, told: ofNames } = sorting.end();
  for (const finding of ofNames) notes.push(finding);
  refuseWhereNothing(articles.length, rejected, named);
  return {
    spool,
    from,
    articles,
    at,
    seed,
    names,
    tallying,
    taken: takenCount,
    rejected,
    moved,
    told: notes,
    bundle,
  };
}

/** One article's standoffs. */
export async function documentsAt(
  { spool, articles }: ReadInput,
  index: number,
): Promise<readonly [Standoff, ...Standoff[]]> {
  const documents: Standoff[] = [];
  for (const { number, about } of articles[index] ?? [])
    documents.push({ ...JSON.parse(await spool.get(number)), ...about });
  const [first, ...more] = documents;
  if (!first) throw new RangeError(`There is no article ${index}.`);
  return [first, ...more];
}

interface ConvertTo {
  readonly exporter: Exporter;
  readonly about: About;
  /** Theirs to ours, where it was told; `null`: their names stay. */
  readonly mapping: Mapping | null;
}

interface ArriveTo {
  readonly exporter: Exporter;
  readonly arriving: Arriving;
  /** To be removed. */
  readonly spool: Spool;
}

/** What the format cannot hold, and what was not written at all. */
export interface WrittenExport extends LeftOut {
  readonly losses: readonly Loss[];
}

/** What is written, piece by piece; `losses` first. Throws an `ApiError` where an archive is full. */
export async function writeConverted(
  read: ReadInput,
  { exporter, about, mapping }: ConvertTo & { readonly exporter: Extract<Exporter, { takes: "standoffs" }> },
  add: (part: Part) => Promise<void>,
  tell: ReportProgress,
): Promise<WrittenExport> {
  const leftOutCounter = countLeftOut();
  const counted = new Set<number>();
  const groupAt = async (index: number): Promise<ArticleStandoffs> => {
    const documents = await documentsAt(read, index);
    if (!mapping) return documents;
    const mappedDocuments = documents.map((document) => mapped(document, mapping));
    // Each article is gone through several times.
    if (!counted.has(index)) for (const mappedDocument of mappedDocuments) leftOutCounter.add(mappedDocument);
    counted.add(index);
    return mappedDocuments.map(({ document }) => document);
  };
  const run = startStandoffExport(exporter, about);
  const losses = await writeRun(
    { run, exporter, count: read.articles.length, articleAt: groupAt },
    add,
    tell,
  );
  return {
    losses,
    rejected: leftOutCounter.findings(),
    unmapped: leftOutCounter.unmapped(),
    values: leftOutCounter.values(),
  };
}

/** The same as records of ours: they are built once, and kept on the disk for what goes over them. */
export async function writeArrived(
  read: ReadInput,
  { exporter, arriving, spool }: ArriveTo,
  add: (part: Part) => Promise<void>,
  tell: ReportProgress,
): Promise<WrittenExport> {
  const count = read.articles.length;
  const arrival = startArrival(arriving, read.seed);
  for (let index = 0; index < count; index += 1) {
    tell(2 * count + index, count * 6);
    await spool.add(JSON.stringify(arrival.article(await documentsAt(read, index))));
  }
  const articleAt = async (index: number): Promise<ExportedArticle> => JSON.parse(await spool.get(index));
  const run = startExport(exporter, arrival.head());
  const losses = await writeRun({ run, exporter, count, articleAt }, add, tell);
  return { losses, rejected: arrival.rejected(), unmapped: arrival.unmapped(), values: arrival.values() };
}

/** The same of a bundle that is in memory. */
export function writeBundle(
  bundle: ExportBundle,
  exporter: Exporter,
  add: (part: Part) => Promise<void>,
  tell: ReportProgress,
): Promise<readonly Loss[]> {
  const { articles } = bundle;
  const articleAt = async (index: number) => articles[index] as (typeof articles)[number];
  return writeRun(
    { run: startExport(exporter, bundle), exporter, count: articles.length, articleAt },
    add,
    tell,
  );
}

interface Writing<Article> {
  readonly run: ExportRun<Article>;
  readonly exporter: Exporter;
  readonly count: number;
  articleAt(index: number): Promise<Article>;
}

async function writeRun<Article>(
  { run, exporter, count, articleAt }: Writing<Article>,
  add: (part: Part) => Promise<void>,
  tell: ReportProgress,
): Promise<readonly Loss[]> {
  await exporter.load?.();
  for (let index = 0; index < count; index += 1) run.look(await articleAt(index));
  const losses = run.losses();
  const zip = isArchive(exporter) ? zipWriter() : null;
  const addParts = async (parts: Iterable<Part>): Promise<void> => {
    for (const part of parts)
      if (!zip) await add(part);
      else for (const bytes of zip.add(part)) await add({ name: "", bytes });
  };
  const passes = run.passes();
  try {
    for (const [number, { begin, article, end }] of passes.entries()) {
      await addParts(begin?.() ?? []);
      for (let index = 0; index < count; index += 1) {
        tell((1 + (number + index / count) / passes.length) * count, count * 2);
        await addParts(article(await articleAt(index)));
      }
      await addParts(end?.() ?? []);
    }
    for (const bytes of zip?.end() ?? []) await add({ name: "", bytes });
  } catch (error) {
    if (error instanceof ZipFull) throw new ApiError("export-too-large");
    throw error;
  }
  return losses;
}
