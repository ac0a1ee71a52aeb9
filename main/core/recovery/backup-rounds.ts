// When a project is copied into the home: all of it once a day, what was changed every five minutes, and the rest when it is
// closed. Beside the work, never in its way: a copy that fails is logged and made the next time.
import { ApiError } from "../../../shared/errors/errors.ts";
import { curationOf } from "../../../shared/model/curation.ts";
import type { Id } from "../../../shared/model/id.ts";
import { createQueue } from "../../storage/files/queue.ts";
import { readAbout, writeAbout } from "../../storage/home/backups.ts";
import type { CopiedRound, CopyRound } from "../../storage/recovery/copy-round.ts";
import type { CoreContext } from "../context.ts";
import { shelfOf } from "../project/backup-source.ts";
import { openNow } from "../project/held-sets.ts";
import type { ProjectInUse } from "../project/project-in-use.ts";
import { copyBeside } from "./copy-beside.ts";

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
export function startBackupRounds(context: CoreContext, inUse: ProjectInUse): BackupRounds {
  const { lock, annotator } = inUse;
  const pauses = context.options.backupPauses === undefined ? usualPauses : context.options.backupPauses;
  return lock && annotator && pauses ? roundsOf(context, inUse, annotator.id, pauses) : none;
}

function roundsOf(
  context: CoreContext,
  inUse: ProjectInUse,
  self: Id,
  pauses: typeof usualPauses,
): BackupRounds {
  const { log, now, options } = context;
  const { folder } = inUse;
  const shelf = shelfOf(context, folder.project.data().id);
  const queue = createQueue();
  /** Ends the round that runs when the project is closed: what it did not come to is copied then, or by the next opening. */
  const closing = new AbortController();
  let changed = new Set<Id>();
  let timer: NodeJS.Timeout | null = null;

  /** Does it, or logs why not. */
  async function tryTo(what: string, action: () => Promise<unknown>): Promise<void> {
    try {
      await action();
    } catch (error) {
      log.error(`backup of ${what}`, error);
    }
  }

  /** Of a set that lacks something, the copies that hold it are not to be followed by others that do not. */
  const isMissing = (article: Id, annotator: Id): boolean =>
    inUse.missing.some(({ work }) => work.article === article && work.annotator?.id === annotator);

  /** `null`: it was stopped. */
  async function copy(
    articles: Iterable<Id>,
    annotatorsOf: (article: Id) => readonly Id[],
    isLast = false,
  ): Promise<CopiedRound | null> {
    const copiedArticles = [...articles].flatMap((id) => inUse.articles.get(id) ?? []);
    const round: CopyRound = {
      root: folder.root,
      home: options.home,
      at: now(),
      project: folder.project.data(),
      registry: folder.registry.data(),
      sets: copiedArticles.map((article) => ({
        article,
        annotators: annotatorsOf(article.id).filter((annotator) => !isMissing(article.id, annotator)),
      })),
    };
    try {
      return await copyBeside(context, round, {
        held: (article) => openNow(inUse, article),
        onFailed: (file, { problem, detail }) =>
          log.error(`backup of ${file}`, new ApiError(problem, detail)),
        signal: isLast ? new AbortController().signal : closing.signal,
        isLast,
      });
    } catch (error) {
      log.error("backup of the project", error);
      return { ownFailed: true, failed: copiedArticles.map(({ id }) => id) };
    }
  }

  async function copyAll(): Promise<void> {
    const day = now().slice(0, 10);
    const about = await readAbout(shelf);
    if (about?.day === day && about.path === folder.root) return;
    const everybody = folder.project.data().annotators.map(({ id }) => id);
    const done = await copy(inUse.articles.keys(), () => everybody);
    if (done && !done.ownFailed && done.failed.length === 0)
      await tryTo("the project", () => writeAbout(shelf, { path: folder.root, day }));
  }

  /** By its place a project is known whose own file can no longer say which it is. */
  async function sayWhere(): Promise<void> {
    const about = await readAbout(shelf);
    if (about?.path !== folder.root) await writeAbout(shelf, { path: folder.root, day: "" });
  }

  async function copyChanged(isLast: boolean): Promise<void> {
    const articles = changed;
    changed = new Set();
    const curation = curationOf(folder.project.data()).id;
    const annotatorsToCopy = (article: Id): Id[] => (inUse.curated.has(article) ? [self, curation] : [self]);
    const done = await copy(articles, annotatorsToCopy, isLast);
    for (const article of done ? done.failed : articles) changed.add(article);
    if (done && !done.ownFailed) await tryTo("the project", sayWhere);
  }

  const firstTimer = setTimeout(() => void queue.run(copyAll), pauses.first).unref();

  return {
    touched(article) {
      changed.add(article);
      timer ??= setTimeout(() => {
        timer = null;
        void queue.run(() => copyChanged(false));
      }, pauses.between).unref();
    },
    async close() {
      closing.abort();
      clearTimeout(firstTimer);
      if (timer) clearTimeout(timer);
      timer = null;
      await queue.run(() => copyChanged(true));
    },
  };
}
