// The trash of a project: what its folders are called, how files are moved there and back, and how a folder is deleted for
// good, which only a person asks for.

import { join } from "node:path";
import { isId } from "../../../shared/model/id.ts";
import { removeTree } from "../files/copy-folder.ts";
import type { Disk } from "../files/disk.ts";
import { readDurable, statusIfAny, syncFolder } from "../files/durable-file.ts";
import type { DurableJsonOptions } from "../files/durable-json.ts";
import { listIfAny } from "../files/list-if-any.ts";
import { ignoreFailure, isMissing, writeError } from "../files/storage-error.ts";

/** Articles lie under their ids. No id has a hyphen, so that nothing else is ever taken for one. */
const annotatorName = /^annotator-([a-z2-7]{1,32})$/;
const deleting = /^deleting-[a-z2-7-]+$/;

export const trashFolder = (root: string): string => join(root, "trash");
export const annotatorFolderName = (annotator: string): string => `annotator-${annotator}`;

/** The note that lies with what was moved to the trash: what it was, by whom, and when. */
export const noteName = "about.json";
export const noteIn = <Note>(
  folder: string,
  options: Omit<DurableJsonOptions<Note>, "path">,
): DurableJsonOptions<Note> => ({ ...options, path: join(folder, noteName) });

/** Their ids. Throws what the disk throws. */
export async function articlesInTrash(disk: Disk, root: string): Promise<readonly string[]> {
  return (await foldersIn(disk, root)).filter(isId);
}

/** Their ids. Throws what the disk throws. */
export async function annotatorsInTrash(disk: Disk, root: string): Promise<readonly string[]> {
  return (await foldersIn(disk, root)).flatMap((name) => annotatorName.exec(name)?.[1] ?? []);
}

async function foldersIn(disk: Disk, root: string): Promise<readonly string[]> {
  // Never through a link: what lies there may be deleted.
  if ((await statusIfAny(disk, trashFolder(root)))?.kind !== "folder") return [];
  const entries = await listIfAny(disk, trashFolder(root));
  return entries.filter(({ kind }) => kind === "folder").map(({ name }) => name);
}

/**
 * Deletes a folder of the trash with all that is in it. It gets another name first, so that what a crash leaves of it is never
 * taken for something that could be had back. Throws an `ApiError`.
 */
export async function deleteForGood(disk: Disk, root: string, name: string): Promise<void> {
  const trash = trashFolder(root);
  try {
    if ((await statusIfAny(disk, trash))?.kind !== "folder") return;
    if (!(await statusIfAny(disk, join(trash, name)))) return;
    await disk.rename(join(trash, name), join(trash, `deleting-${name}`));
    await syncFolder(disk, trash);
    await removeTree(disk, join(trash, `deleting-${name}`));
  } catch (error) {
    throw writeError(error, trash);
  }
}

/** Deletes what a crash has left of something that was to be deleted. Never throws. */
export async function finishDeleting(disk: Disk, root: string): Promise<void> {
  await ignoreFailure(async () => {
    for (const name of await foldersIn(disk, root))
      if (deleting.test(name)) await ignoreFailure(() => removeTree(disk, join(trashFolder(root), name)));
  });
}

/** Moves a file or folder, which need not be there, and flushes both ends. */
export async function moveIfAny(
  disk: Disk,
  from: { readonly folder: string; readonly name: string },
  to: { readonly folder: string; readonly name: string },
): Promise<void> {
  try {
    await disk.rename(join(from.folder, from.name), join(to.folder, to.name));
  } catch (error) {
    if (isMissing(error)) return;
    throw error;
  }
  await syncFolder(disk, to.folder);
  await syncFolder(disk, from.folder);
}

/** What stands where a file is to be moved. */
export async function atTheOtherEnd(
  disk: Disk,
  path: string,
  other: string,
): Promise<"nothing" | "the same" | "another"> {
  const [here, there] = [await statusIfAny(disk, path), await statusIfAny(disk, other)];
  if (!here || !there) return "nothing";
  if (here.kind !== "file" || there.kind !== "file" || here.size !== there.size) return "another";
  const [ours, theirs] = [
    await readDurable(disk, path, here.size),
    await readDurable(disk, other, there.size),
  ];
  return ours && theirs && Buffer.compare(ours, theirs) === 0 ? "the same" : "another";
}

/** Removes the note of what is in the trash no more, and its folder where nothing else is in it. Never throws. */
export async function removeNote(disk: Disk, folder: string): Promise<void> {
  await ignoreFailure(() => disk.remove(join(folder, noteName)));
  await ignoreFailure(() => disk.removeFolder(folder));
}
