// The trash of a project: what its folders are called, and how one is deleted for good, which only a person asks for.

import { join } from "node:path";
import { isId } from "../../../shared/model/id.ts";
import { removeTree } from "../files/copy-folder.ts";
import type { Disk } from "../files/disk.ts";
import { statusIfAny, syncFolder } from "../files/durable-file.ts";
import { listIfAny } from "../files/list-if-any.ts";
import { ignoreFailure, isMissing, writeError } from "../files/storage-error.ts";

/** Articles lie under their ids. No id has a hyphen, so that nothing else is ever taken for one. */
const annotatorName = /^annotator-([a-z2-7]{1,32})$/;
const deleting = /^deleting-[a-z2-7-]+$/;

export const trashFolder = (root: string): string => join(root, "trash");
export const annotatorFolderName = (annotator: string): string => `annotator-${annotator}`;

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
