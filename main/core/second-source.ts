// Where a project's copies are in the home, what they are called, and how the newest good one of a file is found.

import { parseJson } from "../storage/files/durable-json.ts";
import { type SecondSource, type SetPlace, snapshotPath } from "../storage/sets/read-set.ts";
import { checkSetFile, setFile } from "../storage/sets/set-file.ts";
import { copiedAs, newestCopy, type Shelf } from "../storage/versions/backups.ts";
import type { CoreContext } from "./context.ts";

export const shelfOf = ({ disk, options }: CoreContext, project: string): Shelf => ({
  disk,
  home: options.home,
  project,
});

/** The newest good copy of a set, of the same project, article, annotator and text. */
export function secondSourceOf(context: CoreContext, place: SetPlace): SecondSource {
  const { article: articleId, annotator: annotatorId, textHash } = place;
  return () =>
    newestCopy(shelfOf(context, place.project), copiedAs(place), (bytes) => {
      const file = parseJson(bytes, { path: snapshotPath(place), schema: setFile, damaged: "set-damaged" });
      checkSetFile(file, { articleId, annotatorId, textHash });
      return file;
    });
}
