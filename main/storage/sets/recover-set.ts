// Makes a damaged set whole again, from what its own files still give or from a backup: keeps the bytes of what is damaged
// under `.quarantine`, and only then writes a new snapshot in their place.
import { ApiError } from "../../../shared/errors/errors.ts";
import type { Id } from "../../../shared/model/id.ts";
import { limits } from "../../../shared/schema/limits.ts";
import type { Disk } from "../files/disk.ts";
import { makeFolders, statusIfAny, writeDurable } from "../files/durable-file.ts";
import { prettyJson } from "../files/json-text.ts";
import { quarantineCopy, quarantineFile } from "../files/quarantine.ts";
import { writeError } from "../files/storage-error.ts";
import { pathPartsBelow } from "../project/project-folder.ts";
import {
  fileAsRead,
  journalPath,
  readSet,
  type SecondSource,
  type SetPlace,
  snapshotPath,
} from "./read-set.ts";
import { generationsOf } from "./sealed-journal.ts";
import { checkSetFile, setFile } from "./set-file.ts";

interface RecoverSetOptions {
  readonly disk: Disk;
  /** The project's folder. */
  readonly root: string;
  readonly place: SetPlace;
  readonly secondSource: SecondSource;
  /** This machine, whose records are numbered on from the last that is there. */
  readonly device: Id;
  /** Throws when another process has become the project's writer. */
  fence(): Promise<void>;
}

/**
 * Writes what `readSet` gives for the set as its snapshot. Does nothing to a set that is not damaged. Throws `set-damaged`
 * when nothing better can be had, and what hinders writing; the set is then as readable as before.
 */
export async function recoverSet(options: RecoverSetOptions): Promise<void> {
  const { disk, root, place, secondSource, device, fence } = options;
  const path = snapshotPath(place);
  const storedSet = await readSet(disk, place, secondSource, { device, seq: 0 });
  if (storedSet.unsafe === null) return;
  const [warning] = storedSet.warnings;
  if (storedSet.unsafe !== "damaged" || !storedSet.recoverable)
    throw new ApiError("set-damaged", { ...warning?.detail, article: place.article });
  await fence();
  try {
    const file = fileAsRead(storedSet);
    checkSetFile(file, { articleId: place.article, annotatorId: place.annotator, textHash: place.textHash });
    if (await statusIfAny(disk, path)) await quarantineCopy(disk, root, path, limits.jsonBytes);
    await makeFolders(disk, root, ...pathPartsBelow(root, place.folder));
    // Straight over what is damaged: after a crash either that is there still, or all of the new file.
    await writeDurable(disk, path, Buffer.from(prettyJson(setFile.parse(file)), "utf8"));
    for (const { device, problem } of storedSet.journals)
      if (problem) await setJournalAside(disk, root, journalPath(place, device));
  } catch (error) {
    throw writeError(error, path);
  }
}

/** The new snapshot holds all that can be read of it; what cannot be would hinder every opening. */
async function setJournalAside(disk: Disk, root: string, path: string): Promise<void> {
  const older = (await generationsOf(disk, path)).map((generation) => generation.path);
  for (const generationPath of [...older, path])
    if (await statusIfAny(disk, generationPath)) await quarantineFile(disk, root, generationPath);
}
