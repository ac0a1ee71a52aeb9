// Watches a folder while a project is open for writing: files that are new there and whole are brought in, or wait to be, each once.
// What is the same as an article that is there is left out; what is refused is told once, until the file is another.
import { type FSWatcher, watch } from "node:fs";
import type { BroughtIn } from "../../../shared/api/bringing-in.ts";
import { nothingBroughtIn, type Watching, type WatchWay } from "../../../shared/api/watching.ts";
import { ApiError, type ApiErrorData } from "../../../shared/errors/errors.ts";
import { createQueue } from "../../storage/files/queue.ts";
import { openWatched, type WatchedFolder } from "../../storage/files/watched.ts";
import type { CoreContext } from "../context.ts";
import type { ProjectInUse } from "../project/project-in-use.ts";
import { bringIn } from "./bring-in.ts";
import { type FileState, watchedFiles } from "./watched-files.ts";

export interface ArticleWatch {
  state(): Watching;
  /** `path` null: watches nothing. `remember` false: for as long as the project is open. Resolves after the first look. */
  set(path: string | null, how: WatchWay, remember: boolean): Promise<Watching>;
  /** Brings in what waits. */
  take(): Promise<Watching>;
  close(): Promise<void>;
}

export interface ArticleWatchOptions {
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

export async function startArticleWatch(
  context: CoreContext,
  inUse: ProjectInUse,
  { onState, onTaken }: ArticleWatchOptions,
): Promise<ArticleWatch> {
  const { disk, log } = context;
  const stored = await openWatched(disk, context.options.home, inUse.folder.project.data().id);
  const pauses =
    context.options.watchPauses === undefined
      ? { ...usual, settled }
      : context.options.watchPauses && { idle: context.options.watchPauses.poll, soon: 50, settled: 100 };
  const queue = createQueue();
  const closing = new AbortController();
  let present: WatchedFolder | null = inUse.lock ? stored.get() : null;
  let isKept = true;
  let waitingFiles: ReadonlyMap<string, string> = new Map();
  /** What files were at the last look, where they are not dealt with. */
  let previousStates: ReadonlyMap<string, FileState> = new Map();
  let broughtIn: BroughtIn = nothingBroughtIn;
  let problem: ApiErrorData | null = null;
  let timer: NodeJS.Timeout | null = null;
  let hints: FSWatcher | null = null;
  const refusedOnce = new Set<string>();

  const state = (): Watching => ({
    path: present?.path ?? null,
    how: present?.how ?? "take",
    waiting: [...waitingFiles.keys()],
    broughtIn,
    problem,
  });

  function lookIn(milliseconds: number): void {
    if (timer) clearTimeout(timer);
    timer = null;
    if (present && pauses && !closing.signal.aborted)
      timer = setTimeout(() => void queue.run(scanFolder), milliseconds).unref();
  }

  function attend(): void {
    hints?.close();
    hints = null;
    if (!present || !pauses) return;
    try {
      hints = watch(present.path, { persistent: false, recursive: true }, () => lookIn(pauses.soon));
      hints.on("error", () => hints?.close());
    } catch {
      // This system gives no notices, or the folder is not there: it is looked at now and then.
    }
  }

  async function scanFolder(): Promise<void> {
    if (!present || closing.signal.aborted) return;
    const { path, dealtWith } = present;
    const hadProblem = problem !== null;
    let growing = false;
    try {
      const folderFiles = await watchedFiles(disk, path);
      problem = null;
      const readyFiles = new Map<string, string>();
      const pendingStates = new Map<string, FileState>();
      for (const [file, now] of folderFiles.present) {
        if (dealtWith[file] === now.state) continue;
        pendingStates.set(file, now);
        const isSame = previousStates.get(file)?.state === now.state;
        // A clock that was set back must not keep a file waiting for good.
        const age = Math.abs(Date.now() - now.modifiedAt);
        if (isSame && age >= (pauses?.settled ?? 0)) readyFiles.set(file, now.state);
        else growing = true;
      }
      previousStates = pendingStates;
      const refused = folderFiles.refused.filter(
        ({ file }) => refusedOnce.size !== refusedOnce.add(file).size,
      );
      const isNews = refused.length > 0 || hadProblem || !sameKeys(waitingFiles, readyFiles);
      waitingFiles = readyFiles;
      add({ ...nothingBroughtIn, refused });
      if (present.how === "take" && readyFiles.size > 0) await takeNow();
      else if (isNews) onState(state());
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      waitingFiles = new Map();
      problem = error.toData();
      if (!hadProblem) {
        log.error("watching a folder", error);
        onState(state());
      }
    } finally {
      if (pauses) lookIn(growing ? pauses.soon : pauses.idle);
    }
  }

  async function takeNow(): Promise<void> {
    if (!present || waitingFiles.size === 0) return;
    const taking = waitingFiles;
    const choices = { duplicates: "skip" as const, only: [...taking.keys()] };
    const sources = { paths: [present.path], files: [] };
    const hooks = { signal: closing.signal, onProgress: () => undefined };
    const batch = await bringIn(context, inUse, sources, { choices, hooks });
    add(batch);
    // What came in until then is found to be there the next time.
    if (batch.stopped) return onState(state());
    waitingFiles = new Map();
    const dealtWith = { ...present.dealtWith, ...Object.fromEntries(taking) };
    present = { ...present, dealtWith };
    if (isKept)
      await stored.set(present).catch((error: unknown) => log.error("keeping what was watched", error));
    if (batch.taken.length > 0) onTaken();
    onState(state());
  }

  function add(next: BroughtIn): void {
    const keepNewest = <Of>(all: readonly Of[]): readonly Of[] => all.slice(-maxReports);
    broughtIn = {
      taken: keepNewest([...broughtIn.taken, ...next.taken]),
      skipped: keepNewest([...broughtIn.skipped, ...next.skipped]),
      refused: keepNewest([...broughtIn.refused, ...next.refused]),
      stopped: false,
    };
  }

  /** Does the work with nothing else of the watch. */
  async function alone(work: () => Promise<void>): Promise<Watching> {
    await queue.run(work);
    return state();
  }

  attend();
  if (present) lookIn(pauses?.soon ?? 0);
  return {
    state,
    set: (path, how, remember) =>
      alone(async () => {
        const isSame = path !== null && present?.path === path;
        present = path === null ? null : { path, how, dealtWith: (isSame && present?.dealtWith) || {} };
        isKept = remember;
        waitingFiles = isSame ? waitingFiles : new Map();
        previousStates = new Map();
        problem = null;
        refusedOnce.clear();
        if (remember) await stored.set(present);
        attend();
        await scanFolder();
        onState(state());
      }),
    take: () => alone(takeNow),
    async close() {
      closing.abort();
      if (timer) clearTimeout(timer);
      hints?.close();
      await queue.run(async () => undefined);
    },
  };
}

const sameKeys = (a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean =>
  a.size === b.size && [...a.keys()].every((key) => b.has(key));
