// A project that somebody has open: its files, the lock if it may be written, and the sets that were opened. Shared by all
// windows that look at the same folder in the same way.
import type { ArticleSummary, ReadOnly, SetSummary } from "../../../shared/api/contract.ts";
import type { MissingWork } from "../../../shared/api/replies.ts";
import { ApiError, type ApiErrorData } from "../../../shared/errors/errors.ts";
import type { MergeConflict } from "../../../shared/merge/merge-sets.ts";
import type { AnnotationSet } from "../../../shared/model/annotation-set.ts";
import type { Article } from "../../../shared/model/article.ts";
import { articleNoteOf, articleStateOf } from "../../../shared/model/article-state.ts";
import { curationOf, isPerson, type Whose } from "../../../shared/model/curation.ts";
import type { Entity } from "../../../shared/model/entity.ts";
import { gapsOf } from "../../../shared/model/gaps.ts";
import type { Id } from "../../../shared/model/id.ts";
import { type Annotator, schemaVersion } from "../../../shared/model/project.ts";
import { records } from "../../../shared/model/table.ts";
import type { Tagset } from "../../../shared/model/tagset.ts";
import { readText, sweepLeftovers } from "../../storage/articles/article-files.ts";
import { lookedAhead } from "../../storage/files/looked-ahead.ts";
import { createQueue, type WorkQueue } from "../../storage/files/queue.ts";
import { writeError } from "../../storage/files/storage-error.ts";
import {
  isOfText,
  type KnownSet,
  type LastKnown,
  lastRecordOf,
  noteFound,
  noteSaved,
  openLastKnown,
  viewLastKnown,
} from "../../storage/home/last-known.ts";
import { type OpenConflicts, openConflicts } from "../../storage/home/open-conflicts.ts";
import {
  isPlain,
  type OpeningIndex,
  openOpeningIndex,
  type SetDigest,
  tagsetKey,
} from "../../storage/home/opening-index.ts";
import { openSpillJournal, type SpillJournal } from "../../storage/home/spill-journal.ts";
import { type Lock, takeLock } from "../../storage/project/lock.ts";
import {
  annotationsFolder,
  openProjectFolder,
  type ProjectFolder,
  writeMissingOpener,
} from "../../storage/project/project-folder.ts";
import { setsOnTheirWay } from "../../storage/recovery/arrived-revision.ts";
import { restorableFiles } from "../../storage/recovery/recover-project.ts";
import type { Reach } from "../../storage/sets/reach.ts";
import { type MissingChanges, type ReadSet, readSet, type SetPlace } from "../../storage/sets/read-set.ts";
import { recoverSet } from "../../storage/sets/recover-set.ts";
import { openSetStore, type SetStore } from "../../storage/sets/set-store.ts";
import { finishPutAway } from "../../storage/trash/trash.ts";
import { finishAnnotators } from "../../storage/trash/trash-annotators.ts";
import { finishDeleting } from "../../storage/trash/trash-folder.ts";
import type { CoreContext } from "../context.ts";
import { isSample, sampleAuthorName } from "../sample-folder.ts";
import { arrivalAt, listArrived, onItsWay, readArrived, withArticleOffer } from "./arrived-articles.ts";
import { backupOf } from "./backup-source.ts";
import { guardFirstWrite, withAnnotator } from "./first-write.ts";

/** An article with its text and this annotator's set, open for writing. */
export interface OpenSet {
  readonly article: Article;
  readonly whose?: Whose;
  readonly text: string;
  readonly store: SetStore;
  /** Where its changes go that the project's disk does not take. */
  readonly spill: SpillJournal;
}

/** What was acknowledged once and is not in the folder any more, with what it takes to bring it back. */
export interface MissingFromFolder {
  readonly work: MissingWork;
  readonly known: readonly KnownSet[];
  /** Of changes: the set as it was found, and what a copy has more. */
  readonly changes: {
    readonly found: AnnotationSet;
    readonly seqByDevice: ReadSet["seqByDevice"];
    readonly copy: MissingChanges["copy"];
  } | null;
}

interface CrossDeviceConflicts {
  readonly article: Article;
  readonly conflicts: readonly MergeConflict[];
  readonly set: AnnotationSet;
}

/** What a set of the article, as it is known, says. */
interface DigestOf {
  readonly article: Article;
  readonly digest: SetDigest;
}

export interface LiveProject {
  readonly folder: ProjectFolder;
  readonly lock: Lock | null;
  readonly readOnly: ReadOnly | null;
  /**
   * The person at this machine, as the project knows them; `null`: a reader, or somebody who has given no name yet. Without them articles
   * come in where there is a lock, and nothing else is written; whoever gives a name opens the project anew with it.
   */
  readonly annotator: Annotator | null;
  readonly warnings: ApiErrorData[];
  readonly articles: Map<Id, Article>;
  /** Of the set that is shown, by article. */
  readonly counts: Map<Id, SetSummary>;
  /** By which what is kept of its files is known to be as they are. */
  readonly openingIndex: OpeningIndex;
  /** Resolves once what was new at the opening is kept for the next. */
  readonly savedIndex: Promise<void>;
  /** By article, of the set that is shown, as long as it is not open and nothing was changed from outside. */
  readonly digests: Map<Id, DigestOf>;
  readonly sets: Map<Id, Promise<OpenSet>>;
  /** Of the curation, by article. */
  readonly curated: Map<Id, Promise<OpenSet>>;
  /** One recovery after the other: the second finds nothing damaged. */
  readonly recoveries: WorkQueue;
  /** What merging left for people to see to. */
  readonly conflicts: OpenConflicts;
  /** What this person did differently on two machines, as it was found when the project was opened. */
  readonly crossDeviceConflicts: readonly CrossDeviceConflicts[];
  /** Told of each set that is opened, before anything is done with it. */
  readonly onOpened: Set<(open: OpenSet) => void>;
  /** Articles of which the disk failed in the middle of a revision: what it has of them is looked at before they are used again. */
  readonly suspectArticles: Set<Id>;
  /** Articles whose record was found with both sides of a conflict in it, which are in memory brought together. */
  readonly articlesWithConflictMarkers: Set<Id>;
  /** By article the revision that its record names, of which not all is here: one goes on with the text of before. */
  readonly incompleteRevisions: Map<Id, Id>;
  /** By set (`setKey`), where changes of it are kept that a disk did not take, from before it was closed: its text may be another by now. */
  readonly spillsOfClosedSets: Map<string, readonly SpillJournal[]>;
  /**
   * By text and file, how far the work on an earlier text went that the laws did not take on the present one: it is tried again once
   * there is more of it, and when the project is opened.
   */
  readonly rejectedLateEdits: Map<string, Reach>;
  /** Articles into which the text of another side was taken, until the work on that was looked for. */
  readonly articlesWithMergedText: Set<Id>;
  /** Articles that come into the project here, or become others: what comes of them in the folder is nobody else's doing. */
  readonly articlesBeingWritten: Set<Id>;
  /** How many colleagues' sets were imported since it was opened: what is known of theirs is as old as that. */
  readonly importGeneration: { count: number };
  /** What the home knows of its sets. */
  readonly lastKnown: LastKnown;
  /** Of the set that is shown, by article: the sets that lacked something when they were read. */
  readonly setsWithMissingChanges: ReadonlyMap<Id, Pick<ReadSet, "set" | "missing" | "seqByDevice">>;
  /** What it does not hold any more, until that is brought back or left as it is. */
  missing: readonly MissingFromFolder[];
}

/** Opens the folder. Whatever keeps it from being written makes it read-only, with the reason. Throws an `ApiError`. */
export async function openLiveProject(
  context: CoreContext,
  path: string,
  mode: "read" | "write",
  takeOver?: string,
): Promise<LiveProject> {
  const folder = await openProjectFolder(context.disk, path);
  const writer = await writerOf(context, folder, mode, takeOver);
  const { disk, options, settings } = context;
  const project = folder.project.data().id;
  const of = { disk, home: options.home, project, root: folder.root, device: settings.device };
  const openingIndex = await openOpeningIndex({ ...of, version: options.version });
  // What is read of an older form is not as its files have it.
  const lookAt = folder.version === schemaVersion ? openingIndex.article : undefined;
  const { articles, warnings, articleIdsWithConflictMarkers, awaited } = await listArrived(
    context,
    { ...writer, folder },
    lookAt,
  );
  const lastKnown = await (writer.lock ? openLastKnown(of, writer.lock.check) : viewLastKnown(of));
  const owner = shownAnnotator({ ...writer, folder })?.id ?? null;
  const sets = await readSets(context, { folder, articles, owner, lastKnown, openingIndex });
  const savedIndex = writer.lock ? openingIndex.save(articles.map(({ id }) => id)) : Promise.resolve();
  if (writer.lock && writer.annotator) await noteFound(lastKnown, sets.found);
  const unread = await Promise.all(warnings.map((one) => withArticleOffer(context, folder, one)));
  return {
    ...writer,
    folder,
    warnings: [...folder.warnings, ...unread, ...sets.warnings],
    articles: new Map(articles.map((article) => [article.id, article])),
    counts: sets.counts,
    openingIndex,
    savedIndex,
    digests: sets.digests,
    sets: new Map(),
    curated: new Map(),
    recoveries: createQueue(),
    conflicts: await openConflicts(context.disk, context.options.home, folder.project.data().id),
    crossDeviceConflicts: writer.lock && writer.annotator ? sets.conflicts : [],
    onOpened: new Set(),
    suspectArticles: new Set(),
    articlesWithConflictMarkers: new Set(articleIdsWithConflictMarkers),
    incompleteRevisions: new Map(awaited),
    spillsOfClosedSets: new Map(),
    rejectedLateEdits: new Map(),
    articlesWithMergedText: new Set(),
    articlesBeingWritten: new Set(),
    importGeneration: { count: 0 },
    lastKnown,
    setsWithMissingChanges: sets.lacking,
    missing: [],
  };
}

interface SetsToRead {
  readonly folder: ProjectFolder;
  readonly articles: readonly Article[];
  /** Whose sets are shown; `null`: nobody's. */
  readonly owner: Id | null;
  readonly lastKnown: LastKnown;
  readonly openingIndex: OpeningIndex;
}

/** What the sets of one annotator say when the project is opened. Those whose files are as they were are not read. */
async function readSets(
  context: CoreContext,
  { folder, articles, owner, lastKnown, openingIndex }: SetsToRead,
) {
  const { device } = context.settings;
  const counts: LiveProject["counts"] = new Map();
  const digests: LiveProject["digests"] = new Map();
  const warnings: ApiErrorData[] = [];
  const conflicts: CrossDeviceConflicts[] = [];
  const found: (SetPlace & { readonly seq: number })[] = [];
  const lacking = new Map<Id, ReadSet>();
  const places =
    owner === null ? [] : articles.map((article) => ({ article, place: setPlace(folder, article, owner) }));
  const lookAt = ({ place }: (typeof places)[number]) =>
    openingIndex.set(place, lastRecordOf(device, lastKnown.of(place)).seq);
  for await (const [{ article, place }, look] of lookedAhead(places, lookAt)) {
    const knownSet = lastKnown.of(place);
    const last = lastRecordOf(device, knownSet);
    const storedSet = look.kept ? null : await readSet(context.disk, place, backupOf(context, place), last);
    const digest = storedSet ? digestOf(storedSet, device, folder.project.data().tagset) : look.kept;
    if (!digest) continue;
    counts.set(article.id, digest.summary);
    // What cannot be read now says nothing of how far it goes.
    if ((storedSet?.unsafe ?? null) === null && (digest.revision > 0 || knownSet))
      found.push({ ...place, seq: digest.seq });
    if (!storedSet || isPlain(storedSet)) digests.set(article.id, { article, digest });
    if (!storedSet) continue;
    if (isPlain(storedSet)) look.keep(digest);
    if (storedSet.missing) lacking.set(article.id, storedSet);
    warnings.push(...storedSet.warnings);
    if (storedSet.conflicts.length > 0)
      conflicts.push({ article, conflicts: storedSet.conflicts, set: storedSet.set });
  }
  return { counts, digests, warnings, conflicts, found, lacking };
}

/** What is asked of a set without anybody looking at its article. */
export function digestOf(
  { set, revision, seqByDevice }: Pick<ReadSet, "set" | "revision" | "seqByDevice">,
  device: Id,
  tagset: Tagset,
): SetDigest {
  const mentions = new Map<Id, number>();
  for (const { entity } of records(set.spans))
    if (entity !== undefined) mentions.set(entity, (mentions.get(entity) ?? 0) + 1);
  return {
    summary: countsOf(set),
    mentions,
    rejections: set.rejections.size,
    gaps: { tagset: tagsetKey(tagset), count: gapsOf(set, tagset).length },
    revision,
    seq: seqByDevice.get(device) ?? 0,
  };
}

type Writer = Pick<LiveProject, "lock" | "readOnly" | "annotator">;

async function writerOf(
  context: CoreContext,
  folder: ProjectFolder,
  mode: "read" | "write",
  takeOver: string | undefined,
): Promise<Writer> {
  const { disk, options, now, settings } = context;
  const name = settings.get().annotatorName;
  const existingAnnotator = folder.project.data().annotators.find(isPersonCalled(name)) ?? null;
  const reader = (why: ReadOnly["why"], detail: ReadOnly["detail"]): Writer => ({
    lock: null,
    readOnly: { why, detail },
    annotator: existingAnnotator,
  });
  if (folder.unsafe) {
    const [copy] =
      folder.unsafe.why === "damaged" ? await restorableFiles(disk, options.home, folder.root) : [];
    return reader(folder.unsafe.why, { ...folder.unsafe.detail, copiedAt: copy?.at ?? null });
  }
  if (mode === "read") return reader("asked", {});
  let lock: Lock | null = null;
  try {
    const who = { holder: name ?? "", version: options.version, ...(takeOver !== undefined && { takeOver }) };
    lock = await takeLock({ disk, root: folder.root, ...who, now, folders: settings.folders() });
    await sweepLeftovers(disk, folder.root);
    await finishPutAway(disk, folder.root);
    // Read again under the lock: it may have been written just before.
    await folder.project.reload();
    await folder.registry.reload();
    await finishAnnotators(disk, folder.root, folder.project.data());
    await finishDeleting(disk, folder.root);
    // Of an older form nothing is written before its first change.
    if (folder.version === schemaVersion) await writeMissingOpener(disk, folder.root);
    const annotator = name === null ? null : await enterAnnotator(context, folder, name);
    const guarded = guardFirstWrite(context, folder, annotator, lock);
    return { lock: guarded, readOnly: null, annotator };
  } catch (error) {
    await lock?.release();
    const { problem, detail } = writeError(error, folder.root);
    return reader(problem === "project-locked" ? "locked" : "not-writable", { ...detail, problem });
  }
}

const isPersonCalled =
  (name: string | null) =>
  (annotator: Annotator): boolean =>
    annotator.name === name && isPerson(annotator);

/**
 * The person's entry in the project, made when they are new to it; it is written with the first thing that they do. In their copy of the
 * sample what came with it becomes theirs.
 */
async function enterAnnotator(
  context: CoreContext,
  { project, root }: ProjectFolder,
  name: string,
): Promise<Annotator> {
  const { annotators } = project.data();
  const existingAnnotator = annotators.find(isPersonCalled(name));
  if (existingAnnotator) return existingAnnotator;
  const sampleAuthor = (await isSample(context, root))
    ? annotators.find(isPersonCalled(sampleAuthorName))
    : null;
  const annotator = { id: sampleAuthor?.id ?? context.newId(), name };
  project.setInMemory((data) => ({ ...data, annotators: withAnnotator(data.annotators, annotator) }));
  return annotator;
}

/** Where an annotator’s set of the present text of an article lies. */
export function setPlace(folder: ProjectFolder, article: Article, annotator: Id): SetPlace {
  return {
    folder: annotationsFolder(folder.root, article),
    project: folder.project.data().id,
    article: article.id,
    annotator,
    textHash: article.textHash,
  };
}

export const countsOf = (set: AnnotationSet): SetSummary => ({
  spans: set.spans.size,
  attributions: set.attributions.size,
  state: articleStateOf(set),
  hasNote: articleNoteOf(set) !== "",
  markedTo: markedTo(set),
});

/** The end of what is marked, as an offset. */
function markedTo({ spans }: AnnotationSet): number {
  let end = 0;
  for (const span of records(spans)) end = Math.max(end, span.segments.at(-1)?.end ?? 0);
  return end;
}

const untouched: SetSummary = { spans: 0, attributions: 0, state: "new", hasNote: false, markedTo: 0 };

/** Whose set is shown: the first person's to a reader, and to somebody who has given no name yet. */
export const shownAnnotator = ({
  annotator,
  folder,
}: Pick<LiveProject, "annotator" | "folder">): Annotator | null =>
  annotator ?? folder.project.data().annotators.find(isPerson) ?? null;

/** What the list shows of an article, with the counts of this person’s marks. */
export function summaryOf(liveProject: LiveProject, article: Article): ArticleSummary {
  const { metadata: _metadata, blocks: _blocks, about = [], ...listed } = article;
  const said = about.find(({ field, from }) => field === "language" && from === "person");
  return {
    ...listed,
    ...(said && { language: said.value }),
    ...(liveProject.counts.get(article.id) ?? untouched),
  };
}

/** Brings an article in, or back, or makes another of it, which is known only once all of it is there. */
export async function whileComing<T>(
  { articlesBeingWritten }: LiveProject,
  id: Id,
  action: () => Promise<T>,
): Promise<T> {
  articlesBeingWritten.add(id);
  try {
    return await action();
  } finally {
    articlesBeingWritten.delete(id);
  }
}

export const summariesOf = (liveProject: LiveProject): ArticleSummary[] =>
  Array.from(liveProject.articles.values(), (article) => summaryOf(liveProject, article));

export const entitiesOf = (liveProject: LiveProject): readonly Entity[] =>
  liveProject.folder.registry.data().entities;

/** For what is written in nobody's name. Throws `project-read-only`, with the reason, unless the project is open for writing. */
export function lockIn({ lock, readOnly }: LiveProject): Lock {
  if (!lock) throw new ApiError("project-read-only", { ...readOnly?.detail, why: readOnly?.why ?? "asked" });
  return lock;
}

/** For what is written in this person's name. Throws as `lockIn` does, and `identity-missing` while they have given none. */
export function writerIn(liveProject: LiveProject): { readonly lock: Lock; readonly annotator: Annotator } {
  const lock = lockIn(liveProject);
  const { annotator } = liveProject;
  if (!annotator) throw new ApiError("identity-missing");
  return { lock, annotator };
}

/**
 * Throws `article-missing`, `article-damaged` for one that is there but cannot be read, or `revision-on-its-way` for one of which no text
 * is here with all that belongs to it.
 */
export async function articleIn(context: CoreContext, liveProject: LiveProject, id: Id): Promise<Article> {
  const cachedArticle = liveProject.articles.get(id);
  if (cachedArticle && !liveProject.suspectArticles.has(id)) return cachedArticle;
  const freshArticle = await readArrived(context, liveProject, id);
  if (!cachedArticle) return freshArticle;
  liveProject.articles.set(id, freshArticle);
  liveProject.suspectArticles.delete(id);
  return freshArticle;
}

/** The set where it is open, else `null`. Waits for an opening that is on its way; one that failed does not count. Never throws. */
export async function openSetIfAny(
  { sets, curated }: Pick<LiveProject, "sets" | "curated">,
  article: Id,
  whose?: Whose,
): Promise<OpenSet | null> {
  const [opening] = await Promise.allSettled([(whose === "curation" ? curated : sets).get(article)]);
  return opening.status === "fulfilled" ? (opening.value ?? null) : null;
}

/** This annotator's set of an article, or the curated one, opened once and kept open until the project is closed. */
export function openSet(
  context: CoreContext,
  liveProject: LiveProject,
  id: Id,
  whose?: Whose,
): Promise<OpenSet> {
  const openSets = whose === "curation" ? liveProject.curated : liveProject.sets;
  const existingSet = openSets.get(id);
  if (existingSet) return existingSet;
  const pendingSet = openSetAnew(context, liveProject, id, whose);
  openSets.set(id, pendingSet);
  pendingSet.then(
    (opened) => {
      for (const listener of liveProject.onOpened) listener(opened);
    },
    // One that failed is tried again when it is next asked for.
    () => openSets.delete(id),
  );
  return pendingSet;
}

/** While the curation of a project is being entered. */
const entries = new WeakMap<LiveProject, Promise<void>>();

/**
 * Enters the curation in the project before the first thing is written in its name. True when it was not there. Whoever comes meanwhile
 * waits too, so that what is written goes on in the order in which it came.
 */
export async function enterCuration(liveProject: LiveProject): Promise<boolean> {
  const isThere = (): boolean =>
    liveProject.folder.project.data().annotators.some(({ kind }) => kind === "curation");
  const isFirst = !entries.has(liveProject) && !isThere();
  if (isFirst)
    entries.set(
      liveProject,
      addCuration(liveProject).finally(() => entries.delete(liveProject)),
    );
  await entries.get(liveProject);
  return isFirst;
}

async function addCuration({ folder, lock }: LiveProject): Promise<void> {
  await lock?.fence();
  await folder.project.update((data) => ({ ...data, annotators: [...data.annotators, curationOf(data)] }));
}

async function openSetAnew(
  context: CoreContext,
  liveProject: LiveProject,
  id: Id,
  whose: Whose | undefined,
): Promise<OpenSet> {
  const { disk, settings, now, log } = context;
  const { lock, annotator: me } = writerIn(liveProject);
  const annotator = whose === "curation" ? curationOf(liveProject.folder.project.data()) : me;
  const { root } = liveProject.folder;
  const article = await articleIn(context, liveProject, id);
  const text = await readText(disk, root, article);
  if (!whose) liveProject.digests.delete(id);
  const place = setPlace(liveProject.folder, article, annotator.id);
  const { device } = settings;
  const arrival = { ...arrivalAt(context, liveProject), annotators: [annotator.id] };
  if ((await setsOnTheirWay(arrival, article)).length > 0) throw onItsWay(article, null);
  const store = await openSetStore({
    disk,
    root,
    place,
    device,
    now,
    secondSource: backupOf(context, place),
    last: lastRecordOf(device, liveProject.lastKnown.of(place)),
    fence: lock.fence,
    onSaved: (seq) => noteSaved(liveProject.lastKnown, place, seq),
    onSnapshotFailed: (error) => log.error(`snapshot of ${article.id}`, error),
  });
  const { unsafe, revision, seqByDevice } = store.found;
  if (unsafe === null && (liveProject.lastKnown.of(place) || revision > 0))
    await noteFound(liveProject.lastKnown, [{ ...place, seq: seqByDevice.get(device) ?? 0 }]);
  await liveProject.lastKnown.forget(ofOtherTexts(liveProject.lastKnown, place));
  const { folder: _folder, ...owner } = place;
  const spill = openSpillJournal({
    disk,
    home: context.options.home,
    owner: { ...owner, device },
    nonce: context.newId(),
    now,
  });
  return { article, ...(whose && { whose }), text, store, spill };
}

/** Of the same set on texts that the article has no more: on one of them it may begin anew. What is lost of them is not forgotten. */
const ofOtherTexts = (known: LastKnown, { article, annotator, textHash }: SetPlace): readonly KnownSet[] =>
  [...known.sets()].filter(
    (set) =>
      set.article === article &&
      set.annotator === annotator &&
      set.lost === undefined &&
      !isOfText(set, { textHash }),
  );

/**
 * Makes this annotator's damaged set whole again, and opens it anew; one that is whole stays as it is. Throws an `ApiError`
 * when it cannot be made whole.
 */
export function recoverOpenSet(context: CoreContext, liveProject: LiveProject, id: Id): Promise<OpenSet> {
  return liveProject.recoveries.run(() => recoverNow(context, liveProject, id));
}

async function recoverNow(context: CoreContext, liveProject: LiveProject, id: Id): Promise<OpenSet> {
  const { lock, annotator } = writerIn(liveProject);
  const workingSet = await openSet(context, liveProject, id);
  const { article, store } = workingSet;
  // A second store of the same journal would write over the first.
  if (store.unsafe === null) return workingSet;
  const place = setPlace(liveProject.folder, article, annotator.id);
  const { disk } = context;
  const secondSource = backupOf(context, place);
  const { device } = context.settings;
  await recoverSet({ disk, root: liveProject.folder.root, place, secondSource, device, fence: lock.fence });
  await store.close();
  liveProject.sets.delete(id);
  return openSet(context, liveProject, id);
}

/** Those that are open or being opened; one that cannot be opened is left out. Never throws. */
export async function allOpenSets({ sets, curated }: LiveProject): Promise<readonly OpenSet[]> {
  const openings = await Promise.allSettled([...sets.values(), ...curated.values()]);
  return openings.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
}

/** Writes a snapshot of every set that is open. Never throws: the journals hold what a snapshot would. */
export async function flushLiveProject(context: CoreContext, liveProject: LiveProject): Promise<void> {
  for (const { store, article } of await allOpenSets(liveProject))
    await store.compact().catch((error: unknown) => context.log.error(`snapshot of ${article.id}`, error));
}

/** Keeps what was read of the project's files for its next opening, where it may be written. Never throws. */
export async function saveOpeningIndex({ lock, openingIndex, articles }: LiveProject): Promise<void> {
  if (lock) await openingIndex.save(articles.keys());
}

/** Writes the snapshots and gives the lock back. Never throws. */
export async function closeLiveProject(liveProject: LiveProject): Promise<void> {
  for (const { store } of await allOpenSets(liveProject)) await store.close();
  await liveProject.savedIndex;
  await saveOpeningIndex(liveProject);
  await liveProject.lastKnown.close();
  await liveProject.lock?.release();
}
