// Work that was acknowledged in a project once and is not in its folder any more, although nothing that is there is damaged: told when it
// is opened and by the examination, and brought back from the copies in the home when the person wants it. A backup that was restored looks
// the same, as does a folder that is still arriving, so that nothing is called damage and everything goes on meanwhile.
import { join } from "node:path";
import type { MissingWork } from "../../../shared/api/replies.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import { type AnnotationSet, entitiesNamedIn, setFromJson } from "../../../shared/model/annotation-set.ts";
import type { Article } from "../../../shared/model/article.ts";
import { curationOf } from "../../../shared/model/curation.ts";
import type { Entity } from "../../../shared/model/entity.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { Project } from "../../../shared/model/project.ts";
import { get, tableOf, withRecords } from "../../../shared/model/table.ts";
import { makeFolders, statusIfAny, writeDurable } from "../../storage/files/durable-file.ts";
import { parseJson } from "../../storage/files/durable-json.ts";
import { prettyJson } from "../../storage/files/json-text.ts";
import { orNull, writeError } from "../../storage/files/storage-error.ts";
import { lastInHistory } from "../../storage/history/history-store.ts";
import { copiedAs, newestCopy, newestCopyTime } from "../../storage/home/backups.ts";
import {
  expectedOf,
  isOfText,
  type KnownSet,
  lastRecordOf,
  noteFound,
  ofHistory,
} from "../../storage/home/last-known.ts";
import {
  annotationsFolder,
  articleFolder,
  pathPartsBelow,
  registryFile,
  registryJsonOptions,
} from "../../storage/project/project-folder.ts";
import { goodArticle } from "../../storage/recovery/good-article.ts";
import {
  annotatorsWithFiles,
  type ReadSet,
  readSet,
  type SetPlace,
  snapshotPath,
} from "../../storage/sets/read-set.ts";
import { enterMentioned, saveEntities } from "../changes/save-entities.ts";
import type { Steps } from "../changes/steps.ts";
import type { CoreContext } from "../context.ts";
import { keepMergeConflicts, takeVersions, untilCalm } from "../merge/take-versions.ts";
import { backupOf, backupStoreOf } from "../project/backup-source.ts";
import {
  entitiesOf,
  type LiveProject,
  type MissingFromFolder,
  openSet,
  setPlace,
  writerIn,
} from "../project/live-project.ts";
import { countAnew } from "../project/own-sets.ts";
import { recoverArticle } from "./recover-damaged.ts";

interface KnownFolder {
  readonly root: string;
  readonly project: Project;
  readonly articles: ReadonlyMap<Id, Article>;
  /** What the home knows. */
  readonly known: Iterable<KnownSet>;
  /** Whose sets are read for what they lack; of others it is looked whether they are there. Absent: everybody's. */
  isRead?(annotator: Id): boolean;
  /** A set that was read already, if it lacks something; `null` for one that does not, `undefined` for one that was not read. */
  readBefore?(place: SetPlace): Lacking | null | undefined;
}

type Lacking = Pick<ReadSet, "set" | "missing" | "seqByDevice">;

/** Of an open project. */
export async function missingOf(
  context: CoreContext,
  liveProject: LiveProject,
): Promise<readonly MissingFromFolder[]> {
  const missingParts = await missingIn(context, {
    root: liveProject.folder.root,
    project: liveProject.folder.project.data(),
    articles: liveProject.articles,
    known: liveProject.lastKnown.sets(),
    isRead: (annotator) =>
      annotator === liveProject.annotator?.id ||
      annotator === curationOf(liveProject.folder.project.data()).id,
    readBefore: ({ article, annotator }) =>
      annotator === liveProject.annotator?.id
        ? (liveProject.setsWithMissingChanges.get(article) ?? null)
        : undefined,
  });
  // From now on what is lost is told from what comes after it.
  const { device } = context.settings;
  await noteFound(
    liveProject.lastKnown,
    missingParts.flatMap(({ known, changes }) =>
      changes ? known.map((set) => ({ ...set, seq: changes.seqByDevice.get(device) ?? 0 })) : [],
    ),
  );
  return missingParts;
}

export async function missingIn(
  context: CoreContext,
  of: KnownFolder,
): Promise<readonly MissingFromFolder[]> {
  const missingParts: MissingFromFolder[] = [];
  const setsByGoneArticle = new Map<Id, KnownSet[]>();
  const nameOf = namesIn(of.project);
  const files = filesIn(context, of);
  for (const knownSet of of.known) {
    const { article, annotator: id, textHash } = knownSet;
    if (textHash !== ofHistory && !of.articles.has(article))
      setsByGoneArticle.set(article, [...(setsByGoneArticle.get(article) ?? []), knownSet]);
    const name = nameOf(id);
    // Of somebody who was moved to the trash.
    if (name === null) continue;
    const missingPart = await missingOfSet(context, of, files, knownSet, { id, name });
    if (missingPart) missingParts.push(missingPart);
  }
  for (const [article, known] of setsByGoneArticle) {
    const missingWork = await missingArticle(context, of, article);
    if (missingWork) missingParts.push({ work: missingWork, known, changes: null });
  }
  return missingParts;
}

/** What is missing of a set, or of somebody's steps; `null` for nothing, and where the article itself is gone. */
async function missingOfSet(
  context: CoreContext,
  of: KnownFolder,
  files: ReturnType<typeof filesIn>,
  knownSet: KnownSet,
  annotator: NonNullable<MissingWork["annotator"]>,
): Promise<MissingFromFolder | null> {
  if (knownSet.textHash === ofHistory) {
    const count = expectedOf(knownSet) - (await lastStep(context, of, knownSet));
    return count > 0 ? missingSteps(knownSet, annotator.name, count) : null;
  }
  const article = of.articles.get(knownSet.article);
  if (!article) return null;
  const who = { annotator, article: article.id, title: article.title };
  const known = [knownSet];
  if (!isOfText(knownSet, article)) {
    // Of a text of before: only what was lost of it is still somebody's to decide about.
    const { lost: count = 0 } = knownSet;
    const work = { ...who, what: "changes", count, copiedAt: null } as const;
    return count > 0 ? { work, known, changes: null } : null;
  }
  if (expectedOf(knownSet) > 0 && (of.isRead?.(annotator.id) ?? true)) {
    const lackingSet = await missingChanges(context, of, article, knownSet);
    if (!lackingSet?.missing) return null;
    const { set: found, seqByDevice, missing } = lackingSet;
    const { count, copy } = missing;
    const work = { ...who, what: "changes", count, copiedAt: copy?.at ?? null } as const;
    return { work, known, changes: { found, seqByDevice, copy } };
  }
  if ((await files(article)).has(annotator.id)) return null;
  // There may be any number of these: whether a copy is whole shows when it is brought back.
  const copiedAt = await newestCopyTime(backupStoreOf(context, of.project.id), copiedAs(knownSet));
  return { work: { ...who, what: "set", count: null, copiedAt }, known, changes: null };
}

const lastStep = ({ disk, settings: { device } }: CoreContext, { root }: KnownFolder, set: KnownSet) =>
  lastInHistory(disk, root, { annotator: set.annotator, device });

const missingSteps = (set: KnownSet, name: string, count: number): MissingFromFolder => ({
  work: {
    ...{ what: "steps", article: set.article, title: "", annotator: { id: set.annotator, name } },
    ...{ count, copiedAt: null },
  },
  known: [set],
  changes: null,
});

function namesIn(project: Project): (annotator: Id) => string | null {
  const names = new Map(project.annotators.map(({ id, name }) => [id, name]));
  const curation = curationOf(project);
  return (id) => names.get(id) ?? (id === curation.id ? curation.name : null);
}

const placeOf = ({ root, project }: KnownFolder, article: Article, annotator: Id): SetPlace => ({
  folder: annotationsFolder(root, article),
  project: project.id,
  article: article.id,
  annotator,
  textHash: article.textHash,
});

/** Whose files lie in an article's folder, asked once each. One that cannot be looked into may have them all. */
function filesIn({ disk }: CoreContext, { root }: KnownFolder) {
  const everybody: Pick<ReadonlySet<Id>, "has"> = { has: () => true };
  const annotatorsByArticle = new Map<Id, Promise<Pick<ReadonlySet<Id>, "has">>>();
  return (article: Article) => {
    const annotators =
      annotatorsByArticle.get(article.id) ??
      annotatorsWithFiles(disk, annotationsFolder(root, article)).catch(() => everybody);
    annotatorsByArticle.set(article.id, annotators);
    return annotators;
  };
}

async function missingChanges(
  context: CoreContext,
  of: KnownFolder,
  article: Article,
  set: KnownSet,
): Promise<Lacking | null> {
  const place = placeOf(of, article, set.annotator);
  const lastRecord = lastRecordOf(context.settings.device, set);
  const lackingSet = of.readBefore?.(place);
  return lackingSet === undefined
    ? readSet(context.disk, place, backupOf(context, place), lastRecord)
    : lackingSet;
}

/** `null` for one that is there and cannot be read, that is in the trash, or of which the annotations are left: that is told elsewhere. */
async function missingArticle(
  context: CoreContext,
  { root, project }: KnownFolder,
  article: Id,
): Promise<MissingWork | null> {
  const { disk } = context;
  const places = [
    articleFolder(root, article),
    join(root, "trash", article),
    join(root, "annotations", article),
  ];
  for (const path of places) if ((await orNull(() => statusIfAny(disk, path))) !== null) return null;
  const good = await goodArticle(backupStoreOf(context, project.id), root, article);
  const title = good?.article.title ?? article;
  return { what: "article", article, title, annotator: null, count: null, copiedAt: good?.at ?? null };
}

interface LiveParts {
  readonly liveProject: LiveProject;
  readonly steps: Steps;
  readonly outside: { scan(isPatient: boolean): Promise<void> };
}

/**
 * Brings back whatever a copy holds, one's own annotations as a step that can be taken back. What could not be brought back is missing still;
 * a set of which no copy fits is not offered again.
 * Throws an `ApiError`, the first of all that hindered; the others are back then.
 */
export async function bringBack(
  context: CoreContext,
  { liveProject, steps, outside }: LiveParts,
): Promise<void> {
  writerIn(liveProject);
  let failed: ApiError | null = null;
  for (const missingPart of liveProject.missing) {
    // The person may leave as it is what has not been brought back yet.
    const isLeft = (): boolean => !liveProject.missing.includes(missingPart);
    if (isLeft() || missingPart.work.copiedAt === null) continue;
    try {
      await bringOne(context, liveProject, steps, missingPart);
      if (isLeft()) continue;
      const remainingParts = await settle(liveProject, missingPart, missingPart.changes?.copy?.held);
      liveProject.missing = liveProject.missing.flatMap((other) =>
        other === missingPart ? remainingParts : [other],
      );
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      failed ??= error;
      if (missingPart.work.what === "set" && error.problem === "copy-misfit") {
        const withoutCopy = { ...missingPart, work: { ...missingPart.work, copiedAt: null } };
        liveProject.missing = liveProject.missing.map((other) =>
          other === missingPart ? withoutCopy : other,
        );
      }
    }
  }
  await outside.scan(false);
  if (failed) throw failed;
}

function bringOne(
  context: CoreContext,
  liveProject: LiveProject,
  steps: Steps,
  one: MissingFromFolder,
): Promise<void> {
  const { work, changes } = one;
  if (work.what === "article") return bringArticle(context, liveProject, steps, one);
  if (changes) return bringChanges(context, liveProject, steps, one);
  return steps.exclusively(() => bringSet(context, liveProject, work));
}

async function bringArticle(
  context: CoreContext,
  liveProject: LiveProject,
  steps: Steps,
  { work, known }: MissingFromFolder,
): Promise<void> {
  await steps.exclusively(async () => {
    await recoverArticle(context, liveProject, work.article);
    const article = liveProject.articles.get(work.article);
    if (!article) return;
    const annotators = known.filter((set) => isOfText(set, article)).map((set) => set.annotator);
    for (const annotator of new Set(annotators))
      await writeCopy(context, liveProject, work.article, annotator);
    await countAnew(context, liveProject, article);
  });
}

/** Throws `copy-misfit` where the laws do not take it. */
async function bringChanges(
  context: CoreContext,
  liveProject: LiveProject,
  steps: Steps,
  { work, changes }: MissingFromFolder,
): Promise<void> {
  if (!changes?.copy) return;
  const { set: theirs, isOther } = changes.copy;
  await steps.exclusively(() => enterEntities(context, liveProject, theirs));
  const whose = work.annotator?.id === liveProject.annotator?.id ? undefined : "curation";
  const workingSet = await openSet(context, liveProject, work.article, whose);
  // Its text was corrected meanwhile: the places of the copy are those of another.
  if (workingSet.article.textHash !== theirs.textHash)
    throw new ApiError("copy-misfit", { name: work.title });
  const versions = [{ base: isOther ? null : changes.found, theirs }];
  const mergeOutcome = await untilCalm(() =>
    takeVersions(context, liveProject, steps, workingSet, { versions }),
  );
  if (mergeOutcome === "refused") throw new ApiError("copy-misfit", { name: work.title });
  await keepMergeConflicts(context, liveProject, workingSet, mergeOutcome);
}

/** Throws `copy-misfit` where no copy is whole and of the present text. */
async function bringSet(
  context: CoreContext,
  liveProject: LiveProject,
  { article, annotator, title }: MissingWork,
): Promise<void> {
  if (annotator && !(await writeCopy(context, liveProject, article, annotator.id)))
    throw new ApiError("copy-misfit", { name: title });
  const articleRecord = liveProject.articles.get(article);
  if (articleRecord) await countAnew(context, liveProject, articleRecord);
}

/** Writes the newest copy of a set, where nothing of the set lies. False where there is no copy for it. */
async function writeCopy(
  context: CoreContext,
  liveProject: LiveProject,
  id: Id,
  annotator: Id,
): Promise<boolean> {
  const { disk } = context;
  const { lock } = writerIn(liveProject);
  const article = liveProject.articles.get(id);
  if (!article) return false;
  const place = setPlace(liveProject.folder, article, annotator);
  if ((await annotatorsWithFiles(disk, place.folder)).has(annotator)) return true;
  const copy = await backupOf(context, place)();
  if (!copy) return false;
  await enterEntities(context, liveProject, setFromJson(copy.value));
  await lock.fence();
  try {
    await makeFolders(
      disk,
      liveProject.folder.root,
      ...pathPartsBelow(liveProject.folder.root, place.folder),
    );
    await writeDurable(disk, snapshotPath(place), Buffer.from(prettyJson(copy.value), "utf8"));
  } catch (error) {
    throw writeError(error, snapshotPath(place));
  }
  return true;
}

/** Entities that a set mentions come before it: out of the trash, or as a copy of the registry knows them. */
async function enterEntities(
  context: CoreContext,
  liveProject: LiveProject,
  set: AnnotationSet,
): Promise<void> {
  const { lock } = writerIn(liveProject);
  await lock.fence();
  await enterMentioned(liveProject, [set]);
  const entityTable = tableOf(entitiesOf(liveProject));
  const lacking = new Set<Id>();
  for (const id of entitiesNamedIn(set)) if (get(entityTable, id) === undefined) lacking.add(id);
  if (lacking.size === 0) return;
  const back = await entitiesFromCopies(context, liveProject, lacking);
  if (back.length > 0) await saveEntities(liveProject, withRecords(entityTable, back));
}

/**
 * Those of these entities that a copy of the registry has, each as the newest such copy knows it, with those that it was merged into and
 * that are gone as well.
 */
async function entitiesFromCopies(
  context: CoreContext,
  liveProject: LiveProject,
  lacking: ReadonlySet<Id>,
): Promise<readonly Entity[]> {
  const options = registryJsonOptions(context.disk, liveProject.folder.root);
  const backupStore = backupStoreOf(context, liveProject.folder.project.data().id);
  const entityTable = tableOf(entitiesOf(liveProject));
  const back = new Map<Id, Entity>();
  for (const stillLacking = new Set(lacking); stillLacking.size > 0; ) {
    const copy = await newestCopy(backupStore, registryFile, (bytes) => {
      const { entities } = parseJson(bytes, options);
      if (!entities.some(({ id }) => stillLacking.has(id))) throw new ApiError("entity-missing", {});
      return tableOf(entities);
    });
    if (!copy) break;
    for (const id of [...stillLacking])
      for (let entity = get(copy.value, id); entity; entity = get(copy.value, entity.mergedInto ?? "")) {
        if (back.has(entity.id) || get(entityTable, entity.id)) break;
        back.set(entity.id, entity);
        stillLacking.delete(entity.id);
      }
  }
  return [...back.values()];
}

/** So many changes are not missing any more, by what a copy held; absent: none is. Gives what is missing still. */
async function settle(
  { lastKnown }: LiveProject,
  one: MissingFromFolder,
  held?: number,
): Promise<readonly MissingFromFolder[]> {
  const { work, known: sets } = one;
  const remainingCount = held === undefined ? 0 : Math.max(0, (work.count ?? 0) - held);
  const updatedSets = sets.map(({ article, annotator, textHash, seq }) => {
    const of = { article, annotator, textHash };
    const part = remainingCount > 0 && {
      lost: remainingCount,
      ...(work.copiedAt !== null && { copiedAt: work.copiedAt }),
    };
    return { ...of, seq: lastKnown.of(of)?.seq ?? seq, ...part };
  });
  await lastKnown.note(updatedSets);
  const remainingWork = { ...work, count: remainingCount, copiedAt: null };
  return remainingCount > 0 ? [{ work: remainingWork, known: updatedSets, changes: null }] : [];
}

/** Whatever is missing is not missed any more, also where it is being brought back. */
export async function leaveMissing(liveProject: LiveProject): Promise<void> {
  writerIn(liveProject);
  const missingParts = liveProject.missing;
  liveProject.missing = [];
  for (const missingPart of missingParts) {
    const isOfRest = missingPart.work.what === "changes" || missingPart.work.what === "steps";
    if (isOfRest) await settle(liveProject, missingPart);
    // Of a journal of which nothing is left nothing can go missing.
    const isEmpty = (set: KnownSet): boolean => (liveProject.lastKnown.of(set)?.seq ?? 0) === 0;
    await liveProject.lastKnown.forget(isOfRest ? missingPart.known.filter(isEmpty) : missingPart.known);
  }
}
