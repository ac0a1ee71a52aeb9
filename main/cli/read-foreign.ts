// Files of other tools that somebody named on the command line: single files, archives, or all files of a folder.
import { basename } from "node:path";
import type {
  AnnotationImporter,
  ReadAnnotations,
} from "../../shared/annotation-importers/annotation-importer.ts";
import { annotationImporterById, annotationImporters } from "../../shared/annotation-importers/index.ts";
import type { FileFinding } from "../../shared/files/finding.ts";
import type { NamedFile } from "../../shared/files/zip.ts";
import type { Mapping } from "../../shared/interchange/mapping.ts";
import { limits } from "../../shared/schema/limits.ts";
import { message } from "../../shared/words/message.ts";
import { readApart } from "../core/jobs/run-job.ts";
import { type ForeignFiles, readForeignFiles, UnfitFolder } from "../core/take-in/foreign-files.ts";
import { type CommandLine, UsageError } from "./cli-command.ts";
import { FileRefused, readTextFile } from "./read-bundle.ts";

export const readableFormats = annotationImporters.map(({ id }) => id).join(", ");

/** Throws a `UsageError` for a format that cannot be read. */
export function importerNamed(format: string): AnnotationImporter {
  const importer = annotationImporterById(format);
  if (!importer) throw new UsageError(message("cli.no-format", { format, formats: readableFormats }));
  return importer;
}

/** The files at these paths. Throws an `ApiError` or a `UsageError`. */
export const readForeign = (paths: readonly string[]): Promise<ForeignFiles> =>
  orUnfit(readForeignFiles(paths), limits.archiveEntries);

/** Throws a `UsageError` for a folder without files, or with more than these. */
export async function orUnfit<T>(work: Promise<T>, most: number): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof UnfitFolder)) throw error;
    const { why, folder } = error;
    throw new UsageError(
      why === "empty"
        ? message("convert.no-files", { folder })
        : message("convert.too-many-files", { folder, count: most }),
    );
  }
}

/** Bytes of the parts that go to the reader together: of small ones many, since each journey takes longer than to read one. */
const journey = 256 * 1024;

type ReadPart = Extract<ReadAnnotations, { ok: true }>;

/**
 * What each part holds. Throws `FileRefused` for what is not of the format at all, and an `ApiError` for what takes too much; a part that only
 * has nothing right in it has no documents.
 */
export async function* readParts(
  { id: format }: AnnotationImporter,
  parts: AsyncIterable<readonly NamedFile[]>,
  named: string,
  { processes }: CommandLine,
): AsyncIterable<ReadPart> {
  for await (const some of together(parts))
    for (const outcome of await readApart(
      processes,
      "read-annotations",
      { format, parts: some },
      basename(named),
    ))
      if (outcome.ok) yield outcome;
      else if (outcome.each)
        yield { ok: true, documents: [], taken: 0, rejected: outcome.problems, moved: [] };
      else throw new FileRefused(named, outcome.problems);
}

async function* together(
  parts: AsyncIterable<readonly NamedFile[]>,
): AsyncIterable<readonly (readonly NamedFile[])[]> {
  let some: (readonly NamedFile[])[] = [];
  let size = 0;
  for await (const files of parts) {
    some.push(files);
    size += files.reduce((sum, { bytes }) => sum + bytes.length, 0);
    if (size < journey) continue;
    yield some;
    some = [];
    size = 0;
  }
  if (some.length > 0) yield some;
}

/** Throws `FileRefused` where all parts together have nothing right in them. */
export function refuseWhereNothing(articles: number, rejected: readonly FileFinding[], named: string): void {
  if (articles === 0 && rejected.length > 0) throw new FileRefused(named, rejected);
}

/** Throws `FileRefused` for a file that is no mapping. */
export async function mappingIn(
  path: string | undefined,
  { processes }: CommandLine,
): Promise<Mapping | null> {
  if (path === undefined) return null;
  const parseResult = await readApart(processes, "read-mapping", await readTextFile(path), basename(path));
  if (!parseResult.ok) throw new FileRefused(path, parseResult.problems);
  return parseResult.mapping;
}
