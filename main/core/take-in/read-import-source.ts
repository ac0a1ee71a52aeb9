// Reads what a colleague hands over: a review package, annotated JSON, or a whole project folder. All of it or nothing.
import { basename } from "node:path";
import { ApiError, type Problem } from "../../../shared/errors/errors.ts";
import { wrong } from "../../../shared/files/finding.ts";
import { utf8 } from "../../../shared/files/zip.ts";
import { decode } from "../../../shared/importers/decode.ts";
import type { WorkProgress } from "../../../shared/model/work.ts";
import type { ReadOptions } from "../../../shared/review/read-package.ts";
import { limits } from "../../../shared/schema/limits.ts";
import { message } from "../../../shared/words/message.ts";
import { hashOfValue, sha256 } from "../../storage/files/json-text.ts";
import type { CoreContext } from "../context.ts";
import { gatherBundle } from "../export/export-bundle.ts";
import { handedOverIn, namedAssignments, positionsIn } from "../export/pack.ts";
import { runJob } from "../jobs/run-job.ts";
import { exhausting } from "../processes/ask-process.ts";
import { type LiveProject, openLiveProject } from "../project/live-project.ts";
import { absolutePath, readSourceFile } from "../source-file.ts";
import { readForeignFiles, UnfitFolder } from "./foreign-files.ts";
import type { ImportSource } from "./import-source.ts";
import { type ForeignOptions, type ForeignSource, readForeignSource } from "./take-in-foreign.ts";
import type { TakeInWatch } from "./take-in-watch.ts";

/** A file or folder that somebody named, or the content of a file that was dropped on the window. */
type TakeInFile =
  | { readonly path: string }
  | {
      readonly name: string;
      readonly text: string;
      /** The format of another tool's files from which it was made. */
      readonly importedFrom?: string;
    };

interface TakeInAsked extends Required<ReadOptions>, ForeignOptions {
  readonly from: TakeInFile;
}

/** Throws an `ApiError` when it was stopped, for what cannot be read at all, and for the project itself. */
export async function readImportSource(
  context: CoreContext,
  liveProject: LiveProject,
  { from, unverified, mend, foreign: choice, unnamed }: TakeInAsked,
  watch: TakeInWatch,
): Promise<ImportSource> {
  const options = { unverified, mend };
  const foreign = (source: ForeignSource) =>
    readForeignSource(context, liveProject, source, { foreign: choice, unnamed, watch });
  if ("text" in from) {
    const { name: file, text, importedFrom } = from;
    const files = { file, files: [{ name: file, bytes: utf8(text) }], at: context.now() };
    const pastedSource = choice
      ? null
      : await readFile(context, { file, text, hash: sha256(text) }, { options, watch });
    if (pastedSource?.ok) return { ...pastedSource, ...(importedFrom !== undefined && { importedFrom }) };
    return pastedSource && isOurs(text)
      ? pastedSource
      : elseRefused(await foreign(files), pastedSource, file);
  }
  const path = absolutePath(from.path);
  const file = basename(path);
  const named = async (): Promise<ImportSource | null> =>
    foreign({ file, ...(await readForeignFiles([path]).catch(unfit(file))) });
  if (choice) return elseRefused(await named(), null, file);
  if (await isFolder(context, path)) {
    try {
      return await readProject(context, liveProject, path, watch);
    } catch (error) {
      const isOther = error instanceof ApiError && notProjects.has(error.problem);
      const foreignSource = isOther ? await named().catch(() => null) : null;
      if (!foreignSource) throw error;
      return foreignSource;
    }
  }
  const bytes = await readSourceFile(context.disk, path, limits.jsonBytes);
  const decoded = decode(bytes, file);
  if (!decoded.ok) {
    const foreignSource = await named();
    if (!foreignSource) throw new ApiError(decoded.problem, decoded.detail);
    return foreignSource;
  }
  const packageSource = await readFile(
    context,
    { file, text: decoded.text, hash: sha256(bytes) },
    { options, watch },
  );
  return packageSource.ok || isOurs(decoded.text)
    ? packageSource
    : elseRefused(await named(), packageSource, file);
}

/** A package or annotated JSON alone, where no project is open. Throws an `ApiError` for what cannot be read at all. */
export async function readPackageFile(
  context: CoreContext,
  { from, ...options }: { readonly from: TakeInFile } & Required<ReadOptions>,
): Promise<ImportSource> {
  const watch = { signal: context.closing, onProgress: () => undefined };
  if ("text" in from) {
    const { name: file, text } = from;
    return readFile(context, { file, text, hash: sha256(text) }, { options, watch });
  }
  const path = absolutePath(from.path);
  const file = basename(path);
  const bytes = await readSourceFile(context.disk, path, limits.jsonBytes);
  const decoded = decode(bytes, file);
  if (!decoded.ok) throw new ApiError(decoded.problem, decoded.detail);
  return readFile(context, { file, text: decoded.text, hash: sha256(bytes) }, { options, watch });
}

/** What a folder is that is no project of ours. */
const notProjects: ReadonlySet<Problem> = new Set(["project-missing", "project-not-one"]);

/** Whether a text says at its start that it is a file of ours, and so is wrong rather than another tool's. */
const isOurs = (text: string): boolean => /"format"\s*:\s*"sayso-/u.test(text.slice(0, 2_000));

const unfit =
  (file: string) =>
  (error: unknown): never => {
    if (!(error instanceof UnfitFolder)) throw error;
    throw new ApiError(`folder-${error.why}`, { file, limit: limits.archiveEntries });
  };

/** What another tool's files came to, else why they are no file of ours, else that nothing was found in them. */
function elseRefused(foreign: ImportSource | null, ours: ImportSource | null, file: string): ImportSource {
  const problems = [wrong("", message("foreign.nothing"), message("interchange.choose-other"))];
  return foreign ?? ours ?? { ok: false, file, problems, isDamaged: false, mendable: null, offer: null };
}

async function readFile(
  { processes }: CoreContext,
  { file, text, hash }: { readonly file: string; readonly text: string; readonly hash: string },
  {
    options,
    watch: { signal, onProgress },
  }: { readonly options: Required<ReadOptions>; readonly watch: TakeInWatch },
): Promise<ImportSource> {
  signal.throwIfAborted();
  const jobOptions = { signal, onProgress: (progress: WorkProgress) => onProgress("reading", progress) };
  const reading = await runJob(processes, "read-package", { text, options }, jobOptions).catch(
    exhausting(file),
  );
  signal.throwIfAborted();
  if (!reading) throw new ApiError("take-in-stopped");
  if (!reading.ok) {
    const { problems, isDamaged = false, mendable = null } = reading;
    return { ok: false, file, problems, isDamaged, mendable, offer: null };
  }
  const { unfinished, ...rest } = reading;
  return {
    ...rest,
    file,
    sha256: hash,
    unfinished: unfinished.length,
    raw: reading.mended && text,
    foreign: null,
  };
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
  liveProject: LiveProject,
  path: string,
  { signal, onProgress }: TakeInWatch,
): Promise<ImportSource> {
  const file = basename(path);
  const otherProject = await openLiveProject(context, path, "read");
  if (otherProject.folder.root === liveProject.folder.root) throw new ApiError("take-in-itself", { file });
  const scope = { articles: null, annotators: null };
  const positions = await positionsIn(context, otherProject, scope);
  const bundle = await gatherBundle(context, otherProject, scope, (progress) => {
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
    handedOver: await handedOverIn(context, otherProject, bundle),
    positions,
    assignments: namedAssignments(otherProject, bundle),
    // It stays in the journals of that project.
    history: [],
    unfinished: 0,
    mended: null,
    raw: null,
    foreign: null,
  };
}
