// Keeps an open project level with its folder: what somebody else writes there is noticed, brought together with what is here, and
// told to every window, once and in plain words. One that is only read follows what its writer saves.

import type { ReadOnly } from "../../../shared/api/contract.ts";
import type { OutsideNews } from "../../../shared/api/outside-news.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import type { Article } from "../../../shared/model/article.ts";
import type { Id } from "../../../shared/model/id.ts";
import { sameValue } from "../../../shared/model/same-value.ts";
import type { Step } from "../../../shared/model/step.ts";
import type { Disk } from "../../storage/files/disk.ts";
import { filesSignature } from "../../storage/files/files-signature.ts";
import { orNull } from "../../storage/files/storage-error.ts";
import { isFolderAway } from "../../storage/project/folder-away.ts";
import { readLock } from "../../storage/project/lock.ts";
import { annotationsFolder, articleFolder } from "../../storage/project/project-folder.ts";
import { readSet } from "../../storage/sets/read-set.ts";
import type { ProjectWindows } from "../changes/opening.ts";
import type { Steps } from "../changes/steps.ts";
import type { CoreContext } from "../context.ts";
import { foreignFiles } from "../doctor/foreign-files.ts";
import { outsideStep } from "../merge/take-versions.ts";
import { listArrived } from "../project/arrived-articles.ts";
import { backupOf } from "../project/backup-source.ts";
import { countsOf, entitiesOf, type LiveProject, setPlace, shownAnnotator } from "../project/live-project.ts";
import { forgetCounts } from "../project/own-sets.ts";
import type { Broadcast, SeenFiles } from "./scan.ts";
import { articleFolders, scanArticles } from "./scan-articles.ts";
import { scanProject } from "./scan-project.ts";
import {
  everything,
  type FolderWatch,
  type Scope,
  usualWatchPauses,
  type WatchPauses,
  watchFolder,
} from "./watch-folder.ts";

export interface OutsideWatch {
  /** Scans everything now, and waits for it. What may be half written is taken as it stands when `isPatient` is false. */
  scan(isPatient?: boolean): Promise<void>;
  /** Does work that writes into the folder while nothing is looked at, then takes all of it in. Gives what came of it, which is told to nobody. */
  take<T>(work: () => Promise<T>): Promise<{ readonly done: T; readonly news: readonly OutsideNews[] }>;
  /** Tells a window that opens the project later what was told to the others and is still so. */
  greet(opening: { readonly handle: Id; readonly client: Id }): void;
  close(): void;
}

/** Milliseconds for which a file that makes no sense may still be on its way. */
const usualPatience = 2_000;
/** Milliseconds between two looks whether a folder that is away is back: nothing else tells of one that comes anew. */
const awayPause = 2_000;

interface OutsideState {
  readonly context: CoreContext;
  readonly windows: ProjectWindows;
  readonly liveProject: LiveProject;
  readonly steps: Steps;
  readonly pauses: WatchPauses | null;
  readonly patience: number;
  readonly broadcast: Broadcast;
  /** Where news is gathered instead of being told. */
  gathered: OutsideNews[] | null;
  /** Scans a project of which no set is open for writing. */
  follow(scope: Scope): Promise<void>;
  readonly seen: SeenFiles;
  /** Since when something is waited for, by article; of the project's own files by the empty name. */
  readonly waitingSince: Map<string, number>;
  copies: ReadonlySet<string>;
  takenIn: number;
  isLost: boolean;
  isAway: boolean;
  lookForFolder: NodeJS.Timeout | undefined;
  watcher: FolderWatch | null;
  lastRun: Promise<void>;
}

export function startOutside(
  context: CoreContext,
  windows: ProjectWindows,
  liveProject: LiveProject,
  steps: Steps,
): OutsideWatch {
  const { watchPauses: pauses = usualWatchPauses, outsidePatience: patience = usualPatience } =
    context.options;
  const broadcast: Broadcast = (event) => windows.tell(liveProject, event);
  const sync: OutsideState = {
    context,
    windows,
    liveProject,
    steps,
    pauses,
    patience,
    broadcast,
    gathered: null,
    follow: followProject(context, liveProject, broadcast, windows),
    seen: new Map(),
    waitingSince: new Map(),
    copies: new Set(),
    takenIn: liveProject.importGeneration.count,
    isLost: false,
    isAway: false,
    lookForFolder: undefined,
    watcher: null,
    lastRun: Promise.resolve(),
  };
  const scan = (isPatient = true): Promise<void> => run(sync, everything, isPatient);
  const take: OutsideWatch["take"] = (work) => takeIn(sync, work);
  const greet: OutsideWatch["greet"] = (opening) => greetOpening(sync, opening);
  if (!pauses) return { scan, take, greet, close: () => undefined };
  const watcher = watchFolder(liveProject.folder.root, pauses, (scope) => run(sync, scope, true));
  sync.watcher = watcher;
  watcher.follow(liveProject.articles.values());
  void run(sync, everything, true);
  return {
    scan,
    take,
    greet,
    close() {
      sync.isLost = true;
      clearTimeout(sync.lookForFolder);
      watcher.close();
    },
  };
}

async function round(sync: OutsideState, asked: Scope, isPatient: boolean): Promise<void> {
  const { context, liveProject } = sync;
  if (sync.isLost) return;
  const wasAway = sync.isAway;
  sync.isAway = await isFolderAway(context.disk, liveProject.folder.root);
  if (sync.isAway !== wasAway) sync.broadcast({ type: "folder", isAway: sync.isAway });
  if (sync.isAway) return lookForFolderSoon(sync);
  if (wasAway) sync.watcher?.forgetAll();
  const scope = wasAway ? everything : asked;
  const list = listingOnce(context.disk);
  const lock = await followLock(context, liveProject);
  if (lock) return tellOfLock(sync, lock);
  if (!liveProject.lock || !liveProject.annotator) await sync.follow(scope);
  else await roundOfWriter(sync, scope, isPatient, list);
  sync.watcher?.follow(liveProject.articles.values());
  await lookForCopies(sync, scope, list);
}

function lookForFolderSoon(sync: OutsideState): void {
  clearTimeout(sync.lookForFolder);
  if (sync.pauses) sync.lookForFolder = setTimeout(() => void run(sync, everything, true), awayPause).unref();
}

function tellOfLock(sync: OutsideState, news: LockNews): void {
  sync.isLost = news.kind === "taken-over";
  if (sync.isLost) sync.watcher?.close();
  sync.broadcast(
    news.kind === "taken-over"
      ? { type: "taken-over", by: news.by }
      : { type: "read-only", readOnly: news.readOnly },
  );
}

async function roundOfWriter(
  sync: OutsideState,
  scope: Scope,
  isPatient: boolean,
  list: Disk["list"],
): Promise<void> {
  const { context, liveProject, steps } = sync;
  const news: OutsideNews[] = [];
  if (scope.project || scope.articles === "all") {
    const projectOutcome = await scanProject(context, liveProject, steps, isPatient && mayWait(sync, ""));
    wait(sync, "", projectOutcome.isLater);
    news.push(...projectOutcome.news);
    if (projectOutcome.changed.registry)
      sync.broadcast({ type: "entities", entities: entitiesOf(liveProject) });
    if (projectOutcome.changed.project) tellOfProject(sync);
  }
  const ids = await articlesOf(sync, scope, list);
  const articlesOutcome = await scanArticles(
    {
      context,
      liveProject,
      steps,
      seen: sync.seen,
      list,
      isPatient: (article) => isPatient && mayWait(sync, article),
    },
    ids,
  );
  for (const id of ids) wait(sync, id, articlesOutcome.later.has(id));
  const isOurs = sync.takenIn !== liveProject.importGeneration.count;
  sync.takenIn = liveProject.importGeneration.count;
  for (const notice of articlesOutcome.news) {
    if (notice.what !== "colleagues" || !isOurs) news.push(notice);
    else if (articlesOutcome.late.size > 0) news.push({ ...notice, names: [...articlesOutcome.late] });
  }
  if (articlesOutcome.others.size > 0) {
    if (!isOurs) {
      liveProject.importGeneration.count += 1;
      sync.takenIn = liveProject.importGeneration.count;
    }
    sync.broadcast({ type: "sets", articles: [...articlesOutcome.others] });
  }
  if (articlesOutcome.isListChanged) {
    forgetCounts(liveProject);
    sync.windows.announceArticles(liveProject);
  }
  say(sync, news);
}

function tellOfProject(sync: OutsideState): void {
  const { name, annotators, assignments = [], articleSets = [] } = sync.liveProject.folder.project.data();
  sync.broadcast({ type: "renamed", name });
  sync.broadcast({ type: "annotators", annotators });
  sync.broadcast({ type: "assignments", assignments });
  sync.broadcast({ type: "article-sets", articleSets });
}

async function articlesOf(
  { waitingSince, liveProject }: OutsideState,
  scope: Scope,
  list: Disk["list"],
): Promise<ReadonlySet<Id>> {
  const waited = [...waitingSince.keys(), ...liveProject.incompleteRevisions.keys()].filter(
    (article) => article !== "",
  );
  const { articles } = scope;
  const scopedIds = articles === "all" ? [] : articles;
  if (!scope.list && articles !== "all") return new Set([...scopedIds, ...waited]);
  const folderIds = await articleFolders({ list }, liveProject.folder.root);
  const knownIds = [...liveProject.articles.keys()];
  if (articles === "all") return new Set([...knownIds, ...folderIds]);
  const isOther = (id: Id): boolean => folderIds.has(id) !== liveProject.articles.has(id);
  return new Set([...scopedIds, ...waited, ...[...knownIds, ...folderIds].filter(isOther)]);
}

async function lookForCopies(sync: OutsideState, scope: Scope, list: Disk["list"]): Promise<void> {
  const only = scope.list || scope.articles === "all" ? "all" : scope.articles;
  const conflictCopies = new Set<string>();
  for (const { file, kind } of await foreignFiles({ list }, sync.liveProject.folder.root, only))
    if (kind === "conflict-copy") conflictCopies.add(file);
  const fresh = [...conflictCopies].filter((file) => !sync.copies.has(file));
  sync.copies = only === "all" ? conflictCopies : new Set([...sync.copies, ...conflictCopies]);
  if (fresh.length > 0) say(sync, [{ what: "copies", count: sync.copies.size }]);
}

const mayWait = ({ waitingSince, patience }: OutsideState, name: string): boolean =>
  performance.now() - (waitingSince.get(name) ?? Infinity) < patience || !waitingSince.has(name);

function wait(sync: OutsideState, name: string, isLater: boolean): void {
  const { waitingSince } = sync;
  if (!isLater) waitingSince.delete(name);
  else if (!waitingSince.has(name)) {
    waitingSince.set(name, performance.now());
    // Who looks only when asked looks again when asked again.
    if (sync.pauses) setTimeout(() => void run(sync, scopeOf(name), true), sync.patience + 50).unref();
  }
}

const scopeOf = (name: string): Scope =>
  name === ""
    ? { project: true, list: false, articles: new Set() }
    : { project: false, list: false, articles: new Set([name]) };

function say(sync: OutsideState, news: readonly OutsideNews[]): void {
  if (sync.gathered) sync.gathered.push(...news);
  else if (news.length > 0) sync.broadcast({ type: "outside", news });
}

/** In its turn among the rounds. Where the work fails, what it has written by then is taken in and told. */
function takeIn<T>(
  sync: OutsideState,
  work: () => Promise<T>,
): Promise<{ readonly done: T; readonly news: readonly OutsideNews[] }> {
  const taking = sync.lastRun.then(async () => {
    let done: T;
    try {
      done = await work();
    } catch (error) {
      say(sync, await newsOfAll(sync));
      throw error;
    }
    return { done, news: await newsOfAll(sync) };
  });
  sync.lastRun = taking.then(
    () => undefined,
    () => undefined,
  );
  return taking;
}

async function newsOfAll(sync: OutsideState): Promise<readonly OutsideNews[]> {
  const news: OutsideNews[] = [];
  sync.gathered = news;
  try {
    await looked(sync, everything, false);
  } finally {
    sync.gathered = null;
  }
  return news;
}

/** One round after the other. Never rejects: what fails is tried again at the next. */
function run(sync: OutsideState, scope: Scope, isPatient: boolean): Promise<void> {
  sync.lastRun = sync.lastRun.then(() => looked(sync, scope, isPatient));
  return sync.lastRun;
}

async function looked(sync: OutsideState, scope: Scope, isPatient: boolean): Promise<void> {
  try {
    await round(sync, scope, isPatient);
  } catch (error) {
    if (!(error instanceof ApiError) && !(error instanceof Error && "code" in error)) throw error;
    sync.context.log.error("looking at the project's folder", error);
  }
}

function greetOpening(
  { context, isAway, copies }: OutsideState,
  { handle: project, client }: Parameters<OutsideWatch["greet"]>[0],
): void {
  if (isAway) context.emit({ type: "folder", project, isAway }, client);
  if (copies.size === 0) return;
  context.emit({ type: "outside", project, news: [{ what: "copies", count: copies.size }] }, client);
}

/** Good for one scan alone: it never asks again. */
function listingOnce(disk: Pick<Disk, "list">): Disk["list"] {
  const listed = new Map<string, ReturnType<Disk["list"]>>();
  return (path) => {
    const listing = listed.get(path) ?? disk.list(path);
    listed.set(path, listing);
    return listing;
  };
}

/** What becomes of the lock of a project that is open: one that was lost to somebody else, one that somebody else gave back. */
type LockNews =
  | { readonly kind: "taken-over"; readonly by: ReadOnly["detail"] }
  | { readonly kind: "read-only"; readonly readOnly: ReadOnly };

const announcedLocks = new WeakMap<LiveProject, ReadOnly["detail"]>();

/** `null`: as it was. */
async function followLock(
  { disk, settings }: CoreContext,
  liveProject: LiveProject,
): Promise<LockNews | null> {
  if (liveProject.lock) {
    try {
      await liveProject.lock.check();
      return null;
    } catch (error) {
      if (error instanceof ApiError && error.problem === "project-locked")
        return { kind: "taken-over", by: error.detail };
      throw error;
    }
  }
  if (liveProject.readOnly?.why !== "locked") return null;
  const currentLock = (await readLock({ disk, folders: settings.folders() }, liveProject.folder.root)) ?? {
    isFree: true,
  };
  const announcedLock = announcedLocks.get(liveProject) ?? null;
  announcedLocks.set(liveProject, currentLock);
  if (announcedLock === null || sameValue(currentLock, announcedLock)) return null;
  return { kind: "read-only", readOnly: { why: "locked", detail: currentLock } };
}

// A project that is only read, or whose writer has no name yet, kept level with what others save: nothing of it is held, so everything
// is read anew.

interface FollowerState {
  readonly context: CoreContext;
  readonly liveProject: LiveProject;
  readonly tell: Broadcast;
  readonly windows: ProjectWindows;
  signatures: ReadonlyMap<Id, string> | null;
}

/** Gives the function that looks, which tells the windows what is another than at its last call. */
function followProject(
  context: CoreContext,
  liveProject: LiveProject,
  tell: Broadcast,
  windows: ProjectWindows,
): (scope: Scope) => Promise<void> {
  const follower: FollowerState = { context, liveProject, tell, windows, signatures: null };
  return async () => {
    await followFiles(follower);
    await followArticles(follower);
  };
}

async function followFiles({ liveProject, tell, context }: FollowerState): Promise<void> {
  const { project, registry } = liveProject.folder;
  const previousProject = project.data();
  const entities = entitiesOf(liveProject);
  // What its writer is just writing, or has damaged, is read at the next scan.
  await orNull(() => project.reload());
  await orNull(() => registry.reload());
  const currentProject = project.data();
  if (currentProject.name !== previousProject.name) tell({ type: "renamed", name: currentProject.name });
  if (!sameValue(currentProject.annotators, previousProject.annotators))
    tell({ type: "annotators", annotators: currentProject.annotators });
  if (!sameValue(currentProject.assignments ?? [], previousProject.assignments ?? []))
    tell({ type: "assignments", assignments: currentProject.assignments ?? [] });
  if (!sameValue(currentProject.articleSets ?? [], previousProject.articleSets ?? []))
    tell({ type: "article-sets", articleSets: currentProject.articleSets ?? [] });
  if (!sameValue(entitiesOf(liveProject), entities))
    tell({ type: "entities", entities: entitiesOf(liveProject) });
  if (sameValue(currentProject.tagset, previousProject.tagset)) return;
  const tagset = { from: previousProject.tagset, to: currentProject.tagset };
  const step: Step = { ...outsideStep(context), id: context.newId(), parts: [], tagset };
  tell({ type: "step", step });
}

async function signatureOf({ liveProject, context }: FollowerState, article: Article): Promise<string> {
  const { root } = liveProject.folder;
  const folders = [articleFolder(root, article.id), annotationsFolder(root, article)];
  const lines = await Promise.all(folders.map((folder) => filesSignature(context.disk, folder)));
  return [article.textRevision ?? "", ...lines.flat()].join("\n");
}

async function followArticles(follower: FollowerState): Promise<void> {
  const { liveProject } = follower;
  const { articles } = await listArrived(follower.context, liveProject);
  const previousSignatures = follower.signatures;
  const currentSignatures = new Map<Id, string>();
  for (const article of articles) currentSignatures.set(article.id, await signatureOf(follower, article));
  follower.signatures = currentSignatures;
  if (previousSignatures === null) return;
  const changed = articles.filter(({ id }) => previousSignatures.get(id) !== currentSignatures.get(id));
  const isSame =
    changed.length === 0 && [...previousSignatures.keys()].every((id) => currentSignatures.has(id));
  if (isSame) return;
  liveProject.articles.clear();
  for (const article of articles) liveProject.articles.set(article.id, article);
  for (const article of changed) await countAnew(follower, article);
  follower.windows.announceArticles(liveProject);
  follower.tell({ type: "sets", articles: changed.map(({ id }) => id) });
}

async function countAnew({ liveProject, context, tell }: FollowerState, article: Article): Promise<void> {
  const annotator = shownAnnotator(liveProject);
  if (!annotator) return;
  const place = setPlace(liveProject.folder, article, annotator.id);
  const { set, revision } = await readSet(context.disk, place, backupOf(context, place));
  liveProject.counts.set(article.id, countsOf(set));
  tell({ type: "set", article: article.id, revision, again: true });
  tell({ type: "set", article: article.id, whose: "curation", revision, again: true });
}
