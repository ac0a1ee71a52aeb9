// When a project is copied into the home: all of it once a day, what was changed every five minutes, and the rest when it is
// closed. Beside the work, never in its way: a copy that fails is logged and made the next time.
import { curationOf } from "../../shared/model/curation.ts";
import type { Id } from "../../shared/model/id.ts";
import { addCopy, readAbout, writeAbout } from "../storage/backups.ts";
import { prettyJson } from "../storage/json-text.ts";
import { createQueue } from "../storage/queue.ts";
import { readSet } from "../storage/read-set.ts";
import { setFileOf } from "../storage/set-file.ts";
import type { CoreContext } from "./context.ts";
import { type ProjectInUse, setPlace } from "./project-in-use.ts";
import { copiedAs, shelfOf } from "./second-source.ts";

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
  const { disk, log, now } = context;
  const { folder } = inUse;
  const shelf = shelfOf(context, folder.project.data().id);
  const queue = createQueue();
  let changed = new Set<Id>();
  let timer: NodeJS.Timeout | null = null;
  let isClosing = false;

  /** Does it, or logs why not. */
  async function tryTo(what: string, action: () => Promise<unknown>): Promise<boolean> {
    try {
      await action();
      return true;
    } catch (error) {
      log.error(`backup of ${what}`, error);
      return false;
    }
  }

  const copyOwnFiles = async (): Promise<boolean> => {
    const copy = (name: string, data: unknown) =>
      tryTo(name, () => addCopy(shelf, name, Buffer.from(prettyJson(data), "utf8"), now()));
    const project = await copy("project.json", folder.project.data());
    return (await copy("entities.json", folder.registry.data())) && project;
  };

  /** A set that is open as it stands in memory, which the journal holds; any other as it is read. */
  async function copySet(article: Id, annotator: Id): Promise<void> {
    const known = inUse.articles.get(article);
    if (!known) return;
    const place = setPlace(folder, known, annotator);
    const curation = curationOf(folder.project.data()).id;
    const sets = annotator === self ? inUse.sets : annotator === curation ? inUse.curated : null;
    const open = await sets?.get(article);
    const { unsafe, ...state } = open
      ? { unsafe: open.store.unsafe, file: open.store.toFile() }
      : await readForCopy(place);
    if (unsafe === null && state.file.revision > 0)
      await addCopy(shelf, copiedAs(place), Buffer.from(prettyJson(state.file), "utf8"), now());
  }

  async function copyBoth(article: Id): Promise<void> {
    await copySet(article, self);
    if (inUse.curated.has(article)) await copySet(article, curationOf(folder.project.data()).id);
  }

  async function readForCopy(place: ReturnType<typeof setPlace>) {
    const { set, revision, have, applied, snapshot, unsafe } = await readSet(disk, place);
    return {
      unsafe,
      file: setFileOf({ set, revision, have, recent: applied.slice(-200), before: snapshot }),
    };
  }

  async function copyAll(): Promise<void> {
    const day = now().slice(0, 10);
    const said = await readAbout(shelf);
    if (said?.day === day && said.path === folder.root) return;
    let isWhole = await copyOwnFiles();
    for (const article of inUse.articles.keys())
      for (const { id } of folder.project.data().annotators) {
        // The next opening does it all again; what was changed is copied at the close.
        if (isClosing) return;
        isWhole = (await tryTo(`${article} by ${id}`, () => copySet(article, id))) && isWhole;
      }
    if (isWhole) await tryTo("the project", () => writeAbout(shelf, { path: folder.root, day }));
  }

  /** By its place a project is known whose own file can no longer say which it is. */
  async function sayWhere(): Promise<void> {
    const said = await readAbout(shelf);
    if (said?.path !== folder.root) await writeAbout(shelf, { path: folder.root, day: "" });
  }

  async function copyChanged(): Promise<void> {
    const articles = changed;
    changed = new Set();
    if (await copyOwnFiles()) await tryTo("the project", sayWhere);
    for (const article of articles)
      if (!(await tryTo(`${article}`, () => copyBoth(article)))) changed.add(article);
  }

  const first = setTimeout(() => void queue.run(copyAll), pauses.first).unref();

  return {
    touched(article) {
      changed.add(article);
      timer ??= setTimeout(() => {
        timer = null;
        void queue.run(copyChanged);
      }, pauses.between).unref();
    },
    async close() {
      isClosing = true;
      clearTimeout(first);
      if (timer) clearTimeout(timer);
      timer = null;
      await queue.run(copyChanged);
    },
  };
}
