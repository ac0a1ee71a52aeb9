// Says when something in a project's folder may have changed. The system's own notices come at once where there are any, and are
// hints only; network folders give none, so everything is looked at now and then as well.
import { type FSWatcher, watch } from "node:fs";
import { join, sep } from "node:path";
import { type Id, isId } from "../../../shared/model/id.ts";
import { annotationsFolder, articleFolder, type TextOf } from "../../storage/project/project-folder.ts";

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
  follow(articles: Iterable<TextOf>): void;
  /** Gives up what is watched: what is at its place by now may be another folder. */
  forgetAll(): void;
  close(): void;
}

/** Folders that are watched at most: systems have few watches to give, and the rest is looked at now and then. */
const maxWatched = 1_000;

/** `look` is never called while an earlier call of it is not done. */
export function watchFolder(
  root: string,
  pauses: WatchPauses,
  look: (scope: Scope) => Promise<void>,
): FolderWatch {
  const watchers = new Map<string, FSWatcher>();
  let isClosed = false;
  let isLooking = false;
  let timer: NodeJS.Timeout | null = null;
  let hinted = { project: false, list: false, all: false, articles: new Set<Id>() };
  let poll = setTimeout(lookAtAll, pauses.poll).unref();

  function lookAtAll(): void {
    hinted.all = true;
    soon();
  }

  function soon(): void {
    if (isClosed || isLooking) return;
    timer ??= setTimeout(() => void run(), hinted.all ? 0 : pauses.hint).unref();
  }

  async function run(): Promise<void> {
    timer = null;
    if (isClosed) return;
    const { project, list, all, articles } = hinted;
    hinted = { project: false, list: false, all: false, articles: new Set() };
    isLooking = true;
    const began = performance.now();
    try {
      await look(all ? everything : { project, list, articles });
    } finally {
      isLooking = false;
      if (all) {
        clearTimeout(poll);
        // A project so large that the look takes long is looked at less often.
        const pause = Math.max(pauses.poll, 20 * (performance.now() - began));
        if (!isClosed) poll = setTimeout(lookAtAll, pause).unref();
      }
      if (hinted.project || hinted.list || hinted.all || hinted.articles.size > 0) soon();
    }
  }

  function attend(path: string, hint: (name: string | null) => void): void {
    if (isClosed || watchers.has(path) || watchers.size >= maxWatched) return;
    try {
      const watcher = watch(path, { persistent: false }, (_event, name) => {
        hint(name);
        soon();
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

  function attendTop(): void {
    attend(root, (name) => {
      if (name === "project.json" || name === "entities.json" || name === ".lock" || name === null)
        hinted.project = true;
      else hinted.list = true;
    });
    for (const parent of ["articles", "annotations"])
      attend(join(root, parent), (name) => {
        hinted.list = true;
        if (name !== null && isId(name)) {
          hinted.articles.add(name);
          forget(name);
        }
      });
  }

  /** A folder that came anew has another watch than the one that was there by its name. */
  function forget(article: Id): void {
    const folders = [annotationsFolder(root, { id: article }), articleFolder(root, article)];
    for (const [path, watcher] of watchers)
      if (folders.some((folder) => `${path}${sep}`.startsWith(`${folder}${sep}`))) {
        watcher.close();
        watchers.delete(path);
      }
  }

  function forgetAll(): void {
    for (const watcher of watchers.values()) watcher.close();
    watchers.clear();
  }

  return {
    follow(articles) {
      attendTop();
      for (const article of articles) {
        const { id } = article;
        const hint = (): void => void hinted.articles.add(id);
        attend(annotationsFolder(root, { id }), hint);
        attend(articleFolder(root, id), hint);
        // The sets of a text that a revision made lie in a folder of their own.
        if (article.textRevision !== undefined) attend(annotationsFolder(root, article), hint);
      }
    },
    forgetAll,
    close() {
      isClosed = true;
      if (timer) clearTimeout(timer);
      clearTimeout(poll);
      forgetAll();
    },
  };
}
