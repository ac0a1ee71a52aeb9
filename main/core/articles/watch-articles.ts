// Watches a folder while a project is open for writing: files that are new there and whole are imported, or wait to be, each once.
// What is the same as an article that is there is left out; what is refused is told once, until the file is another.
import { type FSWatcher, watch } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { BroughtIn, RefusedFile } from "../../../shared/api/bringing-in.ts";
import { nothingBroughtIn, type Watching, type WatchWay } from "../../../shared/api/watching.ts";
import { ApiError, type ApiErrorData } from "../../../shared/errors/errors.ts";
import type { Disk } from "../../storage/files/disk.ts";
import { createQueue, type WorkQueue } from "../../storage/files/queue.ts";
import { leadsNowhere, readError } from "../../storage/files/storage-error.ts";
import { openWatchedFolders, type WatchedFolder } from "../../storage/home/watched-folders.ts";
import type { CoreContext } from "../context.ts";
import type { LiveProject } from "../project/live-project.ts";
import { bringIn } from "./bring-in.ts";
import { foundFiles } from "./found-files.ts";

export interface ArticleWatch {
  state(): Watching;
  /** `path` null: watches nothing. `remember` false: for as long as the project is open. Resolves after the first look. */
  set(path: string | null, how: WatchWay, remember: boolean): Promise<Watching>;
  /** Brings in what waits. */
  take(): Promise<Watching>;
  close(): Promise<void>;
}

interface ArticleWatchOptions {
  onState(state: Watching): void;
  /** Something came in. */
  onTaken(): void;
}

/** Milliseconds between two looks: while nothing is expected, and while a file may still be growing. */
const usual = { idle: 15_000, soon: 1_000 };

/** Milliseconds that a file was not written in, to be taken for whole. */
const settled = 2_000;

/** What is told of at most. */
const maxReports = 1_000;

interface ArticleWatchState extends ArticleWatchOptions {
  readonly context: CoreContext;
  readonly liveProject: LiveProject;
  readonly stored: Awaited<ReturnType<typeof openWatchedFolders>>;
  readonly pauses: ReturnType<typeof pausesOf>;
  readonly queue: WorkQueue;
  readonly closing: AbortController;
  present: WatchedFolder | null;
  isKept: boolean;
  waitingFiles: ReadonlyMap<string, string>;
  /** What files were at the last look, where they are not dealt with. */
  previousStates: ReadonlyMap<string, FileState>;
  broughtIn: BroughtIn;
  problem: ApiErrorData | null;
  timer: NodeJS.Timeout | null;
  hints: FSWatcher | null;
  readonly refusedOnce: Set<string>;
}

export async function startArticleWatch(
  context: CoreContext,
  liveProject: LiveProject,
  options: ArticleWatchOptions,
): Promise<ArticleWatch> {
  const stored = await openWatchedFolders(
    context.disk,
    context.options.home,
    liveProject.folder.project.data().id,
  );
  const pauses = pausesOf(context);
  const queue = createQueue();
  const closing = new AbortController();
  const watching: ArticleWatchState = {
    ...options,
    context,
    liveProject,
    stored,
    pauses,
    queue,
    closing,
    present: liveProject.lock ? stored.get() : null,
    isKept: true,
    waitingFiles: new Map(),
    previousStates: new Map(),
    broughtIn: nothingBroughtIn,
    problem: null,
    timer: null,
    hints: null,
    refusedOnce: new Set(),
  };
  attend(watching);
  if (watching.present) lookIn(watching, pauses?.soon ?? 0);
  /** Does the work with nothing else of the watch. */
  const inTurn = async (work: () => Promise<void>): Promise<Watching> => {
    await queue.run(work);
    return stateOf(watching);
  };
  return {
    state: () => stateOf(watching),
    set: (path, how, remember) => inTurn(() => watchPath(watching, path, how, remember)),
    take: () => inTurn(() => takeNow(watching)),
    async close() {
      closing.abort();
      if (watching.timer) clearTimeout(watching.timer);
      watching.hints?.close();
      await queue.run(async () => undefined);
    },
  };
}

function pausesOf({ options: { watchPauses } }: CoreContext) {
  if (watchPauses === undefined) return { ...usual, settled };
  return watchPauses && { idle: watchPauses.poll, soon: 50, settled: 100 };
}

async function watchPath(
  watching: ArticleWatchState,
  path: string | null,
  how: WatchWay,
  remember: boolean,
): Promise<void> {
  const isSame = path !== null && watching.present?.path === path;
  watching.present =
    path === null ? null : { path, how, dealtWith: (isSame && watching.present?.dealtWith) || {} };
  watching.isKept = remember;
  watching.waitingFiles = isSame ? watching.waitingFiles : new Map();
  watching.previousStates = new Map();
  watching.problem = null;
  watching.refusedOnce.clear();
  if (remember) await watching.stored.set(watching.present);
  attend(watching);
  await scanFolder(watching);
  watching.onState(stateOf(watching));
}

const stateOf = ({ present, waitingFiles, broughtIn, problem }: ArticleWatchState): Watching => ({
  path: present?.path ?? null,
  how: present?.how ?? "take",
  waiting: [...waitingFiles.keys()],
  broughtIn,
  problem,
});

function lookIn(watching: ArticleWatchState, milliseconds: number): void {
  if (watching.timer) clearTimeout(watching.timer);
  watching.timer = null;
  if (watching.present && watching.pauses && !watching.closing.signal.aborted)
    watching.timer = setTimeout(
      () => void watching.queue.run(() => scanFolder(watching)),
      milliseconds,
    ).unref();
}

function attend(watching: ArticleWatchState): void {
  const { pauses } = watching;
  watching.hints?.close();
  watching.hints = null;
  if (!watching.present || !pauses) return;
  try {
    watching.hints = watch(watching.present.path, { persistent: false, recursive: true }, () =>
      lookIn(watching, pauses.soon),
    );
    watching.hints.on("error", () => watching.hints?.close());
  } catch {
    // This system gives no notices, or the folder is not there: it is looked at now and then.
  }
}

async function scanFolder(watching: ArticleWatchState): Promise<void> {
  const { context, pauses } = watching;
  if (!watching.present || watching.closing.signal.aborted) return;
  const { path, dealtWith } = watching.present;
  const hadProblem = watching.problem !== null;
  let growing = false;
  try {
    const folderFiles = await watchedFiles(context.disk, path);
    watching.problem = null;
    const readyFiles = new Map<string, string>();
    const pendingStates = new Map<string, FileState>();
    for (const [file, now] of folderFiles.present) {
      if (dealtWith[file] === now.state) continue;
      pendingStates.set(file, now);
      const isSame = watching.previousStates.get(file)?.state === now.state;
      // A clock that was set back must not keep a file waiting for good.
      const age = Math.abs(Date.now() - now.modifiedAt);
      if (isSame && age >= (pauses?.settled ?? 0)) readyFiles.set(file, now.state);
      else growing = true;
    }
    watching.previousStates = pendingStates;
    const refused = folderFiles.refused.filter(
      ({ file }) => watching.refusedOnce.size !== watching.refusedOnce.add(file).size,
    );
    const isNews = refused.length > 0 || hadProblem || !sameKeys(watching.waitingFiles, readyFiles);
    watching.waitingFiles = readyFiles;
    add(watching, { ...nothingBroughtIn, refused });
    if (watching.present.how === "take" && readyFiles.size > 0) await takeNow(watching);
    else if (isNews) watching.onState(stateOf(watching));
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    watching.waitingFiles = new Map();
    watching.problem = error.toData();
    if (!hadProblem) {
      context.log.error("watching a folder", error);
      watching.onState(stateOf(watching));
    }
  } finally {
    if (pauses) lookIn(watching, growing ? pauses.soon : pauses.idle);
  }
}

async function takeNow(watching: ArticleWatchState): Promise<void> {
  const { context } = watching;
  if (!watching.present || watching.waitingFiles.size === 0) return;
  const taking = watching.waitingFiles;
  const choices = { duplicates: "skip" as const, only: [...taking.keys()] };
  const sources = { paths: [watching.present.path], files: [] };
  const hooks = { signal: watching.closing.signal, onProgress: () => undefined };
  const batch = await bringIn(context, watching.liveProject, sources, { choices, hooks });
  add(watching, batch);
  // What came in until then is found to be there the next time.
  if (batch.stopped) return watching.onState(stateOf(watching));
  watching.waitingFiles = new Map();
  const dealtWith = { ...watching.present.dealtWith, ...Object.fromEntries(taking) };
  watching.present = { ...watching.present, dealtWith };
  if (watching.isKept)
    await watching.stored
      .set(watching.present)
      .catch((error: unknown) => context.log.error("keeping what was watched", error));
  if (batch.taken.length > 0) watching.onTaken();
  watching.onState(stateOf(watching));
}

function add(watching: ArticleWatchState, next: BroughtIn): void {
  const keepNewest = <Of>(all: readonly Of[]): readonly Of[] => all.slice(-maxReports);
  watching.broughtIn = {
    taken: keepNewest([...watching.broughtIn.taken, ...next.taken]),
    skipped: keepNewest([...watching.broughtIn.skipped, ...next.skipped]),
    refused: keepNewest([...watching.broughtIn.refused, ...next.refused]),
    stopped: false,
  };
}

const sameKeys = (a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean =>
  a.size === b.size && [...a.keys()].every((key) => b.has(key));

// The files of a folder that is watched: which there are, and what they are now, so that one that still grows is told from one that
// is whole. Links and devices are told and not followed; what is no article is passed over.

interface WatchedFiles {
  /** What each file is now, by its name with the folder's before it. */
  readonly present: ReadonlyMap<string, FileState>;
  readonly refused: readonly RefusedFile[];
}

interface FileState {
  /** Another one when the file was written again. */
  readonly state: string;
  readonly modifiedAt: number;
}

/** Where a folder that somebody named lies. Throws an `ApiError` for what is none. */
export async function watchedFolder(disk: Disk, folder: string): Promise<string> {
  try {
    const real = await disk.realPath(folder);
    if ((await disk.status(real)).kind === "folder") return real;
  } catch (error) {
    if (!leadsNowhere(error)) throw readError(error, folder);
  }
  throw new ApiError("folder-missing", { file: basename(folder) });
}

/** Throws an `ApiError` where the folder is gone or cannot be read. */
async function watchedFiles(disk: Disk, folder: string): Promise<WatchedFiles> {
  const present = new Map<string, FileState>();
  const refused: RefusedFile[] = [];
  await watchedFolder(disk, folder);
  for await (const foundFile of foundFiles(disk, { paths: [folder], files: [] }, "closed")) {
    if ("error" in foundFile) {
      if (foundFile.error.problem !== "file-kind") refused.push(foundFile);
      continue;
    }
    try {
      const { kind, size, modifiedAt, changedAt } = await disk.status(join(dirname(folder), foundFile.file));
      if (kind === "file") present.set(foundFile.file, { state: `${size} ${changedAt}`, modifiedAt });
    } catch {
      // Gone again before it was looked at.
    }
  }
  return { present, refused };
}
