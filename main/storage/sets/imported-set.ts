// A colleague's set that was imported from a file: a snapshot without journals, as it came, which says from where. It is
// replaced as a whole by a newer version and never edited. And the versions of one's own set that were last imported from
// another machine and from another tool, which the next ones are merged over.
import { join } from "node:path";
import { z } from "zod";
import { ApiError } from "../../../shared/errors/errors.ts";
import {
  type AnnotationSet,
  type AnnotationSetJson,
  emptySet,
  setFromJson,
  setToJson,
} from "../../../shared/model/annotation-set.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { Disk } from "../files/disk.ts";
import { makeFolders, readDurable, statusIfAny, writeDurable } from "../files/durable-file.ts";
import { type DurableJsonOptions, durableJson } from "../files/durable-json.ts";
import { quarantineFile } from "../files/quarantine.ts";
import { isNonsense, setNonsenseAside } from "../files/unreadable-json.ts";
import { pathPartsBelow } from "../project/project-folder.ts";
import { packagedStepsPath } from "./packaged-steps.ts";
import { readJournals } from "./read-journals.ts";
import { readSnapshot, type SetPlace, snapshotPath } from "./read-set.ts";
import { checkSetFile, type SetFile, setFile, setFileOf, setJsonIn } from "./set-file.ts";

/** Bytes of a file that was imported; it was no larger. */
const mostBytes = 400 * 1024 * 1024;

/** Where a set came from. */
export interface TakenFrom {
  readonly file: string;
  /** Of the file's bytes. */
  readonly sha256: string;
  readonly takenAt: string;
  /** When its maker wrote it, by their clock. */
  readonly exportedAt: string;
  /** The format of the other tool's file; absent for a file of ours. */
  readonly importedFrom?: string;
  /** Of a set that was made on another version of the text, which lies beside it as it came. */
  readonly carried?: {
    /** Hash of that text. */
    readonly from: string;
    readonly unmoved: number;
    readonly moved: number;
    readonly lost: number;
    /** From 0 to 1; `null` where nothing was found. */
    readonly confidence: number | null;
  };
  /** True for a package whose hash was not that of what it held. */
  readonly unverified?: true;
}

const carriedSchema = z.looseObject({
  from: z.string(),
  unmoved: z.number(),
  moved: z.number(),
  lost: z.number(),
  confidence: z.number().nullable(),
});
const withSource: z.ZodType<{ readonly takenFrom?: TakenFrom | undefined }> = z.looseObject({
  takenFrom: z
    .looseObject({
      file: z.string(),
      sha256: z.string(),
      takenAt: z.string(),
      exportedAt: z.string(),
      importedFrom: z.string().exactOptional(),
      carried: carriedSchema.exactOptional(),
      unverified: z.literal(true).exactOptional(),
    })
    .optional(),
});

interface KeptFile {
  readonly set: AnnotationSetJson;
  /** `null`: the annotator's own files, which nothing is put over. */
  readonly takenFrom: TakenFrom | null;
}

/**
 * What is here of a colleague's set; `null` for nothing, which is also what a file is that was imported before and makes no sense any
 * more. Throws `set-damaged` for their own files, and what hinders reading.
 */
export async function readImportedSet(disk: Disk, place: SetPlace): Promise<KeptFile | null> {
  const journals = await readJournals(disk, place, new Map());
  if (journals.length > 0)
    return { set: setJsonIn((await readSnapshot(disk, place)) ?? emptyJson(place)), takenFrom: null };
  try {
    const file = await readSnapshot(disk, place);
    return file && { set: setJsonIn(file), takenFrom: sourceOf(file) };
  } catch (error) {
    if (isNonsense(error)) return null;
    throw error;
  }
}

interface SetFromElsewhere {
  readonly place: SetPlace;
  readonly set: AnnotationSetJson;
  readonly takenFrom: TakenFrom;
}

/** Writes the set in the place of what was imported before. Throws an `ApiError`, and then nothing has changed. */
export async function writeImportedSet(
  disk: Disk,
  root: string,
  { place, set, takenFrom }: SetFromElsewhere,
): Promise<void> {
  let previousFile: SetFile | null = null;
  try {
    previousFile = await readSnapshot(disk, place);
  } catch (error) {
    if (!isNonsense(error)) throw error;
    await quarantineFile(disk, root, snapshotPath(place));
  }
  await makeFolders(disk, root, ...pathPartsBelow(root, place.folder));
  await write(disk, place, snapshotPath(place), { before: previousFile, set, takenFrom });
}

/** Remembers what is here of a colleague's set, and answers with what puts it back. Throws an `ApiError`. */
export async function restorerFor(disk: Disk, root: string, place: SetPlace): Promise<() => Promise<void>> {
  const paths = [snapshotPath(place), originalPath(root, place), packagedStepsPath(root, place)];
  const contentsBefore = await Promise.all(paths.map((path) => readDurable(disk, path, mostBytes)));
  return async () => {
    for (const [at, path] of paths.entries()) {
      const bytes = contentsBefore[at];
      if (bytes) await writeDurable(disk, path, bytes);
      else if ((await statusIfAny(disk, path)) !== null) await disk.remove(path);
    }
  };
}

/**
 * The version of one's own set that was last imported from a file of ours, or from another tool's file of this format, on whatever text
 * the article had then; `null` for none, or one that cannot be read any more.
 */
export async function readBase(
  disk: Disk,
  root: string,
  place: SetPlace,
  importedFrom: string | null,
): Promise<AnnotationSetJson | null> {
  try {
    const file = await durableJson(baseOptions(disk, root, place, importedFrom !== null)).read();
    if (!file || (sourceOf(file)?.importedFrom ?? null) !== importedFrom) return null;
    const { textHash } = file;
    checkSetFile(file, { articleId: place.article, annotatorId: place.annotator, textHash });
    return file;
  } catch (error) {
    // Without it the merge asks more, and is right all the same.
    if (error instanceof ApiError && error.problem === "set-damaged") return null;
    throw error;
  }
}

export async function writeBase(
  disk: Disk,
  root: string,
  { place, set, takenFrom }: SetFromElsewhere,
): Promise<void> {
  await makeFolders(disk, root, "reviews", place.article);
  const options = baseOptions(disk, root, place, takenFrom.importedFrom !== undefined);
  await setNonsenseAside(root, options);
  await write(disk, place, options.path, { before: null, set, takenFrom });
}

/** Keeps, beside a set that was carried over to another text, the file of annotated JSON that holds it as it came. */
export async function writeOriginalForm(
  disk: Disk,
  root: string,
  place: Pick<SetPlace, "article" | "annotator">,
  annotatedJson: string,
): Promise<void> {
  await makeFolders(disk, root, "reviews", place.article);
  await writeDurable(disk, originalPath(root, place), Buffer.from(annotatedJson, "utf8"));
}

const originalPath = (
  root: string,
  { article, annotator }: Pick<SetPlace, "article" | "annotator">,
): string => join(root, "reviews", article, `${annotator}.as-it-came.json`);

const basePath = (root: string, { article, annotator }: SetPlace, isImported: boolean): string =>
  join(root, "reviews", article, `${annotator}.${isImported ? "imported" : "taken"}.json`);

const baseOptions = (
  disk: Disk,
  root: string,
  place: SetPlace,
  isImported: boolean,
): DurableJsonOptions<SetFile> => ({
  disk,
  path: basePath(root, place, isImported),
  schema: setFile,
  damaged: "set-damaged",
});

interface ImportedSet {
  readonly before: SetFile | null;
  readonly set: AnnotationSetJson;
  readonly takenFrom: TakenFrom;
}

async function write(
  disk: Disk,
  place: SetPlace,
  path: string,
  { before, set, takenFrom }: ImportedSet,
): Promise<void> {
  const revision = (before?.revision ?? 0) + 1;
  const file = {
    ...setFileOf({ set: setFromJson(set), revision, seqByDevice: new Map<Id, number>(), recent: [], before }),
    takenFrom,
  };
  checkSetFile(file, { articleId: place.article, annotatorId: place.annotator, textHash: place.textHash });
  const json = durableJson<SetFile>({ disk, path, schema: setFile, damaged: "set-damaged" });
  await json.writeReadBack(file);
}

/** Where a snapshot says that it was imported from; `null` for what its owner wrote. */
export function sourceOf(file: SetFile | null): TakenFrom | null {
  const parsedFile = withSource.safeParse(file);
  return parsedFile.success ? (parsedFile.data.takenFrom ?? null) : null;
}

const emptyJson = ({ article, annotator, textHash }: SetPlace): AnnotationSetJson =>
  setToJson(emptySet({ articleId: article, annotatorId: annotator, textHash }));

/** Writes the first set of an article that comes with annotations: a snapshot without a journal. */
export async function writeFirstSet(disk: Disk, place: SetPlace, set: AnnotationSet): Promise<void> {
  const path = snapshotPath(place);
  const file = setFileOf({ set, revision: 1, seqByDevice: new Map<Id, number>(), recent: [], before: null });
  checkSetFile(file, { articleId: place.article, annotatorId: place.annotator, textHash: place.textHash });
  await durableJson({ disk, path, schema: setFile, damaged: "set-damaged" }).write(file);
}
