// The file of what suggestions have learned from one annotator’s cards: `learned/<annotatorId>.json`, written by whoever has the project open under that
// name. It can be learned again from the cards, so nothing else keeps a copy of it.
import { join } from "node:path";
import type { Id } from "../../../shared/model/id.ts";
import type { LearningFile } from "../../../shared/suggestions/learning/learned.ts";
import { learningFile } from "../../../shared/suggestions/learning/learning-file.ts";
import type { Disk } from "../files/disk.ts";
import { makeFolders } from "../files/durable-file.ts";
import { type DurableJsonOptions, durableJson } from "../files/durable-json.ts";
import { isNonsense, readOrFirstSide, setNonsenseAside } from "../files/unreadable-json.ts";

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

/** What made no sense in its place goes to the quarantine. Throws an `ApiError` when it cannot be written. */
export async function writeLearned(
  disk: Disk,
  root: string,
  annotator: Id,
  learned: LearningFile,
): Promise<void> {
  const options = learnedOptions(disk, root, annotator);
  await makeFolders(disk, root, "learned");
  await setNonsenseAside(root, options);
  const json = durableJson(options);
  await json.read();
  await json.write(learned);
}
