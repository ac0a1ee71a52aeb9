// Says when something in a project's folder may have changed. The system's own notices come at once where there are any, and are
// hints only; network folders give none, so everything is looked at now and then as well.
import { type FSWatcher, watch } from "node:fs";
import { join, sep } from "node:path";
import { type Id, isId } from "../../../shared/model/id.ts";
import { annotationsFolder, articleFolder, type TextRef } from "../../storage/project/project-folder.ts";

/** What is to be looked at: the project's own files, the list of articles, and these articles. */
export interface Scope {
  readonly project: boolean;
  readonly list: boolean;
  readonly articles: ReadonlySet<Id> | "all";
}

export const everything: Scope = { project: true, list: true, articles: "all" };

/** Milliseconds: how long notices are gathered, and between two looks at everything. */
export interface WatchPauses {
  readonly hint: number;
  readonly poll: number;
}

export const usualWatchPauses: WatchPauses = { hint: 250, poll: 15_000 };

export interface FolderWatch {
  /** Notices are wanted for these articles from now on. */
  follow(articles: Iterable<TextRef>): void;
  /** Gives up what is watched: what is at its place by now may be another folder. */
  forgetAll(): void;
  close(): void;
}

/** Folders that are watched at most: systems have few watches to give, and the rest is looked at now and then. */
const maxWatched = 1_000;

interface WatchedState {
  readonly root: string;
  readonly pauses: WatchPauses;
  scan(scope: Scope): Promise<void>;
  readonly watchers: Map<string, FSWatcher>;
  isClosed: boolean;
  isLooking: boolean;
  timer: NodeJS.Timeout | null;
  hinted: { project: boolean; list: boolean; all: boolean; readonly articles: Set<Id> };
  poll: NodeJS.Timeout;
}

/** `scan` is never called while an earlier call of it is not done. */
export function watchFolder(
  root: string,
  pauses: WatchPauses,
  scan: (scope: Scope) => Promise<void>,
): FolderWatch {
  const folder: WatchedState = {
    root,
    pauses,
    scan,
    watchers: new Map(),
    isClosed: false,
    isLooking: false,
    timer: null,
    hinted: { project: false, list: false, all: false, articles: new Set() },
    poll: setTimeout(() => pollAll(folder), pauses.poll).unref(),
  };
  return {
    follow(articles) {
      attendTop(folder);
      for (const article of articles) attendArticle(folder, article);
    },
    forgetAll: () => forgetAll(folder),
    close() {
      folder.isClosed = true;
      if (folder.timer) clearTimeout(folder.timer);
      clearTimeout(folder.poll);
      forgetAll(folder);
    },
  };
}

function pollAll(folder: WatchedState): void {
  folder.hinted.all = true;
  soon(folder);
}

function soon(folder: WatchedState): void {
  if (folder.isClosed || folder.isLooking) return;
  folder.timer ??= setTimeout(() => void run(folder), folder.hinted.all ? 0 : folder.pauses.hint).unref();
}

async function run(folder: WatchedState): Promise<void> {
  folder.timer = null;
  if (folder.isClosed) return;
  const { project, list, all, articles } = folder.hinted;
  folder.hinted = { project: false, list: false, all: false, articles: new Set() };
  folder.isLooking = true;
  const began = performance.now();
  try {
    await folder.scan(all ? everything : { project, list, articles });
  } finally {
    folder.isLooking = false;
    if (all) {
      clearTimeout(folder.poll);
      // A project so large that a scan takes long is scanned less often.
      const pause = Math.max(folder.pauses.poll, 20 * (performance.now() - began));
      if (!folder.isClosed) folder.poll = setTimeout(() => pollAll(folder), pause).unref();
    }
    if (folder.hinted.project || folder.hinted.list || folder.hinted.all || folder.hinted.articles.size > 0)
      soon(folder);
  }
}

function attend(folder: WatchedState, path: string, hint: (name: string | null) => void): void {
  const { watchers } = folder;
  if (folder.isClosed || watchers.has(path) || watchers.size >= maxWatched) return;
  try {
    const watcher = watch(path, { persistent: false }, (_event, name) => {
      hint(name);
      soon(folder);
    });
    const give = (): void => {
      watcher.close();
      watchers.delete(path);
    };
    watcher.on("error", give);
    watchers.set(path, watcher);
  } catch {
    // Not there yet, or this system gives no notices: it is looked at now and then.
  }
}

function attendTop(folder: WatchedState): void {
  const { root } = folder;
  attend(folder, root, (name) => {
    if (name === "project.json" || name === "entities.json" || name === ".lock" || name === null)
      folder.hinted.project = true;
    else folder.hinted.list = true;
  });
  for (const parent of ["articles", "annotations"])
    attend(folder, join(root, parent), (name) => {
      folder.hinted.list = true;
      if (name !== null && isId(name)) {
        folder.hinted.articles.add(name);
        forget(folder, name);
      }
    });
}

function attendArticle(folder: WatchedState, article: TextRef): void {
  const { root } = folder;
  const { id } = article;
  const hint = (): void => void folder.hinted.articles.add(id);
  attend(folder, annotationsFolder(root, { id }), hint);
  attend(folder, articleFolder(root, id), hint);
  // The sets of a text that a revision made lie in a folder of their own.
  if (article.textRevision !== undefined) attend(folder, annotationsFolder(root, article), hint);
}

/** A folder that came anew has another watch than the one that was there by its name. */
function forget(folder: WatchedState, article: Id): void {
  const { root, watchers } = folder;
  const folders = [annotationsFolder(root, { id: article }), articleFolder(root, article)];
  for (const [path, watcher] of watchers)
    if (folders.some((folder) => `${path}${sep}`.startsWith(`${folder}${sep}`))) {
      watcher.close();
      watchers.delete(path);
    }
}

function forgetAll({ watchers }: WatchedState): void {
  for (const watcher of watchers.values()) watcher.close();
  watchers.clear();
}
