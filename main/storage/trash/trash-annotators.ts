// Annotators that were moved to the trash, with all their sets, what was kept of these for reviews, and their history: moved file by file
// to `trash` in the project. Whether the project's own file names somebody decides where their files belong, so that what a
// crash interrupts has one end.
import { join } from "node:path";
import { z } from "zod";
import type { InTrash } from "../../../shared/api/trash.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import type { Assignment } from "../../../shared/model/assignment.ts";
import { type Id, isId } from "../../../shared/model/id.ts";
import type { Annotator, Project } from "../../../shared/model/project.ts";
import { annotator, assignment, text } from "../../../shared/schema/model.ts";
import { bytesIn } from "../files/copy-folder.ts";
import type { Disk } from "../files/disk.ts";
import { makeFolders, statusIfAny, syncFolder } from "../files/durable-file.ts";
import { durableJson } from "../files/durable-json.ts";
import type { JsonFile } from "../files/json-file.ts";
import { listIfAny } from "../files/list-if-any.ts";
import { quarantineFile } from "../files/quarantine.ts";
import { ignoreFailure, orNull, readUnlessDamaged, writeError } from "../files/storage-error.ts";
import { readOrFirstSide, setNonsenseAside } from "../files/unreadable-json.ts";
import {
  annotatorFolderName,
  annotatorsInTrash,
  articlesInTrash,
  atTheOtherEnd,
  deleteForGood,
  moveIfAny,
  noteIn,
  noteName,
  removeNote,
  trashFolder,
} from "./trash-folder.ts";

/** What the project's file said of them. */
interface AnnotatorPutAway {
  readonly annotator: Annotator;
  /** Their place among the project's annotators. */
  readonly at: number;
  readonly assignments: readonly Assignment[];
  readonly putAwayAt: string;
  readonly by: string;
}

const about: z.ZodType<AnnotatorPutAway> = z.looseObject({
  annotator,
  at: z.number().int().min(0),
  assignments: z.array(assignment),
  putAwayAt: text,
  by: text,
});

/** Where files of an annotator lie: in folders of articles, or in one. */
const perArticle = ["annotations", "reviews"] as const;
const holdingOf = { annotations: "a set", reviews: "files" } as const satisfies Record<string, Holding>;

const folderOf = (root: string, id: Id): string => join(trashFolder(root), annotatorFolderName(id));

const aboutOptions = (disk: Disk, root: string, id: Id) =>
  noteIn(folderOf(root, id), { disk, schema: about, damaged: "project-damaged" });

/** What is said of somebody in the trash; `null` where nothing is. Throws an `ApiError` for what cannot be read. */
export async function readAboutAnnotator(disk: Disk, root: string, id: Id): Promise<AnnotatorPutAway | null> {
  const annotatorAbout = await readOrFirstSide(aboutOptions(disk, root, id));
  if (annotatorAbout && annotatorAbout.annotator.id !== id)
    throw new ApiError("project-damaged", { file: "about.json", why: "other-project" });
  return annotatorAbout;
}

/** Puts somebody away whom the project knows. None of their sets may be open. Throws an `ApiError`; see `finishAnnotators`. */
export async function putAnnotatorAway(
  disk: Disk,
  root: string,
  project: JsonFile<Project>,
  putAway: AnnotatorPutAway,
): Promise<void> {
  const { id } = putAway.annotator;
  const to = await makeFolders(disk, root, "trash", annotatorFolderName(id));
  try {
    const options = aboutOptions(disk, root, id);
    await setNonsenseAside(root, options);
    await durableJson(options).write(putAway);
    await project.update(({ assignments = [], ...data }) => {
      const others = assignments.filter((one) => one.annotator !== id);
      return {
        ...data,
        annotators: data.annotators.filter((one) => one.id !== id),
        ...(others.length > 0 && { assignments: others }),
      };
    });
    await moveAway(disk, root, id);
  } catch (error) {
    throw writeError(error, to);
  }
}

/**
 * Moves what of somebody in the trash has stayed where they were, since the disk failed. False: nobody of that id is in the trash. Throws
 * an `ApiError`.
 */
export async function putRestAway(disk: Disk, root: string, id: Id): Promise<boolean> {
  try {
    if (!(await annotatorsInTrash(disk, root)).includes(id)) return false;
    await moveAway(disk, root, id);
    return true;
  } catch (error) {
    throw writeError(error, folderOf(root, id));
  }
}

/** What is known elsewhere of somebody whose note in the trash is gone or makes no sense; `null` for nothing. Never throws. */
type KnownBefore = (id: Id) => Promise<Annotator | null>;

const unknown: KnownBefore = async () => null;

/** Throws `annotator-missing` for somebody who is not in the trash. */
export async function takeAnnotatorBack(
  disk: Disk,
  root: string,
  project: JsonFile<Project>,
  id: Id,
  before = unknown,
): Promise<void> {
  const from = folderOf(root, id);
  // Of somebody who is here already, those are meant that have waited behind others since they came back.
  const precedence = isKnownTo(project.data(), id) ? "what comes" : "what is there";
  try {
    if (!(await statusIfAny(disk, from))) throw new ApiError("annotator-missing", { annotator: id });
    // Nobody comes back without their name and assignments because the disk fails at this moment.
    const annotatorAbout = await readUnlessDamaged(
      () => readOrFirstSide(aboutOptions(disk, root, id)),
      "project-damaged",
    );
    const annotatorRecord = annotatorAbout ?? {
      annotator: (await before(id)) ?? { id, name: id },
      at: Number.POSITIVE_INFINITY,
      assignments: [],
    };
    await project.update(({ assignments = [], ...data }) => {
      const isIn = data.annotators.some((one) => one.id === id);
      const isThere = (one: Assignment): boolean =>
        assignments.some(({ article, annotator: of }) => article === one.article && of === one.annotator);
      const joinedAssignments = [
        ...assignments,
        ...annotatorRecord.assignments.filter((one) => !isThere(one)),
      ];
      return {
        ...data,
        annotators: isIn
          ? data.annotators
          : data.annotators.toSpliced(annotatorRecord.at, 0, annotatorRecord.annotator),
        ...(joinedAssignments.length > 0 && { assignments: joinedAssignments }),
      };
    });
    await moveBack(disk, root, id, precedence);
  } catch (error) {
    throw writeError(error, from);
  }
}

/**
 * Those in the trash. Of somebody whom the project knows again, what waits there behind another set that stands in its place, but not
 * what waits for an article that is nowhere: it comes when that does.
 */
export async function listAnnotatorsAway(
  disk: Disk,
  root: string,
  project: Project,
  before = unknown,
): Promise<readonly InTrash[]> {
  const trashItems: InTrash[] = [];
  for (const id of await annotatorsInTrash(disk, root)) {
    const presentAnnotator = project.annotators.find((one) => one.id === id);
    const awaitingArticles = presentAnnotator ? await articlesAwaiting(disk, root, id) : null;
    if (awaitingArticles?.length === 0) continue;
    const annotatorAbout = await orNull(() => readOrFirstSide(aboutOptions(disk, root, id)));
    const { name } = presentAnnotator ?? annotatorAbout?.annotator ?? (await before(id)) ?? { name: id };
    const { putAwayAt, by } = annotatorAbout ?? { putAwayAt: "", by: "" };
    const holds = awaitingArticles ?? (await namesIn(disk, join(folderOf(root, id), "annotations")));
    const bytes = await bytesIn(disk, folderOf(root, id));
    trashItems.push({
      kind: "annotator",
      id,
      name,
      putAwayAt,
      by,
      holds: holds.length,
      bytes,
      ...(presentAnnotator && { isSecond: true }),
    });
  }
  return trashItems;
}

/** The articles that are in the project or in its trash, and of which sets of somebody's lie in the trash by themselves. */
async function articlesAwaiting(disk: Disk, root: string, id: Id): Promise<readonly Id[]> {
  const articleIds: Id[] = [];
  for (const article of await namesIn(disk, join(folderOf(root, id), "annotations")))
    if (isId(article) && (await placeOf(disk, root, article))) articleIds.push(article);
  return articleIds;
}

/** Where the folders of an article's sets lie; `null` for one that was deleted for good. */
async function placeOf(disk: Disk, root: string, article: Id): Promise<readonly string[] | null> {
  if (await statusIfAny(disk, join(trashFolder(root), article, "article"))) return ["trash", article];
  return (await statusIfAny(disk, join(root, "articles", article))) ? [] : null;
}

/**
 * Ends what a crash interrupted, and takes to somebody in the trash what has come back of theirs with an article. Call it under
 * the lock. Never throws: the next opening tries again.
 */
export async function finishAnnotators(disk: Disk, root: string, project: Project): Promise<void> {
  await ignoreFailure(async () => {
    for (const id of await annotatorsInTrash(disk, root))
      await ignoreFailure(() =>
        isKnownTo(project, id) ? moveBack(disk, root, id) : moveAway(disk, root, id),
      );
  });
}

/**
 * Takes out of an article in the trash, before it comes back, the sets of everybody who is in the trash too: they come with them, and
 * a project never shows those of somebody it does not know. Call it under the lock. Throws what hinders; it can be done again.
 */
export async function takeOutOf(disk: Disk, root: string, project: Project, article: Id): Promise<void> {
  const trashPath = join(trashFolder(root), article);
  try {
    for (const id of await annotatorsAway(disk, root, project)) await takeSetsOut(disk, root, article, id);
  } catch (error) {
    throw writeError(error, trashPath);
  }
}

/** To the trash of the annotator, from that of the article. */
async function takeSetsOut(disk: Disk, root: string, article: Id, id: Id): Promise<void> {
  for (const kind of perArticle)
    await moveOfArticle(disk, root, id, { kind, article, from: join(trashFolder(root), article, kind) });
}

/**
 * Deletes somebody in the trash for good. With them go their sets of articles that are in the trash too, which would otherwise come back as a
 * stranger's; not so of somebody whom the project knows again. Throws an `ApiError`; it can be done again.
 */
export async function deleteAnnotator(disk: Disk, root: string, project: Project, id: Id): Promise<void> {
  const to = folderOf(root, id);
  try {
    if ((await annotatorsAway(disk, root, project)).includes(id))
      for (const article of await articlesInTrash(disk, root)) await takeSetsOut(disk, root, article, id);
  } catch (error) {
    throw writeError(error, to);
  }
  await deleteForGood(disk, root, annotatorFolderName(id));
}

/** Who is in the trash and not, since a crash meanwhile, in the project as well. */
export async function annotatorsAway(disk: Disk, root: string, project: Project): Promise<readonly Id[]> {
  return (await annotatorsInTrash(disk, root)).filter((id) => !isKnownTo(project, id));
}

const isKnownTo = ({ annotators }: Project, id: Id): boolean => annotators.some((one) => one.id === id);

interface OfArticle {
  readonly kind: (typeof perArticle)[number];
  readonly article: Id;
  /** The folder in which they lie. */
  readonly from: string;
}

/** To the trash of the annotator. */
async function moveOfArticle(
  disk: Disk,
  root: string,
  id: Id,
  { kind, article, from }: OfArticle,
): Promise<void> {
  const to = ["trash", annotatorFolderName(id), kind, article] as const;
  const moveToTrash = (folder: string, ...more: readonly string[]): Promise<void> =>
    moveFiles(disk, root, {
      id,
      from: folder,
      holding: holdingOf[kind],
      target: () => makeFolders(disk, root, ...to, ...more),
      precedence: "what comes",
    });
  await moveToTrash(from);
  for (const revision of (await namesIn(disk, from)).filter(isId))
    await moveToTrash(join(from, revision), revision);
}

async function moveAway(disk: Disk, root: string, id: Id): Promise<void> {
  for (const kind of perArticle)
    for (const article of await namesIn(disk, join(root, kind)))
      if (isId(article))
        await moveOfArticle(disk, root, id, { kind, article, from: join(root, kind, article) });
  await moveFiles(disk, root, {
    id,
    from: join(root, "history"),
    holding: "files",
    target: () => makeFolders(disk, root, "trash", annotatorFolderName(id), "history"),
    precedence: "what comes",
  });
}

/** `precedence`: where another set of theirs stands. One of a history stays either way, since it has grown since. */
async function moveBack(
  disk: Disk,
  root: string,
  id: Id,
  precedence: Move["precedence"] = "what is there",
): Promise<void> {
  const from = folderOf(root, id);
  const back = (of: Pick<Move, "from" | "holding" | "precedence">, ...to: readonly string[]): Promise<void> =>
    moveFiles(disk, root, { ...of, id, target: () => makeFolders(disk, root, ...to) });
  for (const kind of perArticle) {
    for (const article of await namesIn(disk, join(from, kind))) {
      // Of an article that was deleted for good nobody else's sets are left either: these wait for it to come from a version.
      const of = await placeOf(disk, root, article);
      if (!of) continue;
      const place = of.length > 0 ? [...of, kind] : [kind, article];
      const how = { holding: holdingOf[kind], precedence };
      await back({ from: join(from, kind, article), ...how }, ...place);
      for (const revision of (await namesIn(disk, join(from, kind, article))).filter(isId)) {
        const folder = join(from, kind, article, revision);
        await back({ from: folder, ...how }, ...place, revision);
        await ignoreFailure(() => disk.removeFolder(folder));
      }
      await ignoreFailure(() => disk.removeFolder(join(from, kind, article)));
    }
    await ignoreFailure(() => disk.removeFolder(join(from, kind)));
  }
  await back({ from: join(from, "history"), holding: "files", precedence: "what is there" }, "history");
  await ignoreFailure(() => disk.removeFolder(join(from, "history")));
  // Last, and only when nothing is left: by it the rest is found again.
  if ((await namesIn(disk, from)).every((name) => name === noteName)) await removeNote(disk, from);
}

/** What a folder holds of somebody: in one of annotations all of it is one set, elsewhere each file stands for itself with its generations. */
type Holding = "a set" | "files";

interface Move {
  readonly id: Id;
  readonly from: string;
  readonly holding: Holding;
  /** Makes the folder at the other end, which is not asked for where nothing is to be moved, and gives its path. */
  target(): Promise<string>;
  /**
   * Which of two keeps its place where the other end holds another one: the one that comes, and the other goes to the quarantine; or
   * the one that is there, and the other stays where it is.
   */
  readonly precedence: "what comes" | "what is there";
}

/** Throws what the disk says; it can be done again, also after a crash. */
async function moveFiles(disk: Disk, root: string, move: Move): Promise<void> {
  const names = await filesOf(disk, move.from, move);
  const parcelAt = (name: string): string => parcelOf(name, move);
  for (const parcel of new Set(names.map(parcelAt)))
    await moveParcel(disk, root, {
      ...move,
      parcel,
      names: names.filter((name) => parcelAt(name) === parcel),
    });
}

/** Files that make sense only together: the snapshot and the journals of a set, a journal and its generations. */
const parcelOf = (name: string, { holding, id }: Move): string =>
  holding === "a set" ? id : name.split(".").slice(0, 2).join(".");

interface ParcelMove extends Move {
  readonly parcel: string;
  readonly names: readonly string[];
}

async function moveParcel(disk: Disk, root: string, move: ParcelMove): Promise<void> {
  const { from, precedence, parcel, names } = move;
  const to = await move.target();
  const twins: string[] = [];
  const others: string[] = [];
  for (const name of names) {
    const targetState = await atTheOtherEnd(disk, join(from, name), join(to, name));
    if (targetState === "the same") twins.push(name);
    if (targetState === "another") others.push(name);
  }
  if (others.length === 0) for (const name of twins) await removeTwin(disk, { from, to, name });
  else if (precedence === "what is there") return;
  else {
    const old = (await filesOf(disk, to, move)).filter((name) => parcelOf(name, move) === parcel);
    // Those by which the two are told apart go last: what a crash leaves of the old one is still known for it.
    for (const name of [...old.filter((one) => !others.includes(one)), ...others])
      await quarantineFile(disk, root, join(to, name));
  }
  for (const name of names) await moveIfAny(disk, { folder: from, name }, { folder: to, name });
}

/** A power cut may have left a file at both ends of its way. */
async function removeTwin(
  disk: Disk,
  { from, to, name }: { readonly from: string; readonly to: string; readonly name: string },
): Promise<void> {
  await syncFolder(disk, to);
  await disk.remove(join(from, name));
  await syncFolder(disk, from);
}

/** By name, those of the person alone. */
async function filesOf(disk: Disk, folder: string, { id }: Pick<Move, "id">): Promise<readonly string[]> {
  return (await namesIn(disk, folder)).filter((name) => name.startsWith(`${id}.`));
}

/** What is in a folder, by name; nothing where there is none. */
async function namesIn(disk: Disk, folder: string): Promise<readonly string[]> {
  return (await listIfAny(disk, folder)).map(({ name }) => name).sort();
}
