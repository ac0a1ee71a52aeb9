// Projects in the trash: moved aside whole, to a folder beside where they were, so that it is one rename on the same disk. Where
// that cannot be (a project at the top of a disk, a folder around it that cannot be written), copied to the home, read back,
// and then removed. What lies in a trash is deleted only when a person asks for it.
import { basename, dirname, join } from "node:path";
import { z } from "zod";
import type { ProjectInTrash, ProjectsInTrash } from "../../../shared/api/trash.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import { type Id, isId } from "../../../shared/model/id.ts";
import { text } from "../../../shared/schema/model.ts";
import {
  bytesIn,
  copyProjectFiles,
  flushMove,
  flushMoves,
  holdsOnlyFiles,
  moveFolder,
  removeTree,
} from "../files/copy-folder.ts";
import type { Disk } from "../files/disk.ts";
import { makeFolders, statusIfAny, syncFolder } from "../files/durable-file.ts";
import { durableJson } from "../files/durable-json.ts";
import { openJsonFile } from "../files/json-file.ts";
import {
  errorCode,
  ignoreFailure,
  orNull,
  readError,
  readUnlessDamaged,
  writeError,
} from "../files/storage-error.ts";
import { makeHome } from "../home/home-folder.ts";
import { noteIn } from "./trash-folder.ts";

export interface TrashPlace {
  readonly disk: Disk;
  readonly home: string;
}

/** `copied`: it did not come by a rename, so until the project is gone from where it was it is still there. */
interface About {
  readonly from: string;
  readonly name: string;
  readonly putAwayAt: string;
  readonly by: string;
  readonly copied: boolean;
}

const about: z.ZodType<About> = z.looseObject({
  from: text,
  name: text,
  putAwayAt: text,
  by: text,
  copied: z.boolean(),
});

const besideName = ".sayso-trash";
const homeName = "trash";
/** Folders of an entry that are no project (yet, or any more). */
const copying = ".copying";
const deleting = ".deleting";
const projectFile = "project.json";

/** Why a rename to the folder beside fails where copying may do. */
const otherWay: ReadonlySet<string | undefined> = new Set(["EXDEV", "EBUSY", "EACCES", "EPERM", "EROFS"]);

const aboutJson = (disk: Disk, entry: string) =>
  durableJson(noteIn(entry, { disk, schema: about, damaged: "project-damaged" }));

/** The trashes that were ever used on this machine. */
const placesFile = ({ disk, home }: TrashPlace) =>
  openJsonFile(
    {
      disk,
      path: join(home, "project-trash.json"),
      schema: z.looseObject({ places: z.array(z.string()) }),
      damaged: "storage-failed",
    },
    { places: [] },
  );

/** None where what is there makes no sense; throws an `ApiError` when the disk fails. */
async function knownPlaces(trash: TrashPlace): Promise<readonly string[]> {
  try {
    return (await placesFile(trash)).data().places;
  } catch (error) {
    if (error instanceof ApiError && "why" in error.detail) return [];
    throw readError(error, trash.home);
  }
}

interface PutAwayProject extends Pick<About, "name" | "putAwayAt" | "by"> {
  /** Of the entry in the trash. */
  readonly id: Id;
  /** The project's folder, absolute and without links. Nobody may have it open. */
  readonly root: string;
}

/** The project's folder in the trash. Throws an `ApiError`, with the project where it was, when it cannot be moved. */
export async function putProjectAway(trash: TrashPlace, project: PutAwayProject): Promise<string> {
  const { disk, home } = trash;
  const { root } = project;
  try {
    await flushMoves(disk);
    const beside = await moveBeside(trash, project);
    if (beside !== null) return beside;
    if (!(await holdsOnlyFiles(disk, root))) throw new ApiError("link-refused", { file: basename(root) });
    await forgetCopiesOf(disk, join(home, homeName), root);
    await makeHome(disk, home);
    const entry = await makeEntry(disk, home, homeName, { ...project, copied: true });
    return await copyAway(disk, root, entry);
  } catch (error) {
    throw writeError(error, root);
  }
}

/** `null` where it can only be copied. */
async function moveBeside(trash: TrashPlace, project: PutAwayProject): Promise<string | null> {
  const { disk } = trash;
  const { root, id } = project;
  const parent = dirname(root);
  const place = join(parent, besideName);
  const to = join(place, id, basename(root));
  try {
    // Before anything is moved: what lies there must be found again.
    await remember(trash, place);
    await makeEntry(disk, parent, besideName, { ...project, copied: false });
    await disk.rename(root, to);
  } catch (error) {
    await forgetEntry(disk, dirname(to));
    if (otherWay.has(codeOf(error))) return null;
    throw error;
  }
  try {
    await flushMove(disk, root, to);
  } catch (error) {
    // Where it could not be moved back, it is in the trash.
    if (!(await statusIfAny(disk, to))) await forgetEntry(disk, dirname(to));
    throw error;
  }
  return to;
}

/** Removes what is left of an entry, and the trash where that was the last one. Never throws. */
async function forgetEntry(disk: Disk, entry: string): Promise<void> {
  await ignoreFailure(() => removeTree(disk, entry));
  await ignoreFailure(() => disk.removeFolder(dirname(entry)));
}

const codeOf = (error: unknown): string | undefined =>
  error instanceof ApiError
    ? error.problem === "folder-not-writable"
      ? "EACCES"
      : String(error.detail.code ?? "")
    : errorCode(error);

async function makeEntry(
  disk: Disk,
  parent: string,
  place: string,
  { id, root, name, putAwayAt, by, copied }: PutAwayProject & Pick<About, "copied">,
): Promise<string> {
  const entry = await makeFolders(disk, parent, place, id);
  await aboutJson(disk, entry).write({ from: root, name, putAwayAt, by, copied });
  return entry;
}

async function copyAway(disk: Disk, root: string, entry: string): Promise<string> {
  const to = join(entry, basename(root));
  try {
    await copyProjectFiles(disk, root, await makeFolders(disk, entry, copying));
    await moveFolder(disk, join(entry, copying), to);
    // From here on it is no project where it was.
    await disk.remove(join(root, projectFile));
    await syncFolder(disk, root);
  } catch (error) {
    if (await statusIfAny(disk, join(root, projectFile))) await ignoreFailure(() => removeTree(disk, entry));
    throw error;
  }
  // Where a power cut undoes this, the rest of its files stand in the way of a project that is to be made there.
  await ignoreFailure(async () => {
    await removeTree(disk, root);
    await syncFolder(disk, dirname(root));
  });
  return to;
}

/** Copies that a crash left before their project was removed. */
async function forgetCopiesOf(disk: Disk, place: string, root: string): Promise<void> {
  for (const entry of (await orNull(() => entriesIn(disk, place))) ?? []) {
    const trashAbout = await orNull(() => aboutJson(disk, entry).read());
    if (trashAbout?.copied && trashAbout.from === root) await ignoreFailure(() => removeTree(disk, entry));
  }
}

async function remember(trash: TrashPlace, place: string): Promise<void> {
  await makeHome(trash.disk, trash.home);
  const file = await placesFile(trash);
  if (!file.data().places.includes(place))
    await file.update(({ places }) => ({ places: [...places, place] }));
}

/** Throws what the disk throws. */
async function entriesIn(disk: Disk, place: string): Promise<readonly string[]> {
  if ((await statusIfAny(disk, place))?.kind !== "folder") return [];
  return (await disk.list(place)).flatMap(({ name, kind }) =>
    kind === "folder" && isId(name) ? [join(place, name)] : [],
  );
}

/** Throws what the disk throws. */
async function itemIn(disk: Disk, entry: string): Promise<ProjectInTrash | null> {
  const folders = (await disk.list(entry)).filter(
    ({ name, kind }) => kind === "folder" && ![copying, deleting].includes(name),
  );
  const [folder] = folders;
  if (!folder || folders.length > 1) return null;
  const path = join(entry, folder.name);
  if (!(await statusIfAny(disk, join(path, projectFile)))) return null;
  const trashAbout = await readUnlessDamaged(() => aboutJson(disk, entry).read(), "project-damaged");
  const { from, name, putAwayAt, by, copied } = trashAbout ?? {
    from: join(entry, "..", "..", folder.name),
    name: folder.name,
    putAwayAt: "",
    by: "",
    copied: false,
  };
  if (copied && (await statusIfAny(disk, join(from, projectFile)))) return null;
  return { path, from, name, putAwayAt, by, bytes: await bytesIn(disk, path) };
}

/** The projects in all trashes. Throws an `ApiError` when the home cannot be read. */
export async function projectsInTrash(trash: TrashPlace): Promise<ProjectsInTrash> {
  const { disk, home } = trash;
  const projects: ProjectInTrash[] = [];
  const unread: string[] = [];
  const orUnread = async <T>(path: string, read: () => Promise<T>): Promise<T | null> => {
    try {
      return await read();
    } catch {
      unread.push(path);
      return null;
    }
  };
  await flushMoves(disk).catch((error: unknown) => {
    throw writeError(error, home);
  });
  for (const place of new Set([...(await knownPlaces(trash)), join(home, homeName)]))
    for (const entry of (await orUnread(place, () => entriesIn(disk, place))) ?? []) {
      const item = await orUnread(entry, () => itemIn(disk, entry));
      if (item) projects.push(item);
    }
  projects.sort((a, b) => (a.putAwayAt < b.putAwayAt ? 1 : -1));
  return { projects, unread };
}

/** The project that lies there. Throws `project-missing` for what is in no trash, and what hinders reading. */
export async function projectInTrash(trash: TrashPlace, path: string): Promise<ProjectInTrash> {
  const { disk, home } = trash;
  const missing = new ApiError("project-missing", { file: basename(path) });
  const entry = dirname(path);
  const places = await knownPlaces(trash);
  if (![...places, join(home, homeName)].includes(dirname(entry)) || !isId(basename(entry))) throw missing;
  try {
    await flushMoves(disk);
    if ((await statusIfAny(disk, entry))?.kind !== "folder") throw missing;
    const item = await itemIn(disk, entry);
    if (item?.path !== path) throw missing;
    return item;
  } catch (error) {
    throw readError(error, path);
  }
}

/**
 * Moves a project back to where it was, or beside it where something else is there by now. Its folder then. Throws
 * `project-missing` for what is in no trash.
 */
export async function takeProjectBack(trash: TrashPlace, path: string): Promise<string> {
  const { disk } = trash;
  const item = await projectInTrash(trash, path);
  const entry = dirname(path);
  try {
    const to = await freePlace(disk, item.from);
    try {
      await moveFolder(disk, path, to);
    } catch (error) {
      if (errorCode(error) !== "EXDEV") throw error;
      await copyBack(disk, { entry, path, to });
    }
    await forgetEntry(disk, entry);
    return to;
  } catch (error) {
    throw writeError(error, item.from);
  }
}

/** Whole under another name first, so that no half of it ever stands where it was. */
async function copyBack(
  disk: Disk,
  { entry, path, to }: { readonly entry: string; readonly path: string; readonly to: string },
): Promise<void> {
  if (!(await holdsOnlyFiles(disk, path))) throw new ApiError("link-refused", { file: basename(path) });
  const half = join(dirname(to), `.sayso-back-${basename(entry)}`);
  // What a crash has left of an attempt before.
  if (await statusIfAny(disk, half)) await removeTree(disk, half);
  try {
    await copyProjectFiles(disk, path, await makeFolders(disk, dirname(half), basename(half)));
    await moveFolder(disk, half, to);
  } catch (error) {
    if (!(await statusIfAny(disk, to))) await ignoreFailure(() => removeTree(disk, half));
    throw error;
  }
  await ignoreFailure(() => disk.rename(path, join(entry, deleting)));
}

/** Where the project was, if nothing is there; else the first free name beside it. */
async function freePlace(disk: Disk, from: string): Promise<string> {
  if (!(await statusIfAny(disk, dirname(from))))
    throw new ApiError("folder-missing", { file: basename(dirname(from)) });
  for (let at = 1; ; at += 1) {
    const path = at === 1 ? from : `${from} (${at})`;
    // What was left of it there, once it was copied away.
    await ignoreFailure(() => disk.removeFolder(path));
    if (!(await statusIfAny(disk, path))) return path;
  }
}

/** Deletes a project in the trash with all that is in it. Throws an `ApiError`. */
export async function deleteProjectForGood(trash: TrashPlace, path: string): Promise<void> {
  const { disk } = trash;
  await projectInTrash(trash, path);
  const entry = dirname(path);
  try {
    await moveFolder(disk, path, join(entry, deleting));
    await removeTree(disk, entry);
    await ignoreFailure(() => disk.removeFolder(dirname(entry)));
  } catch (error) {
    throw writeError(error, path);
  }
}
