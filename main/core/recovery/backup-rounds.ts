// Schedules the copies of a project in the home: all of it once a day, what was changed every five minutes, and the rest when it is closed.
// Beside the work, never in its way: a copy that fails is logged and made the next time.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { ApiError, type ApiErrorData } from "../../../shared/errors/errors.ts";
import { curationOf } from "../../../shared/model/curation.ts";
import type { Id } from "../../../shared/model/id.ts";
import { createQueue } from "../../storage/files/queue.ts";
import { readAbout, writeAbout } from "../../storage/home/backups.ts";
import {
  type CopiedRound,
  type CopyPorts,
  type CopyRound,
  copyRound,
} from "../../storage/recovery/copy-round.ts";
import type { CoreContext } from "../context.ts";
import { askThread } from "../processes/ask-process.ts";
import { backupStoreOf } from "../project/backup-source.ts";
import type { LiveProject } from "../project/live-project.ts";
import { openNow } from "../project/own-sets.ts";

export interface BackupRounds {
  /** A change of this article's set was saved. */
  touched(article: Id): void;
  /** Copies what was changed since the last round, and waits for it. Never throws. */
  close(): Promise<void>;
}

/** Milliseconds before the day's first round, so that the window comes first, and between two rounds while somebody works. */
const usualPauses = { first: 3_000, between: 5 * 60 * 1_000 };

const none: BackupRounds = { touched: () => undefined, close: () => Promise.resolve() };

/** A project that is only read is not copied: what is damaged in it must not take the place of a good copy. */
export function startBackupRounds(context: CoreContext, liveProject: LiveProject): BackupRounds {
  const { lock, annotator } = liveProject;
  const pauses = context.options.backupPauses === undefined ? usualPauses : context.options.backupPauses;
  return lock && annotator && pauses ? roundsOf(context, liveProject, annotator.id, pauses) : none;
}

interface RoundsState {
  readonly context: CoreContext;
  readonly liveProject: LiveProject;
  readonly self: Id;
  readonly backupStore: ReturnType<typeof backupStoreOf>;
  /** Ends the round that runs when the project is closed: what it did not come to is copied then, or by the next opening. */
  readonly closing: AbortController;
  changed: Set<Id>;
}

function roundsOf(
  context: CoreContext,
  liveProject: LiveProject,
  self: Id,
  pauses: typeof usualPauses,
): BackupRounds {
  const backupStore = backupStoreOf(context, liveProject.folder.project.data().id);
  const queue = createQueue();
  const closing = new AbortController();
  const rounds: RoundsState = { context, liveProject, self, backupStore, closing, changed: new Set() };
  let timer: NodeJS.Timeout | null = null;
  const firstTimer = setTimeout(() => void queue.run(() => copyAll(rounds)), pauses.first).unref();
  return {
    touched(article) {
      rounds.changed.add(article);
      timer ??= setTimeout(() => {
        timer = null;
        void queue.run(() => copyChanged(rounds, false));
      }, pauses.between).unref();
    },
    async close() {
      closing.abort();
      clearTimeout(firstTimer);
      if (timer) clearTimeout(timer);
      timer = null;
      await queue.run(() => copyChanged(rounds, true));
    },
  };
}

async function copyAll(rounds: RoundsState): Promise<void> {
  const { backupStore, liveProject } = rounds;
  const day = rounds.context.now().slice(0, 10);
  const about = await readAbout(backupStore);
  if (about?.day === day && about.path === liveProject.folder.root) return;
  const everybody = liveProject.folder.project.data().annotators.map(({ id }) => id);
  const done = await copy(rounds, liveProject.articles.keys(), () => everybody);
  if (done && !done.ownFailed && done.failed.length === 0)
    await tryTo(rounds, "the project", () => writeAbout(backupStore, { path: liveProject.folder.root, day }));
}

async function copyChanged(rounds: RoundsState, isLast: boolean): Promise<void> {
  const { liveProject, self } = rounds;
  const articles = rounds.changed;
  rounds.changed = new Set();
  const curation = curationOf(liveProject.folder.project.data()).id;
  const annotatorsToCopy = (article: Id): Id[] =>
    liveProject.curated.has(article) ? [self, curation] : [self];
  const done = await copy(rounds, articles, annotatorsToCopy, isLast);
  for (const article of done ? done.failed : articles) rounds.changed.add(article);
  if (done && !done.ownFailed) await tryTo(rounds, "the project", () => sayWhere(rounds));
}

/** By its place a project is known whose own file can no longer say which it is. */
async function sayWhere({ backupStore, liveProject }: RoundsState): Promise<void> {
  const about = await readAbout(backupStore);
  if (about?.path !== liveProject.folder.root)
    await writeAbout(backupStore, { path: liveProject.folder.root, day: "" });
}

/** `null`: it was stopped. */
async function copy(
  rounds: RoundsState,
  articles: Iterable<Id>,
  annotatorsOf: (article: Id) => readonly Id[],
  isLast = false,
): Promise<CopiedRound | null> {
  const { liveProject, context } = rounds;
  const copiedArticles = [...articles].flatMap((id) => liveProject.articles.get(id) ?? []);
  const round: CopyRound = {
    root: liveProject.folder.root,
    home: context.options.home,
    at: context.now(),
    project: liveProject.folder.project.data(),
    registry: liveProject.folder.registry.data(),
    sets: copiedArticles.map((article) => ({
      article,
      annotators: annotatorsOf(article.id).filter((annotator) => !isMissing(rounds, article.id, annotator)),
    })),
  };
  try {
    return await copyBeside(context, round, {
      held: (article) => openNow(liveProject, article),
      registryNow: async () => ({ registry: liveProject.folder.registry.data(), at: context.now() }),
      onFailed: (file, { problem, detail }) =>
        context.log.error(`backup of ${file}`, new ApiError(problem, detail)),
      signal: isLast ? new AbortController().signal : rounds.closing.signal,
      isLast,
    });
  } catch (error) {
    context.log.error("backup of the project", error);
    return { ownFailed: true, failed: copiedArticles.map(({ id }) => id) };
  }
}

/** Of a set that lacks something, the copies that hold it are not to be followed by others that do not. */
const isMissing = ({ liveProject }: RoundsState, article: Id, annotator: Id): boolean =>
  liveProject.missing.some(({ work }) => work.article === article && work.annotator?.id === annotator);

/** Does it, or logs why not. */
async function tryTo({ context }: RoundsState, what: string, action: () => Promise<unknown>): Promise<void> {
  try {
    await action();
  } catch (error) {
    context.log.error(`backup of ${what}`, error);
  }
}

// Has a project copied into the home in a thread of its own. Where the program of the thread is not built, or the disk is not the
// system's, as in tests, and where waiting is all that is left to do, it is copied here.

/** What the thread asks for: the sets of an article that are held in memory, or the registry as it is now. */
export type CopyQuestion = { readonly heldOf: Id } | "registry";

export interface CopyNews {
  readonly file: string;
  readonly problem: ApiErrorData;
}

interface CopyOptions extends Omit<CopyPorts, "isBeside"> {
  readonly signal: AbortSignal;
  /** Nobody works any more. */
  readonly isLast: boolean;
}

/** `null` when it was stopped. */
export async function copyBeside(
  { disk, options }: CoreContext,
  round: CopyRound,
  { held, registryNow, onFailed, signal, isLast }: CopyOptions,
  program = join(import.meta.dirname, "backup-thread.js"),
): Promise<CopiedRound | null> {
  if (signal.aborted) return null;
  if (!isLast && options.disk === undefined && existsSync(program))
    return askThread<CopiedRound>(program, round, {
      signal,
      onQuestion: (question: CopyQuestion): Promise<unknown> =>
        question === "registry" ? registryNow() : held(question.heldOf),
      onNews: ({ file, problem }: CopyNews) => onFailed(file, problem),
    });
  const stopped = new Error("stopped");
  try {
    return await copyRound(disk, round, {
      onFailed,
      registryNow,
      isBeside: false,
      held(article) {
        if (signal.aborted) throw stopped;
        return held(article);
      },
    });
  } catch (error) {
    if (error === stopped) return null;
    throw error;
  }
}
