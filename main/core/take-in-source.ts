// Reads what a colleague hands over: a review package, annotated JSON, or a whole project folder. All of it or nothing.
import { basename } from "node:path";
import { ApiError } from "../../shared/api/errors.ts";
import type { ExportBundle } from "../../shared/exporters/bundle.ts";
import { decode } from "../../shared/importers/decode.ts";
import type { Finding } from "../../shared/importers/finding.ts";
import type { Id } from "../../shared/model/id.ts";
import { type ReadOptions, type ReadPackage, readPackage } from "../../shared/review/read-package.ts";
import type { Progress } from "../../shared/review/work.ts";
import { limits } from "../../shared/schema/limits.ts";
import type { HandedOver, NamedAssignment, PackagedHistory } from "../../shared/schema/review-package.ts";
import { hashOfValue, sha256 } from "../storage/json-text.ts";
import { readKeptSet } from "../storage/kept-set.ts";
import type { CoreContext } from "./context.ts";
import { gatherBundle } from "./export-bundle.ts";
import { absolutePath } from "./paths.ts";
import { openInUse, type ProjectInUse, setPlace } from "./project-in-use.ts";
import { runJob } from "./run-job.ts";
import { readSourceFile } from "./source-file.ts";
import { namedAssignments } from "./take-assignments.ts";
import type { TakeInWatch } from "./take-in-watch.ts";

/** A file or folder that somebody named, or the content of a file that was dropped on the window. */
export type TakeInFile = { readonly path: string } | { readonly name: string; readonly text: string };

export type ReadSource =
  | {
      readonly ok: true;
      readonly file: string;
      readonly form: "package" | "annotated-json" | "project";
      readonly sha256: string;
      readonly bundle: ExportBundle;
      readonly blind: boolean;
      readonly isVerified: boolean;
      readonly handedOver: readonly HandedOver[];
      readonly history: readonly PackagedHistory[];
      readonly assignments: readonly NamedAssignment[];
      readonly unfinished: number;
      readonly mended: Extract<ReadPackage, { ok: true }>["mended"];
      /** The text of a file that was not right; `null` of any other. */
      readonly raw: string | null;
    }
  | {
      readonly ok: false;
      readonly file: string;
      readonly problems: readonly Finding[];
      readonly isDamaged: boolean;
      readonly mendable: { readonly records: number; readonly moved: number; readonly left: number } | null;
    };

/** Throws an `ApiError` when it was stopped, for what cannot be read at all, and for the project itself. */
export async function readTakeInSource(
  context: CoreContext,
  inUse: ProjectInUse,
  from: TakeInFile,
  { watch, ...options }: Required<ReadOptions> & { readonly watch: TakeInWatch },
): Promise<ReadSource> {
  if ("text" in from)
    return readFile({ file: from.name, text: from.text, hash: sha256(from.text) }, options, watch);
  const path = absolutePath(from.path);
  if (await isFolder(context, path)) return readProject(context, inUse, path, watch);
  const file = basename(path);
  const bytes = await readSourceFile(context.disk, path, limits.jsonBytes);
  const decoded = decode(bytes, file);
  if (!decoded.ok) throw new ApiError(decoded.problem, decoded.detail);
  return readFile({ file, text: decoded.text, hash: sha256(bytes) }, options, watch);
}

/** Code units from which on a file is read in a thread of its own, so that calls are answered meanwhile. */
const large = 500_000;

async function readFile(
  { file, text, hash }: { readonly file: string; readonly text: string; readonly hash: string },
  options: Required<ReadOptions>,
  { signal, onProgress }: TakeInWatch,
): Promise<ReadSource> {
  signal.throwIfAborted();
  const told = { signal, onProgress: (progress: Progress) => onProgress("reading", progress) };
  const inThread = text.length > large ? await runJob("read-package", { text, options }, told) : null;
  signal.throwIfAborted();
  const read = inThread ?? readPackage(text, sha256, options);
  if (!read.ok) {
    const { problems, isDamaged = false, mendable = null } = read;
    return { ok: false, file, problems, isDamaged, mendable };
  }
  const { unfinished, ...rest } = read;
  return { ...rest, file, sha256: hash, unfinished: unfinished.length, raw: read.mended && text };
}

async function isFolder({ disk }: CoreContext, path: string): Promise<boolean> {
  try {
    return (await disk.status(await disk.realPath(path))).kind === "folder";
  } catch {
    // What is wrong with it is told when it is read.
    return false;
  }
}

/** A project as it stands, also while its owner has it open. */
async function readProject(
  context: CoreContext,
  inUse: ProjectInUse,
  path: string,
  { signal, onProgress }: TakeInWatch,
): Promise<ReadSource> {
  const file = basename(path);
  const theirs = await openInUse(context, path, "read");
  if (theirs.folder.root === inUse.folder.root) throw new ApiError("take-in-itself", { file });
  const all = { articles: null, annotators: null };
  const bundle = await gatherBundle(context, theirs, all, (progress) => {
    signal.throwIfAborted();
    onProgress("reading", progress);
  });
  const { articles, tagset, entities, annotators } = bundle;
  return {
    ok: true,
    file,
    form: "project",
    sha256: hashOfValue({ articles, tagset, entities, annotators }),
    bundle,
    blind: false,
    isVerified: true,
    handedOver: await handedOverIn(context, theirs, bundle),
    assignments: namedAssignments(theirs, bundle),
    // It stays in the journals of that project.
    history: [],
    unfinished: 0,
    mended: null,
    raw: null,
  };
}

/** When sets in a project or of a bundle, that are others' and were taken in there, were handed over by those. */
export async function handedOverIn(
  context: CoreContext,
  inUse: ProjectInUse,
  { articles }: Pick<ExportBundle, "articles">,
): Promise<HandedOver[]> {
  const found: HandedOver[] = [];
  for (const { article, sets } of articles)
    for (const { annotatorId } of sets) {
      const at = await handedOverAt(context, inUse, article.id, annotatorId);
      if (at !== null) found.push({ article: article.id, annotator: annotatorId, at });
    }
  return found;
}

async function handedOverAt(
  { disk }: CoreContext,
  inUse: ProjectInUse,
  articleId: Id,
  annotator: Id,
): Promise<string | null> {
  const article = inUse.articles.get(articleId);
  if (!article || annotator === inUse.annotator?.id) return null;
  const kept = await readKeptSet(disk, setPlace(inUse.folder, article, annotator));
  return kept?.takenFrom?.exportedAt ?? null;
}
