// The first set of an article that comes with annotations: a snapshot without a journal.
import type { AnnotationSet } from "../../../shared/model/annotation-set.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { Disk } from "../files/disk.ts";
import { durableJson } from "../files/durable-json.ts";
import { type SetPlace, snapshotPath } from "./read-set.ts";
import { checkSetFile, setFile, setFileOf } from "./set-file.ts";

/** Writes a first set as a snapshot, for articles that come with annotations. */
export async function writeFirstSet(disk: Disk, place: SetPlace, set: AnnotationSet): Promise<void> {
  const path = snapshotPath(place);
  const file = setFileOf({ set, revision: 1, seqByDevice: new Map<Id, number>(), recent: [], before: null });
  checkSetFile(file, { articleId: place.article, annotatorId: place.annotator, textHash: place.textHash });
  await durableJson({ disk, path, schema: setFile, damaged: "set-damaged" }).write(file);
}
