// The file of what suggestions have learned from one annotator’s cards: `learned/<annotatorId>.json`, written by whoever has the project open under that
// name. It can be learned again from the cards, so nothing else keeps a copy of it.
import { join } from "node:path";
import type { Id } from "../../../shared/model/id.ts";
import type { LearningFile } from "../../../shared/suggestions/learning/learned.ts";
import { learningFile } from "../../../shared/suggestions/learning/learning-file.ts";
import type { Disk } from "../files/disk.ts";
import { makeFolders } from "../files/durable-file.ts";
import { type DurableJson, type DurableJsonOptions, durableJson } from "../files/durable-json.ts";
import { quarantineFile } from "../files/quarantine.ts";
import { bothSides, isNonsense, readOrFirstSide } from "../files/unreadable-json.ts";

const learnedOptions = (disk: Disk, root: string, annotator: Id): DurableJsonOptions<LearningFile> => ({
  disk,
  path: join(root, "learned", `${annotator}.json`),
  schema: learningFile,
  damaged: "set-damaged",
});

/** `damaged`: there is one that makes no sense, and suggestions go by the rules alone until something is learned anew. */
export interface ReadLearned {
  readonly file: LearningFile | null;
  readonly damaged: boolean;
}

/**
 * Of a file with the marks of a version control program the first side, which the next writing replaces. Throws an `ApiError` when the disk
 * does not give it.
 */
export async function readLearned(disk: Disk, root: string, annotator: Id): Promise<ReadLearned> {
  try {
    return { file: await readOrFirstSide(learnedOptions(disk, root, annotator)), damaged: false };
  } catch (error) {
    if (!isNonsense(error)) throw error;
    return { file: null, damaged: true };
  }
}

/** Where what one annotator's cards teach is kept. */
interface LearnedPlace {
  readonly disk: Disk;
  readonly root: string;
  readonly annotator: Id;
}

/**
 * Writes what `next` makes of the file that is there (`null`: none, or one that makes no sense, which goes to the quarantine), and resolves
 * with it. Only one at a time may run for a place. `fence`: throws where the project is no longer ours to write. Throws an `ApiError`, too,
 * when the disk does not take it; then, and where `next` throws, nothing is written.
 */
export async function updateLearned(
  { disk, root, annotator }: LearnedPlace,
  fence: () => Promise<void>,
  next: (file: LearningFile | null) => LearningFile,
): Promise<LearningFile> {
  const options = learnedOptions(disk, root, annotator);
  const json = durableJson(options);
  const { file, isUnreadable } = await readToReplace(json, options);
  const learned = next(file);
  await fence();
  await makeFolders(disk, root, "learned");
  if (isUnreadable) await quarantineFile(disk, root, options.path);
  await json.write(learned);
  return learned;
}

/** As `readLearned`; what it cannot read stays what `json` may not write over. */
async function readToReplace(
  json: DurableJson<LearningFile>,
  options: DurableJsonOptions<LearningFile>,
): Promise<{ readonly file: LearningFile | null; readonly isUnreadable: boolean }> {
  try {
    return { file: await json.read(), isUnreadable: false };
  } catch (error) {
    if (!isNonsense(error)) throw error;
    const [first = null] = await bothSides(options);
    return { file: first, isUnreadable: true };
  }
}
